"""The search: what can be found on a site, and the pages to find it on, also without a script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kommunvision.address import SEARCH, Place, address, own_pages, place, relative
from kommunvision.artifact import Artifact, Crumb, Page
from kommunvision.chain import GoalSystem, Site
from kommunvision.model import Decision, Kommun, NewsItem, Source
from kommunvision.pages.parts import html, only_kommun, origin_of, prose
from kommunvision.render.views import names
from kommunvision.search import Entry, Piece, entries_of, index_files, pieces, stems_of
from kommunvision.search.index import FOLDER
from kommunvision.search.reading import read
from kommunvision.subject import told
from kommunvision.swedish.format import number
from kommunvision.swedish.labels import label
from kommunvision.swedish.languages import SWEDISH
from kommunvision.swedish.search import initial, register_order

# A common register with more than this is cut into one for each kommun.
_LONGEST_REGISTER = 400


def entries(site: Site, pages: Sequence[Page]) -> Iterator[Entry]:
    """Yield what can be found: every generated page, and the documents that stand on one."""
    systems = {system for page in pages if (system := _system(site, page))}
    news = {
        url
        for system in systems
        for url, item, _ in own_pages(system.kommun)
        if isinstance(item, NewsItem)
    }
    for page in pages:
        if page.indexed:
            kind = label("part_news") if page.url in news else page.kicker
            yield _of_page(site, page, kind or label("kind_overview"))
        system = _system(site, page)
        if system and page.url == place(system.kommun, Place.SOURCES):
            yield from _documents(system.kommun)


def entry(system: GoalSystem | None, url: str, title: str, body: str, usual: str) -> Entry:
    """Return an editor's page as something that can be found.

    Args:
        system: The kommun that it belongs to.
        url: Its address.
        title: Its heading.
        body: Its finished HTML.
        usual: What is told of it if it has no sentence of its own.
    """
    text, sentence = read(body)
    return Entry(
        url=url,
        title=title,
        kind=label("kind_page"),
        sentence=sentence or usual,
        stems=stems_of(text),
        slug=system.kommun.slug if system else None,
        kommun=system.kommun.name if system else None,
    )


def _system(site: Site, page: Page) -> GoalSystem | None:
    return None if page.kommun is None else site.system(page.kommun)


def _of_page(site: Site, page: Page, kind: str) -> Entry:
    system = _system(site, page)
    text, sentence = read(page.body if page.heard is None else page.heard)
    names_of = {one.url: one.name for one in page.versions if one.name != SWEDISH.own}
    tongue = names_of.get(page.url)
    lang = page.lang if page.lang != SWEDISH.tag else None
    return Entry(
        url=page.url,
        title=page.heading,
        kind=f"{kind}, {tongue}" if tongue else kind,
        sentence=page.description if page.answers else sentence or page.description,
        stems=stems_of(text, lang),
        slug=page.kommun,
        kommun=system.kommun.name if system else None,
        lang=lang,
    )


def _documents(kommun: Kommun) -> Iterator[Entry]:
    """Yield the sources, and those decisions that have a title."""
    found: list[tuple[Source | Decision, str]] = [
        *((item, "source") for item in kommun.sources),
        *((item, "decision") for item in kommun.decisions if item.title),
    ]
    for item, key in found:
        text, sentence = read("".join(prose(part) for part in (item.description, item.verbatim)))
        yield Entry(
            url=address(kommun, item),
            title=names.title(item),
            kind=label("kind_source" if key == "source" else "decision"),
            sentence=sentence or label(f"{key}_sentence", kommun=kommun.formal_name),
            stems=stems_of(text),
            slug=kommun.slug,
            kommun=kommun.name,
        )


def search_url(site: Site, system: GoalSystem | None) -> str:
    """Return the address of the search that belongs to a page: its kommun's, or that of all."""
    home = system or only_kommun(site)
    return place(home.kommun, Place.SEARCH) if home else SEARCH


