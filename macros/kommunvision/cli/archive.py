"""``kommunvision archive``: a copy that opens without a server, for those who keep it for good."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kommunvision import report
from kommunvision.archive import Wanted, make_archive
from kommunvision.cli.build import complaints
from kommunvision.cli.common import (
    DATA_ERRORS,
    WELL,
    Folder,
    debug_option,
    progress,
    root_option,
    see_that_folder_exists,
    see_that_kommun_exists,
    see_that_the_moment_is_one,
    tell_problems,
)
from kommunvision.cli.occasions import examine, find
from kommunvision.cli.swedish_click import Command, Day, WrongCall
from kommunvision.swedish.cli import OCCASION_NAMES, PROGRAM, say
from kommunvision.swedish.format import number
from kommunvision.swedish.problems import Severity


def _run(  # noqa: PLR0913 - one for each option
    kommun: str | None,
    root: Path,
    out: Path | None,
    day: date | None,
    occasion: str | None,
    *,
    documents: bool,
) -> int:
    see_that_kommun_exists(root, kommun)
    see_that_the_moment_is_one()
    wanted = Wanted(kommun, None, day, documents)
    if occasion is not None:
        wanted = _of_occasion(root, kommun, occasion, wanted)
    name = "-".join(filter(None, [PROGRAM, wanted.kommun, wanted.occasion]))
    target = out or Path(f"{name}.zip")
    _refuse(target)
    made = make_archive(root, target, wanted, progress)
    if made.files is None:
        grave = tuple(one for one in made.problems if report.severity(one) is Severity.ERROR)
        tell_problems(root, grave)
        click.echo("\n".join(filter(None, [complaints(made), say("not_archived")])), err=True)
        return DATA_ERRORS
    click.echo(say("archived", path=target, files=number(made.files)))
    return WELL


def _of_occasion(root: Path, kommun: str | None, name: str, wanted: Wanted) -> Wanted:
    """Return what is wanted of a follow-up; only one that is locked stays as it was decided."""
    outcome = examine(root, kommun, name)
    if not outcome.kommuner:
        # The build tells what is wrong.
        return wanted
    owner, occasion = find(outcome, name)
    if occasion.locked is None:
        raise WrongCall(say("archive_unlocked", name=occasion.id))
    return Wanted(owner.slug or None, occasion.id, wanted.day, wanted.documents)


def _refuse(target: Path) -> None:
    """Complain about a file that cannot be written, or must not be written over."""
    see_that_folder_exists(target)
    if target.suffix.lower() != ".zip":
        raise WrongCall(say("not_a_zip", path=target))


archive = Command(
    "archive",
    words="archive",
    callback=_run,
    params=[
        click.Argument(["kommun"], metavar=say("kommun_metavar"), required=False),
        root_option(),
        click.Option(
            ["--ut", "out"], type=Folder(), metavar=say("file_metavar"), help=say("zip_option")
        ),
        click.Option(
            ["--dag", "day"],
            type=Day(),
            metavar=say("day_metavar"),
            help=say("archive_day_option"),
        ),
        click.Option(
            [*OCCASION_NAMES, "occasion"],
            metavar=say("occasion_only_metavar"),
            help=say("archive_occasion_option"),
        ),
        click.Option(["--pdf", "documents"], is_flag=True, help=say("archive_pdf_option")),
        debug_option(),
    ],
)
