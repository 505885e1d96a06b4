"""A governing model (styrmodell): the kommun's own levels, from vision to activity."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kommunvision.model.common import Item, Reference, Standing, Timeline
from kommunvision.model.date import Validity
from kommunvision.origin import Where


class LevelKind(StrEnum):
    """What stands on a level: nodes, or the visions themselves."""

    NODES = "nodes"
    VISIONS = "visions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A kind of node within a level that is counted apart."""

    id: str
    name: str
    total: int | None = None
    where: Where = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Level(Item):
    """A level of the chain, with the Swedish forms that sentences need."""

    name: str
    """Indefinite singular."""
    article: str
    """``en`` or ``ett``."""
    definite: str
    """Definite singular."""
    plural: str
    """Indefinite plural."""
    definite_plural: str
    """Definite plural."""
    kind: LevelKind = LevelKind.NODES
    rank: int | None = None
    """Rank from the top, by default the place in the list; equals stand side by side."""
    description: str | None = None
    decided_by: tuple[Reference, ...] = ()
    follow_up: str | None = None
    categories: tuple[Category, ...] = ()
    needs_parent: bool = False
    needs_vision: bool = False
    empty_because: str | None = None
    """Why nothing stands on the level yet."""
    total: int | None = None
    """How many nodes the source has on the level, when the data has fewer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoverningModel(Item):
    """A set of levels that belongs to a governing document and a time."""

    name: str
    levels: tuple[Level, ...]
    description: str | None = None
    standing: Standing | None = None
    validity: Validity | None = None
    follow_up: str | None = None
    replaces: tuple[Reference, ...] = ()
    history: Timeline | None = None
    continuation: Timeline | None = None

    def rank(self, level: Level) -> int:
        """Return the level's rank, counted from 1 at the top."""
        return level.rank if level.rank is not None else self.levels.index(level) + 1

    def next_below(self, level: Level) -> tuple[Level, ...]:
        """Return the levels right below a level; several may stand side by side."""
        under = [one for one in self.levels if self.rank(one) > self.rank(level)]
        highest = min(map(self.rank, under), default=0)
        return tuple(one for one in under if self.rank(one) == highest)
