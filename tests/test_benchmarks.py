"""What is measured with: a made-up Sweden that is always the same, fair pages, and right sums."""

import re
import shutil
import sys
from dataclasses import replace
from hashlib import shake_128
from pathlib import Path

import pytest

from benchmarks.aside import set_aside
from benchmarks.contents import shown
from benchmarks.equal import lacking
from benchmarks.live import Seen
from benchmarks.measured import Cost, FailedError, Snapshot, cost, output
from benchmarks.ours import ASIDE, bare
from benchmarks.rounds import Measured, Task, in_turns
from benchmarks.sweden import Size, write_sweden
from benchmarks.table import Full, Results, Target
from benchmarks.targets import ONE, TWO, Taken, targets
from benchmarks.tools import TOOLS
from benchmarks.weight import heaviest
from benchmarks.written import write_site
from kommunvision import cli
from tests.helpers import write_files
from tests.projects import snapshot

SMALL = Size(areas=2, goals=3, body_goals=3, activities=2, indicators=2)

# A goal's page as our layout writes it.
GOAL = """\
<html><body><a class="kv-brand" href="../../">Exempelby kommun</a>
<nav class="kv-menu"><ul><li><a href="../../vision/">Vision</a></li></ul></nav>
<nav class="kv-breadcrumb"><ol><li><a href="../../">Exempelby</a></li></ol></nav>
<main id="innehall">
<hgroup class="kv-heading"><p class="kv-kicker">Mål 1</p><h1>Fler ska bada</h1></hgroup>
<p>Årsredovisning: <a href="../../kallor/#budget">Målet</a> är *delvis* uppfyllt.</p>
<figure class="kv-chart"><svg><text>47</text></svg></figure>
<table><caption>Alla värden</caption><thead><tr><th>År</th><th>Värde</th></tr></thead>
<tbody><tr><th>2025</th><td><span class="kv-cell-label">Värde</span> 43,6</td></tr></tbody></table>
<h2>Vad målet stödjer</h2>
<ul class="kv-chain"><li><span>Vision</span> <a href="../../vision/v/">Ett hav</a>
<ul><li>Mål 1 <a href="./">Fler ska bada</a></li></ul></li></ul>
<dl><div><dt>Nivå</dt><dd>Mål</dd></div></dl>
<div class="kv-page-footer"><p>Som data</p></div>
</main>
<nav class="kv-about"><ul><li><a href="../../om/">Om</a></li></ul></nav></body></html>
"""
PLAIN = re.sub(r"(?s)<(ul class=.kv-chain|table|dl).*?</(?:ul></li></ul|table|dl)>", "", GOAL)


def goal_page(tmp_path: Path):
    write_files(
        tmp_path,
        {
            "exempelby/mal/bad/index.html": GOAL,
            "exempelby/badda-in/index.html": GOAL.replace("<body>", "<meta name='robots'><body>"),
            "exempelby/sok/index.html": GOAL,
            "om/index.html": PLAIN,
        },
    )
    return shown(tmp_path, ["exempelby"])


def test_the_same_size_and_seed_give_the_same_sweden(tmp_path: Path):
    sizes = [write_sweden(tmp_path / name, 3, SMALL) for name in ("one", "two")]
    assert sizes[0] == sizes[1]
    assert snapshot(tmp_path / "one") == snapshot(tmp_path / "two")
    write_sweden(tmp_path / "other", 3, SMALL, seed=7)
    assert snapshot(tmp_path / "one") != snapshot(tmp_path / "other")


def test_every_kommun_has_a_folder_of_its_own(tmp_path: Path):
    """Habo and Håbo have the same letters once they stand in an address."""
    write_sweden(tmp_path, 290, SMALL)
    assert len([*(tmp_path / "data").iterdir()]) == 290
    assert (tmp_path / "data" / "habo-0305").is_dir()


