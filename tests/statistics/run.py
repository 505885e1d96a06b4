"""Runs the command in this process, with time scaled down."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kommunvision import cli
from kommunvision.cli import refresh as door
from kommunvision.statistics import Limits

QUICK = {
    "total": 30.0,
    "answer": 5.0,
    "attempts": 3,
    "back_off": 0.01,
    "longest_wait": 2.0,
    "pace": 0.0,
    "pages": 6,
}


def called(*words: str) -> int:
    """Run the command in a thread of its own; gives the exit code.

    It asks the services in a loop of events, and a browser of other tests may have one in ours.
    """
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(cli.run, words).result()


class Refresh:
    """The command ``kommunvision refresh`` on a site, on a day of its own."""

    def __init__(
        self,
        site: Path,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        self.site = site
        self.out = self.err = ""
        self._capsys = capsys
        self._patch = monkeypatch
        self.limit()

    def limit(self, **limits: float) -> None:
        """Set limits, in place of those that people have."""
        self._patch.setattr(door, "Limits", lambda **given: Limits(**{**QUICK, **limits, **given}))

    def __call__(self, *words: str, day: str = "2026-03-01") -> int:
        """Run it; gives the exit code, and keeps what was said."""
        self._capsys.readouterr()
        code = called("refresh", *words, "--dag", day, "--root", str(self.site))
        self.out, self.err = self._capsys.readouterr()
        assert "Traceback" not in self.out + self.err
        return code

    def file(self, name: str = "norberg/statistik/kolada.yml") -> str:
        """Return the text of a file of the data."""
        return (self.site / "data" / name).read_text("utf-8")
