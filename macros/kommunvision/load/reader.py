"""The located tree and the key tables become objects of the model."""

from __future__ import annotations

from typing import Any

from kommunvision import model
from kommunvision.load.numbers import REST_OF_NUMBER
from kommunvision.load.peek import ids
from kommunvision.load.tree import Mapping, Node, Scalar, Sequence
from kommunvision.load.values import Unreadable, convert, odd_characters, too_long
from kommunvision.origin import Origin, Where
from kommunvision.problem import Problem, Problems, problem
from kommunvision.swedish.format import number
from kommunvision.swedish.keys import (
    CHOICES,
    END_KEY,
    NOT_STATED,
    RECORDS,
    Field,
    Kind,
    Record,
    former,
)
from kommunvision.swedish.problems.objects import GROUP, LIST, NOTHING, TEXT
from kommunvision.text.guess import nearest

# No list of one object comes near; each part of some lists becomes pages of its own.
MOST_ITEMS = 2_000

_CLASSES: dict[str, Any] = {
    "accessibility": model.Accessibility,
    "shortcoming": model.Shortcoming,
    "contact": model.Contact,
    "logotype": model.Logotype,
    "picture": model.Picture,
    "plain": model.PlainLanguage,
    "avoided": model.Avoided,
    "body": model.Body,
    "model": model.GoverningModel,
    "level": model.Level,
    "category": model.Category,
    "vision": model.Vision,
    "goal": model.Goal,
    "support": model.Support,
    "indicator": model.Indicator,
    "measurement": model.Measurement,
    "part": model.Part,
    "revision": model.Revision,
    "series": model.Series,
    "baseline": model.Baseline,
    "target": model.Target,
    "relative": model.Relative,
    "former_target": model.FormerTarget,
    "statistic": model.Statistic,
    "table": model.StatisticTable,
    "selection": model.Selection,
    "related": model.RelatedSeries,
    "scale": model.Scale,
    "scale_step": model.ScaleStep,
    "occasion": model.Occasion,
    "statement": model.Statement,
    "verdict": model.Verdict,
    "planned": model.Planned,
    "tally": model.Tally,
    "count": model.Count,
    "correction": model.Correction,
    "decision": model.Decision,
    "source": model.Source,
    "news": model.NewsItem,
    "theme": model.Theme,
    "term": model.Term,
    "easy": model.EasyText,
    "translation": model.Translation,
    "withdrawn": model.WithdrawnPage,
    "exception": model.DeclaredException,
    "timeline": model.Timeline,
    "step": model.Step,
    "wording": model.Wording,
    "quote": model.Quote,
}

# Values of the model that are equal wherever they stand, so they carry no place.
_PLACELESS: dict[str, Any] = {"reference": model.Reference, "validity": model.Validity}

_RECORDS_OF = {made: name for name, made in _CLASSES.items()}


def record_of(item: object) -> str:
    """Return the name of the record that an object was read by."""
    return _RECORDS_OF[type(item)]


class Reader:
    """Reads the objects of one file; every problem it meets is added to ``problems``."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self.unread: set[str] = set()
        """Ids of what could not be read, parts of objects included."""

    def record(self, name: str, node: Node) -> Any | None:  # noqa: ANN401 - one class per record
        """Read one object; none when what it needs is missing or unreadable."""
        values = self.values(name, node)
        if values is None:
            self.unread.update(ids(node))
            return None
        where = values.pop("where")
        if name == "reference" and not {"target", "name"} & values.keys():
            record = RECORDS[name]
            self._problems.add(
                problem("KV102", where.origin, key=record.fields[0].key, object=record.name)
            )
            return None
        if name in _PLACELESS:
            return _PLACELESS[name](**values)
        return _CLASSES[name](**values, where=where)

    def values(self, name: str, node: Node) -> dict[str, Any] | None:
        """Read an object's attributes, with ``where`` and ``not_stated`` among them."""
        record = RECORDS[name]
        if isinstance(node, Scalar) and record.plain and not node.is_empty:
            plain = next(field for field in record.fields if field.attribute == record.plain)
            node = Mapping(((Scalar(plain.key, node.origin), node),), node.origin)
        if not isinstance(node, Mapping):
            self._problems.add(problem("KV105", node.origin, object=record.name, got=_what(node)))
            return None
        return _Object(self, record, node, self._problems).values()


