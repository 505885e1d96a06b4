"""The shape of the file of one page: what is in it beside the records of the goal system."""

from __future__ import annotations

from typing import Any, Final

from kommunvision.address import Place
from kommunvision.export.schema import FILE, definition, json_object
from kommunvision.swedish.keys import ID_KEY
from kommunvision.swedish.open_data import (
    ADDED_HELP,
    LINKED,
    LINKED_HELP,
    PAGE_KEY,
    SLUG_KEY,
    TERMS_KEY,
    VERSION,
    VERSION_KEY,
)

_ADDRESS: Final = {"type": "string", "format": "uri-reference"}
_TEXT: Final = {"type": "string"}
_LINK: Final = {"$ref": "#/components/schemas/lank"}

# Which record a page shows, by where its kind of page stands.
_SHOWN: Final = {
    Place.VISIONS: "vision",
    Place.GOALS: "goal",
    Place.INDICATORS: "indicator",
    Place.FOLLOW_UP: "occasion",
}


def name_at(path: str) -> str:
    """Return the name of the shape of the files below a path."""
    return _name(next(where for where in _SHOWN if f"/{where.value}" in path))


def schemas() -> dict[str, Any]:
    """Return the shape of each kind of file, and of the links that they share."""
    return {"lank": _link()} | {_name(where): _page(where) for where in _SHOWN}


def _name(where: Place) -> str:
    return where.value.removesuffix("/")


def _page(where: Place) -> dict[str, Any]:
    known = _keys()
    kommun = {SLUG_KEY: _TEXT, LINKED["name"]: _TEXT, PAGE_KEY: _ADDRESS}
    first = {
        VERSION_KEY: {"const": VERSION, "description": ADDED_HELP[VERSION_KEY]},
        TERMS_KEY: {**_ADDRESS, "description": ADDED_HELP[TERMS_KEY]},
        LINKED["kommun"]: json_object(kommun, required=[*kommun])
        | {"description": LINKED_HELP["kommun"]},
        **_link()["properties"],
        LINKED["own"]: _record(_SHOWN[where]) | {"description": LINKED_HELP["own"]},
    }
    if where in {Place.VISIONS, Place.GOALS}:
        more = ["ways_up", "below", "indicators", "statements", "replaced_by"]
    elif where is Place.INDICATORS:
        more = ["series", "statements"]
    else:
        more = ["judged", "previous", "figures"]
    keys = [*more, "references"]
    properties = first | {LINKED[key]: known[key] for key in keys}
    optional = {LINKED["level"], LINKED["previous"]}
    if where is Place.GOALS:
        optional.remove(LINKED["level"])
    else:
        del properties[LINKED["level"]]
    return json_object(properties, required=[key for key in properties if key not in optional])


def _keys() -> dict[str, Any]:
    """Return the shape of what stands under each key of its own that a page's file has."""
    series, step = _many("series", _record("series")), _record("scale_step")
    statement = {
        LINKED["occasion"]: _LINK,
        LINKED["statement"]: _record("statement"),
        LINKED["step"]: step,
    }
    below = {LINKED["parents"]: _many("parents", _TEXT)}
    indicator = {LINKED["own"]: _record("indicator"), LINKED["series"]: series}
    figures = {
        LINKED["indicator"]: _LINK,
        LINKED["figures"]: {"type": "array", "items": _record("measurement")},
    }
    return {
        "ways_up": _many("ways_up", {"type": "array", "items": _LINK}),
        "below": _many("below", _link(below)),
        "indicators": _many("indicators", _link(indicator)),
        "series": series,
        "statements": _many("statements", json_object(statement, required=[*statement][:2])),
        "replaced_by": _many("replaced_by", _LINK),
        "judged": _many("judged", _link({LINKED["step"]: step})),
        "previous": {**_LINK, "description": LINKED_HELP["previous"]},
        "figures": _many("figures", json_object(figures, required=[*figures])),
        "references": _many("references", _LINK),
    }


def _link(more: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return the shape of a link: what something is called, what it is, and where it stands."""
    properties = {
        ID_KEY: {**_TEXT, "description": LINKED_HELP["id"]},
        LINKED["kind"]: {**_TEXT, "description": LINKED_HELP["kind"]},
        LINKED["title"]: {**_TEXT, "description": LINKED_HELP["title"]},
        LINKED["level"]: {**_TEXT, "description": LINKED_HELP["level"]},
        PAGE_KEY: {**_ADDRESS, "description": ADDED_HELP[PAGE_KEY]},
        **(more or {}),
    }
    return json_object(properties, required=[key for key in properties if key != LINKED["level"]])


def _many(key: str, items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items, "description": LINKED_HELP[key]}


def _record(name: str) -> dict[str, Any]:
    """Return a reference to what the goal system's schema says of a record."""
    return {"$ref": f"{FILE}#/$defs/{definition(name)}"}
