"""A workbook that somebody has edited, or made to do harm, gives problems with sheet and cell."""

from collections.abc import Callable
from datetime import date, datetime, time
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from kommunvision.load import read_workbook
from kommunvision.model import Kommun
from kommunvision.problem import Problems
from kommunvision.report import text as report
from tests.export.test_everything import book_of
from tests.helpers import kommun_from


@cache
def exported() -> bytes:
    return book_of(
        kommun_from(
            """
            mål:
            - id: utb-2
              nivå: mal
              rubrik: Fler klarar skolan
              lydelser: [{text: Alla ska klara skolan., anmärkning: I utkastet.}]
              nummer: "2"
            indikatorer:
            - id: ind-x
              namn: Nöjda
              decimaler: 1
              värden:
              - {period: 2023, värde: "81,5", anmärkning: Hej}
              - {period: maj 2024, värde: 82, kvinnor: 83}
            """
        )
    )


def edited(change: Callable[[Workbook], None]) -> bytes:
    """The workbook as somebody has changed it with a spreadsheet program."""
    book = load_workbook(BytesIO(exported()))
    # A table with other headings than its cells is mended by such a program.
    for sheet in book.worksheets:
        sheet.tables.clear()
    change(book)
    found = BytesIO()
    book.save(found)
    return found.getvalue()


def put(sheet: str, heading: str, row: int, value: object, form: str = "General") -> bytes:
    """The workbook with another value in a cell, below a heading that is there or added."""

    def change(book: Workbook) -> None:
        cells = book[sheet]
        headings = [cell.value for cell in cells[1]]
        if heading not in headings:
            cells.cell(1, len(headings) + 1, heading)
            headings.append(heading)
        cell = cells.cell(row, headings.index(heading) + 1)
        cell.value = value
        cell.number_format = form

    return edited(change)


def read(content: bytes) -> Kommun:
    kommun, problems = read_workbook(content)
    assert not problems, said(problems)
    assert kommun is not None
    return kommun


def said(problems: Problems) -> str:
    """What a person reads of the problems."""
    return report(problems, lambda _path, _line: None)


def faults(content: bytes) -> list[tuple[str, str]]:
    _, problems = read_workbook(content)
    return [(one.code, str(one.origin).removeprefix("malsystem.xlsx, bladet ")) for one in problems]


def test_what_a_person_adds_and_changes_is_read():
    content = put("Data mål", "rubrik", 3, "Ett nytt mål")
    book = load_workbook(BytesIO(content))
    sheet = book["Data mål"]
    headings = [cell.value for cell in sheet[1]]
    sheet.cell(3, headings.index("id") + 1, "nytt")
    sheet.cell(3, headings.index("nivå") + 1, "mal")
    book["Data lydelser"].append(["nytt", "lydelser", "Så stod det förut."])
    found = BytesIO()
    book.save(found)
    first, second = read(found.getvalue()).goals
    assert first.title == "Fler klarar skolan"
    assert (second.id, second.title) == ("nytt", "Ett nytt mål")
    assert [one.text for one in second.wordings] == ["Så stod det förut."]


@pytest.mark.parametrize(
    ("written", "form", "kept"),
    [
        (81.5, "#,##0.0", "81.5"),
        (81.5, "#,##0.00", "81.50"),
        (81, "0.0", "81.0"),
        (81.25, "0.0", "81.25"),
        (0.1 + 0.2, "General", "0.3"),
        (81.299999999999997, "General", "81.3"),
        ("81,5", "General", "81.5"),
        (-3, "General", "-3"),
    ],
)
def test_a_number_has_the_digits_that_are_shown_and_none_too_few(written, form, kept):
    found = read(put("Data värden", "värde", 2, written, form))
    assert str(found.indicators[0].values[0].value) == kept


@pytest.mark.parametrize(
    ("written", "form", "period"),
    [
        (2025, "General", "2025"),
        (datetime(2025, 5, 1), "mmm-yy", "2025-05"),  # noqa: DTZ001 - as a sheet has it
        (datetime(2025, 5, 1), "yyyy-mm", "2025-05"),  # noqa: DTZ001
        (datetime(2025, 5, 1), "yyyy-mm-dd", "2025-05-01"),  # noqa: DTZ001
        (date(2025, 5, 1), "d mmm yyyy", "2025-05-01"),
    ],
)
def test_a_period_that_the_program_takes_for_a_number_or_a_day_is_what_it_shows(
    written, form, period
):
    found = read(put("Data värden", "period", 2, written, form))
    assert found.indicators[0].values[0].period == next(
        one.period
        for one in kommun_from(
            f"indikatorer: [{{id: i, namn: I, värden: [{{period: {period}, värde: 1}}]}}]"
        )
        .indicators[0]
        .values
    )


