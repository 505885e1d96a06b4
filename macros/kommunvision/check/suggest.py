"""What a writer probably meant by an id that does not exist."""

from __future__ import annotations

from collections.abc import Iterable

from kommunvision.model import Item
from kommunvision.text.guess import nearest

# Comparing words is slow, and nobody reads more suggestions than so many comparisons can give in
# data of an ordinary size.
_MOST = 20_000


def item_id(word: str, items: Iterable[Item]) -> str | None:
    """Return the id that was meant: by a former id, a name or short form, or a similar id."""
    aliases: dict[str, str] = {}
    for item in items:
        names = (getattr(item, name, None) for name in ("short", "name", "title", "plural"))
        for alias in (item.id, *item.former_ids, *names):
            if alias:
                aliases.setdefault(alias.casefold(), item.id)
    return aliases.get(word.casefold()) or nearest(word, dict.fromkeys(aliases.values()))


class Guesses:
    """Gives suggestions to one rule, until they are more than a person would follow."""

    def __init__(self) -> None:
        self._left = _MOST

    def nearest(self, word: str, vocabulary: Iterable[str]) -> str | None:
        """Return what the function of this name returns, as long as there are guesses left."""
        words = list(vocabulary)
        return nearest(word, words) if self._may_compare(len(words)) else None

    def item_id(self, word: str, items: Iterable[Item]) -> str | None:
        """Return what the function of this name returns, as long as there are guesses left."""
        known = list(items)
        return item_id(word, known) if self._may_compare(len(known)) else None

    def _may_compare(self, number: int) -> bool:
        left, self._left = self._left, self._left - number
        return left > 0
