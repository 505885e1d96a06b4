"""What kind of file each ending stands for, and how long a browser may keep a file."""

from __future__ import annotations

from enum import Enum

# Text is UTF-8 and says so; for JSON, and for what no text is, the type has no word for it.
TEXT_TYPES = {
    ".atom": "application/atom+xml",
    ".css": "text/css",
    ".csv": "text/csv",
    ".html": "text/html",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".md": "text/markdown",
    ".rdf": "application/rdf+xml",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".xml": "application/xml",
    ".xsd": "application/xml",
}
OTHER_TYPES = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".gz": "application/gzip",
    ".ico": "image/vnd.microsoft.icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".ttf": "font/ttf",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".zip": "application/zip",
}
TYPES = dict(sorted({**TEXT_TYPES, **OTHER_TYPES}.items()))

# JSON whose name says more than its ending; as regular expressions of any server.
JSON_BY_NAME = {
    r"-metadata\.json$": "application/csvm+json",
    r"\.schema\.json$": "application/schema+json",
    r"(^|/)openapi\.json$": "application/vnd.oai.openapi+json",
}

COMPRESSED = (*sorted(TEXT_TYPES), ".json", ".webmanifest")
"""Endings of files that become smaller when they are compressed."""


class Cache(Enum):
    """How long a browser may keep a file without asking for it."""

    FOR_EVER = "public, max-age=31536000, immutable"
    """The name follows the content."""
    AN_HOUR = "public, max-age=3600"
    """The name is promised to others, or the file is a picture: an hour late does no harm."""
    ASK = "no-cache"
    """The browser keeps it and asks each time whether it has changed."""


# Of the files kept for an hour; the names of those that other websites load, and pictures.
HOUR_PATTERN = (
    r"(/assets/inb[a-z0-9-]*-v[0-9]+\.(css|js)|\.(avif|gif|ico|jpe?g|png|svg|webp|woff2?))$"
)


def suffix(path: str) -> str:
    """Return the ending of a file's name, with its full stop; empty when it has none."""
    _, dot, ending = path.rpartition("/")[2].rpartition(".")
    return f"{dot}{ending}".lower() if dot else ""
