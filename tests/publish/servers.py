"""Debian's nginx and sshd as ordinary processes in folders of their own, for one test at a time."""

import getpass
import http.client
import os
import shlex
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

NGINX = """\
{user}
daemon off;
worker_processes 2;
pid {folder}/pid;
error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    types {{ text/html html; text/css css; }}
    server {{
        listen unix:{folder}/socket;
        root {root};
        index index.html;
        error_page 404 /404.html;
    }}
}}
"""

SSHD = """\
HostKey {folder}/host
AuthorizedKeysFile {folder}/key.pub
PidFile none
StrictModes no
UsePAM no
PermitRootLogin prohibit-password
PasswordAuthentication no
KbdInteractiveAuthentication no
"""

SSH = """\
Host server
    User {user}
    IdentityFile {folder}/key
    IdentitiesOnly yes
    UserKnownHostsFile {folder}/known_hosts
    StrictHostKeyChecking yes
    ProxyCommand {sshd} -i -f {folder}/sshd_config -E {folder}/sshd.log
Host nobody
    ProxyCommand false
"""


def program(name: str) -> str:
    """The path of a server; Debian keeps them where an ordinary user's PATH does not go."""
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")
    assert found, f"{name} is missing; `make servers` installs it"
    return found


class Connection(http.client.HTTPConnection):
    """A connection to a socket in a folder: no port to be taken by somebody else."""

    def __init__(self, path: Path) -> None:
        super().__init__("localhost", timeout=120)
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(120)
        self.sock.connect(str(self._path))

    def get(self, path: str) -> tuple[int, bytes]:
        """Ask for a page on this connection; gives the status and all of the answer."""
        self.request("GET", path)
        answer = self.getresponse()
        body = answer.read()
        assert int(answer.headers["Content-Length"]) == len(body)
        return answer.status, body


@contextmanager
def short_folder() -> Iterator[Path]:
    """A folder whose name is short enough for a socket in it."""
    with tempfile.TemporaryDirectory(prefix="kv-") as folder:
        yield Path(folder)


@contextmanager
def nginx(root: Path) -> Iterator[Path]:
    """A server that shows a folder; gives the socket that it answers on."""
    with short_folder() as folder:
        # The workers of root's nginx would not be let into folders of tests.
        user = "user root;" if os.geteuid() == 0 else ""
        (folder / "conf").write_text(NGINX.format(folder=folder, root=root, user=user))
        errors = folder / "error.log"
        errors.touch()
        command = [
            program("nginx"),
            "-p",
            str(folder),
            "-e",
            str(errors),
            "-c",
            str(folder / "conf"),
        ]
        process = subprocess.Popen(command)
        try:
            while not _answers(folder / "socket"):
                assert process.poll() is None, errors.read_text()
            yield folder / "socket"
        finally:
            process.terminate()
            process.wait()


def _answers(path: Path) -> bool:
    """Whether a server has begun to listen; the pause lets it."""
    with closing(Connection(path)) as connection:
        try:
            connection.connect()
        except OSError:
            time.sleep(0.02)
            return False
        return True


@contextmanager
def sshd() -> Iterator[Path]:
    """A server for ssh that is started by each connection; gives the settings that lead to it."""
    with short_folder() as folder:
        if os.geteuid() == 0:
            # The folder into which root's sshd locks its half without rights.
            Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
        for name in ("host", "key"):
            command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
            subprocess.run(command, check=True)
        (folder / "known_hosts").write_text(f"server {(folder / 'host.pub').read_text()}")
        (folder / "sshd_config").write_text(SSHD.format(folder=folder))
        settings = folder / "ssh config"
        words = {"user": getpass.getuser(), "sshd": shlex.quote(program("sshd"))}
        settings.write_text(SSH.format(folder=folder, **words))
        yield settings
