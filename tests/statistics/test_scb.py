"""SCB's tables become data files as Kolada's key figures do."""

from decimal import Decimal
from urllib.parse import unquote

import pytest

from kommunvision.load import load_site
from tests.helpers import write_files
from tests.statistics.loopback import body, status

ASKING = """
indikatorer:
- id: ind-folkmangd
  namn: Folkmängd
  hör_till: framgår inte av källan
  scb: {tabell: TAB638, urval: [{variabel: ContentsCode, koder: [BE0101N1]}]}
"""
WHOLE = """\
# yaml-language-server: $schema=../../../schema/matvarden.schema.json
# Skriven av kommandot kommunvision refresh. Källa: SCB.
# Nästa hämtning skriver över filen. Bara brott, preliminärt, delar och anmärkning som du
# själv lägger till på ett värde står kvar.
format: 1
mätvärden:
- indikator: ind-folkmangd
  utgivare: SCB
  titel: Folkmängd
  enhet: antal
  kod: TAB638
  hämtad: 2026-03-01
  värden:
  - {period: 2022, värde: 5627}
  - {period: 2023, värde: 5517}
  - {period: 2024, värde: 5452}
"""
FILE = "norberg/statistik/scb.yml"


@pytest.fixture(autouse=True)
def asking(refresh):
    ask(refresh, ASKING)


def ask(refresh, text):
    write_files(refresh.site, {"data/norberg/indikatorer.yml": text})


def choosing(*variables):
    pairs = ", ".join(f"{{variabel: {name}, koder: {codes}}}" for name, codes in variables)
    return ASKING.replace(
        "urval: [{variabel: ContentsCode, koder: [BE0101N1]}]", f"urval: [{pairs}]"
    )


def by_gender(services):
    """Let the table tell a made-up kommun's men and women apart."""
    cube = services.scb
    cube["id"].insert(1, "Kon")
    cube["dimension"]["Kon"] = {
        "label": "kön",
        "category": {"index": ["1", "2"], "label": {"1": "män", "2": "kvinnor"}},
    }
    cube["size"] = [2, 2, 1, 3]
    cube["value"] = [1, 2, 3, 4, 5, 6, 11, 12, 13, 20, 21, None]


def test_the_kommun_itself_and_every_year_go_without_saying(refresh, services):
    assert refresh() == 0
    assert refresh.file(FILE) == WHOLE
    assert not load_site(refresh.site).problems.ordered()
    metadata, data = [unquote(address) for address in services.asked]
    assert metadata == "/v2/tables/TAB638/metadata?lang=sv"
    assert data == (
        "/v2/tables/TAB638/data?lang=sv&outputFormat=json-stat2&valueCodes[ContentsCode]=BE0101N1"
        "&valueCodes[Region]=1962&valueCodes[Tid]=*"
    )


def test_another_region_becomes_a_series_to_compare_with(refresh):
    ask(refresh, choosing(("ContentsCode", "[BE0101N1]"), ("Region", '["1962", "1884"]')))
    assert refresh() == 0
    text = refresh.file(FILE)
    assert text.count("- indikator: ind-folkmangd") == 2
    assert "  grupp: Nora\n" in text
    assert "{period: 2024, värde: 10639}" in text


def test_women_and_men_stand_beside_the_total_that_scb_gives(refresh, services):
    by_gender(services)
    services.eliminable = {"Kon"}
    services.scb["value"][-1] = 22
    ask(refresh, choosing(("ContentsCode", "[BE0101N1]"), ("Kon", '["1", "2"]')))
    assert refresh() == 0
    assert "{period: 2022, värde: 31, kvinnor: 20, män: 11}" in refresh.file(FILE)


def test_without_a_total_from_scb_none_is_made_up(refresh, services):
    by_gender(services)
    ask(refresh, choosing(("ContentsCode", "[BE0101N1]"), ("Kon", '["1", "2"]')))
    assert refresh() == 0
    lines = refresh.file(FILE).splitlines()
    assert "  - {period: 2022, kvinnor: 20, män: 11, saknas: statistik saknas}" in lines
    assert "  - {period: 2024, män: 13, saknas: statistik saknas}" in lines
    assert not load_site(refresh.site).problems.ordered()


