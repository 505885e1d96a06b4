"""The workflows do what they say: each job is run here, step by step, in fresh clones."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from kommunvision.amend import content
from tests.helpers import write_files
from tests.projects import GOALS, project
from tests.workflows.machine import Machine

ROOT = Path(__file__).resolve().parent.parent.parent
STEPS = ["Hämta data och sidor", "Hämta Kommunvision", "Hämta Python", "Installera Kommunvision"]

# Stands in for the installation: the engine of this very run, and a publish that notes its call.
INSTALL = f"""\
mkdir -p "$1/bin"
cat > "$1/bin/kommunvision" <<'END'
#!/bin/sh
if [ "$1" = publish ]; then
  printf '%s\\n' "$@" > ../../publish.txt
  cp "$8" ../../ssh.txt
  ls -l "$RUNNER_TEMP/nyckel" > ../../key.txt
  exit 0
fi
PYTHONPATH={ROOT / "macros"} exec {sys.executable} -m kommunvision "$@"
END
chmod +x "$1/bin/kommunvision"
"""


def git(root: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(root), "-c", "user.name=Ada", "-c", "user.email=ada@by.example", *words],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return done.stdout.strip()


def commit(root: Path) -> str:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "En ändring")
    return git(root, "rev-parse", "HEAD")


@pytest.fixture
def engine(tmp_path: Path) -> Path:
    root = tmp_path / "motor.git"
    write_files(root, {".github/install.sh": INSTALL})
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root)
    return root


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site in a repository as GitHub keeps it, with a working copy beside it."""
    work = project(tmp_path / "egen")
    git(work, "init", "--quiet", "--initial-branch", "main")
    commit(work)
    git(tmp_path, "clone", "--quiet", "--bare", str(work), str(tmp_path / "plats.git"))
    return tmp_path / "plats.git"


def proposed(site: Path, goals: str) -> str:
    """Push a change, and the commit that GitHub makes to try how it would be merged."""
    work = site.parent / "egen"
    git(work, "switch", "--quiet", "--create", "gren")
    write_files(work, {"data/exempelby/mal.yml": goals})
    commit(work)
    git(work, "switch", "--quiet", "main")
    git(work, "merge", "--quiet", "--no-ff", "--message", "Merge", "gren")
    git(work, "push", "--quiet", str(site), "HEAD:refs/pull/7/merge")
    return git(work, "rev-parse", "HEAD")


def with_comments(site: Path) -> str:
    """Push goals with comments to the main branch, and return them."""
    work, text = site.parent / "egen", f"# Fullmäktiges mål.\n{GOALS}    # Fler är på väg.\n"
    write_files(work, {"data/exempelby/mal.yml": text})
    commit(work)
    git(work, "push", "--quiet", str(site), "HEAD:main")
    return text


def from_a_form(site: Path, text: str) -> str:
    """Push goals as a form editor writes them, and return the commit."""
    work = site.parent / "egen"
    told, _ = content(text, "mal.yml")
    written = yaml.safe_dump(told, allow_unicode=True, sort_keys=True)
    git(work, "switch", "--quiet", "--create", "formular")
    write_files(work, {"data/exempelby/mal.yml": written})
    made = commit(work)
    git(work, "push", "--quiet", str(site), "HEAD:refs/pull/8/head")
    return made


def pull_request(tmp_path: Path, site: Path, engine: Path, commit: str, *, fork: bool) -> Machine:
    head = {"repo": {"full_name": "nagon/mal" if fork else "by/mal"}}
    return Machine(
        tmp_path / "maskin",
        site=site,
        engine=engine,
        commit=commit,
        event="pull_request",
        ref="refs/pull/7/merge",
        ref_name="7/merge",
        payload={"pull_request": {"number": 7, "head": head}},
    )


def head(root: Path) -> str:
    return git(root, "rev-parse", "HEAD")


def test_a_pull_request_is_checked_built_kept_and_told_of_in_one_comment(tmp_path, site, engine):
    tried = proposed(site, GOALS.replace("Fler unga", "Många unga"))
    machine = pull_request(tmp_path, site, engine, tried, fork=False)
    done = machine.run("site.yml", "build", motor=head(engine))
    assert done.failed is None, done.log
    assert done.ran == [
        *STEPS,
        "Hämta det som förra bygget har sparat",
        *("Berätta vad som ändras", "Spara berättelsen", "Kontrollera data och sidor"),
        *("Bygg webbplatsen", "Spara webbplatsen"),
    ]
    assert "Ett mål har ändrats. Inga nya sidor, inga borttagna adresser." in done.summary
    kept = machine.artifacts / "webbplats"
    assert "Många unga" in (kept / "exempelby/mal/utb-2/index.html").read_text("utf-8")
    comment = machine.run("site.yml", "comment", motor=head(engine))
    assert comment.failed is None, comment.log
    assert machine.called.read_text("utf-8").splitlines() == [
        "pr comment 7 --edit-last --create-if-none --body-file sammanfattning.md"
    ]
    assert (machine.root / "body.md").read_text("utf-8") == done.summary
    for key in ("pages", "ssh"):
        assert machine.run("site.yml", key, motor=head(engine), publicera=key) is None


