"""Work that several processes can share, whoever runs them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Protocol

PAYS: Final = 40
"""So many pieces take longer than it takes other processes to begin."""


class Sharing(Protocol):
    """Does a piece of work for each name, in several processes."""

    def __call__(
        self, work: Callable[[str], Any], names: Sequence[str], done: Callable[[str], None], /
    ) -> Mapping[str, Any]:
        """Return what came of each, by its name; tell of each when it is done."""
