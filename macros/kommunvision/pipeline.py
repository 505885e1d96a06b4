"""The order of the stages: load, check, resolve, make pages; stops at errors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kommunvision.address import Place, once, place, today
from kommunvision.artifact import Artifact, Page, Redirect
from kommunvision.chain import GoalSystem, Site
from kommunvision.check import Ledger, check_site
from kommunvision.check.content import check_content
from kommunvision.check.edited import EditedPage, edited_pages
from kommunvision.check.plain import Judged, judge
from kommunvision.check.unread import without_consequences
from kommunvision.colour import DEFAULT_ACCENT, stylesheet
from kommunvision.export import (
    Beside,
    DataFile,
    Setting,
    files_of,
    shared_files,
    withdrawn_files,
)
from kommunvision.load import load_site, read_ledger
from kommunvision.model import Kommun, Vision, WithdrawnPage
from kommunvision.pages import (
    embeds,
    open_data,
    pages_of,
    redirects_of,
    shared_pages,
    sharing,
    withdrawn_pages,
)
from kommunvision.pages.dissolved import dissolved
from kommunvision.pages.embeds import Embed
from kommunvision.pages.parts import only_kommun
from kommunvision.pages.search import entries, searches
from kommunvision.picture.size import measure
from kommunvision.problem import Problem, Problems
from kommunvision.publication import Edition, edited
from kommunvision.render.charts import kommun_map
from kommunvision.render.views.portal import mapped
from kommunvision.search import Entry
from kommunvision.swedish.problems import PROBLEMS, Severity
from kommunvision.text.reading import fault_of, lines_under

# The folder of Markdown pages.
CONTENT = "content"


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
    """The pages that editors have written, asked for or not."""
    left_out: tuple[str, ...] = ()
    """Paths of those that are drafts and not shown."""
    published: frozenset[str] = frozenset()
    """Addresses of pages that have been published, by the names that folders have now."""
    withdrawn: tuple[WithdrawnPage, ...] = ()
    """Pages that are gone and that no kommun of the site has had."""
    texts: tuple[Judged, ...] = ()
    """Of those that were asked for, how plain they are; only when that was asked."""
    site: Site | None = None
    systems: tuple[GoalSystem, ...] = ()
    """Of the site, those that were asked for."""
    whole: bool = False
    """Whether all kommuner were asked for, so that there are pages that span them."""
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


def check(
    root: Path,
    *,
    only: Iterable[str] | None = None,
    strict: bool = False,
    plain: bool = False,
    edition: Edition = Edition(),  # noqa: B008 - it is frozen
) -> Outcome:
    """Read and check a site without making anything.

    Args:
        root: Root of the site's repository, with the folders ``data`` and ``content``.
        only: Slugs of the kommuner to look at; all when none is given.
        strict: Whether warnings stop publishing, as errors do.
        edition: For whom, and for which day.
        plain: Whether there are to be hints on plain language too; they stop nothing.

    Raises:
        NoDictionaryError: There are to be hints, and no dictionary is installed.
    """
    loaded = load_site(root, drafts=edition.drafts)
    known = tuple(measured(kommun, root) for kommun in loaded.kommuner)
    published, faults = read_ledger(root)
    written = tuple(edited_pages(root, CONTENT))
    pages = tuple(page for page in written if edition.drafts or not page.draft)
    left_out = [page.origin.path for page in written if page not in pages]
    gone = loaded.withdrawn
    chosen = None if only is None else frozenset(only)
    texts = judge(root, CONTENT, known, chosen, left_out) if plain else ()
    hints = (hint for one in texts for hint in one.hints)
    content = check_content(root, CONTENT, known, left_out)
    before = [*loaded.problems, *faults, *content, *hints]
    shown = [edited(kommun, edition) for kommun in known]
    judged = check_site(known, before, lines_under(root), Ledger(published, shown, pages, gone))
    everything = Problems(without_consequences(judged, loaded.unread)).ordered()
    # References lead from kommun to kommun, so all are read, whichever are asked for.
    found = tuple(one for one in everything if chosen is None or _folder(one) in chosen)
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return Outcome(
        problems=found,
        stopped=any(PROBLEMS[one.code].severity in grave for one in found),
        kommuner=tuple(one for one in known if chosen is None or one.slug in chosen),
        sound=_sound(known, everything),
        edited=pages,
        left_out=tuple(left_out),
        published=pages_above(today(known, url) for url in published),
        withdrawn=gone,
        texts=texts,
    )


def measured(kommun: Kommun, root: Path) -> Kommun:
    """Return a kommun whose pictures have their size; those that cannot be read have none."""
    folder = root / CONTENT / kommun.slug

    def with_size(vision: Vision) -> Vision:
        if vision.picture is None:
            return vision
        file = folder / vision.picture.file
        # A name from the data leads nowhere else, and is not even tried.
        inside = file.is_relative_to(folder) and not fault_of(file, root)
        size = measure(file) if inside else None
        return replace(vision, picture=replace(vision.picture, size=size))

    return replace(kommun, visions=tuple(map(with_size, kommun.visions)))


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
        root: As for ``check``.
        only: As for ``check``.
        strict: As for ``check``.
        site_url: Address of the site with a closing slash, for open data and what others embed.
        beside: What is known of the site that does not stand in its data.
        edition: As for ``check``.
    """
    checked = check(root, only=only, strict=strict, edition=edition)
    if checked.stopped:
        return checked
    checked = replace(
        checked,
        kommuner=tuple(edited(kommun, edition) for kommun in checked.kommuner),
        sound=tuple(edited(kommun, edition) for kommun in checked.sound),
    )
    site = Site(map(resolve, checked.sound), checked.published)
    asked = [system for system in site.systems if system.kommun in checked.kommuner]
    whole = only is None
    ended, gone = dissolved(site, checked.withdrawn if whole else ())
    setting = Setting(site, site_url, beside or Beside())
    of_each = [(system, tuple(files_of(setting, system))) for system in asked]
    of_all = tuple(shared_files(setting, of_each)) if whole else ()
    pages = [page for system in asked for page in pages_of(site, system)]
    pages.extend(page for kommun in ended for page in withdrawn_pages(site, resolve(kommun)))
    pages.extend(shared_pages(site, gone) if whole else ())
    pages.extend(open_data.page(setting, system, files, of_all) for system, files in of_each)
    pages.extend(open_data.shared_pages(setting, of_all) if whole else ())
    shown = [(system, embeds.embeds_of(site, system)) for system in asked]
    slugs = {kommun.slug for kommun in checked.kommuner}
    ghosts: list[tuple[GoalSystem, tuple[Embed, ...]]] = [(resolve(one), ()) for one in ended]
    found = tuple(entries(site, pages))
    for system, own in shown:
        pages.extend(list(embeds.pages(site, system, site_url, own, pages)))
    pages.extend(page for page, _ in searches(site, asked, found, shared=whole))
    return replace(
        checked,
        site=site,
        systems=tuple(asked),
        whole=whole,
        pages=tuple(pages),
        entries=found,
        gone=_gone((*checked.kommuner, *ended), gone),
        redirects=tuple(
            redirects_of(
                [*shown, *ghosts],
                pages,
                [one for one in checked.edited if whole or one.url.partition("/")[0] in slugs],
                checked.published,
            )
        ),
        data=(data := (*of_all, *(file for _, files in of_each for file in files))),
        embeds=tuple(one for _, own in shown for one in own),
        artifacts=(
            *data,
            *(file for system, files in of_each for file in _earlier(setting, system, files)),
            *(file for system, _ in ghosts for file in withdrawn_files(setting, system)),
            *embeds.stylesheets(),
            *(
                file
                for system, own in (*shown, *ghosts)
                for file in embeds.files_of(_publication(system, site_url), site, system, own)
            ),
            *(profile(kommun) for kommun in (*checked.kommuner, *ended) if kommun.accent),
            *sharing.pictures(site, asked, root / CONTENT, whole=whole and not only_kommun(site)),
            *([Artifact(kommun_map.FILE, kommun_map.drawing())] if mapped(site.systems) else ()),
        ),
    )


