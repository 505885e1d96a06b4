"""The command ``kommunvision``: every command, its errors in Swedish, its exit code.

Exit codes: 0 all is well, 1 the data has errors, or something outside failed (a source, a server,
a disk), 2 the call is wrong, 3 the program failed, 128 and the number of the signal if it was
stopped.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import NoReturn, TextIO

import click

from kommunvision.cli.archive import archive
from kommunvision.cli.build import build
from kommunvision.cli.changes import changes
from kommunvision.cli.check import check
from kommunvision.cli.common import DATA_ERRORS, FAILED, STOPPED, WRONG
from kommunvision.cli.doctor import doctor
from kommunvision.cli.due import due
from kommunvision.cli.importing import import_command
from kommunvision.cli.layout import layout
from kommunvision.cli.lock import lock
from kommunvision.cli.merge import merge
from kommunvision.cli.migrate import migrate
from kommunvision.cli.new import new
from kommunvision.cli.outside import outside
from kommunvision.cli.pdf import pdf
from kommunvision.cli.publish import publish
from kommunvision.cli.refresh import refresh_command
from kommunvision.cli.schema import schema
from kommunvision.cli.serve import serve
from kommunvision.cli.swedish_click import Group, complaint
from kommunvision.cli.template import template_command
from kommunvision.driver import (
    ConfigError,
    IndivisibleError,
    MissingError,
    NotASite,
    PrintingUnavailableError,
    UnfitError,
    WorkerDiedError,
)
from kommunvision.driver.undisturbed import STOPS
from kommunvision.driver.worker import SETTINGS
from kommunvision.load import DATA
from kommunvision.pipeline import CONTENT
from kommunvision.swedish.cli import DEBUG_NAMES, ISSUES, PROGRAM, say

__all__ = ["main", "program", "run"]


def _show_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:  # noqa: FBT001
    if value:
        click.echo(f"{PROGRAM} {version(PROGRAM)}")
        ctx.exit()


program = Group(
    PROGRAM,
    words="main",
    params=[
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show_version,
            help=say("version_option"),
        )
    ],
)
_COMMANDS = (
    check,
    build,
    merge,
    serve,
    publish,
    new,
    import_command,
    pdf,
    refresh_command,
    lock,
    due,
    template_command,
    changes,
    layout,
    archive,
    migrate,
    schema,
    doctor,
)
for command in _COMMANDS:
    program.add_command(command)


def main() -> None:
    """Run the command with the words that it was called with."""
    # Whoever has closed a stream hears nothing from it.
    sys.stdout = sys.stdout or _silence()
    sys.stderr = sys.stderr or _silence()
    for stream in (sys.stdout, sys.stderr):
        # A terminal that lacks a letter shows its number; it is no reason to stop.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    # What a package of others cannot tidy up after a fault is no second fault for the reader.
    sys.unraisablehook = lambda _: None
    for stop in STOPS:
        # A program that the system lets go on when its terminal is closed goes on.
        if signal.getsignal(stop) is not signal.SIG_IGN:
            signal.signal(stop, _stop)
    sys.exit(run(sys.argv[1:]))


def _silence() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


class _StoppedError(KeyboardInterrupt):
    """The program was asked to stop; what it was doing is undone on the way out."""

    def __init__(self, signal_number: int = signal.SIGINT) -> None:
        super().__init__()
        self.exit_code = STOPPED + signal_number


def _stop(number: int, _frame: object) -> NoReturn:
    raise _StoppedError(number)


def run(words: Sequence[str]) -> int:
    """Run the command and return its exit code; whatever happens, its reader meets Swedish."""
    try:
        return program.main(list(words), PROGRAM, standalone_mode=False) or 0
    except BrokenPipeError:
        # Whoever read our words has heard enough; Python must not complain when it closes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DATA_ERRORS
    except click.Abort as error:
        click.echo(say("interrupted"), err=True)
        return getattr(error.__cause__, "exit_code", STOPPED + signal.SIGINT)
    except Exception as error:  # noqa: BLE001 - the last net: an editor never meets a traceback
        said = _in_words(error)
        unexpected = said is None or isinstance(error, OSError)
        if unexpected and not set(words).isdisjoint(DEBUG_NAMES):
            traceback.print_exc()
        cause = " ".join(f"{type(error).__name__}: {error}".split())
        crash = (say("crash", cause=cause), say("crash_report", address=ISSUES))
        message, *more = said or crash
        click.echo("\n".join([say("wrong", message=message), *more]), err=True)
        if said is None:
            return FAILED
        return DATA_ERRORS if isinstance(error, OSError | WorkerDiedError) else WRONG


def _in_words(error: Exception) -> tuple[str, ...] | None:
    """Return what to say about a call that cannot be carried out; none if the fault is ours."""
    said: tuple[str, ...] | None = None
    match error:
        case click.UsageError():
            path = error.ctx.command_path if error.ctx else PROGRAM
            said = (complaint(error, program), say("see_help", command=path))
        case MissingError():
            said = (say(_missing(error.path), path=error.path),)
        case NotASite():
            said = (say("not_a_site", path=error),)
        case PrintingUnavailableError():
            said = (say("no_printing_package" if error.package else "no_printing_libraries"),)
        case IndivisibleError():
            said = (say("indivisible"),)
        case UnfitError():
            said = (say(error.key, **error.values),)
        case WorkerDiedError():
            said = (say("worker_died"), *getattr(error, "__notes__", ()))
        case ConfigError():
            said = (say("settings_unusable"), str(error))
        case OSError():
            said = outside(error)
    return said


def _missing(path: Path) -> str:
    if path.exists():
        return "not_a_file" if path.is_dir() else "not_a_folder"
    keys = {SETTINGS: "no_settings", DATA: "no_data", CONTENT: "no_data"}
    return keys.get(path.name, "no_folder")
