"""What the columns of a CSV file mean, as the W3C's "CSV on the Web" has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from kommunvision.address import OPEN_DATA, Place, place, terms
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
    referred = _with_referred(table, tables)
    title = f"{TABLES[table.id].title}, {kommun.formal_name}"
    return _group(setting, kommun, title, [_table(one, file_name(one.id)) for one in referred])


def metadata_of_values(
    setting: Setting, kommun: Kommun, table: Table, indicator: str, file: str
) -> dict[str, Any]:
    """Return what is told of the values of one indicator.

    Args:
        setting: The site.
        kommun: Whose indicator it is.
        table: The table, whose links lead to files in another folder and are left out.
        indicator: The name of what is measured.
        file: The name of the file.
    """
    title = f"{indicator}, {kommun.formal_name}"
    return _group(setting, kommun, title, [_table(table, file, linked=False)])


def metadata_of_site(setting: Setting, table: Table, title: str, file: str) -> dict[str, Any]:
    """Return what is told of a table of every kommun, whose links are within each kommun."""
    return _group(setting, None, title, [_table(table, file, linked=False)])


def file_name(table: str) -> str:
    """Return the name of the file with a table."""
    return f"{table}.csv"


def beside(path: str) -> str:
    """Return the address of the file that explains a CSV file; the standard says where it is."""
    return f"{path}-metadata.json"


def _group(
    setting: Setting, kommun: Kommun | None, title: str, tables: Iterable[dict[str, Any]]
) -> dict[str, Any]:
    """Return what is told of tables that belong together, the first of them the one in question."""
    first, *others = tables
    if kommun:
        publisher: str | None = kommun.publisher or kommun.formal_name
    else:
        publisher = setting.publisher.name if setting.publisher else None
    page = place(kommun, Place.OPEN_DATA) if kommun else OPEN_DATA
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "sv"}],
        "dc:title": title,
        "dc:description": first["dc:description"],
        "dc:language": "sv",
        **({"dc:publisher": publisher} if publisher else {}),
        "dc:license": {"@id": CC0},
        "dc:rights": f"{RIGHTS} {setting.url(terms(kommun))}",
        "dc:source": {"@id": setting.url(page)},
        "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True},
        "tables": [first, *others],
    }


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


def _table(table: Table, url: str, *, linked: bool = True) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "columns": [_column(column) for column in table.columns],
        "primaryKey": list(table.key),
    }
    if linked and table.links:
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
        "url": url,
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
