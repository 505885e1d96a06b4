"""The built site with compressed files, on a real nginx and a real Apache."""

import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kommunvision.driver.compress import compress
from tests.server import running
from tests.server.running import Server


@pytest.fixture(scope="session")
def home() -> Iterator[Path]:
    """A folder that servers may read and write, unlike those of the tests."""
    with tempfile.TemporaryDirectory(prefix="kommunvision-") as folder:
        yield Path(folder)


# Of the kommuner, and of what can be embedded, some stand for all: thousands of files take time.
_OTHERS = {"norberg", "sandviken", "smedjebacken"}
_SHOWN = re.compile(
    r"(exempelby/inbaddad/v1/(mal|malkedja)/(utb-2|mal-postlada)|nora/inbaddad/v1/malkedja"
    r"|exempelby/badda-in(/mal/utb-2)?|nora/badda-in/malkedja)/[^/]+|.*/(inbaddad|v1)/[^/]+"
)


def _stands_for_all(path: str) -> bool:
    if path.partition("/")[0] in _OTHERS:
        return False
    return not re.search("/(inbaddad|badda-in)/", path) or bool(_SHOWN.fullmatch(path))


@pytest.fixture(scope="session")
def complete_site(built_site: Path, home: Path) -> Path:
    """The built site as it is published: with compressed files, behind a link that is switched."""
    release = home / "releases" / "1"
    for file in built_site.rglob("*"):
        path = file.relative_to(built_site).as_posix()
        if file.is_file() and _stands_for_all(path):
            (release / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, release / path)
    compress(release)
    running.own(home)
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
