"""Settings are read once for many runs, and each run begins as if it had read them itself."""

import pickle
from pathlib import Path

import pytest
from mkdocs.config import load_config

from kommunvision import driver
from kommunvision.driver import worker
from tests.projects import SETTINGS, project

MORE = SETTINGS + "extra_css: [assets/egen.css]\nmarkdown_extensions: [toc, tables]\nokand: ja\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "a", {"mkdocs.yml": MORE})


def told(config) -> dict[str, object]:
    """Return what settings say, and what plugins want to be told of, in its order."""
    events = {
        name: [(type(one.__self__), one.__func__) for one in events]
        for name, events in config.plugins.events.items()
    }
    plain = {key: value for key, value in config.items() if key not in {"plugins", "theme"}}
    options = {name: dict(plugin.config) for name, plugin in config.plugins.items()}
    theme = config.theme.name, config.theme.dirs, config.theme.static_templates, dict(config.theme)
    return {**plain, "events": events, "options": options, "theme": theme}


def test_a_copy_is_what_would_be_read(root):
    surveyed = worker.survey(root, root / "site")
    said: list[str] = []
    copy = surveyed.settled.for_a_run(Path("annan"), said)
    anew = load_config(str(root / "mkdocs.yml"), site_dir="annan")
    assert told(copy) == told(anew)
    assert copy.site_dir == str(root / "annan")
    own = copy.plugins["kommunvision"]
    assert all(
        event.__self__ in (own, copy.plugins["macros"])
        for events in copy.plugins.events.values()
        for event in events
    )
    assert len(said) == 1
    assert "okand" in said[0]


def test_what_a_run_changes_is_as_it_was_for_the_next(root):
    settled = worker.survey(root, root / "site").settled
    before = told(settled.for_a_run(root / "b", []))
    run = settled.for_a_run(root / "b", [])
    run.theme.dirs.clear()
    run.theme.static_templates.clear()
    run.extra_css.append("mer.css")
    run.plugins["kommunvision"].config["dag"] = "2020-01-01"
    run.plugins["kommunvision"].share = None
    run.plugins.events["env"].clear()
    assert told(settled.for_a_run(root / "b", [])) == before
    assert settled.for_a_run(root / "b", []).plugins["kommunvision"].share is not None


def test_another_process_reads_them_itself_and_so_does_a_run_with_plugins_of_others(root):
    settled = pickle.dumps(worker.survey(root, root / "site").settled)
    assert pickle.loads(settled) is None  # noqa: S301 - our own
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("- macros:", "- search\n  - macros:"))
    assert worker.survey(root, root / "site").settled is None


def test_settings_that_hold_what_has_no_copies_are_read_for_each_run(root):
    settings = root / "mkdocs.yml"
    settings.write_text(SETTINGS + "extra:\n  modul: !!python/module:json\n")
    assert worker.survey(root, root / "site").settled is None
    assert driver.build_sites(root, workers=1).published
