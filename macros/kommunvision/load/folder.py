"""The files of a folder become one kommun; the folders under ``data`` become a site."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kommunvision.address import names_of_today
from kommunvision.folders import DATA, LEDGER
from kommunvision.load.copies import Copies, copies_last
from kommunvision.load.files import DataFile, data_files, hides
from kommunvision.load.located import parse
from kommunvision.load.locks import LOCKS, read_locks
from kommunvision.load.peek import ids, is_draft, own_ids
from kommunvision.load.reader import Reader
from kommunvision.load.reading import Reading
from kommunvision.load.tree import Mapping, Node, Scalar, Sequence
from kommunvision.model import Kommun, Lock, Term, Theme, WithdrawnPage
from kommunvision.origin import Origin
from kommunvision.problem import Problems, problem
from kommunvision.swedish.format import order
from kommunvision.swedish.keys import (
    FORMAT_KEY,
    ID_KEY,
    LOCKS_KEY,
    SECTIONS,
    Section,
)
from kommunvision.text.guess import nearest

FORMAT = "1"

# First parts of addresses that pages spanning kommuner and the shell use.
RESERVED = frozenset(
    {"tema", "globala-mal", "assets", "om", "sok", "redigera", "404", "data", "oppna-data", "index"}
)

# Two keys of one name in an object: what comes after may be a whole object that nobody sees.
_SWALLOWED = frozenset({"KV004", "KV022"})

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WRITTEN_ID = re.compile(rf"\b{ID_KEY}:[ ]*[\"']?([a-z0-9-]+)")
_ANY = ""
_SECTIONS = {section.key: section for section in SECTIONS}


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a site's data says, before any rule has looked at it."""

    kommuner: tuple[Kommun, ...]
    problems: Problems
    unread: frozenset[str] = frozenset()
    """Slugs of the kommuner of which some file, or who they are, cannot be read; the empty slug
    when it is a file that all of them share."""
    shared_themes: tuple[Theme, ...] = ()
    """The themes that all kommuner have."""
    shared_terms: tuple[Term, ...] = ()
    """The words that are explained to all kommuner's readers."""
    withdrawn: tuple[WithdrawnPage, ...] = ()
    """Pages that are gone for good and that no kommun of the site has had."""


def load_site(
    root: Path,
    only: Iterable[str] | None = None,
    *,
    drafts: bool = False,
    read: Reading | None = None,
) -> Loaded:
    """Read every kommun of a site, in the Swedish order of their names.

    Args:
        root: Root of the site's repository, with a folder ``data``.
        only: Slugs of the kommuner to read; all when none is given.
        drafts: Whether drafts are read; else they may be as unfinished as they like.
        read: Reads each kommun in the place of ``load_kommun``.
    """
    read = read or load_kommun
    problems = Problems()
    machine_written = {LEDGER, f"{DATA}/{LOCKS}"}
    top = [
        file
        for file in copies_last(data_files(root, DATA, problems, deep=False))
        if file.path not in machine_written
    ]
    shared = Gathered(problems)
    for file in top:
        shared.add(file)
    if shared.has_kommun:
        # One kommun whose files lie directly in data has no slug in its addresses.
        kommun, found = read(root, DATA, drafts=drafts)
        return Loaded((kommun,) if kommun else (), found, _unread("", kommun, found))
    shared.refuse_all_but("themes", "terms", "withdrawn")
    if (root / DATA / LOCKS).is_file():
        problems.add(problem("KV019", Origin(f"{DATA}/{LOCKS}"), key=LOCKS_KEY))
    wanted = None if only is None else set(only)
    kommuner = []
    # What all kommuner share may be missed in every one of them.
    unread = {""} if problems else set()
    for folder in sorted(path for path in (root / DATA).glob("*") if path.is_dir()):
        # A link to a folder is among the problems already.
        if folder.name.startswith(".") or folder.is_symlink():
            continue
        if wanted is not None and folder.name not in wanted:
            continue
        kommun, found = read(
            root,
            f"{DATA}/{folder.name}",
            shared.objects("themes"),
            shared.objects("terms"),
            drafts=drafts,
        )
        problems.extend(found)
        unread |= _unread(folder.name, kommun, found)
        if kommun is not None:
            kommuner.append(kommun)
    if not kommuner and wanted is None and not len(problems):
        problems.add(problem("KV023", Origin(DATA)))
    ordered = tuple(sorted(kommuner, key=lambda kommun: order(kommun.name)))
    of_all = (shared.objects(name) for name in ("themes", "terms", "withdrawn"))
    return Loaded(ordered, problems, frozenset(unread), *of_all)


def _unread(slug: str, kommun: Kommun | None, found: Problems) -> frozenset[str]:
    """Return the kommun if nobody knows all that its files say."""
    closed = kommun is None or _ANY in kommun.unread or any(map(hides, found))
    return frozenset([slug] if closed else [])


def load_kommun(
    root: Path,
    folder: str,
    shared_themes: Iterable[Theme] = (),
    shared_terms: Iterable[Term] = (),
    *,
    drafts: bool = False,
) -> tuple[Kommun | None, Problems]:
    """Read one kommun from its folder.

    Args:
        root: Root of the site's repository.
        folder: The kommun's folder relative to the root: ``data/exempelby``, or ``data``.
        shared_themes: Themes that all kommuner of the site share.
        shared_terms: Words that are explained for all of them.
        drafts: As for ``load_site``.

    Returns:
        The kommun, none when the folder does not say who it is, and the problems found.
    """
    problems = Problems()
    slug = folder.partition("/")[2]
    if slug and (not _SLUG.fullmatch(slug) or slug in RESERVED):
        problems.add(problem("KV013", Origin(folder), folder=slug))
    gathered = Gathered(problems, drafts=drafts)
    for file in copies_last(data_files(root, folder, problems)):
        if file.path not in {LEDGER, f"{folder}/{LOCKS}"}:
            gathered.add(file)
    locks, found = read_locks(root, folder)
    problems.extend(found)
    # A file that could not be read may well be the one that says it.
    if gathered.kommun is None and not gathered.has_kommun and not len(problems):
        problems.add(problem("KV010", Origin(folder), folder=folder))
    return gathered.made(slug, folder, locks, shared_themes, shared_terms), problems


