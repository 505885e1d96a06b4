"""Words for girls and boys where data has the keys for women and men."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kommunvision.swedish.genders import gender_words
from kommunvision.swedish.keys import GENDERS

_KEYS = {attribute: key for key, attribute in GENDERS.items()}


def with_keys(indicator: dict[str, Any]) -> dict[str, Any]:
    """Return an indicator's attributes with targets for those that data has keys for.

    A target may be for whom its indicator calls girls; everything after the reading knows them by
    the one word that their values stand under. A word that is the name of a part means that part.
    """
    if indicator.get("genders") is None:
        return indicator
    words = gender_words(indicator["genders"])
    parts = {part.name for one in indicator.get("values", ()) for part in one.parts}
    keys = {word: _KEYS[attribute] for attribute, word in words.items() if word not in parts}
    targets = tuple(
        replace(one, whom=tuple(keys.get(name, name) for name in one.whom))
        for one in indicator.get("targets", ())
    )
    return {**indicator, "targets": targets}
