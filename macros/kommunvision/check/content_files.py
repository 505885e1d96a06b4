"""Files beside editors' pages: none that could run anything, or tell on anybody, is published."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from mmap import ACCESS_READ, mmap
from pathlib import Path

from kommunvision.artifact import page_address
from kommunvision.origin import Origin
from kommunvision.picture.drawing import ActiveError, UnreadableError
from kommunvision.picture.metadata import BrokenError, CarriesError
from kommunvision.picture.published import CLEANED, PICTURES, published
from kommunvision.picture.size import MOST_POINTS
from kommunvision.picture.sound import SilentError
from kommunvision.problem import Problem, problem
from kommunvision.swedish.format import number
from kommunvision.text.ascii import ascii_id
from kommunvision.text.reading import odd_name

# Pictures, documents and data. Whatever a browser or a server would run is no part of a page.
ENDINGS = frozenset(
    {
        *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"),
        *(".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".epub"),
        *(".csv", ".json", ".txt", ".ics", ".mp3", ".mp4", ".webm", ".vtt"),
    }
)
# What a page can be expected to load, and what a repository can hold.
LARGEST_PICTURE = 20_000_000
LARGEST = 100_000_000
# All of them together; hosts for public sites take no more.
LARGEST_OF_ALL = 1_000_000_000

# A page's name is all of its address; a picture may keep the name that the camera gave it.
# A hidden one is here only if the settings let it in.
_PAGE = re.compile(r"(?:\.?[a-z0-9][a-z0-9_-]*/)*(?:README|\.?[a-z0-9][a-z0-9._-]*)\.md")
_FILE = re.compile(r"(?:\.?[a-z0-9][a-z0-9_-]*/)*\.?[A-Za-z0-9][A-Za-z0-9._-]*")
# Where a camera was, as telephones write it in films.
_PLACE = (b"\xa9xyz", b"com.apple.quicktime.location.ISO6709")
_ICON = ".ico"
_FILMS = frozenset((".mp4", ".webm"))


@dataclass(frozen=True, slots=True)
class Refusal:
    """What keeps a file from being published."""

    code: str
    line: int = 1
    details: Mapping[str, str] = field(default_factory=dict)


def refusal(file: Path) -> Refusal | None:
    """Return what keeps a file from being published, if anything does.

    ``KV730`` a kind of file that is not published, ``KV731`` a drawing that could run something,
    ``KV739`` too large, ``KV740`` no picture that can be shown, ``KV741`` it says where it was made
    or by whom, in a way that cannot be taken out, ``KV125`` an icon, of which nobody has need,
    ``KV126`` no sound that is known.
    """
    ending = file.suffix.lower()
    if ending == _ICON:
        return Refusal("KV125")
    if ending not in ENDINGS:
        return Refusal("KV730")
    picture = ending in PICTURES
    try:
        size, limit = file.stat().st_size, LARGEST_PICTURE if picture else LARGEST
        if size > limit:
            return Refusal("KV739", details={"size": _mega(size), "limit": _mega(limit)})
        if ending in CLEANED:
            return _cleaned(file.read_bytes(), ending)
        tells = size > 0 and ending in _FILMS and _tells_place(file)
        return Refusal("KV741") if tells else None
    except OSError:
        return Refusal("KV017")


def too_much(folder: str, files: Iterable[Path]) -> Iterator[Problem]:
    """Find a folder with more than can be published, however small each file is."""
    size = 0
    for file in files:
        try:
            own = file.lstat().st_size
        except OSError:
            # It is told of where it stands that it cannot be opened.
            continue
        # One that is too large by itself is told of by itself.
        size += own if own <= LARGEST else 0
    if size > LARGEST_OF_ALL:
        limit = _mega(LARGEST_OF_ALL)
        yield problem("KV124", Origin(folder), folder=folder, size=_mega(size), limit=limit)


def _mega(size: int) -> str:
    return number(size // 1_000_000)


def _cleaned(raw: bytes, ending: str) -> Refusal | None:
    try:
        published(raw, ending)
    except ActiveError as error:
        return Refusal("KV731", error.line, {"word": error.word})
    except (BrokenError, UnreadableError):
        return Refusal("KV740", details={"limit": number(MOST_POINTS // 1_000_000)})
    except CarriesError:
        return Refusal("KV741")
    except SilentError:
        return Refusal("KV126")
    return None


def _tells_place(file: Path) -> bool:
    with file.open("rb") as opened, mmap(opened.fileno(), 0, access=ACCESS_READ) as raw:
        return any(raw.find(sign) >= 0 for sign in _PLACE)


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
            parts = [*map(_typed, folders), f"{_typed(stem)}{ending.lower()}"]
            origin = Origin(f"{folder}/{name}")
            yield problem("KV809", origin, suggestion="/".join([folder, *parts]), file=last)


def _typed(part: str) -> str:
    """Return a part of a name as everyone can type it; one that is hidden stays so."""
    return f"{'.' if part.startswith('.') else ''}{ascii_id(part)}"


def _address(name: str) -> str:
    return page_address(name) if name.endswith(".md") else name
