"""The document of a kommun as HTML, and its tree, in which links and headings are set right."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree as ET

from markupsafe import Markup

from kommunvision.address import Place, place
from kommunvision.document.book import Book
from kommunvision.document.table import as_table
from kommunvision.render.environment import environment
from kommunvision.swedish.format import iso_day
from kommunvision.swedish.labels import label

# Files of the site have addresses of this scheme; nothing else is ever fetched.
SITE = "site"

_TEMPLATES = environment(Path(__file__).parent / "templates")
_SVG = "{http://www.w3.org/2000/svg}"
_DRAWN = (
    ".kv-diagram-line { fill: none; stroke: #444; stroke-width: 2 }"
    ".kv-diagram-node { fill: #fff; stroke: #000; stroke-width: 2 }"
    ".kv-diagram-here { stroke-width: 4 }"
    "text { font-family: sans-serif }"
)
_DEEPEST = 6
_HEADING = re.compile(r"h([1-6])")
_UNSAFE = re.compile(r"[^a-z0-9-]+")


def anchor(url: str, fragment: str = "") -> str:
    """Return the anchor in the document of a page, or of something on it."""
    page = _UNSAFE.sub("-", url.strip("/")) or "start"
    return f"{page}--{fragment}" if fragment else page


def compose(book: Book) -> str:
    """Return the whole document as HTML, with every page as it is on the website."""
    kommun = book.kommun
    home = place(kommun, Place.START)
    published = (
        label("document_published_by", publisher=kommun.publisher, kommun=kommun.formal_name)
        if kommun.publisher
        else label("document_publisher", publisher=kommun.formal_name)
    )
    return _TEMPLATES.get_template("document.html").render(
        book=book,
        anchor=anchor,
        html=Markup,
        plain=lambda heading: Markup(heading).striptags(),  # noqa: S704 - finished HTML
        publisher=kommun.publisher or kommun.formal_name,
        published=published,
        address=f"{book.site_url}{home}" if book.site_url else None,
        logotype=f"{SITE}:{home}{kommun.logotype.file}" if kommun.logotype else None,
        visions=place(kommun, Place.VISIONS),
        stamp=_stamp(book),
    )


def set_chapters(root: ET.Element, book: Book) -> None:
    """Set the chapters of the parsed document: each stood alone, and now stands among others."""
    known = {chapter.sheet.url for top in book.chapters for chapter in top.walk()}
    # Words are explained once in a document, in the chapter that the links in the text lead to.
    words = {"kv-words"} if place(book.kommun, Place.GLOSSARY) in known else set()
    for section in list(root.iter("section")):
        if "data-url" in section.attrib:
            _Setting(section.attrib["data-url"], section, known, book.site_url, words).set()


def _stamp(book: Book) -> str:
    if book.day is None:
        return ""
    key = "document_compiled" if book.compiled else "document_changed"
    return label(key, day=iso_day(book.day))


class _Setting:
    """Sets one chapter."""

    def __init__(
        self,
        url: str,
        section: ET.Element,
        known: set[str],
        site_url: str,
        left_out: Iterable[str],
    ) -> None:
        self._url = url
        self._section = section
        self._shift = int(section.attrib.pop("data-rank")) - 1
        self._known = known
        # A cell repeats its heading on a phone, and files are for the screen.
        # Where there are facts, they name the source.
        self._left_out = {"kv-cell-label", "kv-as-data", *left_out}
        terms = (term.text for facts in section.findall("dl") for term in facts.iter("dt"))
        if label("fact_sources") in terms:
            self._left_out.add("kv-source")
        self._site_url = site_url

    def set(self) -> None:
        """Set what stands in the chapter, but not the chapters in it: they have their own turn."""
        self._inside(self._section)

    def _inside(self, parent: ET.Element) -> None:
        for child in list(parent):
            if child.get("class") in self._left_out:
                _remove(parent, child)
            elif "data-url" not in child.attrib:
                self._element(parent, child)
                self._inside(child)

    def _element(self, parent: ET.Element, element: ET.Element) -> None:
        if heading := _HEADING.fullmatch(element.tag):
            self._heading(element, int(heading[1]))
        elif element.tag == "a":
            self._link(parent, element)
        elif element.tag == "img":
            element.set("src", f"{SITE}:{self._path(element.get('src', ''))}")
        elif element.tag == f"{_SVG}svg":
            _describe(element)
        elif element.tag == "dl":
            as_table(element)
        elif element.tag in {"details", "figcaption", "figure"}:
            # A caption has its place in a table or a picture, and on paper nothing is folded.
            element.tag = "div"
        elif element.tag == "summary":
            element.tag = "p"
            element.set("class", "summary")
        if (own := element.get("id")) is not None:
            element.set("id", anchor(self._url, own))

    def _heading(self, element: ET.Element, rank: int) -> None:
        rank += self._shift
        element.tag = f"h{rank}" if rank <= _DEEPEST else "p"
        if rank > _DEEPEST:
            element.set("class", "summary")

    def _path(self, link: str) -> str:
        """Return where a link of the page leads, relative to the site's root."""
        path = posixpath.normpath(posixpath.join(f"/{self._url}", link)).lstrip("/")
        return f"{path}/" if path and (not link or link.endswith(("/", "."))) else path

    def _link(self, parent: ET.Element, element: ET.Element) -> None:
        href = element.attrib.pop("href", None)
        if href is None:
            return
        if ":" in href.partition("/")[0]:
            element.set("href", href)
            _tell_address(parent, element, href)
            return
        link, _, fragment = href.partition("#")
        page = self._path(link) if link else self._url
        if page in self._known:
            element.set("href", f"#{anchor(page, fragment)}")
        elif self._site_url:
            element.set("href", f"{self._site_url}{page}{'#' if fragment else ''}{fragment}")
        else:
            element.tag = "span"


def _remove(parent: ET.Element, child: ET.Element) -> None:
    """Remove an element but not the text that follows it."""
    index = list(parent).index(child)
    if child.tail:
        before = parent[index - 1] if index else None
        if before is None:
            parent.text = (parent.text or "") + child.tail
        else:
            before.tail = (before.tail or "") + child.tail
    parent.remove(child)


def _describe(drawing: ET.Element) -> None:
    """Give a drawing its lines, which stylesheets of pages do not reach here, and words for it."""
    for tag, text in (("style", _DRAWN), ("title", label("document_drawing"))):
        element = ET.Element(f"{_SVG}{tag}")
        element.text = text
        drawing.insert(0, element)


def _tell_address(parent: ET.Element, link: ET.Element, href: str) -> None:
    """Put the address after a link, for whoever reads on paper, unless the link says it itself."""
    text = "".join(link.itertext()).strip()
    if not href.startswith(("http://", "https://")) or _bare(text) == _bare(href):
        return
    told = ET.Element("span", {"class": "address"})
    told.text = f"({href})"
    told.tail, link.tail = link.tail, " "
    parent.insert(list(parent).index(link) + 1, told)


def _bare(address: str) -> str:
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")
