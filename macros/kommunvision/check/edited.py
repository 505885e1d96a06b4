"""The pages that editors have written: where they stand, and where they stood before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kommunvision.artifact import page_address
from kommunvision.check.page_days import dated, written_days
from kommunvision.model import PartialDate
from kommunvision.origin import Origin
from kommunvision.swedish.front_matter import DRAFT, FORMER_ADDRESS
from kommunvision.swedish.keys import FLAG_WORDS
from kommunvision.text.calls import LONGEST_PAGE
from kommunvision.text.decode import decode
from kommunvision.text.fault import Fault
from kommunvision.text.front import Front, read_front
from kommunvision.text.markdown_page import MarkdownPage
from kommunvision.text.prose import to_html
from kommunvision.text.reading import fault_of
from kommunvision.text.selection import NOTHING_SAID, Selection

_BETWEEN = re.compile(r"[,\s\[\]]+")


@dataclass(frozen=True, slots=True)
class EditedPage:
    """A page that editors have written."""

    url: str
    origin: Origin
    title: str = ""
    former: tuple[tuple[str, Origin], ...] = ()
    """Addresses that it had before, each with its place."""
    draft: bool = False
    """Whether it is unfinished."""
    shown_from: PartialDate | None = None
    """The first day on which readers see it."""
    shown_until: PartialDate | None = None
    """The last day on which readers see it."""

    @property
    def called(self) -> str:
        """What it is called; its address where it has neither heading nor title."""
        return self.title or self.url


def edited_pages(
    root: Path, folder: str, selection: Selection = NOTHING_SAID
) -> Iterator[EditedPage]:
    """Yield the pages of a folder that are published, in the order of their files."""
    inside = root / folder
    for name in selection.parted(inside)[0]:
        file = inside / name
        if file.suffix != ".md" or fault_of(file, root):
            continue
        path = f"{folder}/{name}"
        text = _text(file)
        front = read_front(text)
        shown = written_days(front)
        title = front.value("rubrik", "title")
        yield EditedPage(
            page_address(name),
            Origin(path),
            # Whoever comes after its last day is told what the page was called.
            title if title or not shown.last else _heading(text, front),
            _former(front, path),
            FLAG_WORDS.get(front.value(DRAFT).strip().lower(), False),
            dated(shown.first),
            dated(shown.last),
        )


def _text(file: Path) -> str:
    try:
        raw = file.read_bytes() if file.stat().st_size <= LONGEST_PAGE else b""
    except OSError:
        return ""
    text = decode(raw)
    return "" if isinstance(text, Fault) else text


def _heading(text: str, front: Front) -> str:
    page = MarkdownPage("\n".join(text.split("\n")[front.lines :]), ())
    first = next((one.text for one in page.found if one.level == 1), "")
    return to_html(first).striptags()


def _former(front: Front, path: str) -> tuple[tuple[str, Origin], ...]:
    return tuple(
        (url, Origin(path, entry.line, entry.column))
        for entry in front.entries
        if entry.key == FORMER_ADDRESS
        for url in _BETWEEN.split(entry.value)
        if url
    )
