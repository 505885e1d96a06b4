"""Whoever works with the site is one person, du; what they all stand for is kommunen."""

import ast
import re
from pathlib import Path

import pytest

import kommunvision

TABLES = Path(kommunvision.__file__).parent / "swedish"
SEVERAL = re.compile(r"\b(ni|er|era|ert)\b", re.IGNORECASE)

# Lists of words, of which these are some.
WORD_LISTS = {"search.py"}


def lines_that_speak_to_several(path: Path) -> list[str]:
    """The texts of a table with a word for several readers, with their lines."""
    texts = ast.walk(ast.parse(path.read_text("utf-8")))
    return [
        f"{path.name}:{node.lineno}: {node.value}"
        for node in texts
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and SEVERAL.search(node.value)
    ]


def test_messages_speak_to_one_person():
    found = [
        line
        for path in sorted(TABLES.rglob("*.py"))
        if path.name not in WORD_LISTS
        for line in lines_that_speak_to_several(path)
    ]
    assert found == []


def test_the_files_that_a_kommun_begins_with_speak_to_one_person():
    files = [*(TABLES / "start").rglob("*.yml"), *(TABLES / "start").rglob("*.md")]
    assert files
    assert [path.name for path in files if SEVERAL.search(path.read_text("utf-8"))] == []


def test_the_handbook_speaks_to_one_person(repository):
    # The words of an example are somebody else's.
    lines = (
        (path, line)
        for path in sorted((repository / "docs" / "handbok" / "sidor").rglob("*.md"))
        for line in path.read_text("utf-8").splitlines()
        if "rubrik: Vi söker er som" not in line
    )
    assert [f"{path.name}: {line}" for path, line in lines if SEVERAL.search(line)] == []


@pytest.mark.parametrize("text", ["Skriver ni", "Er anmärkning", "era", "ert mål"])
def test_words_for_several_are_found(tmp_path, text):
    (tmp_path / "table.py").write_text(f'WORDS = {{"a": "{text}."}}\n', encoding="utf-8")
    assert lines_that_speak_to_several(tmp_path / "table.py")