class Gathered:
    """The objects of several files, section by section."""

    def __init__(self, problems: Problems, *, drafts: bool = True) -> None:
        self._problems = problems
        self._with_drafts = drafts
        self._reader = Reader(problems, drafts=drafts)
        self._copies = Copies()
        self._objects: dict[str, list[Any]] = {}
        self._keys: list[tuple[str, Origin]] = []
        self._kommun_origin: Origin | None = None
        self.kommun: dict[str, Any] | None = None
        self.unread = self._reader.unread
        self.drafts: set[str] = set()

    @property
    def has_kommun(self) -> bool:
        """Whether some file says who the kommun is, well or badly."""
        return self._kommun_origin is not None

    def objects(self, attribute: str) -> tuple[Any, ...]:
        """Return the objects of a section, in the order that they were read."""
        return tuple(self._objects.get(attribute, ()))

    def made(
        self,
        slug: str,
        folder: str,
        locks: tuple[Lock, ...],
        shared_themes: Iterable[Theme] = (),
        shared_terms: Iterable[Term] = (),
    ) -> Kommun | None:
        """Return the kommun that has all this; none when nothing says who it is."""
        if self.kommun is None:
            return None
        sections: dict[str, Any] = {
            s.attribute: self.objects(s.attribute) for s in SECTIONS if s.many
        }
        sections["themes"] = (*sections["themes"], *shared_themes)
        # The kommun's own wording stands before the one that all share.
        own = {word.lower() for term in sections["terms"] for word in term.written}
        shared = (one for one in shared_terms if one.word.lower() not in own)
        sections["terms"] = (*sections["terms"], *shared)
        made = Kommun(
            slug=slug,
            folder=folder,
            drafts=frozenset(self.drafts),
            unread=frozenset(self.unread),
            locks=locks,
            **self.kommun,
            **sections,
        )
        # What was withdrawn while the folder had another name was written with that.
        now = names_of_today([made])
        written = (replace(one, address=now(one.address)) for one in made.withdrawn)
        return replace(made, withdrawn=tuple(written))

    def add(self, file: DataFile) -> None:
        """Go on with what a file says."""
        top, found = parse(file.text, file.path)
        self._problems.extend(found)
        if isinstance(top, Mapping) and (original := self._copies.original(file, top)):
            self._problems.add(problem("KV025", Origin(file.path), file=original))
            self.unread.update(ids(top))
        elif isinstance(top, Mapping):
            self.take(top)
        elif top is not None:
            origin = Origin(file.path, top.origin.line, top.origin.column)
            self._problems.add(problem("KV018", origin))
        if not isinstance(top, Mapping) or any(one.code in _SWALLOWED for one in found):
            # What refers to an object that stands here is no mistake of its own.
            written = _WRITTEN_ID.findall(file.text)
            # Where something stands that has no ids, nobody knows what it was to be.
            self.unread.update(written or ([_ANY] if top or found else []))

    def take(self, top: Mapping) -> None:
        """Go on with what stands under the keys of a file."""
        for key, node in top.entries:
            self._section(key, node)

    def refuse_all_but(self, *attributes: str) -> None:
        """Report the sections that may not stand in a file shared by all kommuner."""
        for key, origin in self._keys:
            if _SECTIONS[key].attribute not in attributes:
                self._problems.add(problem("KV019", origin, key=key))

    def _section(self, key: Scalar, node: Node) -> None:
        if key.text == FORMAT_KEY:
            if not isinstance(node, Scalar) or node.text != FORMAT:
                text = node.text if isinstance(node, Scalar) else ""
                self._problems.add(problem("KV014", node.origin, value=text))
            return
        section = _SECTIONS.get(key.text)
        if section is None:
            words = [*_SECTIONS, FORMAT_KEY]
            self._problems.add(
                problem("KV020", key.origin, suggestion=nearest(key.text, words), key=key.text)
            )
            self.unread.update(ids(node))
            return
        self._keys.append((key.text, key.origin))
        if not section.many:
            self._read_kommun(key, node)
        elif not (isinstance(node, Scalar) and node.is_empty):
            self._read_list(section, node)

    def _read_kommun(self, key: Scalar, node: Node) -> None:
        if self._kommun_origin is not None:
            first = self._kommun_origin
            self._problems.add(problem("KV011", key.origin, related=[first], place=first))
            return
        self._kommun_origin = key.origin
        self.kommun = self._reader.values("kommun", node)

    def _read_list(self, section: Section, node: Node) -> None:
        if not isinstance(node, Sequence):
            self._problems.add(problem("KV116", node.origin, key=section.key))
            self.unread.update(ids(node))
            return
        objects = self._objects.setdefault(section.attribute, [])
        for item in node.items:
            if not self._with_drafts and is_draft(section.record, item):
                self.drafts.update(own_ids(item))
                continue
            found = self._reader.record(section.record, item)
            if found is not None:
                objects.append(found)
