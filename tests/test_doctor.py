"""``kommunvision doctor`` says in Swedish what is wrong with an installation, and one remedy for each."""

import json
import re
import subprocess
from datetime import date
from pathlib import Path
from string import Formatter

import pytest
import yaml

from kommunvision import cli
from kommunvision.doctor import computer, folders, installed
from kommunvision.doctor.finding import Finding, text
from kommunvision.doctor.git import committed, git
from kommunvision.doctor.settings import judge, settings
from kommunvision.swedish.doctor import TEXTS, Grade
from tests.projects import project

SETTINGS = """\
site_name: Provplatsen
site_url: https://prov.example/
docs_dir: content
strict: true
theme: {name: material}
plugins:
- kommunvision
- macros: {modules: [kommunvision.macros], on_error_fail: true, on_undefined: strict}
"""


def keys(findings) -> list[str]:
    return [one.key for one in findings]


# The words


@pytest.mark.parametrize("key", TEXTS)
def test_every_fault_has_a_remedy_and_every_sentence_an_end(key):
    told = TEXTS[key]
    assert bool(told.remedy) is (told.grade is not Grade.WELL)
    assert told.said.endswith(".")
    assert told.said[0].isupper() or told.said.startswith("{")
    named = {name for _, name, _, _ in Formatter().parse(told.said + told.remedy) if name}
    assert named <= {
        "count", "encoding", "free", "name", "names", "path", "place", "setting", "url", "value",
        "version", "wanted", "year",
    }  # fmt: skip


def test_the_report_gives_each_finding_a_line_its_remedy_below_and_a_verdict_last():
    found = [Finding("git"), Finding("git_shallow"), Finding("no_room", free="3 MB")]
    assert text(found).splitlines() == [
        "ok       Git känner hela historiken.",
        "varning  Git känner bara de senaste ändringarna. Då står det inte på sidorna när de senast ändrades.",
        "         Gör så här: Hämta resten: git fetch --unshallow. I GitHub Actions: fetch-depth: 0 för checkout.",
        "fel      På disken finns bara 3 MB ledigt.",
        "         Gör så här: Gör plats på disken.",
        "",
        "Fel: 1. Varningar: 1. Rätta felen och kör doctor igen.",
    ]


# What is installed


@pytest.mark.parametrize(
    ("version", "key"), [("3.11.0", "python"), ("3.14.1", "python"), ("3.10.9", "python_old")]
)
def test_python_is_held_against_what_the_package_wants(version, key):
    assert installed.python(version, ">=3.11").key == key


def test_a_package_is_missing_too_old_or_well():
    versions = {"mkdocs": "1.6.1", "click": "8.1.0"}.get
    wanted = ["mkdocs==1.6.1", "click>=8.5", "nh3>=0.2", 'weasyprint==70.0; extra == "pdf"']
    found = list(installed.packages(wanted, versions))
    assert [one.said for one in found] == [
        "Paketet click har version 8.1.0. Kommunvision behöver click>=8.5.",
        "Paketet nh3 saknas eller går inte att läsa in.",
    ]
    assert keys(installed.packages(["mkdocs==1.6.1"], versions)) == ["packages"]


def test_other_versions_than_those_of_the_lock_file_are_named():
    lock = (
        "babel==2.18.0 \\\n    --hash=sha256:00\n"
        "colorama==0.4.6 ; sys_platform == 'win32' \\\n    --hash=sha256:11\n"
        "click==8.5.1 \\\n    --hash=sha256:22\n"
    )
    versions = {"babel": "2.18.0", "click": "8.4.0", "colorama": "0.1"}.get
    assert installed.against_lock(lock, versions) == Finding("lock_differs", names="click 8.4.0")
    assert installed.against_lock(lock, {"babel": "2.18.0"}.get) == Finding("lock")


# The settings


