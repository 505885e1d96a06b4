"""A site on this machine that follows its files; while they have errors, it shows the errors."""

from __future__ import annotations

import html
import logging
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from http import HTTPStatus
from importlib import resources
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer

from kommunvision.address import EDITOR
from kommunvision.driver.report import BuildReport
from kommunvision.driver.root import SETTINGS
from kommunvision.driver.sites import build_sites
from kommunvision.edition import Edition
from kommunvision.folders import CONTENT
from kommunvision.load import DATA

# What a site is made of; macros of its own are Python and need a new start.
WATCHED = (DATA, CONTENT, "overrides", SETTINGS)

_ASSET_ENDINGS = (".css", ".js", ".svg", ".png", ".ico")

# The page on what is wrong has its styles in itself: before the first build there are no files.
_STYLES = resources.files("kommunvision") / "theme" / "assets" / "kommunvision.css"


class PortTakenError(Exception):
    """Something else listens there already, or the address is not this machine's."""


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
class _State:
    fault: str | None = None
    """The report of the latest build, when it could not be published."""
    site: Path = field(default_factory=Path)


class _Server(LiveReloadServer):
    """MkDocs' server, with a page of errors in front of the last good site."""

    def __init__(self, state: _State, voice: Voice, **arguments: Any) -> None:  # noqa: ANN401
        super().__init__(**arguments)
        self._state = state
        self._voice = voice

    def serve_request(self, environ: Any, start_response: Any) -> Iterable[bytes]:  # noqa: ANN401
        """Answer with the errors, if there are any, except to the page's own waiting question."""
        path = environ["PATH_INFO"]
        fault = self._state.fault
        # The form editor stays: what is wrong can be mended there.
        exempt = path.startswith(("/livereload/", f"/{EDITOR}"))
        if fault is None or exempt or path.endswith(_ASSET_ENDINGS):
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

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """Let a page with a policy of its own be: nobody loses what is not saved."""
        if b'http-equiv="Content-Security-Policy"' in content:
            return content
        made: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        return made


def serve(  # noqa: PLR0913 - each is a choice of whoever looks
    root: Path,
    *,
    host: str,
    port: int,
    strict: bool,
    voice: Voice,
    kommun: str | None = None,
    edition: Edition | None = None,
) -> None:
    """Serve a site until the process is interrupted.

    Args:
        root: Root of the site's repository.
        host: Address to listen on.
        port: Port to listen on; 0 takes a free one.
        strict: Whether warnings about the data stop a build.
        voice: What it says to whom.
        kommun: Slug of the only kommun to show.
        edition: For whom, and for which day; else what the settings say.

    Raises:
        PortTakenError: It cannot listen there.
    """
    # It would tell of every address that does not exist, in English, in the middle of a build.
    logging.getLogger(LiveReloadServer.__module__).setLevel(logging.ERROR)
    state = _State()
    with tempfile.TemporaryDirectory(prefix="kommunvision-") as folder:
        state.site = Path(folder) / "site"
        state.site.mkdir()

        def build() -> None:
            # A fault is shown, not raised: the server would keep every browser waiting.
            try:
                made = build_sites(
                    root,
                    site_dir=state.site,
                    kommun=kommun,
                    strict=strict,
                    site_url=server.url,
                    edition=edition,
                    workers=1,
                )
                state.fault = voice.explain(made)
            except Exception as error:  # noqa: BLE001 - shown in the page and on the terminal
                state.fault = voice.fail(error)

        server = _Server(state, voice, builder=build, host=host, port=port, root=str(state.site))
        server.error_handler = lambda code: _page_for(code, state.site)
        try:
            _bind(server)
            port = server.server_address[1]
            server.url = f"http://{host}:{port}/"
            build()
            for name in WATCHED:
                if (root / name).exists():
                    server.watch(str(root / name))
            server.server_activate()
            server.observer.start()
            server.serve_thread.start()
            voice.ready(server.url)
            # What MkDocs' own serve() does from here on; that would bind once more.
            server._build_loop()  # type: ignore[no-untyped-call]  # noqa: SLF001
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()


def _page_for(code: int, site: Path) -> bytes | None:
    """Return the site's own page for an address that does not exist."""
    page = site / f"{code}.html"
    return page.read_bytes() if page.exists() else None


def _bind(server: _Server) -> None:
    try:
        server.server_bind()
    except OSError as error:
        raise PortTakenError from error


def _error_page(fault: str, voice: Voice) -> str:
    return (
        '<!doctype html><html lang="sv"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{html.escape(voice.title)}</title>"
        f"<style>{_STYLES.read_text('utf-8')}</style></head>"
        '<body><div class="kv-layout"><div class="kv-page"><main id="innehall">'
        f'<hgroup class="kv-heading"><h1>{html.escape(voice.title)}</h1></hgroup>'
        f"<p>{html.escape(voice.lead)}</p>"
        f'<pre tabindex="0">{html.escape(fault)}</pre>'
        f"<p>{html.escape(voice.again)}</p></main></div></div></body></html>"
    )
