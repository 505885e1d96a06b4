"""``kommunvision template``: workbooks in which bodies report to an occasion."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from kommunvision.cli.common import (
    DATA_ERRORS,
    WELL,
    Folder,
    debug_option,
    root_option,
    tell_problems,
)
from kommunvision.cli.occasions import errors, named, names_argument
from kommunvision.cli.swedish_click import Command, WrongCall
from kommunvision.collect import Round, name_of, template
from kommunvision.collect.columns import VALUES
from kommunvision.model import Body
from kommunvision.swedish.cli import say
from kommunvision.swedish.collect import NOBODY_FILE, TEMPLATE_FILE, TEMPLATE_FOLDER
from kommunvision.swedish.collecting import BODY_NAMES, OUT_NAMES
from kommunvision.swedish.due import numbers
from kommunvision.writing import write_whole

_ENDING = ".xlsx"


def _run(root: Path, names: tuple[str, ...], body: str | None, out: Path | None) -> int:
    found = named(root, names)
    if found is None:
        return DATA_ERRORS
    outcome, kommun, occasion = found
    if wrong := errors(outcome, kommun):
        tell_problems(root, wrong)
        click.echo(say("no_template"), err=True)
        return DATA_ERRORS
    if occasion.locked is not None:
        raise WrongCall(say("template_locked", name=occasion.id))
    asked = Round(kommun, occasion)
    if not asked.bodies:
        raise WrongCall(say("nobody_asked", name=occasion.id))
    files = _one(asked, body, out) if body else _each(asked, out)
    made = {path: template(asked, who) for path, who in files.items()}
    _write(made)
    click.echo(say("templates_made"))
    for path, who in files.items():
        click.echo(say("template_row", path=path, left=_left(asked, who)))
    return WELL


def _one(asked: Round, body: str, out: Path | None) -> Mapping[Path, str | None]:
    """Return the file for one body, where it would be among the others if nothing else is told."""
    who = _named(asked, body)
    if out is None or out.is_dir() or not out.suffix:
        return {_folder(asked, out) / _file_name(asked, who): who}
    if out.suffix.lower() != _ENDING:
        raise WrongCall(say("template_not_xlsx", path=out))
    if not out.parent.is_dir():
        raise WrongCall(say("no_folder", path=out.parent))
    return {out: who}


def _each(asked: Round, out: Path | None) -> Mapping[Path, str | None]:
    """Return a file for everyone who is asked for something."""
    folder = _folder(asked, out)
    return {folder / _file_name(asked, who): who for who in asked.bodies}


def _folder(asked: Round, out: Path | None) -> Path:
    """Return the folder that files are written in: one of their own if nothing else is told."""
    folder = out or Path(
        TEMPLATE_FOLDER.format(kommun=name_of(asked.kommun), occasion=asked.occasion.id)
    )
    if folder.exists() and not folder.is_dir():
        raise WrongCall(say("not_a_folder", path=folder))
    return folder


def _file_name(asked: Round, who: str | None) -> str:
    return TEMPLATE_FILE.format(
        kommun=name_of(asked.kommun),
        occasion=asked.occasion.id,
        body=asked.body_id(who, NOBODY_FILE),
    )


def _named(asked: Round, body: str) -> str | None:
    """Return the body with an id, a short form or a name."""
    wanted = body.casefold()
    for who in asked.bodies:
        found = asked.body(who)
        names = [who or NOBODY_FILE, asked.body_id(who, NOBODY_FILE)]
        if isinstance(found, Body):
            names += [found.name, found.short or found.name, *found.former_ids]
        if wanted in {one.casefold() for one in names}:
            return who
    choices = ", ".join(asked.body_id(who, NOBODY_FILE) for who in asked.bodies)
    raise WrongCall(say("no_such_body", name=body, choices=choices))


def _write(made: Mapping[Path, bytes]) -> None:
    """Write every file, but none over one that somebody may have filled in."""
    for path, content in made.items():
        if path.exists() and (not path.is_file() or path.read_bytes() != content):
            raise WrongCall(say("template_there", path=path))
    for path, content in made.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content)


def _left(asked: Round, who: str | None) -> str:
    left = [one for one in asked.rows if one.left and who in one.who]
    values = sum(one.kind is VALUES for one in left)
    told = numbers(values, len(left) - values)
    return say("template_left", left=told) if told else say("template_complete")


template_command = Command(
    "template",
    words="template",
    callback=_run,
    params=[
        names_argument(required=True),
        root_option(),
        click.Option([*BODY_NAMES, "body"], metavar=say("body_metavar"), help=say("body_option")),
        click.Option(
            [*OUT_NAMES, "out"],
            type=Folder(),
            metavar=say("file_or_folder_metavar"),
            help=say("template_out_option"),
        ),
        debug_option(),
    ],
)