@pytest.mark.parametrize(
    ("code", "written"),
    [("2024K3", "kvartal 3 2024"), ("2024M05", "maj 2024"), ("2023/24", '"?2023/24"?')],
)
def test_periods_of_every_kind_are_read(refresh, services, code, written):
    time = services.scb["dimension"]["Tid"]["category"]
    time["index"], time["label"] = [code], {code: code}
    services.scb["size"], services.scb["value"] = [2, 1, 1], [1.5, 2.5]
    assert refresh() == 0
    (series,) = load_site(refresh.site).kommuner[0].series
    assert series.values[0].value == Decimal("2.5")
    assert written.strip('"?') in refresh.file(FILE)


def test_a_sparse_cube_is_read(refresh, services):
    refresh()
    services.asked.clear()
    cube = services.cube({"Region": ["1962"], "ContentsCode": ["*"], "Tid": ["*"]})
    cube["value"] = {"0": 5627, "2": 5452}
    services.always, services.on = body(cube), "/data"
    assert refresh() == 0
    assert "period: 2023, saknas: statistik saknas, ändrat_från: [{värde: 5517" in refresh.file(
        FILE
    )


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("class", "collection"),
        ("size", [1, 1, 2]),
        ("size", [10**9, 10**9, 10**9]),
        ("value", [5627, 5517]),
        ("value", [5627, "5517", 5452]),
        ("value", "5627"),
        ("id", ["Region", "ContentsCode", 7]),
        ("id", ["Region", "ContentsCode", "Annat"]),
        ("dimension", []),
        ("label", None),
    ],
)
def test_a_cube_that_is_wrong_is_refused_and_the_file_stays(refresh, services, part, value):
    refresh()
    cube = services.cube({"Region": ["1962"], "ContentsCode": ["*"], "Tid": ["*"]})
    cube[part] = value
    services.always, services.on = body(cube), "/data"
    assert refresh() == 1
    assert "Svaret från SCB ser inte ut som det ska:" in refresh.out
    assert refresh.file(FILE) == WHOLE


def test_several_values_for_one_year_are_refused_with_the_variable(refresh, services):
    contents = services.scb["dimension"]["ContentsCode"]["category"]
    contents["index"] = ["BE0101N1", "BE0101N2"]
    services.scb["size"] = [2, 2, 3]
    services.scb["value"] = list(range(12))
    ask(refresh, choosing(("ContentsCode", "[BE0101N1, BE0101N2]")))
    assert refresh() == 1
    assert "Välj en enda kod för variabeln ContentsCode." in refresh.out


def test_a_variable_that_the_table_lacks_is_named_with_those_it_has(refresh):
    ask(refresh, choosing(("Innehall", "[BE0101N1]")))
    assert refresh() == 1
    assert "väljer variabeln Innehall, som inte finns i tabellen TAB638." in refresh.out
    assert "Där finns Region, ContentsCode, Tid." in refresh.out


def test_scb_out_of_order_does_not_keep_kolada_from_its_values(refresh, services):
    both = (
        ASKING
        + """
- id: ind-arbetslosa
  namn: Öppet arbetslösa
  hör_till: framgår inte av källan
  kolada: N03937
""".lstrip("\n")
    )
    ask(refresh, both)
    services.always, services.on = status(500), "/tables/"
    assert refresh() == 1
    assert "period: 2024" in refresh.file()
    assert "SCB har ett fel hos sig (svar 500)" in refresh.out


def test_an_indicator_with_two_sources_is_refused(refresh):
    ask(refresh, ASKING + "  kolada: N03937\n")
    assert refresh() == 1
    assert "Indikatorn ind-folkmangd har både kolada och scb." in refresh.out
