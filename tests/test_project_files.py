"""The files around the code say what is true: locks, ignores, metadata, the one test command."""

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

# The keys that the publiccode.yml standard, version 0.4, demands, and the values that we use of its lists.
PUBLICCODE = {
    "required": [
        "publiccodeYmlVersion", "name", "url", "platforms", "categories", "developmentStatus",
        "softwareType", "description", "legal", "maintenance", "localisation",
    ],
    "properties": {
        "publiccodeYmlVersion": {"const": "0.4"},
        "name": {"type": "string", "minLength": 1},
        "url": {"type": "string", "pattern": "^https://"},
        "platforms": {
            "type": "array", "minItems": 1,
            "items": {"enum": ["web", "windows", "mac", "linux", "ios", "android"]},
        },
        "categories": {"type": "array", "minItems": 1, "items": {"pattern": "^[a-z-]+$"}},
        "developmentStatus": {"enum": ["concept", "development", "beta", "stable", "obsolete"]},
        "softwareType": {
            "enum": [
                "standalone/mobile", "standalone/iot", "standalone/desktop", "standalone/web",
                "standalone/backend", "standalone/other", "addon", "library", "configurationFiles",
            ]
        },
        "description": {
            "required": ["sv", "en"],
            "additionalProperties": {
                "required": ["shortDescription", "longDescription", "features"],
                "properties": {
                    "shortDescription": {"type": "string", "minLength": 1, "maxLength": 150},
                    "longDescription": {"type": "string", "minLength": 150, "maxLength": 10000},
                    "features": {"type": "array", "minItems": 1, "items": {"type": "string", "maxLength": 100}},
                },
            },
        },
        "legal": {"required": ["license"], "properties": {"license": {"const": "MIT"}}},
        "maintenance": {
            "required": ["type", "contacts"],
            "properties": {
                "type": {"enum": ["internal", "community"]},
                "contacts": {"type": "array", "minItems": 1, "items": {"required": ["name"]}},
            },
        },
        "localisation": {
            "required": ["localisationReady", "availableLanguages"],
            "properties": {
                "localisationReady": {"type": "boolean"},
                "availableLanguages": {"type": "array", "minItems": 1},
            },
        },
    },
}  # fmt: skip


@pytest.fixture
def publiccode(repository: Path):
    return yaml.safe_load((repository / "publiccode.yml").read_text("utf-8"))


@pytest.fixture
def project(repository: Path):
    return tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))["project"]


def test_publiccode_has_what_the_standard_demands(publiccode):
    assert [
        error.message for error in Draft202012Validator(PUBLICCODE).iter_errors(publiccode)
    ] == []


def test_publiccode_and_the_package_tell_the_same_version_and_licence(publiccode, project):
    assert publiccode["softwareVersion"] == project["version"]
    assert publiccode["legal"]["license"] == project["license"]


@pytest.mark.parametrize(
    "name", ["requirements.lock", "requirements-dev.lock", "requirements-tools.lock"]
)
def test_a_lock_file_pins_and_hashes_every_package_and_names_no_address(repository: Path, name):
    text = (repository / name).read_text("utf-8")
    entries = re.split(r"\n(?=\S)", re.sub(r"(?m)^\s*#.*\n?", "", text).strip())
    assert entries
    for entry in entries:
        assert re.match(
            r"[a-z0-9-]+==[0-9][^ ]* .*--hash=sha256:[0-9a-f]{64}", entry.replace("\\\n", "")
        ), entry
    assert "://" not in text
    assert "--index-url" not in text
    assert "--find-links" not in text


@pytest.mark.parametrize("folder", [".", "editor", "tests/lighthouse"])
def test_a_lock_file_of_npm_pins_and_hashes_every_package_and_names_no_address_to_fetch_it_from(
    repository: Path, folder
):
    wanted = json.loads((repository / folder / "package.json").read_text("utf-8"))
    lock = json.loads((repository / folder / "package-lock.json").read_text("utf-8"))
    top = lock["packages"].pop("")
    assert top["devDependencies"] == wanted["devDependencies"]
    assert all(re.fullmatch(r"[0-9.]+", one) for one in wanted["devDependencies"].values())
    assert lock["packages"]
    for name, package in lock["packages"].items():
        assert package["integrity"].startswith("sha512-"), name
        assert "resolved" not in package, name


def test_tests_run_on_the_same_versions_as_the_site(repository: Path):
    def pins(name: str) -> dict[str, str]:
        text = (repository / name).read_text("utf-8")
        return dict(re.findall(r"(?m)^(\S+==\S+)((?: ;[^\\]*)?)", text))

    site, tests = pins("requirements.lock"), pins("requirements-dev.lock")
    # What the tests need on every computer, they have where the site needs it too.
    assert {pin for pin, when in site.items() if tests.get(pin) not in {when, ""}} == set()


@pytest.mark.parametrize(
    ("path", "ignored"),
    [
        ("site/index.html", True),
        ("dist/kommunvision-0.1.0.tar.gz", True),
        (".venv/bin/python", True),
        ("node_modules/axe-core/axe.js", True),
        ("tests/lighthouse/node_modules/lighthouse/cli/index.js", True),
        ("editor/node_modules/yaml/package.json", True),
        ("macros/kommunvision/form/built/redigera.js", True),
        ("macros/kommunvision/__pycache__/cli.pyc", True),
        ("content/exempelby/site/index.md", False),
        ("data/build/mal.yml", False),
        ("macros/kommunvision/lib/dist/site.css", False),
    ],
)
def test_git_ignores_what_the_root_makes_and_no_folder_of_that_name_elsewhere(
    repository: Path, path, ignored
):
    command = ["git", "check-ignore", "--quiet", "--no-index", path]
    assert subprocess.run(command, cwd=repository, check=False).returncode == (0 if ignored else 1)


def test_the_automatic_check_runs_the_test_command_that_people_run(repository: Path):
    script = (repository / ".ci" / "run").read_text("utf-8")
    commands = [line for line in script.splitlines() if line and not line.startswith("#")]
    assert commands[0] == "set -euo pipefail"
    assert commands[-1] == "exec make test"
    assert (repository / ".ci" / "run").stat().st_mode & 0o100