@pytest.mark.parametrize(
    ("found", "put", "key"),
    [
        ("- kommunvision\n", "", "plugin_missing"),
        (re.search(r"- macros.*\n", SETTINGS)[0], "", "macros_missing"),
        ("modules: [kommunvision.macros], ", "", "macros_unknown"),
        ("modules: [kommunvision.macros]", "module_name: macros", None),
        ("on_error_fail: true, ", "", "macros_lenient"),
        ("on_undefined: strict", "on_undefined: keep", "macros_lenient"),
        ("theme: {name: material}\n", "", "theme_other"),
        ("{name: material}", "material", None),
        ("material", "readthedocs", "theme_other"),
        ("strict: true\n", "", "not_strict"),
        ("docs_dir: content\n", "", "docs_elsewhere"),
        ("site_url: https://prov.example/\n", "", "url_missing"),
        ("https://prov.example/", "prov.example/", "url_odd"),
        ("https://prov.example/", "https://prov.example", "url_without_slash"),
        ("https://prov.example/", "https://kommunen.example/", "url_example"),
    ],
)
def test_what_was_forgotten_in_the_settings_is_found(found, put, key):
    assert found in SETTINGS
    told = yaml.safe_load(SETTINGS.replace(found, put))
    assert keys(judge(told)) == ([key] if key else [])


def test_settings_without_a_fault_are_praised_and_the_order_of_plugins_matters(tmp_path):
    assert keys(judge(yaml.safe_load(SETTINGS))) == []
    path = tmp_path / "mkdocs.yml"
    path.write_text(SETTINGS, encoding="utf-8")
    assert keys(settings(tmp_path)) == ["settings"]
    turned = SETTINGS.replace("- kommunvision\n", "") + "- kommunvision\n"
    path.write_text(turned, encoding="utf-8")
    assert keys(settings(tmp_path)) == ["macros_first"]


def test_the_order_of_plugins_that_doctor_complains_of_stops_a_build(capsys, tmp_path):
    turned = SETTINGS.replace("- kommunvision\n", "") + "- kommunvision\n"
    root = project(tmp_path, {"mkdocs.yml": turned})
    assert cli.run(["build", "--root", str(root)]) == 1
    assert "Tillägget macros står före kommunvision" in capsys.readouterr().err
    assert not (root / "site").exists()


def test_settings_that_are_missing_or_no_yaml_are_faults_with_a_line(tmp_path):
    assert keys(settings(tmp_path)) == ["settings_missing"]
    (tmp_path / "mkdocs.yml").write_text("site_name: a\nplugins: [öppen\n", encoding="utf-8")
    (found,) = settings(tmp_path)
    assert found.said == "Filen mkdocs.yml går inte att läsa: det är något fel på rad 2."


# The folders


def test_folders_that_are_missing_are_named(tmp_path):
    (tmp_path / "data").mkdir()
    assert keys(folders.sources(tmp_path)) == ["source_missing"]
    (tmp_path / "content").mkdir()
    assert keys(folders.sources(tmp_path)) == ["sources"]


def test_help_for_editors_that_is_missing_or_of_another_version_is_told_of(capsys, tmp_path):
    (tmp_path / "data").mkdir()
    assert folders.help_for_editors(tmp_path).key == "schemas_missing"
    assert cli.run(["schema", "--root", str(tmp_path)]) == 0
    assert folders.help_for_editors(tmp_path).key == "schemas"
    (tmp_path / "schema/mal.schema.json").write_text("{}", encoding="utf-8")
    assert folders.help_for_editors(tmp_path).key == "schemas_old"


@pytest.mark.parametrize(
    ("free", "key"),
    [(10_000_000, "no_room"), (300_000_000, "little_room"), (3_000_000_000, "room")],
)
def test_little_room_is_a_warning_and_no_room_a_fault(free, key):
    assert folders.room(free).key == key


def test_the_trial_of_a_link_leaves_nothing(tmp_path):
    assert folders.links(tmp_path).key == "links"
    assert list(tmp_path.iterdir()) == []


# Git


@pytest.fixture
def repository_of_two(tmp_path: Path) -> Path:
    root = project(tmp_path / "a")
    (root / "data/adresser.yml").write_text("adresser:\n- a/\n", encoding="utf-8")
    for words in ("init -q", "add -A", "commit -qm 1", "commit -qm 2 --allow-empty"):
        subprocess.run(
            ["git", "-C", str(root), "-c", "user.name=a", "-c", "user.email=a@a.example", *words.split()],
            check=True,
        )  # fmt: skip
    return root


