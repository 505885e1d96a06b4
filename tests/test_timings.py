"""What is shown of how far a build has come, and of where its time went."""

import csv
import re
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path

import pytest

from kommunvision import cli
from kommunvision.cli.screen import Screen, time_left
from kommunvision.cli.stopwatch import Stopwatch
from kommunvision.driver import build_sites
from kommunvision.driver.watcher import Again, Watcher, Why
from tests.helpers import write_files
from tests.projects import FILES, KOMMUN, project
from tests.test_kept import commit

OTHERS: dict[str, str | bytes | None] = {
    f"data/{slug}/{file}": text
    for slug, name, code in (("ahus", "Åhus", "9998"), ("zeta", "Zeta", "9997"))
    for file, text in {
        "kommun.yml": KOMMUN.replace("Exempelby", name).replace("9999", code),
        "styrmodell.yml": FILES["data/exempelby/styrmodell.yml"],
        "mal.yml": FILES["data/exempelby/mal.yml"],
        "kallor.yml": FILES["data/exempelby/kallor.yml"],
    }.items()
} | {
    "data/teman.yml": "teman:\n- {id: skola, namn: Skola}\n",
    "content/zeta/grannar.md": "# Grannar\n\n[sida](../exempelby/om-malen.md#ett-mal-i-taget)\n",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of three kommuner in git that has been built once."""
    root = project(tmp_path_factory.mktemp("made"), OTHERS)
    commit(root, "First")
    assert build_sites(root, workers=1).complete
    return root


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Let what is told stand on a terminal with so many columns."""

    def wide(columns: int) -> None:
        monkeypatch.delenv("CI", raising=False)
        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setattr("sys.stderr.isatty", lambda: True)

    return wide


def edit(root: Path, path: str, extra: str = "# Ändrat\n") -> None:
    with (root / path).open("a", encoding="utf-8") as file:
        file.write(extra)


def without_figures(text: str) -> list[str]:
    """The lines of a text with every time as ``0,0``; how wide they are does not count."""
    return [re.sub(r" +", " ", re.sub(r"\d+,\d", "0,0", line)) for line in text.splitlines()]


# Where the time went


def test_a_build_tells_where_its_time_went_by_stage_and_by_kommun(capsys, made, tmp_path):
    edit(made, "data/zeta/mal.yml")
    table = tmp_path / "tider.csv"
    words = ["build", "--root", str(made), "--workers", "1", f"--timings={table}"]
    assert cli.run(words) == 0
    out, err = capsys.readouterr()
    assert err == ""
    told = without_figures(out.partition("\n\n")[2])
    assert told == [
        "Bygget tog 0,0 sekunder:",
        " Läsa och kontrollera 0,0",
        " Bygga kommunernas sidor 0,0",
        " Bygga de gemensamma sidorna 0,0",
        " Lägga ut det som har ändrats 0,0",
        " Spara till nästa bygge 0,0",
        "",
        "Kommuner: 1 byggda, 2 som förut",
        " ändrat i egna filer 1",
        "",
        "Kommunerna som byggdes, i sekunder:",
        " Zeta 0,0 ändrat i egna filer",
        f"Alla tider står i {table}",
    ]
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["slag"], row["namn"], row["orsak"]) for row in rows] == [
        ("steg", "Läsa och kontrollera", ""),
        ("steg", "Bygga kommunernas sidor", ""),
        ("steg", "Bygga de gemensamma sidorna", ""),
        ("steg", "Lägga ut det som har ändrats", ""),
        ("steg", "Spara till nästa bygge", ""),
        ("kommun", "Zeta", "ändrat i egna filer"),
        ("kommun", "Exempelby", "som förut"),
        ("kommun", "Åhus", "som förut"),
    ]
    assert all(float(row["sekunder"]) >= 0 for row in rows[:6])
    assert [row["sekunder"] for row in rows[6:]] == ["", ""]

    assert cli.run(["build", "--root", str(made), "--timings"]) == 0
    told = without_figures(capsys.readouterr().out.partition("\n\n")[2])
    assert told[2:] == ["", "Kommuner: 0 byggda, 3 som förut"]


def test_the_times_stand_under_each_other(capsys, made):
    assert cli.run(["build", "--root", str(made), "--timings"]) == 0
    lines = capsys.readouterr().out.partition("\n\n")[2].splitlines()
    stages = [line for line in lines if line.startswith("  ")]
    assert len({len(line) for line in stages}) == 1
    assert all(re.search(r"\S  +\d+,\d$", line) for line in stages)


