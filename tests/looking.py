"""Looks at a page in the browser as a tester does: axe, width, what it fetched and stored."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

PHONE, DESK = (320, 900), (1280, 900)

# 1280 pixels enlarged to 400 %, as WCAG 1.4.10 has it.
ENLARGED = (320, 256)

# The distances that a reader may ask for by WCAG 1.4.12.
TEXT_SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""

# The text of axe itself: putting it into a page takes as long as a run, so it is done once.
_AXE = Axe().axe_script
_RULES = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}

_WIDER = """() => {
    const room = document.documentElement.clientWidth;
    const wider = [...document.querySelectorAll("body *")].filter((one) =>
        one.getBoundingClientRect().right > room + 1 && !one.parentElement.closest(".table-scroll, pre"));
    return document.documentElement.scrollWidth > room
        ? [`the page is ${document.documentElement.scrollWidth} wide`,
            ...wider.slice(0, 5).map((one) => one.outerHTML.slice(0, 160))]
        : [];
}"""


@dataclass
class Watched:
    """What a page did while it was looked at."""

    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@contextmanager
def looked_at(
    browser: Browser, address: str, size: tuple[int, int] = DESK, *, scripts: bool = True
) -> Iterator[tuple[Page, Watched]]:
    """A page in a context of its own, with what it does written down."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce"
    )
    page = context.new_page()
    watched = Watched()
    page.on("request", lambda request: watched.requests.append(request.url))
    page.on("pageerror", lambda error: watched.errors.append(str(error)))
    page.on(
        "console", lambda said: watched.errors.append(said.text) if said.type == "error" else None
    )
    if not scripts:
        # axe itself is a script: only those of the page are left out.
        page.route("**/*.js", lambda route: route.abort())
    page.goto(address, wait_until="load")
    try:
        yield page, watched
    finally:
        context.close()


def axe_faults(page: Page) -> list[str]:
    """What axe holds against a page by WCAG 2.2 A and AA and by good practice."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_AXE)
    found = page.evaluate("async (rules) => (await axe.run(rules)).violations", _RULES)
    return [
        f"{rule['id']}: {node['html'][:160]} {node['failureSummary'][:300]}"
        for rule in found
        for node in rule["nodes"]
    ]


def faults_in_every_view(page: Page) -> list[str]:
    """The faults of a page, light and dark, on a phone and on a desk."""
    faults = []
    for colours in ("light", "dark"):
        page.emulate_media(color_scheme=colours, reduced_motion="reduce")
        for width, height in (DESK, PHONE):
            page.set_viewport_size({"width": width, "height": height})
            faults += [f"{colours} {width}: {fault}" for fault in axe_faults(page)]
    return faults


def too_wide(page: Page) -> list[str]:
    """What makes an enlarged page scroll sideways, with all details open and text spaced out."""
    page.set_viewport_size({"width": ENLARGED[0], "height": ENLARGED[1]})
    page.evaluate("() => document.querySelectorAll('details').forEach((one) => one.open = true)")
    found = list(page.evaluate(_WIDER))
    page.add_style_tag(content=TEXT_SPACING)
    return [*found, *page.evaluate(_WIDER)]
