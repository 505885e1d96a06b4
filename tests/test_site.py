"""The repository's own site: every page whole, every link alive, every address as promised."""

import gzip
import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from kommunvision import driver
from tests.projects import snapshot
from tests.templates import is_embedded

ADDRESSES = Path(__file__).parent / "golden" / "exempelby-adresser.txt"
VOID = {
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "track",
    "wbr",
}
# Their end tags are kept by our templates; SVG closes its own shapes.
# Templates of the server, which belong to no page.
LOST = {"404.html", "410.html"}
ROOT = "https://kommunvision.example/"


class Seen(HTMLParser):
    """What a page consists of."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.language: str | None = None
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.metas: dict[str, str] = {}
        self.canonical: str | None = None
        self.refresh = False
        self.faults: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        if len(values) != len(attrs):
            self.faults.append(f"{self.getpos()}: an attribute twice in <{tag}>")
        if tag == "html":
            self.language = values.get("lang")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "meta":
            self.metas[values.get("name", values.get("property", ""))] = values.get("content", "")
            self.refresh |= values.get("http-equiv") == "refresh"
        if tag == "link" and values.get("rel") == "canonical":
            self.canonical = values["href"]
        elif tag in {"a", "img", "script", "link"}:
            self.links += [values[key] for key in ("href", "src") if key in values]
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1] != tag:
            self.faults.append(f"{self.getpos()}: </{tag}> closes {self._open[-1:]}")
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def close(self) -> None:
        super().close()
        self.faults += [f"<{tag}> is never closed" for tag in self._open]


@pytest.fixture(scope="module")
def pages(built_site: Path) -> dict[str, Seen]:
    """Every page of the site by its address."""
    found = {}
    for path in sorted(built_site.rglob("*.html")):
        if is_embedded(path):
            continue
        name = path.relative_to(built_site).as_posix()
        seen = Seen()
        seen.feed(path.read_text("utf-8"))
        seen.close()
        found[name.removesuffix("index.html")] = seen
    assert len(found) > 100
    return found


def test_every_page_is_well_formed_and_has_each_id_once(pages):
    faults = [f"{url}: {fault}" for url, seen in pages.items() for fault in seen.faults]
    faults += [
        f"{url}: #{name} twice"
        for url, seen in pages.items()
        for name in {name for name in seen.ids if seen.ids.count(name) > 1}
    ]
    assert not faults, "\n".join(faults)


def test_every_page_tells_its_language_and_has_one_first_heading_and_no_level_skipped(pages):
    for url, seen in pages.items():
        inside = url.partition("/")[2].partition("/")[0]
        translated = inside in {"en", "fi"} and not seen.refresh
        assert seen.language == (inside if translated else "sv"), url
        assert seen.headings.count(1) == 1, url
        assert seen.headings[0] == 1, url
        steps = zip(seen.headings, seen.headings[1:], strict=False)
        assert all(below <= above + 1 for above, below in steps), (url, seen.headings)


def test_every_page_describes_itself_and_says_where_it_lives(pages):
    for url, seen in pages.items():
        if seen.refresh or url in LOST:
            assert seen.metas["robots"] == "noindex", url
            continue
        assert seen.canonical == ROOT + url
        assert 10 <= len(seen.metas["description"]) <= 200, url
        assert seen.metas["og:title"], url
        assert seen.metas["og:url"] == ROOT + url


def test_every_page_leads_to_the_very_line_that_it_was_written_on(built_site, repository, pages):
    place = re.compile(r'href="https://kod\.kommunvision\.example/blob/main/([^"#]+)#L(\d+)"')
    for url, seen in pages.items():
        if seen.refresh or url in LOST:
            continue
        found = place.findall((built_site / url / "index.html").read_text("utf-8"))
        assert len(found) == 1, url
        lines = (repository / found[0][0]).read_text("utf-8").splitlines()
        assert 1 <= int(found[0][1]) <= len(lines), (url, found)


def test_a_goals_line_is_where_its_id_stands(built_site, repository):
    html = (built_site / "exempelby/mal/utb-2/index.html").read_text("utf-8")
    found = re.search(r'blob/main/(data/exempelby/[a-z]+\.yml)#L(\d+)"', html)
    line = (repository / found[1]).read_text("utf-8").splitlines()[int(found[2]) - 1]
    assert line.strip() == "- id: utb-2"


def test_no_two_pages_share_title_and_description(built_site, pages):
    told: dict[str, str] = {}
    for url, seen in pages.items():
        if not seen.refresh and url not in LOST:
            told.setdefault(seen.metas["og:title"], url)
    titles = [
        (url, seen.metas["og:title"])
        for url, seen in pages.items()
        if not seen.refresh and url not in LOST and told[seen.metas["og:title"]] != url
    ]
    assert not titles


def test_every_link_and_fragment_within_the_site_leads_somewhere(built_site, pages):
    broken = []
    for url, seen in pages.items():
        for link in seen.links:
            target = urlsplit(urljoin(ROOT + url, link))
            if f"{target.scheme}://{target.netloc}/" != ROOT:
                continue
            path = unquote(target.path).removeprefix("/")
            if path in pages:
                if target.fragment and unquote(target.fragment) not in pages[path].ids:
                    broken.append(f"{url}: {link} has no such fragment")
            elif not (built_site / path).is_file():
                broken.append(f"{url}: {link}")
    assert not broken, "\n".join(broken)


def test_a_kommuns_pages_offer_no_other_kommun_in_their_menu(built_site):
    slugs = {path.name for path in (built_site).iterdir() if (path / "malkedja").is_dir()}
    assert len(slugs) >= 5
    for slug in slugs:
        for path in (built_site / slug).rglob("index.html"):
            menu = re.search(r'<nav class="kv-menu".*?</nav>', path.read_text("utf-8"), re.DOTALL)
            if menu:
                url = ROOT + path.parent.relative_to(built_site).as_posix() + "/"
                for link in re.findall(r'href="([^"]+)"', menu[0]):
                    assert urljoin(url, link).startswith(f"{ROOT}{slug}/"), (url, link)


def test_every_page_leads_at_its_foot_to_accessibility_and_about(built_site, repository, pages):
    slugs = {folder.name for folder in (repository / "data").iterdir() if folder.is_dir()}
    for url, seen in pages.items():
        if seen.refresh:
            continue
        file = built_site / url if url.endswith(".html") else built_site / url / "index.html"
        foot = re.search(r'<nav class="kv-about".*?</nav>', file.read_text("utf-8"), re.DOTALL)
        assert foot, url
        first = url.partition("/")[0]
        expected = {
            "Tillgänglighet": f"{first}/tillganglighet/"
            if first in slugs
            else "om/tillganglighet/",
            "Om webbplatsen": f"{first}/om/" if first in slugs else "om/",
            "Öppna data": f"{first}/oppna-data/" if first in slugs else "oppna-data/",
            **({"Ordlista": f"{first}/ordlista/"} if first in slugs else {}),
        }
        links = re.findall(r'href="([^"]+)"[^>]*>([^<]+)<', foot[0])
        assert {
            words: urljoin(ROOT + url, link).removeprefix(ROOT) for link, words in links
        } == expected, url


def test_a_page_leads_in_its_head_and_at_its_end_to_what_it_shows_as_data(built_site, pages):
    led = 0
    for url, seen in pages.items():
        own = built_site / f"{url.rstrip('/')}.json"
        if seen.refresh or url.endswith(".html") or not own.is_file():
            continue
        html = (built_site / url / "index.html").read_text("utf-8")
        if "borttagen" in json.loads(own.read_text("utf-8")):
            # It says to programs what the page says to readers.
            assert "Borttagen sida" in html, url
            continue
        href = f"../{own.name}"
        assert f'<link rel="alternate" type="application/json" href="{href}">' in html, url
        assert re.search(rf'Som data:\s*<a href="{re.escape(href)}">JSON</a>', html), url
        assert json.loads(own.read_text("utf-8"))["sida"] == f"{ROOT}{url}"
        led += 1
    assert led > 100


def test_the_made_up_kommun_has_exactly_its_promised_addresses(pages):
    """An address is a promise: a line that vanishes from the list needs a ``tidigare_id``."""
    found = sorted(url for url in pages if url.startswith("exempelby/"))
    assert found == ADDRESSES.read_text("utf-8").splitlines()


def test_every_page_of_the_made_up_kommun_says_that_it_is_made_up(built_site, pages):
    for url, seen in pages.items():
        if url.startswith("exempelby/") and not seen.refresh:
            html = (built_site / url / "index.html").read_text("utf-8")
            assert "Påhittad kommun." in html, url


SECRET = "hemlig-nyckel-4711"  # noqa: S105 - no key, a word to look for


@pytest.fixture(scope="module")
def built_by_another(
    repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    """The repository copied to where somebody else works, and the site that is built there.

    Other folder, user, home, time zone, language, mask of rights, seed of hashes and times of
    files; and secrets in the environment, as where workflows run.
    """
    place = tmp_path_factory.mktemp("någon annanstans")
    root, site = place / "kim-exempelsson", place / "sajt"
    for name in ("overrides", "data", "content"):
        shutil.copytree(repository / name, root / name)
    (root / "macros").mkdir()
    shutil.copy(repository / "macros/__init__.py", root / "macros")
    shutil.copy(repository / "mkdocs.yml", root)
    for file in root.rglob("*"):
        os.utime(file, (86_400, 86_400))
    # Variables of the one who runs the tests may lead Python to itself, and are kept.
    environment = {
        **os.environ,
        **dict.fromkeys(("USER", "LOGNAME", "USERNAME", "LNAME"), "kim-exempelsson"),
        **dict.fromkeys(("GITHUB_TOKEN", "CI_JOB_TOKEN", "AWS_SECRET_ACCESS_KEY", "SMTP"), SECRET),
        "HOME": str(place / "hem-kim-exempelsson"),
        "HOSTNAME": "kims-dator",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "LANG": "C",
        "PYTHONUTF8": "0",
        "PYTHONHASHSEED": "4711",
        "SOURCE_DATE_EPOCH": "1",
    }
    result = subprocess.run(
        [sys.executable, "-m", "kommunvision", "build", "--site-dir", str(site)],
        check=False,
        capture_output=True,
        cwd=root,
        env=environment,
        umask=0o077,
    )
    assert result.returncode == 0, (result.stdout, result.stderr)
    return root, site


def test_the_site_is_the_same_byte_for_byte_wherever_it_is_built(built_by_another, tmp_path):
    root, site = built_by_another
    # Python caches what it has read of a module by its place.
    shutil.copytree(root, tmp_path / "b", ignore=shutil.ignore_patterns("__pycache__"))
    second = driver.build_sites(tmp_path / "b", site_dir=tmp_path / "tva")
    assert second.published, (second.problems, second.complaints)
    assert snapshot(site) == snapshot(tmp_path / "tva")


def test_nothing_of_who_built_the_site_or_where_is_left_in_it(built_by_another, built_site):
    root, site = built_by_another
    telling = [SECRET, "kim-exempelsson", "kims-dator", str(root), str(Path.home())]
    telling += [str(Path(sys.prefix)), str(Path(__file__).resolve().parent.parent)]
    read = 0
    for folder in (site, built_site):
        for name, raw in snapshot(folder).items():
            if name.endswith(".gz"):
                found = gzip.decompress(raw)
            elif name.endswith(".xlsx"):
                with zipfile.ZipFile(io.BytesIO(raw)) as parts:
                    found = b"".join(map(parts.read, parts.namelist()))
            else:
                found = raw
            assert not [word for word in telling if word.encode() in found], name
            read += 1
    assert read > 1_000


def test_pictures_of_the_site_hold_points_and_nothing_else(built_site):
    kept = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS"}
    pictures = sorted(built_site.rglob("*.png"))
    assert pictures
    for path in pictures:
        raw, position = path.read_bytes(), 8
        while position < len(raw):
            assert raw[position + 4 : position + 8] in kept, path
            position += 12 + int.from_bytes(raw[position : position + 4], "big")


def test_every_script_of_the_site_is_one_of_ours_and_none_stands_in_a_page(built_site, repository):
    ours = {path.read_bytes() for path in (repository / "macros/kommunvision/theme").rglob("*.js")}
    shipped = [path for path in built_site.rglob("*") if path.suffix in {".js", ".mjs", ".wasm"}]
    assert shipped
    for path in shipped:
        assert path.read_bytes() in ours, path
    for page in built_site.rglob("*.html"):
        html = page.read_text("utf-8")
        for attributes, words in re.findall(r"(?is)<script\b([^>]*)>(.*?)</script>", html):
            if "application/ld+json" in attributes:
                continue
            source = re.search(r'src="([^"]+)"', attributes)
            assert source, page
            assert not words.strip(), page
            assert not urlsplit(source[1]).netloc, page


def test_a_translated_page_is_in_its_language_within_a_swedish_frame_and_names_the_others(
    built_site,
):
    html = (built_site / "exempelby/en/mal/utb-2/index.html").read_text("utf-8")
    assert '<html lang="en">' in html
    assert '<body lang="sv">' in html
    assert '<h1><span lang="en" dir="auto">More young people' in html
    assert "og:locale" not in html
    there = re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', html)
    assert there == [
        ("sv", f"{ROOT}exempelby/mal/utb-2/"),
        ("sv-simple", f"{ROOT}exempelby/lattlast/mal/utb-2/"),
        ("en", f"{ROOT}exempelby/en/mal/utb-2/"),
    ]
    assert (
        '<li><a href="../../../lattlast/mal/utb-2/" lang="sv" hreflang="sv-simple">Lättläst</a></li>'
        in html
    )
    assert '<a href="./" lang="en" hreflang="en" aria-current="page">English</a>' in html
    swedish = (built_site / "exempelby/mal/utb-2/index.html").read_text("utf-8")
    assert re.findall(r'<link rel="alternate" hreflang="([^"]+)"', swedish) == [
        "sv",
        "sv-simple",
        "en",
    ]
    assert "<body>" in swedish
