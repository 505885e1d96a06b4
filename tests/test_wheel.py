"""Another kommun needs the wheel and no Python of its own: content, data and settings are enough."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from filelock import FileLock

from tests.projects import FILES, project


@pytest.fixture(scope="session")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as it is published, built once."""
    folder = tmp_path_factory.mktemp("wheel")
    with FileLock(tmp_path_factory.getbasetemp() / "wheel.lock"):
        subprocess.run(
            [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(repository)],
            check=True,
            capture_output=True,
        )  # fmt: skip
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel is installed, and nothing else."""
    folder = tmp_path_factory.mktemp("installed")
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--target", str(folder), str(wheel)],
        check=True,
        capture_output=True,
    )  # fmt: skip
    return folder


def run(installed: Path, root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a module with the installed package before everything else."""
    return subprocess.run(
        [sys.executable, "-m", *words],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(installed)},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )


def test_the_wheel_holds_the_engine_with_its_templates_and_tables_and_nothing_else(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert tops == {"kommunvision", "kommunvision-0.1.0.dist-info"}
    for name in (
        "py.typed",
        "theme/base.html",
        "theme/assets/kommunvision.css",
        "swedish/registry/kommuner.csv",
        "swedish/start/kommun/kommun.yml",
        "render/components/group/template.html",
        "pages/templates/heading.html",
    ):
        assert f"kommunvision/{name}" in names


def test_the_installed_package_is_the_one_that_runs(installed, tmp_path):
    code = "import kommunvision, sys; sys.stdout.write(kommunvision.__file__)"
    result = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    assert Path(result.stdout).is_relative_to(installed)


def test_a_site_of_content_data_and_settings_builds_with_plain_mkdocs(installed, tmp_path):
    root = project(tmp_path)
    result = run(installed, root, "mkdocs", "build", "--strict")
    assert result.returncode == 0, result.stderr
    html = (root / "site/exempelby/om-malen/index.html").read_text("utf-8")
    assert "Fler unga når gymnasieexamen" in html


def test_a_single_kommun_directly_in_data_builds_with_plain_mkdocs(installed, tmp_path):
    moved = {
        name.replace("/exempelby/", "/"): text
        for name, text in FILES.items()
        if name != "content/index.md"
    }
    root = project(tmp_path, {**dict.fromkeys(FILES), **moved})
    result = run(installed, root, "mkdocs", "build", "--strict")
    assert result.returncode == 0, result.stderr
    assert (root / "site/mal/utb-2/index.html").exists()
    assert (root / "site/om-malen/index.html").exists()


def test_an_empty_folder_becomes_a_site_with_three_commands(installed, tmp_path):
    for words in (["new", "kommun", "1962"], ["check"], ["build"]):
        result = run(installed, tmp_path, "kommunvision", *words)
        assert result.returncode == 0, result.stderr + result.stdout
    assert (tmp_path / "site/norberg/index.html").exists()
