"""What many kinds of object share: links with a reason, quotations, timelines, standing."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kommunvision.model.date import PartialDate
from kommunvision.origin import Where


class Standing(StrEnum):
    """How far the decision on a vision, a governing model or a goal has come."""

    PROPOSAL = "proposal"
    DECIDED = "decided"
    IN_FORCE = "in_force"
    REPLACED = "replaced"
    REPEALED = "repealed"
    EXAMPLE = "example"


PAST = frozenset({Standing.REPLACED, Standing.REPEALED})
"""What no longer applies."""

OUT_OF_FORCE = PAST | {Standing.PROPOSAL, Standing.EXAMPLE}
"""What nobody misses at a follow-up."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A link to an object by its id, or a name of something that has no page here."""

    target: str | None = None
    """Id within the kommun, or ``kommun/id``; none when only a name is given."""
    name: str | None = None
    """Name of something outside, shown as text."""
    note: str | None = None
    """Our remark on the link, shown beside it."""
    place: str | None = None
    """Place in the source document: a page, a heading, a paragraph."""
    ours: bool = False
    """Whether the link is our reading and not stated by the source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What every object with an id has."""

    id: str
    where: Where = field(compare=False, repr=False)
    former_ids: tuple[str, ...] = ()
    """Earlier ids; their addresses lead here for ever."""
    sources: tuple[Reference, ...] = ()
    decisions: tuple[Reference, ...] = ()
    verbatim: str | None = None
    """Words of the source about the object, quoted exactly; restricted Markdown."""
    note: str | None = None
    """Our own remark to the reader."""
    not_stated: frozenset[str] = frozenset()
    """Attributes of which the data says that the source does not state them."""
    draft: bool = False
    """Whether it is unfinished, and for those who write alone."""
    shown_from: PartialDate | None = None
    """The first day on which readers see it."""
    shown_until: PartialDate | None = None
    """The last day on which readers see it."""

    @property
    def called(self) -> str:
        """Heading or name, whichever an object of its kind has; else its id."""
        return getattr(self, "title", None) or getattr(self, "name", None) or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words that somebody is quoted for."""

    text: str
    who: str
    role: str | None = None
    note: str | None = None
    where: Where = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step in a timeline; the order of the steps is the writer's."""

    title: str
    when: PartialDate | None = None
    text: str | None = None
    not_stated: frozenset[str] = frozenset()
    where: Where = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """How something came about, or how it goes on: an account and its steps."""

    text: str | None = None
    steps: tuple[Step, ...] = ()
    where: Where = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A further wording of the same vision or goal, as a source has it."""

    text: str
    sources: tuple[Reference, ...] = ()
    note: str | None = None
    where: Where = field(compare=False, repr=False)
