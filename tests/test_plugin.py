"""The plugin gives every page its frame, its place and its sources, and runs inside plain MkDocs."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kommunvision import cli, driver
from kommunvision.export import SitePublisher
from kommunvision.model import PublisherKind
from kommunvision.plugin.options import Options
from tests.projects import FILES, GOALS, KOMMUN, SETTINGS, project, snapshot


def built(root: Path) -> Path:
    """Build a site and return its folder."""
    report = driver.build_sites(root)
    assert report.published, (report.problems, report.complaints)
    return report.site_dir


def page(site: Path, url: str) -> str:
    return (site / url / "index.html").read_text("utf-8")


def sitemap(site: Path) -> str:
    return (site / "sitemap.xml").read_text("utf-8")


def mkdocs(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run plain MkDocs as people do."""
    command = [sys.executable, "-m", "mkdocs", *words]
    return subprocess.run(command, cwd=root, check=False, capture_output=True, encoding="utf-8")


def git(root: Path, *words: str, day: str = "2024-03-05") -> None:
    who = {"NAME": "Kim", "EMAIL": "kim@prov.example", "DATE": f"{day}T12:00:00+0100"}
    own = {
        f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in who.items()
    }
    subprocess.run(
        ["git", *words], cwd=root, check=True, capture_output=True, env={**os.environ, **own}
    )


def test_plain_mkdocs_builds_the_same_site(tmp_path):
    root = project(tmp_path / "a")
    ours = snapshot(built(root))
    result = mkdocs(root, "build", "--strict", "--site-dir", str(tmp_path / "plain"))
    assert result.returncode == 0, result.stderr
    assert snapshot(tmp_path / "plain") == ours


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            {"utgivare": "Öppna mål", "utgivares_slag": "förening"},
            SitePublisher("Öppna mål", PublisherKind.NON_PROFIT),
        ),
        ({"utgivare": "Öppna mål"}, None),
        ({"utgivares_slag": "förening"}, None),
        ({}, None),
    ],
)
def test_the_settings_name_who_publishes_the_site(told, expected):
    options = Options()
    options.load_dict(told)
    assert options.validate() == ([], [])
    assert options.publisher() == expected


def test_the_settings_know_only_the_kinds_of_publishers_that_the_data_knows():
    options = Options()
    options.load_dict({"utgivare": "Öppna mål", "utgivares_slag": "klubb"})
    ((key, fault),) = options.validate()[0]
    assert key == "utgivares_slag"
    assert "privatperson" in str(fault)


def test_plain_mkdocs_stops_at_errors_with_our_report_and_leaves_the_old_site(tmp_path):
    root = project(tmp_path)
    before = snapshot(built(root))
    (root / "data/exempelby/mal.yml").write_text(
        GOALS.replace("[larande]", "[x]"), encoding="utf-8"
    )
    result = mkdocs(root, "build", "--strict")
    assert result.returncode == 1
    assert "data/exempelby/mal.yml:10:17: fel KV202:" in result.stdout + result.stderr
    assert "Traceback" not in result.stdout + result.stderr
    assert snapshot(root / "site") == before


def test_a_site_without_the_plugin_macros_is_refused_in_swedish(tmp_path):
    settings = SETTINGS[: SETTINGS.index("  - macros")]
    result = mkdocs(project(tmp_path, {"mkdocs.yml": settings}), "build")
    assert result.returncode == 1
    assert "Tillägget macros saknas under plugins" in result.stdout + result.stderr


def test_macros_cannot_be_made_lax_by_settings(tmp_path):
    lax = SETTINGS + "      on_undefined: silent\n      on_error_fail: false\n"
    root = project(tmp_path, {"mkdocs.yml": lax, "content/exempelby/x.md": "# X\n\n{{ config }}\n"})
    result = mkdocs(root, "build")
    assert result.returncode == 1
    assert "content/exempelby/x.md:3:1: fel KV702" in result.stdout + result.stderr


def test_an_editors_page_has_links_macros_and_one_heading(tmp_path):
    html = page(built(project(tmp_path)), "exempelby/om-malen")
    assert html.count("<h1") == 1
    assert "<h1>Målen hänger ihop</h1>" in html
    assert "<title>Om målen – Exempelby | Provplatsen</title>" in html
    assert '<meta name="description" content="Så hänger målen ihop.">' in html
    assert '<a href="../mal/utb-2/">ett mål</a>' in html
    assert re.search(r'<a href="\.\./mal/larande/">[^<]*Nyfikna hela livet', html)
    assert '<h2 id="ett-mal-i-taget">Ett mål i taget</h2>' in html
    assert "{{" not in html


