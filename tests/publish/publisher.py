"""Publishes over and over, each time in a process of its own that can be killed, without new imports.

Run as a program, it reads a line with the words of a command, answers with the number of the
process that carries it out, and then, when that has ended, with how.
"""

import os
import random  # noqa: TID251 - moments to be killed at, the same in every run
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from kommunvision import cli


class Publisher:
    """Runs the command in processes of their own."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def run(self, *words: object, killed_after: float | None = None) -> int:
        """Run the command, and kill it after so many seconds if it still runs; gives how it ended."""
        self._process.stdin.write("\t".join(map(str, words)) + "\n")
        self._process.stdin.flush()
        child = int(self._process.stdout.readline())
        if killed_after is not None:
            time.sleep(killed_after)
            # It may have ended by itself; that is one of the moments to be killed at.
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        return int(self._process.stdout.readline())


@contextmanager
def publisher() -> Iterator[Publisher]:
    """Gives a publisher that has everything imported."""
    command = [sys.executable, __file__]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        yield Publisher(process)
        process.stdin.close()
        assert process.wait() == 0


def chance(seed: int) -> random.Random:
    """Moments and choices of chance, the same in every run."""
    return random.Random(seed)  # noqa: S311 - nothing secret


def serve() -> None:
    """Carry out commands until there are no more."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            code = 3
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            try:
                code = cli.run(line.rstrip("\n").split("\t"))
            finally:
                os._exit(code)
        _answer(child)
        _answer(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


def _answer(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    serve()
