"""A data file is changed as a careful person would: the rest of it stays to the letter."""

from difflib import unified_diff
from textwrap import dedent

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kommunvision.amend import amended, comments, content
from tests.amend.random_files import changed, files

FILE = dedent("""\
    # Målen för 2023–2026.
    format: 1

    mål:
      # Områden
      - id: omr-1
        nivå: omrade
        nummer: "1"
        rubrik: 'Nyfikna hela livet'   # ordagrant
        text: >-
          Den som lär sig något nytt har roligare i dag och lättare
          i morgon, och det är aldrig för sent att börja om från
          början.
        teman: [utbildning, barn-unga]
        gäller: {från: 2023, till: 2026}
        # beslut: kf-2022-98

      # Om tryggheten finns mer att säga.

      # Den här är omtvistad.
      - id: omr-2
        nivå: omrade
        rubrik: Trygg när det gäller
        ansvariga:
        - ks   # inte nämnden
        - son
    # slut
    """)


def told(text: str = FILE) -> dict:
    found, problems = content(text, "data/exempelby/mal.yml")
    assert found is not None, list(problems)
    return found


def difference(wanted: dict, text: str = FILE) -> list[str]:
    """The lines that go and come."""
    new = amended(text, wanted)
    assert told(new) == wanted
    lines = unified_diff(text.splitlines(), new.splitlines(), n=0, lineterm="")
    return [line for line in list(lines)[2:] if not line.startswith("@@")]


def test_what_says_the_same_is_the_same_file():
    assert amended(FILE, told()) == FILE


def test_a_changed_value_keeps_its_quotation_marks_and_the_comment_beside_it():
    wanted = told()
    wanted["mål"][0]["rubrik"] = "Nyfikna, hela livet"
    wanted["mål"][0]["nummer"] = "2"
    assert difference(wanted) == [
        '-    nummer: "1"',
        "-    rubrik: 'Nyfikna hela livet'   # ordagrant",
        '+    nummer: "2"',
        "+    rubrik: 'Nyfikna, hela livet'   # ordagrant",
    ]


def test_a_word_in_a_folded_text_changes_its_line_and_no_other():
    wanted = told()
    wanted["mål"][0]["text"] = wanted["mål"][0]["text"].replace(
        "lättare i morgon", "bättre i morgon"
    )
    assert difference(wanted) == [
        "-      Den som lär sig något nytt har roligare i dag och lättare",
        "+      Den som lär sig något nytt har roligare i dag och bättre",
    ]


def test_lists_in_brackets_stay_in_them():
    wanted = told()
    wanted["mål"][0]["teman"] = ["kultur", "utbildning"]
    wanted["mål"][0]["gäller"]["text"] = "mandatperioden"
    assert difference(wanted) == [
        "-    teman: [utbildning, barn-unga]",
        "-    gäller: {från: 2023, till: 2026}",
        "+    teman: [kultur, utbildning]",
        "+    gäller: {från: 2023, till: 2026, text: mandatperioden}",
    ]


def test_a_new_key_stands_after_the_one_before_it_and_above_keys_that_wait_as_comments():
    wanted = told()
    wanted["mål"][0] = {**wanted["mål"][0], "källa": "budget-2023"}
    assert difference(wanted) == ["+    källa: budget-2023"]
    assert "    källa: budget-2023\n    # beslut: kf-2022-98\n" in amended(FILE, wanted)


def test_an_object_that_is_removed_takes_its_own_comment_and_leaves_the_others():
    wanted = told()
    del wanted["mål"][1]
    assert comments(amended(FILE, wanted)) == [
        "# Målen för 2023–2026.",
        "# Områden",
        "# ordagrant",
        "# beslut: kf-2022-98",
        "# Om tryggheten finns mer att säga.",
        "# slut",
    ]


def test_objects_that_change_places_take_their_comments_with_them():
    wanted = told()
    wanted["mål"].reverse()
    new = amended(FILE, wanted)
    assert told(new) == wanted
    assert sorted(comments(new)) == sorted(comments(FILE))
    assert "  # Den här är omtvistad.\n  - id: omr-2\n" in new
    assert "    # beslut: kf-2022-98\n" in new[new.index("id: omr-1") :]


def test_a_new_object_is_laid_out_like_those_beside_it():
    wanted = told()
    new_goal = {"id": "mal-3", "nivå": "mal", "rubrik": "Fler bad", "teman": ["bad", "hav"]}
    wanted["mål"].insert(1, new_goal)
    assert difference(wanted) == [
        "+  - id: mal-3",
        "+    nivå: mal",
        "+    rubrik: Fler bad",
        "+    teman: [bad, hav]",
        "+",
    ]