def test_an_editors_page_stands_in_the_menu_of_its_kommun_and_nowhere_else(tmp_path):
    files = {**FILES, "content/om/vi.md": "# Om oss\n\nHej.\n"}
    site = built(project(tmp_path, files))
    assert '<a href="../../om-malen/">Om målen</a>' in page(site, "exempelby/mal/utb-2")
    assert "Om oss" not in page(site, "exempelby/mal/utb-2")
    assert '<a href="om/vi/">Om oss</a>' in page(site, "")
    assert "om-malen" not in page(site, "om/vi")


def test_a_page_that_does_not_describe_itself_is_described_by_its_first_words(tmp_path):
    text = f"# Sida\n\nKort & *gott*. {'Mycket mer. ' * 40}\n"
    html = page(built(project(tmp_path, {"content/exempelby/sida.md": text})), "exempelby/sida")
    found = re.search(r'<meta name="description" content="([^"]*)">', html)
    assert found[1].startswith("Kort &amp; gott. Mycket mer.")
    assert len(found[1]) < 180


@pytest.mark.parametrize("name", ["exempelby/mal/utb-2.md", "exempelby/mal/utb-2/index.md"])
def test_an_editors_page_takes_the_place_of_the_generated_one(tmp_path, name):
    own = "# Vårt viktigaste mål\n\nMed egna ord.\n"
    site = built(project(tmp_path, {f"content/{name}": own}))
    html = page(site, "exempelby/mal/utb-2")
    assert "<h1>Vårt viktigaste mål</h1>" in html
    assert "<p>Med egna ord.</p>" in html
    assert '<nav class="kv-breadcrumb"' in html
    assert '<meta name="description"' in html


def test_a_heading_for_contents_does_not_take_the_anchor_of_the_frame(tmp_path):
    text = "# Sida\n\n## Innehåll\n\nett\n\n## Innehåll\n\ntvå\n"
    html = page(built(project(tmp_path, {"content/exempelby/sida.md": text})), "exempelby/sida")
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_a_former_id_leads_to_the_new_address(tmp_path):
    html = page(built(project(tmp_path)), "exempelby/mal/utb-1")
    assert '<meta http-equiv="refresh" content="0; url=../utb-2/">' in html
    assert '<link rel="canonical" href="https://prov.example/exempelby/mal/utb-2/">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert '<a href="../utb-2/">Fler unga når gymnasieexamen</a>' in html


def test_a_single_kommun_has_no_slug_in_its_addresses(tmp_path):
    moved = {
        name.replace("/exempelby/", "/"): text
        for name, text in FILES.items()
        if name != "content/index.md"
    }
    site = built(project(tmp_path, {**dict.fromkeys(FILES), **moved}))
    assert "<h1>Fler unga når gymnasieexamen</h1>" in page(site, "mal/utb-2")
    assert not (site / "exempelby").exists()
    assert "--mark: #1f5f5b" in (site / "profil.css").read_text("utf-8")


def test_one_kommun_can_be_built_alone(tmp_path):
    other = {
        name.replace("/exempelby/", "/annanby/"): str(text).replace("Exempelby", "Annanby")
        for name, text in FILES.items()
        if "/exempelby/" in name
    }
    root = project(tmp_path, other)
    report = driver.build_sites(root, kommun="annanby", site_dir=tmp_path / "en")
    assert report.kommuner == ("Annanby",)
    assert (tmp_path / "en/annanby/mal/utb-2/index.html").exists()
    assert not (tmp_path / "en/exempelby").exists()


def test_the_page_for_a_wrong_address_has_absolute_links_under_the_sites_own_path(tmp_path):
    settings = SETTINGS.replace("https://prov.example/", "https://prov.example/malen/")
    site = built(project(tmp_path, {"mkdocs.yml": settings}))
    html = (site / "404.html").read_text("utf-8")
    assert "<h1>Sidan finns inte</h1>" in html
    assert re.search(r'href="/malen/assets/kommunvision\.[0-9a-f]+\.css"', html)
    assert '<a href="/malen/">Börja om från startsidan</a>' in html
    assert '<a href="/malen/sok/">Sök på webbplatsen</a>' in html
    gone = (site / "410.html").read_text("utf-8")
    assert "<h1>Sidan är borttagen</h1>" in gone
    assert re.search(r'href="/malen/assets/kommunvision\.[0-9a-f]+\.css"', gone)


