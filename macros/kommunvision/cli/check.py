"""``kommunvision check``: finds what is wrong, and builds nothing."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from kommunvision import pipeline, report
from kommunvision.cli import plain_language
from kommunvision.cli.common import (
    DATA_ERRORS,
    WELL,
    Folder,
    day_option,
    debug_option,
    kommun_option,
    root_option,
    see_that_kommun_exists,
    strict_option,
    tell_problems,
)
from kommunvision.cli.screen import Screen
from kommunvision.cli.swedish_click import Choice, Command
from kommunvision.driver import require
from kommunvision.kept import store_for
from kommunvision.model import Kommun, Term, Theme
from kommunvision.problem import Problems
from kommunvision.publication import Edition, build_day
from kommunvision.shelved import Keeper
from kommunvision.swedish.cli import PLAIN_NAMES, say
from kommunvision.text.spelling import NoDictionaryError

_FOR_MACHINES = {
    "json": report.json_text,
    "github": report.github,
    "sarif": report.sarif,
}


class _Heard(Keeper):
    """Tells the screen of each kommun that has been read."""

    def __init__(self, root: Path, screen: Screen) -> None:
        super().__init__(root, store_for(root), content=pipeline.CONTENT)
        self._screen = screen
        self._read = 0

    def read(
        self,
        root: Path,
        folder: str,
        shared_themes: Iterable[Theme] = (),
        shared_terms: Iterable[Term] = (),
        *,
        drafts: bool = False,
    ) -> tuple[Kommun | None, Problems]:
        """Read as always, and tell."""
        found = super().read(root, folder, shared_themes, shared_terms, drafts=drafts)
        self._read += 1
        # Files of a site with one kommun may lie in no folder of their own.
        self._screen.read(self._read, len(self.data.of_folder.keys() - {""}) or 1)
        return found


def _run(  # noqa: PLR0913 - one for each option
    root: Path,
    form: str | None,
    kommun: str | None,
    day: date | None,
    out: Path | None,
    *,
    drafts: bool,
    strict: bool,
    plain: bool,
) -> int:
    see_that_kommun_exists(root, kommun)
    if out is not None:
        plain_language.refuse(out, plain=plain)
    if (root / pipeline.CONTENT).exists():
        require(root, pipeline.CONTENT)
    edition = Edition(day or build_day(os.environ), drafts)
    only = [kommun] if kommun else None
    try:
        with Screen() as screen:
            screen.stage("checking")
            keeper = _Heard(root, screen)
            outcome = pipeline.check(
                root, only=only, strict=strict, plain=plain, edition=edition, keeper=keeper
            )
    except NoDictionaryError:
        click.echo(say("no_dictionary"), err=True)
        return DATA_ERRORS
    chosen = form or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text")
    if chosen == "text":
        tell_problems(root, outcome.problems)
    else:
        click.echo(_FOR_MACHINES[chosen](outcome.problems), nl=False)
    if out is not None:
        plain_language.write(root, outcome, out)
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
        click.Option([*PLAIN_NAMES, "plain"], is_flag=True, help=say("plain_option")),
        click.Option(
            ["--ut", "out"],
            type=Folder(),
            metavar=say("file_metavar"),
            help=say("plain_out_option"),
        ),
        debug_option(),
    ],
)
