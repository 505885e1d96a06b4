"""What has vanished from the data files is told of where that was done, once."""

import subprocess
from pathlib import Path

import pytest

from kommunvision import cli, pipeline, repository
from kommunvision.report import findings
from tests.check.examples import BASE, EVIDENCE, UNASSESSED
from tests.helpers import write_files

GOALS = """
mål:
- {id: skola, nivå: omrade, rubrik: A}
- {id: utb-1, nivå: mal, rubrik: B, överordnade: skola}
- {id: utb-2, nivå: mal, rubrik: C, överordnade: skola}
- {id: utb-3, nivå: mal, rubrik: D, överordnade: skola}
"""

REPORTED = """
uppföljningar:
- id: ar-2025
  namn: År 2025
  slag: årsredovisning
  period: 2025
  omdömen:
  - {om: skola, kommentar: Det går bra.}
  - {om: utb-1, kommentar: Det går bra.}
  - {om: utb-2, kommentar: Det går bra.}
  - {om: utb-3, kommentar: Det går bra.}
"""

LEDGER = "adresser:\n" + "".join(
    f"- exempelby/mal/{key}/\n" for key in ("skola", "utb-1", "utb-2", "utb-3")
)


def found(root, goals, ledger="", **other):
    files = {
        **BASE,
        "data/exempelby/mal.yml": goals,
        "data/exempelby/uppfoljning.yml": REPORTED,
        **({"data/adresser.yml": ledger} if ledger else {}),
        **{f"data/exempelby/{name}.yml": one for name, one in other.items()},
    }
    write_files(root, files)
    problems = pipeline.check(root).problems
    return [one for one in problems if one.code not in {*EVIDENCE, UNASSESSED}]


def test_a_file_that_has_been_emptied_is_one_error_in_that_file(tmp_path):
    for goals in ("", "# Målen\n", "mål:\n", "mål: []\n"):
        for ledger in ("", LEDGER):
            (one,) = findings(found(tmp_path, goals, ledger))
            assert one.code == "KV026"
            assert one.message == (
                "Filen data/exempelby/mal.yml är tom, men det här saknas: "
                '"skola", "utb-1", "utb-2", "utb-3".'
            )


def test_an_empty_file_that_nobody_misses_is_no_fault(tmp_path):
    assert not found(tmp_path, GOALS, LEDGER, indikatorer="", teman="teman:\n")


def test_an_empty_heading_for_something_else_is_not_to_blame(tmp_path):
    codes = {one.code for one in found(tmp_path, "format: 1\nindikatorer:\n", teman="teman:\n")}
    assert codes == {"KV202"}


def test_a_slip_beside_an_empty_file_is_told_of_as_one(tmp_path):
    (one,) = found(
        tmp_path, GOALS.replace("D, överordnade: skola", "D, överordnade: skolan"), tom=""
    )
    assert (one.code, one.suggestion) == ("KV202", "skola")


def test_a_file_that_has_been_cut_is_one_error_and_names_what_is_gone(tmp_path):
    (one,) = findings(found(tmp_path, GOALS[: GOALS.index("- {id: utb-1")], LEDGER))
    assert one.code == "KV210"
    assert one.message == (
        'Ur filerna i data/exempelby har 3 publicerade id försvunnit: "utb-1", "utb-2", "utb-3".'
    )


def test_an_id_that_has_been_changed_is_one_error_with_one_remedy(tmp_path):
    goals = GOALS.replace("id: utb-2", "id: utb-tva")
    problems = found(tmp_path, goals, LEDGER)
    (one,) = findings(problems)
    assert one.code == "KV822"
    assert one.message.startswith('Id "utb-2" är publicerat men finns inte längre.')
    assert 'Det har troligen bytts till "utb-tva"' in one.message
    assert one.remedy.startswith('Skriv "tidigare_id: utb-2" på "utb-tva", och byt till "utb-tva"')


def test_a_published_id_that_is_gone_is_not_taken_for_a_slip(tmp_path):
    goals = GOALS[: GOALS.index("- {id: utb-3")]
    told = {one.code: one.suggestion for one in found(tmp_path, goals, LEDGER)}
    assert told == {"KV202": None, "KV806": None}