def test_nothing_of_material_reaches_the_readers(tmp_path):
    site = built(project(tmp_path))
    names = set(snapshot(site))
    assert not [
        name for name in names if "bundle" in name or "worker" in name or "material" in name
    ]
    assert {"assets/kommunvision.css", "assets/kommunvision.js", "404.html"} <= names


def test_the_stylesheet_comes_without_its_comments_and_one_of_the_sites_own_as_it_is(tmp_path):
    published = (built(project(tmp_path / "a")) / "assets/kommunvision.css").read_text("utf-8")
    assert "/*" not in published
    assert ".kv-footer" in published
    settings = SETTINGS.replace("language: sv", "language: sv\n  custom_dir: overrides")
    own = {"mkdocs.yml": settings, "overrides/assets/kommunvision.css": "/* Vår */ a { }\n"}
    site = built(project(tmp_path / "b", own))
    assert (site / "assets/kommunvision.css").read_text("utf-8") == "/* Vår */ a { }\n"


def test_every_page_of_a_kommun_leads_to_how_to_embed_it_or_what_there_is_to_embed(tmp_path):
    files = {"content/exempelby/egen.md": "# Egen sida\n\nMed ord.\n"}
    site = built(project(tmp_path, files))
    assert 'href="../../badda-in/mal/utb-2/">Bädda in</a>' in page(site, "exempelby/mal/utb-2/")
    assert 'href="../badda-in/">Bädda in</a>' in page(site, "exempelby/om/")
    assert 'href="../badda-in/">Bädda in</a>' in page(site, "exempelby/egen/")
    answer = "https://prov.example/exempelby/inbaddad/v1/mal/utb-2/oembed.json"
    assert f'type="application/json+oembed" href="{answer}"' in page(site, "exempelby/mal/utb-2/")
    assert "json+oembed" not in page(site, "exempelby/egen/")
    assert "badda-in" not in (site / "sitemap.xml").read_text("utf-8")


@pytest.mark.parametrize(
    ("more", "address"),
    [
        (
            "repo_url: https://github.com/prov/webb",
            "https://github.com/prov/webb/blob/HEAD/data/exempelby/mal.yml#L6",
        ),
        (
            "repo_url: https://gitlab.com/prov/webb/",
            "https://gitlab.com/prov/webb/-/blob/HEAD/data/exempelby/mal.yml#L6",
        ),
    ],
)
def test_the_edit_link_leads_to_the_line_of_the_goal(tmp_path, more, address):
    site = built(project(tmp_path, {"mkdocs.yml": f"{SETTINGS}{more}\n"}))
    assert f'href="{address}"' in page(site, "exempelby/mal/utb-2")
    own = address.replace("data/exempelby/mal.yml#L6", "content/exempelby/om-malen.md#L1")
    assert f'href="{own}"' in page(site, "exempelby/om-malen")


def test_the_edit_link_can_lead_anywhere_and_is_left_out_without_a_repository(tmp_path):
    settings = SETTINGS.replace(
        "  - kommunvision\n",
        '  - kommunvision:\n      redigera: "https://kod.example/{path}?rad={line}"\n',
    )
    with_link = built(project(tmp_path / "med", {"mkdocs.yml": settings}))
    assert 'href="https://kod.example/data/exempelby/mal.yml?rad=6"' in page(
        with_link, "exempelby/mal/utb-2"
    )
    without = built(project(tmp_path / "utan"))
    assert "underlag" not in page(without, "exempelby/mal/utb-2")


