"""A run for a share of the site: links can lead to the rest, which is left alone."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from kommunvision.export import openapi
from kommunvision.outcome import Outcome
from kommunvision.pages.search import contributed
from kommunvision.plugin.files import EitherName
from kommunvision.search import Entry
from kommunvision.server import fingerprinted
from kommunvision.summary import EVERYTHING, Link, Share, lines, told

# What a template may say of pages beside the one that it shows.
_NAVIGATION = re.compile(r"\bnav\b|\b(next|previous)_page\b|\bpages\b")


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


def own_files(files: Files, config: MkDocsConfig, share: Share) -> Files:
    """Return the files that a share has use for: not the pages, pictures and documents of others.

    Stylesheets and scripts may be those of every page, wherever they lie. Where a template of the
    site shows MkDocs' navigation, all pages are in that.
    """
    if share == EVERYTHING or _shows_navigation(config):
        return files
    return Files(
        file
        for file in files
        if file.src_dir != config.docs_dir
        or share.reads(file.dest_uri)
        or fingerprinted(file.dest_uri, b"") is not None
    )


def _shows_navigation(config: MkDocsConfig) -> bool:
    folder = config.theme.custom_dir
    templates = Path(folder).rglob("*.html") if folder else ()
    return any(_NAVIGATION.search(one.read_text("utf-8", "replace")) for one in templates)


def told_of(made: Outcome, found: Iterable[Entry], pages: Sequence[MkDocsPage]) -> dict[str, Any]:
    """Return what a summary says of what has been made; little of what spans kommuner.

    Args:
        made: What has been made.
        found: What a search finds of it.
        pages: Its pages, finished.
    """
    alone = None if made.share.spanning else made.systems[0].kommun
    return {
        "slug": alone.slug if alone else "",
        "folders": tuple(sorted(made.share.folders)),
        "files": told(openapi.told_of(alone, made.data)) if alone else (),
        "paths": " ".join(file.path for file in made.data),
        "added": made.added[alone.slug] if alone else None,
        "found": contributed(found) if alone else (),
        "pages": len(pages),
        "anchors": lines(places(pages)),
    }


def places(pages: Iterable[MkDocsPage]) -> Iterator[tuple[str, str]]:
    """Yield the file of each page, and the places on it, parted by spaces."""
    for page in pages:
        # An editor's own HTML may have a place whose name is broken over lines.
        named = " ".join(sorted(page.present_anchor_ids or ())).split()
        yield page.file.dest_uri, " ".join(named)


def leave_pages(files: Files, share: Share) -> None:
    """Let the pages of others be neither read nor written; the navigation knows them already."""
    _leave(files.documentation_pages(), share.reads)


def leave_files(files: Files, share: Share) -> None:
    """Let what others make not be written; that it exists has been of use until now."""
    _leave(files, share.has)


def _leave(files: Iterable[File], made: Callable[[str], bool]) -> None:
    for file in files:
        if not made(file.dest_uri):
            file.inclusion = InclusionLevel.EXCLUDED
