"""Debian's nginx and Apache on a free port of this machine, with the files that a build makes."""

import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path

# The certificate is our own, and nobody has signed it.
_TRUSTING = ssl._create_unverified_context()  # noqa: S323, SLF001

# How long a server may take to answer on a machine that is busy with other things.
PATIENCE = 60

SETTINGS = ".server/nginx/kommunvision.conf"

NGINX = """\
{modules}
daemon off;
pid {home}/nginx.pid;
error_log {home}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {home}/body;
    proxy_temp_path {home}/proxy;
    fastcgi_temp_path {home}/fastcgi;
    uwsgi_temp_path {home}/uwsgi;
    scgi_temp_path {home}/scgi;
    include {home}/kommunvision.conf;
}}
"""

APACHE_MODULES = (
    "mpm_event alias authz_core autoindex deflate dir filter headers mime negotiation rewrite ssl"
)
# As Debian has it, with what it says that could be in the way.
APACHE = """\
ServerRoot {home}
ServerName kommunvision.example
PidFile {home}/apache.pid
DefaultRuntimeDir {home}
Mutex file:{home}
ErrorLog {home}/error.log
{modules}
TypesConfig {home}/mime.types
AddType application/x-gzip .gz .tgz
AddOutputFilterByType DEFLATE text/html text/css application/json
Listen 127.0.0.1:{port}
DocumentRoot {root}
SSLEngine on
SSLCertificateFile {home}/cert.pem
SSLCertificateKeyFile {home}/key.pem
<FilesMatch "^\\.ht">
    Require all denied
</FilesMatch>
<Directory {root}>
    Options Indexes FollowSymLinks
    AllowOverride All
    Require all granted
</Directory>
"""


@dataclass(frozen=True)
class Answer:
    """What a server said."""

    status: int
    headers: Message
    body: bytes


@dataclass(frozen=True)
class Server:
    """A server that runs, and what it is called."""

    name: str
    port: int
    plain_port: int | None = None
    """Where it answers without encryption."""

    @property
    def address(self) -> str:
        """The address of the site, ending in a slash."""
        return f"https://127.0.0.1:{self.port}/"

    def ask(self, path: str, *, plain: bool = False, **headers: str) -> Answer:
        """Ask for a path, with headers whose names are written with underscores."""
        connection = (
            HTTPConnection("127.0.0.1", self.plain_port or 0, timeout=PATIENCE)
            if plain
            else HTTPSConnection("127.0.0.1", self.port, context=_TRUSTING, timeout=PATIENCE)
        )
        with closing(connection):
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request("GET", path, headers={"Host": "kommunvision.example", **named})
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())


def program(name: str) -> str:
    """The path of a program; an error when there is none."""
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:/sbin")
    if found is None:
        message = f"{name} is not on the PATH; `make test` installs it"
        raise FileNotFoundError(message)
    return found


def unprivileged() -> dict[str, object]:
    """How to start a program as nobody, where we are root."""
    if os.getuid():
        return {}
    return {"user": "nobody", "group": "nogroup", "extra_groups": ()}


def own(folder: Path) -> None:
    """Give a folder with all that is in it to whoever the servers run as."""
    if not os.getuid():
        for one in (folder, *folder.rglob("*")):
            shutil.chown(one, "nobody", "nogroup")
    folder.chmod(0o755)


def certificate(home: Path) -> None:
    """Make a certificate for the servers."""
    subprocess.run(
        [
            program("openssl"), "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
            "-nodes", "-days", "2", "-subj", "/CN=kommunvision.example",
            "-keyout", str(home / "key.pem"), "-out", str(home / "cert.pem"),
        ],
        check=True,
        capture_output=True,
    )  # fmt: skip


