"""The cells of tables of values: a value in words, and the notes below that its marks stand for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from kommunvision.model import Bound, Indicator, Measurement, Revision, Value
from kommunvision.swedish import format as swedish
from kommunvision.swedish.labels import label
from kommunvision.swedish.quantities import ANSWERS, bare, decimals_for, number


@dataclass
class Notes:
    """The notes below a table, each once, in the order in which they are met."""

    texts: list[str] = field(default_factory=list)

    def mark(self, text: str) -> dict[str, str]:
        """Return the mark of a note, which is added where it is new."""
        if text not in self.texts:
            self.texts.append(text)
        return {"mark": str(self.texts.index(text) + 1)}

    @property
    def listed(self) -> list[dict[str, str]]:
        """The notes with their marks, as the table has them below."""
        return [
            {"mark": str(place), "text": text} for place, text in enumerate(self.texts, start=1)
        ]


def value_of(one: Measurement | Revision, key: str) -> Value | None:
    """Return what stands in a column: of the whole, of women or men, of a named part."""
    if key.startswith("part:"):
        name = key.removeprefix("part:")
        return next((part.value for part in one.parts if part.name == name), None)
    found: Value | None = getattr(one, key)
    return found


def marks(
    item: Indicator, one: Measurement, key: str, notes: Notes, shown: int
) -> Iterator[dict[str, str]]:
    """Yield the marks beside a value, with ``shown`` decimals in what is told of it."""
    whole = key == "value"
    if whole and one.preliminary:
        yield notes.mark(label("note_preliminary"))
    if whole and one.forecast:
        yield notes.mark(label("note_forecast"))
    if whole and one.break_before:
        yield notes.mark(label("note_break", text=one.break_before))
    for revision in one.revisions:
        before = value_of(revision, key)
        if before is not None:
            yield notes.mark(
                label(
                    "note_revised",
                    value=figure_words(before, max(shown, decimals(item, before))),
                    date=swedish.date(revision.date),
                    reason=revision.reason,
                )
            )
    if whole and one.note:
        yield notes.mark(one.note)


def figure_words(value: Value, shown: int) -> str:
    """Return a value as a table has it, without its unit."""
    if isinstance(value, bool):
        return swedish.capital(ANSWERS[value])
    if isinstance(value, Decimal):
        return number(value, shown)
    return bare(value) if isinstance(value, Bound) else value


def decimals(item: Indicator, value: Value | None) -> int:
    """Return how many decimals a value needs to be shown whole."""
    return decimals_for(value, item.decimals) if isinstance(value, Decimal) else 0
