"""``kommunvision format`` gives files back what a form editor took: comments, order, layout."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from kommunvision import cli
from kommunvision.amend import content, restored
from tests.helpers import write_files

GOALS = """\
# Målen som fullmäktige beslutade 2022.
mål:
  # Områden
  - id: larande
    nivå: omrade
    nummer: "1"
    rubrik: Nyfikna hela livet
    text: >-
      Den som lär sig något nytt har roligare i dag och lättare i morgon, och det är aldrig
      för sent.
    teman: [utbildning, barn-unga]
    källa: budget   # sidan 8

  # Det här målet är omdiskuterat.
  - id: utb-2
    nivå: mal
    rubrik: 'Fler unga når examen'
    överordnade: [larande]
    källa: {id: budget, plats: sidan 9}
"""


def git(root: Path, *words: str) -> str:
    who = ("-c", "user.name=Ada", "-c", "user.email=ada@by.example", "-c", "core.autocrlf=false")
    done = subprocess.run(
        ["git", "-C", str(root), *who, *words], check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout.strip()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write_files(tmp_path, {"data/exempelby/mal.yml": GOALS})
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "Målen")
    return tmp_path


def in_a_form(site: Path, change) -> Path:
    """Change a file as a form editor does: everything is written anew, without comments."""
    path = site / "data/exempelby/mal.yml"
    told, _ = content(path.read_text("utf-8"), path.name)
    change(told["mål"])
    path.write_text(yaml.safe_dump(told, allow_unicode=True, sort_keys=True), "utf-8")
    return path


def run(site: Path, *words: str) -> int:
    return cli.run(["format", "--root", str(site), *words])


def test_what_was_not_changed_in_the_form_is_as_it_was(site, capsys):
    path = in_a_form(site, lambda goals: goals[1].update(rubrik="Alla unga når examen"))
    assert run(site) == 0
    assert path.read_text("utf-8") == GOALS.replace("Fler unga", "Alla unga")
    assert "data/exempelby/mal.yml har fått tillbaka sin uppställning." in capsys.readouterr().out
    assert run(site) == 0
    assert capsys.readouterr().out == "Alla filer har rätt uppställning.\n"


def test_a_goal_from_a_form_gets_the_order_of_keys_that_others_have(site):
    def add(goals):
        goals.append(
            {
                "överordnade": ["larande"],
                "rubrik": "Fler böcker",
                "nivå": "mal",
                "id": "utb-3",
                "text": "",
            }
        )

    path = in_a_form(site, add)
    assert run(site) == 0
    assert path.read_text("utf-8") == GOALS + (
        "\n  - id: utb-3\n    nivå: mal\n    rubrik: Fler böcker\n    överordnade: [larande]\n"
    )


def test_what_a_form_says_in_other_words_is_said_as_before(site):
    def change(goals):
        goals[0].update(källa={"id": "budget"}, beskrivning="", text=goals[0]["text"] + "\n")
        goals[1].update(överordnade="larande")

    path = in_a_form(site, change)
    assert run(site) == 0
    assert path.read_text("utf-8") == GOALS


def test_the_check_names_the_file_changes_nothing_and_fails(site, capsys):
    path = in_a_form(site, lambda goals: goals.pop())
    before = path.read_bytes()
    assert run(site, "--check") == 1
    assert path.read_bytes() == before
    told = capsys.readouterr()
    assert told.out == "data/exempelby/mal.yml skulle få tillbaka sin uppställning.\n"
    assert told.err == "Ordna dem med: kommunvision format\n"


def test_a_file_that_a_person_has_written_is_left_alone(site):
    path = site / "data/exempelby/mal.yml"
    mine = "# Mina mål\nmål:\n- {id: larande, rubrik: 'Nytt'}\n"
    path.write_text(mine, "utf-8")
    assert run(site) == 0
    assert path.read_text("utf-8") == mine


def test_a_new_file_without_comments_gets_the_layout_of_the_house(site):
    text = "källor: [{titel: Budget, id: budget, utgivare: Exempelby kommun}]\n"
    write_files(site, {"data/exempelby/kallor.yml": text})
    assert run(site) == 0
    assert (site / "data/exempelby/kallor.yml").read_text("utf-8") == (
        "# yaml-language-server: $schema=../../schema/kallor.schema.json\n"
        "källor:\n  - id: budget\n    titel: Budget\n    utgivare: Exempelby kommun\n"
    )


def test_an_earlier_version_can_be_named(site, capsys):
    path = in_a_form(site, lambda goals: goals[0].update(nummer="7"))
    git(site, "commit", "--quiet", "--all", "--message", "Från formuläret")
    assert run(site) == 0
    assert "# Områden" not in path.read_text("utf-8")
    assert run(site, "--mot", "HEAD~1") == 0
    assert path.read_text("utf-8") == GOALS.replace('"1"', '"7"')
    capsys.readouterr()
    assert run(site, "--mot", "finns-inte") == 2
    assert "Git känner inte till versionen finns-inte." in capsys.readouterr().err


def test_only_the_named_files_are_looked_at(site, capsys):
    in_a_form(site, lambda goals: goals.pop())
    write_files(site, {"data/exempelby/teman.yml": "teman: [{id: a, namn: A}]\n"})
    assert run(site, str(site / "data/exempelby/teman.yml")) == 0
    assert "mal.yml" not in capsys.readouterr().out
    assert run(site, "README.md") == 2
    assert "README.md är ingen datafil under data/." in capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_told_of_and_the_others_are_mended(site, capsys):
    path = in_a_form(site, lambda goals: goals.reverse())
    write_files(site, {"data/exempelby/fel.yml": "mål: [\n"})
    assert run(site) == 1
    assert "data/exempelby/fel.yml" in capsys.readouterr().out
    assert "# Det här målet är omdiskuterat." in path.read_text("utf-8")


def test_windows_line_ends_of_the_working_copy_are_kept(site):
    path = in_a_form(site, lambda goals: goals[1].update(rubrik="Alla unga når examen"))
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert run(site) == 0
    wanted = GOALS.replace("Fler unga", "Alla unga").replace("\n", "\r\n")
    assert path.read_bytes().decode() == wanted


def test_without_git_a_file_with_comments_is_left_alone(tmp_path, capsys):
    write_files(tmp_path, {"data/exempelby/mal.yml": GOALS})
    assert run(tmp_path) == 0
    assert (tmp_path / "data/exempelby/mal.yml").read_text("utf-8") == GOALS


def test_every_data_file_of_the_site_comes_back_from_a_form_as_it_was(repository):
    for path in sorted((repository / "data").rglob("*.yml")):
        text = path.read_text("utf-8")
        told, _ = content(text, path.name)
        rewritten = yaml.safe_dump(told, allow_unicode=True, sort_keys=True)
        assert restored(rewritten, text, path.name)[0] == text, path


def test_the_hooks_for_other_repositories_are_sound_and_give_commands_that_there_are(repository):
    file = repository / ".pre-commit-hooks.yaml"
    words = [sys.executable, "-m", "pre_commit", "validate-manifest", str(file)]
    done = subprocess.run(words, check=False, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout
    for hook in yaml.safe_load(file.read_text("utf-8")):
        program, command = hook["entry"].split()
        assert program == "kommunvision"
        assert command in cli.program.commands
