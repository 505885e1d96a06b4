"""The stylesheets of embeds: those parts of the pages' own that a component needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kommunvision.artifact import Artifact

FRAMED = "assets/inbaddad-v1.css"
"""Of an embed in a frame of its own."""
FRAGMENT = "assets/inbaddad-html-v1.css"
"""Of one that stands in the HTML of another page: no rule of it reaches the rest of that page."""

_HERE = Path(__file__).parent
_PAGES_OWN = _HERE.parents[1] / "theme/assets/kommunvision.css"

_SECTIONS = ("Colours", "Ground", "Text", "Tables", "Components", "Forced colours")
_BAR = re.compile(r"^/\* \d (.+?) -+ \*/$", re.MULTILINE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s*\n\s*")
# A page that has taken in a fragment chooses light or dark; the reader's system cannot know which.
_BY_SYSTEM = re.compile(
    r"^@media screen and \(prefers-color-scheme: dark\) \{.*?^\}$", re.DOTALL | re.MULTILINE
)
_ROOT = re.compile(r":root|(?<![\w.-])(?:html|body)(?=[,\s])")
_MAIN = re.compile(r"(?<![\w.-])main(?= >)")
_IN_MAIN = re.compile(r"(?<![\w.-])main (?=[a-z.])")


def stylesheets() -> Iterator[Artifact]:
    """Yield the stylesheets of embeds."""
    parts = [sections(*_SECTIONS)]
    own = without_comments((_HERE / "embed.css").read_text("utf-8"))
    yield Artifact(FRAMED, _short("\n".join([*parts, own])))
    yield Artifact(FRAGMENT, _short(_within("\n".join([*parts, own]))))


def sections(*names: str) -> str:
    """Return sections of the pages' stylesheet, for what needs no more of it."""
    found = _sections()
    return "\n".join(found[name] for name in names)


@cache
def _sections() -> dict[str, str]:
    """Return the sections of the pages' stylesheet by their names, without comments."""
    _, *found = _BAR.split(_PAGES_OWN.read_text("utf-8"))
    return dict(zip(found[::2], map(without_comments, found[1::2]), strict=True))


def without_comments(css: str) -> str:
    """Return a stylesheet as readers need it; comments are a quarter of its weight."""
    return _COMMENT.sub("", css)


def _within(css: str) -> str:
    """Return rules that hold inside an embedded fragment alone; it is their root and their main."""
    lit = _IN_MAIN.sub("", _MAIN.sub("&", _ROOT.sub("&", _BY_SYSTEM.sub("", css))))
    return f".kv-embed {{\n{lit}\n}}"


def _short(css: str) -> str:
    """Return a stylesheet in one line; what embeds has to be fetched by every visitor elsewhere."""
    return f"{_SPACE.sub(' ', css).strip()}\n"
