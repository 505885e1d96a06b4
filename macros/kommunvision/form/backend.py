"""Where the editor keeps what is saved: a folder on this computer, GitHub, or GitLab."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from kommunvision.swedish.form import COMMITS
from kommunvision.text.host import ascii_host

GITHUB = "github"
GITLAB = "gitlab"
LOCAL = "lokalt"

# Where each of them answers a program, beside the address of its pages.
_GITHUB_API = "https://api.github.com"

# The editor always wants a repository; without one, this name is never asked for.
_NO_REPOSITORY = "kommun/webbplats"


@dataclass(frozen=True, slots=True)
class Backend:
    """One place to save in."""

    settings: dict[str, Any]
    """In the words of the editor."""
    hosts: tuple[str, ...] = ()
    """The only other hosts that the page may ask."""
    proposals: bool = False
    """Whether what is saved is proposed, for somebody else to take in."""


def backend_of(
    chosen: str, repo_url: str | None, branch: str | None = None, *, proposals: bool = False
) -> Backend | None:
    """Return the place that is chosen; none if the repository's address does not tell where.

    Args:
        chosen: ``lokalt``, ``github`` or ``gitlab``.
        repo_url: Address of the repository.
        branch: The branch to save on; the repository's main one if none is told.
        proposals: Whether what is saved is to be proposed; a folder knows no such thing.
    """
    if chosen == LOCAL:
        return Backend({"name": GITHUB, "repo": _NO_REPOSITORY, "auth_methods": ["token"]})
    parts = urlsplit(repo_url or "")
    host = ascii_host(parts.hostname or "")
    path = parts.path.strip("/").removesuffix(".git")
    if host is None or parts.scheme != "https" or path.count("/") < 1:
        return None
    told: dict[str, Any] = {
        "name": chosen,
        "repo": path,
        "auth_methods": ["token"],
        "commit_messages": COMMITS,
    }
    if branch:
        told["branch"] = branch
    root = f"https://{host}" + (f":{parts.port}" if parts.port else "")
    if chosen == GITHUB:
        if host == "github.com":
            return Backend(told, (_GITHUB_API,), proposals)
        # A server of one's own answers programs below its own address.
        api = {"api_root": f"{root}/api/v3", "graphql_api_root": f"{root}/api/graphql"}
        return Backend({**told, **api}, (root,), proposals)
    api = {"api_root": f"{root}/api/v4", "graphql_api_root": f"{root}/api/graphql"}
    return Backend({**told, "base_url": root, **api}, (root,), proposals)
