"""The recipes of the handbook: from an empty folder, in order, each file and command as it stands.

A page whose front matter has ``exempel: i följd`` goes on where the page before it ended. Its blocks
are done from top to bottom: ``yaml`` and ``markdown`` are whole files, ``kommando`` is run and shall
go well, ``utskrift`` stands in what the command before it said, and lists of cells are what
somebody writes in the workbook that is imported next.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from itertools import zip_longest
from pathlib import Path

import pytest
import yaml
from openpyxl import load_workbook

from tests.helpers import write_files
from tests.test_cli import run
from tests.test_handbook_examples import FIRST_GOAL, IN_ORDER, PAGES, first_goal, settings

BLOCK = re.compile(
    r"^```(?P<kind>yaml|markdown|kommando|utskrift)\n(?P<text>.*?)^```$"
    r"|^På bladet \*\*(?P<sheet>\w+)\*\*:\n\n(?P<cells>(?:- raden [^\n]*\n)+)",
    re.MULTILINE | re.DOTALL,
)
CELL = re.compile(r"- raden `(\S+)`, kolumnen `(\S+)`: (.*)")
FILE = re.compile(r"# ((?:data|content)/\S+)\n")
# What an import writes; the goal's own status has no such place.
REPORTED = re.compile(r" +(?:- \{om: .*|- \{period: \d+, värde: .*| {8}kommentar: .*)")
# Where the commands of the pages publish; the test has a folder of its own in its place.
TARGET = "/srv/mal"


@dataclass(frozen=True)
class Step:
    """One block of a page; cells have the name of their sheet."""

    kind: str
    text: str
    sheet: str = ""


def steps(page: Path) -> Iterator[Step]:
    for found in BLOCK.finditer(page.read_text("utf-8")):
        if found["cells"]:
            yield Step("celler", found["cells"], found["sheet"])
        else:
            yield Step(found["kind"], found["text"])


def is_recipe(page: Path) -> bool:
    front = yaml.safe_load(page.read_text("utf-8").split("---\n")[1])
    return front.get("exempel") == IN_ORDER


def in_order() -> list[Path]:
    """The pages in the order of the handbook's menu."""
    names = re.findall(
        r"(\S+\.md)$", (PAGES.parent / "mkdocs.yml").read_text("utf-8"), re.MULTILINE
    )
    return [PAGES / name for name in names if (PAGES / name).is_file()]


RECIPES = [FIRST_GOAL, *(page for page in in_order() if is_recipe(page))]


@pytest.fixture
def folder(monkeypatch, tmp_path: Path) -> Path:
    """An empty folder, in which the reader stands."""
    place = tmp_path / "webbplatsen"
    place.mkdir()
    monkeypatch.chdir(place)
    return place


class AtTheTerminal(StringIO):
    """Somebody who says yes to what is asked."""

    def isatty(self) -> bool:
        return True

    def readline(self, _size: int = -1, /) -> str:
        return "ja\n"


def fill(workbook: Path, answers: list[Step]) -> None:
    """Write into a workbook what the lists of the page say."""
    book = load_workbook(workbook)
    for one in answers:
        sheet = book[one.sheet]
        headings = [cell.value for cell in sheet[1]]
        lines = {cells[0].value: cells[0].row for cells in sheet.iter_rows()}
        for name, heading, words in CELL.findall(one.text):
            number = re.fullmatch(r"\d+(,\d+)?", words)
            value = float(words.replace(",", ".")) if number else words
            sheet.cell(lines[name], headings.index(heading) + 1).value = value
    book.save(workbook)


