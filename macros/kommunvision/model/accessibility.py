"""What a kommun states about the accessibility of its pages, as the law asks it to."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kommunvision.model.contact import Contact
from kommunvision.model.date import PartialDate
from kommunvision.origin import Where


class Compliance(StrEnum):
    """How well the pages meet what the law requires; nobody but the publisher can say."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


class Method(StrEnum):
    """How the accessibility was assessed."""

    SELF = "self"
    EXTERNAL = "external"
    BOTH = "both"
    ESTIMATE = "estimate"


class Situation(StrEnum):
    """In which way a page is used when a shortcoming hinders it, in the authority's order."""

    WITHOUT_VISION = "without_vision"
    LIMITED_VISION = "limited_vision"
    COLOUR_VISION = "colour_vision"
    WITHOUT_HEARING = "without_hearing"
    LIMITED_HEARING = "limited_hearing"
    WITHOUT_VOICE = "without_voice"
    FINE_MOTOR = "fine_motor"
    MOBILITY = "mobility"
    FLICKER = "flicker"
    COGNITION = "cognition"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortcoming:
    """Something that some people cannot use."""

    description: str
    situations: tuple[Situation, ...]
    mended: PartialDate | str | None = None
    """When it will be put right, or in words why it will not."""
    where: Where = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Accessibility:
    """The publisher's own statement; without one nothing is claimed."""

    compliance: Compliance
    assessed: PartialDate
    method: Method
    updated: PartialDate
    form: str
    """Address of the form in which readers report shortcomings."""
    tested: str | None = None
    """What was tested, by whom and with which aids."""
    shortcomings: tuple[Shortcoming, ...] = ()
    burdensome: str | None = None
    """Assessment of what would be an unreasonable burden to adapt."""
    exempt: str | None = None
    """Content that the law does not cover."""
    contact: Contact | None = None
    where: Where = field(compare=False, repr=False)
