"""A site built in parts, by several processes or machines, is the site that is built in one piece."""

import json
import multiprocessing
import os
import random  # noqa: TID251 - chance is what is tested, the same in every run
import re
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kommunvision import cli
from kommunvision.chain import Site
from kommunvision.driver import WorkerDiedError, build_part, build_sites, merge_parts
from kommunvision.driver.join import join
from kommunvision.driver.part import Shard, roughly, share_out
from kommunvision.driver.units import make_units, units_in
from kommunvision.driver.watcher import Watcher
from kommunvision.driver.worker import survey
from kommunvision.driver.workers import each
from kommunvision.form import bundle
from kommunvision.model import Kommun
from kommunvision.render.views import portal
from tests.helpers import write_files
from tests.projects import FILES, GOALS, KOMMUN, SETTINGS, SOURCES, project, snapshot

# Three kommuner that meet wherever kommuner can: in themes, global goals, links, redirects, names
# of files and folders; one that is gone; and pages of editors that try to be where others are.
OTHERS = {
    f"data/{slug}/{file}": text
    for slug, name, code in (("ahus", "Åhus & Öarna", "9998"), ("zeta", "Zeta < Eta", "9997"))
    for file, text in {
        "kommun.yml": KOMMUN.replace("Exempelby", name)
        .replace("9999", code)
        .replace("  påhittad", f"  tidigare_mapp: [{slug}-forr]\n  påhittad"),
        "styrmodell.yml": FILES["data/exempelby/styrmodell.yml"],
        "mal.yml": GOALS.replace(
            "- id: utb-2",
            "- id: utb-2\n  teman: [skola]\n  globala_mål: [4]\n  lättläst: Fler går klart skolan.\n"
            "  översättningar:\n  - {språk: engelska, rubrik: More graduate, översatt_av: Kim Ek}",
        ),
        "kallor.yml": SOURCES,
    }.items()
}
HOSTILE: dict[str, str | bytes] = {
    **OTHERS,
    "data/ordlista.yml": "ordlista:\n- {ord: mål, förklaring: Dit man vill nå.}\n",
    "data/zeta/ordlista.yml": "ordlista:\n- {ord: skolan, förklaring: Zetas skola & gård.}\n",
    "data/teman.yml": "teman:\n- {id: skola, tidigare_id: [skolan], namn: Skola & liv}\n",
    "data/borttagna.yml": (
        "borttagna:\n- {adress: borta/, rubrik: Borta kommun, datum: 2025-12-31,\n"
        "   skäl: Kommunen finns inte längre.}\n"
        "- {adress: forut/, rubrik: Förut, datum: 2025-12-31, skäl: Sidan är gammal.}\n"
    ),
    "data/adresser.yml": "adresser:\n- borta/\n- borta/mal/ett/\n- forut/\n",
    "content/index.md": "# Prov\n\n{{ kommuner() }}\n\n[ett mål](exempelby/mal/utb-2.md#varifran)\n",
    "content/om.md": "---\ntidigare_adress: ahus/forr/, forr/\n---\n# Om oss & er\n\nText.\n",
    "content/fritt/index.md": "# Fritt\n\n[in](../ahus/mal/larande.md#varifran) [ut](../zeta.md#mitt)\n",
    "content/ahus/grannar.md": (
        "# Grannar\n\n[sida](../exempelby/om-malen.md#ett-mal-i-taget) [mål](../zeta/mal/utb-2.md)\n"
        "[mål](../exempelby/mal/utb-2.md) [tema](../tema/skola.md) [hem](../index.md)\n"
        '![bild](../zeta/bild.svg) {{ länk("larande") }}\n'
    ),
    "content/zeta.md": "# Zetas egen\n\n## Mitt\n\n[nya](ahus/grannar.md)\n",
    "content/zeta/bild.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
    "content/zeta/flyttad.md": "---\ntidigare_adress: zeta/gammal/\n---\n# Flyttad\n\nHit.\n",
    "overrides/assets/egen.css": "p { color: #123 }",
    "overrides/main.html": (
        '{% extends "base.html" %}{% block footer %}{{ super() }}'
        "<p>{{ nav.pages|length }}</p>{% endblock %}"
    ),
    "mkdocs.yml": SETTINGS.replace("  font: false", "  font: false\n  custom_dir: overrides")
    + "extra_css: [assets/egen.css]\n",
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project(tmp_path_factory.mktemp("root"), HOSTILE)


@pytest.fixture(scope="module")
def whole(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site as plain MkDocs builds it, in one piece."""
    site = tmp_path_factory.mktemp("whole")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "--site-dir", str(site)]
    subprocess.run(command, cwd=root, check=True)
    return snapshot(site)


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def parts(root: Path, folder: Path, count: int) -> list[Path]:
    """Build all parts, each as another machine would."""
    found = []
    for number in range(1, count + 1):
        found.append(folder / str(number))
        report = build_part(root, Shard(number, count), part_dir=found[-1], workers=1)
        assert report.complete, (report.problems, report.complaints)
    return found


@pytest.fixture(scope="module")
def halves(root: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return parts(root, tmp_path_factory.mktemp("halves"), 2)


@pytest.mark.parametrize("workers", [pytest.param(1, marks=pytest.mark.full), 3])
def test_processes_give_the_bytes_of_plain_mkdocs(root, whole, tmp_path, workers):
    report = build_sites(root, site_dir=tmp_path / "site", workers=workers)
    assert report.complete, (report.problems, report.complaints)
    assert differences(snapshot(tmp_path / "site"), whole) == []
    assert report.pages == sum(b'<main id="innehall"' in page for page in whole.values()) - 2


def test_a_page_beside_the_kommuner_stands_in_the_folder_of_one_also_in_our_own_layout(tmp_path):
    """Without a layout of the site's own each run is given no more files than it has use for."""
    files = {name: text for name, text in HOSTILE.items() if not name.startswith("overrides/")}
    root = project(tmp_path / "root", {**files, "mkdocs.yml": SETTINGS})
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "--site-dir", str(tmp_path / "plain")]
    subprocess.run(command, cwd=root, check=True)
    report = build_sites(root, site_dir=tmp_path / "site", workers=1)
    assert report.complete, (report.problems, report.complaints)
    assert differences(snapshot(tmp_path / "site"), snapshot(tmp_path / "plain")) == []
    assert "Zetas egen" in (tmp_path / "site/zeta/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    "count", [2, *(pytest.param(count, marks=pytest.mark.full) for count in (1, 3, 5))]
)
def test_parts_are_joined_to_the_bytes_of_plain_mkdocs(root, whole, tmp_path, count):
    folders = parts(root, tmp_path / "parts", count)
    report = merge_parts(root, folders[::-1], site_dir=tmp_path / "site")
    assert report.complete, (report.problems, report.complaints)
    assert differences(snapshot(tmp_path / "site"), whole) == []


# What is known of a kommun without its data.
FACE = {
    "code", "county", "fictional", "folder", "foreign_bodies", "formal_name", "former_folders",
    "goal_global_goals", "goal_themes", "kind", "name", "slug", "subject", "themes", "where",
}  # fmt: skip


class Guarded:
    """A kommun that is asked for nothing but what its face shows."""

    def __init__(self, kommun: Kommun) -> None:
        self._kommun = kommun

    def __getattr__(self, name: str) -> object:
        assert name in FACE, f"{name} was asked for"
        return getattr(self._kommun, name)


def test_what_spans_kommuner_is_made_without_their_data(root, whole, tmp_path, monkeypatch):
    # A portal with few kommuner shows their visions; one with many is a register of names.
    monkeypatch.setattr(portal, "MOST_CARDS", 0)
    surveyed = survey(root, tmp_path / "none")
    slugs = [kommun.slug for kommun in surveyed.outcome.kommuner]
    make_units(surveyed, tmp_path / "units", slugs, workers=1)
    site = surveyed.outcome.site
    outcome = replace(
        surveyed.outcome,
        site=Site.of(map(Guarded, site.kommuner), site.published),
        kommuner=tuple(map(Guarded, surveyed.outcome.kommuner)),
    )
    guarded = replace(surveyed, outcome=outcome, known=replace(surveyed.known, outcome=outcome))
    made = [(unit, unit.summary) for unit in units_in(tmp_path / "units")]
    built = join(guarded, made, tmp_path / "site", move=True)
    assert built.complete, built.complaints
    others = differences(snapshot(tmp_path / "site"), whole)
    assert [name for name in others if not name.startswith(("index.html", "sok/"))] == []


def test_what_only_the_whole_site_is_refused_for_is_said_and_nothing_is_published(
    tmp_path, monkeypatch, capsys
):
    settings = SETTINGS.replace("- kommunvision\n", "- kommunvision: {formular: github}\n")
    root = project(
        tmp_path / "webb",
        {**HOSTILE, "mkdocs.yml": f"repo_url: https://github.com/exempelby/mal\n{settings}"},
    )
    monkeypatch.setattr(bundle, "FOLDER", tmp_path / "tom")
    assert cli.run(["build", "--root", str(root), "--workers", "2"]) == 1
    told = capsys.readouterr().err
    assert "men programmet för dem är inte byggt. Kör make redigera" in told
    assert "går inte att läsa" not in told
    assert not (root / "site").exists()


@pytest.mark.full
@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_this_repositorys_own_site_is_the_same_in_parts(repository, built_site, tmp_path, count):
    folders = parts(repository, tmp_path / "parts", count)
    report = merge_parts(repository, folders, site_dir=tmp_path / "site")
    assert report.complete, (report.problems, report.complaints)
    assert differences(snapshot(tmp_path / "site"), snapshot(built_site)) == []


@pytest.mark.full
def test_this_repositorys_own_site_is_that_of_plain_mkdocs(repository, built_site, tmp_path):
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-d", str(tmp_path)]
    subprocess.run(command, cwd=repository, check=True)
    assert differences(snapshot(tmp_path), snapshot(built_site)) == []


def test_a_link_to_a_place_in_another_kommun_that_is_not_there_stops_the_build(root, tmp_path):
    shutil.copytree(root, tmp_path / "w")
    page = tmp_path / "w/content/ahus/grannar.md"
    page.write_text("# Grannar\n\n[mål](../zeta/mal/utb-2.md#finns-ej)\n", encoding="utf-8")
    report = build_sites(tmp_path / "w", site_dir=tmp_path / "site")
    assert "\n".join(report.complaints) == (
        "Doc file 'ahus/grannar.md' contains a link '../zeta/mal/utb-2.md#finns-ej', but the doc "
        "'zeta/mal/utb-2.md' does not contain an anchor '#finns-ej'."
    )
    assert not report.complete
    assert not (tmp_path / "site").exists()


def test_what_is_in_the_way_on_a_page_of_one_kommun_is_told_for_all_of_them(root, tmp_path):
    shutil.copytree(root, tmp_path / "w")
    for page in ("ahus/a.md", "zeta/z.md", "om.md"):
        (tmp_path / "w/content" / page).write_text("# Sida\n\n[dit](#nej)\n", encoding="utf-8")
    report = build_sites(tmp_path / "w", site_dir=tmp_path / "site")
    assert [said.split("'")[1] for said in report.complaints] == ["ahus/a.md", "zeta/z.md", "om.md"]


# How kommuner are shared out


def test_kommuner_are_shared_out_by_how_much_there_is_of_each():
    weights = {"a": 5, "b": 9, "c": 5, "d": 1, "e": 2}
    assert share_out(weights, 2) == (("b", "e"), ("a", "c", "d"))
    assert share_out(dict(reversed(weights.items())), 2) == share_out(weights, 2)


def test_there_may_be_more_parts_than_kommuner():
    assert share_out({"a": 1, "b": 1}, 3) == (("a",), ("b",), ())


def test_each_kommun_is_in_one_part_and_no_part_has_much_more_than_another():
    weights = {f"k{number:03}": number % 37 + 1 for number in range(290)}
    parts = share_out(weights, 7)
    assert sorted(slug for part in parts for slug in part) == sorted(weights)
    loads = [sum(weights[slug] for slug in part) for part in parts]
    assert max(loads) - min(loads) <= 37


def test_few_edits_let_a_kommun_change_places():
    chance = random.Random(1)  # noqa: S311 - nothing secret
    weights = {f"k{number:03}": chance.randrange(15_000, 50_000) for number in range(290)}
    before = share_out({slug: roughly(one) for slug, one in weights.items()}, 4)
    loads = [sum(weights[slug] for slug in part) for part in before]
    assert max(loads) * 4 < sum(loads) * 1.05
    others = 0
    for slug, weight in weights.items():
        edited = {**weights, slug: weight + 200}
        others += share_out({slug: roughly(one) for slug, one in edited.items()}, 4) != before
    assert others < 10
    assert [roughly(one) for one in (0, 1, 3, 5, 7, 8, 1000)] == [0, 1, 3, 4, 6, 8, 768]


# Parts that do not fit


def said(capsys: pytest.CaptureFixture[str], *words: object) -> str:
    """What a call that is refused is told."""
    assert cli.run(["merge", *map(str, words)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("Fel: ")
    return err.removeprefix("Fel: ").strip()


def test_a_part_that_is_missing_is_named_with_how_to_make_it(capsys, root, halves):
    assert said(capsys, "--root", root, halves[0]) == (
        "Del 2/2 saknas. Bygg den med kommunvision build --shard 2/2 och ange dess mapp "
        "tillsammans med de andra."
    )
    assert not (root / "site").exists()


def test_a_part_may_be_there_once(capsys, root, halves):
    assert said(capsys, "--root", root, halves[0], halves[0], halves[1]) == (
        f"Del 1/2 finns både i {halves[0]} och i {halves[0]}. Ange bara en av dem."
    )


def test_parts_of_different_divisions_do_not_fit(capsys, root, halves, tmp_path):
    (third,) = [tmp_path / "3"]
    build_part(root, Shard(3, 3), part_dir=third, workers=1)
    assert said(capsys, "--root", root, halves[0], third) == (
        f"Delen i {halves[0]} är 1/2 och delen i {third} är 3/3. Bygg alla delar med samma antal."
    )


def test_a_folder_that_is_no_part_is_named(capsys, root, tmp_path):
    assert said(capsys, "--root", root, tmp_path).startswith(f"Mappen {tmp_path} är ingen del ")


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("files", "är byggd av andra filer än de som finns här"),
        ("history", "är byggd med en annan historik i git än den som finns här"),
        ("programs", "är byggd med andra versioner av programmen än de som finns här"),
    ],
)
def test_a_part_of_something_else_is_named_with_what_differs(capsys, root, halves, key, words):
    other = shutil.copytree(halves[1], halves[1].with_name(key), dirs_exist_ok=True)
    told = json.loads((other / "part.json").read_text("utf-8"))
    told["source"][key] = "0" * 64
    (other / "part.json").write_text(json.dumps(told), encoding="utf-8")
    answer = said(capsys, "--root", root, halves[0], other)
    assert answer.startswith(f"Delen i {other} {words}. ")
    assert answer.endswith("kommunvision build --shard 2/2")
    shutil.rmtree(other)


def test_parts_for_another_day_do_not_fit(capsys, root, halves):
    assert said(capsys, "--root", root, *halves, "--dag", "2031-05-06") == (
        f"Delen i {halves[0]} är inte byggd för dagen 2031-05-06. Bygg alla delar och sätt ihop "
        "dem med samma dag, till exempel --dag 2031-05-06."
    )


def test_a_change_after_the_parts_were_built_is_noticed(capsys, root, halves, tmp_path):
    shutil.copytree(root, tmp_path / "w")
    with (tmp_path / "w/content/om.md").open("a", encoding="utf-8") as page:
        page.write("\nMer.\n")
    answer = said(capsys, "--root", tmp_path / "w", *halves)
    assert answer.startswith(f"Delen i {halves[0]} är byggd av andra filer")
    assert not (tmp_path / "w/site").exists()


def _lose(part: Path) -> None:
    next(part.rglob("index.html")).unlink()


def _add(part: Path) -> None:
    (next(part.glob("*/files")) / "mer.html").write_text("nytt", encoding="utf-8")


def _link(part: Path) -> None:
    page = next(part.rglob("index.html"))
    page.unlink()
    page.symlink_to("/etc/hostname")


def _garble(part: Path) -> None:
    next(part.glob("*/summary.json")).write_text("{", encoding="utf-8")


@pytest.mark.parametrize("harm", [_lose, _add, _link, _garble])
def test_a_part_that_is_not_whole_or_holds_something_else_is_refused(
    capsys, root, halves, tmp_path, harm
):
    other = shutil.copytree(halves[1], tmp_path / "other")
    harm(other)
    answer = said(capsys, "--root", root, halves[0], other)
    assert answer.startswith(f"Delen i {other} är inte hel")


def test_merging_publishes_as_build_does(capsys, root, halves, tmp_path):
    shutil.copytree(root, tmp_path / "w")
    table = tmp_path / "tider.csv"
    words = ["--root", str(tmp_path / "w"), "--compress", f"--timings={table}"]
    assert cli.run(["merge", *words, *map(str, halves)]) == 0
    told = capsys.readouterr().out
    assert "Webbplatsen är byggd." in told
    assert re.search(r"\n  Bygga de gemensamma sidorna +\d+,\d\n", told)
    assert "steg,Bygga de gemensamma sidorna," in table.read_text("utf-8")
    assert (tmp_path / "w/site/index.html.br").is_file()
    assert "ahus/mal/utb-2/" in (tmp_path / "w/data/adresser.yml").read_text("utf-8")
    assert sorted(path.name for path in halves[0].parent.iterdir()) == ["1", "2"]


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (["--shard", "3/2"], "3/2 är ingen del."),
        (["--shard", "0/2"], "0/2 är ingen del."),
        (["--shard", "a"], "a är ingen del."),
        (["--shard", "1/2", "--kommun", "ahus"], "Välj antingen --kommun eller --shard."),
        (["--shard", "1/2", "--compress"], "En del komprimeras inte."),
        (["--workers", "0"], "0 går inte som antal."),
    ],
)
def test_a_part_that_cannot_be_is_explained(capsys, root, words, answer):
    assert cli.run(["build", "--root", str(root), *words]) == 2
    assert answer in capsys.readouterr().err


