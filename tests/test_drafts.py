"""Drafts and days: what is unfinished stays unseen, what has had its time says so."""

import re
from datetime import date
from pathlib import Path

import pytest

from kommunvision import cli, driver
from kommunvision.edition import Edition, build_day
from tests.helpers import write_files
from tests.projects import GOALS, project, snapshot

# Half a goal, a half-written page, and values of an indicator that is a draft too.
DRAFTS = {
    "data/exempelby/nytt.yml": """\
mål:
  - id: hemligt-mal
    utkast: ja
    rubrik: Ett halvt mål
indikatorer:
  - id: hemlig-indikator
    utkast: ja
    namn: Halvfärdig indikator
""",
    "data/exempelby/varden.yml": """\
mätvärden:
  - indikator: hemlig-indikator
    källa: {namn: Kolada}
    värden:
      - {period: 2024, värde: 17}
""",
    "content/exempelby/plan.md": '---\nutkast: Ja\n---\n\n# Vår halva plan\n\n{{ mål("hemligt-mal") }}\n',
}

NEWS = """\
aktuellt:
  - id: oppet-hus
    tidigare_id: dorrarna
    rubrik: Öppet hus i biblioteket
    datum: 2026-12-01
    visas_från: 2026-12-01
    visas_till: 2026-12-15
    lättläst: {text: Kom till oss och fika., skriven_av: Kansliet}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "webb")


def texts(site: Path) -> str:
    return "\n".join(
        content.decode("utf-8", "replace") for content in snapshot(site).values()
    ).casefold()


def test_a_draft_may_be_half_finished_and_nothing_of_it_is_published(root):
    write_files(root, DRAFTS)
    made = driver.build_sites(root)
    assert made.published
    found = texts(root / "site")
    for word in ("hemligt-mal", "ett halvt mål", "hemlig-indikator", "halvfärdig", "halva plan"):
        assert word not in found
    assert "plan/" not in (root / "data/adresser.yml").read_text("utf-8")


def test_a_check_of_the_drafts_too_says_what_they_lack(root, capsys):
    write_files(root, DRAFTS)
    assert cli.run(["check", "--root", str(root)]) == 0
    capsys.readouterr()
    assert cli.run(["check", "--root", str(root), "--utkast"]) == 1
    told = capsys.readouterr().out
    assert 'data/exempelby/nytt.yml:2:5: fel KV102: Här saknas nyckeln "nivå"' in told


def test_a_preview_shows_drafts_and_says_in_words_that_they_are(root, tmp_path):
    write_files(root, DRAFTS)
    path = root / "data/exempelby/nytt.yml"
    path.write_text(
        path.read_text("utf-8").replace("rubrik: Ett", "nivå: mal\n    rubrik: Ett"), "utf-8"
    )
    site = tmp_path / "forhandsvisning"
    made = driver.build_sites(root, site_dir=site, edition=Edition(drafts=True))
    assert made.published, made.problems
    goal = (site / "exempelby/mal/hemligt-mal/index.html").read_text("utf-8")
    assert re.search(r"<h1[^>]*>\s*Utkast: Ett halvt mål", goal)
    page = (site / "exempelby/plan/index.html").read_text("utf-8")
    assert re.search(r"<h1[^>]*>\s*Utkast: Vår halva plan", page)
    assert "Utkast: Ett halvt mål" in page
    assert "Utkast: Halvfärdig indikator" in texts(site).replace("utkast: h", "Utkast: H")


@pytest.mark.parametrize(
    ("day", "state"),
    [
        pytest.param(date(2026, 11, 30), "absent", marks=pytest.mark.full),
        (date(2026, 12, 1), "shown"),
        pytest.param(date(2026, 12, 15), "shown", marks=pytest.mark.full),
        (date(2026, 12, 16), "gone"),
    ],
)
def test_a_thing_is_shown_on_its_days_and_then_says_that_it_is_gone(root, day, state):
    write_files(root, {"data/exempelby/aktuellt.yml": NEWS})
    site = root / "site"
    assert driver.build_sites(root, edition=Edition(day)).published
    listed = (
        "Öppet hus" in (site / "exempelby/aktuellt/index.html").read_text("utf-8")
        if (site / "exempelby/aktuellt/index.html").exists()
        else False
    )
    assert listed == (state == "shown")
    for key in ("oppet-hus", "dorrarna"):
        page = site / f"exempelby/aktuellt/{key}/index.html"
        assert page.exists() == (state != "absent")
        if state == "gone":
            text = page.read_text("utf-8")
            assert "Den togs bort 16 december 2026." in text
            assert "Det skulle visas till och med 15 december 2026." in text


PAGE = """\
---
visas_från: 2026-12-01
visas_till: 2026-12-15
tidigare_adress: exempelby/jultavling/
---

# Tävling & *julmys*

