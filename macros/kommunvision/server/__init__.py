"""What the server of a site is told: one description of rules, and one writer per server."""

from __future__ import annotations

from collections.abc import Iterator

from kommunvision.artifact import Artifact
from kommunvision.server import apache, hosts, iis, nginx
from kommunvision.server.compressed import ENDINGS, compressed, is_compressible
from kommunvision.server.fingerprint import fingerprinted, is_fingerprinted
from kommunvision.server.headers import editor_policy
from kommunvision.server.inline import inline_hashes
from kommunvision.server.rules import Embedding, Rules

__all__ = [
    "ENDINGS",
    "Embedding",
    "Rules",
    "compressed",
    "editor_policy",
    "fingerprinted",
    "inline_hashes",
    "is_compressible",
    "is_fingerprinted",
    "server_files",
]

_WRITERS = (nginx.files, apache.files, iis.files, hosts.files)


def server_files(rules: Rules) -> Iterator[Artifact]:
    """Yield the files of every server; a host reads its own and leaves the others be."""
    for files in _WRITERS:
        yield from files(rules)
