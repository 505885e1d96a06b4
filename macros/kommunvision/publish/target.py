"""Where a site is to be published, as somebody typed it; what could be a trap is refused."""

from __future__ import annotations

import os
import re
from pathlib import Path

from kommunvision.publish.branch import Branch
from kommunvision.publish.fault import RefusedError
from kommunvision.publish.folder import FolderStore
from kommunvision.publish.releases import Releases
from kommunvision.publish.ssh import SshStore
from kommunvision.swedish.publishing import PUBLISHED, RESTORED

Target = Releases | Branch

_GIT = "git:"
_BRANCH = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]*")
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
# Nothing here means anything to a shell, and nothing can be taken for an option.
_SERVER = re.compile(
    r"(?P<host>(?:[A-Za-z0-9_][A-Za-z0-9_.-]*@)?[A-Za-z0-9_][A-Za-z0-9_.-]*)"
    r":(?P<path>[A-Za-z0-9_./][A-Za-z0-9_./+=-]*)"
)


def target(text: str, root: Path, ssh_config: Path | None = None) -> Target:
    """Return where to publish.

    Args:
        text: A folder, ``user@server:folder`` or ``git:branch``.
        root: Root of the site's repository.
        ssh_config: Settings of ssh in place of the user's own.

    Raises:
        RefusedError: It is none of them.
    """
    if not text or not text.isprintable() or text.startswith("-") or "://" in text:
        raise RefusedError("strange_target", target=ascii(text)[1:-1])
    if text.startswith(_GIT):
        name = text.removeprefix(_GIT)
        if not _BRANCH.fullmatch(name):
            raise RefusedError("strange_branch", name=name)
        return Branch(root, name, PUBLISHED, RESTORED)
    drive = os.name == "nt" and _DRIVE.match(text)
    if not drive and ":" in text.partition("/")[0]:
        found = _SERVER.fullmatch(text)
        path = found["path"].rstrip("/") if found else ""
        if not found or not path or ".." in path.split("/"):
            raise RefusedError("strange_target", target=text)
        return Releases(SshStore(found["host"], path, ssh_config))
    return Releases(FolderStore(Path(text)))
