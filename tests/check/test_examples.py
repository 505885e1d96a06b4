"""Each code's page in the handbook tells the truth: its examples are run."""

import re
from pathlib import Path
from string import Formatter

import pytest

import kommunvision
from kommunvision.swedish.problems import PROBLEMS, Severity
from tests.check.examples import EVIDENCE, run


@pytest.mark.parametrize("code", sorted(PROBLEMS))
def test_the_bad_example_of_a_code_gives_that_code_and_no_other(code, tmp_path):
    found = run(tmp_path, PROBLEMS[code].bad, about=code)
    assert {one.code for one in found} == {code}


@pytest.mark.parametrize("code", sorted(PROBLEMS))
def test_the_good_example_of_a_code_is_free_from_problems(code, tmp_path):
    found = run(tmp_path, PROBLEMS[code].good, about=code)
    assert [(one.code, str(one.origin)) for one in found if one.code not in EVIDENCE - {code}] == []


@pytest.mark.parametrize("code", sorted(PROBLEMS))
def test_the_words_of_a_code_are_whole_sentences(code):
    text = PROBLEMS[code]
    for words in (text.message, text.remedy, text.explanation):
        assert words[0].isupper() or words[0] in '"{'
        assert words.endswith((".", "}"))
        assert "  " not in words
    assert not text.title.endswith(".")
    assert isinstance(text.severity, Severity)


def test_each_code_that_the_engine_gives_has_its_words_and_each_that_has_words_is_given():
    package = Path(kommunvision.__file__).parent
    words = package / "swedish" / "problems"
    given: set[str] = set()
    for path in package.rglob("*.py"):
        if words not in path.parents:
            given.update(re.findall(r"\bKV\d{3}\b", path.read_text("utf-8")))
    assert given == set(PROBLEMS)


def test_codes_are_numbered_by_range_and_details_have_english_names():
    for code, text in PROBLEMS.items():
        assert re.fullmatch(r"KV[0-9]\d\d", code)
        names = [name for _, name, _, _ in Formatter().parse(text.message + text.remedy)]
        assert all(re.fullmatch(r"[a-z]+", name) for name in names if name)
