"""The examples of the handbook's written pages: each is read, checked and found good.

A block of YAML or Markdown begins with a comment that names its file. The blocks of a section make
a site together, upon the files of the first page; front matter ``exempel`` makes a whole page one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import yaml

from kommunvision.check import check_kommun
from kommunvision.check.content import check_content
from kommunvision.check.content_files import ENDINGS
from kommunvision.load import load_site
from kommunvision.load.dates import partial_date
from kommunvision.swedish.keys import NOT_STATED, SECTIONS
from kommunvision.swedish.problems import PROBLEMS, Severity
from kommunvision.text.calls import parse as parse_calls
from tests.helpers import loaded_from, write_files

PAGES = Path(__file__).resolve().parent.parent / "docs" / "handbok" / "sidor"
WRITTEN = sorted(PAGES.glob("*.md"))
FIRST_GOAL = PAGES / "forsta-malet.md"
# A page that goes on from the page before it; test_handbook_story.py does what it says.
IN_ORDER = "i följd"

FENCE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PAGE = re.compile(r"^```markdown\n# (content/\S+\.md)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# An expression of a workflow has a dollar sign before it.
CALL = re.compile(r"(?<!\$)\{\{.*?\}\}")
# Examples of other things leave out the statement on accessibility, the level of the visions, and what
# a command writes.
LEFT_OUT = {"KV312", "KV514", "KV927"}
PATH = re.compile(r"# (data/[a-z0-9/-]+\.yml)\n")


@dataclass(frozen=True)
class Example:
    """The blocks of one section, which make a site together."""

    name: str
    files: tuple[tuple[str, str], ...]


def examples_of(path: Path) -> Iterator[Example]:
    """The blocks of each section, or of the whole page where its front matter says so."""
    text = path.read_text(encoding="utf-8")
    _, front, body = text.split("---\n", 2)
    whole = yaml.safe_load(front).get("exempel")
    if whole == IN_ORDER:
        return
    for part in [body] if whole else re.split(r"^## ", body, flags=re.MULTILINE):
        site: dict[str, str] = {}
        number = 1
        for block in FENCE.findall(part):
            found = PATH.match(block)
            assert found, f"{path.name}: an example does not begin with its path:\n{block}"
            if found[1] in site:
                # The same file anew: another example in the same section.
                yield Example(f"{path.stem}: {title(part)} {number}", tuple(site.items()))
                site, number = {}, number + 1
            site[found[1]] = block
        if site:
            yield Example(f"{path.stem}: {title(part)} {number}", tuple(site.items()))


def title(part: str) -> str:
    return part.strip().partition("\n")[0].strip("# ")


@cache
def first_goal() -> dict[str, str]:
    """The files that a reader has after the first page; the other examples build on them."""
    (example,) = examples_of(FIRST_GOAL)
    return dict(example.files)


def settings() -> dict[str, str]:
    """What the first page has whoever works in a browser write beside the data."""
    shown = re.findall(
        r"^```\w+\n# (mkdocs\.yml|content/\S+)\n(.*?)^```$",
        FIRST_GOAL.read_text(encoding="utf-8"),
        re.MULTILINE | re.DOTALL,
    )
    return dict(shown)


EXAMPLES = [example for path in WRITTEN for example in examples_of(path)]


def build_upon(files: dict[str, str]) -> dict[str, str]:
    """The example's files upon those of the first page, less what only the latter can stand on."""
    own_levels = any("styrmodeller:" in content for content in files.values())
    goals = "data/exempelby/mal.yml"
    base = dict(first_goal())
    if own_levels and goals not in files:
        base.pop(goals)
    return {**base, **files}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_every_example_is_read_and_checked_without_error_or_warning(example: Example) -> None:
    loaded = loaded_from(dict(build_upon(dict(example.files))))
    problems = [
        *loaded.problems,
        *(found for kommun in loaded.kommuner for found in check_kommun(kommun)),
    ]
    named = {path for path, _ in example.files}
    serious = [
        (str(one.origin), one.code, dict(one.details))
        for one in problems
        if PROBLEMS[one.code].severity is not Severity.ADVICE
        and one.code not in LEFT_OUT
        and (one.origin.path in named or PROBLEMS[one.code].severity is Severity.ERROR)
    ]
    assert serious == []


def test_the_handbook_shows_an_example_of_every_kind_of_object() -> None:
    shown = "\n".join(content for example in EXAMPLES for _, content in example.files)
    for section in SECTIONS:
        assert re.search(rf"^{section.key}:", shown, re.MULTILINE), section.key


def test_code_fences_of_written_pages_are_examples_or_plain_text() -> None:
    for path in WRITTEN:
        opened = re.findall(r"^```(\w*)\n", path.read_text(encoding="utf-8"), re.MULTILINE)
        fences = [word for word in opened if word]
        assert set(fences) <= {"yaml", "markdown", "text", "kommando", "utskrift"}, path.name


def pages_of(path: Path) -> Iterator[tuple[str, str, dict[str, str]]]:
    """The pages that are shown, each with the data files of the same section."""
    for part in re.split(r"^## ", path.read_text("utf-8"), flags=re.MULTILINE):
        blocks = [(PATH.match(block), block) for block in FENCE.findall(part)]
        files = {found[1]: block for found, block in blocks if found}
        yield from ((name, content, files) for name, content in PAGE.findall(part))


@pytest.mark.parametrize(
    ("name", "content", "files"), [shown for path in WRITTEN for shown in pages_of(path)]
)
def test_every_page_that_is_shown_passes_the_check(
    tmp_path: Path, name: str, content: str, files: dict[str, str]
) -> None:
    write_files(tmp_path, {**first_goal(), **files, name: content})
    loaded = load_site(tmp_path)
    problems = check_content(tmp_path, "content", loaded.kommuner)
    assert [(str(one.origin), one.code, dict(one.details)) for one in problems] == []


def test_every_macro_call_in_a_written_page_can_be_made() -> None:
    calls = [call for path in WRITTEN for call in CALL.findall(path.read_text("utf-8"))]
    assert calls
    for call in calls:
        made, faults = parse_calls(call)
        assert (len(made), faults) == (1, ()), call


def test_the_page_about_dates_shows_dates_that_are_read_and_others_that_are_not() -> None:
    text = (PAGES / "datum.md").read_text("utf-8")
    rows = re.findall(r"^\| [^|`]+ \| (`.*)\|$", text, re.MULTILINE)
    dates = [date for row in rows for date in re.findall("`([^`]+)`", row) if date != NOT_STATED]
    assert [date for date in dates if not partial_date(date)] == []
    wrong = re.findall(r"Skriv inte `([^`]+)` eller `([^`]+)`", text)
    for date in wrong[0]:
        with pytest.raises(ValueError, match=re.escape(date)):
            partial_date(date)


def test_codes_named_in_written_pages_exist() -> None:
    for path in WRITTEN:
        for code in re.findall(r"KV\d{3}", path.read_text(encoding="utf-8")):
            assert code in PROBLEMS, f"{path.name} names {code}"


def test_the_page_about_own_pages_names_every_kind_of_file_that_is_published() -> None:
    shown = (PAGES / "egna-sidor.md").read_text("utf-8")
    table = shown[shown.index("## Bilder och andra filer") : shown.index("## Makron")]
    assert set(re.findall(r"`(\.\w+)`", table)) == {".md", *ENDINGS}
