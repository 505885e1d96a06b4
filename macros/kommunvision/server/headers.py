"""What each kind of answer tells a browser: what it may load, run, ask for and be shown in."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

EVERYWHERE = (
    ("X-Content-Type-Options", "nosniff"),
    # Other websites are not told which page a reader came from.
    ("Referrer-Policy", "same-origin"),
    (
        "Permissions-Policy",
        ", ".join(
            f"{feature}=()"
            for feature in (
                "accelerometer",
                "browsing-topics",
                "camera",
                "display-capture",
                "geolocation",
                "gyroscope",
                "magnetometer",
                "microphone",
                "midi",
                "payment",
                "usb",
            )
        ),
    ),
    ("Content-Language", "sv"),
)

HSTS = ("Strict-Transport-Security", "max-age=31536000")
"""Of this host alone, and on no list that is hard to leave: other hosts may not be ready."""

POLICY = "Content-Security-Policy"
ANYONE = (("Access-Control-Allow-Origin", "*"),)
"""Pages of other websites may read it; nothing here is secret, and nobody logs in."""
UNLISTED = (("X-Robots-Tag", "noindex"),)


class Kind(StrEnum):
    """Kinds of answers that differ in what they need."""

    PAGE = "page"
    SEARCH = "search"
    """The page that searches: it fetches the index, and its form leads to itself."""
    EMBEDDING = "embedding"
    """Pages that tell how to embed something, and show it in a frame."""
    EMBED = "embed"
    FILE = "file"
    """Everything that is no page."""
    DOCUMENT = "document"
    """A PDF, which browsers show with a program of their own that a policy would stop."""


# Of every kind of page; what a kind needs beside it follows.
_PAGE = {
    "default-src": "'none'",
    "base-uri": "'none'",
    "font-src": "'self'",
    "form-action": "'none'",
    "img-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self'",
}
_MORE: dict[Kind, dict[str, str]] = {
    Kind.PAGE: {},
    Kind.SEARCH: {"connect-src": "'self'", "form-action": "'self'"},
    Kind.EMBEDDING: {"frame-src": "'self'"},
    Kind.EMBED: {},
}


def policy(kind: Kind, hashes: Iterable[tuple[str, str]] = (), ancestors: str = "'none'") -> str:
    """Return the Content-Security-Policy of a kind of answer.

    Args:
        kind: What is answered.
        hashes: What stands in the frame of the pages themselves, of which a site has none unless
            its own layout does.
        ancestors: Who may show it in a frame.
    """
    if kind is Kind.FILE:
        return f"default-src 'none'; frame-ancestors {ancestors}"
    if kind is Kind.DOCUMENT:
        return f"frame-ancestors {ancestors}"
    rules = _PAGE | _MORE[kind]
    if kind is not Kind.EMBED:
        rules = _with(rules, hashes)
    return _written(rules | {"frame-ancestors": ancestors})


def widest_policy(hashes: Iterable[tuple[str, str]]) -> str:
    """Return what any page needs, for hosts whose rules can add and not take away."""
    return _written(_with(_PAGE | _MORE[Kind.SEARCH] | _MORE[Kind.EMBEDDING], hashes))


def _with(rules: dict[str, str], hashes: Iterable[tuple[str, str]]) -> dict[str, str]:
    found = dict(rules)
    for what, digest in sorted(hashes):
        found[f"{what}-src"] += f" {digest}"
    return found


def _written(rules: dict[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in rules.items())
