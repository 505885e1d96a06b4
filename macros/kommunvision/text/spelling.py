"""Spelling by Hunspell and its Swedish dictionary, which are an extra of the package."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from kommunvision.swedish.plain.right import LETTERS

_PACKAGE = "hunspell-sv"
_NAME = "sv_SE"
_MOST_SUGGESTIONS = 3
_LONGEST_MENDED = 40
# Hunspell knows no word that is longer, and takes long to see it.
_LONGEST = 60


class NoDictionaryError(Exception):
    """Hunspell or its dictionary is not installed."""


class Dictionary:
    """The Swedish dictionary; what it has been asked it remembers."""

    def __init__(self) -> None:
        """Read the dictionary.

        Raises:
            NoDictionaryError: It is not installed.
        """
        # Only who asks for a dictionary waits for this.
        from importlib import metadata  # noqa: PLC0415

        try:
            import hunspell  # type: ignore[import-untyped] # noqa: PLC0415 - an extra without types

            files = metadata.files(_PACKAGE) or []
        except (ImportError, metadata.PackageNotFoundError) as error:
            raise NoDictionaryError(str(error)) from error
        found = [file for file in files if file.name == f"{_NAME}.dic"]
        if not found:
            raise NoDictionaryError(_PACKAGE)
        folder = Path(str(found[0].locate())).resolve().parent
        self._hunspell = hunspell.Hunspell(
            _NAME, hunspell_data_dir=str(folder), system_encoding="UTF-8"
        )
        self._knows = lru_cache(maxsize=100_000)(self._look_up)

    def knows(self, word: str) -> bool:
        """Tell whether a word, or a compound, is spelt as the dictionary has it."""
        return len(word) > _LONGEST or self._knows(word)

    def _look_up(self, word: str) -> bool:
        return bool(self._hunspell.spell(word))

    def near(self, word: str) -> tuple[str, ...]:
        """Return words that a slip of the pen would make this of, the likeliest first.

        Hunspell has suggestions too, but takes a second for each word and gives no compounds.
        """
        if len(word) > _LONGEST_MENDED:
            return ()
        small = word.lower()
        mended = dict.fromkeys(one for one in _mended(small) if one != small and self.knows(one))
        capital = word[:1].isupper()
        return tuple(one.capitalize() if capital else one for one in mended)[:_MOST_SUGGESTIONS]


def _mended(word: str) -> Iterator[str]:
    """Yield words that differ in one place: letters doubled, turned round, left out, put in."""
    places = range(len(word))
    for place in places:
        yield word[:place] + word[place] + word[place:]
    for place in places:
        yield word[:place] + word[place + 1 :]
    for place in places[1:]:
        yield word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :]
    for place in range(len(word) + 1):
        yield from (word[:place] + letter + word[place:] for letter in LETTERS)
    for place in places:
        yield from (word[:place] + letter + word[place + 1 :] for letter in LETTERS)


@cache
def dictionary() -> Dictionary:
    """Return the dictionary, read once."""
    return Dictionary()
