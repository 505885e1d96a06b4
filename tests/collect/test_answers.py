"""Answers are understood in all the ways that people and programs write them."""

import csv
from datetime import date, datetime
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from kommunvision import report
from tests.collect.filling import (
    FOLLOW_UP,
    INDICATORS,
    STATEMENTS,
    VALUES,
    asked_of,
    cell,
    filled,
    put,
    read,
    site,
    told,
)


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    return asked_of(site(tmp_path_factory.mktemp("svar")))


S, V = STATEMENTS, VALUES


@pytest.mark.parametrize(
    ("place", "value", "form", "said"),
    [
        ((S, "skola-2", "status"), "på väg", "", "på väg"),
        ((S, "skola-2", "status"), "  PÅ  VÄG ", "", "på väg"),
        # An id of a step, a word for forecasts, a word that nobody is offered.
        ((S, "skola-2", "status"), "gront", "", "gront"),
        ((S, "skola-2", "status"), "väntas nås", "", "väntas nås"),
        ((S, "skola-2", "status"), "framgår inte av källan", "", "framgår inte av källan"),
        ((S, "skola-2", "kommentar"), " Fler läser. \n\nÄven hemma.  ", "", "Fler läser.\n\nÄven hemma."),
        ((S, "skola-2", "kommentar"), "Fler la\u0308ser.", "", "Fler läser."),
        ((S, "skola-2", "rapporterat"), date(2026, 9, 12), "yyyy-mm-dd", "2026-09-12"),
        ((S, "skola-2", "rapporterat"), datetime(2026, 9, 12), "d mmmm yyyy", "2026-09-12"),  # noqa: DTZ001 - as workbooks have it
        ((S, "skola-2", "rapporterat"), date(2026, 9, 1), "mmm-yy", "2026-09"),
        ((S, "skola-2", "rapporterat"), "12 september 2026", "", "12 september 2026"),
        ((S, "skola-2", "rapporterat"), "den 12 september 2026", "", "12 september 2026"),
        ((S, "skola-2", "rapporterat"), "12/9 2026", "", "2026-09-12"),
        ((S, "skola-2", "rapporterat"), "12.9.2026", "", "2026-09-12"),
        ((S, "skola-2", "rapporterat"), "20260912", "", "2026-09-12"),
        ((S, "skola-2", "rapporterat"), "september 2026", "", "september 2026"),
        ((V, "ind-las", "värde"), 83.5, "0.0", "83,5"),
        ((V, "ind-las", "värde"), "83,5", "", "83,5"),
        ((V, "ind-las", "värde"), " 83.5 ", "", "83,5"),
        ((V, "ind-las", "värde"), "83,5 %", "", "83,5"),
        ((V, "ind-las", "värde"), 0.835, "0.0%", "83,5"),
        ((V, "ind-las", "värde"), 0.57, "0%", "57"),
        ((V, "ind-elever", "värde"), "1 234", "", "1234"),
        ((V, "ind-elever", "värde"), "1\u00a0234", "", "1234"),
        ((V, "ind-elever", "värde"), "1\u202f234", "", "1234"),
        ((V, "ind-elever", "värde"), 1234, "# ##0", "1234"),
        ((V, "ind-elever", "värde"), "−3", "", "-3"),
        ((V, "ind-elever", "värde"), "färre än 5", "", "färre än 5"),
        ((V, "ind-elever", "värde"), "<5", "", "under 5"),
        ((V, "ind-elever", "saknas"), "För få svar", "", "för få svar"),
        ((V, "ind-frukost", "värde"), False, "", "nej"),
        ((V, "ind-frukost", "värde"), "Nej", "", "nej"),
    ],
)  # fmt: skip
def test_an_answer_is_understood(asked, place, value, form, said):
    changes, problems = read(asked, filled(asked, put(*place, value, form)))
    # Fewer pupils than none can be read, and are doubted.
    assert [one.code for one in problems] == (["KV948"] if said == "-3" else [])
    ((key, (_, after)),) = told(changes).items()
    assert (key, after) == (place[1:], said)


