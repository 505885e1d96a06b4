"""``kommunvision new`` for what stands in data files: goals, follow-ups, news and the rest."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from kommunvision import pipeline
from kommunvision.adding import Added, Folder, added, folders, read_folder
from kommunvision.adding.occasion import Covered
from kommunvision.amend import content
from kommunvision.amend.tidy import in_house_order
from kommunvision.cli.common import (
    DATA_ERRORS,
    WELL,
    debug_option,
    root_option,
    see_that_kommun_exists,
    tell_problems,
)
from kommunvision.cli.swedish_click import Command, WrongCall
from kommunvision.edition import Edition
from kommunvision.export.yaml_text import Tree
from kommunvision.load import load_site
from kommunvision.swedish.cli import say
from kommunvision.swedish.entries import ASKED, COMMANDS
from kommunvision.swedish.keys import ID_KEY, RECORDS, SECTIONS, Field, Kind, Section
from kommunvision.text.ascii import ascii_id
from kommunvision.writing import write_together

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

# What has keys of its own is easier to write in the file than on a command line.
_NO_OPTION = frozenset({Kind.RECORD, Kind.FORMER})


def entry_commands() -> Iterator[Command]:
    """Yield the command for each kind of object, the most common first."""
    sections = {section.key: section for section in SECTIONS}
    for key, name in COMMANDS.items():
        section = sections[key]
        yield Command(
            name,
            words=f"new_{section.record}",
            callback=_runner(section),
            params=[
                *(_option(field) for field in _given(section.record)),
                click.Option(
                    ["--kommun", "_slug"],
                    metavar=say("kommun_metavar"),
                    help=say("entry_kommun_option"),
                ),
                click.Option(["--kort", "_short"], is_flag=True, help=say("entry_short_option")),
                root_option(),
                debug_option(),
            ],
        )


def _given(record: str) -> list[Field]:
    found = (one for one in in_house_order(record) if one.attribute != "former_ids")
    return sorted(
        (one for one in found if one.kind not in _NO_OPTION), key=lambda one: not one.required
    )


def _option(field: Field) -> click.Option:
    name = field.key.replace("_", "-")
    plain = ascii_id(name)
    names = [f"--{name}", *([f"--{plain}"] if plain != name else [])]
    several = f" {say('entry_several')}" if field.many else ""
    return click.Option(
        [*names, field.attribute],
        metavar=say("entry_metavar"),
        help=f"{field.help}{several}",
    )


def _runner(section: Section) -> Callable[..., int]:
    def run(root: Path, _slug: str | None, *, _short: bool, **given: str | None) -> int:
        return _run(section, root, _slug, given, is_short=_short)

    return run


def _run(
    section: Section, root: Path, slug: str | None, given: Mapping[str, Any], *, is_short: bool
) -> int:
    see_that_kommun_exists(root, slug)
    slug, path = _chosen(folders(root), slug)
    folder, problems = read_folder(root, path)
    if problems:
        tell_problems(root, problems.ordered())
        click.echo(say("entry_unreadable"), err=True)
        return DATA_ERRORS
    fields = _given(section.record)
    known = {one.key: _value(one, text) for one in fields if (text := given[one.attribute])}
    levels = _levels(folder)
    if _asks():
        known |= _answers(section.record, fields, known, levels)
    _see_that_it_fits(section.record, known, levels, folder)
    kommun = next((one for one in load_site(root, [slug] if slug else None).kommuner), None)
    new = added(folder, section, known, Covered(kommun), is_short=is_short)
    write_together({root / new.path: new.text})
    key = "entry_written_id" if new.name else "entry_written"
    click.echo(say(key, name=new.name, path=new.path, line=new.first))
    _tell_what_is_left(root, slug, new)
    return WELL


def _chosen(known: Mapping[str, str], slug: str | None) -> tuple[str, str]:
    """Return the short name and the folder of the kommun that is meant."""
    if slug is None and len(known) != 1:
        choices = ", ".join(known)
        if known and _asks():
            slug = click.prompt(say("entry_ask_kommun", choices=choices), err=True).strip()
        if slug not in known:
            raise WrongCall(say("entry_which_kommun", choices=choices))
    slug = next(iter(known)) if slug is None else slug
    return slug, known[slug]


def _asks() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def _answers(
    record: str, fields: list[Field], known: Mapping[str, Tree], levels: list[str]
) -> dict[str, Tree]:
    """Return what somebody answers about what must be there and is not known."""
    click.echo(say("entry_ask_first"), err=True)
    found = {}
    for field in fields:
        wanted = (field.required and field.key != ID_KEY) or field.key in ASKED.get(record, ())
        if not wanted or field.key in known:
            continue
        words = "entry_ask_level" if _is_level(record, field) and levels else "entry_ask"
        choices = ", ".join(levels)
        question = say(
            words, name=field.key, help=field.help, example=field.example, choices=choices
        )
        answer = click.prompt(question, default="", show_default=False, err=True).strip()
        if answer:
            found[field.key] = _value(field, answer)
    return found


def _value(field: Field, text: str) -> Tree:
    """Return what somebody has written as it stands in a data file."""
    if text[:1] in "[{":
        told, _ = content(f"v: {text}", "")
        if told:
            return told["v"]
    items = [one.strip() for one in text.split(",") if one.strip()] if field.many else [text]
    has_brackets = field.word is not None or field.example.startswith("[")
    return [*items] if len(items) > 1 or (field.many and has_brackets) else "".join(items)


def _is_level(record: str, field: Field) -> bool:
    return record == "goal" and field.attribute == "level"


def _levels(folder: Folder) -> list[str]:
    """Return the ids of the levels that the kommun's goals have."""
    models = next(section.key for section in SECTIONS if section.record == "model")
    key = next(field.key for field in RECORDS["model"].fields if field.of == "level")
    kind = next(field.key for field in RECORDS["level"].fields if field.of == "level_kind")
    levels = [level for one in folder.objects(models) for level in one.told.get(key) or ()]
    visions = "visioner"
    return [
        str(level[ID_KEY])
        for level in levels
        if isinstance(level, dict) and ID_KEY in level and level.get(kind) != visions
    ]


def _see_that_it_fits(
    record: str, known: Mapping[str, Tree], levels: list[str], folder: Folder
) -> None:
    """Complain about what cannot be right, before anything is written."""
    for field in RECORDS[record].fields:
        value = known.get(field.key)
        if _is_level(record, field) and value and levels and value not in levels:
            raise WrongCall(say("entry_no_level", value=value, choices=", ".join(levels)))
    name = known.get(ID_KEY)
    if name is not None and not (isinstance(name, str) and _ID.fullmatch(name)):
        raise WrongCall(say("entry_bad_id", name=name))
    if name in folder.ids():
        raise WrongCall(say("entry_taken", name=name))


def _tell_what_is_left(root: Path, slug: str, new: Added) -> None:
    """Say what the check finds in what is new."""
    only = [slug] if slug else None
    problems = pipeline.check(root, only=only, edition=Edition(drafts=True)).problems
    own = tuple(
        one
        for one in problems
        if one.origin.path == new.path and new.first <= one.origin.line <= new.last
    )
    if own:
        click.echo(say("entry_left"))
        tell_problems(root, own)
    elif not new.is_draft:
        click.echo(say("entry_done"))
    if new.is_draft:
        click.echo(say("entry_draft"))
