"""Publishing to a branch: a commit with the site and nothing else, and never by force."""

import os
import subprocess
from pathlib import Path

import pytest

from kommunvision import cli
from tests.projects import snapshot
from tests.publish.sites import edition, write_site

WHO = {
    "GIT_AUTHOR_NAME": "Ärla Nyström", "GIT_AUTHOR_EMAIL": "arla@exempelby.example",
    "GIT_AUTHOR_DATE": "2026-03-02T09:30:00+01:00",
    "GIT_COMMITTER_NAME": "Bo Ek", "GIT_COMMITTER_EMAIL": "bo@exempelby.example",
    "GIT_COMMITTER_DATE": "2026-03-03T10:00:00+01:00",
}  # fmt: skip


def git(folder: Path, *words: str) -> str:
    """Run git somewhere; gives what it says."""
    return subprocess.run(
        ["git", "-C", str(folder), *words],
        check=True, capture_output=True, encoding="utf-8", env={**os.environ, **WHO},
    ).stdout.removesuffix("\n")  # fmt: skip


def working_copy(folder: Path) -> Path:
    """A repository with a remote and one commit."""
    remote, root = folder / "fjarr.git", folder / "arkiv"
    git(folder, "init", "-q", "--bare", str(remote))
    git(folder, "init", "-q", "-b", "main", str(root))
    git(root, "remote", "add", "origin", f"file://{remote}")
    (root / "las-mig.txt").write_text("mål\n", encoding="utf-8")
    (root / ".gitignore").write_text("/site/\n*.css\n")
    git(root, "add", "las-mig.txt", ".gitignore")
    git(root, "commit", "-q", "-m", "Börja")
    git(root, "push", "-q", "origin", "main")
    return root


@pytest.fixture
def root(tmp_path, monkeypatch) -> Path:
    # Whoever runs the tests has settings of their own.
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    return working_copy(tmp_path)


def published(root: Path, number: int, capsys, *more: str) -> str:
    """Write an edition and publish it; gives what was said."""
    write_site(root / "site", number)
    capsys.readouterr()
    assert cli.run(["publish", "git:gh-pages", "--root", str(root), *more]) == 0
    return capsys.readouterr().out


def on_branch(root: Path, folder: Path) -> dict[str, bytes]:
    """Every file of the published branch, as whoever fetches it gets it."""
    git(root.parent, "clone", "-q", "-b", "gh-pages", str(root.parent / "fjarr.git"), str(folder))
    return {name: data for name, data in snapshot(folder).items() if not name.startswith(".git/")}


def test_the_branch_has_the_site_byte_for_byte_and_what_is_checked_out_is_not_touched(
    root, tmp_path, capsys
):
    (root / "ny.txt").write_text("inte incheckad")
    before = git(root, "status", "--porcelain"), git(root, "rev-parse", "HEAD")
    out = published(root, 1, capsys)
    assert "Webbplatsen är publicerad." in out
    assert "Filer: 50 nya, 0 ändrade, 0 borttagna, 0 som förut" in out
    assert "Plats: origin/gh-pages" in out
    assert on_branch(root, tmp_path / "ut") == {**snapshot(root / "site"), ".nojekyll": b""}
    assert (git(root, "status", "--porcelain"), git(root, "rev-parse", "HEAD")) == before
    assert git(root, "branch", "--format=%(refname:short)") == "main"


def test_every_publication_is_a_commit_and_one_without_changes_is_none(root, tmp_path, capsys):
    published(root, 1, capsys)
    assert "Filer: 1 nya, 32 ändrade, 1 borttagna, 17 som förut" in published(root, 2, capsys)
    assert published(root, 2, capsys).startswith("Ingenting har ändrats")
    head = git(root, "rev-parse", "HEAD")
    log = git(root.parent / "fjarr.git", "log", "--format=%s|%an|%aI|%cn|%cI", "gh-pages")
    line = f"Publicera webbplatsen från {head[:12]}|Ärla Nyström|2026-03-02T09:30:00+01:00|Bo Ek|2026-03-03T10:00:00+01:00"
    assert log.splitlines() == [line, line]


def test_the_same_site_of_the_same_commit_is_the_same_publication(root, tmp_path, capsys):
    other = tmp_path / "annan"
    other.mkdir()
    published(root, 1, capsys)
    published(working_copy(other), 1, capsys)
    tips = [git(one / "fjarr.git", "rev-parse", "gh-pages") for one in (tmp_path, other)]
    assert tips[0] == tips[1]


def test_one_can_go_back_step_by_step_and_the_history_is_kept(root, tmp_path, capsys):
    for number in (1, 2, 3):
        published(root, number, capsys)
    words = ["publish", "git:gh-pages", "--root", str(root)]
    for number in (2, 1):
        assert cli.run([*words, "--rollback"]) == 0
        files = on_branch(root, tmp_path / f"ut-{number}")
        assert edition(files["index.html"]) == number
    assert cli.run([*words, "--rollback"]) == 2
    published(root, 4, capsys)
    assert git(tmp_path / "fjarr.git", "rev-list", "--count", "gh-pages") == "6"
    cli.run([*words, "--list"])
    assert [line.partition("  ")[2] for line in capsys.readouterr().out.splitlines()] == [
        "visas nu",
        "går att gå tillbaka till",
    ]
    assert cli.run([*words, "--rollback"]) == 0
    assert edition(on_branch(root, tmp_path / "sist")["index.html"]) == 1