def _earlier(setting: Setting, system: GoalSystem, files: Iterable[DataFile]) -> Iterator[Artifact]:
    """Yield what stands where data has been: of withdrawn pages, and in a folder's former names."""
    gone = tuple(withdrawn_files(setting, system))
    yield from gone
    for file in (*files, *gone):
        yield from (Artifact(old, file.content) for old in once(system.kommun, file.path))


def _gone(kommuner: Iterable[Kommun], shared: Iterable[WithdrawnPage]) -> tuple[str, ...]:
    """Return where withdrawn pages are; what stood on a page with others leaves that in place."""
    each = [one for kommun in kommuner for one in kommun.withdrawn]
    return tuple(one.address for one in (*each, *shared) if "#" not in one.address)


def resolve(kommun: Kommun) -> GoalSystem:
    """Make the links of a checked kommun followable in every direction."""
    return GoalSystem(kommun)


def pages_above(addresses: Iterable[str]) -> frozenset[str]:
    """Return addresses without places on pages, and all folders that they stand in."""
    known = {url.partition("#")[0] for url in addresses}
    ends = ((url, end + 1) for url in known for end, sign in enumerate(url) if sign == "/")
    return frozenset(known | {url[:end] for url, end in ends})


def profile_path(kommun: Kommun) -> str:
    """Return the address of a kommun's own stylesheet."""
    return f"{place(kommun, Place.START)}profil.css"


def _publication(system: GoalSystem, site_url: str) -> embeds.Publication:
    return embeds.Publication(system.kommun, profile_path(system.kommun), site_url)


def profile(kommun: Kommun) -> Artifact:
    """Make a kommun's own stylesheet: the tones of its colour."""
    return Artifact(profile_path(kommun), stylesheet(kommun.accent or DEFAULT_ACCENT))
