"""Changes become headings, paragraphs and lists, with as much detail as there is room for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kommunvision.swedish import versions as words
from kommunvision.swedish.format import listing, number
from kommunvision.swedish.labels import label
from kommunvision.swedish.versions import Noun
from kommunvision.versions.model import Addresses, Changes, Fate, KommunChanges, Thing
from kommunvision.versions.telling import noun_of, status_sentence, thing_line

# So many statuses are told in the first lines; more are counted there and listed below.
_FEW = 3


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the kommuner stand below that of the whole."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some sentences."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list with what it is a list of."""

    of: str
    items: tuple[str, ...]


Block = Heading | Paragraph | Bullets


def summary(
    changes: Changes, *, since: str | None = None, most: int = 20, kommuner: int = 300
) -> Iterator[Block]:
    """Yield what has changed, kommun by kommun.

    Args:
        changes: What differs.
        since: What the version that it is compared with goes by.
        most: How many items a list has at most; with none there are no lists.
        kommuner: How many kommuner are told of at most.
    """
    yield Heading(words.TITLE, 2)
    if since:
        yield Paragraph(words.SINCE.format(version=since))
    general = [
        *([words.FAULTY_NOW] if changes.faulty_now else []),
        *([words.FAULTY_BEFORE] if changes.faulty_before else []),
        *([] if changes or changes.kommuner else [_nothing(changes)]),
    ]
    if general:
        yield Paragraph(" ".join(general))
    for one in changes.kommuner[:kommuner]:
        yield from _kommun(one, most)
    if left := len(changes.kommuner[kommuner:]):
        yield Paragraph(words.MORE_KOMMUNER.format(number=number(left)))
    if changes.shared or changes.shared_terms or changes.addresses:
        yield Heading(words.SHARED, 3)
        told = [
            *_counts(changes.shared),
            *([words.TERMS] if changes.shared_terms else []),
            *_pages(changes.addresses, changed=True),
        ]
        yield Paragraph(" ".join(told))
        yield from _lists(changes.shared, changes.addresses, most)


def _kommun(one: KommunChanges, most: int) -> Iterator[Block]:
    yield Heading(words.short(one.name), 3)
    yield Paragraph(" ".join(_lead(one)))
    few = len(one.statuses) <= _FEW
    if one.fate is Fate.CHANGED:
        if not few:
            yield from _bullets(words.STATUSES, map(status_sentence, one.statuses), most)
        yield from _lists(one.things, one.addresses, most)
    else:
        yield from _lists((), Addresses(lost=one.addresses.lost), most)


def _lead(one: KommunChanges) -> Iterator[str]:
    name = words.short(one.name)
    if one.faulty_now:
        yield words.FAULTY_NOW
    if one.faulty_before:
        yield words.FAULTY_BEFORE
    if one.fate is Fate.NEW:
        yield words.NEW_KOMMUN.format(name=name)
        yield words.holds(_kinds(one.things))
        yield from _pages(one.addresses, changed=True)
        return
    if one.fate is Fate.GONE:
        yield words.GONE_KOMMUN.format(name=name)
    yield from _counts(one.things)
    if len(one.statuses) > _FEW:
        yield words.statuses_changed(len(one.statuses))
    else:
        yield from map(status_sentence, one.statuses)
    if one.facts:
        whose = label(f"own_{one.kind.value}").lower()
        yield words.FACTS.format(whose=whose, keys=listing(list(one.facts)))
    if one.exceptions:
        yield words.EXCEPTIONS
    if one.terms:
        yield words.TERMS
    yield from _pages(one.addresses, changed=bool(one))
    if not one:
        yield _nothing(one)


def _nothing(one: Changes | KommunChanges) -> str:
    """Return that nothing has changed, as far as that can be known."""
    return words.NOTHING_READABLE if one.faulty_now or one.faulty_before else words.NOTHING


def _counts(things: Iterable[Thing]) -> Iterator[str]:
    together = tuple(things)
    for fate in Fate:
        told = words.counted(_kinds(one for one in together if one.fate is fate), fate.value)
        if told:
            yield told


def _kinds(things: Iterable[Thing]) -> list[tuple[Noun, int]]:
    """Return how many there are of each kind; levels with the same name are one kind."""
    return list(Counter(noun_of(one.record, one.level) for one in things).items())


def _pages(addresses: Addresses, *, changed: bool) -> Iterator[str]:
    if addresses.edited:
        yield words.edited(len(addresses.edited))
    if addresses.files:
        yield words.files(len(addresses.files))
    if changed:
        yield words.pages(
            *map(len, (addresses.new, addresses.moved, addresses.withdrawn, addresses.lost))
        )


def _lists(things: tuple[Thing, ...], addresses: Addresses, most: int) -> Iterator[Block]:
    for fate in Fate:
        those = [one for one in things if one.fate is fate]
        yield from _bullets(words.SECTIONS[fate.value], map(thing_line, those), most)
    lines = (
        *(words.LOST.format(address=one) for one in addresses.lost),
        *(
            words.WITHDRAWN.format(address=one.address, reason=words.short(one.reason))
            for one in addresses.withdrawn
        ),
        *(words.MOVED.format(address=old, target=new) for old, new in addresses.moved),
        *(words.NEW_PAGE.format(address=one) for one in addresses.new),
        *(words.EDITED.format(address=one) for one in addresses.edited),
        *(words.FILE.format(address=one) for one in addresses.files),
    )
    yield from _bullets(words.PAGES, lines, most)


def _bullets(of: str, lines: Iterable[str], most: int) -> Iterator[Block]:
    found = tuple(lines)
    if not found or not most:
        return
    left = len(found) - most
    # One line more takes no more room than the words that say that it is left out.
    shown = found if left <= 1 else (*found[:most], words.MORE.format(number=number(left)))
    yield Bullets(of, shown)
