"""An archive copy is a valid bag, always the same, and opens from a folder without a server."""

import hashlib
import re
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser

from kommunvision import cli
from kommunvision.archive.standalone import Copy, belongs
from tests.projects import GOALS, project

FOLLOW_UP = """
uppföljningar:
- id: ar-2024
  namn: Årsredovisning 2024
  period: 2024
  källa: budget
  låst: 2025-03-01
  omdömen:
  - {om: utb-2, status: uppfyllt}
- id: ar-2025
  namn: Årsredovisning 2025
  period: 2025
  källa: budget
"""


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    capsys.readouterr()
    code = cli.run([str(word) for word in words])
    out, err = capsys.readouterr()
    return code, out, err


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with two kommuner and a follow-up that is locked; read only."""
    other = "kommun:\n  namn: Annanby\n  formellt_namn: Annanby kommun\n  påhittad: ja\n"
    more = {
        "data/exempelby/uppfoljning.yml": FOLLOW_UP,
        "data/annanby/kommun.yml": other,
    }
    root = project(tmp_path_factory.mktemp("archived"), more)
    assert cli.run(["lock", "exempelby", "ar-2024", "--root", str(root)]) == 0
    return root


@pytest.fixture(scope="session")
def whole(site: Path) -> Path:
    """A copy of the whole site."""
    path = site.parent / "allt.zip"
    words = ["archive", "--root", str(site), "--ut", str(path), "--dag", "2026-03-16"]
    assert cli.run(words) == 0
    return path


@pytest.fixture(scope="session")
def occasion(site: Path) -> Path:
    """A copy of the follow-up that is locked."""
    path = site.parent / "ar-2024.zip"
    words = ["archive", "--tillfälle", "ar-2024", "--root", str(site), "--ut", str(path)]
    assert cli.run(words) == 0
    return path


def unpacked(path: Path) -> dict[str, bytes]:
    """Every file of a bag by its path within it."""
    with ZipFile(path) as file:
        names = file.namelist()
        assert {name.split("/")[0] for name in names} == {path.stem}
        return {name.partition("/")[2]: file.read(name) for name in names}


# A bag, by what RFC 8493 demands


def sums(text: bytes) -> dict[str, str]:
    lines = [line.split("  ", 1) for line in text.decode("utf-8").splitlines()]
    return {path: digest for digest, path in lines}


@pytest.mark.parametrize("name", ["whole", "occasion"])
def test_the_copy_is_a_valid_bag(request, name):
    files = unpacked(request.getfixturevalue(name))
    assert files["bagit.txt"] == b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    actual = {path: hashlib.sha256(content).hexdigest() for path, content in files.items()}
    payload = {path for path in files if path.startswith("data/")}
    assert sums(files["manifest-sha256.txt"]) == {path: actual[path] for path in payload}
    tags = files.keys() - payload - {"tagmanifest-sha256.txt"}
    assert tags == {"bagit.txt", "bag-info.txt", "manifest-sha256.txt", "index.html"}
    assert sums(files["tagmanifest-sha256.txt"]) == {path: actual[path] for path in tags}
    told = dict(line.split(": ", 1) for line in files["bag-info.txt"].decode().splitlines())
    size = sum(len(files[path]) for path in payload)
    assert told["Payload-Oxum"] == f"{size}.{len(payload)}"


def test_the_bag_says_whose_it_is_and_the_day_that_it_was_given(whole, occasion):
    told = unpacked(whole)["bag-info.txt"].decode()
    assert "External-Description: Annanby kommun och Exempelby kommun\n" in told
    assert "Source-Organization" not in told
    assert "External-Identifier: https://prov.example/\n" in told
    assert "Bagging-Date: 2026-03-16\n" in told
    told = unpacked(occasion)["bag-info.txt"].decode()
    assert "Source-Organization: Exempelby kommun\n" in told
    assert "Internal-Sender-Description: Årsredovisning 2024\n" in told
    assert "Bagging-Date" not in told


def test_the_same_site_gives_the_same_bytes(site, occasion, tmp_path):
    again = tmp_path / occasion.name
    assert cli.run(["archive", "exempelby", "--tillfalle", "ar-2024", "--root", str(site), "--ut", str(again)]) == 0  # fmt: skip
    assert again.read_bytes() == occasion.read_bytes()
    with ZipFile(BytesIO(again.read_bytes())) as file:
        assert {one.date_time for one in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_sources_and_the_open_data_go_along(whole, occasion):
    files = unpacked(whole)
    for path in (
        "kallfiler/data/exempelby/mal.yml",
        "kallfiler/data/exempelby/las.yml",
        "kallfiler/data/annanby/kommun.yml",
        "kallfiler/content/exempelby/om-malen.md",
        "kallfiler/mkdocs.yml",
        "webbplats/exempelby/data/v1/malsystem.json",
        "webbplats/exempelby/data/v1/mal.csv",
        "webbplats/annanby/index.html",
    ):
        assert f"data/{path}" in files
    assert files["data/kallfiler/data/exempelby/mal.yml"].decode("utf-8") == GOALS
    one = unpacked(occasion)
    assert "data/kallfiler/data/exempelby/las.yml" in one
    assert "data/webbplats/exempelby/data/v1/malsystem.json" in one
    assert not any("annanby" in path for path in one)


# Pages without a server


class Links(HTMLParser):
    """Collects where the links of a page lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for key, value in attrs if key in {"href", "src", "action"}]


