"""Embeds on other websites, in a real browser: right height, right links, and nothing else."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import html5lib
import pytest
from playwright.sync_api import Browser, Frame, Page

from tests.browser import served
from tests.looking import Watched, faults_in, in_views, looked_at
from tests.templates import is_embedded

ROOT = "https://kommunvision.example/"
GOAL = "exempelby/inbaddad/v1/mal/utb-2/"
# One of each kind, the largest of those that grow.
KINDS = [
    "vision/vision-2035/",
    "mal/utb-2/",
    "mal/mal-postlada/",
    "malkedja/",
    "malkedja/utb-2/",
    "niva/namndmal/",
    "indikatorer/ind-trygghet/",
    "indikatorer/ind-trygghet/diagram/",
    "indikatorer/ind-trygghet/tabell/",
    "uppfoljning/arsredovisning-2024/",
    "uppfoljning/arsredovisning-2024/forandringar/",
    "uppfoljning/arsredovisning-2024/lage/",
]
# An embed begins below the headings of the page around it.
OF_PAGES = ("page-has-heading-one",)
HEIGHT = "Math.ceil(document.documentElement.getBoundingClientRect().height)"
ROOM = "innerHeight"
# Milliseconds: long, since the machine that tests may have much else to do.
MOMENT, PAUSE = 10_000, 20


@dataclass
class Host:
    """A page of another website, with what it did."""

    page: Page
    watched: Watched

    @property
    def embed(self) -> Frame:
        """What stands in its first frame, which is ours."""
        frame = self.page.locator("iframe").first.element_handle().content_frame()
        frame.wait_for_url("**/inbaddad/v1/**", wait_until="load")
        return frame

    def wait_until_it_fits(self) -> None:
        """Wait a moment for the frame to be as high as what it shows."""
        wanted = self.embed.evaluate(HEIGHT)
        until(self.embed, f"innerHeight === {wanted}")


def until(frame: Frame, condition: str) -> None:
    """Wait a moment for a condition in a frame of ours, whose policy lets no text be run there."""
    for _ in range(MOMENT // PAUSE):
        if frame.evaluate(condition):
            return
        frame.wait_for_timeout(PAUSE)
    pytest.fail(f"{condition} never came to be")


@contextmanager
def hosted(  # noqa: PLR0913 - a website may differ in so many ways
    browser: Browser,
    folder: Path,
    body: str,
    *,
    policy: str = "",
    scripts: bool = True,
    files: dict[str, str] | None = None,
    width: int = 700,
) -> Iterator[Host]:
    """A page on a server of its own, which is another origin than the site's."""
    for name, content in (files or {}).items():
        (folder / name).write_text(content, encoding="utf-8")
    (folder / "index.html").write_text(
        f"<!doctype html><html lang=sv><meta charset=utf-8>"
        f"<link rel=icon href=data:,><title>Kommunens sida</title><h1>Rubrik</h1>"
        f"<p><a id=fore href=#>Före</a></p>\n{body}\n<p><a id=efter href=#>Efter</a></p>",
        encoding="utf-8",
    )
    headers = {"Content-Security-Policy": policy} if policy else {}
    with served(folder, headers) as address:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=scripts
        )
        page = context.new_page()
        watched = Watched()
        page.on("request", lambda request: watched.requests.append(request.url))
        page.on("pageerror", lambda error: watched.errors.append(str(error)))
        page.on(
            "console", lambda said: watched.errors.append(said.text) if said.type == "error" else 0
        )
        page.goto(address, wait_until="load")
        try:
            yield Host(page, watched)
        finally:
            context.close()


def code_from(site: Path, address: str, way: str, at: str) -> str:
    """The code that the page on embedding offers, for the site at another address."""
    tree = html5lib.parse(
        (site / address / "index.html").read_text("utf-8"), namespaceHTMLElements=False
    )
    for label in tree.iter("label"):
        (words,) = (one.text for one in label.iter("span"))
        if words.startswith(f"{way}: kod"):
            return next(label.iter("textarea")).text.replace(ROOT, at)
    raise LookupError(way)


CODE = "exempelby/badda-in/mal/utb-2/"


def test_the_frame_with_a_script_gets_the_height_of_its_content_and_keeps_it(
    chromium: Browser, built_site, site_address, tmp_path
):
    code = code_from(built_site, CODE, "Ram med rätt höjd", site_address)
    with hosted(chromium, tmp_path, code) as host:
        host.wait_until_it_fits()
        wide = host.page.locator("iframe").bounding_box()["height"]
        host.page.set_viewport_size({"width": 320, "height": 900})
        until(host.embed, f"innerHeight > {wide}")
        host.wait_until_it_fits()
        assert host.watched.errors == []
        own = (host.page.url, site_address)
        assert [one for one in host.watched.requests if not one.startswith(own)] == []
        assert host.page.context.cookies() == []