@pytest.mark.parametrize("written", [True, "ja", "JA"])
def test_yes_may_be_a_word_or_the_programs_own(written):
    assert read(put("Data indikatorer", "bakgrund", 2, written)).indicators[0].background


@pytest.mark.parametrize(
    ("put_where", "code", "place"),
    [
        (("Data mål", "rubrik", "=1+1", "General"), "KV944", "Data mål, cell C2"),
        (
            ("Data mål", "rubrik", "='[annan.xlsx]Blad1'!A1", "General"),
            "KV944",
            "Data mål, cell C2",
        ),
        (("Data mål", "rubrik", "#REF!", "General"), "KV944", "Data mål, cell C2"),
        (("Data värden", "värde", 0.81, "0%"), "KV944", "Data värden, cell D2"),
        (("Data värden", "värde", time(12, 30), "h:mm"), "KV944", "Data värden, cell D2"),
        (("Data värden", "värde", "åttio", "General"), None, ""),
        (("Data värden", "värde", "8 av 10", "General"), "KV118", "Data värden, cell D2"),
        (("Data värden", "period", "i fjol", "General"), "KV408", "Data värden, cell C2"),
        (("Data indikatorer", "decimaler", "en", "General"), "KV107", "Data indikatorer, cell C2"),
        (("Data mål", "rubrik", "två\nrader", "General"), "KV114", "Data mål, cell C2"),
        (("Data mål", "rubrikk", "x", "General"), "KV101", "Data mål, cell E1"),
        (("Data mål", "rubrik.text", "x", "General"), "KV101", "Data mål, cell E1"),
        (("Data lydelser", "del av", "finns-inte", "General"), "KV945", "Data lydelser, cell A2"),
        (("Data lydelser", "nyckel", "lydelse", "General"), "KV101", "Data lydelser, cell B2"),
        (("Data lydelser", "nyckel", None, "General"), "KV945", "Data lydelser, cell A2"),
        (("Data lydelser", "rad", "utb-2", "General"), "KV946", "Data lydelser, cell E2"),
        (("Data mål", "text", "dolt\u200btecken", "General"), "KV008", "Data mål, cell E2"),
    ],
)
def test_a_cell_that_cannot_be_read_is_pointed_out(put_where, code, place):
    sheet, heading, value, form = put_where
    found = faults(put(sheet, heading, 2, value, form))
    assert found == ([(code, place)] if code else [])


def test_a_value_without_a_heading_is_pointed_out():
    def change(book: Workbook) -> None:
        book["Data mål"]["G2"] = "vilsen"

    assert faults(edited(change)) == [("KV944", "Data mål, cell G2")]


def test_a_missing_required_cell_is_missed_where_its_row_begins():
    assert faults(put("Data mål", "nivå", 2, None)) == [("KV102", "Data mål, cell A2")]


def test_two_rows_of_one_name_are_pointed_out():
    def change(book: Workbook) -> None:
        sheet = book["Data lydelser"]
        sheet["E1"], sheet["E2"], sheet["E3"] = "rad", "min", "min"
        sheet["A3"], sheet["B3"], sheet["C3"] = "utb-2", "lydelser", "En till."

    assert faults(edited(change)) == [("KV946", "Data lydelser, cell E3")]


def test_rows_that_are_parts_of_each_other_are_pointed_out():
    def change(book: Workbook) -> None:
        sheet = book["Data lydelser"]
        sheet["E1"] = "rad"
        for row, (within, name) in enumerate([("b", "a"), ("a", "b")], start=2):
            sheet.cell(row, 1, within)
            sheet.cell(row, 2, "lydelser")
            sheet.cell(row, 3, "Runt.")
            sheet.cell(row, 5, name)

    content = edited(change)
    kommun, _ = read_workbook(content)
    assert kommun is None
    assert ("KV945", "Data lydelser, cell A2") in faults(content)


def test_rows_within_rows_without_end_are_refused():
    def change(book: Workbook) -> None:
        sheet = book["Data lydelser"]
        sheet["E1"] = "rad"
        for row in range(3, 300):
            sheet.cell(row, 1, "utb-2" if row == 3 else f"r{row - 1}")
            sheet.cell(row, 2, "lydelser")
            sheet.cell(row, 5, f"r{row}")

    kommun, problems = read_workbook(edited(change))
    assert kommun is None
    assert {one.code for one in problems} == {"KV945", "KV102"}


