"""Whatever fails around the program ends in Swedish, with the right exit code and nothing half done."""

import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kommunvision import cli
from kommunvision.driver.publish import swap
from kommunvision.driver.staging import staging
from kommunvision.writing import write_whole
from tests.projects import GOALS, project, snapshot

NOBODY = 65534
LEFT_AS_IT_WAS = "Webbplatsen är inte byggd. Det som redan är publicerat är orört."


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site that has been published once; read only."""
    root = project(tmp_path_factory.mktemp("built"))
    assert cli.run(["build", "--root", str(root)]) == 0
    return root


@pytest.fixture
def site(built: Path) -> Iterator[Path]:
    """The same, of one's own, with a change that is not published; where others may come too."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "w"
        shutil.copytree(built, root)
        goals = root / "data/exempelby/mal.yml"
        goals.write_text(GOALS.replace("Fler unga", "Alla unga"), encoding="utf-8")
        for path in (Path(folder), root):
            path.chmod(0o755)
        yield root


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    """Run the command in this process; gives exit code, output and complaints."""
    capsys.readouterr()
    code = cli.run([str(word) for word in words])
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err
    return code, out, err


def command(*words: object) -> list[str]:
    return [sys.executable, "-m", "kommunvision", *map(str, words)]


def whole(root: Path, built: Path) -> bool:
    """Whether the published site is as before, and nothing lies beside it."""
    names = {path.name for path in root.iterdir()}
    return names == {"content", "data", "mkdocs.yml", "site"} and snapshot(
        root / "site"
    ) == snapshot(built / "site")


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """Let no file grow beyond a size: a disk that is full, for whoever writes to it."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def as_nobody() -> Iterator[None]:
    """Be somebody who owns nothing; root may do everything, and has to step aside."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


# Disks and rights


def test_a_file_that_does_not_fit_leaves_the_published_site_alone(site, built):
    words = " ".join(command("build", "--root", site))
    result = subprocess.run(
        ["bash", "-c", f"ulimit -f 16; exec {words}"],
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        "Fel: En fil blev större än vad som är tillåtet här. Höj gränsen (ulimit -f).",
        LEFT_AS_IT_WAS,
    ]
    assert whole(site, built)


def test_a_full_disk_is_called_a_full_disk(capsys, site):
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        result = subprocess.run(
            command("check", "--root", site), check=False, stdout=full, stderr=subprocess.PIPE
        )
    assert result.returncode == 1
    assert (
        result.stderr.decode()
        == "Fel: Det finns ingen plats kvar på disken. Gör plats och kör kommandot igen.\n"
    )


def test_a_folder_that_may_not_be_written_in_is_named(capsys, site, built):
    for path in (site, site / "site"):
        path.chmod(0o555)
    with as_nobody():
        code, _, err = run(capsys, "build", "--root", site)
    for path in (site, site / "site"):
        path.chmod(0o755)
    assert code == 1
    assert err.splitlines() == [
        f"Fel: Du har inte rätt att läsa eller skriva {site}. Be den som sköter datorn om den rätten.",
        LEFT_AS_IT_WAS,
    ]
    assert whole(site, built)


def test_a_closed_folder_deep_in_the_site_is_found_before_anything_is_changed(tmp_path):
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        top.chmod(0o777)
        with as_nobody():
            for name, text in (("site", "gammal"), ("new", "ny")):
                for page in ("404.html", "a/index.html", "b/index.html"):
                    (top / name / page).parent.mkdir(parents=True, exist_ok=True)
                    (top / name / page).write_text(text, encoding="utf-8")
            before = snapshot(top / "site")
            (top / "site/b").chmod(0o555)
            with pytest.raises(PermissionError) as error:
                swap(top / "new", top / "site")
            (top / "site/b").chmod(0o755)
            assert error.value.filename == str(top / "site/b")
            assert snapshot(top / "site") == before


@pytest.mark.parametrize("name", ["data/exempelby", "data/exempelby/mal.yml", "content"])
def test_what_may_not_be_read_is_an_error_and_never_passed_over(capsys, site, name):
    (site / name).chmod(0)
    with as_nobody():
        code, out, _ = run(capsys, "check", "--root", site)
    (site / name).chmod(0o755)
    assert code == 1
    assert f'{name}:1:1: fel KV017: "{name}" går inte att öppna.' in out


def test_a_new_kommun_that_does_not_fit_is_not_begun(capsys, tmp_path):
    with largest_file(700):
        code, _, err = run(capsys, "new", "kommun", "Norberg", "--root", tmp_path)
    assert code == 1
    assert err.startswith("Fel: En fil blev större än vad som är tillåtet här.")
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_written_whole_or_stays_as_it_was(tmp_path):
    path = tmp_path / "adresser.yml"
    path.write_text("adresser:\n- a/\n", encoding="utf-8")
    path.chmod(0o640)
    with largest_file(1_000), pytest.raises(OSError, match="too large") as error:
        write_whole(path, "x" * 2_000)
    assert error.value.filename == str(path)
    assert snapshot(tmp_path) == {"adresser.yml": b"adresser:\n- a/\n"}
    write_whole(path, "adresser:\n- å/\n")
    assert path.read_text("utf-8") == "adresser:\n- å/\n"
    assert path.stat().st_mode & 0o777 == 0o640