def free_ports(number: int) -> list[int]:
    """Ports that nobody listens to."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(number)]
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


@contextmanager
def running(command: list[str], port: int, log: Path) -> Iterator[None]:
    """Let a program run until the end of the block; it answers when the block begins."""
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, **unprivileged()) as process:
        try:
            _wait(process, port, log)
            yield
        finally:
            process.terminate()
            process.wait(PATIENCE)


def _wait(process: subprocess.Popen, port: int, log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < until:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=PATIENCE):
            return
        time.sleep(0.02)
    said = log.read_text("utf-8", errors="replace") if log.exists() else ""
    raise RuntimeError(f"it does not answer:\n{said}")


def checked(command: list[str]) -> None:
    """Let a program judge its settings, as an administrator would before it starts."""
    found = subprocess.run(
        command, check=False, capture_output=True, encoding="utf-8", **unprivileged()
    )
    assert found.returncode == 0, found.stderr
    assert "warn" not in found.stderr, found.stderr


def installed_for_nginx(settings: str, home: Path, root: Path, ports: tuple[int, int]) -> str:
    """The file for nginx, changed as its comments tell an administrator to."""
    plain, secure = ports
    lines = [one for one in settings.splitlines() if "[::]" not in one]
    return (
        "\n".join(lines)
        .replace("/var/www/kommunvision/current", str(root))
        .replace("listen 80;", f"listen 127.0.0.1:{plain};")
        .replace("listen 443 ", f"listen 127.0.0.1:{secure} ")
        .replace("/etc/letsencrypt/live/kommunvision.example/fullchain.pem", f"{home}/cert.pem")
        .replace("/etc/letsencrypt/live/kommunvision.example/privkey.pem", f"{home}/key.pem")
        .replace("# brotli_static on;", "brotli_static on;")
    )


def write_nginx(home: Path, root: Path, ports: tuple[int, int], lists: Path) -> list[str]:
    """Write the settings of nginx; return the command that starts it."""
    settings = (lists / SETTINGS).read_text("utf-8")
    settings = settings.replace("/var/www/kommunvision/current/.server", f"{lists}/.server")
    (home / "kommunvision.conf").write_text(
        installed_for_nginx(settings, home, root, ports), encoding="utf-8"
    )
    module = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
    (home / "nginx.conf").write_text(
        NGINX.format(home=home, modules=f"load_module {module};"), encoding="utf-8"
    )
    own(home)
    return [
        program("nginx"),
        "-e",
        f"{home}/error.log",
        "-p",
        str(home),
        "-c",
        f"{home}/nginx.conf",
    ]


def write_apache(home: Path, root: Path, port: int) -> list[str]:
    """Write the settings of Apache; return the command that starts it."""
    modules = "\n".join(
        f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so"
        for name in APACHE_MODULES.split()
    )
    (home / "mime.types").touch()
    (home / "apache.conf").write_text(
        APACHE.format(home=home, root=root, port=port, modules=modules), encoding="utf-8"
    )
    own(home)
    return [program("apache2"), "-f", f"{home}/apache.conf", "-X"]


@contextmanager
def nginx(home: Path, root: Path, lists: Path | None = None) -> Iterator[Server]:
    """An nginx that serves a site, by the rules that lie in it or in another folder."""
    plain, secure = free_ports(2)
    command = write_nginx(home, root, (plain, secure), lists or root)
    checked([*command, "-t"])
    # By the rules of a site without https it answers in one place alone.
    port = (
        secure if "listen 443" in (lists or root).joinpath(SETTINGS).read_text("utf-8") else plain
    )
    with running(command, port, home / "error.log"):
        yield Server("nginx", secure, plain)


@contextmanager
def apache(home: Path, root: Path) -> Iterator[Server]:
    """An Apache that serves a site."""
    (port,) = free_ports(1)
    command = write_apache(home, root, port)
    checked([*command[:-1], "-t"])
    # In one process it would answer one at a time.
    with running([*command[:-1], "-D", "FOREGROUND"], port, home / "error.log"):
        yield Server("apache", port)
