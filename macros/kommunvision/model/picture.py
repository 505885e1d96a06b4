"""Pictures in a kommun's content folder that the data names."""

from __future__ import annotations

from dataclasses import dataclass, field

from kommunvision.origin import Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Logotype:
    """A kommun's mark and its alternative text."""

    file: str
    alt: str
    where: Where = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture that illustrates a vision."""

    file: str
    credit: str
    """Who has made it."""
    alt: str | None = None
    """What it shows; none where it is declared decorative."""
    decorative: bool = False
    size: tuple[int, int] | None = None
    """Width and height, once the file has been measured."""
    where: Where = field(compare=False, repr=False)
