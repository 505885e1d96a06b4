"""What a body is asked for at an occasion: one row for each statement and for each value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from kommunvision.collect.choices import (
    Choices,
    article_of,
    flag_choices,
    is_task,
    missing_choices,
    source_choices,
    status_choices,
    trend_choices,
    verdict_choices,
    what_is,
)
from kommunvision.collect.columns import KINDS, PARTS, STATEMENTS, VALUES, VERDICTS, Kind
from kommunvision.collect.further import further_rows
from kommunvision.collect.measured import Measured, measured_rows
from kommunvision.collect.parted import part_rows
from kommunvision.collect.sources import told
from kommunvision.export.values import chosen, written
from kommunvision.model import (
    Body,
    Bound,
    Genders,
    Goal,
    Indicator,
    Kommun,
    Occasion,
    PartialDate,
    Statement,
    Value,
)
from kommunvision.progress import Figures, Occasions, stated
from kommunvision.progress.due import answering, to_do
from kommunvision.swedish.collect import WORDS
from kommunvision.swedish.genders import gender_words
from kommunvision.swedish.keys import NOT_STATED
from kommunvision.swedish.quantities import ANSWERS
from kommunvision.swedish.statements import status_words
from kommunvision.text.ascii import ascii_id


@dataclass(frozen=True, slots=True)
class Asked:
    """One row."""

    kind: Kind
    item: Goal | Indicator
    shown: Mapping[str, str]
    """What stands in the columns that nobody fills in."""
    now: Mapping[str, str]
    """What the data says, by column, as a data file has it; nothing where it says nothing."""
    who: tuple[str | None, ...]
    """Ids or names of those who are asked; none for nobody."""
    left: bool
    """Whether an answer is still missing."""
    choices: Mapping[str, Choices] = field(default_factory=dict)
    statement: Statement | None = None
    """What the occasion says already of the item."""
    is_task: bool = False
    """Whether it is judged by how far it has come."""
    measured: Measured | None = None
    """Of a value or a part of one: what is measured, and how."""

    @property
    def key(self) -> tuple[str, ...]:
        """What sets it apart from the other rows of its sheet."""
        return tuple(self.shown[name] for name in self.kind.key)

    @property
    def title(self) -> str:
        """What the row is about, in words."""
        return self.shown[self.kind.title]

    @property
    def told(self) -> str:
        """What the row is about among all that is asked for."""
        own = {PARTS: "part", VERDICTS: "scale_name"}.get(self.kind)
        return f"{self.title}, {self.shown[own]}" if own else self.title


class Round:
    """An occasion, with all that is asked for at it."""

    def __init__(self, kommun: Kommun, occasion: Occasion) -> None:
        self.kommun = kommun
        self.occasion = occasion
        self._occasions = Occasions(kommun)
        self._figures = Figures(kommun)
        self._sources = source_choices(kommun)
        values = tuple(self._values())
        self.rows = (*self._statements(), *self._verdicts(), *values, *self._parts(values))
        self.by_key = {kind: {one.key: one for one in self.rows_of(kind)} for kind in KINDS}

    def rows_of(self, kind: Kind) -> tuple[Asked, ...]:
        """Return the rows of one sheet."""
        return tuple(one for one in self.rows if one.kind is kind)

    @property
    def bodies(self) -> tuple[str | None, ...]:
        """Return the ids or names of those who are asked, in the order of the kommun's files."""
        found = {who for row in self.rows for who in row.who}
        known = [one.id for one in self.kommun.bodies if one.id in found]
        others = sorted(one for one in found - set(known) if one is not None)
        return (*known, *others, *([None] if None in found else []))

    def body(self, who: str | None) -> Body | str | None:
        """Return a body by its id; its name where it has no page, none for nobody."""
        found = self.kommun.by_id.get(who or "")
        return found if isinstance(found, Body) else who

    def body_id(self, who: str | None, nobody: str) -> str:
        """Return what a body is called in the name of a file."""
        return ascii_id(who) or nobody if who else nobody

    def _statements(self) -> Iterator[Asked]:
        missing = {
            goal.id
            for one in to_do(self._occasions, self._figures, self.occasion)
            for goal in one.statements
        }
        judging = self._occasions.judging
        for item in self._occasions.covered(self.occasion):
            if not isinstance(item, Goal | Indicator):
                continue
            statement = self._occasions.statement(self.occasion, item)
            yield Asked(
                STATEMENTS,
                item,
                {
                    "id": item.id,
                    "level": what_is(self.kommun, item),
                    "title": item.title if isinstance(item, Goal) else item.name,
                    "last": self._last_judgement(item),
                },
                _said(statement) if statement else {},
                answering(self._occasions, item, self.occasion),
                item.id in missing,
                {
                    "status": status_choices(judging, self.occasion, item),
                    "trend": trend_choices(judging, self.occasion, item),
                    "sources": self._sources,
                },
                statement,
                is_task(judging, self.occasion, item),
            )

    def _verdicts(self) -> Iterator[Asked]:
        for one in further_rows(self._occasions, self.occasion):
            item = one.item
            yield Asked(
                VERDICTS,
                item,
                {
                    "id": item.id,
                    "level": what_is(self.kommun, item),
                    "title": item.title if isinstance(item, Goal) else item.name,
                    "scale": one.scale.id,
                    "scale_name": one.scale.name,
                    "last": one.last,
                },
                {"step": one.verdict.step} if one.verdict else {},
                answering(self._occasions, item, self.occasion),
                left=False,
                choices={"step": verdict_choices(self.kommun, self.occasion, item, one.scale)},
                statement=self._occasions.statement(self.occasion, item),
            )

    def _last_judgement(self, item: Goal | Indicator) -> str:
        """Return what was said at the latest occasion before this one that gave a status.

        In the words of the pages, so that what was only expected is not taken for an outcome.
        """
        before = self._occasions.all.index(self.occasion)
        for occasion, statement in reversed(self._occasions.history(item)):
            if self._occasions.all.index(occasion) < before and statement.status:
                judged = self._occasions.judging.status(occasion, statement)
                article = article_of(self.kommun, item)
                status = status_words(stated(occasion, judged, article=article, definite=""))
                if statement.trend:
                    status = WORDS["with_trend"].format(status=status, trend=statement.trend)
                return WORDS["judged"].format(occasion=occasion.name, status=status)
        return ""

    def _values(self) -> Iterator[Asked]:
        flags = {"missing": missing_choices(), "preliminary": flag_choices()}
        for one in measured_rows(self._occasions, self._figures, self.occasion):
            choices = {**flags, "sources": self._sources}
            if one.choices:
                choices |= dict.fromkeys(("value", "women", "men"), one.choices)
            yield Asked(
                VALUES,
                one.indicator,
                _shown(one),
                _figures(one),
                answering(self._occasions, one.indicator, self.occasion),
                one.left and not one.fetched,
                choices,
                measured=one,
            )

    def _parts(self, values: Iterable[Asked]) -> Iterator[Asked]:
        for row in values:
            for one in part_rows(self._figures, row.measured) if row.measured else ():
                names = [name for name in ("value", "missing") if name in row.choices]
                part = one.part
                now = {
                    "value": as_written(part.value) if part else "",
                    "missing": chosen("missing", part.missing) if part and part.missing else "",
                }
                yield Asked(
                    PARTS,
                    row.item,
                    one.shown,
                    {name: text for name, text in now.items() if text},
                    row.who,
                    left=False,
                    choices={name: row.choices[name] for name in names},
                    measured=row.measured,
                )