def searches(  # noqa: PLR0913 - each is a choice of whoever builds
    site: Site,
    systems: Iterable[GoalSystem],
    found: Sequence[Entry],
    *,
    whole: bool,
    spanning: bool,
    told: Sequence[Piece] = (),
) -> Iterator[tuple[Page, tuple[Entry, ...]]]:
    """Yield every search page with what can be found on it, except what is told of others.

    Args:
        site: All kommuner.
        systems: Those whose pages are made.
        found: What can be found in all of them.
        whole: Whether the site has pages that span kommuner.
        spanning: Whether those are made too.
        told: What can be found of the kommuner whose pages others make.
    """
    only = only_kommun(site)
    of_each: dict[str | None, list[Entry]] = {}
    for one in found:
        of_each.setdefault(one.slug, []).append(one)
    for system in systems:
        own = tuple(found if only else of_each.get(system.kommun.slug, ()))
        yield _of_kommun(site, system, own, shared=whole and not only), own
    if spanning and not only:
        yield _of_all(site, found, told), tuple(found)


def index(page: Page, found: Sequence[Entry], told: Iterable[Piece] = ()) -> Iterator[Artifact]:
    """Yield the files in which the script of a search page looks words up."""
    several = page.kommun is None
    return index_files(page.url, found, several=several, told=told if several else ())


def contributed(found: Iterable[Entry]) -> tuple[Piece, ...]:
    """Return what the search over all kommuner is told of some."""
    return tuple(pieces(SEARCH, found))


def _of_kommun(site: Site, system: GoalSystem, found: Sequence[Entry], *, shared: bool) -> Page:
    kommun = system.kommun
    url = place(kommun, Place.SEARCH)
    steps = [Crumb(kommun.name, place(kommun, Place.START)), Crumb(label("search"), None)]
    return Page(
        url=url,
        title=label("search_title", kommun=kommun.name),
        heading=label("search"),
        body=html(
            "search",
            index=FOLDER,
            everywhere=relative(SEARCH, url) if shared else None,
            kommuner=(),
            letters=register(url, found),
            several=False,
        ),
        description=told(kommun, "search_description"),
        origin=kommun.where.origin,
        breadcrumbs=(
            *([] if only_kommun(site) else [Crumb(label("all_kommuner"), "")]),
            *steps,
        ),
        kommun=kommun.slug,
    )


def _of_all(site: Site, found: Sequence[Entry], told: Sequence[Piece]) -> Page:
    counts = Counter(e.slug for e in found)
    counts.update({one.slug: len(one.pages) for one in told})
    cut = counts.total() > _LONGEST_REGISTER
    if cut:
        own = [e for e in found if e.slug is None]
    else:
        own = [*found, *(e for one in told for e in entries_of(one))]
    kommuner = [
        (
            label("register_of", kommun=kommun.name),
            relative(place(kommun, Place.SEARCH), SEARCH),
            _count(counts[kommun.slug]),
        )
        for kommun in (site.kommuner if cut else ())
    ]
    return Page(
        url=SEARCH,
        title=label("search_title_all"),
        heading=label("search_title_all"),
        body=html(
            "search",
            index=FOLDER,
            everywhere=None,
            kommuner=kommuner,
            letters=register(SEARCH, own),
            several=True,
        ),
        description=label("search_description_all"),
        origin=origin_of(site),
        breadcrumbs=(Crumb(label("all_kommuner"), ""), Crumb(label("search"), None)),
    )


def _count(number_of: int) -> str:
    key = "register_count_one" if number_of == 1 else "register_count"
    return label(key, number=number(number_of))


def register(here: str, found: Iterable[Entry]) -> list[tuple[str, str, list[tuple[str, ...]]]]:
    """Return each letter, its fragment, and its titles with address, kind, kommun and language."""
    letters: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for one in sorted(found, key=lambda one: (register_order(one.title), one.url)):
        letters.setdefault(initial(one.title), []).append(
            (one.title, relative(one.url, here), one.kind, one.kommun or "", one.lang or "")
        )
    return [(letter, plain, titles) for (letter, plain), titles in letters.items()]
