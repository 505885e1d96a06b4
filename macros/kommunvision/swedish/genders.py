"""What women and men are called: pupils in year 3 are girls and boys to everybody who reads."""

from __future__ import annotations

from collections.abc import Mapping

# Closed, so that every sentence is Swedish; all are plural and have no article.
_WORDS: dict[str, dict[str, str]] = {
    "women_and_men": {"women": "kvinnor", "men": "män"},
    "girls_and_boys": {"women": "flickor", "men": "pojkar"},
    "young_women_and_men": {"women": "tjejer", "men": "killar"},
}

# What the key of an indicator may say.
CHOICES: dict[str, str] = {
    f"{words['women']} och {words['men']}": name for name, words in _WORDS.items()
}


def gender_words(genders: str | None) -> Mapping[str, str]:
    """Return what women and men are called, by attribute; as in the data where nothing is said."""
    return _WORDS[genders or "women_and_men"]


def others() -> Mapping[str, tuple[str, str]]:
    """Return each word that data has no key for: the attribute that it is of, and its choice."""
    told = list(zip(CHOICES, _WORDS.values(), strict=True))[1:]
    return {
        word: (attribute, choice) for choice, words in told for attribute, word in words.items()
    }
