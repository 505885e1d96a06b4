"""The HTML of every page of the site, read as strictly as the standard says."""

from collections import Counter, defaultdict
from functools import cache
from itertools import pairwise
from pathlib import Path

import html5lib
import pytest
from lxml import etree

from kommunvision.swedish.languages import TONGUES
from tests.templates import is_embedded

# html5lib is older than these: they are right, and it reports them.
MEANS_NOTHING = {"expected-doctype-but-got-end-tag"}
FOLDERS = [
    "exempelby",
    "nora",
    "norberg",
    "sandviken",
    "smedjebacken",
    "tema",
    "globala-mal",
    "oppna-data",
    "sok",
    ".",
]
# What a screen reader lists as places to go to, main, header and footer beside.
LANDMARKS = """//nav | //*[@role='region'] | //*[@role='search'] | //search | //aside
    | //section[@aria-label or @aria-labelledby] | //form[@aria-label or @aria-labelledby]"""


@cache
def parsed(path: Path):
    parser = html5lib.HTMLParser(html5lib.getTreeBuilder("lxml"), namespaceHTMLElements=False)
    tree = parser.parse(path.read_bytes(), transport_encoding="utf-8").getroot()
    faults = [(line, code) for (line, _), code, _ in parser.errors if code not in MEANS_NOTHING]
    return tree, faults


def pages_in(site: Path, folder: str) -> list[Path]:
    if folder != ".":
        return sorted(file for file in (site / folder).rglob("*.html") if not is_embedded(file))
    return [*sorted(site.glob("*.html")), *sorted((site / "om").rglob("*.html"))]


def every_page(site: Path) -> list[Path]:
    return [file for file in site.rglob("*.html") if not is_embedded(file)]


def words(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_page_is_well_formed_and_in_swedish_or_its_own_language(folder, built_site: Path):
    pages = pages_in(built_site, folder)
    assert pages
    for path in pages:
        tree, faults = parsed(path)
        assert faults == [], path
        moved = tree.xpath('//meta[@http-equiv="refresh"]')
        folders = path.relative_to(built_site).parts[1:2]
        tongues = [] if moved else [TONGUES[one] for one in folders if one in TONGUES]
        assert tree.get("lang") == (tongues[0].tag if tongues else "sv"), path
        assert words(tree.find("head/title")), path


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_page_has_one_h1_and_no_heading_skips_a_level(folder, built_site: Path):
    for path in pages_in(built_site, folder):
        tree, _ = parsed(path)
        headings = tree.xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")
        in_main = [one for one in headings if one.xpath("ancestor::main")]
        levels = [int(one.tag[1]) for one in headings]
        assert Counter(one.tag for one in headings)["h1"] == 1, path
        assert levels[0] == 1, path
        assert words(in_main[0]) == words(headings[0]), path
        assert all(low <= high + 1 for high, low in pairwise(levels)), path
        assert all(words(one) for one in headings), path


@pytest.mark.parametrize("folder", FOLDERS)
def test_ids_are_unique_and_landmarks_have_names_of_their_own(folder, built_site: Path):
    for path in pages_in(built_site, folder):
        tree, _ = parsed(path)
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids)), path
        for attribute in ("aria-labelledby", "aria-controls", "aria-describedby", "for"):
            assert set(tree.xpath(f"//@{attribute}")) <= set(ids), path
        assert len(tree.xpath("//main")) == 1, path
        names = [
            one.get("aria-label")
            or words(tree.xpath("//*[@id=$id]", id=one.get("aria-labelledby"))[0])
            for one in tree.xpath(LANDMARKS)
        ]
        assert all(names), path
        assert len(names) == len(set(names)), path


@pytest.mark.parametrize("folder", FOLDERS)
def test_tables_have_captions_and_their_headings_say_what_they_head(folder, built_site: Path):
    for path in pages_in(built_site, folder):
        tree, _ = parsed(path)
        for table in tree.xpath("//table"):
            assert table.xpath("caption") or _is_of_an_editor(table), path
            assert table.xpath(".//th[not(@scope)]") == [] or _is_of_an_editor(table), path
            assert table.xpath(".//th"), path


def _is_of_an_editor(table: etree._Element) -> bool:
    """Whether a table is written in Markdown, which knows neither captions nor scopes."""
    return not table.xpath("ancestor::*[contains(@class, 'table-scroll')]")


@pytest.mark.parametrize("folder", FOLDERS)
def test_links_and_pictures_have_words(folder, built_site: Path):
    for path in pages_in(built_site, folder):
        tree, _ = parsed(path)
        assert [one for one in tree.xpath("//a[@href]") if not words(one)] == [], path
        assert tree.xpath("//img[not(@alt)]") == [], path
        assert tree.xpath("//svg[not(@aria-hidden='true') and not(title)]") == [], path


def test_every_page_has_a_title_and_a_description_that_no_other_has(built_site: Path):
    found = defaultdict(list)
    for path in every_page(built_site):
        tree, _ = parsed(path)
        if not tree.xpath("//meta[@name='robots' and @content='noindex']"):
            (description,) = tree.xpath("//meta[@name='description']/@content")
            found[words(tree.find("head/title"))].append(path)
            found[description].append(path)
    assert {text: paths for text, paths in found.items() if len(paths) > 1} == {}


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_page_is_pointed_out_once_in_its_menu_and_its_fields_and_buttons_have_words(
    folder, built_site: Path
):
    for path in pages_in(built_site, folder):
        tree, _ = parsed(path)
        for menu in tree.xpath("//nav"):
            assert len(menu.xpath(".//*[@aria-current='page']")) <= 1, path
        assert [one for one in tree.xpath("//button | //summary") if not words(one)] == [], path
        assert tree.xpath("//button[not(@type)]") == [], path
        labelled = set(tree.xpath("//label/@for"))
        for field in tree.xpath("//input | //select | //textarea"):
            assert field.xpath("ancestor::label") or field.get("id") in labelled, path


def test_the_kommuner_and_shared_pages_are_all_looked_at(built_site: Path):
    looked_at = {path for folder in FOLDERS for path in pages_in(built_site, folder)}
    assert set(every_page(built_site)) == looked_at
