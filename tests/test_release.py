"""A release has one version: in the package, the tag, the list of changes and publiccode.yml."""

import re

import pytest

from tests.release import faults

CHANGELOG = "# Changelog\n\n## [Unreleased]\n\n## [1.2.0] - 2026-03-16\n\n- New things.\n\n## [1.1.0] - 2026-01-01\n\n- Old things.\n"
PUBLICCODE = "name: Kommunvision\nsoftwareVersion: 1.2.0\n"


def test_what_agrees_can_be_released():
    assert list(faults("1.2.0", ["v1.2.0"], CHANGELOG, PUBLICCODE)) == []


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"version": "1.2"}, "pyproject.toml: 1.2 is no version like 1.2.3"),
        ({"tags": ["v1.1.0"]}, "git: this commit has no tag v1.2.0 (its tags: v1.1.0)"),
        (
            {"changelog": CHANGELOG.replace("1.2.0", "1.3.0")},
            "CHANGELOG.md: no section '## [1.2.0] - YEAR-MONTH-DAY'",
        ),
        (
            {"changelog": CHANGELOG.replace("- New things.\n", "")},
            "CHANGELOG.md: the section of 1.2.0 tells of no change",
        ),
        (
            {"changelog": CHANGELOG.replace("[Unreleased]\n", "[Unreleased]\n\n- More.\n")},
            "CHANGELOG.md: changes stand under Unreleased still",
        ),
        (
            {"changelog": CHANGELOG.replace("## [Unreleased]\n", "")},
            "CHANGELOG.md: no section '## [Unreleased]' for what comes next",
        ),
        ({"publiccode": ""}, "publiccode.yml: softwareVersion is not 1.2.0"),
    ],
)
def test_what_does_not_agree_is_named(changed, fault):
    told = {
        "version": "1.2.0",
        "tags": ["v1.2.0"],
        "changelog": CHANGELOG,
        "publiccode": PUBLICCODE,
    }
    assert fault in list(faults(**{**told, **changed}))


def test_the_version_stands_in_one_place_of_the_package(repository):
    version = re.search(r'(?m)^version = "(.*)"$', (repository / "pyproject.toml").read_text())[1]
    engine = (repository / "macros/kommunvision").rglob("*.py")
    assert [path.name for path in engine if version in path.read_text("utf-8")] == []
