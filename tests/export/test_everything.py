"""The workbook holds the whole goal system: nothing is lost on the way there and back to YAML."""

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from kommunvision.chain import Site
from kommunvision.export import Setting
from kommunvision.export.data_folder import data_folder
from kommunvision.export.goal_system import document
from kommunvision.export.json_text import json_text
from kommunvision.export.records import Writer
from kommunvision.export.tables.everything import everything
from kommunvision.export.tables.explained import contents
from kommunvision.export.tables.workbook import workbook
from kommunvision.load import load_kommun, load_site, read_workbook
from kommunvision.model import Kommun
from kommunvision.swedish.keys import LOCKS_KEY, RECORDS, SECTIONS, Kind
from kommunvision.swedish.workbook import (
    DATA_SHEETS,
    EMPTY,
    OWN_HEADINGS,
    SHEETS,
    SLUG,
    part_table,
)
from tests.export.random_kommuner import as_text, records
from tests.export.test_odd_kommuner import KOMMUNER
from tests.export.test_tables import SLUGS, of_the_site, sheet
from tests.helpers import WHO, kommun_from, loaded_from, write_files

SETTING = Setting(Site(()), "https://prov.example/")

# Some dates are of no calendar, and some end before they begin.
ODD_DATES = {"KV402", "KV403", "KV408"}


def book_of(kommun: Kommun) -> bytes:
    """The sheets that are read back."""
    tables = list(everything(Writer(SETTING, kommun), kommun))
    return workbook([contents(tables), *tables], title="T", publisher="U", about="V")


def told(kommun: Kommun) -> str:
    """Everything that a kommun says, digit by digit: 81.50 and 81.5 are equal, not alike."""
    return json_text(document(SETTING, kommun))


def read_back(content: bytes) -> Kommun:
    found, problems = read_workbook(content)
    assert not problems, [(one.code, str(one.origin), dict(one.details)) for one in problems]
    assert found is not None
    return found


def as_files(kommun: Kommun) -> Kommun:
    """The kommun as it is read from the files that an import writes."""
    with TemporaryDirectory() as place:
        folder = kommun.folder
        files = {f"{folder}/{one.path}": one.content for one in data_folder(kommun)}
        write_files(Path(place), {name: str(text).encode() for name, text in files.items()})
        found, problems = load_kommun(Path(place), folder)
        assert not problems, [(one.code, str(one.origin), dict(one.details)) for one in problems]
        assert found is not None
        return found


def assert_nothing_is_lost(kommun: Kommun, content: bytes) -> None:
    from_book = read_back(content)
    assert told(from_book) == told(kommun)
    assert from_book == kommun
    from_files = as_files(from_book)
    assert told(from_files) == told(kommun)
    assert from_files == kommun


@pytest.mark.parametrize("slug", SLUGS)
def test_every_kommun_of_the_site_comes_back_from_its_workbook(repository, slug):
    _, system, found = of_the_site(repository)[slug]
    assert_nothing_is_lost(system.kommun, found[f"{slug}/data/v1/malsystem.xlsx"])


@pytest.mark.parametrize("slug", KOMMUNER)
def test_an_odd_kommun_comes_back_from_its_workbook(slug):
    (kommun,) = loaded_from({f"data/{slug}/kommun.yml": KOMMUNER[slug]}).kommuner
    assert_nothing_is_lost(kommun, book_of(kommun))


@pytest.mark.parametrize("section", [one for one in SECTIONS if one.many], ids=lambda one: one.key)
@settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_whatever_may_stand_in_a_file_comes_back_from_the_workbook(section, data):
    objects = data.draw(st.lists(records(section.record), min_size=1, max_size=2))
    files = {"data/aby/kommun.yml": WHO, "data/aby/b.yml": as_text({section.key: objects})}
    loaded = loaded_from(files)
    assume({one.code for one in loaded.problems} <= ODD_DATES)
    assume(not loaded.problems)
    (kommun,) = loaded.kommuner
    assert_nothing_is_lost(kommun, book_of(kommun))


