"""The picture that goes with a link to a page when it is shared: one per kommun, one for all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kommunvision.address import Place, place
from kommunvision.artifact import Artifact
from kommunvision.chain import GoalSystem, Site
from kommunvision.colour import DEFAULT_ACCENT, LIGHT, tones
from kommunvision.pages.portal import kommun_count
from kommunvision.pages.start import foremost
from kommunvision.picture.sharing import Card, draw
from kommunvision.picture.size import FORMATS, measure
from kommunvision.subject import told
from kommunvision.swedish.format import capital
from kommunvision.swedish.labels import label

_FILE = "delningsbild.png"


def path(system: GoalSystem | None) -> str:
    """Return the address of the picture of a kommun, or of that for pages that span kommuner."""
    return f"{place(system.kommun, Place.START) if system else 'assets/'}{_FILE}"


def card(site: Site, system: GoalSystem | None, content: Path | None = None) -> Card:
    """Return what the picture says.

    Args:
        site: All kommuner.
        system: The kommun that it is for; all of them if none is given.
        content: Folder of the content, to find the logotype in.
    """
    if system is None:
        counted = kommun_count(site.kommuner) if site.kommuner else ""
        return Card("", label("portal_heading"), _behind(None), capital(counted))
    kommun = system.kommun
    visions = foremost(system)
    mark = kommun.logotype
    return Card(
        told(kommun, "subject_alone"),
        kommun.formal_name,
        _behind(kommun.accent),
        visions[0].title if visions else "",
        label("fictional").rstrip(".") if kommun.fictional else "",
        _logotype(content / kommun.slug / mark.file) if content and mark else None,
    )


def _behind(accent: str | None) -> str:
    """Return the tone of a colour that text has on white, and that white has text on."""
    return tones(accent or DEFAULT_ACCENT, LIGHT).accent


def _logotype(file: Path) -> bytes | None:
    """Return what a file holds, if it is a picture that can be put into another one."""
    return file.read_bytes() if FORMATS.get(file.suffix.lower()) and measure(file) else None


def pictures(
    site: Site, systems: Iterable[GoalSystem], content: Path, *, whole: bool
) -> Iterator[Artifact]:
    """Yield the picture of each kommun that is built, and that of pages that span kommuner."""
    for system in systems:
        yield Artifact(path(system), draw(card(site, system, content)))
    if whole:
        yield Artifact(path(None), draw(card(site, None)))
