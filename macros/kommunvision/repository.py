"""Git is called in one way: it asks nobody, and whoever only reads starts no other program."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

# What the settings of a repository could let git start, or wait for.
_NO_PROGRAMS = (
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "log.showSignature=false"),
)
# Git asks nobody, and speaks English to us whatever it speaks otherwise.
_QUIET = {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
# A reader fetches nothing, also where a clone has left files out to fetch later; it writes nothing,
# and reads what was committed rather than what somebody has put in its place.
_READING = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
}
# Reading the days of a large repository takes seconds.
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Answer:
    """What git answered."""

    well: bool
    """Whether git did what it was asked."""
    content: bytes
    """What it said, byte for byte."""
    complaint: str
    """What it complained of, in English."""

    @property
    def text(self) -> str:
        """What it said; bytes that are no text can be had back with ``surrogateescape``."""
        return self.content.decode("utf-8", errors="surrogateescape")


def read(root: Path, *words: str, given: bytes = b"") -> Answer:
    """Ask git about a repository, without network, hooks or a change to anything.

    Args:
        root: A folder of the repository.
        words: What to ask; what comes from outside must not be taken for an option.
        given: What git reads.

    Raises:
        FileNotFoundError: There is no git.
    """
    try:
        return _run(root, (*_NO_PROGRAMS, *words), given, {**_QUIET, **_READING}, _LONGEST)
    except subprocess.TimeoutExpired:
        return Answer(well=False, content=b"", complaint=f"no answer in {_LONGEST} s")


def checked_out(root: Path) -> str:
    """Return the commit that is checked out; nothing where there is none, or no git."""
    try:
        said = read(root, "rev-parse", "--verify", "--quiet", "HEAD")
    except OSError:
        return ""
    return said.text.strip() if said.well else ""


def write(root: Path, *words: str, given: bytes = b"", environment: Mapping[str, str]) -> Answer:
    """Let git write to a repository, or talk to another, for as long as that takes.

    Hooks run, as whoever keeps the repository has wished.

    Args:
        root: A folder of the repository.
        words: What to do; what comes from outside must not be taken for an option.
        given: What git reads.
        environment: Variables that git reads, beside those of whoever builds.

    Raises:
        FileNotFoundError: There is no git.
    """
    return _run(root, words, given, {**_QUIET, **environment}, None)


def _run(
    root: Path,
    words: tuple[str, ...],
    given: bytes,
    environment: Mapping[str, str],
    longest: float | None,
) -> Answer:
    done = subprocess.run(  # noqa: S603 - no shell, and the words are ours
        ["git", "-C", str(root), *words],  # noqa: S607 - the git of whoever builds
        input=given,
        capture_output=True,
        check=False,
        timeout=longest,
        env={**os.environ, **environment},
    )
    return Answer(done.returncode == 0, done.stdout, done.stderr.decode("utf-8", "replace").strip())
