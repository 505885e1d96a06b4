"""Files beside editors' pages: only such as cannot run anything are published as they stand."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kommunvision.artifact import page_address
from kommunvision.origin import Origin
from kommunvision.problem import Problem, problem
from kommunvision.text.ascii import ascii_id
from kommunvision.text.reading import odd_name

# Pictures, documents and data. Whatever a browser or a server would run is no part of a page.
ENDINGS = frozenset(
    {
        *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".svg"),
        *(".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".epub"),
        *(".csv", ".json", ".txt", ".ics", ".mp3", ".mp4", ".webm", ".vtt"),
    }
)
_LARGEST_DRAWING = 2_000_000

# What lets a drawing run code, fetch things or pass for a page; also under another prefix.
_ACTIVE = re.compile(
    rb"<\s*(?:[\w.-]+:)?(?:script|foreignobject|iframe|embed|object|handler|listener|set|animate)"
    rb"|[\s\"'/]on[a-z]+\s*=|<!(?:doctype[^>]*\[|entity)|<\?xml-stylesheet"
    rb"|href\s*=(?!\s*[\"']?(?:#|data:image/(?:png|jpeg|gif|webp)[;,]))",
    re.IGNORECASE,
)
# A page's name is all of its address; a picture may keep the name that the camera gave it.
_PAGE = re.compile(r"(?:[a-z0-9][a-z0-9_-]*/)*(?:README|[a-z0-9][a-z0-9._-]*)\.md")
_FILE = re.compile(r"(?:[a-z0-9][a-z0-9_-]*/)*[A-Za-z0-9][A-Za-z0-9._-]*")
_AS_TEXT = re.compile(rb"(?s)\A(?:\xef\xbb\xbf)?\s*<")


def refusal(file: Path) -> str | None:
    """Return the code of what keeps a file from being published as it stands.

    ``KV730`` a kind of file that is not published, ``KV731`` a drawing that could run something.
    """
    ending = file.suffix.lower()
    if ending not in ENDINGS:
        return "KV730"
    if ending != ".svg":
        return None
    try:
        with file.open("rb") as opened:
            raw = opened.read(_LARGEST_DRAWING + 1)
    except OSError:
        return "KV017"
    # Another encoding than the one that is looked through could hide anything.
    sound = len(raw) <= _LARGEST_DRAWING and _AS_TEXT.match(raw) and b"\0" not in raw
    return None if sound and not _ACTIVE.search(raw) else "KV731"


def one_address_each(folder: str, files: Iterable[str]) -> Iterator[Problem]:
    """Find two files that would become one page, or one file of the site."""
    first: dict[str, Origin] = {}
    for name in files:
        origin = Origin(f"{folder}/{name}")
        address = _address(name)
        before = first.setdefault(address.casefold(), origin)
        if before is not origin:
            yield problem("KV808", origin, related=[before], address=address, place=before.path)


def plain_names(folder: str, files: Iterable[str]) -> Iterator[Problem]:
    """Find names that would give an address with other letters than everyone can type."""
    for name in files:
        plain = (_PAGE if name.endswith(".md") else _FILE).fullmatch(name)
        # An impossible name is found as such.
        if not plain and not odd_name(name):
            *folders, last = name.split("/")
            stem, ending = posixpath.splitext(last)
            parts = [*map(ascii_id, folders), f"{ascii_id(stem)}{ending.lower()}"]
            origin = Origin(f"{folder}/{name}")
            yield problem("KV809", origin, suggestion="/".join([folder, *parts]), file=last)


def _address(name: str) -> str:
    return page_address(name) if name.endswith(".md") else name
