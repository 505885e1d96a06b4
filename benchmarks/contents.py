"""Reads what the public pages of a built site show, so that other tools can be given the same.

A page is a heading, a way there, and a row of blocks: headings, text in Markdown, tables and lists
of links, which may lie within each other. Drawings are left out; the tables beside them say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import urljoin

from lxml import html

# What a template is handed: dictionaries, lists and texts, as they stand in the top of a file.
Data: TypeAlias = dict[str, Any]

_MARKED = re.compile(r"([\\`*_\[\]<>#|])")
_PASSED = {"hgroup", "nav", "svg", "script", "iframe", "form", "button", "textarea"}
_TEXT = {"p", "label", "legend"}
_TITLE = re.compile("h[1-6]")


@dataclass(frozen=True, slots=True)
class Contents:
    """What one page shows."""

    address: str  # from the root of the site: "ale/mal/mal-1/"
    kommun: str  # the folder of its kommun; empty where the page belongs to none
    title: str
    kicker: str
    trail: list[Data]
    headings: list[str]
    body: list[str | tuple[str, int]]  # Markdown, or a kind and which of the tables or lists
    tables: list[Data]
    lists: list[list[Data]]

    @property
    def within(self) -> str:
        """The address from the start page of its kommun."""
        return self.address.removeprefix(f"{self.kommun}/") if self.kommun else self.address


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the pages of a kommun, or around those of all."""

    name: str
    menu: list[Data]
    about: list[Data]


@dataclass(frozen=True, slots=True)
class Shown:
    """A whole site as a reader sees it."""

    pages: list[Contents]
    around: dict[str, Around]  # by kommun; those that belong to none are around ""

    def own(self, kommun: str) -> list[Contents]:
        """Return the pages of a kommun."""
        return [one for one in self.pages if one.kommun == kommun]


def shown(site: Path, kommuner: list[str]) -> Shown:
    """Return every page of a built site but its search and the code for embedding.

    Search engines are asked to pass the latter by, and other tools are not given them either.
    """
    pages, around = [], {}
    for path in sorted(site.rglob("index.html")):
        address = path.parent.relative_to(site).as_posix().removeprefix(".")
        address = f"{address}/" if address else ""
        tree = html.fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
        found = tree.xpath("//main[@id='innehall']")
        if not found or tree.xpath("//meta[@name='robots']") or path.parent.name == "sok":
            continue
        top = address.partition("/")[0]
        kommun = top if top in kommuner else ""
        pages.append(_Reader(address).page(tree, found[0], kommun))
        if kommun not in around:
            around[kommun] = _around(tree, address)
    return Shown(pages, around)


def _around(tree: html.HtmlElement, address: str) -> Around:
    return Around(
        name=_said(tree.xpath("//*[@class='kv-brand']")[0]),
        menu=_links(tree.xpath("//nav[@class='kv-menu']//a"), address),
        about=_links(tree.xpath("//nav[@class='kv-about']//a"), address),
    )


