"""What can go wrong while statistics are fetched; its words stand in ``swedish.statistics``."""

from __future__ import annotations

from collections.abc import Mapping


class Fault(Exception):  # noqa: N818 - a fault of another's server or of the data, told to people
    """Nothing can be fetched; ``key`` names the sentence that says why."""

    def __init__(
        self,
        key: str,
        details: Mapping[str, object],
        *,
        temporary: bool = False,
        wait: float | None = None,
    ) -> None:
        """Take what the sentence needs.

        Args:
            key: The sentence.
            details: Values for the sentence.
            temporary: Whether it may help to ask again.
            wait: How many seconds the server asks us to wait first.
        """
        super().__init__(key)
        self.key = key
        self.details = details
        self.temporary = temporary
        self.wait = wait


def fault(key: str, **details: object) -> Fault:
    """Make a fault that no new attempt helps against, with its details as keyword arguments."""
    return Fault(key, details)
