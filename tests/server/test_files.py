"""The files that no server here reads, by their own rules, and what the data brings into all of them."""

import gzip
import re
from pathlib import Path

import brotli
import pytest
from lxml import etree

from kommunvision import driver
from kommunvision.server import Embedding, Rules, compressed, fingerprinted, server_files
from kommunvision.server.hosts import MOST_REDIRECTS
from tests.projects import KOMMUN, SETTINGS, project, snapshot

EMBEDDED_BY = "  får_bädda_in: [https://Intranät.exempelby.example]\n"
WITHDRAWN = """\
borttagna:
- adress: exempelby/mal/misstag/
  rubrik: Ett misstag
  datum: 2025-01-02
  skäl: Det stod med av misstag.
- adress: exempelby/kallor/#budget-2019
  rubrik: Budget 2019
  datum: 2025-01-02
  skäl: Den stod med två gånger.
"""
CHANGED = {
    "data/exempelby/kommun.yml": KOMMUN + EMBEDDED_BY + WITHDRAWN,
    "mkdocs.yml": SETTINGS.replace("prov.example/", "prov.example/malen/").replace(
        "language: sv", "language: sv\n  custom_dir: overrides"
    ),
    "overrides/main.html": '{% extends "base.html" %}\n{% block scripts %}{{ super() }}'
    "<script>vi()</script>{% endblock %}\n",
}
HOST = "intranät".encode("idna").decode("ascii")
ANCESTORS = f"frame-ancestors 'self' https://{HOST}.exempelby.example"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A small site whose data says something to servers, under a path of its own."""
    root = project(tmp_path_factory.mktemp("plats"), CHANGED)
    report = driver.build_sites(root, site_dir=root / "ut", smaller=True)
    assert report.published, (report.problems, report.complaints)
    return snapshot(root / "ut")


def texts(rules: Rules) -> dict[str, str]:
    return {
        one.path: one.content.decode() if isinstance(one.content, bytes) else one.content
        for one in server_files(rules)
    }


def test_what_the_data_says_of_frames_moves_and_gone_pages_reaches_every_server(built):
    ancestors = ANCESTORS.encode()
    for path in ("exempelby/inbaddad/v1/.htaccess", "exempelby/inbaddad/v1/web.config", "_headers"):
        assert ancestors in built[path], path
    assert b'"exempelby" "\'self\' https://xn--' in built[".server/nginx/embedders.map"]
    old, new = b"/malen/exempelby/mal/utb-1/", b"/malen/exempelby/mal/utb-2/"
    # The pages that tell how to embed follow what they are about.
    how, home = b"/malen/exempelby/badda-in/mal/", b"/malen/exempelby/mal/"
    assert built[".server/nginx/moved.map"].splitlines() == [
        b'"%smisstag/" "%smisstag/";' % (how, home),
        b'"%sutb-1/" "%sutb-2/";' % (how, how),
        b'"%s" "%s";' % (old, new),
    ]
    assert b'RedirectMatch 301 "^" "%s"' % new in built["exempelby/mal/utb-1/.htaccess"]
    assert b'url="%s" redirectType="Permanent"' % new in built["exempelby/mal/utb-1/web.config"]
    gone = b"/malen/exempelby/mal/misstag/"
    # What stood on a page with others is told there, and the page is not gone.
    assert "Den stod med två gånger." in built["exempelby/kallor/index.html"].decode()
    assert built[".server/nginx/gone.map"] == b'"%s" "%sindex.html";\n' % (gone, gone)
    assert b'RedirectMatch 410 "^%s$"' % gone in built["exempelby/mal/misstag/.htaccess"]
    assert b'statusCode="410"' in built["exempelby/mal/misstag/web.config"]
    assert b"ErrorDocument 404 /malen/404.html" in built[".htaccess"]
    assert b"error_page 403 404 =404 /malen/404.html;" in built[".server/nginx/kommunvision.conf"]


def test_a_script_in_the_sites_own_layout_is_let_in_by_its_hash_alone(built):
    pages = [name for name in built if name.endswith("index.html") and "inbaddad" not in name]
    assert b"<script>vi()</script>" in built["exempelby/index.html"]
    assert len(pages) > 20
    for path in (".server/nginx/kommunvision.conf", ".htaccess", "web.config", "_headers"):
        policies = re.findall(r"script-src ([^;]*)", built[path].decode())
        assert any(len(one.split()) == 2 for one in policies), path
        assert b"unsafe" not in built[path]
    # What is embedded has no layout of the site's, and no need of its scripts.
    assert b"sha256" not in built["exempelby/inbaddad/v1/.htaccess"]


def test_pages_ask_for_names_that_follow_the_content_and_embeds_for_those_that_are_promised(built):
    page, embed = built["exempelby/mal/utb-2/index.html"], built["exempelby/inbaddad/v1/mal/utb-2/index.html"]  # fmt: skip
    asked = re.findall(rb'(?:href|src)="(?:\.\./)*([^"]+\.(?:css|js))"', page)
    assert len(asked) == 4
    for name in map(bytes.decode, asked):
        path = name if name in built else f"exempelby/{name}"
        plain = re.sub(r"\.[0-9a-f]{10}(?=\.)", "", path)
        assert plain != path
        assert fingerprinted(plain, built[path]) == path
        assert built[plain] == built[path]
    asked = re.findall(rb'(?:href|src)="(?:\.\./)*([^"]+\.(?:css|js))"', embed)
    assert sorted(asked) == [b"assets/inbaddad-v1.css", b"assets/inbaddad-v1.js", b"profil.css"]
    assert not [name for name in built if re.search(r"inb\S+-v1\.[0-9a-f]{10}\.", name)]


def test_every_text_of_some_size_has_smaller_ones_beside_it_that_are_the_same(built):
    large = [name for name, content in built.items() if re.search(r"\.(html|css|js|json|csv|xml|svg)$", name) and len(content) >= 1000]  # fmt: skip
    assert len(large) > 50
    for name in large:
        assert gzip.decompress(built[f"{name}.gz"]) == built[name]
        assert brotli.decompress(built[f"{name}.br"]) == built[name]
        assert max(len(built[f"{name}.br"]), len(built[f"{name}.gz"])) < len(built[name])
    assert not [name for name in built if name.endswith((".png.gz", ".xlsx.br", ".map.gz"))]


def test_compressing_gives_the_same_bytes_each_time_and_nothing_for_what_is_small():
    page = b"<p>En rad som kommer igen.</p>\n" * 200
    once, again = list(compressed("a.html", page)), list(compressed("b/c.html", page))
    assert [ending for ending, _ in once] == [".gz", ".br"]
    assert once == again
    # The format's own field for the time.
    assert once[0][1][4:8] == bytes(4)
    assert list(compressed("a.html", b"<p>Kort</p>")) == []
    assert list(compressed("a.png", page)) == []


SITE = "https://mal.exempelby.example/"
RULES = Rules(
    site_url=SITE,
    kommuner=(Embedding("a", ()), Embedding("b", ("https://b.example",))),
    redirects=(("a/mal/x/", "a/mal/y/"),),
    gone=("a/mal/z/",),
)


def test_web_config_is_sound_xml_and_takes_away_what_the_folder_above_says_before_it_adds():
    for path, text in texts(RULES).items():
        if path.endswith("web.config"):
            tree = etree.fromstring(text.encode())
            assert [one.tag for one in tree if one.tag is not etree.Comment] == ["system.webServer"]  # fmt: skip
            headers = tree.find("system.webServer/httpProtocol/customHeaders")
            told = [(one.tag, one.get("name")) for one in headers] if headers is not None else []
            assert told[::2] == [("remove", name) for _, name in told[1::2]]
            names = [one.get("name") for one in tree.iter("rule")]
            assert len(names) == len(set(names))


def test_the_web_config_of_the_root_hides_what_is_for_servers_and_shows_our_pages_for_what_is_lost():
    tree = etree.fromstring(texts(RULES)["web.config"].encode())
    assert {one.get("segment") for one in tree.iter("add")} >= {".server", ".htaccess", "_headers"}
    shown = {one.get("statusCode"): one.get("path") for one in tree.iter("error")}
    assert shown == {"404": "404.html", "410": "410.html"}
    types = {one.get("fileExtension"): one.get("mimeType") for one in tree.iter("mimeMap")}
    assert types[".html"] == "text/html; charset=utf-8"
    assert types[".json"] == "application/json"
    redirect = tree.xpath("//rule[@name='kv-https']/action/@url")
    assert redirect == ["https://mal.exempelby.example{REQUEST_URI}"]


def matching(headers: str, path: str) -> dict[str, list[str]]:
    """What a host that adds up all rules that fit says of an address, by the description of the format."""
    found: dict[str, list[str]] = {}
    fits = False
    for line in headers.splitlines():
        if line.startswith("/"):
            pattern = re.sub(r":[a-z]+", "[^/]+", re.escape(line).replace(r"\*", ".*"))
            fits = bool(re.fullmatch(pattern, path))
        elif line.startswith("  ") and fits:
            name, _, value = line.strip().partition(": ")
            found.setdefault(name, []).append(value)
    return found


@pytest.mark.parametrize(
    ("path", "ancestors"),
    [
        ("/", ["'none'"]),
        ("/a/", ["'none'"]),
        ("/a/mal/y/", ["'none'"]),
        ("/b/badda-in/mal/y/", ["'none'"]),
        ("/a/inbaddad/v1/mal/y/", ["*"]),
        ("/b/inbaddad/v1/mal/y/", ["*", "'self' https://b.example"]),
        ("/a/mal/y.json", []),
    ],
)
def test_rules_that_add_up_give_each_address_the_frames_that_it_may_stand_in(path, ancestors):
    told = matching(texts(RULES)["_headers"], path)
    policies = told["Content-Security-Policy"]
    found = [one.split("frame-ancestors ")[1] for one in policies if "frame-ancestors" in one]
    assert found == ancestors
    assert not [one for one in policies if "unsafe" in one]
    for name in ("X-Content-Type-Options", "Strict-Transport-Security", "Referrer-Policy"):
        assert len(told[name]) == 1
    assert "Cache-Control" not in told


def test_a_kommun_alone_on_its_site_has_its_embeds_out_of_the_rules_for_pages():
    headers = texts(Rules(site_url=SITE, kommuner=(Embedding("", ()),)))["_headers"]
    for path, wanted in (("/mal/y/", "'none'"), ("/inbaddad/v1/malkedja/", "*"), ("/inbaddad/v1/mal/y/", "*")):  # fmt: skip
        policies = matching(headers, path)["Content-Security-Policy"]
        assert [one.split("frame-ancestors ")[1] for one in policies if "ancestors" in one] == [
            wanted
        ]


def test_more_moves_than_a_host_reads_are_left_to_the_pages_and_no_file_grows_with_them():
    many = tuple((f"a/mal/x{number}/", "a/mal/y/") for number in range(MOST_REDIRECTS + 500))
    made = texts(Rules(site_url=SITE, kommuner=(Embedding("a", ()),), redirects=many))
    assert (
        len([one for one in made["_redirects"].splitlines() if one.startswith("/")])
        == MOST_REDIRECTS
    )
    assert made[".server/nginx/moved.map"].count("\n") == len(many)
    for path, text in made.items():
        if path.endswith((".htaccess", "web.config", "_headers")):
            assert len(text) < 20_000, path


def test_290_kommuner_fit_the_number_of_rules_that_hosts_read():
    kommuner = tuple(Embedding(f"k{number}", ()) for number in range(290))
    headers = texts(Rules(site_url=SITE, kommuner=kommuner))["_headers"]
    assert len(re.findall("^/", headers, re.MULTILINE)) < 100


@pytest.mark.parametrize(("site_url", "secure"), [(SITE, True), ("http://mal.exempelby.example/", False), ("", False)])  # fmt: skip
def test_only_a_site_known_to_be_on_https_says_so_and_never_for_other_hosts(site_url, secure):
    for path, text in texts(Rules(site_url=site_url, kommuner=(Embedding("a", ()),))).items():
        if path in {".server/nginx/kommunvision.conf", ".htaccess", "web.config", "_headers"}:
            assert ("max-age=31536000" in re.sub("max-age=31536000, immutable", "", text)) == secure
            rules = [one for one in text.splitlines() if not one.lstrip().startswith(("#", "<!--"))]
            assert not [one for one in rules if "includeSubDomains" in one or "preload" in one]


def test_nothing_that_is_made_names_the_folder_of_the_build(built, tmp_path_factory):
    here = str(Path(tmp_path_factory.getbasetemp())).encode()
    assert not [name for name, content in built.items() if here in content]
