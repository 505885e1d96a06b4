"""What a package offers is imported when it is asked for, so that nobody waits for the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def on_demand(package: str, homes: Mapping[str, tuple[str, ...]]) -> Callable[[str], Any]:
    """Return a package's ``__getattr__``.

    Args:
        package: Its whole name.
        homes: Its modules, each with the names in it that the package offers.
    """
    home_of = {name: module for module, names in homes.items() for name in names}

    def found(name: str) -> Any:  # noqa: ANN401 - whatever has that name
        if name in homes:
            return import_module(f"{package}.{name}")
        if name in home_of:
            return getattr(import_module(f"{package}.{home_of[name]}"), name)
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    return found
