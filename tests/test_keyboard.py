"""Every template with the keyboard alone: what Tab reaches, how it is called, how it is seen."""

import string
from pathlib import Path

import pytest
from playwright.sync_api import Browser, CDPSession, Page

from tests.looking import DESK, PHONE, VIEWS, axe_faults, looked_at, see
from tests.templates import DIFFERING, TEMPLATES, foremost

# Navigation and buttons are 44 pixels both ways, all else that can be reached 24.
LARGE, SMALL = 44, 24

# What Tab has reached: in sight, on top, how large, and how far its ring stands out; null beyond the last.
REACHED = """() => {
    const one = document.activeElement;
    if (one === document.body) return null;
    const style = getComputedStyle(one);
    // A link may be broken over lines; a box to tick is as large as its label.
    const boxes = [...one.getClientRects()].filter((box) => box.width && box.height);
    const box = boxes[0] || one.getBoundingClientRect();
    const target = one.matches("input[type=radio]") ? one.closest("label").getBoundingClientRect() : box;
    const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
    const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
    const top = document.elementFromPoint(x, y);
    // Light of a colour by WCAG, and the contrast of two.
    const light = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255)
        .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
        .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
    const contrast = (one, other) =>
        (Math.max(light(one), light(other)) + 0.05) / (Math.min(light(one), light(other)) + 0.05);
    // The ring lies on its own halo, which must reach beyond it, or else on what is behind.
    const reach = parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset);
    const [, halo, spread] = style.boxShadow.match(/^(rgb\\([^)]+\\)) 0px 0px 0px (\\d+)px$/) || [];
    const room = [];
    for (let above = one.parentElement; above !== document.body; above = above.parentElement) {
        if (getComputedStyle(above).overflowX !== "visible") {
            const edge = above.getBoundingClientRect();
            room.push(Math.min(box.left - edge.left, box.top - edge.top,
                edge.right - Math.min(box.right, edge.right), edge.bottom - box.bottom));
        }
    }
    return {
        shown: one.outerHTML.slice(0, 120),
        seen: box.width > 0 && box.height > 0 && x >= 0 && x <= innerWidth && y >= 0 && y <= innerHeight,
        covered: !(top && (one.contains(top) || top.contains(one))),
        width: Math.round(target.width),
        height: Math.round(target.height),
        large: one.matches("nav *, header *, button, summary, input, .kv-button, .kv-skip"),
        ring: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
        standsOut: halo && spread > reach ? contrast(style.outlineColor, halo) : 0,
        cut: one.matches(".table-scroll") ? false : room.some((edge) => edge < reach - 1),
    };
}"""

# Frames get their heights when what they show has come, whatever is pressed.
STATE = """() => {
    const shown = (one) => one.outerHTML.replace(/<iframe[^>]*>/g, "");
    return [location.href, scrollX, scrollY, shown(document.activeElement), shown(document.documentElement)];
}"""

# What axe misses while the menu is open: the content, which is out of reach by intention.
MISSED = ("landmark-one-main", "page-has-heading-one")

NAMELESS = {"", "generic", "none"}


# On a desk the order of the stops is that of a phone, with the menu before them.
ON_A_DESK = {"/", "kommun/", "kommun/mal/*/", "kommun/uppfoljning/*/"}
WALKS = [
    pytest.param(
        template,
        size,
        id=f"{template} on a {place}",
        marks=[] if template in chosen else pytest.mark.full,
    )
    for size, place, chosen in ((PHONE, "phone", DIFFERING), (DESK, "desk", ON_A_DESK))
    for template in TEMPLATES
]