def _said(one: Statement) -> dict[str, str]:
    status = one.status or (NOT_STATED if "status" in one.not_stated else "")
    found = {
        "status": status,
        "trend": one.trend,
        "comment": one.comment,
        "analysis": one.analysis,
        "measures": one.measures,
        "reported": _date(one.reported),
        "sources": told(one.sources),
    }
    for name, time in (("planned", one.planned), ("actual", one.actual)):
        if time:
            found[f"{name}_start"], found[f"{name}_end"] = _date(time.start), _date(time.end)
    return {name: text for name, text in found.items() if text}


def _shown(row: Measured) -> Mapping[str, str]:
    """Return what the row of a value shows; a heading is the same for every indicator."""
    genders = row.indicator.genders
    if genders in {None, Genders.WOMEN_AND_MEN} or row.fetched:
        return row.shown
    called = gender_words(genders)
    return {**row.shown, "rule": WORDS["called"].format(rule=row.shown["rule"], **called)}


def _figures(row: Measured) -> dict[str, str]:
    one = row.measurement
    if one is None:
        return {}
    found = {
        "value": as_written(one.value),
        "women": as_written(one.women),
        "men": as_written(one.men),
        "missing": chosen("missing", one.missing) if one.missing else "",
        "preliminary": ANSWERS[True] if one.preliminary else "",
        "note": one.note or "",
        "sources": told(one.sources),
    }
    return {name: text for name, text in found.items() if text}


def name_of(kommun: Kommun) -> str:
    """Return what a workbook calls a kommun: its folder, where it has one of its own."""
    return kommun.slug or ascii_id(kommun.name)


def as_written(value: Value | None) -> str:
    """Return a value as a data file has it."""
    match value:
        case None:
            return ""
        case bool():
            return ANSWERS[value]
        case Decimal():
            return f"{value:f}".replace(".", ",")
        case Bound():
            return str(written(value))
    return value


def _date(value: PartialDate | None) -> str:
    return str(written(value)) if value else ""
