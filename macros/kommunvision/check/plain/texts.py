"""Which texts a kommun has: prose and own headings of its data files, and the Markdown pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kommunvision.check.plain.places import Place, in_file, in_yaml
from kommunvision.check.walk import Entry, entries, who
from kommunvision.model import (
    Correction,
    EasyText,
    Goal,
    Kommun,
    NewsItem,
    Occasion,
    Statement,
    Step,
    Vision,
    WithdrawnPage,
)
from kommunvision.origin import Origin
from kommunvision.swedish.keys import Kind
from kommunvision.swedish.plain.words import ABOUT, EASY, IN_DATA
from kommunvision.text.calls import parse
from kommunvision.text.front import Entry as FrontEntry
from kommunvision.text.front import read_front
from kommunvision.text.markdown_page import MarkdownPage, Part
from kommunvision.text.passages import STAND_IN, Passage, Shape, passages
from kommunvision.text.readability import Reading, read
from kommunvision.text.reading import ReadLine

# Words of a decision or a source are quoted exactly, and no editor can change them.
_DECIDED = frozenset(
    {
        ("vision", "text"),
        ("goal", "text"),
        ("indicator", "promise"),
        ("wording", "text"),
        ("quote", "text"),
        ("tally", "text"),
        ("occasion", "overall"),
    }
)
_VERBATIM = "verbatim"

# Addresses and telephone hours; reasons that only whoever reads the file sees; other languages.
_NO_PROSE = frozenset({"contact", "exception", "translation"})
_MACHINE_WRITTEN = "/statistik/"

# What search engines show of a page.
_FRONT_PROSE = frozenset({"description", "beskrivning"})

_LINK = re.compile(r"(?<!!)\[([^\[\]]*)\]\(\s*<?([^\s()<>]*(?:\([^()\s]*\))?)[^()\n]*\)")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s)>\]]+|[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{0,99}\w"
    r"|\b(?<![.-])\w[\w.-]{0,60}/[\w./-]+"
)
_ENDINGS = "com|eu|example|html?|json|md|nu|org|pdf|se|ya?ml"
_DOMAIN = re.compile(rf"\b(?<![.-])[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{0,4}}\.(?:{_ENDINGS})\b")
# What is set in italics is a title, another language or an example, as within quotation marks.
_ITALICS = re.compile(r"(?<![*\w])\*(?![\s*])([^*]{1,400}?)(?<!\s)\*(?![*\w])")
_SIGNS = re.compile(r"[*_\\\[\]]")
_ATTRIBUTES = re.compile(r"\{[:#][^}\n]*\}|&#?\w+;")


@dataclass(frozen=True, slots=True)
class Link:
    """The words of a link, and where they stand."""

    words: str
    start: int
    end: int


@dataclass(frozen=True)
class Text:
    """A text that somebody reads as a whole."""

    name: str
    """What it is, in the editors' words."""
    origin: Origin
    """Where it begins."""
    passages: tuple[Passage, ...]
    links: tuple[Link, ...]
    place: Place
    decided: bool = False
    """Whether its words are those of a decision or a source, which nobody changes here."""
    subject: str | None = None
    """Id of the object that it belongs to."""

    @cached_property
    def reading(self) -> Reading:
        """How many words and sentences it has."""
        return read(self.passages)


def in_data(kommun: Kommun, read_line: ReadLine) -> Iterator[Text]:
    """Yield the texts of a kommun's data files."""
    for entry in entries(kommun):
        heading = _own_heading(entry)
        if not heading and (entry.field.kind is not Kind.PROSE or entry.record in _NO_PROSE):
            continue
        origin = entry.origin()
        # A theme that all kommuner share stands in none of their folders.
        if not isinstance(entry.value, str) or not origin.path.startswith(f"{kommun.folder}/"):
            continue
        if _MACHINE_WRITTEN not in origin.path:
            yield _text(kommun, entry, read_line, heading=heading)


def _own_heading(entry: Entry) -> bool:
    """Tell whether a value is a heading that the kommun's own editors have written."""
    holder = entry.holder
    own = isinstance(holder, NewsItem | Step | WithdrawnPage)
    own = own or (isinstance(holder, Goal | Vision) and holder.own_title)
    return own and entry.field.attribute == "title"


def _text(kommun: Kommun, entry: Entry, read_line: ReadLine, *, heading: bool) -> Text:
    covered, links = _covered(entry.value)
    origin = entry.origin()
    shape = (Passage(Shape.HEADING, covered, 0),) if heading else tuple(passages(covered))
    about = _about(entry)
    key = entry.field.key.replace("_", " ")
    if isinstance(entry.holder, EasyText):
        key = EASY.format(key=key)
    return Text(
        (ABOUT if about else IN_DATA).format(which=who(kommun, entry.owner), key=key, about=about),
        origin,
        shape,
        links,
        in_yaml(entry.value, origin, read_line),
        _is_decided(entry),
        entry.owner.id if entry.owner else None,
    )


