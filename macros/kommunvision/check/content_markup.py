"""What a Markdown page may hold besides text: headings, links, images; no raw HTML."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from urllib.parse import unquote

from kommunvision.check.page_days import ALWAYS, Days
from kommunvision.check.suggest import Guesses
from kommunvision.text.fault import Fault
from kommunvision.text.leftovers import Left, leftovers
from kommunvision.text.markdown_page import MarkdownPage, Part, is_foreign, scheme_of
from kommunvision.text.parted import parted
from kommunvision.text.prose import SCHEMES

# Markdown looks for the mate of each of these, which takes long when there are very many.
_PAIRED = re.compile(r"[\[<]")
_MOST_IN_A_BLOCK = 500
_MOST_ON_A_PAGE = 5_000
# Each gets an anchor of its own, which is compared with all that there are.
_MOST_HEADINGS = 1_000
_DEEP = re.compile(r"^[ >]{60}[ >]*|^(?:(?:[-*+]|\d+\.) +){15}|[*_]{120}", re.MULTILINE)


_ITEM = re.compile(r" {0,3}(?:[-*+]|\d+\.)[ \t]+\S")
# As they come out of Word and pdf files; Markdown knows none of them.
_BULLET = re.compile("[ \t]*(?:[\u2022\u2023\u25aa\u25cf\u25e6]|\xb7[ \t])")
# Lines that end a paragraph by themselves.
_NO_WORDS = re.compile(r" {0,3}(?:#|>|\||```|---)")


def burdens(page: MarkdownPage) -> Iterator[Fault]:
    """Find what would take Markdown very long, or more depth than it has."""
    if deep := _DEEP.search(page.text):
        line, column = page.place(deep.start())
        yield Fault(line, column, "KV007", "", details={"limit": "15"})
    found = [one.start for one in page.found if one.part is Part.HEADING]
    if len(found) > _MOST_HEADINGS:
        details = {"size": str(len(found)), "limit": str(_MOST_HEADINGS)}
        yield Fault(*page.place(found[_MOST_HEADINGS]), "KV719", "#", details=details)
    together = 0
    for block in re.finditer(r"(?:[^\n]+\n?)+", page.text):
        signs = _PAIRED.findall(block[0])
        together += len(signs)
        if len(signs) > _MOST_IN_A_BLOCK or together > _MOST_ON_A_PAGE:
            many = len(signs) > _MOST_IN_A_BLOCK
            size, limit = (len(signs), _MOST_IN_A_BLOCK) if many else (together, _MOST_ON_A_PAGE)
            line, column = page.place(block.start())
            yield Fault(
                line, column, "KV719", signs[0], details={"size": str(size), "limit": str(limit)}
            )
            return


def markup(
    page: MarkdownPage,
    path: str,
    files: Collection[str],
    guesses: Guesses,
    left_out: Mapping[str, str],
) -> Iterator[Fault]:
    """Find raw HTML, unsafe or broken links, and images without words.

    Args:
        page: The page.
        path: Where it lies in the content.
        files: What a link may lead to.
        guesses: Knows what may have been meant.
        left_out: Files that are not published, with the code for a link to each.
    """
    for found in page.found:
        if found.part is Part.HTML:
            yield _fault(page, found.start, "KV720", found.text)
        if found.part is Part.IMAGE and not found.text.strip():
            written = page.text[found.start : found.end]
            yield _fault(page, found.start, "KV722", written)
        if found.part not in {Part.LINK, Part.IMAGE}:
            continue
        if found.part is Part.IMAGE and is_foreign(found.address):
            yield _fault(page, found.address_start, "KV738", found.address)
        elif _is_unsafe(found.address):
            yield _fault(page, found.address_start, "KV721", found.address)
        elif (wanted := _file(found.address, path)) is None or wanted in files:
            continue
        elif code := left_out.get(wanted):
            yield _fault(page, found.address_start, code, found.address)
        else:
            names = _by_name(_alike(wanted, files), posixpath.dirname(wanted))
            near = names.get(guesses.nearest(_stem(wanted), names) or "")
            suggestion = posixpath.relpath(near, posixpath.dirname(path) or ".") if near else None
            yield _fault(page, found.address_start, "KV726", found.address, suggestion)


def briefly_shown(
    page: MarkdownPage, path: str, shown: Days, timed: Mapping[str, Days]
) -> Iterator[Fault]:
    """Find links to pages that are shown for a shorter time than this one."""
    for found in page.found:
        there = timed.get(_file(found.address, path) or "", ALWAYS)
        if found.part is Part.LINK and not there.cover(shown):
            yield _fault(page, found.address_start, "KV789", found.address)


def left_over(page: MarkdownPage) -> Iterator[Fault]:
    """Find what the page would hold once it is HTML and may not, however it was written."""
    for left in leftovers(page.text):
        code = {Left.TAG: "KV720", Left.LINK: "KV721", Left.IMAGE: "KV738"}[left.kind]
        places = (page.text.find(word) for word in (left.word, html.escape(left.word)))
        yield _fault(page, next((one for one in places if one >= 0), 0), code, left.word)


def parted_links(page: MarkdownPage) -> Iterator[Fault]:
    """Find links whose two parts have room between them, and that are none."""
    for start, written in parted(page.words):
        if not page.is_code(start):
            yield _fault(page, start, "KV608", written)


def _is_unsafe(address: str) -> bool:
    scheme = scheme_of(address)
    return scheme not in SCHEMES if scheme else is_foreign(address)


def _file(address: str, path: str) -> str | None:
    """Return the file of the content that an address leads to; none if it names no file."""
    target = unquote(address.partition("#")[0].partition("?")[0])
    is_file = bool(posixpath.splitext(target)[1]) and not target.startswith("/")
    if scheme_of(address) or not is_file:
        return None
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target))


def _alike(wanted: str, files: Iterable[str]) -> list[str]:
    """Return files of the same kind and the same kommun."""
    ending, kommun = posixpath.splitext(wanted)[1], wanted.partition("/")[0]
    return sorted(f for f in files if f.endswith(ending) and f.partition("/")[0] == kommun)


def _by_name(files: list[str], folder: str) -> dict[str, str]:
    """Return files by their bare names; of several the one in a folder."""
    names: dict[str, str] = {}
    for file in sorted(files, key=lambda one: posixpath.dirname(one) != folder):
        names.setdefault(_stem(file), file)
    return names


def _stem(file: str) -> str:
    return posixpath.splitext(posixpath.basename(file))[0]


def lists(page: MarkdownPage) -> Iterator[Fault]:
    """Find lists that would be running text: no empty line above, or the bullets of Word."""
    lines = page.words.split("\n")
    block_has_item = False
    for number, line in enumerate(lines, start=1):
        above = lines[number - 2] if number > 1 else ""
        below = lines[number] if number < len(lines) else ""
        block_has_item = bool(above.strip()) and (block_has_item or bool(_ITEM.match(above)))
        bullet = _BULLET.match(line) and not _BULLET.match(above)
        under_words = above.strip() and not block_has_item and not _NO_WORDS.match(above)
        sure = above.rstrip().endswith(":") or _ITEM.match(below)
        if bullet or (_ITEM.match(line) and under_words and sure):
            word = line.strip()
            yield Fault(number, line.index(word) + 1, "KV743", word[:60], length=len(word))


def headings(page: MarkdownPage, *, titled: bool) -> Iterator[Fault]:
    """Find a second main heading, or a page without any."""
    mains = [f for f in page.found if f.part is Part.HEADING and f.level == 1]
    if not mains and not titled:
        yield Fault(1, 1, "KV724", "")
    for extra in mains[1:]:
        yield _fault(page, extra.start, "KV723", extra.text)


def _fault(
    page: MarkdownPage, position: int, code: str, word: str, suggestion: str | None = None
) -> Fault:
    line, column = page.place(position)
    shown = word.partition("\n")[0]
    return Fault(line, column, code, shown[:60], suggestion, length=max(len(shown), 1))
