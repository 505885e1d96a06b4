"""Build beside the published site, and let the result take its place when it is whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from kommunvision.check import outline
from kommunvision.driver import worker
from kommunvision.driver.compress import compress
from kommunvision.driver.files import Sources
from kommunvision.driver.glimpses import Left
from kommunvision.driver.join import join
from kommunvision.driver.keeping import Keeping
from kommunvision.driver.order import Order
from kommunvision.driver.publish import Staying, refuse_other_folders, swap
from kommunvision.driver.record import record
from kommunvision.driver.report import BuildReport
from kommunvision.driver.root import SITE, published_in, require
from kommunvision.driver.staging import staging
from kommunvision.driver.undisturbed import undisturbed
from kommunvision.driver.units import Made, complaints_of, make_units, units_in
from kommunvision.driver.watcher import NOBODY, Again, Watcher, Why
from kommunvision.driver.wish import Wish
from kommunvision.driver.worker import Built, RefusedError
from kommunvision.driver.workers import cores
from kommunvision.edition import Edition
from kommunvision.folders import SETTINGS
from kommunvision.kept import Store, lent, store_for
from kommunvision.load import DATA
from kommunvision.outcome import Outcome


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
    wish = Wish(kommun=kommun, strict=strict, site_url=site_url, edition=edition)
    order = Order(
        root=root,
        target=published_in(root, site_dir),
        wish=wish,
        smaller=smaller,
        workers=cores() if workers is None else workers,
    )
    store = Store(None) if anew else store_for(root)
    left = Left(store, order.target) if glimpses else None
    with lent(store, root) as at_hand:
        keeping = Keeping(order, store, at_hand, sources, looked=sources is not None)

        def make(aside: Path) -> Built:
            # The published site is looked at beside the work, which takes as long.
            with keeping.looking():
                return _build(order, aside, keeping=keeping, left=left, watcher=watcher)

        return publish_made(
            root,
            make,
            site_dir=site_dir,
            part=kommun is not None,
            smaller=smaller,
            watcher=watcher,
            keeping=keeping,
        )


def publish_made(  # noqa: PLR0913 - as above
    root: Path,
    make: Callable[[Path], Built],
    *,
    site_dir: Path | None,
    part: bool = False,
    smaller: bool,
    watcher: Watcher,
    keeping: Keeping | None = None,
) -> BuildReport:
    """Publish what is made in a folder beside the published site, if it is whole.

    Args:
        root: As for ``build_sites``.
        make: Makes the site, in the folder ``SITE`` of a folder that it is given.
        site_dir: As for ``build_sites``.
        part: Whether it is no whole site that is made.
        smaller: As for ``build_sites``.
        watcher: As for ``build_sites``.
        keeping: Knows what of the published site stays, and remembers what is published.
    """
    target = published_in(root, site_dir)
    refuse_other_folders(target)
    with staging(target, lambda: watcher.stage("waiting")) as aside:
        watcher.stage("checking")
        if keeping and (report := keeping.unchanged()):
            watcher.looked(report.kommuner, {})
            return report
        try:
            built = make(aside)
        except RefusedError as error:
            built = Built(None, (str(error),))
        outcome = built.outcome
        published = None
        if built.complete:
            if smaller:
                watcher.stage("compressing")
                compress(aside / SITE)
            watcher.stage("publishing")
            # A build elsewhere is a trial, and one of a single kommun is no whole site.
            own = outcome is not None and target == published_in(root, None) and not part
            with undisturbed():
                # The ledger first: what it has in vain does no harm, what it lacks may be lost.
                if own and outcome:
                    kept = keeping.kept if keeping else {}
                    new = (one for one in outcome.kommuner if one.slug not in kept)
                    keeper = keeping.keeper() if keeping else None
                    outlines = keeper.outline if keeper else outline
                    record(root, new, outcome.edited, _made(outcome), outlines)
                staying = keeping.staying() if keeping else Staying()
                published = swap(aside / SITE, target, staying)
        report = BuildReport(
            problems=outcome.problems if outcome else (),
            complaints=built.complaints,
            kommuner=tuple(kommun.name for kommun in outcome.kommuner) if outcome else (),
            pages=built.pages,
            site_dir=target,
            published=published,
            complete=published is not None,
        )
        if keeping and report.complete:
            watcher.stage("remembering")
            keeping.remember(report)
        return report


def _made(outcome: Outcome) -> Iterator[str]:
    """Yield the addresses of all pages and files of open data that a site has."""
    yield from (page.url for page in outcome.pages)
    yield from (file.path for file in outcome.data)
    for one in outcome.share.told:
        yield from (page.removesuffix("index.html") for page in one.files_of_pages)
        yield from one.paths.split()


def _build(
    order: Order, aside: Path, *, keeping: Keeping, left: Left | None, watcher: Watcher
) -> Built:
    """Build a site, kommun by kommun where that can be done."""
    site, units = aside / SITE, aside / "units"
    surveyed = worker.survey(order.root, site, order.wish, keeping.keeper())
    keeping.see(surveyed)
    if surveyed.outcome.stopped or not surveyed.divisible:
        watcher.stage("building")
        built = worker.build_share(surveyed, site)
        if left and built.complete and built.outcome:
            left.leave(surveyed, "", built.outcome)
        return built
    keeping.compare(surveyed)
    every = {one.slug: one.name for one in surveyed.outcome.kommuner}
    leave = partial(left.leave, surveyed) if left else None
    again: dict[str, Again] = {}

    def make(slugs: Sequence[str]) -> Mapping[str, Made]:
        again.update({slug: Again(every[slug], keeping.why.get(slug, Why.NEW)) for slug in slugs})
        watcher.looked([every[slug] for slug in keeping.kept], again)
        return make_units(surveyed, units, slugs, order.workers, watcher=watcher, leave=leave)

    watcher.stage("building")
    made = {
        **make([slug for slug in every if slug not in keeping.kept]),
        **make(keeping.touched()),
    }
    if keeper := keeping.keeper():
        # The rest is made of what they have told.
        keeper.shelf.close()
    watcher.stage("joining")
    finished, said = units_in(units), complaints_of(made)
    if not all(unit.is_whole for unit in finished):
        return Built(surveyed.outcome, said)
    new = [(unit, unit.summary) for unit in finished]
    told = sorted([*keeping.told(), *new], key=lambda one: one[1].slug)
    built = join(surveyed, told, site, move=True)
    asked = {slug: one.asked for slug, one in made.items()}
    keeping.note([(summary, asked[summary.slug]) for _, summary in new], built.beside)
    return replace(built, complaints=tuple(dict.fromkeys([*said, *built.complaints])))
