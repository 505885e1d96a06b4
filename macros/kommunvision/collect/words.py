"""The sheet with the words that can be chosen, and what they mean."""

from __future__ import annotations

from collections.abc import Iterable

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from kommunvision.collect.asked import Asked
from kommunvision.collect.look import BOLD, TOP, cell_of, fit, on_paper
from kommunvision.collect.rules import list_key
from kommunvision.export.tables.cells import put_text
from kommunvision.swedish.collect import WORD_HEADINGS, WORDS_SHEET


def fill_words(sheet: Worksheet, rows: Iterable[Asked]) -> dict[tuple[str, ...], str]:
    """Write every list that some row needs, and return where each of them stands."""
    for place, heading in enumerate(WORD_HEADINGS, start=1):
        cell = cell_of(sheet, 1, place)
        put_text(cell, heading.text)
        cell.font = BOLD
        sheet.column_dimensions[get_column_letter(place)].width = heading.width
    offered = (one for row in rows for one in row.choices.values() if one.words)
    lists = {list_key(one): one for one in offered}
    found: dict[tuple[str, ...], str] = {}
    line = 2
    for key, choices in lists.items():
        first = line
        for choice in choices.words:
            texts = (choices.name, choice.word, choice.meaning)
            for place, text in enumerate(texts, start=1):
                cell = cell_of(sheet, line, place)
                cell.alignment = TOP
                if text:
                    put_text(cell, text)
            widths = (one.width for one in WORD_HEADINGS)
            fit(sheet, line, zip(widths, texts, strict=True))
            line += 1
        found[key] = f"'{WORDS_SHEET}'!$B${first}:$B${line - 1}"
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    on_paper(sheet)
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    return found
