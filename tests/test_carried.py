"""What a build keeps is of use where all files are copies, and what others may have written is not."""

import os
import pickle
import shutil
import subprocess
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest

from kommunvision import cli
from kommunvision.driver import BuildReport, build_sites
from kommunvision.driver.settings import settings_print
from kommunvision.driver.watcher import Watcher, Why
from kommunvision.kept import programs, store_for
from tests import places
from tests.helpers import write_files
from tests.places import KOMMUNER, Hearing
from tests.projects import project, snapshot
from tests.test_kept import EDITS, commit
from tests.test_parts import HOSTILE


@dataclass(frozen=True)
class Place(places.Place):
    """A machine that builds: the repository, the site and the folder that go between runs."""

    @property
    def site(self) -> Path:
        return self.folder / "webbplats"

    @property
    def kept(self) -> Path:
        return self.folder / "minne"


def build(place: Place, seen: Watcher | None = None) -> BuildReport:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KOMMUNVISION_CACHE", str(place.kept))
        report = build_sites(place.root, site_dir=place.site, workers=1, watcher=seen or Watcher())
    assert report.complete, (report.problems, report.complaints)
    return report


def clean(place: Place) -> dict[str, bytes]:
    """What a build of everything gives, in a folder that was not there."""
    aside = place.folder / "ren"
    assert build_sites(place.root, site_dir=aside, workers=1, anew=True).complete
    return snapshot(aside)


