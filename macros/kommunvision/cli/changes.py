"""``kommunvision changes``: tells a reviewer what differs from an earlier version."""

from __future__ import annotations

import hashlib
from pathlib import Path

import click

from kommunvision import pipeline
from kommunvision.cli.common import WELL, debug_option, progress, root_option
from kommunvision.cli.swedish_click import Choice, Command, WrongCall
from kommunvision.driver import require
from kommunvision.driver.earlier import NoVersionError, earlier
from kommunvision.folders import CONTENT
from kommunvision.load import DATA
from kommunvision.swedish.cli import say
from kommunvision.text.selection import Selection, selection_of
from kommunvision.versions import Version, compare, markdown, plain_text

_FORMS = {"text": plain_text, "markdown": markdown}


def _run(root: Path, version: str | None, form: str) -> int:
    require(root, DATA)
    progress("comparing")
    try:
        with earlier(root, version, DATA, CONTENT) as before:
            # What is published today is what a reviewer asks about, in both.
            selection = selection_of(root)
            changes = compare(_version(before.root, selection), _version(root, selection))
            commit = before.commit
    except NoVersionError as error:
        raise WrongCall(say(f"version_{error.why.value}", name=error.wanted)) from error
    click.echo(_FORMS[form](changes, commit).encode(), nl=False)
    return WELL


def _version(root: Path, selection: Selection) -> Version:
    outcome = pipeline.check(root, selection=selection)
    sound = {kommun.slug for kommun in outcome.sound}
    folders = {path.name for path in (root / DATA).iterdir() if path.is_dir()}
    known = {kommun.slug for kommun in outcome.kommuner}
    unread = set() if "" in known else folders - known
    wrong = {""} if outcome.stopped and not outcome.kommuner else set()
    content = root / CONTENT
    return Version(
        outcome.kommuner,
        {
            name: _digest(content / name)
            for name in selection.parted(content)[0]
            if (content / name).is_file() and not (content / name).is_symlink()
        },
        {old: page.url for page in outcome.edited for old, _ in page.former},
        frozenset((known - sound) | unread | wrong),
        outcome.withdrawn,
    )


def _digest(path: Path) -> str:
    """Return what tells a file's content from another's; the ends of its lines say nothing."""
    raw = path.read_bytes()
    text = raw.replace(b"\r\n", b"\n") if path.suffix == ".md" else raw
    return hashlib.sha256(text).hexdigest()


changes = Command(
    "changes",
    words="changes",
    callback=_run,
    params=[
        click.Argument(["version"], required=False, metavar=say("version_metavar")),
        root_option(),
        click.Option(
            ["--format", "form"],
            type=Choice(*_FORMS),
            default="text",
            metavar=say("format_metavar"),
            help=say("changes_format_option"),
        ),
        debug_option(),
    ],
)
