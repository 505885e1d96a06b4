"""The document of a kommun is whole, tagged, in order, and made of nothing but the site's files."""

import io
import os
import re
import struct
import subprocess
import sys
import threading
import unicodedata
import zlib
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import lxml.html
import pikepdf
import pytest
from pypdf import PdfReader

from kommunvision import pipeline
from kommunvision.artifact import Sheet
from kommunvision.document import Book, print_book
from kommunvision.document.book import Chapter
from tests.document.reading import Reader
from tests.projects import GOALS, KOMMUN, project


def picture() -> bytes:
    """The smallest picture: one grey dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    body = zlib.compress(b"\x00\x80")
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", body), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


LOGOTYPE = """\
<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40"/></svg>
"""

VISIONS = """\
visioner:
- id: vision-2040
  rubrik: Vision 2040
  status: gällande
  text: |
    Vi hälsar på varandra.

    Ingen står utanför.
  syfte: Visionen visar vägen.
  källa: budget
"""

INDICATORS = """\
indikatorer:
- id: ind-lasning
  namn: Elever som läser med flyt
  enhet: procent
  hör_till: utb-2
  källa: budget
  värden: [{period: 2024, värde: 81}]
"""

MANY = "".join(
    f"- id: extra-{number}\n  nivå: mal\n  rubrik: Det extra målet nummer {number}\n"
    "  överordnade: [larande]\n  källa: budget\n"
    for number in range(12)
)

PAGE = """\
# En egen sida

