"""A build shares its work with processes in the same way however the system starts them."""

import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from kommunvision import cli
from kommunvision.afresh import kommuner
from kommunvision.checking import check
from kommunvision.cli import judging
from kommunvision.driver import Sources, build_sites, rest, units, workers
from kommunvision.kept import Store
from kommunvision.shelved import Keeper
from tests.projects import FILES, project, snapshot
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


def _where(_name: str) -> int:
    return os.getpid()


def test_one_worker_works_here_or_where_its_memory_is_let_go() -> None:
    names = ["ett", "två"]
    assert workers.each(_where, names, 1) == dict.fromkeys(names, os.getpid())
    (apart,) = set(workers.each(_where, names, 1, apart=True).values())
    assert apart != os.getpid()


def test_one_worker_apart_makes_the_same_bytes(
    root: Path, whole: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(units, "_MANY", 0)
    site = tmp_path / "site"
    assert build_sites(root, site_dir=site, workers=1).complete
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


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with faults of every kind, and more kommuner than one process would read."""
    own = {name: str(text) for name, text in FILES.items() if "exempelby" in name}
    files = {
        name.replace("exempelby", f"kommun-{number}"): text
        for number in range(45)
        for name, text in own.items()
    }
    for number in range(0, 45, 7):
        files[f"data/kommun-{number}/fel.yml"] = (
            "hej: 1\nmål:\n- {id: nytt, nivå: mal, rubrik: Nytt, överordnade: [inget], källa: budget}\n"
        )
        files[f"content/kommun-{number}/fel.md"] = '# Fel\n\n{{ mål("kommun-3/inget") }}\n'
    files["data/kommun-9/kommun.yml"] = "kommun:\n  namn: [\n"
    return project(tmp_path_factory.mktemp("many"), files)


class Heard(Keeper):
    """Notes which kommuner it is told of while others read them."""

    told: tuple[str, ...] = ()

    def heard(self, slug: str) -> None:
        self.told = (*self.told, slug)


def judged(root: Path, store: Store, at_once: int) -> tuple[Heard, tuple[object, ...]]:
    sources = Sources.of(root)
    keeper = Heard(root, store, sources.data, sources.content, workers.sharing(at_once))
    found = check(root, keeper=keeper)
    sound = [one.slug for one in found.sound]
    goals = [(one.slug, one.goals, one.where) for one in found.kommuner]
    return keeper, (found.problems, sound, goals)


@pytest.mark.full
@pytest.mark.parametrize("method", METHODS)
def test_kommuner_that_several_processes_read_are_judged_as_one_process_would(
    many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method
) -> None:
    monkeypatch.setattr(workers, "start_method", lambda: method)
    alone, found = judged(many, Store(tmp_path / "alone"), 1)
    keeper, first = judged(many, Store(tmp_path / "store"), 2)
    assert first == found
    assert {one.code for one in found[0]} >= {"KV003", "KV020", "KV202", "KV710"}
    # Each kommun was read once, and told of at once and in its turn.
    assert sorted({*keeper.told}) == sorted(alone.told)
    again, kept = judged(many, Store(tmp_path / "store"), 2)
    assert kept == found
    # The one whose files cannot be read is read anew each time.
    assert len(again.told) == len(alone.told)
    assert judged(many, Store(None), 2)[1] == found


def test_a_process_that_is_killed_while_it_checks_is_told_of_in_one_message(
    many: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    here = os.getpid()

    def found_in(_kommun: object) -> list[object]:
        assert os.getpid() != here
        os.kill(os.getpid(), signal.SIGKILL)
        return []

    monkeypatch.setattr(kommuner, "found_in", found_in)
    monkeypatch.setattr(judging, "cores", lambda: 2)
    assert cli.run(["check", "--root", str(many)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        "Fel: En av processerna som granskade avbröts utifrån, oftast för att datorns minne tog "
        "slut. Stäng andra program och kör kommandot igen.\n"
    )
    assert not multiprocessing.active_children()


def test_what_cannot_be_kept_lies_aside_while_many_kommuner_are_checked(
    many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Else all of them would be in memory at once."""
    closed, aside = tmp_path / "closed", tmp_path / "aside"
    closed.touch()
    aside.mkdir()
    monkeypatch.setenv("KOMMUNVISION_CACHE", str(closed))
    monkeypatch.setattr(tempfile, "tempdir", str(aside))
    kept: list[Path] = []
    monkeypatch.setattr(
        judging,
        "check",
        lambda *given, **wishes: (check(*given, **wishes), kept.extend(aside.iterdir()))[0],
    )
    assert cli.run(["check", "--root", str(many)]) == 1
    assert "går inte att använda" in capsys.readouterr().err
    assert len(kept) == 1
    assert not [*aside.iterdir()]


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
