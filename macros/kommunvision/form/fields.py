"""Rows of the key tables become fields of forms, in the words of Sveltia CMS."""

from __future__ import annotations

from typing import Any

from kommunvision.form.choices import Choices, Option
from kommunvision.swedish import form as words
from kommunvision.swedish.keys import CHOICES, NOT_STATED, RECORDS, Field, Kind, Record

Form = dict[str, Any]

# Kinds that are one line of text, whatever pattern it has.
_LINES = {
    Kind.ID: "id",
    Kind.WHOLE: "whole",
    Kind.NUMBER: "number",
    Kind.COLOUR: "colour",
    Kind.CODE: "code",
    Kind.URL: "url",
    Kind.EMAIL: "email",
    Kind.PERIOD: "period",
}


# What an object rests on comes after what it says.
_LAST = {"sources", "decisions", "verbatim", "note"}

_WHEN = {"draft", "shown_from", "shown_until"}


def shown(record: Record) -> list[Field]:
    """Return the keys that a form has, in order: all but those that are read as another key is."""
    found = [field for field in record.fields if field.kind is not Kind.FORMER]
    return sorted(found, key=lambda field: field.attribute in _LAST)


class Fields:
    """The fields of one kommun's forms."""

    def __init__(self, choices: Choices) -> None:
        self._choices = choices

    def section(self, key: str, record: str, *, many: bool) -> Form:
        """Return the field that holds a whole section of a file."""
        found = self._group(record, RECORDS[record], ())
        name = words.section_name(key)
        if not many:
            return {"name": key, "label": name, "widget": "object", "fields": found["fields"]}
        return {
            "name": key,
            "label": name,
            "label_singular": RECORDS[record].noun,
            "hint": _hint(RECORDS[record].help),
            "widget": "list",
            "required": False,
            "collapsed": True,
            **found,
        }

    def _field(self, record: str, field: Field, kinds: tuple[str, ...]) -> Form:
        """Return one field.

        Args:
            record: The record that it is of.
            field: Its row of the table.
            kinds: The kinds of object that a reference, of which this is a part, may lead to.
        """
        common: Form = {
            "name": field.key,
            "label": words.name_of(field.key),
            "required": field.required,
        }
        if field.record:
            return {**common, "hint": _hint(field.help), **self._inner(field)}
        if record == "reference" and field.attribute == "target":
            picks = [*self._choices.objects(kinds), *_more(kinds)]
            # Nothing to pick from: the id is written.
            made = _picked(picks) if picks else _text(field)
            return {**common, "label": words.REFERENCE, "hint": _hint(words.REFERENCE_HINT), **made}
        own = self._choices.words(record, field.attribute)
        if own:
            return {**common, "hint": _hint(field.help), **_picked(own, field)}
        if field.kind in {Kind.FLAG, Kind.CHOICE}:
            options = words.FLAGS if field.kind is Kind.FLAG else CHOICES[field.of]
            picked = _picked([(word, word) for word in options], field)
            return {**common, "hint": _hint(field.help), **picked}
        hint = _hint(field.help, field.example)
        if field.many:
            inner = {"name": field.key, "label": words.name_of(field.key), **_text(field)}
            one = words.name_of(field.key).lower()
            return {
                **common,
                "label_singular": one,
                "hint": hint,
                "widget": "list",
                "field": inner,
            }
        return {**common, "hint": hint, **_text(field)}

    def _inner(self, field: Field) -> Form:
        record = RECORDS[field.record]
        kinds = tuple(field.of.split()) if field.kind is Kind.REFERENCE else ()
        if field.unstated:
            kinds = (*kinds, NOT_STATED)
        if field.word:
            kinds = (*kinds, field.word[0])
        made = self._group(field.record, record, kinds)
        one = words.name_of(field.key).lower()
        if not field.many:
            return {"widget": "object", "collapsed": "auto", **made}
        return {
            "widget": "list",
            "label_singular": record.noun if field.kind is Kind.RECORD else one,
            "collapsed": True,
            **made,
        }

    def _group(self, name: str, record: Record, kinds: tuple[str, ...]) -> Form:
        # Last in a form is when it is shown, which stands first in a file.
        listed = sorted(shown(record), key=lambda field: field.attribute in _WHEN)
        fields = [self._field(name, field, kinds) for field in listed]
        return {"fields": fields, "summary": _summary(record)}


def _summary(record: Record) -> str:
    """Return what stands for an object that is folded: what it is called, or what it goes by."""
    keys = {field.attribute: field.key for field in record.fields}
    named = [keys[one] for one in ("title", "name", "word") if one in keys]
    if named and "id" in keys:
        return f"{_filled(named[0])} ({_filled(keys['id'])})"
    first = record.fields[0]
    if not named and not record.plain_key and first.kind is Kind.REFERENCE:
        status = [keys["status"]] if "status" in keys else []
        about = f"{first.key}.{RECORDS['reference'].plain_key}"
        return " · ".join(map(_filled, [about, *status]))
    return _filled(next(key for key in [*named, record.plain_key, first.key] if key))


def _filled(key: str) -> str:
    return "{{fields." + key + "}}"


def _more(kinds: tuple[str, ...]) -> list[Option]:
    """Return words that may stand where a reference may."""
    return [(one, one) for one in kinds if one not in RECORDS]


def _picked(options: list[Option], field: Field | None = None) -> Form:
    if field is not None and field.unstated and (NOT_STATED, NOT_STATED) not in options:
        options = [*options, (NOT_STATED, NOT_STATED)]
    made: Form = {
        "widget": "select",
        "options": [{"label": label, "value": value} for value, label in options],
    }
    return {**made, "multiple": True} if field is not None and field.many else made


def _text(field: Field) -> Form:
    if field.kind is Kind.PROSE:
        return {"widget": "text", "use_emoji_autocomplete": False}
    made: Form = {"widget": "string", "use_emoji_autocomplete": False}
    if field.kind in _LINES:
        pattern, message = words.PATTERNS[_LINES[field.kind]]
        unstated = f"|{NOT_STATED}" if field.unstated else ""
        made["pattern"] = [f"^({pattern}{unstated})$", message]
    return made


def _hint(help_: str, example: str = "") -> str:
    """Return the help below a field; an example of one text is told too."""
    text = example.strip('"')
    told = [help_]
    if text and not text.startswith(("[", "{")) and text not in help_:
        told.append(words.EXAMPLE.format(example=text))
    # What the editor would take for bold or italics.
    return " ".join(told).replace("_", "\\_").replace("*", "\\*")