def test_a_site_with_one_kommun_is_one_piece(capsys, tmp_path):
    assert cli.run(["build", "--root", str(project(tmp_path)), "--shard", "1/2"]) == 2
    assert "går inte att bygga i delar" in capsys.readouterr().err


def test_a_folder_with_other_things_is_not_taken_for_a_part(capsys, root, tmp_path):
    (tmp_path / "brev.txt").write_text("hej", encoding="utf-8")
    words = ["build", "--root", root, "--shard", "1/2", "--site-dir", tmp_path]
    assert cli.run([str(word) for word in words]) == 2
    assert (tmp_path / "brev.txt").is_file()


def test_a_part_with_errors_is_not_built_and_leaves_the_one_before(capsys, root, tmp_path):
    site = shutil.copytree(root, tmp_path / "w")
    write_files(site, {"data/ahus/mal.yml": "mål:\n- id: fel\n"})
    target = tmp_path / "del"
    words = ["build", "--root", site, "--shard", "1/2", "--site-dir", target]
    assert cli.run([str(word) for word in words]) == 1
    assert "Delen är inte byggd." in capsys.readouterr().err
    assert not target.exists()


# Processes


def _ends(name: str) -> str:
    if name == "c":
        os.kill(os.getpid(), signal.SIGKILL)
    return name.upper()


