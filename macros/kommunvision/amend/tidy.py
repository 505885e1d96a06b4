"""What a form editor has written is put in the words of the file that it wrote over."""

from __future__ import annotations

from kommunvision.amend.alike import pairs
from kommunvision.export.yaml_text import Tree
from kommunvision.swedish.keys import FORMAT_KEY, RECORDS, SECTIONS, Field

_EVIDENCE = frozenset({"sources", "decisions", "verbatim", "note"})

# A bare text stands for one of these keys alone.
_PLAIN_KEYS = frozenset(record.plain_key for record in RECORDS.values() if record.plain)


def in_table_order(told: dict[str, Tree]) -> dict[str, Tree]:
    """Return the content of a data file with the keys of each object in the order of the tables.

    What an object rests on comes last in it, as in files that people write.
    """
    sections = {FORMAT_KEY: "", **{section.key: section.record for section in SECTIONS}}
    order = [key for key in sections if key in told]
    order += [key for key in told if key not in sections]
    return {key: _ordered(sections.get(key, ""), told[key]) for key in order}


def _ordered(record: str, value: Tree) -> Tree:
    if isinstance(value, list):
        return [_ordered(record, one) for one in value]
    if isinstance(value, str) or not record:
        return value
    fields = RECORDS[record].by_key
    order = [field.key for field in in_house_order(record) if field.key in value]
    order += [key for key in value if key not in fields]
    return {key: _ordered(fields[key].record if key in fields else "", value[key]) for key in order}


def in_house_order(record: str) -> list[Field]:
    """Return the fields of a record as people write them: what it rests on comes last."""
    fields = RECORDS[record].fields
    # A key that must be there stands with the others that must.
    last = [one for one in fields if one.attribute in _EVIDENCE and not one.required]
    return [*(one for one in fields if one not in last), *last]


def said_anew(old: dict[str, Tree], new: dict[str, Tree]) -> dict[str, Tree]:
    """Return new content, with the old words where it says the same in others.

    Space around a text, a list of one and an object with its plain key alone say the same as
    without. A key that has got nothing to say is left out.
    """
    kept = _mapping(old, new)
    # An emptied file still says that its sections are empty.
    return {**kept, **{key: value for key, value in new.items() if key in old and not value}}


def _mapping(old: dict[str, Tree], new: dict[str, Tree]) -> dict[str, Tree]:
    return {
        key: _same(old[key], value) if key in old else _without_empty(value)
        for key, value in new.items()
        if value or (key in old and not old[key])
    }


def _same(old: Tree, new: Tree) -> Tree:
    if isinstance(old, str) and isinstance(new, str):
        return old if old.strip() == new.strip() else new
    if isinstance(old, list) and isinstance(new, list):
        found = pairs(old, new)
        return [
            _same(old[found[place]], one) if place in found else _without_empty(one)
            for place, one in enumerate(new)
        ]
    if isinstance(old, dict) and isinstance(new, dict):
        return _mapping(old, new)
    if _bare(old) == _bare(new):
        return old
    return _without_empty(new)


def _bare(value: Tree) -> Tree:
    """Return what a list of one, or an object with its plain key alone, says."""
    if isinstance(value, list) and len(value) == 1:
        return _bare(value[0])
    if isinstance(value, dict) and len(value) == 1 and _PLAIN_KEYS & value.keys():
        return next(iter(value.values()))
    return value


def _without_empty(value: Tree) -> Tree:
    if isinstance(value, dict):
        return {key: _without_empty(one) for key, one in value.items() if one}
    return [_without_empty(one) for one in value] if isinstance(value, list) else value
