"""Photographs one built page of each kind, for the eye: ``make screenshots``."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser

from tests.browser import launched_chromium, served

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "site"
PICTURES = ROOT / "screenshots"
SHOWCASE = "exempelby"


@dataclass(frozen=True)
class View:
    """One way of looking at a page."""

    name: str
    width: int
    colours: Literal["light", "dark"]
    javascript: bool = True


VIEWS = (
    View("1280-light", 1280, "light"),
    View("1280-dark", 1280, "dark"),
    View("320-light", 320, "light"),
    View("320-dark", 320, "dark"),
    View("320-no-javascript", 320, "light", javascript=False),
)


def one_page_of_each_kind(site: Path) -> Iterator[str]:
    """The portal, each start page under it, and the first page of each folder of the showcase."""
    yield ""
    for start in sorted(site.glob("*/index.html")):
        yield f"{start.parent.name}/"
    for folder in sorted((site / SHOWCASE).iterdir()):
        pages = sorted(folder.glob("**/index.html"))
        if pages:
            yield f"{pages[0].parent.relative_to(site).as_posix()}/"


def photograph(browser: Browser, address: str, page_path: str, view: View) -> Path:
    """One picture of one whole page; fails when the page does not answer."""
    context = browser.new_context(
        viewport={"width": view.width, "height": 900},
        color_scheme=view.colours,
        java_script_enabled=view.javascript,
        reduced_motion="reduce",
    )
    page = context.new_page()
    response = page.goto(address + page_path, wait_until="load")
    if response is None or not response.ok:
        message = f"{page_path} does not answer"
        raise RuntimeError(message)
    picture = PICTURES / f"{page_path.strip('/').replace('/', '.') or 'index'}.{view.name}.png"
    page.screenshot(path=picture, full_page=True)
    context.close()
    return picture


def main() -> None:
    """Photograph the pages named as arguments (``exempelby/mal/``), or one of each kind."""
    page_paths = sys.argv[1:] or list(dict.fromkeys(one_page_of_each_kind(SITE)))
    PICTURES.mkdir(exist_ok=True)
    with served(SITE) as address, launched_chromium() as browser:
        for page_path in page_paths:
            for view in VIEWS:
                picture = photograph(browser, address, page_path, view)
                print(picture.relative_to(ROOT))


if __name__ == "__main__":
    main()
