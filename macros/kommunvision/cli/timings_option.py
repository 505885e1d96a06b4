"""The option that asks where the time of a build went."""

from __future__ import annotations

from pathlib import Path

import click

from kommunvision.cli.common import see_that_folder_exists
from kommunvision.cli.swedish_click import WrongCall
from kommunvision.swedish.cli import say

ON_SCREEN = Path("-")
"""Stands for no file."""


def timings_option() -> click.Option:
    """Return the option that asks for the times, with or without a file."""
    return click.Option(
        ["--timings"],
        type=Path,
        is_flag=False,
        flag_value=str(ON_SCREEN),
        metavar=say("timings_metavar"),
        help=say("timings_option"),
    )


def see_that_it_is_a_table(file: Path | None) -> None:
    """Complain about a file for the times that looks as if it held something else."""
    if file is None or file == ON_SCREEN:
        return
    if file.suffix.lower() != ".csv":
        raise WrongCall(say("not_a_csv", path=file))
    see_that_folder_exists(file)