Läs [beslutet](https://exempelby.example/beslut.pdf) och [målet](mal/utb-2.md).

![Kvarnen vid ån](kvarn.png)

| År | Antal |
| --- | --- |
| 2025 | 12 |
| 2026 | 14 |

## Ett avsnitt

- först
- sedan
    - inuti

### Underrubriken

""" + "".join(
    f"Det här är stycke {number}. " + "Orden fyller sidan. " * 60 + "\n\n" for number in range(6)
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    kommun = KOMMUN.replace(
        "  påhittad: ja\n",
        "  påhittad: ja\n  logotyp: {fil: marke.svg, alt: En kvarn}\n  beskrivning: Här bor vi.\n",
    )
    goals = GOALS.replace("nivå: omrade\n", "nivå: omrade\n  överordnade: [vision-2040]\n")
    files: dict[str, str | bytes | None] = {
        "data/exempelby/kommun.yml": kommun,
        "data/exempelby/visioner.yml": VISIONS,
        "data/exempelby/indikatorer.yml": INDICATORS,
        "data/exempelby/mal.yml": goals + MANY,
        "content/exempelby/marke.svg": LOGOTYPE,
        "content/exempelby/kvarn.png": picture(),
        "content/exempelby/egen.md": PAGE,
    }
    return project(tmp_path_factory.mktemp("document"), files)


def made(root: Path, target: Path, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kommunvision", "pdf", "exempelby", "--root", str(root)]
    return subprocess.run(
        [*command, "--ut", str(target), *words],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **env},
    )


@pytest.fixture(scope="module")
def path(root: Path) -> Path:
    target = root / "exempelby.pdf"
    result = made(root, target, "--dag", "2026-03-16")
    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stdout == f"Dokumentet är klart: {target}\n"
    return target


@pytest.fixture(scope="module")
def pdf(path: Path) -> pikepdf.Pdf:
    return pikepdf.open(path)


@pytest.fixture(scope="module")
def reader(pdf: pikepdf.Pdf) -> Reader:
    return Reader(pdf)


def together(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def test_it_says_that_it_is_accessible_and_what_it_is_called_in_which_language(pdf):
    assert bool(pdf.Root.MarkInfo.Marked)
    assert str(pdf.Root.Lang) == "sv"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert str(pdf.docinfo.Title) == "Vision och mål i Exempelby kommun"
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Vision och mål i Exempelby kommun"


def test_the_day_that_is_asked_for_stands_on_the_cover_and_in_the_margin(pdf, reader):
    assert "Sammanställt 16 mars 2026" in reader.text(reader.of("Sect")[0])
    assert "Sammanställt 16 mars 2026" in "".join(reader.artifacts[3])
    assert str(pdf.docinfo.ModDate).startswith("D:20260316")


def test_headings_begin_with_one_of_the_first_rank_and_leave_none_out(reader):
    ranks = [int(str(heading.S)[2]) for heading in reader.of("H1", "H2", "H3", "H4", "H5", "H6")]
    assert ranks[0] == 1
    assert ranks.count(1) == 1
    assert set(ranks) >= {1, 2, 3, 4, 5}
    assert all(later <= earlier + 1 for earlier, later in pairwise(ranks))


def test_everything_that_is_drawn_is_either_text_or_set_aside(reader):
    assert reader.untagged == []
    read = set(reader.places(reader.document))
    assert read == set(reader.pieces)


def test_nothing_is_read_twice_and_all_in_the_order_of_the_pages(reader):
    places = list(reader.places(reader.document))
    assert len(places) == len(set(places))
    assert [page for page, _ in places] == sorted(page for page, _ in places)


def test_what_stands_in_the_margins_is_not_read(reader):
    assert all("Exempelby kommun" in "".join(texts) for texts in reader.artifacts[1:])
    numbers = ["".join(texts) for texts in reader.artifacts]
    assert all(str(number) in text for number, text in enumerate(numbers[1:], start=2))
    assert "Sammanställt" not in reader.text(reader.of("Sect")[2])


def test_it_reads_every_page_as_the_website_has_it(root: Path, reader: Reader) -> None:
    outcome = pipeline.produce(root, only=["exempelby"])
    left_out = {"exempelby/", "exempelby/vision/", "exempelby/sok/", "exempelby/om/"}
    left_out |= {"exempelby/tillganglighet/", "exempelby/oppna-data/"}
    read = together(reader.text())
    compared = [page for page in outcome.pages if page.url not in left_out]
    assert len(compared) > 15
    for page in compared:
        tree = lxml.html.fromstring(f"<div>{page.body}</div>")
        facts = bool(tree.xpath("./dl[@class='kv-facts']/div/dt[.='Källa']"))
        # Nor is a link to a file of any use on paper.
        for one in tree.xpath("//*[@class='kv-cell-label' or @class='kv-as-data']|//svg"):
            one.drop_tree()
        for one in tree.xpath("//section[@class='kv-source']") if facts else ():
            one.drop_tree()
        assert together(page.heading + tree.text_content()) in read, page.url
    assert "procent" in read
    assert "CSV" not in read


def test_how_to_embed_a_page_is_told_on_the_website_alone(reader: Reader) -> None:
    assert "badda-in" not in reader.text()
    assert "Ram med fast" not in reader.text()


def test_an_editors_own_page_stands_in_it_with_picture_table_and_lists(reader):
    read = together(reader.text())
    assert "beslutet(https://exempelby.example/beslut.pdf)ochmålet." in read
    assert "Underrubriken" in read
    (kvarn,) = [figure for figure in reader.of("Figure") if str(figure.get("/Alt")) != "En kvarn"]
    assert str(kvarn.Alt) == "Kvarnen vid ån"


def test_every_picture_has_words(reader):
    figures = reader.of("Figure")
    assert len(figures) >= 2
    assert all(str(figure.get("/Alt", "")) for figure in figures)


def test_every_heading_of_a_table_says_what_it_is_the_heading_of(reader):
    cells = reader.of("TH")
    scopes = {reader.text(cell): str(cell.A.Scope) for cell in cells}
    assert scopes["Antal"] == "/Column"
    assert scopes["Stödjer"] == "/Row"
    for table in reader.of("Table"):
        assert {str(kid.S) for kid in table.K} <= {"/Caption", "/THead", "/TBody", "/TR"}
    for row in reader.of("TR"):
        assert {str(kid.S) for kid in row.K} <= {"/TH", "/TD"}


def test_the_ids_that_cells_refer_to_are_registered(pdf, reader):
    registered = {bytes(name) for name in list(pdf.Root.StructTreeRoot.IDTree.Names)[::2]}
    wanted = {bytes(header) for cell in reader.of("TD") for header in cell.A.get("/Headers", [])}
    assert wanted
    assert wanted <= registered


def test_lists_hold_items_and_inner_lists_alone(reader):
    assert reader.of("L")
    for one in reader.of("L"):
        assert {str(kid.S) for kid in one.K} <= {"/LI", "/L"}
    for item in reader.of("LI"):
        assert {str(kid.S) for kid in item.K} <= {"/Lbl", "/LBody"}


def test_every_link_is_called_what_it_says_and_belongs_to_its_text(pdf, reader):
    links = [note for page in pdf.pages for note in page.get("/Annots", [])]
    assert links
    assert all(str(link.Contents).strip() and "--" not in str(link.Contents) for link in links)
    tied = [
        kid.Obj.objgen
        for one in reader.of("Link")
        for kid in one.K
        if isinstance(kid, pikepdf.Dictionary)
    ]
    assert sorted(tied) == sorted(link.objgen for link in links)


def test_links_within_the_kommun_lead_to_places_in_the_document(pdf):
    links = [note for page in pdf.pages for note in page.get("/Annots", [])]
    places = {str(name) for name in list(pdf.Root.Names.Dests.Names)[::2]}
    inside = {str(link.Dest) for link in links if "/Dest" in link}
    assert len(inside) > 15
    assert inside <= places
    outside = {str(link.A.URI) for link in links if "/A" in link}
    assert "https://exempelby.example/beslut.pdf" in outside
    assert not any("/mal/" in address or "/kallor/" in address for address in outside)


def test_what_goes_on_over_the_page_is_one_paragraph_in_one_chapter(reader):
    paragraphs = [one for one in reader.of("P") if "Orden fyller sidan." in reader.text(one)]
    assert len(paragraphs) == 6
    assert any(len({page for page, _ in reader.places(one)}) == 2 for one in paragraphs)
    chapters = [one for one in reader.document.K if "En egen sida" in reader.text(one)]
    assert len(chapters) == 2  # the contents, and the chapter itself


def test_the_bookmarks_are_the_contents(pdf):
    with pdf.open_outline() as outline:
        (cover,) = outline.root
        titles = [item.title for item in cover.children]
    assert cover.title == "Vision och mål i Exempelby kommun"
    assert titles[0] == "Innehåll"
    assert "Källor och beslut" in titles or "Källor" in titles
    assert "En egen sida" in titles


def test_every_font_is_within_the_file(pdf):
    fonts = [font for page in pdf.pages for font in page.obj.Resources.Font.as_dict().values()]
    assert fonts
    for font in fonts:
        assert "/ToUnicode" in font
        assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor or (
            "/FontFile3" in font.DescendantFonts[0].FontDescriptor
        )


@pytest.mark.full
def test_the_same_input_gives_the_same_bytes(root: Path, path: Path, tmp_path: Path) -> None:
    again = tmp_path / "igen.pdf"
    assert made(root, again, "--dag", "2026-03-16", PYTHONHASHSEED="7").returncode == 0
    assert again.read_bytes() == path.read_bytes()


def test_long_words_are_not_cut_in_two_on_the_cover_and_in_what_rows_are_about(root, tmp_path):
    (kommun,) = pipeline.check(root).kommuner
    named = replace(kommun, formal_name="Räddningstjänstförbundet Ådalarna")
    wide = "<td>Från 7,4 procent till 7,1 procent på två år, räknat som alla andra räknar.</td>" * 3
    table = f"<table><tbody><tr><th scope='row'>Sjukfrånvaro</th>{wide}</tr></tbody></table>"
    sheet = Sheet(url="", heading="Tabell", body=table)
    made = print_book(Book(named, (Chapter(sheet, 2),)), tmp_path)
    text = [page.extract_text() for page in PdfReader(io.BytesIO(made)).pages]
    assert "Räddningstjänstförbundet" in text[0].split("Dokumentet")[0]
    assert "Sjukfrånvaro" in text[-1]


def test_only_files_of_the_site_are_fetched(root: Path, tmp_path: Path) -> None:
    asked: list[str] = []

    class Listening(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)

    site = tmp_path / "site"
    site.mkdir()
    (tmp_path / "hemlig.png").write_bytes(picture())
    (site / "bild.png").write_bytes(picture())
    (site / "lank.png").symlink_to(tmp_path / "hemlig.png")
    with ThreadingHTTPServer(("127.0.0.1", 0), Listening) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        web = f"http://127.0.0.1:{server.server_port}/bild.png"
        (site / "teckning.svg").write_text(
            f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="{web}" '
            f'width="9" height="9"/><image href="file://{tmp_path}/hemlig.png" width="9"/></svg>'
        )
        hidden = (f"file://{tmp_path}/hemlig.png", "../../hemlig.png", "lank.png", web)
        shown = (*hidden, "teckning.svg", "/bild.png")
        body = "".join(f'<p><img src="{source}" alt="En bild"></p>' for source in shown)
        sheet = Sheet(
            url="", heading="Bilder", body=f'{body}<p style="background:url({web})">Ord</p>'
        )
        (kommun,) = pipeline.check(root).kommuner
        made = print_book(Book(kommun, (Chapter(sheet, 2),)), site)
        server.shutdown()
    assert asked == []
    found = pikepdf.open(io.BytesIO(made))
    drawn = [
        thing
        for thing in found.objects
        if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image"
    ]
    assert len(drawn) == 1