class Reader:
    """Does what the pages say, and remembers the latest answer and cells."""

    def __init__(self, capsys: pytest.CaptureFixture[str], folder: Path) -> None:
        self._capsys, self._folder = capsys, folder
        self._said = ""
        self._cells: list[Step] = []

    def do(self, step: Step, after: Step | None) -> None:
        """Do a step; a command may fail if the page shows with what error."""
        if step.kind == "kommando":
            *before, last = step.text.splitlines()
            for line in before:
                self._run(line)
            self._run(last, wrong=after is not None and ": fel KV" in after.text)
        elif step.kind == "utskrift":
            assert step.text in self._said
        elif step.kind == "celler":
            self._cells.append(step)
        else:
            found = FILE.match(step.text)
            assert found, step.text
            text = step.text if step.kind == "yaml" else step.text[found.end() :]
            path = self._folder / found[1]
            stood = path.read_text("utf-8").splitlines() if path.exists() else []
            lost = [one for one in stood if REPORTED.match(one) and one not in text.splitlines()]
            assert lost == [], f"{found[1]} would lose what has been reported"
            write_files(self._folder, {found[1]: text})

    def _run(self, line: str, *, wrong: bool = False) -> None:
        program, *words = line.replace(TARGET, str(self._folder.parent / "publicerat")).split()
        assert program == "kommunvision"
        if words[0] == "import" and self._cells:
            fill(self._folder / words[1], self._cells)
            self._cells = []
        with pytest.MonkeyPatch.context() as patch:
            if words[0] == "import":
                patch.setattr(sys, "stdin", AtTheTerminal())
            code, out, err = run(self._capsys, *words)
        self._said = out + err
        assert (code != 0) == wrong, f"{line}\n{self._said}"
        # What is wrong in a recipe would be copied; of accessibility it says nothing, and of years to
        # come it tells as if they had been.
        warnings = set(re.findall(r": varning (KV\d+)", self._said))
        assert warnings <= {"KV409", "KV514"}, f"{line}\n{self._said}"


def test_whoever_follows_the_recipes_has_a_site_that_is_right_all_the_way(capsys, folder: Path):
    reader = Reader(capsys, folder)
    for page in RECIPES:
        done = list(steps(page))
        for step, after in zip_longest(done, done[1:]):
            reader.do(step, after)
    assert_taken_over(folder / "site" / "exempelby")


def assert_taken_over(site: Path) -> None:
    """The pages that editors took over are theirs, with the parts that macros give."""
    paths = (site / "mal" / "larande" / "index.html", site / "index.html")
    # Numbers hold on to their words by a space that breaks no line.
    goal, start = (path.read_text("utf-8").replace("\xa0", " ") for path in paths)
    assert "Varje torsdag är biblioteket öppet till nio." in goal
    for part in (
        "Vision 2045",
        "lärandet aldrig slut",
        "79,4 procent",
        "Budget 2032 med styrmodell",
    ):
        assert part in goal
    assert "Vart är Exempelby på väg?" in start
    for part in ("I Exempelby är ingen långt borta.", "2 av 2 mål är bedömda", "mal/larande/"):
        assert part in start


def test_the_files_that_are_written_in_a_browser_make_a_site(capsys, folder: Path):
    """Whoever has no terminal writes the settings and the start page too, from the same page."""
    written = {**settings(), **first_goal()}
    assert {"mkdocs.yml", "content/index.md", "data/exempelby/mal.yml"} <= written.keys()
    write_files(folder, written)
    code, said, _ = run(capsys, "build")
    assert code == 0, said
    assert (folder / "site" / "exempelby" / "mal" / "utb-1" / "index.html").is_file()


def test_the_message_that_the_handbook_explains_is_the_one_that_comes(capsys, folder: Path):
    page = (PAGES / "kontrollera.md").read_text("utf-8")
    shown = re.search(r"^```text\n(data/.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert shown
    files = {**settings(), **first_goal()}
    goals = "data/exempelby/mal.yml"
    files[goals] = files[goals].replace("[omr-utbildning]", "[omr-utbilding]")
    write_files(folder, files)
    _, said, _ = run(capsys, "check")
    assert " ".join(shown[1].split()) in " ".join(said.split())


def test_the_page_on_installing_does_what_the_workflows_do():
    page = (PAGES / "installera.md").read_text("utf-8")
    script = (PAGES.parents[2] / ".github" / "install.sh").read_text("utf-8")
    for arguments in ("--require-hashes --requirement", "--no-deps --no-build-isolation"):
        assert arguments in page
        assert arguments in script
