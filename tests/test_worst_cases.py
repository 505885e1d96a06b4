"""Kommuner with very much, very long or nothing at all still get pages that can be read."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser import served
from tests.looking import CHOSEN, PHONE, faults_in, looked_at, too_wide

LONG = "Kommunfullmäktigeordförandekandidatnomineringsberedningssammanträdesprotokollsutdrag"
LEVELS = 12
GOALS = 200
INDICATORS = 40

WORST = [
    view for view in CHOSEN if view.name in {"light", "dark on a phone", "text twice as large"}
]


def _level(number: int) -> dict[str, object]:
    name = f"nivånummer{number}"
    forms = {"bestämd": f"{name}et", "plural": name, "bestämd_plural": f"{name}en"}
    return {"id": f"n{number}", "namn": name, "artikel": "ett", **forms}


def _goal(name: str, level: int, above: list[str]) -> dict[str, object]:
    words = {"rubrik": f"{LONG} {name}", "text": f"{LONG} {LONG}.", "status": "förslag"}
    return {"id": name, "nivå": f"n{level}", "överordnade": above, **words}


def _much() -> dict[str, object]:
    deep = [
        _goal(f"djup-{n}", n, [f"djup-{n - 1}" if n > 1 else "v"]) for n in range(1, LEVELS + 1)
    ]
    broad = [_goal(f"bred-{n}", 2, ["djup-1"]) for n in range(GOALS)]
    return {
        "styrmodeller": [
            {"id": "s", "namn": LONG, "nivåer": [_level(n) for n in range(1, LEVELS + 1)]}
        ],
        "visioner": [{"id": "v", "rubrik": LONG, "text": f"{LONG} {LONG}.", "status": "gällande"}],
        "mål": [*deep, *broad],
        "indikatorer": [
            {"id": f"i{n}", "namn": f"{LONG} {n}", "enhet": LONG, "hör_till": ["djup-1"]}
            for n in range(INDICATORS)
        ],
    }


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site of one kommun fresh from ``new``, one with too much, and one with nothing."""
    root: Path = tmp_path_factory.mktemp("worst")
    _run("new", "kommun", "Arboga", "--root", str(root))
    for slug, content in (("mycket", _much()), ("inget", {})):
        who = {"namn": slug.capitalize(), "formellt_namn": f"{LONG} {slug}", "kod": "9999"}
        whole = {"format": 1, "kommun": {**who, "påhittad": True}, **content}
        folder = root / "data" / slug
        folder.mkdir()
        # Every JSON text is YAML.
        (folder / "kommun.yml").write_text(
            json.dumps(whole, ensure_ascii=False, indent=1).replace("true", "ja"), "utf-8"
        )
    _run("build", "--root", str(root), "--site-dir", str(root / "site"))
    with served(root / "site") as found:
        yield found


def _run(*arguments: str) -> None:
    command = [sys.executable, "-m", "kommunvision", *arguments]
    result = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    "path",
    [
        "",
        "arboga/",
        "arboga/mal/mal-1/",
        pytest.param("arboga/malkedja/", marks=pytest.mark.full),
        "inget/",
        "mycket/",
        "mycket/malkedja/",
        pytest.param("mycket/niva/n2/", marks=pytest.mark.full),
        pytest.param("mycket/mal/djup-1/", marks=pytest.mark.full),
        "mycket/mal/djup-12/",
        "mycket/indikatorer/",
        pytest.param("mycket/styrmodell/", marks=pytest.mark.full),
    ],
)
def test_the_most_and_the_least_that_a_kommun_can_have_is_readable(path, screen: Page, address):
    with looked_at(screen, address + path) as (page, watched):
        assert faults_in(page, WORST) == []
        assert too_wide(page) == []
        assert watched.errors == []


def test_the_deepest_goal_has_room_for_its_words_on_a_phone(screen: Page, address):
    with looked_at(screen, f"{address}mycket/malkedja/", PHONE) as (page, _):
        deepest = page.locator("a", has_text="djup-12").first
        assert deepest.evaluate("(one) => one.getBoundingClientRect().width") > 100


@pytest.mark.parametrize("path", ["malkedja/djup-12/", "mal/djup-1/", "vision/v/"])
def test_an_embed_with_a_long_word_is_no_wider_than_a_narrow_frame(path, screen: Page, address):
    with looked_at(screen, f"{address}mycket/inbaddad/v1/{path}", (280, 600)) as (page, _):
        assert too_wide(page) == []