def commit(root: Path) -> str:
    """Commit all files; gives what the version is called in short."""

    def git(*words: str) -> str:
        who = ("-c", "user.name=a", "-c", "user.email=a@a.example")
        done = subprocess.run(
            ["git", "-C", str(root), *who, *words], check=True, capture_output=True, text=True
        )
        return done.stdout

    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "-m", "x")
    return git("rev-parse", "HEAD")[:8]


HALF = GOALS[: GOALS.index("- {id: utb-1")]


@pytest.mark.parametrize("later", [None, "indikatorer: []\n"])
@pytest.mark.parametrize("cut", [HALF, HALF + "- {id: ny, nivå: mal, rubrik: E}\n"])
def test_a_file_that_has_been_cut_before_anything_was_published_is_one_error_in_it(
    tmp_path, cut, later
):
    """Git knows what stood there, whether the loss has been committed or not."""
    found(tmp_path, GOALS)
    version = commit(tmp_path)
    for committed in (False, True):
        (one,) = findings(found(tmp_path, cut))
        assert one.code == "KV210"
        assert one.origin.path == "data/exempelby/mal.yml"
        assert one.message == (
            "Ur filen data/exempelby/mal.yml har 3 id försvunnit: "
            '"utb-1", "utb-2", "utb-3". De nämns på 3 ställen.'
        )
        assert f"ur versionen {version} i git" in one.remedy
        assert [str(place) for place in one.related] == [
            f"data/exempelby/uppfoljning.yml:{line}:10" for line in (8, 9, 10)
        ]
        if not committed:
            if later:
                found(tmp_path, cut, indikatorer=later)
            commit(tmp_path)


def test_the_file_is_named_for_published_ids_too(tmp_path):
    found(tmp_path, GOALS, LEDGER)
    commit(tmp_path)
    (one,) = findings(found(tmp_path, HALF, LEDGER))
    assert (one.code, one.origin.path) == ("KV210", "data/exempelby/mal.yml")


def test_a_file_that_is_gone_is_one_error(tmp_path):
    found(tmp_path, GOALS)
    commit(tmp_path)
    (tmp_path / "data/exempelby/mal.yml").unlink()
    (one,) = [one for one in pipeline.check(tmp_path).problems if one.code == "KV210"]
    assert one.origin.path == "data/exempelby/mal.yml"
    assert not [one for one in pipeline.check(tmp_path).problems if one.code == "KV202"]


def test_ids_that_have_been_changed_or_never_were_are_told_of_where_they_are_named(tmp_path):
    renamed = GOALS
    for key in ("utb-1", "utb-2", "utb-3"):
        renamed = renamed.replace(f"id: {key}", f"id: barn{key[3:]}")
    found(tmp_path, GOALS)
    commit(tmp_path)
    assert {one.code for one in found(tmp_path, renamed)} == {"KV202"}
    never = REPORTED.replace("om: utb", "om: vuxen")
    codes = [one.code for one in found(tmp_path, GOALS, uppfoljning=never)]
    assert codes == ["KV202", "KV202", "KV202"]


def test_git_is_not_asked_when_nothing_is_missed(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(repository, "read", lambda *words: asked.append(words))
    found(tmp_path, GOALS)
    found(tmp_path, GOALS.replace("D, överordnade: skola", "D, överordnade: skolan"))
    assert asked == []


def test_a_file_that_cannot_be_read_has_not_been_cut(tmp_path):
    """Nobody knows what it holds; saved in another encoding, it holds all that it did."""
    found(tmp_path, GOALS)
    commit(tmp_path)
    (tmp_path / "data/exempelby/mal.yml").write_bytes(GOALS.replace("B", "Å").encode("latin-1"))
    codes = {one.code for one in findings(pipeline.check(tmp_path).problems)}
    assert "KV001" in codes
    assert "KV210" not in codes


def test_what_git_knows_is_asked_anew_though_no_file_has_changed(tmp_path, capsys, monkeypatch):
    """A check remembers what it has found, but not what an earlier history said."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    root = tmp_path / "webb"

    def told() -> str:
        cli.run(["check", "--root", str(root)])
        return capsys.readouterr().out

    found(root, GOALS)
    version = commit(root)
    (root / ".git").rename(tmp_path / "undan")
    found(root, HALF)
    assert "KV210" not in told()
    (tmp_path / "undan").rename(root / ".git")
    assert f"ur versionen {version} i git" in told()