def test_last_changed_is_the_day_of_the_commit_that_touched_the_file(tmp_path):
    root = project(tmp_path / "a")
    git(root, "init", "--quiet")
    git(root, "add", "data", "content", "mkdocs.yml")
    git(root, "commit", "--quiet", "-m", "first", day="2023-01-15")
    kommun = root / "data/exempelby/kommun.yml"
    kommun.write_text(kommun.read_text("utf-8") + "  beskrivning: Vi finns.\n", encoding="utf-8")
    git(root, "commit", "--quiet", "-a", "-m", "second", day="2024-03-05")
    site = built(root)
    assert "Senast ändrad 15 januari 2023" in page(site, "exempelby/mal/utb-2")
    assert "Senast ändrad 5 mars 2024" in page(site, "exempelby")
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    assert "<lastmod>2023-01-15</lastmod>" in sitemap

    goals = root / "data/exempelby/mal.yml"
    goals.write_text(goals.read_text("utf-8") + "\n", encoding="utf-8")
    site = built(root)
    assert "Senast ändrad" not in page(site, "exempelby/mal/utb-2")
    assert "Senast ändrad 5 mars 2024" in page(site, "exempelby/om")

    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{root}", "kopia")
    assert "Senast ändrad" not in page(built(tmp_path / "kopia"), "exempelby/om")


def test_a_page_is_as_new_as_the_newest_file_that_it_shows_things_from(tmp_path):
    root = project(tmp_path)
    git(root, "init", "--quiet")
    git(root, "add", "data", "content", "mkdocs.yml")
    git(root, "commit", "--quiet", "-m", "first", day="2023-01-15")
    numbers = "indikatorer: [{id: i, namn: Andel, hör_till: utb-2, källa: budget}]\n"
    (root / "data/exempelby/indikatorer.yml").write_text(numbers, encoding="utf-8")
    git(root, "add", "data")
    git(root, "commit", "--quiet", "-m", "second", day="2024-03-05")
    values = "mätvärden: [{indikator: i, källa: budget, värden: [{period: 2024, värde: 8}]}]\n"
    (root / "data/exempelby/varden.yml").write_text(values, encoding="utf-8")
    git(root, "add", "data")
    git(root, "commit", "--quiet", "-m", "third", day="2025-02-01")
    site = built(root)
    days = dict(
        re.findall(r"<loc>https://prov.example/(.*?)</loc>\s*<lastmod>(.*?)<", sitemap(site))
    )
    assert days["exempelby/indikatorer/i/"] == "2025-02-01"
    assert days["exempelby/mal/utb-2/"] == days["exempelby/oppna-data/"] == "2025-02-01"
    assert days["exempelby/styrmodell/"] == days["exempelby/om-malen/"] == "2023-01-15"
    assert "Senast ändrad 1 februari 2025" in page(site, "exempelby/mal/utb-2")

    # What is not committed has no day yet, and neither has a page that shows it.
    (root / "data/exempelby/varden.yml").write_text(f"{values}\n", encoding="utf-8")
    site = built(root)
    assert "Senast ändrad" not in page(site, "exempelby/mal/utb-2")
    assert "Senast ändrad 15 januari 2023" in page(site, "exempelby/styrmodell")


def test_without_history_no_day_is_given(tmp_path):
    site = built(project(tmp_path))
    assert "Senast ändrad" not in page(site, "exempelby/mal/utb-2")
    assert "lastmod" not in (site / "sitemap.xml").read_text("utf-8")


def test_every_page_of_a_kommun_leads_to_its_feed_and_says_the_way_to_itself(tmp_path):
    news = "aktuellt: [{id: n, rubrik: Ny vision, datum: 2025-06-01}]"
    other = KOMMUN.replace("Exempelby", "Beby").replace('  kod: "9999"\n  påhittad: ja\n', "")
    files = {"data/exempelby/aktuellt.yml": news, "data/beby/kommun.yml": other}
    site = built(project(tmp_path, files))
    feed = '<link rel="alternate" type="application/atom+xml" title="Nytt om mål i Exempelby kommun" href="{}data/v1/nytt.atom">'
    assert feed.format("../../") in page(site, "exempelby/mal/utb-2")
    assert feed.format("../") in page(site, "exempelby/om-malen")
    assert "atom" not in page(site, "")
    assert "atom" not in page(site, "beby")
    way = '"@type":"ListItem","position":3,"name":"Om målen"}'
    assert way in page(site, "exempelby/om-malen")
    assert '"@type":"GovernmentOrganization","name":"Beby kommun"' in page(site, "beby")
    assert "GovernmentOrganization" not in page(site, "exempelby")


