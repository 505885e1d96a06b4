"""The table that explains the columns of the others, for those who have the workbook alone."""

from __future__ import annotations

from collections.abc import Iterable

from kommunvision.export.tables.table import Column, Plan, Table
from kommunvision.swedish.tables import TABLES, TYPES

EXPLAINED = "faltforklaring"


def explained(tables: Iterable[Table]) -> Table:
    """Return a row for each column of some tables."""
    plan: Plan[tuple[Table, Column]] = Plan(EXPLAINED, key=["blad", "kolumn"])
    plan.own("of_sheet", lambda row: TABLES[row[0].id].sheet, required=True)
    plan.own("of_column", lambda row: row[1].heading, required=True)
    plan.own("of_type", lambda row: TYPES[row[1].type.value], required=True)
    plan.own("of_help", lambda row: row[1].help, required=True)
    return plan.made((table, column) for table in tables for column in table.columns)