def test_a_build_of_many_kommuner_says_how_many_and_not_which(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    write_sweden(tmp_path, 11, SMALL)
    assert cli.run(["build", "--root", str(tmp_path)]) == 0
    assert "Kommuner: 11\n" in capsys.readouterr().out


def test_nothing_is_wrong_with_the_made_up_sweden(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    write_sweden(tmp_path, 2, SMALL)
    assert cli.run(["check", "--strict", "--root", str(tmp_path)]) == 0
    assert capsys.readouterr().err == ""


def test_a_page_is_read_as_what_it_shows(tmp_path: Path):
    site = goal_page(tmp_path)
    assert [one.address for one in site.pages] == ["exempelby/mal/bad/", "om/"]
    (page,) = site.own("exempelby")
    assert (page.title, page.kicker, page.headings) == (
        "Fler ska bada",
        "Mål 1",
        ["Vad målet stödjer"],
    )
    assert page.body == [
        r"Årsredovisning: [Målet](/exempelby/kallor/#budget) är \*delvis\* uppfyllt.",
        ("table", 0),
        "## Vad målet stödjer",
        ("list", 0),
        ("table", 1),
    ]
    assert page.tables[0] == {
        "caption": "Alla värden",
        "columns": ["År", "Värde"],
        "rows": [[{"text": "2025"}, {"text": "43,6"}]],
    }
    assert page.lists[0] == [
        {
            "text": "Ett hav",
            "before": "Vision",
            "url": "/exempelby/vision/v/",
            "items": [{"text": "Fler ska bada", "before": "Mål 1", "url": "/exempelby/mal/bad/"}],
        }
    ]
    assert site.around["exempelby"].menu == [{"text": "Vision", "url": "/exempelby/vision/"}]


def test_a_page_that_says_less_than_ours_is_found_out(tmp_path: Path):
    (page,) = goal_page(tmp_path).own("exempelby")
    assert lacking(page, GOAL.encode()) == set()
    assert lacking(page, GOAL.replace("43,6", "43").encode()) == {"6"}
    assert lacking(page, GOAL.replace("Ett hav", "Ett").encode()) == {"hav"}


@pytest.mark.parametrize("name", TOOLS)
def test_every_tool_is_given_every_page_where_it_looks_for_it(tmp_path: Path, name: str):
    site = goal_page(tmp_path / "ours")
    write_site(name, site, tmp_path / name)
    written = (tmp_path / name / TOOLS[name].source(site.own("exempelby")[0])).read_text("utf-8")
    for said in ("Fler ska bada", "Alla värden", '"43,6"', "Ett hav", r"är \*delvis\* uppfyllt"):
        assert said in written
    assert "Sidan är en del av" in "".join(
        one.read_text("utf-8")
        for one in (tmp_path / name).rglob("*")
        if one.suffix != ".md" and one.is_file()
    )


def test_the_makefile_offers_every_tool(repository: Path):
    makefile = (repository / "Makefile").read_text("utf-8")
    (offered,) = re.findall(r"(?m)^PEERS \?= (.*)$", makefile)
    assert offered.split() == list(TOOLS)


def test_the_time_and_memory_of_processes_below_a_command_count(tmp_path: Path):
    burning = "import time\nwhile time.process_time() < 0.3: pass\nbytearray(80_000_000)"
    starting = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {burning!r}])"
    took = cost([sys.executable, "-c", starting], tmp_path)
    assert took.processor >= 0.3
    assert took.wall > 0
    assert took.memory >= 80_000_000


def test_a_command_that_fails_says_what_it_said(tmp_path: Path):
    with pytest.raises(FailedError, match="no such page"):
        cost([sys.executable, "-c", "import sys; sys.exit('no such page')"], tmp_path)


def test_medians_and_ratios_are_taken_round_by_round():
    ours = Measured((Cost(1, 2, 10), Cost(9, 18, 30), Cost(3, 6, 20)))
    theirs = Measured((Cost(2, 1, 5), Cost(3, 1, 5), Cost(4, 1, 5)))
    assert (ours.processor, ours.wall, ours.memory) == (3, 6, 30)
    assert ours.times(theirs) == (0.75, 6)


def test_commands_are_run_in_turns_and_the_first_turn_is_not_counted(tmp_path: Path):
    order: list[tuple[str, int]] = []
    tasks = [
        Task(name, ["true"], tmp_path, lambda number, name=name: order.append((name, number)))
        for name in ("a", "b")
    ]
    measured = in_turns(tasks, 2, say=lambda _: None)
    assert order == [("a", 0), ("b", 0), ("a", 1), ("b", 1), ("a", 2), ("b", 2)]
    assert [len(one.rounds) for one in measured.values()] == [2, 2]


def test_what_is_written_is_counted_and_what_is_written_anew_is_noticed(tmp_path: Path):
    write_files(tmp_path, {"a/index.html": "a" * 10_000, "b.css": b"b"})
    counted = output(tmp_path)
    assert (counted.files, counted.raw, counted.pages, counted.twice) == (2, 10_001, 1, 0)
    assert counted.gzip < 200
    again = output(tmp_path, tmp_path)
    assert again.twice == 10_001
    earlier = Snapshot.of(tmp_path)
    assert earlier.changes(Snapshot.of(tmp_path)) == (0, 0)
    (tmp_path / "c.js").write_bytes(b"c")
    later = Snapshot({**Snapshot.of(tmp_path).files, "b.css": (0, earlier.files["b.css"][1])})
    assert earlier.changes(later) == (2, 1)


