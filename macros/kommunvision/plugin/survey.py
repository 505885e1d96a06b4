"""A site that is read and checked once, to be built by one run of MkDocs or by several."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kommunvision.load import DATA
from kommunvision.pipeline import CONTENT, Outcome, check, resolved
from kommunvision.plugin.history import History, history
from kommunvision.plugin.options import ALL, Options
from kommunvision.publication import Edition


@dataclass(frozen=True, slots=True)
class Survey:
    """What a run needs to know of a site before it makes anything."""

    outcome: Outcome
    edition: Edition
    history: History


def survey(root: Path, options: Options) -> Survey:
    """Read and check a site, as the settings of the plugin say."""
    only = None if options.kommun == ALL else [options.kommun]
    edition = options.edition()
    found = check(root, only=only, strict=options.strikt, edition=edition)
    return Survey(resolved(found, edition), edition, history(root, DATA, CONTENT))
