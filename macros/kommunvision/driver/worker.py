"""One run of MkDocs into one folder; what MkDocs has to say is gathered, not printed."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

# Material announces the end of MkDocs in every build; it is no message to editors.
os.environ["NO_MKDOCS_2_WARNING"] = "1"

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from kommunvision.artifact import Sheet
from kommunvision.driver.root import MissingError
from kommunvision.driver.settled import Settled, settled
from kommunvision.driver.wish import AS_SET, Wish
from kommunvision.folders import CONTENT, SETTINGS
from kommunvision.outcome import Outcome
from kommunvision.shelved import Keeper
from kommunvision.summary import EVERYTHING, Share, Summary
from kommunvision.swedish.mkdocs import MODULE_BROKEN

PLUGIN = "kommunvision"


class ConfigError(Exception):
    """MkDocs cannot use the settings; the text is MkDocs' own."""


class RefusedError(ConfigError):
    """The plugin cannot use what the settings say; the text is its own."""


@dataclass(frozen=True, slots=True)
class Built:
    """What one run of MkDocs came to."""

    outcome: Outcome | None
    """What became of the data; none when MkDocs stopped before reading it."""
    complaints: tuple[str, ...]
    """Warnings and errors of MkDocs itself, in its own words."""
    pages: int = 0
    sheets: tuple[Sheet, ...] = ()
    """The pages without their frames, where they were asked for."""
    site_url: str = ""
    last_change: str | None = None
    """The day on which the data or the pages of the kommun were last changed, as git knows it."""
    beside: frozenset[str] = frozenset()
    """Files of the whole site that lie in the folders of kommuner."""
    summary: Summary | None = None
    """What the rest of the site needs to know, where a share of it was made."""

    @property
    def complete(self) -> bool:
        """Whether a whole and faultless site stands in the folder."""
        return self.outcome is not None and not self.outcome.stopped and not self.complaints


Asked = tuple[tuple[str, str], ...]
"""Kommuner, and what was asked of each."""


@dataclass(frozen=True, slots=True)
class Surveyed:
    """A site that has been read and checked once, to be built by one run or by several."""

    root: Path
    wish: Wish
    outcome: Outcome
    known: Any
    """What the plugin knows of the site, for its own runs."""
    ours: bool
    """Whether nothing unknown to us has a hand in the build."""
    divisible: bool
    """Whether kommuner can be built one by one."""
    site_url: str
    layout: str | None
    """The folder of the layout that the site has of its own."""
    settled: Settled | None
    """Its settings, where copies of them will do."""


def survey(root: Path, folder: Path, wish: Wish = AS_SET, keeper: Keeper | None = None) -> Surveyed:
    """Read and check a site that shall be built into a folder.

    Args:
        root: Root of the site's repository.
        folder: Where the site is to be written.
        wish: What is chosen beside the settings.
        keeper: Has what an earlier run has found; without one everything is found anew.

    Raises:
        ConfigError: The settings cannot be used.
    """
    with _complaints() as said:
        config = _settings(root, folder, said, wish)
        plugin: Any = config.plugins[PLUGIN]
        ours = plugin.knows_all(config)
        copied = settled(config, said) if ours else None
        try:
            known = plugin.survey(config, keeper)
        except MkDocsException as error:
            raise RefusedError(error.format_message()) from error
    several = sum(bool(kommun.slug) for kommun in known.outcome.kommuner) > 1
    divisible = ours and several and known.outcome.whole
    url, layout = config.site_url or "", config.theme.custom_dir
    return Surveyed(root, wish, known.outcome, known, ours, divisible, url, layout, copied)


def build(
    root: Path,
    folder: Path,
    wish: Wish = AS_SET,
    *,
    sheets: bool = False,
) -> Built:
    """Build a site into an empty folder.

    Args:
        root: Root of the site's repository.
        folder: Where the site is written.
        wish: What is chosen beside the settings.
        sheets: Whether the pages are wanted without their frames too.

    Raises:
        ConfigError: The settings cannot be used.
    """
    built, plugin = _run(lambda said: _settings(root, folder, said, wish))
    if not (sheets and built.complete):
        return built
    return replace(built, sheets=plugin.sheets(), last_change=plugin.last_change())


def build_one(surveyed: Surveyed, folder: Path, slug: str, share: Share) -> tuple[Built, Asked]:
    """Build a kommun of a site into an empty folder; return too what others were asked for."""
    keeper = surveyed.known.keeper
    if keeper is None:
        return build_share(surveyed, folder, share), ()
    with keeper.shelf.noting() as asked:
        known = surveyed.known.for_one(slug)
        built = build_share(replace(surveyed, known=known), folder, share)
    keeper.ease()
    return built, tuple(sorted(one for one in asked if one[0] != slug))


