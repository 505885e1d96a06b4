"""The door to MkDocs: its events, each handed on to the module that knows what to do."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from mkdocs.config.base import ConfigErrors, ConfigWarnings
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from kommunvision import report
from kommunvision.artifact import Sheet
from kommunvision.chain import GoalSystem
from kommunvision.editing import PageContext, bind
from kommunvision.export import Beside, Setting
from kommunvision.folders import SETTINGS
from kommunvision.load import DATA
from kommunvision.outcome import Outcome
from kommunvision.pages.glossary import Explainer
from kommunvision.pipeline import make
from kommunvision.plugin import files as made_files
from kommunvision.plugin.around import Arounds
from kommunvision.plugin.compiled import set_up
from kommunvision.plugin.demands import knows_all, root_of, see_to_macros, see_to_settings
from kommunvision.plugin.edit_link import edit_template
from kommunvision.plugin.editors import Written, anchor, explained, finish
from kommunvision.plugin.form import FormRefused, add_form, backend_for
from kommunvision.plugin.frames import Frames
from kommunvision.plugin.margins import last_change, with_margins
from kommunvision.plugin.options import ALL, Options, RefusedError, as_text, faults
from kommunvision.plugin.search import complete
from kommunvision.plugin.serving import (
    add_fingerprinted,
    by_fingerprint,
    server_rules,
    write_server_files,
)
from kommunvision.plugin.share import SharedFiles, leave_files, leave_pages, own_files, told_of
from kommunvision.plugin.shell import by_page, forget_addresses
from kommunvision.plugin.sitemap import NO_DAY, SITEMAP, listed, newest, pack
from kommunvision.plugin.survey import Survey, survey
from kommunvision.server import inline_hashes
from kommunvision.shelved import Keeper
from kommunvision.summary import EVERYTHING, Share, Summary, lines
from kommunvision.swedish.front_matter import FRONT_MATTER
from kommunvision.text.reading import lines_under
from kommunvision.text.sandbox import MacroEnvironment
from kommunvision.text.slots import Slots
from kommunvision.written import marks

THEME = Path(__file__).resolve().parent.parent / "theme"

# What the server can show for a page that has been withdrawn.
GONE = "410.html"


class KommunvisionPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call] # its own base
    """Adds the pages of every kommun to the site, and puts our frame around all pages."""

    outcome: Outcome | None = None
    """What became of the data in this build; the driver reads it."""
    known: Survey | None = None
    """The site, where the driver has had it read before; else this run reads it."""
    share: Share = EVERYTHING
    """What the driver wants of the site."""
    finished: bool = False
    """Whether everything is written, even if MkDocs has complained."""
    pages: Sequence[MkDocsPage] = ()
    """Every page of the site, once the site is being written."""
    knows_all = staticmethod(knows_all)

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Read the settings of the plugin; MkDocs would tell in English what is wrong with them."""
        found = list(faults(options, Path(config_file_path or SETTINGS)))
        if found:
            raise RefusedError("\n".join(found))
        return super().load_config(as_text(options), config_file_path)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put our theme before Material's, and make mkdocs-macros strict."""
        self.root = root_of(config)
        see_to_settings(config, self, self.root)
        # The thousands of files of Material are not gone through: none of them is published.
        own = [folder for folder in [config.theme.custom_dir] if folder]
        self._theirs = [folder for folder in config.theme.dirs if folder not in own]
        config.theme.dirs[:] = [*own, str(THEME)]
        config.theme.static_templates.add(GONE)
        if not config.site_url:
            # A list for search engines has whole addresses, and may not be empty.
            config.theme.static_templates.discard(SITEMAP)
        if not self.share.spans:
            config.theme.static_templates.clear()
            config.extra_templates.clear()
        config.use_directory_urls = True
        config.mdx_configs.setdefault("toc", {}).setdefault("slugify", anchor)
        config.validation.links.anchors = logging.DEBUG if self.share.only else logging.WARNING
        config.watch.append(str(self.root / DATA))
        self.outcome, self.pages, self.finished = None, (), False
        return config

    def survey(self, config: MkDocsConfig, keeper: Keeper | None = None) -> Survey:
        """Read and check the site."""
        return survey(root_of(config), self.config, config, keeper)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Run the engine, before MkDocs empties the folder of the site."""
        known = self.known or self.survey(config)
        self.outcome, site = known.outcome, known.outcome.site
        if site is None:
            raise RefusedError(report.text(self.outcome.problems, lines_under(self.root)))
        beside = Beside(self.config.publisher(), known.history.day_of)
        url = config.site_url or ""
        outcome = known.outcome
        if not self.share.only:
            outcome = make(self.root, outcome, url, beside, self.share)
        self.outcome = self._made = outcome
        self._unshown = marks(outcome.edited, known.edition.day)
        self._slots: dict[str, Slots] = {}
        self._explainers: dict[GoalSystem | None, Explainer] = {
            one: Explainer(one.kommun) for one in outcome.systems
        }
        self._written: dict[str, Written] = {}
        self._frames = Frames(
            config=config,
            setting=Setting(site, url, beside, self.share.added),
            history=known.history,
            edit_template=edit_template(self.config.redigera, config.repo_url),
            made={page.url: page for page in outcome.pages},
            written=self._written,
            data=by_page(outcome.data),
            # The first of a page's is the one of what it is about.
            embeds={one.page: one for one in reversed(outcome.embeds)},
            offered={file.path: file for file in outcome.data if file.offer},
        )

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Add what the engine has made to the files of the site."""
        files = own_files(files, config, self.share)
        made_files.clean_pictures(files, config, self.share)
        here = [system.kommun for system in self._made.systems]
        made_files.keep_former_folders(files, config, here)
        made_files.shorten_stylesheet(files, config, THEME)
        if not config.site_url and (template := files.get_file_from_path(SITEMAP)):
            files.remove(template)
        if self.config.kommun != ALL:
            made_files.keep_one_kommun(files, self.config.kommun)
        made_files.leave_out(files, self._made.left_out)
        made_files.add_pages(files, config, self._made.pages, self.share)
        artifacts = with_margins(self._made, self._frames.history)
        made_files.add_artifacts(files, config, artifacts)
        made_files.keep_what_pages_rest_on(files, config)
        macros: Any = config.plugins["macros"]
        see_to_macros(macros.macros)
        macros._env = MacroEnvironment(macros.macros)  # noqa: SLF001 - its own would run anything
        self._files = SharedFiles(files, config, self.share)
        return self._files

    def on_nav(self, nav: Navigation, /, *, files: Files, **_rest: object) -> Navigation:
        """Leave the pages that others make to them."""
        leave_pages(files, self.share)
        return nav

    def on_page_markdown(self, markdown: str, /, *, page: MkDocsPage, **_rest: object) -> str:
        """Tell the macros which page they stand on; no page switches them off for itself."""
        if isinstance(page, made_files.GeneratedPage):
            bind(None)
            return markdown
        told = {FRONT_MATTER.get(key, key): value for key, value in page.meta.items()}
        page.meta = {key: told[key] for key in FRONT_MATTER.values() if key in told}
        slots = self._slots[page.url] = Slots()
        bind(PageContext(self._frames.site, self._frames.system(page.url), page.url, slots))
        return markdown

    def on_page_content(self, html: str, /, *, page: MkDocsPage, **_rest: object) -> str:
        """Make an editor's page safe, and put in what its macros have made."""
        if isinstance(page, made_files.GeneratedPage):
            return html
        why = self._unshown.get(page.url)
        content, written = finish(page, html, self._slots[page.url].splice, why)
        system = self._frames.system(page.url)
        if system in self._explainers:
            content, written = explained(page, content, written, self._explainers[system])
        self._written[page.url] = written
        return content

    def on_env(self, env: Any, /, *, config: MkDocsConfig, files: Files) -> Any:  # noqa: ANN401
        """Add what needs a template, and what follows from the editors' pages."""
        bind(None)
        # A site's own template may rest on one of Material's.
        set_up(env, self._theirs)
        self._found = complete(files, config, self._made, self._frames)
        self._assets = add_fingerprinted(files, config)
        env.filters["url"] = by_fingerprint(env.filters["url"], self._assets)
        self._arounds = Arounds(env, shared=self.knows_all(config))
        self._redirects = made_files.add_redirects(files, config, env, self._made.redirects)
        try:
            told = self.config
            self._backend = backend_for(
                told.formular, config, told.formular_gren, proposals=told.formular_forslag
            )
            if self._backend and self.share.spans:
                add_form(files, config, env, self._made.kommuner, self._backend)
        except FormRefused as refused:
            raise RefusedError(str(refused)) from None
        leave_files(files, self.share)
        self._inline: frozenset[tuple[str, str]] | None = None
        self.pages = [file.page for file in files.documentation_pages() if file.page]
        for page in self.pages:
            # MkDocs would stamp its list for search engines with the day of the build.
            page.update_date = self._frames.day(page) or NO_DAY
        return env

    def _framed_template(
        self, context: TemplateContext, /, *, template_name: str, **_rest: object
    ) -> TemplateContext:
        """Give the frame to templates without a page: those for lost pages, the list of pages."""
        more: dict[str, object] = {
            "shell": self._frames.without_page(),
            "lost": "gone" if template_name == GONE else "not_found",
        }
        if template_name == SITEMAP:
            more["listed"] = listed(self._frames, self.pages, self.share)
        return cast("TemplateContext", {**context, **more})

    def _framed_page(
        self, context: TemplateContext, /, *, page: MkDocsPage, **_rest: object
    ) -> TemplateContext:
        """Give its frame to each page."""
        return cast("TemplateContext", {**context, "shell": self._frames.of(page)})

    @event_priority(-100)
    def _surrounded(self, context: TemplateContext, /, **_rest: object) -> TemplateContext:
        """Give what stands around, when hooks and other plugins have changed what they will."""
        return cast("TemplateContext", {**context, "around": self._arounds.of(context)})

    on_template_context = CombinedEvent(_framed_template, _surrounded)
    on_page_context = CombinedEvent(_framed_page, _surrounded)

    def on_post_page(self, output: str, /, *, page: MkDocsPage, **_rest: object) -> str:
        """Note which scripts stand in the frames themselves, so that the policy can let them in.

        The layout says the same on every page; what stands on some alone has come from elsewhere.
        """
        if self._inline is None or self._inline:
            found = inline_hashes(output, page.content or "")
            self._inline = found if self._inline is None else self._inline & found
        return output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the files for the server that the site will stand on."""
        if self.share.spans:
            pack(Path(config.site_dir), newest(self.pages, self.share))
        if not self.share.only:
            rules = server_rules(
                self._made,
                config,
                redirects=self._redirects,
                hashes=self._inline,
                assets=self._assets.values(),
                editor=self._backend.hosts if self._backend else None,
            )
            write_server_files(rules, Path(config.site_dir), self.share)
        forget_addresses()
        self.finished = True

    def summary(self) -> Summary:
        """Return what the rest of the site needs to know of what this run has made."""
        return Summary(
            **told_of(self._made, self._found, self.pages),
            listed=lines((one.url, one.changed or "") for one in self._frames.listed(self.pages)),
            newest=newest(self.pages, self.share),
            redirects=self._redirects,
            fingerprinted=tuple(filter(self.share.has, self._assets.values())),
            hashes=None if self._inline is None else tuple(sorted(self._inline)),
            links=tuple(self._files.links(self.pages)),
        )

    def sheets(self) -> tuple[Sheet, ...]:
        """Return every page without its frame, editors' own last, once the site is written."""
        order = {page.url: number for number, page in enumerate(self._made.pages)}
        found = [self._frames.sheet(page) for page in self.pages]
        last = len(order)
        return tuple(sorted(found, key=lambda one: (order.get(one.url, last), one.url)))

    def last_change(self) -> str | None:
        """Return the latest day on which a file of the only kommun asked for was changed."""
        (kommun,) = self._made.kommuner
        return last_change(kommun, self._frames.history)
