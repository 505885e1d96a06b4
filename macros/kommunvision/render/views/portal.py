"""The view that lists the kommuner of a site, each as a way in, and shows where they lie."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from kommunvision.address import Place, place
from kommunvision.chain import GoalSystem
from kommunvision.model import EntityKind, Kommun, Standing, Vision
from kommunvision.render.charts.kommun_map import COUNTRY, FILE, Mark, draw
from kommunvision.render.views import inline
from kommunvision.render.views.frame import Frame
from kommunvision.swedish.format import listing, number
from kommunvision.swedish.labels import label
from kommunvision.swedish.registry.borders import Border, borders
from kommunvision.swedish.search import initial, register_order

# With more than this a reader looks a name up rather than reads every card.
MOST_CARDS = 20
# With more than this, those that are not on the map are counted and not named.
MOST_MISSING = 5


def kommuner(frame: Frame) -> Markup:
    """Return every kommun of the site as a way in, and those that lie on the map on a map."""
    together = frame.site.kommuner
    if not together:
        return frame.render("sentence", text=label("no_kommuner"), empty=True)
    ways = (
        _cards(frame, frame.site.systems)
        if len(together) <= MOST_CARDS
        else _register(frame, together)
    )
    on_map = mapped(together)
    if not on_map:
        return ways
    return frame.render("portal", ways=ways, map=_map(frame, together, on_map))


def mapped(together: Iterable[Kommun]) -> list[tuple[Kommun, Border]]:
    """Return those that lie on the map: kommuner that exist, by their codes."""
    known = borders()
    return [
        (kommun, known[kommun.code])
        for kommun in together
        if kommun.kind is EntityKind.KOMMUN and not kommun.fictional and kommun.code in known
    ]


def _cards(frame: Frame, systems: Iterable[GoalSystem]) -> Markup:
    items = [
        {
            "kind": _kind(system.kommun),
            "title": _title(frame, system.kommun),
            "status": _made_up(frame, system.kommun),
            "lines": [
                Markup(" ").join(
                    [escape(one.title), inline.standing_apart(frame.within(system), one)]
                )
                for one in sorted(filter(_counts, system.kommun.visions), key=_in_wait)
            ],
        }
        for system in systems
    ]
    return frame.render("cards", items=items)


def _register(frame: Frame, together: Iterable[Kommun]) -> Markup:
    """Return them under their letters, each on one line: so many that one looks a name up."""
    letters: dict[tuple[str, str], list[Markup]] = {}
    for kommun in sorted(together, key=lambda kommun: register_order(kommun.name)):
        title = _title(frame, kommun)
        made_up = _made_up(frame, kommun)
        letters.setdefault(initial(kommun.name), []).append(
            Markup(" ").join([title, *([made_up] if made_up else [])])
        )
    items = [
        {"letter": letter, "anchor": f"bokstav-{plain}", "entries": entries}
        for (letter, plain), entries in letters.items()
    ]
    return frame.render("register", name=label("register_letters"), items=items)


def _map(
    frame: Frame, together: Iterable[Kommun], on_map: Sequence[tuple[Kommun, Border]]
) -> Markup:
    marks = [
        Mark(kommun.name, frame.to(place(kommun, Place.START)), border) for kommun, border in on_map
    ]
    shown = {kommun.slug for kommun, _ in on_map}
    missing = [one.name for one in together if one.slug not in shown]
    lines = [label("map_meaning" if len(on_map) > 1 else "map_meaning_one")]
    if 0 < len(missing) <= MOST_MISSING:
        lines.append(label("map_without", names=listing(missing)))
    elif missing:
        lines.append(label("map_without_many", number=number(len(missing))))
    lines.append(label("map_source"))
    drawing = draw(marks)
    return frame.render(
        "kommun_map",
        file=frame.to(FILE),
        country=COUNTRY,
        lines=[escape(line) for line in lines],
        **drawing,
    )


def _title(frame: Frame, kommun: Kommun) -> Markup:
    home = place(kommun, Place.START)
    return frame.render(
        "link", address=frame.to(home), text=kommun.name, current=home == frame.here
    )


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
