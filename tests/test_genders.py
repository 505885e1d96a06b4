"""An indicator about children says girls and boys wherever people read, and data keeps its keys."""

import csv
import io
import json
from io import BytesIO

import pytest
from openpyxl import load_workbook

from kommunvision.chain import GoalSystem, Site
from kommunvision.check.values import targets
from kommunvision.collect import template
from kommunvision.export import Setting
from kommunvision.export.goal_system import document
from kommunvision.export.json_text import json_text
from kommunvision.export.tables import tables
from kommunvision.export.tables.csv_text import csv_bytes
from kommunvision.export.tables.telling import Telling
from kommunvision.progress import Figures, facts
from kommunvision.report import text as report
from kommunvision.swedish.sentences import indicator_sentences
from kommunvision.versions import Version, compare, plain_text
from tests.collect.filling import INDICATORS, VALUES, asked_of, cell, site
from tests.export.test_everything import book_of, read_back
from tests.export.test_stratml import read as stratml
from tests.export.test_stratml import texts
from tests.helpers import kommun_from, loaded_from, problems_from, standard_files
from tests.pages.reading import by_url, read

PUPILS = """
källor: [{id: bokslut, titel: Årsredovisning}]
mål: [{id: a, nivå: mal, rubrik: Alla läser}]
indikatorer:
- id: i
  namn: Elever i årskurs 3 som läser
  enhet: procent
  hör_till: a
  källa: bokslut
  könen: flickor och pojkar
  målvärden: [{period: 2024, minst: 85, för: [flickor, pojkar]}]
  värden:
  - {period: 2023, värde: 80, kvinnor: 82, män: färre än 79}
  - {period: 2024, värde: 86, kvinnor: 88, män: 84}
uppföljningar:
- {id: ar, namn: Årsredovisning 2024, period: 2024, källa: bokslut, omdömen: [{om: a, status: uppfyllt}]}
"""
INDICATOR = """
indikatorer:
- id: i
  namn: Elever som läser
  enhet: procent
  hör_till: framgår inte av källan
  {}
"""


def test_sentences_name_them_as_the_indicator_does():
    kommun = kommun_from(PUPILS)
    text = " ".join(indicator_sentences(facts(kommun.indicators[0], Figures(kommun))))
    assert text == (
        "Elever i årskurs 3 som läser: 86 procent år 2024. "
        "Värdet är 6 procentenheter högre än året före. "
        "Målet för både flickor och pojkar är minst 85 procent. "
        "Utfallet för flickor är 88 procent och ligger 3 procentenheter över målet. "
        "Utfallet för pojkar är 84 procent och ligger 1 procentenhet under målet. "
        "Bland flickor var värdet 88 procent och bland pojkar 84 procent. "
        "Skillnaden är 4 procentenheter."
    )


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ("kvinnor: 5, män: 5", "Värdet var detsamma bland tjejer och killar: 5 procent."),
        ("män: 5", "Bland killar var värdet 5 procent."),
        ("kvinnor: 5, män: under 3", "Bland tjejer var värdet 5 procent och bland killar under 3 procent."),
    ],
)  # fmt: skip
def test_one_of_them_alone_and_both_alike_are_named_too(values, said):
    line = f"könen: tjejer och killar\n  värden: [{{period: 2024, värde: 5, {values}}}]"
    kommun = kommun_from(INDICATOR.format(line))
    assert said in indicator_sentences(facts(kommun.indicators[0], Figures(kommun)))


