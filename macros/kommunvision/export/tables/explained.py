"""The tables that explain the others, for those who have the workbook alone."""

from __future__ import annotations

from collections.abc import Iterable

from kommunvision.export.tables.table import Column, Plan, Table, Type
from kommunvision.swedish.tables import TYPES
from kommunvision.swedish.workbook import CONTENT_HEADINGS, CONTENTS, DATA_SHEETS, SHEETS

EXPLAINED = "faltforklaring"


def explained(tables: Iterable[Table]) -> Table:
    """Return a row for each column of some tables."""
    plan: Plan[tuple[Table, Column]] = Plan(EXPLAINED, key=["blad", "kolumn"])
    plan.own("of_sheet", lambda row: SHEETS[row[0].id].sheet, required=True)
    plan.own("of_column", lambda row: row[1].heading, required=True)
    plan.own("of_type", lambda row: TYPES[row[1].type.value], required=True)
    plan.own("of_help", lambda row: row[1].help, required=True)
    return plan.made((table, column) for table in tables for column in table.columns)


def contents(tables: Iterable[Table]) -> Table:
    """Return a row for each sheet of some tables: whether it is read back, and what it has."""
    plan: Plan[str] = Plan(CONTENTS)
    told = {
        "sheet": lambda one: SHEETS[one].sheet,
        "is_read": lambda one: one in DATA_SHEETS,
        "help": lambda one: SHEETS[one].help,
    }
    for key, (heading, explanation) in CONTENT_HEADINGS.items():
        kind = Type.FLAG if key == "is_read" else Type.TEXT
        plan.add(Column(heading, kind, explanation, required=True), told[key])
    return plan.made(table.id for table in tables)