@pytest.mark.parametrize(("template", "size"), WALKS)
def test_tab_walks_through_a_template_and_each_stop_has_name_role_size_and_ring(
    template, size, screen: Page, site_address, built_site: Path
):
    with looked_at(screen, site_address + foremost(built_site, template), size) as (page, _):
        walk = list(_walk(page))
        links = page.locator("a:visible:not([tabindex='-1'])").count()
    assert len(walk) >= links
    faults = {
        "nameless": [step for step in walk if not step["name"] or step["role"] in NAMELESS],
        "out of sight": [step for step in walk if not step["seen"]],
        "covered": [step for step in walk if step["covered"]],
        "small": [step for step in walk if min(step["width"], step["height"]) < _least(step)],
        "thin ring": [step for step in walk if step["ring"] < 3],
        "faint ring": [step for step in walk if step["standsOut"] < 3],
        "cut ring": [step for step in walk if step["cut"]],
    }
    assert {fault: steps for fault, steps in faults.items() if steps} == {}


def _least(step: dict[str, object]) -> int:
    return LARGE if step["large"] else SMALL


def _walk(page: Page):
    """Press Tab until the page is left, and say what each stop is for eyes and for a screen reader."""
    tree = page.context.new_cdp_session(page)
    tree.send("DOM.enable")
    for _ in range(900):
        page.keyboard.press("Tab")
        if (step := page.evaluate(REACHED)) is None:
            return
        if step["shown"].startswith("<iframe"):
            # What has the focus stands within, in a document of its own.
            continue
        yield {**step, **_heard(tree)}
    pytest.fail("Tab never leaves the page")


def _heard(tree: CDPSession) -> dict[str, str]:
    """Name and role of what has the focus, in the tree that a screen reader is given."""
    focused = tree.send("Runtime.evaluate", {"expression": "document.activeElement"})["result"]
    nodes = tree.send(
        "Accessibility.getPartialAXTree",
        {"objectId": focused["objectId"], "fetchRelatives": False},
    )["nodes"]
    return {key: nodes[0].get(key, {}).get("value", "") for key in ("name", "role")}


# One page with each of the site's scripts; the others have no more.
WITH_EACH_SCRIPT = {"/sok/", "kommun/mal/*/"}


@pytest.mark.parametrize(
    "template",
    [
        pytest.param(one, marks=[] if one in WITH_EACH_SCRIPT else pytest.mark.full)
        for one in TEMPLATES
    ],
)
def test_no_single_key_does_anything(template, screen: Page, site_address, built_site: Path):
    keys = string.ascii_letters + string.digits + string.punctuation
    with looked_at(screen, site_address + foremost(built_site, template)) as (page, watched):
        for place in ("main", "a"):
            page.locator(place).first.focus()
            before = page.evaluate(STATE)
            for key in keys:
                page.keyboard.press(key)
            assert page.evaluate(STATE) == before
        assert watched.errors == []


def test_the_ring_is_seen_on_screen_in_every_view(screen: Page, site_address):
    with looked_at(screen, f"{site_address}exempelby/mal/utb-2/") as (page, _):
        for view in VIEWS:
            see(page, view)
            for kind in (".kv-brand", ".kv-search-link", ".kv-chain a:visible", ".kv-about a"):
                one = page.locator(kind).first
                one.scroll_into_view_if_needed()
                box = one.bounding_box()
                around = {
                    "x": max(box["x"] - 8, 0),
                    "y": max(box["y"] - 8, 0),
                    "width": box["width"] + 16,
                    "height": box["height"] + 16,
                }
                page.evaluate("() => document.activeElement.blur()")
                without = page.screenshot(clip=around)
                page.keyboard.press("Shift")
                one.focus()
                assert page.screenshot(clip=around) != without, (view.name, kind)


