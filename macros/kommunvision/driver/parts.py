"""A site built in parts, by several machines or one after the other, and joined to a whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from kommunvision.driver import worker
from kommunvision.driver.building import publish_made
from kommunvision.driver.join import join
from kommunvision.driver.order import Order
from kommunvision.driver.part import (
    Part,
    Shard,
    UnfitError,
    in_order,
    is_part,
    read_part,
    share_out,
    write_mark,
)
from kommunvision.driver.publish import NotASite
from kommunvision.driver.report import BuildReport
from kommunvision.driver.root import SITE, published_in, require
from kommunvision.driver.sites import reserved
from kommunvision.driver.source import source
from kommunvision.driver.staging import staging
from kommunvision.driver.units import complaints_of, make_units, units_in, weigh
from kommunvision.driver.watcher import NOBODY, Again, Watcher, Why
from kommunvision.driver.wish import Wish
from kommunvision.driver.worker import Built, Surveyed
from kommunvision.driver.workers import cores
from kommunvision.edition import Edition
from kommunvision.folders import SETTINGS
from kommunvision.load import DATA

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
    watcher: Watcher = NOBODY,
) -> BuildReport:
    """Build a part of a site into a folder of its own; on any fault the folder is left as it is.

    Args:
        root: Root of the site's repository.
        shard: Which part.
        part_dir: Its folder; one below ``PARTS`` in the root if not given.
        strict: As for ``build_sites``.
        edition: As for ``build_sites``.
        workers: As for ``build_sites``.
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
    mine: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    pages = 0
    with staging(target, lambda: watcher.stage("waiting")) as aside:
        watcher.stage("checking")
        surveyed = worker.survey(root, aside / SITE, Wish(strict=strict, edition=edition))
        outcome, made = surveyed.outcome, aside / PARTS
        if not outcome.stopped:
            mine = _mine(surveyed, shard)
            names = {one.slug: one.name for one in outcome.kommuner}
            watcher.looked((), {slug: Again(names[slug], Why.NEW) for slug in mine})
            watcher.stage("building")
            said = complaints_of(
                make_units(surveyed, made, mine, workers or cores(), watcher=watcher)
            )
        complete = not (outcome.stopped or said)
        if complete:
            watcher.stage("publishing")
            write_mark(made, shard, source(surveyed), mine)
            pages = sum(unit.summary.pages for unit in units_in(made))
            shutil.rmtree(target, ignore_errors=True)
            os.rename(made, target)  # noqa: PTH104 - the one move that is atomic by promise
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

    def make(aside: Path) -> Built:
        surveyed = worker.survey(root, aside / SITE, wish)
        if surveyed.outcome.stopped:
            return Built(surveyed.outcome, ())
        _see_that_they_fit(parts, surveyed)
        watcher.stage("joining")
        told = [one for part in parts for one in part.told()]
        told.sort(key=lambda one: one[1].slug)
        return join(surveyed, told, aside / SITE, move=False)

    with reserved(order.target, watcher) as aside:
        return publish_made(order, aside, make, watcher=watcher)


def _mine(surveyed: Surveyed, shard: Shard) -> tuple[str, ...]:
    if not surveyed.divisible:
        raise IndivisibleError
    weights = weigh(surveyed.root, (one.slug for one in surveyed.outcome.kommuner))
    return share_out(weights, shard.of)[shard.number - 1]


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())


def _see_that_they_fit(parts: Iterable[Part], surveyed: Surveyed) -> None:
    here = source(surveyed)
    for part in parts:
        for key, found in here.items():
            if part.source.get(key) != found:
                raise UnfitError(
                    f"part_other_{key}", path=part.folder, shard=part.shard, day=here["day"]
                )
        if tuple(part.kommuner) != _mine(surveyed, part.shard):
            raise part.broken()
