"""The lines of a new object: what is known, what must be filled in, what may be added."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from textwrap import wrap

from kommunvision.adding.folder import File, Folder
from kommunvision.adding.naming import good_id
from kommunvision.adding.occasion import Covered, with_former
from kommunvision.adding.place import Place, place_of
from kommunvision.amend import Note, amended, line_of, noted
from kommunvision.amend.tidy import in_house_order
from kommunvision.export.yaml_text import Tree
from kommunvision.swedish.editors import modeline
from kommunvision.swedish.entries import ADD, FILLED_IN, NOT_YET_DECIDED
from kommunvision.swedish.keys import FLAG_WORDS, FORMAT_KEY, ID_KEY, RECORDS, Field, Section

_WIDTH = 100
_BRIEF = 80
_FORMAT = "1"
_FORMER = "former_ids"


def _key(record: str, attribute: str) -> str:
    return next(field.key for field in RECORDS[record].fields if field.attribute == attribute)


_STATEMENTS = _key("occasion", "statements")
_ABOUT = _key("statement", "about")
_DRAFT = _key("goal", "draft")
_YES = next(word for word, meaning in FLAG_WORDS.items() if meaning)
_STATUS = _key("statement", "status")


@dataclass(frozen=True, slots=True)
class Added:
    """A file with something new in it."""

    path: str
    """Relative to the site's root."""
    text: str
    name: str
    """The id of what is new; empty for what has none."""
    first: int
    """The line where it begins."""
    last: int
    """The line where it ends."""
    is_draft: bool
    """Whether it is not published as it stands."""


def added(
    folder: Folder,
    section: Section,
    known: Mapping[str, Tree],
    covered: Covered,
    *,
    is_short: bool = False,
) -> Added:
    """Return a file with a new object; nothing is written.

    Args:
        folder: The kommun's data files.
        section: The section that it belongs to.
        known: What is known of it, by the keys of the data files.
        covered: Tells what an occasion covers.
        is_short: Whether keys that may be added are left out.
    """
    told = with_former(folder, section, dict(known))
    place = place_of(folder, section, told)
    record = RECORDS[section.record]
    if ID_KEY in record.by_key and ID_KEY not in told:
        told[ID_KEY] = good_id(section.record, told, place.beside, folder.ids())
    statements = covered(told) if section.record == "occasion" else {}
    told |= _standing(section.record, told) | _draft(section.record, told)
    if told.get(_DRAFT) != _YES:
        told.pop(_DRAFT, None)
    told |= {one.key: "" for one in record.fields if _must_be(section.record, one, told)}
    if statements:
        told[_STATEMENTS] = [{_ABOUT: name} for name in statements]
    entry = {field.key: told[field.key] for field in _order(section.record) if field.key in told}
    file = next((one for one in (*folder.files, *folder.shared) if one.path == place.path), None)
    text = _with_entry(file, section, place, entry)
    for name in statements:
        # What is to be filled in has lines of its own.
        text = text.replace(f"- {{{_ABOUT}: {name}}}\n", f"- {_ABOUT}: {name}\n")
    way = (section.key, place.at)
    words = covered.words(entry) if statements else ""
    # Those of the last judgement come before what may be added below the whole.
    notes = [*_about(statements, (*way, _STATEMENTS), words)]
    notes += _notes(section.record, entry, way, is_short=is_short)
    new = noted(text, notes)
    grown = len(new.splitlines()) - len((file.text if file else "").splitlines())
    first = line_of(new, way)
    return Added(place.path, new, str(entry.get(ID_KEY, "")), first, first + grown, _DRAFT in entry)


def _order(record: str) -> list[Field]:
    """Return the fields: who it is first, then what must be there; lists that fill pages last."""
    ranks = {_DRAFT: 1, _STATEMENTS: 4}

    def rank(field: Field) -> int:
        if field.key == ID_KEY:
            return 0
        return ranks.get(field.key, 2 if field.required else 3)

    return sorted(in_house_order(record), key=rank)


def _must_be(record: str, field: Field, told: Mapping[str, Tree]) -> bool:
    """Whether a key has to be filled in, and is not."""
    wanted = field.required or field.key in FILLED_IN.get(record, ())
    return wanted and field.key not in told


def _standing(record: str, told: Mapping[str, Tree]) -> dict[str, Tree]:
    """Return the status of something new: nobody has decided it yet."""
    fields = (one for one in RECORDS[record].fields if one.attribute == "standing")
    return {field.key: NOT_YET_DECIDED for field in fields if field.key not in told}


def _draft(record: str, told: Mapping[str, Tree]) -> dict[str, Tree]:
    """Return the mark of a draft, where there can be one: nothing new is shown by accident."""
    return {_DRAFT: _YES} if _DRAFT in RECORDS[record].by_key and _DRAFT not in told else {}


def _with_entry(file: File | None, section: Section, place: Place, entry: dict[str, Tree]) -> str:
    if file is None:
        head = f"{modeline(place.path, [section.key])}\n"
        return head + amended("", {FORMAT_KEY: _FORMAT, section.key: [entry]})
    present = file.told.get(section.key)
    objects = list(present) if isinstance(present, list) else []
    objects.insert(place.at, entry)
    return amended(file.text, {**file.told, section.key: objects})


def _notes(
    record: str, entry: Mapping[str, Tree], way: tuple[str | int, ...], *, is_short: bool
) -> Iterator[Note]:
    fields = RECORDS[record].by_key
    for key, value in entry.items():
        if value == "":
            yield Note((*way, key), beside=_brief(fields[key].help))
    left = [one for one in _order(record) if one.key not in entry and one.attribute != _FORMER]
    if left and not is_short:
        lines = [line for field in left for line in _offered(field)]
        yield Note(way, below=(ADD, *lines))


def _brief(text: str) -> str:
    """Return a text that has room beside a key: all of it, or its first sentence."""
    return text if len(text) <= _BRIEF else f"{text.partition('. ')[0].rstrip('.')}."


def _offered(field: Field) -> Iterator[str]:
    whole = f"{field.key}: {field.example}  # {field.help}"
    if len(whole) <= _WIDTH - len("    # "):
        yield whole
    else:
        yield f"{field.key}: {field.example}"
        yield f"    {field.help}"


def _about(statements: Mapping[str, str], way: tuple[str | int, ...], words: str) -> Iterator[Note]:
    """Yield what each judgement is about, and which words can be chosen for it."""
    for number, title in enumerate(statements.values()):
        above = tuple(wrap(words, _BRIEF)) if not number else ()
        yield Note((*way, number), beside=title, above=above, below=(f"{_STATUS}:",))