@settings(max_examples=10)
@given(said=records("kommun"))
def test_whatever_a_kommun_says_of_itself_comes_back_from_the_workbook(said):
    loaded = loaded_from({"data/aby/kommun.yml": as_text({"kommun": said})})
    assume(not loaded.problems)
    (kommun,) = loaded.kommuner
    assert_nothing_is_lost(kommun, book_of(kommun))


@pytest.mark.parametrize(
    "text",
    [
        # What a spreadsheet program would take for the code of a letter.
        "Läs _x0041_ och _x000D_ som de står",
        # Longer than any cell.
        "Ett stycke. " * 4000 + "Slut.",
        "Rad ett\n\n- punkt: ett\n- punkt # två\n\n  indragen",
        "=HYPERLINK(1)",
        EMPTY,
        "'citat'",
        "~ ungefär",
        "både \"dubbla\" och 'enkla' \\ snedstreck",
        "01",
        "12 %",
        "😀 och \N{NO-BREAK SPACE} hårt blanksteg",
    ],
)
def test_a_text_comes_back_letter_by_letter(text):
    kommun = kommun_from(
        as_text({"mål": [{"id": "m", "nivå": "mal", "rubrik": "R", "text": text}]})
    )
    assert kommun.goals[0].text == text.strip()
    assert_nothing_is_lost(kommun, book_of(kommun))


@pytest.mark.parametrize(
    "value", ["81,50", "0,000000000000001", "123456789012345,678", "-0", "-1,5"]
)
def test_a_number_comes_back_digit_by_digit(value):
    kommun = kommun_from(
        as_text(
            {
                "indikatorer": [
                    {"id": "i", "namn": "I", "värden": [{"period": "2024", "värde": value}]}
                ]
            }
        )
    )
    assert_nothing_is_lost(kommun, book_of(kommun))


def test_words_in_place_of_a_value_are_told_from_texts_that_look_like_them():
    kommun = kommun_from(
        """
        visioner:
        - id: v
          rubrik: V
          status: gällande
          text: T
          gäller: framgår inte av källan
        - {id: x, rubrik: X, status: gällande, text: T, gäller: {}}
        mål:
        - {id: m, nivå: mal, rubrik: M, ansvariga: alla}
        - {id: n, nivå: mal, rubrik: N, ansvariga: [{id: alla}], överordnade: [{id: v, not: enligt s. 3}, m]}
        """
    )
    assert_nothing_is_lost(kommun, book_of(kommun))


def test_objects_that_share_an_id_keep_their_own_parts():
    """It is an error that the check finds; a workbook mixes nothing up."""
    same = "{id: a, titel: T, beskrivning: B}"
    kommun = kommun_from(
        f"""
        källor: [{same}]
        mål:
        - {{id: a, nivå: mal, rubrik: Ett, lydelser: [{{text: L1, anmärkning: A}}]}}
        - {{id: a, nivå: mal, rubrik: Två, lydelser: [{{text: L2, anmärkning: A}}]}}
        - {{id: kommun, nivå: mal, rubrik: Tre, lydelser: [{{text: L3, anmärkning: A}}]}}
        """
    )
    assert_nothing_is_lost(kommun, book_of(kommun))


def test_a_person_finds_a_goal_with_its_links_in_one_row():
    kommun = kommun_from(
        """
        mål:
        - id: utb-2
          nivå: mal
          rubrik: Fler klarar skolan
          överordnade: [larande, {id: trygghet}]
          källa: {id: budget, plats: sidan 12}
          gäller: {från: 2023, text: mandatperioden}
          lydelser: [{text: Alla ska klara skolan., anmärkning: I utkastet.}]
        """
    )
    content = book_of(kommun)
    assert sheet(content, "Data mål") == [
        {
            "id": "utb-2",
            "källa": "budget",
            "källa.plats": "sidan 12",
            "nivå": "mal",
            "rubrik": "Fler klarar skolan",
            "överordnade": "larande\ntrygghet",
            "gäller": "mandatperioden",
            "gäller.från": "2023",
        }
    ]
    assert sheet(content, "Data lydelser") == [
        {
            "del av": "utb-2",
            "nyckel": "lydelser",
            "text": "Alla ska klara skolan.",
            "anmärkning": "I utkastet.",
        }
    ]
    assert [row["blad"] for row in sheet(content, "Innehåll")] == load_workbook(
        BytesIO(content)
    ).sheetnames[1:]


