"""YAML text becomes a tree of located nodes; the only reader of data files in the engine."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml
from yaml import events as ev

from kommunvision.load.tree import Mapping, Node, Scalar, Sequence
from kommunvision.load.yaml_fault import Complaint, Spot, fault
from kommunvision.origin import Origin
from kommunvision.problem import Problem, Problems, problem
from kommunvision.swedish.keys import ID_KEY
from kommunvision.swedish.yaml_causes import cause
from kommunvision.text.decode import PRIVATE, UNSEEN
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
    if unseen := _UNSEEN.search(text):
        problems.add(_unseen(_at(text, unseen.start(), path), unseen[0]))
        if unseen[0] in _OTHER_LINE_ENDS:
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
        self._events: Iterator[ev.Event] = yaml.parse(text, Loader=_Loader)
        self._lines = text.split("\n")
        self._path = path
        self._problems = problems
        self._unseen_found = bool(len(problems))

    def document(self) -> Node | None:
        top: Node | None = None
        for event in self._events:
            if isinstance(event, ev.DocumentStartEvent) and top is not None:
                raise _Refused(problem("KV009", self._place(event)))
            if isinstance(event, ev.NodeEvent):
                top = self._node(event, 1)
        return None if isinstance(top, Scalar) and top.is_empty else top

    def _node(self, event: ev.Event, depth: int) -> Node:
        self._refuse_sharing(event)
        if depth > DEEPEST:
            raise _Refused(problem("KV007", self._place(event), limit=DEEPEST))
        if isinstance(event, ev.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, ev.SequenceStartEvent):
            return self._sequence(event, depth)
        return self._mapping(event, depth)

    def _scalar(self, event: ev.ScalarEvent) -> Scalar:
        plain = event.style in {None, ""}
        _, end = _marks(event)
        rest = self._lines[end.line][end.column :] if plain and end.line < len(self._lines) else ""
        # "Skola #1 i landet": YAML takes the rest for a comment, and the text would vanish.
        if event.value and (lost := _LOST_TEXT.match(rest)):
            origin = Origin(self._path, end.line + 1, end.column + 1 + lost.start(1), len(lost[1]))
            self._problems.add(problem("KV016", origin, text=lost[1].rstrip()))
        # What is spelled with YAML's escapes is seen only now.
        if not self._unseen_found and (unseen := _UNSEEN.search(event.value)):
            self._problems.add(_unseen(self._place(event), unseen[0]))
        place = self._place(event)
        folded = plain or event.style == ">"
        return Scalar(event.value, place, plain, (end.line, end.column), folded)

    def _sequence(self, start: ev.Event, depth: int) -> Sequence:
        items = []
        while not isinstance(event := next(self._events), ev.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return Sequence(tuple(items), self._place(start), _end(event))

    def _mapping(self, start: ev.Event, depth: int) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        run_on = False
        while not isinstance(event := next(self._events), ev.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            if not isinstance(key, Scalar):
                told = cause("complex key")
                self._problems.add(
                    problem("KV003", key.origin, cause=told.words, remedy=told.remedy)
                )
            elif key.text in entries:
                if not run_on:
                    first = entries[key.text][0].origin
                    # A second id on a line of its own: the dash before a new object was forgotten.
                    run_on = key.text == ID_KEY and key.origin.line != first.line
                    code = "KV022" if run_on else "KV004"
                    self._problems.add(
                        problem(code, key.origin, related=[first], key=key.text, place=first)
                    )
            else:
                entries[key.text] = (key, value)
        return Mapping(tuple(entries.values()), self._place(start), _end(event))

    def _refuse_sharing(self, event: ev.Event) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor or tag:
            sign = "*" if isinstance(event, ev.AliasEvent) else "&"
            words = f"{sign}{anchor}" if anchor else f"!{str(tag).rpartition(':')[2].lstrip('!')}"
            raise _Refused(problem("KV005", self._place(event), character=words))

    def _place(self, event: ev.Event) -> Origin:
        start, end = _marks(event)
        length = end.column - start.column if end.line == start.line else 0
        if length <= 0:
            line = self._lines[start.line] if start.line < len(self._lines) else ""
            length = len(line.rstrip()) - start.column
        return Origin(self._path, start.line + 1, start.column + 1, max(length, 1))


def _marks(event: ev.Event) -> tuple[yaml.Mark, yaml.Mark]:
    """Return where an event starts and ends; events that a parser makes always have both."""
    return event.start_mark, event.end_mark  # type: ignore[return-value]


def _end(event: ev.Event) -> tuple[int, int]:
    _, end = _marks(event)
    return end.line, end.column


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
                start, end = _marks(event)
                yield (start.line, start.column), (end.line, end.column)
    except yaml.MarkedYAMLError as error:
        # One that never ends is where the reading stops.
        if "quoted scalar" in (error.context or "") and (begun := _spot(error.context_mark)):
            yield begun, (text.count("\n") + 1, 0)


def _unseen(origin: Origin, character: str) -> Problem:
    return problem("KV008", origin, character=f"U+{ord(character):04X}")


def _at(text: str, position: int, path: str) -> Origin:
    return Origin(path, *line_and_column(text, position))
