"""What pages fetch, store and weigh: little, from the site itself, and nothing before a choice."""

import gzip
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import html
from playwright.sync_api import Browser, Page

from tests.looking import PHONE, looked_at, opened
from tests.templates import DIFFERING_FIRST, TEMPLATES, foremost, one_of_each, pages_by_template

KILOBYTES, REQUESTS = 20, 6

# What a browser fetches by itself when a page is opened.
FETCHED = (
    "//link[contains(' stylesheet icon preload modulepreload manifest ', concat(' ', @rel, ' '))]/@href"
    " | //script/@src | //img/@src | //img/@srcset | //source/@srcset | //iframe/@src | //object/@data"
    " | //embed/@src | //video/@src | //audio/@src | //video/@poster | //use/@href"
)
STORED = """async () => [localStorage.length, sessionStorage.length,
    (await indexedDB.databases()).length, (await caches.keys()).length]"""
PICTURE = re.compile(r"\.(?:svg|png|jpe?g|webp|avif|gif)$")


def _pages(site: Path) -> list[Path]:
    return [
        site / (address if address.endswith(".html") else f"{address}index.html")
        for kommuner in pages_by_template(site).values()
        for pages in kommuner.values()
        for address in pages
    ]


@cache
def _tree(page: Path) -> html.HtmlElement:
    return html.document_fromstring(page.read_text("utf-8"))


@cache
def _weight(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 6))


def test_no_page_has_anything_inline_that_the_policy_forbids(built_site: Path):
    for page in sorted(built_site.rglob("*.html")):
        tree = _tree(page)
        assert tree.xpath("//script[not(@src or @type='application/ld+json')] | //style") == [], (
            page
        )
        assert tree.xpath("//@*[name() = 'style' or starts-with(name(), 'on')]") == [], page
        assert tree.xpath("//@*[starts-with(., 'javascript:') or starts-with(., 'data:')]") == [], (
            page
        )


def test_no_page_no_stylesheet_and_no_script_fetches_anything_from_elsewhere(built_site: Path):
    here = "https://here.example/"
    for page in sorted(built_site.rglob("*.html")):
        base = urljoin(here, page.relative_to(built_site).as_posix())
        for address in _tree(page).xpath(FETCHED):
            found = urlsplit(urljoin(base, address))
            assert found.netloc == "here.example", (page, address)
            file = f"{found.path.lstrip('/')}{'index.html' * found.path.endswith('/')}"
            assert (built_site / file).is_file(), (page, address)
    for sheet in built_site.rglob("*.css"):
        assert re.findall(r"@import|url\((?!#)", sheet.read_text("utf-8")) == [], sheet
    for script in built_site.rglob("*.js"):
        assert (
            re.findall(r"https?:|cookie|sendBeacon|indexedDB", script.read_text("utf-8")) == []
        ), script


@pytest.fixture(scope="module")
def reader(chromium: Browser) -> Iterator[Page]:
    """The page of a reader who has seen other templates before, and should have kept nothing."""
    page = opened(chromium)
    yield page
    page.context.close()


@pytest.mark.parametrize("template", DIFFERING_FIRST)
def test_a_template_asks_the_site_alone_and_stores_nothing(
    template, reader: Page, site_address, built_site: Path
):
    _assert_quiet(reader, site_address, [foremost(built_site, template)])


@pytest.mark.full
@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_is_as_quiet_in_every_kommun(
    template, reader: Page, site_address, built_site: Path
):
    _assert_quiet(reader, site_address, one_of_each(built_site, template).values())


def _assert_quiet(reader: Page, site_address: str, addresses: Iterable[str]) -> None:
    """Press and scroll all there is, and assert that nobody else is asked and nothing stored."""
    with looked_at(reader, site_address, PHONE) as (page, watched):
        for address in addresses:
            page.goto(site_address + address, wait_until="load")
            for button in page.locator("button:visible").all():
                button.click()
                page.keyboard.press("Escape")
            page.mouse.wheel(0, 5000)
        assert [one for one in watched.requests if not one.startswith(site_address)] == []
        assert page.context.cookies() == []
        assert page.evaluate(STORED) == [0, 0, 0, 0]
        assert watched.errors == []


def test_every_page_weighs_at_most_20_kilobytes_in_at_most_6_requests_without_pictures(
    built_site: Path,
):
    found = {}
    for page in _pages(built_site):
        tree = _tree(page)
        files = [
            (page.parent / address).resolve()
            if not address.startswith("/")
            else built_site / address[1:]
            for address in (found.partition("#")[0] for found in tree.xpath(FETCHED))
            if not PICTURE.search(address)
        ]
        # A page on embedding shows embeds, each of which is fetched when it is scrolled to.
        if page.parent.name != "sok" and "badda-in" not in page.parts:
            weight = _weight(page) + sum(_weight(file) for file in set(files))
            if weight > KILOBYTES * 1000 or len(set(files)) + 1 > REQUESTS:
                found[str(page)] = (weight, len(set(files)) + 1)
    assert found == {}
