"""``kommunvision serve``: shows the site while its files are being edited."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kommunvision import report
from kommunvision.cli.build import complaints
from kommunvision.cli.common import (
    WELL,
    day_option,
    debug_option,
    kommun_option,
    root_option,
    see_that_kommun_exists,
    strict_option,
    tell_problems,
)
from kommunvision.cli.swedish_click import Command, Whole, WrongCall
from kommunvision.driver import BuildReport, require
from kommunvision.driver import serve as server
from kommunvision.driver.live import Voice
from kommunvision.edition import Edition
from kommunvision.folders import SETTINGS
from kommunvision.swedish.cli import say
from kommunvision.text.reading import lines_under


def _run(  # noqa: PLR0913 - one for each option
    root: Path,
    kommun: str | None,
    host: str,
    port: int,
    day: date | None,
    *,
    public: bool,
    strict: bool,
) -> int:
    see_that_kommun_exists(root, kommun)
    require(root, SETTINGS)
    voice = Voice(
        title=say("error_page_title"),
        lead=say("error_page_lead"),
        again=say("error_page_again"),
        explain=lambda made: _explain(root, made),
        fail=_fail,
        ready=lambda address: click.echo(say("serving", address=address)),
    )
    try:
        server.serve(
            root,
            host=host,
            port=port,
            strict=strict,
            voice=voice,
            kommun=kommun,
            edition=Edition(day, drafts=not public),
        )
    except server.PortTakenError:
        raise WrongCall(say("port_taken", port=port)) from None
    return WELL


def _explain(root: Path, made: BuildReport) -> str | None:
    """Tell the terminal what a build came to; return what the page of errors shows."""
    if made.published is not None:
        click.echo(say("served_again"))
        return None
    if made.problems:
        tell_problems(root, made.problems)
    if made.complaints:
        click.echo(complaints(made), err=True)
    shown = [complaints(made)]
    if made.problems:
        shown.insert(0, report.text(made.problems, lines_under(root), from_top=True))
    return "\n".join(filter(None, shown))


def _fail(error: Exception) -> str:
    cause = " ".join(f"{type(error).__name__}: {error}".split())
    message = say("crash", cause=cause)
    click.echo(message, err=True)
    return message


serve = Command(
    "serve",
    words="serve",
    callback=_run,
    params=[
        root_option(),
        kommun_option(),
        day_option(),
        click.Option(["--utan-utkast", "public"], is_flag=True, help=say("public_option")),
        click.Option(
            ["--host"],
            default="127.0.0.1",
            metavar=say("host_metavar"),
            help=say("host_option"),
        ),
        click.Option(
            ["--port"],
            default=8000,
            type=Whole(0, 65_535, "not_a_port"),
            metavar=say("port_metavar"),
            help=say("port_option"),
        ),
        strict_option(),
        debug_option(),
    ],
)
