"""What a kommun tells of itself is small in memory, and says the same as before."""

from types import SimpleNamespace
from typing import Any

from kommunvision.plugin import share
from kommunvision.summary import lines, parted


def test_pairs_in_one_text_are_given_back_as_they_were():
    for pairs in (
        [],
        [("a/index.html", "")],
        [("a/index.html", "x y"), ("b/index.html", ""), ("c/index.html", "z")],
    ):
        assert list(parted(lines(pairs))) == pairs


def test_a_place_whose_name_is_broken_over_lines_makes_no_page():
    page: Any = SimpleNamespace(
        file=SimpleNamespace(dest_uri="a/index.html"), present_anchor_ids={"z", "b\nc"}
    )
    (told,) = parted(lines(share.places([page])))
    assert told == ("a/index.html", "b c z")
