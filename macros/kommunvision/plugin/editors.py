"""Pages that people write: made safe, filled by their macros, their heading lifted to the frame."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from textwrap import shorten

from markupsafe import Markup
from mkdocs.structure.pages import Page as MkDocsPage

from kommunvision.pages.glossary import WORDS_ANCHOR, Explainer
from kommunvision.pages.parts import CONTENT_ANCHOR, LONGEST_DESCRIPTION, SOURCES_ANCHOR
from kommunvision.plugin.files import anchors
from kommunvision.plugin.shell import TocEntry
from kommunvision.swedish.labels import label
from kommunvision.text.ascii import ascii_id
from kommunvision.text.sanitize import clean

_FIRST_HEADING = re.compile(r"<h1\b[^>]*>(.*?)</h1>\s*", re.DOTALL)
_HEADING = re.compile(r"<(/?)h([1-6])\b")
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_SECTION = re.compile(r'<h2\b[^>]*?\sid="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)

# Anchors of the frame and of the closing section, which no heading of a page may take.
_TAKEN = {CONTENT_ANCHOR, SOURCES_ANCHOR, WORDS_ANCHOR, "kv-menu", "kv-contact-title"}


def anchor(words: str, _separator: str = "-") -> str:
    """Return the anchor of a heading; Markdown numbers those that are equal."""
    plain = ascii_id(words) or "avsnitt"
    return f"{plain}-1" if plain in _TAKEN else plain


@dataclass(frozen=True, slots=True)
class Written:
    """What the frame needs to know of an editor's page."""

    title: str
    heading: Markup
    description: str | None
    toc: tuple[TocEntry, ...]


def finish(
    page: MkDocsPage, html: str, splice: Callable[[str], str], before: str | None = None
) -> tuple[str, Written]:
    """Return the content of an editor's page below its heading, and what stands around it.

    Args:
        page: The page as MkDocs knows it.
        html: What Markdown has made of it.
        splice: Puts the HTML of the page's macros in the place of their tokens.
        before: What its heading is to begin with.
    """
    content = splice(clean(html))
    first = _FIRST_HEADING.search(content)
    heading = Markup(first[1]) if first else None  # noqa: S704 - sanitized above
    if first:
        content = content[: first.start()] + content[first.end() :]
    content = _without_gaps(content)
    title = str(page.meta.get("title") or (heading.striptags() if heading else page.title))
    if before:
        title = label("unshown", why=before, title=title)
        heading = heading and Markup("{}").format(before) + ": " + heading
    page.title = title
    page.present_anchor_ids = anchors(content)
    described = page.meta.get("description") or _first_words(content)
    written = Written(
        title=title,
        heading=heading if heading is not None else Markup.escape(title),
        description=str(described) if described else None,
        toc=tuple(
            TocEntry(anchor, Markup(words).striptags())  # noqa: S704 - sanitized above
            for anchor, words in _SECTION.findall(content)
        ),
    )
    return content, written


def explained(
    page: MkDocsPage, content: str, written: Written, explainer: Explainer
) -> tuple[str, Written]:
    """Return an editor's page with the words of the kommun's word list explained at its end."""
    linked, found = explainer.linked(page.url, content)
    if not found:
        return content, written
    page.present_anchor_ids = {*(page.present_anchor_ids or ()), WORDS_ANCHOR}
    toc = (*written.toc, TocEntry(WORDS_ANCHOR, label("words_here")))
    return f"{linked}\n{explainer.closing(page.url, found)}", replace(written, toc=toc)


def _first_words(content: str) -> str | None:
    """Return the beginning of the first paragraph, for a page that does not describe itself."""
    found = _PARAGRAPH.search(content)
    words = Markup(found[1]).striptags() if found else ""  # noqa: S704 - sanitized above
    return shorten(words, LONGEST_DESCRIPTION, placeholder=" \N{HORIZONTAL ELLIPSIS}") or None


def _without_gaps(content: str) -> str:
    """Let headings follow each other without a gap, whatever the writer and the macros thought.

    The frame has the heading of the first rank; a macro cannot know what stands above it.
    """
    rank = 1

    def ranked(found: re.Match[str]) -> str:
        nonlocal rank
        if not found[1]:
            rank = min(max(int(found[2]), 2), rank + 1)
        return f"<{found[1]}h{rank}"

    return _HEADING.sub(ranked, content)
