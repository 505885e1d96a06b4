"""Macro calls in Markdown: found, read and judged without running anything."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from jinja2.exceptions import TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from kommunvision.swedish.format import number
from kommunvision.swedish.macros import BY_NAME, FLAGS, MACROS, Macro
from kommunvision.swedish.problems.objects import TOO_LONG, TOO_MANY_MACROS
from kommunvision.text.decode import PRIVATE
from kommunvision.text.fault import Fault, line_and_column
from kommunvision.text.guess import nearest

Value = str | int | bool | tuple[str, ...]

# Far above any page that people write, far below what takes time.
LONGEST_PAGE = 200_000
MOST_CALLS = 500
_LONGEST_CALL = 1_000
_MOST_FAULTS = 50

# A single value without quotation marks.
_UNQUOTED = re.compile(r"\{\{\s*\w+\(\s*([\w/-]+)\s*\)\s*\}\}")
_OPENING = re.compile(r"\{+\{|\{%|\{#")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a part of a call stands in the page's text."""

    line: int
    column: int
    length: int


@dataclass(frozen=True, slots=True)
class MacroCall:
    """A well-formed call: known macro, known arguments, plain values."""

    macro: Macro
    word: str
    """The macro's name as it is written."""
    arguments: Mapping[str, Value] = field(hash=False)
    """Values by the names of the function's parameters."""
    places: Mapping[str, Place] = field(hash=False)
    """Where each value stands."""
    place: Place
    """Where the call begins."""
    span: tuple[int, int]
    """Start and end of the call in the text."""


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int


class _NotACallError(Exception):
    """The braces hold something else than a call with plain values."""


def parse(source: str) -> tuple[tuple[MacroCall, ...], tuple[Fault, ...]]:
    """Find every macro call of a page, and everything in braces that is none.

    ``KV701`` unknown macro, ``KV702`` not a macro call, ``KV703`` a statement, ``KV704`` a
    comment, ``KV705`` braces that are not closed, ``KV706`` unknown argument, ``KV707`` missing
    argument, ``KV708`` too many arguments, ``KV714`` a forged token, ``KV715`` too much.
    """
    text = source.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > LONGEST_PAGE:
        told = TOO_LONG.format(size=number(len(text)))
        details = {"cause": told, "limit": number(LONGEST_PAGE)}
        return (), (Fault(1, 1, "KV715", "", details=details),)
    reader = _Reader(text)
    reader.read()
    ordered = sorted(reader.faults, key=lambda fault: (fault.line, fault.column, fault.code))
    return tuple(reader.calls), tuple(ordered)


