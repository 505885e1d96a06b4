"""All that a server has to know of a site, as values; the writers only spell it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from kommunvision.address import EDITOR, EMBEDDED, SEARCH, Place
from kommunvision.text.host import ascii_host

_ADDRESS = re.compile(r"(?:[A-Za-z0-9_-]+/)*")
_HASH = re.compile(r"'sha256-[A-Za-z0-9+/]{43}='")
_BASE = re.compile(r"/(?:[A-Za-z0-9._~-]+/)*")

ANY_HOST = "_"
"""What stands for the name of a server that is not known."""

# Where the pages of a kind are, below the folder of a kommun or at the root.
_KOMMUN = "([a-z0-9-]+/)?"
SEARCH_PATTERN = f"{_KOMMUN}{SEARCH}(index\\.html)?$"
EMBEDDING_PATTERN = f"{_KOMMUN}{Place.EMBEDDING.value}"
EDITOR_PATTERN = f"{EDITOR}(index\\.html)?$"
EMBED_PATTERN = f"{_KOMMUN}{EMBEDDED}"


@dataclass(frozen=True, slots=True)
class Embedding:
    """Which websites may show a kommun's embeds."""

    slug: str
    websites: tuple[str, ...]
    """As ``https://www.exempelby.example``; any may where none is named."""

    @property
    def folder(self) -> str:
        """Return where its embeds are, relative to the site's root."""
        return f"{self.slug}/{EMBEDDED}" if self.slug else EMBEDDED

    @property
    def ancestors(self) -> str:
        """Return the same in the words of a policy; the site may always show its own."""
        if not self.websites:
            return "*"
        return " ".join(["'self'", *dict.fromkeys(map(_source, self.websites))])


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What a server has to know of one site; every address is relative to the site's root."""

    site_url: str = ""
    """Address of the site with a closing slash; empty when it has none yet."""
    kommuner: tuple[Embedding, ...] = ()
    searches: tuple[str, ...] = ()
    """Addresses of the pages that search."""
    redirects: tuple[tuple[str, str], ...] = ()
    """Old addresses, each with the new one."""
    gone: tuple[str, ...] = ()
    """Addresses of pages that have been withdrawn; what stands there says so."""
    hashes: tuple[tuple[str, str], ...] = ()
    """What the frame of the pages says by itself: (``script`` or ``style``, its hash)."""
    fingerprinted: tuple[str, ...] = ()
    """Files whose names follow their content."""
    editor: tuple[str, ...] | None = None
    """The hosts that the form editor may ask, as ``https://api.github.com``; none without one."""

    def __post_init__(self) -> None:
        """Let nothing through that could end a line or a word in the settings of any server.

        The check of the data stops it before; here a fault of ours must not become an attack.
        """
        addresses = [*(one for pair in self.redirects for one in pair), *self.gone, *self.searches]
        addresses.extend(one.folder for one in self.kommuner)
        wrong = [one for one in addresses if not _ADDRESS.fullmatch(one)]
        wrong.extend(one for one in self.editor or () if _source(one) != one)
        wrong.extend(one for _, one in self.hashes if not _HASH.fullmatch(one))
        if wrong:
            raise ValueError(wrong[0])

    @property
    def secure(self) -> bool:
        """Whether the site is known to be published over https."""
        return urlsplit(self.site_url).scheme == "https" and self.host != ANY_HOST

    @property
    def host(self) -> str:
        """Name of the site's server."""
        return ascii_host(urlsplit(self.site_url).hostname or "") or ANY_HOST

    @property
    def base(self) -> str:
        """Path of the site's root on its server: a slash, or more."""
        path = urlsplit(self.site_url).path or "/"
        return path if _BASE.fullmatch(path) else "/"


def _source(website: str) -> str:
    """Return a website as a policy names it; no part of it can end the name.

    Raises:
        ValueError: It is no address of a website, which the check of the data has seen to.
    """
    parts = urlsplit(website)
    host = ascii_host(parts.hostname or "")
    if host is None or parts.scheme not in {"http", "https"}:
        raise ValueError(website)
    return f"{parts.scheme}://{host}" + (f":{parts.port}" if parts.port else "")
