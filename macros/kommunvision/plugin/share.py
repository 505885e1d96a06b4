"""A run for a share of the site: links can lead to the rest, which is left alone."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from kommunvision.plugin.files import EitherName
from kommunvision.summary import Link, Share


class SharedFiles(EitherName):
    """Files of a share; a page that others make is found too.

    The check has seen that it exists. Of places on it only those know who have made it.
    """

    def __init__(self, files: Iterable[File], config: MkDocsConfig, share: Share) -> None:
        super().__init__(files)
        self._config = config
        self._share = share
        self._elsewhere: dict[str, File] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """Return the file of a path, which may be one that others make."""
        found = super().get_file_from_path(path) or self._elsewhere.get(path)
        if found is None and posixpath.splitext(path)[1]:
            level = InclusionLevel.NOT_IN_NAV
            file = File.generated(self._config, path, content="", inclusion=level)
            if not self._share.has(file.dest_uri):
                found = self._elsewhere[path] = file
        return found

    def links(self, pages: Iterable[MkDocsPage]) -> Iterator[Link]:
        """Yield the links that lead to a place on a page that others make."""
        for page in pages:
            for file, anchors in (page.links_to_anchors or {}).items():
                if not self._share.has(file.dest_uri):
                    for anchor, written in anchors.items():
                        yield Link(page.file.src_uri, file.src_uri, file.dest_uri, anchor, written)


def leave_pages(files: Files, share: Share) -> None:
    """Let the pages of others be neither read nor written; the navigation knows them already."""
    _leave(files.documentation_pages(), share)


def leave_files(files: Files, share: Share) -> None:
    """Let other files of others not be written; that they exist has been of use until now."""
    _leave((file for file in files if not file.is_documentation_page()), share)


def _leave(files: Iterable[File], share: Share) -> None:
    for file in files:
        if not share.has(file.dest_uri):
            file.inclusion = InclusionLevel.EXCLUDED
