"""A table becomes CSV: the standard's own, and the one that Swedish Excel opens right."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from io import StringIO

from kommunvision.export.tables.table import Cell, Column, Table
from kommunvision.swedish.quantities import ANSWERS

# The signs that make a spreadsheet reckon, in both widths.
_SIGNS = "[=+@\\-\uff1d\uff0b\uff20\uff0d]"

# Where a program may take such a sign for the first of a cell: at the start of a text, and after
# what is the border of a cell or of a row where another language has other borders. Quotation
# marks and apostrophes between are counted in, so that no two texts become the same.
_FORMULA = re.compile(rf"^(?=[\s\"']*{_SIGNS}|'*[\t\r\n])|(?<=[;,|\t\r\n])(?=[\"']*{_SIGNS})")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a CSV file is written."""

    delimiter: str
    decimal_sign: str
    encoding: str


STANDARD = Dialect(",", ".", "utf-8")
# Excel takes the delimiter and the decimal sign from the language of Windows, UTF-8 from the mark.
SWEDISH_EXCEL = Dialect(";", ",", "utf-8-sig")


def csv_bytes(table: Table, dialect: Dialect = STANDARD) -> bytes:
    """Return a table as RFC 4180 has it: headings first, lines that end with CR and LF."""
    return joined(table.columns, [lines(table.rows, dialect)], dialect)


def joined(columns: Iterable[Column], rows: Iterable[str], dialect: Dialect) -> bytes:
    """Return headings, and rows that are lines already."""
    headings = _text([[column.heading for column in columns]], dialect)
    return "".join((headings, *rows)).encode(dialect.encoding)


def lines(rows: Iterable[tuple[Cell, ...]], dialect: Dialect) -> str:
    """Return rows as the lines of a file, without the headings."""
    return _text(([_cell(cell, dialect) for cell in row] for row in rows), dialect)


def _text(rows: Iterable[Iterable[str]], dialect: Dialect) -> str:
    text = StringIO(newline="")
    csv.writer(text, delimiter=dialect.delimiter, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def _cell(cell: Cell, dialect: Dialect) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return _harmless(cell)
    match cell:
        case bool():
            return ANSWERS[cell]
        case Decimal():
            return f"{cell:f}".replace(".", dialect.decimal_sign)
        case date():
            return cell.isoformat()
    return str(cell)


# What a column says, it mostly says in many rows one after the other, and in several files.
@lru_cache(maxsize=1024)
def _harmless(text: str) -> str:
    return _FORMULA.sub("'", text)
