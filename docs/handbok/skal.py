"""Fills the engine's page shell for the handbook: menu, breadcrumbs, headings and code."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from kommunvision.plugin.around import Arounds
from kommunvision.swedish.labels.shell import SHELL

# The one template of the handbook's own, which the engine's page stands around.
TEMPLATES = Path(__file__).parent / "skal"
SEARCH = "sok/"
# What renders the rest of the page; each build has its own.
AROUNDS: list[Arounds] = []

_H1 = re.compile(r"\s*<h1[^>]*>(.*?)</h1>\s*", re.DOTALL)
_CODE = re.compile(r"<pre><code[^>]*>(.*?)</code></pre>", re.DOTALL)
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_INLINE = re.compile(r"<code>([^<]*/[^<]*)</code>")
_FILE = re.compile(r"# ((?:data|content|\.github)/[^\n]+|mkdocs\.yml|\.gitlab-ci\.yml)\n+")
# A line that is too wide wraps under its own start; deeper lines than this wrap like these.
_DEEPEST_INDENT = 12


@dataclass(frozen=True)
class Step:
    """A link of the menu, the breadcrumbs or the table of contents."""

    title: str
    url: str | None = None
    id: str = ""
    current: bool = False
    open: bool = False
    steps: tuple["Step", ...] = ()


@dataclass(frozen=True)
class Shell:
    """What the templates of the page shell ask for."""

    site_name: str
    menu: tuple[Step, ...]
    title: str = ""
    title_full: str = ""
    heading: str = ""
    description: str = ""
    breadcrumbs: tuple[Step, ...] = ()
    toc: tuple[Step, ...] = ()
    canonical: str | None = None
    noindex: bool = False
    kommun: None = None
    kicker: None = None
    stylesheets: tuple[str, ...] = ()
    changed: None = None
    edit_url: None = None
    about: tuple[Step, ...] = ()
    search: str = SEARCH
    searching: bool = False

    @staticmethod
    def label(key: str) -> str:
        """Return a word of the shell."""
        return SHELL[key]


def on_env(env: Environment, **_others: object) -> Environment:
    """Let the handbook's own template be found before that of the theme."""
    own = FileSystemLoader(TEMPLATES)
    env.loader = ChoiceLoader([own, env.loader]) if env.loader else own
    env.filters["label"] = Shell.label
    AROUNDS.append(Arounds(env, shared=False))
    return env


def on_page_content(content: str, page: Page, **_others: object) -> str:
    """Give the heading to the shell, and make code and tables readable on a narrow screen."""
    found = _H1.match(content)
    if found is None:
        message = f"{page.file.src_uri} does not begin with a heading"
        raise ValueError(message)
    page.meta["heading"] = found[1]
    body = _INLINE.sub(lambda code: f"<code>{_foldable(code[1])}</code>", content[found.end() :])
    body = _CODE.sub(_code, body)
    return _TABLE.sub(_scrolling, body) + _next(page)


def _code(found: re.Match[str]) -> str:
    """Return a block of code; a comment first in it that names its file becomes a caption."""
    file = _FILE.match(found[1])
    code = found[1][file.end() :] if file else found[1]
    lines = "".join(
        f'<span class="rad rad-{min(_indent(line), _DEEPEST_INDENT)}">{line}\n</span>'
        for line in code.rstrip("\n").split("\n")
    )
    block = f"<pre><code>{lines}</code></pre>"
    if file is None:
        return block
    caption = f"<figcaption><code>{_foldable(file[1])}</code></figcaption>"
    return f'<figure class="exempel">{caption}{block}</figure>'


def _foldable(path: str) -> str:
    """Let a path be broken after its slashes."""
    return path.replace("/", "/<wbr>")


def _indent(line: str) -> int:
    """Return how far in a line's text begins, past the hyphen of a list."""
    return len(line) - len(line.lstrip(" -"))


def _scrolling(found: re.Match[str]) -> str:
    return f'<div class="table-scroll">{found[0]}</div>'


def _next(page: Page) -> str:
    following = page.next_page
    if following is None:
        return ""
    url = get_relative_url(following.url, page.url)
    title = html.escape(str(following.title))
    return f'\n<p class="kv-next">Nästa: <a href="{url}">{title}</a></p>'


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Give the templates the shell of one page."""
    title = str(page.title)
    site_name = str(config.site_name)
    headings = [child for top in page.toc for child in top.children]
    context["shell"] = Shell(
        site_name=site_name,
        menu=tuple(_menu(nav, page)),
        title=title,
        title_full=site_name if page.is_homepage else f"{title} | {site_name}",
        heading=page.meta["heading"],
        description=page.meta.get("description", ""),
        breadcrumbs=tuple(_way_here(nav, page)),
        toc=tuple(Step(html.unescape(entry.title), id=entry.id) for entry in headings),
        canonical=page.canonical_url,
        searching=page.url == SEARCH,
    )
    return _surrounded(context)


def on_template_context(
    context: dict[str, Any], config: MkDocsConfig, **_others: object
) -> dict[str, Any]:
    """Give the page for unknown addresses a shell too; it is no page of the site."""
    context["shell"] = Shell(site_name=str(config.site_name), menu=())
    context["lost"] = "not_found"
    return _surrounded(context)


def _surrounded(context: dict[str, Any]) -> dict[str, Any]:
    """Give what stands around the content too."""
    return {**context, "around": AROUNDS[-1].rendered(context)}


def _menu(nav: Navigation, here: Page) -> Iterator[Step]:
    """Give the pages on top, and every section: the open one with its pages, others as one link."""
    overview = _overview(nav, here) or here
    for item in nav.items:
        if isinstance(item, Page):
            yield _step(item, here, overview)
        elif isinstance(item, Section):
            pages = [page for page in item.children if isinstance(page, Page)]
            if overview in pages:
                steps = tuple(_step(page, here, overview) for page in pages)
                yield Step(item.title, steps=steps)
            else:
                yield Step(item.title, pages[0].url)


def _step(page: Page, here: Page, overview: Page) -> Step:
    is_open = page is overview and page is not here
    return Step(str(page.title), page.url, current=page is here, open=is_open)


def _overview(nav: Navigation, page: Page) -> Page | None:
    """Return the overview that a generated page belongs under."""
    folder, slash, rest = page.url.partition("/")
    if not (slash and rest):
        return None
    return next((other for other in nav.pages if other.url == f"{folder}/"), None)


def _way_here(nav: Navigation, page: Page) -> list[Step]:
    if page.is_homepage:
        return []
    overview = _overview(nav, page)
    first = [Step(str(nav.homepage.title), "")] if nav.homepage else []
    above = [Step(str(overview.title), overview.url)] if overview else []
    return [*first, *above, Step(str(page.title))]
