"""A part that is built again is left as it is where nothing has changed, and never elsewhere."""

import os
import random  # noqa: TID251 - chance is what is tested, the same in every run
import shutil
import subprocess
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kommunvision import cli
from kommunvision.driver import BuildReport, build_part, build_sites, merge_parts
from kommunvision.driver.part import Shard, read_part
from kommunvision.driver.watcher import Watcher, Why
from kommunvision.edition import Edition
from tests import places
from tests.places import KOMMUNER, Hearing
from tests.projects import project, snapshot
from tests.test_kept import EDITS, _again, change, commit, write
from tests.test_parts import HOSTILE

OWN = EDITS["a goal is worded otherwise"]


@dataclass(frozen=True)
class Place(places.Place):
    """Where the parts of a site are built."""

    def part(self, number: int, of: int = 2) -> Path:
        return self.folder / "delar" / f"{number}-{of}"

    def built(self, of: int = 2, **wishes: Any) -> dict[str, Why]:
        """Build all parts; return which kommuner were built, and why."""
        seen = Hearing()
        for number in range(1, of + 1):
            report = build(self.root, number, self.part(number, of), of, watcher=seen, **wishes)
            assert report.complete, (report.problems, report.complaints)
            assert read_part(self.part(number, of)).told() is not None
        return seen.again

    def merged(self, of: int = 2, **wishes: Any) -> dict[str, bytes]:
        site = self.folder / "hel"
        shutil.rmtree(site, ignore_errors=True)
        parts = [self.part(number, of) for number in range(1, of + 1)]
        assert merge_parts(self.root, parts, site_dir=site, **wishes).complete
        return snapshot(site)

    def clean(self, **wishes: Any) -> dict[str, bytes]:
        """What a build of everything on one machine gives."""
        site = self.folder / "ren"
        shutil.rmtree(site, ignore_errors=True)
        report = build_sites(self.root, site_dir=site, workers=1, anew=True, **wishes)
        assert report.complete, (report.problems, report.complaints)
        return snapshot(site)


