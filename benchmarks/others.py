"""The site of another tool while it is measured: written, laid bare, edited, and compared with ours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from benchmarks.contents import Contents, Shown
from benchmarks.equal import lacking
from benchmarks.measured import FailedError, Output, output
from benchmarks.ours import bare, run
from benchmarks.rounds import Task
from benchmarks.tools import Peer
from benchmarks.written import write_site


@dataclass(frozen=True, slots=True)
class Site:
    """A site of one of the other tools."""

    peer: Peer
    root: Path
    kept: frozenset[Path]
    edited: Contents

    @classmethod
    def written(cls, peer: Peer, site: Shown, root: Path, edited: Contents) -> Site:
        """Write the site in a new folder.

        Args:
            peer: The tool.
            site: What its pages shall show.
            root: The folder.
            edited: The page that is changed, when that is measured.
        """
        write_site(peer.name, site, root)
        return cls(peer, root, frozenset(one for one in root.rglob("*") if one.is_file()), edited)

    def full(self, name: str) -> Task:
        """Return the build from nothing."""
        return Task(
            name,
            self.peer.command(self.peer.build, self.edited),
            self.root,
            lambda _: bare(self.root, self.kept),
            self.peer.environment,
        )

    def after_edit(self) -> Task:
        """Return the build when a page has other words."""
        return Task(
            self.peer.name,
            self.peer.command(self.peer.after_edit, self.edited),
            self.root,
            self._edit,
            self.peer.environment,
        )

    def _edit(self, number: int) -> None:
        path = self.root / self.peer.source(self.edited)
        text = path.read_text(encoding="utf-8").partition("\nÄndrat ")[0]
        path.write_text(f"{text}\nÄndrat {number} gånger.\n", encoding="utf-8")

    def see_that_it_shows(self, pages: list[Contents]) -> None:
        """Compare what it has built with what our pages show.

        Raises:
            FailedError: A page says less than ours.
        """
        for page in pages:
            path = self.root / self.peer.result(page)
            missing = lacking(page, path.read_bytes()) if path.exists() else {"the page"}
            if missing:
                words = ", ".join(sorted(missing)[:10])
                raise FailedError(f"{self.peer.title} lacks on /{page.address}: {words}")

    def output(self) -> Output:
        """Count what it has written."""
        return output(*self.root.glob(self.peer.output))

    def version(self) -> str:
        """Ask the tool which it is."""
        said = run(self.peer.command(self.peer.version, self.edited), self.root)
        return re.findall(r"\d+\.\d+\.\d+", said)[0]