def broken(files: dict[str, bytes]) -> list[tuple[str, str]]:
    """Every link of a page to something that is no file."""
    found = []
    for path, content in files.items():
        if not path.endswith(".html") or "/kallfiler/" in path:
            continue
        for link in Links(content.decode("utf-8")).found:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or not parts.path:
                continue
            if unquote(urljoin(path, parts.path)) not in files or parts.path.startswith("/"):
                found.append((path, link))
    return found


@pytest.mark.parametrize("name", ["whole", "occasion"])
def test_every_link_leads_to_a_file_of_the_copy_or_out_to_the_web(request, name):
    files = unpacked(request.getfixturevalue(name))
    assert broken(files) == []
    assert "data/webbplats/assets/kommunvision.css" in files


@pytest.mark.full
def test_no_link_of_the_repositorys_own_copy_is_broken(repository, tmp_path):
    path = tmp_path / "allt.zip"
    assert cli.run(["archive", "--root", str(repository), "--ut", str(path)]) == 0
    assert broken(unpacked(path)) == []


def test_a_copy_of_a_follow_up_has_its_pages_and_those_that_they_lead_to(occasion):
    files = unpacked(occasion)
    assert "data/webbplats/exempelby/uppfoljning/ar-2024/index.html" in files
    assert "data/webbplats/exempelby/mal/utb-2/index.html" in files
    assert not any(part in path for path in files for part in ("inbaddad", "badda-in"))
    menu = files["data/webbplats/exempelby/mal/utb-2/index.html"].decode("utf-8")
    assert 'href="https://prov.example/exempelby/' in menu


def test_what_only_servers_need_stays_out(whole):
    names = {path.removeprefix("data/webbplats/") for path in unpacked(whole)}
    assert not {"404.html", "410.html", "sitemap.xml", "sitemap.xml.gz"} & names
    assert not any("sok/index/" in name for name in names)
    assert not belongs(".server/kommunvision.conf")
    assert not belongs("exempelby/.htaccess")
    assert not belongs("assets/kommunvision.css.br")
    assert belongs("exempelby/mal/web-1/index.html")


FILES = {"a/index.html", "a/mal/x/index.html", "a/mal/x.json", "index.html", "assets/k.svg"}


@pytest.mark.parametrize(
    ("written", "copied"),
    [
        ('<a href="x/">', '<a href="x/index.html">'),
        ('<a class="b" href="../">', '<a class="b" href="../index.html">'),
        ('<a href="../..">', '<a href="../../index.html">'),
        ('<a href="./">', '<a href="https://s.example/a/mal/">'),
        ('<a href="x/#mal">', '<a href="x/index.html#mal">'),
        ('<a href="#mal">', '<a href="#mal">'),
        ('<a href="x.json" title="a > b">', '<a href="x.json" title="a > b">'),
        ('<a title="a > b" href="x/">', '<a title="a > b" href="x/index.html">'),
        ('<a href="y/?q=1&amp;r=2#z">', '<a href="https://s.example/a/mal/y/?q=1&amp;r=2#z">'),
        ('<a href="../../../../etc/">', '<a href="https://s.example/etc/">'),
        ('<a href="https://annan.example/x/">', '<a href="https://annan.example/x/">'),
        ('<a href="mailto:a@a.example">', '<a href="mailto:a@a.example">'),
        ('<code>&lt;a href="x/"&gt;</code>', '<code>&lt;a href="x/"&gt;</code>'),
        ('<script type="module" src="../../assets/sok.js"></script>', ""),
        (
            '<meta http-equiv="refresh" content="0; url=../mal/x/">',
            '<meta http-equiv="refresh" content="0; url=x/index.html">',
        ),
    ],
)
def test_a_link_names_the_file_that_it_leads_to(written, copied):
    copy = Copy(FILES, "https://s.example/", lambda _: b"")
    assert copy.page("a/mal/index.html", written) == copied


