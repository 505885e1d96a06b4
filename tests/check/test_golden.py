"""A golden file fixes each message as staff see it, with place, line, caret and remedy."""

import pytest

from kommunvision.swedish.problems import PROBLEMS
from tests.check import golden


@pytest.mark.parametrize("folder", golden.folders(), ids=lambda folder: folder.name)
def test_the_terminal_shows_what_the_golden_file_says(folder):
    assert golden.output(folder) == (folder / golden.EXPECTED).read_text("utf-8")


def test_every_code_has_a_golden_folder():
    assert [golden.code_of(folder) for folder in golden.folders()] == sorted(PROBLEMS)
