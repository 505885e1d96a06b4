"""What a kommun's pages are about, in words: its vision and goals, or one of them alone."""

from __future__ import annotations

from typing import Literal

from kommunvision.model import Kommun, LevelKind
from kommunvision.swedish.labels import LABELS, label

Subject = Literal["both", "goals", "vision"]


def subject_of(kommun: Kommun) -> Subject:
    """Return what a kommun tells of.

    Whoever steers without visions, and says so by having no level for them, misses none; and a
    kommun that has a vision and no level below it has decided on nothing more.
    """
    awaited = {level.kind for level in kommun.levels}
    if not kommun.visions and LevelKind.VISIONS not in awaited:
        return "goals"
    if kommun.goals or LevelKind.NODES in awaited or not kommun.visions:
        return "both"
    return "vision"


def words_of(kommun: Kommun) -> str:
    """Return what a kommun tells of, as it stands within a sentence."""
    return label(f"subject_{subject_of(kommun)}")


def told(kommun: Kommun | None, key: str, **values: object) -> str:
    """Return the words for a key as they fit a kommun; without one, for kommuner of every kind.

    Words that differ by more than what ``{subject}`` stands for have the subject after their key.
    """
    if kommun is None:
        return label(key, **values)
    fitting = f"{key}_{subject_of(kommun)}"
    return label(
        fitting if fitting in LABELS else key,
        kommun=kommun.formal_name,
        subject=words_of(kommun),
        **values,
    )


def heading_of(kommun: Kommun) -> str:
    """Return what a kommun's pages are called together."""
    return told(kommun, "start_heading")
