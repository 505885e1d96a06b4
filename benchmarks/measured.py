"""Runs a command and tells what it cost; counts what it has written.

It runs as a small program of its own (``python -m benchmarks.measured COMMAND …``), since a process
starts with the memory of the one that started it, and would be blamed for a large one's.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

_KILO = 1 if sys.platform == "darwin" else 1024  # of what the system counts peak memory in
_LEVEL = 6


class FailedError(Exception):
    """A command that is measured has failed."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took, with every process that it started and waited for."""

    processor: float  # seconds, user's and system's
    wall: float  # seconds
    memory: int  # bytes, of the largest process


@dataclass(frozen=True, slots=True)
class Output:
    """What lies in a folder."""

    files: int
    raw: int
    gzip: int
    pages: int  # files of HTML
    twice: int  # bytes in files whose content stands in another one too


def cost(command: Sequence[str], folder: Path, env: dict[str, str] | None = None) -> Cost:
    """Run a command in a folder, and return what it took.

    Raises:
        FailedError: It failed; with what it said.
    """
    ran = subprocess.run(
        [sys.executable, "-S", "-E", __file__, *command],
        cwd=folder,
        env={**os.environ, **(env or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode:
        raise FailedError(f"{' '.join(command)}\n{ran.stderr[-2000:]}")
    return Cost(**json.loads(ran.stdout.splitlines()[-1]))


def output(*folders: Path) -> Output:
    """Count what lies in folders."""
    files = raw = packed = pages = twice = 0
    met: set[bytes] = set()
    for path in (one for folder in folders for one in folder.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            told = hashlib.sha256(content).digest()
            files += 1
            raw += len(content)
            packed += compressed(content)
            pages += path.suffix == ".html"
            twice += len(content) if told in met else 0
            met.add(told)
    return Output(files, raw, packed, pages, twice)


def compressed(content: bytes) -> int:
    """Return how many bytes come over for some, compressed as web servers do."""
    return len(gzip.compress(content, _LEVEL))


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The files of a folder at a moment: when each was written, and what stands in it."""

    files: dict[str, tuple[int, str]]

    @classmethod
    def of(cls, folder: Path) -> Snapshot:
        """Look at a folder."""
        return cls(
            {
                str(path.relative_to(folder)): (
                    path.stat().st_mtime_ns,
                    hashlib.sha256(path.read_bytes()).hexdigest(),
                )
                for path in folder.rglob("*")
                if path.is_file()
            }
        )

    def changes(self, later: Snapshot) -> tuple[int, int]:
        """Return how many files have been written since, and how many have become others."""
        written = differing = 0
        for name in self.files.keys() | later.files.keys():
            before, after = self.files.get(name), later.files.get(name)
            written += before != after
            differing += before is None or after is None or before[1] != after[1]
        return written, differing


def _main(command: list[str]) -> int:
    started = time.perf_counter()
    # What the command says goes to standard error, since the answer stands on standard output.
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=sys.stderr)
    _, status, used = os.wait4(process.pid, 0)
    took = Cost(
        processor=used.ru_utime + used.ru_stime,
        wall=time.perf_counter() - started,
        memory=used.ru_maxrss * _KILO,
    )
    print(json.dumps(asdict(took)))
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1:]))
