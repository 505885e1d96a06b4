"""Another kommun needs the package and no Python of its own: content, data and settings are enough."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from filelock import FileLock

from tests.projects import FILES, project


def build(repository: Path, folder: Path) -> Path:
    """Build the package as it is published: the source, and of that the wheel."""
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(repository)],
        check=True,
        capture_output=True,
    )
    return folder


@pytest.fixture(scope="session")
def published(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the package as it is published, built once."""
    with FileLock(tmp_path_factory.getbasetemp() / "wheel.lock"):
        return build(repository, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def wheel(published: Path) -> Path:
    """What is installed; it was built of the published source alone."""
    (found,) = published.glob("*.whl")
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
        "form/built/redigera.js",
        "form/built/LICENSER.txt",
    ):
        assert f"kommunvision/{name}" in names


def test_the_source_has_all_that_it_takes_to_build_and_nothing_of_this_site(published):
    (source,) = published.glob("*.tar.gz")
    with tarfile.open(source) as file:
        names = {name.partition("/")[2] for name in file.getnames()}
    own = {name for name in names if not name.startswith("macros/kommunvision/")}
    assert own == {
        ".gitignore", "CHANGELOG.md", "LICENSE", "PKG-INFO", "README.md", "publiccode.yml",
        "pyproject.toml",
    }  # fmt: skip


def test_the_wheel_tells_licence_python_and_extras(wheel):
    with zipfile.ZipFile(wheel) as file:
        (name,) = [name for name in file.namelist() if name.endswith("/METADATA")]
        told = file.read(name).decode("utf-8")
    for line in (
        "License-Expression: MIT",
        "License-File: LICENSE",
        "Requires-Python: >=3.11",
        "Provides-Extra: pdf",
        "Requires-Dist: mkdocs==1.6.1",
    ):
        assert f"\n{line}\n" in told


@pytest.mark.full
def test_the_package_is_the_same_bytes_wherever_it_is_built(repository, published, tmp_path):
    again = build(repository, tmp_path)
    for path in published.iterdir():
        assert (again / path.name).read_bytes() == path.read_bytes()


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
