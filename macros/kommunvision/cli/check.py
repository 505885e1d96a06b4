"""``kommunvision check``: finds what is wrong, and builds nothing."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

import click

from kommunvision import report
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
from kommunvision.cli.kept import kept_for
from kommunvision.cli.swedish_click import Choice, Command, WrongCall
from kommunvision.driver import Sources, require
from kommunvision.edition import Edition, build_day
from kommunvision.folders import CONTENT
from kommunvision.kept import fingerprint
from kommunvision.problem import Problem
from kommunvision.repository import checked_out
from kommunvision.swedish.cli import PLAIN_NAMES, say

_FOR_MACHINES = {
    "json": report.json_text,
    "github": report.github,
    "sarif": report.sarif,
}


_JUDGED = "judged"
# There are so many ways to ask in daily use; each new day is one more.
_MANY = 8


@dataclass(frozen=True, slots=True)
class _Judged:
    """What a check has come to, for the next one that finds nothing changed."""

    source: str
    problems: tuple[Problem, ...]
    stopped: bool
    version: str | None
    """The commit that was checked out, where it has a say."""

    def is_still_so(self, source: str, root: Path) -> bool:
        """Whether the same would be found again."""
        if self.source != source:
            return False
        return self.version is None or self.version == checked_out(root)


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
        _refuse(out, plain=plain)
    if (root / CONTENT).exists():
        require(root, CONTENT)
    edition = Edition(day or build_day(os.environ), drafts)
    only = [kommun] if kommun else None
    store, sources = kept_for(root), Sources.of(root)
    source = sources.fingerprint(store.programs)
    call = fingerprint(only, strict, edition)
    kept: dict[str, _Judged] = store.get(_JUDGED) or {}
    judged = None if plain else kept.get(call)
    write = None
    if judged is None or not judged.is_still_so(source, root):
        from kommunvision.cli import judging  # noqa: PLC0415 - takes long, and is seldom needed

        version = checked_out(root)
        try:
            outcome = judging.judge(
                root, store, sources, only=only, strict=strict, plain=plain, edition=edition
            )
        except judging.NoDictionaryError:
            click.echo(say("no_dictionary"), err=True)
            return DATA_ERRORS
        except judging.WorkerDiedError:
            click.echo(say("wrong", message=say("checker_died")), err=True)
            return DATA_ERRORS
        # What files have lost is asked of git, and of all kommuner, where anything is missed.
        doubtful = outcome.stopped or only
        judged = _Judged(source, outcome.problems, outcome.stopped, version if doubtful else None)
        if plain and out is not None:
            from kommunvision.cli import plain_language  # noqa: PLC0415 - it makes a page

            write = partial(plain_language.write, root, outcome, out)
        elif not plain and Sources.of(root).fingerprint(store.programs) == source:
            # Else somebody has saved in the meantime, and nobody knows what was found in which.
            # The oldest answers go first.
            kept.pop(call, None)
            store.put(_JUDGED, dict([*kept.items(), (call, judged)][-_MANY:]))
    chosen = form or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text")
    if chosen == "text":
        tell_problems(root, judged.problems)
    else:
        click.echo(_FOR_MACHINES[chosen](judged.problems), nl=False)
    if write:
        write()
    return DATA_ERRORS if judged.stopped else WELL


def _refuse(target: Path, *, plain: bool) -> None:
    """Complain about a file that cannot be written, or must not be written over."""
    if not plain:
        raise WrongCall(say("plain_out_alone"))
    if not target.parent.is_dir():
        raise WrongCall(say("no_folder", path=target.parent))
    if target.exists() and target.suffix.lower() != ".html":
        raise WrongCall(say("plain_out_taken", path=target))


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
