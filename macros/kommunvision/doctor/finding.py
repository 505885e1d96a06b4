"""How one thing is with an installation: a value, in words only when it is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kommunvision.swedish.doctor import REPORT, TEXTS, Grade


@dataclass(frozen=True, slots=True, init=False)
class Finding:
    """What was found about one thing, by the key of its text."""

    key: str
    values: tuple[tuple[str, object], ...]

    def __init__(self, key: str, **values: object) -> None:
        object.__setattr__(self, "key", key)
        object.__setattr__(self, "values", tuple(values.items()))

    @property
    def grade(self) -> Grade:
        """Whether it is well."""
        return TEXTS[self.key].grade

    @property
    def said(self) -> str:
        """What is so, in a sentence or two."""
        return TEXTS[self.key].said.format(**dict(self.values))

    @property
    def remedy(self) -> str:
        """What to do about it; nothing where all is well."""
        return TEXTS[self.key].remedy.format(**dict(self.values))


def text(findings: Iterable[Finding]) -> str:
    """Return a report for people: a line for each finding, a remedy below, a verdict last."""
    lines = []
    grades = []
    for one in findings:
        grades.append(one.grade)
        lines.append(f"{one.grade:<8} {one.said}")
        if one.remedy:
            lines.append(f"{'':<8} {REPORT['remedy'].format(remedy=one.remedy)}")
    faults, warnings = grades.count(Grade.FAULT), grades.count(Grade.WARNING)
    verdict = "faults" if faults else "warnings" if warnings else "well"
    return "\n".join([*lines, "", REPORT[verdict].format(faults=faults, warnings=warnings), ""])
