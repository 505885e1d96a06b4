"""Every text and graphic of the built pages has its contrast, whatever colour a kommun chooses.

7:1 for text in the page's content, 4.5:1 for other text, 3:1 for what is drawn (WCAG 2.2 1.4.6,
1.4.3 and 1.4.11). The pages are built once; only the kommun's stylesheet is another for each colour.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from kommunvision.colour import GRAPHICS, contrast, nearest, stylesheet
from tests.looking import DESK, PHONE, looked_at

MEASURE = (Path(__file__).parent / "contrast.js").read_text("utf-8")

# What a reader must tell apart on these pages; a walk that does not meet them has seen too little.
PAGES = {
    "exempelby/": {"line of kv-header", "line of kv-quote", "shape in icon", "control", "text"},
    "exempelby/mal/omr-klimat/": {"line of kv-header", "text"},
    "exempelby/malkedja/": {"line of kv-status", "mark in ul", "text"},
    "exempelby/niva/": {"mark in kv-levels", "text"},
    "exempelby/sok/?q=skola": {"line of kv-button", "line of input", "text"},
    "exempelby/sa-styrs-exempelby/": {"mark in kv-timeline", "text"},
    "exempelby/mal/tmn-1/": {"shape in kv-diagram", "drawn text"},
}

YELLOW, PALE_PINK, CYAN = "#ffe600", "#ffd9e0", "#00ffff"
FEW = ("#ff0000", nearest(YELLOW), "#0a0a0a", "#0000ff", "#8a8a8a")
MANY = (
    *FEW,
    nearest(PALE_PINK),
    nearest(CYAN),
    nearest("#ffffff"),
    "#000000",
    "#002f6c",
    "#007a33",
    "#00843d",
    "#6a1b9a",
    "#c75b12",
    "#e4002b",
    "#b5179e",
    "#5c4033",
)

# As if the pointer were on everything, everything were pressed and every link had been followed.
ALL_AT_ONCE = """() => {
    for (const sheet of document.styleSheets) {
        const grow = (rules, owner) => {
            for (const rule of [...rules]) {
                if (rule.cssRules && !rule.selectorText) grow(rule.cssRules, rule);
                if (!/:(hover|active|visited)/.test(rule.selectorText ?? "")) continue;
                const text = rule.cssText.replaceAll(/:(hover|active|visited)/g, ":not(.none)");
                owner.insertRule(text, owner.cssRules.length);
            }
        };
        grow(sheet.cssRules, sheet);
    }
}"""

# Fetches the kommun's stylesheet anew, and waits for it.
REPAINT = """(turn) => new Promise((done) => {
    const link = document.querySelector('link[href*="profil."]:not([href*="assets/"])');
    link.addEventListener("load", done, { once: true });
    link.href = `${link.href.split("?")[0]}?${turn}`;
})"""

# Everything that is folded or shut in the narrow view is there to be measured.
UNFOLD = """() => {
    document.querySelectorAll("details").forEach((one) => one.open = true);
    document.querySelector(".kv-menu")?.classList.add("kv-open");
}"""

# What Tab has reached: its ring, the light around the ring, and what both are drawn on.
RING = """() => {
    const one = document.activeElement, style = getComputedStyle(one);
    let below = one.parentElement;
    while (getComputedStyle(below).backgroundColor === "rgba(0, 0, 0, 0)") below = below.parentElement;
    return {
        name: one.outerHTML.slice(0, 100),
        width: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
        colours: [style.outlineColor, style.boxShadow.match(/rgb\\([^)]*\\)/)?.[0] ?? "",
            getComputedStyle(below).backgroundColor],
    };
}"""


def as_hex(colour: str) -> str:
    """A colour as a browser tells it, ``rgb(31, 95, 91)``, as ``#1f5f5b``."""
    return "#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", colour)[:3])


def measure(page: Page, *, printed: bool = False) -> tuple[list[str], Counter[str]]:
    """The faults of a page as it is now, and how much was measured of each kind."""
    found: dict[str, Any] = page.evaluate(f"({MEASURE})({str(printed).lower()})")
    return found["faults"], Counter(found["measured"])


@contextmanager
def painted(screen: Page, address: str, path: str) -> Iterator[tuple[Page, Callable[[str], None]]]:
    """A page with all of it unfolded, and a function that gives its kommun another stylesheet."""
    now = {"css": "", "turn": 0}
    with looked_at(screen, address + path) as (page, _):
        page.route(
            "**/exempelby/profil.*css*",
            lambda route: route.fulfill(body=now["css"], content_type="text/css"),
        )
        if "?q=" in path:
            page.wait_for_selector(".kv-hits li")
        page.evaluate(UNFOLD)
        page.evaluate(ALL_AT_ONCE)

        def paint(css: str) -> None:
            now.update(css=css, turn=now["turn"] + 1)
            page.evaluate(REPAINT, now["turn"])

        yield page, paint


