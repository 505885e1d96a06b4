"""How many have each status, as one bar in parts; the list below the bar names every part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from kommunvision.render.charts import shapes, svg

_TOP, _THICK = 26, 28
_GAP = 3
_MARK = 16


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the whole."""

    number: int
    shape: str
    tone: str
    """``good``, ``partly``, ``bad`` or ``neutral``; each has a pattern of its own."""


def draw(shares: Iterable[Share], width: int) -> Markup:
    """Return the bar in a given width; nothing if there is nothing to count."""
    return _drawn(tuple(share for share in shares if share.number > 0), width)


# What has been judged at an occasion is shown on several pages, and in what others embed.
@lru_cache(maxsize=200)
def _drawn(present: tuple[Share, ...], width: int) -> Markup:
    whole = sum(share.number for share in present)
    if not whole:
        return Markup("")
    room = width - _GAP * (len(present) - 1)
    parts: list[Markup] = []
    start, counted = 0.0, 0
    for index, share in enumerate(present):
        counted += share.number
        end = room * counted / whole + _GAP * index
        parts += _part(share, start, end - start)
        start = end + _GAP
    return svg.drawing(width, _TOP + _THICK, "kv-plot", parts)


def _part(share: Share, left: float, wide: float) -> Iterator[Markup]:
    """Yield a part of the bar, with its number above it where there is room."""
    number = str(share.number)
    middle, words = left + wide / 2, svg.width_of(number, bold=True)
    if wide >= words + _MARK + 6:
        mark = shapes.drawn(share.shape, _MARK, x=middle - (words + _MARK + 4) / 2, y=3)
        yield svg.element("g", mark, look=f"kv-tone-{share.tone}")
        middle += (_MARK + 4) / 2
    if wide >= words:
        yield svg.text(middle, 16, number, anchor="middle", look="kv-strong")
    # A line of two pixels lies within the part.
    box = svg.element(
        "rect", x=svg.coordinate(left + 1), y=_TOP + 1,
        width=svg.coordinate(max(wide - 2, 1)), height=_THICK - 2,
    )  # fmt: skip
    yield svg.element("g", box, *_pattern(share.tone, left, wide), look=f"kv-share-{share.tone}")


def _pattern(tone: str, left: float, wide: float) -> Iterator[Markup]:
    """Yield what fills a part: nothing to add, upright lines, or lying ones."""
    if tone == "partly":
        count = int((wide - 4) / 6)
        xs = [left + wide / 2 + 6 * (index - (count - 1) / 2) for index in range(count)]
        steps = "".join(f"M{svg.coordinate(x)} {_TOP}v{_THICK}" for x in xs)
    elif tone == "bad":
        x, along = svg.coordinate(left + 1), svg.coordinate(max(wide - 2, 1))
        steps = "".join(f"M{x} {_TOP + 7 * index}h{along}" for index in (1, 2, 3))
    else:
        return
    if steps:
        yield svg.element("path", d=steps)
