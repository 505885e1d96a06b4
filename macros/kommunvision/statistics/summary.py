"""Tells in Swedish what a refresh has found: for a terminal, and in Markdown for a pull request."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kommunvision.model import Indicator, Measurement, Period
from kommunvision.statistics.fault import Fault
from kommunvision.statistics.merge import Change, Kind, Merged
from kommunvision.statistics.refresh import Refreshed
from kommunvision.swedish.format import number
from kommunvision.swedish.genders import gender_words
from kommunvision.swedish.periods import name as period_name
from kommunvision.swedish.statistics import FAULTS, REMARKS, WORDS
from kommunvision.swedish.statistics import figure as said_figure

# More new values than these are told together.
_FEW = 3

# What means something to Markdown; and what calls on a person or an issue, if a name follows.
_SIGNS = re.compile(r"([\\`*_{}\[\]!|~])")
_CALLS = re.compile(r"([@#])(?=\w)")


@dataclass(frozen=True, slots=True)
class _Block:
    """What is told of one source of one kommun."""

    title: str
    outcome: str
    items: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    """A series, and what is told of it: a word for the kind, and the words themselves."""


def text(found: Iterable[Refreshed], *, dry: bool) -> str:
    """Return the summary for a terminal."""
    lines = []
    for block in _blocks(found, dry=dry):
        lines.append(block.title)
        for series, told in block.items:
            lines.append(f"  {series}")
            lines += [f"    {kind + ':':<10} {words}" for kind, words in told]
        lines += [f"  {block.outcome}", ""]
    return "\n".join(lines).rstrip("\n") or WORDS["nothing"]


def markdown(found: Iterable[Refreshed], day: date, *, dry: bool) -> str:
    """Return the summary as Markdown; what others have written is escaped."""
    title = WORDS["title_dry" if dry else "title"].format(day=day.isoformat())
    lines = [f"# {title}", ""]
    blocks = list(_blocks(found, dry=dry))
    for block in blocks:
        lines += [f"## {_escaped(block.title)}", ""]
        for series, told in block.items:
            lines.append(f"- {_escaped(series)}")
            lines += [f"    - **{kind}:** {_escaped(words)}" for kind, words in told]
        lines += [*([""] if block.items else []), _escaped(block.outcome), ""]
    lines += [] if blocks else [WORDS["nothing"], ""]
    return "\n".join(lines)


def _blocks(found: Iterable[Refreshed], *, dry: bool) -> Iterator[_Block]:
    for one in found:
        indicators = {each.id: each for each in one.indicators}
        pairs = [(merged, indicators.get(merged.indicator)) for merged in one.series]
        told = [(_name(*pair), tuple(_told(*pair))) for pair in pairs]
        title = WORDS["part"].format(kommun=one.kommun, source=one.source)
        yield _Block(title, _outcome(one, dry=dry), tuple(item for item in told if item[1]))


def _outcome(one: Refreshed, *, dry: bool) -> str:
    if one.fault is not None:
        failed = WORDS["failed"].format(path=one.path)
        return f"{WORDS['fault']}: {fault_words(one.fault)} {failed}"
    if not one.written:
        return WORDS["same"].format(path=one.path)
    changes = [change for merged in one.series for change in merged.changes]
    totals = {kind.value: number(sum(each.kind is kind for each in changes)) for kind in Kind}
    totals["warnings"] = number(sum(len(merged.remarks) for merged in one.series))
    written = WORDS["would_write" if dry else "written"].format(path=one.path)
    return f"{WORDS['totals'].format(**totals)} {written}"


def fault_words(fault: Fault) -> str:
    """Return the sentences of a fault: what is wrong, and what can be done."""
    return _filled(FAULTS[fault.key], fault.details)


def _name(merged: Merged, indicator: Indicator | None) -> str:
    name = indicator.name if indicator else merged.indicator
    about = ", ".join(filter(None, [merged.code, merged.group]))
    return f"{name} ({about})" if about else name


def _told(merged: Merged, indicator: Indicator | None) -> Iterator[tuple[str, str]]:
    called = gender_words(indicator.genders if indicator else None)
    new = [change for change in merged.changes if change.kind is Kind.NEW]
    if len(new) > _FEW:
        first, last = _said(new[0].period), _said(new[-1].period)
        words = WORDS["many"].format(count=number(len(new)), first=first, last=last)
        yield WORDS["new"], words
    for change in merged.changes:
        if change.kind is not Kind.NEW or len(new) <= _FEW:
            yield WORDS[change.kind.value], _change(change, called)
    for one in merged.remarks:
        yield WORDS["warning"], _filled(REMARKS[one.key], dict(one.details))


def _change(change: Change, called: Mapping[str, str]) -> str:
    both = change.before is not None and change.after is not None
    before, after = (_figures(one, called) if one else "" for one in (change.before, change.after))
    words = {"period": _said(change.period), "before": before, "after": after or before}
    return WORDS["from_to" if both else "one"].format(**words)


def _figures(one: Measurement, called: Mapping[str, str]) -> str:
    total = WORDS["missing"] if one.value is None else _said(one.value)
    parts = [
        f"{who} {_said(value)}"
        for key, who in called.items()
        if (value := getattr(one, key)) is not None
    ]
    return f"{total} ({', '.join(parts)})" if parts else total


def _filled(words: str, details: Mapping[str, object]) -> str:
    return words.format(**{name: _said(value) for name, value in details.items()})


def _said(value: object) -> str:
    """Return a detail as a sentence has it."""
    if isinstance(value, Period):
        return period_name(value.kind, value.year, value.part, value.day, value.last_year)
    if isinstance(value, Decimal):
        return said_figure(value)
    return number(value) if isinstance(value, float) else str(value)


def _escaped(words: str) -> str:
    plain = _SIGNS.sub(r"\\\1", html.escape(words, quote=False))
    return _CALLS.sub(r"\1&#8203;", plain)
