"""A summary as text for a terminal, and as Markdown where others' words are only words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from kommunvision.versions.model import Changes
from kommunvision.versions.summary import Block, Bullets, Heading, Paragraph, summary

# GitHub takes 65,536 characters in a comment; GitLab takes more.
_LONGEST = 60_000
# How long lists may be, and of how many kommuner: the first that fits is written.
_ROOMS = ((20, 300), (5, 300), (0, 300), (0, 40))

# What Markdown, HTML, or a formula would be made of.
_SIGNS = re.compile(r"([\\`*_{}\[\]()#+!|~$^=-])")
# What would notify a person, or link to something, on the websites where changes are reviewed.
_CALLS = re.compile(r"(?<=[@#!~%&$^:])(?=[\w/\[])|(?<=\bgh-)(?=\d)|(?<=\bwww)(?=\.)", re.IGNORECASE)
# Has no width and breaks no line; between two letters of a name it makes another name.
_JOINER = "\N{WORD JOINER}"


def plain_text(changes: Changes, since: str | None = None) -> str:
    """Return the summary for a terminal."""
    parts = []
    for block in summary(changes, since=since):
        match block:
            case Heading():
                parts.append(_visible(block.text))
            case Paragraph():
                parts.append(_visible(block.text))
            case Bullets():
                lines = [f"{_visible(block.of)}:", *(f"  - {_visible(one)}" for one in block.items)]
                parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def markdown(changes: Changes, since: str | None = None) -> str:
    """Return the summary for a pull request; long lists are cut until there is room."""
    for most, kommuner in _ROOMS:
        text = _markdown(summary(changes, since=since, most=most, kommuner=kommuner))
        if len(text) <= _LONGEST:
            break
    return text


def _markdown(blocks: Iterable[Block]) -> str:
    parts = []
    for block in blocks:
        match block:
            case Heading():
                parts.append(f"{'#' * block.level} {escaped(block.text)}")
            case Paragraph():
                parts.append(escaped(block.text))
            case Bullets():
                lines = [f"- {escaped(one)}" for one in block.items]
                parts.append("\n".join([f"**{escaped(block.of)}**", "", *lines]))
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Return a text so that Markdown shows it as it stands: no link, no picture, nobody called."""
    apart = _CALLS.sub(_JOINER, _visible(text))
    html = apart.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _SIGNS.sub(r"\\\1", html)


def _visible(text: str) -> str:
    """Return a text on one line, without signs that steer a terminal or hide or turn words."""
    plain = "".join(
        char if unicodedata.category(char) not in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"} else " "
        for char in text
    )
    return " ".join(plain.split(" ")).strip()
