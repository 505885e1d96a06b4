"""A server that lets each page wait until it is as the files say; errors stand in for all pages."""

from __future__ import annotations

import html
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from http import HTTPStatus
from importlib import resources
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer

from kommunvision.address import EDITOR
from kommunvision.driver.report import BuildReport

_ASSET_ENDINGS = (".css", ".js", ".svg", ".png", ".ico")

# The page on what is wrong has its styles in itself: before the first build there are no files.
_STYLES = resources.files("kommunvision") / "theme" / "assets" / "kommunvision.css"
# A sentence that goes on to the right of a phone's screen is not read.
_WRAPPED = "pre { white-space: pre-wrap; overflow-wrap: anywhere }"

# How many pages somebody may be looking at in different windows.
_WINDOWS = 2
# An editor that writes several files at once is done with it by then; seconds.
_SAVING = 0.05


@dataclass(frozen=True, slots=True)
class Voice:
    """What the server says, in the page that stands in for all others and on the terminal."""

    title: str
    """Heading of the page of errors."""
    lead: str
    again: str
    """What to do, and what happens then."""
    explain: Callable[[BuildReport], str | None]
    """Returns the report of a build that was not published, none if it was."""
    fail: Callable[[Exception], str]
    """Returns the report of a build that could not even begin."""
    ready: Callable[[str], None]
    """Is told the address once it answers."""


@dataclass(slots=True)
class State:
    """What can be shown at the moment."""

    fault: str | None = None
    """The report of the latest build, when it could not be published."""
    first: frozenset[str] | None = None
    """Addresses of the pages that are as the files say, while others are not; none if all are."""
    looked_at: deque[str] = field(default_factory=lambda: deque(maxlen=_WINDOWS))
    """Addresses of the pages that were asked for last."""

    def shows(self, url: str) -> bool:
        """Whether there is something to show at an address."""
        return self.fault is not None or self.first is None or url in self.first


class Server(LiveReloadServer):
    """MkDocs' server, with a page of errors in front of the last good site."""

    def __init__(self, state: State, voice: Voice, **arguments: Any) -> None:  # noqa: ANN401
        super().__init__(**arguments)
        self.build_delay = _SAVING
        self._state = state
        self._voice = voice

    @property
    def is_overtaken(self) -> bool:
        """Whether files have been saved since the build began."""
        with self._rebuild_cond:
            return self._want_rebuild

    def show(self, first: frozenset[str] | None, fault: str | None = None) -> None:
        """Show some pages as they are now, or all; and let browsers ask for theirs again."""
        with self._epoch_cond:
            self._state.first, self._state.fault = first, fault
            self._visible_epoch = self._wanted_epoch
            self._epoch_cond.notify_all()

    def hold(self) -> None:
        """Show nothing more until the next build."""
        with self._epoch_cond:
            self._state.first = self._state.first or frozenset()
            # Whoever looks need not ask again before there is something to see.
            self._wanted_epoch = self._visible_epoch

    def complete(self, *, anew: bool) -> None:
        """Show all pages; browsers ask for what they have shown before only if that is not it."""
        with self._epoch_cond:
            self._state.first = None
            self._wanted_epoch += anew
            self._epoch_cond.notify_all()

    def serve_request(self, environ: Any, start_response: Any) -> Iterable[bytes]:  # noqa: ANN401
        """Answer with the errors, if there are any, except to the page's own waiting question."""
        path = environ["PATH_INFO"]
        # The form editor stays: what is wrong can be mended there.
        exempt = path.startswith(("/livereload/", f"/{EDITOR}"))
        if exempt or path.endswith(_ASSET_ENDINGS):
            return super().serve_request(environ, start_response)
        url = path.removeprefix("/")
        if path.endswith("/"):
            self._look_at(url)
        with self._epoch_cond:
            self._epoch_cond.wait_for(lambda: self._state.shows(url))
            fault = self._state.fault
        if fault is None:
            return super().serve_request(environ, start_response)
        page = _error_page(fault, self._voice).encode()
        with self._epoch_cond:
            body = self._inject_js_into_html(page, self._visible_epoch)
        status = HTTPStatus.INTERNAL_SERVER_ERROR
        start_response(
            f"{status.value} {status.phrase}",
            [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(body)))],
        )
        return [body]

    def looked_at(self) -> tuple[str, ...]:
        """Return the addresses of the pages that were asked for last."""
        with self._epoch_cond:
            return tuple(self._state.looked_at)

    def _look_at(self, url: str) -> None:
        with self._epoch_cond:
            looked_at = self._state.looked_at
            if url in looked_at:
                looked_at.remove(url)
            looked_at.append(url)

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """Let a page with a policy of its own be: nobody loses what is not saved."""
        if b'http-equiv="Content-Security-Policy"' in content:
            return content
        made: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        return made


def page_for(code: int, site: Path) -> bytes | None:
    """Return the site's own page for an address that does not exist."""
    page = site / f"{code}.html"
    return page.read_bytes() if page.exists() else None


def _error_page(fault: str, voice: Voice) -> str:
    return (
        '<!doctype html><html lang="sv"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{html.escape(voice.title)}</title>"
        f"<style>{_STYLES.read_text('utf-8')}{_WRAPPED}</style></head>"
        '<body><div class="kv-layout"><div class="kv-page"><main id="innehall">'
        f'<hgroup class="kv-heading"><h1>{html.escape(voice.title)}</h1></hgroup>'
        f"<p>{html.escape(voice.lead)}</p>"
        f'<pre tabindex="0">{html.escape(fault)}</pre>'
        f"<p>{html.escape(voice.again)}</p></main></div></div></body></html>"
    )
