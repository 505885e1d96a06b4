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

# The words that data has no key for: the attribute that each is of, and its choice.
OTHERS: dict[str, tuple[str, str]] = {
    word: (attribute, choice)
    for choice, name in CHOICES.items()
    if name != "women_and_men"
    for attribute, word in _WORDS[name].items()
}


def gender_words(genders: str | None) -> Mapping[str, str]:
    """Return what women and men are called, by attribute; as in the data where nothing is said."""
    return _WORDS[genders or "women_and_men"]
