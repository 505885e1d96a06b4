"""What has vanished from the data files is told of where that was done, once."""

from kommunvision import pipeline
from kommunvision.report import findings
from tests.check.examples import BASE, EVIDENCE, UNASSESSED
from tests.helpers import write_files

GOALS = """
mål:
- {id: skola, nivå: omrade, rubrik: A}
- {id: utb-1, nivå: mal, rubrik: B, överordnade: skola}
- {id: utb-2, nivå: mal, rubrik: C, överordnade: skola}
- {id: utb-3, nivå: mal, rubrik: D, överordnade: skola}
"""

REPORTED = """
uppföljningar:
- id: ar-2025
  namn: År 2025
  slag: årsredovisning
  period: 2025
  omdömen:
  - {om: skola, kommentar: Det går bra.}
  - {om: utb-1, kommentar: Det går bra.}
  - {om: utb-2, kommentar: Det går bra.}
  - {om: utb-3, kommentar: Det går bra.}
"""

LEDGER = "adresser:\n" + "".join(
    f"- exempelby/mal/{key}/\n" for key in ("skola", "utb-1", "utb-2", "utb-3")
)


def found(root, goals, ledger="", **other):
    files = {
        **BASE,
        "data/exempelby/mal.yml": goals,
        "data/exempelby/uppfoljning.yml": REPORTED,
        **({"data/adresser.yml": ledger} if ledger else {}),
        **{f"data/exempelby/{name}.yml": one for name, one in other.items()},
    }
    write_files(root, files)
    problems = pipeline.check(root).problems
    return [one for one in problems if one.code not in {*EVIDENCE, UNASSESSED}]


def test_a_file_that_has_been_emptied_is_one_error_in_that_file(tmp_path):
    for goals in ("", "# Målen\n", "mål:\n", "mål: []\n"):
        for ledger in ("", LEDGER):
            (one,) = findings(found(tmp_path, goals, ledger))
            assert one.code == "KV026"
            assert one.message == (
                "Filen data/exempelby/mal.yml är tom, men det här saknas: "
                '"skola", "utb-1", "utb-2", "utb-3".'
            )


def test_an_empty_file_that_nobody_misses_is_no_fault(tmp_path):
    assert not found(tmp_path, GOALS, LEDGER, indikatorer="", teman="teman:\n")


def test_an_empty_heading_for_something_else_is_not_to_blame(tmp_path):
    codes = {one.code for one in found(tmp_path, "format: 1\nindikatorer:\n", teman="teman:\n")}
    assert codes == {"KV202"}


def test_a_slip_beside_an_empty_file_is_told_of_as_one(tmp_path):
    (one,) = found(
        tmp_path, GOALS.replace("D, överordnade: skola", "D, överordnade: skolan"), tom=""
    )
    assert (one.code, one.suggestion) == ("KV202", "skola")


def test_a_file_that_has_been_cut_is_one_error_and_names_what_is_gone(tmp_path):
    (one,) = findings(found(tmp_path, GOALS[: GOALS.index("- {id: utb-1")], LEDGER))
    assert one.code == "KV210"
    assert one.message == (
        'Ur filerna i data/exempelby har 3 publicerade id försvunnit: "utb-1", "utb-2", "utb-3".'
    )


def test_an_id_that_has_been_changed_is_one_error_with_one_remedy(tmp_path):
    goals = GOALS.replace("id: utb-2", "id: utb-tva")
    problems = found(tmp_path, goals, LEDGER)
    (one,) = findings(problems)
    assert one.code == "KV822"
    assert one.message.startswith('Id "utb-2" är publicerat men finns inte längre.')
    assert 'Det har troligen bytts till "utb-tva"' in one.message
    assert one.remedy.startswith('Skriv "tidigare_id: utb-2" på "utb-tva", och byt till "utb-tva"')


def test_a_published_id_that_is_gone_is_not_taken_for_a_slip(tmp_path):
    goals = GOALS[: GOALS.index("- {id: utb-3")]
    told = {one.code: one.suggestion for one in found(tmp_path, goals, LEDGER)}
    assert told == {"KV202": None, "KV806": None}