def carried(first: Place, folder: Path) -> Place:
    """Copies of all that goes between runs, and a clone."""
    place = Place(folder)
    subprocess.run(["git", "clone", "-q", str(first.root), str(place.root)], check=True)
    shutil.copytree(first.site, place.site, copy_function=shutil.copyfile)
    shutil.copytree(first.kept, place.kept)
    return place


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The machine of the first run; it has built everything."""
    place = Place(tmp_path_factory.mktemp("first"))
    commit(project(place.root, HOSTILE), "First")
    build(place)
    return place


@pytest.fixture
def place(first: Place, tmp_path: Path) -> Place:
    """The machine of the next run, elsewhere: a clone, and copies with times of their own."""
    place = carried(first, tmp_path)
    for path in place.root.rglob("*.yml"):
        os.utime(path, (1, 1))
    return place


def test_nothing_is_built_again_on_another_machine_and_it_knows_its_own_files_after(
    first: Place, place: Place
) -> None:
    seen = Hearing()
    report = build(place, seen)
    assert seen.again == {}
    assert report.published
    assert (report.published.written, report.published.removed) == (0, 0)
    assert snapshot(place.site) == snapshot(first.site)
    once_more = Hearing()
    build(place, once_more)
    assert "building" not in once_more.stages


def test_a_kommun_that_is_alone_is_not_built_again_on_another_machine_and_faults_are_mended(
    tmp_path: Path,
) -> None:
    alone = Place(tmp_path / "first")
    commit(project(alone.root), "First")
    build(alone)
    commit(alone.root, "Addresses")
    build(alone)
    right = snapshot(alone.site)

    place = carried(alone, tmp_path / "second")
    for _ in range(2):
        seen = Hearing()
        assert build(place, seen).kommuner == ("Exempelby",)
        assert "building" not in seen.stages
    assert snapshot(place.site) == right

    place = carried(alone, tmp_path / "third")
    page = place.site / "exempelby" / "mal" / "utb-2" / "index.html"
    page.write_bytes(page.read_bytes().replace(b"Fler unga", b"Inga unga", 1))
    (place.site / "eget.html").write_text("Någon annans.", encoding="utf-8")
    (place.site / "om" / "tom").mkdir()
    seen = Hearing()
    build(place, seen)
    assert "building" in seen.stages
    assert snapshot(place.site) == right


def test_only_the_kommun_with_the_edit_is_built_again_on_another_machine(place: Place) -> None:
    EDITS["a goal is worded otherwise"](place.root)
    seen = Hearing()
    build(place, seen)
    assert seen.again == {"ahus": Why.OWN}
    assert snapshot(place.site) == clean(place)


def test_what_has_changed_in_the_copied_site_is_found_by_its_content_and_mended(
    first: Place, place: Place
) -> None:
    page = place.site / "zeta" / "mal" / "utb-2" / "index.html"
    about, right = page.stat(), page.read_bytes()
    page.write_bytes(right.replace(b"Fler unga", b"Inga unga", 1))
    os.utime(page, ns=(about.st_atime_ns, about.st_mtime_ns))
    assert page.stat().st_size == about.st_size
    seen = Hearing()
    build(place, seen)
    assert seen.again == {"zeta": Why.TOUCHED}
    assert page.read_bytes() == right
    assert snapshot(place.site) == snapshot(first.site)


@pytest.mark.full
def test_what_has_come_into_the_copied_site_or_leads_out_of_it_is_mended_too(
    first: Place, place: Place
) -> None:
    (place.site / "ahus" / "eget.html").write_text("främmande", encoding="utf-8")
    (place.site / "exempelby" / "index.html").unlink()
    (place.site / "exempelby" / "index.html").symlink_to(first.site / "exempelby" / "index.html")
    (place.site / "om" / "index.html").write_text("främmande", encoding="utf-8")
    (place.site / "zeta" / "index.html").rename(place.site / "zeta" / "index.htm")
    seen = Hearing()
    build(place, seen)
    assert seen.again == dict.fromkeys(KOMMUNER, Why.TOUCHED)
    assert snapshot(place.site) == snapshot(first.site)
    assert not [path for path in place.site.rglob("*") if path.is_symlink()]


@pytest.mark.full
def test_what_other_programs_have_kept_is_not_used(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kommunvision.kept.store.programs", lambda: "others")
    seen = Hearing()
    build(place, seen)
    assert seen.again == dict.fromkeys(KOMMUNER, Why.NEW)


@pytest.mark.full
def test_a_clone_with_only_the_latest_history_shows_no_days(first: Place, place: Place) -> None:
    shutil.rmtree(place.root)
    commit(first.root, "Second")
    source = first.root.as_uri()
    subprocess.run(["git", "clone", "-q", "--depth=1", source, str(place.root)], check=True)
    build(place)
    assert snapshot(place.site) == clean(place) != snapshot(first.site)


# What is kept is unpickled, and that runs whatever it says.


class _Evil:
    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, ...]:
        return Path.write_text, (self.mark, "hit")


def plant(folder: Path, mark: Path) -> None:
    """Write what the programs themselves could have written, and what does harm when it is read."""
    raw = pickle.dumps(_Evil(mark))
    folder.mkdir(mode=0o700, parents=True)
    (folder / "faces").write_bytes(sha256(programs().encode() + raw).digest() + raw)


def committed(root: Path, mark: Path) -> Path:
    plant(root / ".minne", mark)
    subprocess.run(["git", "-C", str(root), "add", "--force", ".minne"], check=True)
    return root / ".minne"


def linked(root: Path, mark: Path) -> Path:
    plant(root / "data/exempelby/dolt", mark)
    subprocess.run(["git", "-C", str(root), "add", "--force", "data"], check=True)
    (root / ".minne").symlink_to("data/exempelby/dolt")
    return root / ".minne"


def sent_without_git(root: Path, mark: Path) -> Path:
    shutil.rmtree(root / ".git")
    plant(root / ".minne", mark)
    return root / ".minne"


def of_a_repository_within(root: Path, mark: Path) -> Path:
    plant(root / ".minne", mark)
    commit(root / ".minne", "Evil")
    return root / ".minne"


def open_to_all(root: Path, mark: Path) -> Path:
    plant(root.parent / "minne", mark)
    (root.parent / "minne").chmod(0o777)
    return root.parent / "minne"


def a_file(root: Path, _mark: Path) -> Path:
    (root.parent / "minne").write_text("")
    return root.parent / "minne"


@pytest.mark.parametrize(
    "where",
    [committed, linked, sent_without_git, of_a_repository_within, open_to_all, a_file],
    ids=lambda one: one.__name__,
)
def test_a_folder_that_others_may_have_filled_is_not_read_and_that_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], where
) -> None:
    root = tmp_path / "plats"
    write_files(root, {"data/exempelby/kommun.yml": "kommun: {}\n", "mkdocs.yml": "site_name: x\n"})
    commit(root, "First")
    mark = tmp_path / "hit"
    folder = where(root, mark)
    monkeypatch.setenv("KOMMUNVISION_CACHE", str(folder))
    assert store_for(root).get("faces") is None
    assert not mark.exists()
    cli.run(["check", "--root", str(root)])
    said = capsys.readouterr().err
    assert f"Mappen {folder}, som står i KOMMUNVISION_CACHE, går inte att använda" in said
    assert not mark.exists()


@pytest.mark.parametrize("within", [True, False])
def test_a_folder_of_ones_own_is_read_also_within_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, within: bool
) -> None:
    root = tmp_path / "plats"
    write_files(root, {"data/exempelby/kommun.yml": "kommun: {}\n"})
    commit(root, "First")
    folder, mark = (root if within else tmp_path) / ".minne", tmp_path / "hit"
    plant(folder, mark)
    monkeypatch.setenv("KOMMUNVISION_CACHE", str(folder))
    store_for(root).get("faces")
    assert mark.exists()


def test_a_value_of_the_environment_has_a_say_if_the_settings_name_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path, {"mkdocs.yml": "site_name: !ENV [PLATSENS_NAMN, Provplatsen]\n"})
    before = settings_print(tmp_path)
    monkeypatch.setenv("RUN_NUMBER", "17")
    assert settings_print(tmp_path) == before
    monkeypatch.setenv("PLATSENS_NAMN", "Vår plats")
    assert settings_print(tmp_path) != before
    # Written in another way, it is the same name.
    write_files(tmp_path, {"mkdocs.yml": 'site_name: !ENV "\\x4eAMN"\n'})
    before = settings_print(tmp_path)
    monkeypatch.setenv("NAMN", "Vår plats")
    assert settings_print(tmp_path) != before


@pytest.mark.parametrize("file", ["beside_main.py", "markdown.py"])
def test_a_program_in_the_root_that_may_be_met_instead_of_another_has_a_say(
    tmp_path: Path, file: str
) -> None:
    write_files(tmp_path, {"mkdocs.yml": "plugins: [kommunvision, macros]\n"})
    without = settings_print(tmp_path)
    write_files(tmp_path, {file: "one = 1\n"})
    with_it = settings_print(tmp_path)
    write_files(tmp_path, {file: "one = 2\n"})
    assert len({without, with_it, settings_print(tmp_path)}) == 3


FINGERPRINTS = """
from kommunvision.kept.prints import engine, programs

print(engine(), programs())
"""


def test_the_same_engine_installed_elsewhere_at_another_time_is_the_same_programs(
    repository: Path, tmp_path: Path
) -> None:
    def installed(name: str, moment: int) -> Path:
        folder = tmp_path / name / "lib"
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(repository / "macros/kommunvision", folder / "kommunvision", ignore=ignored)
        for path in folder.rglob("*.py"):
            os.utime(path, (moment, moment))
        return folder

    def told(folder: Path) -> list[str]:
        done = subprocess.run(
            [sys.executable, "-c", FINGERPRINTS],
            check=True,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(folder)},
        )
        return done.stdout.split()

    first, second = installed("one", 1_700_000_000), installed("two", 1_700_000_999)
    for folder in (first, second):
        # As an installer does; what is compiled has the time of its source in it.
        subprocess.run(
            [sys.executable, "-m", "compileall", "-q", str(folder / "kommunvision/kept")],
            check=True,
        )
    assert list(first.rglob("*.pyc"))
    known = told(first)
    assert told(second) == known
    with (second / "kommunvision/edition.py").open("a") as file:
        file.write("# Another.\n")
    assert not {*told(second)} & {*known}
