"""Folders may be called anything: the root of a site, and the one that it is published in."""

import subprocess
import sys
from pathlib import Path

import pytest

from kommunvision import cli
from kommunvision.driver import build_sites
from kommunvision.driver.staging import staging
from kommunvision.kept.store import CACHE
from tests.projects import project, snapshot
from tests.test_parts import HOSTILE

NAMES = [
    "sidor [2026]",
    "*",
    "a?b",
    "-rf",
    "100 % {namn} {0} %s $HOME",
    "två\nrader",
    "åäö 'och' \"citat\" & <mer>",
    "a\u0308\u0301",
    "!x;y#z|w\\u",
]


@pytest.mark.parametrize("name", NAMES)
def test_what_a_killed_build_has_left_goes_whatever_the_published_folder_is_called(
    tmp_path: Path, name: str
) -> None:
    leave = (
        "import os, sys\nfrom pathlib import Path\n"
        "from kommunvision.driver.staging import staging\n"
        "with staging(Path(sys.argv[1]), print): os.kill(os.getpid(), 9)\n"
    )
    target = tmp_path / name
    subprocess.run([sys.executable, "-c", leave, target], check=False)
    assert len(list(tmp_path.iterdir())) == 1
    with staging(target, lambda: pytest.fail("nobody else builds")) as aside:
        assert list(tmp_path.iterdir()) == [aside]
    assert list(tmp_path.iterdir()) == []


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site as it is when all folders have plain names."""
    root = project(tmp_path_factory.mktemp("plain"), HOSTILE)
    assert build_sites(root, workers=1).complete
    return snapshot(root / "site")


@pytest.mark.parametrize(
    "name", [NAMES[4], *(pytest.param(one, marks=pytest.mark.full) for one in NAMES)]
)
def test_a_site_in_a_folder_of_any_name_has_the_same_bytes_again_and_again(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    plain: dict[str, bytes],
    name: str,
) -> None:
    real = project(tmp_path / f"{name} rot", HOSTILE)
    root, site = tmp_path / f"{name} länk", tmp_path / f"{name} webb"
    root.symlink_to(real)
    monkeypatch.setenv(CACHE, str(tmp_path / f"{name} minne"))
    monkeypatch.chdir(tmp_path)
    call = ["build", "--root", root.name, "--site-dir", site.name]
    for _ in range(2):
        assert cli.run(call) == 0
        assert snapshot(site) == plain
    goals = real / "data/ahus/mal.yml"
    goals.write_text(goals.read_text("utf-8").replace("Fler unga", "Många fler unga"), "utf-8")
    assert cli.run(call) == 0
    capsys.readouterr()
    anew = tmp_path / "ren"
    assert build_sites(real, site_dir=anew, workers=1, anew=True).complete
    assert snapshot(site) == snapshot(anew) != plain
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {real.name, root.name, site.name, f"{name} minne", anew.name}
