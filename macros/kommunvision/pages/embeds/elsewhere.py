"""What changes in finished HTML when it is to stand in a document that is not ours."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from markupsafe import Markup

from kommunvision.pages.embeds.embed import TOP

# In our HTML no value of an attribute holds its own quotes or a sign that would end the tag. What
# looks like an attribute in a text is none: no tag ends after it before the next begins.
_IN_TAG = r"(?=[^<>]*>)"
_OWN_PLACE = re.compile(rf'href="#{_IN_TAG}')
_BOUND = re.compile(
    rf'(\s(?:(href|src)|id|for|aria-labelledby|aria-describedby)=)"([^"<>]*)"{_IN_TAG}'
)
_HEADING = re.compile(r"<(/?)h([1-6])(?=[\s>])")
_DEEPEST = 6


def within_frame(body: str) -> Markup:
    """Let links to another place in an embed stay in its frame; all others leave it."""
    # Finished HTML would escape what is put into it.
    led = _OWN_PLACE.sub('target="_self" href="#', str(body))
    return Markup(led)  # noqa: S704 - finished HTML


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

    def bound(found: re.Match[str]) -> str:
        attribute, leads, value = found.groups()
        if not leads:
            value = " ".join([f"{name}-{one}" for one in value.split()])
        elif value.startswith("#"):
            value = f"#{name}-{value[1:]}"
        else:
            value = urljoin(base, value)
        return f'{attribute}"{value}"'

    return Markup(_BOUND.sub(bound, body))  # noqa: S704 - finished HTML
