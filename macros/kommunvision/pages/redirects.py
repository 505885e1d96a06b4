"""Old addresses that lead to new ones: an id that has been changed keeps its pages alive."""

from __future__ import annotations

from collections.abc import Iterator

from kommunvision.address import address, own_pages
from kommunvision.artifact import Redirect
from kommunvision.chain import GoalSystem
from kommunvision.render.views import names


def redirects(system: GoalSystem) -> Iterator[Redirect]:
    """Yield a redirect for every former id of every object that has a page of its own.

    What stands on a page with others keeps its former ids there, as fragments. A theme that all
    kommuner share yields the same redirect for each of them.
    """
    for url, item, present in own_pages(system.kommun):
        if not present:
            yield Redirect(url, address(system.kommun, item), names.title(item))
