"""The shape of a key table: which Swedish key becomes which attribute, and of what kind."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto


class Kind(Enum):
    """How a value is read; the loader has one reader for each."""

    ID = auto()
    LINE = auto()
    """Text on one line."""
    PROSE = auto()
    """Restricted Markdown, several paragraphs allowed."""
    FLAG = auto()
    WHOLE = auto()
    URL = auto()
    EMAIL = auto()
    COLOUR = auto()
    NUMBER = auto()
    """A number with or without decimals: ``81,5``."""
    VALUE = auto()
    """What has been measured: a number, yes or no, or words."""
    PERIOD = auto()
    """A year, a part of one, a school year, a month, a day, several years."""
    CODE = auto()
    """Digits that are text: a kommunkod, an organisation number."""
    DATE = auto()
    DATE_OR_WORDS = auto()
    """A date, or words where there is none."""
    VALIDITY = auto()
    CHOICE = auto()
    REFERENCE = auto()
    RECORD = auto()
    FORMER = auto()
    """What another key said before; read as that key is."""

    # Asked for at every value of every file; that of Enum is reckoned from the name each time.
    __hash__ = object.__hash__


# The record of a kind of value that always is the same.
_IMPLIED = {Kind.REFERENCE: "reference", Kind.VALIDITY: "validity"}


@dataclass(frozen=True, slots=True)
class Field:
    """A row of a key table."""

    key: str
    """The Swedish key."""
    attribute: str
    """Attribute of the model."""
    kind: Kind
    help: str
    """What the editor needs to know, in one or two sentences."""
    example: str
    """A value as YAML, for the handbook and for messages."""
    required: bool = False
    many: bool = False
    """Whether a list is read; one single value is then accepted too."""
    unstated: bool = False
    """Whether the source may be declared not to state it."""
    of: str = ""
    """Name of the choice table, of the record, or the kinds of object a reference may lead to."""
    word: tuple[str, str] | None = None
    """A word that stands in place of a value, and the flag attribute that it sets."""

    @property
    def record(self) -> str:
        """The name of the record that a value is read as; empty for single values."""
        return _IMPLIED.get(self.kind, self.of if self.kind is Kind.RECORD else "")


@dataclass(frozen=True, slots=True)
class Record:
    """A kind of object with its keys."""

    name: str
    """What an editor calls it, indefinite: ``ett mål``."""
    fields: tuple[Field, ...]
    help: str
    plain: str = ""
    """Attribute that a bare text stands for, where the record may be written short."""
    one_of: tuple[str, ...] = ()
    """Attributes of which every object must have at least one."""

    by_key: dict[str, Field] = field(init=False, compare=False, repr=False)
    """Fields by Swedish key."""
    required: tuple[Field, ...] = field(init=False, compare=False, repr=False)
    """Those that every object must have."""
    either: tuple[Field, ...] = field(init=False, compare=False, repr=False)
    """The fields of ``one_of``."""
    unstated: bool = field(init=False, compare=False, repr=False)
    """Whether the source may be declared not to state one of them."""
    plain_key: str = field(init=False, compare=False, repr=False)
    """The key that a bare text stands for; empty where the record is never written short."""

    def __post_init__(self) -> None:
        plain = next((one.key for one in self.fields if one.attribute == self.plain), "")
        object.__setattr__(self, "by_key", {one.key: one for one in self.fields})
        object.__setattr__(self, "required", tuple(one for one in self.fields if one.required))
        either = tuple(one for one in self.fields if one.attribute in self.one_of)
        object.__setattr__(self, "either", either)
        object.__setattr__(self, "unstated", any(one.unstated for one in self.fields))
        object.__setattr__(self, "plain_key", plain)

    @property
    def noun(self) -> str:
        """The name without its article: ``mål``."""
        return self.name.removeprefix("en ").removeprefix("ett ")


@dataclass(frozen=True, slots=True)
class Section:
    """A top-level key of a data file and the records that stand under it."""

    key: str
    record: str
    attribute: str
    """Attribute of ``Kommun`` that gets the objects."""
    many: bool = True
