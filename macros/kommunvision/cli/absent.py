"""What is not read of a workbook that has come back, told beside what it changes."""

from __future__ import annotations

from collections.abc import Iterable

import click

from kommunvision.collect import Round
from kommunvision.collect.absent import Absent, Note
from kommunvision.swedish.cli import say
from kommunvision.swedish.collecting import CUT, LONGEST_SHOWN, MOST_SHOWN, rows


def tell_absent(asked: Round, lacking: Iterable[Absent]) -> None:
    """Tell which sheets and rows are not there, and what remains to be reported of them."""
    is_left = False
    for one in lacking:
        key = "import_no_sheet" if one.is_whole else "import_no_rows"
        key = "import_no_sheet_left" if one.is_whole and one.left else key
        click.echo(say(key, sheet=one.kind.sheet, rows=rows(len(one.left))))
        for row in one.left[:MOST_SHOWN]:
            click.echo(say("import_absent", title=row.told, id=row.item.id))
        if more := one.left[MOST_SHOWN:]:
            names = f"{asked.kommun.slug} {asked.occasion.id}".strip()
            click.echo(say("import_absent_more", number=len(more), names=names))
        is_left = is_left or bool(one.left)
    if is_left:
        click.echo(say("import_ask_for"))


def tell_notes(noted: Iterable[Note]) -> None:
    """Tell of notes on cells, which are not read."""
    for number, one in enumerate(noted):
        if not number:
            click.echo(say("import_notes"))
        click.echo(say("import_note", place=one.origin, text=short(one.text)))


def short(text: str) -> str:
    """Return a text on one line, cut where it is long."""
    line = " ".join(text.split())
    if len(line) <= LONGEST_SHOWN:
        return line
    return CUT.format(start=line[:LONGEST_SHOWN].rstrip())
