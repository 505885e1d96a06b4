"""What the publisher calls a series is said where its values are, unless the indicator is called so."""

from pathlib import Path

import pytest

from kommunvision import pipeline
from tests.projects import project

INDICATOR = """
indikatorer:
- {id: arbete, namn: Öppet arbetslösa, enhet: procent, hör_till: [utb-2], källa: budget}
"""
CALLED = "Kolada kallar måttet ”Öppet arbetslösa 18–65 år, andel (%)”."


def shown(root: Path, *series: str) -> tuple[str, ...]:
    """The page of the indicator, and what others embed of it."""
    values = ", värden: [{period: 2023, värde: 4}, {period: 2024, värde: 5}]}"
    lines = [f"- {{indikator: arbete, källa: budget, {one}{values}\n" for one in series]
    files = {
        "data/exempelby/indikatorer.yml": INDICATOR,
        "data/exempelby/matvarden.yml": "mätvärden:\n" + "".join(lines),
    }
    made = pipeline.produce(project(root, files), site_url="https://prov.example/")
    assert not made.stopped, made.problems
    page = next(one.body for one in made.pages if one.url == "exempelby/indikatorer/arbete/")
    folder = "exempelby/inbaddad/v1/indikatorer/arbete/"
    paths = {f"{folder}{part}index.html" for part in ("", "diagram/", "tabell/")}
    embeds = [str(one.content) for one in made.artifacts if one.path in paths]
    assert len(embeds) == len(paths)
    return str(page), *embeds


@pytest.mark.parametrize("more", ["", ", kod: N03937", ", kod: N03937, hämtad: 2025-03-03"])
def test_what_the_publisher_calls_it_stands_by_the_source_on_page_and_embed(tmp_path, more):
    series = f'utgivare: Kolada, titel: "Öppet arbetslösa 18–65 år, andel (%)"{more}'
    for one in shown(tmp_path, series):
        assert "Källa: Kolada" in one
        assert CALLED in one


@pytest.mark.parametrize("title", ["Öppet arbetslösa", "öppet  arbetslösa."])
def test_the_indicators_own_name_is_not_said_twice(tmp_path, title):
    for one in shown(tmp_path, f'utgivare: Kolada, titel: "{title}"'):
        assert "Källa: Kolada" in one
        assert "kallar måttet" not in one


def test_a_title_without_a_publisher_is_told_as_the_publishers(tmp_path):
    page, *_ = shown(tmp_path, "titel: Sökande <16 år>")
    assert "Utgivaren kallar måttet ”Sökande &lt;16 år&gt;”." in page


def test_series_with_the_same_title_say_it_once(tmp_path):
    one = "utgivare: Kolada, titel: Sökande"
    page, *_ = shown(tmp_path, one, f"{one}, grupp: Riket")
    assert page.count("kallar måttet") == 1
    assert "Kolada kallar måttet ”Sökande”." in page


def test_series_with_several_titles_say_which_is_which(tmp_path):
    page, *_ = shown(
        tmp_path,
        "utgivare: Kolada, definition: hemkommun, titel: Sökande som bor här",
        "utgivare: SCB, definition: arbetsplats, titel: Öppet arbetslösa",
        "utgivare: SCB, definition: arbetsplats, grupp: Riket, titel: Sökande i landet",
    )
    assert "Kolada kallar måttet ”Sökande som bor här” (hemkommun)." in page
    assert "SCB kallar måttet ”Sökande i landet” (arbetsplats, Riket)." in page
    assert "SCB kallar måttet ”Öppet arbetslösa”" not in page


def test_the_table_of_values_for_others_has_the_title(tmp_path):
    shown(tmp_path, "utgivare: Kolada, titel: Sökande")
    made = pipeline.produce(tmp_path, site_url="https://prov.example/")
    (table,) = [
        one.content for one in made.artifacts if one.path == "exempelby/indikatorer/arbete.csv"
    ]
    text = table if isinstance(table, str) else table.decode("utf-8-sig")
    head, first, *_ = text.splitlines()
    assert dict(zip(head.split(","), first.split(","), strict=True))["titel"] == "Sökande"
