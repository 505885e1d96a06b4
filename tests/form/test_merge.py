"""What two people have saved in the same file is put together, and where they clash is told."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

from kommunvision.form.shapes import records, whole_file
from kommunvision.swedish.keys import SECTIONS
from tests.form.differing import change

SCRIPT = Path(__file__).parent / "merging.mjs"

BASE = """\
# Beslutade i juni.
mål:
- id: a
  nivå: mal
  rubrik: Ett
  överordnade: [b]
- id: b
  nivå: mal
  rubrik: Två  # se bilagan
- id: c
  nivå: mal
  rubrik: Tre
"""


def merged(cases: Iterable[tuple[str, str, str]]) -> list[tuple[str, list[list[str]]]]:
    """What becomes of a file in the end, after its start, mine and theirs; and where they clash."""
    file = whole_file([one for one in SECTIONS if one.key == "mål"])
    made = [
        {"format": "mal", "base": base, "mine": mine, "theirs": theirs}
        for base, mine, theirs in cases
    ]
    told = {"settings": {"records": records(), "files": {"mal": file}}, "cases": made}
    result = subprocess.run(
        ["node", str(SCRIPT)],
        input=json.dumps(told),
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return [(found["text"], found["clashes"]) for found in json.loads(result.stdout)]


def texts(mine: str, theirs: str) -> tuple[str, list[list[str]]]:
    """What becomes of their text, and where both have changed the same."""
    (found,) = merged([(BASE, mine, theirs)])
    return found


def together(mine: str, theirs: str) -> tuple[list[str], list[list[str]]]:
    """The same, with the text as a diff."""
    text, clashes = texts(mine, theirs)
    return change(theirs, text), clashes


def test_changes_in_different_goals_and_in_different_keys_of_one_both_stand():
    mine = BASE.replace("Ett", "Ett nytt").replace("Två", "Två nya")
    theirs = BASE.replace("[b]", "[b, c]").replace("Tre", "Tre nya").replace("juni", "juli")
    diff = [
        "-  rubrik: Ett",
        "+  rubrik: Ett nytt",
        "-  rubrik: Två  # se bilagan",
        "+  rubrik: Två nya  # se bilagan",
    ]
    assert together(mine, theirs) == (diff, [])


def test_what_each_has_added_and_removed_stays_added_and_removed():
    new = "- id: {0}\n  nivå: mal\n  rubrik: Nytt {0}\n"
    mine = BASE.replace("- id: c\n  nivå: mal\n  rubrik: Tre\n", "") + new.format("min")
    theirs = BASE.replace("- id: b\n  nivå: mal\n  rubrik: Två  # se bilagan\n", "")
    theirs += new.format("din")
    kept = "- id: a\n  nivå: mal\n  rubrik: Ett\n  överordnade: [b]\n"
    text, clashes = texts(mine, theirs)
    assert clashes == []
    assert text == "# Beslutade i juni.\nmål:\n" + kept + new.format("min") + new.format("din")


def test_where_both_have_changed_the_same_the_form_is_believed_and_the_place_is_told():
    mine = BASE.replace("Ett", "Ett nytt").replace("Två", "Lika")
    theirs = BASE.replace("Ett", "Ett annat").replace("Två", "Lika")
    diff = ["-  rubrik: Ett annat", "+  rubrik: Ett nytt"]
    assert together(mine, theirs) == (diff, [["mål", "a", "rubrik"]])


def test_a_goal_that_one_removes_and_the_other_changes_is_a_clash():
    gone = BASE.replace("- id: c\n  nivå: mal\n  rubrik: Tre\n", "")
    changed = BASE.replace("Tre", "Tre nya")
    diff, clashes = together(gone, changed)
    assert (diff, clashes) == (["-- id: c", "-  nivå: mal", "-  rubrik: Tre nya"], [["mål", "c"]])
    diff, clashes = together(changed, gone)
    assert diff == ["+- id: c", "+  nivå: mal", "+  rubrik: Tre nya"]
    assert clashes == [["mål", "c"]]


def test_an_order_that_one_has_changed_stands_with_what_the_other_has_added():
    first, second = BASE.index("- id: a"), BASE.index("- id: b")
    third = BASE.index("- id: c")
    mine = BASE[:first] + BASE[second:third] + BASE[first:second] + BASE[third:]
    theirs = BASE + "- id: d\n  nivå: mal\n  rubrik: Fyra\n"
    text, clashes = texts(mine, theirs)
    assert clashes == []
    assert text == mine + "- id: d\n  nivå: mal\n  rubrik: Fyra\n"


NEW = "- id: {0}\n  nivå: mal\n  rubrik: Nytt {0}\n"


def test_a_goal_that_is_put_first_or_given_another_id_there_stays_first():
    start = BASE.index("- id: a")
    mine = BASE.replace("id: a", "id: annat")
    theirs = BASE[:start] + NEW.format("din") + BASE[start:]
    text, clashes = texts(mine, theirs)
    assert clashes == []
    assert text == mine[:start] + mine[start:].replace("- id: b", f"{NEW.format('din')}- id: b")
    text, clashes = texts(theirs, BASE.replace("Tre", "Tre nya"))
    assert (text, clashes) == (theirs.replace("Tre", "Tre nya"), [])


def test_two_new_orders_of_the_same_goals_are_a_clash():
    first, second, third = (BASE.index(f"- id: {name}") for name in "abc")
    head, a, b, c = BASE[:first], BASE[first:second], BASE[second:third], BASE[third:]
    text, clashes = texts(head + b + a + c, head + a + c + b)
    assert (text, clashes) == (head + b + a + c, [["mål"]])


def test_a_reference_goes_by_what_it_says_in_whatever_order_its_keys_stand():
    many = BASE.replace("[b]", "[{id: b, not: som förut}, c]")
    turned = BASE.replace("[b]", "[{not: som förut, id: b}, c]")
    ((text, clashes),) = merged(
        [(many, turned.replace("c]", "c, x]"), many.replace("c]", "c, y]"))]
    )
    assert clashes == []
    lines = [
        "  överordnade:",
        *(f"    - {one}" for one in ("{id: b, not: som förut}", "c", "x", "y")),
    ]
    assert "\n".join(lines) in text
