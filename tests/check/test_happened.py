"""What is said to have happened, and lies after the day of the check, is doubted."""

from datetime import date

import pytest

from kommunvision import cli
from kommunvision.check.happened import not_yet
from tests.helpers import kommun_from, places, write_files
from tests.projects import project

DAY = date(2026, 3, 2)

DATA = """
organisation: [{id: kf, namn: Fullmäktige, slag: fullmäktige}]
källor: [{id: plan, titel: Plan, datum: SOURCE}]
beslut: [{id: kf-1, organ: kf, datum: DECIDED, slag: KIND}]
indikatorer:
- id: i
  namn: Andel
  hör_till: framgår inte av källan
  värden: [{period: PERIOD, värde: 4MORE}]
  målvärden: [{period: 2205, minst: 5}]
mätvärden:
- {indikator: i, grupp: Länet, hämtad: FETCHED, värden: [{period: 2205, värde: 3}]}
uppföljningar:
- {id: ar-2025, namn: Bokslut, period: 2025, senast: 2205-01-01, omdömen: [{om: i, rapporterat: REPORTED}]}
aktuellt: [{id: fest, rubrik: Fest, datum: 2026-12-01}]
"""

RIGHT = {
    "SOURCE": "2025-11-20",
    "DECIDED": "2025-12-15",
    "KIND": "beslut",
    "PERIOD": "2025",
    "MORE": "",
    "FETCHED": "2026-03-01",
    "REPORTED": "2026-02-01",
}


def found(**written):
    text = DATA
    for word, said in {**RIGHT, **written}.items():
        text = text.replace(word, said)
    return places(tuple(one for _, one in not_yet(kommun_from(text), DAY)))


def test_what_has_happened_and_what_is_to_happen_are_no_faults():
    assert found() == []


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ({"SOURCE": "2205-01-01"}, 2),
        ({"DECIDED": "2026-03-04"}, 3),
        ({"DECIDED": "april 2026"}, 3),
        ({"PERIOD": "2027"}, 8),
        ({"FETCHED": "2026-05-01"}, 11),
        ({"REPORTED": "2205-01-01"}, 13),
    ],
)
def test_a_day_that_has_not_been_is_found_where_it_stands(written, line):
    ((code, at, _),) = found(**written)
    assert (code, at) == ("KV409", line)


@pytest.mark.parametrize(
    "written",
    [
        # What is only proposed may be decided later, and a forecast is of what is to come.
        {"DECIDED": "2026-06-15", "KIND": "förslag"},
        {"PERIOD": "2027", "MORE": ", prognos: ja"},
        # The year has begun, and the value may be of its first months.
        {"PERIOD": "2026"},
        {"SOURCE": "2026"},
        {"SOURCE": "mars 2026"},
        # Where somebody decided it, the day may have begun already.
        {"DECIDED": "2026-03-03"},
    ],
)
def test_what_may_have_happened_is_not_doubted(written):
    assert found(**written) == []


def test_the_day_of_the_check_decides_also_when_nothing_else_has_changed(tmp_path, capsys):
    root = project(tmp_path / "webb")
    source = "källor:\n- {id: budget, titel: Budget 2026, datum: 2026-05-10}\n"
    write_files(root, {"data/exempelby/kallor.yml": source})
    for day, told in (
        ("2026-03-02", True),
        ("2026-05-08", True),
        ("2026-05-10", False),
        ("2026-03-01", True),
        ("2026-06-01", False),
    ):
        assert cli.run(["check", "--root", str(root), "--dag", day]) == 0
        assert ("KV409" in capsys.readouterr().out) == told, day
