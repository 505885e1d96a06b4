"""``kommunvision lock``: writes down what an occasion says, so that a later change is found."""

from __future__ import annotations

from pathlib import Path

import click

from kommunvision.cli.common import (
    DATA_ERRORS,
    WELL,
    debug_option,
    root_option,
    tell_problems,
)
from kommunvision.cli.occasions import errors, named, names_argument
from kommunvision.cli.swedish_click import Command, WrongCall
from kommunvision.load import LOCKS, locks_text
from kommunvision.progress import Figures, Occasions, lock_of
from kommunvision.progress.fingerprints import lock as fingerprints
from kommunvision.swedish.cli import say
from kommunvision.writing import write_whole


def _run(root: Path, names: tuple[str, ...]) -> int:
    found = named(root, names)
    if found is None:
        return DATA_ERRORS
    outcome, kommun, occasion = found
    held = lock_of(kommun, occasion)
    wrong = errors(outcome, kommun)
    if wrong:
        tell_problems(root, wrong)
        click.echo(say("lock_holds" if held else "not_locked", name=occasion.id), err=True)
        return DATA_ERRORS
    if occasion.locked is None:
        raise WrongCall(say("no_lock_day", name=occasion.id))
    if held:
        click.echo(say("locked_already", name=occasion.id))
        return WELL
    made = fingerprints(Occasions(kommun), Figures(kommun), occasion)
    path = Path(kommun.folder) / LOCKS
    write_whole(root / path, locks_text([*kommun.locks, made]))
    click.echo(say("locked", name=occasion.id, path=path.as_posix()))
    return WELL


lock = Command(
    "lock",
    words="lock",
    callback=_run,
    params=[names_argument(required=True), root_option(), debug_option()],
)