@pytest.mark.full
def test_several_machines_build_a_part_each_and_the_whole_is_published(tmp_path, site, engine):
    work = site.parent / "egen"
    for slug in ("ahus", "zeta"):
        shutil.copytree(work / "data/exempelby", work / "data" / slug)
    commit(work)
    git(work, "push", "--quiet", str(site), "HEAD:main")
    chosen = {"motor": head(engine), "delar": 2}

    def run(name: str) -> Machine:
        known = {"site": site, "engine": engine, "commit": head(site), "event": "push"}
        machine = Machine(tmp_path / name, **known)
        assert machine.run("site.yml", "plan", **chosen).failed is None
        for turn in range(2):
            done = machine.run("site.yml", "part", turn, **chosen)
            assert done.failed is None, done.log
            assert done.ran == [
                *(*STEPS, "Hämta det som förra bygget av delen har sparat", "Bygg delen"),
                *("Spara delen", "Spara det som nästa bygge av delen har nytta av"),
            ]
        done = machine.run("site.yml", "build", **chosen)
        assert done.failed is None, done.log
        assert "Sätt ihop delarna" in done.ran
        assert "Spara det som nästa granskning har nytta av" in done.ran
        assert not {"Bygg webbplatsen", "Spara det som nästa bygge har nytta av"} & {*done.ran}
        assert machine.run("site.yml", "pages", **chosen).failed is None
        return machine

    def made(machine: Machine) -> dict[str, int]:
        """When a page of each kommun was made."""
        pages = machine.root.glob("part-*/*/delar/*/*/files/*/mal/utb-2/index.html")
        return {page.parts[-4]: page.stat().st_mtime_ns for page in pages}

    first = run("first")
    for slug in ("exempelby", "ahus", "zeta"):
        assert (first.pages / slug / "mal/utb-2/index.html").exists()
    write_files(work, {"data/ahus/mal.yml": GOALS.replace("Fler unga", "Många unga")})
    commit(work)
    git(work, "push", "--quiet", str(site), "HEAD:main")
    second = run("second")
    assert "Många" in (second.pages / "ahus/mal/utb-2/index.html").read_text("utf-8")
    before, after = made(first), made(second)
    assert {slug for slug in before if before[slug] != after[slug]} == {"ahus"}


@pytest.mark.full
def test_the_next_run_builds_only_what_has_changed_and_a_pull_request_saves_nothing(
    tmp_path, site, engine
):
    work = site.parent / "egen"
    for slug in ("ahus", "zeta"):
        shutil.copytree(work / "data/exempelby", work / "data" / slug)
    commit(work)
    git(work, "push", "--quiet", str(site), "HEAD:main")

    def run(name: str, **told: object) -> tuple[list[str], dict[str, int]]:
        """Run the job; return its steps, and when what is kept of each kommun was kept."""
        known = {"site": site, "engine": engine, "commit": head(site), "event": "push", **told}
        machine = Machine(tmp_path / name, **known)
        done = machine.run("site.yml", "build", motor=head(engine))
        assert done.failed is None, done.log
        (place,) = machine.root.glob("build-*")
        kept = (place / "work" / "minne" / "sites").glob("*/summaries/*")
        return done.ran, {path.name: path.stat().st_mtime_ns for path in kept}

    save = "Spara det som nästa bygge har nytta av"
    steps, first = run("first")
    assert save in steps
    assert first.keys() == {"ahus", "exempelby", "zeta"}
    tried = proposed(site, GOALS.replace("Fler unga", "Många unga"))
    git(site, "update-ref", "refs/heads/main", head(work))
    request = {"pull_request": {"number": 7, "head": {"repo": {"full_name": "by/mal"}}}}
    where = {"ref": "refs/pull/7/merge", "ref_name": "7/merge", "payload": request}
    steps, second = run("second", commit=tried, event="pull_request", **where)
    assert save not in steps
    assert {slug for slug in first if first[slug] != second[slug]} == {"exempelby"}
    steps, third = run("third")
    assert save in steps
    assert {slug for slug in first if first[slug] != third[slug]} == {"exempelby"}


