"""The order of the stages: load, check, resolve, make pages; stops at errors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from kommunvision.address import Place, place
from kommunvision.artifact import Artifact
from kommunvision.chain import GoalSystem, Site
from kommunvision.checking import check, shown_of
from kommunvision.colour import DEFAULT_ACCENT, stylesheet
from kommunvision.edition import Edition
from kommunvision.export import (
    Beside,
    DataFile,
    Setting,
    announced,
    earlier_files,
    files_of,
    shared_files,
    withdrawn_files,
)
from kommunvision.folders import CONTENT
from kommunvision.model import Kommun
from kommunvision.outcome import Outcome
from kommunvision.pages import (
    contributions,
    embeds,
    open_data,
    pages_of,
    redirects_of,
    shared_pages,
    sharing,
    used_by_all,
    withdrawn_pages,
)
from kommunvision.pages.contributed import redirected_by, withdrawn_by
from kommunvision.pages.dissolved import dissolved, gone_addresses
from kommunvision.pages.embeds import Embed
from kommunvision.pages.parts import only_kommun
from kommunvision.pages.search import entries, searches
from kommunvision.shelved import Keeper
from kommunvision.summary import EVERYTHING, Share

__all__ = ["check", "make", "produce", "profile", "profile_path", "resolve", "resolved"]


def produce(  # noqa: PLR0913 - each is a choice of whoever builds
    root: Path,
    *,
    only: Iterable[str] | None = None,
    strict: bool = False,
    site_url: str = "",
    beside: Beside | None = None,
    edition: Edition = Edition(),  # noqa: B008 - as above
) -> Outcome:
    """Read and check a site, and make its pages unless something stops it.

    Args:
        root: Root of the site's repository.
        only: As for ``check``.
        strict: As for ``check``.
        site_url: As for ``make``.
        beside: As for ``make``.
        edition: As for ``check``.
    """
    checked = resolved(check(root, only=only, strict=strict, edition=edition), edition)
    return checked if checked.site is None else make(root, checked, site_url, beside or Beside())


def resolved(checked: Outcome, edition: Edition, keeper: Keeper | None = None) -> Outcome:
    """Make the links of a checked site followable, unless something stops it."""
    if checked.stopped:
        return checked
    shown = {one.slug: one for one in shown_of(checked.sound, edition, keeper, checked.ended)}
    return replace(
        checked,
        kommuner=tuple(shown[kommun.slug] for kommun in checked.kommuner),
        sound=tuple(shown.values()),
        site=Site.of(shown.values(), checked.published),
    )


def make(
    root: Path, checked: Outcome, site_url: str, beside: Beside, share: Share = EVERYTHING
) -> Outcome:
    """Make the pages and files of a resolved site, or a share of them.

    Args:
        root: Root of the site's repository.
        checked: The site.
        site_url: Address of the site with a closing slash, for open data and what others embed.
        beside: What is known of the site that does not stand in its data.
        share: Which pages and files are made.
    """
    site, whole = checked.site or Site(()), checked.whole
    spanning = whole and share.spanning
    ended, gone = dissolved(site, checked.withdrawn if spanning else ())
    asked = frozenset(kommun.slug for kommun in checked.kommuner)
    known = {one.slug: one for one in site.kommuner if one.slug in asked}
    here = [system for slug in known if share.has(slug) and (system := site.system(slug))]
    setting = Setting(site, site_url, beside, share.added)
    of_each = [(system, tuple(files_of(setting, system))) for system in here]
    # What is made of all kommuner is made of what each of them tells, whoever has made that.
    added = share.added | contributions(setting, of_each, whole=whole)
    told = share.files | {system.kommun.slug: files for system, files in of_each}
    of_all: tuple[DataFile, ...] = ()
    if spanning:
        files = ((one, told[one.slug]) for one in site.kommuner if one.slug in told)
        of_all = tuple(shared_files(setting, files, added))
    led_to = checked.announced
    if led_to is None:
        led_to = tuple(announced(setting)) if whole else ()
    pages = [page for system in here for page in pages_of(site, system)]
    pages.extend(page for kommun in ended for page in withdrawn_pages(site, resolve(kommun)))
    pages.extend(shared_pages(site, gone, added) if spanning else ())
    pages.extend(open_data.page(setting, system, files, led_to) for system, files in of_each)
    pages.extend(open_data.shared_pages(setting, of_all) if spanning else ())
    shown = [(system, embeds.embeds_of(site, system)) for system in here]
    ghosts: list[tuple[GoalSystem, tuple[Embed, ...]]] = [(resolve(one), ()) for one in ended]
    found = tuple(entries(site, pages))
    for system, own in shown:
        pages.extend(list(embeds.pages(site, system, site_url, own, pages)))
    looked_up = searches(site, here, found, whole=whole, spanning=spanning, told=share.found)
    pages.extend(page for page, _ in looked_up)
    # What kommuner share has old addresses too, by what each of them says.
    theirs = redirected_by(site, added) if spanning else ()
    written = [one for one in checked.edited if whole or one.url.partition("/")[0] in asked]
    moved = redirects_of([*shown, *ghosts], pages, written, checked.published, theirs)
    data = (*of_all, *(file for _, files in of_each for file in files))
    return replace(
        checked,
        share=share,
        systems=tuple(here),
        pages=tuple(pages),
        entries=found,
        added=added,
        gone=(*withdrawn_by(site, added), *gone_addresses(ended, gone)),
        redirects=tuple(one for one in moved if share.has(one.url)),
        data=data,
        embeds=tuple(one for _, own in shown for one in own),
        artifacts=(
            *data,
            *(file for system, files in of_each for file in earlier_files(setting, system, files)),
            *(file for system, _ in ghosts for file in withdrawn_files(setting, system)),
            *(
                file
                for system, own in (*shown, *ghosts)
                for file in embeds.files_of(
                    embeds.Publication(system.kommun, profile_path(system.kommun), site_url),
                    site,
                    system,
                    own,
                )
            ),
            *(profile(one) for one in (*(system.kommun for system in here), *ended) if one.accent),
            *sharing.pictures(site, here, root / CONTENT, whole=spanning and not only_kommun(site)),
            *(used_by_all(site) if share.spanning else ()),
        ),
    )


def resolve(kommun: Kommun) -> GoalSystem:
    """Make the links of a checked kommun followable in every direction."""
    return GoalSystem(kommun)


def profile_path(kommun: Kommun) -> str:
    """Return the address of a kommun's own stylesheet."""
    return f"{place(kommun, Place.START)}profil.css"


def profile(kommun: Kommun) -> Artifact:
    """Make a kommun's own stylesheet: the tones of its colour."""
    return Artifact(profile_path(kommun), stylesheet(kommun.accent or DEFAULT_ACCENT))
