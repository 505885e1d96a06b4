"""Kommuner read by an earlier run: who they are is at hand, the rest is read when asked for.

Whoever works with such a kommun need not know that it is one. What has been asked of which kommun
is noted, so that it is known, and not guessed, what a result depends on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, Final, cast

from kommunvision.kept.prints import fingerprint
from kommunvision.model import Kommun

# What is at hand of every kommun without reading it; little, and it seldom changes.
LIGHT: Final = (
    *("slug", "folder", "former_folders", "name", "formal_name", "kind", "code", "county"),
    *("organisation_number", "url", "contact", "accent", "logotype", "fictional", "description"),
    *("publisher", "publisher_kind", "publisher_contact", "accessibility", "embedders"),
    *("themes", "drafts", "unread", "where"),
    *("goal_themes", "goal_global_goals", "foreign_bodies", "subject", "pictures"),
    "exceptions",
)
# What tells kommuner apart is part of what every result depends on, and asked for all the time.
_KNOWN: Final = frozenset({"slug", "folder", "former_folders"})

WHOLE: Final = "*"

MANY: Final = 24
"""So many kommuner are in memory at once, each half a megabyte: all of a small site."""

Asked = Mapping[tuple[str, str], str]
"""Fingerprints of what a result depends on: by kommun, and what was asked of it."""


@dataclass(slots=True)
class Book:
    """A kommun on the shelf."""

    slug: str
    source: str
    """Fingerprint of all that it was read from."""
    light: Mapping[str, Any]
    read: Callable[[], Kommun]
    whole: Kommun | None
    """All of it, once it has been read."""


@dataclass(slots=True)
class Shelf:
    """The kommuner of a site."""

    books: dict[str, Book] = field(default_factory=dict)
    _open: list[Book] = field(default_factory=list)
    """Those that have been read, and others that stood in their places."""
    _asked: set[tuple[str, str]] | None = None
    _prints: dict[tuple[str, str], str] = field(default_factory=dict)

    def put(
        self,
        slug: str,
        source: str,
        light: Mapping[str, Any],
        read: Callable[[], Kommun],
        whole: Kommun | None = None,
    ) -> Kommun:
        """Put a kommun on the shelf, and return what stands for it.

        Args:
            slug: Its slug.
            source: Fingerprint of all that it was read from.
            light: What is at hand of it.
            read: Reads all of it.
            whole: All of it, if it has just been read.
        """
        book = self.books[slug] = Book(slug, source, light, read, whole)
        if whole is not None:
            self._open.append(book)
        self._prints = {key: told for key, told in self._prints.items() if key[0] != slug}
        return cast("Kommun", _Shelved(self, book))

    def close(self) -> None:
        """Let go of all that has been read; it is read again if somebody asks."""
        for book in self._open:
            book.whole = None
        self._open.clear()

    @property
    def is_full(self) -> bool:
        """Whether as much has been read as should be at hand at once."""
        return len(self._open) >= MANY

    def whole(self, kommun: Kommun) -> Kommun:
        """Return a kommun as it was read, for whoever is to read much of it."""
        return kommun._whole() if isinstance(kommun, _Shelved) else kommun  # noqa: SLF001

    def source(self, kommun: Kommun) -> str:
        """Return the fingerprint of all that a kommun of this shelf was read from."""
        return kommun._book.source if isinstance(kommun, _Shelved) else ""  # noqa: SLF001

    def read(self, book: Book) -> Kommun:
        """Return all of a kommun."""
        if book.whole is None:
            book.whole = book.read()
            self._open.append(book)
        return book.whole

    @contextmanager
    def noting(self) -> Iterator[set[tuple[str, str]]]:
        """Note what is asked of kommuner while something is made."""
        before, self._asked = self._asked, set()
        try:
            yield self._asked
        finally:
            self._asked = before

    def note(self, slug: str, what: str) -> None:
        """Note that something was asked of a kommun."""
        if self._asked is not None:
            self._asked.add((slug, what))

    def answers(self, asked: Iterable[tuple[str, str]]) -> Asked:
        """Return what the answers to questions look like now."""
        return {key: self._answer(*key) for key in sorted(asked)}

    def still(self, asked: Asked) -> bool:
        """Whether the answers to questions are what they were."""
        return all(self._answer(*key) == told for key, told in asked.items())

    def _answer(self, slug: str, what: str) -> str:
        key = slug, what
        if key not in self._prints:
            book = self.books.get(slug)
            if book is None:
                told = ""
            elif what == WHOLE:
                told = book.source
            else:
                told = fingerprint(_told(book.light[what]))
            self._prints[key] = told
        return self._prints[key]


class _Shelved:
    """Stands for a kommun until somebody asks for more than who it is."""

    __slots__ = ("__weakref__", "_book", "_read", "_shelf")

    def __init__(self, shelf: Shelf, book: Book) -> None:
        self._shelf = shelf
        self._book = book

    # To those who ask what it is, and to those who make a changed copy of it.
    __class__ = Kommun  # type: ignore[assignment]
    __dataclass_fields__ = Kommun.__dataclass_fields__

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - as the kommun has it
        if name in self._book.light:
            if name not in _KNOWN:
                self._shelf.note(self._book.slug, name)
            return self._book.light[name]
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self._whole(), name)

    def __reduce__(self) -> tuple[Any, ...]:
        # A process that is not a copy of this one gets the shelf, and takes what it needs from it.
        return _Shelved, (self._shelf, self._book)

    def _whole(self) -> Kommun:
        self._shelf.note(self._book.slug, WHOLE)
        return self._shelf.read(self._book)


def light_of(kommun: Kommun) -> dict[str, Any]:
    """Return what is to be at hand of a kommun."""
    return {name: getattr(kommun, name) for name in LIGHT}


def _told(value: object) -> str:
    """Return a value as text that is the same in every run."""
    if is_dataclass(value) and not isinstance(value, type):
        return (
            f"{type(value).__name__}({_told([getattr(value, one.name) for one in fields(value)])})"
        )
    if isinstance(value, frozenset):
        return _told(sorted(value))
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_told, value))}]"
    return repr(value)
