"""What has been worked out of objects, so that nobody works it out twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Remembered(Generic[Made]):
    """Remembers one kind of thing, as long as whoever owns it.

    An object is known by being the very same: equal ones may stand in different places, and to
    compare all that they hold takes longer than most that is made of them.
    """

    __slots__ = ("_made",)

    def __init__(self) -> None:
        """Know nothing yet."""
        self._made: dict[tuple[object, ...], tuple[object, Made]] = {}

    def of(self, item: object, make: Callable[[], Made], *others: object) -> Made:
        """Return what is made of an object, making it the first time.

        Args:
            item: The object.
            make: Makes it.
            others: What else it depends on, compared by value.
        """
        key = (id(item), *others)
        known = self._made.get(key)
        if known is None:
            # The object is kept as well, or another one might get its number.
            known = self._made[key] = (item, make())
        return known[1]