def test_a_value_in_a_row_of_figures_stays_in_its_row():
    text = 'mätvärden:\n- indikator: a\n  värden:\n  - {period: "2023", värde: "7,5"}\n'
    wanted = told(text)
    figures = wanted["mätvärden"][0]["värden"]
    figures[0]["värde"] = "7,6"
    figures.append({"period": "2024", "värde": "8"})
    assert amended(text, wanted) == (
        'mätvärden:\n- indikator: a\n  värden:\n  - {period: "2023", värde: "7,6"}\n'
        "  - {period: 2024, värde: 8}\n"
    )


def test_what_was_one_becomes_several_in_the_same_place():
    text = "mål:\n  - id: a\n    ansvariga: ks  # tills vidare\n    not: x\n"
    wanted = told(text)
    wanted["mål"][0]["ansvariga"] = ["ks", "son"]
    assert amended(text, wanted) == text.replace("ks  #", "[ks, son]  #")


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_the_byte_order_mark_stay(end, mark):
    text = mark + FILE.replace("\n", end)
    wanted = told(text)
    wanted["mål"][1]["rubrik"] = "Trygg"
    assert amended(text, wanted) == text.replace("Trygg när det gäller", "Trygg")


def test_a_file_with_line_ends_of_two_kinds_keeps_each():
    text = "a: 1\r\nb: 2\nc: 3\r\n"
    assert amended(text, {"a": "1", "b": "4", "c": "3"}) == "a: 1\r\nb: 4\r\nc: 3\r\n"
    assert amended(text, {"a": "1", "b": "2", "c": "5"}) == "a: 1\r\nb: 2\nc: 5\r\n"


def test_a_file_without_a_last_line_end_gets_none():
    assert amended("a: 1\nb: 2", {"a": "1", "b": "3"}) == "a: 1\nb: 3"


def test_a_file_of_comments_keeps_them_above_what_is_written():
    assert amended("# Inget än.\n", {"teman": ["a"]}) == "# Inget än.\n\nteman:\n  - a\n"


def test_the_first_object_of_a_section_has_its_keys_on_lines_of_their_own():
    wanted = {"aktuellt": [{"id": "a", "rubrik": "Nytt"}]}
    for text in ("aktuellt: []  # än så länge\n", "aktuellt:  # än så länge\n"):
        new = amended(text, wanted)
        assert new == "aktuellt:  # än så länge\n  - id: a\n    rubrik: Nytt\n"


def test_a_comment_within_brackets_moves_above_them_when_they_change():
    text = "mål:\n  - id: x\n    teman: [a, # den första\n      b]\n"
    new = amended(text, {"mål": [{"id": "x", "teman": ["a", "c"]}]})
    assert new == "mål:\n  - id: x\n    # den första\n    teman: [a, c]\n"


def test_a_file_that_cannot_be_read_is_not_touched():
    assert content("a: &b 1", "x.yml")[0] is None
    with pytest.raises(ValueError, match="KV005"):
        amended("a: &b 1", {"a": "2"})


def test_a_layout_that_nobody_writes_still_loses_nothing():
    text = "? mål\n# varför\n: - a  # en\n  - b\n"
    wanted = {"mål": ["a", "c"]}
    new = amended(text, wanted)
    assert told(new) == wanted
    assert comments(new) == ["# varför", "# en"]


def test_every_data_file_of_the_site_keeps_its_comments_when_all_its_texts_change(repository):
    def other(value):
        if isinstance(value, dict):
            kept = {"id", "om", "indikator", "definition", "period"}
            return {key: one if key in kept else other(one) for key, one in value.items()}
        return [other(one) for one in value] if isinstance(value, list) else f"{value} igen"

    for path in sorted((repository / "data" / "exempelby").rglob("*.yml")):
        text = path.read_text("utf-8")
        before = told(text)
        for key, section in before.items():
            if isinstance(section, list) and section:
                wanted = {**before, key: [*section[:-1], other(section[-1])]}
                new = amended(text, wanted)
                assert told(new) == wanted
                assert comments(new) == comments(text), path


def is_kept(way: tuple, before: object, after: object) -> bool:
    """Whether what a comment belongs to is there after a change too."""
    for step in way:
        if type(before) is not type(after) or isinstance(before, str):
            return False
        if isinstance(before, dict):
            if step not in before or step not in after:
                return False
            before, after = before[step], after[step]
        else:
            same = [one for one in after if isinstance(one, dict) and one.get("id") == step]
            if not same:
                return False
            before, after = next(one for one in before if one["id"] == step), same[0]
    return True


@settings(max_examples=80, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_any_change_of_any_file_is_read_back_and_loses_no_comment(data):
    before, text, owners = data.draw(files())
    assert told(text) == before
    assert amended(text, before) == text
    wanted = data.draw(changed(before))
    if not isinstance(wanted, dict):
        wanted = before
    new = amended(text, wanted)
    assert told(new) == wanted
    left = comments(new)
    assert [
        name for name, way in owners.items() if is_kept(way, before, wanted) and name not in left
    ] == []
