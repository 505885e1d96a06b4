"""``kommunvision new`` writes a goal, a follow-up or a piece of news where it belongs."""

import re
from pathlib import Path

import pytest

from kommunvision import cli
from kommunvision.adding.naming import good_id
from kommunvision.amend import comments, content
from kommunvision.cli import new_entry
from kommunvision.cli.new_entry import entry_commands
from kommunvision.load import load_site
from kommunvision.swedish.keys import RECORDS
from tests.helpers import write_files
from tests.projects import errors, project, snapshot

MORE = """\
# Målen som fullmäktige har beslutat.
mål:
  # Områden
  - id: omr-larande
    nivå: omrade
    rubrik: Nyfikna hela livet
    källa: budget

  # Mål för skolan
  - id: utb-1
    nivå: mal
    nummer: "1.1"
    rubrik: Fler unga når examen
    överordnade: [omr-larande]
    källa: budget
  - id: utb-2
    nivå: mal
    nummer: "1.2"
    rubrik: Fler läser böcker
    överordnade: [omr-larande]
    källa: budget

  # Det som återstår
  - id: omr-trygghet
    nivå: omrade
    rubrik: Trygg när det gäller
    källa: budget   # sidan 9
"""

SCALES = """\
skalor:
  - id: maluppfyllelse
    namn: Måluppfyllelse
    steg:
      - {id: uppfyllt, ord: uppfyllt, form: bock, ton: bra}
      - {id: inte-uppfyllt, ord: inte uppfyllt, form: kryss, ton: dåligt}
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return project(
        tmp_path,
        {
            "data/exempelby/mal.yml": MORE,
            "data/exempelby/uppfoljning/skalor.yml": SCALES,
            "content/exempelby/om-malen.md": None,
        },
    )


def new(site: Path, *words: str) -> int:
    return cli.run(["new", *words, "--root", str(site)])


def text_of(site: Path, name: str) -> str:
    return (site / "data/exempelby" / name).read_text("utf-8")


def told(site: Path, name: str) -> dict:
    return content(text_of(site, name), name)[0]


def test_a_goal_stands_after_those_beside_it_with_the_next_number_and_nothing_else_changes(
    site, capsys
):
    words = ("--nivå", "mal", "--rubrik", "Fler simmar", "--överordnade", "omr-larande", "--kort")
    assert new(site, "mål", *words, "--källa", "budget") == 0
    assert text_of(site, "mal.yml") == MORE.replace(
        "\n  # Det som återstår",
        "  - id: utb-3\n    utkast: ja\n    nivå: mal\n    rubrik: Fler simmar\n    överordnade: [omr-larande]\n"
        "    status: förslag\n    källa: budget\n\n  # Det som återstår",
    )
    assert "Skrivet: utb-3 på data/exempelby/mal.yml:22" in capsys.readouterr().out
    assert errors(site) == []


def test_what_may_be_added_stands_as_comments_that_are_right_when_the_sign_is_taken_away(site):
    assert new(site, "mål", "--nivå", "omrade", "--rubrik", "Bad", "--källa", "budget") == 0
    added = text_of(site, "mal.yml").partition("id: omr-bad\n")[2]
    offered = re.findall(r"^    # (\w+): ", added, re.MULTILINE)
    written = set(told(site, "mal.yml")["mål"][-1])
    assert offered
    assert written | set(offered) | {"tidigare_id"} == set(RECORDS["goal"].by_key)
    opened = re.sub(r"^    # (?=\w+: )", "    ", text_of(site, "mal.yml"), flags=re.MULTILINE)
    goal = content(opened, "mal.yml")[0]["mål"][-1]
    assert goal["globala_mål"] == ["4", "8"]
    assert goal["text"] == "Alla ska klara skolan."


def test_what_must_be_filled_in_is_named_with_its_line_and_is_not_published_meanwhile(site, capsys):
    assert new(site, "aktuellt", "--datum", "2026-11-23", "--kort") == 0
    assert text_of(site, "aktuellt.yml") == (
        "# yaml-language-server: $schema=../../schema/aktuellt.schema.json\n"
        "format: 1\n\naktuellt:\n  - id: nyhet\n    utkast: ja\n    rubrik:  # Rubrik.\n    datum: 2026-11-23\n"
    )
    out = capsys.readouterr().out
    assert "Det här är kvar att fylla i eller ändra:" in out
    assert 'data/exempelby/aktuellt.yml:7:5: fel KV103: Nyckeln "rubrik" har inget värde.' in out
    assert "Det är ett utkast, och publiceras inte" in out
    assert errors(site) == []
    assert new(site, "källa", "--kort") == 0
    assert ("KV103", "data/exempelby/kallor.yml") in errors(site)


def test_what_is_no_draft_is_said_to_be_none(site, capsys):
    assert new(site, "aktuellt", "--rubrik", "Nytt", "--utkast", "nej", "--kort") == 0
    assert "utkast" not in text_of(site, "aktuellt.yml")
    assert "utkast" not in capsys.readouterr().out


def test_a_follow_up_gets_an_empty_judgement_for_all_that_it_covers(site):
    assert new(site, "uppfoljning", "--slag", "delårsrapport", "--period", "2026", "--kort") == 0
    assert (
        text_of(site, "uppfoljning/2026.yml")
        == """\
