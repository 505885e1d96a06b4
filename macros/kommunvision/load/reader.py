"""The located tree and the key tables become objects of the model."""

from __future__ import annotations

from typing import Any

from kommunvision import model
from kommunvision.load.classes import CLASSES, PLACELESS
from kommunvision.load.commas import cut_text, cut_with_colon, goes_on, has_no_colon
from kommunvision.load.dates import is_backwards
from kommunvision.load.genders import with_keys
from kommunvision.load.needed import LONGEST_WORD, NEEDED
from kommunvision.load.numbers import REST_OF_NUMBER
from kommunvision.load.peek import ids, is_draft
from kommunvision.load.tree import Mapping, Node, Scalar, Sequence
from kommunvision.load.unknown import unknown
from kommunvision.load.values import Unreadable, convert, is_id, odd_characters, too_long
from kommunvision.origin import Origin, Where, place_name
from kommunvision.problem import Problem, Problems, problem
from kommunvision.swedish.format import number
from kommunvision.swedish.keys import (
    CHOICES,
    END_KEY,
    NOT_STATED,
    RECORDS,
    Field,
    Kind,
    former,
)
from kommunvision.swedish.problems.objects import (
    FILL_IN,
    FILL_IN_OR_REMOVE,
    GROUP,
    LIST,
    NOTHING,
    TEXT,
)

# No list of one object comes near; each part of some lists becomes pages of its own.
MOST_ITEMS = 2_000

# Asked for at every value of every file; by way of its enum each takes nine times as long.
_FORMER, _RECORD = Kind.FORMER, Kind.RECORD
_REFERENCE, _VALIDITY = Kind.REFERENCE, Kind.VALIDITY


class Reader:
    """Reads the objects of one file; every problem it meets is added to ``problems``."""

    def __init__(self, problems: Problems, *, drafts: bool = True) -> None:
        self._problems = problems
        self._with_drafts = drafts
        self.unread: set[str] = set()
        """Ids of what could not be read, parts of objects included."""

    def record(self, name: str, node: Node) -> Any | None:  # noqa: ANN401 - one class per record
        """Read one object; none when what it needs is missing or unreadable."""
        if not self._with_drafts and is_draft(name, node):
            return None  # No fault, and no part of the object.
        values = self.values(name, node)
        if values is None:
            self.unread.update(ids(node))
            return None
        where = values.pop("where")
        if name == "indicator":
            values = with_keys(values)
        if name in PLACELESS:
            return PLACELESS[name](**values)
        return CLASSES[name](**values, where=where)

    def values(self, name: str, node: Node) -> dict[str, Any] | None:
        """Read an object's attributes, with ``where`` and ``not_stated`` among them."""
        record = RECORDS[name]
        if isinstance(node, Scalar) and record.plain and not node.is_empty:
            node = Mapping(((Scalar(record.plain_key, node.origin), node),), node.origin)
        if not isinstance(node, Mapping):
            self._problems.add(problem("KV105", node.origin, object=record.name, got=_what(node)))
            return None
        return _Object(self, name, node, self._problems).values()


