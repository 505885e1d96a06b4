"""A kommun (or a region, or a federation of kommuner) with everything that its folder says."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Literal

from kommunvision.model.accessibility import Accessibility
from kommunvision.model.common import Item, Quote, Reference
from kommunvision.model.contact import Contact
from kommunvision.model.date import PartialDate
from kommunvision.model.evidence import Decision, DeclaredException, Source
from kommunvision.model.followup import Occasion, Scale
from kommunvision.model.glossary import Term
from kommunvision.model.goal import Goal
from kommunvision.model.governing import GoverningModel, Level, LevelKind
from kommunvision.model.indicator import Indicator
from kommunvision.model.language import EasyText, Language, Translation, told_in
from kommunvision.model.lock import Lock
from kommunvision.model.organisation import Body
from kommunvision.model.picture import Logotype, Picture
from kommunvision.model.plain import PlainLanguage
from kommunvision.model.value import Series
from kommunvision.model.vision import Vision
from kommunvision.origin import Where

Subject = Literal["both", "goals", "vision"]


class EntityKind(StrEnum):
    """What kind of public body publishes its vision."""

    KOMMUN = "kommun"
    REGION = "region"
    FEDERATION = "federation"


class PublisherKind(StrEnum):
    """What kind of organisation publishes the pages, when it is not the kommun itself."""

    LOCAL = "local"
    REGIONAL = "regional"
    NATIONAL = "national"
    ACADEMIA = "academia"
    NON_PROFIT = "non_profit"
    COMPANY = "company"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme(Item):
    """A subject that connects goals across kommuner."""

    name: str
    description: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsItem(Item):
    """A short dated item, with quotations."""

    title: str
    date: PartialDate | None = None
    text: str | None = None
    quotes: tuple[Quote, ...] = ()
    url: str | None = None
    easy: EasyText | None = None
    translations: tuple[Translation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawnPage:
    """A page that has been published and is gone for good, with what its readers need to know."""

    address: str
    """Relative to the site's root, with a closing slash: ``exempelby/mal/skola-1/``."""
    title: str
    """The heading that it had."""
    date: PartialDate
    reason: str
    instead: tuple[Reference, ...] = ()
    """Objects to read about instead."""
    timed: bool = False
    """Whether it was to be shown for a time only."""
    decisions: tuple[Reference, ...] = ()
    not_stated: frozenset[str] = frozenset()
    where: Where = field(compare=False, repr=False)


