"""Reads a dataset of JSON-stat 2: a cube of values with codes and labels on its sides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from math import prod

from kommunvision.statistics.answer import Part, line, number

# SCB gives no more cells in one answer.
_MOST_CELLS = 150_000


@dataclass(frozen=True, slots=True)
class Dimension:
    """A side of the cube."""

    code: str
    codes: tuple[str, ...]
    labels: dict[str, str]
    units: dict[str, str]
    eliminable: bool
    """Whether it can be left out, and the values are then for all of its codes together."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """The sides of a cube, and its values."""

    label: str
    dimensions: tuple[Dimension, ...]
    time: str | None
    """Code of the side that is time."""
    region: str | None
    values: tuple[Decimal | None, ...]

    def cells(self) -> Iterator[tuple[dict[str, str], Decimal | None]]:
        """Yield every value with its code on each side."""
        names = [dimension.code for dimension in self.dimensions]
        sides = (dimension.codes for dimension in self.dimensions)
        for codes, value in zip(product(*sides), self.values, strict=True):
            yield dict(zip(names, codes, strict=True)), value

    def dimension(self, code: str | None) -> Dimension | None:
        """Return a side by its code, whatever the case of its letters."""
        wanted = (code or "").lower()
        return next((one for one in self.dimensions if one.code.lower() == wanted), None)


def read(source: str, answer: object, *, values: bool = True) -> Dataset:
    """Read a dataset; the metadata of a table has the same form, less its values.

    Raises:
        Fault: The answer is not of that form.
    """
    top = Part(source, answer, "answer")
    if top.values.get("class") != "dataset":
        raise top.wrong("class")
    sides = top.object("dimension")
    codes = top.items("id")
    if not all(isinstance(code, str) for code in codes):
        raise top.wrong("id")
    dimensions = tuple(_dimension(sides, code) for code in codes)
    role = top.object("role") if "role" in top.values else Part(source, {}, "role")
    return Dataset(
        label=top.text("label"),
        dimensions=dimensions,
        time=_with_role(role, "time", dimensions, "tid"),
        region=_with_role(role, "geo", dimensions, "region"),
        values=_values(top, dimensions) if values else (),
    )


def _dimension(sides: Part, code: str) -> Dimension:
    side = sides.object(code)
    category = side.object("category")
    labels = category.object("label").values if "label" in category.values else {}
    units = category.object("unit").values if "unit" in category.values else {}
    extension = side.values.get("extension")
    return Dimension(
        code=code,
        codes=_codes(category, labels),
        labels={key: line(text) for key, text in labels.items() if isinstance(text, str)},
        units={
            key: line(unit["base"])
            for key, unit in units.items()
            if isinstance(unit, dict) and isinstance(unit.get("base"), str)
        },
        eliminable=isinstance(extension, dict) and extension.get("elimination") is True,
    )


def _codes(category: Part, labels: object) -> tuple[str, ...]:
    """Return the codes of a side in order: a list, places by code, or a single label."""
    index = category.values.get("index", labels)
    if isinstance(index, list) and all(isinstance(code, str) for code in index):
        return tuple(index)
    if not isinstance(index, dict):
        raise category.wrong("index")
    if index is labels:
        return tuple(index)
    if sorted(index.values(), key=str) != sorted(range(len(index)), key=str):
        raise category.wrong("index")
    return tuple(sorted(index, key=lambda code: int(index[code])))


def _with_role(role: Part, name: str, dimensions: tuple[Dimension, ...], usual: str) -> str | None:
    named = role.items(name) if name in role.values else []
    found = [one.code for one in dimensions if one.code in named or one.code.lower() == usual]
    return found[0] if found else None


def _values(top: Part, dimensions: tuple[Dimension, ...]) -> tuple[Decimal | None, ...]:
    size = [len(dimension.codes) for dimension in dimensions]
    cells = prod(size)
    if top.items("size") != size or cells > _MOST_CELLS:
        raise top.wrong("size")
    given = top.values.get("value")
    if isinstance(given, dict):
        # A sparse cube names the places that have a value.
        given = [given.get(str(place)) for place in range(cells)]
    if not isinstance(given, list) or len(given) != cells:
        raise top.wrong("value")
    return tuple(number(top, value, "value") for value in given)
