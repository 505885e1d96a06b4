"""What a kommun's pages are about, in words: its vision and goals, or one of them alone."""

from __future__ import annotations

from kommunvision.model import Kommun
from kommunvision.swedish.labels import LABELS, label


def words_of(kommun: Kommun) -> str:
    """Return what a kommun tells of, as it stands within a sentence."""
    return label(f"subject_{kommun.subject}")


def told(kommun: Kommun | None, key: str, **values: object) -> str:
    """Return the words for a key as they fit a kommun; without one, for kommuner of every kind.

    Words that differ by more than what ``{subject}`` stands for have the subject after their key.
    """
    if kommun is None:
        return label(key, **values)
    fitting = f"{key}_{kommun.subject}"
    return label(
        fitting if fitting in LABELS else key,
        kommun=kommun.formal_name,
        subject=words_of(kommun),
        **values,
    )


def heading_of(kommun: Kommun) -> str:
    """Return what a kommun's pages are called together."""
    return told(kommun, "start_heading")
