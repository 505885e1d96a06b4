"""Build beside the published site, and let the result take its place when it is whole.

Other processes look at the published site while what builds is still being imported.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kommunvision.driver.files import Sources
from kommunvision.driver.look import looking
from kommunvision.driver.order import Order
from kommunvision.driver.publish import refuse_other_folders
from kommunvision.driver.report import BuildReport
from kommunvision.driver.root import published_in, require
from kommunvision.driver.staging import staging
from kommunvision.driver.unchanged import unchanged
from kommunvision.driver.watcher import NOBODY, Watcher
from kommunvision.driver.wish import Wish
from kommunvision.driver.workers import cores
from kommunvision.edition import Edition
from kommunvision.folders import DATA, SETTINGS
from kommunvision.kept.store import Store, store_for


def build_sites(  # noqa: PLR0913 - each is a choice of whoever builds
    root: Path,
    *,
    site_dir: Path | None = None,
    kommun: str | None = None,
    strict: bool = False,
    site_url: str | None = None,
    smaller: bool = False,
    edition: Edition | None = None,
    workers: int | None = None,
    anew: bool = False,
    sources: Sources | None = None,
    glimpses: bool = False,
    watcher: Watcher = NOBODY,
) -> BuildReport:
    """Build a site and publish it; on any fault the published site is left as it is.

    Args:
        root: Root of the site's repository.
        site_dir: Folder of the published site; ``site`` in the root if not given.
        kommun: Slug of the only kommun to build.
        strict: Whether warnings about the data stop the build.
        site_url: Address of the site, in place of that of the settings.
        smaller: Whether files are compressed too, beside themselves.
        edition: For whom, and for which day; else what the settings say.
        workers: How many processes build; as many as there are cores if not given.
        sources: The files of the site, where somebody has seen already that there is something to
            do; else this looks first.
        anew: Whether all of it is built, also what is the same as in the published site.
        glimpses: Whether single pages shall be made of what this build leaves.
        watcher: Is told how it goes on.

    Raises:
        MissingError: The root is no site's root.
        NotASite: The target folder holds something else.
        worker.ConfigError: The settings cannot be used.
        WorkerDiedError: A process that took part was killed.
        OSError: Something cannot be read or written.
    """
    require(root, SETTINGS, DATA)
    order = Order(
        root=root,
        target=published_in(root, site_dir),
        wish=Wish(kommun=kommun, strict=strict, site_url=site_url, edition=edition),
        smaller=smaller,
        workers=cores() if workers is None else workers,
    )
    store = Store(None) if anew else store_for(root)
    with reserved(order.target, watcher) as aside:
        if store and sources is None:
            sources = Sources.of(root)
            if same := unchanged(order, store, sources):
                watcher.looked(same.kommuner, {})
                return same
        # Only whoever has the folder reserved may look: another build would change it meanwhile.
        left = store.get(f"{store.place_of(order.target)}/folders") if store else None
        with looking(order.target, left or {}, order.workers) as found:
            # What is imported stays, so nobody need look through it for what can go.
            looked_for = gc.isenabled()
            gc.disable()
            try:
                from kommunvision.driver.building import build  # noqa: PLC0415 - beside that
            finally:
                if looked_for:
                    gc.enable()
            gc.freeze()
            try:
                return build(
                    order, aside, store, sources, found, glimpses=glimpses, watcher=watcher
                )
            finally:
                gc.unfreeze()


@contextmanager
def reserved(target: Path, watcher: Watcher) -> Iterator[Path]:
    """Give an empty folder beside a published site, for as long as nobody else builds there.

    Args:
        target: Folder of the published site.
        watcher: As for ``build_sites``.

    Raises:
        NotASite: As for ``build_sites``, and so on.
    """
    refuse_other_folders(target)
    with staging(target, lambda: watcher.stage("waiting")) as aside:
        watcher.stage("checking")
        yield aside
