"""A site has forms if it asks for them, and everything else about it stays as it was."""

import re
import shutil
from itertools import pairwise
from types import SimpleNamespace

import pytest
from lxml import etree
from playwright.sync_api import expect

from kommunvision import driver
from kommunvision.form import BundleMissing, built_files
from kommunvision.plugin.form import FormRefused, backend_for, program
from kommunvision.plugin.options import faults
from kommunvision.server import Embedding, Rules, server_files
from tests.form.conftest import WITH_FORMS
from tests.form.driving import editing, policy_of
from tests.projects import project, snapshot

GITHUB = WITH_FORMS.replace("formular: lokalt", "formular: github").replace(
    "docs_dir: content", "docs_dir: content\nrepo_url: https://github.com/exempelby/mal"
)
BESIDE = ("redigera/", ".server/", "_headers")


def without_forms(site: dict[str, bytes]) -> dict[str, bytes]:
    return {name: content for name, content in site.items() if not name.startswith(BESIDE)}


def test_a_site_that_does_not_ask_for_forms_has_none_and_is_else_the_same(form_site, tmp_path):
    settings = WITH_FORMS.replace("formular: lokalt", "formular: nej").replace(
        "https://prov.example", "http://localhost"
    )
    report = driver.build_sites(project(tmp_path, {"mkdocs.yml": settings}))
    plain, with_forms = snapshot(report.site_dir), snapshot(form_site)
    assert not [name for name in plain if name.startswith("redigera/")]
    assert {"redigera/index.html", "redigera/installningar.json", "redigera/LICENSER.txt"} <= set(
        with_forms
    )
    assert without_forms(with_forms) == without_forms(plain)


def test_forms_are_in_no_menu_list_index_or_promise(form_site, form_project):
    for path in form_site.rglob("*"):
        name = path.relative_to(form_site).as_posix()
        if path.suffix in {".html", ".xml", ".json"} and not name.startswith("redigera/"):
            assert b"redigera/" not in path.read_bytes(), name
    assert "redigera" not in (form_project / "data" / "adresser.yml").read_text("utf-8")
    page = (form_site / "redigera" / "index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in page


def test_the_same_files_give_the_same_forms(form_site, form_project, tmp_path):
    again = tmp_path / "igen"
    shutil.copytree(form_project, again, ignore=shutil.ignore_patterns("site"))
    report = driver.build_sites(again)
    assert snapshot(report.site_dir) == snapshot(form_site)


def asked(site_url: str, repo_url: str | None = None) -> SimpleNamespace:
    """What mkdocs.yml says of where the site and its files are."""
    return SimpleNamespace(site_url=site_url, repo_url=repo_url)


@pytest.mark.parametrize(
    "site_url", ["https://mal.exempelby.example/", "", "https://localhost.example/"]
)
def test_a_published_site_whose_forms_are_for_a_folder_has_no_editor(site_url):
    assert backend_for("lokalt", asked(site_url)) is None
    assert backend_for("lokalt", asked("http://127.0.0.1:8000/"))


def test_forms_for_github_may_ask_github_and_nobody_else(tmp_path):
    report = driver.build_sites(project(tmp_path, {"mkdocs.yml": GITHUB}))
    assert report.published, report.complaints
    policy = policy_of(report.site_dir)
    assert "connect-src 'self' blob: data: https://api.github.com;" in policy
    assert set(re.findall(r"https?://[^ ;]+", policy)) == {"https://api.github.com"}
    assert "script-src 'self';" in policy
    page = (report.site_dir / "redigera" / "index.html").read_text("utf-8")
    said = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1].replace("&#39;", "'")
    # A page can say all of it but who may show it in a frame.
    assert policy == f"{said}; frame-ancestors 'none'"


def test_the_editor_takes_settings_by_which_what_is_saved_is_proposed(tmp_path, chromium):
    told = GITHUB.replace(
        "formular: github",
        "formular: github\n      formular_forslag: true\n      formular_gren: redaktionen",
    )
    report = driver.build_sites(project(tmp_path, {"mkdocs.yml": told}))
    with editing(chromium, report.site_dir, {}, height=900) as editor:
        expect(editor.button("Logga in med en åtkomstnyckel")).to_be_visible()
        assert editor.complaints == []


def test_forms_for_a_repository_that_is_not_told_are_refused_in_swedish():
    with pytest.raises(FormRefused, match="repo_url säger inte var webbplatsens filer ligger"):
        backend_for("gitlab", asked("https://mal.exempelby.example/"))


