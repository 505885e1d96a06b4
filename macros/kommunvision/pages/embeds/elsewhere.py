"""What changes in finished HTML when it is to stand in a document that is not ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from urllib.parse import urljoin

from markupsafe import Markup

from kommunvision.pages.embeds.embed import TOP

# In our HTML no value of an attribute holds its own quotes or a sign that would end the tag. What
# looks like an attribute in a text is none: no tag ends after it before the next begins.
_IN_TAG = r"(?=[^<>]*>)"
_OWN_PLACE = re.compile(rf'href="#{_IN_TAG}')
_BOUND = re.compile(
    rf'(\s(?:(href|src)|id|for|aria-labelledby|aria-describedby)=)"((?:\.\./)*)([^"<>]*)"{_IN_TAG}'
)
_HEADING = re.compile(r"(</?h)([1-6])(?=[\s>])")
_DEEPEST = 6
_STEP_UP = "../"
# As in ``https://exempel.example/``, which nothing leads above.
_SLASHES_OF_A_ROOT = 3


def within_frame(body: str) -> Markup:
    """Let links to another place in an embed stay in its frame; all others leave it."""
    # Finished HTML would escape what is put into it.
    led = _OWN_PLACE.sub('target="_self" href="#', str(body))
    return Markup(led)  # noqa: S704 - finished HTML


def at_levels(body: str, levels: Iterable[int]) -> Iterator[str]:
    """Yield HTML once for each level that its highest heading shall have."""
    # What stands before a heading's tag, how the tag begins, and its level, over and over.
    parts = _HEADING.split(str(body))
    found = parts[2::3]
    for level in levels:
        parts[2::3] = [_lowered(one, level - TOP) for one in found]
        yield "".join(parts)


@cache
def _lowered(level: str, down: int) -> str:
    return str(min(int(level) + down, _DEEPEST))


def standing_alone(body: str, base: str, name: str) -> Markup:
    """Return HTML that leads and belongs right on any page.

    Args:
        body: Finished HTML.
        base: The whole address that its links are written from.
        name: Begins every id in it, so that several can stand on one page.
    """

    def bound(found: re.Match[str]) -> str:
        attribute, leads, upward, value = found.groups()
        if not leads:
            value = " ".join([f"{name}-{one}" for one in f"{upward}{value}".split()])
        elif upward:
            value = _led_up(base, len(upward) // len(_STEP_UP), value)
        elif value.startswith("#"):
            value = f"#{name}-{value[1:]}"
        else:
            value = urljoin(base, value)
        return f'{attribute}"{value}"'

    return Markup(_BOUND.sub(bound, body))  # noqa: S704 - finished HTML


def _led_up(base: str, steps: int, link: str) -> str:
    """Return the whole address of what is so many steps up from a folder, and then down a link.

    All steps but one are taken at once: below them embeds differ, and above they ask for the same.
    """
    if steps > base.count("/") - _SLASHES_OF_A_ROOT:
        return urljoin(base, f"{_STEP_UP * steps}{link}")
    return _joined(f"{base.rsplit('/', steps)[0]}/", f"{_STEP_UP}{link}")


@lru_cache(maxsize=5_000)
def _joined(base: str, link: str) -> str:
    return urljoin(base, link)
