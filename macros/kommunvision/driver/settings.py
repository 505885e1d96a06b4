"""What a site rests on beside data and pages, as its settings say, before MkDocs has read them.

Where they name programs of others, or the site's own, nobody knows what those read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kommunvision.folders import CONTENT, SETTINGS
from kommunvision.kept.prints import fingerprint, of_content, of_tree
from kommunvision.text.settings import UNREADABLE, SettingsLoader

_PLUGIN, _MACROS = "kommunvision", "macros"
# The door of the engine to mkdocs-macros; and what that loads where the settings name nothing.
_DOOR, _MAIN = "kommunvision.macros", "main"
# Packages whose functions the settings may name: they go by what they are given.
_KNOWN = frozenset({"markdown", "material", "pymdownx"})
# They would say when a page was made, or are looked for where whoever builds happens to stand.
_TIME, _HERE = b"build_date_utc", ("custom_icons", "include_dir")


@dataclass(frozen=True, slots=True)
class Ground:
    """What settings say, and what they name."""

    told: str
    """Fingerprint of it."""
    known: bool
    """Whether nothing else can have a say in what is built."""


def settings_print(root: Path) -> str | None:
    """Return the fingerprint of a site's settings and of what they name; none if nobody knows."""
    ground = ground_of(root)
    return ground.told if ground.known else None


def ground_of(root: Path) -> Ground:
    """Return what the settings of a site rest on.

    The layout and the data files that they name have a say, and values of the environment. So have
    programs in the root, which any import may meet.
    """
    raw = (root / SETTINGS).read_bytes()
    loader = _Loader(raw)
    try:
        told = loader.get_single_data()
        plugins = list(plugins_of(told.get("plugins")))
        known = not (told.get("INHERIT") or told.get("hooks") or _names(told, _HERE))
    except UNREADABLE:
        return Ground(fingerprint(raw), known=False)
    theme = told.get("theme")
    layout = theme.get("custom_dir") if isinstance(theme, Mapping) else None
    found = [*_programs(root), *_layout(root, layout)]
    if "!" in str(told.get("exclude_docs")):
        found += _hidden(root / CONTENT)
    for name, options in plugins:
        known &= name in {_PLUGIN, _MACROS}
        if name == _MACROS:
            found += _of_macros(root, options)
    lines = [f"{path} {told}" for path, told, _ in found]
    return Ground(fingerprint(raw, loader.asked, *lines), known and all(sure for *_, sure in found))


_Found = Iterator[tuple[str, str, bool]]
"""A path as it is named, its fingerprint, and whether that says all."""


def _programs(root: Path) -> _Found:
    """Find the programs that lie in the root."""
    for path in sorted(root.iterdir()):
        if path.suffix == ".py":
            yield path.name, of_content(path), True


def _layout(root: Path, name: object) -> _Found:
    """Find the files of the layout that a site has of its own, hidden ones among them."""
    if not name:
        return
    folder = (root / str(name)).resolve()
    # One that holds the site itself is not looked through.
    within = not root.resolve().is_relative_to(folder)
    yield str(name), "", within
    for inside, told in of_tree(folder, hidden=True).of_each.items() if within else ():
        yield f"{name}/{inside}", told, _is_content(told) and not _tells_time(folder / inside)


def _hidden(content: Path) -> _Found:
    """Find hidden files among the pages, which settings may let out: ``!.well-known``."""
    for path in sorted(content.rglob(".*")):
        name = path.relative_to(content).as_posix()
        is_folder = path.is_dir() and not path.is_symlink()
        each = of_tree(path, hidden=True).of_each if is_folder else {"": of_content(path)}
        yield from ((f"{name}/{inside}", told, _is_content(told)) for inside, told in each.items())


def _of_macros(root: Path, options: Mapping[str, Any]) -> _Found:
    """Find what mkdocs-macros reads, and the programs that it runs."""
    for entry in options.get("include_yaml") or ():
        for name in entry.values() if isinstance(entry, Mapping) else [entry]:
            yield str(name), of_content(root / str(name)), True
    for name in options.get("modules") or ():
        yield str(name), "", name == _DOOR
    named = str(options.get("module_name") or _MAIN)
    file, folder = root / f"{named}.py", root / named
    if file.exists():
        yield named, of_content(file), _is_door(file)
    elif folder.exists():
        first = folder / "__init__.py"
        yield named, of_content(first), _is_door(first)


def _is_door(path: Path) -> bool:
    """Whether a program hands on the macros of the engine, and does nothing else."""
    import ast  # noqa: PLC0415 - few sites have a program of their own

    try:
        steps = ast.parse(path.read_bytes()).body
    except (OSError, ValueError, SyntaxError):
        return False
    return all(
        (isinstance(step, ast.Expr) and isinstance(step.value, ast.Constant))
        or (isinstance(step, ast.ImportFrom) and step.module in {_DOOR, "__future__"})
        or (
            isinstance(step, ast.Assign)
            and [ast.unparse(one) for one in step.targets] == ["__all__"]
        )
        for step in steps
    )


def _is_content(told: str) -> bool:
    """Whether a fingerprint is one of a content, and no word for what cannot be read."""
    return " " not in told


def _tells_time(path: Path) -> bool:
    return path.is_file() and _TIME in path.read_bytes()


def plugins_of(told: object) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the plugins with their settings, however they are written."""
    entries = told if isinstance(told, list) else [told] if told else []
    for entry in entries:
        for name, more in entry.items() if isinstance(entry, Mapping) else [(entry, None)]:
            yield str(name), more if isinstance(more, Mapping) else {}


def _names(told: object, keys: tuple[str, ...]) -> bool:
    """Whether one of some keys stands anywhere in settings."""
    if isinstance(told, Mapping):
        return any(key in told for key in keys) or any(_names(one, keys) for one in told.values())
    return isinstance(told, list) and any(_names(one, keys) for one in told)


class _Loader(SettingsLoader):
    """Reads settings as MkDocs does, and runs nothing that they name."""

    def function(self, suffix: str, node: yaml.Node) -> None:
        """Take a function of a package that is known for a value that says nothing.

        Raises:
            ConstructorError: It is another's.
        """
        kind, _, name = suffix.partition(":")
        if kind not in {"name", "object/apply"} or name.partition(".")[0] not in _KNOWN:
            self.construct_undefined(node)


_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _Loader.function)
