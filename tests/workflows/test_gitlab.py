"""The jobs of GitLab do what they say: their scripts are run here, in a clone, as they stand."""

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.helpers import write_files
from tests.projects import GOALS
from tests.workflows.reading import gitlab_jobs
from tests.workflows.test_runs import commit, engine, from_a_form, git, head, site, with_comments

__all__ = ["engine", "site"]

TOKENS = {
    "KOMMENTAR_TOKEN": "hemligt",
    "STATISTIK_TOKEN": "hemligt",
    "UPPSTALLNING_TOKEN": "hemligt",
}
JOBS = {
    name.partition(":")[2]: job for name, job in gitlab_jobs() if not name.startswith("delar.yml")
}
# What a site takes in beside, if several machines shall build it.
PARTED = {
    name.partition(":")[2]: job for name, job in gitlab_jobs() if name.startswith("delar.yml")
}


class GitLab(BaseHTTPRequestHandler):
    """Keeps notes as GitLab does, and who may write them."""

    notes: list[dict]
    asked: list[str]

    def do_GET(self) -> None:
        self._answer({"id": 7} if self.path.endswith("/user") else self.notes)

    def do_POST(self) -> None:
        body = self._told()["body"]
        self.notes.append({"id": len(self.notes) + 1, "author": {"id": 7}, "body": body})
        self._answer(self.notes[-1])

    def do_PUT(self) -> None:
        note = next(one for one in self.notes if self.path.endswith(f"/{one['id']}"))
        note.update(self._told())
        self._answer(note)

    def _told(self) -> dict:
        assert self.headers["PRIVATE-TOKEN"] == "hemligt"
        return json.loads(self.rfile.read(int(self.headers["Content-Length"])))

    def _answer(self, told: object) -> None:
        self.asked.append(f"{self.command} {self.path}")
        raw = json.dumps(told).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, *words: object) -> None:
        """Say nothing; the test looks at what was asked."""


@pytest.fixture
def gitlab() -> Iterator[str]:
    GitLab.notes = [{"id": 1, "author": {"id": 3}, "body": "## Det här ändras\n\nav en annan"}]
    GitLab.asked = []
    with ThreadingHTTPServer(("127.0.0.1", 0), GitLab) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/api/v4"
        server.shutdown()
        thread.join()