# yaml-language-server: $schema=../../../schema/uppfoljning.schema.json
format: 1

uppföljningar:
  - id: delarsrapport-2026
    utkast: ja
    namn: Delårsrapport 2026
    period: 2026
    slag: delårsrapport
    omdömen:
      # Ta bort # och ett blanksteg framför status, och skriv ett ord efter kolonet.
      # Orden är: uppfyllt, inte uppfyllt.
      - om: omr-larande  # Nyfikna hela livet
        # status:
      - om: utb-1  # Fler unga når examen
        # status:
      - om: utb-2  # Fler läser böcker
        # status:
      - om: omr-trygghet  # Trygg när det gäller
        # status:
"""
    )
    assert errors(site) == []


def test_what_may_be_added_to_a_follow_up_stands_below_its_last_judgement(site):
    assert new(site, "uppfoljning", "--slag", "delårsrapport", "--period", "2026") == 0
    lines = text_of(site, "uppfoljning/2026.yml").splitlines()
    last = max(number for number, line in enumerate(lines) if line.startswith("      - om:"))
    assert lines[last + 1] == "        # status:"
    assert lines[last + 2].startswith("    # Ta bort #")
    assert lines.count("        # status:") == sum("- om:" in line for line in lines)


def test_the_next_follow_up_covers_what_the_one_before_it_did(site):
    words = ("uppföljning", "--slag", "delårsrapport", "--kort")
    assert new(site, *words, "--period", "2026", "--omfattar", "mal") == 0
    assert new(site, *words, "--period", "2027") == 0
    occasion = told(site, "uppfoljning/2027.yml")["uppföljningar"][0]
    assert occasion["omfattar"] == ["mal"]
    assert [one["om"] for one in occasion["omdömen"]] == ["utb-1", "utb-2"]


def test_news_stands_first_where_the_newest_stands_first(site):
    write_files(
        site,
        {
            "data/exempelby/aktuellt.yml": (
                "aktuellt:\n  - {id: nyhet-b, rubrik: B, datum: 2026}\n"
                "  - {id: nyhet-a, rubrik: A, datum: 2024}\n"
            )
        },
    )
    assert new(site, "aktuellt", "--rubrik", "Ny budget", "--datum", "2026-11-23", "--kort") == 0
    ids = [one["id"] for one in told(site, "aktuellt.yml")["aktuellt"]]
    assert ids == ["nyhet-ny-budget", "nyhet-b", "nyhet-a"]


def test_an_id_follows_the_habit_of_the_kommun_and_is_free():
    def named(record, told, *beside):
        near = [{"id": name} for name in beside]
        return good_id(record, told, near, set(beside))

    assert named("goal", {"rubrik": "Åskan går"}) == "askan-gar"
    assert named("goal", {"rubrik": "Ett till"}, "bun-1", "bun-2", "bun-9") == "bun-10"
    assert named("goal", {"rubrik": "Ett", "nummer": "2.4"}, "try-1", "try-2") == "try-4"
    assert named("goal", {"rubrik": "Bad"}, "omr-larande", "omr-klimat") == "omr-bad"
    assert named("source", {"titel": "Budget 2027"}, "kalla-a", "kalla-b") == "kalla-budget-2027"
    assert named("source", {"titel": "A"}, "kalla-a", "kalla-b") == "kalla-a-2"
    assert named("vision", {"rubrik": "Vision 2045"}, "vision-2035") == "vision-2045"
    decision = {"organ": "kf", "datum": "2026-11-23", "paragraf": "98"}
    assert named("decision", decision) == "kf-2026-98"
    long = named("news", {"rubrik": "Ett långt namn som ingen orkar läsa till slutet av raden"})
    assert long == "ett-langt-namn-som-ingen-orkar-lasa-till"


@pytest.mark.parametrize("command", [one.name for one in entry_commands()])
def test_every_kind_of_object_can_be_written_and_read(site, command, capsys):
    before = comments(text_of(site, "mal.yml"))
    assert new(site, command) == 0
    assert "Skrivet: " in capsys.readouterr().out
    assert load_site(site).kommuner
    assert {code for code, _ in errors(site)} <= {"KV103"}
    assert comments(text_of(site, "mal.yml"))[: len(before) - 1] == before[:-1]


def test_a_call_that_cannot_be_right_writes_nothing_and_says_what_can_be_chosen(site, capsys):
    before = snapshot(site)
    for words, message in [
        (("mål", "--nivå", "maal"), "Ingen nivå har id maal. Välj bland: omrade, mal"),
        (("mål", "--id", "utb-1"), "Id utb-1 finns redan."),
        (("mål", "--id", "Å B"), "Å B kan inte vara ett id."),
        (("mål", "--kommun", "nyby"), "nyby"),
        (("malet",), "Menade du"),
    ]:
        assert new(site, *words) == 2
        assert message in capsys.readouterr().err
    assert snapshot(site) == before


def test_several_kommuner_must_be_told_apart_and_nobody_is_asked_without_a_terminal(site, capsys):
    write_files(site, {"data/nyby/kommun.yml": "kommun:\n  namn: Nyby\n  kod: '9998'\n"})
    assert new(site, "källa", "--titel", "Budget 2027") == 2
    assert "Ange --kommun med något av: exempelby, nyby." in capsys.readouterr().err
    assert new(site, "källa", "--titel", "Budget 2027", "--kommun", "nyby", "--kort") == 0
    text = (site / "data/nyby/kallor.yml").read_text("utf-8")
    assert text == (
        "# yaml-language-server: $schema=../../schema/kallor.schema.json\n"
        "format: 1\n\nkällor:\n  - id: budget-2027\n    titel: Budget 2027\n"
    )


def test_a_file_that_cannot_be_read_stops_it(site, capsys):
    write_files(site, {"data/exempelby/fel.yml": "mål: [\n"})
    before = snapshot(site)
    assert new(site, "mål", "--rubrik", "Nytt") == 1
    told = capsys.readouterr()
    assert "data/exempelby/fel.yml" in told.out
    assert "Ingenting är skrivet." in told.err
    assert snapshot(site) == before


def test_on_a_terminal_it_asks_for_what_is_missing(site, monkeypatch, capsys):
    answers = {"nivå": "mal", "rubrik": "Fler simmar", "källa": "budget", "ansvariga": "alla"}

    def answer(question: str, **_settings: object) -> str:
        key = question.rpartition("\n")[2]
        return answers.get(key, "")

    monkeypatch.setattr(new_entry, "_asks", lambda: True)
    monkeypatch.setattr(new_entry.click, "prompt", answer)
    assert new(site, "mål", "--överordnade", "omr-larande", "--kort") == 0
    goal = told(site, "mal.yml")["mål"][3]
    assert goal == {
        "id": "utb-3",
        "utkast": "ja",
        "nivå": "mal",
        "rubrik": "Fler simmar",
        "överordnade": ["omr-larande"],
        "status": "förslag",
        "ansvariga": ["alla"],
        "källa": "budget",
    }
    assert "Tryck Enter för att hoppa över en." in capsys.readouterr().err
