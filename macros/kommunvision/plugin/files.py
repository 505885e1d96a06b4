"""What the engine has made becomes files of MkDocs: pages, redirects, other files."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc
from mkdocs.utils import is_markdown_file

from kommunvision.address import once, relative
from kommunvision.artifact import Artifact, Heading, Page, Redirect
from kommunvision.model import Kommun
from kommunvision.pages.embeds.stylesheet import without_comments
from kommunvision.picture.published import CLEANED, published
from kommunvision.summary import Share
from kommunvision.swedish.labels import label

STYLESHEET = "assets/kommunvision.css"
# Files that the settings leave out.
UNPUBLISHED = frozenset((InclusionLevel.EXCLUDED, InclusionLevel.DRAFT))
_INDEX = "/index.md"
# The name of our plugin, by which MkDocs knows whose a file is.
_OURS = "kommunvision"
# Sought by its letters, which is done at once, and only then looked at from behind.
_ANCHOR = re.compile(r'id="(?<=\sid=")([^"]+)"')


class MadeFile(File):
    """A file that the engine has made; there are thousands, so nothing is worked out twice."""

    def __init__(
        self,
        folder: str,
        path: str,
        content: str | bytes,
        inclusion: InclusionLevel = InclusionLevel.UNDEFINED,
    ) -> None:
        self._is_page = is_markdown_file(path)
        super().__init__(
            path,
            src_dir=None,
            dest_dir=folder,
            use_directory_urls=True,
            dest_uri=None if self._is_page else path,
            inclusion=inclusion,
        )
        self.generated_by = _OURS
        self.abs_src_path = None
        self._content = content

    @File.src_path.setter  # type: ignore[attr-defined, untyped-decorator]
    def src_path(self, path: str) -> None:
        """Take the path as it is: it is one of ours, and thousands are not put in order anew."""
        self.src_uri = path

    def is_documentation_page(self) -> bool:
        """Tell whether it is a page, which MkDocs asks of each file again and again."""
        return self._is_page

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - MkDocs' own
        """Write the file; its folder is made where it is missing, since most have several files."""
        path = f"{self.dest_dir}/{self.dest_uri}"
        rest = memoryview(self.content_bytes)
        try:
            file = open(path, "wb", buffering=0)  # noqa: PTH123, SIM115 - thousands; closed below
        except FileNotFoundError:
            os.makedirs(os.path.dirname(path))  # noqa: PTH103, PTH120 - as above
            file = open(path, "wb", buffering=0)  # noqa: PTH123, SIM115 - as above
        with file:
            # So much is taken at once that it is all as a rule; a disk that is full takes a part.
            while rest:
                rest = rest[file.write(rest) :]


class GeneratedPage(MkDocsPage):
    """A page whose HTML is finished; neither macros nor Markdown touch it."""

    def __init__(self, made: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(made.title, file, config)
        self.made = made

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs calls it so
        """Have no source, and tell mkdocs-macros to leave it alone."""
        self.markdown = ""
        self.meta = {"render_macros": False}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - as above
        """Take the finished HTML as it is."""
        self.content = self.made.body
        self.toc = get_toc(_tokens(self.made.toc, 2))
        self.present_anchor_ids = anchors(self.made.body)

    def remake(self, made: Page) -> None:
        """Stand for a page that was made anew, with more on it."""
        self.made = made
        self.content = made.body
        self.present_anchor_ids = anchors(made.body)


class EitherName(Files):
    """Files in which a page is found by both names that it can have: ``a.md``, ``a/index.md``."""

    def get_file_from_path(self, path: str) -> File | None:
        """Return the file of a path, or of the other name of the same page."""
        found = super().get_file_from_path(path)
        if found is None and path.endswith(_INDEX):
            found = super().get_file_from_path(f"{path.removesuffix(_INDEX)}.md")
        elif found is None and path.endswith(".md"):
            found = super().get_file_from_path(f"{path.removesuffix('.md')}{_INDEX}")
        return found


def anchors(html: str) -> set[str]:
    """Return every anchor in a piece of HTML, for the check of links."""
    return set(_ANCHOR.findall(html))


def _tokens(headings: Iterable[Heading], level: int) -> list[Any]:
    return [
        {
            "name": heading.title,
            "id": heading.anchor,
            "level": level,
            "children": _tokens(heading.children, level + 1),
        }
        for heading in headings
    ]


def add_pages(files: Files, config: MkDocsConfig, pages: Iterable[Page], share: Share) -> None:
    """Add generated pages, outside the navigation, except where an editor's page stands."""
    taken = {file.url for file in files.documentation_pages()}
    folder = config.site_dir
    for made in pages:
        alone = share.only is None or made.url in share.only
        if not alone or (made.url or "./") in taken:
            continue
        if left_out := files.src_uris.get(made.source_path):
            files.remove(left_out)
        inclusion = InclusionLevel.NOT_IN_NAV
        file = MadeFile(folder, made.source_path, "", inclusion)
        files.append(file)
        GeneratedPage(made, file, config)


