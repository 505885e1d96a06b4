"""The values of every kommun of a site as one table, for those who compare.

There is no workbook: a sheet has room for a million rows, and a program keeps all of them at once.
"""

from __future__ import annotations

from collections.abc import Iterator

from kommunvision.address import data_file
from kommunvision.chain import GoalSystem
from kommunvision.export.data_file import DataFile, Form, Values
from kommunvision.export.json_text import json_text
from kommunvision.export.setting import Setting
from kommunvision.export.tables import measured
from kommunvision.export.tables.csv_text import STANDARD, SWEDISH_EXCEL, rows_as_csv
from kommunvision.export.tables.csvw import beside, file_name, metadata_of_site
from kommunvision.export.tables.table import Cell, Plan, Table, Type
from kommunvision.export.tables.telling import Telling
from kommunvision.swedish.tables import VALUES_OF_ALL

PATH = data_file(None, file_name(measured.VALUES))
EXCEL = data_file(None, f"{measured.VALUES}-excel.csv")


def files(setting: Setting, *, announced: bool = False) -> Iterator[DataFile]:
    """Yield the files; a kommun that has the site for itself has them already.

    Args:
        setting: The site.
        announced: Whether it is enough to know which files there are; they are empty.
    """
    kommuner = setting.site.kommuner
    if not kommuner or any(not kommun.slug for kommun in kommuner):
        return
    shape = None if announced else table(setting)
    for path, dialect, offer in (
        (PATH, STANDARD, "values_of_all"),
        (EXCEL, SWEDISH_EXCEL, "values_of_all_for_excel"),
    ):
        yield DataFile(
            path,
            rows_as_csv(shape.columns, _rows(setting), dialect) if shape else b"",
            form=Form.CSV,
            offer=offer,
            values=Values.ALL,
            explained_by=beside(path) if path == PATH else None,
        )
    about: str | bytes = b""
    if shape:
        about = json_text(metadata_of_site(setting, shape, VALUES_OF_ALL, PATH.rpartition("/")[2]))
    yield DataFile(beside(PATH), about, form=Form.CSVW)


def table(setting: Setting) -> Table:
    """Return the table without rows: the columns of a kommun's own, after those that say whose."""
    own = measured.values(Telling(setting, setting.site.systems[0]), ())
    whose = _whose().made(())
    return Table(
        own.id, (*whose.columns, *own.columns), (), key=("kommun", *own.key), links=own.links
    )


def _whose() -> Plan[GoalSystem]:
    plan: Plan[GoalSystem] = Plan(measured.VALUES)
    plan.own("of_kommun", lambda system: system.kommun.slug, required=True)
    plan.own("of_kommun_name", lambda system: system.kommun.formal_name, required=True)
    plan.own("of_kommun_code", lambda system: system.kommun.code)
    plan.own("of_made_up", lambda system: system.kommun.fictional, Type.FLAG, required=True)
    return plan


def _rows(setting: Setting) -> Iterator[tuple[Cell, ...]]:
    """Yield every row, with the rows of one kommun at a time in memory."""
    for system in setting.site.systems:
        (whose,) = _whose().made([system]).rows
        telling = Telling(setting, system)
        for row in measured.values(telling, system.kommun.indicators).rows:
            yield (*whose, *row)
