"""The portal: every kommun of the site as a way in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from kommunvision.artifact import Page
from kommunvision.chain import Site
from kommunvision.model import EntityKind, Kommun
from kommunvision.pages.parts import Draft, counted, describe, html, only_kommun, origin_of
from kommunvision.swedish.format import listing
from kommunvision.swedish.labels import label


def pages(site: Site) -> Iterator[Page]:
    """Yield the portal, unless one kommun has the site for itself."""
    if only_kommun(site):
        return
    draft = Draft(site, None, "")
    if site.kommuner:
        draft.add(html("intro", text=label("portal_intro", counted=kommun_count(site.kommuner))))
    draft.add(draft.views.kommuner())
    yield draft.page(
        label("portal_heading"),
        description=describe("portal_description"),
        origin=origin_of(site),
        sources=None,
        section="",
    )


def kommun_count(together: Iterable[Kommun]) -> str:
    """Return how many kommuner, regioner and federations there are, in words."""
    kommuner = list(together)
    kinds = Counter(kommun.kind for kommun in kommuner if not kommun.fictional)
    counts = [counted(f"kind_{kind.value}", kinds[kind]) for kind in EntityKind if kinds[kind]]
    if made_up := sum(kommun.fictional for kommun in kommuner):
        counts.append(counted("kind_fictional", made_up))
    return listing(counts)
