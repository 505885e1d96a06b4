"""The pictures of the handbook: those that a page names are made, and those that are made are shown."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from tests.handbook_pictures import NAMES, NO_BROWSER, ROOT, main, make
from tests.test_handbook_examples import PAGES, WRITTEN

SHOWN = re.compile(r"^!\[(.*)\]\(bilder/(\S+)\.png\)$", re.MULTILINE)
LARGEST = 60_000


def named() -> list[tuple[str, str]]:
    return [one for page in WRITTEN for one in SHOWN.findall(page.read_text("utf-8"))]


def test_every_picture_that_a_page_names_is_made_and_every_one_that_is_made_is_shown():
    assert {name for _, name in named()} == set(NAMES)
    written = "".join(page.read_text("utf-8") for page in WRITTEN)
    assert written.count("](bilder/") == len(named()), "a picture stands on a line of its own"


def test_every_picture_has_words_that_say_what_one_sees():
    for words, name in named():
        assert len(words) > 60, name
        assert not re.match("(en )?(skärm)?bild", words, re.IGNORECASE), name


def test_without_a_browser_a_sentence_says_what_to_do(monkeypatch, tmp_path: Path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SystemExit) as stopped:
        main([])
    assert stopped.value.code == NO_BROWSER
    assert "Installera det, eller kör make handbok" in NO_BROWSER


@pytest.mark.full
def test_the_handbook_shows_the_pictures_that_are_made_of_the_site(
    built_site: Path, chromium: Browser, tmp_path: Path
):
    handbook = tmp_path / "docs" / "handbok"
    shutil.copytree(PAGES.parent, handbook, ignore=shutil.ignore_patterns("bilder"))
    for name in ("macros", "tests"):
        (tmp_path / name).symlink_to(ROOT / name)
    make(chromium, built_site, handbook / "bilder")
    for name in NAMES:
        file = handbook / "bilder" / f"{name}.png"
        assert 2_000 < file.stat().st_size < LARGEST, name
        with Image.open(file) as picture:
            assert len(picture.getcolors(256) or ()) > 8, f"{name} shows nothing"
    words = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "-f",
        str(handbook / "mkdocs.yml"),
    ]
    made = subprocess.run(
        [*words, "-d", str(tmp_path / "site")], check=False, capture_output=True, encoding="utf-8"
    )
    assert made.returncode == 0, made.stderr
    shown = (tmp_path / "site" / "mal" / "index.html").read_text("utf-8")
    assert re.search(r'<img [^>]*src="\.\./bilder/malkedja\.png" width="960" height="900"', shown)
    assert len(list((tmp_path / "site" / "bilder").glob("*.png"))) == len(NAMES)