def test_no_page_that_shows_the_indicator_says_women_or_men():
    pages = by_url(kommun_from(PUPILS))
    shown = [page for page in map(read, pages.values()) if "läser" in page.words]
    assert len(shown) > 3
    assert [page for page in shown if "kvinn" in page.words.lower() or "män " in page.words] == []
    own = read(pages["exempelby/indikatorer/i/"])
    table = own.section("Alla värden").words
    assert "Flickor 88 Pojkar 84" in table
    assert "Minst 85 procent för både flickor och pojkar" in table
    assert "2023, pojkar: färre än 79 procent. Det är ingen siffra och ritas inte." in own.words
    drawn = pages["exempelby/indikatorer/i/"].body
    assert "Flickor 88" in drawn
    assert "flickor 88 procent, pojkar 84 procent" in read(pages["exempelby/uppfoljning/ar/"]).words


def test_open_data_keeps_its_words_and_says_what_they_are_called():
    kommun = kommun_from(PUPILS)
    setting = Setting(Site([GoalSystem(kommun)]), "https://prov.example/")
    told = json.loads(json_text(document(setting, kommun)))["indikatorer"][0]
    assert told["könen"] == "flickor och pojkar"
    assert told["målvärden"][0]["för"] == ["kvinnor", "män"]
    assert told["värden"][1]["kvinnor"] == 88
    made = tables(Telling(setting, GoalSystem(kommun)))
    rows = {
        name: list(csv.DictReader(io.StringIO(csv_bytes(made[name]).decode())))
        for name in ("indikatorer", "varden", "malvarden")
    }
    assert rows["indikatorer"][0]["könen"] == "flickor och pojkar"
    assert {row["kön"] for row in rows["varden"]} == {"", "kvinnor", "män"}
    assert rows["malvarden"][0]["för"] == "kvinnor; män"
    assert rows["malvarden"][0]["i_ord"] == "minst 85 procent för både flickor och pojkar"
    assert read_back(book_of(kommun)).indicators == kommun.indicators


def test_an_indicator_that_says_nothing_has_no_such_key_in_its_data():
    kommun = kommun_from(INDICATOR.format("värden: [{period: 2024, värde: 5, kvinnor: 5}]"))
    setting = Setting(Site([GoalSystem(kommun)]), "https://prov.example/")
    assert "könen" not in document(setting, kommun)["indikatorer"][0]


def test_results_in_stratml_are_described_by_them():
    descriptions = texts(stratml(PUPILS), ".//ActualResult/Description")
    assert {"flickor", "pojkar"} <= set(descriptions)
    assert not {"kvinnor", "män"} & set(descriptions)


@pytest.mark.parametrize(
    ("line", "remedy"),
    [
        (
            "målvärden: [{minst: 85, för: flickor}]",
            'Skriv "könen: flickor och pojkar" på indikatorn. Värdena står under kvinnor och män.',
        ),
        (
            "målvärden: [{minst: 85, för: Killar}]",
            'Skriv "könen: tjejer och killar" på indikatorn. Värdena står under kvinnor och män.',
        ),
        (
            "könen: flickor och pojkar\n  målvärden: [{minst: 85, för: killar}]",
            "Skriv något av namnen: flickor, pojkar.",
        ),
        (
            "könen: flickor och pojkar\n  målvärden: [{minst: 85, för: flickorna}]",
            'Menade du "flickor"?',
        ),
    ],
)
def test_a_target_for_girls_where_nobody_is_called_so_is_told_of_with_the_key(line, remedy):
    told = report(tuple(targets(kommun_from(INDICATOR.format(line)))), lambda *_: None)
    assert "KV935" in told
    assert remedy in told


@pytest.mark.parametrize("word", ["flickor", "kvinnor"])
def test_a_target_may_be_for_girls_by_either_word(word):
    line = f"könen: flickor och pojkar\n  målvärden: [{{minst: 85, för: {word}}}]"
    kommun = kommun_from(INDICATOR.format(line))
    assert tuple(targets(kommun)) == ()
    assert kommun.indicators[0].targets[0].whom == ("kvinnor",)


def test_a_part_called_girls_is_a_part_where_the_indicator_says_nothing():
    line = (
        "målvärden: [{minst: 85, för: flickor}]\n"
        "  värden: [{period: 2024, värde: 5, delar: [{namn: flickor, värde: 4}]}]"
    )
    assert tuple(targets(kommun_from(INDICATOR.format(line)))) == ()


