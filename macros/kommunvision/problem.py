"""A finding about the data or the content: a code, a place and the words that it needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from kommunvision.origin import Origin


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding; its Swedish words come from ``swedish.problems`` when it is reported."""

    code: str
    """Stable code, ``KV201``."""
    origin: Origin
    """Where the writer must look."""
    details: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Values for the message: the writer's own words, names, counts."""
    suggestion: str | None = None
    """What the writer probably meant, in the writer's own vocabulary; never decides anything."""
    related: tuple[Origin, ...] = ()
    """Other places that belong to the finding, such as the first of two equal ids."""
    subject: str | None = None
    """Id of the object that the finding is about; a declared exception names it."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "details", MappingProxyType(dict(self.details)))

    def __reduce__(self) -> tuple[object, ...]:
        """Let it be kept: a view of a mapping cannot be."""
        told = self.code, self.origin, dict(self.details), self.suggestion, self.related
        return Problem, (*told, self.subject)

    @property
    def sort_key(self) -> tuple[str, int, int, str, tuple[tuple[str, str], ...]]:
        """Order of problems in a report: file, line, column, code, details."""
        place = self.origin
        details = tuple(sorted(self.details.items()))
        return (place.path, place.line, place.column, self.code, details)


def problem(
    code: str,
    origin: Origin,
    *,
    suggestion: str | None = None,
    related: Iterable[Origin] = (),
    subject: str | None = None,
    **details: object,
) -> Problem:
    """Make a problem with its details as keyword arguments, each turned to text."""
    return Problem(
        code,
        origin,
        {name: str(value) for name, value in details.items()},
        suggestion,
        tuple(related),
        subject,
    )


class Problems:
    """A growing, then ordered and unique, collection of problems."""

    def __init__(self, found: Iterable[Problem] = ()) -> None:
        self._found: list[Problem] = list(found)

    def add(self, found: Problem) -> None:
        """Add one problem."""
        self._found.append(found)

    def extend(self, found: Iterable[Problem]) -> None:
        """Add several problems."""
        self._found.extend(found)

    def ordered(self) -> tuple[Problem, ...]:
        """Return every problem once, sorted by file, line and column."""
        unique = {(item.sort_key, item.suggestion): item for item in self._found}
        return tuple(unique[key] for key in sorted(unique, key=lambda key: key[0]))

    def __iter__(self) -> Iterator[Problem]:
        return iter(self.ordered())

    def __len__(self) -> int:
        return len(self.ordered())
