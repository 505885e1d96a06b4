"""The part of GraphQL that a client of GitHub or GitLab writes: read, and answered field by field."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

_SIGN = re.compile(r'"(?:[^"\\]|\\.)*"|\.\.\.|[A-Za-z_]\w*|-?\d+|[{}()\[\]:$!=]')


class QueryError(Exception):
    """What is wrong with a query, in the words of the server."""

    def __init__(self, message: str, **more: Any) -> None:
        super().__init__(message)
        self.told = {"message": message, **more}


@dataclass
class Selected:
    """One field that is asked for."""

    name: str
    alias: str
    arguments: dict[str, Any] = field(default_factory=dict)
    selection: list["Selected"] = field(default_factory=list)
    on: str | None = None
    """The one type that it is asked of."""


class _Variable(str):
    __slots__ = ()


class _Word(str):
    __slots__ = ()


class _Reader:
    def __init__(self, text: str) -> None:
        self._signs = _SIGN.findall(text)
        self._at = 0

    def peek(self) -> str:
        return self._signs[self._at]

    def take(self, expected: str | None = None) -> str:
        sign = self.peek()
        if expected is not None and sign != expected:
            message = f"Parse error on {sign!r}: expected {expected!r}"
            raise QueryError(message)
        self._at += 1
        return sign

    def document(self) -> list[Selected]:
        if self.peek() in {"query", "mutation"}:
            self.take()
        if self.peek() == "(":
            # The types of variables: those that are used are looked up by name.
            while self.take() != ")":
                pass
        return list(self.selection())

    def selection(self, on: str | None = None) -> Iterator[Selected]:
        self.take("{")
        while self.peek() != "}":
            if self.peek() == "...":
                self.take()
                self.take("on")
                yield from self.selection(self.take())
            else:
                yield self.field(on)
        self.take("}")

    def field(self, on: str | None) -> Selected:
        name = alias = self.take()
        if self.peek() == ":":
            self.take()
            name = self.take()
        found = Selected(name, alias, on=on)
        if self.peek() == "(":
            self.take()
            while self.peek() != ")":
                key = self.take()
                self.take(":")
                found.arguments[key] = self.value()
            self.take()
        if self.peek() == "{":
            found.selection = list(self.selection())
        return found

    def value(self) -> Any:
        sign = self.take()
        if sign == "$":
            return _Variable(self.take())
        if sign == "[":
            items = []
            while self.peek() != "]":
                items.append(self.value())
            self.take()
            return items
        if sign == "{":
            found = {}
            while self.peek() != "}":
                key = self.take()
                self.take(":")
                found[key] = self.value()
            self.take()
            return found
        if sign.startswith('"') or sign.lstrip("-").isdigit() or sign in {"true", "false"}:
            return json.loads(sign)
        return _Word(sign)


class Thing:
    """What fields are asked of: a type, and a value or a function for each field that it has."""

    def __init__(self, type_: str, **fields: Any) -> None:
        self.type = type_
        self.fields = fields


def answer(query: str, variables: dict[str, Any], root: Thing) -> dict[str, Any]:
    """Return what a server says to a query: data, or what is wrong with it."""
    try:
        return {"data": _answered(root, _Reader(query).document(), variables)}
    except QueryError as error:
        return {"data": None, "errors": [error.told]}


def _answered(thing: Thing, selection: list[Selected], variables: dict[str, Any]) -> dict:
    found: dict[str, Any] = {}
    for one in selection:
        if one.on not in {None, thing.type}:
            continue
        if one.name not in thing.fields:
            message = f"Field '{one.name}' doesn't exist on type '{thing.type}'"
            raise QueryError(message)
        made = thing.fields[one.name]
        if isinstance(made, Callable):
            made = made(**{key: _filled(value, variables) for key, value in one.arguments.items()})
        found[one.alias] = _told(made, one, variables)
    return found


def _told(made: Any, asked: Selected, variables: dict[str, Any]) -> Any:
    if isinstance(made, list):
        return [_told(one, asked, variables) for one in made]
    if isinstance(made, Thing):
        return _answered(made, asked.selection, variables)
    return made


def _filled(value: Any, variables: dict[str, Any]) -> Any:
    if isinstance(value, _Variable):
        if value not in variables:
            message = f"Variable ${value} of was provided no value"
            raise QueryError(message)
        return variables[value]
    if isinstance(value, list):
        return [_filled(one, variables) for one in value]
    if isinstance(value, dict):
        return {key: _filled(one, variables) for key, one in value.items()}
    return value
