"""The built site with compressed files, on a real nginx and a real Apache."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from kommunvision.driver.compress import compress
from tests.server import running
from tests.server.running import Server


@pytest.fixture(scope="session")
def home() -> Iterator[Path]:
    """A folder that servers may read and write, unlike those of the tests."""
    with tempfile.TemporaryDirectory(prefix="kommunvision-") as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def complete_site(built_site: Path, home: Path) -> Path:
    """The built site as it is published: with compressed files, behind a link that is switched."""
    release = home / "releases" / "1"
    with FileLock(f"{built_site}.copied"):
        shutil.copytree(built_site, release)
    compress(release)
    current = home / "current"
    current.symlink_to(release)
    return current


@pytest.fixture(scope="session")
def nginx(complete_site: Path, home: Path) -> Iterator[Server]:
    """The site on nginx."""
    running.certificate(home)
    with running.nginx(home, complete_site) as server:
        yield server


@pytest.fixture(scope="session")
def apache(complete_site: Path, home: Path, nginx: Server) -> Iterator[Server]:
    """The site on Apache, with the certificate of the other."""
    with running.apache(home, complete_site) as server:
        yield server


@pytest.fixture(params=["nginx", "apache"])
def server(request: pytest.FixtureRequest) -> Server:
    """Each of the servers."""
    return request.getfixturevalue(request.param)
