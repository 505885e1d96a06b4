"""What exporters tell of an object is made once for all of them, and for no other kommun."""

from dataclasses import replace

import pytest

from kommunvision.chain import GoalSystem, Site
from kommunvision.export import (
    DataFile,
    Setting,
    feed,
    files_of,
    goal_system,
    page_data,
    stratml,
    tables,
)
from kommunvision.export.records import Writer
from kommunvision.export.tables.telling import Telling
from kommunvision.load import load_site
from kommunvision.model import Kommun
from tests.export.test_page_data import TEXT
from tests.export.test_tables import SLUGS
from tests.helpers import kommun_from

EXPORTERS = (goal_system, page_data, tables, stratml, feed)


def files(kommun: Kommun, *others: Kommun) -> list[DataFile]:
    system = GoalSystem(kommun)
    return list(
        files_of(Setting(Site([system, *map(GoalSystem, others)]), "https://a.ex/"), system)
    )


@pytest.mark.parametrize("slug", SLUGS)
def test_exporters_tell_the_same_whether_they_share_what_is_told_or_not(repository, slug):
    site = Site(GoalSystem(kommun) for kommun in load_site(repository).kommuner)
    setting = Setting(site, "https://prov.example/")
    system = site.system(slug)
    assert system is not None
    shared = list(files_of(setting, system))
    alone = [file for one in EXPORTERS for file in one.files(Telling(setting, system))]
    assert shared[: len(alone)] == alone
    # The catalogue is made of the other files.
    assert {file.path.rpartition("/")[2] for file in shared[len(alone) :]} <= {"dcat.rdf"}


def test_a_kommun_whose_data_has_changed_is_told_anew():
    before = kommun_from(TEXT)
    after = kommun_from(TEXT.replace("81,5", "82,5"))
    first, second, third = files(before), files(after), files(before)
    assert first == third
    changed = {one.path for one, other in zip(first, second, strict=True) if one != other}
    assert {path.rpartition("/")[2] for path in changed} >= {
        *("malsystem.json", "malsystem.xlsx", "varden.csv", "varden-excel.csv", "stratml.xml"),
        *("utb-2.json", "ind.json", "ind.csv"),
    }
    for file in second:
        assert not isinstance(file.content, str) or "81.5" not in file.content


def test_equal_objects_in_different_places_are_told_each_for_itself():
    """Two kommuner, and two settings, may have objects that are equal and lie elsewhere."""
    kommun = kommun_from(TEXT)
    other = replace(kommun, slug="annanby")
    (goal,) = (one for one in kommun.goals if one.id == "utb-2")
    pages = [
        Writer(Setting(Site(()), url), one).record("goal", goal)["sida"]
        for url in ("https://a.ex/", "https://b.ex/")
        for one in (kommun, other)
    ]
    assert len(set(pages)) == len(pages)
