"""``kommunvision format``: data files get back the layout that a form editor took from them."""

from __future__ import annotations

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
from kommunvision.cli.swedish_click import Command, WrongCall
from kommunvision.driver.earlier import NoVersionError
from kommunvision.driver.layout import laid_out
from kommunvision.load import DATA
from kommunvision.swedish.cli import say
from kommunvision.writing import write_together


def _run(root: Path, files: tuple[str, ...], version: str | None, *, check: bool) -> int:
    see_that_kommun_exists(root, None)
    wanted = {_within(root, name) for name in files} if files else None
    try:
        found, problems = laid_out(root, wanted, version)
    except NoVersionError as error:
        raise WrongCall(say(f"version_{error.why.value}", name=error.wanted)) from error
    if not check:
        write_together({root / one.path: one.after for one in found})
    for one in found:
        click.echo(say("layout_would_change" if check else "layout_changed", path=one.path))
    if problems:
        tell_problems(root, problems.ordered())
        return DATA_ERRORS
    if not found:
        click.echo(say("layout_nothing"))
    elif check:
        click.echo(say("layout_do"), err=True)
        return DATA_ERRORS
    return WELL


def _within(root: Path, name: str) -> str:
    """Return a file's path relative to the root; it may be given from here, or from the root."""
    data = (root / DATA).resolve()
    for path in (Path(name).resolve(), (root / name).resolve()):
        if path.is_file() and path.is_relative_to(data):
            return f"{DATA}/{path.relative_to(data).as_posix()}"
    raise WrongCall(say("layout_not_data", path=name, folder=f"{DATA}/"))


layout = Command(
    "format",
    words="layout",
    callback=_run,
    params=[
        click.Argument(["files"], nargs=-1, metavar=say("layout_files_metavar")),
        root_option(),
        click.Option(
            ["--mot", "version"],
            metavar=say("layout_version_metavar"),
            help=say("layout_version_option"),
        ),
        click.Option(["--check"], is_flag=True, help=say("layout_check_option")),
        debug_option(),
    ],
)
