"""Our own site while it is measured: written, laid bare, edited, and the commands that it is for."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.aside import set_aside
from benchmarks.measured import FailedError
from benchmarks.sweden import Size, write_sweden

KEPT = "XDG_CACHE_HOME"
"""What programs ask where they are to keep things for the next time."""
ASIDE = "aside"
"""The folder beside a site that what is taken away from it lies in, until all is measured."""

COMMAND = (sys.executable, "-m", "kommunvision")
_READ = (
    "import sys, yaml\n"
    "from pathlib import Path\n"
    "for path in sorted(Path('data').rglob('*.yml')):\n"
    "    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)\n"
)
_FIRST = re.compile(r"(?m)^  - id: (\S+)")
_DESCRIPTION = re.compile(r"(?m)^(    beskrivning: )(?:Ändrat \d+ gånger\. )?")
_AUTHOR = ("-c", "user.name=Bench", "-c", "user.email=bench@sverige.example")
_GIT_ENVIRONMENT = {
    "GIT_AUTHOR_DATE": "2026-01-01T12:00:00Z",
    "GIT_COMMITTER_DATE": "2026-01-01T12:00:00Z",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


@dataclass(frozen=True, slots=True)
class Ours:
    """A made-up Sweden in a folder, kept by git as a kommun's would be."""

    root: Path
    kept: frozenset[Path]
    data: int  # bytes

    @classmethod
    def written(cls, root: Path, kommuner: int, size: Size | None = None) -> Ours:
        """Write a site, build it once so that its ledger exists, and commit it."""
        data = write_sweden(root, kommuner, size)
        source = frozenset(_files(root))
        run(cls.build(), root)
        ledger = root / "data" / "adresser.yml"
        ours = cls(root, source | {ledger}, data)
        for command in (
            ("init", "--quiet"),
            ("add", "--", *sorted({one.relative_to(root).parts[0] for one in ours.kept})),
            (*_AUTHOR, "commit", "--quiet", "--message=Sweden"),
        ):
            run(["git", *command], root, _GIT_ENVIRONMENT)
        return ours

    @staticmethod
    def build(workers: int | None = None) -> list[str]:
        """Return the command that builds the site."""
        return [*COMMAND, "build", *(["--workers", str(workers)] if workers else [])]

    @staticmethod
    def check() -> list[str]:
        """Return the command that checks the data."""
        return [*COMMAND, "check"]

    @staticmethod
    def read() -> list[str]:
        """Return a command that reads the same files with PyYAML's parser in C, and no more."""
        return [sys.executable, "-c", _READ]

    @property
    def site(self) -> Path:
        """Where the site is built."""
        return self.root / "site"

    @property
    def kommuner(self) -> list[str]:
        """The folders of the kommuner."""
        return sorted(one.name for one in (self.root / "data").iterdir() if one.is_dir())

    def bare(self) -> None:
        """Leave nothing but what was written by hand, and nothing that an earlier build has kept."""
        set_aside(Path(os.environ[KEPT]), self.root.parent / ASIDE)
        bare(self.root, self.kept)

    @property
    def goal(self) -> str:
        """The address of the goal that is edited."""
        text = self._goals.read_text(encoding="utf-8")
        return f"{self._goals.parent.name}/mal/{_FIRST.findall(text)[0]}/"

    def edit(self, number: int) -> str:
        """Describe one goal in other words, and return those that are new."""
        said = f"Ändrat {number} gånger."
        text = self._goals.read_text(encoding="utf-8")
        self._goals.write_text(_DESCRIPTION.sub(rf"\1{said} ", text, count=1), encoding="utf-8")
        return said

    @property
    def _goals(self) -> Path:
        kommuner = self.kommuner
        return self.root / "data" / kommuner[len(kommuner) // 2] / "mal.yml"


def has_workers() -> bool:
    """Tell whether a build can be shared out among processes."""
    told = subprocess.run([*COMMAND, "build", "--help"], capture_output=True, text=True, check=True)
    return "--workers" in told.stdout


def run(command: list[str], folder: Path, environment: dict[str, str] | None = None) -> str:
    """Run a command that is not measured, and return what it said."""
    ran = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode:
        raise FailedError(f"{' '.join(command)}\n{ran.stdout[-1000:]}{ran.stderr[-2000:]}")
    return ran.stdout or ran.stderr


def bare(root: Path, kept: frozenset[Path]) -> None:
    """Take every file but those away from a folder; what git keeps is not looked at."""
    holding = {folder for one in kept for folder in one.parents}

    def clear(folder: Path) -> None:
        for path in sorted(folder.iterdir()):
            if path in holding:
                clear(path)
            elif path not in kept and path != root / ".git":
                set_aside(path, root.parent / ASIDE)

    clear(root)


def _files(root: Path) -> Iterator[Path]:
    return (one for one in root.rglob("*") if one.is_file())
