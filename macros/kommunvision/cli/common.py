"""What the commands share: options, exit codes, colours, progress.

Every call imports this, so what takes long to import is imported where it is used.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from kommunvision.cli.swedish_click import Day, WrongCall
from kommunvision.driver import require
from kommunvision.folders import DATA
from kommunvision.problem import Problem
from kommunvision.swedish.cli import DEBUG_NAMES, say
from kommunvision.text.guess import nearest
from kommunvision.text.reading import lines_under

# All is well; something has to be mended first, in the data or around the program; the call is
# wrong; the program failed. Whoever is asked to stop answers as programs do, STOPPED and a number.
WELL, DATA_ERRORS, WRONG, FAILED = range(4)
STOPPED = 128

# Of more names than these, nobody reads a list.
_MOST_TOLD = 24


class Folder(click.ParamType[Path]):
    """A folder; whether it is there is found where it is needed."""

    name = "folder"

    def convert(
        self,
        value: str | Path,
        param: click.Parameter | None,  # noqa: ARG002 - as the base class
        ctx: click.Context | None,  # noqa: ARG002 - as the base class
    ) -> Path:
        """Return the path."""
        return Path(value)


def root_option() -> click.Option:
    """Return the option for the root of the site's repository."""
    return click.Option(
        ["--root"],
        default=".",
        metavar=say("folder_metavar"),
        help=say("root_option"),
        type=Folder(),
    )


def debug_option() -> click.Option:
    """Return the option that shows all about a failure; ``run`` looks for it itself."""
    return click.Option(
        list(DEBUG_NAMES), is_flag=True, expose_value=False, help=say("debug_option")
    )


def strict_option() -> click.Option:
    """Return the option that counts warnings as errors."""
    return click.Option(["--strict"], is_flag=True, help=say("strict_option"))


def day_option() -> click.Option:
    """Return the option that chooses the day of a build."""
    return click.Option(
        ["--dag", "day"], type=Day(), metavar=say("day_metavar"), help=say("build_day_option")
    )


def kommun_option() -> click.Option:
    """Return the option that chooses one kommun."""
    return click.Option(["--kommun"], metavar=say("kommun_metavar"), help=say("kommun_option"))


def see_that_kommun_exists(root: Path, kommun: str | None) -> None:
    """Complain about a kommun that has no folder; ``data`` itself must be there too."""
    require(root, DATA)
    if kommun is None:
        return
    # A name, and no way to a folder: there would be no kommun of that name to build.
    folders = (one.name for one in (root / DATA).iterdir() if one.is_dir())
    there = sorted(name for name in folders if not name.startswith("."))
    if kommun not in there:
        raise WrongCall(with_choices(say("no_such_kommun", name=kommun), kommun, there))


def with_choices(message: str, name: str, there: Sequence[str]) -> str:
    """Return what is told of a name that nothing has, with the one that was meant or what there is.

    Args:
        message: Says that nothing has the name.
        name: The name.
        there: The names that there are.
    """
    if near := nearest(name, there):
        return f"{message} {say('did_you_mean', suggestion=near)}"
    if 0 < len(there) <= _MOST_TOLD:
        return f"{message} {say('there_is', choices=', '.join(there))}"
    return message


def see_that_folder_exists(target: Path) -> None:
    """Complain about a file that is to be written where there is no folder."""
    if not target.parent.is_dir():
        raise WrongCall(say("no_folder", path=target.parent))


def see_that_the_moment_is_one() -> None:
    """Complain about a moment that builds shall believe in, and that is none."""
    from kommunvision.doctor.computer import epoch  # noqa: PLC0415

    for odd in epoch(os.environ):
        raise WrongCall(odd.said)


def tell_problems(root: Path, problems: tuple[Problem, ...]) -> None:
    """Print a report of problems for people."""
    from kommunvision import report  # noqa: PLC0415

    text = report.text(problems, lines_under(root), colour=sys.stdout.isatty())
    click.echo(text, nl=False)


def progress(stage: str) -> None:
    """Say on a terminal what is going on; a pipe or a log hears only why nothing goes on."""
    if sys.stderr.isatty() or stage == "waiting":
        click.echo(say(stage), err=True)
