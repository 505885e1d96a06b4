"""``kommunvision migrate``: data files of an older format become ones of the newest."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

import click

from kommunvision.cli.common import (
    DATA_ERRORS,
    WELL,
    debug_option,
    root_option,
    see_that_kommun_exists,
    tell_problems,
)
from kommunvision.cli.swedish_click import Command
from kommunvision.migrate import STEPS, Lifted, lift, write
from kommunvision.swedish.cli import say
from kommunvision.swedish.format import number


def _run(root: Path, *, dry: bool) -> int:
    see_that_kommun_exists(root, None)
    files, problems = lift(root, STEPS)
    if problems:
        tell_problems(root, problems.ordered())
        click.echo(say("not_lifted"), err=True)
        return DATA_ERRORS
    if not files:
        click.echo(say("nothing_to_lift"))
        return WELL
    newest = 1 + len(STEPS)
    for file in files:
        click.echo(say("lifted_file", path=file.path, before=file.version, after=newest))
        click.echo("\n".join(_lines(file)))
    if not dry:
        write(root, files)
    click.echo(say("would_lift" if dry else "lifted", count=number(len(files))))
    return WELL


def _lines(file: Lifted) -> list[str]:
    """Return each line that goes and each that comes in its place."""
    before, after = file.before.splitlines(), file.after.splitlines()
    _, _, *rest = unified_diff(before, after, n=0, lineterm="")
    return [f"  {line}" for line in rest if not line.startswith("@@")]


migrate = Command(
    "migrate",
    words="migrate",
    callback=_run,
    params=[
        root_option(),
        click.Option(["--dry-run", "dry"], is_flag=True, help=say("dry_run_option")),
        debug_option(),
    ],
)
