"""The values of every kommun of a site as one table, for those who compare.

There is no workbook: a sheet has room for a million rows, and a program keeps all of them at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kommunvision.address import data_file
from kommunvision.chain import GoalSystem
from kommunvision.export.data_file import DataFile, Form, Values
from kommunvision.export.json_text import json_text
from kommunvision.export.setting import Setting
from kommunvision.export.tables import measured
from kommunvision.export.tables.csv_text import STANDARD, SWEDISH_EXCEL, joined, lines
from kommunvision.export.tables.csvw import beside, file_name, metadata_of_site
from kommunvision.export.tables.table import Plan, Table, Type
from kommunvision.export.tables.telling import Telling
from kommunvision.model import Kommun
from kommunvision.origin import Origin, Where
from kommunvision.swedish.tables import VALUES_OF_ALL

PATH = data_file(None, file_name(measured.VALUES))
EXCEL = data_file(None, f"{measured.VALUES}-excel.csv")


_FILES = (
    (PATH, STANDARD, "values_of_all"),
    (EXCEL, SWEDISH_EXCEL, "values_of_all_for_excel"),
)

# The lines of a kommun in each of the files, by the file's address.
Lines = Mapping[str, str]


def files(
    setting: Setting, told: Mapping[str, Lines] | None = None, *, announced: bool = False
) -> Iterator[DataFile]:
    """Yield the files; a kommun that has the site for itself has them already.

    Args:
        setting: The site.
        told: The lines of each kommun, by its slug, if they have been made.
        announced: Whether it is enough to know which files there are; they are empty.
    """
    kommuner = setting.site.kommuner
    if not kommuner or any(not kommun.slug for kommun in kommuner):
        return
    shape = None if announced else table(setting)
    if shape and told is None:
        told = {one.kommun.slug: lines_of(setting, one) for one in setting.site.systems}
    for path, dialect, offer in _FILES:
        found = [told[kommun.slug][path] for kommun in kommuner] if told else ()
        yield DataFile(
            path,
            joined(shape.columns, found, dialect) if shape else b"",
            form=Form.CSV,
            offer=offer,
            values=Values.ALL,
            explained_by=beside(path) if path == PATH else None,
        )
    about: str | bytes = b""
    if shape:
        about = json_text(metadata_of_site(setting, shape, VALUES_OF_ALL, PATH.rpartition("/")[2]))
    yield DataFile(beside(PATH), about, form=Form.CSVW)


def lines_of(setting: Setting, system: GoalSystem) -> Lines:
    """Return what a kommun has in each of the files."""
    if not system.kommun.slug:
        return {}
    (whose,) = _whose().made([system]).rows
    found = measured.values(Telling(setting, system), system.kommun.indicators).rows
    rows = [(*whose, *row) for row in found]
    return {path: lines(rows, dialect) for path, dialect, _ in _FILES}


def table(setting: Setting) -> Table:
    """Return the table without rows: the columns of a kommun's own, after those that say whose."""
    nobody = Kommun(slug="", folder="", name="", formal_name="", where=Where(Origin("")))
    own = measured.values(Telling(setting, GoalSystem(nobody)), ())
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