@pytest.mark.parametrize(
    "branch", ["", "två ord", "-x", "a..b", "a/", "refs/x.lock/", "a:b", "@{1}"]
)
def test_a_branch_that_none_can_be_called_is_refused_in_swedish(branch):
    where = asked("https://mal.exempelby.example/", "https://github.com/exempelby/mal")
    with pytest.raises(FormRefused, match="så kan en gren inte heta"):
        backend_for("github", where, branch)
    for fine in ("redaktionen", "webb/utkast-2026", "årsbokslut"):
        assert backend_for("github", where, fine).settings["branch"] == fine


def test_a_program_that_is_not_built_is_told_of_with_what_to_run(tmp_path, monkeypatch):
    monkeypatch.setattr("kommunvision.form.bundle.FOLDER", tmp_path / "ingen")
    with pytest.raises(BundleMissing):
        list(built_files())
    with pytest.raises(FormRefused, match="Kör make redigera i Kommunvisions mapp"):
        program()


def test_the_program_asks_no_other_host_for_its_fonts_and_brings_every_licence():
    files = {name: path.read_bytes() for name, path in built_files()}
    script = files["redigera.js"]
    assert b"cdn.jsdelivr.net" not in script
    assert b"githubstatus.com/api" not in script
    assert b"hostedstatus.com" not in script
    fonts = set(re.findall(rb"url\((assets/[^)]+\.woff2)\)", script))
    assert len(fonts) == 3
    assert {name.decode() for name in fonts} <= set(files)
    licences = files["LICENSER.txt"].decode("utf-8")
    assert "@sveltia/cms 0.221.1 (MIT)" in licences
    assert "Permission is hereby granted" in licences


RULES = Rules(
    site_url="https://mal.exempelby.example/",
    kommuner=(Embedding("exempelby", ()),),
    searches=("sok/",),
    hashes=(("style", f"'sha256-{'A' * 43}='"),),
    editor=("https://git.exempelby.example",),
)
NEEDED = (
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "connect-src 'self' blob: data: https://git.exempelby.example",
)


def told(rules: Rules) -> dict[str, str]:
    return {
        one.path: one.content if isinstance(one.content, str) else one.content.decode()
        for one in server_files(rules)
    }


def test_every_server_gives_the_editor_a_policy_of_its_own_and_keeps_it_out_of_search_engines():
    files = told(RULES)
    iis = etree.fromstring(files["redigera/web.config"].encode())
    by_server = {
        "apache": files["redigera/.htaccess"],
        "iis": "\n".join(one.get("value", "") for one in iis.iter("add")),
        "nginx": next(
            line
            for line in files[".server/nginx/kommunvision.conf"].splitlines()
            if '"editor" "default-src' in line
        ),
    }
    for server, text in by_server.items():
        for part in NEEDED:
            assert f"{part};" in text, server
        assert "script-src 'self';" in text
        assert "frame-ancestors 'none'" in text
    assert "noindex" in by_server["apache"]
    assert "noindex" in by_server["iis"]
    assert '"editor" "noindex";' in files[".server/nginx/kommunvision.conf"]


def test_hosts_that_add_rules_up_loosen_no_page_but_those_beside_the_editor():
    lines = told(RULES)["_headers"].splitlines()
    policies = {
        path: line
        for path, line in pairwise(lines)
        if path.startswith("/") and "Content-Security-Policy" in line
    }
    everywhere = next(line for line in lines if "Content-Security-Policy" in line)
    for part in NEEDED:
        assert part in everywhere
        assert part in policies["/:a/"]
    for path in ("/", "/:a/:b/", "/:a/:b/:c/"):
        assert "'unsafe-inline'" not in policies[path]
        assert "git.exempelby.example" not in policies[path]


def test_a_site_without_forms_tells_servers_nothing_of_them():
    rules = Rules(site_url=RULES.site_url, kommuner=RULES.kommuner, searches=RULES.searches)
    for path, text in told(rules).items():
        assert "redigera" not in path
        assert "'unsafe-inline'" not in text
        assert "editor" not in text


def test_a_host_that_could_end_a_word_in_a_policy_is_no_host():
    with pytest.raises(ValueError, match="evil"):
        Rules(editor=("https://evil.example; script-src *",))


def test_a_place_that_is_misspelled_in_mkdocs_yml_is_told_of_with_those_that_there_are(tmp_path):
    (told,) = faults({"formular": "githbu"}, tmp_path / "mkdocs.yml")
    assert "nej, lokalt, github eller gitlab" in told
    assert told.endswith('Menade du "github"?')
    (told,) = faults({"formular": True}, tmp_path / "mkdocs.yml")
    assert "formular" in told
