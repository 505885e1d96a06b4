"""A build in a process of its own, which is broken off as soon as it is of no use any more."""

from __future__ import annotations

import multiprocessing
import signal
import threading
from collections.abc import Callable
from functools import partial
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from typing import Any

from kommunvision.driver.report import BuildReport
from kommunvision.driver.sites import build_sites
from kommunvision.driver.undisturbed import undisturbed
from kommunvision.driver.workers import WorkerDiedError, end_with_parent

_FORKSERVER = "forkserver"
_LOOK = 0.02  # seconds between questions whether it is of use


def start_method() -> str:
    """Return how the process begins: from one that waits, or from nothing where there is none."""
    return _FORKSERVER if _FORKSERVER in multiprocessing.get_all_start_methods() else "spawn"


def make_ready() -> None:
    """Let there be a process that knows the programs already, and has no threads to copy."""
    if start_method() != _FORKSERVER:
        return
    forkserver.set_forkserver_preload([__name__, "kommunvision.driver.building"])
    # Whoever interrupts the server interrupts all its processes; it ends them itself, as ever.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        forkserver.ensure_running()
    finally:
        signal.signal(signal.SIGINT, before)


def build_aside(overtaken: Callable[[], bool], **wishes: Any) -> BuildReport | None:  # noqa: ANN401
    """Build a site as ``build_sites`` does; return none if it was broken off.

    Args:
        overtaken: Whether the build is of no use any more.
        wishes: As for ``build_sites``.

    Raises:
        WorkerDiedError: The process was killed by somebody else.
        OSError: Something cannot be read or written.
        RuntimeError: It cannot be built for another reason.
    """
    context: Any = multiprocessing.get_context(start_method())
    ours, theirs = context.Pipe()
    work = partial(build_sites, **wishes)
    process = context.Process(target=_work, args=(work, theirs), daemon=True)
    try:
        with undisturbed():
            # One that is told half of what to do would complain of it.
            process.start()
        theirs.close()
        while not ours.poll(_LOOK):
            if overtaken():
                return None
        made, error = ours.recv()
    except (EOFError, ConnectionError) as ended:
        raise WorkerDiedError from ended
    finally:
        if process.pid:
            process.terminate()
            process.join()
        ours.close()
    if error is not None:
        raise error
    found: BuildReport = made
    return found


def _work(work: Callable[[], BuildReport], line: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=end_with_parent, daemon=True).start()
    try:
        line.send((work(), None))
    except OSError as error:
        line.send((None, error))
    except Exception as error:  # noqa: BLE001 - raised anew where it was asked for
        line.send((None, RuntimeError(f"{type(error).__name__}: {error}")))
