"""Two versions of a site, and what differs between them: frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kommunvision.model import (
    EntityKind,
    Item,
    Kommun,
    Level,
    Measurement,
    Occasion,
    Target,
    WithdrawnPage,
)


@dataclass(frozen=True, slots=True)
class Version:
    """A site's data and pages as they stood at one time; they may have errors."""

    kommuner: tuple[Kommun, ...]
    content: Mapping[str, str] = field(default_factory=dict)
    """Each file below the folder of pages, with a digest of what it holds."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """Old addresses of editors' own pages, and those that they lead to."""
    faulty: frozenset[str] = frozenset()
    """Slugs of the kommuner with errors, and so of those that are not among the kommuner because
    of them; the empty slug for what all share."""
    withdrawn: tuple[WithdrawnPage, ...] = ()
    """Pages that are gone and that no kommun has had."""


class Fate(StrEnum):
    """What has become of something."""

    NEW = "new"
    CHANGED = "changed"
    ENDED = "ended"
    """It is kept, but says now that it no longer applies."""
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueMove:
    """A value that came, was changed or went; at least one of the two is there."""

    before: Measurement | None
    now: Measurement | None
    group: str | None = None
    definition: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetMove:
    """A target that came, was changed or went; at least one of the two is there."""

    before: Target | None
    now: Target | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """An object that has come, changed or gone."""

    fate: Fate
    item: Item
    """As it is now; as it was, where it is gone."""
    record: str
    """The kind of object, as the key tables name it."""
    level: Level | None = None
    """The level of a goal."""
    keys: tuple[str, ...] = ()
    """The keys whose values differ, apart from values and targets."""
    former_title: str | None = None
    former_level: Level | None = None
    """The level that a goal has been moved from."""
    about: tuple[str, ...] = ()
    """What an occasion tells of otherwise than before, by name."""
    values: tuple[ValueMove, ...] = ()
    targets: tuple[TargetMove, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusMove:
    """A status that differs: from the same occasion before, or from an earlier occasion."""

    item: Item
    level: Level | None
    occasion: Occasion
    before: str | None
    """In words; none where nothing was said."""
    now: str | None
    since: Occasion | None = None
    """The occasion that an occasion that is new is held against."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """What has become of the addresses of pages."""

    new: tuple[str, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    """Old addresses, and those that they lead to now."""
    withdrawn: tuple[WithdrawnPage, ...] = ()
    lost: tuple[str, ...] = ()
    """Old addresses that would lead nowhere."""
    edited: tuple[str, ...] = ()
    """Editors' own pages whose text has changed."""
    files: tuple[str, ...] = ()
    """Pictures and documents beside them that have come, changed or gone."""

    def __bool__(self) -> bool:
        return any(
            (self.new, self.moved, self.withdrawn, self.lost, self.edited, self.files),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class KommunChanges:
    """What differs for one kommun."""

    name: str
    fate: Fate
    kind: EntityKind = EntityKind.KOMMUN
    things: tuple[Thing, ...] = ()
    statuses: tuple[StatusMove, ...] = ()
    facts: tuple[str, ...] = ()
    """Keys of the kommun itself that differ."""
    exceptions: bool = False
    """Whether the accepted warnings differ."""
    terms: bool = False
    """Whether the kommun's own word list differs."""
    addresses: Addresses = Addresses()
    faulty_before: bool = False
    faulty_now: bool = False

    def __bool__(self) -> bool:
        moved = self.things or self.statuses or self.facts or self.addresses
        return self.fate is not Fate.CHANGED or bool(moved) or self.exceptions or self.terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What differs between two versions of a site."""

    kommuner: tuple[KommunChanges, ...] = ()
    """Those that differ, and those with errors in either version."""
    shared: tuple[Thing, ...] = ()
    """Themes that all kommuner share."""
    shared_terms: bool = False
    """Whether the word list that all kommuner share differs."""
    addresses: Addresses = Addresses()
    """Of pages that belong to no kommun."""
    faulty_before: bool = False
    """Whether something that all kommuner share had errors."""
    faulty_now: bool = False

    def __bool__(self) -> bool:
        shared = self.shared or self.shared_terms or self.addresses
        return bool(any(self.kommuner) or shared)
