"""Links to what something replaces and is replaced by, told apart if they are called the same."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from kommunvision.model import Goal, GoverningModel, Item, Reference, Vision
from kommunvision.render.views import inline, names
from kommunvision.render.views.frame import Frame
from kommunvision.swedish import format as swedish


def link(frame: Frame, item: Item, other: Item) -> Markup:
    """Return a link to what follows an item or goes before it.

    Two of the same name have their times after it, or else what governs them.
    """
    name = names.title(other)
    if name.casefold() != names.title(item).casefold():
        return inline.link(frame, other)
    pairs = zip(_marks(frame, item), _marks(frame, other), strict=True)
    apart = next((theirs for own, theirs in pairs if theirs and theirs != own), None)
    return inline.link(frame, other, text=f"{name} ({apart})" if apart else None)


def reference(frame: Frame, item: Item, ref: Reference) -> Markup:
    """Return what an item says that it replaces."""
    other = frame.home.kommun.by_id.get(ref.target or "")
    if other is None or ref.name:
        return inline.reference(frame, ref)
    return Markup(" ").join([link(frame, item, other), *inline.remarks(frame, ref)])


def _marks(frame: Frame, item: Item) -> Iterator[str | None]:
    """Yield what may tell an item from its namesake, the plainest first."""
    validity = item.validity if isinstance(item, Goal | GoverningModel | Vision) else None
    yield swedish.validity(validity) if validity else None
    level = names.level_of(frame.home, item)
    yield frame.home.model_of(level).name if level else None
    yield level.name if level else None
