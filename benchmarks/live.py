"""How soon a saved change is seen in ``serve``, and how much a search fetches."""

from __future__ import annotations

import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Response

from benchmarks.contents import shown
from benchmarks.measured import FailedError, compressed
from benchmarks.ours import COMMAND, Ours
from benchmarks.sweden import Size
from tests.browser import launched_chromium, served

_LARGE = Size().scaled(2.9)  # of which the first kommun gets about 150 pages
_PATIENCE = 120  # seconds until a page that does not come is an error
_LOOK = 0.005  # seconds between looks
_WORD = "bron"  # a word of the made-up goals


@dataclass(frozen=True, slots=True)
class Seen:
    """How soon a saved change is seen."""

    pages: int
    seconds: float  # the median


def seen_after_saving(folder: Path, rounds: int) -> Seen:
    """Edit a kommun that is being served, and wait for each change to be in its page."""
    ours = Ours.written(folder, 1, _LARGE)
    pages = len(shown(ours.site, ours.kommuner).own(ours.kommuner[0]))
    took = []
    with _serving(ours) as address:
        for number in range(rounds + 1):
            started = time.perf_counter()
            _wait_for(f"{address}{ours.goal}", ours.edit(number))
            took.append(time.perf_counter() - started)
    return Seen(pages, median(took[1:]))


@contextmanager
def _serving(ours: Ours) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/"
    process = subprocess.Popen(
        [*COMMAND, "serve", "--port", str(port)],
        cwd=ours.root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(address, "</html>")
        yield address
    finally:
        process.terminate()
        process.wait()


def _wait_for(address: str, said: str) -> None:
    until = time.perf_counter() + _PATIENCE
    while time.perf_counter() < until:
        try:
            with urllib.request.urlopen(address, timeout=_PATIENCE) as answer:  # noqa: S310 - our own
                if said in answer.read().decode():
                    return
        except (urllib.error.URLError, ConnectionError):
            pass  # it is not ready yet
        time.sleep(_LOOK)
    raise FailedError(f"{address} did not come to say {said!r}.")


def transferred_by_a_search(site: Path) -> int:
    """Return how many bytes, compressed, come over until the first result of the whole site is seen."""
    answers: list[Response] = []
    with launched_chromium() as browser, served(site) as address:
        page = browser.new_page()
        page.on("response", lambda one: answers.append(one))  # noqa: PLW0108 - it marks a function
        page.goto(f"{address}sok/?q={_WORD}")
        page.locator(".kv-hits > li").first.wait_for()
        return sum(compressed(one.body()) for one in answers if one.ok)
