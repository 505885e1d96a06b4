"""The sentence on how many are judged: every level by its own name, in the right form and number."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kommunvision.swedish.judged import Judged, judged_sentence

MAL = {"article": "ett", "singular": "mål", "plural": "mål"}
UPPDRAG = {"article": "ett", "singular": "uppdrag", "plural": "uppdrag"}
AKTIVITET = {"article": "en", "singular": "aktivitet", "plural": "aktiviteter"}
STRATEGISKT = {"article": "ett", "singular": "strategiskt mål", "plural": "strategiska mål"}


def kind(forms, judged, total, model=None):
    return Judged(**forms, judged=judged, total=total, model=model)


@pytest.mark.parametrize(
    ("kinds", "sentence"),
    [
        ([kind(MAL, 12, 15)], "12 av 15 mål är bedömda."),
        ([kind(MAL, 1, 3)], "1 av 3 mål är bedömt."),
        ([kind(AKTIVITET, 1, 3)], "1 av 3 aktiviteter är bedömd."),
        ([kind(MAL, 0, 3)], "0 av 3 mål är bedömda."),
        ([kind(AKTIVITET, 1, 1)], "1 av 1 aktivitet är bedömd."),
        ([kind(STRATEGISKT, 0, 1)], "0 av 1 strategiskt mål är bedömt."),
        ([kind(STRATEGISKT, 4, 5)], "4 av 5 strategiska mål är bedömda."),
        (
            [kind(MAL, 12, 15), kind(UPPDRAG, 2, 3)],
            "12 av 15 mål och 2 av 3 uppdrag är bedömda.",
        ),
        (
            [kind(MAL, 1, 1), kind(UPPDRAG, 0, 1), kind(AKTIVITET, 1, 2)],
            "1 av 1 mål, 0 av 1 uppdrag och 1 av 2 aktiviteter är bedömda.",
        ),
        (
            [kind(MAL, 3, 4, "Styrmodell 2015"), kind(MAL, 1, 2, "Så styr vi")],
            "3 av 4 mål (Styrmodell 2015) och 1 av 2 mål (Så styr vi) är bedömda.",
        ),
        ([kind(MAL, 1200, 13000)], "1 200 av 13 000 mål är bedömda."),
        ([], ""),
    ],
)
def test_each_level_is_counted_under_its_own_name_in_the_right_form(kinds, sentence):
    said = judged_sentence(kinds)
    assert said.replace("\N{NO-BREAK SPACE}", " ") == sentence
    # The numbers are never parted by the end of a line.
    assert " av" not in said
    assert "av " not in said


NAMES = st.sampled_from([MAL, UPPDRAG, AKTIVITET, STRATEGISKT])
COUNTS = st.integers(0, 40).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
KINDS = st.builds(lambda name, count: kind(name, *count), NAMES, COUNTS)
PART = re.compile(r"(\d+) av (\d+) (\D+?)(?:, | och | är )")


@given(st.lists(KINDS, min_size=1, max_size=6))
def test_the_sentence_says_every_count_once_in_order_and_agrees_with_what_it_counts(kinds):
    sentence = judged_sentence(kinds).replace("\N{NO-BREAK SPACE}", " ")
    told = PART.findall(sentence)
    assert [(int(one), int(of)) for one, of, _ in told] == [(k.judged, k.total) for k in kinds]
    assert [noun for *_, noun in told] == [k.singular if k.total == 1 else k.plural for k in kinds]
    ending = sentence.rpartition(" ")[2]
    if len(kinds) > 1 or 1 not in (kinds[0].judged, kinds[0].total):
        assert ending == "bedömda."
    else:
        assert ending == {"en": "bedömd.", "ett": "bedömt."}[kinds[0].article]
