"""The browser that the other tests lean on shows what a folder holds."""

from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser import served
from tests.looking import CHOSEN, PHONE, SPACED, View, faults_in, looked_at, see


def test_the_browser_shows_a_served_page_and_runs_its_script(chromium: Browser, tmp_path: Path):
    (tmp_path / "index.html").write_text(
        "<!doctype html><html lang=sv><title>Prov</title><h1>Före</h1>"
        "<script>document.querySelector('h1').textContent = 'Efter'</script>",
        encoding="utf-8",
    )
    with served(tmp_path, {}) as address:
        page = chromium.new_page()
        page.goto(address)
        heading = page.text_content("h1")
        missing = page.goto(f"{address}finns-inte/")
        page.close()
    assert heading == "Efter"
    assert missing is not None
    assert missing.status == 404


def test_the_next_page_on_the_screen_knows_nothing_of_the_one_before(screen: Page, tmp_path: Path):
    (tmp_path / "index.html").write_text(
        "<!doctype html><html lang=sv><meta charset=utf-8><title>Prov</title>"
        "<link rel=icon href=data:,><h1>Före</h1><script src=a.js></script>",
        encoding="utf-8",
    )
    (tmp_path / "a.js").write_text(
        "document.querySelector('h1').textContent = 'Efter'; console.error('Hej');", "utf-8"
    )
    with served(tmp_path, {}) as address:
        with looked_at(screen, address, PHONE, scripts=False) as (page, before):
            see(page, View("all that can be asked for", PHONE, "dark", "active", SPACED))
            page.emulate_media(media="print")
            assert page.text_content("h1") == "Före"
        heard = list(before.errors)
        with looked_at(screen, address) as (page, after):
            assert page.text_content("h1") == "Efter"
            asked = ("print", "(forced-colors: active)", "(prefers-color-scheme: dark)")
            found = page.evaluate("(asked) => asked.map((one) => matchMedia(one).matches)", asked)
            assert found == [False, False, False]
            assert page.evaluate("[innerWidth, document.adoptedStyleSheets.length]") == [1280, 0]
    assert after.errors == ["Hej"]
    assert before.errors == heard


def test_each_of_the_chosen_views_finds_what_shows_in_it_alone(screen: Page, tmp_path: Path):
    (tmp_path / "index.html").write_text(
        """<!doctype html><html lang=sv><meta charset=utf-8><title>Prov</title><style>
        p { background: white; color: black; forced-color-adjust: none; }
        div { height: 60px; overflow: hidden; }
        a { display: inline-block; font-size: 2px; width: 10px; height: 10px; }
        a + a { margin-left: calc(30px - 1rem); }
        @media (prefers-color-scheme: dark) { #dark { color: #ccc; } }
        @media (forced-colors: active) { #forced { color: #ccc; } }
        </style><main><h1>Prov</h1><p id=dark>Mörkt</p><p id=forced>Påtvingat</p>
        <div>Ett ord<br>och ett till</div><a href=a>A</a><a href=b>B</a></main>""",
        encoding="utf-8",
    )
    with served(tmp_path, {}) as address, looked_at(screen, address) as (page, _):
        found = {view.name: "\n".join(faults_in(page, [view])) for view in CHOSEN}
    assert found["light"] == ""
    assert 'id="dark"' in found["dark on a phone"]
    assert "forced" not in found["dark on a phone"]
    assert 'color-contrast: <p id="forced"' in found["forced dark colours on a phone"]
    assert "target-size" in found["text twice as large"]
    assert "cut off: <div" in found["text twice as large"]
