"""Git: is it there, does it read the repository, and does it know the whole history."""

from __future__ import annotations

from pathlib import Path

from kommunvision import repository
from kommunvision.doctor.finding import Finding


def git(root: Path) -> Finding:
    """Judge what git can say about a site."""
    shallow = _ask(root, "rev-parse", "--is-shallow-repository")
    if shallow is None:
        return Finding("git_missing")
    if not shallow.well:
        foreign = "dubious ownership" in shallow.complaint
        return Finding("git_foreign", path=root.resolve()) if foreign else Finding("git_none")
    if shallow.text.strip() != "false":
        return Finding("git_shallow")
    head = _ask(root, "rev-parse", "--verify", "--quiet", "HEAD")
    return Finding("git" if head and head.well else "git_empty")


def committed(root: Path, path: str) -> bool | None:
    """Whether a file stands in git as it is; none where git cannot tell."""
    asked = _ask(root, "status", "--porcelain", "--ignored", "--", path)
    return not asked.text.strip() if asked and asked.well else None


def _ask(root: Path, *words: str) -> repository.Answer | None:
    """Return the answer of git; none if there is no git."""
    try:
        return repository.read(root, *words)
    except OSError:
        return None