def test_the_open_menu_keeps_the_rest_out_of_reach_and_escape_gives_the_focus_back(
    chromium: Browser, site_address
):
    with looked_at(chromium, f"{site_address}exempelby/", PHONE) as (page, _):
        button = page.get_by_role("button", name="Meny")
        assert button.get_attribute("aria-expanded") == "false"
        assert not page.is_visible("#kv-menu")
        button.focus()
        page.keyboard.press("Enter")
        assert button.get_attribute("aria-expanded") == "true"
        items = page.locator("#kv-menu a").count()
        stops = [step["shown"] for step in _walk(page)]
        assert len(stops) == items
        assert "main" not in _roles(page)
        page.locator("#kv-menu a").first.focus()
        page.keyboard.press("Escape")
        assert button.get_attribute("aria-expanded") == "false"
        assert not page.is_visible("#kv-menu")
        assert page.evaluate("document.activeElement.className") == "kv-menu-button"
        assert "main" in _roles(page)


def _roles(page: Page) -> set[str]:
    """The roles of all that a screen reader is given."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    return {node["role"]["value"] for node in nodes if not node["ignored"]}


def test_the_open_menu_is_faultless_and_closes_at_a_tap_beside_it(chromium: Browser, site_address):
    with looked_at(chromium, f"{site_address}exempelby/", PHONE) as (page, _):
        button = page.get_by_role("button", name="Meny")
        for view in VIEWS:
            if view.size == PHONE:
                see(page, view)
                button.click()
                assert [fault for fault in axe_faults(page) if not fault.startswith(MISSED)] == []
                box = page.locator("#kv-menu").bounding_box()
                page.mouse.click(160, box["y"] + box["height"] + 40)
                assert button.get_attribute("aria-expanded") == "false"
                assert page.url == f"{site_address}exempelby/"


def test_a_menu_left_open_on_a_phone_hinders_nothing_when_the_window_grows(
    chromium: Browser, site_address
):
    with looked_at(chromium, f"{site_address}exempelby/", PHONE) as (page, _):
        page.get_by_role("button", name="Meny").click()
        see(page, VIEWS[0])
        page.get_by_role("main").wait_for()
        assert page.locator("[inert]").count() == 0
        assert page.is_visible("#kv-menu")


def test_a_search_is_made_and_its_first_hit_opened_with_the_keyboard_alone(
    chromium: Browser, site_address
):
    with looked_at(chromium, f"{site_address}exempelby/") as (page, watched):
        for _ in range(3):
            page.keyboard.press("Tab")
        assert page.inner_text(":focus") == "Sök"
        page.keyboard.press("Enter")
        page.wait_for_url(f"{site_address}exempelby/sok/")
        while page.evaluate("document.activeElement.name") != "q":
            page.keyboard.press("Tab")
        page.keyboard.type("skola")
        page.keyboard.press("Enter")
        page.locator(".kv-hits a").first.wait_for()
        assert "skola" in page.get_by_role("status").inner_text()
        while not page.evaluate("document.activeElement.matches('.kv-hits a')"):
            page.keyboard.press("Tab")
        aim = page.evaluate("document.activeElement.href")
        page.keyboard.press("Enter")
        page.wait_for_url(aim)
        assert watched.errors == []


def test_the_first_tab_shows_a_link_that_skips_to_the_content(chromium: Browser, site_address):
    with looked_at(chromium, f"{site_address}exempelby/mal/omr-klimat/") as (page, _):
        page.keyboard.press("Tab")
        assert page.inner_text(":focus") == "Hoppa till innehållet"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "innehall"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")


GAPS = """() => [...document.querySelectorAll(".kv-breadcrumb li:not(:last-child)")].map((step) => {
    const words = document.createRange();
    words.selectNodeContents(step.firstElementChild);
    const gap = step.getBoundingClientRect().right - words.getBoundingClientRect().right;
    return [Math.round(gap), words.getBoundingClientRect().left - step.getBoundingClientRect().left];
})"""


def test_the_steps_to_a_page_stand_equally_far_apart_however_short_they_are(
    chromium: Browser, site_address
):
    with looked_at(chromium, f"{site_address}exempelby/mal/omr-klimat/") as (page, _):
        gaps = page.evaluate(GAPS)
    assert len(gaps) > 2
    assert len({gap for gap, _ in gaps}) == 1, gaps
    assert {left for _, left in gaps} == {0}
