"""A kommun as the data files that it is read from, laid out as a new kommun's are."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from kommunvision.artifact import Artifact
from kommunvision.chain import Site
from kommunvision.export.records import Writer, read_as
from kommunvision.export.setting import Setting
from kommunvision.export.yaml_text import Tree, yaml_text
from kommunvision.load import DATA, LOCKS, locks_text
from kommunvision.model import Kommun, Occasion, Series
from kommunvision.swedish.data_files import (
    FILES,
    FOLLOW_UP,
    OCCASIONS_FILE,
    OCCASIONS_KEY,
    SERIES_FILE,
    SERIES_KEY,
)
from kommunvision.swedish.editors import modeline
from kommunvision.swedish.keys import (
    FORMAT_KEY,
    RECORDS,
    SECTIONS,
    Field,
    Kind,
    Section,
)
from kommunvision.swedish.quantities import ANSWERS
from kommunvision.swedish.statistics import FOLDER

_FORMAT = "1"

_SECTIONS = {section.key: section for section in SECTIONS}

# The attributes of an indicator that say where its values are fetched; each is its file's name.
_FETCHED = ("kolada", "scb")


def data_folder(kommun: Kommun) -> tuple[Artifact, ...]:
    """Return the files of a kommun, by their paths within its folder."""
    writer = Writer(Setting(Site(())), kommun)
    made: dict[str, dict[str, Tree]] = {}
    for path, keys in FILES.items():
        for key in keys:
            section = _SECTIONS[key]
            objects = getattr(kommun, section.attribute) if section.many else [kommun]
            _put(made, path, section, _told(writer, section, objects))
    for path, series in _series(kommun).items():
        _put(made, path, _SECTIONS[SERIES_KEY], _told(writer, _SECTIONS[SERIES_KEY], series))
    for path, occasions in _occasions(kommun.occasions).items():
        section = _SECTIONS[OCCASIONS_KEY]
        _put(made, path, section, _told(writer, section, occasions))
    files = [
        Artifact(path, f"{_head(path, sections)}{FORMAT_KEY}: {_FORMAT}\n\n{yaml_text(sections)}")
        for path, sections in made.items()
    ]
    if kommun.locks:
        files.append(Artifact(LOCKS, locks_text(kommun.locks)))
    return tuple(files)


def _head(path: str, sections: Iterable[str]) -> str:
    """Return the line for editors; the folder lies among the others of ``data``."""
    return modeline(f"{DATA}/kommun/{path}", sections) + "\n"


def _put(made: dict[str, dict[str, Tree]], path: str, section: Section, told: list[Tree]) -> None:
    if told:
        made.setdefault(path, {})[section.key] = told if section.many else told[0]


def _told(writer: Writer, section: Section, objects: Iterable[object]) -> list[Tree]:
    return [_record(section.record, writer.record(section.record, one)) for one in objects]


def _series(kommun: Kommun) -> dict[str, list[Series]]:
    """Return the series by file; those that are fetched stand where the next fetch looks."""
    asked = {(one.id, name) for one in kommun.indicators for name in _FETCHED if getattr(one, name)}
    fetched = [
        (one.indicator.target or "", (one.publisher or "").lower()) in asked
        for one in kommun.series
    ]
    # Files are read in the order of their names, and the series keep theirs.
    own_first = any(fetched) and not fetched[0]
    own = SERIES_FILE if own_first else f"{FOLLOW_UP}/{SERIES_FILE}"
    found: dict[str, list[Series]] = {}
    for one, is_fetched in zip(kommun.series, fetched, strict=True):
        path = f"{FOLDER}/{(one.publisher or '').lower()}.yml" if is_fetched else own
        found.setdefault(path, []).append(one)
    return found


def _occasions(occasions: tuple[Occasion, ...]) -> dict[str, list[Occasion]]:
    """Return the occasions by file: one for each year, where that keeps their order."""
    years = [f"{one.period.year:04d}" for one in occasions]
    found: dict[str, list[Occasion]] = {}
    for year, one in zip(years, occasions, strict=True):
        name = f"{year}.yml" if years == sorted(years) else OCCASIONS_FILE
        found.setdefault(f"{FOLLOW_UP}/{name}", []).append(one)
    return found


def _record(record: str, told: dict[str, Any]) -> dict[str, Tree]:
    """Return an object in the words of data files, in the order of the key table."""
    found: dict[str, Tree] = {}
    for field in RECORDS[record].fields:
        if field.key in told:
            found[field.key] = _value(read_as(field, told), told[field.key])
    return found


def _value(field: Field, value: object) -> Tree:
    if not isinstance(value, list):
        return _one(field, value)
    items = [_one(field, one) for one in value]
    if len(items) == 1 and field.kind is Kind.REFERENCE:
        # As the handbook shows the key: with brackets around a single id, or without.
        is_bare = isinstance(items[0], dict) or not (field.word or field.example.startswith("["))
        return items[0] if is_bare else items
    return items


def _one(field: Field, value: object) -> Tree:
    if isinstance(value, dict):
        told = _record(field.record, value)
        # What is no list of groups may be written short.
        plain = RECORDS[field.record].plain_key if field.kind is not Kind.RECORD else ""
        return told[plain] if list(told) == [plain] else told
    if isinstance(value, bool):
        return ANSWERS[value]
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",")
    # A text of several lines ends its last one, as texts in files do.
    return f"{value}\n" if "\n" in str(value) else str(value)
