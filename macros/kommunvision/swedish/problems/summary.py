"""The few words of a report that belong to no single problem."""

from __future__ import annotations

from collections.abc import Mapping

from kommunvision.swedish.format import listing, number
from kommunvision.swedish.problems.entry import Severity

NOTHING = "Inga fel."
SEE_ALSO = "Se även {place}"
CUT = "Här visas {shown} av {total}. Rätta dem och kontrollera igen, så visas fler."

_ONE_AND_MANY = {
    Severity.ERROR: ("fel", "fel"),
    Severity.WARNING: ("varning", "varningar"),
    Severity.ADVICE: ("råd", "råd"),
}


def summary(counts: Mapping[Severity, int]) -> str:
    """Return the line that closes a report, such as ``2 fel och 1 varning.``."""
    parts = [
        f"{number(counts[severity])} {one if counts[severity] == 1 else many}"
        for severity, (one, many) in _ONE_AND_MANY.items()
        if counts.get(severity)
    ]
    return f"{listing(parts)}." if parts else NOTHING
