"""What the settings of a site must be for the plugin to do its work."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs_macros import context as macros_context

from kommunvision.folders import CONTENT
from kommunvision.plugin.extensions import refused
from kommunvision.plugin.options import RefusedError
from kommunvision.swedish.cli import say
from kommunvision.swedish.mkdocs import EXTENSION_REFUSED

SETTINGS = "mkdocs.yml"


def root_of(config: MkDocsConfig) -> Path:
    """Return the root of a site: the folder of its settings."""
    return Path(config.config_file_path or SETTINGS).resolve().parent


def see_to_settings(config: MkDocsConfig, plugin: BasePlugin[Any], root: Path) -> None:
    """Make mkdocs-macros strict, and complain about what would let a site be wrong unnoticed.

    Raises:
        RefusedError: The settings cannot be used; the text says what to change.
    """
    macros = config.plugins.get("macros")
    if macros is None:
        raise RefusedError(say("macros_missing"))
    order = [one for one in config.plugins.values() if one in (plugin, macros)]
    if order[0] is not plugin:
        # Its macros would be called before they are told which page they stand on.
        raise RefusedError(say("macros_first"))
    # It would ask git a dozen questions in every run, for variables that no page of ours can see.
    macros_context.get_git_info = dict
    macros.config["on_error_fail"] = True
    macros.config["on_undefined"] = "strict"
    if Path(config.docs_dir).resolve() != (root / CONTENT).resolve():
        # `check`, `serve` and the ledger know nothing of MkDocs' settings.
        raise RefusedError(say("content_elsewhere", name=os.path.relpath(config.docs_dir, root)))
    if extension := refused(config.markdown_extensions):
        raise RefusedError(EXTENSION_REFUSED.format(name=extension))
