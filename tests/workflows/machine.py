"""A machine that runs a job as its file says: scripts as they stand, actions as what they do."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.workflows.reading import workflow

_EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)
_PATH = re.compile(r"(?<![\w'\"(.\[])[a-z]+(?:\.[\w-]+)+(?![\w'\"(])")


@dataclass
class Done:
    """How a job went."""

    ran: list[str] = field(default_factory=list)
    """The names of the steps that ran, in order."""
    failed: str | None = None
    """The step that failed."""
    outputs: dict[str, str] = field(default_factory=dict)
    summary: str = ""
    log: str = ""


class Machine:
    """One run of a workflow: what it knows, its artifacts, and what it has published."""

    def __init__(self, root: Path, *, site: Path, engine: Path, commit: str, **event: Any) -> None:
        self.root = root
        self.site = site
        self.engine = engine
        self.artifacts = root / "artifacts"
        self.pages = root / "pages"
        # Belongs to the repository, and so to all its machines.
        self.caches = root.parent / "caches"
        self.called = root / "gh.txt"
        self.needs: dict[str, Any] = {}
        self.context: dict[str, Any] = {
            "github": {
                "event_name": event.pop("event"),
                "repository": "by/mal",
                "ref": "refs/heads/main",
                "ref_name": "main",
                "sha": commit,
                "token": "hemligt",
                "workflow": "Webbplats",
                "run_id": root.name,
                "run_attempt": "1",
                "event": {"repository": {"default_branch": "main"}, **event.pop("payload", {})},
            },
            "secrets": event.pop("secrets", {}),
            "inputs": {},
        }
        self.context["github"].update(event)
        self.commands = root / "bin"
        self.commands.mkdir(parents=True)
        self._command("gh", f'printf "%s\\n" "$*" >> {self.called}\n{_KEEP_BODY}{_LIST}')
        self._command("python3", f'exec {sys.executable} "$@"\n')

    def run(self, name: str, key: str, /, turn: int = 0, **inputs: object) -> Done | None:
        """Run a job; none where its condition keeps it from running.

        Args:
            name: The file of the workflow.
            key: The job.
            turn: Which of the values of a matrix it is run for.
            inputs: What the workflow is told.
        """
        flow = workflow(name)
        called = flow["on"].get("workflow_call") or {}
        known = {one: told.get("default") for one, told in called.get("inputs", {}).items()}
        assert inputs.keys() <= known.keys() or not called
        self.context["inputs"] = {**known, **inputs}
        job = flow["jobs"][key]
        self.context["needs"] = self.needs
        matrix = job.get("strategy", {}).get("matrix", {})
        self.context["matrix"] = {}
        if not self.told(job.get("if", "true")):
            return None
        for one, values in matrix.items():
            known = self.told(values) if isinstance(values, str) else values
            self.context["matrix"][one] = known[turn]
        place = self.root / f"{key}-{turn}-{len(self.needs)}"
        workspace, temporary = place / "work", place / "temp"
        workspace.mkdir(parents=True)
        temporary.mkdir()
        done = Done()
        self.context["steps"] = {}
        for step in job["steps"]:
            if done.failed or not self.told(step.get("if", "true")):
                continue
            self._step(step, done, workspace, temporary)
        done.outputs = {one: str(self.filled(told)) for one, told in job.get("outputs", {}).items()}
        self.needs[key] = {
            "outputs": done.outputs,
            "result": "failure" if done.failed else "success",
        }
        return done

    def told(self, condition: str) -> Any:
        """What an expression says, in the few words of the language that our files use."""
        text = " ".join(condition.removeprefix("${{").removesuffix("}}").split())
        text = text.replace("!cancelled()", "true").replace("!failure()", "true")
        text = re.sub(r"fromJSON\('(.*?)'\)", r"\1", text)
        text = re.sub(r"fromJSON\(([\w.]+)\)", lambda found: self._at(found[1]), text)
        text = _PATH.sub(lambda found: repr(self._at(found[0])), text)
        text = text.replace("&&", " and ").replace("||", " or ").replace("!=", "<>")
        text = re.sub(r"!(?!=)", " not ", text).replace("<>", "!=")
        names = {"true": True, "false": False, "contains": lambda many, one: one in many}
        return eval(text, {"__builtins__": {}}, names)  # noqa: S307 - the project's own files

    def filled(self, value: Any) -> Any:
        """A value of the file with its expressions put in."""
        if not isinstance(value, str):
            return value
        return _EXPRESSION.sub(lambda found: str(self.told(found[1].strip())), value)

    def _at(self, path: str) -> Any:
        found: Any = self.context
        for part in path.split("."):
            found = found.get(part, "") if isinstance(found, dict) else ""
        return found

    def _step(self, step: dict[str, Any], done: Done, workspace: Path, temporary: Path) -> None:
        if "uses" in step:
            action = re.fullmatch(r"actions/([a-z/-]+)@[0-9a-f]{40}", step["uses"])
            assert action, step["uses"]
            options = {key: self.filled(value) for key, value in step.get("with", {}).items()}
            getattr(self, f"_{re.sub('[/-]', '_', action[1])}")(options, workspace)
            done.ran.append(step.get("name", action[1]))
            return
        said = {name: temporary / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        for file in said.values():
            file.touch()
        script = temporary / "step.sh"
        script.write_text(step["run"], encoding="utf-8")
        env = {
            **os.environ,
            "PATH": f"{self.commands}:{os.environ['PATH']}",
            "GITHUB_ACTIONS": "true",
            "GITHUB_WORKSPACE": str(workspace),
            "RUNNER_TEMP": str(temporary),
            **{name: str(file) for name, file in said.items()},
            **{name: str(self.filled(value)) for name, value in step.get("env", {}).items()},
        }
        env.pop("PYTHONPATH", None)
        result = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", str(script)],
            cwd=workspace,
            env=env,
            check=False,
            capture_output=True,
            encoding="utf-8",
        )
        done.ran.append(step["name"])
        done.log += result.stdout + result.stderr
        done.summary = said["GITHUB_STEP_SUMMARY"].read_text("utf-8")
        lines = said["GITHUB_OUTPUT"].read_text("utf-8").splitlines()
        if "id" in step:
            outputs = dict(line.split("=", 1) for line in lines)
            self.context["steps"][step["id"]] = {"outputs": outputs}
        if result.returncode:
            done.failed = step["name"]

    # What the actions do.

    def _checkout(self, options: dict[str, Any], workspace: Path) -> None:
        source = self.engine if "repository" in options else self.site
        target = workspace / options.get("path", ".")
        _git("clone", "--quiet", "--no-checkout", str(source), str(target))
        wanted = options.get("ref") or self.context["github"]["sha"]
        _git("-C", str(target), "fetch", "--quiet", "origin", wanted)
        _git("-C", str(target), "checkout", "--quiet", "--detach", wanted)

    def _setup_python(self, options: dict[str, Any], _workspace: Path) -> None:
        assert re.fullmatch(r"3\.\d+", options["python-version"])

    def _upload_artifact(self, options: dict[str, Any], workspace: Path) -> None:
        target = self.artifacts / options["name"]
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir(parents=True)
        for path in options["path"].split():
            _copy(workspace / path, target)

    def _download_artifact(self, options: dict[str, Any], workspace: Path) -> None:
        target = workspace / options.get("path", ".")
        for folder in sorted(self.artifacts.glob(options.get("name") or options["pattern"])):
            _copy(folder, target)

    def _cache_restore(self, options: dict[str, Any], workspace: Path) -> None:
        # What this branch or request has saved comes first, and then what the main branch has.
        refs = dict.fromkeys([self.context["github"]["ref"], "refs/heads/main"])
        kept = [sorted((self.caches / ref).glob("*"), reverse=True) for ref in refs]
        for known in (options["key"], options["restore-keys"]):
            for folder in (one for each in kept for one in each):
                if folder.name.partition(" ")[2].startswith(known):
                    _copy(folder, workspace)
                    return

    def _cache_save(self, options: dict[str, Any], workspace: Path) -> None:
        own = self.caches / self.context["github"]["ref"]
        number = len(list(own.glob("*")))
        for path in options["path"].split():
            _copy(workspace / path, own / f"{number:04} {options['key']}" / path)

    def _upload_pages_artifact(self, options: dict[str, Any], workspace: Path) -> None:
        _copy(workspace / options["path"], self.artifacts / "github-pages")

    def _deploy_pages(self, _options: dict[str, Any], _workspace: Path) -> None:
        _copy(self.artifacts / "github-pages", self.pages)

    def _command(self, name: str, script: str) -> None:
        path = self.commands / name
        path.write_text(f"#!/bin/sh\n{script}", encoding="utf-8")
        path.chmod(0o755)


_KEEP_BODY = """\
while [ $# -gt 0 ]; do
  [ "$1" = --body-file ] && cp "$2" "$(dirname "$0")/../body.md"
  [ "$1" = list ] && listing=yes
  shift
done
"""
_LIST = '[ -z "$listing" ] || echo "${OPEN_PROPOSALS:-0}"\n'


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True)
    else:
        target.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, target)


def _git(*words: str) -> None:
    subprocess.run(["git", *words], check=True, capture_output=True)
