"""Settings are read once for many runs, and each run begins as if it had read them itself."""

import os
import pickle
from pathlib import Path

import pytest
from mkdocs.commands import build
from mkdocs.config import load_config

from kommunvision import cli, driver
from kommunvision.driver import worker
from kommunvision.summary import EVERYTHING, Share
from tests.helpers import LEVELS
from tests.projects import KOMMUN, SETTINGS, project

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


CONTENT = {
    "data/zeta/kommun.yml": KOMMUN.replace("Exempelby", "Zeta").replace("9999", "9998"),
    "data/zeta/styrmodell.yml": LEVELS,
    "content/exempelby/bild.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "content/exempelby/utkast.md": "# Utkast\n",
    "content/zeta/.dold.md": "# Dold\n",
    "content/zeta/egen.css": "p { color: #123 }",
    "content/zeta/README.md": "# Zeta\n",
    "content/zeta/sida.md": "# Sida\n",
    "mkdocs.yml": SETTINGS + "draft_docs: utkast.md\n",
}


@pytest.mark.parametrize("more", [{}, {"content/zeta/index.md": "# Zeta\n"}])
def test_a_run_knows_the_files_that_it_would_find_and_has_use_for(tmp_path, more, caplog):
    root = project(tmp_path, {**CONTENT, **more})
    surveyed = worker.survey(root, root / "site")
    said: list[str] = []
    config = surveyed.settled.for_a_run(root / "b", said)
    assert said == []
    caplog.clear()

    def found() -> dict[str, tuple[object, ...]]:
        return {
            one.src_uri: (one.dest_uri, one.abs_src_path, one.abs_dest_path, one.url, one.inclusion)
            for one in build.get_files(config)
        }

    anew = found()
    complaints = caplog.messages
    assert len(complaints) == len(more)
    caplog.clear()
    with surveyed.settled.looked_through(EVERYTHING):
        assert found() == anew
    assert caplog.messages == complaints
    with surveyed.settled.looked_through(Share(frozenset(["exempelby"]), spanning=False)):
        own = found()
    assert own == {
        name: told
        for name, told in anew.items()
        if name.startswith("exempelby/") or name.endswith(".css")
    }
    assert "zeta/sida.md" in anew
    assert found() == anew


def test_nobody_looks_where_a_link_in_content_leads_that_the_check_refuses(tmp_path, monkeypatch):
    root = project(tmp_path / "plats", dict.fromkeys(("content/zeta/sida.md",), "# Sida\n"))
    secret = tmp_path / "annat"
    secret.mkdir()
    (root / "content/ut").symlink_to(secret)
    looked: list[str] = []
    walk = os.walk

    def walked(top, *args, **more):
        for current, folders, names in walk(top, *args, **more):
            looked.append(os.path.realpath(current))
            yield current, folders, names

    monkeypatch.setattr(os, "walk", walked)
    report = driver.build_sites(root, workers=1)
    assert [one.code for one in report.problems] == ["KV015"]
    assert looked
    assert str(secret) not in looked


def test_what_the_check_refuses_is_not_told_of_in_english_too(tmp_path, capsys):
    root = project(tmp_path, {**CONTENT, "content/zeta/index.md": "# Zeta\n"})
    assert cli.run(["build", "--root", str(root)]) == 1
    told = "".join(capsys.readouterr())
    assert "KV808" in told
    assert "MkDocs" not in told


def test_files_are_looked_for_anew_in_the_next_build(tmp_path):
    unused = ["content/zeta/egen.css", "content/exempelby/bild.svg"]
    root = project(tmp_path, {**CONTENT, **dict.fromkeys(unused)})
    assert driver.build_sites(root, workers=1).published
    (root / "content/zeta/ny.md").write_text("# Ny\n", encoding="utf-8")
    assert driver.build_sites(root, workers=1).published
    assert (root / "site/zeta/ny/index.html").is_file()