# Being stopped, and being two


def building(root: Path, **more: object) -> subprocess.Popen[str]:
    """Begin a build in a process of its own, and wait until it has a folder to build in."""
    process = subprocess.Popen(
        command("build", "--root", root),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        **more,
    )
    while not list(root.glob(".site-kommunvision-*")):
        assert process.poll() is None, process.communicate()
        time.sleep(0.01)
    return process


@pytest.mark.parametrize(
    ("asked", "code"),
    [(signal.SIGINT, 130), pytest.param(signal.SIGTERM, 143, marks=pytest.mark.full)],
)
def test_a_build_that_is_asked_to_stop_does_so_and_clears_up(site, built, asked, code):
    process = building(site)
    process.send_signal(asked)
    out, err = process.communicate(timeout=120)
    assert (process.returncode, out, err.strip()) == (code, "", "Avbrutet.")
    assert whole(site, built)


def test_what_a_killed_build_leaves_is_cleared_away_by_the_next(capsys, site, built):
    process = building(site)
    process.kill()
    process.communicate()
    assert snapshot(site / "site") == snapshot(built / "site")
    assert list(site.glob(".site-*"))
    code, out, _ = run(capsys, "build", "--root", site)
    assert code == 0
    assert "Webbplatsen är byggd." in out
    assert not list(site.glob(".site-*"))


def test_of_two_builds_one_waits_and_says_so(site):
    with staging(site / "site", lambda: pytest.fail("nobody else builds")) as aside:
        process = subprocess.Popen(
            command("build", "--root", site),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        said = process.stderr.readline()
        assert said.startswith("Ett annat bygge av samma webbplats pågår.")
        assert aside.is_dir()
        assert list(site.glob(".site-*")) == [aside]
    out, err = process.communicate(timeout=120)
    assert (process.returncode, err) == (0, "")
    assert "Webbplatsen är byggd." in out
    assert not list(site.glob(".site-*"))


# Odd computers


def test_no_locale_no_home_and_no_path_are_no_reason_to_stop(site):
    surroundings = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "COLUMNS": "20"}
    kept = {key: os.environ[key] for key in ("PYTHONPATH",) if key in os.environ}
    goals = site / "data/exempelby/mal.yml"
    goals.write_text(GOALS.replace("[larande]", "[larnåde]"), encoding="utf-8")
    result = subprocess.run(
        command("check", "--root", site),
        check=False,
        capture_output=True,
        env={**kept, **surroundings},
    )
    assert (result.returncode, result.stderr) == (1, b"")
    assert "fel KV202" in result.stdout.decode("utf-8")


def test_whoever_has_closed_the_streams_gets_the_exit_code(site):
    words = " ".join(command("check", "--root", site))
    assert subprocess.run(f"{words} >&- 2>&-", shell=True, check=False).returncode == 0  # noqa: S602


def test_a_moment_that_is_none_is_a_wrong_call(capsys, site, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "i går")
    code, _, err = run(capsys, "build", "--root", site)
    assert code == 2
    assert err.startswith("Fel: Miljövariabeln SOURCE_DATE_EPOCH är i går, och ska vara")


@pytest.mark.full
def test_the_moment_that_a_build_is_told_changes_nothing(site):
    made = []
    for moment in ("0", "2000000000"):
        target = site / moment
        subprocess.run(
            command("build", "--root", site, "--site-dir", target),
            check=True,
            capture_output=True,
            env={**os.environ, "SOURCE_DATE_EPOCH": moment},
        )
        made.append(snapshot(target))
    assert made[0] == made[1]


def test_a_package_that_is_missing_is_named_in_swedish(tmp_path):
    (tmp_path / "nh3.py").write_text("raise ImportError(name='nh3')", encoding="utf-8")
    paths = [str(tmp_path), *filter(None, [os.environ.get("PYTHONPATH")])]
    result = subprocess.run(
        command("doctor"),
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
    )
    assert result.returncode == 1
    assert result.stderr.startswith("Kommunvision kan inte starta, för installationen är inte hel.")
    assert "fel      Paketet nh3 saknas eller går inte att läsa in." in result.stderr
    assert "Gör så här: Installera det: pip install --force-reinstall 'nh3'" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.full
def test_ten_thousand_errors_are_counted_and_two_hundred_shown(capsys, site):
    goals = "".join(
        f"- {{id: m{n}, nivå: mal, rubrik: Mål {n}, överordnade: [x{n}], källa: budget}}\n"
        for n in range(10_000)
    )
    (site / "data/exempelby/mal.yml").write_text(f"mål:\n{goals}", encoding="utf-8")
    code, out, _ = run(capsys, "check", "--root", site)
    assert code == 1
    assert "Här visas 200 av 10 00" in out.replace("\N{NO-BREAK SPACE}", " ")
    assert len(out) < 100_000
