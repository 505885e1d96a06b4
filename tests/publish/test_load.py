"""Visitors read the site from a real nginx while it is published over and over, and while that is killed."""

import signal
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.publish.publisher import chance, publisher
from tests.publish.servers import Connection, nginx
from tests.publish.sites import PAGES, edition, leftovers, shown, style_of, write_site


class Visitor(threading.Thread):
    """Opens pages with their style, one after the other, and keeps what was wrong."""

    def __init__(self, socket: Path, seed: int) -> None:
        super().__init__(daemon=True)
        self._socket = socket
        self._chance = chance(seed)
        self._over = threading.Event()
        self.visits = 0
        self.seen: set[int] = set()
        self.faults: list[str] = []

    def run(self) -> None:
        with closing(Connection(self._socket)) as connection:
            while not self._over.is_set() and not self.faults:
                try:
                    self._visit(connection)
                except Exception as error:  # noqa: BLE001 - told by the test's own thread
                    self.faults.append(repr(error))
                self.visits += 1

    def _visit(self, connection: Connection) -> None:
        front = self._one(connection, "/")
        page = self._chance.choice(["/", "/finns-inte", f"/sida-{self._chance.randrange(PAGES)}/"])
        for content in (front, self._one(connection, page)):
            style = self._one(connection, style_of(content))
            assert edition(style) == edition(content)

    def _one(self, connection: Connection, path: str) -> bytes:
        status, content = connection.get(path)
        assert status == (404 if path == "/finns-inte" else 200), (path, status)
        number = edition(content)
        self.seen.add(number)
        return content

    def finish(self) -> None:
        self._over.set()
        self.join()


def visits_from_now(visitors: list[Visitor]) -> None:
    """Wait until every visitor has ended a visit, so that none spans two publications."""
    before = [one.visits for one in visitors]
    for one, count in zip(visitors, before, strict=True):
        while one.visits < count + 1 and not one.faults:
            time.sleep(0.001)


def published_under_load(folder: Path, rounds: int, seed: int) -> None:
    """Publish and kill in turns, with visitors all the while."""
    moments = chance(seed)
    target, site = folder / "mal", folder / "site"
    words = ("publish", target, "--root", folder, "--keep", 3)
    with publisher() as publishing:
        for number in range(2):
            write_site(site, number + 1)
            began = time.perf_counter()
            assert publishing.run(*words) == 0
            whole = time.perf_counter() - began
        with nginx(target / "current") as socket:
            visitors = [Visitor(socket, seed + number) for number in range(2)]
            for one in visitors:
                one.start()
            try:
                last, killed = 2, 0
                for number in range(3, rounds + 3):
                    visits_from_now(visitors)
                    moment = moments.uniform(0, 1.2 * whole) if moments.random() < 0.7 else None
                    if number % 5 == 0:
                        ended = publishing.run(*words, "--rollback", killed_after=moment)
                        # The earlier releases may have been gone back through already.
                        assert ended in {0, 2, -signal.SIGKILL}
                        assert shown(target) <= last
                    else:
                        # One kill at least is sure to be in time.
                        moment = 0 if number == 3 else moment
                        write_site(site, number)
                        ended = publishing.run(*words, killed_after=moment)
                        assert ended in ({0} if moment is None else {0, -signal.SIGKILL})
                        assert shown(target) in ({number} if ended == 0 else {last, number})
                    killed += ended == -signal.SIGKILL
                    last = shown(target)
                visits_from_now(visitors)
            finally:
                for one in visitors:
                    one.finish()
        assert [one.faults for one in visitors] == [[], []]
        assert last in visitors[0].seen & visitors[1].seen
        assert killed
        write_site(site, 10_000)
        assert publishing.run(*words) == 0
        assert shown(target) == 10_000
        assert leftovers(target) == []


def test_visitors_meet_one_whole_release_while_it_is_published_and_killed_at_random(tmp_path):
    published_under_load(tmp_path, rounds=8, seed=20_261_122)


@pytest.mark.full
@pytest.mark.timeout(900)
def test_visitors_meet_one_whole_release_through_a_hundred_publications_and_kills(tmp_path):
    published_under_load(tmp_path, rounds=100, seed=290)
