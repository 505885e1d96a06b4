"""Which files a page is made of: when one of them is changed, the page may have changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kommunvision.chain import GoalSystem, Site
from kommunvision.model import Goal, Indicator, Item, Occasion, Vision
from kommunvision.render.once import once


def files_of(system: GoalSystem, items: Iterable[Item]) -> tuple[str, ...]:
    """Return the files of what a page is about, and of what it shows beside that."""
    found: set[str] = set()
    return tuple(sorted(found.union(*(_files(system, item) for item in items))))


def folders_of(site: Site) -> tuple[str, ...]:
    """Return the folders of every kommun, for a page that spans them; each ends with a slash."""
    return tuple(f"{kommun.folder}/" for kommun in site.kommuner)


def folder(system: GoalSystem) -> str:
    """Return the folder of a kommun, for a page that shows everything in it."""
    return f"{system.kommun.folder}/"


@once
def _files(system: GoalSystem, item: Item) -> frozenset[str]:
    return frozenset(_each_file(system, item))


def _each_file(system: GoalSystem, item: Item) -> Iterator[str]:
    yield item.where.origin.path
    for occasion, _ in system.occasions.history(item):
        yield occasion.where.origin.path
    match item:
        case Vision() | Goal():
            beside = [*system.below(item), *(node for path in system.paths(item) for node in path)]
            yield from (node.where.origin.path for node in beside)
            for link in system.indicators_of(item):
                yield from _files(system, link.item)
        case Indicator():
            yield from (one.where.origin.path for one in system.figures.series_of(item))
            yield from (link.item.where.origin.path for link in system.measured_by(item))
        case Occasion():
            by_id = system.kommun.by_id
            judged = (by_id.get(one.about.target or "") for one in item.statements)
            for one in judged:
                if one is not None:
                    yield one.where.origin.path
                if isinstance(one, Indicator):
                    series = system.figures.series_of(one)
                    yield from (each.where.origin.path for each in series)
