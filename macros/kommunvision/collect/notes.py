"""The first sheet: which occasion it is, by when, to whom, and how it is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from kommunvision.collect.asked import Round
from kommunvision.collect.columns import PARTS, STATEMENTS, VALUES, VERDICTS, Kind
from kommunvision.collect.look import BOLD, HEADING, TITLE, TOP, UNWRAPPED, cell_of, fit, on_paper
from kommunvision.collect.measured import period_name
from kommunvision.export.tables.cells import put_text
from kommunvision.model import Contact, PartialDate
from kommunvision.swedish import format as swedish
from kommunvision.swedish.collect import NOTES
from kommunvision.swedish.due import numbers

_WIDTHS = {"A": 32, "B": 90}
_STEPS = {
    STATEMENTS: "step_statements",
    VERDICTS: "step_verdicts",
    VALUES: "step_values",
    PARTS: "step_parts",
}
_ALWAYS = ("step_sources", "step_blank", "step_leave", "step_paste", "step_save")


def fill_notes(sheet: Worksheet, asked: Round, who: str | None, kinds: Iterable[Kind]) -> None:
    """Write the notes.

    Args:
        sheet: The sheet.
        asked: The occasion.
        who: Id or name of the body; none for what nobody answers for.
        kinds: The sheets that the workbook has.
    """
    body = asked.body(who)
    name = body if isinstance(body, str) else body.name if body else NOTES["nobody"]
    _line(sheet, 1, NOTES["title"].format(occasion=asked.occasion.name, body=name), "", TITLE)
    _line(sheet, 2, NOTES["lead"])
    line = 4
    for label, text in _facts(asked, who, name):
        _line(sheet, line, label, text, BOLD)
        line += 1
    _line(sheet, line + 1, NOTES["how"], "", HEADING)
    line += 2
    for number, text in enumerate(_steps(set(kinds)), start=1):
        _line(sheet, line, NOTES["step"].format(number=number), text, BOLD)
        line += 1
    _line(sheet, line + 1, NOTES["reader_title"], "", HEADING)
    _line(sheet, line + 2, "", NOTES["reader"])
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    on_paper(sheet)
    sheet.protection.sheet = True


def _line(
    sheet: Worksheet, number: int, label: str, text: str = "", font: Font | None = None
) -> None:
    for place, one in enumerate((label, text), start=1):
        if one:
            cell = cell_of(sheet, number, place)
            put_text(cell, one)
            # A title goes on over the empty cell beside it.
            cell.alignment = TOP if text else UNWRAPPED
            if font and place == 1:
                cell.font = font
    least = 1 if font in {None, BOLD} else 2
    fit(sheet, number, [(_WIDTHS["B"], text)], least=least)


def _facts(asked: Round, who: str | None, body: str) -> Iterator[tuple[str, str]]:
    occasion, kommun = asked.occasion, asked.kommun
    yield NOTES["kommun"], kommun.formal_name
    yield NOTES["occasion"], occasion.name
    yield NOTES["body"], body
    yield NOTES["period"], period_name(occasion.period)
    if occasion.cut_off:
        yield NOTES["cut_off"], _day(occasion.cut_off)
    yield NOTES["outlook"], NOTES[occasion.outlook.value]
    if occasion.due:
        yield NOTES["due"], _day(occasion.due)
    if to := _contact(kommun.contact):
        yield NOTES["send"], to
    left = [one for one in asked.rows if one.left and who in one.who]
    values = sum(one.kind is VALUES for one in left)
    yield (
        NOTES["left"],
        swedish.capital(numbers(values, len(left) - values) or NOTES["nothing_left"]),
    )


def _steps(kinds: set[Kind]) -> Iterator[str]:
    yield from (NOTES[key] for kind, key in _STEPS.items() if kind in kinds)
    yield from (NOTES[key] for key in _ALWAYS)


def _day(when: PartialDate) -> str:
    return swedish.date(when)


def _contact(contact: Contact | None) -> str:
    """Return whom to send to, if the data says how."""
    if contact is None or not (contact.email or contact.unit):
        return ""
    return ", ".join(one for one in (contact.unit, contact.email) if one)
