"""Real servers, header by header: what each kind of address answers, and nothing beside it."""

import gzip
import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

import brotli
import pytest

from kommunvision.server.media import TYPES, suffix
from tests.server.running import Answer, Server

PAGE = (
    "default-src 'none'; base-uri 'none'; font-src 'self'; form-action 'none'; img-src 'self'; "
    "script-src 'self'; style-src 'self'; frame-ancestors 'none'"
)
SEARCH = (
    "default-src 'none'; base-uri 'none'; font-src 'self'; form-action 'self'; img-src 'self'; "
    "script-src 'self'; style-src 'self'; connect-src 'self'; frame-ancestors 'none'"
)
EMBEDDING = (
    "default-src 'none'; base-uri 'none'; font-src 'self'; form-action 'none'; img-src 'self'; "
    "script-src 'self'; style-src 'self'; frame-src 'self'; frame-ancestors 'none'"
)
EMBED = PAGE.replace("frame-ancestors 'none'", "frame-ancestors *")
FILE = "default-src 'none'; frame-ancestors 'none'"

# What every answer says, whatever it is.
EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), "
    "geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
    "Content-Language": "sv",
    "Strict-Transport-Security": "max-age=31536000",
}
ASK, HOUR, EVER = "no-cache", "public, max-age=3600", "public, max-age=31536000, immutable"
HTML = "text/html; charset=utf-8"
OWN = (
    *EVERYWHERE,
    "Content-Security-Policy",
    "Cache-Control",
    "Access-Control-Allow-Origin",
    "X-Robots-Tag",
    "Content-Type",
)


def told(policy: str, cache: str, media_type: str, *, open_to: str | None = None, robots: str | None = None) -> dict[str, list[str]]:  # fmt: skip
    """Every header that is ours, as it must be, each once or not at all."""
    wanted = {
        **EVERYWHERE,
        "Content-Security-Policy": policy,
        "Cache-Control": cache,
        "Access-Control-Allow-Origin": open_to,
        "X-Robots-Tag": robots,
        "Content-Type": media_type,
    }
    return {name: [value] if value else [] for name, value in wanted.items()}


def said(answer: Answer) -> Mapping[str, list[str]]:
    """The same of an answer; names and values as they came."""
    found = {name: answer.headers.get_all(name, []) for name in OWN}
    # Apache writes the name of the encoding as it likes.
    found["Content-Type"] = [one.replace("UTF-8", "utf-8") for one in found["Content-Type"]]
    return found


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

CLASSES = {
    "": told(PAGE, ASK, HTML),
    "exempelby/": told(PAGE, ASK, HTML),
    "exempelby/mal/utb-2/": told(PAGE, ASK, HTML),
    "exempelby/indikatorer/ind-trygghet/": told(PAGE, ASK, HTML),
    "exempelby/radhusklockan/": told(PAGE, ASK, HTML),
    "sok/": told(SEARCH, ASK, HTML),
    "sok/?q=skola": told(SEARCH, ASK, HTML),
    "exempelby/sok/": told(SEARCH, ASK, HTML),
    "exempelby/badda-in/": told(EMBEDDING, ASK, HTML),
    "exempelby/badda-in/mal/utb-2/": told(EMBEDDING, ASK, HTML),
    "exempelby/inbaddad/v1/mal/utb-2/": told(EMBED, ASK, HTML, open_to="*", robots="noindex"),
    "exempelby/inbaddad/v1/mal/utb-2/fragment.html": told(EMBED, ASK, HTML, open_to="*", robots="noindex"),
    "exempelby/inbaddad/v1/mal/utb-2/oembed.json": told(EMBED, ASK, "application/json", open_to="*", robots="noindex"),
    "exempelby/mal/utb-2.json": told(FILE, ASK, "application/json", open_to="*"),
    "exempelby/sok/index/main.json": told(FILE, ASK, "application/json", open_to="*"),
    "exempelby/data/v1/mal.csv": told(FILE, ASK, "text/csv; charset=utf-8", open_to="*"),
    "exempelby/data/v1/mal.csv-metadata.json": told(FILE, ASK, "application/csvm+json", open_to="*"),
    "exempelby/data/v1/malsystem.xlsx": told(FILE, ASK, XLSX, open_to="*"),
    "exempelby/data/v1/nytt.atom": told(FILE, ASK, "application/atom+xml; charset=utf-8", open_to="*"),
    "exempelby/data/v1/stratml.xml": told(FILE, ASK, "application/xml; charset=utf-8", open_to="*"),
    "data/v1/malsystem.schema.json": told(FILE, ASK, "application/schema+json", open_to="*"),
    "data/v1/openapi.json": told(FILE, ASK, "application/vnd.oai.openapi+json", open_to="*"),
    "sitemap.xml": told(FILE, ASK, "application/xml; charset=utf-8", open_to="*"),
    "assets/karta.svg": told(FILE, HOUR, "image/svg+xml; charset=utf-8", open_to="*"),
    "exempelby/delningsbild.png": told(FILE, HOUR, "image/png", open_to="*"),
    "assets/inbaddning-v1.js": told(FILE, HOUR, "text/javascript; charset=utf-8", open_to="*"),
    "assets/inbaddad-v1.css": told(FILE, HOUR, "text/css; charset=utf-8", open_to="*"),
    "assets/kommunvision.css": told(FILE, ASK, "text/css; charset=utf-8", open_to="*"),
    "exempelby/profil.css": told(FILE, ASK, "text/css; charset=utf-8", open_to="*"),
}  # fmt: skip