@dataclass(slots=True)
class _Reader:
    """Turns the elements of one page to blocks."""

    address: str
    headings: list[str] = field(default_factory=list)
    body: list[str | tuple[str, int]] = field(default_factory=list)
    tables: list[Data] = field(default_factory=list)
    lists: list[list[Data]] = field(default_factory=list)

    def page(self, tree: html.HtmlElement, main: html.HtmlElement, kommun: str) -> Contents:
        """Return what a page shows."""
        for unwanted in main.xpath(".//div[@class='kv-page-footer'] | .//*[@class='kv-printed']"):
            unwanted.drop_tree()
        for label in main.xpath(".//span[@class='kv-cell-label']"):
            label.drop_tree()  # the heading of the column again, for narrow screens
        self._read(main)
        kicker = main.xpath(".//hgroup/p[@class='kv-kicker']")
        trail = tree.xpath("//nav[@class='kv-breadcrumb']//a")
        return Contents(
            address=self.address,
            kommun=kommun,
            title=_said(main.xpath(".//h1")[0]),
            kicker=_said(kicker[0]) if kicker else "",
            trail=_links(trail, self.address),
            headings=self.headings,
            body=[one for one in self.body if one],
            tables=self.tables,
            lists=self.lists,
        )

    def _read(self, parent: html.HtmlElement) -> None:
        for one in parent:
            if not isinstance(one.tag, str) or one.tag in _PASSED:
                continue
            if one.tag == "h1":
                continue
            if _TITLE.fullmatch(one.tag):
                self._heading(one)
            elif one.tag == "table":
                self._keep("table", self.tables, self._table(one))
            elif one.tag == "dl":
                rows = [[_cell(part, self.address) for part in row] for row in _pairs(one)]
                self._keep("table", self.tables, {"caption": "", "columns": [], "rows": rows})
            elif one.tag in {"ul", "ol"}:
                self._keep("list", self.lists, self._items(one))
            elif one.tag == "blockquote":
                self.body.extend(f"> {self._markdown(said)}" for said in one.iter("p"))
            elif one.tag in _TEXT or not _has_blocks(one):
                self.body.append(self._markdown(one))
            else:
                self._read(one)

    def _heading(self, one: html.HtmlElement) -> None:
        text = _said(one)
        if one.tag == "h2":
            self.headings.append(text)
        self.body.append(f"{'#' * int(one.tag[1])} {_marked(text)}")

    def _keep(self, kind: str, kept: list[Any], value: Any) -> None:  # noqa: ANN401 - of two kinds
        self.body.append((kind, len(kept)))
        kept.append(value)

    def _table(self, table: html.HtmlElement) -> Data:
        caption = table.find("caption")
        return {
            "caption": "" if caption is None else _said(caption),
            "columns": [_said(one) for one in table.xpath("./thead/tr/th")],
            "rows": [
                [_cell([cell], self.address) for cell in row] for row in table.xpath("./tbody/tr")
            ],
        }

    def _items(self, listed: html.HtmlElement) -> list[Data]:
        """Return the items of a list: what stands before a link, the link, and what comes under."""
        items = []
        for one in listed.findall("li"):
            inner = one.xpath("./ul | ./ol")
            under = [item for part in inner for item in self._items(part)]
            for part in inner:
                part.drop_tree()
            link = one.find(".//a")
            whole = _said(one)
            text = whole if link is None else _said(link)
            before, _, after = whole.partition(text)
            item: Data = {"text": text}
            if before.strip():
                item["before"] = before.strip()
            if after.strip():
                item["after"] = after.strip()
            if link is not None:
                item["url"] = _whole(link.get("href"), self.address)
            if under:
                item["items"] = under
            items.append(item)
        return items

    def _markdown(self, one: html.HtmlElement) -> str:
        """Return a text with its links."""
        parts: list[str] = []

        def add(part: html.HtmlElement) -> None:
            if part.tag == "a":
                url = _whole(part.get("href"), self.address)
                parts.append(f"[{_marked(_said(part))}]({url})")
            elif isinstance(part.tag, str) and part.tag not in _PASSED:
                parts.append(_marked(part.text or ""))
                for inner in part:
                    add(inner)
                    parts.append(_marked(inner.tail or ""))

        add(one)
        return " ".join("".join(parts).split())


def _pairs(listed: html.HtmlElement) -> Iterator[list[list[html.HtmlElement]]]:
    """Give what a description list tells, name by name."""
    for group in listed.xpath("./div"):
        yield [group.findall("dt"), group.findall("dd")]
    for name, value in zip(listed.findall("dt"), listed.findall("dd"), strict=False):
        yield [[name], [value]]


def _has_blocks(one: html.HtmlElement) -> bool:
    return bool(one.xpath(".//p | .//ul | .//ol | .//dl | .//table | .//h2 | .//h3 | .//h4"))


def _cell(parts: list[html.HtmlElement], address: str) -> Data:
    said: Data = {"text": " ".join(filter(None, map(_said, parts)))}
    links = [link for part in parts for link in part.iter("a")]
    if links:
        said["url"] = _whole(links[0].get("href"), address)
    return said


def _links(links: list[html.HtmlElement], address: str) -> list[Data]:
    return [{"text": _said(one), "url": _whole(one.get("href"), address)} for one in links]


def _whole(href: str, address: str) -> str:
    return urljoin(f"/{address}", href)


def _said(one: html.HtmlElement) -> str:
    """Return what an element says, its drawings not counted."""

    def said(part: html.HtmlElement) -> Iterator[str]:
        if isinstance(part.tag, str) and part.tag not in _PASSED:
            yield part.text or ""
            for inner in part:
                yield from said(inner)
                yield inner.tail or ""

    return " ".join("".join(said(one)).split())


def _marked(text: str) -> str:
    """Return text that Markdown takes for text."""
    return _MARKED.sub(r"\\\1", text)
