"""Every mistake in a template is named by its cell, with its cause, and nothing is taken in."""

from datetime import date, time
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from kommunvision import report
from kommunvision.report import severity
from kommunvision.swedish.problems import Severity
from tests.collect.filling import (
    FOLLOW_UP,
    GOALS,
    STATEMENTS,
    VALUES,
    asked_of,
    cell,
    column,
    filled,
    put,
    read,
    site,
    told,
    written,
)


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    return asked_of(site(tmp_path_factory.mktemp("fel")))


def heading(sheet, old, new):
    """Somebody writes over a heading."""

    def edit(book):
        found = book[sheet].cell(1, column(book[sheet], old))
        del book[sheet].tables[next(iter(book[sheet].tables))]
        found.value = new

    return edit


def without(sheet, name):
    """Somebody deletes a column."""

    def edit(book):
        del book[sheet].tables[next(iter(book[sheet].tables))]
        book[sheet].delete_cols(column(book[sheet], name))

    return edit


def copied(sheet, id_, **cells):
    """Somebody copies a row below the others, and changes some of its cells."""

    def edit(book):
        last = book[sheet].max_row + 1
        first = cell(book, sheet, id_, "id").row
        for place, one in enumerate(book[sheet][first], start=1):
            book[sheet].cell(last, place).value = one.value
        for name, value in cells.items():
            book[sheet].cell(last, column(book[sheet], name)).value = value

    return edit


def sorted_in_part(book):
    """Somebody sorts the names and not the rest."""
    one, other = (cell(book, STATEMENTS, id_, "rubrik") for id_ in ("skola-1", "skola-2"))
    one.value, other.value = other.value, one.value


def merged(book):
    place = cell(book, STATEMENTS, "skola-2", "kommentar").row
    book[STATEMENTS].merge_cells(f"G{place}:G{place + 1}")


def merged_headings(book):
    book[S].merge_cells("A1:C1")


def titled(book):
    del book[S].tables[next(iter(book[S].tables))]
    book[S].insert_rows(1)
    book[S]["A1"] = "Barnnämndens delår"


def noted(book):
    book[S]["C7"] = "Behandlat i nämnden 12/9"


S, V = STATEMENTS, VALUES