@pytest.mark.parametrize("nothing", ["–", "-", "—", "saknas", "Saknas", " ", "..", None])
def test_what_says_that_there_is_nothing_changes_nothing(asked, nothing):
    edits = [put(S, "skola-2", heading, nothing) for heading in ("status", "trend", "kommentar")]
    assert read(asked, filled(asked, *edits)) == ((), ())


def test_no_value_and_why(asked):
    edits = put(V, "ind-las", "värde", "–"), put(V, "ind-las", "saknas", "inte mätt ännu")
    changes, problems = read(asked, filled(asked, *edits))
    assert problems == ()
    assert told(changes) == {("ind-las", "saknas"): ("", "inte mätt ännu")}


def test_a_word_that_could_be_two_is_not_guessed(tmp_path):
    scales = """
skalor:
  - id: en
    namn: En
    används_för: [mål]
    steg: [{id: a, ord: Klart, form: bock, ton: bra}]
  - id: annan
    namn: Annan
    används_för: [mål]
    steg: [{id: klart, ord: stängt, form: kryss, ton: dåligt}]
"""
    occasions = FOLLOW_UP[FOLLOW_UP.index("uppföljningar:") :]
    for word in ("osäkert", "på väg", "gult"):
        occasions = occasions.replace(f"status: {word}", "status: inte bedömt")
    asked = asked_of(site(tmp_path, {"data/nyby/uppfoljning.yml": scales + occasions}))
    _, (found,) = read(asked, filled(asked, put(S, "skola-2", "status", "KLART")))
    assert (found.code, found.details["choices"]) == ("KV960", "Klart, klart")
    changes, _ = read(asked, filled(asked, put(S, "skola-2", "status", "Klart")))
    assert told(changes) == {("skola-2", "status"): ("", "Klart")}


def test_rows_may_be_sorted_and_columns_moved(asked):
    def turned(book):
        sheet = book[S]
        del sheet.tables[next(iter(sheet.tables))]
        rows = [[one.value for one in row] for row in sheet.iter_rows()]
        sheet.delete_rows(1, sheet.max_row)
        for row in [rows[0], *rows[:0:-1]]:
            sheet.append(row[::-1])

    content = filled(asked, put(S, "skola-2", "status", "på väg"), turned)
    changes, problems = read(asked, content)
    assert problems == ()
    assert told(changes) == {("skola-2", "status"): ("", "på väg")}


def as_csv(asked, sheet, *edits, delimiter=";", encoding="utf-8-sig", shown=str):
    """A sheet as a program saves it as CSV."""
    book = load_workbook(BytesIO(filled(asked, *edits)))
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    for row in book[sheet].iter_rows():
        writer.writerow(["" if one.value is None else shown(one.value) for one in row])
    return text.getvalue().encode(encoding)


@pytest.mark.parametrize("delimiter", [";", "\t", ","])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "mac-roman"])
def test_csv_is_read_whichever_program_has_saved_it(asked, delimiter, encoding):
    edits = put(S, "skola-2", "status", "på väg"), put(S, "skola-2", "kommentar", 'Ja;\n"så", nu')
    content = as_csv(asked, S, *edits, delimiter=delimiter, encoding=encoding)
    changes, problems = read(asked, content, "svar.csv")
    assert problems == ()
    assert told(changes) == {
        ("skola-2", "status"): ("", "på väg"),
        ("skola-2", "kommentar"): ("", 'Ja;\n"så", nu'),
    }


def test_csv_has_values_too(asked):
    edits = put(V, "ind-las", "värde", "83,5"), put(V, "ind-elever", "värde", "1\u00a0234")
    changes, problems = read(asked, as_csv(asked, V, *edits), "svar.csv")
    assert problems == ()
    assert told(changes) == {
        ("ind-las", "värde"): ("", "83,5"),
        ("ind-elever", "värde"): ("", "1234"),
    }