class _Reader:
    """Goes through a page once; each opening of braces is read on its own."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.calls: list[MacroCall] = []
        self.faults: list[Fault] = []
        self._lexer = SandboxedEnvironment().lexer

    def read(self) -> None:
        if forged := PRIVATE.search(self.text):
            self._blame("KV714", forged.start(), f"U+{ord(forged[0]):04X}")
        position = 0
        while found := _OPENING.search(self.text, position):
            if len(self.faults) >= _MOST_FAULTS:
                return
            if len(self.calls) >= MOST_CALLS:
                limit = {"cause": TOO_MANY_MACROS, "limit": number(MOST_CALLS)}
                self._blame("KV715", found.start(), found[0], limit)
                return
            position = self._expression(found) if "{{" in found[0] else self._statement(found)

    def _statement(self, found: re.Match[str]) -> int:
        """Refuse a statement or a comment, and go on after it."""
        code, closing = ("KV703", "%}") if found[0] == "{%" else ("KV704", "#}")
        end = self.text.find(closing, found.end(), found.end() + _LONGEST_CALL)
        stop = end + len(closing) if end >= 0 else found.end()
        self._blame(code, found.start(), self.text[found.start() : stop])
        return stop

    def _expression(self, found: re.Match[str]) -> int:
        """Read what a pair of braces opens, and go on after it."""
        start = found.start()
        if len(found[0]) > len("{{"):
            example = {"example": MACROS[0].example}
            self._blame("KV702", start, self.text[start : start + 60], example)
            return found.end()
        tokens = list(self._tokens(start))
        if not tokens or tokens[-1].kind != "variable_end":
            self._blame("KV705", start, self.text[start : start + 60])
            return found.end()
        end = tokens[-1].start + len(tokens[-1].text.rstrip())
        word = self.text[start:end]
        try:
            self._call(tokens, (start, end))
        except _NotACallError:
            macro = BY_NAME.get(tokens[1].text, MACROS[0])
            bare = _UNQUOTED.fullmatch(word)
            shown = f'{{{{ {macro.name}("{bare[1]}") }}}}' if bare else macro.example
            self._blame("KV702", start, word, {"example": shown})
        return end

    def _tokens(self, start: int) -> Iterator[_Token]:
        """Yield Jinja's own tokens from an opening to its close; stop where they make no sense."""
        position = start
        piece = self.text[start : start + _LONGEST_CALL]
        try:
            for _, kind, text in self._lexer.tokeniter(piece, None):
                if kind != "whitespace":
                    yield _Token(kind, text, position)
                position += len(text)
                if kind == "variable_end":
                    return
        except TemplateSyntaxError:
            return

    def _call(self, tokens: list[_Token], span: tuple[int, int]) -> None:
        """Read a call, with Jinja's tokens and a small part of its grammar."""
        line = [token.text for token in tokens]
        if (line[0], line[-1].strip()) != ("{{", "}}") or len(tokens) < len("{{m()}}") - 2:
            raise _NotACallError
        name = tokens[1]
        if name.kind != "name" or line[2] != "(" or line[-2] != ")":
            raise _NotACallError
        values = list(_values(tokens[3:-2]))
        macro = BY_NAME.get(name.text)
        if macro is None:
            near = nearest(name.text, BY_NAME)
            meant = BY_NAME[near].name if near else None
            self._blame("KV701", name.start, name.text, suggestion=meant)
            return
        self._arguments(macro, name, values, span)

    def _arguments(
        self,
        macro: Macro,
        name: _Token,
        values: list[tuple[_Token | None, _Token, Value]],
        span: tuple[int, int],
    ) -> None:
        """Give each value to its argument."""
        arguments: dict[str, Value] = {}
        places: dict[str, Place] = {}
        sound = True
        for index, (key, token, value) in enumerate(values):
            known = macro.by_name
            argument = (
                known.get(key.text)
                if key is not None
                else (macro.arguments[index] if index < len(macro.arguments) else None)
            )
            if key is not None and argument is None:
                names = {"macro": macro.name, "choices": ", ".join(a.name for a in macro.arguments)}
                near = nearest(key.text, known)
                self._blame("KV706", key.start, key.text, names, suggestion=near)
                sound = False
            elif argument is None or argument.attribute in arguments:
                self._blame("KV708", (key or token).start, token.text, {"macro": macro.name})
                sound = False
            else:
                arguments[argument.attribute] = value
                places[argument.attribute] = self._place(token.start, len(token.text))
        for argument in macro.arguments:
            if argument.required and argument.attribute not in arguments and sound:
                details = {"macro": macro.name, "argument": argument.name}
                self._blame("KV707", name.start, name.text, details)
                sound = False
        if sound:
            word = self.text[span[0] : span[1]].partition("\n")[0]
            place = self._place(span[0], len(word))
            self.calls.append(MacroCall(macro, name.text, arguments, places, place, span))

    def _place(self, position: int, length: int) -> Place:
        return Place(*line_and_column(self.text, position), length)

    def _blame(
        self,
        code: str,
        position: int,
        word: str,
        details: Mapping[str, str] | None = None,
        suggestion: str | None = None,
    ) -> None:
        shown = word.partition("\n")[0]
        place = self._place(position, len(shown))
        short = shown if len(shown) <= 60 else f"{shown[:59]}…"  # noqa: PLR2004 - fits a message
        self.faults.append(
            Fault(place.line, place.column, code, short, suggestion, details or {}, place.length)
        )


def _values(tokens: list[_Token]) -> Iterator[tuple[_Token | None, _Token, Value]]:
    """Yield key, first token and value of each argument."""
    rest = list(tokens)
    named = False
    while rest:
        key = None
        if len(rest) > 1 and rest[0].kind == "name" and rest[1].text == "=":
            key, rest = rest[0], rest[2:]
            named = True
        elif named:
            raise _NotACallError
        if not rest:
            raise _NotACallError
        first = rest[0]
        value = _take(rest)
        yield key, first, value
        if rest and rest.pop(0).text != ",":
            raise _NotACallError


def _take(rest: list[_Token]) -> Value:
    """Take one value from the front: a text, a number, ja or nej, a list of texts."""
    token = rest.pop(0)
    if token.kind == "string" and "\\" not in token.text:
        return token.text[1:-1]
    if token.kind == "integer" and token.text.isdecimal():
        return int(token.text)
    if token.kind == "name" and token.text in FLAGS:
        return FLAGS[token.text]
    if token.text != "[":
        raise _NotACallError
    texts: list[str] = []
    while rest and rest[0].text != "]":
        text = _take(rest)
        if not isinstance(text, str) or not rest or rest[0].text not in {",", "]"}:
            raise _NotACallError
        texts.append(text)
        if rest[0].text == ",":
            rest.pop(0)
    if not rest:
        raise _NotACallError
    rest.pop(0)
    return tuple(texts)
