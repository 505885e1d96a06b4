"""YAML text becomes a tree of located nodes; the only reader of data files in the engine."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml
from yaml import events as ev

from kommunvision.load.tree import Mapping, Node, Scalar, Sequence
from kommunvision.load.yaml_fault import Complaint, Spot, fault
from kommunvision.origin import Origin
from kommunvision.problem import Problem, Problems, problem
from kommunvision.swedish.keys import ID_KEY
from kommunvision.swedish.yaml_causes import cause
from kommunvision.text.decode import PRIVATE, UNSEEN
from kommunvision.text.doubled import doubled
from kommunvision.text.fault import line_and_column

# No hand-written file comes near; a hostile one is refused before it costs anything.
DEEPEST = 20

# A comment has a space after its sign; a number sign or a tag has none.
_LOST_TEXT = re.compile(r"\s+(#[^\s#].*)")

_UNSEEN = re.compile(f"{UNSEEN.pattern}|{PRIVATE.pattern}")

# YAML ends a line at these, and no editor's line numbers do.
_OTHER_LINE_ENDS = "\x85\u2028\u2029"

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Refused(Exception):  # noqa: N818 - it stops the reading of one file and leaves this module never
    """The file cannot be read any further."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.code)
        self.found = found


def parse(text: str, path: str) -> tuple[Node | None, Problems]:
    """Read YAML text into located nodes.

    Args:
        text: The whole file, line feeds only.
        path: Path for the origins, relative to the root.

    Returns:
        The top node, none when the file is empty or cannot be read, and the problems found.
    """
    problems = Problems()
    if wrong := doubled(text):
        origin = Origin(path, wrong.line, wrong.column, wrong.length)
        problems.add(Problem(wrong.code, origin, wrong.details))
    elif unseen := _UNSEEN.search(text):
        problems.add(_unseen(_at(text, unseen.start(), path), unseen[0]))
    if any(sign in text for sign in _OTHER_LINE_ENDS):
        return None, problems
    try:
        return _Reader(text, path, problems).document(), problems
    except _Refused as refused:
        problems.add(refused.found)
    except yaml.MarkedYAMLError as error:
        problems.add(_syntax_error(error, text, path))
    except yaml.reader.ReaderError:
        # It stops at a character that has been found above.
        pass
    return None, problems


class _Reader:
    """Builds nodes from the parser's events; anchors, aliases and tags are refused on the way."""

    def __init__(self, text: str, path: str, problems: Problems) -> None:
        self._next: Callable[[], Any] = _Loader(text).get_event
        self._lines = text.split("\n")
        self._hashes = "#" in text
        self._path = path
        self._problems = problems
        self._unseen_found = bool(len(problems))

    def document(self) -> Node | None:
        top: Node | None = None
        while not isinstance(event := self._next(), ev.StreamEndEvent):
            if isinstance(event, ev.DocumentStartEvent) and top is not None:
                raise _Refused(problem("KV009", self._place(event)[0]))
            if isinstance(event, ev.NodeEvent):
                top = self._node(event, 1)
        return None if isinstance(top, Scalar) and top.is_empty else top

    def _node(self, event: Any, depth: int) -> Node:  # noqa: ANN401 - events of either parser
        # Nearly all are such, so they come first; an alias has an anchor, and no tag.
        if type(event) is ev.ScalarEvent and depth <= DEEPEST and not (event.anchor or event.tag):
            return self._scalar(event)
        if event.anchor or event.tag:
            raise self._sharing(event)
        if depth > DEEPEST:
            raise _Refused(problem("KV007", self._place(event)[0], limit=DEEPEST))
        if isinstance(event, ev.SequenceStartEvent):
            return self._sequence(event, depth + 1)
        return self._mapping(event, depth + 1)

    def _scalar(self, event: ev.ScalarEvent) -> Scalar:
        text: str = event.value
        style = event.style
        origin, end = self._place(event)
        # "Skola #1 i landet": YAML takes the rest for a comment, and the text would vanish.
        if self._hashes and not style and text and (lost := self._lost(*end)):
            self._problems.add(lost)
        # What is spelled with YAML's escapes is seen only now.
        if style == '"' and not self._unseen_found and (unseen := _UNSEEN.search(text)):
            self._problems.add(_unseen(origin, unseen[0]))
        return Scalar(text, origin, not style, end, not style or style == ">")

    def _sequence(self, start: Any, depth: int) -> Sequence:  # noqa: ANN401 - as above
        items = []
        read, node = self._next, self._node
        while type(event := read()) is not ev.SequenceEndEvent:
            items.append(node(event, depth))
        return Sequence(tuple(items), self._place(start)[0], _end(event))

    def _mapping(self, start: Any, depth: int) -> Mapping:  # noqa: ANN401 - as above
        entries: dict[str, tuple[Scalar, Node]] = {}
        again: list[Scalar] = []
        read, node = self._next, self._node
        while type(event := read()) is not ev.MappingEndEvent:
            key = node(event, depth)
            value = node(read(), depth)
            if not isinstance(key, Scalar):
                told = cause("complex key")
                self._problems.add(
                    problem("KV003", key.origin, cause=told.words, remedy=told.remedy)
                )
            elif key.text not in entries:
                entries[key.text] = (key, value)
            else:
                again.append(key)
        if again:
            self._problems.extend(_told_again(again, entries))
        return Mapping(tuple(entries.values()), self._place(start)[0], _end(event))

    def _sharing(self, event: Any) -> _Refused:  # noqa: ANN401 - as above
        sign = "*" if isinstance(event, ev.AliasEvent) else "&"
        tag = f"!{str(getattr(event, 'tag', '')).rpartition(':')[2].lstrip('!')}"
        words = f"{sign}{event.anchor}" if event.anchor else tag
        return _Refused(problem("KV005", self._place(event)[0], character=words))

    def _lost(self, row: int, column: int) -> Problem | None:
        """Return the problem of a comment that was meant as text, after a value in a line."""
        line = self._lines[row] if row < len(self._lines) else ""
        lost = _LOST_TEXT.match(line, column)
        if lost is None:
            return None
        origin = Origin(self._path, row + 1, lost.start(1) + 1, len(lost[1]))
        return problem("KV016", origin, text=lost[1].rstrip())

    def _place(self, event: Any) -> tuple[Origin, tuple[int, int]]:  # noqa: ANN401 - as above
        """Return where something stands, and the line and column, from nought, that it ends at."""
        start, end = event.start_mark, event.end_mark
        row, column, last = start.line, start.column, end.line
        after = end.column
        length = after - column if last == row else 0
        if length <= 0:
            line = self._lines[row] if row < len(self._lines) else ""
            length = max(len(line.rstrip()) - column, 1)
        # There is one for every key and value of every file, so it is made the short way.
        origin = tuple.__new__(Origin, (self._path, row + 1, column + 1, length, ""))
        return origin, (last, after)


