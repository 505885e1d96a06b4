"""What runs keep for each other never grows without end, and never stops a build."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kommunvision import cli
from kommunvision.driver import build_sites
from kommunvision.kept import Store, store_for
from kommunvision.kept.store import CACHE
from tests.projects import project, snapshot

KILLED = """
import os, signal, sys
from pathlib import Path

from kommunvision.kept import Store

Path.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
Store(Path(sys.argv[1]), "programs").put("kommuner/ahus", list(range(1000)))
"""


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_what_killed_runs_have_left_half_written_is_one_file_at_most_and_goes_with_the_next_run(
    tmp_path: Path,
) -> None:
    for _ in range(3):
        subprocess.run([sys.executable, "-c", KILLED, tmp_path], check=False)
    assert len(files(tmp_path / "kommuner")) == 1
    store = Store(tmp_path, "programs")
    assert store.get("kommuner/ahus") is None
    store.put("kommuner/ahus", "hel")
    assert files(tmp_path / "kommuner") == ["ahus"]
    subprocess.run([sys.executable, "-c", KILLED, tmp_path], check=False)
    store.drop("kommuner/ahus")
    assert files(tmp_path / "kommuner") == []


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


Sabotage = Callable[[Path], None]


def _all(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*"), reverse=True) if path.is_file()]


def folders_for_files(folder: Path) -> None:
    for path in _all(folder):
        path.unlink()
        (path / "i vägen").mkdir(parents=True)


def a_file_for_each_folder(folder: Path) -> None:
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            for one in _all(path):
                one.unlink()
            for one in sorted(path.rglob("*"), reverse=True):
                one.rmdir()
            path.rmdir()
            path.write_text("i vägen", encoding="utf-8")


def links_that_lead_nowhere_or_round(folder: Path) -> None:
    for number, path in enumerate(_all(folder)):
        path.unlink()
        path.symlink_to(path.name if number % 2 else "borta/längre bort")


def other_bytes(folder: Path) -> None:
    for number, path in enumerate(_all(folder)):
        raw = path.read_bytes()
        path.write_bytes(
            (b"", raw[:40], raw[:32] + b"\x80\x05" + raw[40:], os.urandom(64))[number % 4]
        )


@pytest.mark.parametrize(
    "spoil",
    [
        a_file_for_each_folder,
        other_bytes,
        pytest.param(folders_for_files, marks=pytest.mark.full),
        pytest.param(links_that_lead_nowhere_or_round, marks=pytest.mark.full),
    ],
    ids=lambda one: one.__name__,
)
def test_a_store_in_any_disorder_stops_neither_check_nor_build(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    spoil: Sabotage,
) -> None:
    root, kept = project(tmp_path / "plats"), tmp_path / "minne"
    monkeypatch.setenv(CACHE, str(kept))
    assert cli.run(["build", "--root", str(root)]) == 0
    assert cli.run(["check", "--root", str(root)]) == 0
    good = snapshot(root / "site")
    spoil(kept)
    assert cli.run(["check", "--root", str(root)]) == 0
    assert cli.run(["build", "--root", str(root)]) == 0
    assert snapshot(root / "site") == good
    # What has been kept of a published site that is gone is forgotten, if it can be.
    assert build_sites(root, site_dir=tmp_path / "annan", workers=1).complete
    capsys.readouterr()


NAMES = st.sampled_from(
    ["faces", "kommuner/a", "sites/1/units", "a" * 255, "å/ä/ö", "a\0b", "x/" * 3000]
)
DISORDER = st.sampled_from(["", "file", "folder", "link", "loop"])


@given(
    st.lists(st.tuples(NAMES, DISORDER, st.sampled_from(["put", "get", "drop", "tree", "list"])))
)
def test_nothing_that_is_asked_of_a_store_raises(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("store")
    store = Store(folder, "programs")
    for name, disorder, asked in steps:
        _disorder(folder / name.partition("/")[0], disorder)
        match asked:
            case "put":
                store.put(name, {"value": name})
            case "get":
                assert store.get(name) in (None, {"value": name})
            case "drop":
                store.drop(name)
            case "tree":
                store.drop_folder(name)
            case "list":
                assert isinstance(store.folders(name), list)


def _disorder(path: Path, kind: str) -> None:
    if not kind or len(path.name) > 250 or "\0" in path.name or os.path.lexists(path):
        return
    match kind:
        case "file":
            path.write_text("i vägen", encoding="utf-8")
        case "folder":
            path.mkdir()
        case "link":
            path.symlink_to("borta")
        case "loop":
            path.symlink_to(path.name)


def test_what_cannot_be_kept_because_of_its_name_does_not_keep_the_rest_from_being_kept(
    tmp_path: Path,
) -> None:
    store = Store(tmp_path, "programs")
    store.put(f"kommuner/{'a' * 255}", 1)
    store.put("kommuner/ahus", 2)
    assert store.get("kommuner/ahus") == 2


FULL = """
import os, resource, signal, sys
from pathlib import Path

from kommunvision.kept import Store

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
store = Store(Path(sys.argv[1]), "programs")
store.put("faces", os.urandom(20_000))
print(bool(store), os.listdir(sys.argv[1]))
"""


def test_a_full_disk_is_not_made_fuller(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL, tmp_path], check=True, capture_output=True, encoding="utf-8"
    )
    assert done.stdout.strip() == "False []"


def test_a_site_on_another_drive_is_known_by_its_whole_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path, "programs", tmp_path)
    other = tmp_path / "annan"

    def on_windows(path: object, start: object) -> str:
        raise ValueError(f"path is on mount 'D:', start on mount 'C:', {path} {start}")

    monkeypatch.setattr(os.path, "relpath", on_windows)
    places = {store.place_of(tmp_path / "en"), store.place_of(other)}
    assert len(places) == 2
    assert store.place_of(other) in places


def test_a_folder_of_a_site_that_cannot_be_looked_at_keeps_no_other_site_from_keeping(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for number, place in enumerate((b"/" + b"a" * 5000, b"\0", b"\xff\xfe", b"")):
        odd = tmp_path / "cache" / "kommunvision" / f"{number:016}"
        odd.mkdir(mode=0o700, parents=True)
        (odd / "root.txt").write_bytes(place)
    for folder in (tmp_path / "cache", tmp_path / "cache" / "kommunvision"):
        folder.chmod(0o700)
    assert store_for(tmp_path)
