"""Pages of every kind in a real browser: readable, reachable, quiet, with and without scripts."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.looking import DESK, PHONE, axe_faults, faults_in_every_view, looked_at, too_wide

# One page made by each template, and the same template where it has most or least to show.
PAGES = [
    "",
    "404.html",
    "om/",
    "om/tillganglighet/",
    "exempelby/om/",
    "exempelby/tillganglighet/",
    "nora/tillganglighet/",
    "tema/",
    "tema/klimat/",
    "globala-mal/",
    "globala-mal/4/",
    "exempelby/",
    "nora/",
    "norberg/vision/",
    "exempelby/vision/vision-2035/",
    "sandviken/vision/visionen/",
    "exempelby/malkedja/",
    "nora/malkedja/",
    "exempelby/niva/",
    "exempelby/niva/mal/",
    "nora/niva/handlingsplan/",
    "exempelby/mal/omr-klimat/",
    "exempelby/mal/akt-smorja/",
    "nora/mal/barns-kunskapsutveckling/",
    "exempelby/organisation/",
    "exempelby/organisation/bun/",
    "exempelby/indikatorer/",
    "exempelby/indikatorer/ind-lasning/",
    "exempelby/styrmodell/",
    "sandviken/aktuellt/",
    "sandviken/aktuellt/strategiska-omraden-faststallda/",
    "exempelby/kallor/",
    "exempelby/sa-styrs-exempelby/",
    "exempelby/radhusklockan/",
]

KOMMUNER = ["exempelby", "nora", "norberg", "sandviken", "smedjebacken", "tema", "globala-mal"]

# What Tab has reached: whether it is in sight and how its ring is drawn; nothing beyond the last.
REACHED = """() => {
    const one = document.activeElement;
    if (one === document.body) return null;
    const box = one.getBoundingClientRect(), style = getComputedStyle(one);
    const x = (box.left + box.right) / 2, y = (box.top + Math.min(box.bottom, innerHeight)) / 2;
    return {
        name: one.outerHTML.slice(0, 120),
        seen: box.width > 0 && box.height > 0 && x >= 0 && x <= innerWidth && y >= 0 && y <= innerHeight,
        tall: Math.round(box.height),
        ring: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    };
}"""


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_faultless_in_light_and_dark_on_phone_and_desk_and_never_scrolls_sideways(
    path, chromium: Browser, site_address
):
    with looked_at(chromium, site_address + path) as (page, _):
        assert faults_in_every_view(page) == []
        assert too_wide(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_without_scripts_is_faultless_and_has_its_menu_and_all_its_words(
    path, chromium: Browser, site_address
):
    with looked_at(chromium, site_address + path, PHONE) as (page, watched):
        words = page.inner_text("main")
        assert watched.errors == []
        assert [url for url in watched.requests if not url.startswith(site_address)] == []
        assert page.context.cookies() == []
        assert page.evaluate("() => localStorage.length + sessionStorage.length") == 0
    with looked_at(chromium, site_address + path, PHONE, scripts=False) as (page, _):
        assert axe_faults(page) == []
        assert page.inner_text("main") == words
        assert path == "404.html" or page.is_visible("nav.kv-menu a")
        assert not page.is_visible(".kv-menu-button")
        assert not page.is_visible(".kv-appearance")


@pytest.mark.full
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("slug", KOMMUNER)
def test_every_page_is_faultless_and_never_scrolls_sideways(
    slug, chromium: Browser, site_address, built_site: Path
):
    found = {}
    # An old address leads away by itself; the test below looks at that.
    paths = [
        path
        for path in sorted((built_site / slug).rglob("index.html"))
        if 'http-equiv="refresh"' not in path.read_text("utf-8")
    ]
    assert paths
    with looked_at(chromium, site_address) as (page, _):
        for path in paths:
            name = path.relative_to(built_site).parent.as_posix()
            page.set_viewport_size({"width": DESK[0], "height": DESK[1]})
            page.goto(f"{site_address}{name}/", wait_until="load")
            if faults := [*faults_in_every_view(page), *too_wide(page)]:
                found[name] = faults
    assert found == {}


def test_an_old_address_leads_to_the_new_one_with_and_without_scripts(
    chromium: Browser, site_address
):
    for scripts in (True, False):
        old = f"{site_address}exempelby/vision/visionen/"
        with looked_at(chromium, old, scripts=scripts) as (page, watched):
            page.wait_for_url(f"{site_address}exempelby/vision/vision-2035/")
            assert page.locator("h1").count() == 1
            assert watched.errors == [] or not scripts


def test_the_menu_opens_with_enter_and_closes_with_escape_which_brings_the_focus_back(
    chromium: Browser, site_address
):
    with looked_at(chromium, f"{site_address}exempelby/", PHONE) as (page, _):
        button = page.get_by_role("button", name="Meny")
        assert button.get_attribute("aria-expanded") == "false"
        assert not page.is_visible("#kv-menu")
        button.focus()
        page.keyboard.press("Enter")
        assert button.get_attribute("aria-expanded") == "true"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('#kv-menu') !== null")
        page.keyboard.press("Escape")
        assert button.get_attribute("aria-expanded") == "false"
        assert not page.is_visible("#kv-menu")
        assert page.evaluate("document.activeElement.className") == "kv-menu-button"


def test_the_first_tab_shows_a_link_that_skips_to_the_content(chromium: Browser, site_address):
    with looked_at(chromium, f"{site_address}exempelby/mal/omr-klimat/") as (page, _):
        page.keyboard.press("Tab")
        assert page.inner_text(":focus") == "Hoppa till innehållet"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "innehall"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize(
    "path", ["", "exempelby/", "nora/malkedja/", "exempelby/styrmodell/", "exempelby/kallor/"]
)
def test_tab_walks_through_the_page_in_sight_with_a_ring(
    path, size, chromium: Browser, site_address
):
    with looked_at(chromium, site_address + path, size) as (page, _):
        walk = list(_walk(page))
    assert len(walk) > 8
    assert [step for step in walk if not step["seen"]] == []
    assert [step for step in walk if step["ring"] < 3] == []
    assert [step for step in walk if step["tall"] < 24 and "<input" not in step["name"]] == []


def _walk(page: Page):
    for _ in range(400):
        page.keyboard.press("Tab")
        if (step := page.evaluate(REACHED)) is None:
            return
        yield step
    pytest.fail("Tab never leaves the page")


def test_a_choice_of_appearance_is_kept_and_forgotten_again(chromium: Browser, site_address):
    with looked_at(chromium, site_address) as (page, _):
        page.get_by_label("Mörkt").check()
        page.goto(f"{site_address}nora/")
        assert page.evaluate("document.documentElement.dataset.theme") == "dark"
        assert page.get_by_label("Mörkt").is_checked()
        assert axe_faults(page) == []
        page.get_by_label("Automatiskt").check()
        assert page.evaluate("localStorage.length") == 0


def test_all_that_is_folded_is_printed_and_the_menu_is_not(chromium: Browser, site_address):
    with looked_at(chromium, f"{site_address}nora/malkedja/") as (page, _):
        page.emulate_media(media="print")
        folded = page.locator(".kv-chain details li").first
        assert folded.evaluate("(one) => one.getBoundingClientRect().height") > 0
        assert not page.is_visible("nav.kv-menu")
        assert not page.is_visible(".kv-appearance")


def test_forced_colours_leave_links_lines_and_the_place_in_the_menu_visible(
    chromium: Browser, site_address
):
    with looked_at(chromium, f"{site_address}exempelby/mal/omr-klimat/") as (page, _):
        page.emulate_media(forced_colors="active")
        here = page.locator("nav.kv-menu a[aria-current]").first
        other = page.locator("nav.kv-menu a:not([aria-current])").first
        edge = "(one) => getComputedStyle(one).borderInlineStartColor"
        assert here.evaluate(edge) != other.evaluate(edge)
        assert axe_faults(page) == []
