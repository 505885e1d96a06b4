"""Work shared out among processes: each asks for the next piece when it is done with one."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any, TypeVar, cast

from kommunvision.driver.watcher import NOBODY, Watcher

if TYPE_CHECKING:
    from kommunvision.afresh import Sharing

T = TypeVar("T")


class WorkerDiedError(Exception):
    """A process that did a part of the work has ended before it was done."""


def cores() -> int:
    """Return how many processes can work at once here."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def start_method() -> str:
    """Return how processes begin: as copies of this one, or from nothing where that is not safe.

    What they are to do is then handed to them, so all of it can be pickled.
    """
    copies = "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"
    return "fork" if copies else "spawn"


def each(
    work: Callable[[str], T],
    names: Sequence[str],
    workers: int,
    watcher: Watcher = NOBODY,
    *,
    apart: bool = False,
) -> Mapping[str, T]:
    """Do a piece of work for each name, and return what came of it, in the order of the names.

    With one worker it is done here, unless it shall be done apart. The first error ends all work.

    Args:
        work: Does a piece; it shares nothing but files with the others.
        names: What to do it for, what takes longest first.
        workers: How many processes do it.
        watcher: Is told when each piece begins and ends.
        apart: Whether much memory is let go when all is done, which a process does that ends.

    Raises:
        WorkerDiedError: One of them was killed.
    """
    done: dict[str, T] = {}
    if (workers == 1 and not apart) or len(names) == 1:
        for name in names:
            watcher.began(name)
            done[name] = work(name)
            watcher.ended(name)
        return done
    with under_way(work, names, workers, watcher) as wait_for:
        return wait_for()


@contextmanager
def under_way(
    work: Callable[[str], T], names: Sequence[str], workers: int, watcher: Watcher = NOBODY
) -> Iterator[Callable[[], Mapping[str, T]]]:
    """Let processes do a piece of work for each name, and give what waits for all of them.

    Until then each does no more than its first piece. None is left afterwards.

    Args:
        work: As for ``each``.
        names: As for ``each``.
        workers: As for ``each``.
        watcher: As for ``each``.
    """
    left = list(reversed(names))
    with _processes(work, min(workers, len(names))) as lines:
        for line in lines:
            _hand(line, left.pop(), watcher)

        def wait_for() -> Mapping[str, T]:
            done: dict[str, T] = {}
            busy = len(lines)
            while busy:
                for line in cast("list[Connection]", wait(lines)):
                    try:
                        name, came, error = line.recv()
                    except (EOFError, ConnectionError) as ended:
                        raise WorkerDiedError from ended
                    if error is not None:
                        raise error
                    done[name] = came
                    watcher.ended(name)
                    if left:
                        _hand(line, left.pop(), watcher)
                    else:
                        busy -= 1
            return {name: done[name] for name in names}

        yield wait_for


@dataclass(frozen=True, slots=True)
class _Telling(Watcher):
    """Passes on that a piece is done."""

    done: Callable[[str], None]

    def ended(self, slug: str) -> None:
        self.done(slug)


def sharing(workers: int) -> Sharing | None:
    """Return what shares out work among so many processes; none where there is but one."""
    return partial(_share, workers) if workers > 1 else None


def _share(
    workers: int, work: Callable[[str], T], names: Sequence[str], done: Callable[[str], None]
) -> Mapping[str, T]:
    return each(work, names, workers, _Telling(done))


def _hand(line: Connection, name: str, watcher: Watcher) -> None:
    try:
        line.send(name)
    except ConnectionError as ended:
        raise WorkerDiedError from ended
    watcher.began(name)


@contextmanager
def _processes(work: Callable[[str], Any], count: int) -> Iterator[list[Connection]]:
    """Start processes that wait for names, and see to it that none is left."""
    context: Any = multiprocessing.get_context(start_method())
    # What has been read stays where it is, so that the processes can go on sharing it.
    gc.collect()
    gc.freeze()
    lines, started = [], []
    try:
        for _ in range(count):
            ours, theirs = context.Pipe()
            process = context.Process(target=_serve, args=(work, theirs), daemon=True)
            process.start()
            theirs.close()
            lines.append(ours)
            started.append(process)
        yield lines
    finally:
        gc.unfreeze()
        for process in started:
            process.kill()
        for process in started:
            process.join()
        for line in lines:
            line.close()


def _serve(work: Callable[[str], Any], line: Connection) -> None:
    """Do what is asked for until nobody asks any more."""
    # Being asked to stop is for the process that started this one, which then ends it.
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    threading.Thread(target=end_with_parent, daemon=True).start()
    with suppress(EOFError, ConnectionError):
        while True:
            name = line.recv()
            try:
                line.send((name, work(name), None))
            except OSError as error:
                line.send((name, None, error))
            except Exception as error:  # noqa: BLE001 - raised anew where the work was shared out
                fault = RuntimeError(f"{type(error).__name__}: {error}")
                fault.add_note(traceback.format_exc())
                line.send((name, None, fault))


def end_with_parent() -> None:
    """End at once if whoever shares out the work is killed: nobody would take the rest."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
