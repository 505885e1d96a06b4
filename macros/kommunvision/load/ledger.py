"""The ledger of addresses: what a site has once published must go on leading somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from kommunvision.folders import LEDGER
from kommunvision.load import tree
from kommunvision.load.files import is_there, read_text
from kommunvision.load.located import parse
from kommunvision.origin import Origin
from kommunvision.problem import Problems, problem
from kommunvision.swedish.keys import LEDGER_COMMENT, LEDGER_KEY

# As ``ledger_text`` lays it out, with nothing that YAML could take for something else than text.
# There are as many lines as pages in the country, so they are not read as YAML.
_OWN_LAYOUT = re.compile(
    rf"(?:#[^\n]*\n)*{LEDGER_KEY}:\n(?:- [a-z0-9][a-z0-9_.#-]*/[a-z0-9/_.#-]*\n)*"
)


class _Lines(Mapping[str, Origin]):
    """The addresses of a ledger that is laid out as we write it, each with its place.

    Few are ever asked where they stand, so the places are made when they are.
    """

    def __init__(self, text: str) -> None:
        lines = enumerate(text.split("\n"), start=1)
        self._lines = {line[2:]: number for number, line in lines if line.startswith("- ")}

    def __getitem__(self, url: str) -> Origin:
        return Origin(LEDGER, self._lines[url], 3, len(url))

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def read_ledger(root: Path) -> tuple[Mapping[str, Origin], Problems]:
    """Return every address that has been published, with its line in the ledger.

    A site without a ledger has published nothing that it remembers.
    """
    problems = Problems()
    path = root / LEDGER
    text = read_text(path, LEDGER, problems) if is_there(path) else None
    if text and _OWN_LAYOUT.fullmatch(text):
        return _Lines(text), problems
    top, found = parse(text or "", LEDGER)
    problems.extend(found)
    if top is None:
        return {}, problems
    values = (
        [value for key, value in top.entries if key.text == LEDGER_KEY]
        if isinstance(top, tree.Mapping)
        else []
    )
    if not values or not isinstance(values[0], tree.Sequence):
        problems.add(problem("KV807", top.origin))
        return {}, problems
    return {
        item.text: item.origin for item in values[0].items if isinstance(item, tree.Scalar)
    }, problems


def ledger_text(addresses: set[str]) -> str:
    """Return the ledger as text: one address a line, in the order of their letters."""
    comment = "".join(f"# {line}\n" for line in LEDGER_COMMENT.split("\n"))
    lines = "".join(f"- {address}\n" for address in sorted(addresses))
    return f"{comment}{LEDGER_KEY}:\n{lines}"
