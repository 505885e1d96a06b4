"""What is kept of a kommun beside itself: what it tells of itself, and what is wrong with it."""

from __future__ import annotations

import pickle
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kommunvision.check import outline
from kommunvision.kept import fingerprint, light_of
from kommunvision.model import Kommun
from kommunvision.problem import Problem

Found = Sequence[Problem]


@dataclass(frozen=True, slots=True)
class Told:
    """What is at hand of a kommun, or of a kommun as an edition has it, without reading it."""

    source: str
    """Fingerprint of all that it was made from."""
    light: Mapping[str, Any]
    outline: bytes
    """All that the rules about several kommuner look at; packed, for they seldom need to."""
    outlined: str
    """Fingerprint of that, and of who it is."""

    @classmethod
    def by(cls, kommun: Kommun, source: str) -> Told:
        """Ask a kommun."""
        own = outline(kommun)
        who = kommun.slug, kommun.folder, kommun.former_folders, kommun.code, kommun.fictional
        themes = [(one.id, one.name) for one in kommun.themes]
        left_out = sorted(kommun.drafts), sorted(kommun.unread)
        return cls(
            source,
            light_of(kommun),
            pickle.dumps(own),
            fingerprint(who, themes, left_out, own),
        )


@dataclass(slots=True)
class Face:
    """What is kept of a kommun beside itself."""

    told: Told
    abridged: bool
    """Whether readers may be shown less of it than the data says."""
    found: Found
    """What was found while it was read."""
    own: Found
    """What its own rules find in it."""
    shown: Told | None = None
    """What it tells as readers saw it last, if they may be shown less."""
    judged: dict[str, tuple[str, Found]] = field(default_factory=dict)
    """What else has been found in it, with the fingerprint of what else was looked at."""
    ahead: tuple[date, tuple[tuple[date, Problem], ...]] | None = None
    """What is said to have happened after a day, each with its own; later on it is part of this."""
