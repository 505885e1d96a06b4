"""A build that keeps what an earlier one has made gives the bytes of a build of everything."""

import gc
import multiprocessing
import os
import random  # noqa: TID251 - chance is what is tested, the same in every run
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from kommunvision import cli, repository
from kommunvision.checking import check
from kommunvision.cli.screen import Screen
from kommunvision.driver import BuildReport, Sources, build_sites, look
from kommunvision.driver.watcher import Watcher, Why
from kommunvision.edition import Edition
from kommunvision.history import history, state
from kommunvision.kept import store_for
from kommunvision.model import Kommun
from kommunvision.problem import Problem
from kommunvision.shelved import Keeper
from tests.helpers import write_files
from tests.places import Hearing
from tests.projects import FILES, KOMMUN, SETTINGS, project, snapshot
from tests.test_parts import HOSTILE

Edit = Callable[[Path], None]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of three kommuner in git that has been built once."""
    root = project(tmp_path_factory.mktemp("made"), HOSTILE)
    commit(root, "First")
    assert build(root).complete
    return root


@pytest.fixture
def root(made: Path, tmp_path: Path) -> Path:
    """The same for one test, which may do with it as it likes."""
    root = tmp_path / "root"
    shutil.copytree(made, root)
    assert build(root).complete
    return root


def build(root: Path, **wishes: Any) -> BuildReport:
    return build_sites(root, workers=1, **wishes)


def commit(root: Path, words: str, day: str = "2025-03-04") -> None:
    who = ("-c", "user.name=Prov", "-c", "user.email=prov@exempelby.example")
    first = () if (root / ".git").exists() else (("init", "-q"),)
    ignored = root / ".gitignore"
    ignored.write_text("site/\n")
    for one in (*first, ("add", "-A"), (*who, "commit", "-q", "--allow-empty", "-m", words)):
        environment = {**os.environ, "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
        subprocess.run(["git", *one], cwd=root, check=True, env=environment)


def clean(root: Path, **wishes: Any) -> dict[str, bytes]:
    """What a build of everything gives, in a folder that was not there."""
    aside = root.parent / "clean"
    shutil.rmtree(aside, ignore_errors=True)
    assert build(root, site_dir=aside, anew=True, **wishes).complete
    return snapshot(aside)


def change(path: str, old: str, new: str) -> Edit:
    def edit(root: Path) -> None:
        text = (root / path).read_text("utf-8")
        assert old in text, (path, old)
        (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    return edit


def write(path: str, text: str) -> Edit:
    return lambda root: write_files(root, {path: text})


def remove(*paths: str) -> Edit:
    def edit(root: Path) -> None:
        for path in paths:
            (root / path).unlink()

    return edit


def kept(report: BuildReport) -> tuple[int, int]:
    assert report.published
    return report.published.written, report.published.removed


def test_a_build_with_nothing_changed_leaves_every_file_alone(root: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (root / "site").rglob("*")}
    for path in (root / "data").rglob("*.yml"):
        os.utime(path, (1, 1))

    report = build(root)

    assert report.complete
    assert report.kommuner == ("Exempelby", "Zeta < Eta", "Åhus & Öarna")
    assert kept(report) == (0, 0)
    assert {path: path.stat().st_mtime_ns for path in (root / "site").rglob("*")} == before


def test_what_was_found_is_told_again_when_nothing_has_changed(root: Path) -> None:
    change("data/ahus/mal.yml", "  lättläst: Fler går klart skolan.\n", "")(root)
    first = build(root)
    second = build(root)
    assert first.problems
    assert second.problems == first.problems


EDITS: dict[str, Edit] = {
    "a goal is worded otherwise": change(
        "data/ahus/mal.yml", "lättläst: Fler går klart skolan.", "lättläst: Fler blir klara."
    ),
    "a page says something else": change(
        "content/zeta.md", "# Zetas egen", "# Zetas alldeles egen"
    ),
    "a theme has another name": change("data/teman.yml", "Skola & liv", "Skola & lust"),
    "the site has another name": change("mkdocs.yml", "site_name: ", "site_name: Nya "),
    "the layout says something more": change("overrides/main.html", "<p>{{", "<p>Mer {{"),
    "a kommun has another name": change("data/zeta/kommun.yml", "Zeta < Eta", "Zeta & Eta"),
    "a goal is added": lambda root: write_files(
        root,
        {
            "data/ahus/fler.yml": "mål:\n- {id: nytt, nivå: mal, rubrik: Nytt mål, teman: [skola],"
            " källa: budget}\n"
        },
    ),
    "a picture is another": write(
        "content/zeta/bild.svg",
        '<svg xmlns="http://www.w3.org/2000/svg"><path d="M1 1"/></svg>',
    ),
}


# Those that reach farthest are looked at each time.
_FIRST = (
    "a goal is worded otherwise",
    "a theme has another name",
    "the layout says something more",
)


@pytest.mark.parametrize(
    "name",
    [
        *_FIRST,
        *(pytest.param(name, marks=pytest.mark.full) for name in EDITS if name not in _FIRST),
    ],
)
def test_a_build_after_an_edit_gives_the_bytes_of_a_clean_one(root: Path, name: str) -> None:
    EDITS[name](root)
    report = build(root)
    assert report.complete, report.problems
    assert snapshot(root / "site") == clean(root)


def test_a_page_beside_the_kommuner_that_stands_in_the_folder_of_one_is_never_stale(
    root: Path,
) -> None:
    # After the first edit git knows no day of it, whatever more is changed.
    for words in ("Ett stycke till.", "Ännu ett."):
        change("content/zeta.md", "## Mitt", f"{words}\n\n## Mitt")(root)
        assert build(root).complete
        assert words in (root / "site/zeta/index.html").read_text("utf-8")
    assert snapshot(root / "site") == clean(root)


def test_a_page_beside_the_kommuner_lets_those_stay_that_it_does_not_go_into(
    tmp_path: Path,
) -> None:
    """Nor does the day on which git says that it was changed stand on any other page."""
    files = {name: text for name, text in HOSTILE.items() if not name.startswith("overrides/")}
    root = project(tmp_path / "root", {**files, "mkdocs.yml": SETTINGS})
    for words in ("Allt", "Adresserna"):
        assert build(root).complete
        commit(root, words)
    for page, built in (("om.md", set()), ("zeta.md", {"zeta"})):
        path = root / "content" / page
        path.write_text(f"{path.read_text('utf-8')}\nEtt stycke till.\n", encoding="utf-8")
        for day in ("2025-05-06", "2025-07-08"):
            hearing = Hearing()
            assert build(root, watcher=hearing).complete
            assert hearing.again.keys() == built
            assert snapshot(root / "site") == clean(root)
            commit(root, page, day)


def test_only_the_kommun_with_the_edit_is_built_again(root: Path) -> None:
    before = {path: path.stat().st_ino for path in (root / "site").rglob("*") if path.is_file()}
    EDITS["a goal is worded otherwise"](root)
    report = build(root)
    after = {path: path.stat().st_ino for path in (root / "site").rglob("*") if path.is_file()}
    touched = {
        path.relative_to(root / "site").parts[0]
        for path, ino in after.items()
        if before.get(path) != ino
    }
    assert kept(report)[0] > 0
    assert not touched & {"exempelby", "zeta", "zeta-forr"}


def test_a_statement_on_accessibility_names_its_own_contact_where_a_kommun_is_alone(
    tmp_path: Path,
) -> None:
    told = KOMMUN + "    kontakt: {enhet: Kansliet, epost: hjalp@exempelby.example}\n"
    root = project(tmp_path / "root", {"data/exempelby/kommun.yml": told})
    assert build(root).complete
    page = root / "site/exempelby/tillganglighet/index.html"
    assert "hjalp@exempelby.example" in page.read_text("utf-8")


def test_what_somebody_has_changed_in_the_site_is_mended(root: Path) -> None:
    good = snapshot(root / "site")
    page = root / "site" / "zeta" / "mal" / "utb-2" / "index.html"
    page.write_text(page.read_text("utf-8") + "tillagt", encoding="utf-8")
    assert kept(build(root)) == (1, 0)
    (root / "site" / "ahus" / "index.html").unlink()
    (root / "site" / "ahus" / "eget.html").write_text("främmande")
    (root / "site" / "om" / "index.html").write_text("främmande")
    assert kept(build(root)) == (2, 1)
    assert snapshot(root / "site") == good


def test_many_kommuner_are_looked_at_beside_the_work_and_none_that_was_changed_stays(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # So many are many.
    monkeypatch.setattr(look, "_FEW", 1)
    EDITS["a goal is worded otherwise"](root)
    page = root / "site" / "zeta" / "mal" / "utb-2" / "index.html"
    page.write_text(page.read_text("utf-8") + "tillagt", encoding="utf-8")
    hearing = Hearing()
    assert build_sites(root, workers=2, watcher=hearing).complete
    assert hearing.again == {"ahus": Why.OWN, "zeta": Why.TOUCHED}
    # It is seen that late, and what spans kommuner has been made by then.
    assert hearing.stages[1:4] == ["building", "joining", "building"]
    assert snapshot(root / "site") == clean(root)


def test_a_site_that_another_build_has_changed_meanwhile_is_looked_at_after_that(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fcntl = pytest.importorskip("fcntl")
    monkeypatch.setattr(look, "_FEW", 1)
    other = os.open(root, os.O_RDONLY)
    fcntl.flock(other, fcntl.LOCK_EX)

    class Other(Hearing):
        """Another build, which is ended while it publishes, when this one waits for it."""

        def stage(self, name: str) -> None:
            super().stage(name)
            if name == "waiting":
                (root / "site/zeta/index.html").write_text("halvfärdigt")
                os.close(other)

    EDITS["a goal is worded otherwise"](root)
    hearing = Other()
    assert build_sites(root, workers=2, watcher=hearing).complete
    assert hearing.stages[:2] == ["waiting", "checking"]
    assert hearing.again == {"ahus": Why.OWN, "zeta": Why.TOUCHED}
    assert snapshot(root / "site") == clean(root)


def test_how_folders_looked_to_another_build_than_the_last_says_nothing(root: Path) -> None:
    store = store_for(root)
    place = store.place_of(root / "site")
    page = root / "site/zeta/index.html"
    page.write_text(page.read_text("utf-8") + "tillagt", encoding="utf-8")
    names = store.get(f"{place}/folders")["zeta"].names
    now = look.looks(root / "site", {"zeta": names}, 1)["zeta"]
    folders = {**store.get(f"{place}/folders"), "zeta": look.Folders(names, now)}
    store.put(f"{place}/folders", folders)
    EDITS["a goal is worded otherwise"](root)
    assert build(root).complete
    assert snapshot(root / "site") == clean(root)


class _Interrupting(Watcher):
    """Somebody who breaks off a build in the middle."""

    def stage(self, name: str) -> None:
        if name == "building":
            raise KeyboardInterrupt


def test_nobody_goes_on_looking_at_a_site_when_a_build_is_broken_off(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(look, "_FEW", 1)
    EDITS["a goal is worded otherwise"](root)
    with pytest.raises(KeyboardInterrupt):
        build_sites(root, workers=2, watcher=_Interrupting())
    assert multiprocessing.active_children() == []
    assert gc.get_freeze_count() == 0


def test_files_that_go_while_a_site_is_looked_at_stop_no_build(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Listed(list[os.DirEntry[str]]):
        """What lies in a folder; the copy of another program goes just after."""

        def __init__(self, folder: str) -> None:
            super().__init__(os.scandir(folder))
            for one in self:
                if one.name == "halv.tmp":
                    Path(one.path).unlink()

    EDITS["a goal is worded otherwise"](root)
    (root / "site/zeta/halv.tmp").write_text("snart borta")
    (root / "site/halv.tmp").write_text("snart borta")
    monkeypatch.setattr(look, "os", SimpleNamespace(**{**vars(os), "scandir": Listed}))
    assert build(root).complete
    monkeypatch.undo()
    assert snapshot(root / "site") == clean(root)


def test_a_kommun_that_is_alone_is_built_when_something_has_changed_and_not_otherwise(
    tmp_path: Path,
) -> None:
    root = project(tmp_path / "root")
    # What the first build adds to the ledger is no change.
    first, hearing = build(root), Hearing()

    def stages() -> list[str]:
        hearing.stages.clear()
        assert build(root, watcher=hearing).complete
        return hearing.stages

    good = snapshot(root / "site")
    assert stages() == ["checking"]
    (root / "site" / "exempelby" / "index.html").write_text("främmande")
    assert "building" in stages()
    assert snapshot(root / "site") == good
    change("data/exempelby/mal.yml", "Nyfikna hela livet", "Nyfikna alla dagar")(root)
    assert "building" in stages()
    assert snapshot(root / "site") == clean(root)
    assert build(root).kommuner == first.kommuner == ("Exempelby",)
    assert stages() == ["checking"]


def test_a_kommun_whose_files_lie_directly_in_data_is_read_anew_when_one_in_a_folder_has_changed(
    tmp_path: Path,
) -> None:
    moved = {name: None for name in FILES if "exempelby" in name}
    root = project(
        tmp_path / "root",
        {
            **moved,
            "data/kommun.yml": KOMMUN,
            "data/styrmodell.yml": FILES["data/exempelby/styrmodell.yml"],
            "data/budget/kallor.yml": FILES["data/exempelby/kallor.yml"],
            "data/budget/mal.yml": FILES["data/exempelby/mal.yml"],
        },
    )
    assert build(root).complete

    for old, new in [("hela livet", "alla år"), ("alla år", "alla dagar")]:
        change("data/budget/mal.yml", f"Nyfikna {old}", f"Nyfikna {new}")(root)
        assert build(root).complete

    assert b"Nyfikna alla dagar" in (root / "site" / "mal" / "larande" / "index.html").read_bytes()
    assert snapshot(root / "site") == clean(root)

    # What builds add to the ledger, which lies among its files, is no change of the kommun.
    commit(root, "All of it")
    write("data/budget/fler.yml", "aktuellt: [{id: n, rubrik: Nytt, datum: 2025-03-01}]\n")(root)
    commit(root, "News")
    assert build(root).complete
    assert b"4 mars 2025" in (root / "site" / "profil.css").read_bytes()
    assert snapshot(root / "site") == clean(root)


SOURCE = """
import sys
from pathlib import Path

