"""What every view needs: the site, the kommun, the page that is being made, the components."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from markupsafe import Markup, escape

from kommunvision.address import address, relative
from kommunvision.chain import GoalSystem, Site
from kommunvision.model import Item
from kommunvision.render.environment import Components
from kommunvision.swedish import format as swedish

Some = Iterable[Item] | None
"""The only things that a view is to tell of; all that there are, if none are given."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a view is shown; every link is made from here."""

    site: Site
    system: GoalSystem | None
    here: str
    components: Components
    like_here: str = field(init=False)
    """An address beside this page, where no page is: links lead from there as from here."""

    def __post_init__(self) -> None:
        """Work out once what every link asks for."""
        above = self.here[: self.here.rfind("/", 0, -1) + 1]
        beside = f"{above}./" if self.here.endswith("/") else self.here
        object.__setattr__(self, "like_here", beside)

    @property
    def home(self) -> GoalSystem:
        """The kommun whose objects are shown; pages that span kommuner have none."""
        if self.system is None:
            raise LookupError("this view shows objects of a kommun, and no kommun was given")
        return self.system

    def within(self, system: GoalSystem) -> Frame:
        """Return the same page, showing objects of another kommun."""
        return replace(self, system=system)

    def render(self, name: str, /, **arguments: Any) -> Markup:  # noqa: ANN401 - the component knows
        """Return a component as HTML."""
        return self.components.render(name, **arguments)

    def group(self, parts: Iterable[Markup | None]) -> Markup:
        """Return blocks as one block; nothing if there are none."""
        present = [part for part in parts if part]
        if len(present) < 2:  # noqa: PLR2004 - one block is a block already
            return present[0] if present else Markup()
        return self.render("group", parts=present)

    def address_of(self, item: Item, system: GoalSystem) -> str:
        """Return the address of an object, relative to the site's root."""
        return address(system.kommun, item)

    def to(self, target: str) -> str:
        """Return a link from this page to an address that is relative to the root."""
        return relative(target, self.here)

    def find(self, target: str) -> tuple[GoalSystem, Item] | None:
        """Find what a reference leads to."""
        return self.site.find(target, self.system.kommun if self.system else None)


def joined(parts: Iterable[Markup | str]) -> Markup:
    """Join finished HTML as in a sentence; plain text among it is escaped."""
    safe = [str(escape(part)) for part in parts]
    return Markup(swedish.listing(safe))  # noqa: S704 - every part is escaped
