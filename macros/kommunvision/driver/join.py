"""Finished kommuner become a whole site: what spans them is made of what they tell."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from kommunvision.driver import worker
from kommunvision.driver.units import Unit
from kommunvision.driver.worker import Built, Surveyed
from kommunvision.summary import Share, Summary, parted


def join(
    surveyed: Surveyed, made: Sequence[tuple[Unit | None, Summary]], site: Path, *, move: bool
) -> Built:
    """Make a whole site in an empty folder of finished kommuner.

    Args:
        surveyed: The site as it was read.
        made: The kommuner, all of them, with what they tell; without files those whose files
            stand where they are to stand already.
        site: The folder.
        move: Whether the files of the units may be moved; else they are copied.
    """
    told = tuple(summary for _, summary in made)
    built = worker.build_share(surveyed, site, Share(told=told))
    if built.summary is None:
        return built
    beside = frozenset(_beside(site, {folder for one in told for folder in one.folders}))
    for unit, _ in made:
        if unit:
            bring(unit.files, site, move=move)
    every = (*told, built.summary)
    said = dict.fromkeys([*built.complaints, *_broken(every)])
    pages = sum(one.pages for one in every)
    return replace(built, complaints=tuple(said), pages=pages, beside=beside)


def _beside(site: Path, folders: Iterable[str]) -> Iterator[str]:
    """Yield the files that have been made in folders of kommuner."""
    for folder in folders:
        for current, _, names in os.walk(site / folder):
            inside = Path(current).relative_to(site).as_posix()
            yield from (f"{inside}/{name}" for name in names)


def bring(files: Path, site: Path, *, move: bool) -> None:
    """Put the files of a kommun into the site; what stands there already stays as it is."""
    if not move:
        shutil.copytree(files, site, dirs_exist_ok=True, copy_function=_copy_unless_there)
        return
    for own in files.iterdir():
        place = site / own.name
        if place.exists():
            # There are few files there, and many here.
            shutil.copytree(place, own, dirs_exist_ok=True, copy_function=os.replace)
            shutil.rmtree(place)
        own.rename(place)


def _copy_unless_there(source: str, target: str) -> None:
    if not os.path.lexists(target):
        shutil.copy2(source, target)


def _broken(told: Sequence[Summary]) -> Iterator[str]:
    """Yield what MkDocs would say of links from one kommun to another, had it seen both."""
    links = [link for one in told for link in one.links]
    wanted = {link.file for link in links}
    pages = (page for one in told for page in parted(one.anchors)) if wanted else ()
    anchors = {file: places.split() for file, places in pages if file in wanted}
    for link in links:
        if link.anchor not in anchors.get(link.file, ()):
            yield (
                f"Doc file '{link.page}' contains a link '{link.written}', but the doc "
                f"'{link.target}' does not contain an anchor '#{link.anchor}'."
            )
