"""Lets Lighthouse judge one page of each template on a phone: ``make lighthouse``."""

import gzip
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.browser import ARGUMENTS, POLICY
from tests.templates import TEMPLATES, foremost

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "site"
COMMAND = Path(__file__).resolve().parent / "node_modules" / "lighthouse" / "cli" / "index.js"

LEAST = {"accessibility": 100, "best-practices": 100, "seo": 100, "performance": 98}

# Search engines are to leave these pages out, and Lighthouse counts that against them.
UNLISTED = {
    "/404.html": {"is-crawlable", "meta-description"},
    "/410.html": {"is-crawlable", "meta-description"},
    "kommun/badda-in/": {"is-crawlable"},
    "kommun/badda-in/*/": {"is-crawlable"},
}

# The time that scripts take is measured in wall time: a busy moment of the machine is not the page's.
ATTEMPTS = 3


class _Packed(SimpleHTTPRequestHandler):
    """Serves texts packed, and lets browsers keep files, as a host on the web does."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            self.send_error(404)
            return
        body = file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if file.suffix in {".html", ".css", ".js", ".svg", ".json"}:
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=31536000")
        for name, value in POLICY.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""


@contextmanager
def served_packed(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of the loopback address; gives the address, ending in /."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Packed, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()


def judged(address: str) -> dict[str, object]:
    """The whole report on one page."""
    chromium = shutil.which("chromium")
    node = shutil.which("node")
    if chromium is None or node is None or not COMMAND.is_file():
        message = "chromium, node or lighthouse is missing; `make lighthouse` installs them"
        raise FileNotFoundError(message)
    result = subprocess.run(
        [
            node, str(COMMAND), address, "--quiet", "--output=json", "--output-path=stdout",
            "--no-enable-error-reporting", "--chrome-flags=" + " ".join(("--headless=new", *ARGUMENTS)),
            "--only-categories=" + ",".join(LEAST),
        ],
        check=True, capture_output=True, encoding="utf-8", env={**os.environ, "CHROME_PATH": chromium},
    )  # fmt: skip
    return json.loads(result.stdout)


def shortcomings(report: dict, template: str) -> list[str]:
    """What keeps a page below what is asked of it, with the audits that say so."""
    found = []
    for name, least in LEAST.items():
        category = report["categories"][name]
        score = round((category["score"] or 0) * 100)
        if score < least:
            failed = [
                part["id"]
                for part in category["auditRefs"]
                if part["weight"]
                and (report["audits"][part["id"]]["score"] or 0) < 0.9
                and report["audits"][part["id"]]["scoreDisplayMode"]
                not in {"notApplicable", "manual"}
            ]
            if name != "seo" or not set(failed) <= UNLISTED.get(template, set()):
                found.append(f"{name} {score}: {', '.join(failed)}")
    if shift := report["audits"]["cumulative-layout-shift"]["numericValue"]:
        found.append(f"layout shift {shift:.3f}")
    return found


def main() -> int:
    """Judge one page of each template; one that was slow is given new attempts."""
    failed = False
    with served_packed(SITE) as address:
        for template in TEMPLATES:
            page = foremost(SITE, template)
            for _ in range(ATTEMPTS):
                report = judged(address + page)
                found = shortcomings(report, template)
                if not any(one.startswith("performance") for one in found):
                    break
            scores = [round((one["score"] or 0) * 100) for one in report["categories"].values()]
            print(f"{page or 'index.html'}: {scores} {'; '.join(found)}", flush=True)
            failed = failed or bool(found)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