def build(root: Path, number: int, folder: Path, of: int = 2, **wishes: Any) -> BuildReport:
    return build_part(root, Shard(number, of), part_dir=folder, workers=1, **wishes)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A site in git whose parts have been built, with a folder that can be brought elsewhere."""
    place = Place(tmp_path_factory.mktemp("first"))
    commit(project(place.root, HOSTILE), "First")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KOMMUNVISION_CACHE", str(place.folder / "minne"))
        assert place.built() == dict.fromkeys(KOMMUNER, Why.NEW)
    return place


@pytest.fixture
def place(first: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """The machine of the next run: a clone, and copies with times of their own."""
    place = Place(tmp_path)
    subprocess.run(["git", "clone", "-q", str(first.root), str(place.root)], check=True)
    for name in ("delar", "minne"):
        shutil.copytree(
            first.folder / name, place.folder / name, copy_function=shutil.copyfile, symlinks=True
        )
    monkeypatch.setenv("KOMMUNVISION_CACHE", str(place.folder / "minne"))
    return place


@pytest.fixture
def here(place: Place, monkeypatch: pytest.MonkeyPatch) -> Place:
    """The same where nothing is brought from elsewhere, and files are known by how they look."""
    monkeypatch.delenv("KOMMUNVISION_CACHE")
    place.built()
    return place


def marks(place: Place) -> dict[Path, tuple[int, int]]:
    every = (path for path in place.part(1).parent.rglob("*/files/**/*") if path.is_file())
    return {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in every}


def test_a_part_that_is_built_twice_is_left_as_it_is(here: Place) -> None:
    before, left = snapshot(here.folder / "delar"), marks(here)
    assert here.built() == {}
    assert snapshot(here.folder / "delar") == before
    assert marks(here) == left
    assert here.merged() == here.clean()
    assert sorted(one.name for one in (here.folder / "delar").iterdir()) == ["1-2", "2-2"]


def test_nothing_is_built_again_on_another_machine_and_the_pages_are_counted(
    first: Place, place: Place
) -> None:
    report = build(place.root, 1, place.part(1))
    anew = build(first.root, 1, place.folder / "anew", anew=True)
    assert (report.kommuner, report.pages) == (anew.kommuner, anew.pages)
    assert place.built() == {}
    assert snapshot(place.folder / "delar") == snapshot(first.folder / "delar")
    assert place.merged() == place.clean()


def test_only_the_kommun_with_the_edit_is_built_again(place: Place) -> None:
    OWN(place.root)
    assert place.built() == {"ahus": Why.OWN}
    assert place.merged() == place.clean()
    assert place.built() == {}


@pytest.mark.parametrize(
    "name",
    ["the layout says something more", "the site has another name", "a theme has another name"],
)
def test_what_all_rest_on_makes_all_anew(place: Place, name: str) -> None:
    EDITS[name](place.root)
    assert place.built() == dict.fromkeys(KOMMUNER, Why.SHARED)
    assert place.merged() == place.clean()


@pytest.mark.full
@pytest.mark.parametrize("name", EDITS)
def test_parts_that_are_built_after_an_edit_are_joined_to_the_bytes_of_a_clean_build(
    place: Place, name: str
) -> None:
    EDITS[name](place.root)
    place.built()
    assert place.merged() == place.clean()


def test_what_is_shown_on_another_day_is_built_for_that_day(place: Place) -> None:
    write("content/ahus/snart.md", "---\nvisas_till: 2027-01-31\n---\n# Snart\n\nText.\n")(
        place.root
    )
    for day in (date(2027, 1, 1), date(2027, 3, 1), date(2027, 1, 1)):
        place.built(edition=Edition(day))
        assert place.merged(edition=Edition(day)) == place.clean(edition=Edition(day))


def test_drafts_are_in_the_parts_of_those_who_ask_for_them(place: Place) -> None:
    change("data/ahus/mal.yml", "- id: utb-2\n", "- id: utb-2\n  utkast: ja\n")(place.root)
    for drafts in (False, True, False):
        edition = Edition(date(2027, 1, 1), drafts=drafts)
        place.built(edition=edition)
        assert place.merged(edition=edition) == place.clean(edition=edition)


def test_what_other_programs_have_made_is_made_anew(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kommunvision.kept.store.programs", lambda: "others")
    assert place.built() == dict.fromkeys(KOMMUNER, Why.NEW)


def test_all_is_made_anew_where_somebody_says_so(place: Place) -> None:
    assert place.built(anew=True) == dict.fromkeys(KOMMUNER, Why.NEW)
    # What lies there now has the same content, so it is as it was left.
    assert place.built() == {}
    (page,) = (place.folder / "delar").glob("*/zeta/files/zeta/mal/utb-2/index.html")
    page.write_bytes(b"x")
    for number in (1, 2):
        words = ["--shard", f"{number}/2", "--site-dir", str(place.part(number)), "--allt"]
        assert cli.run(["build", "--root", str(place.root), *words]) == 0
    assert place.merged() == place.clean()


def _changed(unit: Path) -> None:
    page = unit / "files/zeta/mal/utb-2/index.html"
    about, right = page.stat(), page.read_bytes()
    page.write_bytes(right.replace(b"Fler unga", b"Inga unga", 1))
    os.utime(page, ns=(about.st_atime_ns, about.st_mtime_ns))
    assert (page.stat().st_size, page.read_bytes() == right) == (about.st_size, False)


def _rewritten(unit: Path) -> None:
    page = unit / "files/zeta/mal/utb-2/index.html"
    page.write_bytes(page.read_bytes().replace(b"Fler unga", b"Inga unga", 1))


def _lost(unit: Path) -> None:
    (unit / "files/zeta/index.html").unlink()


def _added(unit: Path) -> None:
    (unit / "files/zeta/eget.html").write_text("främmande", encoding="utf-8")


def _linked(unit: Path) -> None:
    page = unit / "files/zeta/index.html"
    copy = shutil.copyfile(page, unit.parent.parent.parent / "index.html")
    page.unlink()
    page.symlink_to(copy)


def _of_another(unit: Path) -> None:
    (unit / "files/ahus").mkdir()


def _told_otherwise(unit: Path) -> None:
    path = unit / "summary.json"
    path.write_text(path.read_text("utf-8").replace("Zeta", "Beta"), encoding="utf-8")


def _gone(unit: Path) -> None:
    shutil.rmtree(unit)


HARMS = [_lost, _added, _linked, _of_another, _told_otherwise, _gone]


@pytest.mark.parametrize("harm", [_changed, *HARMS])
def test_what_somebody_has_changed_in_a_part_is_found_and_made_anew(
    first: Place, place: Place, harm
) -> None:
    harm(*(place.folder / "delar").glob("*/zeta"))
    assert place.built() == {"zeta": Why.TOUCHED}
    assert snapshot(place.folder / "delar") == snapshot(first.folder / "delar")
    assert not [path for path in place.part(1).parent.rglob("*") if path.is_symlink()]


@pytest.mark.parametrize(
    "harm", [_rewritten, *(pytest.param(one, marks=pytest.mark.full) for one in HARMS)]
)
def test_so_it_is_where_parts_are_known_by_how_they_look(first: Place, here: Place, harm) -> None:
    harm(*(here.folder / "delar").glob("*/zeta"))
    assert here.built() == {"zeta": Why.TOUCHED}
    assert snapshot(here.folder / "delar") == snapshot(first.folder / "delar")


def test_what_lies_beside_the_kommuner_of_a_part_goes(first: Place, place: Place) -> None:
    (place.part(1) / "mer").mkdir()
    (place.part(1) / "mer" / "index.html").write_text("främmande", encoding="utf-8")
    assert place.built() == {}
    assert snapshot(place.folder / "delar") == snapshot(first.folder / "delar")


def test_another_division_in_the_same_folder_leaves_what_is_the_same_in_both(place: Place) -> None:
    for number in (1, 2):
        place.part(number).rename(place.part(number, 3))
        place.part(number, 3).rename(place.part(number))
    folder = place.part(1)
    before = set(read_part(folder).kommuner)
    seen = Hearing()
    assert build(place.root, 1, folder, 3, watcher=seen).complete
    now = read_part(folder)
    assert now.shard == Shard(1, 3)
    assert seen.again == dict.fromkeys(set(now.kommuner) - before, Why.NEW)
    for number in (2, 3):
        assert build(place.root, number, place.part(number, 3), 3).complete
    folder.rename(place.part(1, 3))
    assert place.merged(3) == place.clean()


def test_a_part_that_was_brought_without_what_was_kept_of_it_is_made_anew(place: Place) -> None:
    shutil.rmtree(place.folder / "minne")
    assert place.built() == dict.fromkeys(KOMMUNER, Why.NEW)
    shutil.rmtree(place.folder / "delar")
    assert place.built().keys() == KOMMUNER
    assert place.merged() == place.clean()


def test_a_part_is_as_it_was_where_one_of_its_kommuner_cannot_be_moved(
    first: Place, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    OWN(place.root)
    real = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if self.parent.parent == place.part(1).parent and self.name == "zeta":
            raise PermissionError(13, os.strerror(13), str(self))
        return real(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", rename)
        (number,) = (one for one in (1, 2) if (place.part(one) / "zeta").exists())
        with pytest.raises(PermissionError):
            build(place.root, number, place.part(number))
    assert snapshot(place.folder / "delar") == snapshot(first.folder / "delar")
    place.built()
    assert place.merged() == place.clean()


class _Saving(Watcher):
    """Somebody who saves while a part is built."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def stage(self, name: str) -> None:
        if name == "publishing":
            OWN(self.root)


