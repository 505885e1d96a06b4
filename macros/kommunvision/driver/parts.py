"""A site built in parts, by several machines or one after the other, and joined to a whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from kommunvision.driver import worker
from kommunvision.driver.building import publish_made
from kommunvision.driver.files import Sources
from kommunvision.driver.join import join
from kommunvision.driver.keeping import keeper_of
from kommunvision.driver.kept_parts import KeepingPart
from kommunvision.driver.order import Order
from kommunvision.driver.part import (
    Part,
    Shard,
    UnfitError,
    in_order,
    is_part,
    read_part,
    roughly,
    share_out,
    take_place,
    write_mark,
)
from kommunvision.driver.publish import NotASite
from kommunvision.driver.report import BuildReport
from kommunvision.driver.root import SITE, published_in, require
from kommunvision.driver.sites import reserved
from kommunvision.driver.source import source
from kommunvision.driver.staging import staging
from kommunvision.driver.undisturbed import undisturbed
from kommunvision.driver.units import Made, Unit, complaints_of, make_units, weigh
from kommunvision.driver.watcher import NOBODY, Again, Watcher, Why
from kommunvision.driver.wish import Wish
from kommunvision.driver.worker import Built, Surveyed
from kommunvision.driver.workers import cores
from kommunvision.edition import Edition
from kommunvision.folders import SETTINGS
from kommunvision.kept import Store, lent, store_for
from kommunvision.load import DATA
from kommunvision.shelved import Keeper

PARTS = "delar"
"""The folder that parts lie in where nobody says otherwise."""


class IndivisibleError(Exception):
    """The site is one piece: it has one kommun, or something else than us has a hand in it."""


def build_part(  # noqa: PLR0913 - each is a choice of whoever builds
    root: Path,
    shard: Shard,
    *,
    part_dir: Path | None = None,
    strict: bool = False,
    edition: Edition | None = None,
    workers: int | None = None,
    anew: bool = False,
    watcher: Watcher = NOBODY,
) -> BuildReport:
    """Build a part of a site into a folder of its own; on any fault the folder is left as it is.

    Of a part that lies there, kommuner stay that would be made the same.

    Args:
        root: Root of the site's repository.
        shard: Which part.
        part_dir: Its folder; one below ``PARTS`` in the root if not given.
        strict: As for ``build_sites``.
        edition: As for ``build_sites``.
        workers: As for ``build_sites``.
        anew: As for ``build_sites``.
        watcher: As for ``build_sites``.

    Raises:
        IndivisibleError: The site cannot be parted.
        NotASite: The folder holds something else than a part.
        MissingError: As for ``build_sites``, and so on.
    """
    require(root, SETTINGS, DATA)
    target = (part_dir or root / PARTS / f"{shard.number}-{shard.of}").resolve()
    if target.exists() and not (is_part(target) or _is_empty(target)):
        raise NotASite(str(target))
    store = Store(None) if anew else store_for(root)
    mine: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    pages = 0
    with staging(target, lambda: watcher.stage("waiting")) as aside, lent(store, root) as at_hand:
        watcher.stage("checking")
        keeping = KeepingPart.of(root, target, store, at_hand, workers or cores())
        wish = Wish(strict=strict, edition=edition)
        surveyed = worker.survey(root, aside / SITE, wish, keeping.keeper)
        outcome, new = surveyed.outcome, aside / PARTS
        made: Mapping[str, Made] = {}
        if not outcome.stopped:
            mine = _mine(surveyed, shard)
            keeping.compare(surveyed, mine)
            made = _make(surveyed, new, mine, keeping, watcher)
            said = complaints_of(made)
        complete = not (outcome.stopped or said)
        if complete:
            watcher.stage("publishing")
            units = [Unit((target if slug in keeping.kept else new) / slug) for slug in mine]
            pages = sum(unit.summary.pages for unit in units)
            write_mark(new, shard, source(surveyed, keeping.sources), units)
            with undisturbed():
                take_place(new, target, keeping.kept, aside / "before")
            watcher.stage("remembering")
            keeping.remember(made)
    return BuildReport(
        problems=outcome.problems,
        complaints=said,
        kommuner=tuple(one.name for one in outcome.kommuner if one.slug in mine),
        pages=pages,
        site_dir=target,
        complete=complete,
    )


def merge_parts(  # noqa: PLR0913 - as above
    root: Path,
    folders: Iterable[Path],
    *,
    site_dir: Path | None = None,
    strict: bool = False,
    edition: Edition | None = None,
    smaller: bool = False,
    watcher: Watcher = NOBODY,
) -> BuildReport:
    """Join parts to the whole site and publish it, as ``build_sites`` does.

    Args:
        root: Root of the site's repository, with the files that the parts were built from.
        folders: The folders of the parts.
        site_dir: As for ``build_sites``.
        strict: As for ``build_sites``.
        edition: As for ``build_sites``.
        smaller: As for ``build_sites``.
        watcher: As for ``build_sites``.

    Raises:
        UnfitError: The parts do not make a whole.
        IndivisibleError: The site cannot be parted.
        MissingError: As for ``build_sites``, and so on.
    """
    require(root, SETTINGS, DATA)
    parts = in_order([read_part(folder) for folder in folders])
    wish = Wish(strict=strict, edition=edition)
    order = Order(root=root, target=published_in(root, site_dir), wish=wish, smaller=smaller)
    store = store_for(root)
    with reserved(order.target, watcher) as aside, lent(store, root) as at_hand:
        keeper = keeper_of(root, at_hand, Sources.of(root), cores())
        make = partial(_joined, order, parts, keeper, watcher)
        return publish_made(order, aside, make, watcher=watcher, keeper=keeper)


def _make(
    surveyed: Surveyed, folder: Path, mine: Iterable[str], keeping: KeepingPart, watcher: Watcher
) -> Mapping[str, Made]:
    """Make the kommuner of a part that do not stay as they are."""
    names = {one.slug: one.name for one in surveyed.outcome.kommuner}
    why = {slug: keeping.why.get(slug, Why.NEW) for slug in mine if slug not in keeping.kept}
    same = [names[slug] for slug in keeping.kept]
    watcher.looked(same, {slug: Again(names[slug], cause) for slug, cause in why.items()})
    watcher.stage("building")
    return make_units(surveyed, folder, why, keeping.workers, watcher=watcher)


def _joined(
    order: Order, parts: Sequence[Part], keeper: Keeper | None, watcher: Watcher, aside: Path
) -> Built:
    """Join parts in a folder, if they fit."""
    surveyed = worker.survey(order.root, aside / SITE, order.wish, keeper)
    if surveyed.outcome.stopped:
        return Built(surveyed.outcome, ())
    _see_that_they_fit(parts, surveyed)
    if keeper:
        # The rest is made of what they have told.
        keeper.shelf.close()
    watcher.stage("joining")
    told = [one for part in parts for one in part.told()]
    told.sort(key=lambda one: one[1].slug)
    return join(surveyed, told, aside / SITE, move=False)


def _mine(surveyed: Surveyed, shard: Shard) -> tuple[str, ...]:
    if not surveyed.divisible:
        raise IndivisibleError
    weights = weigh(surveyed.root, (one.slug for one in surveyed.outcome.kommuner))
    rough = {slug: roughly(weight) for slug, weight in weights.items()}
    return share_out(rough, shard.of)[shard.number - 1]


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())


def _see_that_they_fit(parts: Iterable[Part], surveyed: Surveyed) -> None:
    here = source(surveyed, Sources.of(surveyed.root))
    for part in parts:
        for key, found in here.items():
            if part.source.get(key) != found:
                raise UnfitError(
                    f"part_other_{key}", path=part.folder, shard=part.shard, day=here["day"]
                )
        if tuple(part.kommuner) != _mine(surveyed, part.shard):
            raise part.broken()
