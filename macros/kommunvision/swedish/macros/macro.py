"""The shape of the table of macros: a macro, its arguments, and the names of both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

_PLAIN = str.maketrans("åäöÅÄÖ", "aaoAAO")


def plain(word: str) -> str:
    """Return a word as it is typed without å, ä and ö."""
    return word.translate(_PLAIN)


def spellings(name: str) -> tuple[str, ...]:
    """Return a name, and its form without å, ä and ö where that differs."""
    return tuple(dict.fromkeys((name, plain(name))))


class ArgumentKind(Enum):
    """What an argument's value is."""

    OBJECT = auto()
    """Id of an object in the page's own kommun, or ``kommun/id``."""
    KOMMUN = auto()
    """A kommun's folder name."""
    TEXT = auto()
    FLAG = auto()
    """ja or nej."""
    WHOLE = auto()
    CHOICE = auto()
    CATEGORY = auto()
    """Id of a category within a level."""
    PERIOD = auto()
    """A period that the data has something for."""
    GROUP = auto()
    """A comparison group, by the name that the data has for it."""


KIND_NAMES: dict[ArgumentKind, str] = {
    ArgumentKind.OBJECT: "ett id inom citattecken",
    ArgumentKind.KOMMUN: "en kommuns mapp inom citattecken",
    ArgumentKind.TEXT: "en text inom citattecken",
    ArgumentKind.FLAG: "ja eller nej, utan citattecken",
    ArgumentKind.WHOLE: "ett heltal",
    ArgumentKind.CHOICE: "ett av orden inom citattecken",
    ArgumentKind.CATEGORY: "en kategoris id inom citattecken",
    ArgumentKind.PERIOD: "en period inom citattecken",
    ArgumentKind.GROUP: "en grupps namn inom citattecken",
}


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a macro."""

    name: str
    attribute: str
    """What the function calls it."""
    kind: ArgumentKind
    help: str
    of: str = ""
    """Kinds of object that an id may name, by the names of the key tables."""
    required: bool = False
    many: bool = False
    """Whether a list of values is accepted too."""
    choices: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The argument's name, and its form without å, ä and ö where that differs."""
        return spellings(self.name)


@dataclass(frozen=True, slots=True)
class Macro:
    """A macro; its arguments may be given in order or by name."""

    name: str
    function: str
    """Name of the function in the engine that makes it."""
    arguments: tuple[Argument, ...]
    block: bool
    """Whether it gives a block that needs a line of its own; else words within a sentence."""
    help: str
    example: str
    needs_kommun: bool = False
    """Whether it is about a whole kommun where no id is given."""

    @property
    def names(self) -> tuple[str, ...]:
        """The macro's name, and its form without å, ä and ö where that differs."""
        return spellings(self.name)

    @property
    def by_name(self) -> dict[str, Argument]:
        """Arguments by each of their names."""
        return {name: argument for argument in self.arguments for name in argument.names}
