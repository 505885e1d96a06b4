"""Real servers give the editor's page its own policy, and leave the other pages theirs."""

import shutil
import tempfile
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest

from tests.form.driving import policy_of
from tests.server import running


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    """A folder that servers may read and write, unlike those of the tests."""
    with tempfile.TemporaryDirectory(prefix="kommunvision-") as folder:
        running.certificate(Path(folder))
        yield Path(folder)


@pytest.mark.parametrize("server", [running.nginx, running.apache])
def test_a_server_lets_the_editor_and_nothing_else_write_styles(server, form_site, home):
    site = home / server.__name__ / "site"
    shutil.copytree(form_site, site)
    running.own(home)
    with server(home, site) as started:

        def headers(path: str) -> Message:
            answer = started.ask(path, plain=started.plain_port is not None)
            assert answer.status == 200, path
            return answer.headers

        for path in ("/redigera/", "/redigera/index.html"):
            told = headers(path)
            assert told["Content-Security-Policy"] == policy_of(form_site)
            assert told["X-Robots-Tag"] == "noindex"
        for path in ("/redigera/redigera.js", "/redigera/installningar.json", "/exempelby/", "/"):
            assert "'unsafe-inline'" not in headers(path)["Content-Security-Policy"]
            assert headers(path)["X-Robots-Tag"] is None