@pytest.mark.parametrize("name", ["mkdocs.yml", "data/teman.yml", "tider"])
def test_a_file_that_holds_something_else_is_not_taken_for_times(capsys, made, name):
    path = made / name
    before = path.read_bytes() if path.exists() else None
    assert cli.run(["build", "--root", str(made), f"--timings={path}"]) == 2
    assert capsys.readouterr().err.splitlines()[0] == (
        f"Fel: {path} är inget namn på en csv-fil. Låt namnet efter --timings= sluta på .csv."
    )
    assert (path.read_bytes() if path.exists() else None) == before


def test_times_in_a_folder_that_is_not_there_are_refused_before_the_build(capsys, made, tmp_path):
    path = tmp_path / "ingen" / "tider.csv"
    assert cli.run(["build", "--root", str(made), f"--timings={path}"]) == 2
    assert capsys.readouterr().err.startswith(f"Fel: Mappen {path.parent} finns inte.")


# Why kommuner are built again


class Listener(Watcher):
    def __init__(self) -> None:
        self.kept: Collection[str] = ()
        self.why: dict[str, Why] = {}

    def looked(self, kept: Collection[str], again: Mapping[str, Again]) -> None:
        self.kept, self.why = kept, {one.name: one.why for one in again.values()}


@pytest.fixture
def causes(made: Path, tmp_path: Path) -> Iterator[tuple[Path, Callable[[], dict[str, Why]]]]:
    """A site that has been built, and what tells why its kommuner are built again."""
    root = tmp_path / "root"
    shutil.copytree(made, root)
    assert build_sites(root, workers=1).complete

    def built() -> dict[str, Why]:
        listener = Listener()
        assert build_sites(root, workers=1, watcher=listener).complete
        assert len(listener.kept) + len(listener.why) == 3
        return listener.why

    return root, built


def test_what_has_changed_is_told_of_each_kommun_that_is_built_again(causes):
    root, built = causes
    assert built() == {}

    edit(root, "data/ahus/kallor.yml")
    assert built() == {"Åhus": Why.OWN}

    next((root / "site/zeta").rglob("*.html")).write_text("<p>Någon annans.</p>", encoding="utf-8")
    assert built() == {"Zeta": Why.TOUCHED}

    # Zeta has a link to a place on that page.
    edit(root, "content/exempelby/om-malen.md", "\n## Och så här\n\nText.\n")
    assert built()["Exempelby"] == Why.OWN

    write_files(root, {"data/teman.yml": "teman:\n- {id: skola, namn: Skolan}\n"})
    assert built() == dict.fromkeys(["Exempelby", "Zeta", "Åhus"], Why.SHARED)


def test_the_ledger_that_a_build_has_written_is_no_reason_to_build_kommuner_again(causes):
    root, built = causes
    commit(root, "Addresses")
    edit(root, "data/ahus/kallor.yml")
    again = built()
    assert again["Åhus"] == Why.OWN
    assert "Exempelby" not in again


# How far it has come


@pytest.mark.parametrize("columns", [100, 40])
def test_one_line_on_a_terminal_is_rewritten_as_kommuner_are_finished(
    capsys, terminal, made, columns
):
    terminal(columns)
    assert cli.run(["build", "--root", str(made), "--workers", "1", "--allt"]) == 0
    before, _, rest = capsys.readouterr().err.partition("Bygger sidorna ...\n")
    line, _, after = rest.partition("\n")
    states = [re.sub(r"\x1b\[\?25[lh]", "", one).strip() for one in line.split("\r")][1:]
    assert before == "Kontrollerar data och sidor ...\n"
    assert [re.search(r"\d av 3 kommuner", one)[0] for one in states] == [
        f"{done} av 3 kommuner" for done in (0, 1, 2, 3)
    ]
    assert all(len(one) < columns for one in states)
    assert all(one.startswith("[") == (columns == 100) for one in states)
    assert [one.endswith(" byggda") for one in states] == [True, False, False, True]
    assert after.splitlines() == [
        "Bygger de gemensamma sidorna ...",
        "Lägger ut det som har ändrats ...",
        "Sparar det som nästa bygge har nytta av ...",
    ]