def test_all_that_an_object_may_have_several_of_has_a_sheet_to_stand_in():
    for record in RECORDS.values():
        for field in record.fields:
            if field.many and field.kind in {Kind.RECORD, Kind.REFERENCE}:
                name = field.of if field.kind is Kind.RECORD else "reference"
                assert part_table(name) in DATA_SHEETS


def test_the_names_of_sheets_are_such_as_spreadsheet_programs_take():
    names = [words.sheet for words in SHEETS.values() if words.sheet]
    assert len({name.lower() for name in names}) == len(names)
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


def test_the_workbooks_own_headings_are_no_keys():
    keys = {field.key for record in RECORDS.values() for field in record.fields}
    own = OWN_HEADINGS.keys() - {SLUG}
    # A key has no point and no parenthesis either, which headings add.
    assert not any(set(". ()") & set(key) for key in keys)
    assert not keys & own
    assert SLUG not in RECORDS["kommun"].by_key
    assert LOCKS_KEY not in {section.key for section in SECTIONS}


def test_fetched_series_stand_where_the_next_fetch_looks_for_them(repository):
    kommuner = {one.slug: one for one in load_site(repository).kommuner}
    paths = {one.path for one in data_folder(kommuner["nora"])}
    assert {"statistik/kolada.yml", "statistik/scb.yml"} <= paths
    sandviken = [one.path for one in data_folder(kommuner["sandviken"])]
    assert "statistik/scb.yml" in sandviken
    assert "matvarden.yml" in sandviken


def test_the_files_are_such_as_a_person_writes():
    kommun = kommun_from(
        """
        mål:
        - id: utb-2
          nivå: mal
          rubrik: "2.1 Fler klarar skolan: alla"
          text: "Första stycket.\\n\\nAndra stycket."
          källa: {id: budget, plats: sidan 12}
          överordnade: [larande]
          globala_mål: [4, 8]
          nummer: "01"
        - {id: larande, nivå: omrade, rubrik: Lärande}
        mätvärden:
        - indikator: i
          värden: [{period: 2023, värde: "81,5"}, {period: 2024, värde: 82, preliminärt: ja}]
        """
    )
    files = {one.path: one.content for one in data_folder(kommun)}
    assert files["mal.yml"] == (
        "# yaml-language-server: $schema=../../schema/mal.schema.json\n"
        "format: 1\n"
        "\n"
        "mål:\n"
        "  - id: utb-2\n"
        "    källa: {id: budget, plats: sidan 12}\n"
        "    nivå: mal\n"
        '    rubrik: "2.1 Fler klarar skolan: alla"\n'
        "    text: |\n"
        "      Första stycket.\n"
        "\n"
        "      Andra stycket.\n"
        "    överordnade: [larande]\n"
        "    nummer: 01\n"
        "    globala_mål: [4, 8]\n"
        "\n"
        "  - id: larande\n"
        "    nivå: omrade\n"
        "    rubrik: Lärande\n"
    )
    assert files["uppfoljning/matvarden.yml"] == (
        "# yaml-language-server: $schema=../../../schema/matvarden.schema.json\n"
        "format: 1\n"
        "\n"
        "mätvärden:\n"
        "  - indikator: i\n"
        "    värden:\n"
        '      - {period: 2023, värde: "81,5"}\n'
        "      - {period: 2024, värde: 82, preliminärt: ja}\n"
    )
