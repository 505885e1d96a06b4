"""An id that two objects have is one fault, whatever it makes look wrong elsewhere."""

from kommunvision.check import check_kommun
from kommunvision.check.unread import without_consequences
from kommunvision.problem import Problem
from kommunvision.report import findings
from tests.check.examples import EVIDENCE, UNASSESSED
from tests.helpers import kommun_from

GOALS = """
mål:
- {id: skola, nivå: omrade, rubrik: A}
- {id: omsorg, nivå: omrade, rubrik: B}
- {id: g1, nivå: mal, rubrik: C, överordnade: skola}
- {id: g2, nivå: mal, rubrik: D, överordnade: omsorg}
- {id: g3, nivå: mal, rubrik: E, överordnade: omsorg}
"""


def told(text: str) -> list[Problem]:
    found = without_consequences(check_kommun(kommun_from(text)), ())
    return [one for one in found if one.code not in {*EVIDENCE, UNASSESSED}]


def test_the_id_that_was_written_over_is_told_of_where_that_was_done_and_nowhere_else():
    (found,) = told(GOALS.replace("id: omsorg", "id: skola"))
    assert found.code == "KV201"
    (words,) = findings([found])
    assert 'Det kan vara "omsorg", som nämns på andra ställen men inte finns.' in words.remedy


def test_an_id_that_fewer_miss_is_a_fault_of_its_own():
    text = GOALS.replace("id: omsorg", "id: skola").replace(
        "rubrik: C, överordnade: skola", "rubrik: C, överordnade: skolan"
    )
    assert [(one.code, one.details.get("value")) for one in told(text)] == [
        ("KV201", None),
        ("KV202", "skolan"),
    ]


def test_what_is_of_another_kind_is_missed_for_another_reason():
    text = f"{GOALS}källor:\n- {{id: k, titel: K}}\n- {{id: k, titel: L}}\n"
    codes = [one.code for one in told(text.replace("överordnade: skola", "överordnade: skolan"))]
    assert sorted(codes) == ["KV201", "KV202"]


def test_a_block_that_was_copied_is_told_of_without_another_id():
    (words,) = findings(told(f"{GOALS}- {{id: g3, nivå: mal, rubrik: E, överordnade: omsorg}}\n"))
    assert words.remedy == (
        "Ge det ena objektet ett annat id. Ett id som redan är publicerat ska stå kvar."
    )


def test_a_vision_and_a_governing_model_that_were_copied_are_not_two_in_force_too():
    vision = "- {id: v, rubrik: V, status: gällande, text: Alla.}\n"
    level = "namn: steg, artikel: ett, bestämd: steget, plural: steg, bestämd_plural: stegen"
    model = "- {id: m, namn: M, status: gällande, nivåer: [{id: NR, " + level + "}]}\n"
    text = f"visioner:\n{vision * 2}styrmodeller:\n" + model.replace("NR", "a")
    text += model.replace("NR", "b")
    assert [one.code for one in told(text) if one.code != "KV312"] == ["KV201", "KV201"]