class Runner:
    """A clone in which jobs run one after the other, with what GitLab tells them."""

    def __init__(self, tmp_path: Path, site: Path, engine: Path, **told: str) -> None:
        self.place = tmp_path / "jobb" / "plats"
        self.place.parent.mkdir()
        git(tmp_path, "clone", "--quiet", str(site), str(self.place))
        commands = tmp_path / "bin"
        write_files(commands, {"apt-get": "#!/bin/sh\n"})
        (commands / "apt-get").chmod(0o755)
        self.env = {
            **os.environ,
            "PATH": f"{commands}:{os.environ['PATH']}",
            "CI_PROJECT_DIR": str(self.place),
            "CI_DEFAULT_BRANCH": "main",
            "CI_SERVER_HOST": "gitlab.example",
            "CI_PROJECT_PATH": "by/mal",
            "MOTOR": head(engine),
            "MOTOR_ADRESS": str(engine),
            # The server of the project stands in a folder here.
            "GIT_CONFIG_COUNT": "2",
            "GIT_CONFIG_KEY_0": f"url.{site}.insteadOf",
            "GIT_CONFIG_VALUE_0": "https://kommunvision:hemligt@gitlab.example/by/mal.git",
            "GIT_CONFIG_KEY_1": "receive.advertisePushOptions",
            "GIT_CONFIG_VALUE_1": "true",
            **told,
        }
        self.env.pop("PYTHONPATH", None)

    def run(self, key: str, *, parted: bool = False, **told: str) -> str:
        job = {**JOBS.get(key, {}), **(PARTED[key] if parted else {})}
        before = JOBS[job["extends"]]["before_script"] if "extends" in job else []
        script = "\n".join([*before, *job["script"]])
        done = subprocess.run(
            ["bash", "-e", "-c", script],
            cwd=self.place,
            env={**self.env, **told},
            check=False,
            capture_output=True,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


@pytest.mark.full
def test_a_merge_request_is_built_and_told_of_in_one_note(tmp_path, site, engine, gitlab):
    base = head(site)
    work = site.parent / "egen"
    write_files(work, {"data/exempelby/mal.yml": GOALS.replace("Fler unga", "Många unga")})
    commit(work)
    git(work, "push", "--quiet", str(site), "HEAD:main")
    runner = Runner(
        tmp_path,
        site,
        engine,
        CI_MERGE_REQUEST_DIFF_BASE_SHA=base,
        CI_API_V4_URL=gitlab,
        CI_PROJECT_ID="5",
        CI_MERGE_REQUEST_IID="9",
        **TOKENS,
    )
    assert "Ett mål har ändrats." in runner.run("bygg")
    assert (runner.place / "public/exempelby/mal/utb-2/index.html").exists()
    for _ in range(2):
        runner.run("berätta")
    assert [one["id"] for one in GitLab.notes] == [1, 2]
    assert GitLab.notes[1]["body"] == (runner.place / "sammanfattning.md").read_text("utf-8")
    assert GitLab.asked[-1] == "PUT /api/v4/projects/5/merge_requests/9/notes/2"
    runner.run("pages")


def add_a_kommun(site: Path) -> Path:
    """Let the site have a second kommun, and return where somebody works on it."""
    work = site.parent / "egen"
    shutil.copytree(work / "data/exempelby", work / "data/zeta")
    commit(work)
    git(work, "push", "--quiet", str(site), "HEAD:main")
    return work


@pytest.mark.full
def test_the_next_job_of_the_main_branch_builds_only_what_has_changed(tmp_path, site, engine):
    work = add_a_kommun(site)
    job = JOBS["bygg"]
    told = job["rules"][0]["variables"]

    def run(name: str, saved: Path | None = None, **variables: str) -> Path:
        (tmp_path / name).mkdir()
        runner = Runner(tmp_path / name, site, engine)
        for path in job["cache"]["paths"] if saved else ():
            shutil.copytree(saved / path, runner.place / path)
        runner.run("bygg", **variables)
        return runner.place

    def kept(place: Path) -> dict[str, int]:
        """When what is kept of each kommun was kept."""
        found = (place / ".kommunvision").glob("sites/*/summaries/*")
        return {path.name: path.stat().st_mtime_ns for path in found}

    first = run("first", **told)
    assert kept(first).keys() == {"exempelby", "zeta"}
    write_files(work, {"data/zeta/mal.yml": GOALS.replace("Fler unga", "Många unga")})
    commit(work)
    git(work, "push", "--quiet", str(site), "HEAD:main")
    second = run("second", first, **told)
    assert kept(second)["exempelby"] == kept(first)["exempelby"]
    assert kept(second)["zeta"] > kept(first)["zeta"]
    assert "Många" in (second / "public/zeta/mal/utb-2/index.html").read_text("utf-8")
    assert not (run("request", **job["variables"]) / ".kommunvision").exists()


@pytest.mark.full
def test_several_machines_build_a_part_each(tmp_path, site, engine):
    add_a_kommun(site)
    runner = Runner(tmp_path, site, engine, CI_PIPELINE_CREATED_AT="2026-11-22T23:59:59Z")
    for number in ("1", "2"):
        # Each machine has a clone of its own; here they take turns.
        told = {"CI_NODE_INDEX": number, "CI_NODE_TOTAL": "2"}
        assert f"Del {number}/2 av webbplatsen är byggd." in runner.run("del", parted=True, **told)
        for left in ("motor", "kommunvision"):
            shutil.rmtree(f"{runner.place}.{left}")
    assert "Webbplatsen är byggd." in runner.run("bygg", parted=True)
    assert (runner.place / "public/zeta/mal/utb-2/index.html").exists()


@pytest.mark.full
def test_what_is_new_at_night_is_pushed_as_a_proposal(tmp_path, site, engine):
    git(site, "config", "receive.advertisePushOptions", "true")
    runner = Runner(tmp_path, site, engine, **TOKENS)
    runner.run("hämta")
    # The next job has a clone of its own, and of this one the artifacts alone.
    git(runner.place, "reset", "--quiet", "--hard")
    git(runner.place, "clean", "--quiet", "-fd", "data")
    runner.run("föreslå")
    files = git(site, "diff", "--name-only", "main", "kommunvision/statistik")
    assert files == "data/adresser.yml"
    (runner.place / "andring.patch").write_text("", encoding="utf-8")
    assert "Ingenting är nytt." in runner.run("föreslå")


@pytest.mark.full
def test_what_a_form_editor_wrote_gets_its_comments_back_in_its_merge_request(
    tmp_path, site, engine
):
    wanted = with_comments(site).replace("Fler unga", "Alla unga")
    base = head(site)
    git(site, "branch", "formular", from_a_form(site, wanted))
    runner = Runner(
        tmp_path,
        site,
        engine,
        CI_MERGE_REQUEST_DIFF_BASE_SHA=base,
        CI_MERGE_REQUEST_SOURCE_BRANCH_NAME="formular",
        **TOKENS,
    )
    git(runner.place, "checkout", "--quiet", "--detach", "origin/formular")
    runner.run("ordna")
    # The next job has a clone of its own, and of this one the artifacts alone.
    git(runner.place, "reset", "--quiet", "--hard")
    runner.run("lägg till")
    assert git(site, "show", "formular:data/exempelby/mal.yml") == wanted.strip()
    (runner.place / "uppstallning.patch").write_text("", encoding="utf-8")
    assert "Uppställningen är som den ska." in runner.run("lägg till")


def test_no_job_of_gitlab_has_a_token_beside_the_engine():
    for key, job in JOBS.items():
        script = "\n".join(job.get("script", []))
        if "_TOKEN" in script:
            assert "extends" not in job, key
            assert "kommunvision " not in script.replace("kommunvision:", ""), key
