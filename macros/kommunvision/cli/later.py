"""Commands that are imported when they are called, so that none waits for what another needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import NamedTuple

import click


class Home(NamedTuple):
    """Where a command is found, below ``kommunvision.cli``."""

    words: str
    """What the names of its words begin with; its module and itself have the same name if they
    are not told."""
    module: str = ""
    name: str = ""

    def command(self) -> click.Command:
        """Import the command."""
        module = import_module(f"kommunvision.cli.{self.module or self.words}")
        found: click.Command = getattr(module, self.name or self.words)
        return found


class Later(Mapping[str, click.Command]):
    """Commands by name."""

    def __init__(self, homes: Mapping[str, Home]) -> None:
        self._homes = homes

    def __getitem__(self, name: str) -> click.Command:
        return self._homes[name].command()

    def __contains__(self, name: object) -> bool:
        return name in self._homes

    def __iter__(self) -> Iterator[str]:
        return iter(self._homes)

    def __len__(self) -> int:
        return len(self._homes)
