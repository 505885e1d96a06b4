"""A forge on the loopback address, under the names of hosts that the editor is told of.

A browser reaches it by a proxy, so that addresses, certificates and the rules between origins are
those of a published site, and so that nothing else on the web can be reached, or be asked for unseen.
"""

import json
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tests.form.driving import policy_of
from tests.form.forges.repository import Repository


@dataclass
class Asked:
    """One request to the forge."""

    method: str
    path: str
    query: dict[str, str]
    scheme: str
    token: str
    body: Any
    address: str


@dataclass
class Answer:
    """What the forge says."""

    body: Any = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Person:
    """Who has the token."""

    name: str = "Maja Lind"
    login: str = "majalind"
    email: str = "maja.lind@exempelby.example"
    number: int = 4711
    bot: bool = False


# Where the settings of the tests say that the site is published.
SITE = "prov.example"

TOKEN = "hemlig-nyckel-0123456789"  # noqa: S105 - of nothing


class Forge:
    """What GitHub and GitLab have in common."""

    host: str
    # What a page of another origin may send along and read, as each of them says it.
    allowed: str

    def __init__(self, repository: Repository, host: str, path: str) -> None:
        self.repository = repository
        self.host = host
        self.path = path
        self.person = Person()
        self.member = True
        self.asked: list[Asked] = []
        self.before_commit: list[Any] = []
        """What happens just before the next commits are taken in."""

    def answer(self, asked: Asked) -> Answer:
        raise NotImplementedError

    def respond(self, asked: Asked) -> Answer:
        if asked.method == "OPTIONS":
            methods = "GET, POST, PATCH, PUT, DELETE"
            told = {
                "Access-Control-Allow-Methods": methods,
                "Access-Control-Allow-Headers": self.allowed,
            }
            return Answer(status=204, headers=told)
        self.asked.append(asked)
        return self.answer(asked)

    def about_to_commit(self) -> None:
        while self.before_commit:
            self.before_commit.pop(0)()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    inside = False

    def do_CONNECT(self) -> None:
        self.server.hosts.append(self.path)
        if self.path not in self.server.known:
            self.send_error(403, "No such host here")
            self.close_connection = True
            return
        self.send_response(200)
        self.end_headers()
        self.connection = self.server.context.wrap_socket(self.connection, server_side=True)
        self.rfile = self.connection.makefile("rb")
        self.wfile = self.connection.makefile("wb")
        self.inside = True
        self.close_connection = False

    def finish(self) -> None:
        super().finish()
        if self.inside:
            self.connection.close()

    def _forward(self) -> None:
        if not self.inside:
            self.server.hosts.append(self.path)
            self.send_error(403, "No such host here")
            return
        parts = urlsplit(self.path)
        if self.headers["Host"] == SITE:
            self._serve(parts.path)
            return
        length = int(self.headers.get("Content-Length") or 0)
        data = self.rfile.read(length).decode("utf-8") if length else ""
        scheme, _, token = self.headers.get("Authorization", "").partition(" ")
        query = {key: value[0] for key, value in parse_qs(parts.query).items()}
        asked = Asked(
            self.command,
            parts.path,
            query,
            scheme,
            token,
            json.loads(data) if data else None,
            self.path,
        )
        with self.server.lock:
            answer = self.server.forge.respond(asked)
        content, kind = b"", "application/json; charset=utf-8"
        if isinstance(answer.body, str):
            content, kind = answer.body.encode(), "text/plain; charset=utf-8"
        elif answer.body is not None:
            content = json.dumps(answer.body).encode()
        self.send_response(answer.status)
        self.send_header("Access-Control-Allow-Origin", "*")
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.status != 204:
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _serve(self, path: str) -> None:
        """Answer as the web server of the site, which is told what its pages may do."""
        site = self.server.site
        found = site / path.lstrip("/")
        if found.is_dir():
            found /= "index.html"
        if not found.is_file():
            self.send_error(404)
            return
        content = found.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", guess_type(found.name)[0] or "application/octet-stream")
        self.send_header("Content-Length", str(len(content)))
        if found.parent.name == "redigera":
            self.send_header("Content-Security-Policy", policy_of(site))
        self.end_headers()
        self.wfile.write(content)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("do_"):
            return self._forward
        raise AttributeError(name)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, forge: Forge, site: Path, home: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.forge = forge
        self.site = site
        self.known = {one if ":" in one else f"{one}:443" for one in (SITE, forge.host)}
        self.hosts: list[str] = []
        self.lock = threading.Lock()
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(home / "cert.pem", home / "key.pem")

    def handle_error(self, request: object, client_address: object) -> None:
        """Browsers close connections whenever they like."""


@dataclass
class Reached:
    """The way to a forge, and where else anybody has wanted to go."""

    proxy: str
    known: set[str]
    hosts: list[str]


@contextmanager
def reachable(forge: Forge, site: Path, home: Path) -> Iterator[Reached]:
    """Let a forge and a published site answer; ``home`` has the certificate."""
    with _Server(forge, site, home) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield Reached(
                f"http://127.0.0.1:{server.server_address[1]}", server.known, server.hosts
            )
        finally:
            server.shutdown()
            thread.join()


def parts_of(path: str, below: str) -> list[str]:
    """Return the parts of a path below another, as they were before they were put into an address."""
    return [unquote(one) for one in path.removeprefix(below).strip("/").split("/")]
