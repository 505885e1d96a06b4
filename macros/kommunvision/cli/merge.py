"""``kommunvision merge``: joins the parts of a site that several machines have built."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kommunvision.cli.build import published, see_that_it_lies_apart
from kommunvision.cli.common import (
    WELL,
    Folder,
    day_option,
    debug_option,
    root_option,
    see_that_the_moment_is_one,
    strict_option,
)
from kommunvision.cli.kept import kept_for
from kommunvision.cli.screen import Screen
from kommunvision.cli.swedish_click import Command
from kommunvision.cli.timings import tell_timings
from kommunvision.cli.timings_option import see_that_it_is_a_table, timings_option
from kommunvision.driver import merge_parts
from kommunvision.edition import Edition
from kommunvision.swedish.cli import say


def _run(  # noqa: PLR0913 - one for each option
    folders: tuple[Path, ...],
    root: Path,
    site_dir: Path | None,
    *,
    day: date | None,
    compress: bool,
    timings: Path | None,
    strict: bool,
) -> int:
    see_that_the_moment_is_one()
    see_that_it_lies_apart(site_dir, root)
    see_that_it_is_a_table(timings)
    kept_for(root)
    with Screen() as screen:
        answer = published(
            root,
            lambda: merge_parts(
                root,
                folders,
                site_dir=site_dir,
                strict=strict,
                edition=Edition(day) if day else None,
                smaller=compress,
                watcher=screen,
            ),
        )
    if timings and answer == WELL:
        tell_timings(screen, timings)
    return answer


merge = Command(
    "merge",
    words="merge",
    callback=_run,
    params=[
        click.Argument(
            ["folders"], nargs=-1, required=True, type=Folder(), metavar=say("parts_metavar")
        ),
        root_option(),
        click.Option(
            ["--site-dir"],
            type=Folder(),
            metavar=say("folder_metavar"),
            help=say("site_dir_option"),
        ),
        day_option(),
        click.Option(["--compress"], is_flag=True, help=say("compress_option")),
        timings_option(),
        strict_option(),
        debug_option(),
    ],
)