def test_a_key_with_points_without_end_is_refused():
    found = faults(put("Data lydelser", "nyckel", 2, "a." * 16_000))
    assert found
    assert {code for code, _ in found} <= {"KV101", "KV102", "KV945"}


@pytest.mark.parametrize("name", ["Innehåll", "Data kommun", "Data mål", "Data värden"])
def test_a_sheet_that_is_missing_is_missed(name):
    content = edited(lambda book: book.remove(book[name]))
    kommun, problems = read_workbook(content)
    assert kommun is None
    assert f'fel KV943: Bladet "{name}" saknas i arbetsboken.' in said(problems)


def test_a_sheet_that_is_taken_away_together_with_its_row_is_not_missed():
    def change(book: Workbook) -> None:
        book.remove(book["Data lydelser"])
        listed = book["Innehåll"]
        (row,) = [one for one in listed.iter_rows() if one[0].value == "Data lydelser"]
        listed.delete_rows(row[0].row)

    assert read(edited(change)).goals[0].wordings == ()


def test_sheets_of_somebodys_own_are_left_alone():
    def change(book: Workbook) -> None:
        book.create_sheet("Mina anteckningar")["A1"] = "=1+1"

    assert read(edited(change)) == read(exported())


def test_a_workbook_without_anybody_is_a_problem():
    def change(book: Workbook) -> None:
        book["Data kommun"].delete_rows(2)

    assert ("KV102", "Data kommun") in faults(edited(change))


def packed(parts: dict[str, bytes]) -> bytes:
    """The workbook with other parts, as no program writes them."""
    found = BytesIO()
    with (
        ZipFile(BytesIO(exported())) as old,
        ZipFile(found, "w", ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return found.getvalue()


_LAUGHS = b"""<?xml version="1.0"?>
<!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&b;</t></si></sst>"""


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (lambda: b"", "Filen är ingen arbetsbok"),
        (lambda: b"id;rubrik", "Filen är ingen arbetsbok"),
        (lambda: exported()[:2000], "Filen är ingen arbetsbok"),
        (lambda: packed({"xl/workbook.xml": b"<workbook"}), "Filen är ingen arbetsbok"),
        (lambda: packed({"xl/worksheets/sheet2.xml": b"<x><y>"}), "Filen är ingen arbetsbok"),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "skyddad med ett lösenord"),
        (
            lambda: b"\xd0\xcf\x11\xe0" + bytes(600) + "Workbook".encode("utf-16-le"),
            "det gamla formatet xls",
        ),
        (lambda: packed({"xl/sharedStrings.xml": _LAUGHS}), "inget kalkylprogram skriver"),
        (
            lambda: packed({"xl/sharedStrings.xml": _LAUGHS.decode().encode("utf-16")}),
            "inget kalkylprogram skriver",
        ),
        (lambda: packed({"xl/media/bomb.bin": bytes(200_000_001)}), "större än"),
        (lambda: exported() + bytes(20_000_000), "större än"),
    ],
    ids=[
        "nothing",
        "another format",
        "half a file",
        "half a list of sheets",
        "a sheet that is no XML",
        "a file with a password",
        "a workbook of the format before",
        "entities that grow",
        "entities in another encoding",
        "a bomb",
        "a file without end",
    ],
)
def test_a_file_that_is_broken_or_hostile_is_refused_whole(content, words):
    kommun, problems = read_workbook(content())
    assert kommun is None
    assert [one.code for one in problems] == ["KV942"]
    assert words in said(problems)
    assert said(problems).startswith("malsystem.xlsx: fel KV942: ")


def test_a_sheet_that_says_it_is_endless_is_read_as_it_is():
    with ZipFile(BytesIO(exported())) as book:
        name = "xl/worksheets/sheet3.xml"
        sheet = book.read(name).decode()
    start = sheet.index('<dimension ref="') + len('<dimension ref="')
    grown = f"{sheet[:start]}A1:XFD1048576{sheet[sheet.index(chr(34), start) :]}"
    assert read(packed({name: grown.encode()})) == read(exported())


def test_a_sheet_with_a_row_at_the_end_of_all_rows_is_refused():
    def change(book: Workbook) -> None:
        book["Data mål"]["A1048576"] = "långt-ner"

    _, problems = read_workbook(edited(change))
    assert "Bladet Data mål har fler rader än något målsystem." in said(problems)
