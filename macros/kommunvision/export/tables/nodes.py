"""Tables of the chain: what stands in it, visions and goals, indicators, and the links between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kommunvision.address import address
from kommunvision.export.tables.table import Link, Plan, Table, column_of, field_of
from kommunvision.export.tables.telling import Telling, kind
from kommunvision.model import Goal, Indicator, Item, Reference, Vision

OBJECTS = "objekt"
GOALS = "mal"
INDICATORS = "indikatorer"
LINKS = "kopplingar"

# Attributes of a node, each by the kind of object whose key table explains it.
_OF_A_NODE = (
    ("goal", "text"),
    ("goal", "description"),
    ("goal", "parents"),
    ("goal", "number"),
    ("goal", "category"),
    ("goal", "standing"),
    ("goal", "validity"),
    ("vision", "target_year"),
    ("goal", "responsible"),
    ("goal", "global_goals"),
    ("goal", "sources"),
    ("goal", "decisions"),
    ("goal", "note"),
)

_OBJECT = Link("id", OBJECTS, "id")

_OF_AN_INDICATOR = (
    "id",
    "name",
    "unit",
    "decimals",
    "direction",
    "genders",
    "measures",
    "description",
    "promise",
    "method",
    "data_source",
    "background",
    "standing",
    "responsible",
    "sources",
    "decisions",
    "note",
)


def objects(telling: Telling) -> Table:
    """Return everything that others refer to: visions, goals and indicators by their ids."""
    system = telling.system
    plan: Plan[Item] = Plan(OBJECTS, key=["id"])
    plan.own("object_id", lambda item: item.id, required=True)
    plan.own("object_kind", lambda item: kind(system, item), required=True)
    plan.own("title", lambda item: item.called, required=True)
    plan.own("page", lambda item: _page(telling, item), required=True)
    kommun = system.kommun
    return plan.made((*kommun.visions, *kommun.goals, *kommun.indicators))


def goals(telling: Telling) -> Table:
    """Return the visions and goals of a kommun, in the order of its files."""
    system = telling.system
    plan: Plan[Vision | Goal] = Plan(GOALS, key=["id"], links=[_OBJECT])
    plan.own("node_id", lambda item: item.id, required=True)
    plan.own("kind", lambda item: kind(system, item), required=True)
    level = field_of("goal", "level")
    plan.add(column_of(level), lambda item: getattr(item, "level", None))
    plan.own("title", lambda item: item.called, required=True)
    for record, attribute in _OF_A_NODE:
        _field(plan, telling, record, attribute)
    plan.own("page", lambda item: _page(telling, item), required=True)
    return plan.made((*system.kommun.visions, *system.kommun.goals))


def indicators(telling: Telling) -> Table:
    """Return the indicators of a kommun, in the order of its files."""
    plan: Plan[Indicator] = Plan(INDICATORS, key=["id"], links=[_OBJECT])
    for attribute in _OF_AN_INDICATOR:
        _field(plan, telling, "indicator", attribute)
    plan.own("page", lambda item: _page(telling, item), required=True)
    return plan.made(telling.system.kommun.indicators)


@dataclass(frozen=True, slots=True)
class _Linked:
    item: Goal | Indicator
    ref: Reference


def links(telling: Telling) -> Table:
    """Return what leads upward within the kommun, each link by itself."""
    plan: Plan[_Linked] = Plan(
        LINKS,
        key=["fran", "till"],
        links=[Link("fran", OBJECTS, "id"), Link("till", OBJECTS, "id")],
    )
    plan.own("below", lambda one: one.item.id, required=True)
    plan.own("above", lambda one: one.ref.target, required=True)
    ours = field_of("reference", "ours")
    plan.add(column_of(ours, required=True), lambda one: one.ref.ours)
    plan.own("link_note", lambda one: one.ref.note)
    return plan.made(_linked(telling))


def _linked(telling: Telling) -> Iterator[_Linked]:
    kommun = telling.system.kommun
    nodes = {node.id for node in (*kommun.visions, *kommun.goals)}
    seen = set()
    items: tuple[Goal | Indicator, ...] = (*kommun.goals, *kommun.indicators)
    for item in items:
        for ref in item.parents if isinstance(item, Goal) else item.measures:
            if ref.target in nodes and (item.id, ref.target) not in seen:
                seen.add((item.id, ref.target))
                yield _Linked(item, ref)


def _field(plan: Plan[Any], telling: Telling, record: str, attribute: str) -> None:
    field = field_of(record, attribute)
    plan.add(column_of(field, required=field.required), lambda item: telling.field(field, item))


def _page(telling: Telling, item: Item) -> str:
    return telling.setting.url(address(telling.system.kommun, item))
