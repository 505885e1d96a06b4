"""The portal as a citizen uses it: a list with everyone, and a map of those that lie on it."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from kommunvision import driver
from kommunvision.chain import GoalSystem, Site
from kommunvision.pages import shared_pages
from kommunvision.render.charts.kommun_map import Mark as MapMark
from kommunvision.render.charts.kommun_map import draw, drawing
from kommunvision.swedish.registry import kommuner
from kommunvision.swedish.registry.borders import HEIGHT, WIDTH, borders
from kommunvision.text.ascii import ascii_id
from tests.browser import served
from tests.helpers import loaded_from
from tests.looking import faults_in, in_views, looked_at, too_wide
from tests.projects import project

REGION = """
kommun: {namn: Region Dalarna, formellt_namn: Region Dalarna, slag: region, kod: "20"}
"""
MADE_UP = """
kommun: {namn: Exempelby, formellt_namn: Exempelby kommun, kod: "9999", påhittad: ja}
"""


def files_of(*codes: str) -> dict[str, str | bytes]:
    """Return the data of existing kommuner."""
    return {
        f"data/{ascii_id(found.name)}-{code}/kommun.yml": (
            f'kommun: {{namn: {found.name}, formellt_namn: {found.formal_name}, kod: "{code}"}}'
        )
        for code, found in ((code, kommuner()[code]) for code in codes)
    }


def portal_of(files: dict[str, str | bytes]) -> str:
    loaded = loaded_from(files)
    assert not loaded.problems
    site = Site(GoalSystem(kommun) for kommun in loaded.kommuner)
    return next(page.body for page in shared_pages(site) if page.url == "")


def in_map(html: str) -> list[str]:
    """Return where the links of the map lead."""
    drawn = re.search(r"<svg.*?</svg>", html, re.DOTALL)
    return re.findall(r'<a href="([^"]+)" tabindex="-1">', drawn[0]) if drawn else []


def in_list(html: str) -> list[str]:
    return re.findall(r'<a href="([^"#]+)">', re.sub(r"(?s)<svg.*?</svg>", "", html))


def test_every_kommun_of_sweden_is_on_the_map_at_a_place_of_its_own():
    assert list(borders()) == list(kommuner())
    places = {(one.x, one.y) for one in borders().values()}
    assert len(places) == 290
    assert all(0 < x < WIDTH and 0 < y < HEIGHT for x, y in places)
    stockholm, kiruna, ystad = (borders()[code] for code in ("0180", "2584", "1286"))
    assert kiruna.y < stockholm.y < ystad.y
    assert borders()["1480"].x < stockholm.x  # Göteborg lies west of Stockholm.


def test_the_drawing_names_its_source_and_has_each_kommun_once():
    svg = drawing()
    assert "SCB, digitala gränser 2025" in svg
    assert re.findall(r'id="k(\d{4})"', svg) == list(kommuner())
    assert len(svg) < 50_000


def test_kommuner_are_marked_on_the_map_by_name_and_all_stand_in_the_list():
    html = portal_of(files_of("1884", "1962"))
    assert in_map(html) == ["norberg-1962/", "nora-1884/"]
    assert set(in_list(html)) == {"norberg-1962/", "nora-1884/"}
    assert re.findall("<text[^>]*>([^<]+)</text>", html) == ["Norberg", "Nora"]
    assert 'href="assets/karta.svg#k1884"' in html
    assert "De ifyllda kommunerna finns i listan." in html
    assert "Karta: SCB, digitala gränser 2025" in html
    assert "Bara i listan" not in html
    assert "De ifyllda kommunerna finns i listan." in html


def test_what_does_not_lie_on_the_map_is_in_the_list_alone_and_the_text_says_so():
    files = {
        **files_of("1884"),
        "data/region/kommun.yml": REGION,
        "data/exempelby/kommun.yml": MADE_UP,
    }
    html = portal_of(files)
    assert in_map(html) == ["nora-1884/"]
    assert "Den ifyllda kommunen finns i listan." in html
    assert {"region/", "exempelby/", "nora-1884/"} <= set(in_list(html))
    assert "Bara i listan, inte på kartan: Exempelby och Region Dalarna." in html
    assert "Den ifyllda kommunen finns i listan." in html


def test_many_that_do_not_lie_on_the_map_are_counted():
    made_up = {
        f"data/by-{n}/kommun.yml": MADE_UP.replace("Exempelby", f"Exempelby {n}", 1)
        for n in range(6)
    }
    html = portal_of({**files_of("1884"), **made_up})
    assert "6 i listan finns inte på kartan" in html


def test_a_site_of_made_up_kommuner_has_no_map():
    html = portal_of({"data/exempelby/kommun.yml": MADE_UP})
    assert "<svg" not in html
    assert "karta.svg" not in html


def test_many_kommuner_stand_under_their_letters_and_none_is_lost():
    html = portal_of(files_of(*kommuner()))
    letters = re.findall(r'<a href="#(bokstav-[^"]+)">(.)</a>', html)
    assert [letter for _, letter in letters] == list("ABDEFGHJKLMNOPRSTUVYÅÄÖ")
    assert all(html.count(f'id="{anchor}"') == 1 for anchor, _ in letters)
    assert len(in_list(html)) == len(in_map(html)) == 290
    assert set(in_list(html)) == set(in_map(html))
    for letter, name in (("A", "Alvesta"), ("O", "Orust"), ("Å", "Åmål"), ("Ö", "Östra Göinge")):
        under = re.search(rf"<span[^>]*>{letter}</span>(.*?)</ul>", html, re.DOTALL)
        assert under
        assert f">{name}</a>" in under[1]
        assert all(found.startswith(letter) for found in re.findall(r">([^<]+)</a>", under[1]))


@pytest.mark.parametrize(
    "codes",
    [
        # Neighbours in Bergslagen, the far south, the far north, around Stockholm, one alone.
        ("1884", "1962", "2061", "2281", "1885", "1863"),
        ("1280", "1281", "1286", "1287", "1230", "1233", "1256", "1263", "1264", "1265", "1214", "1231"),
        ("2584", "2514", "2521", "2523", "2518", "2583"),
        ("0180", "0181", "0182", "0183", "0184", "0186", "0187", "0188", "0160", "0162", "0163", "0120"),
        ("2584",),
    ],
)  # fmt: skip
def test_names_beside_the_map_never_meet_and_never_leave_it(codes):
    drawn = draw([MapMark(kommuner()[code].name, "x/", borders()[code]) for code in codes])
    rows = [mark["row"] for mark in drawn["marks"]]
    assert all(lower - upper >= 110 for upper, lower in pairwise(rows))
    assert all(50 < row < HEIGHT for row in rows)
    assert [mark["y"] for mark in drawn["marks"]] == sorted(mark["y"] for mark in drawn["marks"])


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site of two kommuner that lie on the map, and one that does not."""
    root = project(tmp_path_factory.mktemp("portal"), files_of("1884", "2584"))
    report = driver.build_sites(root, site_dir=root / "ut")
    assert report.published, report.problems
    return root / "ut"