def test_the_list_for_search_engines_has_every_page_that_may_be_found_and_no_other(tmp_path):
    site = built(project(tmp_path))
    listed = re.findall("<loc>(.*?)</loc>", sitemap(site))
    wanted = set()
    for file in site.rglob("*.html"):
        html = file.read_text("utf-8")
        canonical = re.search('<link rel="canonical" href="(.*?)">', html)
        own = file.relative_to(site).as_posix().removesuffix("index.html")
        hidden = '<meta name="robots" content="noindex">' in html
        if canonical and canonical[1] == f"https://prov.example/{own}" and not hidden:
            wanted.add(canonical[1])
    assert len(listed) == len(set(listed))
    assert set(listed) == wanted
    assert "https://prov.example/exempelby/mal/utb-2/" in wanted
    assert "https://prov.example/exempelby/om-malen/" in wanted
    assert not [one for one in listed if "utb-1" in one or "404" in one]


def test_a_site_without_an_address_has_no_list_for_search_engines(tmp_path):
    settings = SETTINGS.replace("site_url: https://prov.example/\n", "")
    site = built(project(tmp_path, {"mkdocs.yml": settings}))
    assert not list(site.glob("sitemap.xml*"))
    assert not list(site.rglob("*.atom"))
    assert "ld+json" not in page(site, "exempelby/mal/utb-2")


def test_two_folders_give_the_same_bytes_down_to_the_packed_list(tmp_path):
    first = snapshot(built(project(tmp_path / "ett")))
    second = snapshot(built(project(tmp_path / "ett-annat-namn")))
    assert "sitemap.xml.gz" in first
    assert first == second


def test_hostile_words_in_data_and_settings_are_shown_as_words(tmp_path):
    goals = GOALS.replace("Fler unga når gymnasieexamen", "'5 < 6 & \"{{ config }}\"'")
    settings = SETTINGS.replace("Provplatsen", '"<b>Plats</b>"')
    site = built(project(tmp_path, {"data/exempelby/mal.yml": goals, "mkdocs.yml": settings}))
    html = page(site, "exempelby/mal/utb-2")
    assert "<h1>5 &lt; 6 &amp; &#34;{{ config }}&#34;</h1>" in html
    assert "5 < 6" not in html
    assert "<b>Plats" not in html


def test_pages_in_another_folder_than_the_one_that_is_checked_are_refused(tmp_path):
    root = project(tmp_path)
    (root / "content").rename(root / "sidor")
    settings = SETTINGS.replace("docs_dir: content", "docs_dir: sidor")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    result = mkdocs(root, "build")
    assert result.returncode == 1
    assert "I mkdocs.yml står sidor under docs_dir." in result.stdout + result.stderr
    assert "skriv docs_dir: content" in result.stdout + result.stderr
    assert not (root / "site").exists()
    report = driver.build_sites(root)
    assert [said for said in report.complaints if "skriv docs_dir: content" in said]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("module_name: makron", "I mkdocs.yml står makron under macros (module_name)"),
        ("modules: [kommunvison.macros]", "I mkdocs.yml står kommunvison.macros under macros"),
        ("modules: [finns_inte]", "I mkdocs.yml står finns_inte under macros (modules)"),
        ("module_name: trasig", "Python säger om det: No module named 'finns_inte'"),
        ("include_yaml: []", "Tillägget macros i mkdocs.yml hittar inte Kommunvisions makron."),
    ],
)
def test_a_module_of_macros_that_cannot_be_used_is_named_in_swedish(
    tmp_path, capsys, written, said
):
    settings = SETTINGS.replace("modules: [kommunvision.macros]", written)
    assert settings != SETTINGS
    root = project(tmp_path, {"mkdocs.yml": settings, "trasig.py": "import finns_inte\n"})
    assert cli.run(["build", "--root", str(root)]) == 1
    assert said in capsys.readouterr().err
    assert not (root / "site").exists()


def test_functions_of_the_sites_own_see_every_page(tmp_path):
    seen = tmp_path / "sedda"
    own = (
        f"def define_env(env): pass\ndef on_pre_page_macros(env):\n"
        f"    with open({str(seen)!r}, 'a') as file:\n        file.write(env.page.url + '\\n')\n"
    )
    settings = SETTINGS.replace("      modules:", "      module_name: egna\n      modules:")
    root = project(tmp_path / "a", {"egna.py": own, "mkdocs.yml": settings})
    report = driver.build_sites(root, workers=1)
    assert report.published, (report.problems, report.complaints)
    assert len(seen.read_text("utf-8").splitlines()) == report.pages
