"""Git: is it there, does it read the repository, and does it know the whole history."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from kommunvision.doctor.finding import Finding


def git(root: Path) -> Finding:
    """Judge what git can say about a site."""
    shallow = _ask(root, "rev-parse", "--is-shallow-repository")
    if shallow is None:
        return Finding("git_missing")
    if shallow.returncode:
        # The words of git are English here, whatever language it speaks otherwise.
        foreign = "dubious ownership" in shallow.stderr
        return Finding("git_foreign", path=root.resolve()) if foreign else Finding("git_none")
    if shallow.stdout.strip() != "false":
        return Finding("git_shallow")
    head = _ask(root, "rev-parse", "--verify", "--quiet", "HEAD")
    return Finding("git" if head and not head.returncode else "git_empty")


def committed(root: Path, path: str) -> bool | None:
    """Whether a file stands in git as it is; none where git cannot tell."""
    asked = _ask(root, "status", "--porcelain", "--ignored", "--", path)
    return None if asked is None or asked.returncode else not asked.stdout.strip()


def _ask(root: Path, *words: str) -> subprocess.CompletedProcess[str] | None:
    """Return the answer of git; none if there is no git."""
    try:
        return subprocess.run(  # noqa: S603 - fixed words, and paths of the site itself
            ["git", "-C", str(root), *words],  # noqa: S607 - the git of whoever asks
            capture_output=True,
            check=False,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, "LC_ALL": "C"},
        )
    except OSError:
        return None
