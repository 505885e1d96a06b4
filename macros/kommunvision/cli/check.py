"""``kommunvision check``: finds what is wrong, and builds nothing."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click

from kommunvision import pipeline, report
from kommunvision.cli.common import (
    DATA_ERRORS,
    WELL,
    day_option,
    debug_option,
    kommun_option,
    progress,
    root_option,
    see_that_kommun_exists,
    strict_option,
    tell_problems,
)
from kommunvision.cli.swedish_click import Choice, Command
from kommunvision.driver import require
from kommunvision.publication import Edition, build_day
from kommunvision.swedish.cli import say

_FOR_MACHINES = {
    "json": report.json_text,
    "github": report.github,
    "sarif": report.sarif,
}


def _run(  # noqa: PLR0913 - one for each option
    root: Path,
    form: str | None,
    kommun: str | None,
    day: date | None,
    *,
    drafts: bool,
    strict: bool,
) -> int:
    see_that_kommun_exists(root, kommun)
    if (root / pipeline.CONTENT).exists():
        require(root, pipeline.CONTENT)
    progress("checking")
    edition = Edition(day or build_day(os.environ), drafts)
    only = [kommun] if kommun else None
    outcome = pipeline.check(root, only=only, strict=strict, edition=edition)
    chosen = form or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text")
    if chosen == "text":
        tell_problems(root, outcome.problems)
    else:
        click.echo(_FOR_MACHINES[chosen](outcome.problems), nl=False)
    return DATA_ERRORS if outcome.stopped else WELL


check = Command(
    "check",
    words="check",
    callback=_run,
    params=[
        root_option(),
        kommun_option(),
        click.Option(
            ["--format", "form"],
            type=Choice("text", *_FOR_MACHINES),
            metavar=say("format_metavar"),
            help=say("format_option"),
        ),
        day_option(),
        click.Option(["--utkast", "drafts"], is_flag=True, help=say("check_drafts_option")),
        strict_option(),
        debug_option(),
    ],
)