class _Object:
    """One mapping while it is read."""

    def __init__(self, reader: Reader, name: str, node: Mapping, problems: Problems) -> None:
        self._reader = reader
        self._record = RECORDS[name]
        self._needed = NEEDED[name]
        self._node = node
        self._problems = problems
        self._values: dict[str, Any] = {}
        self._places: dict[tuple[str | int, ...], Origin] = {}
        self._meant: dict[tuple[str | int, ...], Origin] = {}
        """Places of keys that are misspelt, by what they most resemble."""
        self._cut: Scalar | None = None
        self._unstated: set[str] = set()
        self._sound = True

    def values(self) -> dict[str, Any] | None:
        fields = self._record.by_key
        before: tuple[Scalar, Scalar] | None = None
        for key, value in self._node.entries:
            field = fields.get(key.text)
            if field is not None:
                self._field(field, key, value)
            elif before and has_no_colon(key, value):
                self._split(key, *before)
                continue
            elif before and goes_on(fields, key, before):
                self._go_on(key, before[0])
                continue
            else:
                self._unknown(key)
            before = (key, value) if isinstance(value, Scalar) else None
        self._see_what_is_missing()
        if not self._sound:
            return None
        if self._record.unstated:
            self._values["not_stated"] = frozenset(self._unstated)
        self._values["where"] = Where(self._start(), self._places)
        return self._values

    def _start(self) -> Origin:
        entries = self._node.entries
        return entries[0][0].origin if entries else self._node.origin

    def _see_what_is_missing(self) -> None:
        """Tell which keys an object lacks; one that is misspelt is there, and cannot be read."""
        for places, key in self._needed:
            if places.isdisjoint(self._places):
                self._sound = False
                if places.isdisjoint(self._meant):
                    told = {"key": key, "object": self._record.name}
                    self._problems.add(Problem("KV102", self._start(), told))
        if self._meant:
            # So the rules do not miss it either.
            self._places = {**self._meant, **self._places}

    def _unknown(self, key: Scalar) -> None:
        found, meant = unknown(self._record, key.text, key.origin)
        self._problems.add(found)
        if meant:
            self._meant.setdefault(place_name(meant.attribute), key.origin)

    def _split(self, rest: Scalar, key: Scalar, value: Scalar) -> None:
        """Tell that YAML has taken the rest of a value, after a comma within braces, for a key."""
        line, column = value.end
        glued = (rest.origin.line, rest.origin.column) == (line + 1, column + len(",") + 1)
        if glued and REST_OF_NUMBER.fullmatch(rest.text):
            self._problems.add(problem("KV119", rest.origin, value=rest.text))
            self._sound = False
        elif key is not self._cut:
            # More commas in the same text are told of by the first.
            self._cut = key
            self._problems.add(problem("KV117", rest.origin, key=key.text, value=rest.text))

    def _go_on(self, rest: Scalar, key: Scalar) -> None:
        """Tell that the rest of a value has a colon, and so has become a key after the comma."""
        if key is not self._cut:
            self._cut = key
            self._problems.add(problem("KV129", rest.origin, value=rest.text))

    def _field(self, field: Field, key: Scalar, node: Node) -> None:
        self._places[place_name(field.attribute)] = _place(field, node)
        if isinstance(node, Scalar):
            word = node.text.strip()
            if not word or (word == "~" and node.is_empty):
                self._problems.add(_empty(field, key))
                self._sound = self._sound and not field.required
                return
            if len(word) <= LONGEST_WORD and self._stands_for_it(word.lower(), field, node):
                return
        if field.kind is _FORMER:
            if (told := self._former()) is None:
                return
            field = told
        if field.many:
            self._values[field.attribute] = self._many(field, node)
        elif (value := self._value(field, node)) is not None:
            self._values[field.attribute] = value
        elif field.required:
            self._sound = False

    def _stands_for_it(self, word: str, field: Field, node: Scalar) -> bool:
        """Take a word that stands in place of a value, if it is one."""
        if word == NOT_STATED:
            self._declare_unstated(field, node)
            return True
        if field.word and word == field.word[0]:
            self._values[field.word[1]] = True
            return True
        return False

    def _former(self) -> Field | None:
        """Return how to read what stood before: as the key that the correction names."""
        fields = {field.attribute: field.key for field in self._record.fields}
        written = {key.text: value for key, value in self._node.entries}
        part = written.get(fields["part"])
        word = part.text.strip().lower() if isinstance(part, Scalar) else ""
        attribute = CHOICES["corrected"].get(word, "")
        return former(attribute, of_statement=fields["about"] in written)

    def _declare_unstated(self, field: Field, node: Scalar) -> None:
        if field.unstated:
            self._unstated.add(field.attribute)
        else:
            self._problems.add(problem("KV115", node.origin, key=field.key))
            self._sound = self._sound and not field.required

    def _many(self, field: Field, node: Node) -> tuple[Any, ...]:
        items = node.items if isinstance(node, Sequence) else (node,)
        if len(items) > MOST_ITEMS:
            shown = {"key": field.key, "size": number(len(items)), "limit": number(MOST_ITEMS)}
            self._problems.add(Problem("KV122", node.origin, shown))
            self._sound = self._sound and not field.required
            return ()
        if not items and not field.required:
            # An empty list says nothing.
            del self._places[place_name(field.attribute)]
        if cut := cut_text(field, items):
            self._problems.add(problem("KV128", cut.origin, key=field.key, value=cut.text))
        rests = cut_with_colon(field, items)
        for rest in [*rests.values()][:1]:
            self._problems.add(problem("KV129", rest.origin, value=rest.text))
        found: list[Any] = []
        for place, item in enumerate(items):
            if place in rests:
                continue
            self._places[place_name(field.attribute, len(found))] = _place(field, item)
            value = self._value(field, item)
            if value is not None:
                found.append(value)
        if field.required and not found:
            if not items:
                self._problems.add(_empty(field, node))
            self._sound = False
        return tuple(found)

    def _value(self, field: Field, node: Node) -> Any:  # noqa: ANN401 - one type per kind
        kind = field.kind
        if isinstance(node, Scalar) and node.is_empty:
            self._problems.add(_empty(field, node))
            return None
        if kind is _RECORD:
            return self._reader.record(field.of, node)
        if kind is _REFERENCE:
            # Nearly all are an id and no more.
            if isinstance(node, Scalar) and is_id(node.text):
                return model.Reference(node.text)
            return self._reader.record("reference", node)
        if kind is _VALIDITY:
            return self._validity(field, node)
        return self._text(field, node)

    def _text(self, field: Field, node: Node) -> Any:  # noqa: ANN401 - one type per kind
        if not isinstance(node, Scalar):
            self._problems.add(problem("KV104", node.origin, key=field.key, got=_what(node)))
            return None
        if found := too_long(field, node):
            self._problems.add(found)
            return None
        if found := odd_characters(node):
            self._problems.add(found)
        try:
            return convert(field, node)
        except Unreadable as unreadable:
            self._problems.add(unreadable.found)
            return None

    def _validity(self, field: Field, node: Node) -> model.Validity | None:
        value: model.Validity | None = self._reader.record("validity", node)
        if isinstance(node, Scalar) and is_backwards(node.text):
            self._problems.add(problem("KV403", node.origin, key=field.key, value=node.text))
        if value and value.start and value.end and value.end.last.is_before(value.start.start):
            # Only a mapping has both ends, each a text that was read as a date.
            written = node.entries if isinstance(node, Mapping) else ()
            end = next(end for key, end in written if key.text == END_KEY)
            text = end.text if isinstance(end, Scalar) else ""
            self._problems.add(problem("KV403", end.origin, key=END_KEY, value=text))
        return value


def _place(field: Field, node: Node) -> Origin:
    """Return where a value stands; that of a reference with remarks is where its id stands."""
    if field.kind is _REFERENCE and isinstance(node, Mapping):
        key = RECORDS["reference"].fields[0].key
        return next((value.origin for name, value in node.entries if name.text == key), node.origin)
    return node.origin


def _empty(field: Field, node: Node) -> Problem:
    remedy = FILL_IN if field.required else FILL_IN_OR_REMOVE
    return problem("KV103", node.origin, key=field.key, remedy=remedy)


def _what(node: Node) -> str:
    """Return the Swedish name of a kind of node, for messages."""
    if isinstance(node, Scalar):
        return TEXT.format(text=node.text) if node.text else NOTHING
    return LIST if isinstance(node, Sequence) else GROUP
