"""An id that two objects have is one fault, whatever it makes look wrong elsewhere."""

from kommunvision.check import check_kommun
from kommunvision.check.unread import without_consequences
from kommunvision.problem import Problem
from kommunvision.report import findings
from tests.check.examples import EVIDENCE, UNASSESSED
from tests.helpers import kommun_from, loaded_from, standard_files

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


def test_an_id_that_cannot_be_read_is_not_missed_where_it_was_referred_to():
    text = GOALS.replace("id: omsorg", "id: omsorg-å")
    loaded = loaded_from(standard_files(text))
    (kommun,) = loaded.kommuner
    found = without_consequences([*loaded.problems, *check_kommun(kommun)], ())
    assert {one.code for one in found if one.code not in {*EVIDENCE, UNASSESSED}} == {"KV109"}


def test_a_slip_is_told_of_beside_an_id_that_cannot_be_read_and_is_nothing_like_it():
    text = GOALS.replace("id: g1", "id: Första").replace(
        "D, överordnade: omsorg", "D, överordnade: bygg"
    )
    loaded = loaded_from(standard_files(text))
    (kommun,) = loaded.kommuner
    found = without_consequences([*loaded.problems, *check_kommun(kommun)], ())
    assert {one.code for one in found if one.code not in {*EVIDENCE, UNASSESSED}} == {
        "KV109",
        "KV202",
    }


def test_a_file_that_cannot_be_read_makes_no_fault_elsewhere():
    exception = "undantag:\n- {kod: KV302, gäller: skola, skäl: B}\n"
    follow = (
        "uppföljningar:\n- {id: u, namn: U, slag: annat, period: 2024,"
        " omdömen: [{om: vision, status: glad}]}\n"
    )
    files = standard_files(exception + follow)
    files["data/exempelby/egna.yml"] = GOALS + "skalor:\n- {id: s, namn: S\n"
    loaded = loaded_from(files)
    (kommun,) = loaded.kommuner
    found = without_consequences([*loaded.problems, *check_kommun(kommun)], loaded.unread)
    told = {one.code for one in found}
    assert "KV003" in told
    assert told.isdisjoint({"KV503", "KV505", "KV911"})


def test_ids_with_commas_between_them_are_proposed_as_a_list():
    teman = "teman: [{id: barn, namn: B}, {id: skola-ung, namn: S}]\n"
    for written in ("barn, skola-ung", "[barn; skola-ung]"):
        goals = GOALS.replace("id: g1,", f"id: g1, teman: {written},", 1)
        if "[" not in written:
            goals = GOALS.replace(
                "- {id: g1, nivå: mal, rubrik: C, överordnade: skola}",
                f"- id: g1\n  nivå: mal\n  rubrik: C\n  överordnade: skola\n  teman: {written}",
            )
        (found,) = told(goals + teman)
        assert (found.code, found.suggestion) == ("KV202", "[barn, skola-ung]")


def test_a_kommun_that_may_be_made_up_is_not_looked_for_in_official_lists():
    who = "kommun:\n  namn: Exempelby\n  formellt_namn: Exempelby kommun\n  kod: 9999\n  påhittad: yes\n"
    loaded = loaded_from(standard_files(who))
    found = [*loaded.problems, *(one for each in loaded.kommuner for one in check_kommun(each))]
    codes = {one.code for one in without_consequences(found, loaded.unread)}
    assert codes - {*EVIDENCE, UNASSESSED} == {"KV106"}
