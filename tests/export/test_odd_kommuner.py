"""Kommuner that are odd: every file of theirs can be read, and says what the data says."""

import json
from functools import cache

import pytest
from lxml import etree

from kommunvision.export import Beside, DataFile, Form, SitePublisher
from kommunvision.model import PublisherKind
from tests.export.test_dcat import faults, files, read
from tests.export.test_tables import faults_of_table
from tests.export.test_tables import read as rows_of
from tests.helpers import loaded_from

SIGNS = "\"1 < 2 && 3 > 2 &amp; ' ]]> 😀👨\u200d👩 ; =1+1 %20 åäö"
LEVELS = range(1, 13)


def told(text: str) -> str:
    return json.dumps(f"{SIGNS} {text}", ensure_ascii=False)


def level(number: int) -> str:
    forms = ", ".join(
        f"{key}: {told(f'{key} {number}')}"
        for key in ("namn", "bestämd", "plural", "bestämd_plural")
    )
    return f"  - {{id: n{number}, artikel: en, {forms}}}\n"


def goal(number: int) -> str:
    above = "v" if number == 1 else f"m{number - 1}"
    title = told(f"mål {number}")
    return f"- {{id: m{number}, nivå: n{number}, rubrik: {title}, överordnade: {above}}}\n"


DEEP = f"""
kommun:
  namn: {told("namn")}
  formellt_namn: {told("kommun")}
  kontakt: {{enhet: {told("enhet")}, epost: a+b@prov.example}}
styrmodeller:
- id: s
  namn: {told("modell")}
  nivåer:
{"".join(map(level, LEVELS))}
visioner: [{{id: v, rubrik: {told("vision")}, status: gällande, text: {told("text")}}}]
mål:
{"".join(map(goal, LEVELS))}
indikatorer:
- id: i
  namn: {told("indikator")}
  hör_till: m12
  värden:
  - {{period: 2024, värde: färre än 5, delar: [{{namn: {told("del")}, värde: "-1,50"}}]}}
mätvärden:
- {{indikator: i, grupp: {told("grupp")}, utgivare: {told("utgivare")},
   värden: [{{period: 1899, värde: 1}}]}}
"""

KOMMUNER = {
    "djup": DEEP,
    # Nobody has said what kind of body publishes it, and there is nothing but a vision.
    "tyst": f"""
kommun: {{namn: Tyst, formellt_namn: Tyst kommun, utgivare: {told("utgivare")}}}
visioner: [{{id: v, rubrik: Vision, status: gällande, text: Vi.}}]
""",
    "tom": """
kommun: {namn: -Tom, formellt_namn: =Tom, utgivare: 😀, utgivares_slag: privatperson}
""",
}


@cache
def published() -> dict[str, DataFile]:
    texts = {f"data/{slug}/kommun.yml": text for slug, text in KOMMUNER.items()}
    loaded = loaded_from(dict(texts))
    assert not loaded.problems, [str(one) for one in loaded.problems]
    beside = Beside(SitePublisher("🚀", PublisherKind.PRIVATE))
    return files(*loaded.kommuner, beside=beside)


def of(form: Form) -> dict[str, str | bytes]:
    return {path: file.content for path, file in published().items() if file.form is form}


def test_every_file_of_json_and_xml_can_be_read():
    for form in (Form.JSON, Form.CSVW, Form.SCHEMA, Form.OPENAPI):
        assert [json.loads(content) for content in of(form).values()]
    for form in (Form.RDF, Form.STRATML):
        for content in of(form).values():
            etree.fromstring(content if isinstance(content, bytes) else content.encode())


def test_every_catalogue_follows_the_profile():
    found = of(Form.RDF)
    assert [*found] == ["djup/data/v1/dcat.rdf", "tom/data/v1/dcat.rdf", "data/v1/dcat.rdf"]
    for path in found:
        assert faults(read(published()[path]), published()) == [], path


def test_every_description_of_a_table_is_true():
    for path, content in of(Form.CSVW).items():
        folder = path.rpartition("/")[0]
        for table in json.loads(content)["tables"]:
            rows = rows_of(published()[f"{folder}/{table['url']}"].content)
            assert not list(faults_of_table(table, rows)), path


def test_the_chain_is_whole_however_many_levels_it_has():
    goals = json.loads(published()["djup/mal/m12.json"].content)
    (way,) = goals["vägar_upp"]
    assert [one["titel"] for one in way] == [
        f"{SIGNS} {one}" for one in ("vision", *(f"mål {number}" for number in LEVELS[:-1]))
    ]
    links = rows_of(published()["djup/data/v1/kopplingar.csv"].content)
    assert ("m12", "m11") in {(row["från"], row["till"]) for row in links}


@pytest.mark.parametrize("path", ["djup/data/v1/varden.csv", "data/v1/varden.csv"])
def test_figures_and_names_come_back_as_they_were_written(path):
    rows = [row for row in rows_of(published()[path].content) if row["indikator"] == "i"]
    assert [(row["period"], row["värde"], row["värde_i_ord"]) for row in rows] == [
        ("2024", "", "färre än 5"),
        ("2024", "-1.50", ""),
        ("1899", "1", ""),
    ]
    assert rows[1]["del"] == f"{SIGNS} del"
    assert rows[2]["grupp"] == f"{SIGNS} grupp"
    assert rows[2]["utgivare"] == f"{SIGNS} utgivare"