@pytest.mark.parametrize("encoding", ["", "gzip", "br"])
def test_every_kind_of_address_says_all_that_it_should_and_no_more(server: Server, encoding):
    found = {}
    for address in CLASSES:
        answer = server.ask(f"/{address}", Accept_Encoding=encoding)
        assert answer.status == 200, address
        found[address] = said(answer)
    assert found == CLASSES


def test_what_pages_load_by_a_name_that_follows_the_content_is_kept_for_ever(
    server: Server, complete_site: Path
):
    files = [one for one in complete_site.glob("**/*.css") if len(one.suffixes) == 2]
    assert len(files) > 3
    for file in files:
        answer = server.ask(f"/{file.relative_to(complete_site).as_posix()}")
        assert said(answer) == told(FILE, EVER, "text/css; charset=utf-8", open_to="*")
        assert file.suffixes[0][1:] == hashlib.sha256(answer.body).hexdigest()[:10]


def test_a_page_from_before_a_publication_gets_the_stylesheet_of_today_and_keeps_it_not(
    server: Server,
):
    answer = server.ask("/assets/kommunvision.0123456789.css")
    assert answer.status == 200
    assert answer.body == server.ask("/assets/kommunvision.css").body
    assert said(answer) == told(FILE, ASK, "text/css; charset=utf-8", open_to="*")
    assert server.ask("/assets/finns-inte.0123456789.css").status == 404


@pytest.mark.parametrize(
    "address",
    ["finns-inte", "exempelby/mal/finns-inte/", "exempelby/data/v1/finns-inte.json", "exempelby/inbaddad/v1/mal/x/", "assets/", "exempelby/data/"],
)  # fmt: skip
def test_an_address_without_a_page_is_404_in_swedish_with_the_protection_of_a_page(
    server: Server, address
):
    answer = server.ask(f"/{address}")
    assert answer.status == 404
    assert "<h1>Sidan finns inte</h1>" in answer.body.decode()
    found = said(answer)
    assert found["Content-Security-Policy"] == [PAGE]
    assert found["Content-Type"] == [HTML]
    assert found["Cache-Control"] == [ASK]
    for name, value in EVERYWHERE.items():
        assert found[name] == [value]


def test_a_page_that_is_withdrawn_is_410_and_says_why(server: Server):
    answer = server.ask("/exempelby/mal/mal-postlada/")
    assert answer.status == 410
    # The first word leads to its explanation in the word list.
    assert re.search(r"Målet(</a>)? stod med av misstag\.", answer.body.decode())
    assert said(answer) == told(PAGE, ASK, HTML)


def test_what_was_embedded_of_it_still_shows_its_sentence_in_its_frame(server: Server):
    answer = server.ask("/exempelby/inbaddad/v1/mal/mal-postlada/")
    assert answer.status == 200
    assert "togs bort" in answer.body.decode()


