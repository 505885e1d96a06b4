"""A kommun's goals as StratML Part 2: the order of elements, names, dates, links and results."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from lxml import etree

from kommunvision.chain import GoalSystem, Site
from kommunvision.export import Setting, stratml
from kommunvision.export.tables.telling import Telling
from kommunvision.load import load_site
from kommunvision.model import Kommun
from tests.export.random_kommuner import as_text, lines, prose, records
from tests.helpers import LEVELS, WHO, kommun_from, loaded_from

NAMESPACE = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"

# What may stand in each element, in this order: ? once, * any number of times, ! exactly once.
GOAL = "Name! Description! Identifier? SequenceIndicator? Stakeholder* OtherInformation? Objective*"
RESULT = "StartDate? EndDate? NumberOfUnits? Descriptor? Description?"
CONTENT = {
    "PerformancePlanOrReport": "Name! Description? OtherInformation? StrategicPlanCore! "
    "AdministrativeInformation? Submitter?",
    "StrategicPlanCore": "Organization* Vision? Mission? Value* Goal*",
    "Organization": "Name? Acronym? Identifier? Description? Stakeholder*",
    "Vision": "Description? Identifier?",
    "Goal": GOAL,
    "Objective": "Name? Description? Identifier? SequenceIndicator? Stakeholder* "
    "OtherInformation? PerformanceIndicator*",
    "Stakeholder": "Name! Description? Role*",
    "Role": "Name! Description? RoleType*",
    "PerformanceIndicator": "SequenceIndicator? MeasurementDimension! UnitOfMeasurement! "
    "Identifier? Relationship* MeasurementInstance* OtherInformation?",
    "Relationship": "Identifier? ReferentIdentifier* Name? Description?",
    "MeasurementInstance": "TargetResult* ActualResult*",
    "TargetResult": RESULT,
    "ActualResult": RESULT,
    "Descriptor": "DescriptorName? DescriptorValue?",
    "AdministrativeInformation": "Identifier? StartDate? EndDate? PublicationDate? Source?",
    "Submitter": "Identifier? GivenName? Surname? PhoneNumber? EmailAddress?",
}
CHOICES = {
    "Type": {"Strategic_Plan", "Performance_Plan", "Performance_Report"},
    "PerformanceIndicatorType": {"Quantitative", "Qualitative"},
    "RelationshipType": {"Broader_Than", "Peer_To", "Narrower_Than"},
    "StakeholderTypeType": {"Person", "Organization", "Generic_Group"},
}
# Goals that each support the one before, and one that supports two.
CHAIN = """
visioner: [{id: vision, rubrik: Hit, status: gällande, text: Dit ska vi.}]
mål:
- {id: 1a, nivå: omrade, rubrik: A, överordnade: [vision]}
- {id: b, nivå: mal, rubrik: B, text: Så här., överordnade: [1a]}
- {id: c, nivå: namndmal, rubrik: C, överordnade: [b, d]}
- {id: d, nivå: mal, rubrik: D, överordnade: [1a], ansvariga: {namn: Skolan}}
"""


def content(kommun: Kommun, url: str = "https://prov.example/") -> bytes:
    site = Site([GoalSystem(kommun)])
    (file,) = stratml.files(Telling(Setting(site, url), site.systems[0]))
    assert isinstance(file.content, bytes)
    return file.content


def read(text: str) -> etree._Element:
    return etree.fromstring(content(kommun_from(text)))


def found(root: etree._Element, path: str) -> list[etree._Element]:
    """Elements by a path without prefixes."""
    return root.findall(re.sub(r"(?<![\w{])([A-Z])", rf"{{{NAMESPACE}}}\1", path))


def one(root: etree._Element, key: str) -> etree._Element:
    """What has an id."""
    (identifier,) = [each for each in found(root, ".//Identifier") if each.text == key]
    parent = identifier.getparent()
    assert parent is not None
    return parent


def texts(root: etree._Element, path: str) -> list[str]:
    return [each.text or "" for each in found(root, path)]


def faults(content: bytes) -> list[str]:
    """Everything that the standard does not allow."""
    root = etree.fromstring(content)
    ids = texts(root, ".//Identifier")
    return [
        *misplaced(root),
        *wrong_values(root),
        *(f"used twice: {key}" for key in ids if ids.count(key) > 1),
        *(f"no name: {key}" for key in ids if not re.fullmatch("[A-Za-z_][A-Za-z0-9_.-]*", key)),
        *(f"leads nowhere: {key}" for key in {*texts(root, ".//ReferentIdentifier")} - {*ids}),
        *([] if found(root, "StrategicPlanCore/Goal") else ["no goal"]),
    ]


def misplaced(root: etree._Element) -> Iterator[str]:
    """Elements that are missing, too many, or in the wrong place."""
    for element in root.iter():
        name = etree.QName(element)
        if name.namespace != NAMESPACE:
            yield f"foreign: {element.tag}"
        parts = CONTENT.get(name.localname, "").split()
        rule = "".join(f"(?:{part[:-1]} ){part[-1].replace('!', '{1}')}" for part in parts)
        inside = "".join(f"{etree.QName(part).localname} " for part in element)
        if not re.fullmatch(rule, inside):
            yield f"{name.localname}: {inside}"
        if parts and (element.text or "").strip():
            yield f"text in {name.localname}"


def wrong_values(root: etree._Element) -> Iterator[str]:
    """Dates, numbers and choices of another form."""
    for element in root.iter():
        name, text = etree.QName(element).localname, element.text or ""
        if name in {"StartDate", "EndDate"}:
            date.fromisoformat(text)
        if name == "NumberOfUnits" and not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text):
            yield f"no number: {text}"
        if name == "RoleType" and text not in {"Performer", "Beneficiary"}:
            yield f"no role: {text}"
        for key, value in element.attrib.items():
            if value not in CHOICES.get(str(key), ()):
                yield f"{key}: {value}"
    if "Type" not in root.attrib:
        yield "no type"


@pytest.mark.parametrize("slug", ["exempelby", "nora", "norberg", "sandviken", "smedjebacken"])
def test_every_kommuns_file_follows_the_standard(repository, slug):
    kommun = {kommun.slug: kommun for kommun in load_site(repository).kommuner}[slug]
    assert faults(content(kommun)) == []
    assert faults(content(kommun, url="")) == []
    # Every goal and indicator has its place, once.
    ids = {*texts(etree.fromstring(content(kommun)), ".//Identifier")}
    assert {f"_{each.id}" for each in (*kommun.goals, *kommun.indicators)} <= ids


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_a_random_kommuns_file_follows_the_standard(data):
    goals = []
    for number in range(data.draw(st.integers(1, 6))):
        goal: dict[str, object] = {"id": str(number), "nivå": "mal", "rubrik": data.draw(lines)}
        above = data.draw(st.lists(st.integers(0, number), max_size=3))
        # One that is its own parent would be a loop.
        goal["överordnade"] = [str(each) for each in above if each < number]
        if data.draw(st.booleans()):
            goal["text"] = data.draw(prose)
        goals.append({key: value for key, value in goal.items() if value})
    indicator = {"id": "i", "namn": data.draw(lines), "hör_till": ["0", "0"]}
    values = data.draw(st.lists(records("measurement"), max_size=3))
    targets = data.draw(st.lists(records("target"), max_size=2))
    more = {"värden": values, "målvärden": targets}
    indicator |= {key: value for key, value in more.items() if value}
    sections = {"mål": goals, "indikatorer": [indicator, {"id": "j", "namn": "J"}]}
    loaded = loaded_from(
        {
            "data/aby/kommun.yml": WHO,
            "data/aby/styrmodell.yml": LEVELS,
            "data/aby/b.yml": as_text(sections),
        }
    )
    assume(not loaded.problems)
    (kommun,) = loaded.kommuner
    assert faults(content(kommun)) == []


def test_goals_stand_by_number_below_the_first_goal_that_they_support():
    root = read(CHAIN)
    assert texts(root, "StrategicPlanCore/Vision/Identifier") == ["_vision"]
    assert texts(root, ".//Goal/Identifier") == ["_1a"]
    assert texts(root, ".//Objective/Identifier") == ["_b", "_c", "_d"]
    assert texts(root, ".//Objective/SequenceIndicator") == ["1.1", "1.1.1", "1.2"]
    assert texts(one(root, "_b"), "Description") == ["Så här."]
    # A goal must have a description, so one without says its name again.
    assert texts(one(root, "_1a"), "Description") == ["A"]


def test_what_stands_deeper_than_the_standard_has_levels_is_linked_upward():
    root = read(CHAIN)
    (link,) = found(one(root, "_c"), "PerformanceIndicator/Relationship")
    assert link.get("RelationshipType") == "Narrower_Than"
    assert texts(link, "ReferentIdentifier") == ["_b", "_d"]
    # Where the two levels tell it all there is no link.
    assert found(one(root, "_b"), "PerformanceIndicator") == []


def test_who_is_responsible_performs():
    (who,) = found(one(read(CHAIN), "_d"), "Stakeholder")
    assert texts(who, "Name") == ["Skolan"]
    assert texts(who, "Role/RoleType") == ["Performer"]


def test_an_indicator_has_its_targets_and_values_by_period():
    root = read(
        CHAIN
        + """
