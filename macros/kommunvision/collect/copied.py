"""A sheet that has been copied within a workbook is told of once, and not row by row."""

from __future__ import annotations

from collections import Counter

from kommunvision.load.sheets import CellOrigin
from kommunvision.problem import Problem, Problems
from kommunvision.swedish.answer_faults import again

_TWICE = "KV956"

# Rows are pasted twice too, but seldom into another sheet.
_SEVERAL = 2


def once_for_a_sheet(problems: Problems) -> Problems:
    """Return problems; where a sheet has the rows of another, that and not each row."""
    pairs = Counter(_sheets(one) for one in problems if one.code == _TWICE)
    copies = {pair for pair, count in pairs.items() if pair[0] != pair[1] and count >= _SEVERAL}
    told = Problems(one for one in problems if one.code != _TWICE or _sheets(one) not in copies)
    told.extend(
        Problem(_TWICE, CellOrigin(copy), again("sheet", place=first), related=(CellOrigin(first),))
        for copy, first in sorted(copies)
    )
    return told


def _sheets(found: Problem) -> tuple[str, str]:
    return found.origin.path, found.related[0].path
