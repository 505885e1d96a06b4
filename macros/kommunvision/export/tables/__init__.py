"""A kommun's data as tables: CSV with its description, CSV for Swedish Excel, a workbook."""

from __future__ import annotations

from collections.abc import Iterator

from kommunvision.address import as_data, data_file, own_pages, terms
from kommunvision.export.data_file import DataFile, Form, Values
from kommunvision.export.json_text import json_text
from kommunvision.export.tables import aims, judged, measured, nodes, whole
from kommunvision.export.tables.csv_text import STANDARD, SWEDISH_EXCEL, csv_bytes
from kommunvision.export.tables.csvw import beside, file_name, metadata, metadata_of_values
from kommunvision.export.tables.everything import everything
from kommunvision.export.tables.explained import EXPLAINED, contents, explained
from kommunvision.export.tables.table import Table
from kommunvision.export.tables.telling import Telling
from kommunvision.export.tables.workbook import workbook
from kommunvision.model import Indicator
from kommunvision.subject import heading_of
from kommunvision.swedish.tables import RIGHTS, TABLES


def files(telling: Telling) -> Iterator[DataFile]:
    """Yield every file with tables of a kommun."""
    setting, kommun, made = telling.setting, telling.system.kommun, tables(telling)
    yield DataFile(
        data_file(kommun, "malsystem.xlsx"),
        workbook(
            sheets(telling, made),
            title=heading_of(kommun),
            publisher=kommun.publisher or kommun.formal_name,
            about=f"{RIGHTS} {setting.url(terms(kommun))}",
        ),
        form=Form.XLSX,
        offer="workbook",
        values=Values.SOME,
    )
    for table in made.values():
        path = data_file(kommun, file_name(table.id))
        measures, explained_by = table.id == measured.VALUES, beside(path)
        yield DataFile(
            path,
            csv_bytes(table),
            form=Form.CSV,
            offer=f"table_{table.id}",
            values=Values.ALL if measures else Values.NONE,
            explained_by=explained_by,
        )
        if measures:
            yield DataFile(
                data_file(kommun, f"{table.id}-excel.csv"),
                csv_bytes(table, SWEDISH_EXCEL),
                form=Form.CSV,
                offer="values_for_excel",
                values=Values.ALL,
            )
        yield DataFile(
            explained_by,
            json_text(metadata(setting, kommun, table, made)),
            form=Form.CSVW,
        )
    yield from _of_indicators(telling)


def tables(telling: Telling) -> dict[str, Table]:
    """Return the tables of a kommun by their names, in the order in which a page lists them."""
    made = (
        nodes.goals(telling),
        nodes.indicators(telling),
        measured.values(telling, telling.system.kommun.indicators),
        aims.targets(telling),
        judged.judgements(telling),
        nodes.links(telling),
        nodes.objects(telling),
    )
    return {table.id: table for table in made}


def sheets(telling: Telling, made: dict[str, Table]) -> Iterator[Table]:
    """Yield what the workbook has: tables for people, and at last all that the data says.

    The first sheet lists the others, and one explains the columns of all of them.
    """
    shown = [table for table in made.values() if TABLES[table.id].sheet]
    data = list(everything(telling.writer, telling.system.kommun))
    listed = contents([*shown, Table(EXPLAINED, (), ()), *data])
    yield from (listed, *shown, explained([listed, *shown, *data]), *data)


def _of_indicators(telling: Telling) -> Iterator[DataFile]:
    """Yield the values of each indicator, also at the addresses that its page has had before."""
    setting, kommun = telling.setting, telling.system.kommun
    for url, item, present in own_pages(kommun):
        if isinstance(item, Indicator):
            path, table = as_data(url, "csv"), measured.values(telling, [item])
            file = path.rpartition("/")[2]
            yield DataFile(
                path,
                csv_bytes(table, STANDARD),
                form=Form.CSV,
                page=url if present else None,
                explained_by=beside(path),
            )
            yield DataFile(
                beside(path),
                json_text(metadata_of_values(setting, kommun, table, item.name, file)),
                form=Form.CSVW,
            )


shared_files = whole.files
shared_lines = whole.lines_of
