"""What a site rests on beside its data and pages is known before MkDocs is asked, or all is built."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kommunvision.driver import build_sites
from kommunvision.driver.settings import settings_print
from kommunvision.driver.watcher import Watcher
from tests.helpers import write_files
from tests.projects import SETTINGS, project, snapshot

Change = Callable[[Path, pytest.MonkeyPatch], None]

LAYOUT = "  font: false\n  custom_dir: "
MACROS = "      modules: [kommunvision.macros]\n"
FOOT = '{% extends "base.html" %}{% block scripts %}{{ super() }}<p>FOOT</p>{% endblock %}'
# It reads what no setting names.
OWN = """
from pathlib import Path

def on_post_page_macros(env):
    env.markdown += Path(env.conf["config_file_path"]).parent.joinpath("fakta.txt").read_text()
"""


@dataclass(frozen=True)
class Kind:
    """A way in which a site may depend on something, and a change of that."""

    settings: str
    files: dict[str, str] = field(default_factory=dict)
    change: Change = lambda root, _: write_files(root, {"fakta.txt": "Andra fakta."})
    known: bool = False
    """Whether it is known what is read; else all is built each time."""


def layout(place: str, foot: str = "Foten") -> str:
    return SETTINGS.replace("  font: false\n", f"{LAYOUT}{place}\n")


def macros(*lines: str) -> str:
    return SETTINGS.replace(MACROS, MACROS + "".join(f"      {line}\n" for line in lines))


def writing(name: str, text: str) -> Change:
    return lambda root, _: write_files(root, {name: text})


def foot(words: str) -> str:
    return FOOT.replace("FOOT", words)


def linked(root: Path) -> None:
    (root / "egen").mkdir(exist_ok=True)
    (root / "egen/delar").symlink_to(root / "annat", target_is_directory=True)


KINDS = {
    "a layout called something else": Kind(
        layout("egen/form"), {"egen/form/main.html": foot("a")}, writing("egen/form/main.html", foot("b")), known=True
    ),
    "a hidden part of a layout": Kind(
        layout("egen"),
        {"egen/main.html": foot('{% include ".delar/fot.html" %}'), "egen/.delar/fot.html": "a"},
        writing("egen/.delar/fot.html", "b"),
        known=True,
    ),
    "a part of a layout behind a link": Kind(
        layout("egen"),
        {"egen/main.html": foot('{% include "delar/fot.html" %}'), "annat/fot.html": "a"},
        writing("annat/fot.html", "b"),
    ),
    "a layout that the environment names": Kind(
        layout("!ENV [PLATSENS_FORM, egen]"),
        {"egen/main.html": foot("a"), "annan/main.html": foot("b")},
        lambda _, patch: patch.setenv("PLATSENS_FORM", "annan"),
        known=True,
    ),
    "a value of the environment": Kind(
        SETTINGS.replace("Provplatsen", "!ENV [PLATSENS_NAMN, Provplatsen]"),
        change=lambda _, patch: patch.setenv("PLATSENS_NAMN", "Nya platsen"),
        known=True,
    ),
    "a stylesheet of all pages": Kind(
        f"{layout('egen')}extra_css: [assets/egen.css]\n",
        {"egen/assets/egen.css": "p { margin: 0 }"},
        writing("egen/assets/egen.css", "p { margin: 1px }"),
        known=True,
    ),
    "a hidden file that is let out": Kind(
        f'{SETTINGS}exclude_docs: "!.well-known"\n',
        {"content/.well-known/security.txt": "Contact: https://a.example\n"},
        writing("content/.well-known/security.txt", "Contact: https://b.example\n"),
        known=True,
    ),
    "a data file of the macros": Kind(
        layout("egen").replace(MACROS, f"{MACROS}      include_yaml: [fakta/ett.yml]\n"),
        {"egen/main.html": foot('{{ config.plugins["macros"].variables.tal }}'), "fakta/ett.yml": "tal: 1"},
        writing("fakta/ett.yml", "tal: 2"),
        known=True,
    ),
    "a program called main.py": Kind(SETTINGS, {"main.py": OWN, "fakta.txt": "Fakta."}),
    "a program called something else": Kind(
        macros("module_name: egna"), {"egna.py": OWN, "fakta.txt": "Fakta."}
    ),
    "a program in a folder": Kind(
        macros("module_name: sidprogram"),
        {"sidprogram/__init__.py": "from sidprogram.inre import on_post_page_macros\n",
         "sidprogram/inre.py": OWN, "fakta.txt": "Fakta."},
    ),
    "a program that is installed": Kind(
        SETTINGS.replace("[kommunvision.macros]", "[kommunvision.macros, installerat_program]"),
        {"installerat_program.py": OWN, "fakta.txt": "Fakta."},
    ),
    "a hook": Kind(
        f"{SETTINGS}hooks: [krok.py]\n",
        {"krok.py": "from pathlib import Path\n\ndef on_page_markdown(markdown, config, **_):\n"
         "    return markdown + Path(config.config_file_path).with_name('fakta.txt').read_text()\n",
         "fakta.txt": "Fakta."},
    ),
    "settings elsewhere": Kind(
        f"INHERIT: grund.yml\n{SETTINGS.replace('site_name: Provplatsen', '')}",
        {"grund.yml": "site_name: Ett namn\n"},
        writing("grund.yml", "site_name: Ett annat namn\n"),
    ),
}  # fmt: skip


def made(root: Path, kind: Kind) -> Path:
    project(root, {"mkdocs.yml": kind.settings, **kind.files})
    if (root / "annat").exists():
        linked(root)
    return root


@pytest.mark.parametrize("name", KINDS)
def test_what_the_settings_name_has_a_say_or_it_is_said_that_nobody_knows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    kind = KINDS[name]
    root = made(tmp_path, kind)
    before = settings_print(root)
    assert settings_print(root) == before
    assert (before is not None) == kind.known
    kind.change(root, monkeypatch)
    if kind.known:
        assert settings_print(root) != before


# Those that the settings alone do not tell of.
_FIRST = ("a program called something else", "a layout called something else")


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=() if name in _FIRST else pytest.mark.full)
        for name in KINDS
    ],
)  # fmt: skip
def test_a_build_after_a_change_of_what_a_site_rests_on_gives_the_bytes_of_a_clean_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    kind = KINDS[name]
    root = made(tmp_path / "plats", kind)
    monkeypatch.syspath_prepend(str(root))
    assert build_sites(root, workers=1).complete
    before = snapshot(root / "site")
    kind.change(root, monkeypatch)
    assert build_sites(root, workers=1).complete
    aside = tmp_path / "ren"
    assert build_sites(root, site_dir=aside, workers=1, anew=True).complete
    assert snapshot(root / "site") == snapshot(aside) != before


@pytest.mark.parametrize(
    "settings",
    [
        "theme: {name: material, custom_dir: .}\n",
        "theme: {name: material, custom_dir: ..}\n",
        "plugins: [kommunvision, macros, search]\n",
        "plugins: {kommunvision: {}, blog: {}}\n",
        "plugins: [macros: {include_dir: delar}]\n",
        "markdown_extensions: [pymdownx.emoji: {options: {custom_icons: [ikoner]}}]\n",
        "markdown_extensions: [toc: {slugify: !!python/name:eget.namn}]\n",
        "extra: !!python/object/apply:os.getcwd []\n",
        "extra: !relative ikoner\n",
        'plugins: [macros: {module_name: "../annans"}]\n',
        "site_name: 2026-99-99\n",
        "a: &a [*a]\n",
        "- en lista\n",
        "%",
        "",
    ],
)
def test_settings_of_which_nobody_knows_what_they_lead_to_have_no_fingerprint(
    tmp_path: Path, settings: str
) -> None:
    root = tmp_path / "plats"
    write_files(root, {"mkdocs.yml": settings, "../annans.py": OWN})
    assert settings_print(root) is None


@pytest.mark.parametrize(
    "settings",
    [
        "markdown_extensions: [toc: {slugify: !!python/object/apply:pymdownx.slugs.slugify {}}]\n",
        "markdown_extensions: [pymdownx.emoji: {emoji_index: !!python/name:material.emoji.x }]\n",
        "plugins: {kommunvision: {}, macros: {module_name: macros}}\n",
        "hooks: []\nplugins:\n- kommunvision\n- macros: {modules: [kommunvision.macros]}\n",
    ],
)
def test_settings_that_name_what_is_known_have_a_fingerprint(tmp_path: Path, settings: str) -> None:
    door = '"""Only the door."""\n\nfrom kommunvision.macros import define_env\n\n__all__ = ["a"]\n'
    write_files(tmp_path, {"mkdocs.yml": settings, "macros/__init__.py": door})
    assert settings_print(tmp_path)


def test_a_layout_that_says_when_a_page_was_made_is_made_each_time(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {"mkdocs.yml": layout("egen"), "egen/main.html": "{{ build_date_utc.isoformat() }}"},
    )
    assert settings_print(tmp_path) is None


def test_settings_that_are_only_read_by_ours_have_the_same_fingerprint_wherever_the_site_lies(
    tmp_path: Path,
) -> None:
    places = tmp_path / "ett", tmp_path / "två"
    for place in places:
        made(place, KINDS["a data file of the macros"])
    first, second = map(settings_print, places)
    assert first == second


class _Saving(Watcher):
    """Somebody who saves a file while the site is built."""

    def __init__(self, path: Path, text: str) -> None:
        self._path, self._text = path, text

    def stage(self, name: str) -> None:
        if name == "building":
            self._path.write_text(self._text, "utf-8")


def test_a_layout_that_is_saved_in_the_middle_of_a_build_and_taken_back_leaves_no_trace(
    tmp_path: Path,
) -> None:
    root = made(tmp_path / "plats", KINDS["a layout called something else"])
    path = root / "egen/form/main.html"
    assert build_sites(root, workers=1).complete
    path.write_text(foot("b"), "utf-8")
    assert build_sites(root, workers=1, watcher=_Saving(path, foot("mitt i"))).complete
    path.write_text(foot("b"), "utf-8")
    assert build_sites(root, workers=1).complete
    assert "<p>b</p>" in (root / "site/index.html").read_text("utf-8")
