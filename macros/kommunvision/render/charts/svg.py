"""Small pieces of SVG as finished HTML: elements, coordinates with one decimal, text in rows.

Colours come from the stylesheet, through classes. Beside them stand attributes that say the same
in black, since some programs that print a page hand its drawings on without the stylesheet.
"""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from markupsafe import Markup

from kommunvision.render.escaping import escaped

# The size of the letters, and the distance between two rows.
_SIZE = 13
ROW = 15

# How many signs there is room for is counted with this width.
SIGN = 8.3

# Nothing is measured at build. These are parts of the size in the widest of common fonts.
_NARROW, _USUAL, _DIGIT, _UPPER, _BROAD = 0.41, 0.615, 0.64, 0.74, 1.0
_NARROW_SIGNS = frozenset("fijlrtI.,:;'|()!-– \N{NO-BREAK SPACE}")
_BROAD_SIGNS = frozenset("mwMW%@…−")
_BOLD = 1.12

_LOOKS: dict[str, dict[str, object]] = {
    "kv-grid": {"stroke": "#999", "stroke-width": 1},
    "kv-leader": {"stroke": "#999", "stroke-width": 1, "stroke-dasharray": "1 3", "fill": "none"},
    "kv-zero": {"stroke": "currentColor", "stroke-width": 1.5},
    "kv-break": {"stroke": "currentColor", "stroke-width": 1.5, "stroke-dasharray": "3 3"},
    "kv-target": {"stroke": "currentColor", "stroke-width": 2, "fill": "none"},
    "kv-band": {"stroke": "none", "fill": "#eee"},
    "kv-baseline": {"stroke": "currentColor", "stroke-width": 1.5, "stroke-dasharray": "1 4"},
    "kv-main": {"stroke": "currentColor", "stroke-width": 3, "fill": "none"},
    "kv-women": {
        "stroke": "currentColor",
        "stroke-width": 2,
        "fill": "none",
        "stroke-dasharray": "9 3",
    },
    "kv-men": {
        "stroke": "currentColor",
        "stroke-width": 2,
        "fill": "none",
        "stroke-dasharray": "4 2 1 2",
    },
    "kv-part": {"stroke": "currentColor", "stroke-width": 2, "fill": "none"},
    "kv-definition": {
        "stroke": "currentColor",
        "stroke-width": 2,
        "fill": "none",
        "stroke-dasharray": "12 3 2 3",
    },
    "kv-group": {"stroke": "currentColor", "stroke-width": 1.5, "fill": "none"},
    "kv-forecast": {"stroke-dasharray": "2 4"},
    "kv-full": {"fill": "currentColor", "stroke-dasharray": "none"},
    "kv-hollow": {"fill": "#fff", "stroke-dasharray": "none"},
    "kv-expected": {"fill": "#fff", "stroke-dasharray": "3 3"},
    "kv-columns": {"stroke": "currentColor", "stroke-width": 2},
    "kv-other": {"fill": "#eee"},
    "kv-share-good": {"stroke": "currentColor", "stroke-width": 2},
    **{
        f"kv-share-{tone}": {"stroke": "currentColor", "stroke-width": 2, "fill": "none"}
        for tone in ("partly", "bad", "neutral")
    },
    "kv-strong": {"font-weight": 600},
}


