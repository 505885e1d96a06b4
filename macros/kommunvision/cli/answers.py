"""A template that has come back is read into the kommun's data: looked at, told, asked, written."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import click

from kommunvision import pipeline, report
from kommunvision.cli.absent import short, tell_absent, tell_later, tell_notes, tell_whose
from kommunvision.cli.common import DATA_ERRORS, WELL, WRONG, progress, tell_problems
from kommunvision.cli.occasions import errors
from kommunvision.collect import Change, Round, changes_in, name_of, occasion_of, read_returned
from kommunvision.collect.absent import Absent, Note, absent, notes
from kommunvision.collect.changes import Amended, amendments
from kommunvision.collect.proof import new_problems
from kommunvision.driver import require
from kommunvision.edition import Edition
from kommunvision.load import DATA
from kommunvision.problem import Problem, Problems
from kommunvision.swedish.cli import say
from kommunvision.swedish.problems import Severity
from kommunvision.writing import write_together


def take_in(root: Path, file: Path, content: bytes, *, yes: bool, emptied: bool) -> int:
    """Read a template that has come back, and write its answers if that is wanted.

    Args:
        root: Root of the site's repository.
        file: The file.
        content: What stands in it.
        yes: Whether nobody needs to be asked.
        emptied: Whether a cell that has been emptied takes away what stood there.

    Returns:
        An exit code.
    """
    require(root, DATA)
    try:
        asked, changes, lacking, noted = _read(root, file, content, emptied=emptied)
        if not changes:
            names = {"kommun": asked.kommun.name, "occasion": asked.occasion.name}
            click.echo(say("import_nothing_new", **names))
            tell_absent(asked, lacking)
            tell_notes(noted)
            return WELL
        files = amendments(root, asked, changes)
        _see_that_it_holds(root, asked, changes, files)
    except _StoppedError:
        return DATA_ERRORS
    _summarise(asked, changes)
    tell_absent(asked, lacking)
    tell_notes(noted)
    click.echo(say("import_files", files=", ".join(one.path for one in files)))
    tell_later(asked)
    return _write(root, files) if yes else _ask(root, files)


class _StoppedError(Exception):
    """Something has to be mended first; it has been told."""


def _read(
    root: Path, file: Path, content: bytes, *, emptied: bool
) -> tuple[Round, tuple[Change, ...], tuple[Absent, ...], tuple[Note, ...]]:
    """Return what a file wants to change, and what it lacks, and what is not read.

    Raises:
        _StoppedError: Something in the file or in the data has to be mended first.
    """
    is_csv = file.suffix.lower() == ".csv"
    returned, problems = read_returned(content, file.name, is_csv=is_csv)
    _see_that_it_is_sound(problems)
    progress("checking")
    outcome = pipeline.check(root)
    pair = occasion_of(outcome.kommuner, returned)
    if isinstance(pair, Problem):
        # An occasion is often a draft until it is decided; other drafts may be as they are.
        with_drafts = pipeline.check(root, edition=Edition(drafts=True))
        drafted = occasion_of(with_drafts.kommuner, returned)
        if not isinstance(drafted, Problem):
            outcome, pair = with_drafts, drafted
    wrong = errors(outcome, None if isinstance(pair, Problem) else pair[0])
    if wrong:
        tell_problems(root, wrong)
        click.echo(say("import_data_wrong"), err=True)
        raise _StoppedError
    if isinstance(pair, Problem):
        click.echo(_told([pair]), err=True, nl=False)
        click.echo(say("import_wrong"), err=True)
        raise _StoppedError
    kommun, occasion = pair
    if occasion.locked is not None:
        click.echo(say("wrong", message=say("template_locked", name=occasion.id)), err=True)
        raise _StoppedError
    asked = Round(kommun, occasion)
    changes, found = changes_in(asked, name_of(kommun), returned, emptied=emptied)
    problems.extend(found)
    _see_that_it_is_sound(problems)
    if problems:
        click.echo(_told(problems), nl=False)
    return asked, changes, absent(asked, returned), notes(returned)


def _see_that_it_is_sound(problems: Problems) -> None:
    if _grave(problems):
        click.echo(_told(problems), err=True, nl=False)
        click.echo(say("import_wrong"), err=True)
        raise _StoppedError


def _see_that_it_holds(
    root: Path, asked: Round, changes: tuple[Change, ...], files: tuple[Amended, ...]
) -> None:
    """See that the check has nothing against what is to be written."""
    broken = new_problems(root, asked.kommun, files, drafts=asked.occasion.draft)
    grave = [(one, about) for one, about in broken if _grave([one])]
    if not grave:
        return
    placed = [(one, about, _cell_of(one, about, changes)) for one, about in grave]
    # The lines are those of files that are not written, and cannot be shown.
    click.echo(
        _told(replace(one, origin=cell.origin) if cell else one for one, _, cell in placed),
        err=True,
        nl=False,
    )
    unplaced = {about for _, about, cell in placed if cell is None}
    for one in changes:
        if one.row.item.id in unplaced:
            click.echo(say("import_cause", place=one.origin), err=True)
    click.echo(say("import_would_break"), err=True)
    raise _StoppedError


def _cell_of(found: Problem, about: str | None, changes: Iterable[Change]) -> Change | None:
    """Return the answer that has the words which a problem names, if just one of them has."""
    own = [one for one in changes if one.row.item.id == about]
    named = [one for one in own if any(word and word in one.after for word in _words(found))]
    fitting = named or own
    return fitting[0] if len(fitting) == 1 else None


def _words(found: Problem) -> Iterable[str]:
    """Return the words of a problem that may be somebody's own, and not names and numbers."""
    return (word for word in found.details.values() if word != found.subject)


def _grave(problems: Iterable[Problem]) -> bool:
    return any(report.severity(one) is Severity.ERROR for one in problems)


def _told(problems: Iterable[Problem]) -> str:
    # A workbook has no lines to show.
    return report.text(Problems(problems).ordered(), lambda _path, _line: None)


def _summarise(asked: Round, changes: tuple[Change, ...]) -> None:
    tell_whose(asked, changes)
    click.echo(
        say(
            "import_changes",
            kommun=asked.kommun.name,
            occasion=asked.occasion.name,
            count=len(changes),
        )
    )
    for sheet, group in groupby(changes, key=lambda one: one.sheet):
        click.echo(sheet)
        for one in group:
            click.echo(
                say(
                    "import_row",
                    place=one.cell,
                    title=one.row.told,
                    id=one.row.item.id,
                    heading=one.column.heading.text,
                )
            )
            key = "import_change" if one.before and one.after else "import_new"
            key = key if one.after else "import_removed"
            click.echo(say(key, before=short(one.before), after=short(one.after)))
            if one.hidden:
                click.echo(say("import_hidden"))


def _ask(root: Path, files: tuple[Amended, ...]) -> int:
    """Ask the person at the terminal; where there is none, tell how it is done."""
    if not sys.stdin.isatty():
        click.echo(say("import_how"), err=True)
        return WRONG
    answer = click.prompt(say("import_ask"), prompt_suffix="", default="", show_default=False)
    if answer.strip().casefold() in say("import_answers").split():
        return _write(root, files)
    click.echo(say("import_not_written"))
    return WELL


def _write(root: Path, files: tuple[Amended, ...]) -> int:
    for one in files:
        if (root / one.path).read_bytes() != one.before:
            click.echo(say("import_meanwhile", path=one.path), err=True)
            return DATA_ERRORS
    write_together({root / one.path: one.after for one in files})
    click.echo(say("import_written"))
    return WELL
