"""The shape of a problem's text: how grave it is, its words, and an example of it.

An example is a mapping of path to text. It states only what it is about. Files that it does not
name come from a tiny made-up kommun (``tests/check/examples.py``): ``kommun.yml``,
``styrmodell.yml`` with the levels ``omrade`` and ``mal``, ``organisation.yml`` with ``kf`` and
``ks``, and ``kallor.yml`` with the source ``budget`` and the decision ``kf-205``. An example
that names one of these files replaces it whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from textwrap import dedent

FOLDER = "data/exempelby"


class Severity(StrEnum):
    """How grave a problem is; the value is the word that a report prints."""

    ERROR = "fel"
    """Publishing would be wrong or broken."""
    WARNING = "varning"
    """Probably a mistake; a declared exception silences it."""
    ADVICE = "råd"
    """A matter of style or good habit."""


@dataclass(frozen=True, slots=True)
class Odd:
    """A file of an example that plain text cannot express."""

    shown: str
    """What the handbook shows in its place."""
    content: bytes = b""
    link_to: str | None = None
    """What it leads to, if it is a symbolic link."""
    copies: int = 1
    """How many such files there are, each with a number in its name."""
    hollow: int = 0
    """How many bytes each is filled up to; they take no room, here or on a disk."""
    absent: bool = False
    """Whether the example is that the file or folder is not there."""


Files = Mapping[str, str | Odd]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemText:
    """Everything that is said about one code."""

    severity: Severity
    title: str
    """A few words, for lists."""
    message: str
    """A sentence with the writer's own words; names in braces are the problem's details."""
    remedy: str
    """One way out, used when the problem brings no suggestion; may name details too."""
    explanation: str
    """What it means and why it matters, for the handbook."""
    bad: Files
    """Files that give exactly this code."""
    good: Files
    """The same files, mended."""


# Used when a problem brings a suggestion.
SUGGESTION = 'Menade du "{suggestion}"?'


def data(text: str, file: str = "mal.yml") -> Files:
    """Return an example of one data file; the text may be indented."""
    return {f"{FOLDER}/{file}": dedent(text).lstrip("\n")}


def page(text: str, file: str = "om.md") -> Files:
    """Return an example of one Markdown page of the made-up kommun."""
    return {f"content/exempelby/{file}": dedent(text).lstrip("\n")}
