"""The search as a reader uses it: words in, pages out, by keyboard, by address, without scripts."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from kommunvision import driver
from kommunvision.swedish.search import stem_once, stems, words
from tests.looking import DESK, PHONE, axe_faults, faults_in, in_views, looked_at, too_wide
from tests.projects import FILES, project, snapshot

HITS = ".kv-hits > li"

ENDINGS = """
a ad ade ande andet aren arnas ast at dt else en erna et ets etets fullt het hetens ig iet igt itet
kt lig ligt löst möst nn ornas s st tt öst östs an ans
"""


def searched(page: Page, query: str) -> None:
    """Type a query, press Enter and wait for what is said of it."""
    page.get_by_label("Vad letar du efter?").fill(query)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text(f"”{query}”")


def titles(page: Page) -> list[str]:
    return page.locator(f"{HITS} > a").all_inner_texts()


def test_the_scripts_stems_are_those_of_the_index_for_every_word_of_the_site(
    screen: Page, site_address, built_site: Path
):
    found = {
        word
        for path in built_site.rglob("index.html")
        for word in words(re.sub("<[^>]+>", " ", path.read_text("utf-8")))
    }
    # Endings that the site's words may lack.
    found |= {
        f"{start}{end}"
        for start in (
            "värd",
            "skol",
            "ögonlock",
            "bekräft",
            "mörk",
            "barnvagn",
            "klok",
            "kvalit",
            "fab",
            "by",
        )
        for end in ENDINGS.split()
    }
    asked = sorted(found)
    assert len(asked) > 2000
    with looked_at(screen, f"{site_address}sok/") as (page, _):
        once, whole = page.evaluate(
            "async (words) => { const { stemOnce, stems } = await import(document.querySelector("
            "'script[type=module]').src); return [words.map(stemOnce), words.map(stems)]; }",
            asked,
        )
    assert once == [stem_once(word) for word in asked]
    assert whole == [list(stems(word)) for word in asked]


def test_a_search_finds_forms_and_compounds_and_says_so_aloud(chromium: Browser, site_address):
    with looked_at(chromium, f"{site_address}exempelby/sok/") as (page, watched):
        assert page.locator("h1").count() == 1
        assert page.get_by_role("search").count() == 1
        searched(page, "skola")
        said = page.get_by_role("status").inner_text()
        assert re.fullmatch(r"\d+ träffar på ”skola”\.", said)
        while page.get_by_role("button", name="Visa fler träffar").is_visible():
            before = page.locator(HITS).count()
            page.get_by_role("button", name="Visa fler träffar").click()
            expect(page.locator(HITS)).not_to_have_count(before)
        assert "Fler unga ska klara gymnasieskolan." in titles(page)
        first = page.locator(HITS).first
        assert first.locator("a").get_attribute("href")
        assert first.locator(".kv-kind").inner_text()
        assert first.locator("p").inner_text().strip()
        assert not page.locator(".kv-register").is_visible()
        assert watched.errors == []
        assert [url for url in watched.requests if not url.startswith(site_address)] == []
        assert page.context.cookies() == []
        assert page.evaluate("() => localStorage.length + sessionStorage.length") == 0


def test_results_are_reached_with_tab_and_lead_to_their_pages(chromium: Browser, site_address):
    with looked_at(chromium, f"{site_address}exempelby/sok/") as (page, _):
        searched(page, "lärande")
        first = page.locator(f"{HITS} > a").first
        for _ in range(6):
            page.keyboard.press("Tab")
            if first.evaluate("(one) => one === document.activeElement"):
                break
        title = first.inner_text()
        expect(first).to_be_focused()
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "/sok/" not in url)
        assert page.inner_text("h1") == title


def test_a_search_has_an_address_and_the_back_button_leads_through_searches(
    chromium: Browser, site_address
):
    with looked_at(chromium, f"{site_address}sok/?q=gymnasiet") as (page, _):
        expect(page.get_by_role("status")).to_contain_text("”gymnasiet”")
        assert page.get_by_label("Vad letar du efter?").input_value() == "gymnasiet"
        assert page.title().startswith("gymnasiet – ")
        assert "Exempelby" in page.locator(HITS).first.locator(".kv-kind").inner_text()
        before = titles(page)
        searched(page, "klimat & vatten")
        assert page.url == f"{site_address}sok/?q=klimat+%26+vatten"
        page.go_back()
        expect(page.get_by_role("status")).to_contain_text("”gymnasiet”")
        assert titles(page) == before


def test_dots_may_be_left_out_but_whoever_writes_them_means_them(chromium: Browser, site_address):
    with looked_at(chromium, f"{site_address}exempelby/sok/") as (page, _):
        searched(page, "larande")
        assert "Nyfikna hela livet" in titles(page) or len(titles(page)) > 0
        searched(page, "nämnd")
        with_dots = page.get_by_role("status").inner_text()
        searched(page, "namnd")
        assert page.get_by_role("status").inner_text() == with_dots.replace("nämnd", "namnd")
        searched(page, "sköla")
        assert "Inga träffar" in page.get_by_role("status").inner_text()


def test_more_results_are_shown_on_demand_and_the_first_of_them_is_reached(
    chromium: Browser, site_address
):
    with looked_at(chromium, f"{site_address}sok/?q=skola") as (page, _):
        expect(page.locator(HITS)).to_have_count(10)
        page.get_by_role("button", name="Visa fler träffar").click()
        expect(page.locator(f"{HITS}:nth-child(11) > a")).to_be_focused()
        assert (
            len(set(page.locator(f"{HITS} > a").evaluate_all("all => all.map((a) => a.href)"))) > 10
        )


def test_a_word_that_no_page_has_is_answered_and_the_register_stays(
    chromium: Browser, site_address
):
    with looked_at(chromium, f"{site_address}exempelby/sok/") as (page, watched):
        searched(page, "<img src=x onerror=alert(1)>")
        searched(page, "xylofonkonsert")
        assert "Inga träffar" in page.get_by_role("status").inner_text()
        assert page.locator(".kv-register").is_visible()
        searched(page, "skola xylofonkonsert")
        assert "Ingen sida har alla ord" in page.get_by_role("status").inner_text()
        assert page.locator(HITS).count() > 0
        assert watched.errors == []


@pytest.mark.parametrize("path", ["sok/", "exempelby/sok/"])
def test_without_scripts_the_page_is_a_register_of_everything(
    path, screen: Page, site_address, built_site: Path
):
    with looked_at(screen, f"{site_address}{path}", PHONE, scripts=False) as (page, _):
        assert axe_faults(page) == []
        assert not page.locator("form.kv-search").is_visible()
        letters = page.locator(".kv-letters a").all_inner_texts()
        assert letters == sorted(letters, key="ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ0–9".index)
        assert len(letters) > 15
        shown = page.locator(".kv-register h3 + ul a").evaluate_all("all => all.map((a) => a.href)")
        pages = {
            f"{site_address}{file.parent.relative_to(built_site).as_posix()}/"
            for file in (built_site / "exempelby").rglob("index.html")
            if not re.search('http-equiv|content="noindex"', file.read_text("utf-8"))
            and file.parent.name != "sok"
        }
        assert pages <= set(shown)


@in_views
@pytest.mark.parametrize("path", ["exempelby/sok/?q=skola", "sok/?q=xyz"])
def test_the_results_are_faultless_in_light_and_dark_on_phone_and_desk(
    path, views, screen: Page, site_address
):
    with looked_at(screen, f"{site_address}{path}") as (page, watched):
        expect(page.get_by_role("status")).to_contain_text("träff")
        assert faults_in(page, views) == []
        assert too_wide(page) == []
        assert watched.errors == []


def test_nothing_moves_when_the_results_come(chromium: Browser, site_address):
    shift = """() => new Promise((done) => {
        let sum = 0;
        new PerformanceObserver((list) => { for (const one of list.getEntries()) sum += one.value; })
            .observe({ type: "layout-shift", buffered: true });
        setTimeout(() => done(sum), 300);
    })"""
    for size in (DESK, PHONE):
        with looked_at(chromium, f"{site_address}sok/?q=skola", size) as (page, _):
            expect(page.locator(HITS).first).to_be_visible()
            assert page.evaluate(shift) == 0


@pytest.mark.parametrize("scripts", [True, False])
def test_every_page_leads_to_the_search_of_its_kommun(scripts, chromium: Browser, site_address):
    with looked_at(chromium, f"{site_address}exempelby/mal/utb-2/", PHONE, scripts=scripts) as (
        page,
        _,
    ):
        page.get_by_role("link", name="Sök").click()
        assert page.url == f"{site_address}exempelby/sok/"
    with looked_at(chromium, f"{site_address}tema/", PHONE, scripts=scripts) as (page, _):
        page.get_by_role("link", name="Sök").click()
        assert page.url == f"{site_address}sok/"


def test_an_index_that_does_not_come_is_answered_with_the_register(chromium: Browser, site_address):
    with looked_at(chromium, f"{site_address}exempelby/sok/") as (page, _):
        page.route("**/*.json", lambda route: route.abort())
        page.get_by_label("Vad letar du efter?").fill("skola")
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_contain_text("Sökningen fungerar inte just nu")
        assert page.locator(".kv-register").is_visible()


def test_the_search_runs_under_a_strict_content_security_policy(chromium: Browser, site_address):
    context = chromium.new_context()
    page = context.new_page()

    def strict(route):
        answer = route.fetch()
        headers = {**answer.headers, "content-security-policy": "default-src 'self'"}
        route.fulfill(response=answer, headers=headers)

    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.route("**/*", strict)
    page.goto(f"{site_address}sok/?q=skola")
    expect(page.locator(HITS).first).to_be_visible()
    context.close()
    assert said == []


def test_editors_pages_are_found_and_a_rebuild_gives_the_same_bytes(tmp_path: Path):
    made = project(tmp_path / "prov")
    driver.build_sites(made, site_dir=tmp_path / "a")
    driver.build_sites(made, site_dir=tmp_path / "b")
    first = snapshot(tmp_path / "a")
    assert first == snapshot(tmp_path / "b")
    assert "Målen hänger ihop" in first["exempelby/sok/index/main.json"].decode()
    assert "Målen hänger ihop" in first["exempelby/sok/index.html"].decode()
    assert "Målen hänger ihop" in first["sok/index.html"].decode()


def test_a_kommun_alone_on_its_site_has_one_search(tmp_path: Path):
    moved = {
        **{name: None for name in FILES if "/exempelby/" in name},
        **{
            name.replace("/exempelby/", "/"): text
            for name, text in FILES.items()
            if "data/exempelby/" in name
        },
        "content/index.md": None,
        "content/om-malen.md": "# Om oss\n\nHär bor katten.\n",
    }
    driver.build_sites(project(tmp_path / "prov", moved), site_dir=tmp_path / "ut")
    found = sorted(name for name in snapshot(tmp_path / "ut") if name.endswith("sok/index.html"))
    assert found == ["sok/index.html"]
    assert "Om oss" in (tmp_path / "ut/sok/index/main.json").read_text("utf-8")


def test_a_build_of_one_kommun_has_its_search_alone(tmp_path: Path):
    driver.build_sites(project(tmp_path / "prov"), site_dir=tmp_path / "ut", kommun="exempelby")
    assert (tmp_path / "ut/exempelby/sok/index/main.json").is_file()
    assert not (tmp_path / "ut/sok").exists()
    assert 'href="../sok/"' not in (tmp_path / "ut/exempelby/sok/index.html").read_text("utf-8")