def test_one_machine_builds_all_unless_somebody_says_otherwise(tmp_path, site, engine):
    machine = Machine(
        tmp_path / "maskin", site=site, engine=engine, commit=head(site), event="push"
    )
    for job in ("plan", "part"):
        assert machine.run("site.yml", job, motor=head(engine)) is None


@pytest.mark.full
def test_a_fork_is_told_in_the_summary_of_the_run_alone(tmp_path, site, engine):
    tried = proposed(site, GOALS.replace("Fler unga", "Många unga"))
    machine = pull_request(tmp_path, site, engine, tried, fork=True)
    assert "Ett mål" in machine.run("site.yml", "build", motor=head(engine)).summary
    assert machine.run("site.yml", "comment", motor=head(engine)) is None
    assert not machine.called.exists()


@pytest.mark.full
def test_errors_stop_the_build_but_not_the_telling(tmp_path, site, engine):
    tried = proposed(site, GOALS.replace("[larande]", "[larnade]"))
    machine = pull_request(tmp_path, site, engine, tried, fork=False)
    done = machine.run("site.yml", "build", motor=head(engine))
    assert done.failed == "Kontrollera data och sidor"
    assert "::error file=data/exempelby/mal.yml" in done.log
    assert "Filerna har fel som måste rättas" in done.summary
    assert machine.run("site.yml", "comment", motor=head(engine)) is not None


@pytest.mark.full
def test_a_merge_is_built_and_published_on_pages(tmp_path, site, engine):
    machine = Machine(
        tmp_path / "maskin", site=site, engine=engine, commit=head(site), event="push"
    )
    done = machine.run("site.yml", "build", motor=head(engine))
    assert done.failed is None, done.log
    assert "Berätta vad som ändras" not in done.ran
    assert machine.run("site.yml", "comment", motor=head(engine)) is None
    assert machine.run("site.yml", "ssh", motor=head(engine)) is None
    assert machine.run("site.yml", "pages", motor=head(engine)).failed is None
    assert (machine.pages / "exempelby/mal/utb-2/index.html").exists()


@pytest.mark.full
def test_a_push_to_another_branch_is_built_but_not_published(tmp_path, site, engine):
    machine = Machine(
        tmp_path / "maskin",
        site=site,
        engine=engine,
        commit=head(site),
        event="push",
        ref_name="gren",
    )
    assert machine.run("site.yml", "build", motor=head(engine)).failed is None
    assert not (machine.artifacts / "github-pages").exists()
    assert machine.run("site.yml", "pages", motor=head(engine)) is None


@pytest.mark.full
def test_an_own_server_gets_the_built_site_with_a_key_that_is_thrown_away(tmp_path, site, engine):
    machine = Machine(
        tmp_path / "maskin",
        site=site,
        engine=engine,
        commit=head(site),
        event="push",
        secrets={"SSH_NYCKEL": "nyckeln", "SSH_SERVER": "server ssh-ed25519 AAAA"},
    )
    chosen = {"motor": head(engine), "publicera": "ssh", "plats": "webb@server:/srv/mal"}
    assert machine.run("site.yml", "build", **chosen).failed is None
    assert machine.run("site.yml", "pages", **chosen) is None
    done = machine.run("site.yml", "ssh", **chosen)
    assert done.failed is None, done.log
    call = (machine.root / "publish.txt").read_text("utf-8").split()
    assert call[:6] == [
        "publish", "webb@server:/srv/mal", "--root", "plats", "--site-dir", "webbplats",
    ]  # fmt: skip
    assert call[6] == "--ssh-config"
    assert "StrictHostKeyChecking yes" in (machine.root / "ssh.txt").read_text("utf-8")
    assert (machine.root / "key.txt").read_text("utf-8").startswith("-rw-------")
    assert not list(machine.root.rglob("nyckel"))
    assert "nyckeln" not in done.log


