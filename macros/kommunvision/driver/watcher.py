"""Whoever wants to follow a build is told of it here, and has no say in what it comes to.

There is no clock in a build: whoever takes the time does so when told that something begins or
ends.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum, auto


class Why(Enum):
    """Why a kommun is built again, the widest cause first."""

    NEW = auto()
    """Nothing is known of an earlier build, or nothing shall be."""
    PROGRAMS = auto()
    """The engine, or a package that it asks for, is another."""
    SHARED = auto()
    """What all kommuner are built from is another: the settings, shared files, other addresses."""
    OWN = auto()
    """Files of its own have changed."""
    OTHERS = auto()
    """What other kommuner answered is not what they would answer now."""
    TOUCHED = auto()
    """Somebody has changed its files in the published site."""


@dataclass(frozen=True, slots=True)
class Again:
    """A kommun that is to be built."""

    name: str
    why: Why


class Watcher:
    """Is told how a build goes on; this one takes no notice, others are made from it."""

    def stage(self, name: str) -> None:
        """Hear that a stage begins, and that the one before has ended.

        They are ``waiting``, if another build for the same place has to end first, ``checking``,
        ``building``, ``joining``, ``compressing``, ``publishing`` and ``remembering``.
        """

    def looked(self, kept: Collection[str], again: Mapping[str, Again]) -> None:
        """Hear the names of the kommuner that stay, and which are built, by their slugs.

        Heard anew when it turns out that further ones are to be built.
        """

    def shared_out(self, weights: Mapping[str, int], workers: int) -> None:
        """Hear how much work there is in each of some kommuner, and how many processes share it."""

    def began(self, slug: str) -> None:
        """Hear that work on a kommun begins."""

    def ended(self, slug: str) -> None:
        """Hear that a kommun is finished."""


NOBODY = Watcher()
