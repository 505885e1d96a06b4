"""What every test may use: the repository's folder, its site built once, a real browser."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from filelock import FileLock
from hypothesis import settings

# Material prints an announcement of MkDocs 2.0 on every build; it is no message to our readers.
os.environ["NO_MKDOCS_2_WARNING"] = "1"

# What a build keeps for the next one is kept for this run of the tests, and thrown away.
_KEPT = TemporaryDirectory(prefix="kept-")
os.environ["XDG_CACHE_HOME"] = _KEPT.name

# The same examples in every run, and no folder left behind.
settings.register_profile("repeatable", derandomize=True, database=None, deadline=None)
settings.load_profile("repeatable")

pytest_plugins = ("tests.browser",)


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the repository."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def built_site(repository: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The repository's own site, built by the command line once for all workers; read only."""
    shared = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        shared = shared.parent
    site = shared / "built-site"
    complete = shared / "built-site.complete"
    with FileLock(shared / "built-site.lock"):
        if not complete.exists():
            command = ["build", "--root", str(repository), "--site-dir", str(site)]
            result = subprocess.run(
                [sys.executable, "-m", "kommunvision", *command],
                check=False,
                capture_output=True,
                encoding="utf-8",
            )
            if result.returncode != 0:
                pytest.fail(f"the site does not build:\n{result.stdout}\n{result.stderr}")
            complete.touch()
    return site
