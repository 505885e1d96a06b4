"""``kommunvision due``: which values and statements are missing, and who is to report them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kommunvision import report
from kommunvision.cli.common import DATA_ERRORS, WELL, debug_option, progress, root_option
from kommunvision.cli.occasions import chosen, errors, examine, find, names_argument
from kommunvision.cli.swedish_click import Choice, Command, Day
from kommunvision.model import Kommun, Occasion
from kommunvision.outcome import Outcome
from kommunvision.progress import Figures, Occasions
from kommunvision.progress.due import to_do
from kommunvision.report.due import Left, due_calendar, due_json, due_text
from kommunvision.swedish.cli import say
from kommunvision.text.reading import lines_under

_FORMS = {"text": due_text, "json": due_json, "ics": due_calendar}


def _run(root: Path, names: tuple[str, ...], form: str, day: date | None) -> int:
    slug, name = chosen(root, names)
    progress("checking")
    outcome = examine(root, slug, name)
    if wrong := errors(outcome):
        click.echo(report.text(wrong, lines_under(root)), err=True, nl=False)
        click.echo(say("no_list"), err=True)
        return DATA_ERRORS
    lists = [_left(kommun, occasion) for kommun, occasion in _asked(outcome, name)]
    # The one place where a clock is read: the list is printed and forgotten, never published.
    today = day or date.today()  # noqa: DTZ011, TID251 - the day at the reader's desk
    click.echo(_FORMS[form](lists, today).encode(), nl=False)
    return WELL


def _asked(outcome: Outcome, name: str | None) -> list[tuple[Kommun, Occasion]]:
    """Return the occasion that is named, or every one that is still open."""
    if name is not None:
        return [find(outcome, name)]
    return [
        (kommun, one)
        for kommun in outcome.kommuner
        for one in Occasions(kommun).all
        if one.locked is None
    ]


def _left(kommun: Kommun, occasion: Occasion) -> Left:
    return Left(kommun, occasion, to_do(Occasions(kommun), Figures(kommun), occasion))


due = Command(
    "due",
    words="due",
    callback=_run,
    params=[
        names_argument(required=False),
        root_option(),
        click.Option(
            ["--format", "form"],
            type=Choice(*_FORMS),
            default="text",
            metavar=say("format_metavar"),
            help=say("due_format_option"),
        ),
        click.Option(
            ["--dag", "day"], type=Day(), metavar=say("day_metavar"), help=say("due_day_option")
        ),
        debug_option(),
    ],
)
