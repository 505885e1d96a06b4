"""The engine's own words: no key twice, and nothing that a page would show unfilled."""

import pytest

from kommunvision.swedish.keys import RECORDS
from kommunvision.swedish.labels import LABELS, label
from kommunvision.swedish.labels.components import COMPONENTS
from kommunvision.swedish.labels.document import DOCUMENT
from kommunvision.swedish.labels.embeds import EMBEDS
from kommunvision.swedish.labels.feed import FEED
from kommunvision.swedish.labels.figures import FIGURES
from kommunvision.swedish.labels.followup import FOLLOW_UP
from kommunvision.swedish.labels.glossary import GLOSSARY
from kommunvision.swedish.labels.law import LAW
from kommunvision.swedish.labels.open_data import OPEN_DATA
from kommunvision.swedish.labels.pages import PAGES
from kommunvision.swedish.labels.plain import PLAIN
from kommunvision.swedish.labels.search import SEARCH
from kommunvision.swedish.labels.shell import SHELL
from kommunvision.swedish.macros import BY_NAME


def test_no_two_tables_have_a_word_under_the_same_key():
    tables = (
        SHELL,
        COMPONENTS,
        PAGES,
        LAW,
        GLOSSARY,
        SEARCH,
        DOCUMENT,
        FOLLOW_UP,
        FIGURES,
        OPEN_DATA,
        EMBEDS,
        FEED,
        PLAIN,
    )
    assert len(LABELS) == sum(map(len, tables))


def test_a_label_gets_its_values_and_takes_braces_in_them_as_they_are():
    assert label("supports", what="två mål") == "Stödjer två mål."
    assert label("supports", what="{what} {0}") == "Stödjer {what} {0}."


def test_a_label_asked_for_without_all_its_values_is_a_fault_of_the_program():
    with pytest.raises(KeyError):
        label("so_many_of", shown=1)


def test_every_fact_that_a_source_may_be_silent_on_has_a_name():
    (which,) = BY_NAME["fakta"].arguments
    told = [(of, one) for of in which.of.split() for one in RECORDS[of].fields if one.unstated]
    assert [(of, one.key) for of, one in told if f"fact_{one.attribute}" not in LABELS] == []
