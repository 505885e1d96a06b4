"""What the columns of a CSV file mean, as the W3C's "CSV on the Web" has it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from kommunvision.address import Place, place, terms
from kommunvision.export.setting import Setting
from kommunvision.export.tables.table import Column, Table, Type
from kommunvision.model import Kommun
from kommunvision.swedish.quantities import ANSWERS
from kommunvision.swedish.tables import RIGHTS, TABLES

CC0: Final = "https://creativecommons.org/publicdomain/zero/1.0/"

_DATATYPES: dict[Type, str | dict[str, str]] = {
    Type.TEXT: "string",
    Type.NUMBER: "decimal",
    Type.WHOLE: "integer",
    Type.FLAG: {"base": "boolean", "format": f"{ANSWERS[True]}|{ANSWERS[False]}"},
    Type.DAY: {"base": "date", "format": "yyyy-MM-dd"},
}


def metadata(
    setting: Setting, kommun: Kommun, table: Table, tables: Mapping[str, Table]
) -> dict[str, Any]:
    """Return what is told of a table, and of those that it refers to.

    Args:
        setting: The site.
        kommun: Whose tables they are.
        table: The table.
        tables: Every table of the kommun by its name.
    """
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "sv"}],
        "dc:title": f"{TABLES[table.id].title}, {kommun.formal_name}",
        "dc:description": TABLES[table.id].help,
        "dc:language": "sv",
        "dc:publisher": kommun.publisher or kommun.formal_name,
        "dc:license": {"@id": CC0},
        "dc:rights": f"{RIGHTS} {setting.url(terms(kommun))}",
        "dc:source": {"@id": setting.url(place(kommun, Place.OPEN_DATA))},
        "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True},
        "tables": [_table(one) for one in _with_referred(table, tables)],
    }


def file_name(table: str) -> str:
    """Return the name of the file with a table."""
    return f"{table}.csv"


def _with_referred(table: Table, tables: Mapping[str, Table]) -> tuple[Table, ...]:
    """Return a table, the tables that it refers to, and those that they refer to."""
    found = {table.id: table}
    line = [table]
    for one in line:
        for link in one.links:
            if link.table not in found:
                found[link.table] = tables[link.table]
                line.append(tables[link.table])
    return tuple(found.values())


def _table(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "columns": [_column(column) for column in table.columns],
        "primaryKey": list(table.key),
    }
    if table.links:
        schema["foreignKeys"] = [
            {
                "columnReference": link.column,
                "reference": {
                    "resource": file_name(link.table),
                    "columnReference": link.other,
                },
            }
            for link in table.links
        ]
    words = TABLES[table.id]
    return {
        "url": file_name(table.id),
        "dc:title": words.title,
        "dc:description": words.help,
        "tableSchema": schema,
    }


def _column(column: Column) -> dict[str, Any]:
    return {
        "name": column.name,
        "titles": column.heading,
        "dc:description": column.help,
        "datatype": _DATATYPES[column.type],
        "required": column.required,
    }