def test_a_clone_without_history_publishes_and_goes_back_and_a_whole_one_stays_whole(
    root, tmp_path, capsys
):
    for number in (1, 2):
        published(root, number, capsys)
    assert git(root, "rev-parse", "--is-shallow-repository") == "false"
    shallow = tmp_path / "grund"
    git(
        tmp_path,
        "clone",
        "-q",
        "--depth=1",
        "-b",
        "main",
        f"file://{tmp_path}/fjarr.git",
        str(shallow),
    )
    published(shallow, 3, capsys)
    assert git(tmp_path / "fjarr.git", "rev-list", "--count", "gh-pages") == "3"
    for number in (2, 1):
        assert cli.run(["publish", "git:gh-pages", "--root", str(shallow), "--rollback"]) == 0
        assert edition(on_branch(root, tmp_path / f"ut-{number}")["index.html"]) == number


def test_somebody_elses_publication_meanwhile_is_never_overwritten(root, tmp_path, capsys):
    published(root, 1, capsys)
    remote = tmp_path / "fjarr.git"
    # The remote moves on between our looking and our sending.
    other = git(remote, "commit-tree", "gh-pages^{tree}", "-p", "gh-pages", "-m", "Någon annan")
    hook = root / ".git/hooks/pre-push"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(
        f'#!/bin/sh\ncase $(cat) in *gh-pages*) git -C "{remote}" update-ref refs/heads/gh-pages {other};; esac\n'
    )
    hook.chmod(0o755)
    write_site(root / "site", 2)
    assert cli.run(["publish", "git:gh-pages", "--root", str(root)]) == 1
    err = capsys.readouterr().err
    assert err.startswith("Fel: Git kunde inte publicera. Git säger:\n")
    assert err.endswith("Det som redan är publicerat är orört.\n")
    assert git(remote, "rev-parse", "gh-pages") == other


def test_a_branch_with_sources_is_left_alone(root, capsys):
    write_site(root / "site", 1)
    before = git(root.parent / "fjarr.git", "rev-parse", "main")
    assert cli.run(["publish", "git:main", "--root", str(root)]) == 2
    assert "Grenen origin/main innehåller annat än en webbplats" in capsys.readouterr().err
    assert git(root.parent / "fjarr.git", "rev-parse", "main") == before


def test_what_is_missing_is_told_in_swedish(root, tmp_path, capsys, monkeypatch):
    def said(folder: Path) -> str:
        write_site(folder / "site", 1)
        assert cli.run(["publish", "git:gh-pages", "--root", str(folder)]) == 2
        return capsys.readouterr().err

    assert "Git-arkivet har ingen fjärr som heter origin." in said_without_remote(root, said)
    bare = tmp_path / "utan"
    bare.mkdir()
    assert "hör inte till något git-arkiv" in said(bare)
    git(bare, "init", "-q")
    git(bare, "remote", "add", "origin", str(tmp_path / "fjarr.git"))
    assert "har inga incheckningar än" in said(bare)
    monkeypatch.setenv("PATH", "")
    assert "Programmet git saknas på den här datorn." in said(root)


def said_without_remote(root: Path, said) -> str:
    git(root, "remote", "rename", "origin", "annan")
    words = said(root)
    git(root, "remote", "rename", "annan", "origin")
    return words


def test_the_address_that_github_has_noted_on_the_branch_stays(root, tmp_path, capsys):
    published(root, 1, capsys)
    published(root, 2, capsys)
    # Where somebody chooses an address of one's own, GitHub makes a commit with it.
    theirs = tmp_path / "github"
    git(tmp_path, "clone", "-q", "-b", "gh-pages", str(tmp_path / "fjarr.git"), str(theirs))
    (theirs / "CNAME").write_text("mal.exempelby.example\n")
    git(theirs, "add", "CNAME")
    git(theirs, "commit", "-q", "-m", "Create CNAME")
    git(theirs, "push", "-q", "origin", "gh-pages")

    assert published(root, 2, capsys).startswith("Ingenting har ändrats")
    assert cli.run(["publish", "git:gh-pages", "--root", str(root), "--rollback"]) == 0
    back = on_branch(root, tmp_path / "ett")
    assert (edition(back["index.html"]), back["CNAME"]) == (1, b"mal.exempelby.example\n")
    published(root, 3, capsys)
    now = on_branch(root, tmp_path / "tre")
    assert (edition(now["index.html"]), now["CNAME"]) == (3, b"mal.exempelby.example\n")


def test_an_address_that_the_site_itself_has_is_published(root, tmp_path):
    """A layout of the site's own may bring the file; then that says which address it is."""
    for number in (1, 2):
        write_site(root / "site", number)
        (root / "site/CNAME").write_text(f"mal{number}.exempelby.example\n")
        assert cli.run(["publish", "git:gh-pages", "--root", str(root)]) == 0
        now = on_branch(root, tmp_path / str(number))
        assert now["CNAME"] == f"mal{number}.exempelby.example\n".encode()
