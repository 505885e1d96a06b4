"""``kommunvision pdf``: a whole kommun as one accessible document."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kommunvision import report
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
from kommunvision.cli.swedish_click import Command, Day, WrongCall
from kommunvision.driver import make_document, require
from kommunvision.load import DATA, load_site
from kommunvision.swedish.cli import OCCASION_NAMES, say
from kommunvision.swedish.problems import Severity
from kommunvision.writing import write_whole

# What the file is called where the only kommun of a site has no folder of its own.
_NAMELESS = "kommun"


def _run(
    kommun: str | None, root: Path, out: Path | None, day: date | None, occasion: str | None
) -> int:
    require(root, DATA)
    slug = _chosen(root, kommun)
    _see_that_occasion_exists(root, slug, occasion)
    target = out or Path(f"{occasion or slug or _NAMELESS}.pdf")
    _refuse(target)
    see_that_the_moment_is_one()
    progress("checking")
    made = make_document(root, slug, day=day, occasion=occasion, stage=progress)
    grave = tuple(one for one in made.problems if report.severity(one) is Severity.ERROR)
    if made.pdf is None:
        tell_problems(root, grave)
        click.echo("\n".join(filter(None, [complaints(made), say("not_printed")])), err=True)
        return DATA_ERRORS
    write_whole(target, made.pdf)
    click.echo(say("printed", path=target))
    return WELL


def _chosen(root: Path, kommun: str | None) -> str:
    """Return the folder name of the kommun; where there is only one, it need not be named."""
    if kommun:
        see_that_kommun_exists(root, kommun)
        return kommun
    slugs = [one.slug for one in load_site(root).kommuner]
    if len(slugs) != 1:
        raise WrongCall(say("which_kommun", choices=", ".join(sorted(slugs))))
    return slugs[0]


def _see_that_occasion_exists(root: Path, slug: str, occasion: str | None) -> None:
    """Complain about a follow-up that the kommun does not have, if it can be read at all."""
    for kommun in load_site(root).kommuner if occasion else ():
        if kommun.slug == slug and occasion not in {one.id for one in kommun.occasions}:
            raise WrongCall(say("no_such_occasion", name=occasion))


def _refuse(target: Path) -> None:
    """Complain about a file that cannot be written, or must not be written over."""
    see_that_folder_exists(target)
    if target.exists() and target.suffix.lower() != ".pdf":
        raise WrongCall(say("out_taken", path=target))


pdf = Command(
    "pdf",
    words="pdf",
    callback=_run,
    params=[
        click.Argument(["kommun"], metavar=say("kommun_metavar"), required=False),
        root_option(),
        click.Option(
            ["--ut", "out"], type=Folder(), metavar=say("file_metavar"), help=say("out_option")
        ),
        click.Option(
            ["--dag", "day"], type=Day(), metavar=say("day_metavar"), help=say("day_option")
        ),
        click.Option(
            [*OCCASION_NAMES, "occasion"],
            metavar=say("occasion_only_metavar"),
            help=say("pdf_occasion_option"),
        ),
        debug_option(),
    ],
)
