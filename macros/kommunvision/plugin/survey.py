"""A site that is read and checked once, to be built by one run of MkDocs or by several."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from kommunvision.edition import Edition
from kommunvision.export import Beside, Setting, announced
from kommunvision.folders import CONTENT
from kommunvision.history import History, history
from kommunvision.load import DATA
from kommunvision.outcome import Outcome
from kommunvision.pipeline import check, resolved
from kommunvision.plugin.options import ALL, Options
from kommunvision.shelved import Keeper
from kommunvision.text.selection import Selection


@dataclass(frozen=True, slots=True)
class Survey:
    """What a run needs to know of a site before it makes anything."""

    outcome: Outcome
    edition: Edition
    history: History

    keeper: Keeper | None = None
    """What it was read with."""

    def for_one(self, slug: str) -> Survey:
        """Return what the run for one kommun needs to know; that one is read."""
        site = self.outcome.site
        if self.keeper is None or site is None:
            return self
        (kommun,) = (one for one in site.kommuner if one.slug == slug)
        whole = site.with_whole(self.keeper.shelf.whole(kommun))
        return replace(self, outcome=replace(self.outcome, site=whole))


def survey(
    root: Path, options: Options, config: MkDocsConfig, keeper: Keeper | None = None
) -> Survey:
    """Read and check a site, as the settings of the plugin say.

    Args:
        root: Root of the site's repository.
        options: The settings of the plugin.
        config: Those of MkDocs.
        keeper: Has what an earlier run has found; without one everything is found anew.
    """
    only = None if options.kommun == ALL else [options.kommun]
    edition = options.edition()
    found = check(
        root,
        only=only,
        strict=options.strikt,
        edition=edition,
        keeper=keeper,
        selection=_selection(config),
    )
    days = history(root, DATA, CONTENT, store=keeper.store if keeper else None)
    made = resolved(found, edition, keeper)
    if made.site and made.whole:
        beside = Beside(options.publisher(), days.day_of)
        made.site.around()
        setting = Setting(made.site, config.site_url or "", beside)
        made = replace(made, announced=tuple(announced(setting)))
    return Survey(made, edition, days, keeper)


def _selection(config: MkDocsConfig) -> Selection:
    """Return which files of the content MkDocs publishes."""
    told = (config.exclude_docs, config.draft_docs)
    return Selection(
        *("\n".join(str(one) for one in spec.patterns) if spec else "" for spec in told)
    )
