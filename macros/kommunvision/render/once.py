"""What is worked out once of an object, and asked for by page after page of its kommun."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar, TypeVarTuple

from kommunvision.chain import GoalSystem
from kommunvision.model import Item
from kommunvision.progress import Figures
from kommunvision.remembered import Remembered

_Home = TypeVar("_Home", GoalSystem, Figures)
_Of = TypeVar("_Of", bound=Item)
_Others = TypeVarTuple("_Others")
_Made = TypeVar("_Made")

# One kommun is made after another, and now and then one is shown beside it.
_KOMMUNER = 2


def once(
    make: Callable[[_Home, _Of, *_Others], _Made],
) -> Callable[[_Home, _Of, *_Others], _Made]:
    """Return a function that makes something of a kommun's object, the first time it is asked.

    It is given what tells of the kommun, the object, and whatever else the result depends on.
    What was made for earlier kommuner is not kept.
    """

    @lru_cache(maxsize=_KOMMUNER)
    def known(_: GoalSystem | Figures) -> Remembered[_Made]:
        return Remembered()

    def made(home: _Home, item: _Of, *others: *_Others) -> _Made:
        return known(home).of(item, lambda: make(home, item, *others), *others)

    return made
