"""A server on this computer that plays Kolada and SCB, with any fault that is asked for."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

SVAR = Path(__file__).parent / "svar"

Fault = Callable[[BaseHTTPRequestHandler, str], None]
"""Answers one question badly; gets the handler and the address asked for."""


class Services:
    """What the two services hold, what they were asked, and which faults come next."""

    def __init__(self) -> None:
        self.kolada: dict[str, list[dict[str, Any]]] = json.loads(
            (SVAR / "kolada.json").read_text("utf-8")
        )
        self.scb: dict[str, Any] = json.loads((SVAR / "scb.json").read_text("utf-8"))
        self.eliminable: set[str] = set()
        self.page = 5000
        self.faults: list[Fault] = []
        """Each answers one question, in order; then all is well."""
        self.always: Fault | None = None
        self.on = ""
        """Faults befall only addresses with this in them."""
        self.asked: list[str] = []
        self.agents: set[str] = set()
        self.times: list[float] = []
        self.address = ""
        self.closing = threading.Event()

    def add(self, kpi: str, place: str, period: object, **figures: object) -> None:
        """Add a made-up value by gender: ``T=1.5, K=None``."""
        cells = [
            {"gender": gender, "count": 1, "status": "" if value is not None else "Missing",
             "value": value, "isdeleted": False}
            for gender, value in figures.items()
        ]  # fmt: skip
        row = {"kpi": kpi, "municipality": place, "period": period, "values": cells}
        self.kolada["data"].append(row)

    def answer(self, address: str) -> object:
        """Return the right answer to a question, none if there is no such address."""
        split = urlsplit(address)
        query = {key: values[0] for key, values in parse_qs(split.query).items()}
        match unquote(split.path).strip("/").split("/"):
            case ["v3", "data", "kpi", kpis, "municipality", places]:
                rows = [
                    row
                    for row in self.kolada["data"]
                    if row["kpi"] in kpis.split(",") and row["municipality"] in places.split(",")
                ]
                return self._page(split.path, query, rows)
            case ["v3", ("kpi" | "municipality" | "municipality_groups") as kind, ids]:
                rows = [row for row in self.kolada[kind] if row["id"] in ids.split(",")]
                return self._page(split.path, query, rows)
            case ["v2", "tables", "TAB638", "metadata"]:
                return self.cube({}, values=False)
            case ["v2", "tables", "TAB638", "data"]:
                return self.cube(
                    {key[11:-1]: codes.split(",") for key, codes in query.items() if "[" in key}
                )
        return None

    def _page(self, path: str, query: dict[str, str], rows: list[Any]) -> object:
        page = int(query.get("page", "1"))
        shown = rows[(page - 1) * self.page : page * self.page]
        more = len(rows) > page * self.page
        following = f"{self.address}{path}?page={page + 1}" if more else None
        return {"values": shown, "count": len(shown), "next_url": following, "previous_url": None}

    def cube(self, chosen: dict[str, list[str]], *, values: bool = True) -> object:
        """Return the table with the codes that are chosen; a side that may be left out is, if it is."""
        cube = json.loads(json.dumps(self.scb))
        if not values:
            for name in self.eliminable:
                cube["dimension"][name]["extension"] = {"elimination": True}
            return {key: value for key, value in cube.items() if key not in {"value", "size"}}
        sides = {name: list(cube["dimension"][name]["category"]["index"]) for name in cube["id"]}
        whole = cube["value"]
        left_out = [name for name in cube["id"] if name in self.eliminable and name not in chosen]
        kept = [name for name in cube["id"] if name not in left_out]
        wanted = {
            name: [code for code in sides[name] if chosen[name] == ["*"] or code in chosen[name]]
            for name in kept
        }

        def walk(names: list[str], place: int, known: dict[str, str]) -> Iterator[Any]:
            if not names:
                yield whole[place]
                return
            name = names[0]
            codes = wanted.get(name)
            found = [
                list(walk(names[1:], place * len(sides[name]) + number, known))
                for number, code in enumerate(sides[name])
                if codes is None or code in codes
            ]
            if codes is None:
                yield from (sum(column) for column in zip(*found, strict=True))
            else:
                yield from (value for some in found for value in some)

        picked = list(walk(cube["id"], 0, {}))
        for name in kept:
            cube["dimension"][name]["category"]["index"] = {
                code: number for number, code in enumerate(wanted[name])
            }
        for name in left_out:
            del cube["dimension"][name]
        cube.update(id=kept, size=[len(wanted[name]) for name in kept], value=picked)
        return cube


@contextmanager
def serving(services: Services) -> Iterator[str]:
    """Run the server; gives its address, ``http://127.0.0.1:port``."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            services.asked.append(self.path)
            services.agents.add(self.headers["User-Agent"])
            services.times.append(time.monotonic())
            if services.on in self.path:
                fault = services.faults.pop(0) if services.faults else services.always
                if fault:
                    fault(self, self.path)
                    return
            found = services.answer(self.path)
            send(self, 404 if found is None else 200, found)

        def log_message(self, *words: object) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        def handle_error(self, *words: object) -> None:
            """Say nothing of those who hang up before they have heard it all."""

    server = Server(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.block_on_close = False
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    services.address = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield services.address
    finally:
        services.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()


def send(handler: BaseHTTPRequestHandler, status: int, answer: object, **headers: str) -> None:
    """Send an answer: bytes as they are, all else as JSON."""
    body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
    handler.send_response_only(status)
    headers = {"Date": handler.date_time_string(), **headers}
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(len(body)))
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


def status(code: int, **headers: str) -> Fault:
    """Answer with a status and nothing more."""
    return lambda handler, _: send(handler, code, b"{}", **headers)


def body(answer: object) -> Fault:
    """Answer with something else than what was asked for."""
    return lambda handler, _: send(handler, 200, answer)


def redirect(target: str) -> Fault:
    """Send the one who asks on to another address; ``{path}`` is the one asked for."""
    return lambda handler, path: send(handler, 302, b"", Location=target.format(path=path))


def cut(handler: BaseHTTPRequestHandler, _: str) -> None:
    """Promise more than comes."""
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b'{"values": [')
    handler.close_connection = True


def hang(services: Services) -> Fault:
    """Take the question and say nothing."""
    return lambda _handler, _path: services.closing.wait(20) and None


def drip(services: Services) -> Fault:
    """Send a body for ever, so slowly that no single wait is long."""

    def one(handler: BaseHTTPRequestHandler, _: str) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        try:
            while not services.closing.wait(0.02):
                handler.wfile.write(b" ")
        except OSError:
            return

    return one


def endless(services: Services) -> Fault:
    """Answer with a page that always has another page after it."""

    def one(handler: BaseHTTPRequestHandler, path: str) -> None:
        number = int(path.rpartition("=")[2]) if "=" in path else 1
        following = f"{services.address}{path.partition('?')[0]}?page={number + 1}"
        send(handler, 200, {"values": [], "next_url": following})

    return one
