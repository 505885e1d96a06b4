"""What the pages of a built site weigh for whoever opens them: with what each fetches by itself."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from urllib.parse import urljoin

from lxml import html

from benchmarks.measured import compressed

_FETCHED = "//link[@rel='stylesheet' or @rel='modulepreload']/@href | //script/@src"


def heaviest(site: Path, addresses: Iterable[str]) -> int:
    """Return how many bytes, compressed, come over for the heaviest page but for its pictures.

    Args:
        site: The folder of the site.
        addresses: Those of the pages, each relative to the site and of a folder.
    """

    @cache
    def shared(name: str) -> int:
        return compressed((site / name).read_bytes())

    def page(address: str) -> int:
        content = (site / address / "index.html").read_bytes()
        fetched = {urljoin(f"/{address}", one) for one in html.fromstring(content).xpath(_FETCHED)}
        return compressed(content) + sum(shared(one.removeprefix("/")) for one in sorted(fetched))

    return max(map(page, addresses))