def assert_seen(
    screen: Page, address: str, path: str, colours: Iterable[str], *sizes: tuple[int, int]
) -> None:
    """Assert that a page has no fault in the colours, and that what is meant was looked at."""
    faults, measured = [], Counter[str]()
    with painted(screen, address, path) as (page, paint):
        for accent, size in product(colours, sizes):
            paint(stylesheet(accent))
            page.set_viewport_size({"width": size[0], "height": size[1]})
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
                found, seen = measure(page)
                faults += [f"{accent}, {scheme} {size[0]}: {fault}" for fault in found]
                measured += seen
    assert faults == []
    assert PAGES[path] - measured.keys() == set()


@pytest.mark.parametrize("path", PAGES)
def test_every_text_and_graphic_has_its_contrast_in_light_and_dark(
    path, screen: Page, site_address
):
    assert_seen(screen, site_address, path, FEW, DESK)


@pytest.mark.full
@pytest.mark.timeout(900)
@pytest.mark.parametrize("path", PAGES)
def test_the_same_holds_for_many_colours_on_desk_and_phone(path, screen: Page, site_address):
    assert_seen(screen, site_address, path, MANY, DESK, PHONE)


@pytest.mark.parametrize("path", ["", "tema/klimat/", "sok/", "404.html", "om/tillganglighet/"])
def test_pages_that_belong_to_no_kommun_have_their_contrast_too(path, screen: Page, site_address):
    with looked_at(screen, site_address + path) as (page, _):
        page.evaluate(UNFOLD)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            faults, measured = measure(page)
            assert faults == []
            assert measured["text"] > 10


def test_a_colour_that_is_too_pale_would_be_found_in_texts_lines_controls_and_drawings(
    screen: Page, site_address
):
    with painted(screen, site_address, "exempelby/mal/tmn-1/") as (page, paint):
        paint(f":root {{ --accent: {YELLOW}; --mark: {YELLOW}; }}")
        faults, _ = measure(page)
    found = {fault.partition(" <")[0] for fault in faults}
    assert {"text", "line of kv-header", "line of a", "control", "shape in kv-diagram"} <= found


def test_text_on_a_filled_part_and_a_pointed_at_link_are_measured_against_what_they_stand_on(
    screen: Page, site_address
):
    with painted(screen, site_address, "exempelby/sok/?q=skola") as (page, paint):
        paint(":root { --on-mark: #777; } a:hover { color: #999; }")
        page.evaluate(ALL_AT_ONCE)
        faults, _ = measure(page)
    assert any("kv-button" in fault for fault in faults)
    assert any('<a class="">' in fault for fault in faults)


@pytest.mark.parametrize("path", ["exempelby/malkedja/", "exempelby/mal/tmn-1/"])
def test_what_is_printed_is_dark_on_white_without_backgrounds(path, screen: Page, site_address):
    with painted(screen, site_address, path) as (page, paint):
        for accent in FEW:
            paint(stylesheet(accent))
            page.emulate_media(media="print", color_scheme="dark")
            faults, measured = measure(page, printed=True)
            assert faults == []
            assert measured["text"] > 20


def test_a_reader_who_chooses_dark_or_light_gets_the_same_tones_as_one_whose_system_does(
    chromium: Browser, site_address
):
    names = ["--accent", "--mark", "--on-mark", "--tint", "--paper", "--surface", "--ink"]
    tones = f"{names}.map((one) => getComputedStyle(document.body).getPropertyValue(one))"
    with looked_at(chromium, f"{site_address}exempelby/") as (page, _):
        found = {}
        for system in ("light", "dark"):
            page.emulate_media(color_scheme=system, reduced_motion="reduce")
            for choice in ("Automatiskt", "Ljust", "Mörkt"):
                page.get_by_label(choice).check()
                found[system, choice] = page.evaluate(tones)
    light, dark = found["light", "Automatiskt"], found["dark", "Automatiskt"]
    assert light != dark
    assert all(found[system, "Ljust"] == light for system in ("light", "dark"))
    assert all(found[system, "Mörkt"] == dark for system in ("light", "dark"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_ring_of_what_is_focused_is_seen_on_everything_it_is_drawn_on(
    scheme, screen: Page, site_address
):
    steps = 0
    with looked_at(screen, f"{site_address}exempelby/sok/?q=skola") as (page, _):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.wait_for_selector(".kv-hits li")
        for _ in range(30):
            page.keyboard.press("Tab")
            ring = page.evaluate(RING)
            inner, outer, below = map(as_hex, ring["colours"])
            assert ring["width"] >= 3, ring
            assert contrast(inner, outer) >= GRAPHICS, ring
            assert max(contrast(inner, below), contrast(outer, below)) >= GRAPHICS, ring
            steps += 1
    assert steps == 30