def test_a_check_that_takes_long_tells_how_many_kommuner_it_has_read(
    capsys, terminal, monkeypatch, made
):
    terminal(100)
    monkeypatch.setattr("kommunvision.cli.screen._SOON", 0)
    assert cli.run(["check", "--root", str(made)]) == 0
    stage, line, *_ = capsys.readouterr().err.split("\n")
    assert stage == "Kontrollerar data och sidor ..."
    assert re.findall(r"\] +(.*?)(?: *\r|\x1b\[\?25h|$)", line) == [
        f"{done} av 3 kommuner lästa" for done in (1, 2, 3)
    ]


def test_who_waits_a_moment_for_kommuner_to_be_read_is_not_told_of_it(capsys, terminal):
    terminal(100)
    clock = Clock()
    with Screen(clock) as screen:
        screen.stage("checking")
        screen.read(1, 290)
        assert capsys.readouterr().err == "Kontrollerar data och sidor ...\n"
        clock.now = 2
        screen.read(2, 290)
    assert "2 av 290 kommuner lästa" in capsys.readouterr().err


def test_no_line_is_rewritten_where_a_log_is_kept(capsys, terminal, monkeypatch):
    terminal(100)
    monkeypatch.setenv("CI", "true")
    with Screen() as screen:
        screen.shared_out({"a": 1}, 1)
    assert capsys.readouterr().err == ""


def test_the_line_tells_how_many_stay_and_how_long_is_left(capsys, terminal):
    terminal(100)
    with Screen() as screen:
        screen.looked(["Nora", "Norberg"], {})
        screen.shared_out({"a": 10, "b": 10}, 1)
        screen.began("a")
        screen.ended("a")
        told = capsys.readouterr().err
    assert "0 av 2 kommuner byggda, 2 som förut" in told
    assert "1 av 2 kommuner byggda, 2 som förut, några sekunder kvar" in told


def test_kommuner_that_turn_out_to_need_building_are_counted_with_the_rest(capsys, terminal):
    terminal(100)
    with Screen() as screen:
        for slug in "ab":
            screen.shared_out({slug: 10}, 1)
            screen.began(slug)
            screen.ended(slug)
        told = capsys.readouterr().err
    assert "1 av 1 kommuner byggda" in told
    assert "1 av 2 kommuner byggda" in told
    assert "2 av 2 kommuner byggda" in told


def test_what_is_said_when_all_kommuner_are_finished_begins_a_line_of_its_own(capsys, terminal):
    terminal(100)
    with Screen() as screen:
        screen.shared_out({"a": 1}, 1)
        screen.began("a")
        screen.ended("a")
        told = capsys.readouterr().err
        assert "1 av 1 kommuner byggda" in told
        assert told.endswith("\n")


def test_after_a_fault_the_next_thing_that_is_said_begins_a_line_of_its_own(capsys, terminal):
    terminal(100)

    def stopped() -> None:
        with Screen() as screen:
            screen.shared_out({"a": 1, "b": 1}, 1)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    told = capsys.readouterr().err
    assert told.endswith("\n")
    # A terminal whose mark was hidden has it back.
    assert told.rfind("\x1b[?25h") >= told.rfind("\x1b[?25l")


class Clock:
    """Shows what it is set to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_what_is_left_goes_by_the_work_that_is_left_and_by_what_is_under_way():
    clock = Clock()
    watch = Stopwatch(clock)
    watch.shared_out({"large": 400, "middle": 300, "small": 100}, 2)
    watch.began("large")
    watch.began("middle")
    assert watch.left() is None
    clock.now = 30
    watch.ended("middle")
    # A tenth of a second for each part of work: 10 left of the large one, 10 for the small one, by two.
    assert watch.left() == pytest.approx(10)
    watch.began("small")
    clock.now = 40
    watch.ended("large")
    assert watch.left() == 0


def test_a_clock_is_only_asked_how_much_later_it_is():
    clock = Clock()
    clock.now = 1e9
    watch = Stopwatch(clock)
    watch.stage("checking")
    clock.now += 2
    watch.stage("building")
    clock.now += 3
    watch.stop()
    assert watch.stages == {"checking": 2, "building": 3}


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "några sekunder kvar"),
        (30, "mindre än en minut kvar"),
        (60, "ungefär en minut kvar"),
        (100, "ungefär 2 minuter kvar"),
        (59 * 60, "ungefär 59 minuter kvar"),
        (2 * 3600, "ungefär 2 timmar kvar"),
    ],
)
def test_how_long_is_left_is_said_about(seconds, words):
    assert time_left(seconds) == words