def build_share(surveyed: Surveyed, folder: Path, share: Share = EVERYTHING) -> Built:
    """Build a share of a site that has been read, into an empty folder."""
    built, plugin = _run_of(surveyed, folder, share)
    return replace(built, summary=plugin.summary()) if plugin.finished else built


def build_pages(surveyed: Surveyed, folder: Path, outcome: Outcome, share: Share) -> Built:
    """Build single pages of a share of a site, whose contents have been made, into a folder."""
    known = replace(surveyed.known, outcome=outcome)
    return _run_of(replace(surveyed, known=known), folder, share)[0]


def _run_of(surveyed: Surveyed, folder: Path, share: Share) -> tuple[Built, Any]:
    """Run MkDocs for a share of a site that has been read."""

    def settings(said: list[str]) -> MkDocsConfig:
        if surveyed.settled:
            return surveyed.settled.for_a_run(folder, said)
        return _settings(surveyed.root, folder, said, surveyed.wish)

    content = surveyed.settled.looked_through(share) if surveyed.settled else nullcontext()
    with content:
        return _run(settings, surveyed.known, share)


def _run(
    settings: Callable[[list[str]], MkDocsConfig], known: object = None, share: Share = EVERYTHING
) -> tuple[Built, Any]:
    """Run MkDocs; return what came of it, and the plugin, which knows more."""
    with _complaints() as said:
        config = settings(said)
        plugin: Any = config.plugins[PLUGIN]
        plugin.known, plugin.share = known, share
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build(config)
        except MkDocsException as error:
            # Its own errors are logged before it stops; ours are part of the outcome.
            if not said and not (plugin.outcome and plugin.outcome.stopped):
                said.append(error.format_message())
        except ImportError as error:
            if error.name:
                # A package that is needed is missing, and that is not told of here.
                raise
            reason = error.__context__ or error
            raise RefusedError(MODULE_BROKEN.format(said=reason)) from error
        except SystemExit as error:
            # So mkdocs-macros ends at a macro that fails. The check lets none through.
            raise RuntimeError("\n".join(said)) from error
        finally:
            config.plugins.on_shutdown()
    url = config.site_url or ""
    return Built(plugin.outcome, tuple(said), len(plugin.pages), site_url=url), plugin


def edit_settings(root: Path) -> tuple[str | None, str | None]:
    """Return what the settings say of where files are changed: a pattern, and the repository.

    Without settings that can be used nobody knows, and the rest can be shown all the same.
    """
    with _complaints() as said:
        try:
            config = _loaded(root, root / "site", said)
        except (ConfigError, MissingError):
            return None, None
        plugin = config.plugins.get(PLUGIN)
        return plugin.config["redigera"] if plugin else None, config.repo_url


def _settings(root: Path, folder: Path, said: list[str], wish: Wish) -> MkDocsConfig:
    config = _loaded(root, folder, said)
    if wish.site_url is not None:
        config.site_url = wish.site_url
    plugin: Any = config.plugins.get(PLUGIN)
    if plugin is None:
        raise ConfigError(f"{SETTINGS}: plugins: {PLUGIN}")
    if wish.kommun is not None:
        plugin.config["kommun"] = wish.kommun
    if (edition := wish.edition) is not None:
        plugin.config["utkast"] = edition.drafts
        plugin.config["dag"] = edition.day.isoformat() if edition.day else plugin.config["dag"]
    plugin.config["strikt"] = wish.strict or plugin.config["strikt"]
    return config


def _loaded(root: Path, folder: Path, said: list[str]) -> MkDocsConfig:
    try:
        return load_config(config_file=str(root / SETTINGS), site_dir=str(folder))
    except MkDocsException as error:
        if not (root / CONTENT).is_dir():
            raise MissingError(root / CONTENT) from error
        raise ConfigError("\n".join([*said, error.format_message()])) from error


class _Gatherer(logging.Handler):
    """Keeps the text of every warning and error."""

    def __init__(self, said: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._said = said

    def emit(self, record: logging.LogRecord) -> None:
        self._said.append(record.getMessage())


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """Gather what MkDocs and its plugins complain about, and keep it off the terminal."""
    said: list[str] = []
    logger = logging.getLogger("mkdocs")
    handler = _Gatherer(said)
    before = logger.propagate
    logger.addHandler(handler)
    logger.propagate = False
    try:
        yield said
    finally:
        logger.removeHandler(handler)
        logger.propagate = before
