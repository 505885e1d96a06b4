"""A kommun's data as tables: every figure is there, and programs can follow every link."""

import csv
import json
import re
from collections import Counter
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from io import BytesIO, StringIO
from pathlib import Path

import html5lib
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from kommunvision.address import address, as_data
from kommunvision.chain import GoalSystem, Site
from kommunvision.export import Beside, DataFile, Setting, SitePublisher
from kommunvision.export.tables import files, shared_files
from kommunvision.export.tables.telling import Telling
from kommunvision.export.values import written
from kommunvision.load import load_site
from kommunvision.model import Kommun, PublisherKind
from kommunvision.pages import pages_of
from tests.export.random_kommuner import as_text, records
from tests.helpers import WHO, kommun_from, loaded_from

SLUGS = ["exempelby", "nora", "norberg", "sandviken", "smedjebacken"]
SHEETS = [
    *("Innehåll", "Mål", "Indikatorer", "Värden", "Målvärden", "Bedömningar", "Fältförklaring")
]
NUMBER = re.compile(r"-?\d+(\.\d+)?")

Row = dict[str, str]


def made(kommun: Kommun) -> dict[str, DataFile]:
    """Every file with tables of a kommun by the end of its address."""
    site = Site([GoalSystem(kommun)])
    found = files(Telling(Setting(site, "https://prov.example/"), site.systems[0]))
    return {
        file.path.removeprefix(f"{kommun.slug}/").removeprefix("data/v1/"): file for file in found
    }


@cache
def of_the_site(repository: Path) -> dict[str, tuple[Site, GoalSystem, dict[str, bytes]]]:
    """Every kommun of the site with its files."""
    site = Site(GoalSystem(kommun) for kommun in load_site(repository).kommuner)
    setting = Setting(site, "https://prov.example/")
    return {
        system.kommun.slug: (
            site,
            system,
            {file.path: raw(file) for file in files(Telling(setting, system))},
        )
        for system in site.systems
    }


def raw(file: DataFile) -> bytes:
    return file.content if isinstance(file.content, bytes) else file.content.encode()


def read(content: bytes | str, delimiter: str = ",", encoding: str = "utf-8") -> list[Row]:
    """The rows of a CSV file by its headings."""
    assert isinstance(content, bytes)
    text = StringIO(content.decode(encoding), newline="")
    return list(csv.DictReader(text, delimiter=delimiter, strict=True))


def sheet(content: bytes | str, name: str) -> list[dict[str, object]]:
    """The rows of a sheet by its headings."""
    assert isinstance(content, bytes)
    headings, *rows = load_workbook(BytesIO(content))[name].iter_rows(values_only=True)
    return [dict(zip(map(str, headings), row, strict=True)) for row in rows]