@dataclass(frozen=True, kw_only=True)
class Kommun:
    """All that is known of one kommun, in the order of its files; links are still ids."""

    slug: str
    """Folder name and first part of the address; empty when the site has one kommun only."""
    folder: str
    """Folder of its data, relative to the root of the repository."""
    former_folders: tuple[str, ...] = ()
    """Names that the folder has had; addresses that began with them lead here for ever."""
    name: str
    formal_name: str
    kind: EntityKind = EntityKind.KOMMUN
    code: str | None = None
    county: str | None = None
    organisation_number: str | None = None
    url: str | None = None
    contact: Contact | None = None
    accent: str | None = None
    logotype: Logotype | None = None
    fictional: bool = False
    description: str | None = None
    easy: EasyText | None = None
    translations: tuple[Translation, ...] = ()
    publisher: str | None = None
    """Who publishes the pages, when it is not the kommun itself."""
    publisher_kind: PublisherKind | None = None
    publisher_contact: Contact | None = None
    """How to reach that publisher."""
    accessibility: Accessibility | None = None
    visitor_logs: str | None = None
    """What the server that the pages stand on keeps about visits, and for how long."""
    embedders: tuple[str, ...] = ()
    """Websites that may show the pages in a frame; any may where none is named."""
    plain: PlainLanguage | None = None
    """Its own words, for the check of plain language."""
    origins: tuple[Reference, ...] = ()
    """Sources of the facts about the kommun itself."""
    not_stated: frozenset[str] = frozenset()
    models: tuple[GoverningModel, ...] = ()
    bodies: tuple[Body, ...] = ()
    visions: tuple[Vision, ...] = ()
    goals: tuple[Goal, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    series: tuple[Series, ...] = ()
    scales: tuple[Scale, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    locks: tuple[Lock, ...] = ()
    """What locked occasions said when they were locked, in the order of their ids."""
    decisions: tuple[Decision, ...] = ()
    sources: tuple[Source, ...] = ()
    news: tuple[NewsItem, ...] = ()
    themes: tuple[Theme, ...] = ()
    """Its own themes and those that all kommuner share."""
    terms: tuple[Term, ...] = ()
    """The words that are explained: its own, and those of the site that it does not explain."""
    withdrawn: tuple[WithdrawnPage, ...] = ()
    exceptions: tuple[DeclaredException, ...] = ()
    drafts: frozenset[str] = field(default=frozenset(), compare=False)
    """Ids of drafts that were left out, and so are no part of it."""
    unread: frozenset[str] = frozenset()
    """Ids written on objects that could not be read; that fault is told where they stand."""
    where: Where = field(compare=False, repr=False)

    def owns(self, one: Theme | Term) -> bool:
        """Tell whether something that kommuner share stands in the kommun's own folder."""
        return one.where.origin.path.startswith(f"{self.folder}/")

    @cached_property
    def goal_themes(self) -> frozenset[str]:
        """Ids of the themes that its goals have."""
        return frozenset(ref.target for goal in self.goals for ref in goal.themes if ref.target)

    @cached_property
    def goal_global_goals(self) -> frozenset[int]:
        """Numbers of the global goals that its goals are or contribute to."""
        own = (goal.is_global_goal for goal in self.goals if goal.is_global_goal)
        return frozenset((*own, *(one for goal in self.goals for one in goal.global_goals)))

    @cached_property
    def foreign_bodies(self) -> frozenset[str]:
        """Bodies of other kommuner that are responsible for its goals: ``kommun/id``."""
        found = (ref.target for goal in self.goals for ref in goal.responsible if ref.target)
        return frozenset(target for target in found if "/" in target)

    @cached_property
    def pictures(self) -> tuple[Logotype | Picture, ...]:
        """The pictures that its data names: its logotype, and those of its visions."""
        own = (self.logotype,) if self.logotype else ()
        return (*own, *(vision.picture for vision in self.visions if vision.picture))

    @cached_property
    def subject(self) -> Subject:
        """What it tells of.

        Whoever steers without visions, and says so by having no level for them, misses none; and a
        kommun that has a vision and no level below it has decided on nothing more.
        """
        awaited = {level.kind for level in self.levels}
        if not self.visions and LevelKind.VISIONS not in awaited:
            return "goals"
        if self.goals or LevelKind.NODES in awaited or not self.visions:
            return "both"
        return "vision"

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        """Every level of every governing model, in order."""
        return tuple(level for model in self.models for level in model.levels)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Everything that has an id; ids are unique among them."""
        return (
            *self.models,
            *self.levels,
            *self.bodies,
            *self.visions,
            *self.goals,
            *self.indicators,
            *self.scales,
            *self.occasions,
            *self.decisions,
            *self.sources,
            *self.news,
            *self.themes,
        )

    def level_of(self, item: Item) -> Level | None:
        """Return the level of a goal; none of what is no goal or names one that does not exist."""
        found = self.by_id.get(item.level) if isinstance(item, Goal) else None
        return found if isinstance(found, Level) else None

    @cached_property
    def languages(self) -> tuple[Language, ...]:
        """The languages beside Swedish in which anything is told, in their usual order."""
        statements = (one for occasion in self.occasions for one in occasion.statements)
        return told_in(self, *self.items, *statements)

    @cached_property
    def by_id(self) -> dict[str, Item]:
        """Items by id; the first wins where the data has a duplicate."""
        found: dict[str, Item] = {}
        for item in self.items:
            found.setdefault(item.id, item)
        return found
