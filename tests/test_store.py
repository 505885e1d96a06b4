"""What runs keep for each other never grows without end, and never stops a build."""

from pathlib import Path

import pytest

from kommunvision import cli
from kommunvision.kept.store import CACHE
from tests.projects import project


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_checks_of_ever_new_days_leave_no_more_files_or_answers_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root, kept = project(tmp_path / "plats"), tmp_path / "minne"
    monkeypatch.setenv(CACHE, str(kept))

    def after(days: range) -> tuple[list[str], int]:
        for day in days:
            assert cli.run(["check", "--root", str(root), "--dag", f"2026-03-{day:02}"]) == 0
        return files(kept), sum(path.stat().st_size for path in kept.rglob("*") if path.is_file())

    first, size = after(range(1, 11))
    assert after(range(11, 14)) == (first, size)
    capsys.readouterr()
