"""``kommunvision import``: a goal system becomes a folder; a template's answers are taken in."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp

import click

from kommunvision import report
from kommunvision.artifact import Artifact
from kommunvision.cli.answers import take_in
from kommunvision.cli.common import DATA_ERRORS, WELL, Folder, debug_option, root_option
from kommunvision.cli.schema import lacking, write
from kommunvision.cli.swedish_click import Command, WrongCall
from kommunvision.collect import is_returned
from kommunvision.driver import require
from kommunvision.export.data_folder import data_folder
from kommunvision.folders import CONTENT
from kommunvision.load import DATA, RESERVED, load_site, read_json, read_workbook
from kommunvision.model import Kommun, Term, Theme
from kommunvision.origin import Origin
from kommunvision.problem import Problem, Problems
from kommunvision.swedish.cli import say
from kommunvision.swedish.collecting import REMOVE_NAMES, YES_NAMES
from kommunvision.swedish.format import listing
from kommunvision.swedish.problems import Severity
from kommunvision.text.decode import decode
from kommunvision.text.fault import Fault

# What is larger is refused by its reader; it is not read to its end first.
_MOST_READ = 20_000_001

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

_Read = tuple[Kommun | None, Problems]


def _run(file: Path, root: Path, target: str | None, *, yes: bool, emptied: bool) -> int:
    require(root)
    if (root / DATA).exists():
        require(root, DATA)
    read, content = _reader(file), _content(file)
    if read is None or (read is read_workbook and is_returned(content)):
        return take_in(root, file, content, yes=yes, emptied=emptied)
    kommun, found = read(content, file.name)
    errors = [one for one in found if report.severity(one) is Severity.ERROR]
    if errors or kommun is None:
        click.echo(report.text(found, _no_lines), err=True, nl=False)
        click.echo(say("not_imported"), err=True)
        return DATA_ERRORS
    slug = _slug(target, kommun)
    there = load_site(root)
    if any(not one.slug for one in there.kommuner):
        raise WrongCall(say("single_exists", path=f"{DATA}/"))
    folder = root / DATA / slug
    if folder.exists() or folder.is_symlink():
        raise WrongCall(say("exists", path=f"{DATA}/{slug}/"))
    files = data_folder(_without(kommun, there.shared_themes, there.shared_terms))
    _write(folder, files)
    write(lacking(root))
    click.echo(say("imported", name=kommun.name, path=f"{DATA}/{slug}/"))
    for one in files:
        click.echo(f"  {DATA}/{slug}/{one.path}")
    if pictures := _pictures(kommun):
        click.echo(say("imported_pictures", path=f"{CONTENT}/{slug}/", names=listing(pictures)))
    click.echo(say("imported_next"))
    return WELL


def _content(file: Path) -> bytes:
    if not file.is_file():
        raise WrongCall(say("not_a_file" if file.exists() else "no_file", path=file))
    with file.open("rb") as opened:
        return opened.read(_MOST_READ)


def _reader(file: Path) -> Callable[[bytes, str], _Read] | None:
    """Return what reads a goal system, by the ending of the file's name; none for a template."""
    readers: dict[str, Callable[[bytes, str], _Read] | None]
    readers = {".xlsx": read_workbook, ".json": _json, ".csv": None}
    if file.suffix.lower() not in readers:
        raise WrongCall(say("not_importable", name=file.name))
    return readers[file.suffix.lower()]


def _json(content: bytes, name: str) -> _Read:
    text = decode(content)
    if isinstance(text, Fault):
        origin = Origin(name, text.line, text.column, text.length)
        return None, Problems([Problem(text.code, origin, text.details)])
    return read_json(text, name)


def _no_lines(_path: str, _line: int) -> None:
    """Show no line of the file: a workbook has none, and those of the JSON are for programs."""


def _slug(target: str | None, kommun: Kommun) -> str:
    """Return the name of the folder: the one that is asked for, or that of the file."""
    slug = target.removeprefix(f"{DATA}/").rstrip("/") if target else kommun.slug
    if not slug:
        raise WrongCall(say("import_where"))
    if not _SLUG.fullmatch(slug) or slug in RESERVED:
        raise WrongCall(say("import_bad_folder", name=slug))
    return slug


def _without(kommun: Kommun, themes: tuple[Theme, ...], terms: tuple[Term, ...]) -> Kommun:
    """Return a kommun without the themes and the words that the site has for all."""
    return replace(
        kommun,
        themes=tuple(one for one in kommun.themes if one not in themes),
        terms=tuple(one for one in kommun.terms if one not in terms),
    )


def _pictures(kommun: Kommun) -> list[str]:
    shown = [kommun.logotype, *(vision.picture for vision in kommun.visions)]
    return list(dict.fromkeys(one.file for one in shown if one))


def _write(folder: Path, files: Iterable[Artifact]) -> None:
    """Write a whole folder or nothing: at first under a hidden name, which is not read as data."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    half = Path(mkdtemp(prefix=".", dir=folder.parent))
    try:
        for one in files:
            path = half / one.path
            path.parent.mkdir(exist_ok=True)
            path.write_text(str(one.content), encoding="utf-8", newline="\n")
        half.chmod(0o755)
        half.rename(folder)
    except BaseException:
        shutil.rmtree(half, ignore_errors=True)
        raise


import_command = Command(
    "import",
    words="import",
    callback=_run,
    params=[
        click.Argument(["file"], type=Folder(), metavar=say("file_metavar")),
        root_option(),
        click.Option(["--till", "target"], metavar=say("folder_metavar"), help=say("to_option")),
        click.Option([*YES_NAMES, "yes"], is_flag=True, help=say("yes_option")),
        click.Option([*REMOVE_NAMES, "emptied"], is_flag=True, help=say("remove_option")),
        debug_option(),
    ],
)
