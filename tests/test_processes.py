"""A build shares its work with processes in the same way however the system starts them."""

import multiprocessing
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kommunvision.driver import build_sites, rest, workers
from tests.projects import project, snapshot
from tests.test_kept import change
from tests.test_parts import HOSTILE

# As copies on Linux, from nothing on macOS and Windows; Python's own default is the third from 3.14.
METHODS = ["spawn", pytest.param("forkserver", marks=pytest.mark.full)]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project(tmp_path_factory.mktemp("root"), HOSTILE)


@pytest.fixture(scope="module")
def whole(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site as one process makes it."""
    site = tmp_path_factory.mktemp("whole") / "site"
    assert build_sites(root, site_dir=site, workers=1, anew=True).complete
    return snapshot(site)


@pytest.mark.parametrize("method", METHODS)
def test_processes_that_begin_from_nothing_make_the_same_bytes(
    root: Path, whole: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method
) -> None:
    monkeypatch.setattr(workers, "start_method", lambda: method)
    site = tmp_path / "site"
    assert build_sites(root, site_dir=site, workers=2).complete
    assert snapshot(site) == whole


@pytest.mark.full
def test_what_such_processes_ask_of_other_kommuner_is_noted(
    root: Path, whole: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "start_method", lambda: "spawn")
    site = tmp_path / "site"
    assert build_sites(root, site_dir=site, workers=2).complete
    change("data/zeta/kommun.yml", "Zeta < Eta", "Zeta > Eta")(root)
    try:
        assert build_sites(root, site_dir=site, workers=2).complete
        assert build_sites(root, site_dir=tmp_path / "clean", workers=1, anew=True).complete
        assert snapshot(site) == snapshot(tmp_path / "clean") != whole
    finally:
        change("data/zeta/kommun.yml", "Zeta > Eta", "Zeta < Eta")(root)


@pytest.mark.full
def test_the_server_builds_aside_where_no_process_waits_to_be_copied(
    root: Path, whole: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rest, "start_method", lambda: "spawn")
    rest.make_ready()
    site = tmp_path / "site"
    made = rest.build_aside(lambda: False, root=root, site_dir=site, workers=1, anew=True)
    assert made
    assert made.complete
    assert snapshot(site) == whole
    assert not multiprocessing.active_children()


WITHOUT = """
import os, sys
for name in ("fcntl", "grp", "pwd", "resource", "termios"):
    sys.modules[name] = None
del os.getuid
from kommunvision import cli
sys.exit(cli.run(sys.argv[1:]))
"""


@pytest.mark.full
def test_without_the_locks_of_other_systems_a_site_is_built_and_a_folder_of_links_refused(
    tmp_path: Path,
) -> None:
    root, site = project(tmp_path / "root"), tmp_path / "site"

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", WITHOUT, *words, "--root", str(root), "--site-dir", str(site)],
            check=False,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONUTF8": "1"},
        )

    built = run("build")
    assert (built.returncode, built.stderr) == (0, "")
    assert (site / "exempelby/mal/utb-2/index.html").is_file()
    refused = run("publish", str(tmp_path / "mal"))
    assert refused.returncode == 2
    assert "går det inte att göra de länkar som behövs" in refused.stderr
