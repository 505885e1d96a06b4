"""Every word that the engine itself puts on a page, by its English key."""

from __future__ import annotations

from typing import Final

from kommunvision.swedish.labels.components import COMPONENTS
from kommunvision.swedish.labels.document import DOCUMENT
from kommunvision.swedish.labels.embeds import EMBEDS
from kommunvision.swedish.labels.feed import FEED
from kommunvision.swedish.labels.figures import FIGURES
from kommunvision.swedish.labels.followup import FOLLOW_UP
from kommunvision.swedish.labels.glossary import GLOSSARY
from kommunvision.swedish.labels.law import LAW
from kommunvision.swedish.labels.open_data import OPEN_DATA
from kommunvision.swedish.labels.pages import PAGES
from kommunvision.swedish.labels.plain import PLAIN
from kommunvision.swedish.labels.search import SEARCH
from kommunvision.swedish.labels.shell import SHELL

__all__ = ["LABELS", "label"]

LABELS: Final[dict[str, str]] = {
    **SHELL,
    **COMPONENTS,
    **PAGES,
    **LAW,
    **GLOSSARY,
    **SEARCH,
    **DOCUMENT,
    **FOLLOW_UP,
    **FIGURES,
    **OPEN_DATA,
    **EMBEDS,
    **FEED,
    **PLAIN,
}


def label(key: str, **values: object) -> str:
    """Return the words for a key with its ``{placeholders}`` filled in.

    Without values the words come as they stand in the table.
    """
    words = LABELS[key]
    return words.format(**values) if values else words