def test_a_button_copies_the_code_and_says_so_and_is_not_there_without_scripts(
    chromium: Browser, site_address
):
    with looked_at(chromium, f"{site_address}{CODE}") as (page, watched):
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        button = page.get_by_role("button", name="Kopiera koden: Ren HTML, Mål 1.2")
        button.click()
        page.get_by_text("Koden är kopierad.").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.endswith("/exempelby/inbaddad/v1/mal/utb-2/fragment.html")
        # Where the browser refuses, the code is marked and the reader told what to do.
        page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
        button.click()
        page.get_by_text("Koden är markerad.").wait_for()
        assert page.evaluate("getSelection().toString()") == copied
        assert watched.errors == []
    with looked_at(chromium, f"{site_address}{CODE}", scripts=False) as (page, _):
        assert page.get_by_role("button", name="Kopiera koden").count() == 0


def test_levels_of_one_name_are_told_apart_where_one_chooses_what_to_embed(built_site):
    page = (built_site / "exempelby/badda-in/index.html").read_text("utf-8")
    names = re.findall(r"<a [^>]*>([^<]*)</a>", page[page.index("<main") : page.index("</main")])
    assert "Visioner – Så styr vi Exempelby" in names
    assert "Visioner" not in names[names.index("Visioner – Så styr vi Exempelby") :]


def test_a_website_with_a_strict_policy_need_only_allow_frames_and_scripts_from_the_site(
    chromium: Browser, built_site, site_address, tmp_path
):
    code = code_from(built_site, CODE, "Ram med rätt höjd", site_address)
    policy = f"default-src 'self'; frame-src {site_address}; script-src {site_address}"
    with hosted(chromium, tmp_path, code, policy=policy) as host:
        host.wait_until_it_fits()
        # The frame's edge is all that such a policy takes away; and our host's own icon.
        assert all("style" in one or "data:," in one for one in host.watched.errors)


def test_a_frame_without_scripts_has_room_for_all_and_can_be_read(
    chromium: Browser, built_site, site_address, tmp_path
):
    code = code_from(built_site, CODE, "Ram med fast höjd", site_address)
    with hosted(chromium, tmp_path, code, scripts=False, width=320) as host:
        assert "Fler unga ska klara gymnasieskolan" in host.embed.locator("h2").inner_text()
        assert host.embed.evaluate(HEIGHT) <= host.embed.evaluate(ROOM)
        assert host.embed.title() == host.page.get_attribute("iframe", "title")


@pytest.mark.parametrize("every", [24, pytest.param(1, marks=pytest.mark.full)])
def test_a_frame_is_high_enough_for_an_embed_on_a_phone_and_nothing_is_wider_than_280_pixels(
    every, chromium: Browser, built_site, site_address
):
    found = {}
    with looked_at(chromium, site_address, (320, 600), scripts=False) as (page, _):
        for file in sorted(built_site.rglob("oembed.json"))[::every]:
            address = file.parent.relative_to(built_site).as_posix()
            page.set_viewport_size({"width": 320, "height": 600})
            page.goto(f"{site_address}{address}/", wait_until="load")
            needed, room = page.evaluate(HEIGHT), json.loads(file.read_text("utf-8"))["height"]
            page.set_viewport_size({"width": 280, "height": 600})
            width = page.evaluate("document.documentElement.scrollWidth")
            if needed > room or width > 280 or room > 2 * needed:
                found[address] = (needed, room, width)
    assert found == {}


def test_a_link_leads_the_whole_page_on_and_the_keyboard_passes_through(
    chromium: Browser, built_site, site_address, tmp_path
):
    code = code_from(built_site, CODE, "Ram med rätt höjd", site_address)
    with hosted(chromium, tmp_path, code) as host:
        host.wait_until_it_fits()
        host.page.focus("#fore")
        links = host.embed.locator("a").count()
        for _ in range(links):
            host.page.keyboard.press("Tab")
        assert host.page.evaluate("document.activeElement.localName") == "iframe"
        assert host.embed.evaluate("document.activeElement.textContent").startswith("Läs mer")
        # The link below the frame comes after it, and then the rest of the page.
        host.page.keyboard.press("Tab")
        host.page.keyboard.press("Tab")
        assert host.page.evaluate("document.activeElement.id") == "efter"
        host.embed.locator("h2 a").click()
        host.page.wait_for_url(f"{site_address}exempelby/mal/utb-2/")


