"""Plain Swedish: how hard texts are to read, and hints on their words. Never a gate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kommunvision.check.plain.known import known_to
from kommunvision.check.plain.rules import Measure, hints, phrases
from kommunvision.check.plain.texts import Text, in_data, in_page
from kommunvision.model import Kommun
from kommunvision.problem import Problem
from kommunvision.text.calls import LONGEST_PAGE
from kommunvision.text.decode import decode
from kommunvision.text.fault import Fault
from kommunvision.text.reading import lines_under
from kommunvision.text.spelling import dictionary

__all__ = ["Judged", "Text", "judge", "judge_pages"]


@dataclass(frozen=True, slots=True)
class Judged:
    """A text with the hints that it gets."""

    slug: str
    """Folder of its kommun; empty for the pages that all share."""
    text: Text
    hints: tuple[Problem, ...]


def judge(
    root: Path,
    folder: str,
    kommuner: Iterable[Kommun],
    chosen: frozenset[str] | None = None,
    pages: Iterable[str] = (),
) -> tuple[Judged, ...]:
    """Judge the texts of kommuner, and those of the pages that they share.

    Args:
        root: Root of the site's repository.
        folder: Folder of the Markdown pages, relative to the root.
        kommuner: The kommuner of the site.
        chosen: Folders of those to judge; all, and the shared pages, when none are given.
        pages: Paths of the Markdown pages that are shown, relative to the root.

    Raises:
        NoDictionaryError: The dictionary is not installed.
    """
    together = tuple(kommuner)
    read_line = lines_under(root)
    shown = _pages(root, pages)
    by_slug = {one.slug: one for one in together}
    found: list[Judged] = []
    for kommun in together:
        if chosen is not None and kommun.slug not in chosen:
            continue
        own = [name for name in shown if _home(name, folder, by_slug) == kommun.slug]
        texts = [*in_data(kommun, read_line), *(one for name in own for one in shown[name])]
        found += _judged(kommun.slug, [kommun], texts)
    if "" not in by_slug and chosen is None:
        shared = [name for name in shown if not _home(name, folder, by_slug)]
        found += _judged("", together, [one for name in shared for one in shown[name]])
    return tuple(found)


def judge_pages(pages: Iterable[tuple[str, str]]) -> tuple[Judged, ...]:
    """Judge Markdown pages that belong to no kommun, given as pairs of path and text."""
    return tuple(_judged("", [], [one for path, text in pages for one in in_page(text, path)]))


def _judged(slug: str, kommuner: Iterable[Kommun], texts: list[Text]) -> Iterator[Judged]:
    together = tuple(kommuner)
    plain = [one.plain for one in together]
    measure = Measure(known_to(together, texts), phrases(plain), dictionary())
    for text in texts:
        yield Judged(slug, text, tuple(hints(text, measure)))


def _home(name: str, folder: str, kommuner: Iterable[str]) -> str:
    """Return the folder of the kommun that a page belongs to; empty where there is none."""
    first, slash, _ = name.removeprefix(f"{folder}/").partition("/")
    return first if slash and first in kommuner else ""


def _pages(root: Path, names: Iterable[str]) -> dict[str, tuple[Text, ...]]:
    """Return the texts of pages, by path."""
    found = {}
    for name in names:
        try:
            raw = (root / name).read_bytes()
        except OSError:
            continue
        # What cannot be read is told of as such.
        text = decode(raw) if len(raw) <= LONGEST_PAGE else ""
        found[name] = () if isinstance(text, Fault) else tuple(in_page(text, name))
    return found