def test_what_was_not_written_by_hand_is_taken_away_and_not_deleted_before_all_is_measured(
    tmp_path: Path,
):
    root = tmp_path / "site-root"
    written = {"data/a.yml": b"a", "data/x/b.yml": b"b", ".git/HEAD": b"h"}
    for built in (b"first", b"second"):
        write_files(root, {**written, "site/x/index.html": built, "data/new.yml": b"n"})
        bare(root, frozenset({root / "data/a.yml", root / "data/x/b.yml"}))
        assert {str(one.relative_to(root)) for one in root.rglob("*") if one.is_file()} == set(
            written
        )
    aside = (tmp_path / ASIDE).rglob("index.html")
    assert sorted(one.read_bytes() for one in aside) == [b"first", b"second"]


def test_what_was_taken_away_is_deleted_when_the_disk_is_nearly_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    write_files(tmp_path, {"one": b"1", "two": b"2"})
    set_aside(tmp_path / "one", tmp_path / "aside")
    free = shutil.disk_usage(tmp_path)._replace(free=1)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: free)
    set_aside(tmp_path / "two", tmp_path / "aside")
    assert [one.name for one in tmp_path.rglob("*") if one.is_file()] == ["two"]


def test_the_table_says_how_many_times_anothers_time_ours_is(tmp_path: Path):
    write_files(tmp_path, {"index.html": b"x" * 2_000})
    wrote = output(tmp_path)
    ours = Full("Kommunvision", "", "", Measured((Cost(2, 4, 5_000_000),)), wrote)
    theirs = replace(ours, title="Hugo", version="1.2.3", took=Measured((Cost(4, 2, 9_000_000),)))
    text = Results(
        {"Day": "2026-01-01"}, 100, [ours, theirs], [Target("memory", "200 MB", "5 MB")], {}
    ).markdown()
    assert "| Kommunvision | 2.0 | 4.0 | 20.0 | 5 | 1 | 1 |" in text
    assert "| Hugo 1.2.3 | 4.0 | 2.0 | 40.0 | 9 | 0.50 | 2.00 |" in text
    assert "| memory | 200 MB | 5 MB |" in text


def test_every_target_is_told_by_what_was_measured():
    def of(seconds: float, wall: float = 1, memory: int = 1) -> Measured:
        return Measured((Cost(seconds, wall, memory),))

    told = targets(
        Taken(
            full={
                ONE: of(8, 10, 150_000_000),
                TWO: of(9, 6, 140_000_000),
                "hugo": of(10, 12, 900_000_000),
                "material": of(100, 100),
            },
            edit=of(0.4, 0.7),
            changed=(14, 14),
            again=of(0.3, 0.5),
            check=(of(2), of(0.25), of(1)),
            sizes={("ours", 10): of(3), ("ours", 60): of(24), ("hugo", 10): of(1)},
            pages={10: 1000, 60: 4000},
            seen=Seen(150, 0.4),
            search=123_400,
            heaviest=18_940,
            twice=0.0012,
        )
    )
    assert [one.now for one in told] == [
        "0.80 × and 0.50 ×",
        "0.08 × and 0.06 ×",
        "2.00 ×",
        "3.00 ×",
        "0.60 ×",
        "5% of its processor time, 0.7 s; 14 files written, 14 of them changed",
        "0.5 s",
        "2.0 × (2.0 s beside 1.0 s); 0.2 × when nothing changed",
        "0.40 s",
        "150 MB",
        "123 kB at 4000 pages",
        "18.9 kB at most; 0.12% of all bytes stand in two files",
    ]


def test_a_page_weighs_what_it_fetches_once_and_what_it_says(tmp_path: Path):
    # What cannot be compressed.
    noise = {name: shake_128(name.encode()).digest(3_000) for name in ("a.css", "b.js", "c.css")}
    head = (
        "<link rel=stylesheet href=../../a.css><script src=/b.js></script><script src=../../b.js>"
    )
    files = {
        "x/y/index.html": f"<html>{head}</script><link rel=alternate href=../../c.css>",
        "index.html": "<html><link rel=stylesheet href=a.css>",
    }
    write_files(tmp_path, {**files, **noise})
    assert 6_000 < heaviest(tmp_path, ["", "x/y/"]) < 6_500
    assert 3_000 < heaviest(tmp_path, [""]) < 3_500