from kommunvision.driver.files import Sources
from kommunvision.driver.order import Order
from kommunvision.driver.settings import settings_print
from kommunvision.driver.unchanged import around

root = Path(sys.argv[1])
order = Order(root=root, target=root / "site")
print(Sources.of(root).fingerprint(around(order, "", settings_print(root))))
"""


def test_two_processes_agree_on_what_a_site_is_built_from_also_when_files_are_not_committed(
    root: Path,
) -> None:
    for name in ("mal", "kallor", "styrmodell", "kommun"):
        write_files(root, {f"data/exempelby/{name}.yml": f"# {name}\n"})

    # Python orders a set by numbers that are others in each process.
    seen = {
        subprocess.run(
            [sys.executable, "-c", SOURCE, root],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in "123"
    }

    assert len(seen) == 1


def test_what_is_told_of_one_kommun_is_forgotten_when_it_gets_company_and_the_reverse(
    tmp_path: Path,
) -> None:
    root = project(tmp_path / "root")
    other = KOMMUN.replace("Exempelby", "Annanby").replace("9999", "9998")
    assert build(root).complete
    write("data/annanby/kommun.yml", other)(root)
    assert build(root).complete
    assert snapshot(root / "site") == clean(root)
    assert kept(build(root)) == (0, 0)
    shutil.rmtree(root / "data" / "annanby")
    # What has been published may be withdrawn by those who say so.
    (root / "data" / "adresser.yml").unlink()
    assert build(root).complete
    assert snapshot(root / "site") == clean(root)
    assert kept(build(root)) == (0, 0)


class _Saving(Watcher):
    """Somebody who saves a page while the site is built."""

    def __init__(self, page: Path) -> None:
        self._page = page

    def stage(self, name: str) -> None:
        if name == "building":
            self._page.write_text("# Sparad mitt i\n\nText.\n", "utf-8")


def test_what_is_saved_in_the_middle_of_a_build_and_taken_back_leaves_no_trace(root: Path) -> None:
    page = root / "content/zeta/flyttad.md"
    before = page.read_text("utf-8")
    EDITS["a goal is worded otherwise"](root)
    change("data/zeta/mal.yml", "Fler unga", "Många fler unga")(root)
    build(root, watcher=_Saving(page))
    page.write_text(before, "utf-8")
    assert build(root).complete
    assert snapshot(root / "site") == clean(root)


def test_what_a_build_has_made_and_not_published_is_told_by_no_later_one(root: Path) -> None:
    goals, page = root / "data/ahus/mal.yml", root / "content/zeta/leder-fel.md"
    before = goals.read_text("utf-8")
    change("data/ahus/mal.yml", "Fler unga", "Många fler unga")(root)
    # What a link between kommuner leads to is seen last of all.
    write("content/zeta/leder-fel.md", "# Fel\n\n[dit](../ahus/mal/utb-2.md#finns-ej)\n")(root)
    assert build(root).complaints
    goals.write_text(before, "utf-8")
    page.unlink()
    change("data/zeta/mal.yml", "Fler unga", "Inte så få unga")(root)
    assert build(root).complete
    assert snapshot(root / "site") == clean(root)


class _Committing(Watcher):
    """Somebody who commits what is being built."""

    def __init__(self, root: Path, stage: str) -> None:
        self.root, self.when = root, stage

    def stage(self, name: str) -> None:
        if name == self.when:
            commit(self.root, "Meanwhile")


@pytest.mark.parametrize("stage", ["building", pytest.param("remembering", marks=pytest.mark.full)])
def test_a_commit_in_the_middle_of_a_build_changes_the_days_of_the_next_one(
    root: Path, stage: str
) -> None:
    # A new address is added to the ledger, which is then looked at anew.
    EDITS["a goal is added"](root)
    assert build(root, watcher=_Committing(root, stage)).complete
    assert build(root).complete
    assert snapshot(root / "site") == clean(root)


@pytest.mark.parametrize(
    "fault",
    [
        ("data/exempelby/mal.yml", "rubrik: Nyfikna", "rubrk: Nyfikna", "KV101"),
        ("content/exempelby/om-malen.md", 'mål("utb-2")', 'mål("borta")', "KV710"),
        ("data/adresser.yml", "mal/utb-2/", "mal/utb-3/", "KV806"),
    ],
)
@pytest.mark.parametrize("begins_well", [True, False])
def test_what_is_saved_in_the_middle_of_a_check_and_taken_back_is_not_what_the_next_one_tells(
    tmp_path, monkeypatch, capsys, fault, begins_well
):
    name, good, bad, code = fault
    root = project(tmp_path, {"data/adresser.yml": "adresser:\n- exempelby/mal/utb-2/\n"})
    path, was_told = root / name, Screen.stage
    right = path.read_text("utf-8")
    wrong = right.replace(good, bad)
    before, meanwhile = (right, wrong) if begins_well else (wrong, right)

    def saving(screen: Screen, stage: str) -> None:
        if stage == "checking":
            path.write_text(meanwhile, "utf-8")
        was_told(screen, stage)

    path.write_text(before, "utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(Screen, "stage", saving)
        cli.run(["check", "--root", str(root)])
    assert (code in capsys.readouterr().out) == begins_well
    path.write_text(before, "utf-8")
    cli.run(["check", "--root", str(root)])
    assert (code in capsys.readouterr().out) != begins_well


def test_a_check_that_has_found_nothing_asks_nobody_of_the_history_again(
    tmp_path, monkeypatch, capsys
):
    root = project(tmp_path)
    command = ["check", "--root", str(root)]
    assert cli.run(command) == 0
    told = capsys.readouterr().out

    def asked(*_: object) -> None:
        pytest.fail("git was asked")

    monkeypatch.setattr(repository, "read", asked)
    assert cli.run(command) == 0
    assert capsys.readouterr().out == told


def test_a_page_that_stands_elsewhere_and_ends_on_another_day_is_told_of_anew(root: Path) -> None:
    edition = Edition(date(2026, 3, 1), drafts=False)
    ends = change("content/om.md", "---\n", "---\nvisas_till: 2026-01-31\n")
    ends(root)
    assert build(root, edition=edition).complete
    assert b"31 januari 2026" in snapshot(root / "site")["ahus/forr/index.html"]

    change("content/om.md", "2026-01-31", "2026-02-15")(root)
    assert build(root, edition=edition).complete

    assert b"15 februari 2026" in snapshot(root / "site")["ahus/forr/index.html"]


class _Counting(Keeper):
    """Counts the kommuner that are in memory when something has been asked of one or of all."""

    most = 0
    pages = 0

    def look(self) -> None:
        self.most = max(self.most, sum(type(one) is Kommun for one in gc.get_objects()))

    def page(self, *given: object) -> Sequence[Problem]:
        found = super().page(*given)  # type: ignore[arg-type]
        self.pages += 1
        # Looking takes longer than all else together.
        if self.pages % 16 == 0:
            self.look()
        return found

    def across(self, *given: object) -> Sequence[Problem]:
        found = super().across(*given)  # type: ignore[arg-type]
        self.look()
        return found


def test_a_first_check_holds_few_of_many_kommuner_at_once(tmp_path: Path) -> None:
    many = {
        name.replace("exempelby", f"kommun-{number}"): str(text).replace(
            "  påhittad", "  tidigare_mapp: [forr]\n  påhittad"
        )
        for number in range(45)
        for name, text in FILES.items()
        if "exempelby" in name
    }
    root = project(tmp_path, many)
    sources, before = Sources.of(root), sum(type(one) is Kommun for one in gc.get_objects())
    keeper = _Counting(root, store_for(root), sources.data, sources.content)

    first = check(root, keeper=keeper)
    without = check(root)

    assert len(first.kommuner) == 46
    assert 0 < keeper.most - before < 30
    assert {one.code for one in first.problems} == {"KV821"}
    assert first.problems == without.problems


def test_a_commit_changes_the_days_on_pages(root: Path) -> None:
    EDITS["a goal is worded otherwise"](root)
    assert build(root).complete
    without = (root / "site/ahus/mal/utb-2/index.html").read_text("utf-8")
    commit(root, "Second")
    assert build(root).complete
    assert (root / "site/ahus/mal/utb-2/index.html").read_text("utf-8") != without
    assert snapshot(root / "site") == clean(root)


def test_a_commit_that_touches_neither_data_nor_pages_is_no_reason_to_build(root: Path) -> None:
    commit(root, "Addresses")
    assert build(root).complete
    write("LÄSMIG.md", "Webbplatsen.\n")(root)
    commit(root, "Readme")
    hearing = Hearing()
    assert build(root, watcher=hearing).complete
    assert hearing.stages == ["checking"]
    assert snapshot(root / "site") == clean(root)


def test_days_follow_from_the_latest_commit_that_has_touched_files(tmp_path: Path) -> None:
    chance = random.Random(0)  # noqa: S311 - nothing secret
    day = 0

    def git(*words: str) -> None:
        who = ("-c", "user.name=Prov", "-c", "user.email=prov@exempelby.example")
        moment = f"2025-03-{day + 1:02}T12:00:00Z"
        environment = {**os.environ, "GIT_COMMITTER_DATE": moment, "GIT_AUTHOR_DATE": moment}
        subprocess.run(["git", *who, *words], cwd=tmp_path, check=True, env=environment)

    git("init", "-q", "--initial-branch=main")
    (tmp_path / "data").mkdir()
    seen: dict[str, dict[str, str]] = {}
    for number in range(40):
        # Clocks go wrong, and commits come from elsewhere.
        day = chance.randrange(28)
        if number == 5:
            git("branch", "other")
        if number > 5 and chance.random() < 0.5:
            git("switch", "-q", chance.choice(["main", "other"]))
        if number > 5 and chance.random() < 0.4:
            way = chance.choice([["-s", "ours"], ["-X", "ours"], ["-X", "theirs"]])
            git("merge", "-q", "--no-ff", "-m", "Merge", *way, chance.choice(["main", "other"]))
        elif number % 3 == 0:
            write(f"data/{chance.randrange(4)}.yml", f"{chance.randrange(3)}\n")(tmp_path)
        else:
            write("LÄSMIG.md", f"{number}\n")(tmp_path)
        git("add", "-A")
        git("commit", "-q", "--allow-empty", "-m", str(number))
        latest, changed = state(tmp_path, "data")
        assert not changed
        told = history(tmp_path, "data").told()
        assert seen.setdefault(latest, told) == told
    assert 5 < len(seen) < 30


def test_a_store_that_is_broken_or_somebody_elses_is_not_used(root: Path) -> None:
    good = snapshot(root / "site")
    every = Path(os.environ["XDG_CACHE_HOME"]) / "kommunvision"
    files = [path for path in every.rglob("*") if path.is_file() and path.name != "root.txt"]
    for number, path in enumerate(files):
        raw = path.read_bytes()
        path.write_bytes((b"", raw[: len(raw) // 2], raw[:-1] + b"?")[number % 3])
    assert kept(build(root)) == (0, 0)
    every.chmod(0o777)
    try:
        change("data/ahus/mal.yml", "Fler unga", "Många fler unga")(root)
        assert build(root).complete
    finally:
        every.chmod(0o700)
    assert snapshot(root / "site") != good
    assert snapshot(root / "site") == clean(root)


@pytest.mark.full
def test_a_page_that_stands_where_a_kommun_was_moved_from_follows_it(root: Path) -> None:
    change("content/om.md", "tidigare_adress: ahus/forr/, forr/", "tidigare_adress: forr/")(root)
    change("content/zeta/flyttad.md", "zeta/gammal/", "zeta/gammal/, ahus/forr/")(root)
    assert build(root).complete
    assert snapshot(root / "site") == clean(root)


def _again(chance: random.Random) -> Edit:  # noqa: C901 - one for each kind of edit
    """Return an edit as people make them, many of them faults that the next one may mend."""
    slug = chance.choice(["ahus", "zeta", "exempelby"])
    number = chance.randrange(100)

    def words(root: Path) -> None:
        path = root / f"data/{slug}/mal.yml"
        text = path.read_text("utf-8")
        path.write_text(re.sub("Fler [a-z0-9 ]*unga", f"Fler {number} unga", text), "utf-8")

    def shifted(root: Path) -> None:
        path = root / f"data/{slug}/kallor.yml"
        path.write_text(f"# Rad {number}\n{path.read_text('utf-8')}", "utf-8")

    def goal(root: Path) -> None:
        path = root / f"data/{slug}/fler-{number % 3}.yml"
        if path.exists():
            key = re.search(r"id: (\S+),", path.read_text("utf-8"))
            assert key
            gone = root / f"data/{slug}/borttagna.yml"
            before = gone.read_text("utf-8") if gone.exists() else "borttagna:\n"
            line = f"- {{adress: {slug}/mal/{key[1]}/, rubrik: Borta, datum: 2025-01-02, skäl: Klart.}}\n"
            gone.write_text(before + line, "utf-8")
            path.unlink()
        else:
            text = f"mål:\n- {{id: nytt-{time.monotonic_ns()}, nivå: mal, rubrik: Mål {number},"
            path.write_text(f"{text} teman: [skola], källa: budget}}\n", "utf-8")

    def page(root: Path) -> None:
        path = root / f"content/{slug}/egen.md"
        link = chance.choice(["../zeta/mal/utb-2.md", "../tema/skola.md", "../index.md"])
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"# Egen {number}\n\n[länk]({link})\n", "utf-8")

    def theme(root: Path) -> None:
        text = f"teman:\n- {{id: skola, tidigare_id: [skolan], namn: Skola {number % 2}}}\n"
        (root / "data/teman.yml").write_text(text, "utf-8")

    def layout(root: Path) -> None:
        (root / "overrides/assets/egen.css").write_text(f"p {{ margin: {number}px }}", "utf-8")

    def fault(root: Path) -> None:
        (root / f"data/{slug}/trasig.yml").write_text("mål: [", "utf-8")

    def mended(root: Path) -> None:
        (root / f"data/{slug}/trasig.yml").unlink(missing_ok=True)

    def touched(root: Path) -> None:
        for path in (root / "data").rglob("*.yml"):
            os.utime(path, (number, number))

    def vandal(root: Path) -> None:
        files = sorted(path for path in (root / "site").rglob("*") if path.is_file())
        chance.choice(files).write_bytes(b"x")

    def committed(root: Path) -> None:
        commit(root, f"Number {number}")

    common = [words, words, shifted, goal, page]
    seldom = [theme, layout, fault, mended, touched, vandal, committed]
    return chance.choice([*common, *seldom])


def killed(root: Path, chance: random.Random) -> None:
    """Begin a build, and end it as a computer that loses its power would."""
    command = [sys.executable, "-m", "kommunvision", "build", "--root", str(root)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    started = subprocess.Popen(command, start_new_session=True, **quiet)
    try:
        started.wait(timeout=chance.uniform(0.3, 6))
    except subprocess.TimeoutExpired:
        os.killpg(started.pid, signal.SIGKILL)
        started.wait()


@pytest.mark.full
@pytest.mark.parametrize(("seed", "workers"), [(0, 1), (1, 1), (2, 1), (3, 2), (4, 2)])
def test_any_sequence_of_edits_builds_and_kills_ends_in_the_bytes_of_a_clean_build(
    root: Path, seed: int, workers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # So many are looked at beside the work, where there is somebody to do it.
    monkeypatch.setattr(look, "_FEW", 1)
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    for _ in range(12):
        for _ in range(chance.randrange(1, 4)):
            _again(chance)(root)
        if chance.random() < 0.4:
            killed(root, chance)
        build_sites(root, workers=workers)
        if any((root / "data").rglob("trasig.yml")):
            continue
        report = build_sites(root, workers=workers)
        assert report.complete, report.problems
        assert snapshot(root / "site") == clean(root)
