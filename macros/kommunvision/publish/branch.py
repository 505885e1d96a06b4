"""A branch of the git repository as the target, for GitHub Pages, GitLab Pages and the like.

What is checked out is never touched, and nothing is ever pushed with force.
"""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from kommunvision import repository
from kommunvision.publish.fault import FailedError, RefusedError, UnsureError
from kommunvision.publish.release import Changes, State
from kommunvision.publish.releases import Outcome
from kommunvision.publish.site import Site

# A branch that we have published has a whole site, and this file is in all of them.
_MARK = "404.html"
# GitHub must not take the site for the source of another program.
_PLAIN = ".nojekyll"
# Where GitHub notes that the site has an address of its own; without it nobody finds the site.
_ADDRESS = "CNAME"
# Which commit a commit goes back to, so that the next one goes back further.
_TRAILER = "Kommunvision-rollback"
_COMMIT = re.compile(r"[0-9a-f]{40,64}")
# What git wants to know about whoever makes a commit.
_PERSON = ("NAME", "EMAIL", "DATE")
# How far back a clone without history is filled in when there is need to go back.
_DEPTH = 100


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch of a remote, to which every publication is a commit."""

    root: Path
    """The working copy that the site is built from."""
    name: str
    published: str
    """The message of a commit, with ``{commit}``."""
    restored: str
    """The message of a commit that goes back, with ``{commit}``."""
    remote: str = "origin"

    def publish(self, site: Site, keep: int) -> Outcome:
        """Publish a site; all that was published before stays in the history."""
        del keep
        source = self._source()
        tip = self._fetch()
        tree = self._tree(site)
        if _ADDRESS not in site.files:
            tree = self._with_address(tree, tip)
        if tip and self._git("rev-parse", f"{tip}^{{tree}}") == tree:
            return self._outcome(tip, None)
        words = self.published.format(commit=source[:12])
        commit = self._commit(tree, tip, source, words)
        before = self._git("rev-parse", f"{tip}^{{tree}}") if tip else self._empty()
        self._push(commit)
        return self._outcome(commit, self._changes(before, tree))

    def rollback(self) -> Outcome:
        """Publish once more what was published before."""
        source = self._source()
        tip = self._fetch(deep=True)
        back = self._before(tip)
        if tip is None or back is None:
            raise RefusedError("no_way_back", place=self._where)
        tree = self._with_address(f"{back}^{{tree}}", tip)
        words = f"{self.restored.format(commit=back[:12])}\n\n{_TRAILER}: {back}"
        commit = self._commit(tree, tip, source, words)
        before = self._git("rev-parse", f"{tip}^{{tree}}")
        self._push(commit)
        return self._outcome(commit, self._changes(before, tree))

    def state(self) -> State:
        """Tell which publications there are; one that is gone back from is not among them."""
        self._source()
        tip = one = self._fetch(deep=True)
        found: list[str] = []
        while one:
            found.append(self._meant(one)[:12])
            one = self._before(one)
        return State(found[0] if tip else None, tuple(reversed(found)))

    @property
    def _where(self) -> str:
        return f"{self.remote}/{self.name}"

    @property
    def _kept(self) -> str:
        """Our own note of what the remote had; no branch of whoever works here."""
        return f"refs/kommunvision/{self.name}"

    def _outcome(self, commit: str, changes: Changes | None) -> Outcome:
        return Outcome(self._where, commit[:12], changes, self._before(commit) is not None)

    def _source(self) -> str:
        """Return the commit that is checked out, if all that is needed is there."""
        try:
            self._git("rev-parse", "--git-dir")
        except FileNotFoundError as error:
            raise RefusedError("no_program", name="git") from error
        except FailedError as error:
            raise RefusedError("no_repository", place=self.root) from error
        try:
            self._git("check-ref-format", "--branch", self.name)
        except FailedError as error:
            raise RefusedError("strange_branch", name=self.name) from error
        try:
            self._git("remote", "get-url", self.remote)
        except FailedError as error:
            raise RefusedError("no_remote", name=self.remote) from error
        try:
            return self._git("rev-parse", "--verify", "HEAD^{commit}")
        except FailedError as error:
            raise RefusedError("no_commit", place=self.root) from error

    def _fetch(self, *, deep: bool = False) -> str | None:
        """Return the newest commit of the branch at the remote; none if there is no branch."""
        ref = f"refs/heads/{self.name}"
        if not self._git("ls-remote", "--", self.remote, ref):
            return None
        # A whole clone must stay whole; one that was made without history gets no more than needed.
        shallow = self._git("rev-parse", "--is-shallow-repository") == "true"
        depth = [f"--depth={_DEPTH if deep else 2}"] if shallow else []
        self._git(
            "fetch", "--quiet", "--no-tags", *depth, "--", self.remote, f"+{ref}:{self._kept}"
        )
        tip = self._git("rev-parse", self._kept)
        if not self._git("ls-tree", tip, "--", _MARK):
            raise RefusedError("branch_taken", place=self._where)
        return tip

    def _tree(self, site: Site) -> str:
        """Return a tree with the files of a site, byte for byte."""
        names = [name for name in site.files if name != _PLAIN]
        if any(".git" in name.lower().split("/") for name in names):
            raise RefusedError("strange_name", place=".git")
        paths = "".join(f"{site.folder.absolute() / name}\n" for name in names)
        blobs = self._git("hash-object", "-w", "--no-filters", "--stdin-paths", given=paths)
        plain = self._git("hash-object", "-w", "--stdin")
        entries = dict(zip(names, blobs.split(), strict=True)) | {_PLAIN: plain}
        lines = "".join(f"100644 {blob}\t{name}\0" for name, blob in entries.items())
        with tempfile.TemporaryDirectory(prefix="kommunvision-") as folder:
            index = {"GIT_INDEX_FILE": str(Path(folder, "index"))}
            self._git("update-index", "-z", "--index-info", given=lines, **index)
            tree = self._git("write-tree", **index)
        site.see_that_it_stays()
        return tree

    def _with_address(self, tree: str, tip: str | None) -> str:
        """Return a site's tree with what the host has noted on the branch, if it has."""
        noted = self._git("ls-tree", "-z", tip, "--", _ADDRESS) if tip else ""
        return self._git("mktree", "-z", given=f"{self._site(tree)}{noted}")

    def _site(self, tree: str) -> str:
        """Return what is uppermost in a tree, but for what the host has noted."""
        lines = self._git("ls-tree", "-z", tree).split("\0")
        return "".join(f"{one}\0" for one in lines if one and not one.endswith(f"\t{_ADDRESS}"))

    def _empty(self) -> str:
        return self._git("hash-object", "-w", "-t", "tree", "--stdin")

    def _commit(self, tree: str, parent: str | None, source: str, words: str) -> str:
        """Return a commit whose people and times are those of the commit that was built."""
        known = self._git("show", "-s", "--format=%an%n%ae%n%aI%n%cn%n%ce%n%cI", source).split("\n")
        names = [f"GIT_{who}_{what}" for who in ("AUTHOR", "COMMITTER") for what in _PERSON]
        parents = ["-p", parent] if parent else []
        people = dict(zip(names, known, strict=True))
        return self._git("commit-tree", tree, *parents, "-F", "-", given=f"{words}\n", **people)

    def _push(self, commit: str) -> None:
        """Send a commit; if somebody else has published meanwhile, the remote refuses it."""
        ref = f"refs/heads/{self.name}"
        try:
            self._git("push", "--quiet", "--", self.remote, f"{commit}:{ref}")
        except FailedError as refused:
            try:
                shown = self._git("ls-remote", "--", self.remote, ref).partition("\t")[0]
            except FailedError as error:
                raise UnsureError("unsure", place=self.remote) from error
            if shown != commit:
                raise FailedError("git_said", said=refused.values["said"]) from refused
        self._git("update-ref", self._kept, commit)

    def _changes(self, before: str, now: str) -> Changes:
        told = self._git("diff-tree", "-r", "--name-status", "--no-renames", before, now)
        kinds = [line[0] for line in told.split("\n") if line]
        whole = len(self._git("ls-tree", "-r", "--name-only", now).split("\n"))
        new, removed = kinds.count("A"), kinds.count("D")
        changed = len(kinds) - new - removed
        return Changes(new, changed, removed, whole - new - changed)

    def _meant(self, commit: str) -> str:
        """Return the commit whose site a commit shows: itself, or the one that it went back to."""
        back = self._git(
            "show", "-s", f"--format=%(trailers:key={_TRAILER},valueonly)", commit
        ).strip()
        return (self._exists(back) if _COMMIT.fullmatch(back) else None) or commit

    def _before(self, commit: str | None) -> str | None:
        """Return the publication before the one that a commit shows."""
        if commit is None:
            return None
        shown = self._meant(commit)
        parent = self._exists(f"{shown}^")
        # A commit of the host's own shows the same site.
        while parent and self._site(parent) == self._site(shown):
            parent = self._exists(f"{parent}^")
        return self._meant(parent) if parent else None

    def _exists(self, commit: str) -> str | None:
        try:
            return self._git("rev-parse", "--verify", "--quiet", f"{commit}^{{commit}}")
        except FailedError:
            return None

    def _git(self, *words: str, given: str = "", **environment: str) -> str:
        """Run git and return what it says.

        Raises:
            FileNotFoundError: There is no git.
            FailedError: Git refused.
        """
        answer = repository.write(
            self.root,
            *words,
            given=given.encode("utf-8", "surrogateescape"),
            environment=environment,
        )
        if not answer.well:
            raise FailedError("git_said", said=answer.complaint)
        return answer.text.removesuffix("\n")
