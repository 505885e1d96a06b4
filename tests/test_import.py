"""``kommunvision import``: a published goal system becomes a folder of data files, or nothing does."""

import shutil
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kommunvision import pipeline
from kommunvision.chain import Site
from kommunvision.export import Setting
from kommunvision.export.goal_system import document
from kommunvision.export.json_text import json_text
from kommunvision.load import load_site
from kommunvision.model import Kommun
from kommunvision.report import severity
from kommunvision.swedish.problems import Severity
from tests.export.test_everything import book_of
from tests.helpers import kommun_from
from tests.projects import snapshot
from tests.test_cli import run

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def exempelby(repository) -> Kommun:
    return next(one for one in load_site(repository).kommuner if one.slug == "exempelby")


@pytest.fixture
def root(tmp_path: Path, repository: Path) -> Path:
    """A site with the shared themes and word list, and no kommun yet."""
    place = tmp_path / "webb"
    (place / "data").mkdir(parents=True)
    for shared in ("teman.yml", "ordlista.yml"):
        shutil.copy(repository / "data" / shared, place / "data")
    return place


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The workbook of a small kommun."""
    kommun = kommun_from(
        """
        mål:
        - {id: utb-1, nivå: mal, rubrik: Fler lär sig läsa, status: gällande}
        - {id: utb-2, nivå: mal, rubrik: Fler klarar skolan, status: gällande}
        """
    )
    path = tmp_path / "malsystem.xlsx"
    path.write_bytes(book_of(kommun))
    return path


@pytest.mark.parametrize("form", ["xlsx", "json"])
def test_a_kommun_moves_to_another_site_and_is_what_it_was(capsys, root, exempelby, form):
    file = root.parent / f"malsystem.{form}"
    as_json = json_text(document(Setting(Site(()), "https://prov.example/"), exempelby))
    file.write_bytes(book_of(exempelby) if form == "xlsx" else as_json.encode())
    code, out, err = run(capsys, "import", file, "--root", root)
    assert (code, err) == (0, "")
    assert out == (
        "Exempelby är inläst i mappen data/exempelby/:\n"
        "  data/exempelby/kommun.yml\n"
        "  data/exempelby/styrmodell.yml\n"
        "  data/exempelby/organisation.yml\n"
        "  data/exempelby/visioner.yml\n"
        "  data/exempelby/mal.yml\n"
        "  data/exempelby/indikatorer.yml\n"
        "  data/exempelby/kallor.yml\n"
        "  data/exempelby/aktuellt.yml\n"
        "  data/exempelby/teman.yml\n"
        "  data/exempelby/ordlista.yml\n"
        "  data/exempelby/uppfoljning/skalor.yml\n"
        "  data/exempelby/uppfoljning/matvarden.yml\n"
        "  data/exempelby/uppfoljning/2021.yml\n"
        "  data/exempelby/uppfoljning/2022.yml\n"
        "  data/exempelby/uppfoljning/2024.yml\n"
        "  data/exempelby/las.yml\n"
        "Bilder följer inte med. Lägg dem i mappen content/exempelby/: logotyp.svg och "
        "bussen.svg.\n"
        "Kontrollera filerna med: kommunvision check\n"
    )
    (kommun,) = load_site(root).kommuner
    assert kommun == exempelby
    # The site's own themes are not written once more.
    assert "id: klimat" not in (root / "data/exempelby/teman.yml").read_text("utf-8")
    # With its pictures in place it is as free from errors as it was, locks included.
    (root / "content" / "exempelby").mkdir(parents=True)
    for name in ("logotyp.svg", "bussen.svg"):
        shutil.copy(REPOSITORY / "content" / "exempelby" / name, root / "content" / "exempelby")
    found = pipeline.check(root).problems
    assert [one for one in found if severity(one) is Severity.ERROR] == []


def test_the_folder_may_have_another_name(capsys, root, book):
    code, out, _ = run(capsys, "import", book, "--root", root, "--till", "data/nyby/")
    assert code == 0
    assert "inläst i mappen data/nyby/:" in out
    assert [one.slug for one in load_site(root).kommuner] == ["nyby"]


@pytest.mark.parametrize(
    ("till", "said"),
    [
        ("../ute", "Mappen kan inte heta ../ute."),
        ("Ny by", "Mappen kan inte heta Ny by."),
        ("data", "Mappen kan inte heta data."),
        ("sok", "Mappen kan inte heta sok."),
    ],
)
def test_a_folder_that_cannot_be_an_address_is_refused(capsys, root, book, till, said):
    before = snapshot(root)
    code, _, err = run(capsys, "import", book, "--root", root, "--till", till)
    assert code == 2
    assert said in err
    assert snapshot(root) == before


def test_a_folder_that_exists_is_left_as_it_is(capsys, root, book):
    (root / "data/exempelby").mkdir()
    (root / "data/exempelby/kommun.yml").write_text("kommun: {}\n", encoding="utf-8")
    before = snapshot(root)
    code, _, err = run(capsys, "import", book, "--root", root)
    assert code == 2
    assert "Mappen data/exempelby/ finns redan. Ingenting är ändrat." in err
    assert snapshot(root) == before


def test_a_site_with_one_kommun_directly_in_data_takes_no_other(capsys, root, book):
    who = "kommun: {namn: Åby, formellt_namn: Åby kommun, påhittad: ja}\n"
    (root / "data/kommun.yml").write_text(who, encoding="utf-8")
    code, _, err = run(capsys, "import", book, "--root", root)
    assert code == 2
    assert "Filerna i data/ hör redan till en kommun." in err


def test_errors_are_told_with_sheet_and_cell_and_nothing_is_written(capsys, root, book):
    changed = load_workbook(BytesIO(book.read_bytes()))
    sheet = changed["Data mål"]
    headings = [cell.value for cell in sheet[1]]
    sheet.cell(2, headings.index("rubrik") + 1, "=A1")
    sheet.cell(3, headings.index("status") + 1, "gälande")
    changed.save(book)
    before = snapshot(root)
    code, out, err = run(capsys, "import", book, "--root", root)
    assert (code, out) == (1, "")
    assert err == (
        "malsystem.xlsx, bladet Data mål, cell C2: fel KV944: Cellen har en formel.\n"
        '   Kopiera cellen, och klistra in den igen med "Klistra in värden".\n'
        "\n"
        'malsystem.xlsx, bladet Data mål, cell D3: fel KV108: "status" kan inte vara "gälande".\n'
        '   Menade du "gällande"?\n'
        "\n"
        "2 fel.\n"
        "Ingenting är inläst. Rätta felen i filen och försök igen.\n"
    )
    assert snapshot(root) == before


def test_nothing_is_left_when_the_disk_fails_halfway(capsys, root, book, monkeypatch):
    before = snapshot(root)
    whole = Path.write_text

    def fails(path: Path, *args: object, **options: object) -> int:
        if path.name == "mal.yml":
            raise OSError(28, "No space left on device", str(path))
        return whole(path, *args, **options)

    monkeypatch.setattr(Path, "write_text", fails)
    code, _, err = run(capsys, "import", book, "--root", root)
    assert code == 1
    assert "Det finns ingen plats kvar på disken." in err
    assert snapshot(root) == before
    assert {one.name for one in (root / "data").iterdir()} == {"ordlista.yml", "teman.yml"}


@pytest.mark.parametrize(
    ("file", "code", "said"),
    [
        (("finns-inte.xlsx", None), 2, "finns inte."),
        (("lista.ods", b"id\n"), 2, "lista.ods går inte att läsa in."),
        (("lista.csv", b"id\n"), 1, "lista.csv: fel KV950"),
        (("trasig.xlsx", b"PK"), 1, "Filen är ingen arbetsbok i formatet xlsx"),
        (("trasig.json", b"{"), 1, "fel KV003"),
        (("latin.json", '{"å": 1}'.encode("cp1252")), 1, "fel KV001"),
        (("tom.json", b"{}"), 1, "fel KV102"),
        (
            ("utan.json", '{"kommun": {"namn": "Å", "formellt_namn": "Å kommun"}}'.encode()),
            2,
            "Filen säger inte vad mappen ska heta. Ange det med --till.",
        ),
    ],
)
def test_a_file_that_is_no_goal_system_is_refused(capsys, root, file, code, said):
    name, content = file
    if content is not None:
        (root.parent / name).write_bytes(content)
    before = snapshot(root)
    found, _, err = run(capsys, "import", root.parent / name, "--root", root)
    assert found == code
    assert said in err
    assert snapshot(root) == before
