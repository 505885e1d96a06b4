"""What a PDF says of itself, also where it is compressed: who wrote it, and where it lay."""

from __future__ import annotations

import html
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

# With a larger one only what stands in plain text is looked for, at its beginning and its end.
LARGEST_OPENED = 20_000_000
_LONGEST = 200_000

_DESCRIBED = re.compile(r"<dc:creator>(.{0,2000}?)</dc:creator>", re.DOTALL)
_NAME = re.compile(r"<rdf:li[^<>]*>([^<>]+)<")
# A file in somebody's own folder, as Windows, macOS and Linux write it.
_PATH = re.compile(
    r"(?:[A-Za-z]:[\\/](?:Users|Documents and Settings)[\\/]|file:///|/(?:Users|home)/)[^\s<>\"]+"
)


@dataclass(frozen=True, slots=True)
class Told:
    """What a document tells of people and of their computers."""

    people: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()


def told(stream: BinaryIO) -> Told:
    """Return what a PDF tells; nothing if it cannot be read, or not without a password."""
    # It takes a while to load, and few sites have such documents.
    from pypdf import PdfReader  # noqa: PLC0415

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(stream, root_object_recovery_limit=1_000)
        written = {str(key): str(value) for key, value in (reader.metadata or {}).items()}
        described = "".join(_metadata(reader.root_object.get("/Metadata")))
    except Exception:  # noqa: BLE001 - a broken document fails in any way, and harms only itself
        return Told()
    people = "\n".join(_DESCRIBED.findall(described))
    names = map(html.unescape, _NAME.findall(people))
    every = "\n".join([*written.values(), html.unescape(described)])
    return Told((written.get("/Author", ""), *names), tuple(_PATH.findall(every)))


def _metadata(entry: object) -> Iterator[str]:
    stream = getattr(entry, "get_object", lambda: None)()
    data = getattr(stream, "get_data", bytes)()
    yield data[:_LONGEST].decode("utf-8", "replace")
