"""The template: exactly what is due, in the kommun's own words, locked where nothing changes."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from kommunvision.collect import template
from kommunvision.progress import Figures, Occasions
from kommunvision.progress.due import to_do
from tests.collect.filling import FOLLOW_UP, STATEMENTS, VALUES, asked_of, cell, filled, read, site


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return site(tmp_path_factory.mktemp("mall"))


@pytest.fixture(scope="module")
def asked(root):
    return asked_of(root)


@pytest.fixture(scope="module")
def book(asked):
    return load_workbook(BytesIO(template(asked, "bun")))


def visible(sheet):
    letters = sheet.column_dimensions
    return [one.value for one in sheet[1] if not letters[one.column_letter].hidden]


def test_the_body_gets_its_own_rows_and_no_others(asked, book):
    assert book.sheetnames == ["Läs mig först", STATEMENTS, VALUES, "Ord att välja"]
    ids = {
        name: [row[0].value for row in book[name].iter_rows(min_row=2)]
        for name in (STATEMENTS, VALUES)
    }
    assert ids == {
        STATEMENTS: ["skola-1", "skola-2", "skola-3"],
        VALUES: ["ind-las", "ind-elever", "ind-frukost", "ind-kolada"],
    }
    other = load_workbook(BytesIO(template(asked, "tek")))
    # A sheet that would be empty is left out.
    assert other.sheetnames == ["Läs mig först", STATEMENTS, "Ord att välja"]
    assert [row[0].value for row in other[STATEMENTS].iter_rows(min_row=2)] == ["vag-1"]


def test_what_is_left_of_the_rows_is_what_due_lists(asked):
    kommun = asked.kommun
    listed = to_do(Occasions(kommun), Figures(kommun), asked.occasion)
    assert {
        (one.body.id, about.id)
        for one in listed
        for about in (*one.statements, *(value.indicator for value in one.values))
    } == {(who, row.item.id) for row in asked.rows if row.left for who in row.who}


def test_it_says_what_stood_before_and_what_is_reported_already(book):
    assert visible(book[STATEMENTS]) == [
        "id", "nivå", "rubrik", "senaste bedömning", "status", "trend", "kommentar", "analys",
        "åtgärder", "rapporterat", "källa",
    ]  # fmt: skip
    last = cell(book, STATEMENTS, "skola-1", "senaste bedömning").value
    assert last == "Årsredovisning 2025: osäkert, trend: sämre"
    assert cell(book, STATEMENTS, "skola-1", "status").value == "på väg"
    # The data has the step's id; people get its word.
    assert cell(book, STATEMENTS, "skola-3", "status").value == "osäkert"
    assert cell(book, STATEMENTS, "skola-2", "status").value is None
    row = {
        heading: cell(book, VALUES, "ind-las", heading).value
        for heading in ("enhet", "period", "tidigare värde", "så fyller du i", "värde")
    }
    assert row == {
        "enhet": "procent",
        "period": "2026",
        "tidigare värde": "2025: 81,5",
        "så fyller du i": (
            "Ett tal med högst 1 decimal. Procent skrivs som 81,5 och går från 0 till 100."
        ),
        "värde": None,
    }
    assert cell(book, VALUES, "ind-kolada", "så fyller du i").value == (
        "Fylls inte i. Värdet hämtas från Kolada."
    )


def test_only_answers_can_be_changed_without_unlocking_the_sheet(book):
    for name in (STATEMENTS, VALUES):
        assert book[name].protection.sheet
        assert not book[name].protection.password
    open_cells = {
        (name, one.coordinate)
        for name in (STATEMENTS, VALUES)
        for row in book[name].iter_rows()
        for one in row
        if not one.protection.locked
    }
    assert (STATEMENTS, cell(book, STATEMENTS, "skola-1", "status").coordinate) in open_cells
    assert (STATEMENTS, cell(book, STATEMENTS, "skola-1", "rubrik").coordinate) not in open_cells
    # What is fetched is not filled in.
    assert (VALUES, cell(book, VALUES, "ind-kolada", "värde").coordinate) not in open_cells
    # What can be filled in has a frame too; its colour is not alone in saying so.
    assert all(book[name][place].border.left.style == "thin" for name, place in open_cells)


def choices(book, sheet, id_, heading):
    """The words that a spreadsheet program offers at a cell."""
    place = cell(book, sheet, id_, heading).coordinate
    rules = book[sheet].data_validations.dataValidation
    (rule,) = [one for one in rules if place in one.sqref]
    words, _, area = rule.formula1.rpartition("!")
    assert rule.type == "list"
    return [row[0].value for row in book[words.strip("'")][area.replace("$", "")]]


def test_the_words_to_choose_from_are_the_kommuns_own(book):
    assert choices(book, STATEMENTS, "skola-1", "status") == [
        "på väg", "osäkert", "långt kvar", "inte bedömt", "inte mätt ännu", "går inte att bedöma",
    ]  # fmt: skip
    assert choices(book, STATEMENTS, "skola-1", "trend") == ["bättre", "oförändrat", "sämre"]
    assert choices(book, VALUES, "ind-frukost", "värde") == ["ja", "nej"]
    assert "för få svar" in choices(book, VALUES, "ind-las", "saknas")
    meanings = {row[1].value: row[2].value for row in book["Ord att välja"].iter_rows(min_row=2)}
    assert meanings["på väg"] == "Det går bra."


def test_a_forecast_is_made_in_the_words_for_forecasts(tmp_path):
    files = {"data/nyby/uppfoljning.yml": FOLLOW_UP.replace("prognos: utfall", "prognos: prognos")}
    asked = asked_of(site(tmp_path, files))
    book = load_workbook(BytesIO(template(asked, "bun")))
    assert choices(book, STATEMENTS, "skola-1", "status")[0] == "väntas nås"
    assert cell(book, STATEMENTS, "skola-1", "status").value == "väntas nås"
    assert cell(book, VALUES, "ind-las", "utfall eller prognos").value == "prognos"
    assert read(asked, template(asked, "bun")) == ((), ())


def test_the_first_sheet_says_what_to_do_by_when_and_to_whom(book, root, tmp_path):
    lines = [tuple(one.value for one in row) for row in book["Läs mig först"].iter_rows()]
    assert lines[0][0] == "Delårsrapport augusti 2026: Barnnämnden"
    assert ("Sista dag att rapportera", "20 september 2026") in lines
    assert ("Kvar att fylla i", "Två värden och ett omdöme") in lines
    # The data of this kommun does not say whom to write to, and nothing is made up.
    assert "Skicka filen till" not in {one[0] for one in lines}


def test_headings_stay_in_sight_and_every_sheet_is_one_table_without_merged_cells(book):
    for name in (STATEMENTS, VALUES):
        sheet = book[name]
        assert sheet.freeze_panes == "B2"
        (table,) = sheet.tables.values()
        assert [one.name for one in table.tableColumns] == [one.value for one in sheet[1]]
        assert not sheet.merged_cells.ranges
        widths = [sheet.column_dimensions[one.column_letter].width for one in sheet[1]]
        assert min(widths) >= 12


def test_the_same_data_gives_the_same_bytes(root, asked):
    assert template(asked_of(root), "bun") == template(asked, "bun")


def test_a_template_that_comes_back_untouched_changes_nothing(asked):
    for who in asked.bodies:
        assert read(asked, template(asked, who)) == ((), ())
        assert read(asked, filled(asked, who=who)) == ((), ())


def test_every_occasion_of_the_example_comes_back_untouched(repository):
    for occasion in ("arsredovisning-2021", "delarsrapport-2024", "arsredovisning-2024"):
        asked = asked_of(repository, "exempelby", occasion)
        for who in asked.bodies[:6]:
            assert read(asked, template(asked, who)) == ((), ())


def test_a_text_that_begins_as_a_formula_is_text(tmp_path):
    files = {"data/nyby/uppfoljning.yml": FOLLOW_UP.replace("Fler läser.", '"=1+1"')}
    asked = asked_of(site(tmp_path, files))
    book = load_workbook(BytesIO(template(asked, "bun")))
    comment = cell(book, STATEMENTS, "skola-1", "kommentar")
    assert (comment.value, comment.data_type, comment.quotePrefix) == ("=1+1", "s", True)
