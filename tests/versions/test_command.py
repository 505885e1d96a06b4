"""``kommunvision changes`` reads the earlier version out of git, and leaves the repository alone."""

import os
import subprocess
from pathlib import Path

import pytest

from kommunvision import cli
from tests.helpers import write_files
from tests.projects import GOALS, project, snapshot


def git(root: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(root), "-c", "user.name=Ada", "-c", "user.email=ada@by.example", *words],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return done.stdout.strip()


def commit(root: Path, words: str = "En ändring") -> str:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", words)
    return git(root, "rev-parse", "HEAD")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with one commit on main, and a changed goal on a branch that is not committed."""
    root = project(tmp_path / "plats")
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root)
    git(root, "switch", "--quiet", "--create", "gren")
    write_files(root, {"data/exempelby/mal.yml": GOALS.replace("Fler unga", "Många unga")})
    return root


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    capsys.readouterr()
    code = cli.run(["changes", *map(str, words)])
    out, err = capsys.readouterr()
    return code, out, err


def test_a_branch_is_held_against_where_it_left_main(capsys, site):
    base = git(site, "rev-parse", "main")
    commit(site, "Byt rubrik")
    git(site, "switch", "--quiet", "main")
    write_files(site, {"content/exempelby/ny.md": "# Ny\n"})
    commit(site, "Något annat")
    git(site, "switch", "--quiet", "gren")
    code, out, err = run(capsys, "--root", site)
    assert (code, err) == (0, "")
    assert f"Jämfört med versionen {base[:8]}." in out
    assert "Ett mål har ändrats. Inga nya sidor, inga borttagna adresser." in out
    assert "Hette förut ”Fler unga når gymnasieexamen”" in out


def test_main_is_held_against_the_commit_before(capsys, site):
    git(site, "switch", "--quiet", "main")
    commit(site)
    code, out, _ = run(capsys, "--root", site)
    assert code == 0
    assert "Ett mål har ändrats." in out


def test_what_is_not_yet_committed_counts_and_the_repository_is_left_as_it_was(capsys, site):
    write_files(site, {"content/exempelby/ny.md": "# Ny\n"})
    before = snapshot(site)
    code, out, _ = run(capsys, "HEAD", "--root", site, "--format", "markdown")
    assert code == 0
    assert "## Det här ändras" in out
    assert "En ny sida, inga borttagna adresser." in out
    assert snapshot(site) == before
    assert git(site, "worktree", "list").count("\n") == 0


def test_nothing_of_the_repository_is_run_to_read_it(capsys, site, tmp_path):
    trap = tmp_path / "kört"
    script = tmp_path / "fälla"
    script.write_text(f"#!/bin/sh\ntouch {trap}\ncat\n", encoding="utf-8")
    script.chmod(0o755)
    write_files(site, {".gitattributes": "*.yml filter=trap export-ignore\n"})
    commit(site)
    for key in ("filter.trap.smudge", "filter.trap.clean", "core.fsmonitor", "core.pager"):
        git(site, "config", key, str(script))
    for name in ("post-checkout", "post-index-change", "reference-transaction"):
        hook = site / ".git" / "hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_bytes(script.read_bytes())
        hook.chmod(0o755)
    trap.unlink(missing_ok=True)
    code, out, _ = run(capsys, "main", "--root", site)
    assert (code, trap.exists()) == (0, False)
    assert "Ett mål har ändrats." in out


def test_a_link_of_the_old_version_leads_nowhere(capsys, site, tmp_path):
    (tmp_path / "hemligt.yml").write_text("mål: []\n", encoding="utf-8")
    (site / "data/exempelby/lank.yml").symlink_to(tmp_path / "hemligt.yml")
    (site / "content/ut").symlink_to(tmp_path)
    commit(site)
    (site / "data/exempelby/lank.yml").unlink()
    (site / "content/ut").unlink()
    code, out, _ = run(capsys, "HEAD", "--root", site)
    assert code == 0
    assert "Inget har ändrats" in out


def test_a_site_in_a_folder_of_a_repository_and_a_single_kommun_are_read_too(capsys, tmp_path):
    root = tmp_path / "allt" / "plats"
    write_files(
        root,
        {
            "data/kommun.yml": "kommun:\n  namn: By\n  formellt_namn: By kommun\n  påhittad: ja\n",
            "content/index.md": "# By\n",
        },
    )
    git(root.parent, "init", "--quiet", "--initial-branch", "main")
    commit(root.parent)
    write_files(root, {"content/om.md": "# Om\n"})
    code, out, _ = run(capsys, "HEAD", "--root", root)
    assert code == 0
    assert "By\n\nEn ny sida, inga borttagna adresser." in out


def test_errors_of_the_old_version_are_said(capsys, site):
    git(site, "stash", "--quiet")
    write_files(site, {"data/exempelby/mal.yml": GOALS.replace("[larande]", "[larnade]")})
    commit(site)
    write_files(site, {"data/exempelby/mal.yml": GOALS.replace("Fler unga", "Många unga")})
    code, out, _ = run(capsys, "HEAD", "--root", site)
    assert code == 0
    assert "Den äldre versionen hade fel i filerna." in out
    assert "överordnade" in out


def test_an_old_version_without_data_makes_everything_new(capsys, tmp_path):
    root = tmp_path / "plats"
    root.mkdir()
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root)
    project(root)
    code, out, _ = run(capsys, "HEAD", "--root", root)
    assert code == 0
    assert "Exempelby är ny på webbplatsen." in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["finns-inte"], "Fel: Git känner inte till versionen finns-inte."),
        (["--upload-pack=x"], "Fel: Alternativet --upload-pack finns inte."),
        (["--", "--output=x"], "Fel: Git känner inte till versionen --output=x."),
    ],
)
def test_a_version_that_is_not_there_is_said_in_swedish(capsys, site, words, said):
    code, out, err = run(capsys, "--root", site, *words)
    assert (code, out) == (2, "")
    assert err.startswith(said)


def test_a_first_version_has_nothing_before_it(capsys, tmp_path):
    root = project(tmp_path / "plats")
    git(root, "init", "--quiet", "--initial-branch", "main")
    assert "första versionen" in run(capsys, "--root", root)[2]
    commit(root)
    assert "första versionen" in run(capsys, "--root", root)[2]


def test_a_shallow_clone_is_told_how_to_get_the_rest(capsys, site, tmp_path):
    commit(site)
    clone = tmp_path / "grund"
    git(tmp_path, "clone", "--quiet", "--depth", "1", "--branch", "gren", site.as_uri(), str(clone))
    for words in ([], ["main"]):
        code, _, err = run(capsys, *words, "--root", clone)
        assert code == 2
        assert "git fetch --unshallow" in err
        assert "fetch-depth: 0" in err


def test_without_git_or_a_repository_it_is_said(capsys, site, tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert "ligger inte under git" in run(capsys, "--root", project(tmp_path / "utan"))[2]
    monkeypatch.setenv("PATH", os.devnull)
    assert "Programmet git saknas" in run(capsys, "--root", site)[2]