def coordinate(value: float) -> str:
    """Write a coordinate with at most one decimal, and zero without a sign."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def element(tag: str, *content: Markup | str, look: str = "", **attributes: object) -> Markup:
    """Return an element; text in it and in its attributes is escaped.

    Args:
        tag: Its name.
        content: What stands in it.
        look: Its class, which brings attributes of its own.
        attributes: Others, by name, with ``_`` for a dash.
    """
    # Plain text is put together, since a drawing has hundreds of these; every value is escaped.
    written = _written(attributes)
    if look:
        written = _looking(look) + written
    if not content:
        return Markup(f"<{tag}{written}/>")  # noqa: S704 - names are ours
    inside = "".join(map(escaped, content))
    return Markup(f"<{tag}{written}>{inside}</{tag}>")  # noqa: S704 - as above


@lru_cache(maxsize=100)
def _looking(look: str) -> str:
    return _written({"class": look, **_LOOKS.get(look, {})})


def _written(attributes: Mapping[str, object]) -> str:
    return "".join(
        [f' {name.replace("_", "-")}="{escaped(value)}"' for name, value in attributes.items()]
    )


def group(look: str, content: Iterable[Markup]) -> Markup:
    """Return what shares one look, or nothing if there is none of it."""
    parts = list(content)
    return element("g", *parts, look=look) if parts else Markup("")


def path(points: Sequence[tuple[float, float]]) -> Markup:
    """Return straight lines from point to point."""
    steps = " ".join([f"{coordinate(x)} {coordinate(y)}" for x, y in points])
    return Markup(f'<path d="M{steps}"/>')  # noqa: S704 - numbers alone


def text(
    x: float, y: float, rows: str | Sequence[str], *, anchor: str = "start", look: str = ""
) -> Markup:
    """Return a text in one row or several; ``y`` is the base line of the first."""
    lines = [rows] if isinstance(rows, str) else rows
    # Most of what a drawing consists of is this and paths, so these are written as they are.
    begun = f'<text{_looking(look) if look else ""} x="{coordinate(x)}" y="{coordinate(y)}"'
    if anchor != "start":
        begun += f' text-anchor="{anchor}"'
    if len(lines) == 1:
        return Markup(f"{begun}>{escaped(lines[0])}</text>")  # noqa: S704 - its words are escaped
    # The blank between two rows is for those who copy or search the text.
    spans = []
    for number, line in enumerate(lines):
        step: dict[str, object] = {"x": coordinate(x), **({"dy": ROW} if number else {})}
        words = f"{line} " if number < len(lines) - 1 else line
        spans.append(element("tspan", words, look="", **step))
    return Markup(f"{begun}>{''.join(spans)}</text>")  # noqa: S704 - elements


def wrapped(words: str, most: int, most_rows: int = 4) -> list[str]:
    """Break a text into rows of at most so many signs, but never a number."""
    numbers = [word for word in words.split(" ") if any(sign.isdigit() for sign in word)]
    room = max([most, *map(len, numbers)])
    rows = textwrap.wrap(words, room)
    if len(rows) <= most_rows:
        return rows
    # The end tells the latest value, so it is the middle of a long name that goes.
    tail = words.rpartition(" ")[2] if numbers and words.endswith(numbers[-1]) else ""
    head = words.removesuffix(tail).rstrip()
    kept = most_rows - 1 if tail else most_rows
    return [
        *textwrap.wrap(head, room, max_lines=kept, placeholder=" …"),
        *([tail] if tail else []),
    ]


def width_of(words: str, *, bold: bool = False) -> int:
    """Return how wide a text is at most, in the fonts that people have."""
    size = _SIZE * (_BOLD if bold else 1)
    return math.ceil(size * sum(map(_part_of_size, words)))


def _part_of_size(sign: str) -> float:
    if sign in _NARROW_SIGNS:
        return _NARROW
    if sign in _BROAD_SIGNS:
        return _BROAD
    if sign.isdigit():
        return _DIGIT
    return _UPPER if sign.isupper() else _USUAL


def drawing(width: float, height: float, look: str, content: Iterable[Markup]) -> Markup:
    """Return a whole drawing, for the eye alone.

    It is hidden from screen readers: the caption, the sentences and the table beside it say in
    good order what its texts would say as loose numbers, and as an image with a name it would
    only say the caption twice.
    """
    wide, high = coordinate(width), coordinate(height)
    return element(
        "svg", *content, look=look, aria_hidden="true", focusable="false",
        data_search_exclude="", width=wide, height=high, viewBox=f"0 0 {wide} {high}",
        font_size=_SIZE, fill="currentColor",
    )  # fmt: skip
