"""``kommunvision migrate`` lifts data files of an older format: all or none, and nothing is lost."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kommunvision import cli
from kommunvision.load.folder import FORMAT
from kommunvision.load.tree import Mapping, Scalar, Sequence
from kommunvision.migrate import STEPS, Edit, lift, write
from tests.helpers import write_files
from tests.projects import project, snapshot

GOALS = """\
# Målen, som fullmäktige beslutade dem.
mål:
- id: utb-2   # det första
  rubrik: "Fler unga"
- {id: utb-3, rubrik: Fler äldre}
"""


def heading_becomes_name(path: str, top: Mapping) -> Iterator[Edit]:
    """A step: the key ``rubrik`` of goals is called ``namn``."""
    for _, goals in top.entries:
        for goal in goals.items if isinstance(goals, Sequence) else ():
            for key, _ in goal.entries:
                if key.text == "rubrik":
                    yield Edit(key.origin, key.origin.length, "namn")


def names_are_long(path: str, top: Mapping) -> Iterator[Edit]:
    """A step that rests on the one before: what ``namn`` says gets a mark."""
    for _, goals in top.entries:
        for goal in goals.items if isinstance(goals, Sequence) else ():
            for key, value in goal.entries:
                if key.text == "namn" and isinstance(value, Scalar):
                    yield Edit(value.origin, value.origin.length, f'"{value.text}!"')


def nothing(path: str, top: Mapping) -> Iterator[Edit]:
    """A step that changes nothing but the format."""
    yield from ()


def site(root: Path, files: dict[str, str | bytes]) -> Path:
    write_files(root, {f"data/exempelby/{name}": text for name, text in files.items()})
    return root


def test_the_engine_reads_the_format_that_the_steps_lead_to():
    assert int(FORMAT) == 1 + len(STEPS)


def test_a_step_changes_what_it_names_and_keeps_every_comment(tmp_path):
    root = site(tmp_path, {"mal.yml": GOALS})
    files, problems = lift(root, (heading_becomes_name,))
    assert not problems
    write(root, files)
    assert (root / "data/exempelby/mal.yml").read_text("utf-8") == (
        "# Målen, som fullmäktige beslutade dem.\n"
        "format: 2\n"
        "mål:\n"
        "- id: utb-2   # det första\n"
        '  namn: "Fler unga"\n'
        "- {id: utb-3, namn: Fler äldre}\n"
    )


def test_steps_are_taken_in_order_from_the_format_of_each_file(tmp_path):
    steps = (heading_becomes_name, names_are_long)
    second = "format: 2 # nyare\nmål:\n- {id: b, rubrik: kvar, namn: Två}\n"
    third = "format: 3\nmål:\n- {id: c, namn: Tre}\n"
    root = site(tmp_path, {"mal.yml": GOALS, "b.yml": second, "c.yml": third})
    files, _ = lift(root, steps)
    assert [(file.path, file.version) for file in files] == [
        ("data/exempelby/b.yml", 2),
        ("data/exempelby/mal.yml", 1),
    ]
    assert files[0].after == 'format: 3 # nyare\nmål:\n- {id: b, rubrik: kvar, namn: "Två!"}\n'
    assert '- {id: utb-3, namn: "Fler äldre!"}\n' in files[1].after


def test_a_second_time_there_is_nothing_to_lift(tmp_path):
    root = site(tmp_path, {"mal.yml": GOALS})
    steps = (heading_becomes_name, names_are_long)
    write(root, lift(root, steps)[0])
    before = snapshot(root)
    assert lift(root, steps)[0] == ()
    write(root, lift(root, steps)[0])
    assert snapshot(root) == before


def test_lines_end_as_they_did(tmp_path):
    root = site(tmp_path, {"mal.yml": GOALS.replace("\n", "\r\n").encode()})
    write(root, lift(root, (nothing,))[0])
    made = (root / "data/exempelby/mal.yml").read_bytes()
    assert b"format: 2\r\nm\xc3\xa5l:\r\n" in made
    assert made.count(b"\n") == made.count(b"\r\n")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("format: 3\nmål: []\n", "KV014"),
        ("format: ny\nmål: []\n", "KV014"),
        ("format: [1]\nmål: []\n", "KV014"),
        ("mål: [\n", "KV003"),
        (b"m\xe5l: []\n", "KV001"),
    ],
)
def test_if_one_file_cannot_be_lifted_none_is(tmp_path, text, code):
    root = site(tmp_path, {"a.yml": GOALS, "b.yml": text})
    files, problems = lift(root, (nothing,))
    assert files == ()
    assert [one.code for one in problems] == [code]


def test_if_one_file_cannot_be_written_all_are_as_they_were(tmp_path):
    root = site(tmp_path, {"a.yml": GOALS, "b.yml": GOALS})
    before = snapshot(root)
    files, _ = lift(root, (nothing,))
    (root / "data/exempelby/b.yml").unlink()
    with pytest.raises(FileNotFoundError):
        write(root, files)
    (root / "data/exempelby/b.yml").write_text(GOALS, encoding="utf-8")
    assert snapshot(root) == before


def test_what_the_engine_writes_itself_has_no_format(tmp_path):
    ledger = {"data/adresser.yml": "adresser:\n- a/\n", "data/exempelby/las.yml": "lås: []\n"}
    write_files(tmp_path, ledger)
    files, problems = lift(tmp_path, (nothing,))
    assert files == ()
    assert not problems


def run(capsys, *words: object) -> tuple[int, str, str]:
    code = cli.run(["migrate", *map(str, words)])
    out, err = capsys.readouterr()
    return code, out, err


def test_the_command_has_nothing_to_do_for_files_of_today(capsys, tmp_path, repository):
    for root in (project(tmp_path), repository):
        code, out, err = run(capsys, "--root", root)
        assert (code, err) == (0, "")
        assert out == "Alla datafiler har det nyaste formatet. Ingenting är ändrat.\n"


def test_the_command_shows_what_it_changes_and_first_only_shows_it(capsys, tmp_path, monkeypatch):
    # The module, which shares its name with the command.
    module = sys.modules["kommunvision.cli.migrate"]
    monkeypatch.setattr(module, "STEPS", (heading_becomes_name,))
    root = site(tmp_path, {"mal.yml": GOALS})
    before = snapshot(root)
    shown = (
        "data/exempelby/mal.yml: format 1 blir format 2\n"
        "  +format: 2\n"
        '  -  rubrik: "Fler unga"\n'
        "  -- {id: utb-3, rubrik: Fler äldre}\n"
        '  +  namn: "Fler unga"\n'
        "  +- {id: utb-3, namn: Fler äldre}\n"
    )
    code, out, _ = run(capsys, "--root", root, "--dry-run")
    assert (code, out) == (
        0,
        f"{shown}Antal filer som skulle göras om: 1. Ingenting är ändrat.\n",
    )
    assert snapshot(root) == before
    code, out, _ = run(capsys, "--root", root)
    assert out == f"{shown}Antal filer som gjordes om: 1. Kontrollera dem med: kommunvision check\n"
    assert snapshot(root) != before


def test_the_command_refuses_files_of_a_newer_format(capsys, tmp_path):
    root = site(tmp_path, {"mal.yml": "format: 2\nmål: []\n"})
    code, out, err = run(capsys, "--root", root)
    assert code == 1
    assert 'data/exempelby/mal.yml:1:9: fel KV014: Dataformatet "2" är okänt.' in out
    assert err == "Ingen fil är ändrad. Rätta felen först.\n"