@pytest.mark.parametrize("width", [320, 900])
def test_a_table_that_ends_an_embed_has_one_line_below_it(screen: Page, site_address, width):
    address = f"{site_address}exempelby/inbaddad/v1/uppfoljning/arsredovisning-2024/lage/"
    with looked_at(screen, address) as (page, _):
        page.set_viewport_size({"width": width, "height": 900})
        widths = page.evaluate(
            """() => [...document.querySelectorAll("table")].map(table =>
              [...table.querySelectorAll("tbody tr:last-child, tbody tr:last-child > *")].map(one =>
                parseFloat(getComputedStyle(one).borderBlockEndWidth)).reduce((a, b) => a + b))"""
        )
    *above, last = widths
    assert last == 0
    assert all(above)


def test_a_link_to_a_note_stays_in_its_frame(chromium: Browser, site_address, tmp_path):
    address = f"{site_address}exempelby/inbaddad/v1/indikatorer/ind-trygghet/tabell/"
    with hosted(chromium, tmp_path, f'<iframe src="{address}" title="T"></iframe>') as host:
        before = host.page.url
        host.embed.locator("a.kv-ref").first.click()
        until(host.embed, "location.hash.startsWith('#varden-not')")
        assert host.page.url == before


def test_the_loader_hears_nobody_but_the_frames_of_its_own_site(
    chromium: Browser, site_address, tmp_path
):
    lie = '<script>parent.postMessage({type: "iframe-resized", height: 5000}, "*")</script>'
    body = (
        f'<iframe id=ours src="{site_address}{GOAL}" title="Vår"></iframe>'
        '<iframe id=theirs src="annan.html" title="Annan" height="100"></iframe>'
        f'<script src="{site_address}assets/inbaddning-v1.js"></script>'
    )
    with hosted(chromium, tmp_path, body, files={"annan.html": lie}) as host:
        host.wait_until_it_fits()
        host.page.evaluate('postMessage({type: "iframe-resized", height: 4000}, "*")')
        host.page.wait_for_timeout(200)
        assert host.page.locator("#theirs").bounding_box()["height"] < 200
        assert host.page.locator("#ours").bounding_box()["height"] < 3000


# What WordPress' own script does on the page, by its published source: the secret, the bounds of
# the height, and that only links to the frame's own server are followed.
WORDPRESS = """
addEventListener("message", ({ source, data }) => {
  if (!data.secret || /[^a-zA-Z0-9]/.test(data.secret)) return;
  for (const frame of document.querySelectorAll(`iframe[data-secret="${data.secret}"]`)) {
    if (source !== frame.contentWindow) continue;
    frame.removeAttribute("style");
    if (data.message === "height") {
      frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));
    } else if (data.message === "link") {
      const to = new URL(data.value);
      const same = to.host === new URL(frame.getAttribute("src")).host;
      if (same && document.activeElement === frame) top.location.href = data.value;
    }
  }
});
addEventListener("DOMContentLoaded", () => {
  for (const frame of document.querySelectorAll("iframe.wp-embedded-content")) {
    frame.contentWindow.postMessage({ message: "ready", secret: frame.dataset.secret }, "*");
  }
});
"""


def as_wordpress_has_it(site: Path, page: str, at: str) -> str:
    """The HTML that WordPress makes of the answer that a page's head leads to."""
    head = (site / page / "index.html").read_text("utf-8")
    (answer,) = re.findall(r'type="application/json\+oembed" href="([^"]+)"', head)
    told = json.loads((site / answer.removeprefix(ROOT)).read_text("utf-8"))
    framed = told["html"].replace(ROOT, at)
    source = re.findall('src="([^"]+)"', framed)[0]
    own = 'class="wp-embedded-content" sandbox="allow-scripts" data-secret="abc1"'
    framed = framed.replace(source, f"{source}#?secret=abc1").replace("<iframe", f"<iframe {own}")
    return f'{framed}<script src="wp.js"></script>'