def test_noughts_that_only_show_a_number_are_no_decimals(asked):
    content = as_csv(asked, V, put(V, "ind-elever", "värde", "1234,00"))
    changes, problems = read(asked, content, "svar.csv")
    assert (problems, told(changes)) == ((), {("ind-elever", "värde"): ("", "1234")})


@pytest.mark.parametrize("delimiter", [";", ","])
def test_the_name_of_a_table_above_the_headings_of_a_csv_file_is_told_of(asked, delimiter):
    content = as_csv(asked, V, delimiter=delimiter, encoding="utf-8")
    above = f"Tabell 1\r\n{delimiter * 20}\r\n".encode()
    _, (found,) = read(asked, above + content, "svar.csv")
    assert (found.code, found.details["remedy"]) == ("KV951", "Ta bort raderna ovanför rubrikerna.")


def test_a_comma_that_parts_a_text_of_a_csv_file_is_told_of(asked):
    text = "kommun,uppföljning,id,kommentar\nnyby,delar-2026,skola-2,Fler läser, och skriver.\n"
    _, (found,) = read(asked, text.encode(), "svar.csv")
    assert (found.code, str(found.origin)) == ("KV944", "svar.csv, cell E2")
    assert "inom citattecken" in found.details["remedy"]


def test_an_empty_file_is_called_empty(asked):
    _, (found,) = read(asked, b"\n", "svar.csv")
    assert found.details["cause"] == "Filen är tom."


def test_a_csv_file_by_hand_fills_in_and_never_writes_over(asked):
    head = "kommun;uppföljning;id;status\n"
    changes, problems = read(asked, f"{head}nyby;delar-2026;skola-2;på väg\n".encode(), "x.csv")
    assert (problems, told(changes)) == ((), {("skola-2", "status"): ("", "på väg")})
    _, (found,) = read(asked, f"{head}nyby;delar-2026;skola-1;osäkert\n".encode(), "x.csv")
    assert (found.code, str(found.origin)) == ("KV958", "x.csv, cell D2")


def test_text_that_cannot_be_read_is_named(asked):
    for content in ("kommun;id\n".encode("utf-32"), b'kommun;id\n"a;b\n'):
        assert [one.code for one in read(asked, content, "x.csv")[1]] == ["KV950"]


def test_a_file_of_an_older_mac_keeps_its_capitals_too(asked):
    head = "kommun;uppföljning;id;kommentar\r"
    text = f"{head}nyby;delar-2026;skola-2;Åk till Ängen i Örby\r"
    for encoding in ("mac-roman", "cp1252"):
        changes, problems = read(asked, text.encode(encoding), "svar.csv")
        assert problems == ()
        assert told(changes) == {("skola-2", "kommentar"): ("", "Åk till Ängen i Örby")}


@pytest.mark.parametrize(
    "text",
    [
        "kommun;uppföljning;id;status\nnyby;delar-2026;borta;på väg\n",
        "a;b\n1;2\n",
        "kommun;uppföljning;id;status\n" + "nyby;delar-2026;skola-2;på väg\n" * 10_001,
    ],
)
def test_of_a_csv_file_nothing_is_said_of_sheets(asked, text):
    problems = read(asked, text.encode(), "svar.csv")[1]
    shown = report.text(problems[:1], lambda _path, _line: None)
    assert "KV95" in shown
    assert "blad" not in shown


def test_a_value_that_is_told_is_no_longer_missing(tmp_path):
    told_missing = INDICATORS.replace(
        '{period: 2025, värde: "81,5"}', "{period: 2026, saknas: inte mätt ännu}"
    )
    asked = asked_of(site(tmp_path, {"data/nyby/indikatorer.yml": told_missing}))
    content = filled(asked, put(V, "ind-las", "värde", 82))
    assert cell(load_workbook(BytesIO(content)), V, "ind-las", "saknas").value == "inte mätt ännu"
    changes, problems = read(asked, content)
    assert problems == ()
    assert told(changes) == {
        ("ind-las", "värde"): ("", "82,0"),
        ("ind-las", "saknas"): ("inte mätt ännu", ""),
    }
