"""Looks at a page in the browser as a tester does: axe, width, what it fetched and stored."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

PHONE, DESK = (320, 900), (1280, 900)

# 1280 pixels enlarged to 400 %, as WCAG 1.4.10 has it.
ENLARGED = (320, 256)

# The distances that a reader may ask for by WCAG 1.4.12, and text twice as large by 1.4.4.
SPACED = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
TWICE = "html { font-size: 225% !important; }"

# Axe comes from npm, where it is newest, beside the Nu checker that only npm has.
_AXE = Path(__file__).resolve().parent.parent / "node_modules" / "axe-core" / "axe.min.js"
_RULES = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}

# Outside what scrolls by itself nothing may be wider than the page, and no words may be cut off.
_LOST = """() => {
    const room = document.documentElement.clientWidth;
    const shown = (one) => one.outerHTML.slice(0, 160);
    const all = [...document.querySelectorAll("body, body *")].filter((one) =>
        !one.closest(".kv-skip") && !one.parentElement.closest(".table-scroll, pre, svg"));
    const wider = document.documentElement.scrollWidth > room
        ? [`the page is ${document.documentElement.scrollWidth} wide`,
            ...all.filter((one) => one.getBoundingClientRect().right > room + 1).slice(0, 5).map(shown)]
        : [];
    const cut = all.filter((one) => !one.matches(".table-scroll, pre")
        && ["hidden", "clip"].includes(getComputedStyle(one).overflowX)
        && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1));
    // A table whose rows stand by themselves, as on a phone, has no reason to be wider.
    const beside = [...document.querySelectorAll(".table-scroll")].filter((one) =>
        getComputedStyle(one.querySelector("table")).display === "block"
        && one.scrollWidth > one.clientWidth + 1);
    return [...wider, ...[...cut, ...beside].map((one) => `cut off: ${shown(one)}`)];
}"""

# The policy forbids style elements; a sheet made by a script is none.
_STYLE = """(css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
}"""

_FORBIDDEN = """addEventListener("securitypolicyviolation", (event) =>
    console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));"""


@dataclass(frozen=True)
class View:
    """One way in which a reader may look at a page."""

    name: str
    size: tuple[int, int] = DESK
    colours: Literal["light", "dark"] = "light"
    forced: Literal["active", "none"] = "none"
    style: str = ""
    # Of axe; all of them when none is named.
    rules: tuple[str, ...] = ()


VIEWS = (
    View("light"),
    View("dark", colours="dark"),
    View("light on a phone", PHONE),
    View("dark on a phone", PHONE, "dark"),
    View("forced colours", forced="active"),
    View("forced dark colours on a phone", PHONE, "dark", "active"),
    View("text twice as large", style=TWICE),
    View("text spaced out", style=SPACED),
    View("text spaced out on a phone", PHONE, style=SPACED),
)
# What a strain of colours alone, or of sizes alone, has a say in; all else is as in the view without it.
OF_COLOURS = ("color-contrast", "link-in-text-block")
OF_SIZES = ("target-size", "scrollable-region-focusable")
# Each kind of strain at its hardest; the others are lighter forms of these, and are walked in full.
_HARDEST = {
    "light": (),
    "dark on a phone": (),
    "forced dark colours on a phone": OF_COLOURS,
    "text twice as large": OF_SIZES,
    "text spaced out on a phone": OF_SIZES,
}
CHOSEN = tuple(replace(view, rules=_HARDEST[view.name]) for view in VIEWS if view.name in _HARDEST)
in_views = pytest.mark.parametrize(
    "views", [CHOSEN, pytest.param(VIEWS, marks=pytest.mark.full)], ids=len
)


@dataclass
class Watched:
    """What a page did while it was looked at."""

    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def opened(browser: Browser) -> Page:
    """A page in a context of its own."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.add_init_script(_FORBIDDEN)
    return page


@contextmanager
def looked_at(
    on: Browser | Page, address: str, size: tuple[int, int] = DESK, *, scripts: bool = True
) -> Iterator[tuple[Page, Watched]]:
    """A page with what it does written down: in a context of its own, or on the screen for many."""
    page = opened(on) if isinstance(on, Browser) else on
    watched = Watched()
    listeners = {
        "request": lambda request: watched.requests.append(request.url),
        "pageerror": lambda error: watched.errors.append(str(error)),
        "console": lambda said: watched.errors.append(said.text) if said.type == "error" else None,
    }
    for event, heard in listeners.items():
        page.on(event, heard)
    page.set_viewport_size({"width": size[0], "height": size[1]})
    if not scripts:
        # axe itself is a script: only those of the page are left out.
        page.route("**/*.js", lambda route: route.abort())
    try:
        page.goto(address, wait_until="load")
        yield page, watched
    finally:
        if page is on:
            for event, heard in listeners.items():
                page.remove_listener(event, heard)
            _wipe(page)
        else:
            page.context.close()


def _wipe(page: Page) -> None:
    """Leave nothing on the screen, and look at the next page in the first of the views."""
    page.unroute_all()
    page.goto("about:blank")
    page.emulate_media(
        media="null", color_scheme="light", forced_colors="none", reduced_motion="reduce"
    )


def axe_faults(page: Page, rules: tuple[str, ...] = ()) -> list[str]:
    """What axe holds against a page by WCAG 2.2 A and AA and by good practice, or by some rules alone."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_AXE.read_text("utf-8"))
    asked = {**_RULES, "runOnly": {"type": "rule", "values": rules}} if rules else _RULES
    found = page.evaluate("async (asked) => (await axe.run(asked)).violations", asked)
    return [
        f"{rule['id']}: {node['html'][:160]} {node['failureSummary'][:300]}"
        for rule in found
        for node in rule["nodes"]
    ]


def faults_in(page: Page, views: Iterable[View]) -> list[str]:
    """The faults of a page in each view: what axe finds, and what is lost."""
    faults = []
    for view in views:
        see(page, view)
        found = (*axe_faults(page, view.rules), *page.evaluate(_LOST))
        faults += [f"{view.name}: {fault}" for fault in found]
    see(page, VIEWS[0])
    return faults


def see(page: Page, view: View) -> None:
    """Look at a page in one of the ways."""
    page.set_viewport_size({"width": view.size[0], "height": view.size[1]})
    page.emulate_media(
        color_scheme=view.colours, forced_colors=view.forced, reduced_motion="reduce"
    )
    page.evaluate(_STYLE, view.style)


def too_wide(page: Page) -> list[str]:
    """What makes an enlarged page scroll sideways or lose words, with all details open and text spaced out."""
    page.evaluate("() => document.querySelectorAll('details').forEach((one) => one.open = true)")
    see(page, View("enlarged", ENLARGED))
    found = list(page.evaluate(_LOST))
    see(page, View("enlarged and spaced out", ENLARGED, style=SPACED))
    return [*found, *page.evaluate(_LOST)]
