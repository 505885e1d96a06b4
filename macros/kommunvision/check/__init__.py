"""The rules that a kommun's data must keep; each is a function in the list of its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from kommunvision.check import (
    accessibility,
    addresses,
    arithmetic,
    chains,
    colours,
    corrections,
    dates,
    embedders,
    evidence,
    exceptions,
    followup,
    glossary,
    happened,
    identity,
    languages,
    levels,
    locks,
    published_pages,
    references,
    showing,
    succession,
    tallies,
    unshown,
    values,
    withdrawn,
    wording,
)
from kommunvision.check.edited import EditedPage
from kommunvision.check.outline import Outline, outline
from kommunvision.folders import kommun_of
from kommunvision.model import Kommun, WithdrawnPage
from kommunvision.origin import Origin
from kommunvision.problem import Problem
from kommunvision.text.reading import ReadLine

__all__ = [
    "RULES",
    "SITE_RULES",
    "Kept",
    "Ledger",
    "Outline",
    "check_kommun",
    "check_site",
    "found_in",
    "outline",
]


@dataclass(frozen=True, slots=True)
class Ledger:
    """What has been published, and what is to be."""

    published: Mapping[str, Origin]
    """Addresses that must go on leading somewhere, with their lines in the ledger."""
    shown: Sequence[Kommun]
    """The kommuner as readers are to see them."""
    edited: Sequence[EditedPage] = ()
    """The pages that editors have written."""
    unshown: Sequence[EditedPage] = ()
    """Those that readers are not to see, or not yet."""
    gone: Sequence[WithdrawnPage] = ()
    """Pages that have been withdrawn and that no kommun of the site has had."""


class Kept:
    """Where the rules are to look for what they have found before; here nowhere."""

    def outline(self, kommun: Kommun) -> Outline:
        """Return the outline of a kommun."""
        return outline(kommun)

    def found_in(self, kommun: Kommun) -> Sequence[Problem]:
        """Return what the rules find in a kommun, exceptions or not."""
        return found_in(kommun)

    def across(
        self,
        ledger: Ledger | None,  # noqa: ARG002 - others look at it
        judge: Callable[[], Sequence[Problem]],
    ) -> Iterable[Problem]:
        """Return what the rules about several kommuner find."""
        return judge()

    def of(
        self,
        kommun: Kommun,  # noqa: ARG002 - as above
        found: Sequence[Problem],
        judge: Callable[[Sequence[Problem]], Sequence[Problem]],
    ) -> Iterable[Problem]:
        """Return what is wrong with a kommun, with what was found before."""
        return judge(found)

    def not_yet(
        self,
        kommun: Kommun,  # noqa: ARG002 - as above
        day: date,
        judge: Callable[[date], Iterable[tuple[date, Problem]]],
    ) -> Iterable[Problem]:
        """Return what is said to have happened, and lies after a day."""
        return [found for _, found in judge(day)]


RULES: tuple[Callable[[Kommun], Iterator[Problem]], ...] = (
    references.unique_ids,
    references.references,
    references.levels_and_categories,
    references.global_goals,
    levels.order,
    levels.kinds,
    levels.forms,
    levels.of_visions,
    levels.totals,
    chains.circles,
    chains.depth,
    chains.organisation,
    chains.reach,
    succession.circles,
    succession.one_vision,
    succession.one_model,
    dates.periods,
    dates.target_years,
    showing.days,
    showing.references,
    identity.official,
    identity.organisation_number,
    identity.publisher,
    accessibility.statement,
    colours.accent,
    embedders.embedders,
    evidence.decisions,
    evidence.grounds,
    evidence.only_proposed,
    evidence.unused,
    wording.markup,
    wording.headings,
    wording.quotation_marks,
    wording.placeholders,
    glossary.words,
    languages.versions,
    values.figures,
    values.once_each,
    values.parts_once_each,
    values.below_nought,
    values.no_values,
    values.alike,
    values.targets,
    values.sentences,
    followup.statements,
    followup.covered,
    followup.idle_levels,
    followup.times,
    followup.scales,
    tallies.tallies,
    arithmetic.opposites,
    arithmetic.reported_values,
    corrections.corrections,
    locks.locks,
    addresses.former_ids,
    addresses.withdrawn,
)
"""Rules about one kommun."""

SITE_RULES: tuple[Callable[[tuple[Kommun, ...]], Iterator[Problem]], ...] = (
    addresses.shared_themes,
    addresses.one_folder_each,
    withdrawn.former_folders,
)
"""Rules about who the kommuner of a site are, each beside the others."""


def found_in(kommun: Kommun) -> list[Problem]:
    """Return what the rules find in a kommun, exceptions or not."""
    return [one for rule in RULES for one in rule(kommun)]


def check_kommun(
    kommun: Kommun,
    found: Iterable[Problem] = (),
    judge: Callable[[Kommun], Iterable[Problem]] = found_in,
) -> Iterator[Problem]:
    """Yield what the rules find, and what was found before, without what exceptions declare.

    Args:
        kommun: The kommun to check.
        found: Problems of this kommun from elsewhere (its files, its Markdown pages), so that its
            exceptions reach them too.
        judge: Asks the rules.
    """
    return exceptions.apply(kommun, [*found, *judge(kommun)])


def check_site(  # noqa: PLR0913 - each is something else that rules look at
    kommuner: Iterable[Kommun],
    found: Iterable[Problem] = (),
    read_line: ReadLine | None = None,
    ledger: Ledger | None = None,
    kept: Kept = Kept(),  # noqa: B008 - it has nothing that changes
    *,
    day: date | None = None,
) -> Iterator[Problem]:
    """Check every kommun of a site and all of them together.

    Args:
        kommuner: The kommuner of the site.
        found: Problems from elsewhere; those in a kommun's own folders are subject to its
            exceptions, the others are passed on.
        read_line: Gives lines of the files, for the exact place of a fault within a long text.
        ledger: What has been published, beside what is to be.
        kept: Knows what the rules have found before.
        day: The day of the build; without one nobody knows what has happened.
    """
    together = tuple(kommuner)
    slugs = {kommun.slug for kommun in together}
    own: dict[str, list[Problem]] = {slug: [] for slug in slugs}
    left: list[Problem] = []
    for one in [*found, *kept.across(ledger, partial(_across, together, ledger, kept))]:
        folder = "" if "" in slugs else kommun_of(one.origin.path)
        (own[folder] if folder in slugs else left).append(one)
    for kommun in together:
        before = own[kommun.slug]
        if day:
            before += kept.not_yet(kommun, day, partial(happened.not_yet, kommun))
        yield from kept.of(kommun, before, partial(_of, kommun, read_line, kept))
    yield from left


def _across(kommuner: tuple[Kommun, ...], ledger: Ledger | None, kept: Kept) -> list[Problem]:
    """Return what the rules about several kommuner find."""
    outlines: dict[int, Outline] = {}

    def outline_of(kommun: Kommun) -> Outline:
        """Return the outline of a kommun, which several rules ask for."""
        if id(kommun) not in outlines:
            outlines[id(kommun)] = kept.outline(kommun)
        return outlines[id(kommun)]

    found = [
        *references.across(kommuner, outline_of),
        *(one for rule in SITE_RULES for one in rule(kommuner)),
    ]
    if ledger:
        gone, written = ledger.gone, ledger.edited
        why = partial(unshown.why, kommuner=kommuner, pages=ledger.unshown)
        found += published_pages.kept(
            ledger.shown, outline_of, ledger.published, edited=written, withdrawn=gone, why=why
        )
        found += withdrawn.shared(kommuner, outline_of, gone, written)
        found += published_pages.former_addresses(kommuner, outline_of, written)
    return found


def _of(
    kommun: Kommun, read_line: ReadLine | None, kept: Kept, found: Sequence[Problem]
) -> list[Problem]:
    """Return what is wrong with a kommun, each where it stands in a text."""
    told = check_kommun(kommun, found, kept.found_in)
    return [wording.pinpoint(one, read_line) if read_line else one for one in told]
