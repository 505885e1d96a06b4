"""Which extensions of Markdown a site may have: such as change how text looks, and do no more."""

from __future__ import annotations

from collections.abc import Iterable

# Those of Python-Markdown itself.
_OWN = frozenset(
    (
        *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code"),
        *("footnotes", "legacy_attrs", "legacy_em", "meta", "nl2br", "sane_lists", "smarty"),
        *("tables", "toc", "wikilinks"),
    )
)
_HOME = "markdown.extensions."
# Those of the package that Material brings; the rest of it reads files or runs programs.
_PYMDOWN = frozenset(
    (
        *("betterem", "caret", "critic", "details", "emoji", "escapeall", "highlight"),
        *(
            "inlinehilite",
            "keys",
            "magiclink",
            "mark",
            "progressbar",
            "saneheaders",
            "smartsymbols",
        ),
        *("striphtml", "superfences", "tabbed", "tasklist", "tilde"),
    )
)


def refused(extensions: Iterable[str]) -> str | None:
    """Return the first extension that could read a file or run a program, none without any."""
    return next((name for name in extensions if not _is_allowed(name)), None)


def _is_allowed(name: str) -> bool:
    pymdown = name.removeprefix("pymdownx.")
    return pymdown in _PYMDOWN if pymdown != name else name.removeprefix(_HOME) in _OWN