def add_artifacts(files: Files, config: MkDocsConfig, artifacts: Iterable[Artifact]) -> None:
    """Add files that are no pages."""
    folder = config.site_dir
    for artifact in artifacts:
        files.append(MadeFile(folder, artifact.path, artifact.content))


def keep_what_pages_rest_on(files: Files, config: MkDocsConfig) -> None:
    """Let the settings leave out files of the content alone, and none of ours or the layout's."""
    docs = config.docs_dir
    for file in files:
        if file.src_dir != docs and file.inclusion is InclusionLevel.UNDEFINED:
            file.inclusion = InclusionLevel.INCLUDED


def add_redirects(
    files: Files,
    config: MkDocsConfig,
    env: Any,  # noqa: ANN401 - Jinja's
    redirects: Iterable[Redirect],
) -> tuple[tuple[str, str], ...]:
    """Add a small page at every old address that leads to the new one; return them as pairs."""
    template = env.get_template("redirect.html")
    taken = {file.dest_uri for file in files}
    added = []
    for redirect in redirects:
        path = f"{redirect.url}index.html"
        if path not in taken:
            html = template.render(
                label=label,
                title=redirect.title,
                href=relative(redirect.target, redirect.url),
                icon=relative("assets/icon.svg", redirect.url),
                canonical=f"{config.site_url}{redirect.target}" if config.site_url else None,
            )
            taken.add(path)
            files.append(MadeFile(config.site_dir, path, html))
            added.append((redirect.url, redirect.target))
    return tuple(added)


def clean_pictures(files: Files, config: MkDocsConfig, share: Share) -> None:
    """Publish editors' pictures and sound without what they say of camera, place and people."""
    for file in list(files):
        ending = PurePosixPath(file.src_uri).suffix.lower()
        if file.inclusion in UNPUBLISHED:
            # Nobody has looked at it, and it is not published.
            continue
        if file.src_dir == config.docs_dir and ending in CLEANED and share.has(file.dest_uri):
            raw = file.content_bytes
            cleaned = published(raw, ending)
            if cleaned != raw:
                files.remove(file)
                files.append(File.generated(config, file.src_uri, content=cleaned))


def keep_former_folders(files: Files, config: MkDocsConfig, kommuner: Iterable[Kommun]) -> None:
    """Publish editors' pictures and documents in the folders too that their kommun has had."""
    for kommun in kommuner:
        for file in list(files):
            own = file.src_uri.startswith(f"{kommun.slug}/") and file.inclusion not in UNPUBLISHED
            if file.is_documentation_page() or not own:
                continue
            for former in once(kommun, file.src_uri):
                files.append(File.generated(config, former, content=file.content_bytes))


def shorten_stylesheet(files: Files, config: MkDocsConfig, theme: Path) -> None:
    """Publish our stylesheet without its comments; one that the site has of its own stays."""
    file = files.get_file_from_path(STYLESHEET)
    if file and file.src_dir == str(theme):
        css = without_comments((theme / STYLESHEET).read_text("utf-8"))
        files.remove(file)
        files.append(File.generated(config, STYLESHEET, content=css))


def leave_out(files: Files, paths: Iterable[str]) -> None:
    """Leave out pages that are not to be shown, by their paths in the repository."""
    for path in paths:
        if file := files.get_file_from_path(path.partition("/")[2]):
            files.remove(file)


def keep_one_kommun(files: Files, slug: str) -> None:
    """Leave out the content of every other kommun, and the pages that span kommuner."""
    for file in list(files):
        if file.is_documentation_page() and not file.src_uri.startswith(f"{slug}/"):
            files.remove(file)
