"""The forms of the repository's own kommuner are opened and saved in a browser."""

import json
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from kommunvision.form import backend_of, settings_text
from kommunvision.load import load_site
from tests.form.differing import change
from tests.form.driving import editing

pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def settings(repository: Path) -> str:
    kommuner = load_site(repository, drafts=True).kommuner
    return settings_text(
        kommuner, backend_of("lokalt", None), title="Redigera", home="/", icon="/assets/icon.svg"
    )


@pytest.fixture(scope="module")
def site(form_site: Path, settings: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The editor of the small site, told of every kommun."""
    folder = tmp_path_factory.mktemp("alla") / "site"
    shutil.copytree(form_site, folder)
    (folder / "redigera" / "installningar.json").write_text(settings, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def files(repository: Path) -> dict[str, str]:
    found = sorted((repository / "data").rglob("*.yml"))
    return {path.relative_to(repository).as_posix(): path.read_text("utf-8") for path in found}


# The file, the object to open, the field, what is written in it, and the lines that change.
CHANGES = [
    (
        "indikatorer",
        "indikatorer.1",
        "metod",
        "Nationell statistik som kommer i januari.",
        [
            "-    metod: Nationell statistik som kommer i december.",
            "+    metod: Nationell statistik som kommer i januari.",
        ],
    ),
    (
        "organisation",
        "organisation.0",
        "beskrivning",
        "Beslutar om det stora: budget, mål och taxor.",
        [
            "-    beskrivning: >-",
            "-      De 31 ledamöterna är valda av invånarna. Fullmäktige beslutar om vision, mål och budget.",
            '+    beskrivning: "Beslutar om det stora: budget, mål och taxor."',
        ],
    ),
]


def test_a_text_is_changed_in_a_file_with_everything_in_it(site, files, chromium):
    with editing(chromium, site, files) as editor:
        editor.open_folder()
        for name, whole, key, text, lines in CHANGES:
            file = f"data/exempelby/{name}.yml"
            editor.open_file(f"({name}.yml)")
            editor.unfold(whole)
            editor.write(f"{whole}.{key}", text)
            editor.save()
            editor.saved()
            assert change(files[file], editor.read(file)) == lines
            editor.leave("exempelby")
        assert editor.asked == []
        assert editor.complaints == []


def test_every_file_of_every_kommun_is_opened_without_a_fault(site, files, settings, chromium):
    collections = json.loads(settings)["config"]["collections"]
    with editing(chromium, site, files, height=800) as editor:
        editor.open_folder()
        expect(editor.page.get_by_text("Mål (mal.yml)")).to_be_visible()
        for collection in collections:
            for form in collection["files"]:
                editor.leave(collection["name"])
                editor.open_file(form["label"])
                expect(editor.field(form["fields"][0]["name"])).to_be_visible()
        assert editor.asked == []
        assert editor.complaints == []


@pytest.mark.parametrize("width", [320, 1280])
def test_the_forms_fit_the_screen(width, site, files, chromium):
    with editing(chromium, site, files, width=width, height=800) as editor:
        editor.open_folder()
        expect(editor.page.get_by_text("Exempelby kommun").first).to_be_visible()
        editor.page.evaluate("location.hash = '#/collections/exempelby/entries/mal'")
        expect(editor.field("mål")).to_be_visible()
        wide = "document.documentElement.scrollWidth"
        assert editor.page.evaluate(wide) <= width
