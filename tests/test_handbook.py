"""The handbook: every word of the engine's tables is described, and the whole builds soundly."""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import click
import pytest
from filelock import FileLock
from playwright.sync_api import Browser

from kommunvision.cli import program
from kommunvision.load.located import parse
from kommunvision.load.reader import Reader
from kommunvision.load.tree import Mapping
from kommunvision.problem import Problems
from kommunvision.swedish.keys import NOT_STATED, RECORDS, SECTIONS
from kommunvision.swedish.macros import MACROS, plain
from kommunvision.swedish.problems import PROBLEMS
from tests.browser import served

ROOT = Path(__file__).resolve().parent.parent
HANDBOOK = ROOT / "docs" / "handbok"

# Without --quiet, which would keep --strict from hearing of warnings.
BUILD = (sys.executable, "-m", "mkdocs", "build", "--strict")


# The built handbook


@dataclass(frozen=True)
class Built:
    """A page as a reader meets it."""

    url: str
    html: str

    @property
    def text(self) -> str:
        found = re.search(r"<main.*?</main>", self.html, re.DOTALL)
        assert found, self.url
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", found[0])).split())


@pytest.fixture(scope="session")
def handbook(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The handbook as ``make handbok`` builds it, once for all workers."""
    shared = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        shared = shared.parent
    folder = shared / "handbook"
    complete = shared / "handbook.complete"
    with FileLock(shared / "handbook.lock"):
        if not complete.exists():
            result = subprocess.run(
                [*BUILD, "-f", str(HANDBOOK / "mkdocs.yml"), "-d", str(folder)],
                check=False,
                capture_output=True,
                encoding="utf-8",
            )
            assert result.returncode == 0, f"{result.stdout}\n{result.stderr}"
            complete.touch()
    return folder


def page(handbook: Path, url: str) -> Built:
    path = handbook / url / "index.html"
    assert path.is_file(), f"the handbook has no page {url}"
    return Built(url, path.read_text(encoding="utf-8"))


def all_pages(handbook: Path) -> Iterator[Built]:
    for path in sorted(handbook.glob("**/index.html")):
        folder = path.parent.relative_to(handbook).as_posix()
        yield Built("" if folder == "." else f"{folder}/", path.read_text(encoding="utf-8"))


def one_line(text: str) -> str:
    return " ".join(text.split())


def address_part(name: str) -> str:
    words = plain(re.sub(r"^(en|ett) ", "", name)).lower()
    return re.sub(r"[^a-z0-9]+", "-", words)


# The reference


@pytest.mark.parametrize("name", RECORDS)
def test_every_key_is_described_with_its_meaning_and_an_example(handbook: Path, name: str) -> None:
    record = RECORDS[name]
    built = page(handbook, f"nycklar/{address_part(record.name)}/")
    anchors = re.findall(r'<h2 id="(?!kv-)[^"]+">([^<]+)</h2>', built.html)
    assert [unescape(title) for title in anchors] == [field.key for field in record.fields]
    for field in record.fields:
        assert one_line(field.help) in built.text, field.key
        assert one_line(f"{field.key}: {field.example}") in built.text, field.key
    unstated = sum(field.unstated for field in record.fields)
    assert built.text.count(f"Kan vara: {NOT_STATED}") == unstated
    required = sum(field.required for field in record.fields)
    assert built.text.count("Måste finnas: ja") == required


def test_every_section_of_a_data_file_is_listed(handbook: Path) -> None:
    text = page(handbook, "nycklar/").text
    for section in SECTIONS:
        assert f"{section.key} : {RECORDS[section.record].help}" in text


@pytest.mark.parametrize("macro", MACROS, ids=lambda macro: plain(macro.name))
def test_every_macro_is_described_with_its_arguments(handbook: Path, macro) -> None:
    built = page(handbook, f"makron/{address_part(macro.name)}/")
    assert one_line(macro.help) in built.text
    assert one_line(macro.example) in built.text
    for argument in macro.arguments:
        assert f"{argument.name} {one_line(argument.help)}" in built.text
    assert one_line(macro.help) in page(handbook, "makron/").text


def commands_of(group: click.Group, above: str = "") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        path = f"{above} {name}".strip()
        yield path, command
        if isinstance(command, click.Group):
            yield from commands_of(command, path)


@pytest.mark.parametrize(("path", "command"), list(commands_of(program)))
def test_every_command_is_described_with_its_own_help(
    handbook: Path, path: str, command: click.Command
) -> None:
    built = page(handbook, f"kommandon/{address_part(path)}/")
    assert one_line(command.help or "") in built.text
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert f"{parameter.opts[0]}" in built.text
            assert one_line(parameter.help or "") in built.text
    assert f"kommunvision {path} : {command.help}" in page(handbook, "kommandon/").text


@pytest.mark.parametrize("code", PROBLEMS)
def test_every_code_has_a_page_that_says_what_it_means(handbook: Path, code: str) -> None:
    problem = PROBLEMS[code]
    built = page(handbook, f"fel/{code.lower()}/")
    assert one_line(problem.explanation) in built.text
    assert f"{code}: {problem.title}" in built.text
    assert f"{problem.severity} {code}: " in built.text
    shown = [content for files in (problem.bad, problem.good) for content in files.values()]
    for content in shown:
        if isinstance(content, str) and content.isprintable():
            assert one_line(content) in built.text
    assert f"{code} {problem.title} ({problem.severity})" in page(handbook, "fel/").text


@pytest.mark.parametrize("name", RECORDS)
def test_the_example_of_every_key_is_a_valid_value(name: str) -> None:
    record = RECORDS[name]
    problems = Problems()
    for field in record.fields:
        top, found = parse(f"{field.key}: {field.example}\n", "exempel.yml")
        assert isinstance(top, Mapping), field.key
        problems.extend(found)
        Reader(problems).values(name, top)
    missing = {"KV102"}  # the example is one key of an object that needs more
    assert [(one.code, dict(one.details)) for one in problems if one.code not in missing] == []


# The whole


class Links(HTMLParser):
    """Collects addresses, anchors and headings."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.anchors: set[str] = set()
        self.headings: list[int] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.targets += [found[key] or "" for key in ("href", "src") if key in found]
        if found.get("id"):
            self.anchors.add(str(found["id"]))
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))