def test_without_an_address_of_the_site_a_link_out_of_the_copy_is_words_only():
    copy = Copy(FILES, "", lambda _: b"")
    assert copy.page("a/mal/index.html", '<a href="y/">Y</a>') == "<a>Y</a>"


def test_shapes_of_another_file_are_brought_into_the_page():
    drawing = b'<!-- k --><svg viewBox="0 0 1 1"><g id="s"><path d="M0 0"/></g></svg>'
    copy = Copy(FILES, "", lambda path: {"assets/k.svg": drawing}[path])
    made = copy.page("index.html", '<svg><use href="assets/k.svg#s"/></svg></body>')
    assert '<use href="#s"/>' in made
    assert made.endswith('<defs><g id="s"><path d="M0 0"/></g></defs></svg></body>')


def test_a_browser_reads_the_copy_from_its_folder(whole, tmp_path, chromium: Browser):
    with ZipFile(whole) as file:
        file.extractall(tmp_path)
    context = chromium.new_context()
    view = context.new_page()
    failed: list[str] = []
    view.on("requestfailed", lambda request: failed.append(request.url))
    view.on("console", lambda said: failed.append(said.text))
    view.goto((tmp_path / "allt/index.html").as_uri())
    assert view.title() == "Arkivkopia av visioner och mål"
    view.get_by_role("link", name="Läs webbplatsen").click()
    view.get_by_role("main").get_by_role("link", name="Exempelby").first.click()
    view.get_by_role("link", name="Målkedja").first.click()
    view.get_by_role("main").get_by_role("link", name="Fler unga når gymnasieexamen").first.click()
    assert view.get_by_role("heading", level=1).inner_text() == "Fler unga når gymnasieexamen"
    assert view.url.endswith("/exempelby/mal/utb-2/index.html")
    assert view.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight") == "700"
    view.get_by_role("link", name="Sök").click()
    assert "Sökningen fungerar inte i en arkivkopia." in view.get_by_role("main").inner_text()
    assert view.locator("form").count() == 0
    assert failed == []
    context.close()


# The command


def test_the_copy_is_named_after_what_it_is_of(capsys, site, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    code, out, _ = run(capsys, "archive", "annanby", "--root", site)
    assert code == 0
    assert re.fullmatch(r"Arkivkopian är klar: kommunvision-annanby\.zip, med \d+ filer\.\n", out)
    assert [path.name for path in tmp_path.iterdir()] == ["kommunvision-annanby.zip"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--tillfälle ar-2025", "Uppföljningen ar-2025 är inte låst, och kan ändras."),
        ("--tillfälle ar-2042", "Uppföljningen ar-2042 finns inte."),
        ("--ut kopia.tar", "kopia.tar är inget namn på en zip-fil."),
        ("--ut finns-inte/kopia.zip", "Mappen finns-inte finns inte."),
        ("tredjeby", "Kommunen tredjeby finns inte under data/."),
    ],
)
def test_a_copy_that_cannot_be_made_is_a_wrong_call(capsys, site, words, said):
    code, out, err = run(capsys, "archive", *words.split(), "--root", site)
    assert (code, out) == (2, "")
    assert err.startswith(f"Fel: {said}")


def test_data_with_errors_gives_no_copy_and_leaves_the_one_before(capsys, tmp_path):
    bad = GOALS.replace("[larande]", "[borta]")
    root = project(tmp_path, {"data/exempelby/mal.yml": bad, "kopia.zip": b"den gamla"})
    code, out, err = run(capsys, "archive", "--root", root, "--ut", root / "kopia.zip")
    assert (code, err) == (1, "Ingen arkivkopia är gjord.\n")
    assert "fel KV202" in out
    assert (root / "kopia.zip").read_bytes() == b"den gamla"
