"""What mkdocs.yml may say about the plugin, and what is told in Swedish of what it may not."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from mkdocs.config import Config
from mkdocs.config import config_options as options
from mkdocs.exceptions import Abort

from kommunvision.edition import Edition, build_day
from kommunvision.export import SitePublisher
from kommunvision.model import PublisherKind
from kommunvision.plugin.form import CHOICES as FORMS
from kommunvision.plugin.form import NO
from kommunvision.swedish.cli import say
from kommunvision.swedish.format import alternatives, listing
from kommunvision.swedish.keys import CHOICES
from kommunvision.swedish.mkdocs import MEANT, OPTION_PLACE, OPTION_UNKNOWN, OPTION_WRONG, TRUTH
from kommunvision.text.guess import nearest

# The value of the option that means no kommun in particular.
ALL = "alla"

_KINDS = tuple(CHOICES["publisher_kind"])


class RefusedError(Abort):
    """The data has errors; MkDocs shows the report and stops, without a traceback."""


class Options(Config):  # type: ignore[no-untyped-call] # MkDocs' own base
    """What mkdocs.yml may say about the plugin; the names are what editors of sites type."""

    kommun = options.Type(str, default=ALL)
    """Slug of the only kommun to build."""
    redigera = options.Optional(options.Type(str))
    """Pattern of edit addresses, with ``{path}`` and ``{line}``."""
    utkast = options.Type(bool, default=False)
    """Whether drafts are shown, and what is not shown on the day of the build."""
    dag = options.Optional(options.Type(str))
    """The day of the build, as ``2026-12-01``."""
    formular = options.Choice(FORMS, default=NO)
    """Where the form editor saves, if the site has one."""
    formular_gren = options.Optional(options.Type(str))
    """The branch that it saves on; the repository's main one if none is told."""
    formular_forslag = options.Type(bool, default=False)
    """Whether what is saved is proposed, for somebody else to take in."""
    strikt = options.Type(bool, default=False)
    """Whether warnings about the data stop the build."""
    utgivare = options.Optional(options.Type(str))
    """Who publishes the site as a whole."""
    utgivares_slag = options.Optional(options.Choice(_KINDS))
    """What kind of body that is."""

    def edition(self) -> Edition:
        """Return for whom the site is made, and for which day.

        Raises:
            RefusedError: The day is none.
        """
        try:
            day = date.fromisoformat(self.dag) if self.dag else build_day(os.environ)
        except ValueError as error:
            raise RefusedError(say("not_a_day_setting", value=self.dag)) from error
        return Edition(day, self.utkast)

    def publisher(self) -> SitePublisher | None:
        """Return who publishes the site as a whole, where both their name and kind are told."""
        if not self.utgivare or not self.utgivares_slag:
            return None
        kind = CHOICES["publisher_kind"][self.utgivares_slag]
        return SitePublisher(self.utgivare, PublisherKind(kind))


_KINDS_OF = {
    "kommun": str,
    "redigera": str,
    "utkast": bool,
    "dag": str,
    "formular": str,
    "formular_gren": str,
    "formular_forslag": bool,
    "strikt": bool,
    "utgivare": str,
    "utgivares_slag": str,
}
_WORDS_OF = {"formular": FORMS, "utgivares_slag": _KINDS}


def as_text(told: Mapping[str, object]) -> dict[str, object]:
    """Return settings in which a day is text, though YAML takes it for more."""
    return {key: one.isoformat() if isinstance(one, date) else one for key, one in told.items()}


def faults(told: Mapping[str, object], path: Path) -> Iterator[str]:
    """Yield a sentence for each setting of the plugin that cannot be used.

    Args:
        told: The settings as they were read.
        path: The file that they stand in, for the line.
    """
    for key, value in as_text(told).items():
        wanted = _KINDS_OF.get(key)
        place = _place(path, key)
        if wanted is None:
            near = nearest(key, _KINDS_OF)
            meant = MEANT.format(suggestion=near) if near else ""
            known = listing(list(_KINDS_OF))
            yield OPTION_UNKNOWN.format(place=place, key=key, choices=known, meant=meant)
        elif value is not None and (not isinstance(value, wanted) or _no_kind(key, value)):
            yield place + _wrong(key, value, wanted)


def _no_kind(key: str, value: object) -> bool:
    return key in _WORDS_OF and value not in _WORDS_OF[key]


def _wrong(key: str, value: object, wanted: type) -> str:
    shown = str(value).lower() if isinstance(value, bool) else str(value)
    if wanted is bool:
        return OPTION_WRONG[bool].format(value=shown, key=key, choices=alternatives(TRUTH))
    words = _WORDS_OF.get(key)
    if words is None:
        return OPTION_WRONG[str].format(value=shown, key=key)
    near = nearest(shown, words)
    meant = MEANT.format(suggestion=near) if near else ""
    return OPTION_WRONG[bool].format(value=shown, key=key, choices=alternatives(words)) + meant


def _place(path: Path, key: str) -> str:
    """Return the file, and the line where the key stands; what it inherits has none."""
    try:
        lines = path.read_text("utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    written = re.compile(rf"[\s{{,-]*(?:.*[{{,]\s*)?[\"']?{re.escape(key)}[\"']?\s*:")
    found = next((number for number, line in enumerate(lines, 1) if written.match(line)), None)
    return OPTION_PLACE.format(file=path.name, line=f":{found}" if found else "")