def test_git_knows_all_or_it_is_said_what_it_lacks(repository_of_two, tmp_path, monkeypatch):
    root = repository_of_two
    assert git(root).key == "git"
    subprocess.run(
        ["git", "clone", "-q", "--depth", "1", root.as_uri(), str(tmp_path / "b")], check=True
    )
    assert git(tmp_path / "b").key == "git_shallow"
    assert git(tmp_path).key == "git_none"
    (tmp_path / "c").mkdir()
    subprocess.run(["git", "init", "-q", str(tmp_path / "c")], check=True)
    assert git(tmp_path / "c").key == "git_empty"
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert git(root) == Finding("git_foreign", path=root.resolve())
    monkeypatch.setenv("PATH", "")
    assert git(root).key == "git_missing"
    assert committed(root, "data/adresser.yml") is None


def test_asking_git_starts_no_program_that_the_repository_names(repository_of_two, tmp_path):
    root = repository_of_two
    mark = tmp_path / "ran"
    subprocess.run(
        ["git", "-C", str(root), "config", "core.fsmonitor", f"touch {mark}; true"], check=True
    )
    assert committed(root, "data/adresser.yml")
    assert git(root).key == "git"
    assert not mark.exists()


def test_a_ledger_that_is_not_committed_is_noticed(repository_of_two):
    root = repository_of_two

    def judged() -> str:
        return folders.ledger(root, committed=committed(root, "data/adresser.yml")).key

    assert judged() == "ledger"
    (root / "data/adresser.yml").write_text("adresser:\n- b/\n", encoding="utf-8")
    assert judged() == "ledger_uncommitted"
    (root / "data/adresser.yml").unlink()
    assert judged() == "ledger_new"


# The computer


@pytest.mark.parametrize(
    ("encoding", "key"), [("utf-8", "letters"), ("ascii", "no_letters"), ("finns-ej", "no_letters")]
)
def test_an_encoding_without_swedish_letters_is_a_warning(encoding, key):
    assert computer.letters(encoding).key == key


def test_a_clock_in_1970_is_a_warning():
    assert computer.clock(date(1970, 1, 1)) == Finding("clock_wrong", year=1970)
    assert computer.clock(date(2026, 3, 16)).key == "clock"


@pytest.mark.parametrize(("value", "found"), [("0", []), ("i går", ["epoch_odd"])])
def test_a_moment_for_builds_is_a_whole_number(value, found):
    assert keys(computer.epoch({"SOURCE_DATE_EPOCH": value})) == found
    assert keys(computer.epoch({})) == []


def test_fonts_are_looked_for_in_folders_within_folders(tmp_path):
    assert not computer.fonts(str(tmp_path), str(tmp_path / "finns-ej"))
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/c.TTF").touch()
    assert computer.fonts(str(tmp_path))


# The command


def run(capsys, *words: object) -> tuple[int, str]:
    code = cli.run(["doctor", *map(str, words)])
    out, err = capsys.readouterr()
    assert err == ""
    return code, out


def test_the_command_answers_1_where_there_is_a_fault_and_tells_programs_too(capsys, tmp_path):
    root = project(tmp_path, {"mkdocs.yml": SETTINGS})
    code, out = run(capsys, "--root", root)
    assert (code, "fel  " in out) == (0, False)
    (root / "mkdocs.yml").unlink()
    code, out = run(capsys, "--root", root, "--format", "json")
    assert code == 1
    (fault,) = [one for one in json.loads(out)["findings"] if one["grade"] == "fel"]
    assert fault == {
        "key": "settings_missing",
        "grade": "fel",
        "message": f"Filen {root / 'mkdocs.yml'} finns inte.",
        "remedy": "Kör kommandot i webbplatsens mapp, eller ange den med --root.",
    }


def test_a_site_that_has_just_been_begun_lacks_nothing_but_its_address(capsys, tmp_path):
    assert cli.run(["new", "kommun", "Norberg", "--root", str(tmp_path)]) == 0
    capsys.readouterr()
    _, out = run(capsys, "--root", tmp_path)
    assert "varning  https://kommunen.example/ under site_url i mkdocs.yml är ett exempel." in out
    path = tmp_path / "mkdocs.yml"
    path.write_text(path.read_text("utf-8").replace("kommunen.", "mal."), encoding="utf-8")
    _, out = run(capsys, "--root", tmp_path)
    assert "ok       Inställningarna i mkdocs.yml är som de ska." in out


def test_no_folder_at_all_is_a_fault_and_no_crash(capsys, tmp_path):
    code, out = run(capsys, "--root", tmp_path / "finns/inte")
    assert code == 1
    assert "finns inte." in out
