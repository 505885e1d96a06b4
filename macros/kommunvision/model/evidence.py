"""What statements rest on: decisions, source documents, and declared exceptions."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kommunvision.model.common import Item, Reference
from kommunvision.model.date import PartialDate
from kommunvision.origin import Where


class DecisionKind(StrEnum):
    """Whether something is decided or only proposed."""

    DECISION = "decision"
    PROPOSAL = "proposal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Item):
    """A decision of a body, or a proposal to it."""

    kind: DecisionKind = DecisionKind.DECISION
    title: str | None = None
    body: Reference | None = None
    date: PartialDate | None = None
    paragraph: str | None = None
    record_number: str | None = None
    """Diarienummer."""
    url: str | None = None
    description: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Item):
    """A document that the data is taken from."""

    title: str
    publisher: str | None = None
    date: PartialDate | None = None
    kind: str | None = None
    url: str | None = None
    description: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredException:
    """A warning that the writer knows of and accepts, with the reason."""

    code: str
    reason: str
    subjects: tuple[str, ...] = ()
    """Ids that it is about; none means everywhere in the kommun."""
    where: Where = field(compare=False, repr=False)