indikatorer:
- id: i
  namn: Andel
  enhet: procent
  hör_till: [b, c]
  värden:
  - {period: 2023, värde: 81.50, kvinnor: 83}
  - {period: 2024, värde: 90, prognos: ja}
  - {period: 2022, saknas: inte mätt ännu}
  målvärden:
  - {period: 2023, minst: 85}
  - {period: 2030, minst: 95}
mätvärden:
- {indikator: i, grupp: Riket, utgivare: SCB, värden: [{period: 2023, värde: 1}]}
"""
    )
    indicator = one(root, "_i")
    assert texts(indicator, "UnitOfMeasurement") == ["procent"]
    assert indicator.get("PerformanceIndicatorType") == "Quantitative"
    assert texts(indicator, "Relationship/ReferentIdentifier") == ["_b", "_c"]
    instances = found(indicator, "MeasurementInstance")
    told = [
        (
            texts(each, "*/EndDate")[0],
            texts(each, "TargetResult/NumberOfUnits"),
            texts(each, "ActualResult/NumberOfUnits"),
            texts(each, "ActualResult/Descriptor/DescriptorName"),
        )
        for each in instances
    ]
    assert told == [
        ("2022-12-31", [], [], ["Värde saknas"]),
        ("2023-12-31", ["85"], ["81.50", "83"], []),
        # What is only expected is no result.
        ("2024-12-31", [], [], ["Prognos"]),
        ("2030-12-31", ["95"], [], []),
    ]
    assert texts(instances[1], "TargetResult/Description") == ["minst 85 procent"]
    assert texts(instances[1], "ActualResult/Description") == ["kvinnor"]


def test_a_status_is_a_descriptor_of_a_result():
    root = read(
        CHAIN
        + """
