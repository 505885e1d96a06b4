"""What is built takes the place of the published site when it is whole."""

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
from kommunvision.driver.join import bring, join
from kommunvision.driver.keeping import Keeping
from kommunvision.driver.look import Looking
from kommunvision.driver.order import Order
from kommunvision.driver.publish import Staying, swap
from kommunvision.driver.record import record
from kommunvision.driver.report import BuildReport
from kommunvision.driver.root import SITE, published_in
from kommunvision.driver.undisturbed import undisturbed
from kommunvision.driver.units import Made, Unit, complaints_of, make_units, units_in
from kommunvision.driver.watcher import Again, Watcher, Why
from kommunvision.driver.worker import Built, RefusedError
from kommunvision.kept import Store, lent
from kommunvision.outcome import Outcome
from kommunvision.shelved import Keeper


def build(  # noqa: PLR0913 - as ``build_sites`` has found them
    order: Order,
    aside: Path,
    store: Store,
    sources: Sources | None,
    looking: Looking,
    *,
    glimpses: bool,
    watcher: Watcher,
) -> BuildReport:
    """Build a site in an empty folder and publish it.

    Args:
        order: What is asked for.
        aside: The folder.
        store: What earlier builds have kept.
        sources: The files of the site, if they have been looked at.
        looking: Looks at what the published site looks like.
        glimpses: As for ``build_sites``.
        watcher: As for ``build_sites``.
    """
    left = Left(store, order.target) if glimpses else None
    with lent(store, order.root) as at_hand:
        keeping = Keeping(order, store, at_hand, looking, sources)
        return publish_made(
            order,
            aside,
            partial(_build, order, keeping=keeping, left=left, watcher=watcher),
            watcher=watcher,
            keeper=keeping.keeper(),
            keeping=keeping,
        )


def publish_made(  # noqa: PLR0913 - each is a part of what was made, or of how it is published
    order: Order,
    aside: Path,
    make: Callable[[Path], Built],
    *,
    watcher: Watcher,
    keeper: Keeper | None = None,
    keeping: Keeping | None = None,
) -> BuildReport:
    """Publish what is made in a folder beside the published site, if it is whole.

    Args:
        order: What is asked for.
        aside: The folder beside it.
        make: Makes the site, in the folder ``SITE`` of a folder that it is given.
        watcher: As for ``build_sites``.
        keeper: What the site is read with.
        keeping: Knows what of the published site stays, and remembers what is published.
    """
    root, target = order.root, order.target
    try:
        built = make(aside)
    except RefusedError as error:
        built = Built(None, (str(error),))
    outcome = built.outcome
    published = None
    if built.complete:
        if order.smaller:
            watcher.stage("compressing")
            compress(aside / SITE)
        watcher.stage("publishing")
        # A build elsewhere is a trial, and one of a single kommun is no whole site.
        own = (
            outcome is not None and target == published_in(root, None) and order.wish.kommun is None
        )
        with undisturbed():
            # The ledger first: what it has in vain does no harm, what it lacks may be lost.
            if own and outcome:
                kept = keeping.kept if keeping else {}
                new = (one for one in outcome.kommuner if one.slug not in kept)
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
    made = make([slug for slug in every if slug not in keeping.kept])
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
    if built.complete and (touched := keeping.touched()):
        # They tell what they have told, so what has been joined holds.
        watcher.stage("building")
        made = {**made, **make(touched)}
        again_made = [Unit(units / slug) for slug in touched]
        said = complaints_of(made)
        if not all(unit.is_whole for unit in again_made):
            return Built(surveyed.outcome, said)
        for unit in again_made:
            new.append((unit, unit.summary))
            bring(unit.files, site, move=True)
    asked = {slug: one.asked for slug, one in made.items()}
    keeping.note([(summary, asked[summary.slug]) for _, summary in new], built.beside)
    return replace(built, complaints=tuple(dict.fromkeys([*said, *built.complaints])))
