"""What an editor offers to begin with: whole objects, and words to choose among."""

from __future__ import annotations

from typing import Any

from kommunvision.load.located import parse
from kommunvision.load.tree import Node, Scalar, Sequence
from kommunvision.origin import Origin
from kommunvision.swedish.editors import BEGINNINGS, EXAMPLE, WORD_HELP
from kommunvision.swedish.keys import CHOICES, FLAG_WORDS, NOT_STATED, RECORDS, Field, Kind


def beginnings(name: str) -> dict[str, Any]:
    """Return the whole object that is offered where one can begin; not all kinds have one."""
    if name not in BEGINNINGS:
        return {}
    label, attributes = BEGINNINGS[name]
    fields = {field.attribute: field for field in RECORDS[name].fields}
    places = _Places()
    body = {
        fields[attribute].key: places.filled(_example(fields[attribute]))
        for attribute in attributes.split()
    }
    record = RECORDS[name]
    return {"defaultSnippets": [{"label": label, "description": record.help, "body": body}]}


def words(field: Field) -> dict[str, Any]:
    """Return the words that may be chosen under a key, for those that have such."""
    chosen = [*CHOICES[field.of]] if field.kind is Kind.CHOICE else []
    if field.kind is Kind.FLAG:
        chosen += FLAG_WORDS
    if field.word:
        chosen.append(field.word[0])
    if field.unstated:
        chosen.append(NOT_STATED)
    offered: list[dict[str, Any]] = [
        {"label": word, "body": word}
        | ({"description": WORD_HELP[word]} if word in WORD_HELP else {})
        for word in chosen
    ]
    if len(offered) == 1:
        # A single one would be written at once, as if nothing else could be.
        body = _Places().filled(_example(field))
        offered.insert(0, {"label": field.example, "description": EXAMPLE, "body": body})
    return {"defaultSnippets": offered} if offered else {}


def _example(field: Field) -> Node:
    """Return the example of the handbook as an editor would write it."""
    listed, _ = parse(f"- {field.example}", field.key)
    return listed.items[0] if isinstance(listed, Sequence) else Scalar("", Origin(field.key))


class _Places:
    """Numbers the places that the editor stops at."""

    def __init__(self) -> None:
        self._number = 0

    def filled(self, node: Node) -> Any:  # noqa: ANN401 - as JSON is
        if isinstance(node, Scalar):
            self._number += 1
            return f"${{{self._number}:{node.text}}}"
        if isinstance(node, Sequence):
            return [self.filled(one) for one in node.items]
        return {key.text: self.filled(value) for key, value in node.entries}
