"""The ledger of addresses: what a site has once published must go on leading somewhere."""

from __future__ import annotations

from pathlib import Path

from kommunvision.load.files import DATA, is_there, read_text
from kommunvision.load.located import parse
from kommunvision.load.tree import Mapping, Scalar, Sequence
from kommunvision.origin import Origin
from kommunvision.problem import Problems, problem
from kommunvision.swedish.keys import LEDGER_COMMENT, LEDGER_KEY

LEDGER = f"{DATA}/adresser.yml"


def read_ledger(root: Path) -> tuple[dict[str, Origin], Problems]:
    """Return every address that has been published, with its line in the ledger.

    A site without a ledger has published nothing that it remembers.
    """
    problems = Problems()
    path = root / LEDGER
    text = read_text(path, LEDGER, problems) if is_there(path) else None
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


def ledger_text(addresses: set[str]) -> str:
    """Return the ledger as text: one address a line, in the order of their letters."""
    comment = "".join(f"# {line}\n" for line in LEDGER_COMMENT.split("\n"))
    lines = "".join(f"- {address}\n" for address in sorted(addresses))
    return f"{comment}{LEDGER_KEY}:\n{lines}"
