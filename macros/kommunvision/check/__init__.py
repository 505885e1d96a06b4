"""The rules that a kommun's data must keep; each is a function in the list of its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

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
    identity,
    languages,
    levels,
    locks,
    published_pages,
    references,
    showing,
    succession,
    tallies,
    values,
    withdrawn,
    wording,
)
from kommunvision.check.edited import EditedPage
from kommunvision.model import Kommun, WithdrawnPage
from kommunvision.origin import Origin
from kommunvision.problem import Problem
from kommunvision.text.reading import ReadLine

__all__ = ["RULES", "SITE_RULES", "Ledger", "check_kommun", "check_site"]


@dataclass(frozen=True, slots=True)
class Ledger:
    """What has been published, and what is to be."""

    published: Mapping[str, Origin]
    """Addresses that must go on leading somewhere, with their lines in the ledger."""
    shown: Sequence[Kommun]
    """The kommuner as readers are to see them."""
    edited: Sequence[EditedPage] = ()
    """The pages that editors have written."""
    gone: Sequence[WithdrawnPage] = ()
    """Pages that have been withdrawn and that no kommun of the site has had."""


RULES: tuple[Callable[[Kommun], Iterator[Problem]], ...] = (
    references.unique_ids,
    references.references,
    references.levels_and_categories,
    references.global_goals,
    levels.order,
    levels.kinds,
    levels.totals,
    chains.circles,
    chains.depth,
    chains.organisation,
    chains.reach,
    succession.circles,
    succession.one_vision,
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
    evidence.unused,
    wording.markup,
    wording.headings,
    glossary.words,
    languages.versions,
    values.figures,
    values.once_each,
    values.parts_once_each,
    values.alike,
    values.targets,
    values.sentences,
    followup.statements,
    followup.covered,
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
    references.across,
    addresses.shared_themes,
    addresses.one_folder_each,
    withdrawn.former_folders,
)
"""Rules about the kommuner of a site together."""


def check_kommun(kommun: Kommun, found: Iterable[Problem] = ()) -> Iterator[Problem]:
    """Yield what the rules find, and what was found before, without what exceptions declare.

    Args:
        kommun: The kommun to check.
        found: Problems of this kommun from elsewhere (its files, its Markdown pages), so that its
            exceptions reach them too.
    """
    everything = [*found, *(one for rule in RULES for one in rule(kommun))]
    return exceptions.apply(kommun, everything)


def check_site(
    kommuner: Iterable[Kommun],
    found: Iterable[Problem] = (),
    read_line: ReadLine | None = None,
    ledger: Ledger | None = None,
) -> Iterator[Problem]:
    """Check every kommun of a site and all of them together.

    Args:
        kommuner: The kommuner of the site.
        found: Problems from elsewhere; those in a kommun's own folders are subject to its
            exceptions, the others are passed on.
        read_line: Gives lines of the files, for the exact place of a fault within a long text.
        ledger: What has been published, beside what is to be.
    """
    together = tuple(kommuner)
    left = [*found, *(one for rule in SITE_RULES for one in rule(together))]
    if ledger:
        gone, written = ledger.gone, ledger.edited
        left += published_pages.kept(ledger.shown, ledger.published, written, gone)
        left += withdrawn.shared(together, gone, written)
        left += published_pages.former_addresses(together, written)
    for kommun in together:
        own = [one for one in left if _belongs(one, kommun)]
        left = [one for one in left if not _belongs(one, kommun)]
        for one in check_kommun(kommun, own):
            yield wording.pinpoint(one, read_line) if read_line else one
    yield from left


def _belongs(found: Problem, kommun: Kommun) -> bool:
    """Whether a problem stands in a folder of the kommun, of data or of content."""
    return not kommun.slug or found.origin.path.split("/")[1:2] == [kommun.slug]
