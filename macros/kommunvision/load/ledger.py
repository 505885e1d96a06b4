"""The ledger of addresses: what a site has once published must go on leading somewhere."""

from __future__ import annotations

import re
from pathlib import Path

from kommunvision.folders import LEDGER
from kommunvision.load.files import is_there, read_text
from kommunvision.load.located import parse
from kommunvision.load.tree import Mapping, Scalar, Sequence
from kommunvision.origin import Origin
from kommunvision.problem import Problems, problem
from kommunvision.swedish.keys import LEDGER_COMMENT, LEDGER_KEY

# As ``ledger_text`` lays it out, with nothing that YAML could take for something else than text.
# There are as many lines as pages in the country, so they are not read as YAML.
_OWN_LAYOUT = re.compile(
    rf"(?:#[^\n]*\n)*{LEDGER_KEY}:\n(?:- [a-z0-9][a-z0-9_.#-]*/[a-z0-9/_.#-]*\n)*"
)


def read_ledger(root: Path) -> tuple[dict[str, Origin], Problems]:
    """Return every address that has been published, with its line in the ledger.

    A site without a ledger has published nothing that it remembers.
    """
    problems = Problems()
    path = root / LEDGER
    text = read_text(path, LEDGER, problems) if is_there(path) else None
    if text and _OWN_LAYOUT.fullmatch(text):
        return _lines(text), problems
    top, found = parse(text or "", LEDGER)
    problems.extend(found)
    if top is None:
        return {}, problems
    values = (
        [value for key, value in top.entries if key.text == LEDGER_KEY]
        if isinstance(top, Mapping)
        else []
    )
    if not values or not isinstance(values[0], Sequence):
        problems.add(problem("KV807", top.origin))
        return {}, problems
    return {
        item.text: item.origin for item in values[0].items if isinstance(item, Scalar)
    }, problems


def _lines(text: str) -> dict[str, Origin]:
    """Return the addresses of a ledger that is laid out as we write it."""
    lines = enumerate(text.split("\n"), start=1)
    found = ((line[2:], number) for number, line in lines if line.startswith("- "))
    return {url: Origin(LEDGER, number, 3, len(url)) for url, number in found}


def ledger_text(addresses: set[str]) -> str:
    """Return the ledger as text: one address a line, in the order of their letters."""
    comment = "".join(f"# {line}\n" for line in LEDGER_COMMENT.split("\n"))
    lines = "".join(f"- {address}\n" for address in sorted(addresses))
    return f"{comment}{LEDGER_KEY}:\n{lines}"
