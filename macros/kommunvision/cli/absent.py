"""What is told of a workbook that has come back beside what it changes, such as what it lacks."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import click

from kommunvision.collect import Change, Round
from kommunvision.collect.absent import Absent, Note
from kommunvision.model import Body
from kommunvision.progress import Occasions
from kommunvision.swedish.cli import say
from kommunvision.swedish.collecting import CUT, LONGEST_SHOWN, MOST_SHOWN, rows
from kommunvision.swedish.format import listing


def tell_absent(asked: Round, lacking: Collection[Absent]) -> None:
    """Tell which sheets and rows are not there, and what remains to be reported of them."""
    for one in lacking:
        key = "import_no_rows"
        if one.is_whole:
            key = "import_no_sheet_left" if one.left else "import_no_sheet"
        click.echo(say(key, sheet=one.kind.sheet, rows=rows(len(one.left))))
        for row in one.left[:MOST_SHOWN]:
            click.echo(say("import_absent", title=row.told, id=row.item.id))
        if more := one.left[MOST_SHOWN:]:
            names = f"{asked.kommun.slug} {asked.occasion.id}".strip()
            click.echo(say("import_absent_more", number=len(more), names=names))
    if any(one.left for one in lacking):
        click.echo(say("import_ask_for"))


def tell_whose(asked: Round, changes: Iterable[Change]) -> None:
    """Tell who is to report what the answers are about, where several are asked."""
    of_each = [set(one.row.who) for one in changes]
    bodies = [asked.body(who) for who in asked.bodies if all(who in one for one in of_each)]
    names = [one.name if isinstance(one, Body) else one for one in bodies if one]
    if names and len(asked.bodies) > 1:
        click.echo(say("import_whose", bodies=listing(names)))


def tell_later(asked: Round) -> None:
    """Tell of later occasions that the answers may be meant for."""
    occasions = Occasions(asked.kommun)
    beyond = occasions.all[occasions.all.index(asked.occasion) + 1 :]
    beside = occasions.beside(asked.occasion)
    later = [one.name for one in beyond if one.locked is None and one not in beside]
    if later:
        click.echo(say("import_later", later=listing(later), occasion=asked.occasion.name))


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
