"""What the settings of a site must be for the plugin to do its work."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs_macros import context as macros_context
from mkdocs_macros.util import parse_package

from kommunvision.folders import CONTENT, SETTINGS, seen_from
from kommunvision.plugin.extensions import refused
from kommunvision.plugin.files import GeneratedPage
from kommunvision.plugin.options import RefusedError
from kommunvision.swedish.cli import say
from kommunvision.swedish.macros import BY_NAME
from kommunvision.swedish.mkdocs import EXTENSION_REFUSED, MACROS_UNKNOWN, MODULE_NOT_FOUND

_LOG = logging.getLogger("mkdocs.plugins")

_OURS: Final = frozenset({"kommunvision", "macros"})

# What mkdocs-macros looks for unasked, and may be missing.
_UNASKED = "main"


def knows_all(config: MkDocsConfig) -> bool:
    """Tell whether nothing unknown has a hand in a build: no other plugin, and no hook."""
    return set(config.plugins) <= _OURS


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
    _spare_generated(config, macros)
    spare_telling(config, macros)
    _see_to_modules(macros.config, root)
    if Path(config.docs_dir).resolve() != (root / CONTENT).resolve():
        # `check`, `serve` and the ledger know nothing of MkDocs' settings.
        raise RefusedError(say("content_elsewhere", name=seen_from(root, Path(config.docs_dir))))
    if extension := refused(config.markdown_extensions):
        raise RefusedError(EXTENSION_REFUSED.format(name=extension))


def _spare_generated(config: MkDocsConfig, macros: Any) -> None:  # noqa: ANN401 - not typed
    """Let mkdocs-macros be asked for pages that people write; for each it copies all it knows.

    It goes on being asked for all where functions of the site's own are to see every page.
    """
    events = config.plugins.events["page_markdown"]

    def but_generated(event: Callable[..., str]) -> Callable[..., str]:
        def made(markdown: str, *, page: MkDocsPage, **rest: object) -> str:
            asked = macros.pre_macro_functions or macros.post_macro_functions
            if isinstance(page, GeneratedPage) and not asked:
                return markdown
            return event(markdown, page=page, **rest)

        return made

    events[:] = [but_generated(one) if _of(one) is macros else one for one in events]


def spare_telling(config: MkDocsConfig, macros: object) -> None:
    """Let mkdocs-macros tell what it knows, much of it as JSON, only where that is shown."""
    if not _LOG.isEnabledFor(logging.INFO):
        events = config.plugins.events["pre_build"]
        events[:] = [one for one in events if _of(one) is not macros]


def _of(event: Callable[..., Any]) -> object:
    return getattr(event, "__self__", None)


def _see_to_modules(told: Mapping[str, Any], root: Path) -> None:
    """Complain about a module that is not there; mkdocs-macros would ask a registry about it."""
    for written in told["modules"]:
        if not _is_installed(parse_package(written)[1]):
            raise RefusedError(MODULE_NOT_FOUND.format(name=written, setting="modules"))
    name = told["module_name"]
    if name != _UNASKED and not ((root / f"{name}.py").is_file() or (root / name).is_dir()):
        raise RefusedError(MODULE_NOT_FOUND.format(name=name, setting="module_name"))


def _is_installed(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except (ImportError, ValueError):
        # What it lies in is no package, or there is none.
        return False


def see_to_macros(known: Collection[str]) -> None:
    """Complain when pages would not find our macros.

    Raises:
        RefusedError: Some are not among those that are known.
    """
    if not BY_NAME.keys() <= {*known}:
        raise RefusedError(MACROS_UNKNOWN)