def test_what_is_saved_while_a_part_is_built_is_not_taken_for_built(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    path = place.root / "data/ahus/mal.yml"
    before = path.read_text("utf-8")
    (number,) = (one for one in (1, 2) if (place.part(one) / "ahus").exists())
    assert build(place.root, number, place.part(number), watcher=_Saving(place.root)).complete
    folders = [str(place.part(1)), str(place.part(2))]
    assert cli.run(["merge", "--root", str(place.root), *folders]) == 2
    assert "är byggd av andra filer" in capsys.readouterr().err
    place.built()
    assert place.merged() == place.clean()
    path.write_text(before, encoding="utf-8")
    place.built()
    assert place.merged() == place.clean()


def test_a_part_with_faults_is_left_as_it_is_and_so_is_what_is_kept_of_it(
    first: Place, place: Place
) -> None:
    page = place.root / "content/ahus/grannar.md"
    before = page.read_text("utf-8")
    page.write_text(f"{before}\n[mål](#finns-ej)\n", encoding="utf-8")
    built = [build(place.root, number, place.part(number)).complete for number in (1, 2)]
    assert sorted(built) == [False, True]
    (part,) = (one for one in (1, 2) if not built[one - 1])
    assert snapshot(place.part(part)) == snapshot(first.part(part))
    page.write_text(before, encoding="utf-8")
    assert place.built() == {}


def test_what_is_merged_is_noted_in_the_ledger_as_a_build_does(place: Place) -> None:
    EDITS["a goal is added"](place.root)
    place.built()
    parts = [place.part(1), place.part(2)]
    assert merge_parts(place.root, parts).complete
    merged = (place.root / "data/adresser.yml").read_text("utf-8")
    subprocess.run(["git", "checkout", "-q", "data/adresser.yml"], cwd=place.root, check=True)
    shutil.rmtree(place.root / "site")
    assert build_sites(place.root, workers=1, anew=True).complete
    assert (place.root / "data/adresser.yml").read_text("utf-8") == merged
    place.built()
    assert place.merged() == place.clean()


@pytest.mark.full
@pytest.mark.parametrize(("seed", "carried"), [(0, False), (1, True), (2, False), (3, True)])
def test_any_sequence_of_edits_and_parts_ends_in_the_bytes_of_a_clean_build(
    place: Place, seed: int, monkeypatch: pytest.MonkeyPatch, *, carried: bool
) -> None:
    if not carried:
        monkeypatch.delenv("KOMMUNVISION_CACHE")
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    # Those who vandalise a site do so here.
    (place.root / "site").mkdir()
    for turn in range(12):
        of = chance.choice([2, 2, 3])
        for _ in range(chance.randrange(1, 4)):
            (place.root / "site/x").write_text("x")
            _again(chance)(place.root)
        if chance.random() < 0.3:
            every = sorted(one for one in place.part(1).parent.rglob("*") if one.is_file())
            chance.choice(every).write_bytes(b"x")
        if any((place.root / "data").rglob("trasig.yml")):
            assert not build(place.root, 1, place.part(1)).complete
            continue
        wishes = {"edition": Edition(date(2027, 1, 1 + turn % 2))}
        place.built(of, **wishes)
        assert place.merged(of, **wishes) == place.clean(**wishes)
