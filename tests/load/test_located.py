"""YAML text is read as written, with places; what we do not allow is refused at its line."""

import time

import pytest

from kommunvision.load.located import parse
from kommunvision.load.tree import Mapping, Scalar, Sequence
from tests.helpers import places


def read(text):
    return parse(text, "f.yml")


def test_every_key_and_value_has_its_line_and_column():
    top, problems = read("mål:\n- id: utb-2\n  rubrik: Fler unga\n")
    assert not problems.ordered()
    assert isinstance(top, Mapping)
    (goals,) = (node for _, node in top.entries)
    assert isinstance(goals, Sequence)
    ((id_key, id_value), (_, title)) = goals.items[0].entries
    assert str(id_key.origin) == "f.yml:2:3"
    assert str(id_value.origin) == "f.yml:2:7"
    assert (title.text, title.origin.length) == ("Fler unga", 9)


@pytest.mark.parametrize(
    "written", ["nej", "no", "0114", "12:30", "1_000", "2025-13-01", "null", "1e3", "0x1F", ".5"]
)
def test_a_value_is_never_guessed_at(written):
    top, problems = read(f"nyckel: {written}\n")
    assert not problems.ordered()
    assert top.entries[0][1].text == written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: [1, 2\nc: 3\n", [("KV003", 2, 4)]),
        ("a: 'öppen\nb: 2\n", [("KV003", 1, 4)]),
        ("a: Skola: för alla\n", [("KV003", 1, 9)]),
        ("a:\n  b: 1\n c: 2\n", [("KV003", 3, 2)]),
        ("a:\n\tb: 1\n", [("KV002", 2, 1)]),
        ("a: 1\na: 2\n", [("KV004", 2, 1)]),
        ("- id: a\n  b: 1\n  id: c\n  b: 2\n", [("KV022", 3, 3)]),
        ("- {id: a, id: b}\n", [("KV004", 1, 11)]),
        ("a: &x 1\nb: *x\n", [("KV005", 1, 4)]),
        ("a: !!python/object:os.system 1\n", [("KV005", 1, 4)]),
        ("a: 1\n---\nb: 2\n", [("KV009", 2, 1)]),
        ("a: b\x07\n", [("KV008", 1, 5)]),
        ("rubrik: Skola #1 i landet\n", [("KV016", 1, 15)]),
    ],
)
def test_what_cannot_be_read_is_reported_where_it_stands(text, expected):
    assert places(read(text)[1].ordered()) == expected


def test_a_duplicate_key_names_both_places():
    _, problems = read("a: 1\nb: 2\na: 3\n")
    (found,) = problems
    assert [str(place) for place in found.related] == ["f.yml:1:1"]


def test_an_ordinary_comment_after_a_value_is_left_alone():
    _, problems = read("a: Skola  # kommunens egen\nb: '#1' # ett\n")
    assert not problems.ordered()


GOALS = """\
mål:
  - id: utb-1
    nivå: mal
    nummer: "1.1"
    rubrik: Fler läser.
  - id: utb-2
    nivå: mal
    nummer: "1.2"
    rubrik: Fler räknar.
"""