@pytest.mark.parametrize("old", [False, True])
def test_wordpress_gets_the_height_and_the_links_of_what_a_page_offers(
    old, chromium: Browser, built_site, site_address, tmp_path
):
    body = as_wordpress_has_it(built_site, "exempelby/indikatorer/ind-trygghet", site_address)
    if old:
        body = body.replace("indikatorer/ind-trygghet/#", "indikatorer/ind-trygghet/?rubrik=3#")
    with hosted(chromium, tmp_path, body, files={"wp.js": WORDPRESS}) as host:
        host.wait_until_it_fits()
        assert host.embed.evaluate("origin") == "null"
        assert host.embed.locator("h3" if old else "h2").count() == 1
        host.embed.locator("footer a").last.click()
        host.page.wait_for_url(f"{site_address}exempelby/indikatorer/ind-trygghet/")


def test_the_loader_serves_a_frame_in_a_sandbox(chromium: Browser, site_address, tmp_path):
    body = (
        f'<iframe sandbox="allow-scripts" src="{site_address}{GOAL}" title="Vår"></iframe>'
        f'<script src="{site_address}assets/inbaddning-v1.js"></script>'
    )
    with hosted(chromium, tmp_path, body) as host:
        host.wait_until_it_fits()
        assert host.watched.errors == []


def test_who_asks_as_open_iframe_resizer_does_is_answered(
    chromium: Browser, site_address, tmp_path
):
    asks = """
    window.told = [];
    addEventListener("message", ({ data }) => window.told.push(data));
    window.ask = (type) => {
      window.told = [];
      document.querySelector("iframe").contentWindow.postMessage({ type }, "*");
    };
    """
    body = f'<iframe src="{site_address}{GOAL}" title="Vår" width="600"></iframe><script src="o.js"></script>'
    with hosted(chromium, tmp_path, body, files={"o.js": asks}) as host:
        height = host.embed.evaluate(HEIGHT)
        for question in ("iframe-child-init", "iframe-get-child-dimensions"):
            # What it says of itself when it is laid out may come before the answer, and is the same.
            host.page.evaluate("ask", question)
            host.page.wait_for_function("told.length > 0")
            assert host.page.evaluate("told.at(-1)") == {
                "type": "iframe-resized",
                "width": 600,
                "height": height,
            }


@in_views
@pytest.mark.parametrize("kind", KINDS)
def test_an_embed_is_faultless_in_every_view_and_asks_nobody_else(
    kind, views, screen: Page, site_address
):
    address = f"{site_address}exempelby/inbaddad/v1/{kind}"
    with looked_at(screen, address) as (page, watched):
        faults = [
            one for one in faults_in(page, views) if not any(rule in one for rule in OF_PAGES)
        ]
        assert faults == []
        assert watched.errors == []
        assert len(watched.requests) <= 5
        assert [one for one in watched.requests if not one.startswith(site_address)] == []


def test_every_embed_is_well_formed_and_its_links_lead_somewhere(built_site):
    files = [file for file in built_site.rglob("*.html") if is_embedded(file)]
    assert len(files) > 1000
    for file in files:
        text = file.read_text("utf-8")
        whole = text if file.name == "index.html" else f"<!doctype html><title>T</title>{text}"
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        tree = parser.parse(whole)
        assert [code for _, code, _ in parser.errors] == [], file
        ids = [one.get("id") for one in tree.iter() if one.get("id")]
        assert len(ids) == len(set(ids)), file
        for link in (one.get("href") for one in tree.iter("a")):
            path, _, fragment = link.partition("#")
            if not path:
                assert fragment in ids, (file, link)
            elif path.startswith(ROOT):
                assert _leads(built_site / path.removeprefix(ROOT)), (file, link)
            elif "://" not in path and not path.startswith("mailto:"):
                assert _leads(file.parent / path), (file, link)


def _leads(target: Path) -> bool:
    """Tell whether a page or a file stands at an address."""
    return target.resolve().is_file() or (target / "index.html").resolve().is_file()


def test_every_address_in_the_ledger_that_could_be_embedded_still_can(built_site, repository):
    ledger = (repository / "data/adresser.yml").read_text("utf-8")
    published = re.findall(
        r"^- ([a-z-]+)/((?:vision|mal|niva|indikatorer|uppfoljning)/[a-z0-9-]+/)$",
        ledger,
        re.MULTILINE,
    )
    assert len(published) > 150
    for kommun, rest in published:
        parts = {
            "indikatorer": ["", "diagram/", "tabell/"],
            "uppfoljning": ["", "forandringar/", "lage/"],
        }.get(rest.partition("/")[0], [""])
        for part in parts:
            file = built_site / kommun / "inbaddad/v1" / rest / part / "index.html"
            assert "<main>" in file.read_text("utf-8"), file
