"""Editors' Markdown pages: their files, their front matter, what they hold, their macro calls."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from kommunvision.artifact import page_address
from kommunvision.check import (
    content_files,
    content_macros,
    content_markup,
    documents,
    page_days,
)
from kommunvision.check.content_names import Names, timed_pages
from kommunvision.check.edited import EditedPage
from kommunvision.check.page_days import Days
from kommunvision.check.pictures import pictures
from kommunvision.check.suggest import Guesses
from kommunvision.kept import fingerprint
from kommunvision.model import Kommun
from kommunvision.origin import Origin
from kommunvision.problem import Problem, problem
from kommunvision.swedish.format import number
from kommunvision.swedish.front_matter import ACCEPTED, FRONT_MATTER, KEYS
from kommunvision.swedish.problems import PROBLEMS, Severity
from kommunvision.text.calls import LONGEST_PAGE, parse
from kommunvision.text.decode import UNSEEN, decode
from kommunvision.text.doubled import doubled
from kommunvision.text.fault import Fault
from kommunvision.text.front import Front, read_front
from kommunvision.text.markdown_page import MarkdownPage
from kommunvision.text.reading import fault_of
from kommunvision.text.selection import NOTHING_SAID, Selection

# What MkDocs calls the keys is taken, and never proposed.
_SWEDISH = {theirs: ours for ours, theirs in FRONT_MATTER.items()}

# More than all kommuner of the country would write together.
MOST_FILES = 20_000


class KeptPages:
    """Where to look for what has been found in a file before; here nowhere."""

    def ahead(self, around: str, judges: Mapping[str, Callable[[], Sequence[Problem]]]) -> None:
        """Hear which files are going to be asked about, and what looks at each of them."""

    def page(
        self,
        name: str,  # noqa: ARG002 - others look at it
        around: str,  # noqa: ARG002 - as above
        judge: Callable[[], Sequence[Problem]],
    ) -> Iterable[Problem]:
        """Return what is wrong with a file.

        Args:
            name: The file, relative to the folder of the content.
            around: Fingerprint of what else there is.
            judge: Looks at it.
        """
        return judge()

    def pictures(
        self,
        kommun: Kommun,  # noqa: ARG002 - as above
        around: Sequence[str],  # noqa: ARG002 - as above
        judge: Callable[[], Sequence[Problem]],
    ) -> Iterable[Problem]:
        """Return what is wrong with the pictures of a kommun.

        Args:
            kommun: Whose they are.
            around: Files of its folder that are not published.
            judge: Looks at them.
        """
        return judge()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a page is judged by: where it stands, and what else there is."""

    path: str
    """Path of the file, relative to the root of the repository."""
    folder: str
    """Folder of all content, relative to the root."""
    kommuner: tuple[Kommun, ...]
    files: Collection[str]
    """Every file of the content, and the Markdown file behind every generated page."""
    left_out: Mapping[str, str] = field(default_factory=dict)
    """Files that lie there and are not published, with the code for a link to each."""
    timed: Mapping[str, Days] = field(default_factory=dict)
    """The days of those that are shown for a time only."""

    @property
    def inside(self) -> str:
        """Path of the file within the content."""
        return self.path.removeprefix(f"{self.folder}/")

    @property
    def home(self) -> Kommun | None:
        """The kommun that the page belongs to."""
        first, slash, _ = self.inside.partition("/")
        by_slug = {kommun.slug: kommun for kommun in self.kommuner}
        return (by_slug.get(first) if slash else None) or by_slug.get("")


def check_content(  # noqa: PLR0913 - each is another side of the site
    root: Path,
    folder: str,
    kommuner: Iterable[Kommun],
    drafts: Iterable[str] = (),
    kept: KeptPages = KeptPages(),  # noqa: B008 - it has nothing that changes
    *,
    edited: Iterable[EditedPage] = (),
    selection: Selection = NOTHING_SAID,
) -> Iterator[Problem]:
    """Yield what is wrong with the Markdown pages of a site, and with the files beside them.

    Args:
        root: Root of the site's repository.
        folder: Folder of the pages, relative to the root, with forward slashes.
        kommuner: Every kommun of the site; macros name their objects.
        drafts: Paths of unfinished pages, relative to the root; they are left out.
        kept: Knows what has been found before.
        edited: The pages that editors have written, of which some have days of their own.
        selection: Which files of the folder are published; no others are judged.
    """
    together = tuple(kommuner)
    inside = root / folder
    files, others = selection.parted(inside)
    if files == ["."]:
        # The folder itself is closed.
        yield problem("KV017", Origin(folder), file=folder)
        return
    if len(files) > MOST_FILES:
        size, limit = number(len(files)), number(MOST_FILES)
        yield problem("KV024", Origin(folder), folder=folder, size=size, limit=limit)
        return
    if heavy := tuple(content_files.too_much(folder, (inside / name for name in files))):
        # Nobody waits for all of it to be read.
        yield from heavy
        return
    left_out = frozenset(path.removeprefix(f"{folder}/") for path in drafts)
    known = Names(files, together, left_out)
    timed = timed_pages(folder, known, edited)
    slugs = [kommun.slug for kommun in together]
    # The settings leave out some files; drafts leave themselves out.
    unpublished = dict.fromkeys(others, "KV791") | dict.fromkeys(left_out, "KV787")
    beside = fingerprint(
        *(files, sorted(left_out), others, slugs, sorted(known.shared)),
        repr(sorted(timed.items())),
    )
    judges = {}
    for name in files:
        if name not in left_out:
            around = Surroundings(f"{folder}/{name}", folder, together, known, unpublished, timed)
            judges[name] = partial(_found_in, root / folder / name, root, around)
    kept.ahead(beside, judges)
    for name, judge in judges.items():
        yield from kept.page(name, beside, judge)
    for kommun in together:
        start = f"{kommun.slug}/" if kommun.slug else ""
        own = [name for name in others if name.startswith(start)]
        judge = partial(_pictures, root, folder, kommun, frozenset(files), frozenset(own))
        yield from kept.pictures(kommun, own, judge)
    yield from content_files.one_address_each(folder, files)
    yield from content_files.plain_names(folder, files)


