"""The page for staff about plain language: a document of its own, which no build publishes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import add

from markupsafe import Markup

from kommunvision.check.plain import Judged
from kommunvision.model import Kommun
from kommunvision.origin import Origin
from kommunvision.pages.embeds.stylesheet import sections
from kommunvision.pages.parts import html
from kommunvision.problem import Problem
from kommunvision.report import findings
from kommunvision.swedish.labels import label
from kommunvision.swedish.plain.words import MEANINGS, meaning
from kommunvision.text.readability import FEWEST_SENTENCES, FEWEST_WORDS, Reading
from kommunvision.text.reading import ReadLine

_STYLES = ("Colours", "Ground", "Shell", "Text", "Tables", "Forced colours", "Print")
_SHARED = "gemensamma"

# So much of a line is shown on either side of what a hint is about.
_AROUND = 60
_CUT = "…"

EditUrl = Callable[[Origin], str | None]
"""Gives the address where a place can be changed, if there is one."""


@dataclass(frozen=True, slots=True)
class _Hint:
    message: str
    remedy: str
    place: str
    url: str | None
    before: str
    marked: str
    after: str


@dataclass(frozen=True, slots=True)
class _Text:
    name: str
    url: str | None
    place: str
    lix: str
    value: int | None
    meaning: str
    words: int
    decided: bool
    hints: tuple[_Hint, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    anchor: str
    texts: int
    hints: int
    together: tuple[tuple[str, str], ...]
    with_hints: tuple[_Text, ...]
    measured: tuple[_Text, ...]


def plain_language(
    kommuner: Iterable[Kommun],
    judged: Iterable[Judged],
    left: Iterable[Problem],
    read_line: ReadLine,
    edit_url: EditUrl,
) -> str:
    """Return the page, whole, with its style.

    Args:
        kommuner: Those that it is about, in their order.
        judged: Their texts, and those that they share.
        left: The hints that no exception has silenced.
        read_line: Gives the lines that hints are shown in.
        edit_url: Gives the address where a place can be changed.
    """
    together = tuple(kommuner)
    found = tuple(judged)
    kept = {one.sort_key for one in left}
    names = {one.slug: one.formal_name for one in together}
    if any(one.slug not in names for one in found):
        names[""] = label("plain_shared")
    writer = _Writer(kept, read_line, edit_url)
    parts = [
        writer.part(slug, name, [one for one in found if one.slug == slug])
        for slug, name in names.items()
    ]
    title = label("plain_title")
    if len(together) == 1:
        title = label("plain_title_of", name=together[0].name)
    return str(
        html(
            "plain_language",
            title=title,
            # It is ours, and no data gets into it.
            style=Markup(sections(*_STYLES)),  # noqa: S704
            fewest={"words": FEWEST_WORDS, "sentences": FEWEST_SENTENCES},
            scale=list(_scale()),
            parts=parts,
        )
    )


def _scale() -> Iterator[tuple[str, str]]:
    """Yield the steps of LIX, the easiest first, with the span of each."""
    steps = MEANINGS[::-1]
    for place, (lowest, words) in enumerate(steps):
        following = steps[place + 1][0] if place + 1 < len(steps) else None
        if following is None:
            yield label("plain_over", lowest=lowest - 1), words
        elif not lowest:
            yield label("plain_under", highest=following), words
        else:
            yield label("plain_from_to", lowest=lowest, highest=following - 1), words


@dataclass(frozen=True, slots=True)
class _Writer:
    kept: set[tuple[str, int, int, str, tuple[tuple[str, str], ...]]]
    read_line: ReadLine
    edit_url: EditUrl

    def part(self, slug: str, name: str, judged: Sequence[Judged]) -> _Part:
        texts = [self._text(one) for one in judged]
        measured = [one for one in texts if one.value is not None]
        return _Part(
            name=name,
            anchor=slug or _SHARED,
            texts=len(texts),
            hints=sum(len(one.hints) for one in texts),
            together=tuple(_together(judged)),
            with_hints=tuple(one for one in texts if one.hints),
            measured=tuple(sorted(measured, key=lambda one: -(one.value or 0))),
        )

    def _text(self, judged: Judged) -> _Text:
        text = judged.text
        lix = text.reading.lix
        left = [one for one in judged.hints if one.sort_key in self.kept]
        made = _Text(
            name=text.name,
            url=self.edit_url(text.origin),
            place=str(text.origin),
            lix=_said(text.reading),
            value=lix,
            meaning=meaning(lix) if lix is not None else "",
            words=text.reading.words,
            decided=text.decided,
        )
        return replace(made, hints=tuple(self._hints(left)))

    def _hints(self, left: Iterable[Problem]) -> Iterator[_Hint]:
        for found in findings(left):
            origin = found.origin
            line = self.read_line(origin.path, origin.line) or ""
            start, end = origin.column - 1, origin.column - 1 + origin.length
            first, last = max(start - _AROUND, 0), end + _AROUND
            yield _Hint(
                message=found.message,
                remedy=found.remedy,
                place=label("plain_place", line=origin.line),
                url=self.edit_url(origin),
                before=(_CUT if first else "") + line[first:start].lstrip(),
                marked=line[start:end].strip(),
                after=line[end:last].rstrip() + (_CUT if len(line) > last else ""),
            )


def _together(judged: Iterable[Judged]) -> Iterator[tuple[str, str]]:
    """Yield how hard a kommun's own texts are to read, and those that are decided."""
    texts = [one.text for one in judged]
    for key, decided in (("plain_own", False), ("plain_decided_together", True)):
        readings = [one.reading for one in texts if one.decided is decided]
        if readings:
            yield label(key), _said(reduce(add, readings))


def _said(reading: Reading) -> str:
    lix = reading.lix
    if lix is None:
        return label("plain_short")
    return label("plain_lix_is", lix=lix, meaning=meaning(lix))
