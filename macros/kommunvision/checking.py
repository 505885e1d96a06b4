"""The first stages: a site is read, and its rules are asked; nothing is made."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kommunvision.address import names_of_today
from kommunvision.check import Kept, Ledger, check_site
from kommunvision.check.content import KeptPages, check_content
from kommunvision.check.edited import edited_pages
from kommunvision.check.gone import Cut, Emptied
from kommunvision.check.unread import without_consequences
from kommunvision.edition import Edition
from kommunvision.folders import CONTENT, DATA, kommun_of
from kommunvision.load import load_site, read_ledger
from kommunvision.load.cut import cut_files
from kommunvision.load.emptied import emptied_files
from kommunvision.load.pictures import measured
from kommunvision.model import Kommun, WithdrawnPage
from kommunvision.outcome import Outcome
from kommunvision.problem import Problem, Problems
from kommunvision.publication import edited
from kommunvision.shelved import Keeper
from kommunvision.swedish.problems import PROBLEMS, Severity
from kommunvision.text.reading import lines_under
from kommunvision.text.selection import Selection, selection_of
from kommunvision.written import written_pages

if TYPE_CHECKING:
    from kommunvision.check.plain import Judged

# Codes below this one are of files and values that cannot be read.
_ABOVE_READING = "KV2"


def check(  # noqa: PLR0913 - each is a choice of whoever looks
    root: Path,
    *,
    only: Iterable[str] | None = None,
    strict: bool = False,
    plain: bool = False,
    edition: Edition = Edition(),  # noqa: B008 - it is frozen
    keeper: Keeper | None = None,
    selection: Selection | None = None,
) -> Outcome:
    """Read and check a site without making anything.

    Args:
        root: Root of the site's repository, with the folders ``data`` and ``content``.
        only: Slugs of the kommuner to look at; all when none is given.
        strict: Whether warnings stop publishing, as errors do.
        edition: For whom, and for which day.
        plain: Whether there are to be hints on plain language too; they stop nothing.
        keeper: Has what an earlier run has found; without one everything is found anew.
        selection: Which files of the content are published; as the settings say if not given.

    Raises:
        NoDictionaryError: There are to be hints, and no dictionary is installed.
    """
    if keeper:
        keeper.day = edition.day
    selected = selection_of(root) if selection is None else selection
    loaded = load_site(root, drafts=edition.drafts, read=keeper.read if keeper else None)
    known = loaded.kommuner
    if keeper is None:
        known = tuple(measured(kommun, root, CONTENT) for kommun in known)
    published, faults = read_ledger(root)
    written = tuple(edited_pages(root, CONTENT, selected))
    pages = written_pages(written, edition)
    # What is shown on another day is right already.
    left_out = [page.origin.path for page in pages.left_out if page.draft]
    gone = loaded.withdrawn
    chosen = None if only is None else frozenset(only)
    drafts = frozenset(left_out)
    finished = [page.origin.path for page in written if page.origin.path not in drafts]
    texts = _judged(root, known, chosen, finished) if plain else ()
    hints = (hint for one in texts for hint in one.hints)
    content = check_content(
        root,
        CONTENT,
        known,
        left_out,
        keeper or KeptPages(),
        edited=written,
        selection=selected,
    )
    before = [*loaded.problems, *faults, *content, *hints]
    shown = shown_of(known, edition, keeper)
    ledger = Ledger(published, shown, pages.published(), pages.left_out, gone)
    judged = check_site(known, before, lines_under(root), ledger, keeper or Kept(), day=edition.day)
    alone = any(not kommun.slug for kommun in known)
    told = without_consequences(
        judged, loaded.unread, partial(_emptied, root), partial(_cut, root), alone=alone
    )
    everything = Problems(told).ordered()
    # References lead from kommun to kommun, so all are read, whichever are asked for.
    found = tuple(one for one in everything if chosen is None or _is_about(one, chosen))
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    if keeper:
        keeper.keep()
    return Outcome(
        problems=found,
        stopped=any(PROBLEMS[one.code].severity in grave for one in found),
        kommuner=tuple(one for one in known if chosen is None or one.slug in chosen),
        sound=_sound(known, everything),
        edited=pages.shown,
        left_out=tuple(page.origin.path for page in pages.left_out),
        ended=pages.ended,
        published=published_under(published, known),
        withdrawn=(*gone, *pages.of_none(known)),
        texts=texts,
        whole=chosen is None,
    )


def _emptied(root: Path) -> list[Emptied]:
    return [Emptied(*one) for one in emptied_files(root)]


def _cut(root: Path, folder: str, missed: Collection[str]) -> list[Cut]:
    return [Cut(*one) for one in cut_files(root, folder, missed)]


def _judged(
    root: Path, kommuner: tuple[Kommun, ...], chosen: frozenset[str] | None, pages: list[str]
) -> tuple[Judged, ...]:
    """Return how plain the texts of kommuner are."""
    from kommunvision.check.plain import judge  # noqa: PLC0415 - brings a dictionary, seldom asked for

    return judge(root, CONTENT, kommuner, chosen, pages)


def shown_of(
    kommuner: Iterable[Kommun],
    edition: Edition,
    keeper: Keeper | None,
    ended: tuple[WithdrawnPage, ...] = (),
) -> tuple[Kommun, ...]:
    """Return kommuner as an edition has them."""
    if keeper:
        return tuple(keeper.shown(kommun, edition, ended) for kommun in kommuner)
    return tuple(edited(kommun, edition, ended) for kommun in kommuner)


def _is_about(found: Problem, chosen: Collection[str]) -> bool:
    """Whether a problem is one of some kommuner, or of a data file that they all share."""
    if slug := kommun_of(found.origin.path):
        return slug in chosen
    # What cannot be read there is missing in theirs. What the ledger promises is each one's own.
    return found.origin.path.startswith(f"{DATA}/") and found.code < _ABOVE_READING


def _sound(kommuner: Iterable[Kommun], problems: Iterable[Problem]) -> tuple[Kommun, ...]:
    """Return the kommuner without errors: the only ones that can be resolved."""
    errors = (one for one in problems if PROBLEMS[one.code].severity is Severity.ERROR)
    broken = {kommun_of(one.origin.path) for one in errors}
    return tuple(kommun for kommun in kommuner if not kommun.slug or kommun.slug not in broken)


def published_under(ledger: Iterable[str], kommuner: Iterable[Kommun]) -> frozenset[str]:
    """Return the addresses of a ledger by the names that folders have now, and all above them."""
    return pages_above(map(names_of_today(kommuner), ledger))


def pages_above(addresses: Iterable[str]) -> frozenset[str]:
    """Return addresses without places on pages, and all folders that they stand in."""
    found: set[str] = set()
    for url in addresses:
        above = url.partition("#")[0]
        # Of a folder that has been met, those that it stands in have been met too.
        while above and above not in found:
            found.add(above)
            above = above[: above.rfind("/", 0, -1) + 1]
    return frozenset(found)
