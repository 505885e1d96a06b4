"""How to reach those who answer for something."""

from __future__ import annotations

from dataclasses import dataclass, field

from kommunvision.origin import Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """How to reach those who answer for the content."""

    unit: str | None = None
    phone: str | None = None
    email: str | None = None
    address: str | None = None
    url: str | None = None
    note: str | None = None
    where: Where = field(compare=False, repr=False)
