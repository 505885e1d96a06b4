"""Debian's Chromium as a fixture, and a built folder served to it on this machine alone."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.looking import opened

# The strictest policy that a host can send: everything from the site itself, nothing inline.
POLICY = {"Content-Security-Policy": "default-src 'self'"}

# No sandbox, since tests also run as root in containers; no traffic of the browser's own.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-features=AutofillServerCommunication",
    "--disable-sync",
)


@contextmanager
def launched_chromium() -> Iterator[Browser]:
    """A headless Chromium from the PATH; an error when there is none."""
    executable = shutil.which("chromium")
    if executable is None:
        message = "chromium is not on the PATH; `make test` installs it"
        raise FileNotFoundError(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


class _QuietHandler(SimpleHTTPRequestHandler):
    """Serves files with headers of the test's own, without writing a line per request."""

    def __init__(self, *args: object, headers: dict[str, str], **more: object) -> None:
        self._headers = headers
        super().__init__(*args, **more)

    def end_headers(self) -> None:
        for name, value in self._headers.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""


@contextmanager
def served(folder: Path, headers: dict[str, str] = POLICY) -> Iterator[str]:
    """Serve a folder on a free port of the loopback address; gives the address, ending in /."""
    handler = partial(_QuietHandler, directory=str(folder), headers=headers)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests of a worker; each test opens its own context in it."""
    with launched_chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def screen(chromium: Browser) -> Page:
    """One page for all tests of a worker that look and use Tab, but press, allow and store nothing."""
    return opened(chromium)


@pytest.fixture(scope="session")
def site_address(built_site: Path) -> Iterator[str]:
    """The address of the repository's built site, ending in /."""
    with served(built_site) as address:
        yield address
