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
    EDITOR = "editor"
    """The form editor, which is another program than the pages, with styles of its own."""
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
    # It shows what it has read itself, and writes styles as it goes.
    Kind.EDITOR: {
        "connect-src": "'self' blob: data:",
        "img-src": "'self' blob: data:",
        "style-src": "'self' 'unsafe-inline'",
    },
    Kind.EMBED: {},
}


def policy(
    kind: Kind,
    hashes: Iterable[tuple[str, str]] = (),
    ancestors: str = "'none'",
    asked: Iterable[str] = (),
) -> str:
    """Return the Content-Security-Policy of a kind of answer.

    Args:
        kind: What is answered.
        hashes: What stands in the frame of the pages themselves, of which a site has none unless
            its own layout does.
        ancestors: Who may show it in a frame.
        asked: The hosts that the form editor may ask.
    """
    if kind is Kind.FILE:
        return f"default-src 'none'; frame-ancestors {ancestors}"
    if kind is Kind.DOCUMENT:
        return f"frame-ancestors {ancestors}"
    rules = _editor(asked) if kind is Kind.EDITOR else _PAGE | _MORE[kind]
    if kind not in {Kind.EDITOR, Kind.EMBED}:
        rules = _with(rules, hashes)
    return _written(rules | {"frame-ancestors": ancestors})


def editor_policy(asked: Iterable[str]) -> str:
    """Return what the form editor may do, for its own page to say: a page names no frames.

    Args:
        asked: The hosts that it may ask beside its own.
    """
    return _written(_editor(asked))


def widest_policy(hashes: Iterable[tuple[str, str]], asked: Iterable[str] | None = None) -> str:
    """Return what any page needs, for hosts whose rules can add and not take away.

    Args:
        hashes: As for ``policy``.
        asked: The hosts that the form editor may ask, where it is among the pages.
    """
    rules = _PAGE | _MORE[Kind.SEARCH] | _MORE[Kind.EMBEDDING]
    if asked is not None:
        rules |= {name: _editor(asked)[name] for name in _MORE[Kind.EDITOR]}
        # Hashes would put the word for all styles out of force.
        hashes = [one for one in hashes if one[0] != "style"]
    return _written(_with(rules, hashes))


def _editor(asked: Iterable[str]) -> dict[str, str]:
    rules = _PAGE | _MORE[Kind.EDITOR]
    return rules | {"connect-src": " ".join([rules["connect-src"], *asked])}


def _with(rules: dict[str, str], hashes: Iterable[tuple[str, str]]) -> dict[str, str]:
    found = dict(rules)
    for what, digest in sorted(hashes):
        found[f"{what}-src"] += f" {digest}"
    return found


def _written(rules: dict[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in rules.items())