def told(value: object) -> str | None:
    """A value as the file has it; the model's own digits."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return f"{value:f}" if isinstance(value, Decimal) else str(written(value))


def figures_of(kommun: Kommun) -> Counter[tuple[object, ...]]:
    """Every figure that the data has, read straight from the model."""
    series = [
        *((one.id, None, None, one.values) for one in kommun.indicators),
        *((one.indicator.target, one.group, one.definition, one.values) for one in kommun.series),
    ]
    found: Counter[tuple[object, ...]] = Counter()
    for indicator, group, definition, values in series:
        for one in values:
            key = (indicator, group, definition, str(written(one.period)), one.forecast)
            found[(*key, None, None, told(one.value))] += one.value is not None
            found[(*key, "kvinnor", None, told(one.women))] += one.women is not None
            found[(*key, "män", None, told(one.men))] += one.men is not None
            for part in one.parts:
                found[(*key, None, part.name, told(part.value))] += part.value is not None
    return +found


def figures_in(rows: list[dict[str, object]]) -> Counter[tuple[object, ...]]:
    """Every figure that a file has."""
    return Counter(
        (
            row["indikator"],
            row["grupp"] or None,
            row["definition"] or None,
            row["period"],
            row["prognos"] == "ja",
            row["kön"] or None,
            row["del"] or None,
            row["värde_i_ord"] if row["värde"] in {"", None} else row["värde"],
        )
        for row in rows
        if row["värde"] not in {"", None} or row["värde_i_ord"]
    )


def in_numbers(figures: Counter[tuple[object, ...]]) -> Counter[tuple[object, ...]]:
    """The same figures, where 81.50 is 81.5: a sheet keeps the number and shows the digits."""
    found: Counter[tuple[object, ...]] = Counter()
    for (*key, value), times in figures.items():
        plain = NUMBER.fullmatch(str(value))
        found[(*key, Decimal(str(value)).normalize() if plain else value)] += times
    return found


@pytest.mark.parametrize("slug", SLUGS)
def test_every_figure_of_the_site_is_in_the_tables_as_the_data_has_it(repository, slug):
    _, system, found = of_the_site(repository)[slug]
    expected = figures_of(system.kommun)
    assert expected
    folder = f"{slug}/data/v1"
    assert figures_in(read(found[f"{folder}/varden.csv"])) == expected
    excel = read(found[f"{folder}/varden-excel.csv"], ";", "utf-8-sig")
    for row in excel:
        row["värde"] = row["värde"].replace(",", ".")
    assert figures_in(excel) == expected
    in_sheet = figures_in(sheet(found[f"{folder}/malsystem.xlsx"], "Värden"))
    assert in_numbers(in_sheet) == in_numbers(expected)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_every_figure_of_a_random_kommun_is_in_the_tables(data):
    own = data.draw(st.lists(records("measurement"), max_size=3))
    series = data.draw(st.lists(records("series"), max_size=2))
    indicator: dict[str, object] = {"id": "i", "namn": "I"}
    if own:
        indicator["värden"] = own
    sections = {
        "indikatorer": [indicator],
        "mätvärden": [{**one, "indikator": {"id": "i"}} for one in series],
    }
    loaded = loaded_from({"data/aby/kommun.yml": WHO, "data/aby/b.yml": as_text(sections)})
    assume(not loaded.problems)
    (kommun,) = loaded.kommuner
    found = made(kommun)
    expected = figures_of(kommun)
    rows = read(found["varden.csv"].content)
    for row in rows:
        for key in ("värde_i_ord", "del", "grupp", "definition"):
            row[key] = restored(row[key])
    assert figures_in(rows) == expected
    in_sheet = figures_in(sheet(found["malsystem.xlsx"].content, "Värden"))
    assert in_numbers(in_sheet) == in_numbers(expected)


def restored(text: str) -> str:
    """A text without the apostrophes that keep it from becoming a formula."""
    signs = "[=+@\\-\uff1d\uff0b\uff20\uff0d]"
    start = rf"^'(?=[\s\"']*{signs}|'*[\t\r\n])"
    return re.sub(rf"{start}|(?<=[;,|\t\r\n])'(?=[\"']*{signs})", "", text)


def test_a_value_has_a_row_of_its_own_with_all_that_is_told_of_it():
    found = made(
        kommun_from(
            """
            indikatorer:
            - id: ind-x
              namn: Nöjda
              enhet: procent
              målvärden:
              - {period: 2023, minst: 80}
              - {period: 2023, minst: 75, för: män}
              - {period: 2026, minst: 90}
            källor: [{id: enkat, titel: Enkäten}]
            mätvärden:
            - indikator: ind-x
              källa: {id: enkat, plats: sidan 3}
              utgivare: Byrån
              kod: X1
              hämtad: 2025-03-01
              värden:
              - period: 2023
                värde: "81,50"
                kvinnor: "-0,5"
                män: färre än 5
                delar: [{namn: Skolan, saknas: för få svar}]
                preliminärt: ja
                ändrat_från: [{värde: 80, män: 4, datum: 2024-03-14, skäl: Rättat.}]
                anmärkning: Enkäten kom sent.
              - {period: 2023, värde: 85, prognos: ja}
              - {period: 2024, saknas: inte mätt ännu, brott: Ny enkät.}
            - indikator: ind-x
              grupp: Alla kommuner
              värden: [{period: 2023, värde: 79}]
            """
        )
    )
    rows = read(found["varden.csv"].content)
    usual = {
        "indikator": "ind-x",
        "namn": "Nöjda",
        "enhet": "procent",
        "preliminärt": "nej",
        "prognos": "nej",
    }
    of_2023 = {
        **usual,
        "period": "2023",
        "första_dag": "2023-01-01",
        "sista_dag": "2023-12-31",
        "preliminärt": "ja",
        "anmärkning": "Enkäten kom sent.",
    }
    of_series = {
        "utgivare": "Byrån",
        "kod": "X1",
        "hämtad": "2025-03-01",
        "källa": "Enkäten, sidan 3",
    }
    both = "minst 80 procent; minst 75 procent för män"
    changed = {"ändrat_datum": "2024-03-14", "ändrat_skäl": "Rättat."}
    for_men = "minst 75 procent för män"
    expected = [
        of_2023 | of_series | changed | {"värde": "81.50", "ändrat_från": "80", "målvärde": both},
        of_2023 | of_series | {"kön": "kvinnor", "värde": "-0.5"},
        of_2023
        | of_series
        | changed
        | {"kön": "män", "värde_i_ord": "färre än 5", "ändrat_från": "4", "målvärde": for_men},
        of_2023 | of_series | {"del": "Skolan", "saknas": "för få svar"},
        of_2023
        | of_series
        | {
            "värde": "85",
            "prognos": "ja",
            "målvärde": both,
            "preliminärt": "nej",
            "anmärkning": "",
        },
        usual
        | of_series
        | {
            "period": "2024",
            "första_dag": "2024-01-01",
            "sista_dag": "2024-12-31",
            "saknas": "inte mätt ännu",
            "brott": "Ny enkät.",
        },
        # What is still to be reached has a row too, as on the page.
        usual
        | {
            "period": "2026",
            "första_dag": "2026-01-01",
            "sista_dag": "2026-12-31",
            "målvärde": "minst 90 procent",
        },
        of_2023 | {"grupp": "Alla kommuner", "värde": "79", "preliminärt": "nej", "anmärkning": ""},
    ]
    silent = dict.fromkeys(rows[0], "")
    # An undated row stands for each: targets whose day has passed go on.
    assert rows == [silent | row for row in expected]


def test_the_file_for_swedish_excel_has_what_it_needs_to_open_right():
    found = made(
        kommun_from(
            """
            indikatorer:
            - {id: i, namn: "Å; ä", värden: [{period: 2023, värde: "-1,5"}]}
            """
        )
    )
    content = found["varden-excel.csv"].content
    assert isinstance(content, bytes)
    assert content.startswith("\ufeffindikator;namn;enhet;".encode())
    assert b'\r\ni;"\xc3\x85; \xc3\xa4";;2023;2023-01-01;2023-12-31;;;;;-1,5;' in content
    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")


@pytest.mark.parametrize("slug", SLUGS)
def test_an_indicators_file_has_its_rows_of_the_whole(repository, slug):
    _, system, found = of_the_site(repository)[slug]
    everything = read(found[f"{slug}/data/v1/varden.csv"])
    for indicator in system.kommun.indicators:
        own = read(found[as_data(address(system.kommun, indicator), "csv")])
        assert own == [row for row in everything if row["indikator"] == indicator.id]


def test_an_indicator_that_has_had_another_id_has_its_file_there_too():
    found = made(
        kommun_from(
            "indikatorer: [{id: ny, tidigare_id: [gammal], namn: N, värden: [{period: 2023, värde: 1}]}]"
        )
    )
    assert found["indikatorer/gammal.csv"].content == found["indikatorer/ny.csv"].content
    assert found["indikatorer/gammal.csv"].page is None
    assert found["indikatorer/ny.csv"].page == "exempelby/indikatorer/ny/"


@pytest.mark.parametrize("slug", SLUGS)
def test_the_table_on_an_indicators_page_shows_the_figures_of_its_file(repository, slug):
    site, system, found = of_the_site(repository)[slug]
    bodies = {page.url: page.body for page in pages_of(site, system)}
    compared = 0
    for indicator in system.kommun.indicators:
        url = address(system.kommun, indicator)
        rows = read(found[as_data(url, "csv")])
        tree = html5lib.parseFragment(bodies[url], namespaceHTMLElements=False)
        cells = [
            cell
            for box in tree.iterfind(".//div[@class='kv-figures']")
            for cell in box.iterfind(".//tbody/tr/td[@class='kv-number']")
        ]
        shown = [cell[1].text for cell in cells if cell[1].get("class") != "kv-missing"]
        figures = [
            row["värde"] or row["värde_i_ord"] for row in rows if row["värde"] or row["värde_i_ord"]
        ]
        assert len(shown) == len(figures)
        pool = [one.lower() for one in figures]
        for text in shown:
            compared += 1
            number = text.replace("\xa0", "").replace("−", "-").replace(",", ".")
            if NUMBER.fullmatch(number):
                # A page may show fewer decimals.
                match = next(
                    one
                    for one in pool
                    if NUMBER.fullmatch(one)
                    and Decimal(one).quantize(Decimal(number), ROUND_HALF_UP) == Decimal(number)
                )
            else:
                match = next(one for one in pool if one == text.lower().replace("\xa0", " "))
            pool.remove(match)
    assert compared


def test_an_indicators_page_leads_to_its_file_once_beside_the_table_of_its_main_values():
    kommun = kommun_from(
        """
        indikatorer:
        - {id: i, namn: Läsning}
        - {id: utan, namn: Utan värden}
        mätvärden:
        - {indikator: i, definition: hemkommun, värden: [{period: 2023, värde: 81}]}
        - {indikator: i, definition: skolan, värden: [{period: 2023, värde: 82}]}
        """
    )
    system = GoalSystem(kommun)
    bodies = {page.url: page.body for page in pages_of(Site([system]), system)}
    shown = bodies["exempelby/indikatorer/i/"]
    link = 'href="../i.csv" type="text/csv" aria-label="Värdena som CSV: Läsning, hemkommun"'
    assert (shown.count("i.csv"), shown.count(link)) == (1, 1)
    assert ".csv" not in bodies["exempelby/indikatorer/utan/"]


# CSV on the Web.


@pytest.mark.parametrize("slug", SLUGS)
def test_the_description_of_each_file_keeps_the_rules_of_csv_on_the_web(repository, slug):
    _, _, found = of_the_site(repository)[slug]
    folder = f"{slug}/data/v1/"
    described = [
        path for path in found if path.startswith(folder) and path.endswith("-metadata.json")
    ]
    assert len(described) == 7
    for path in described:
        told = json.loads(found[path])
        assert told["@context"] == ["http://www.w3.org/ns/csvw", {"@language": "sv"}]
        assert told["dc:license"] == {"@id": "https://creativecommons.org/publicdomain/zero/1.0/"}
        assert told["dc:title"]
        tables = {table["url"]: table for table in told["tables"]}
        assert path == f"{folder}{next(iter(tables))}-metadata.json"
        for url, table in tables.items():
            assert not list(faults_of_table(table, read(found[folder + url])))
            assert not list(faults_of_links(table, tables, found, folder))


@pytest.mark.parametrize("slug", SLUGS)
def test_each_indicators_file_has_its_description_beside_it(repository, slug):
    _, system, found = of_the_site(repository)[slug]
    for indicator in system.kommun.indicators:
        path = as_data(address(system.kommun, indicator), "csv")
        told = json.loads(found[f"{path}-metadata.json"])
        assert told["dc:title"] == f"{indicator.name}, {system.kommun.formal_name}"
        (table,) = told["tables"]
        assert table["url"] == path.rpartition("/")[2]
        assert "foreignKeys" not in table["tableSchema"]
        assert not list(faults_of_table(table, read(found[path])))


def test_an_address_from_before_a_change_of_id_has_its_description_too():
    found = made(kommun_from("indikatorer: [{id: ny, tidigare_id: [gammal], namn: N}]"))
    assert found["indikatorer/gammal.csv"].explained_by in {file.path for file in found.values()}
    (table,) = json.loads(found["indikatorer/gammal.csv-metadata.json"].content)["tables"]
    assert table["url"] == "gammal.csv"


# The table of every kommun.


def shared(site: Site, *, beside: Beside | None = None) -> dict[str, DataFile]:
    setting = Setting(site, "https://prov.example/", beside or Beside())
    return {file.path: file for file in shared_files(setting)}


def test_the_table_of_all_has_each_kommuns_own_rows_in_order(repository):
    per_kommun = of_the_site(repository)
    site = per_kommun[SLUGS[0]][0]
    found = shared(site)
    for name, delimiter, encoding in (
        ("varden.csv", ",", "utf-8"),
        ("varden-excel.csv", ";", "utf-8-sig"),
    ):
        rows = read(found[f"data/v1/{name}"].content, delimiter, encoding)
        assert rows
        expected = [
            {
                "kommun": slug,
                "kommunens_namn": system.kommun.formal_name,
                "kommunkod": system.kommun.code or "",
                "påhittad": "ja" if system.kommun.fictional else "nej",
                **row,
            }
            for slug, (_, system, files) in per_kommun.items()
            for row in read(files[f"{slug}/data/v1/{name}"], delimiter, encoding)
        ]
        assert rows == expected
        assert [row["kommun"] for row in rows] == sorted(row["kommun"] for row in rows)


def test_the_table_of_all_is_described(repository):
    site = of_the_site(repository)[SLUGS[0]][0]
    found = shared(site, beside=Beside(SitePublisher("Öppna mål", PublisherKind.NON_PROFIT)))
    assert found["data/v1/varden.csv"].explained_by == "data/v1/varden.csv-metadata.json"
    told = json.loads(found["data/v1/varden.csv-metadata.json"].content)
    assert told["dc:publisher"] == "Öppna mål"
    assert told["dc:rights"].endswith("https://prov.example/oppna-data/#villkor")
    (table,) = told["tables"]
    assert table["url"] == "varden.csv"
    assert table["tableSchema"]["primaryKey"][0] == "kommun"
    assert not list(faults_of_table(table, read(found["data/v1/varden.csv"].content)))


def test_a_name_in_the_table_of_all_can_not_become_a_formula():
    site = Site(
        [
            GoalSystem(
                kommun_from(
                    WHO.replace("Exempelby kommun", '"=1+1"')
                    + """