def _about(entry: Entry) -> str:
    """Return what tells a text from others of its object with the same key, if anything does."""
    if isinstance(entry.holder, Statement | Correction) and entry.holder.about:
        return entry.holder.about.target or ""
    heading = isinstance(entry.holder, Step) and entry.field.attribute != "title"
    return entry.holder.title if heading else ""


def _is_decided(entry: Entry) -> bool:
    if (entry.record, entry.field.attribute) in _DECIDED or entry.field.attribute == _VERBATIM:
        return True
    if isinstance(entry.holder, Correction):
        # What the key said before.
        return entry.field.attribute == "before"
    locked = isinstance(entry.owner, Occasion) and entry.owner.locked is not None
    return locked and isinstance(entry.holder, Statement | Occasion)


def _covered(text: str) -> tuple[str, tuple[Link, ...]]:
    """Return a value with its markup covered, and its links."""
    links = tuple(Link(found[1], *found.span(1)) for found in _LINK.finditer(text))
    return _without_signs(_LINK.sub(_only_words, text)), links


def _only_words(found: re.Match[str]) -> str:
    return f" {found[1]}{' ' * (found.end() - found.end(1))}"


def _without_signs(text: str) -> str:
    for pattern in (_ADDRESS, _DOMAIN):
        text = pattern.sub(lambda found: STAND_IN * len(found[0]), text)
    text = _ITALICS.sub(r'"\1"', text)
    text = _ATTRIBUTES.sub(lambda found: " " * len(found[0]), text)
    return _SIGNS.sub(" ", text)


def in_page(text: str, path: str) -> Iterator[Text]:
    """Yield the texts of a Markdown page: its description, and the page itself.

    Args:
        text: The whole file.
        path: Path of the file from the root.
    """
    front = read_front(text)
    for entry in front.entries:
        if entry.key in _FRONT_PROSE:
            yield _described(entry, path, text.split("\n"))
    body = "\n".join(text.split("\n")[front.lines :])
    calls, _ = parse(body)
    page = MarkdownPage(body, calls)
    links = tuple(_links(page))
    yield Text(
        path,
        Origin(path),
        tuple(passages(_words_of(page))),
        links,
        in_file(body, path, front.lines),
    )


def _described(entry: FrontEntry, path: str, lines: list[str]) -> Text:
    covered, links = _covered(entry.value)
    after_key = entry.column + len(entry.key)
    line = lines[entry.line - 1]
    white = len(line[after_key:]) - len(line[after_key:].lstrip())
    origin = Origin(path, entry.line, after_key + white + 1)
    numbered = dict(enumerate(lines, 1))
    return Text(
        IN_DATA.format(which=path, key=entry.key),
        origin,
        tuple(passages(covered)),
        links,
        in_yaml(entry.value, origin, lambda _, number: numbered.get(number)),
    )


def _links(page: MarkdownPage) -> Iterator[Link]:
    for found in page.found:
        if found.part is Part.LINK and page.text.startswith("[", found.start) and found.text:
            start = found.start + 1
            yield Link(found.text, start, start + len(found.text))


def _words_of(page: MarkdownPage) -> str:
    """Return a page with all covered that is not its own prose."""
    signs = list(page.words)
    for place, (written, left) in enumerate(zip(page.text, page.words, strict=True)):
        # Code within a line stands for a word; a block of it is apart.
        if written != left and left == " ":
            signs[place] = STAND_IN
    for call in page.calls:
        _put(signs, *call.span, " " if page.is_alone(call) else STAND_IN)
    for found in page.found:
        if found.part is Part.IMAGE:
            _put(signs, found.start, found.end, STAND_IN)
        elif found.part is Part.HTML:
            _put(signs, found.start, found.end, " ")
        elif found.part is Part.LINK:
            _uncover_words(signs, page, found.start, found.end, found.text)
    made = "".join(signs)
    lines = []
    position = 0
    for line in made.split("\n"):
        # Code in a block of its own: told by its indent, or fenced and covered by now.
        first = position + len(line) - len(line.lstrip())
        code = not line.strip(f" {STAND_IN}") or (line[:4].isspace() and page.is_code(first))
        lines.append(" " * len(line) if code else line)
        position += len(line) + 1
    return _without_signs("\n".join(lines))


def _uncover_words(signs: list[str], page: MarkdownPage, start: int, end: int, text: str) -> None:
    """Leave the words of a link, and no address; an address in their place stands for a word."""
    if page.text.startswith("[", start) and page.text.startswith(text, start + 1):
        closing = start + 1 + len(text)
        _put(signs, start, start + 1, " ")
        _put(signs, closing, end, " ")
        # The definition of an address further down has no words of the page.
        if page.text.startswith("]:", closing):
            _put(signs, start, end, " ")
    else:
        _put(signs, start, end, STAND_IN)


def _put(signs: list[str], start: int, end: int, sign: str) -> None:
    for place in range(start, min(end, len(signs))):
        if signs[place] != "\n":
            signs[place] = sign
