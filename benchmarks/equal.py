"""Sees to it that another tool's page shows what ours does, before anything is measured."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import html

from benchmarks.contents import Contents, Data

_WORD = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"\]\([^)]*\)")


def lacking(page: Contents, written: bytes) -> set[str]:
    """Return the words of a page that another tool's page does not show."""
    tree = html.fromstring(written, parser=html.HTMLParser(encoding="utf-8"))
    said = [page.title, page.kicker, *page.headings]
    said += [_ADDRESS.sub("", one) for one in page.body if isinstance(one, str)]
    for table in page.tables:
        said += [table["caption"], *table["columns"]]
        said += [cell["text"] for row in table["rows"] for cell in row]
    for items in (page.trail, *page.lists):
        said += _in_list(items)
    return _words(said) - _words(tree.itertext())


def _in_list(items: list[Data]) -> Iterator[str]:
    for one in items:
        yield " ".join((one.get("before", ""), one["text"], one.get("after", "")))
        yield from _in_list(one.get("items", []))


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in _WORD.findall(text)}
