"""A node of the goal system, whatever its level is called: area, goal, focus, activity."""

from __future__ import annotations

from dataclasses import dataclass, field

from kommunvision.model.common import Item, Reference, Standing, Wording
from kommunvision.model.date import Validity
from kommunvision.model.language import EasyText, Translation
from kommunvision.origin import Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """Another organisation's strategy or goal that a node supports."""

    name: str
    publisher: str | None = None
    url: str | None = None
    where: Where = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Item):
    """A node; its level gives it its name, its parents give it its place in the chains."""

    level: str
    title: str
    own_title: bool = False
    """Whether the title is ours because the source gives the node none."""
    text: str | None = None
    """The decided wording beyond the title, quoted exactly; restricted Markdown."""
    shortened: bool = False
    description: str | None = None
    """Our own explanation; restricted Markdown."""
    parents: tuple[Reference, ...] = ()
    """Visions and nodes that this one supports; the only place where a link is written."""
    order: int | None = None
    number: str | None = None
    """The number printed in the source; neither the id nor the order."""
    category: str | None = None
    standing: Standing | None = None
    validity: Validity | None = None
    responsible: tuple[Reference, ...] = ()
    responsible_all: bool = False
    themes: tuple[Reference, ...] = ()
    global_goals: tuple[int, ...] = ()
    is_global_goal: int | None = None
    supports: tuple[Support, ...] = ()
    replaces: tuple[Reference, ...] = ()
    wordings: tuple[Wording, ...] = ()
    children_total: int | None = None
    """How many nodes stand below it in the source, when the data has fewer."""
    easy: EasyText | None = None
    translations: tuple[Translation, ...] = ()
