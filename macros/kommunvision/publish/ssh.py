"""A folder on a server as the target: rsync carries the files, ssh the orders."""

from __future__ import annotations

import shlex
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from kommunvision.publish.fault import FailedError, PublishError, RefusedError, UnsureError
from kommunvision.publish.release import (
    CURRENT,
    LIST,
    RELEASES,
    Files,
    State,
    is_name,
    list_from,
    list_text,
)
from kommunvision.publish.site import Site

_SCRIPT = Path(__file__).with_name("remote.sh")

# Nobody sits there to answer a question, and a line that is dead shall be noticed.
_QUIET = (
    "-oBatchMode=yes",
    "-oConnectTimeout=30",
    "-oServerAliveInterval=15",
    "-oServerAliveCountMax=4",
)
_FULL = ("No space left on device", "(28)")
_REASONS = {
    "busy": ("busy", FailedError),
    "closed": ("closed", FailedError),
    "taken": ("target_taken", RefusedError),
    "current": ("current_taken", RefusedError),
}


@dataclass(slots=True)
class SshStore:
    """Releases in a folder of a server."""

    host: str
    """Name of the server, with a user before it if need be."""
    path: str
    config: Path | None = None
    """Settings of ssh in place of the user's own."""
    _session: subprocess.Popen[str] | None = field(default=None, init=False)
    _half: str = field(default="", init=False)

    @property
    def where(self) -> str:
        """What a web server is to show."""
        return f"{self.host}:{self.path}/{CURRENT}"

    @contextmanager
    def opened(self, *, change: bool) -> Iterator[State]:
        """Connect, alone if the folder is to be changed, and tell what it holds."""
        words = ["sh", "-c", _SCRIPT.read_text("utf-8"), "sh", self.path]
        remote = shlex.join([*words, "change" if change else "look"])
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as complaints:
            try:
                session = subprocess.Popen(  # noqa: S603 - no shell here, and every word is quoted there
                    [*self._ssh(), "--", self.host, remote],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=complaints,
                    encoding="utf-8",
                    errors="replace",
                )
            except FileNotFoundError as error:
                raise RefusedError("no_program", name="ssh") from error
            with session:
                self._session = session
                try:
                    yield self._state()
                except (BrokenPipeError, EOFError) as error:
                    session.wait()
                    complaints.seek(0)
                    raise self._failure(complaints.read()) from error
                finally:
                    # The script ends with its input, and lets go of the lock.
                    session.communicate()
                    self._session = None

    def files(self, release: str) -> Files:
        """Return the list of a release."""
        self._send("files", release)
        lines = []
        while (line := self._line()) != "end":
            if line.startswith("fail "):
                raise self._failure(line)
            lines.append(line)
        return list_from("\n".join(lines))

    def bring(self, site: Site, release: str, base: str | None, more: Mapping[str, str]) -> None:
        """Carry a site over; what the former release has too is taken from it."""
        del release
        self._half = self._order("bring")
        if "/" in self._half or not self._half.startswith("half."):
            raise self._failure(self._half)
        rsh = " ".join("'" + word.replace("'", "''") + "'" for word in self._ssh())
        with tempfile.TemporaryDirectory(prefix="kommunvision-") as folder:
            listed = Path(folder, LIST)
            listed.write_text(list_text(site.files), "utf-8", newline="\n")
            # By content: a site that was built anew has new times everywhere.
            command = [
                "rsync",
                "--recursive",
                "--checksum",
                "--perms",
                "--chmod=D755,F444",
                "--protect-args",
                "--timeout=120",
                f"--rsh={rsh}",
                *([f"--link-dest=../{base}"] if base else []),
                "--",
                f"{site.folder.absolute()}/",
                str(listed),
                f"{self.host}:{self.path}/{RELEASES}/{self._half}/",
            ]
            try:
                done = subprocess.run(  # noqa: S603 - no shell, and the target has been read
                    command,
                    check=False,
                    stdin=subprocess.DEVNULL,
                    capture_output=True,
                    encoding="utf-8",
                    errors="replace",
                )
            except FileNotFoundError as error:
                raise RefusedError("no_program", name="rsync") from error
        if done.returncode != 0:
            raise self._failure(done.stderr)
        for name, other in more.items():
            self._order("lend", other, self._half, name)

    def settle(self, release: str) -> None:
        """Make what was brought a release, if every file is what it was here."""
        self._order("settle", release)

    def lend(self, release: str, more: Mapping[str, str]) -> None:
        """Let a release have files of others; its own are never touched."""
        for name, other in more.items():
            self._order("lend", other, release, name)

    def switch(self, release: str) -> None:
        """Lead ``current`` to a release, in one step that either happens or does not."""
        try:
            self._order("switch", release)
        except (BrokenPipeError, EOFError) as error:
            raise UnsureError("unsure", place=self.host) from error

    def drop(self, release: str) -> None:
        """Remove a release."""
        try:
            self._order("drop", release)
        except (BrokenPipeError, EOFError) as error:
            # What is shown by now is shown, with or without a connection.
            raise self._failure("") from error

    def _ssh(self) -> list[str]:
        return ["ssh", *([f"-F{self.config.absolute()}"] if self.config else []), *_QUIET]

    def _state(self) -> State:
        current, names = None, []
        while (line := self._line()) != "ready":
            word, _, name = line.partition(" ")
            if word == "fail":
                raise self._failure(line)
            if word == "state" and is_name(name):
                current = name
            elif word == "release" and is_name(name):
                names.append(name)
        return State(current, tuple(sorted(names)))

    def _order(self, *words: str) -> str:
        """Have something done, and return what the script answers."""
        self._send(*words)
        answer, _, more = self._line().partition(" ")
        if answer != "ok":
            raise self._failure(more)
        return more

    def _send(self, *words: str) -> None:
        to, _ = self._pipes()
        to.write(" ".join(words) + "\n")
        to.flush()

    def _line(self) -> str:
        _, out = self._pipes()
        line = out.readline()
        if not line:
            raise EOFError
        return line.removesuffix("\n")

    def _pipes(self) -> tuple[IO[str], IO[str]]:
        """Return the way to the script and the way back; orders are given while it is open."""
        session = self._session
        if session is None or session.stdin is None or session.stdout is None:
            raise EOFError
        return session.stdin, session.stdout

    def _failure(self, said: str) -> PublishError:
        reason = said.removeprefix("fail ").strip()
        place = f"{self.host}:{self.path}"
        if reason in _REASONS:
            key, kind = _REASONS[reason]
            return kind(key, place=f"{place}/{CURRENT}" if reason == "current" else place)
        if reason.startswith("lacks "):
            return RefusedError("server_lacks", name=reason.removeprefix("lacks "), place=self.host)
        if any(sign in reason for sign in _FULL):
            return FailedError("full", place=place)
        return FailedError("server_said", place=self.host, said=reason or "ssh")
