"""Puts the form editor on the site, where mkdocs.yml asks for it."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from kommunvision.address import EDITOR
from kommunvision.form import Backend, BundleMissing, backend_of, built_files, settings_text
from kommunvision.form.backend import LOCAL
from kommunvision.form.bundle import SCRIPT
from kommunvision.model import Kommun
from kommunvision.server import editor_policy
from kommunvision.swedish import form as words

NO = "nej"
CHOICES = (NO, "lokalt", "github", "gitlab")

_SETTINGS = "installningar.json"

# The names of branches that nobody has to spell out: git itself lets a few more signs in.
_BRANCH = re.compile(r"(?!.*(\.\.|\.lock(/|$)))\w[\w.+-]*(/\w[\w.+-]*)*(?<!\.)")

# Folders on a computer can be opened from a page of that very computer alone.
_THIS_COMPUTER = {"localhost", "127.0.0.1", "::1"}


class FormRefused(Exception):  # noqa: N818 - the name says what became of it
    """The editor cannot be put on the site; the text says why, and what to do."""


def backend_for(
    chosen: str, config: MkDocsConfig, branch: str | None = None, *, proposals: bool = False
) -> Backend | None:
    """Return where the editor of this site saves; none if the site has no editor.

    Args:
        chosen: Where it saves, as mkdocs.yml says it.
        config: The site's settings.
        branch: The branch that it saves on, if one is told.
        proposals: Whether what is saved is to be proposed.

    Raises:
        FormRefused: The settings do not tell where.
    """
    if branch is not None and not _BRANCH.fullmatch(branch):
        raise FormRefused(words.NO_BRANCH.format(branch=branch))
    host = urlsplit(config.site_url or "").hostname
    if chosen == NO or (chosen == LOCAL and host not in _THIS_COMPUTER):
        return None
    backend = backend_of(chosen, config.repo_url, branch, proposals=proposals)
    if backend is None:
        raise FormRefused(words.NO_REPOSITORY.format(chosen=chosen))
    return backend


def add_form(
    files: Files,
    config: MkDocsConfig,
    env: Any,  # noqa: ANN401 - Jinja's
    kommuner: tuple[Kommun, ...],
    backend: Backend,
) -> None:
    """Add the editor's page, its settings and its program to the files of the site.

    Raises:
        FormRefused: The program has not been built.
    """
    title = words.TITLE.format(site=config.site_name)
    # The editor takes whole addresses and whole paths alone.
    home = f"{urlsplit(config.site_url or '').path.rstrip('/')}/"
    icon = f"{home}assets/icon.svg"
    html = env.get_template("redigera.html").render(
        title=title,
        no_script=words.NO_SCRIPT,
        policy=editor_policy(backend.hosts),
        icon=icon,
        local=not backend.hosts,
        script=SCRIPT,
    )
    settings = settings_text(kommuner, backend, title=title, home=home, icon=icon)
    for name, content in [("index.html", html), (_SETTINGS, settings), *program()]:
        files.append(File.generated(config, f"{EDITOR}{name}", content=content))


def program() -> list[tuple[str, bytes]]:
    """Return the files of the editor itself.

    Raises:
        FormRefused: It has not been built.
    """
    try:
        return [(name, path.read_bytes()) for name, path in built_files()]
    except BundleMissing:
        raise FormRefused(words.NO_PROGRAM) from None
