"""Where a page's source can be read and changed: the very line in the repository's web view."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from kommunvision.origin import Origin

# The newest version on the repository's main branch, whatever that is called.
_PATTERNS = {
    "github": "{repo}/blob/HEAD/{path}#L{line}",
    "gitlab": "{repo}/-/blob/HEAD/{path}#L{line}",
    "codeberg": "{repo}/src/branch/HEAD/{path}#L{line}",
}


def edit_template(chosen: str | None, repo_url: str | None) -> str | None:
    """Return the pattern of edit addresses: the site's own, or that of its repository's host."""
    if chosen or not repo_url:
        return chosen or None
    host = urlsplit(repo_url).hostname or ""
    for name, pattern in _PATTERNS.items():
        if name in host:
            return pattern.replace("{repo}", repo_url.rstrip("/"))
    return None


def edit_url(template: str | None, origin: Origin) -> str | None:
    """Return the address of a place in the repository, or none where there is no repository."""
    if template is None:
        return None
    return template.replace("{path}", quote(origin.path)).replace("{line}", str(origin.line))
