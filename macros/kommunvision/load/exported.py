"""A goal system that was published as JSON becomes a kommun again, through the reader of YAML."""

from __future__ import annotations

import re
from decimal import Decimal

from kommunvision.folders import DATA
from kommunvision.load.folder import Gathered
from kommunvision.load.located import parse
from kommunvision.load.locks import locks_in
from kommunvision.load.tree import Mapping, Node, Scalar, Sequence
from kommunvision.model import Kommun
from kommunvision.origin import Origin
from kommunvision.problem import Problems, problem
from kommunvision.swedish.keys import FLAG_WORDS, LOCKS_KEY, SECTIONS
from kommunvision.swedish.open_data import FILE, PAGE_KEY, SLUG_KEY

# A short number with a large exponent would become a text that fills a computer.
_NUMBER = re.compile(r"-?\d{1,30}(\.\d{1,30})?([eE][-+]?\d{1,2})?")

_KOMMUN_KEY = next(section.key for section in SECTIONS if not section.many)

# JSON's own words; everything else that stands without quotation marks in JSON is a number.
_WORDS = {
    "true": next(word for word, meaning in FLAG_WORDS.items() if meaning),
    "false": next(word for word, meaning in FLAG_WORDS.items() if not meaning),
}


def read_json(text: str, path: str = "malsystem.json") -> tuple[Kommun | None, Problems]:
    """Read a kommun from the file with its whole goal system.

    Args:
        text: The whole file.
        path: What the problems call it.

    Returns:
        The kommun, none when the file does not say who it is, and the problems found.
    """
    top, problems = parse(text, path)
    gathered = Gathered(problems)
    if not isinstance(top, Mapping):
        problems.add(problem("KV018", Origin(path)))
        return None, problems
    keys = {key.text: node for key, node in top.entries}
    sections = {section.key for section in SECTIONS}
    gathered.take(
        Mapping(
            tuple((key, _as_data(node)) for key, node in top.entries if key.text in sections),
            top.origin,
        )
    )
    if not gathered.has_kommun:
        problems.add(problem("KV102", top.origin, key=_KOMMUN_KEY, object=FILE))
    slug = keys.get(SLUG_KEY)
    name = slug.text if isinstance(slug, Scalar) else ""
    locks = locks_in(keys[LOCKS_KEY], problems) if LOCKS_KEY in keys else ()
    return gathered.made(name, f"{DATA}/{name}".rstrip("/"), locks), problems


def _as_data(node: Node) -> Node:
    """Return a value as a data file has it: numbers with a comma, yes and no in words."""
    if isinstance(node, Mapping):
        kept = (entry for entry in node.entries if entry[0].text != PAGE_KEY)
        return Mapping(tuple((key, _as_data(value)) for key, value in kept), node.origin)
    if isinstance(node, Sequence):
        return Sequence(tuple(map(_as_data, node.items)), node.origin)
    if not node.plain:
        return node
    text = _WORDS.get(node.text, node.text)
    if _NUMBER.fullmatch(text):
        text = f"{Decimal(text):f}".replace(".", ",")
    return Scalar(text, node.origin)