class _Object:
    """One mapping while it is read."""

    def __init__(self, reader: Reader, record: Record, node: Mapping, problems: Problems) -> None:
        self._reader = reader
        self._record = record
        self._node = node
        self._problems = problems
        self._values: dict[str, Any] = {}
        self._places: dict[tuple[str | int, ...], Origin] = {}
        self._unstated: set[str] = set()
        self._sound = True

    def values(self) -> dict[str, Any] | None:
        fields = self._record.by_key
        for key, value in self._node.entries:
            field = fields.get(key.text)
            if field is None:
                self._unknown(key, value)
            else:
                self._field(field, key, value)
        written = {key.text for key, _ in self._node.entries}
        for field in self._record.fields:
            if field.required and field.key not in written:
                self._problems.add(
                    problem("KV102", self._start(), key=field.key, object=self._record.name)
                )
                self._sound = False
        if not self._sound:
            return None
        if any(field.unstated for field in self._record.fields):
            self._values["not_stated"] = frozenset(self._unstated)
        self._values["where"] = Where(self._start(), self._places)
        return self._values

    def _start(self) -> Origin:
        entries = self._node.entries
        return entries[0][0].origin if entries else self._node.origin

    def _unknown(self, key: Scalar, value: Node) -> None:
        if REST_OF_NUMBER.fullmatch(key.text) and isinstance(value, Scalar) and value.is_empty:
            # Within braces, 81,5 is a value of 81 and a key 5 to YAML.
            self._problems.add(problem("KV119", key.origin, value=key.text))
            self._sound = False
            return
        words = self._record.by_key
        self._problems.add(
            problem(
                "KV101",
                key.origin,
                suggestion=nearest(key.text, words),
                key=key.text,
                object=self._record.name,
            )
        )

    def _field(self, field: Field, key: Scalar, node: Node) -> None:
        self._places[(field.attribute,)] = _place(field, node)
        if isinstance(node, Scalar):
            if node.is_empty:
                self._problems.add(problem("KV103", key.origin, key=field.key))
                self._sound = self._sound and not field.required
                return
            if node.text.strip().lower() == NOT_STATED:
                self._declare_unstated(field, node)
                return
            if field.word and node.text.strip().lower() == field.word[0]:
                self._values[field.word[1]] = True
                return
        if field.kind is Kind.FORMER:
            told = self._former()
            if told is None:
                return
            field = told
        if field.many:
            self._values[field.attribute] = self._many(field, node)
        else:
            self._one(field, node)

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

    def _one(self, field: Field, node: Node) -> None:
        value = self._value(field, node)
        if value is None:
            self._sound = self._sound and not field.required
        else:
            self._values[field.attribute] = value

    def _many(self, field: Field, node: Node) -> tuple[Any, ...]:
        items = node.items if isinstance(node, Sequence) else (node,)
        if len(items) > MOST_ITEMS:
            shown = {"key": field.key, "size": number(len(items)), "limit": number(MOST_ITEMS)}
            self._problems.add(Problem("KV122", node.origin, shown))
            self._sound = self._sound and not field.required
            return ()
        found: list[Any] = []
        for item in items:
            self._places[(field.attribute, len(found))] = _place(field, item)
            value = self._value(field, item)
            if value is not None:
                found.append(value)
        if field.required and not found:
            if not items:
                self._problems.add(problem("KV103", node.origin, key=field.key))
            self._sound = False
        return tuple(found)

    def _value(self, field: Field, node: Node) -> Any:  # noqa: ANN401 - one type per kind
        if field.kind in {Kind.RECORD, Kind.REFERENCE}:
            return self._reader.record(field.of if field.kind is Kind.RECORD else "reference", node)
        if field.kind is Kind.VALIDITY:
            return self._validity(node)
        return self._text(field, node)

    def _text(self, field: Field, node: Node) -> Any:  # noqa: ANN401 - one type per kind
        if not isinstance(node, Scalar):
            self._problems.add(problem("KV104", node.origin, key=field.key, got=_what(node)))
            return None
        if node.is_empty:
            self._problems.add(problem("KV103", node.origin, key=field.key))
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

    def _validity(self, node: Node) -> model.Validity | None:
        value: model.Validity | None = self._reader.record("validity", node)
        if value and value.start and value.end and value.end.last.is_before(value.start.start):
            # Only a mapping has both ends, each a text that was read as a date.
            written = dict(node.entries) if isinstance(node, Mapping) else {}
            end = next(end for key, end in written.items() if key.text == END_KEY)
            text = end.text if isinstance(end, Scalar) else ""
            self._problems.add(problem("KV403", end.origin, key=END_KEY, value=text))
        return value


def _place(field: Field, node: Node) -> Origin:
    """Return where a value stands; that of a reference with remarks is where its id stands."""
    if field.kind is Kind.REFERENCE and isinstance(node, Mapping):
        key = RECORDS["reference"].fields[0].key
        return next((value.origin for name, value in node.entries if name.text == key), node.origin)
    return node.origin


def _what(node: Node) -> str:
    """Return the Swedish name of a kind of node, for messages."""
    if isinstance(node, Scalar):
        return TEXT.format(text=node.text) if node.text else NOTHING
    return LIST if isinstance(node, Sequence) else GROUP
