"""What stands in the margin of a printed page: whose it is, and when the kommun last changed it.

A stylesheet is all that reaches a margin, and it is one for the whole kommun; the day on which the
page itself was changed stands at its end.
"""

from __future__ import annotations

from kommunvision.artifact import Artifact
from kommunvision.folders import CONTENT
from kommunvision.history import History
from kommunvision.model import Kommun
from kommunvision.outcome import Outcome
from kommunvision.pipeline import profile_path
from kommunvision.swedish.format import iso_day
from kommunvision.swedish.labels import label

# Ends the text, stands for another character, or ends the line: none of it is text in a stylesheet.
_SIGNS = str.maketrans({sign: f"\\{ord(sign):x} " for sign in '"\\\n\r\f'})


def with_margins(outcome: Outcome, history: History) -> tuple[Artifact, ...]:
    """Return the files of the site with the margins in the stylesheet of every kommun.

    Args:
        outcome: What became of the data.
        history: When its files were changed.
    """
    found = {artifact.path: artifact for artifact in outcome.artifacts}
    for kommun in (system.kommun for system in outcome.systems):
        path = profile_path(kommun)
        margins = _margins(kommun, last_change(kommun, history))
        before = found[path].content if path in found else ""
        if isinstance(before, str):
            found[path] = Artifact(path, before + margins)
    return tuple(found.values())


def last_change(kommun: Kommun, history: History) -> str | None:
    """Return the latest day on which any file of a kommun was changed, where git knows it."""
    return history.latest(kommun.folder, f"{CONTENT}/{kommun.slug}".rstrip("/"))


def _margins(kommun: Kommun, day: str | None) -> str:
    texts = [("left", kommun.formal_name)]
    if day:
        texts.append(("right", label("kommun_changed", day=iso_day(day))))
    boxes = "".join(
        f'  @top-{side} {{ font: 9pt sans-serif; content: "{text.translate(_SIGNS)}"; }}\n'
        for side, text in texts
    )
    return f"@page {{\n{boxes}}}\n"
