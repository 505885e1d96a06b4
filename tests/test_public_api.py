"""What others may import: a list that is explicit, sorted, whole, documented, and works."""

import inspect

import pytest

import kommunvision
from tests.projects import GOALS, project


def test_the_public_names_are_sorted_and_are_all_that_the_package_gives():
    assert kommunvision.__all__ == sorted(kommunvision.__all__)
    assert dir(kommunvision) == kommunvision.__all__
    with pytest.raises(AttributeError, match="has no attribute 'parse_yaml'"):
        _ = kommunvision.parse_yaml


def test_every_public_name_says_what_it_is():
    for name in kommunvision.__all__:
        assert inspect.getdoc(getattr(kommunvision, name)), name


def test_a_kommun_goes_from_its_folder_to_its_pages(tmp_path):
    root = project(tmp_path)
    kommun, problems = kommunvision.load_kommun(root, "data/exempelby")
    assert kommun is not None
    assert not problems
    assert {problem.code for problem in kommunvision.check_kommun(kommun)} <= {"KV511", "KV512"}
    system = kommunvision.resolve(kommun)
    top, below = system.kommun.goals
    assert [link.item for link in system.down(top)] == [below]
    assert [link.item for link in system.up(below)] == [top]
    outcome = kommunvision.produce(root)
    assert "exempelby/mal/utb-2/" in {page.url for page in outcome.pages}
    assert {redirect.url for redirect in outcome.redirects} == {"exempelby/mal/utb-1/"}
    report = kommunvision.build_sites(root, site_dir=tmp_path / "ut")
    assert report.published.written > 10


def test_bad_data_is_an_outcome_and_no_exception(tmp_path):
    root = project(tmp_path, {"data/exempelby/mal.yml": GOALS.replace("[larande]", "[x]")})
    outcome = kommunvision.produce(root)
    assert outcome.stopped
    assert outcome.pages == ()
    assert "KV202" in {problem.code for problem in outcome.problems}
    assert kommunvision.build_sites(root).published is None
