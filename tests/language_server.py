"""The program that gives VS Code its help with YAML, talked to as an editor talks to it."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parent.parent
PROGRAM = REPOSITORY / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"

# What the extension tells its server beside the settings of the workspace.
_SETTINGS = {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}


class Editor:
    """An editor with one folder open."""

    def __init__(self, server: subprocess.Popen[bytes], folder: Path, scheme: str) -> None:
        self._server = server
        self._root = f"{scheme}{folder.as_posix()}"
        self._numbers = count(1)
        self._found: dict[str, list[dict[str, Any]]] = {}
        written = folder / ".vscode" / "settings.json"
        own = json.loads(written.read_text("utf-8")) if written.is_file() else {}
        self._yaml = _SETTINGS | {
            key.removeprefix("yaml."): value
            for key, value in own.items()
            if key.startswith("yaml.")
        }
        self._ask(
            "initialize",
            processId=None,
            rootUri=self._root,
            workspaceFolders=[{"uri": self._root, "name": folder.name}],
            capabilities={
                "workspace": {"configuration": True, "workspaceFolders": True},
                "textDocument": {
                    "completion": {
                        "completionItem": {
                            "snippetSupport": True,
                            "documentationFormat": ["markdown"],
                        }
                    },
                    "hover": {"contentFormat": ["markdown"]},
                },
            },
        )
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings={"yaml": self._yaml})

    def faults(self, name: str, text: str) -> list[tuple[int, str]]:
        """Open a file with a text; the line and the words of each squiggle."""
        return self.faults_of({name: text})[name]

    def faults_of(self, files: dict[str, str]) -> dict[str, list[tuple[int, str]]]:
        """Open several files at once; the squiggles of each."""
        found = {}
        for name, text in files.items():
            uri = f"{self._root}/{name}"
            self._found.pop(uri, None)
            told = {"uri": uri, "languageId": "yaml", "version": next(self._numbers), "text": text}
            self._tell("textDocument/didOpen", textDocument=told)
        for name in files:
            uri = f"{self._root}/{name}"
            while uri not in self._found:
                self._take(self._next())
            found[name] = sorted(
                (one["range"]["start"]["line"] + 1, one["message"]) for one in self._found[uri]
            )
        return found

    def offered(self, name: str, text: str) -> dict[str, dict[str, Any]]:
        """What is offered where ``|`` stands in a text, by what it is called."""
        place = self._opened(name, text)
        answer = self._ask("textDocument/completion", **place)
        items = answer["items"] if isinstance(answer, dict) else answer
        return {one["label"]: one for one in items}

    def told(self, name: str, text: str) -> str:
        """The help for what stands to the right of ``|`` in a text."""
        place = self._opened(name, text)
        answer = self._ask("textDocument/hover", **place)
        return answer["contents"]["value"] if answer else ""

    def _opened(self, name: str, text: str) -> dict[str, Any]:
        before, _, after = text.partition("|")
        self.faults(name, before + after)
        line = before.count("\n")
        column = len(before) - before.rfind("\n") - 1
        return {
            "textDocument": {"uri": f"{self._root}/{name}"},
            "position": {"line": line, "character": column},
        }

    def _ask(self, method: str, **params: object) -> Any:
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self._take(message)

    def _tell(self, method: str, **params: object) -> None:
        self._send({"method": method, "params": params})

    def _take(self, message: dict[str, Any]) -> None:
        """Answer what the server asks, and keep what it has found."""
        params = message.get("params") or {}
        if message.get("method") == "textDocument/publishDiagnostics":
            self._found[params["uri"]] = params["diagnostics"]
        if "id" in message and "method" in message:
            items = params.get("items", []) if isinstance(params, dict) else []
            asked = [self._yaml if one.get("section") == "yaml" else {} for one in items]
            known = message["method"] == "workspace/configuration"
            self._send({"id": message["id"], "result": asked if known else None})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin is not None
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._server.stdin.flush()

    def _next(self) -> dict[str, Any]:
        out = self._server.stdout
        assert out is not None
        size = 0
        while line := out.readline().strip():
            name, _, value = line.partition(b":")
            size = int(value) if name.lower() == b"content-length" else size
        assert size, "the language server has ended"
        return json.loads(out.read(size))


@contextmanager
def editor(folder: Path, scheme: str = "file://") -> Iterator[Editor]:
    """An editor with a folder open, and its server, which ends with it.

    Args:
        folder: The folder.
        scheme: How addresses of its files begin; those of an editor on the web begin otherwise.
    """
    with subprocess.Popen(
        ["node", str(PROGRAM), "--stdio"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            yield Editor(server, folder, scheme)
        finally:
            server.kill()