skalor:
- id: skala
  namn: Måluppfyllelse
  steg: [{id: nara, ord: nästan, ton: delvis}]
uppföljningar:
- id: arsredovisning
  namn: Årsredovisning 2024
  period: 2024
  omdömen: [{om: b, status: nästan, kommentar: Lite till.}]
"""
    )
    (result,) = found(one(root, "_b"), ".//ActualResult")
    assert texts(result, "StartDate") + texts(result, "EndDate") == ["2024-01-01", "2024-12-31"]
    assert texts(result, "Descriptor/DescriptorName") == ["Måluppfyllelse"]
    assert texts(result, "Descriptor/DescriptorValue") == ["nästan"]
    assert texts(result, "Description") == ["Årsredovisning 2024\nLite till."]
    assert root.get("Type") == "Performance_Report"


def test_what_is_only_told_in_words_is_given_neither_a_status_nor_a_scale():
    root = read(
        CHAIN
        + "uppföljningar: [{id: u, namn: Berättelse, period: 2024, omdömen: [{om: b, kommentar: Bra.}]}]"
    )
    (told,) = (x for x in found(one(root, "_b"), "PerformanceIndicator"))
    assert texts(told, "MeasurementDimension") == ["Hur det går: B"]
    assert texts(told, "UnitOfMeasurement") == ["ord"]
    assert texts(told, ".//ActualResult/Description") == ["Berättelse\nBra."]
    assert not found(told, ".//Descriptor")


def test_an_indicator_of_the_topmost_goal_stands_in_an_objective_for_the_goal_itself():
    root = read(CHAIN + "indikatorer: [{id: i, namn: Andel, hör_till: 1a}, {id: j, namn: Antal}]\n")
    first, *_ = found(one(root, "_1a"), "Objective")
    assert texts(first, "Name") == ["A"]
    assert texts(first, "OtherInformation") == ["Området ovanför, med sina indikatorer."]
    assert texts(first, "PerformanceIndicator/Identifier") == ["_i"]
    # One that measures no goal has a place too.
    *_, last = found(root, "StrategicPlanCore/Goal")
    assert texts(last, "Objective/PerformanceIndicator/Identifier") == ["_j"]
    assert root.get("Type") == "Performance_Plan"


def test_every_own_number_of_the_site_is_in_the_file_as_the_data_has_it(repository):
    for kommun in load_site(repository).kommuner:
        root = etree.fromstring(content(kommun))
        series = [
            *((each.id, each.values) for each in kommun.indicators),
            *((each.indicator.target, each.values) for each in kommun.series if not each.group),
        ]
        for key, values in series:
            told = texts(one(root, f"_{key}"), "MeasurementInstance/ActualResult/NumberOfUnits")
            for each in values:
                numbers = (each.value, each.women, each.men)
                own = {f"{number:f}" for number in numbers if isinstance(number, Decimal)}
                assert each.forecast or own <= {*told}


def test_a_kommun_without_goals_has_no_file():
    site = Site([GoalSystem(kommun_from("kommun: {namn: Aby, formellt_namn: Aby}"))])
    assert [*stratml.files(Telling(Setting(site), site.systems[0]))] == []