def test_a_click_on_the_map_leads_to_the_kommun(chromium: Browser, portal: Path):
    with served(portal) as address, looked_at(chromium, address) as (page, watched):
        middle = page.evaluate("""() => {
            const shape = document.querySelector('.kv-map a[href="kiruna-2584/"] use');
            const box = shape.getBoundingClientRect();
            return [box.x + box.width * 0.4, box.y + box.height * 0.4];
        }""")
        page.mouse.click(*middle)
        page.wait_for_url("**/kiruna-2584/")
        assert page.text_content("h1") == "Mål i Kiruna kommun"
        assert not watched.errors


def test_the_keyboard_never_lands_on_the_map_but_on_every_kommun_of_the_list(
    chromium: Browser, portal: Path
):
    with served(portal) as address, looked_at(chromium, address) as (page, _):
        reached = []
        for _ in range(30):
            page.keyboard.press("Tab")
            reached.append(
                page.evaluate("""() => {
                const one = document.activeElement;
                return [one.closest("svg") !== null, one.getAttribute("href") ?? ""];
            }""")
            )
        assert not any(in_drawing for in_drawing, _ in reached)
        assert {"kiruna-2584/", "nora-1884/", "exempelby/"} <= {href for _, href in reached}


@in_views
def test_the_portal_has_no_fault_and_fits_a_phone(views, screen: Page, portal: Path):
    with served(portal) as address, looked_at(screen, address) as (page, _):
        assert not faults_in(page, views)
        assert not too_wide(page)


@pytest.mark.parametrize(
    "colours", [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}]
)
def test_a_kommun_that_is_here_differs_from_the_country_in_fill_and_by_a_mark_and_a_name(
    chromium: Browser, portal: Path, colours
):
    with served(portal) as address:
        context = chromium.new_context(**colours)
        page = context.new_page()
        page.goto(address)
        fills = page.evaluate("""() => [".kv-map-country", ".kv-map a use"].map((name) =>
            getComputedStyle(document.querySelector(name)).fill)""")
        marks = page.locator(".kv-map a:has(circle):has(text)").count()
        context.close()
    assert fills[0] != fills[1]
    assert marks == 2