def test_an_old_address_leads_to_the_new_one_for_ever_with_what_was_asked(server: Server):
    for old, new in (
        ("/exempelby/mal/utbildning-2/", "/exempelby/mal/utb-2/"),
        ("/exempelby/mal/utbildning-2/?utm=brev", "/exempelby/mal/utb-2/?utm=brev"),
        ("/tema/tema-vattendraget/", "/tema/tema-an/"),
    ):
        answer = server.ask(old)
        assert answer.status == 301
        assert answer.headers["Location"].removeprefix("https://kommunvision.example") == new
        for name, value in EVERYWHERE.items():
            assert answer.headers.get_all(name) == [value], name


def test_a_folder_without_its_slash_leads_to_the_folder_on_the_same_server(server: Server):
    answer = server.ask("/exempelby/mal/utb-2")
    assert answer.status == 301
    location = answer.headers["Location"].removeprefix("https://kommunvision.example")
    assert location == "/exempelby/mal/utb-2/"


def test_a_visitor_without_encryption_is_sent_on(nginx: Server):
    answer = nginx.ask("/exempelby/?a=1", plain=True)
    assert answer.status == 301
    assert answer.headers["Location"] == "https://kommunvision.example/exempelby/?a=1"
    assert answer.headers["Strict-Transport-Security"] is None


@pytest.mark.parametrize(
    "path",
    [
        "/.server/nginx/kommunvision.conf",
        "/.server/nginx/moved.map",
        "/.htaccess",
        "/exempelby/sok/.htaccess",
        "/web.config",
        "/exempelby/sok/web.config",
        "/_headers",
        "/_redirects",
        "/.git/config",
    ],
)
def test_what_is_meant_for_servers_is_not_shown_to_visitors(server: Server, path):
    answer = server.ask(path)
    assert answer.status in {403, 404}
    assert "<h1>Sidan finns inte</h1>" in answer.body.decode()


def test_the_type_of_every_ending_in_the_site_is_told(server: Server, complete_site: Path):
    examples = {}
    for file in sorted(complete_site.rglob("*")):
        path = file.relative_to(complete_site).as_posix()
        hidden = path.startswith((".", "_")) or file.name in {".htaccess", "web.config"}
        if file.is_file() and not hidden and not path.endswith((".br", ".gz")):
            examples.setdefault(suffix(path), path)
    assert set(examples) - set(TYPES) == set()
    for ending, path in examples.items():
        answer = server.ask(f"/{path}")
        (media_type,) = answer.headers.get_all("Content-Type")
        assert media_type.partition(";")[0] == TYPES[ending] or ending == ".json"
        assert ("charset" in media_type) == (ending not in {".json", ".png", ".xlsx"}), path


@pytest.mark.parametrize(
    ("accepted", "sent"),
    [("gzip", "gzip"), ("br", "br"), ("gzip, deflate, br, zstd", "br"), ("identity", None), ("gzip;q=0.5, br;q=0", "gzip")],
)  # fmt: skip
@pytest.mark.parametrize("address", ["", "exempelby/mal/utb-2/", "exempelby/data/v1/mal.csv", "assets/kommunvision.css", "assets/karta.svg"])  # fmt: skip
def test_a_compressed_file_comes_to_those_who_read_it_and_is_the_same(
    server: Server, complete_site: Path, address, accepted, sent
):
    answer = server.ask(f"/{address}", Accept_Encoding=accepted)
    unpack = {"gzip": gzip.decompress, "br": brotli.decompress, None: bytes}[sent]
    path = complete_site / (
        f"{address}index.html" if not address or address.endswith("/") else address
    )
    assert answer.headers.get_all("Content-Encoding", []) == ([sent] if sent else [])
    assert unpack(answer.body) == path.read_bytes()
    assert "Accept-Encoding" in answer.headers["Vary"]
    if sent:
        assert answer.body == Path(f"{path}.{'gz' if sent == 'gzip' else sent}").read_bytes()


@pytest.mark.parametrize("accepted", ["identity", "gzip", "br"])
def test_a_browser_that_has_the_page_is_told_so_and_gets_it_not_again(server: Server, accepted):
    for address in ("/exempelby/", "/exempelby/mal/utb-2.json", "/assets/kommunvision.css"):
        first = server.ask(address, Accept_Encoding=accepted)
        again = server.ask(address, Accept_Encoding=accepted, If_None_Match=first.headers["ETag"])
        assert (again.status, again.body) == (304, b"")
        assert again.headers.get_all("Cache-Control") == [ASK]
        assert again.headers["ETag"] == first.headers["ETag"]
