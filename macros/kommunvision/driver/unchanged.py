"""Whether a site would be built as it was the last time: then there is nothing to do.

Looked at before anything else is imported, and so without knowing what a kommun is.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kommunvision.driver.files import Sources
from kommunvision.driver.look import Look, content_outside, contents, look_outside, looks
from kommunvision.driver.order import Order
from kommunvision.driver.publish import is_unfinished
from kommunvision.driver.report import BuildReport
from kommunvision.driver.settings import settings_print
from kommunvision.edition import build_day
from kommunvision.folders import CONTENT, DATA
from kommunvision.history import state
from kommunvision.kept.prints import fingerprint
from kommunvision.kept.store import Store


@dataclass(frozen=True, slots=True)
class Remembered:
    """A published site, as the build left it that published it."""

    source: str
    """Fingerprint of all that it was built from."""
    folders: Mapping[str, tuple[tuple[str, ...], Look]]
    """The folders of each kommun, and what they looked like."""
    outside: Look
    """What the rest of the site looked like."""
    contents: Mapping[str, str]
    """What was in those folders, and in the rest, which has no slug, as fingerprints; nothing if
    the site will not be met as a copy."""
    report: BuildReport
    """What a build comes to that leaves all of it alone."""


def around(order: Order, programs: str, settings: str) -> str:
    """Return the fingerprint of what a site is built from beside its files.

    Args:
        order: What is asked for.
        programs: Fingerprint of the programs.
        settings: That of the settings and of what they name.
    """
    head, changed = state(order.root, DATA, CONTENT)
    day = build_day(os.environ)
    return fingerprint(programs, settings, order.wish, order.smaller, day, head, sorted(changed))


def unchanged(order: Order, store: Store, sources: Sources) -> BuildReport | None:
    """Return what the build came to that has left a site as this one would, if one has."""
    before: Remembered | None = store.get(f"{store.place_of(order.target)}/whole")
    if before is None or is_unfinished(order.target):
        return None
    settings = settings_print(order.root)
    if settings is None:
        return None
    if sources.fingerprint(around(order, store.programs, settings)) != before.source:
        return None
    return before.report if _is_as_left(order, store, before) else None


def _is_as_left(order: Order, store: Store, before: Remembered) -> bool:
    """Whether a published site is as it was left, or a copy of that."""
    target = order.target
    folders = {slug: names for slug, (names, _) in before.folders.items()}
    every = [name for names in folders.values() for name in names]
    outside = look_outside(target, every)
    if outside != before.outside and not before.contents:
        return False
    now = looks(target, folders, order.workers)
    seen = {slug: (names, now[slug]) for slug, names in folders.items()}
    if outside == before.outside and seen == before.folders:
        return True
    if not before.contents:
        return False
    # Copies look otherwise, and are the same.
    read = {**contents(target, folders, order.workers), "": content_outside(target, every)}
    if read != before.contents:
        return False
    store.put(f"{store.place_of(target)}/whole", replace(before, folders=seen, outside=outside))
    return True