@pytest.mark.parametrize(
    ("right", "wrong", "line", "said"),
    [
        ('nummer: "1.1"', 'nummer: "1.1', 4, "citattecknet öppnas här"),
        ('nummer: "1.2"', 'nummer: "1.2', 8, "citattecknet öppnas här"),
        ("nivå: mal", "nivå:mal", 3, "efter kolonet saknas ett blanksteg"),
        ("nivå: mal", "nivå:\u00a0mal", 3, "här står ett fast blanksteg"),
        ("    nivå: mal", "\u00a0\u00a0\u00a0\u00a0nivå: mal", 3, "här står ett fast blanksteg"),
        ("nivå: mal", "överordnade: [utb-2", 3, "inte avslutad med ]"),
        ("nivå: mal", "källa: {id: budget", 3, "inte avslutad med }"),
        ("Fler läser.", "Skola: fler läser.", 5, "ett kolon mitt i en text"),
        ("    rubrik: Fler läser", "      rubrik: Fler läser", 5, "större indrag"),
        ("  - id: utb-2", "  – id: utb-2", 6, "raden börjar med ett tankstreck"),
        ("  - id: utb-2", "  -id: utb-2", 6, "efter bindestrecket saknas ett blanksteg"),
        ("Fler läser.", "Fler\nläser.", 6, "en fortsatt text utan indrag"),
        ("nivå: mal", "enhet: %", 3, "får inte börja med tecknet"),
        ("Fler läser.", '"Vi är "bäst" i länet"', 5, "står mer efter det"),
        ("Fler läser.", "'Vi' och ni", 5, "står mer efter det"),
        ("nivå: mal", "nivå mal", 3, "efter nyckeln saknas ett kolon"),
        ("  - id: utb-2", "  * id: utb-2", 6, "en stjärna eller en punkt"),
        ("  - id: utb-2", "  • id: utb-2", 6, "en stjärna eller en punkt"),
        ("    nivå: mal", "=======\n    nivå: mal", 3, "står kvar"),
        ("    nivå: mal", ">>>>>>> ny\n    nivå: mal", 3, "står kvar"),
        ("    nivå: mal", "<<<<<<< HEAD\n    nivå: mal\n=======\n>>>>>>> ny", 3, "krockar"),
    ],
)
def test_the_line_to_mend_is_named_with_what_to_do(right, wrong, line, said):
    _, problems = read(GOALS.replace(right, wrong, 1))
    (found,) = problems.ordered()
    assert (found.code, found.origin.line) == ("KV003", line)
    assert said in found.details["cause"]
    assert found.details["remedy"]


@pytest.mark.parametrize("lost", ["  - id: utb-2\n", "  - id: utb-2\n    nivå: mal\n"])
def test_an_object_that_has_lost_its_first_lines_is_told_of_once(lost):
    text = GOALS + "    text: B\n"
    _, problems = read(
        text.replace("    nivå: mal\n", "    nivå: mal\n    text: A\n", 1).replace(lost, "")
    )
    (found,) = problems.ordered()
    assert (found.code, found.origin.line) == ("KV022", 7)


def test_two_keys_that_stand_twice_are_slips_of_their_own():
    _, problems = read("- id: a\n  text: A\n  text: B\n  nivå: a\n  nivå: b\n")
    assert [one.code for one in problems.ordered()] == ["KV004", "KV004"]


def test_a_star_is_pointed_to_where_it_stands_and_quotes_of_the_other_kind_are_proposed():
    _, problems = read(GOALS.replace("Fler läser.", "*viktigt*"))
    assert [one.origin.column for one in problems.ordered()] == [13]
    for written, remedy in (('"Bäst" i länet', "enkla"), ("'Bäst' i länet", "dubbla")):
        _, problems = read(GOALS.replace("Fler läser.", written))
        (found,) = problems.ordered()
        assert remedy in found.details["remedy"]
        assert found.origin.column == 18


@pytest.mark.parametrize(
    "bomb",
    [
        "[" * 100_000,
        "{a: " * 50_000,
        "- " * 50_000,
        "a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\n",
        "? " * 50_000,
    ],
    ids=["lists", "mappings", "dashes", "aliases", "keys"],
)
def test_a_file_made_to_be_slow_is_refused_quickly(bomb):
    start = time.process_time()
    _, problems = read(bomb)
    assert problems.ordered()
    # Not a speed claim: a reader that follows the bomb would take minutes.
    assert time.process_time() - start < 5


def test_an_empty_file_is_nothing_and_no_fault():
    assert read("# bara en kommentar\n")[0] is None
    assert not read("")[1].ordered()


def test_a_block_text_keeps_its_lines():
    top, _ = read("a: |\n  ett\n\n  två\n")
    (value,) = (node for _, node in top.entries)
    assert isinstance(value, Scalar)
    assert value.text == "ett\n\ntvå\n"
    assert not value.plain


@pytest.mark.parametrize(
    ("written", "cause"),
    [
        (r'"Skolan \ud83d\ude00"', "ett tecken är skrivet som en kod som inte finns"),
        (r'"C:\Users"', "ett omvänt snedstreck står i en text inom citattecken"),
        (r'"50 \%"', "ett omvänt snedstreck står i en text inom citattecken"),
    ],
)
def test_a_backslash_is_told_of_and_not_the_quotation_mark_before_it(written, cause):
    text = f'mål:\n- {{id: a, rubrik: {written}, text: {written}}}\n- {{id: b, rubrik: "B"}}\n'
    _, problems = parse(text, "a.yml")
    (found,) = problems.ordered()
    assert found.details["cause"] == cause
