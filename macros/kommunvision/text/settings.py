"""The settings of a site, read as MkDocs reads them, without running anything that they name."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import yaml

UNREADABLE: Final = (
    *(yaml.YAMLError, RecursionError),
    # Raised by PyYAML of a value that is not what its tag says.
    *(ValueError, LookupError, AttributeError, TypeError),
)
"""What may be raised by settings that cannot be read."""

_PARENT = "INHERIT"
# Settings may rest on others, which may rest on others; one that rests on itself has no end.
_MOST_PARENTS = 10


def told(path: Path, key: str) -> str:
    """Return the text that stands at a key of settings, or of those that they rest on."""
    for _ in range(_MOST_PARENTS):
        try:
            settings = yaml.load(path.read_bytes(), _Lenient)  # noqa: S506 - it runs nothing
        except (OSError, *UNREADABLE):
            break
        if not isinstance(settings, dict):
            break
        if key in settings or not isinstance(parent := settings.get(_PARENT), str):
            value = settings.get(key)
            return value if isinstance(value, str) else ""
        path = path.parent / parent
    return ""


class SettingsLoader(yaml.SafeLoader):
    """Reads settings as MkDocs does, values of the environment included."""

    def __init__(self, raw: bytes) -> None:
        super().__init__(raw)
        self.asked: list[tuple[str, str | None]] = []
        """Values of the environment that the settings name."""

    def environment(self, node: yaml.Node) -> str | None:
        """Return the value of the first that is there of some variables, else what stands last."""
        nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
        names = [str(one.value) for one in nodes]
        self.asked += [(name, os.environ.get(name)) for name in names]
        otherwise = names.pop() if len(names) > 1 else None
        return next((os.environ[name] for name in names if name in os.environ), otherwise)


class _Lenient(SettingsLoader):
    """Reads settings whatever they name; nothing of that is run."""

    def nothing(self, _node: yaml.Node) -> None:
        """Take what cannot be read here for a value that says nothing."""


SettingsLoader.add_constructor("!ENV", SettingsLoader.environment)
_Lenient.add_constructor(None, _Lenient.nothing)
