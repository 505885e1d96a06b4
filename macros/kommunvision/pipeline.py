"""The order of the stages: load, check, resolve, make pages; stops at errors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from kommunvision.address import Place, names_of_today, place
from kommunvision.artifact import Artifact
from kommunvision.chain import GoalSystem, Site
from kommunvision.check import Kept, Ledger, check_site
from kommunvision.check.content import KeptPages, check_content
from kommunvision.check.edited import edited_pages
from kommunvision.check.plain import judge
from kommunvision.check.unread import without_consequences
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
from kommunvision.load import load_site, read_ledger
from kommunvision.load.pictures import measured
from kommunvision.model import Kommun, WithdrawnPage
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
from kommunvision.pages.written import written_pages
from kommunvision.problem import Problem, Problems
from kommunvision.publication import edited
from kommunvision.shelved import Keeper
from kommunvision.summary import EVERYTHING, Share
from kommunvision.swedish.problems import PROBLEMS, Severity
from kommunvision.text.reading import lines_under


def check(  # noqa: PLR0913 - each is a choice of whoever looks
    root: Path,
    *,
    only: Iterable[str] | None = None,
    strict: bool = False,
    plain: bool = False,
    edition: Edition = Edition(),  # noqa: B008 - it is frozen
    keeper: Keeper | None = None,
) -> Outcome:
    """Read and check a site without making anything.

    Args:
        root: Root of the site's repository, with the folders ``data`` and ``content``.
        only: Slugs of the kommuner to look at; all when none is given.
        strict: Whether warnings stop publishing, as errors do.
        edition: For whom, and for which day.
        plain: Whether there are to be hints on plain language too; they stop nothing.
        keeper: Has what an earlier run has found; without one everything is found anew.

    Raises:
        NoDictionaryError: There are to be hints, and no dictionary is installed.
    """
    loaded = load_site(root, drafts=edition.drafts, read=keeper.read if keeper else None)
    known = loaded.kommuner
    if keeper is None:
        known = tuple(measured(kommun, root, CONTENT) for kommun in known)
    published, faults = read_ledger(root)
    written = tuple(edited_pages(root, CONTENT))
    pages = written_pages(written, edition)
    # What is shown on another day is right already.
    left_out = [page.origin.path for page in pages.left_out if page.draft]
    gone = loaded.withdrawn
    chosen = None if only is None else frozenset(only)
    texts = judge(root, CONTENT, known, chosen, left_out) if plain else ()
    hints = (hint for one in texts for hint in one.hints)
    content = check_content(root, CONTENT, known, left_out, keeper or KeptPages(), edited=written)
    before = [*loaded.problems, *faults, *content, *hints]
    shown = _shown(known, edition, keeper)
    ledger = Ledger(published, shown, pages.published(), gone)
    judged = check_site(known, before, lines_under(root), ledger, keeper or Kept())
    everything = Problems(without_consequences(judged, loaded.unread)).ordered()
    # References lead from kommun to kommun, so all are read, whichever are asked for.
    found = tuple(one for one in everything if chosen is None or _folder(one) in chosen)
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    if keeper:
        keeper.keep()
    return Outcome(
        problems=found,
        stopped=any(PROBLEMS[one.code].severity in grave for one in found),
        kommuner=tuple(one for one in known if chosen is None or one.slug in chosen),
        sound=_sound(known, everything),
        edited=pages.shown,
        left_out=tuple(page.origin.path for page in pages.left_out),
        ended=pages.ended,
        published=published_under(published, known),
        withdrawn=(*gone, *pages.of_none(known)),
        texts=texts,
        whole=chosen is None,
    )


def _shown(
    kommuner: Iterable[Kommun],
    edition: Edition,
    keeper: Keeper | None,
    ended: tuple[WithdrawnPage, ...] = (),
) -> tuple[Kommun, ...]:
    """Return kommuner as an edition has them."""
    if keeper:
        return tuple(keeper.shown(kommun, edition, ended) for kommun in kommuner)
    return tuple(edited(kommun, edition, ended) for kommun in kommuner)


def _folder(found: Problem) -> str:
    """Return the kommun's folder in which a problem stands, in data or in content."""
    _, _, inside = found.origin.path.partition("/")
    return inside.partition("/")[0]


def _sound(kommuner: Iterable[Kommun], problems: Iterable[Problem]) -> tuple[Kommun, ...]:
    """Return the kommuner without errors: the only ones that can be resolved."""
    errors = (one for one in problems if PROBLEMS[one.code].severity is Severity.ERROR)
    broken = {_folder(one) for one in errors}
    return tuple(kommun for kommun in kommuner if not kommun.slug or kommun.slug not in broken)


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
    shown = {one.slug: one for one in _shown(checked.sound, edition, keeper, checked.ended)}
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


def published_under(ledger: Iterable[str], kommuner: Iterable[Kommun]) -> frozenset[str]:
    """Return the addresses of a ledger by the names that folders have now, and all above them."""
    return pages_above(map(names_of_today(kommuner), ledger))


def pages_above(addresses: Iterable[str]) -> frozenset[str]:
    """Return addresses without places on pages, and all folders that they stand in."""
    known = {url.partition("#")[0] for url in addresses}
    ends = ((url, end + 1) for url in known for end, sign in enumerate(url) if sign == "/")
    return frozenset(known | {url[:end] for url, end in ends})


def profile_path(kommun: Kommun) -> str:
    """Return the address of a kommun's own stylesheet."""
    return f"{place(kommun, Place.START)}profil.css"


def profile(kommun: Kommun) -> Artifact:
    """Make a kommun's own stylesheet: the tones of its colour."""
    return Artifact(profile_path(kommun), stylesheet(kommun.accent or DEFAULT_ACCENT))
