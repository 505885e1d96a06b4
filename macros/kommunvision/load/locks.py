"""The file of locks: what locked occasions said, written by the engine and read at every check."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from collections.abc import Mapping as Pairs
from pathlib import Path

from kommunvision.load.files import is_there, read_text
from kommunvision.load.located import parse
from kommunvision.load.numbers import NotAPeriod, period
from kommunvision.load.tree import Mapping, Node, Scalar, Sequence
from kommunvision.model import Lock, LockedFigure
from kommunvision.origin import Origin, Where
from kommunvision.problem import Problems, problem
from kommunvision.swedish import periods
from kommunvision.swedish.keys import FACTS, FLAG_WORDS, LOCK_FIGURE_KEYS, LOCK_KEYS, LOCKS_COMMENT
from kommunvision.swedish.keys import LOCKS_KEY as KEY

LOCKS = "las.yml"

_MARK = re.compile(r"[0-9a-f]{16}")
_YES = next(word for word, meaning in FLAG_WORDS.items() if meaning)


class _Odd(Exception):  # noqa: N818 - it carries a place to the function just above
    """The file is not as the engine wrote it; ``origin`` is where."""

    def __init__(self, origin: Origin) -> None:
        super().__init__(str(origin))
        self.origin = origin


def read_locks(root: Path, folder: str) -> tuple[tuple[Lock, ...], Problems]:
    """Return the locks of the kommun in a folder; a kommun that has locked nothing has no file."""
    problems = Problems()
    name = f"{folder}/{LOCKS}"
    path = root / name
    text = read_text(path, name, problems) if is_there(path) else None
    if text is None:
        return (), problems
    top, found = parse(text, name)
    problems.extend(found)
    if top is None:
        return (), problems
    try:
        listed = _keys(top, KEY)[KEY]
    except _Odd as odd:
        problems.add(problem("KV934", odd.origin))
        return (), problems
    return locks_in(listed, problems), problems


def locks_in(node: Node, problems: Problems) -> tuple[Lock, ...]:
    """Return the locks that a list has; none where it is not as the engine wrote it."""
    try:
        return tuple(map(_lock, _list(node)))
    except _Odd as odd:
        problems.add(problem("KV934", odd.origin))
        return ()


def _lock(node: Node) -> Lock:
    keys = _keys(node, *LOCK_KEYS.values())
    statements = _pairs(keys[LOCK_KEYS["statements"]])
    return Lock(
        occasion=_text(keys[LOCK_KEYS["occasion"]]),
        head=_marks("occasion", keys[LOCK_KEYS["head"]]),
        statements={about: _marks("statement", marks) for about, marks in statements.items()},
        figures=tuple(map(_figure, _list(keys[LOCK_KEYS["figures"]]))),
        where=Where(node.origin),
    )


def _figure(node: Node) -> LockedFigure:
    name = LOCK_FIGURE_KEYS
    keys = _keys(node, name["indicator"], name["period"], name["value"])
    try:
        when = period(_text(keys[name["period"]]))
    except NotAPeriod:
        raise _Odd(node.origin) from None
    women, men = (keys.get(name[part]) for part in ("women", "men"))
    parts = _pairs(keys[name["parts"]]) if name["parts"] in keys else {}
    return LockedFigure(
        indicator=_text(keys[name["indicator"]]),
        period=when,
        forecast=name["forecast"] in keys,
        value=_text(keys[name["value"]]),
        women=_text(women) if women else None,
        men=_text(men) if men else None,
        parts={part: _text(value) for part, value in parts.items()},
        where=Where(node.origin),
    )


def _pairs(node: Node) -> dict[str, Node]:
    if not isinstance(node, Mapping):
        raise _Odd(node.origin)
    return {key.text: value for key, value in node.entries}


def _keys(node: Node, *needed: str) -> dict[str, Node]:
    found = _pairs(node)
    if not found.keys() >= set(needed):
        raise _Odd(node.origin)
    return found


def _marks(record: str, node: Node) -> dict[str, str]:
    """Return the fingerprints of an object by attribute; the file has them by key."""
    attributes = {field.key: name for name, field in FACTS[record].items()}
    found = _pairs(node)
    if not found.keys() <= attributes.keys():
        raise _Odd(node.origin)
    return {attributes[key]: _mark(value) for key, value in found.items()}


def _list(node: Node) -> tuple[Node, ...]:
    if not isinstance(node, Sequence):
        raise _Odd(node.origin)
    return node.items


def _text(node: Node) -> str:
    if not isinstance(node, Scalar):
        raise _Odd(node.origin)
    return node.text


def _mark(node: Node) -> str:
    text = _text(node)
    if not _MARK.fullmatch(text):
        raise _Odd(node.origin)
    return text


def locks_tree(locks: Iterable[Lock]) -> Node:
    """Return the locks as they stand under the key of the file, for whoever writes another file."""
    listed = tuple(locks)
    top, _ = parse(locks_text(listed), LOCKS)
    return _keys(top, KEY)[KEY] if top and listed else Sequence((), Origin(LOCKS))


def locks_text(locks: Iterable[Lock]) -> str:
    """Return the locks as text, in an order that does not depend on how the data is written."""
    key = LOCK_KEYS
    lines = [*(f"# {line}" for line in LOCKS_COMMENT.split("\n")), f"{KEY}:"]
    for lock in sorted(locks, key=lambda one: one.occasion):
        lines.append(f"- {key['occasion']}: {lock.occasion}")
        lines.append(f"  {key['head']}: {_marks_text('occasion', lock.head)}")
        lines.append(f"  {key['statements']}:{'' if lock.statements else ' {}'}")
        lines += [
            f"    {about}: {_marks_text('statement', marks)}"
            for about, marks in sorted(lock.statements.items())
        ]
        lines.append(f"  {key['figures']}:{'' if lock.figures else ' []'}")
        lines += [f"  - {_figure_line(one)}" for one in sorted(lock.figures, key=_place)]
    return "\n".join(lines) + "\n"


def _marks_text(record: str, marks: Pairs[str, str]) -> str:
    told = (f"{field.key}: {marks[name]}" for name, field in FACTS[record].items() if name in marks)
    return f"{{{', '.join(told)}}}"


def _place(figure: LockedFigure) -> tuple[object, ...]:
    return (figure.indicator, figure.period.sort_key, figure.forecast)


def _figure_line(figure: LockedFigure) -> str:
    when = figure.period
    told = {
        "indicator": figure.indicator,
        "period": periods.named(when),
        "forecast": _YES if figure.forecast else None,
        "value": figure.value,
        "women": figure.women,
        "men": figure.men,
        "parts": dict(sorted(figure.parts.items())),
    }
    # Text in JSON's quotation marks is text to YAML too, whatever it holds.
    pairs = (
        f"{LOCK_FIGURE_KEYS[name]}: {json.dumps(value, ensure_ascii=False)}"
        for name, value in told.items()
        if value
    )
    return f"{{{', '.join(pairs)}}}"
