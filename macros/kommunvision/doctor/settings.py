"""The settings in mkdocs.yml: what was forgotten, and what stands in the wrong order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from kommunvision.doctor.finding import Finding
from kommunvision.driver.settings import plugins_of
from kommunvision.driver.worker import PLUGIN
from kommunvision.folders import CONTENT, SETTINGS
from kommunvision.plugin.options import faults
from kommunvision.swedish.doctor import REPORT
from kommunvision.swedish.start import EXAMPLE_ADDRESS

_MACROS = "macros"
_THEME = "material"
_STRICT = {"on_error_fail: true": True, "on_undefined: strict": "strict"}
_LINE = re.compile(r"line (\d+)")


class _Written(MkDocsConfig):  # type: ignore[no-untyped-call] # its own base
    """Settings as they were written, what they inherit included, and no defaults."""

    written: Mapping[str, Any] = MappingProxyType({})

    def load_dict(self, patch: dict[str, Any]) -> None:
        self.written = patch


def settings(root: Path) -> Iterator[Finding]:
    """Judge the settings of a site."""
    path = root / SETTINGS
    if not path.is_file():
        yield Finding("settings_missing", path=path)
        return
    try:
        with path.open("rb") as opened:
            config = _Written()
            config.load_file(opened)
    except ConfigurationError as error:
        line = _LINE.search(str(error))
        words = REPORT["row"].format(line=line[1]) if line else REPORT["some_row"]
        yield Finding("settings_unreadable", place=words)
        return
    found = [*judge(config.written), *_options(config.written, path)]
    yield from found or [Finding("settings")]


def judge(told: Mapping[str, Any]) -> Iterator[Finding]:
    """Judge settings as they were written."""
    yield from _plugins(told.get("plugins"))
    theme = told.get("theme")
    name = theme.get("name") if isinstance(theme, Mapping) else theme
    if name != _THEME:
        yield Finding("theme_other", name=name)
    if told.get("strict") is not True:
        yield Finding("not_strict")
    if (docs := str(told.get("docs_dir", "docs")).rstrip("/")) != CONTENT:
        yield Finding("docs_elsewhere", name=docs)
    yield from _address(told.get("site_url"))


def _plugins(told: object) -> Iterator[Finding]:
    plugins = dict(plugins_of(told))
    order = list(plugins)
    if PLUGIN not in plugins:
        yield Finding("plugin_missing")
    if _MACROS not in plugins:
        yield Finding("macros_missing")
        return
    if PLUGIN in plugins and order.index(_MACROS) < order.index(PLUGIN):
        yield Finding("macros_first")
    macros = plugins[_MACROS]
    if not (macros.get("modules") or macros.get("module_name")):
        yield Finding("macros_unknown")
    for line, value in _STRICT.items():
        if macros.get(line.partition(":")[0]) != value:
            yield Finding("macros_lenient", setting=line)


def _options(told: Mapping[str, Any], path: Path) -> Iterator[Finding]:
    """Find settings of our own plugin that it would refuse."""
    for wrong in faults(dict(plugins_of(told.get("plugins"))).get(PLUGIN, {}), path):
        yield Finding("option_wrong", wanted=wrong)


def _address(url: object) -> Iterator[Finding]:
    if not url:
        yield Finding("url_missing")
    elif not re.match(r"https?://[^/]", str(url)):
        yield Finding("url_odd", url=url)
    elif not str(url).endswith("/"):
        yield Finding("url_without_slash", url=url)
    elif url == EXAMPLE_ADDRESS:
        yield Finding("url_example", url=url)
