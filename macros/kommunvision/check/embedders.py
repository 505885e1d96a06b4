"""Websites that may show the pages in frames are told as a server can tell a browser."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from kommunvision.model import Kommun
from kommunvision.problem import Problem, problem


def embedders(kommun: Kommun) -> Iterator[Problem]:
    """Find addresses of single pages, since whole websites are all that a browser can let in."""
    for place, written in enumerate(kommun.embedders):
        parts = urlsplit(written)
        whole = f"{parts.scheme}://{parts.netloc}".lower()
        if written.lower() not in {whole, f"{whole}/"}:
            origin = kommun.where.of("embedders", place)
            yield problem("KV812", origin, suggestion=whole, value=written)
