"""A browser on a real nginx with all that it says: every page works, and frames are where they may be."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from kommunvision.server import Embedding, Rules, server_files
from tests.browser import served
from tests.helpers import write_files
from tests.looking import looked_at
from tests.server import running
from tests.templates import TEMPLATES, foremost

FRAME = '<!doctype html><title>V</title><iframe id=f src="{}" width=600 height=400></iframe>'
SHOWN = "exempelby/inbaddad/v1/mal/utb-2/"
FOR_SOME = "nora/inbaddad/v1/malkedja/"


@pytest.fixture(scope="module")
def website(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """Another website: its folder, and its address but for the host."""
    folder = tmp_path_factory.mktemp("website")
    with served(folder, {}) as address:
        yield folder, address.rpartition(":")[2]


@pytest.fixture(scope="module")
def address(complete_site: Path, website) -> Iterator[str]:
    """The site on nginx, where only localhost may show what is Nora's."""
    _, port = website
    allowed = f"http://localhost:{port.rstrip('/')}"
    rules = Rules(
        site_url="http://127.0.0.1/",
        kommuner=(Embedding("exempelby", ()), Embedding("nora", (allowed,))),
    )
    with tempfile.TemporaryDirectory(prefix="kommunvision-") as folder:
        home = Path(folder)
        made = {one.path: one.content for one in server_files(rules)}
        write_files(home, {path: text for path, text in made.items() if ".server" in path})
        with running.nginx(home, complete_site, home) as server:
            yield f"http://127.0.0.1:{server.plain_port}/"


def test_no_page_of_any_template_asks_for_what_its_policy_forbids(
    chromium: Browser, address, complete_site: Path
):
    found = {}
    with looked_at(chromium, address) as (page, watched):
        for template in TEMPLATES:
            url = foremost(complete_site, template)
            page.goto(f"{address}{url}", wait_until="load")
            # The browser says that the page for what is lost is an error, and it is.
            found[url] = [one for one in watched.errors if "404 (Not Found)" not in one]
            watched.errors.clear()
            assert page.evaluate("document.documentElement.classList.contains('js')")
            assert (
                page.evaluate("getComputedStyle(document.querySelector('main')).fontFamily")
                != "Times New Roman"
            )
    assert {url: errors for url, errors in found.items() if errors} == {}


def test_the_search_searches(chromium: Browser, address):
    with looked_at(chromium, f"{address}exempelby/sok/") as (page, watched):
        page.get_by_label("Vad letar du efter?").fill("gymnasieskola")
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_contain_text("”gymnasieskola”")
        expect(page.locator(".kv-hits > li").first).to_be_visible()
        assert watched.errors == []


def test_a_drawing_and_the_pages_data_for_search_engines_are_let_be(chromium: Browser, address):
    with looked_at(chromium, f"{address}exempelby/indikatorer/ind-trygghet/") as (page, watched):
        assert page.locator("figure svg:visible").count()
        assert page.locator('script[type="application/ld+json"]').count() > 0
        assert watched.errors == []
    with looked_at(chromium, f"{address}assets/karta.svg") as (page, watched):
        assert watched.errors == []


def test_the_page_on_embedding_shows_what_it_offers(chromium: Browser, address):
    for url in ("exempelby/badda-in/mal/utb-2/", "nora/badda-in/malkedja/"):
        with looked_at(chromium, f"{address}{url}") as (page, watched):
            page.locator("iframe").first.scroll_into_view_if_needed()
            frame = page.frame_locator("iframe").first
            expect(frame.locator("h2").first).to_be_visible()
            assert watched.errors == []


@pytest.mark.parametrize(
    ("shown_on", "let_in"),
    [
        (f"127.0.0.1 {SHOWN}", True),
        (f"127.0.0.1 {FOR_SOME}", False),
        (f"localhost {FOR_SOME}", True),
        ("localhost exempelby/mal/utb-2/", False),
    ],
)
def test_a_frame_on_another_website_shows_what_that_website_may_show(
    shown_on: str, let_in, chromium: Browser, website, address
):
    host, shown = shown_on.split()
    folder, port = website
    (folder / "index.html").write_text(FRAME.format(f"{address}{shown}"), encoding="utf-8")
    context = chromium.new_context()
    page = context.new_page()
    try:
        if let_in:
            page.goto(f"http://{host}:{port}")
            expect(page.frame_locator("#f").locator("main")).to_be_visible()
        else:
            # The browser shows a page of its own, and says why.
            with page.expect_console_message(lambda said: "frame-ancestors" in said.text):
                page.goto(f"http://{host}:{port}")
            assert page.frame_locator("#f").locator("main").count() == 0
    finally:
        context.close()


def test_a_script_elsewhere_may_fetch_what_is_open_and_no_page(chromium: Browser, website, address):
    folder, port = website
    (folder / "index.html").write_text("<!doctype html><title>V</title>", encoding="utf-8")
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{port}")
    fetched = {}
    for url in ("exempelby/mal/utb-2.json", "exempelby/data/v1/mal.csv", f"{SHOWN}fragment.html", f"{SHOWN}oembed.json", "exempelby/"):  # fmt: skip
        fetched[url] = page.evaluate(
            "(url) => fetch(url).then((answer) => answer.status, () => null)", f"{address}{url}"
        )
    context.close()
    assert list(fetched.values()) == [200, 200, 200, 200, None]
