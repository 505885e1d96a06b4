"""The browser that the other tests lean on shows what a folder holds."""

from pathlib import Path

from playwright.sync_api import Browser

from tests.browser import served


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
