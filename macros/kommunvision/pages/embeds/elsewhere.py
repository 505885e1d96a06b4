"""What changes in finished HTML when it is to stand in a document that is not ours."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urljoin

from markupsafe import Markup

from kommunvision.pages.embeds.embed import TOP

# In our HTML no value of an attribute holds a sign that would end the tag, or its own quotes.
_TAG = re.compile(r"<[a-z][^<>]*>")
_OWN_PLACE = re.compile(r'(?<=\s)href="#')
_LINK = re.compile(r'(?<=\s)(href|src)="([^"]*)"')
_NAMED = re.compile(r'(?<=\s)(id|for|aria-labelledby|aria-describedby)="([^"]*)"')
_HEADING = re.compile(r"<(/?)h([1-6])(?=[\s>])")
_DEEPEST = 6


def within_frame(body: str) -> Markup:
    """Let links to another place in an embed stay in its frame; all others leave it."""
    return _each_tag(body, lambda tag: _OWN_PLACE.sub('target="_self" href="#', tag))


def at_level(body: str, level: int) -> Markup:
    """Return HTML whose highest heading is of a level."""
    down = level - TOP

    def lowered(found: re.Match[str]) -> str:
        return f"<{found[1]}h{min(int(found[2]) + down, _DEEPEST)}"

    return Markup(_HEADING.sub(lowered, body))  # noqa: S704 - finished HTML


def standing_alone(body: str, base: str, name: str) -> Markup:
    """Return HTML that leads and belongs right on any page.

    Args:
        body: Finished HTML.
        base: The whole address that its links are written from.
        name: Begins every id in it, so that several can stand on one page.
    """

    def led(found: re.Match[str]) -> str:
        key, target = found.groups()
        whole = f"#{name}-{target[1:]}" if target.startswith("#") else urljoin(base, target)
        return f'{key}="{whole}"'

    def named(found: re.Match[str]) -> str:
        key, ids = found.groups()
        return f'{key}="{" ".join(f"{name}-{one}" for one in ids.split())}"'

    return _each_tag(body, lambda tag: _NAMED.sub(named, _LINK.sub(led, tag)))


def _each_tag(body: str, change: Callable[[str], str]) -> Markup:
    return Markup(_TAG.sub(lambda found: change(found[0]), body))  # noqa: S704 - finished HTML
