"""What a spreadsheet program offers and says at the cells that are filled in."""

from __future__ import annotations

from openpyxl.cell.cell import Cell
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kommunvision.collect.asked import Asked
from kommunvision.collect.choices import Choices
from kommunvision.collect.columns import Column, Fill
from kommunvision.collect.measured import Measured, ValueKind
from kommunvision.swedish.collect import PROMPTS, VALUE_PROMPT, VALUE_PROMPT_FOR
from kommunvision.swedish.genders import gender_words

# What programs have room for.
_LONGEST_TITLE, _LONGEST_TEXT = 32, 255


def list_key(choices: Choices) -> tuple[str, ...]:
    """Return what sets a list of words apart from others."""
    return (choices.name, *(one.word for one in choices.words))


class Rules:
    """Gathers the cells of a sheet by their rules, so that each rule is written once."""

    def __init__(self, sheet: Worksheet, places: dict[tuple[str, ...], str]) -> None:
        """Take the sheet, and where each list of words stands."""
        self._sheet = sheet
        self._places = places
        self._found: dict[tuple[str, ...], DataValidation] = {}

    def add(self, cell: Cell, row: Asked, column: Column) -> None:
        """Let a cell follow the rule of its row and column."""
        choices = row.choices.get(column.name)
        if choices and choices.words:
            key = (column.name, *list_key(choices))
            rule = self._found.get(key) or self._list(key, choices, column)
        elif column.fill is Fill.VALUE and row.measured:
            told = row.measured.shown["rule"]
            title = _title(row.measured, column)
            key = (column.name, title, told, row.measured.kind.name)
            is_number = row.measured.kind is ValueKind.NUMBER
            rule = self._found.get(key) or self._value(key, title, told, is_number=is_number)
        else:
            key = (column.name,)
            rule = self._found.get(key) or self._prompt(key, column)
        rule.add(cell)

    def finish(self) -> None:
        """Give the sheet its rules."""
        for rule in self._found.values():
            self._sheet.add_data_validation(rule)

    def _list(self, key: tuple[str, ...], choices: Choices, column: Column) -> DataValidation:
        title, text = PROMPTS["word_error"]
        rule = self._rule(key, column.heading.text, column.heading.help)
        rule.type, rule.formula1 = "list", self._places[list_key(choices)]
        if column.fill is not Fill.SOURCES:
            # A source can have its place after it.
            rule.showErrorMessage, rule.errorTitle, rule.error = True, title, text
        return rule

    def _value(
        self, key: tuple[str, ...], title: str, told: str, *, is_number: bool
    ) -> DataValidation:
        rule = self._rule(key, title, told)
        if is_number:
            # A bound, such as fewer than 5, is no number and still an answer: it is let through.
            title, text = PROMPTS["number_error"]
            rule.type, rule.operator, rule.errorStyle = "decimal", "between", "warning"
            rule.formula1, rule.formula2 = "-999999999999999", "999999999999999"
            rule.showErrorMessage, rule.errorTitle = True, title
            rule.error = text.format(rule=told[:1].lower() + told[1:])[:_LONGEST_TEXT]
        return rule

    def _prompt(self, key: tuple[str, ...], column: Column) -> DataValidation:
        return self._rule(key, column.heading.text, column.heading.help)

    def _rule(self, key: tuple[str, ...], title: str, text: str) -> DataValidation:
        rule = DataValidation(allow_blank=True, showInputMessage=True)
        rule.promptTitle = (title[:1].upper() + title[1:])[:_LONGEST_TITLE]
        rule.prompt = text[:_LONGEST_TEXT]
        self._found[key] = rule
        return rule


def _title(measured: Measured, column: Column) -> str:
    """Return whose value a cell has: a heading is the same for every indicator."""
    who = gender_words(measured.indicator.genders).get(column.name)
    return VALUE_PROMPT_FOR.format(who=who) if who else VALUE_PROMPT
