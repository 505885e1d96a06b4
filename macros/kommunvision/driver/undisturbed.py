"""A short time in which the program is not stopped halfway; it stops directly after."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

STOPS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)
"""How a person or the system asks a program to stop, on the systems that know them."""


@contextmanager
def undisturbed() -> Iterator[None]:
    """Put off being asked to stop until this is done."""
    if threading.current_thread() is not threading.main_thread():
        # Only the main thread is ever asked.
        yield
        return
    asked: list[tuple[int, FrameType | None]] = []
    before = {
        stop: signal.signal(stop, lambda number, frame: asked.append((number, frame)))
        for stop in STOPS
        if signal.getsignal(stop) not in {signal.SIG_IGN, None}
    }
    try:
        yield
    finally:
        for stop, handler in before.items():
            signal.signal(stop, handler)
    for number, _ in asked[:1]:
        signal.raise_signal(number)
