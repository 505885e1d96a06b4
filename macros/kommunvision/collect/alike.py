"""A figure is written as those beside it: its signs, its thousands, its quotation marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from kommunvision.export.yaml_text import Quoted, Tree
from kommunvision.load.numbers import NUMBER, NotABound, NotANumber, value
from kommunvision.model import Bound

_THOUSAND = 3
# A bound has its number last.
_NUMBER = re.compile(f"{NUMBER.pattern}$")
_SPACE = re.compile(r"\s")
_MINUS = {"-", "\N{MINUS SIGN}", "\N{EN DASH}"}


def texts(tree: Tree, keys: Iterable[str]) -> Iterator[str]:
    """Yield every text that stands at one of some keys, from top to bottom."""
    wanted = set(keys)
    if isinstance(tree, dict):
        for key, one in tree.items():
            if isinstance(one, str):
                if key in wanted and one:
                    yield one
            else:
                yield from texts(one, wanted)
    elif isinstance(tree, list):
        for one in tree:
            yield from texts(one, wanted)


def like(text: str, near: Sequence[str], far: Sequence[str]) -> str:
    """Return a value as the others are written; it says the same.

    Args:
        text: The value as the house writes it: ``13500,5``.
        near: The others of its list.
        far: Those of its file, which are asked where those of the list do not tell.
    """
    found = _NUMBER.search(text)
    if found is None or not isinstance(_says(text), Decimal | Bound):
        return marked_like(text, near, far)
    usual = {name: _usual(name, near, far) for name in ("minus", "group", "point")}
    sign = usual["minus"] or found["sign"] if found["sign"] in _MINUS else found["sign"]
    whole = _grouped(found["whole"], usual["group"] or "")
    part = f"{usual['point'] or ','}{found['part']}" if found["part"] else ""
    written = f"{text[: found.start()]}{sign}{whole}{part}"
    return marked_like(written if _says(written) == _says(text) else text, near, far)


def marked_like(text: str, near: Sequence[str], far: Sequence[str]) -> str:
    """Return a text in the quotation marks that the others of its kind stand in."""
    for others in (near, far):
        kin = [one for one in others if _kind(one) == _kind(text)]
        # Who puts whole numbers in marks puts every number in them.
        kin = kin or [one for one in others if "," in text and _kind(one) == _kind("1")]
        if kin:
            mark = _most([one.mark if isinstance(one, Quoted) else "" for one in kin])
            return Quoted(text, mark) if mark else text
    return text


def _kind(text: str) -> str:
    """Return what decides whether a text needs marks."""
    found = _NUMBER.fullmatch(text)
    return "words" if found is None else "comma" if "," in text else "number"


def _usual(name: str, near: Iterable[str], far: Iterable[str]) -> str | None:
    """Return how most others are written in one way; none where nothing tells."""
    for others in (near, far):
        ways = [_ways(number) for one in others if (number := _NUMBER.search(one))]
        if told := [one[name] for one in ways if name in one]:
            return _most(told)
    return None


def _ways(number: re.Match[str]) -> dict[str, str]:
    """Return how a number is written, as far as it tells."""
    found = {}
    if number["sign"] in _MINUS:
        found["minus"] = number["sign"]
    if number["part"]:
        found["point"] = number.string[number.start("part") - 1]
    space = _SPACE.search(number["whole"])
    if space or len(number["whole"]) > _THOUSAND:
        found["group"] = space[0] if space else ""
    return found


def _most(found: Sequence[str]) -> str:
    """Return what most are; of several the one that stands last."""
    count, last = Counter(found), {one: place for place, one in enumerate(found)}
    return max(count, key=lambda one: (count[one], last[one]))


def _grouped(digits: str, sign: str) -> str:
    return f"{int(digits):,}".replace(",", sign) if sign else digits


def _says(text: str) -> object:
    try:
        return value(text)
    except (NotANumber, NotABound):
        return None
