"""The workflow files as data: their jobs, their steps, and the scripts in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
GITHUB = ROOT / ".github" / "workflows"
GITLAB = (
    ROOT / ".gitlab-ci.yml",
    ROOT / "gitlab" / "webbplats.yml",
    ROOT / "gitlab" / "delar.yml",
)

# What GitLab reads beside jobs.
_NO_JOBS = {"variables", "default", "workflow", "stages", "include"}


@dataclass(frozen=True)
class Script:
    """A script, where it stands, and what it is told."""

    name: str
    text: str
    env: dict[str, str]


def workflow(name: str) -> dict[str, Any]:
    """A workflow of GitHub; YAML takes its key ``on`` for yes."""
    found = yaml.safe_load((GITHUB / name).read_text("utf-8"))
    return {"on" if key is True else key: value for key, value in found.items()}


def workflows() -> dict[str, dict[str, Any]]:
    return {path.name: workflow(path.name) for path in sorted(GITHUB.glob("*.yml"))}


def github_scripts() -> Iterator[Script]:
    for name, flow in workflows().items():
        for key, job in flow["jobs"].items():
            for number, step in enumerate(job.get("steps", []), start=1):
                if "run" in step:
                    yield Script(f"{name}:{key}:{number}", step["run"], step.get("env", {}))


def gitlab_jobs() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in GITLAB:
        for key, job in yaml.safe_load(path.read_text("utf-8")).items():
            if key not in _NO_JOBS:
                yield f"{path.name}:{key}", job


def gitlab_scripts() -> Iterator[Script]:
    for name, job in gitlab_jobs():
        lines = [*job.get("before_script", []), *job.get("script", [])]
        if lines:
            yield Script(name, "\n".join(lines), {})