MISTAKES = {
    "a word that is on no scale": (put(S, "skola-2", "status", "grönt ljus"), S, "E3", "KV960"),
    "a misspelt word": (put(S, "skola-2", "status", "osäkertt"), S, "E3", "KV960"),
    "a word of another column": (put(S, "skola-2", "trend", "på väg"), S, "F3", "KV960"),
    "a reason that is none": (put(V, "ind-las", "saknas", "vet ej"), V, "L2", "KV960"),
    "neither yes nor no": (put(V, "ind-frukost", "värde", "kanske"), V, "I4", "KV960"),
    "preliminary, or rather": (put(V, "ind-las", "preliminärt", "lite"), V, "M2", "KV960"),
    "words for a number": (put(V, "ind-las", "värde", "bra"), V, "I2", "KV961"),
    "about": (put(V, "ind-las", "värde", "ca 80"), V, "I2", "KV961"),
    "a number with its unit": (put(V, "ind-elever", "värde", "412 elever"), V, "I3", "KV961"),
    "a number that could be two": (put(V, "ind-elever", "värde", "13.000"), V, "I3", "KV961"),
    "a bound without a number": (put(V, "ind-elever", "värde", "fler än 5 eller 6"), V, "I3", "KV961"),
    "half a pupil": (put(V, "ind-elever", "värde", 412.5), V, "I3", "KV962"),
    "digits that are not shown": (put(V, "ind-las", "värde", 81.4567, "0.0"), V, "I2", "KV962"),
    "per cent where nothing is": (put(V, "ind-elever", "värde", 0.8, "0%"), V, "I3", "KV944"),
    "a formula": (put(V, "ind-las", "värde", "=I3+1"), V, "I2", "KV944"),
    "a formula in a comment": (put(S, "skola-2", "kommentar", "=A1"), S, "G3", "KV944"),
    "a value of an error": (put(V, "ind-las", "värde", "#DIV/0!"), V, "I2", "KV944"),
    "a time of the day": (put(S, "skola-2", "rapporterat", time(9, 5)), S, "J3", "KV944"),
    "no day at all": (put(S, "skola-2", "rapporterat", "i fredags"), S, "J3", "KV963"),
    "a day that is not": (put(S, "skola-2", "rapporterat", "2026-02-30"), S, "J3", "KV963"),
    "a day and a month too many": (put(S, "skola-2", "rapporterat", "31/14 2026"), S, "J3", "KV963"),
    "a number for a day": (put(S, "skola-2", "rapporterat", 46277, "0"), S, "J3", "KV963"),
    "an answer taken away": (put(S, "skola-1", "kommentar", None), S, "G2", "KV959"),
    "an answer struck out": (put(S, "skola-1", "status", "–"), S, "E2", "KV959"),
    "a value taken away": (put(V, "ind-frukost", "värde", None), V, "I4", "KV959"),
    "missing without a reason": (put(V, "ind-las", "värde", "saknas"), V, "I2", "KV964"),
    "a note to no value": (put(V, "ind-las", "anmärkning", "Enkäten kom sent."), V, "N2", "KV964"),
    "a value and a reason": (put(V, "ind-frukost", "saknas", "för få svar"), V, "L4", "KV964"),
    "a value that is fetched": (put(V, "ind-kolada", "värde", 80), V, "I5", "KV965"),
    "a row that nobody asked for": (copied(S, "skola-2", id="skola-9"), S, "A5", "KV955"),
    "a row of another body's id": (put(S, "skola-2", "id", "ind-las"), S, "A3", "KV955"),
    "a row without an id": (put(S, "skola-2", "id", None), S, "A3", "KV955"),
    "another period": (put(V, "ind-las", "period", "2024"), V, "D2", "KV955"),
    "a row twice": (copied(S, "skola-2"), S, "A5", "KV956"),
    "names that were sorted alone": (sorted_in_part, S, "C2", "KV957"),
    "a name that was changed": (put(S, "skola-2", "rubrik", "Fler trivs"), S, "C3", "KV957"),
    "a row of another kommun": (copied(S, "skola-2", kommun="annanby"), S, "L5", "KV953"),
    "a row of another occasion": (copied(S, "skola-2", uppföljning="ar-2025"), S, "M5", "KV953"),
    "a heading with a slip": (heading(S, "kommentar", "komentar"), S, "G1", "KV951"),
    "no heading at all": (heading(S, "kommentar", None), S, "G2", "KV944"),
    "a heading twice": (heading(S, "analys", "kommentar"), S, "H1", "KV946"),
    "no ids": (without(S, "id"), S, "", "KV951"),
    "no periods": (without(V, "period"), V, "", "KV951"),
    "merged cells": (merged, S, "G3", "KV944"),
    "an unseen character": (put(S, "skola-2", "kommentar", "Fler\u202e läser."), S, "G3", "KV008"),
    "a part of one with its decimals": (put(V, "ind-las", "värde", 0.815), V, "I2", "KV962"),
    "no answer in words": (put(V, "ind-las", "värde", "N/A"), V, "I2", "KV961"),
    "a day in digits alone": (put(S, "skola-2", "rapporterat", 20260912), S, "J3", "KV944"),
    "a heading in other words": (heading(S, "status", "Bedömning"), S, "E1", "KV951"),
    "a title above the headings": (titled, S, "A2", "KV951"),
    "a note below the rows": (noted, S, "A7", "KV955"),
    "headings that are merged": (merged_headings, S, "A1", "KV944"),
    "an error in Swedish": (put(V, "ind-las", "värde", "#DIVISION/0!"), V, "I2", "KV944"),
    "an error in a comment": (put(S, "skola-2", "kommentar", "#SAKNAS!"), S, "G3", "KV944"),
    "a column too narrow": (put(V, "ind-las", "värde", "#####"), V, "I2", "KV944"),
    "no kommun": (without(S, "kommun"), S, "", "KV951"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_named_by_its_cell(asked, mistake):
    edit, sheet, place, code = MISTAKES[mistake]
    changes, problems = read(asked, filled(asked, edit))
    assert not any(one.row.item.id == "skola-2" for one in changes if one.cell == place)
    errors = [one for one in problems if severity(one) is Severity.ERROR]
    where = f"svar.xlsx, bladet {sheet}" + (f", cell {place}" if place else "")
    assert (code, where) in [(one.code, str(one.origin)) for one in errors]
    # Sorting some columns mixes two rows; every other mistake is told once.
    assert len(errors) == (2 if edit is sorted_in_part else 1), [
        (one.code, str(one.origin)) for one in errors
    ]


def test_all_mistakes_are_told_at_once(asked):
    content = filled(
        asked,
        put(S, "skola-2", "status", "grönt"),
        put(S, "skola-3", "rapporterat", "snart"),
        put(V, "ind-las", "värde", "bra"),
        put(V, "ind-elever", "värde", 1.5),
    )
    _, problems = read(asked, content)
    assert sorted((one.code, one.origin.cell) for one in problems) == [
        ("KV960", "E3"),
        ("KV961", "I2"),
        ("KV962", "I3"),
        ("KV963", "J4"),
    ]


def test_a_change_that_somebody_else_has_made_is_not_written_over(asked, tmp_path):
    content = filled(asked, put(S, "skola-1", "kommentar", "Många läser."))
    files = {"data/nyby/uppfoljning.yml": FOLLOW_UP.replace("Fler läser.", "Alla läser.")}
    now = asked_of(site(tmp_path, files))
    changes, (found,) = read(now, content)
    assert (found.code, str(found.origin)) == ("KV958", "svar.xlsx, bladet Omdömen, cell G2")
    assert found.details["now"] == '"Alla läser."'
    assert changes == ()
    # What nobody has touched in the template is left as the data has it now.
    assert read(now, filled(asked)) == ((), ())


def test_a_goal_that_is_gone_since_is_named_by_its_row(asked, tmp_path):
    content = filled(asked, put(S, "skola-2", "status", "osäkert"))
    goals = GOALS.replace("  - {id: skola-2, nivå: mal, rubrik: Fler trivs i skolan}\n", "")
    files = {"data/nyby/mal.yml": goals, "data/nyby/indikatorer.yml": "indikatorer: []\n"}
    _, problems = read(asked_of(site(tmp_path, files)), content)
    assert ("KV955", "A3") in [(one.code, one.origin.cell) for one in problems]


def test_a_row_that_is_left_out_changes_nothing(asked):
    def edit(book):
        book[S].delete_rows(cell(book, S, "skola-1", "id").row)

    assert read(asked, filled(asked, edit)) == ((), ())


def test_an_emptied_cell_takes_its_answer_away_only_when_that_is_asked_for(asked):
    content = filled(asked, put(S, "skola-1", "kommentar", None))
    changes, problems = read(asked, content, emptied=True)
    assert problems == ()
    assert told(changes) == {("skola-1", "kommentar"): ("Fler läser.", "")}


def test_a_hidden_row_is_read_and_told_to_be_hidden(asked):
    def hide(book):
        book[S].row_dimensions[3].hidden = True

    changes, problems = read(asked, filled(asked, put(S, "skola-2", "status", "på väg"), hide))
    assert problems == ()
    assert [(one.cell, one.hidden) for one in changes] == [("E3", True)]


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_read_and_told_to_be_hidden(asked, state):
    def hide(book):
        book[V].sheet_state = state

    edits = put(V, "ind-las", "värde", 83.5), put(S, "skola-2", "status", "på väg"), hide
    changes, problems = read(asked, filled(asked, *edits))
    assert problems == ()
    assert {(one.sheet, one.hidden) for one in changes} == {(S, False), (V, True)}


def test_an_own_column_is_told_not_to_be_read(asked):
    def add(book):
        sheet = book[S]
        place = sheet.max_column + 1
        sheet.cell(1, place).value = "att fråga"
        sheet.cell(2, place).value = "Ring Eva."

    _, (found,) = read(asked, filled(asked, add))
    assert (found.code, found.origin.cell) == ("KV952", "U1")


@pytest.mark.parametrize("area", ["A1:XFD1048576", "A:XFD", "A1:ZZZZ99999999999", "A2:J9999"])
def test_merged_cells_without_end_are_refused_and_not_unfolded(asked, area):
    found = BytesIO()
    with ZipFile(BytesIO(filled(asked))) as old, ZipFile(found, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            merged_too = f'<mergeCells count="1"><mergeCell ref="{area}"/></mergeCells>'
            if name.startswith("xl/worksheets/sheet2"):
                part = part.replace(b"</sheetData>", b"</sheetData>" + merged_too.encode())
                assert area.encode() in part
            new.writestr(name, part)
    assert [one.code for one in read(asked, found.getvalue())[1]] == ["KV942"]


def test_a_cell_far_away_does_not_make_a_sheet_of_its_size(asked):
    def far(book):
        book[S].cell(999, 16_384).value = "långt bort"

    assert read(asked, filled(asked, put(S, "skola-2", "status", "på väg"), far))[1] == ()


def test_what_is_no_template_is_refused(asked):
    book = load_workbook(BytesIO(filled(asked)))
    for name in (S, V):
        del book[name]
    content = BytesIO()
    book.save(content)
    for file, name in ((content.getvalue(), "x.xlsx"), (b"a;b\n1;2\n", "x.csv")):
        assert [one.code for one in read(asked, file, name)[1]] == ["KV950"]
    assert [one.code for one in read(asked, b"PK\x03\x04", "x.xlsx")[1]] == ["KV942"]


def test_two_bodies_that_answer_for_the_same_goal_do_not_write_over_each_other(tmp_path):
    goals = GOALS.replace(
        "rubrik: Fler trivs i skolan", "rubrik: Fler trivs i skolan, ansvariga: [bun, tek]"
    )
    root = site(tmp_path, {"data/nyby/mal.yml": goals})
    asked = asked_of(root)
    first, same, other = (
        filled(asked, put(S, "skola-2", "status", word), who=who)
        for who, word in (("bun", "på väg"), ("tek", "på väg"), ("tek", "osäkert"))
    )
    written(root, asked, read(asked, first)[0])
    now = asked_of(root)
    assert read(now, same) == ((), ())
    changes, (found,) = read(now, other)
    assert (changes, found.code, found.details["now"]) == ((), "KV958", '"på väg"')


@pytest.mark.parametrize(
    ("edit", "remedy"),
    [
        (put(V, "ind-las", "värde", 0.815), "81,5 procent skriver du 81,5"),
        (put(V, "ind-las", "värde", "N/A"), "väljer skälet i kolumnen saknas"),
        (put(S, "skola-2", "rapporterat", 20260912), "Skriv dagen som 2026-09-12"),
        (put(V, "ind-las", "värde", "=I3+1"), "Klistra in värden"),
        (merged, "Dela cellerna"),
        (titled, "Ta bort raderna ovanför"),
        (without(S, "kommun"), "klistrar du in svaren i en ny mall"),
        (noted, "En rad som inte fanns där tar du bort"),
        (put(V, "ind-las", "värde", "80–85"), "Skriv ett enda tal."),
        (put(V, "ind-elever", "värde", "10 000 till 11 000"), "Skriv ett enda tal."),
        (put(V, "ind-elever", "värde", "10.812"), "Skriv tusental med mellanslag"),
        (put(V, "ind-las", "värde", "81,5,3"), "decimaler med komma"),
        (put(V, "ind-las", "värde", date(2026, 5, 8)), "Formatera cellen som tal"),
        (put(V, "ind-las", "värde", "ca 80"), "Skriv bara värdet."),
        (put(S, "skola-2", "id", None), 'Skriv tillbaka "skola-2".'),
        (put(S, "skola-2", "id", "skola-12"), 'Menade du "skola-2"?'),
        (put(S, "skola-2", "status", "inte på väg"), "Välj bland: på väg"),
        (put(S, "skola-2", "status", '"På väg".'), 'Menade du "på väg"?'),
        (put(S, "skola-2", "status", "på väg (se bilaga 2)"), 'Menade du "på väg"?'),
        (put(S, "skola-2", "status", "på väg/osäkert"), "Välj bland: på väg, osäkert"),
        (put(S, "skola-2", "status", "Ja"), "Välj bland: på väg, osäkert"),
        (put(S, "skola-2", "rapporterat", 46277, "0"), 'Menade du "2026-09-12"?'),
        (put(S, "skola-2", "rapporterat", "12-09-2026"), 'Menade du "2026-09-12"?'),
        (put(S, "skola-2", "rapporterat", "260912"), 'Menade du "2026-09-12"?'),
        (put(S, "skola-2", "rapporterat", "12/9-26"), 'Menade du "2026-09-12"?'),
        (put(S, "skola-2", "rapporterat", "12/9"), 'Menade du "12 september"?'),
        (put(S, "skola-2", "rapporterat", "12/09/26"), "Skriv till exempel 2026-09-12"),
        (put(S, "skola-2", "rapporterat", "261399"), "Skriv till exempel 2026-09-12"),
        (put(V, "ind-las", "värde", 81.5, "yyyy-mm-dd"), "Formatera cellen som tal"),
        (without(S, "status"), "klistrar du in dem i en ny mall"),
        (heading(S, "kommentar", None), "Skriv tillbaka rubriken, eller flytta innehållet"),
    ],
)
def test_a_message_says_what_to_do_about_that_very_mistake(asked, edit, remedy):
    _, problems = read(asked, filled(asked, edit))
    assert remedy in report.text(problems, lambda _path, _line: None)


def test_a_renamed_heading_is_named_as_it_is_written_with_the_one_that_was_meant(asked):
    edits = heading(S, "status", "Bedömning"), put(S, "skola-2", "kommentar", "Bra.")
    _, (found,) = read(asked, filled(asked, *edits))
    assert 'Rubriken "Bedömning" finns inte' in found.details["cause"]
    assert found.suggestion == "status"


@pytest.mark.parametrize("value", [0.8, "0,8", 8100])
def test_a_value_of_quite_another_size_is_doubted(asked, value):
    changes, problems = read(asked, filled(asked, put(V, "ind-las", "värde", value)))
    assert [one.code for one in problems] in (["KV969"], ["KV966"])
    assert [one.cell for one in changes] == ["I2"]
    assert read(asked, filled(asked, put(V, "ind-las", "värde", 12.5)))[1] == ()


def test_what_comes_along_from_word_does_not_stop_a_comment(asked):
    pasted = "Fler\u200b läser.\u2028Många\u00a0vill."
    changes, problems = read(asked, filled(asked, put(S, "skola-2", "kommentar", pasted)))
    assert problems == ()
    assert told(changes)["skola-2", "kommentar"] == ("", "Fler läser.\nMånga\u00a0vill.")


def test_bullets_of_word_become_a_list(asked):
    pasted = "Vi gör:\n•\tfler kurser\n•\tmer stöd"
    changes, problems = read(asked, filled(asked, put(S, "skola-2", "kommentar", pasted)))
    assert problems == ()
    expected = "Vi gör:\n- fler kurser\n- mer stöd"
    assert told(changes)["skola-2", "kommentar"] == ("", expected)


def test_a_file_without_the_column_of_the_answers_names_the_one_that_may_be_it(asked):
    def edit(book):
        for name, other in (("status", "Läge"), ("status (förut)", "Läge då")):
            book[S].cell(1, column(book[S], name)).value = other

    edits = heading(S, "trend", "trend"), put(S, "skola-2", "status", "på väg"), edit
    _, problems = read(asked, filled(asked, *edits))
    assert ("KV951", "E1") in [(one.code, one.origin.cell) for one in problems]


def test_a_copied_sheet_is_told_of_once_and_is_what_is_to_go(asked):
    def edit(book):
        book.copy_worksheet(book[S]).title = "Omdömen (2)"

    _, (found,) = read(asked, filled(asked, put(S, "skola-2", "status", "på väg"), edit))
    assert (found.code, str(found.origin)) == ("KV956", "svar.xlsx, bladet Omdömen (2)")
    assert "Ta bort det ena bladet." in report.text([found], lambda _path, _line: None)


@pytest.mark.parametrize("sign", ["|", ":"])
def test_a_file_with_another_sign_between_its_cells_is_told_which_can_be_read(asked, sign):
    rows = (("kommun", "uppföljning", "id", "status"), ("nyby", "delar-2026", "skola-2", "på väg"))
    content = "\n".join(sign.join(row) for row in rows).encode()
    _, (found,) = read(asked, content, "svar.csv")
    assert found.code == "KV950"
    assert found.details["cause"] == (
        "Kolumnerna i filen går inte att skilja åt. Mellan dem ska det stå semikolon, komma eller "
        "tabb."
    )


def test_the_unicode_text_of_excel_is_read(asked):
    rows = ("kommun\tuppföljning\tid\tstatus", "nyby\tdelar-2026\tskola-2\tpå väg")
    changes, problems = read(asked, "\r\n".join(rows).encode("utf-16"), "svar.csv")
    assert problems == ()
    assert told(changes) == {("skola-2", "status"): ("", "på väg")}


def test_a_workbook_with_the_name_of_another_kind_of_file_is_told_of_as_a_workbook(asked):
    _, (found,) = read(asked, filled(asked), "svar.csv")
    assert found.code == "KV950"
    assert found.details["cause"] == "Filen är en arbetsbok, fast namnet slutar på .csv."


def test_openpyxl_says_nothing_of_its_own(asked, recwarn):
    read(asked, filled(asked, put(S, "skola-2", "rapporterat", 20260912)))
    assert not [one for one in recwarn if "outside the limits" in str(one.message)]