indikatorer: [{id: i, namn: N, värden: [{period: 2023, värde: "-1"}]}]
"""
                )
            )
        ]
    )
    (row,) = read(shared(site)["data/v1/varden.csv"].content)
    assert (row["kommunens_namn"], row["värde"]) == ("'=1+1", "-1")


def test_a_kommun_that_has_the_site_for_itself_has_no_table_of_all():
    loaded = loaded_from({"data/kommun.yml": WHO})
    assert shared(Site(map(GoalSystem, loaded.kommuner))) == {}


def faults_of_table(table: dict, rows: list[Row]):
    """What breaks the schema of a table, by the rules of the standard."""
    columns = table["tableSchema"]["columns"]
    names = [column["name"] for column in columns]
    if len(set(names)) != len(names):
        yield "two columns have the same name"
    titles = {column["name"]: column["titles"] for column in columns}
    if rows and list(rows[0]) != list(titles.values()):
        yield "the headings are others"
    for column in columns:
        # A name is a variable of a URI template, and none begins with an underscore.
        if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_]*", column["name"]):
            yield f"{column['name']} is no name"
        if not column["dc:description"]:
            yield f"{column['name']} is not explained"
        for row in rows:
            text = row[column["titles"]]
            if text == "" and column["required"]:
                yield f"{column['name']} is empty"
            if text and not is_of(text, column["datatype"]):
                yield f"{text} does not belong in {column['name']}"
    key = [titles[name] for name in table["tableSchema"]["primaryKey"]]
    if len({tuple(row[title] for title in key) for row in rows}) != len(rows):
        yield "two rows have the same key"


def is_of(text: str, datatype: object) -> bool:
    match datatype:
        case "string":
            return True
        case "decimal":
            return bool(NUMBER.fullmatch(text))
        case "integer":
            return bool(re.fullmatch(r"-?\d+", text))
        case {"base": "boolean", "format": forms}:
            return text in str(forms).split("|")
        case {"base": "date", "format": "yyyy-MM-dd"}:
            return date.fromisoformat(text).isoformat() == text
    return False


def faults_of_links(table: dict, tables: dict, found: dict[str, bytes], folder: str):
    """What leads nowhere, by the rules of the standard: a link has a value and an end."""
    titles = {one["name"]: one["titles"] for one in table["tableSchema"]["columns"]}
    for key in table["tableSchema"].get("foreignKeys", []):
        other = tables[key["reference"]["resource"]]
        others = {one["name"]: one["titles"] for one in other["tableSchema"]["columns"]}
        ends = [
            row[others[key["reference"]["columnReference"]]]
            for row in read(found[folder + other["url"]])
        ]
        for row in read(found[folder + table["url"]]):
            if ends.count(row[titles[key["columnReference"]]]) != 1:
                yield f"{row} leads nowhere by {key['columnReference']}"


def test_the_chain_can_be_followed_from_a_value_to_the_vision():
    found = made(
        kommun_from(
            """
            visioner: [{id: v, rubrik: Vision, status: gällande, text: T}]
            mål:
            - {id: omr, nivå: omrade, rubrik: Lärande, överordnade: v}
            - {id: m, nivå: mal, rubrik: Alla läser, överordnade: {id: omr, vår_tolkning: ja}}
            indikatorer:
            - {id: i, namn: Läsning, hör_till: m, värden: [{period: 2023, värde: 81}]}
            uppföljningar:
            - id: ar-2023
              namn: Årsredovisning 2023
              period: 2023
              omdömen:
              - {om: m, status: uppfyllt, trend: bättre, kommentar: Det går bra.}
              - {om: i, status: inte mätt ännu}
            """
        )
    )
    rows = {name: read(found[f"{name}.csv"].content) for name in ("varden", "kopplingar", "mal")}
    above = {row["från"]: row["till"] for row in rows["kopplingar"]}
    way = [rows["varden"][0]["indikator"]]
    while way[-1] in above:
        way.append(above[way[-1]])
    assert way == ["i", "m", "omr", "v"]
    assert [row["vår_tolkning"] for row in rows["kopplingar"]] == ["nej", "ja", "nej"]
    assert [(row["id"], row["slag"], row["överordnade"]) for row in rows["mal"]] == [
        ("v", "vision", ""),
        ("omr", "område", "Vision"),
        ("m", "mål", "Lärande"),
    ]
    judged = read(found["bedomningar.csv"].content)
    assert [(row["om"], row["status"], row["trend"], row["kommentar"]) for row in judged] == [
        ("m", "uppfyllt", "bättre", "Det går bra."),
        ("i", "inte mätt ännu", "", ""),
    ]
    assert {row["sida"] for row in read(found["objekt.csv"].content)} == {
        "https://prov.example/exempelby/vision/v/",
        "https://prov.example/exempelby/mal/omr/",
        "https://prov.example/exempelby/mal/m/",
        "https://prov.example/exempelby/indikatorer/i/",
    }


@pytest.mark.parametrize("slug", SLUGS)
def test_every_judgement_is_in_the_table_once_for_each_scale(repository, slug):
    _, system, found = of_the_site(repository)[slug]
    rows = read(found[f"{slug}/data/v1/bedomningar.csv"])
    expected = [
        (occasion.id, one.about.target, str(place))
        for occasion in system.occasions.all
        for one in occasion.statements
        for place in range(1, len(one.verdicts) + 2)
    ]
    assert [(row["uppföljning"], row["om"], row["nummer"]) for row in rows] == expected
    assert all(row["status"] for row in rows)
