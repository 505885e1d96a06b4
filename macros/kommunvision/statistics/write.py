"""Writes fetched series as a data file: one line for each value, in an order that never changes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

from kommunvision.model import Bound, Measurement, PartialDate, Reference, Revision, Series, Value
from kommunvision.statistics.fault import fault
from kommunvision.swedish.editors import modeline
from kommunvision.swedish.format import date as in_words
from kommunvision.swedish.keys import CHOICES, FLAG_WORDS, FORMAT_KEY, RECORDS, SECTIONS
from kommunvision.swedish.periods import name as period_name
from kommunvision.swedish.quantities import bare
from kommunvision.swedish.statistics import HEAD
from kommunvision.writing import write_whole

_SERIES, _MEASUREMENT, _REVISION, _PART, _SOURCE = (
    {field.attribute: field.key for field in RECORDS[name].fields}
    for name in ("series", "measurement", "revision", "part", "reference")
)
_SECTION = next(section.key for section in SECTIONS if section.attribute == "series")
_MISSING = {value: word for word, value in CHOICES["missing"].items()}
_YES = next(word for word, meaning in FLAG_WORDS.items() if meaning)
_FORMAT = 1

# Words that YAML takes for nothing but words, outside and inside braces.
_PLAIN = re.compile(r"\w[\w .()/%+-]*(?<! )")


def document(series: Iterable[Series], publisher: str, path: str) -> str:
    """Return the text of a data file with series, in the order that they are given."""
    lines = [
        modeline(path, [_SECTION]),
        *(f"# {line}" for line in HEAD.format(publisher=publisher).splitlines()),
    ]
    lines += [f"{FORMAT_KEY}: {_FORMAT}", f"{_SECTION}:"]
    for one in series:
        lines += _series(one)
    return "\n".join(lines) + "\n"


def put(root: Path, path: str, text: str | None) -> None:
    """Put a file in its place whole, or take it away.

    Raises:
        Fault: The place lies outside the root, or cannot be written in.
    """
    target = root / path
    if not target.resolve().is_relative_to(root.resolve()):
        raise fault("outside", path=path)
    try:
        if text is None:
            target.unlink(missing_ok=True)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            write_whole(target, text)
    except OSError:
        raise fault("unwritable", path=path) from None


def _series(series: Series) -> Iterator[str]:
    about = {
        "indicator": series.indicator.target,
        "group": series.group,
        "definition": series.definition,
        "publisher": series.publisher,
        "title": series.title,
        "unit": series.unit,
        "code": series.code,
        "fetched": series.fetched and _date(series.fetched),
    }
    first = "-"
    for attribute, words in about.items():
        if words:
            yield f"{first} {_SERIES[attribute]}: {_text(words)}"
            first = " "
    yield f"  {_SERIES['values']}:"
    for value in series.values:
        yield f"  - {_measurement(value)}"


def _measurement(one: Measurement) -> str:
    period = one.period
    name = period_name(period.kind, period.year, period.part, period.day, period.last_year)
    revisions = [
        _braces({_REVISION[key]: text for key, text in told.items() if text})
        for former in one.revisions
        for told in [
            {
                "value": figure(former.value),
                "women": figure(former.women),
                "men": figure(former.men),
                "parts": _brackets(_parts(former)),
                "date": _text(_date(former.date)),
                "reason": _text(former.reason),
            }
        ]
    ]
    written = {
        "period": _text(name),
        "value": figure(one.value),
        "women": figure(one.women),
        "men": figure(one.men),
        "parts": _brackets(_parts(one)),
        "missing": one.missing and _MISSING[one.missing.value],
        "preliminary": one.preliminary and _YES,
        "forecast": one.forecast and _YES,
        "break_before": one.break_before and _text(one.break_before),
        "revisions": _brackets(revisions),
        "note": one.note and _text(one.note),
        "sources": _brackets([_source(source) for source in one.sources]),
    }
    return _braces({_MEASUREMENT[key]: text for key, text in written.items() if text})


def _parts(one: Measurement | Revision) -> list[str]:
    found = []
    for part in one.parts:
        told = {"name": _text(part.name), "value": figure(part.value)}
        if part.missing:
            told["missing"] = _MISSING[part.missing.value]
        found.append(_braces({_PART[key]: text for key, text in told.items() if text}))
    return found


def figure(value: Value | None) -> str:
    """Return a value as it stands in a data file; within braces a decimal comma needs quotes."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return _text(f"{value:f}".replace(".", ","))
    if isinstance(value, Bound):
        return _text(bare(value))
    return _text(value) if isinstance(value, str) else _flag(value)


def _date(date: PartialDate) -> str:
    point = date.start
    if date.end or not (point.year and point.month and point.day):
        return in_words(date)
    return f"{point.year:04d}-{point.month:02d}-{point.day:02d}"


def _flag(value: bool) -> str:  # noqa: FBT001 - the value itself
    return next(word for word, meaning in FLAG_WORDS.items() if meaning is value)


def _source(source: Reference) -> str:
    known = {
        _SOURCE[attribute]: _text(words)
        for attribute in ("target", "name", "note", "place")
        if (words := getattr(source, attribute))
    }
    return _braces({**known, **({_SOURCE["ours"]: _YES} if source.ours else {})})


def _braces(entries: dict[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {text}" for key, text in entries.items()) + "}"


def _brackets(items: list[str]) -> str:
    return "[" + ", ".join(items) + "]" if items else ""


def _text(words: str) -> str:
    """Return words as YAML text: a JSON string is one too, wherever plain words would not do."""
    return words if _PLAIN.fullmatch(words) else json.dumps(words, ensure_ascii=False)
