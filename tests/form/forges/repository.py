"""A real repository of git without files beside it, which both forges keep what they are sent in."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

NOBODY = ("Kansliet", "kansliet@exempelby.example")


class MovedError(Exception):
    """The branch is not where whoever commits thinks that it is."""


@dataclass(frozen=True)
class Commit:
    """One commit, as git tells of it."""

    sha: str
    parents: list[str]
    name: str
    email: str
    date: str
    message: str


class Repository:
    """The repository behind a forge."""

    def __init__(self, folder: Path, files: dict[str, str], branch: str = "main") -> None:
        self.folder = folder
        self.branch = branch
        subprocess.run(
            ["git", "init", "--quiet", "--bare", f"--initial-branch={branch}", str(folder)],
            check=True,
        )
        self.commit(branch, dict(files), "Lägg in målen", NOBODY)

    def git(self, *arguments: str, given: str | bytes = b"", **more: str) -> str:
        """Run git; what it writes, whole."""
        data = given.encode() if isinstance(given, str) else given
        result = subprocess.run(
            ["git", "--git-dir", str(self.folder), *arguments],
            input=data,
            capture_output=True,
            check=True,
            env={**os.environ, **more},
        )
        return result.stdout.decode("utf-8")

    def head(self, branch: str) -> str | None:
        try:
            return self.git("rev-parse", "--verify", "--quiet", f"refs/heads/{branch}").strip()
        except subprocess.CalledProcessError:
            return None

    def sha(self, expression: str) -> str | None:
        """Return the object that an expression names, such as ``main:data/mal.yml``."""
        try:
            return self.git("rev-parse", "--verify", "--quiet", expression).strip() or None
        except subprocess.CalledProcessError:
            return None

    def read(self, expression: str) -> str:
        return self.git("cat-file", "blob", expression)

    def tree(self, revision: str) -> list[tuple[str, str, int]]:
        """Return path, id and size of every file."""
        found = []
        for line in self.git("ls-tree", "-r", "-l", "-z", revision).split("\0"):
            if line:
                about, path = line.split("\t")
                found.append((path, about.split()[2], int(about.split()[3])))
        return found

    def log(self, revision: str, path: str | None = None, most: int = 100) -> list[Commit]:
        form = "%H%x1f%P%x1f%an%x1f%ae%x1f%cI%x1f%B%x00"
        where = ["--", path] if path else []
        text = self.git("log", f"-{most}", f"--format={form}", revision, *where)
        found = []
        for one in text.split("\0"):
            if one.strip():
                sha, parents, name, email, date, message = one.strip("\n").split("\x1f")
                found.append(Commit(sha, parents.split(), name, email, date, message.rstrip("\n")))
        return found

    def commit(  # noqa: PLR0913 - what both forges are told of a commit
        self,
        branch: str,
        written: dict[str, str | bytes],
        message: str,
        author: tuple[str, str],
        *,
        gone: tuple[str, ...] = (),
        expected: str | None = None,
        start: str | None = None,
    ) -> str:
        """Put a commit on a branch, all of it or nothing.

        Raises:
            MovedError: The branch is elsewhere than expected.
        """
        head = self.head(branch)
        if expected is not None and head != expected:
            raise MovedError(head)
        parent = head or (self.head(start) if start else None)
        index = {"GIT_INDEX_FILE": str(self.folder / "index.of-forge")}
        self.git("read-tree", parent or "--empty", **index)
        for path in gone:
            self.git("update-index", "--force-remove", path, **index)
        for path, content in written.items():
            blob = self.git("hash-object", "-w", "--stdin", given=content).strip()
            self.git("update-index", "--add", "--cacheinfo", f"100644,{blob},{path}", **index)
        name, email = author
        who = {
            f"GIT_{role}_{part}": value
            for role in ("AUTHOR", "COMMITTER")
            for part, value in (("NAME", name), ("EMAIL", email))
        }
        parents = ["-p", parent] if parent else []
        tree = self.git("write-tree", **index).strip()
        made = self.git("commit-tree", tree, *parents, given=message, **who).strip()
        self.git("update-ref", f"refs/heads/{branch}", made, head or "0" * 40)
        return made

    def point(self, branch: str, sha: str) -> None:
        self.git("update-ref", f"refs/heads/{branch}", sha)

    def remove(self, branch: str) -> None:
        self.git("update-ref", "-d", f"refs/heads/{branch}")

    def changed(self, before: str, after: str) -> list[tuple[str, str]]:
        """Return what became of each file between two commits: a letter and the path."""
        lines = self.git("diff", "--name-status", "-z", before, after).split("\0")
        return list(zip(lines[::2], lines[1::2], strict=False))

    def diff(self, before: str, after: str) -> list[str]:
        """Return the lines that are gone and those that are new, with their signs."""
        lines = self.git("diff", "--unified=0", before, after).splitlines()
        return [one for one in lines if one[:1] in {"+", "-"} and one[:3] not in {"+++", "---"}]
