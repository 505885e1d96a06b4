"""A site on this machine that follows its files; while they have errors, it shows the errors.

What is saved is seen in two steps: first the pages that somebody is looking at, then all of the
site, exactly as a build makes it.
"""

from __future__ import annotations

import logging
import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer

from kommunvision.driver.glimpses import show
from kommunvision.driver.live import Server, State, Voice, page_for
from kommunvision.driver.rest import build_aside, make_ready
from kommunvision.driver.sites import build_sites
from kommunvision.driver.wish import Wish
from kommunvision.edition import Edition
from kommunvision.folders import CONTENT, SETTINGS
from kommunvision.kept import store_for
from kommunvision.load import DATA

# What a site is made of; macros of its own are Python and need a new start.
WATCHED = (DATA, CONTENT, "overrides", SETTINGS)

# Seconds between looks at the files: so that a look at many takes little of the time.
_SHORTEST, _LONGEST, _FOR_EACH = 0.1, 0.5, 0.0002


class PortTakenError(Exception):
    """Something else listens there already, or the address is not this machine's."""


@dataclass(slots=True)
class _Builder:
    """Builds the site at each change."""

    root: Path
    site: Path
    wish: Wish
    voice: Voice
    state: State

    def begin(self) -> None:
        """Build everything for the first time."""
        try:
            self.state.fault = self.voice.explain(build_sites(**self._all()))
        except Exception as error:  # noqa: BLE001 - as below
            self.state.fault = self.voice.fail(error)

    def build(self, server: Server) -> None:
        """Build what is looked at, and then everything, if nothing has been saved since."""
        # A fault is shown, not raised: the server would keep every browser waiting.
        try:
            looked_at = server.looked_at()
            seen = show(self.root, self.site, store_for(self.root), self.wish, looked_at)
            if seen.refused:
                server.show(None, self.voice.explain(seen.refused))
                return
            pages = [self.site / url / "index.html" for url in seen.urls]
            if pages:
                server.show(seen.urls)
            before = [page.read_bytes() for page in pages]
            made = build_aside(lambda: server.is_overtaken, **self._all())
            if made is None:
                server.hold()
                return
            fault = self.voice.explain(made)
            same = before == [page.read_bytes() for page in pages if page.exists()]
        except Exception as error:  # noqa: BLE001 - shown in the page and on the terminal
            fault, same = self.voice.fail(error), False
        self.state.fault = fault
        server.complete(anew=fault is not None or not same)

    def _all(self) -> dict[str, Any]:
        wish = self.wish
        return {
            "root": self.root,
            "site_dir": self.site,
            "kommun": wish.kommun,
            "strict": wish.strict,
            "site_url": wish.site_url,
            "edition": wish.edition,
            "workers": 1,
            "glimpses": True,
        }


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
    with tempfile.TemporaryDirectory(prefix="kommunvision-") as folder:
        site = Path(folder) / "site"
        site.mkdir()
        state = State()
        server = Server(
            state,
            voice,
            # What to do is known when the address is.
            builder=lambda: None,
            host=host,
            port=port,
            root=str(site),
            polling_interval=_interval(root),
        )
        server.error_handler = lambda code: page_for(code, site)
        try:
            _bind(server)
            port = server.server_address[1]
            server.url = f"http://{host}:{port}/"
            wish = Wish(kommun=kommun, strict=strict, site_url=server.url, edition=edition)
            builder = _Builder(root, site, wish, voice, state)
            server.builder = partial(builder.build, server)
            make_ready()
            builder.begin()
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


def _interval(root: Path) -> float:
    """Return how many seconds there are between looks at the files."""
    files = sum(1 for name in WATCHED for _ in (root / name).rglob("*"))
    return min(_LONGEST, max(_SHORTEST, files * _FOR_EACH))


def _bind(server: Server) -> None:
    try:
        server.server_bind()
    except OSError as error:
        raise PortTakenError from error
