"""The view that lists the kommuner of a site, each as a way in."""

from __future__ import annotations

from markupsafe import Markup, escape

from kommunvision.address import Place, place
from kommunvision.model import Kommun, Standing, Vision
from kommunvision.render.views import inline
from kommunvision.render.views.frame import Frame
from kommunvision.swedish.labels import label


def kommuner(frame: Frame) -> Markup:
    """Return every kommun of the site as a way in, with its vision in force."""
    items = [
        {
            "kind": _kind(system.kommun),
            "title": frame.render(
                "link",
                address=frame.to(place(system.kommun, Place.START)),
                text=system.kommun.name,
                current=place(system.kommun, Place.START) == frame.here,
            ),
            "status": _made_up(frame, system.kommun),
            "lines": [
                Markup(" ").join(
                    [escape(one.title), inline.standing_apart(frame.within(system), one)]
                )
                for one in sorted(filter(_counts, system.kommun.visions), key=_in_wait)
            ],
        }
        for system in frame.site.systems
    ]
    if not items:
        return frame.render("sentence", text=label("no_kommuner"), empty=True)
    return frame.render("cards", items=items)


def _kind(kommun: Kommun) -> str:
    kind = label(f"kind_{kommun.kind.value}")
    return f"{kind}, {kommun.county}" if kommun.county else kind


def _counts(item: Vision) -> bool:
    return item.standing in {Standing.IN_FORCE, Standing.DECIDED, Standing.PROPOSAL}


def _in_wait(item: Vision) -> bool:
    return item.standing is not Standing.IN_FORCE


def _made_up(frame: Frame, kommun: Kommun) -> Markup | None:
    if not kommun.fictional:
        return None
    return frame.render("status", text=label("made_up"), tone="draft")
