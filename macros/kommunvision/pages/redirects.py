"""Old addresses that lead to new ones: an id that has been changed keeps its pages alive."""

from __future__ import annotations

from collections.abc import Iterator

from kommunvision.address import address
from kommunvision.artifact import Redirect
from kommunvision.chain import GoalSystem
from kommunvision.render.views import names


def redirects(system: GoalSystem) -> Iterator[Redirect]:
    """Yield a redirect for every former id of every object that has a page of its own.

    What stands on a page with others keeps its former ids there, as fragments. A theme that all
    kommuner share yields the same redirect for each of them.
    """
    kommun = system.kommun
    for item in kommun.items:
        target = address(kommun, item)
        if "#" in target:
            continue
        for former in item.former_ids:
            yield Redirect(address(kommun, item, former), target, names.title(item))