def _told_again(again: list[Scalar], entries: dict[str, tuple[Scalar, Node]]) -> Iterator[Problem]:
    """Yield a problem for each key that stands again, but one for all of an object without a dash.

    Of that, its id stands again on a line of its own, or several keys do, the id's line being lost.
    """
    places = {key.text: entries[key.text][0].origin for key in again}
    apart = [key for key in again if key.origin.line != places[key.text].line]
    begun = next((key for key in apart if key.text == ID_KEY), None)
    if begun is None and len({key.origin.line for key in apart}) > 2:  # noqa: PLR2004 - two are slips
        begun = apart[0]
    for key in again:
        first = places[key.text]
        code = "KV022" if key is begun else "KV004"
        yield problem(code, key.origin, related=[first], key=key.text, place=first)
        if key is begun:
            return


def _start(event: Any) -> tuple[int, int]:  # noqa: ANN401 - as above
    return event.start_mark.line, event.start_mark.column


def _end(event: Any) -> tuple[int, int]:  # noqa: ANN401 - as above
    return event.end_mark.line, event.end_mark.column


def _syntax_error(error: yaml.MarkedYAMLError, text: str, path: str) -> Problem:
    at = _spot(error.problem_mark) or _spot(error.context_mark) or (0, 0)
    said = Complaint(error.problem or "", error.context or "", at, _spot(error.context_mark))
    return fault(said, text, path, tuple(_quoted(text)))


def _spot(mark: yaml.Mark | None) -> Spot | None:
    return (mark.line, mark.column) if mark else None


def _quoted(text: str) -> Iterator[tuple[Spot, Spot]]:
    """Yield where texts within quotation marks begin and end, as far as the file can be read."""
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if isinstance(event, ev.ScalarEvent) and event.style in {'"', "'"}:
                yield _start(event), _end(event)
    except yaml.MarkedYAMLError as error:
        # One that never ends is where the reading stops.
        if "quoted scalar" in (error.context or "") and (begun := _spot(error.context_mark)):
            yield begun, (text.count("\n") + 1, 0)


def _unseen(origin: Origin, character: str) -> Problem:
    return problem("KV008", origin, character=f"U+{ord(character):04X}")


def _at(text: str, position: int, path: str) -> Origin:
    return Origin(path, *line_and_column(text, position))
