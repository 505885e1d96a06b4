"""Says what keeps a commit from being released: ``make release-check``.

The version stands in pyproject.toml. The tag, publiccode.yml and CHANGELOG.md must tell the same,
and nothing may be left that is not committed.
"""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

_VERSION = re.compile(r"\d+\.\d+\.\d+")


def faults(version: str, tags: list[str], changelog: str, publiccode: str) -> Iterator[str]:
    """Yield what does not agree with a version."""
    if not _VERSION.fullmatch(version):
        yield f"pyproject.toml: {version} is no version like 1.2.3"
    if f"v{version}" not in tags:
        told = ", ".join(tags) or "none"
        yield f"git: this commit has no tag v{version} (its tags: {told})"
    section = re.search(
        rf"(?ms)^## \[{re.escape(version)}\] - \d{{4}}-\d\d-\d\d\n(.*?)(?=^## |\Z)", changelog
    )
    if section is None:
        yield f"CHANGELOG.md: no section '## [{version}] - YEAR-MONTH-DAY'"
    elif not re.search(r"(?m)^- ", section[1]):
        yield f"CHANGELOG.md: the section of {version} tells of no change"
    unreleased = re.search(r"(?ms)^## \[Unreleased\]\n(.*?)(?=^## |\Z)", changelog)
    if unreleased is None:
        yield "CHANGELOG.md: no section '## [Unreleased]' for what comes next"
    elif unreleased[1].strip():
        yield "CHANGELOG.md: changes stand under Unreleased still"
    if not re.search(rf"(?m)^softwareVersion: {re.escape(version)}$", publiccode):
        yield f"publiccode.yml: softwareVersion is not {version}"


def _git(*words: str) -> list[str]:
    done = subprocess.run(
        ["git", *words], cwd=ROOT, check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout.splitlines()


def main() -> int:
    """Print every fault; return the exit code."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    found = list(
        faults(
            project["version"],
            _git("tag", "--points-at", "HEAD"),
            (ROOT / "CHANGELOG.md").read_text("utf-8"),
            (ROOT / "publiccode.yml").read_text("utf-8"),
        )
    )
    found += [f"git: not committed: {line[3:]}" for line in _git("status", "--porcelain")]
    sys.stdout.write("\n".join(found or [f"{project['version']} can be released."]) + "\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