@pytest.mark.full
def test_what_is_new_at_night_becomes_one_proposal_that_the_next_night_renews(
    tmp_path, site, engine, monkeypatch
):
    def night(number: int) -> Machine:
        machine = Machine(
            tmp_path / f"natt-{number}",
            site=site,
            engine=engine,
            commit=head(site),
            event="schedule",
        )
        done = machine.run("refresh.yml", "fetch", motor=head(engine))
        assert done.failed is None, done.log
        # The first build of the site has addresses to note.
        assert done.outputs == {"news": "ja"}
        done = machine.run("refresh.yml", "propose", motor=head(engine))
        assert done.failed is None, done.log
        return machine

    first = night(1)
    assert first.called.read_text("utf-8").splitlines() == [
        "auth setup-git",
        "pr list --head kommunvision/statistik --base main --state open --json number --jq length",
        (
            "pr create --head kommunvision/statistik --base main --title Uppdatera statistik "
            "--body-file ../forslag.md"
        ),
    ]
    files = git(site, "diff", "--name-only", "main", "kommunvision/statistik")
    assert files == "data/adresser.yml"
    monkeypatch.setenv("OPEN_PROPOSALS", "1")
    second = night(2)
    last = second.called.read_text("utf-8").splitlines()[-1]
    assert last == "pr edit kommunvision/statistik --body-file ../forslag.md"
    git(site, "update-ref", "refs/heads/main", "refs/heads/kommunvision/statistik")
    machine = Machine(
        tmp_path / "natt-3", site=site, engine=engine, commit=head(site), event="schedule"
    )
    done = machine.run("refresh.yml", "fetch", motor=head(engine))
    assert done.outputs == {"news": ""}, done.log
    assert machine.run("refresh.yml", "propose", motor=head(engine)) is None


@pytest.mark.parametrize(("other", "failed"), [("a  x\n", None), ("b  x\n", "Jämför dem")])
def test_builds_that_differ_in_a_byte_are_found(tmp_path, site, engine, other, failed):
    machine = Machine(
        tmp_path / "maskin", site=site, engine=engine, commit=head(site), event="push"
    )
    write_files(
        machine.artifacts,
        {"summor-3.11/3.11.txt": "a  x\n", "summor-3.12/3.12.txt": other},
    )
    assert machine.run("ci.yml", "same").failed == failed


# As the files say, with nothing put in the place of anything.


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The repository as GitHub would have it, with what is written here but not committed."""
    target = tmp_path / "repo"
    git(tmp_path, "clone", "--quiet", str(ROOT), str(target))
    for name in git(ROOT, "ls-files", "--modified", "--others", "--exclude-standard").splitlines():
        source = ROOT / name
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        if source.is_file():
            (target / name).write_bytes(source.read_bytes())
            (target / name).chmod(source.stat().st_mode)
    git(target, "add", "--all")
    git(target, "commit", "--quiet", "--allow-empty", "--message", "Det som står här")
    return target


@pytest.mark.full
@pytest.mark.timeout(1800)
def test_this_repository_is_built_from_a_fresh_clone_as_its_workflow_says(tmp_path, clone):
    commit = head(clone)
    machine = Machine(
        tmp_path / "maskin",
        site=clone,
        engine=clone,
        commit=commit,
        event="pull_request",
        payload={"pull_request": {"number": 1, "head": {"repo": {"full_name": "by/mal"}}}},
    )
    done = machine.run("site.yml", "build", motor=commit, motor_repo="by/mal")
    assert done.failed is None, done.log
    assert done.summary.startswith("## Det här ändras\n")
    assert (machine.artifacts / "webbplats" / "nora" / "index.html").exists()
    bytes_done = machine.run("ci.yml", "bytes")
    assert bytes_done.failed is None, bytes_done.log
    (sums,) = (machine.artifacts).glob("summor-*/*.txt")
    assert len(sums.read_text("utf-8").splitlines()) > 1000
    assert "GITHUB_TOKEN" not in os.environ


@pytest.mark.full
@pytest.mark.parametrize("fork", [False, True])
def test_what_a_form_editor_wrote_gets_its_comments_back_in_its_pull_request(
    tmp_path, site, engine, fork
):
    wanted = with_comments(site).replace("Fler unga", "Alla unga")
    base = head(site)
    made = from_a_form(site, wanted)
    git(site, "branch", "formular", made)
    owner = {"full_name": "nagon/mal" if fork else "by/mal"}
    told = {"head": {"sha": made, "ref": "formular", "repo": owner}, "base": {"sha": base}}
    machine = Machine(
        tmp_path / "maskin",
        site=site,
        engine=engine,
        commit=made,
        event="pull_request",
        ref="refs/pull/8/merge",
        payload={"pull_request": told},
    )
    done = machine.run("format.yml", "arrange", motor=head(engine))
    assert done.failed is None, done.log
    assert done.outputs == {"changed": "ja"}
    saved = machine.run("format.yml", "save", motor=head(engine))
    if fork:
        assert saved is None
        return
    assert saved.failed is None, saved.log
    assert git(site, "show", "formular:data/exempelby/mal.yml") == wanted.strip()
    assert git(site, "log", "-1", "--format=%s", "formular") == "Ordna filernas uppställning"