@pytest.mark.parametrize(
    ("values", "right"),
    [
        ("{period: 2024, värde: 5, flickor: 6}", "kvinnor"),
        ("{period: 2024, Pojkar: 6}", "män"),
        (
            "{period: 2024, värde: 5, ändrat_från: [{flickor: 4, datum: 2025, skäl: Fel.}]}",
            "kvinnor",
        ),
    ],
)
def test_a_value_under_girls_is_told_of_with_the_key_to_write_and_nothing_else(values, right):
    text = INDICATOR.format(f"värden: [{values}]")
    loaded = loaded_from(standard_files(text))
    (found,) = loaded.problems
    told = report(loaded.problems, lambda *_: None)
    assert found.code == "KV130"
    assert f'Skriv "{right}:" här. Med "könen: flickor och pojkar" på indikatorn' in told


def test_a_word_that_is_no_choice_is_told_of_with_those_there_are():
    (found,) = problems_from(INDICATOR.format("könen: pojkar och flickor"))
    assert (found.code, found.details["choices"]) == (
        "KV108",
        "kvinnor och män, flickor och pojkar, tjejer och killar",
    )


def test_bodies_are_asked_for_girls_and_boys_under_the_headings_of_every_row(tmp_path):
    text = INDICATORS.replace("enhet: procent", "enhet: procent\n    könen: flickor och pojkar", 1)
    text = text.replace('"81,5"}', '"81,5", kvinnor: 83, män: 80}')
    asked = asked_of(site(tmp_path, {"data/nyby/indikatorer.yml": text}))
    book = load_workbook(BytesIO(template(asked, "bun")))
    assert cell(book, VALUES, "ind-las", "tidigare värde").value == (
        "2025: 81,5 (flickor 83,0, pojkar 80,0)"
    )
    assert cell(book, VALUES, "ind-las", "så fyller du i").value.endswith(
        "Värdet för flickor skrivs under kvinnor, för pojkar under män."
    )
    assert "flickor" not in cell(book, VALUES, "ind-elever", "så fyller du i").value
    prompts = {
        (row, heading): prompt(book[VALUES], cell(book, VALUES, row, heading).coordinate)
        for row in ("ind-las", "ind-elever")
        for heading in ("kvinnor", "män")
    }
    assert prompts == {
        ("ind-las", "kvinnor"): "Värdet för flickor",
        ("ind-las", "män"): "Värdet för pojkar",
        ("ind-elever", "kvinnor"): "Värdet för kvinnor",
        ("ind-elever", "män"): "Värdet för män",
    }


def prompt(sheet, place: str) -> str:
    """What a spreadsheet program says above a cell that somebody stands in."""
    (rule,) = [one for one in sheet.data_validations.dataValidation if place in one.sqref]
    return rule.promptTitle


def test_a_review_of_a_changed_target_says_girls_and_boys():
    before, now = (
        Version(loaded_from(standard_files(text)).kommuner, {})
        for text in (PUPILS, PUPILS.replace("minst: 85", "minst: 90"))
    )
    told = plain_text(compare(before, now))
    assert "minst 90 procent för både flickor och pojkar" in told


def test_a_target_for_a_part_that_is_called_girls_is_for_that_part():
    kommun = kommun_from(
        """
mål: [{id: a, nivå: mal, rubrik: Alla läser}]
indikatorer:
- id: i
  namn: Elever som läser
  enhet: procent
  hör_till: a
  könen: flickor och pojkar
  målvärden: [{period: 2024, minst: 85, för: [flickor, pojkar]}]
  värden:
  - {period: 2024, värde: 86, delar: [{namn: flickor, värde: 88}]}
"""
    )
    (target,) = kommun.indicators[0].targets
    assert target.whom == ("flickor", "män")
