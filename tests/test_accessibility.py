"""Every template in a real browser: readable and whole, however it is looked at; in full, every page."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.looking import (
    CHOSEN,
    PHONE,
    VIEWS,
    axe_faults,
    faults_in,
    looked_at,
    too_wide,
)
from tests.templates import DIFFERING_FIRST, TEMPLATES, foremost, largest, pages_by_template

# Those that differ the most where scripts are refused; the others are walked in full.
WITH_MOST_SCRIPTS = {"/", "kommun/", "kommun/sok/", "kommun/badda-in/*/", "kommun/indikatorer/*/"}
KOMMUNER = ["/", "exempelby", "nora", "norberg", "sandviken", "smedjebacken"]

# Words of an element that stand on more than one line.
_BROKEN = """(one) => {
    const text = one.firstChild;
    const words = [...text.data.matchAll(/[^\\s-]+/g)];
    return words.filter((word) => {
        const range = new Range();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        return range.getClientRects().length > 1;
    }).map((word) => word[0]);
}"""


def test_the_templates_and_kommuner_looked_at_are_all_there_are(built_site: Path):
    pages = pages_by_template(built_site)
    assert set(pages) == set(TEMPLATES)
    assert {kommun for found in pages.values() for kommun in found} == set(KOMMUNER)


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_is_faultless_in_the_hardest_views_and_loses_no_words_on_its_largest_page(
    template, screen: Page, site_address, built_site: Path
):
    found = {}
    thoroughly = foremost(built_site, template)
    with looked_at(screen, site_address) as (page, watched):
        for address in {thoroughly, largest(built_site, template)}:
            page.goto(site_address + address, wait_until="load")
            faults = faults_in(page, CHOSEN) if address == thoroughly else []
            if faults := [*faults, *too_wide(page), *watched.errors]:
                found[address] = faults
            watched.errors.clear()
    assert found == {}


@pytest.mark.parametrize("template", DIFFERING_FIRST)
def test_a_template_without_scripts_has_its_menu_and_all_its_words(
    template, screen: Page, site_address, built_site: Path
):
    path = foremost(built_site, template)
    with looked_at(screen, site_address + path, PHONE) as (page, _):
        words = _words(page)
    with looked_at(screen, site_address + path, PHONE, scripts=False) as (page, _):
        menu = page.is_visible("nav.kv-menu a")
        assert menu or path in {"404.html", "410.html"}
        for needs_scripts in (".kv-menu-button", ".kv-appearance", "form.kv-search", ".kv-copy"):
            assert not page.is_visible(needs_scripts)
        assert _words(page) == words


@pytest.mark.parametrize(
    "template",
    [
        pytest.param(one, marks=[] if one in WITH_MOST_SCRIPTS else pytest.mark.full)
        for one in TEMPLATES
    ],
)
def test_a_template_without_scripts_is_faultless(
    template, screen: Page, site_address, built_site: Path
):
    path = foremost(built_site, template)
    with looked_at(screen, site_address + path, PHONE, scripts=False) as (page, _):
        assert axe_faults(page) == []


def _words(page: Page) -> str:
    """What can be read on a page; the search and what copies, which are all script, left out."""
    page.evaluate(
        "() => document.querySelectorAll('.kv-search, .kv-results, .kv-copy')"
        ".forEach((one) => one.remove())"
    )
    return page.inner_text("main")


@pytest.mark.full
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("kommun", KOMMUNER)
def test_every_page_is_faultless_in_every_view(
    kommun, screen: Page, site_address, built_site: Path
):
    found = {}
    with looked_at(screen, site_address) as (page, watched):
        for pages in pages_by_template(built_site).values():
            for address in pages.get(kommun, ()):
                page.goto(site_address + address, wait_until="load")
                if faults := [*faults_in(page, VIEWS), *too_wide(page), *watched.errors]:
                    found[address] = faults
                watched.errors.clear()
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


def test_a_choice_of_appearance_is_kept_and_forgotten_again(chromium: Browser, site_address):
    with looked_at(chromium, site_address) as (page, _):
        page.get_by_label("Mörkt").check()
        page.goto(f"{site_address}nora/")
        assert page.evaluate("document.documentElement.dataset.theme") == "dark"
        assert page.get_by_label("Mörkt").is_checked()
        assert axe_faults(page) == []
        page.get_by_label("Automatiskt").check()
        assert page.evaluate("localStorage.length") == 0


def test_the_long_name_of_a_body_is_not_broken_in_its_heading_on_a_phone(
    screen: Page, site_address
):
    with looked_at(screen, f"{site_address}exempelby/organisation/bun/", PHONE) as (page, _):
        assert page.locator("h1").evaluate(_BROKEN) == []


def test_all_that_is_folded_is_printed_and_the_menu_is_not(screen: Page, site_address):
    with looked_at(screen, f"{site_address}nora/malkedja/") as (page, _):
        page.emulate_media(media="print")
        folded = page.locator(".kv-chain details li").first
        assert folded.evaluate("(one) => one.getBoundingClientRect().height") > 0
        assert not page.is_visible("nav.kv-menu")
        assert not page.is_visible(".kv-appearance")


def test_forced_colours_leave_links_lines_and_the_place_in_the_menu_visible(
    screen: Page, site_address
):
    with looked_at(screen, f"{site_address}exempelby/mal/omr-klimat/") as (page, _):
        page.emulate_media(forced_colors="active")
        here = page.locator("nav.kv-menu a[aria-current]").first
        other = page.locator("nav.kv-menu a:not([aria-current])").first
        edge = "(one) => getComputedStyle(one).borderInlineStartColor"
        assert here.evaluate(edge) != other.evaluate(edge)
        assert axe_faults(page) == []
