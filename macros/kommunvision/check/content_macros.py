"""Macro calls in Markdown: they stand where their HTML may stand, and name what exists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kommunvision.address import address
from kommunvision.check import content_periods
from kommunvision.check.page_days import ALWAYS, Days, days
from kommunvision.check.suggest import Guesses
from kommunvision.check.walk import RECORD_OF
from kommunvision.model import (
    Decision,
    Goal,
    GoverningModel,
    Indicator,
    Item,
    Kommun,
    NewsItem,
    Source,
    Vision,
)
from kommunvision.swedish.format import alternatives
from kommunvision.swedish.keys import RECORDS
from kommunvision.swedish.macros import BY_NAME, KIND_NAMES, Argument, ArgumentKind, Macro
from kommunvision.text.calls import MacroCall, Place, Value
from kommunvision.text.fault import Fault
from kommunvision.text.markdown_page import MarkdownPage

_SINGLE = re.compile(r"(?<!\{)\{[ \t]*(\w+)[ \t]*\([^{}\n]*\)[ \t]*\}")
_REFERENCES = {ArgumentKind.OBJECT, ArgumentKind.KOMMUN, ArgumentKind.CATEGORY}


@dataclass(frozen=True, slots=True)
class Own:
    """What a page is itself."""

    url: str
    """Its address."""
    shown: Days = ALWAYS
    """The days on which readers see it."""


def places(page: MarkdownPage) -> Iterator[Fault]:
    """Find calls that stand where what they give cannot stand."""
    for call in page.calls:
        if page.in_code(call) or page.holder(call) is not None:
            yield _fault(call.place, "KV713", call.word)
        elif call.macro.block and not page.is_alone(call):
            yield _fault(call.place, "KV712", call.word)


def single_braces(page: MarkdownPage) -> Iterator[Fault]:
    """Find macros in single braces, which are shown as they stand."""
    for found in _SINGLE.finditer(page.words):
        if found[1] in BY_NAME and not page.is_code(found.start()):
            line, column = page.place(found.start())
            meant = f"{{{{ {found[0][1:-1].strip()} }}}}"
            yield Fault(line, column, "KV732", found[0], meant, length=len(found[0]))


def arguments(
    page: MarkdownPage,
    own: Own,
    home: Kommun | None,
    kommuner: Iterable[Kommun],
    guesses: Guesses,
) -> Iterator[Fault]:
    """Find values that are of the wrong kind or name nothing that exists.

    Args:
        page: The page.
        own: What it is itself.
        home: The kommun that it belongs to.
        kommuner: Every kommun of the site.
        guesses: Finds what was probably meant.
    """
    judge = _Judge(own, home, {kommun.slug: kommun for kommun in kommuner}, guesses)
    for call in page.calls:
        yield from judge.call(call)


def _hidden(item: Item | None, key: str, kommun: Kommun, shown: Days) -> str | None:
    """Return the code for what readers do not see, or not on every day that a page is shown."""
    if item is None:
        return "KV784" if key in kommun.drafts else None
    return None if days(item.shown_from, item.shown_until).cover(shown) else "KV785"


@dataclass(frozen=True, slots=True)
class _Judge:
    """Judges the calls of one page."""

    own: Own
    home: Kommun | None
    kommuner: Mapping[str, Kommun]
    guesses: Guesses
    homes: dict[str, Kommun] = field(default_factory=dict)
    """The kommun of the object that each argument of the latest call names."""

    def call(self, call: MacroCall) -> Iterator[Fault]:
        by_attribute = {argument.attribute: argument for argument in call.macro.arguments}
        found: dict[str, Item] = {}
        faults: list[Fault] = []
        for attribute, value in call.arguments.items():
            argument = by_attribute[attribute]
            for one in value if isinstance(value, tuple) and argument.many else (value,):
                fault = self._value(call, argument, one, found)
                if fault:
                    faults.append(fault)
        if not faults:
            faults += self._whole(call, found)
        yield from faults

    def _value(
        self, call: MacroCall, argument: Argument, value: Value, found: dict[str, Item]
    ) -> Fault | None:
        place = call.places[argument.attribute]
        details = {"macro": call.macro.name, "argument": argument.name}
        kind = argument.kind
        fits: type = {ArgumentKind.FLAG: bool, ArgumentKind.WHOLE: int}.get(kind, str)
        if type(value) is not fits:
            shown = _shown(value)
            return _fault(place, "KV709", shown, details | {"expected": KIND_NAMES[kind]})
        word = str(value)
        if argument.choices and word not in argument.choices:
            near = self.guesses.nearest(word, argument.choices)
            expected = alternatives(list(argument.choices))
            return _fault(place, "KV709", word, details | {"expected": expected}, near)
        if kind is ArgumentKind.KOMMUN and word not in self.kommuner:
            near = self.guesses.nearest(word, self.kommuner)
            return _fault(place, "KV718", word, details, near)
        if kind is ArgumentKind.CATEGORY:
            return self._category(call, word, place)
        if kind is ArgumentKind.OBJECT:
            return self._object(call.macro, argument, word, place, found)
        return None

    def _object(  # noqa: PLR0911 - one for each thing that can be wrong
        self, macro: Macro, argument: Argument, word: str, place: Place, found: dict[str, Item]
    ) -> Fault | None:
        slug, slash, key = word.rpartition("/")
        kommun = self.kommuner.get(slug) if slash else self.home
        if slash and kommun is None:
            near = self.guesses.nearest(slug, self.kommuner)
            return _fault(place, "KV718", slug, {"macro": macro.name}, near)
        if kommun is None:
            return _fault(place, "KV716", word, {"macro": macro.name})
        wanted = argument.of.split()
        details = {"macro": macro.name, "expected": _names(wanted)}
        item = kommun.by_id.get(key)
        if item is None and key in kommun.unread:
            return None
        if hidden := _hidden(item, key, kommun, self.own.shown):
            return _fault(place, hidden, word, {"macro": macro.name})
        if item is None:
            fitting = [one for one in kommun.items if RECORD_OF[type(one)] in wanted]
            near = self.guesses.item_id(key, fitting)
            return _fault(place, "KV710", word, details, f"{slug}{slash}{near}" if near else None)
        if RECORD_OF[type(item)] not in wanted:
            got = RECORDS[RECORD_OF[type(item)]].name
            return _fault(place, "KV711", word, details | {"got": got})
        found[argument.attribute] = item
        self.homes[argument.attribute] = kommun
        return None

    def _category(self, call: MacroCall, word: str, place: Place) -> Fault | None:
        slug = call.arguments.get("kommun")
        kommun = self.kommuner.get(slug) if isinstance(slug, str) else self.home
        if kommun is None:
            return None
        known = [category.id for level in kommun.levels for category in level.categories]
        if word in known:
            return None
        details = {"macro": call.macro.name, "expected": RECORDS["category"].name}
        return _fault(place, "KV710", word, details, self.guesses.nearest(word, known))

    def _whole(self, call: MacroCall, found: Mapping[str, Item]) -> Iterator[Fault]:
        """Judge a call whose values are each sound: is there a kommun, and anything to show?"""
        named = any(
            argument.kind in _REFERENCES and argument.attribute in call.arguments
            for argument in call.macro.arguments
        )
        slug = call.arguments.get("kommun")
        kommun = self.kommuner.get(slug) if isinstance(slug, str) else self.home
        if call.macro.needs_kommun and not named and kommun is None:
            yield _fault(call.place, "KV716", call.word, {"macro": call.macro.name})
        elif self._is_empty(call, found.get("item"), kommun):
            yield _fault(call.place, "KV717", call.word, {"macro": call.macro.name})
        elif found or kommun is not None:
            yield from self._unknown(call, found, kommun)

    def _unknown(
        self, call: MacroCall, found: Mapping[str, Item], kommun: Kommun | None
    ) -> Iterator[Fault]:
        """Find periods, groups and earlier occasions that the data has nothing for."""
        for attribute in found:
            kommun = self.homes[attribute]
        for one in content_periods.unknown(call, found, kommun) if kommun else ():
            place, macro = call.places[one.attribute], {"macro": call.macro.name}
            if one.known:
                expected = alternatives([f'"{word}"' for word in one.known])
                yield _fault(place, "KV737", one.word, macro | {"expected": expected})
            else:
                yield _fault(place, "KV717", call.word, macro)

    def _is_empty(self, call: MacroCall, item: Item | None, kommun: Kommun | None) -> bool:
        """Tell whether the data has nothing that the macro could show."""
        name = call.macro.function
        if name == "vision":
            # A vision that could not be read is reported where it stands.
            return item is None and kommun is not None and not (kommun.visions or kommun.unread)
        if name == "contact":
            said = kommun and (kommun.contact or "contact" in kommun.not_stated)
            return kommun is not None and not said
        if item is None:
            return _no_occasion(call, kommun)
        if isinstance(item, Goal | Indicator) and name in {"goal", "indicator"}:
            own = self.home is not None and address(self.home, item) == self.own.url
            return own and _has_no_words(call, item)
        return _lacks(call, item)


def _lacks(call: MacroCall, item: Item) -> bool:
    """Tell whether an object lacks what a macro shows of it, wherever it is shown."""
    name = call.macro.function
    if name == "timeline":
        part = str(call.arguments.get("part", "history"))
        return isinstance(item, Vision | GoverningModel) and not getattr(item, part, None)
    if name == "quote" and isinstance(item, NewsItem) and item.quotes:
        return call.arguments.get("number", 1) not in range(1, len(item.quotes) + 1)
    return not {
        "quote": item.verbatim,
        "note": item.note,
        "wordings": getattr(item, "wordings", ()),
        "decision": isinstance(item, Decision) or _told(item, "decisions"),
        "source": isinstance(item, Source) or _told(item, "sources"),
    }.get(name, True)


def _has_no_words(call: MacroCall, item: Goal | Indicator) -> bool:
    """Tell whether a card has nothing but the heading, which its own page has already."""
    if isinstance(item, Goal):
        return not (item.own_title or item.text or item.description)
    asked = {"period", "occasion"} & set(call.arguments)
    return not (item.promise or item.description or asked)


def _no_occasion(call: MacroCall, kommun: Kommun | None) -> bool:
    """Tell whether the newest follow-up is asked for where there is none."""
    if kommun is None or "occasion" in call.arguments:
        return False
    asked = call.macro.function in {"followup", "summary", "changes"}
    return asked and not (kommun.occasions or kommun.unread)


def _told(item: Item, attribute: str) -> bool:
    """Tell whether the data says something, if only that the source says nothing."""
    return bool(getattr(item, attribute)) or attribute in item.not_stated


def _names(kinds: Iterable[str]) -> str:
    return alternatives([RECORDS[kind].name for kind in kinds])


def _shown(value: Value) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _fault(
    place: Place,
    code: str,
    word: str,
    details: Mapping[str, str] | None = None,
    suggestion: str | None = None,
) -> Fault:
    return Fault(place.line, place.column, code, word, suggestion, details or {}, place.length)
