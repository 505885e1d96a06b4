"""One file for each vision, goal, indicator and follow-up: what its page shows, as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from kommunvision.address import Place, address, as_data, own_pages, place, terms
from kommunvision.chain import GoalSystem, Node
from kommunvision.export.data_file import DataFile, Form
from kommunvision.export.json_text import json_text
from kommunvision.export.tables.telling import Telling
from kommunvision.load import record_of
from kommunvision.model import Goal, Indicator, Item, Occasion, Reference, Statement, Vision
from kommunvision.progress import indicators_of, shown
from kommunvision.swedish.keys import ID_KEY, RECORDS
from kommunvision.swedish.open_data import (
    LINKED,
    PAGE_KEY,
    SLUG_KEY,
    TERMS_KEY,
    VERSION,
    VERSION_KEY,
)

Shown: TypeAlias = Vision | Goal | Indicator | Occasion


def files(telling: Telling) -> Iterator[DataFile]:
    """Yield the file of every page, also at the addresses that the page has had before."""
    for url, item, present in own_pages(telling.system.kommun):
        if isinstance(item, Shown):
            yield DataFile(
                as_data(url, "json"),
                json_text(_PageData(telling).of(item)),
                form=Form.JSON,
                page=url if present else None,
            )


class _PageData:
    """The file of one page while it is made; it notes what is referred to on the way."""

    def __init__(self, telling: Telling) -> None:
        self._setting = telling.setting
        self._system = telling.system
        self._writer = telling.writer
        self._references: list[Reference] = []

    def of(self, item: Shown) -> dict[str, Any]:
        """Return what the page of an object shows."""
        kommun = self._system.kommun
        told = {
            VERSION_KEY: VERSION,
            TERMS_KEY: self._setting.url(terms(kommun)),
            LINKED["kommun"]: {
                SLUG_KEY: kommun.slug,
                LINKED["name"]: kommun.formal_name,
                PAGE_KEY: self._setting.url(place(kommun, Place.START)),
            },
            **self._link(self._system, item),
            LINKED["own"]: self._record(item),
        }
        match item:
            case Vision() | Goal():
                told |= self._of_node(item)
            case Indicator():
                told |= {LINKED["series"]: self._series(item), **self._statements(item)}
            case Occasion():
                told |= self._of_occasion(item)
        return told | {LINKED["references"]: self._referred()}

    def _of_node(self, node: Node) -> dict[str, Any]:
        system = self._system
        return {
            LINKED["ways_up"]: [
                [self._link(system, one) for one in path[:-1]]
                for path in system.paths(node)
                if len(path) > 1
            ],
            LINKED["below"]: [
                {
                    **self._link(system, one),
                    LINKED["parents"]: [link.item.id for link in system.up(one)],
                }
                for one in system.below(node)
            ],
            LINKED["indicators"]: [
                {
                    **self._link(system, link.item),
                    LINKED["own"]: self._record(link.item),
                    LINKED["series"]: self._series(link.item),
                }
                for link in system.indicators_of(node)
            ],
            **self._statements(node),
            LINKED["replaced_by"]: [
                self._link(system, link.item) for link in system.replaced_by(node)
            ],
        }

    def _of_occasion(self, occasion: Occasion) -> dict[str, Any]:
        system = self._system
        occasions = system.occasions
        previous = occasions.previous(occasion)
        figures = (
            (indicator, shown(system.figures, occasion, indicator))
            for indicator in indicators_of(occasions, occasion)
        )
        by_id = system.kommun.by_id
        judged = (
            (by_id.get(one.about.target or ""), self._step(occasion, one))
            for one in occasion.statements
        )
        return {
            LINKED["judged"]: [
                {**self._link(system, item), **step} for item, step in judged if item and step
            ],
            **({LINKED["previous"]: self._link(system, previous)} if previous else {}),
            LINKED["figures"]: [
                {
                    LINKED["indicator"]: self._link(system, indicator),
                    LINKED["figures"]: [self._record(one) for one in told],
                }
                for indicator, told in figures
                if told
            ],
        }

    def _series(self, indicator: Indicator) -> list[dict[str, Any]]:
        return [self._record(one) for one in self._system.figures.series_of(indicator)]

    def _statements(self, item: Item) -> dict[str, Any]:
        """Return what has been stated at each follow-up, the newest first."""
        history: list[tuple[Occasion, Statement]] = [*self._system.occasions.history(item)][::-1]
        return {
            LINKED["statements"]: [
                {
                    LINKED["occasion"]: self._link(self._system, occasion),
                    LINKED["statement"]: self._record(statement),
                    **self._step(occasion, statement),
                }
                for occasion, statement in history
            ]
        }

    def _step(self, occasion: Occasion, statement: Statement) -> dict[str, Any]:
        """Return the step of a scale that a status is: its word, and how it is meant."""
        step = self._system.occasions.step_of(occasion, statement)
        return {LINKED["step"]: self._record(step)} if step else {}

    def _record(self, item: object) -> dict[str, Any]:
        name = record_of(item)
        self._references += self._writer.references(name, item)
        return self._writer.record(name, item)

    def _referred(self) -> list[dict[str, Any]]:
        """Return every object that is referred to, once, in the order of the references."""
        targets = dict.fromkeys(one.target for one in self._references if one.target)
        home = self._system.kommun
        found = ((target, self._setting.site.find(target, home)) for target in targets)
        return [{**self._link(*pair), ID_KEY: target} for target, pair in found if pair]

    def _link(self, system: GoalSystem, item: Item) -> dict[str, Any]:
        """Return what an object is called, what it is, and where it stands."""
        link = {
            ID_KEY: item.id,
            LINKED["kind"]: RECORDS[record_of(item)].noun,
            LINKED["title"]: item.called,
        }
        if isinstance(item, Goal):
            link[LINKED["level"]] = system.level_of(item).name
        return link | {PAGE_KEY: self._setting.url(address(system.kommun, item))}
