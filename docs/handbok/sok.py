"""Gives the handbook the engine's own search: a page, a register from A to Ö, and an index."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from kommunvision.artifact import Artifact
from kommunvision.pages.parts import html as template
from kommunvision.pages.search import register
from kommunvision.search import Entry, index_files, stems_of
from kommunvision.search.index import FOLDER
from kommunvision.search.reading import read
from kommunvision.swedish.labels import label

URL = "sok/"
_PATH = "sok/index.md"
_PAGE = """---
description: Sök i handboken, eller leta från A till Ö.
---

# Sök i handboken
"""
# A word that this site has, in place of the one that kommuner have.
_EXAMPLE = "delår"
_PART = "sida"
_PARTS = {
    "nycklar/": "nycklar",
    "makron/": "makro",
    "kommandon/": "kommando",
    "fel/": "fel eller varning",
}
_KEYS = "nycklar/"
_KEY = re.compile(r'<h2 id="([^"]+)">(.*?)</h2>(.*?)(?=<h2|\Z)', re.DOTALL)

_files: list[Artifact] = []


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the page that one searches on; what stands there is known when the others are made."""
    files.append(File.generated(config, _PATH, content=_PAGE, inclusion=InclusionLevel.NOT_IN_NAV))
    return files


def on_env(env: Environment, files: Files, **_others: object) -> Environment:
    """Fill the search page, now that every page has its text."""
    made = [file.page for file in files.documentation_pages() if file.page is not None]
    pages = [page for page in made if page.url != URL]
    (searching,) = (page for page in made if page.url == URL)
    found = [_of_page(page) for page in pages]
    searching.content = _form(found)
    _files[:] = index_files(URL, [*found, *_keys(pages)], several=False)
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Write the index."""
    for one in _files:
        path = Path(config.site_dir) / one.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(str(one.content), encoding="utf-8")


def _of_page(page: Page) -> Entry:
    text, sentence = read(page.content or "")
    told = str(page.meta.get("description", ""))
    kind = next((word for start, word in _PARTS.items() if page.url.startswith(start)), _PART)
    return _entry(page.url, str(page.title), kind, told or sentence, text)


def _keys(pages: list[Page]) -> Iterator[Entry]:
    """Give every key, at its place on the page of what it belongs to."""
    for page in pages:
        if page.url.startswith(_KEYS) and page.url != _KEYS:
            for anchor, name, body in _KEY.findall(page.content or ""):
                text, sentence = read(body)
                title = html.unescape(re.sub("<[^>]+>", "", name))
                yield _entry(f"{page.url}#{anchor}", title, str(page.title), sentence, text)


def _entry(url: str, title: str, kind: str, sentence: str, text: str) -> Entry:
    return Entry(
        url=url,
        title=title,
        kind=kind,
        sentence=sentence,
        stems=stems_of(text),
        slug=None,
        kommun=None,
    )


def _form(found: list[Entry]) -> str:
    form = template(
        "search",
        index=FOLDER,
        everywhere=None,
        kommuner=(),
        letters=register(URL, found),
        several=False,
    )
    usual = label("search_hint", example=label("search_example"))
    return str(form).replace(usual, label("search_hint", example=_EXAMPLE))
