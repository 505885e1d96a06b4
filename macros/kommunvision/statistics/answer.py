"""Takes parts out of an answer, each of the type that it must have."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from kommunvision.statistics.fault import Fault, fault

# What our own data format takes; binary fractions have a noise in digits far behind.
_DECIMALS = Decimal("1e-10")
_LARGEST = Decimal("1e15")
_EARLIEST, _LATEST = 1700, 2200


class Part:
    """An object of an answer; every reader of it refuses a value of another type."""

    def __init__(self, source: str, value: object, name: str) -> None:
        """Take an object, what it is called in the answer, and whose answer it is."""
        self.source = source
        self._name = name
        if not isinstance(value, dict):
            raise self.wrong(name)
        self.values: Mapping[str, Any] = value

    def wrong(self, part: str) -> Fault:
        """Return the fault that a part is not what it must be."""
        return fault("wrong", source=self.source, part=part)

    def text(self, key: str) -> str:
        """Return a text that is not empty."""
        value = self.values.get(key)
        words = line(value) if isinstance(value, str) else ""
        if not words:
            raise self.wrong(f"{self._name}.{key}")
        return words

    def items(self, key: str) -> list[Any]:
        """Return a list."""
        value = self.values.get(key)
        if not isinstance(value, list):
            raise self.wrong(f"{self._name}.{key}")
        return value

    def objects(self, key: str) -> list[Part]:
        """Return a list of objects."""
        return [Part(self.source, item, f"{self._name}.{key}") for item in self.items(key)]

    def object(self, key: str) -> Part:
        """Return an object."""
        return Part(self.source, self.values.get(key), f"{self._name}.{key}")

    def flag(self, key: str) -> bool:
        """Return whether something is so; what is left out is not."""
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(f"{self._name}.{key}")
        return value

    def number(self, key: str) -> Decimal | None:
        """Return a number, or none where the answer says that there is none."""
        if key not in self.values:
            raise self.wrong(f"{self._name}.{key}")
        return number(self, self.values[key], key)

    def year(self, key: str) -> int:
        """Return a year, written as a number or as text."""
        value = self.values.get(key)
        written = str(value) if isinstance(value, str | int) else ""
        year = int(written) if written.isascii() and written.isdecimal() else 0
        if not _EARLIEST <= year <= _LATEST:
            raise self.wrong(f"{self._name}.{key}")
        return year


def number(part: Part, value: object, name: str) -> Decimal | None:
    """Return a number of an answer with decimals that mean something, or none for null."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise part.wrong(name)
    found = Decimal(value)
    if abs(found) >= _LARGEST:
        raise part.wrong(name)
    if found.as_tuple().exponent < _DECIMALS.as_tuple().exponent:  # type: ignore[operator]
        found = found.quantize(_DECIMALS)
    return found.normalize() if found else Decimal(0)


def exact(written: str) -> Decimal:
    """Return a number as it is written; a number beyond all measure is no number."""
    try:
        value = Decimal(written)
    except InvalidOperation as error:
        # An exponent that no decimal can have.
        raise ValueError(written[:20]) from error
    # The absolute value of a number far too large cannot be computed; its sign can be dropped.
    if value.copy_abs() >= _LARGEST:
        raise ValueError(written[:20])
    return value


def line(words: str) -> str:
    """Return another's words as one composed line without signs that nobody sees."""
    plain = " ".join(unicodedata.normalize("NFC", words).split())
    return "".join(char for char in plain if char.isprintable())