Här kan ni vinna en gran.
"""


@pytest.mark.parametrize(
    ("day", "state"),
    [
        pytest.param(date(2026, 11, 30), "absent", marks=pytest.mark.full),
        (date(2026, 12, 15), "shown"),
        (date(2026, 12, 16), "gone"),
    ],
)
def test_an_editors_page_is_shown_on_its_days_and_then_says_that_it_is_gone(root, day, state):
    # One of a kommun, one of none, and one in the place of a page that the engine makes.
    write_files(
        root,
        {
            "content/exempelby/tavling.md": PAGE,
            "content/kampanj.md": PAGE.replace("exempelby/jul", "jul"),
            "content/kampanj/mer.md": "# Mer om kampanjen\n\nDen här texten står kvar.\n",
            "content/exempelby/mal/larande.md": PAGE.replace("tidigare_adress", "# "),
        },
    )
    site = root / "site"
    made = driver.build_sites(root, edition=Edition(day))
    assert made.published, made.problems
    for folder in ("exempelby/tavling", "exempelby/jultavling", "kampanj", "jultavling"):
        page = site / folder / "index.html"
        assert page.exists() == (state != "absent")
        if state == "gone":
            text = page.read_text("utf-8")
            assert "Den togs bort 16 december 2026." in text
            assert "Det skulle visas till och med 15 december 2026." in text
            assert "Tävling &amp; julmys" in text
            assert "vinna en gran" not in text
    instead = (site / "exempelby/mal/larande/index.html").read_text("utf-8")
    assert ("vinna en gran" in instead) == (state == "shown")
    assert "Den här texten står kvar." in (site / "kampanj/mer/index.html").read_text("utf-8")


def test_a_preview_says_when_an_editors_page_is_shown(root, tmp_path):
    write_files(root, {"content/exempelby/tavling.md": PAGE})
    site = tmp_path / "forhandsvisning"
    edition = Edition(date(2026, 12, 16), drafts=True)
    assert driver.build_sites(root, site_dir=site, edition=edition).published
    text = (site / "exempelby/tavling/index.html").read_text("utf-8")
    assert re.search(r"<h1[^>]*>\s*Visades till och med 15 december 2026: Tävling", text)


def test_an_editors_page_that_was_published_may_end_but_not_begin_anew(root, capsys):
    write_files(root, {"content/exempelby/tavling.md": PAGE})
    for day in ("2026-12-15", "2026-12-16"):
        assert cli.run(["build", "--root", str(root), "--dag", day]) == 0
    assert "exempelby/tavling/" in (root / "data/adresser.yml").read_text("utf-8")
    capsys.readouterr()
    assert cli.run(["check", "--root", str(root), "--dag", "2026-11-30"]) == 1
    # Told of once, though the page has had another address too.
    assert capsys.readouterr().out.count("KV790") == 1


def test_what_was_shown_stays_in_the_ledger_and_the_next_build_is_well_too(root):
    write_files(root, {"data/exempelby/aktuellt.yml": NEWS})
    for day in (date(2026, 12, 2), date(2026, 12, 20)):
        made = driver.build_sites(root, edition=Edition(day))
        assert made.published, made.problems
    for folder in ("aktuellt/oppet-hus", "lattlast/aktuellt/dorrarna", "lattlast"):
        text = (root / "site/exempelby" / folder / "index.html").read_text("utf-8")
        assert "Den togs bort 16 december 2026." in text
        assert "fika" not in text
    assert "exempelby/aktuellt/oppet-hus/" in (root / "data/adresser.yml").read_text("utf-8")


def test_what_is_published_cannot_become_a_draft_unnoticed(root, capsys):
    assert driver.build_sites(root).published
    goals = GOALS.replace("- id: utb-2\n", "- id: utb-2\n  utkast: ja\n")
    assert goals != GOALS
    write_files(root, {"data/exempelby/mal.yml": goals})
    assert cli.run(["check", "--root", str(root)]) == 1
    told = capsys.readouterr().out
    for address in ("exempelby/mal/utb-2/", "exempelby/mal/utb-1/"):
        assert f'fel KV782: Sidan "{address}" är publicerad' in told


def test_a_preview_of_another_day_says_when_things_are_shown(root, tmp_path):
    write_files(root, {"data/exempelby/aktuellt.yml": NEWS})
    site = tmp_path / "forhandsvisning"
    edition = Edition(date(2026, 11, 2), drafts=True)
    assert driver.build_sites(root, site_dir=site, edition=edition).published
    page = (site / "exempelby/aktuellt/oppet-hus/index.html").read_text("utf-8")
    assert "Visas från 1 december 2026: Öppet hus i biblioteket" in page


def test_an_occasion_that_is_a_draft_can_be_worked_with(root, capsys):
    write_files(
        root,
        {
            "data/exempelby/uppf.yml": (
                "uppföljningar:\n  - id: delar-2026\n    utkast: ja\n    namn: Delår 2026\n"
                "    period: 2026\n    omfattar: [mal]\n"
            )
        },
    )
    assert cli.run(["due", "exempelby", "delar-2026", "--root", str(root)]) == 0
    assert "Delår 2026" in capsys.readouterr().out


def test_the_day_of_a_build_is_the_one_it_is_told(root):
    assert build_day({"SOURCE_DATE_EPOCH": "1767225600"}) == date(2026, 1, 1)
    settings = root / "mkdocs.yml"
    settings.write_text(
        settings.read_text("utf-8").replace(
            "- kommunvision\n", "- kommunvision:\n      dag: i dag\n"
        )
    )
    made = driver.build_sites(root)
    assert made.published is None
    assert 'mkdocs.yml: "dag: i dag" är ingen dag.' in made.complaints[0]
