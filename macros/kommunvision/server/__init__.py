"""What the server of a site is told: one description of rules, and one writer per server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

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

_FOR_ALL = (nginx.files, hosts.files)
_BY_FOLDER = (apache.files, iis.files)


def server_files(
    rules: Rules, wanted: Callable[[str], bool] = lambda _folder: True
) -> Iterator[Artifact]:
    """Yield the files of every server; a host reads its own and leaves the others be.

    Args:
        rules: What they are told.
        wanted: Tells of a folder whether its own files are wanted, where a server has such.
    """
    for files in _FOR_ALL:
        yield from files(rules)
    some = replace(
        rules,
        kommuner=tuple(one for one in rules.kommuner if wanted(one.folder)),
        searches=tuple(filter(wanted, rules.searches)),
        redirects=tuple(pair for pair in rules.redirects if wanted(pair[0])),
        gone=tuple(filter(wanted, rules.gone)),
    )
    for files in _BY_FOLDER:
        yield from files(some)
