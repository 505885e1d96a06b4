"""``kommunvision refresh``: fetches statistics into the data; the only command that does."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from importlib.metadata import version
from pathlib import Path

import click

from kommunvision.cli.common import (
    DATA_ERRORS,
    WELL,
    Folder,
    debug_option,
    progress,
    root_option,
    see_that_kommun_exists,
    tell_problems,
)
from kommunvision.cli.swedish_click import Command, Day, Whole
from kommunvision.statistics import KOLADA, SCB, Errand, Limits, Service, markdown, refresh, text
from kommunvision.swedish.cli import ISSUES, PROGRAM, say
from kommunvision.swedish.statistics import WORDS
from kommunvision.writing import write_whole

# Where tests, and those who have a copy of the services, let us ask instead.
_ADDRESSES = {"Kolada": "KOMMUNVISION_KOLADA", "SCB": "KOMMUNVISION_SCB"}


def _run(  # noqa: PLR0913 - one for each option
    root: Path,
    kommuner: tuple[str, ...],
    day: date | None,
    summary: Path | None,
    seconds: int | None,
    *,
    dry: bool,
) -> int:
    for name in kommuner or (None,):
        see_that_kommun_exists(root, name)
    progress("fetching")
    limits = Limits(total=seconds) if seconds else Limits()
    fetched_on = day or _today()
    errand = Errand(
        services=(_service(KOLADA), _service(SCB)),
        day=fetched_on,
        agent=f"{PROGRAM}/{version(PROGRAM)} (+{ISSUES})",
        limits=limits,
        dry=dry,
    )
    found, errors = refresh(root, errand, kommuner or None)
    if errors:
        tell_problems(root, errors)
        click.echo(WORDS["data_errors"], err=True)
    if found or not errors:
        click.echo(text(found, dry=dry))
    if summary is not None:
        write_whole(summary, markdown(found, fetched_on, dry=dry))
    return DATA_ERRORS if errors or any(one.fault for one in found) else WELL


def _service(service: Service) -> Service:
    return replace(service, base=os.environ.get(_ADDRESSES[service.name]) or service.base)


def _today() -> date:
    """Return the day; a fetch happens on a day of its own, and no build comes this way."""
    return date.today()  # noqa: DTZ011, TID251 - the officer's own day, asked for at the door only


refresh_command = Command(
    "refresh",
    words="refresh",
    callback=_run,
    params=[
        click.Argument(["kommuner"], nargs=-1, metavar=say("kommuner_metavar")),
        root_option(),
        click.Option(["--dry-run", "dry"], is_flag=True, help=say("dry_run_option")),
        click.Option(
            ["--dag", "day"], type=Day(), metavar=say("day_metavar"), help=say("fetched_option")
        ),
        click.Option(
            ["--markdown", "summary"],
            type=Folder(),
            metavar=say("file_metavar"),
            help=say("markdown_option"),
        ),
        click.Option(
            ["--tid", "seconds"],
            type=Whole(1, 86_400, "not_seconds"),
            metavar=say("seconds_metavar"),
            help=say("time_option"),
        ),
        debug_option(),
    ],
)
