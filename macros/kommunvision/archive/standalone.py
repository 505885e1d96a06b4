"""Pages that open from a folder: every link names a file, and nothing needs a server."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from kommunvision.swedish.archive import WORDS

_INDEX = "index.html"

# A start tag with its attributes, which our templates and the sanitizer put in double quotes.
_TAG = re.compile(r'<([a-z][a-z0-9-]*)((?:\s+[^\s=>"/]+(?:\s*=\s*"[^"]*")?)+)\s*/?>', re.IGNORECASE)
_LINK = re.compile(r'(\s)(href|src|action)(\s*=\s*")([^"]*)(")', re.IGNORECASE)
_REFRESH = re.compile(r'(http-equiv="refresh" content="0; url=)([^"]*)(")')

# A browser loads neither a module nor another file's shapes into a page that comes from a folder.
_MODULE = re.compile(r'\s*<script type="module"[^>]*></script>')
_SEARCH = re.compile(r'<form class="kv-search".*?</form>', re.DOTALL)
_BODY_END = "</body>"

# What only a server, its visitors' programs or its search needs.
_FOR_SERVERS = {"404.html", "410.html", "_headers", "_redirects", "sitemap.xml", "web.config"}
_FOR_SEARCH = "sok/index/"
_COMPRESSED = (".gz", ".br")


def belongs(path: str) -> bool:
    """Whether a file of a built site means anything in an archive."""
    return not (
        posixpath.basename(path) in _FOR_SERVERS
        or path.endswith(_COMPRESSED)
        or path.startswith(_FOR_SEARCH)
        or f"/{_FOR_SEARCH}" in path
        or any(part.startswith(".") for part in path.split("/"))
    )


@dataclass(frozen=True, slots=True)
class Copy:
    """The files that a copy has, and where the others are."""

    files: Container[str]
    """Paths from the root of the site."""
    site_url: str
    """Address of the site with a closing slash; empty if it has none."""
    read: Callable[[str], bytes]
    """Gives the content of a file."""

    def page(self, path: str, text: str) -> str:
        """Return a page whose links lead to files of the copy, or out to the site."""
        shapes: dict[str, None] = {}

        def tag(found: re.Match[str]) -> str:
            return _LINK.sub(lambda link: self._link(found[1], path, link, shapes), found[0])

        text = _SEARCH.sub(f"<p>{html.escape(WORDS['no_search'])}</p>", _MODULE.sub("", text))
        text = _REFRESH.sub(lambda one: one[1] + self._target(path, one[2])[0] + one[3], text)
        text = _TAG.sub(tag, text)
        drawn = "".join(map(self._shapes, shapes))
        return text.replace(_BODY_END, f"{drawn}{_BODY_END}") if drawn else text

    def _link(self, name: str, path: str, link: re.Match[str], shapes: dict[str, None]) -> str:
        before, attribute, equals, written, quotation = link.groups()
        target, file = self._target(path, html.unescape(written))
        if name == "use" and file is not None and "#" in target:
            shapes[file] = None
            target = f"#{target.partition('#')[2]}"
        if not target:
            # It leads to a page that is nowhere to be found: the words stay, the link goes.
            return ""
        return f"{before}{attribute}{equals}{html.escape(target)}{quotation}"

    def _target(self, path: str, written: str) -> tuple[str, str | None]:
        """Return what a link should say, and the file of the copy that it then leads to."""
        file = _led_to(path, written)
        if file is None:
            return written, None
        parts = urlsplit(written)
        fragment = f"#{parts.fragment}" if parts.fragment else ""
        if file in self.files:
            way = posixpath.relpath(file, posixpath.dirname(path) or ".")
            return f"{quote(way)}{fragment}", file
        if not self.site_url:
            return "", None
        query = f"?{parts.query}" if parts.query else ""
        return f"{self.site_url}{quote(file.removesuffix(_INDEX))}{query}{fragment}", None

    def _shapes(self, file: str) -> str:
        """Return the shapes of a drawing, to stand unseen in the page that refers to them."""
        drawing = self.read(file).decode("utf-8")
        inner = drawing[drawing.index(">", drawing.index("<svg")) + 1 : drawing.rindex("</svg>")]
        return (
            '<svg width="0" height="0" style="position:absolute" aria-hidden="true">'
            f"<defs>{inner}</defs></svg>"
        )


def links(path: str, text: str) -> Iterator[str]:
    """Yield the file that each link of a page leads to within the site, be it there or not."""
    for found in _TAG.finditer(text):
        for link in _LINK.finditer(found[0]):
            file = _led_to(path, html.unescape(link[4]))
            if file is not None:
                yield file


def _led_to(path: str, written: str) -> str | None:
    """Return the file that a link on a page leads to; none if it leaves the site or the page."""
    parts = urlsplit(written)
    if parts.scheme or parts.netloc or not parts.path:
        return None
    inside = unquote(posixpath.join("/", posixpath.dirname(path), parts.path))
    where = posixpath.normpath(inside).lstrip("/")
    # The name of a folder stands for its page.
    folder = not where or posixpath.basename(parts.path) in {"", ".", ".."}
    return posixpath.join(where, _INDEX) if folder else where
