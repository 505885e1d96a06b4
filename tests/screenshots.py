"""Photographs each template for the eye, ``make screenshots``, and the pictures of the README."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser

from tests.browser import launched_chromium, served
from tests.templates import TEMPLATES, foremost

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "site"
PICTURES = ROOT / "screenshots"
README_PICTURES = ROOT / "docs" / "bilder"


@dataclass(frozen=True)
class View:
    """One way of looking at a page."""

    name: str
    width: int
    colours: Literal["light", "dark"]
    javascript: bool = True
    # A picture as tall as this; nothing for the whole page.
    height: int | None = None


VIEWS = (
    *(
        View(f"{width}-{colours}", width, colours)
        for width in (1280, 768, 320)
        for colours in ("light", "dark")
    ),
    View("320-no-javascript", 320, "light", javascript=False),
)

README = {
    "portal": ("", View("desk", 1280, "light", height=1000)),
    "vision": ("exempelby/vision/vision-2035/", View("desk", 1280, "light", height=1000)),
    "mal": ("exempelby/mal/utb-2/", View("dark desk", 1280, "dark", height=1000)),
    "malkedja": ("exempelby/malkedja/", View("phone", 390, "light", height=1000)),
}


def photograph(browser: Browser, address: str, view: View, picture: Path) -> None:
    """One picture of one page; fails when the page does not answer."""
    context = browser.new_context(
        viewport={"width": view.width, "height": view.height or 900},
        color_scheme=view.colours,
        java_script_enabled=view.javascript,
        reduced_motion="reduce",
    )
    page = context.new_page()
    response = page.goto(address, wait_until="load")
    if response is None or not response.ok:
        message = f"{address} does not answer"
        raise RuntimeError(message)
    picture.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=picture, full_page=view.height is None)
    context.close()
    print(picture.relative_to(ROOT))


def main() -> None:
    """Photograph the pages named (``exempelby/mal/``), one per template, or with ``--readme`` its four."""
    arguments = sys.argv[1:]
    with served(SITE) as address, launched_chromium() as browser:
        if arguments == ["--readme"]:
            for name, (page, view) in README.items():
                photograph(browser, address + page, view, README_PICTURES / f"{name}.png")
            return
        for page in arguments or [foremost(SITE, template) for template in TEMPLATES]:
            name = page.strip("/").replace("/", ".") or "index"
            for view in VIEWS:
                photograph(browser, address + page, view, PICTURES / f"{name}.{view.name}.png")


if __name__ == "__main__":
    main()
