"""The settings of a site as MkDocs has read them, for many runs: each gets a copy of its own.

So do they of the files that MkDocs has found in the content, which would look through all of it.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path
from typing import Any

from mkdocs.commands import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import PluginCollection
from mkdocs.structure.files import File, Files, InclusionLevel, get_files

from kommunvision.server import fingerprinted
from kommunvision.summary import Share

_LOG = logging.getLogger("mkdocs.structure.files")


class Settled:
    """Settings that no run has begun with.

    Reading them takes MkDocs longer than writing some pages: it looks through all that is
    installed. Only of plugins that we know it is known that a copy is as good as a new one.
    """

    def __init__(self, config: MkDocsConfig, said: list[str]) -> None:
        self._config = _copy(config)
        self._said = tuple(said)
        self._content: dict[str, tuple[InclusionLevel, str]] | None = None
        """Each file of the content, with where it goes on the site, once a run has asked for it."""
        self._said_of_content: list[logging.LogRecord] = []

    def for_a_run(self, folder: Path, said: list[str]) -> MkDocsConfig:
        """Return settings for a run into a folder, and say again what was said of them."""
        said += self._said
        config = _copy(self._config)
        base = os.path.dirname(config.config_file_path)  # noqa: PTH120 - as MkDocs does
        config.site_dir = os.path.abspath(os.path.join(base, folder))  # noqa: PTH100, PTH118 - as above
        return config

    @contextmanager
    def looked_through(self, share: Share) -> Iterator[None]:
        """Let a run of MkDocs know which files there are in the content that it has use for.

        It says of them what MkDocs says when it looks through them. That is not done until the
        first run has got as far: links in content that the check refuses may lead anywhere.

        Those of other kommuner are none of its own, unless every page may show them: see
        ``own_files`` of the plugin. A layout of the site itself may show any page.
        """

        def files(config: MkDocsConfig) -> Files:
            every = bool(config.theme.custom_dir)
            content = self._found(config)
            for one in self._said_of_content:
                _LOG.handle(one)
            return Files(
                File(uri, config.docs_dir, config.site_dir, use_directory_urls=True, inclusion=told)
                for uri, (told, place) in content.items()
                # By where it goes: a page beside the kommuner may stand in the folder of one.
                if every or share.reads(place) or fingerprinted(place, b"") is not None
            )

        module: Any = build
        before = module.get_files
        module.get_files = files
        try:
            yield
        finally:
            module.get_files = before

    def _found(self, config: MkDocsConfig) -> dict[str, tuple[InclusionLevel, str]]:
        if self._content is None:

            def keep(said: logging.LogRecord) -> bool:
                self._said_of_content.append(said)
                return False

            _LOG.addFilter(keep)
            try:
                found = get_files(config)
            finally:
                _LOG.removeFilter(keep)
            self._content = {one.src_uri: (one.inclusion, one.dest_uri) for one in found}
        return self._content

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
