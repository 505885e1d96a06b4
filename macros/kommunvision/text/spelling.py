"""Spelling by Hunspell and its Swedish dictionary, which are an extra of the package."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import cache, lru_cache
from importlib import metadata
from pathlib import Path

_PACKAGE = "hunspell-sv"
_NAME = "sv_SE"
_MOST_SUGGESTIONS = 3
_LEAST_ALIKE = 0.75
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
        """Return words that may have been meant, the likeliest first."""
        found = [one for one in self._hunspell.suggest(word) if _alike(word, one)]
        return tuple(found[:_MOST_SUGGESTIONS])


def _alike(word: str, other: str) -> bool:
    """Tell whether a slip of the pen could make one word of another."""
    return SequenceMatcher(None, word.lower(), other.lower()).ratio() >= _LEAST_ALIKE


@cache
def dictionary() -> Dictionary:
    """Return the dictionary, read once."""
    return Dictionary()