def _fails(name: str) -> str:
    if name == "b":
        raise OSError(28, os.strerror(28))
    return name


def test_work_comes_back_in_the_order_in_which_it_was_asked_for():
    assert list(each(str.upper, ["b", "a", "c"], 2).items()) == [("b", "B"), ("a", "A"), ("c", "C")]


def test_a_process_that_is_killed_is_noticed():
    with pytest.raises(WorkerDiedError):
        each(_ends, ["a", "b", "c", "d"], 2)


class _Killing(Watcher):
    """Somebody who ends all processes as soon as one is done with a piece."""

    def ended(self, _slug: str) -> None:
        for one in multiprocessing.active_children():
            one.kill()
            one.join()


def test_a_process_that_is_killed_between_two_pieces_is_noticed():
    with pytest.raises(WorkerDiedError):
        each(str.upper, ["a", "b", "c", "d"], 2, _Killing())


def test_an_error_in_a_process_is_an_error_here():
    with pytest.raises(OSError, match=os.strerror(28)):
        each(_fails, ["a", "b", "c"], 2)


def test_a_killed_process_ends_the_build_in_one_message_and_nothing_is_published(
    capsys, monkeypatch, root, tmp_path
):
    site = shutil.copytree(root, tmp_path / "w")
    monkeypatch.setattr(
        "kommunvision.driver.worker.build_share", lambda *_: os.kill(os.getpid(), 9)
    )
    assert cli.run(["build", "--root", str(site), "--workers", "2"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        "Fel: En av processerna som byggde avbröts utifrån, oftast för att datorns minne tog slut. "
        "Kör kommandot igen med färre processer: --workers 1\n"
        "Webbplatsen är inte byggd. Det som redan är publicerat är orört.\n"
    )
    assert sorted(path.name for path in site.iterdir()) == sorted(
        path.name for path in root.iterdir()
    )
