"""``check --klarspråk`` for staff: hints that stop nothing, a page to read, and our own words."""

import json
import re
import sys
from html import unescape
from pathlib import Path

import html5lib
import pytest

from kommunvision import cli
from kommunvision.check.plain import judge_pages
from kommunvision.doctor.computer import spelling
from kommunvision.swedish.cli import WORDS
from kommunvision.swedish.keys import RECORDS
from kommunvision.swedish.labels import LABELS
from kommunvision.swedish.problems import PROBLEMS
from kommunvision.text.spelling import dictionary
from tests.browser import served
from tests.looking import CHOSEN, faults_in, looked_at, too_wide
from tests.projects import GOALS, project

HARD = "  beskrivning: Alla skollor ska <erhålla> & få stöd.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = project(tmp_path)
    goals = root / "data" / "exempelby" / "mal.yml"
    goals.write_text(GOALS + HARD, encoding="utf-8")
    (root / "mkdocs.yml").write_text(
        (root / "mkdocs.yml")
        .read_text("utf-8")
        .replace(
            "- kommunvision\n",
            "- kommunvision:\n      redigera: https://kod.example/{path}#L{line}\n",
        ),
        encoding="utf-8",
    )
    return root


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    capsys.readouterr()
    code = cli.run([str(word) for word in words])
    out, err = capsys.readouterr()
    return code, out, err


@pytest.mark.parametrize("name", ["--klarspråk", "--klarsprak"])
def test_hints_come_when_asked_for_and_stop_nothing_even_when_warnings_do(site, capsys, name):
    without = run(capsys, "check", "--root", site)
    code, out, _ = run(capsys, "check", "--root", site, "--strict", name)
    assert without[0] == code == 0
    assert "KV97" not in without[1]
    assert 'råd KV974: Ordboken har inte ordet "skollor".' in out
    assert "      |                     ^^^^^^^\n" in out
    assert 'Menade du "skolor"' in out


def test_the_hints_are_told_to_programs_and_on_a_pull_request(site, capsys):
    _, out, _ = run(capsys, "check", "--root", site, "--klarsprak", "--format", "json")
    told = {one["code"]: one for one in json.loads(out)["problems"]}
    assert (told["KV974"]["severity"], told["KV974"]["length"]) == ("råd", 7)
    _, out, _ = run(capsys, "check", "--root", site, "--klarsprak", "--format", "github")
    assert re.search(r"::notice file=data/exempelby/mal\.yml,line=\d+,col=21,endColumn=28,", out)


def test_the_page_for_staff_shows_each_hint_with_its_line_and_a_way_to_change_it(site, capsys):
    target = site / "klarsprak.html"
    code, _, err = run(capsys, "check", "--root", site, "--klarspråk", "--ut", target)
    assert (code, err) == (0, f"Sidan om språket är klar: {target}\n")
    page = target.read_text("utf-8")
    html5lib.HTMLParser(strict=True).parse(page)
    text = unescape(page)
    assert "Klarspråk i Exempelby" in text
    assert 'Målet "utb-2": beskrivning' in text
    assert "Alla <mark>skollor</mark> ska &lt;erhålla&gt; &amp; få stöd." in page
    assert re.search(r'href="https://kod\.example/data/exempelby/mal\.yml#L\d+"', page)
    # It asks for nothing, and no search engine keeps it.
    assert not re.search(r"<(?:link|script|img|iframe)\b|@import|url\(", page)
    assert 'name="robots" content="noindex"' in page


def test_the_page_for_staff_is_faultless_however_it_is_looked_at(site, capsys, screen):
    folder = site / "ut"
    folder.mkdir()
    run(capsys, "check", "--root", site, "--klarspråk", "--ut", folder / "index.html")
    with served(folder, {}) as address, looked_at(screen, address) as (page, _):
        assert faults_in(page, CHOSEN) + too_wide(page) == []


def test_the_same_texts_give_the_same_page(site, capsys):
    pages = []
    for name in ("a.html", "b.html"):
        run(capsys, "check", "--root", site, "--klarsprak", "--ut", site / name)
        pages.append((site / name).read_bytes())
    assert pages[0] == pages[1]


def test_a_page_without_settings_says_where_things_stand_without_links(site, capsys):
    (site / "mkdocs.yml").unlink()
    run(capsys, "check", "--root", site, "--klarsprak", "--ut", site / "ut.html")
    page = (site / "ut.html").read_text("utf-8")
    assert "data/exempelby/mal.yml:" in page
    assert set(re.findall(r'href="(.)', page)) == {"#"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--ut", "ut.html"], "--ut hör ihop med --klarspråk. Skriv båda."),
        (["--klarspråk", "--ut", "finns/inte.html"], "Mappen finns finns inte."),
        (
            ["--klarspråk", "--ut", "mkdocs.yml"],
            "mkdocs.yml finns redan och är ingen html-fil. Välj ett annat namn med --ut.",
        ),
    ],
)
def test_a_file_that_cannot_be_written_is_refused(site, capsys, monkeypatch, words, said):
    monkeypatch.chdir(site)
    code, _, err = run(capsys, "check", *words)
    assert code == 2
    assert said in err
    assert (site / "mkdocs.yml").read_text("utf-8").startswith("site_name")


def test_without_the_dictionary_the_command_says_what_to_install(site, capsys, monkeypatch):
    dictionary.cache_clear()
    monkeypatch.setitem(sys.modules, "hunspell", None)
    try:
        code, out, err = run(capsys, "check", "--root", site, "--klarspråk")
    finally:
        dictionary.cache_clear()
    assert (code, out) == (1, "")
    assert "pip install 'kommunvision[klarsprak]'" in err


# Our own words

# What the handbook calls programs, buttons and terms of computers by their own names.
_NAMES = (
    "approve branches brotli changes commit fjärr fork git Ico-filer Netlify new nginx project refresh repository "
    "request requests rsync schedules separate Slutkoder tabb tabbtangenten this to"
)


def test_the_handbook_keeps_to_what_it_teaches(repository: Path):
    pages = sorted((repository / "docs" / "handbok" / "sidor").glob("*.md"))
    found = judge_pages((path.name, path.read_text("utf-8")) for path in pages)
    told = [
        f"{hint.origin} {hint.code} {hint.details}"
        for one in found
        for hint in one.hints
        if hint.details.get("word") not in _NAMES.split()
    ]
    assert told == []
    assert len(found) > 30
    assert {one.text.name for one in found if (one.text.reading.lix or 0) > 40} == set()


def test_the_engines_own_messages_help_and_labels_are_plain():
    problems = {
        code: f"{one.message}\n\n{one.remedy}\n\n{one.explanation}"
        for code, one in PROBLEMS.items()
    }
    helps = {
        f"{name}.{one.key}": one.help for name, record in RECORDS.items() for one in record.fields
    }
    texts = {**problems, **helps, **WORDS, **LABELS}
    plain = [(name, re.sub(r"\{\w*\}", "X", text)) for name, text in texts.items()]
    found = [hint for one in judge_pages(plain) for hint in one.hints]
    # Names of files and commands are in no dictionary, so spelling is left to those who read it.
    told = [f"{one.origin} {one.code} {one.details}" for one in found if one.code != "KV974"]
    assert told == []
    assert len(found) > 20


def test_the_doctor_tells_whether_the_dictionary_is_there(monkeypatch):
    assert spelling().key == "spelling"
    dictionary.cache_clear()
    monkeypatch.setitem(sys.modules, "hunspell", None)
    try:
        assert spelling().key == "spelling_package"
    finally:
        dictionary.cache_clear()
