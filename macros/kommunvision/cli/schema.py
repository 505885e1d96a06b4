"""``kommunvision schema``: files from which editors know what may stand in a data file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from kommunvision.artifact import Artifact
from kommunvision.cli.common import WELL, Folder, debug_option, root_option
from kommunvision.cli.swedish_click import Command
from kommunvision.driver import require
from kommunvision.export.editors import schemas, settings
from kommunvision.load import DATA
from kommunvision.swedish.cli import say
from kommunvision.swedish.editors import FOLDER
from kommunvision.writing import write_whole


def lacking(root: Path) -> dict[Path, str]:
    """Return the files for editors that a site has not yet, those of VS Code included."""
    return {
        path: text for path, text in _under(root, (*schemas(), *settings())) if not path.exists()
    }


def write(files: dict[Path, str]) -> None:
    """Write files, in folders that need not be there."""
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text)


def _run(root: Path, out: Path | None) -> int:
    if out is None:
        require(root, DATA)
        made, own = dict(_under(root, schemas())), dict(_under(root, settings()))
    else:
        named = (Artifact(Path(one.path).name, one.content) for one in schemas())
        made, own = dict(_under(out, named)), {}
    new = {path: text for path, text in made.items() if not _is(path, text)}
    write(new | {path: text for path, text in own.items() if not path.exists()})
    where = f"{out or FOLDER}/"
    click.echo(say("schemas_written" if new else "schemas_same", path=where, count=len(new)))
    for path, text in own.items():
        if not _is(path, text):
            click.echo(say("editor_settings_kept", path=path.relative_to(root).as_posix()))
    return WELL


def _under(folder: Path, artifacts: Iterable[Artifact]) -> Iterator[tuple[Path, str]]:
    for one in artifacts:
        yield folder / one.path, str(one.content)


def _is(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode()


schema = Command(
    "schema",
    words="schema",
    callback=_run,
    params=[
        root_option(),
        click.Option(
            ["--ut", "out"],
            type=Folder(),
            metavar=say("folder_metavar"),
            help=say("schema_out_option"),
        ),
        debug_option(),
    ],
)
