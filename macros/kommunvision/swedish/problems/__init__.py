"""Every problem that can be reported, by code: its severity, its words and its examples."""

from __future__ import annotations

from kommunvision.swedish.problems import (
    accessibility,
    addresses,
    carried,
    chains,
    collect,
    commas,
    content,
    dates,
    evidence,
    files,
    followup,
    genders,
    glossary,
    languages,
    limits,
    locks,
    macros,
    moved,
    pictures,
    plain,
    published,
    references,
    shape,
    showing,
    syntax,
    values,
    wording,
    workbook,
)
from kommunvision.swedish.problems.entry import SUGGESTION, Files, Odd, ProblemText, Severity
from kommunvision.swedish.problems.plain import HINTS

__all__ = ["HINTS", "PROBLEMS", "SUGGESTION", "Files", "Odd", "ProblemText", "Severity"]

PROBLEMS: dict[str, ProblemText] = {
    **files.TEXTS,
    **syntax.TEXTS,
    **shape.TEXTS,
    **commas.TEXTS,
    **genders.TEXTS,
    **limits.TEXTS,
    **references.TEXTS,
    **chains.TEXTS,
    **dates.TEXTS,
    **evidence.TEXTS,
    **accessibility.TEXTS,
    **wording.TEXTS,
    **macros.TEXTS,
    **content.TEXTS,
    **pictures.TEXTS,
    **carried.TEXTS,
    **addresses.TEXTS,
    **published.TEXTS,
    **showing.TEXTS,
    **moved.TEXTS,
    **values.TEXTS,
    **followup.TEXTS,
    **locks.TEXTS,
    **glossary.TEXTS,
    **languages.TEXTS,
    **workbook.TEXTS,
    **plain.TEXTS,
    **collect.TEXTS,
}
