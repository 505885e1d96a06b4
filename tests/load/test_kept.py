"""What has been read can be kept, and is the same when it is taken out again."""

import pickle
from dataclasses import fields, is_dataclass

import pytest
import yaml

from kommunvision.load import load_site, read_workbook
from kommunvision.load.located import parse
from kommunvision.origin import Origin, Where
from kommunvision.pipeline import check
from kommunvision.problem import problem
from tests.export.test_everything import book_of
from tests.projects import project


def again(value):
    return pickle.loads(pickle.dumps(value, 5))  # noqa: S301 - our own, a moment old


def places(value):
    """Every place of an object and of what it consists of, however deep, in order."""
    if isinstance(value, Where):
        yield value.origin
        yield from sorted(value.fields.items(), key=str)
    elif is_dataclass(value):
        for one in fields(value):
            yield from places(getattr(value, one.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from places(one)


@pytest.fixture(scope="module")
def loaded(repository):
    return load_site(repository, drafts=True)


def test_every_kommun_is_the_same_with_all_its_places(loaded):
    assert len(loaded.kommuner) > 3
    for kommun in loaded.kommuner:
        kept = again(kommun)
        assert kept == kommun
        found = list(places(kept))
        assert len(found) > 50
        assert found == list(places(kommun))


def test_what_was_kept_can_be_kept_once_more(loaded):
    for kommun in loaded.kommuner:
        twice = again(again(kommun))
        assert twice == kommun
        assert list(places(twice)) == list(places(kommun))


def test_a_place_that_is_not_known_is_that_of_what_is_around_it():
    around, value, second = (
        Origin("f.yml", 3, 1, 9),
        Origin("f.yml", 3, 5),
        Origin("f.yml", 4, 7, 2),
    )
    kept = again(Where(around, {("parents",): value, ("parents", 1): second}))
    assert kept.of("parents", 1) == second
    assert kept.of("parents", 0) == value
    assert kept.of("title") == around
    assert again(Where(around)).of("title") == around


def test_a_kommun_from_several_sheets_of_a_workbook_keeps_its_cells(loaded):
    written = next(one for one in loaded.kommuner if one.slug == "exempelby")
    kommun, problems = read_workbook(book_of(written))
    assert not list(problems)
    kept = again(kommun)
    assert kept == kommun
    assert [str(one) for one in places(kept)] == [str(one) for one in places(kommun)]
    assert str(kept.where.of("name")) == str(kommun.where.of("name"))


def test_every_problem_is_the_same(tmp_path):
    goal = "- id: a\n  nivå: mall\n  rubrik: Å\n  överordnade: [b]\n"
    goals = f"mål:\n{goal}{goal}- id: c\n  nummer: [x]\n"
    root = project(tmp_path, {"data/exempelby/fler.yml": goals})
    found = check(root).problems
    assert len(found) > 3
    assert any(one.related for one in found)
    assert again(found) == found
    assert [dict(one.details) for one in again(found)] == [dict(one.details) for one in found]
    with pytest.raises(TypeError):
        again(problem("KV001", Origin("f.yml"), word="a")).details["word"] = "b"


def test_a_file_is_read_alike_without_the_parser_in_c(repository, monkeypatch):
    texts = [path.read_text("utf-8") for path in sorted((repository / "data").rglob("*.yml"))]
    texts += [
        'a: "x\\u200by"\n',
        "a: b #c\n",
        "- &x 1\n- *x\n",
        "a: !!str b\n",
        "a: [\n",
        "a: |\n  b\n\n",
    ]
    short = [text for text in texts if len(text) < 20_000]
    assert len(short) > 10
    quick = [parse(text, "f.yml") for text in short]
    monkeypatch.setattr("kommunvision.load.located._Loader", yaml.BaseLoader)
    for (tree, found), (slow, also_found) in zip(
        quick, (parse(t, "f.yml") for t in short), strict=True
    ):
        assert tree == slow
        assert [one.code for one in found] == [one.code for one in also_found]