def _found_in(file: Path, root: Path, around: Surroundings) -> list[Problem]:
    return list(_check_file(file, root, around))


def _pictures(
    root: Path, folder: str, kommun: Kommun, files: frozenset[str], unpublished: frozenset[str]
) -> list[Problem]:
    return list(pictures(root, folder, [kommun], files, unpublished))


def _check_file(file: Path, root: Path, around: Surroundings) -> Iterator[Problem]:
    """Yield what is wrong with one file, page or not."""
    code = fault_of(file, root)
    page = file.suffix == ".md"
    if code:
        yield problem(code, Origin(around.path), file=around.path)
    elif not page:
        if refused := content_files.refusal(file):
            origin = Origin(around.path, refused.line)
            yield Problem(refused.code, origin, {"file": around.path, **refused.details})
        else:
            yield from documents.authors(file, around.path)
    elif file.stat().st_size > LONGEST_PAGE:
        size = number(file.stat().st_size)
        yield problem("KV006", Origin(around.path), size=size, limit=number(LONGEST_PAGE))
    else:
        try:
            text = decode(file.read_bytes())
        except OSError:
            yield problem("KV017", Origin(around.path), file=around.path)
            return
        if isinstance(text, Fault):
            yield from _told([text], around.path)
        else:
            yield from check_page(text, around)


def check_page(text: str, around: Surroundings) -> Iterator[Problem]:
    """Yield what is wrong with one page; every place is that of the file."""
    if wrong := doubled(text):
        # Nothing else can be told of it.
        yield from _told([wrong], around.path)
        return
    guesses = Guesses()
    front = read_front(text)
    yield from _told(front.faults, around.path)
    yield from _told(_characters(text), around.path)
    yield from _told([*_keys(front, guesses), *page_days.faults(front)], around.path)
    shown = page_days.written_days(front)
    body = "\n".join(text.split("\n")[front.lines :])
    calls, faults = parse(body)
    page = MarkdownPage(body, calls)
    own = content_macros.Own(page_address(around.inside), shown)
    titled = bool(front.faults or front.value("rubrik", "title").strip())
    below = [
        *faults,
        *content_macros.places(page),
        *content_macros.single_braces(page),
        *content_macros.arguments(page, own, around.home, around.kommuner, guesses),
        *content_markup.markup(page, around.inside, around.files, guesses, around.left_out),
        *content_markup.briefly_shown(page, around.inside, shown, around.timed),
        *content_markup.headings(page, titled=titled),
        *content_markup.burdens(page),
        *content_markup.lists(page),
        *content_markup.parted_links(page),
    ]
    # Only a page that the build would convert is converted to be looked through.
    if not any(PROBLEMS[fault.code].severity is Severity.ERROR for fault in below):
        below += content_markup.left_over(page)
    yield from _told(below, around.path, front.lines)


def _told(faults: Iterable[Fault], path: str, lines_above: int = 0) -> Iterator[Problem]:
    """Turn findings in a text into problems of its file."""
    for fault in faults:
        origin = Origin(path, fault.line + lines_above, fault.column, fault.length)
        details = {"word": fault.word, **fault.details}
        yield Problem(fault.code, origin, details, fault.suggestion)


def _characters(text: str) -> Iterator[Fault]:
    """Find the first control character and the first word in decomposed Unicode."""
    for row, line in enumerate(text.split("\n"), start=1):
        if found := UNSEEN.search(line):
            shown = {"character": f"U+{ord(found[0]):04X}"}
            yield Fault(row, found.start() + 1, "KV008", found[0], details=shown)
            break
    if unicodedata.is_normalized("NFC", text):
        return
    for row, line in enumerate(text.split("\n"), start=1):
        for found in re.finditer(r"\S+", line):
            composed = unicodedata.normalize("NFC", found[0])
            if composed != found[0]:
                column, length = found.start() + 1, len(found[0])
                yield Fault(row, column, "KV601", composed, composed, length=length)
                return


def _keys(front: Front, guesses: Guesses) -> Iterator[Fault]:
    """Find keys of the front matter that mean nothing here."""
    for entry in front.entries:
        if entry.key not in ACCEPTED:
            details = {"key": entry.key, "choices": ", ".join(KEYS)}
            near = guesses.nearest(entry.key, sorted(ACCEPTED))
            near = _SWEDISH.get(near or "", near)
            length = len(entry.key)
            yield Fault(entry.line, entry.column, "KV727", entry.key, near, details, length)