def test_each_page_has_one_main_heading_and_no_level_is_skipped(handbook: Path) -> None:
    for built in all_pages(handbook):
        levels = Links(built.html.partition("<main")[2].partition("</main>")[0]).headings
        assert levels.count(1) == 1, built.url
        assert all(below - above <= 1 for above, below in pairwise(levels)), built.url


def test_each_page_has_a_description_of_its_own(handbook: Path) -> None:
    found = [
        re.search(r'<meta name="description" content="([^"]{20,})">', built.html)
        for built in all_pages(handbook)
    ]
    assert None not in found
    words = [match[1] for match in found if match]
    assert len(set(words)) == len(words)


def test_no_link_or_fragment_of_the_handbook_is_broken(handbook: Path) -> None:
    pages = {built.url: Links(built.html) for built in all_pages(handbook)}
    base = "https://handbok.example/"
    broken = []
    for url, links in pages.items():
        for target in links.targets:
            address, fragment = urldefrag(urljoin(base + url, target))
            if not address.startswith(base):
                continue
            path = unquote(address.removeprefix(base))
            if path in pages:
                if fragment and fragment not in pages[path].anchors:
                    broken.append((url, target))
            elif not (handbook / path).is_file():
                broken.append((url, target))
    assert broken == []


def test_the_handbook_carries_nothing_of_another_theme(handbook: Path) -> None:
    names = {path.name for path in handbook.glob("**/*") if path.suffix in {".js", ".css"}}
    assert names == {
        "handbok.css",
        "inbaddad-v1.js",
        "inbaddning-v1.js",
        "kommunvision.css",
        "kommunvision.js",
        "kopiera.js",
        "sok.js",
        "start.js",
    }


def test_examples_are_readable_on_a_phone_without_scrolling_sideways(
    handbook: Path, chromium: Browser
) -> None:
    context = chromium.new_context(viewport={"width": 320, "height": 800})
    view = context.new_page()
    with served(handbook, {}) as address:
        for url in (
            "",
            "forsta-malet/",
            "stokigt/",
            "delaret/",
            "ny-mandatperiod/",
            "ta-over-en-sida/",
            "sok/",
            "nycklar/mal/",
            "fel/kv202/",
            "makron/mallista/",
        ):
            view.goto(address + url)
            wide = view.evaluate(
                "() => [document.documentElement, ...document.querySelectorAll('pre, .table-scroll')]"
                ".filter(part => part.scrollWidth > part.clientWidth + 1).length"
            )
            assert wide == 0, url
    context.close()


# The way to a page


MENU = re.compile(r'<nav class="kv-menu".*?</nav>', re.DOTALL)
LINK = re.compile(r'<a href="([^"]+)"')


def linked(handbook: Path, url: str) -> set[str]:
    """The pages that the menu of a page leads to."""
    menu = MENU.search(page(handbook, url).html)
    assert menu, url
    base = "https://handbok.example/"
    return {urljoin(base + url, one).removeprefix(base) for one in LINK.findall(menu[0])}


def test_the_name_of_a_file_stands_above_each_box_that_is_a_whole_file(handbook: Path) -> None:
    named = {
        "forsta-malet/": {"mkdocs.yml", "content/index.md", "data/exempelby/mal.yml"},
        "publicera-med-git/": {".github/workflows/webbplats.yml", ".gitlab-ci.yml"},
    }
    for url, files in named.items():
        above = re.findall(r"<figcaption><code>(.*?)</code>", page(handbook, url).html)
        assert files <= {name.replace("<wbr>", "") for name in above}


def test_the_menu_is_short_and_leads_to_every_page_that_is_written(handbook: Path) -> None:
    sections = linked(handbook, "")
    assert len(sections) < 10
    reached = sections.union(*(linked(handbook, url) for url in sections))
    written = {path.stem for path in (HANDBOOK / "sidor").glob("*.md")} - {"index"}
    assert {f"{name}/" for name in written} <= reached


def test_a_page_is_marked_in_its_menu_and_the_overview_of_a_generated_one_is(
    handbook: Path,
) -> None:
    for url, mark in (
        ("delaret/", 'aria-current="page">Ett delår<'),
        ("fel/kv202/", '"true">Alla fel'),
    ):
        menu = MENU.search(page(handbook, url).html)
        assert menu
        assert mark in menu[0]
        assert menu[0].count("aria-current") == 1


def test_the_search_finds_pages_keys_commands_and_codes(handbook: Path, chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 320, "height": 800})
    view = context.new_page()
    with served(handbook) as address:
        for query, found in (
            ("delår", "/delaret/"),
            ("rapporteras_av", "/nycklar/uppfoljningstillfalle/#rapporteras_av"),
            ("kv202", "/fel/kv202/"),
            ("kommunvision lock", "/kommandon/lock/"),
        ):
            view.goto(f"{address}sok/?q={query}")
            view.wait_for_selector(".kv-hits li")
            hits = [one.get_attribute("href") for one in view.query_selector_all(".kv-hits a")]
            assert any(f"/{hit}".endswith(found) for hit in hits[:5]), (query, hits)
        assert "kommunvision lock" in view.content()
    context.close()
