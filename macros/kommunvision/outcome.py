"""What became of a site's data and content, as each stage leaves it to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kommunvision.summary import EVERYTHING, Share

if TYPE_CHECKING:
    from kommunvision.artifact import Artifact, Contribution, Page, Redirect
    from kommunvision.chain import GoalSystem, Site
    from kommunvision.check.edited import EditedPage
    from kommunvision.check.plain import Judged
    from kommunvision.export import DataFile
    from kommunvision.model import Kommun, WithdrawnPage
    from kommunvision.pages.embeds import Embed
    from kommunvision.problem import Problem
    from kommunvision.search import Entry


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a site's data and content."""

    problems: tuple[Problem, ...]
    """Everything that was found, in the order of the files."""
    stopped: bool
    """Whether something was found that must be mended before anything is published."""
    kommuner: tuple[Kommun, ...] = ()
    """Those that were asked for."""
    sound: tuple[Kommun, ...] = ()
    """All that have no errors, asked for or not: others may refer to them."""
    edited: tuple[EditedPage, ...] = ()
    """The pages that editors have written and readers see, asked for or not."""
    left_out: tuple[str, ...] = ()
    """Paths of those that they do not see."""
    ended: tuple[WithdrawnPage, ...] = ()
    """What stands where their last day is past."""
    published: frozenset[str] = frozenset()
    """Addresses of pages that have been published, by the names that folders have now."""
    withdrawn: tuple[WithdrawnPage, ...] = ()
    """Pages that are gone and that no kommun of the site has had."""
    texts: tuple[Judged, ...] = ()
    """Of those that were asked for, how plain they are; only when that was asked."""
    site: Site | None = None
    announced: tuple[DataFile, ...] | None = None
    """The files of open data that span kommuner, without content, where that is known already."""
    whole: bool = False
    """Whether all kommuner were asked for, so that there are pages that span them."""
    share: Share = EVERYTHING
    """Which files were made."""
    systems: tuple[GoalSystem, ...] = ()
    """Of the site, those whose files were made."""
    pages: tuple[Page, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    gone: tuple[str, ...] = ()
    """Addresses of the pages that say that they have been withdrawn."""
    artifacts: tuple[Artifact, ...] = ()
    data: tuple[DataFile, ...] = ()
    """Open data, which is among the artifacts too."""
    embeds: tuple[Embed, ...] = ()
    """What other websites can show of the pages."""
    entries: tuple[Entry, ...] = ()
    """What a search finds of all this."""
    added: Mapping[str, Contribution] = field(default_factory=dict)
    """What each kommun adds to what spans kommuner, by its slug."""
