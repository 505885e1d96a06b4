"""The command ``kommunvision``: every command, its errors in Swedish, its exit code.

Exit codes: 0 all is well, 1 the data has errors, or something outside failed (a source, a server,
a disk), 2 the call is wrong, 3 the program failed, 128 and the number of the signal if it was
stopped.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn, TextIO

import click

from kommunvision.cli.common import DATA_ERRORS, FAILED, STOPPED, WRONG
from kommunvision.cli.later import Home, Later
from kommunvision.cli.outside import outside
from kommunvision.cli.swedish_click import Group, complaint
from kommunvision.driver.root import MissingError
from kommunvision.driver.undisturbed import STOPS
from kommunvision.swedish.cli import DEBUG_NAMES, ISSUES, PROGRAM, say

__all__ = ["main", "program", "run"]


def _show_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:  # noqa: FBT001
    if value:
        from importlib.metadata import version  # noqa: PLC0415 - only then

        click.echo(f"{PROGRAM} {version(PROGRAM)}")
        ctx.exit()


# In the order in which they are used.
_COMMANDS = {
    "check": Home("check"),
    "build": Home("build"),
    "merge": Home("merge"),
    "serve": Home("serve"),
    "publish": Home("publish"),
    "new": Home("new"),
    "import": Home("import", "importing", "import_command"),
    "pdf": Home("pdf"),
    "refresh": Home("refresh", "refresh", "refresh_command"),
    "lock": Home("lock"),
    "due": Home("due"),
    "template": Home("template", "template", "template_command"),
    "changes": Home("changes"),
    "format": Home("layout"),
    "archive": Home("archive"),
    "migrate": Home("migrate"),
    "schema": Home("schema"),
    "doctor": Home("doctor"),
}


class _Program(Group):
    """The command itself; its help is written without importing any of its commands."""

    def words_of(self, name: str) -> str:
        """Return what the names of a command's words begin with."""
        return _COMMANDS[name].words


program = _Program(
    PROGRAM,
    words="main",
    commands=Later(_COMMANDS),
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
    code = run(sys.argv[1:])
    # The system takes all back at once; Python need not look through it first.
    gc.freeze()
    sys.exit(code)


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
    except ImportError:
        # A command lacks what the program could begin without; whoever began it says so.
        raise
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
        return DATA_ERRORS if _is_outside(error) else WRONG


def _is_outside(error: Exception) -> bool:
    """Whether something outside has failed, and the call is right."""
    from kommunvision.driver import WorkerDiedError  # noqa: PLC0415 - as below

    return isinstance(error, OSError | WorkerDiedError)


def _in_words(error: Exception) -> tuple[str, ...] | None:
    """Return what to say about a call that cannot be carried out; none if the fault is ours."""
    match error:
        case click.UsageError():
            path = error.ctx.command_path if error.ctx else PROGRAM
            return (complaint(error, program), say("see_help", command=path))
        case MissingError():
            return (say(_missing(error.path), path=error.path),)
        case OSError():
            return outside(error)
    return _of_a_build(error)


def _of_a_build(error: Exception) -> tuple[str, ...] | None:
    """Return what to say about a build that cannot be carried out; none if the fault is ours."""
    # Whoever builds has imported them already, and nobody else waits for them.
    from kommunvision.driver import (  # noqa: PLC0415
        ConfigError,
        IndivisibleError,
        NotASite,
        PrintingUnavailableError,
        UnfitError,
        WorkerDiedError,
    )

    said: tuple[str, ...] | None = None
    match error:
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
    return said


def _missing(path: Path) -> str:
    if path.exists():
        return "not_a_file" if path.is_dir() else "not_a_folder"
    from kommunvision.folders import CONTENT, SETTINGS  # noqa: PLC0415 - only then
    from kommunvision.load import DATA  # noqa: PLC0415

    keys = {SETTINGS: "no_settings", DATA: "no_data", CONTENT: "no_data"}
    return keys.get(path.name, "no_folder")
