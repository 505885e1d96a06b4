"""Composes the frame of every page from the data, the settings and the history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage

from kommunvision.address import Place, embedding, place
from kommunvision.artifact import Crumb, Page, Sheet
from kommunvision.chain import GoalSystem, Site
from kommunvision.export import DataFile, Setting, feed
from kommunvision.export.linked_data import linked_data
from kommunvision.folders import CONTENT
from kommunvision.history import History
from kommunvision.origin import Origin
from kommunvision.pages import sharing
from kommunvision.pages.embeds import OEMBED, Embed
from kommunvision.pages.menu import MenuItem, about_links, menu, menu_turns
from kommunvision.pages.parts import only_kommun
from kommunvision.pages.search import search_url
from kommunvision.pipeline import profile_path
from kommunvision.plugin.around import all_passed, standing
from kommunvision.plugin.edit_link import edit_url
from kommunvision.plugin.editors import Written
from kommunvision.plugin.files import GeneratedPage
from kommunvision.plugin.shell import (
    Feed,
    Listed,
    SharedPicture,
    Shell,
    Surroundings,
    TocEntry,
    full_title,
    kommun_card,
)
from kommunvision.swedish import format as swedish
from kommunvision.swedish.labels import label
from kommunvision.swedish.languages import SWEDISH


def _heading(made: Page) -> Markup:
    """Return a heading, marked where it is in another language than what stands around it."""
    lang = made.heading_lang or made.lang
    if lang == SWEDISH.tag:
        return escape(made.heading)
    return Markup('<span lang="{}" dir="auto">{}</span>').format(lang, made.heading)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frames:
    """Everything that frames are made of, gathered once per build."""

    config: MkDocsConfig
    setting: Setting
    """What open data is made of, and so what pages say to search engines."""
    history: History
    edit_template: str | None
    made: Mapping[str, Page]
    """Every generated page by address, also where an editor's page stands in its place."""
    written: Mapping[str, Written]
    """Editors' pages by address."""
    data: Mapping[str, tuple[DataFile, ...]]
    """What pages show as data, by their addresses."""
    embeds: Mapping[str, Embed]
    """What stands for a whole page where it is embedded, by the page's address."""
    offered: Mapping[str, DataFile]
    """The files of open data that are listed by name, by their addresses."""
    _pictures: dict[GoalSystem | None, SharedPicture] = field(default_factory=dict)
    _own_items: dict[str | None, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    _passed: dict[str | None, frozenset[str]] = field(default_factory=dict)
    _arounds: dict[tuple[str | None, str], Surroundings] = field(default_factory=dict)

    @property
    def site(self) -> Site:
        """All kommuner."""
        return self.setting.site

    def of(self, page: MkDocsPage) -> Shell:
        """Return the frame of a page."""
        url = page.url
        system = self.system(url)
        made = page.made if isinstance(page, GeneratedPage) else None
        usual = made or self.made.get(url)
        written = None if made else self.written[url]
        origin = self.origin(page)
        title = made.title if made else self._title(written, system)
        crumbs = usual.breadcrumbs if usual else self._trail(system, url)
        around = self._around(system, url)
        return Shell(
            **around.shown,
            around=around,
            title=title,
            title_full=full_title(title, self.config.site_name),
            description=self._description(made, written, usual),
            canonical=page.canonical_url,
            picture=self._picture(system) if page.canonical_url else None,
            noindex=bool(made and not made.indexed),
            data=self.data.get(url, ()),
            breadcrumbs=crumbs,
            feed=self._feed(system),
            linked_data=self._linked_data(system, url, crumbs),
            kicker=usual.kicker if usual else None,
            lang=made.lang if made else SWEDISH.tag,
            versions=usual.versions if usual else (),
            here="" if url == "./" else url,
            heading=_heading(made) if made else written.heading if written else escape(title),
            toc=(
                tuple(TocEntry(top.anchor, top.title) for top in made.toc)
                if made
                else written.toc
                if written
                else ()
            ),
            embedding=self._embedding(system, url),
            oembed=self._oembed(url),
            changed=self._changed(page),
            edit_url=edit_url(self.edit_template, origin),
        )

    def sheet(self, page: MkDocsPage) -> Sheet:
        """Return a page without its frame."""
        shell, system = self.of(page), self.system(page.url)
        steps = [step.url for step in shell.breadcrumbs if step.url is not None]
        return Sheet(
            url="" if page.url == "./" else page.url,
            heading=str(shell.heading),
            body=page.content or "",
            kicker=shell.kicker,
            above=steps[-1] if steps else None,
            kommun=system.kommun.slug if system else None,
            generated=isinstance(page, GeneratedPage),
        )

    def without_page(self) -> Shell:
        """Return the frame of a template that belongs to no page, such as the one for 404."""
        around = self._surroundings(only_kommun(self.site), "404")
        return Shell(**around.shown, around=around)

    def listed(self, pages: Iterable[MkDocsPage]) -> tuple[Listed, ...]:
        """Return what the list for search engines says, in the order of the addresses."""
        return tuple(
            Listed(page.canonical_url, self.day(page))
            for page in sorted(pages, key=lambda page: page.url)
            if page.canonical_url and (not isinstance(page, GeneratedPage) or page.made.indexed)
        )

    def day(self, page: MkDocsPage) -> str | None:
        """Return the day on which a page's content was last changed."""
        made_of = page.made.made_of if isinstance(page, GeneratedPage) else ()
        return self.history.day_of(*(made_of or [self.origin(page).path]))

    def origin(self, page: MkDocsPage) -> Origin:
        """Return where a page's content is written."""
        if isinstance(page, GeneratedPage):
            return page.made.origin
        return Origin(f"{CONTENT}/{page.file.src_uri}")

    def system(self, url: str) -> GoalSystem | None:
        """Return the kommun that a page belongs to."""
        return only_kommun(self.site) or self.site.system(url.partition("/")[0])

    @staticmethod
    def _title(written: Written | None, system: GoalSystem | None) -> str:
        title = written.title if written else ""
        if system is None or system.kommun.name in title:
            return title
        return f"{title} \N{EN DASH} {system.kommun.name}"

    @staticmethod
    def _description(made: Page | None, written: Written | None, usual: Page | None) -> str | None:
        if made is None and written is not None and written.description:
            return written.description
        return usual.description if usual else None

    @staticmethod
    def _stylesheets(system: GoalSystem | None) -> tuple[str, ...]:
        return (profile_path(system.kommun),) if system else ()

    def _around(self, system: GoalSystem | None, url: str) -> Surroundings:
        """Return what stands around a page: one and the same wherever it looks alike."""
        slug = system.kommun.slug if system else None
        if slug not in self._passed:
            shown = self._surroundings(system, url).addresses
            more = (*self.config.extra_css, *self.config.extra_javascript)
            turns = menu_turns(system) if system else ()
            self._passed[slug] = all_passed(*shown, *map(str, more), *turns)
        key = slug, standing(url, self._passed[slug])
        if key not in self._arounds:
            self._arounds[key] = self._surroundings(system, url)
        return self._arounds[key]

    def _surroundings(self, system: GoalSystem | None, url: str) -> Surroundings:
        search = self._search(system)
        return Surroundings(
            site_name=self.config.site_name,
            stylesheets=self._stylesheets(system),
            search=search,
            searching=url == search and url not in self.written,
            kommun=kommun_card(system.kommun) if system else None,
            menu=self._menu(system, url),
            about=about_links(self.site, system, url),
        )

    def _picture(self, system: GoalSystem | None) -> SharedPicture:
        if system not in self._pictures:
            url = f"{self.config.site_url}{sharing.path(system)}"
            words = sharing.card(self.site, system).words
            self._pictures[system] = SharedPicture(url, words)
        return self._pictures[system]

    def _embedding(self, system: GoalSystem | None, url: str) -> str | None:
        """Return where it is told how to embed a page, or else anything of the kommun."""
        if system is None:
            return None
        found = embedding(system.kommun, url if url in self.embeds else "")
        return found if found in self.made else None

    def _oembed(self, url: str) -> str | None:
        found, site_url = self.embeds.get(url), self.config.site_url
        return f"{site_url}{found.url}{OEMBED}" if found and site_url else None

    def _search(self, system: GoalSystem | None) -> str | None:
        url = search_url(self.site, system)
        return url if url in self.made else None

    def _feed(self, system: GoalSystem | None) -> Feed | None:
        """Return the feed of a kommun, where there is one."""
        path = feed.path(system.kommun) if system else None
        if system is None or path not in self.offered:
            return None
        return Feed(feed.path(system.kommun), feed.title(system.kommun))

    def _linked_data(
        self, system: GoalSystem | None, url: str, crumbs: Sequence[Crumb]
    ) -> Markup | None:
        here = "" if url == "./" else url
        told = linked_data(self.setting, here, system, crumbs, self.offered.values())
        return None if told is None else Markup(told)  # noqa: S704 - made to stand in a page

    def _changed(self, page: MkDocsPage) -> str | None:
        day = self.day(page)
        return swedish.iso_day(day) if day else None

    def _trail(self, system: GoalSystem | None, url: str) -> tuple[Crumb, ...]:
        """Return the way to an editor's page: the start pages, then the folders that are pages."""
        if url == "":
            return ()
        steps = [] if only_kommun(self.site) else [Crumb(label("all_kommuner"), "")]
        home = place(system.kommun, Place.START) if system else ""
        if system and url != home:
            steps.append(Crumb(system.kommun.name, home))
        parts = url.rstrip("/").split("/")
        for number in range(1, len(parts)):
            folder = "/".join(parts[:number]) + "/"
            name = self._name(folder)
            if name and folder != home:
                steps.append(Crumb(name, folder))
        return (*steps, Crumb(self._name(url) or "", None))

    def _name(self, url: str) -> str | None:
        if url in self.written:
            return self.written[url].title
        return self.made[url].heading if url in self.made else None

    def _in_menu(self, url: str) -> bool:
        """Tell whether a page is found by the menu; the one about the site is not."""
        if url in self.made:
            return self.made[url].section is not None
        return url in self.written

    def _menu(self, system: GoalSystem | None, url: str) -> tuple[MenuItem, ...]:
        """Return the menu, with the editors' own pages at its end."""
        slug = system.kommun.slug if system else None
        if slug not in self._own_items:
            self._own_items[slug] = tuple(self._editors_items(system))
        own = (
            MenuItem(title, target, url == target, url.startswith(target))
            for title, target in self._own_items[slug]
        )
        return (*menu(self.site, system, url), *own)

    def _editors_items(self, system: GoalSystem | None) -> Iterable[tuple[str, str]]:
        """Yield the pages that no generated page stands for and no other page stands above."""
        home = place(system.kommun, Place.START) if system else ""
        for url, written in sorted(self.written.items()):
            if url in self.made or url == home or self.system(url) is not system:
                continue
            parts = url.rstrip("/").split("/")
            above = ("/".join(parts[:number]) + "/" for number in range(1, len(parts)))
            if not any(self._in_menu(folder) and folder != home for folder in above):
                yield written.title, url
