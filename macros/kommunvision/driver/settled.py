"""The settings of a site as MkDocs has read them, for many runs: each gets a copy of its own."""

from __future__ import annotations

import os
from copy import deepcopy
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import PluginCollection


class Settled:
    """Settings that no run has begun with.

    Reading them takes MkDocs longer than writing some pages: it looks through all that is
    installed. Only of plugins that we know it is known that a copy is as good as a new one.
    """

    def __init__(self, config: MkDocsConfig, said: list[str]) -> None:
        self._config = _copy(config)
        self._said = tuple(said)

    def for_a_run(self, folder: Path, said: list[str]) -> MkDocsConfig:
        """Return settings for a run into a folder, and say again what was said of them."""
        said += self._said
        config = _copy(self._config)
        base = os.path.dirname(config.config_file_path)  # noqa: PTH120 - as MkDocs does
        config.site_dir = os.path.abspath(os.path.join(base, folder))  # noqa: PTH100, PTH118 - as above
        return config

    def __reduce__(self) -> tuple[type[None], tuple[()]]:
        """Be nothing in another process that does not begin as a copy: it reads them itself."""
        return type(None), ()


def settled(config: MkDocsConfig, said: list[str]) -> Settled | None:
    """Return settings that each run can have a copy of; none where they hold what has no copies.

    A tag such as ``!!python/module`` can put anything in them.
    """
    try:
        return Settled(config, said)
    except Exception:  # noqa: BLE001 - each thing fails in its own way, and is read anew instead
        return None


def _copy(config: MkDocsConfig) -> MkDocsConfig:
    # Filled one by one, as MkDocs does: by that it learns what each wants to be told of.
    plugins = PluginCollection()
    copied = {id(config.plugins): plugins}
    for name, plugin in config.plugins.items():
        plugins[name] = deepcopy(plugin, copied)
    return deepcopy(config, copied)
