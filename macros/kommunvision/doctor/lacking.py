"""The answer of a program that cannot even start: which packages are missing, and what to do."""

from __future__ import annotations

import sys

from kommunvision.doctor.finding import Finding, text
from kommunvision.swedish.doctor import REPORT

# As the commands answer when something around the program has to be mended first.
_OUTSIDE = 1


def tell_what_lacks(error: ImportError) -> int:
    """Print what an installation lacks; return the exit code.

    Args:
        error: What the import of the program ended with.
    """
    try:
        from kommunvision.doctor.installed import installed  # noqa: PLC0415 - it may lack one too

        found = list(installed())
    except ImportError as lacking:
        error, found = lacking, []
    if not any(one.remedy for one in found):
        # It is installed and cannot be read, or one that another package should have brought.
        name = (error.name or str(error)).partition(".")[0]
        found.append(Finding("package_missing", name=name, wanted=name))
    sys.stderr.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    sys.stderr.write(f"{REPORT['broken']}\n\n{text(found)}")
    return _OUTSIDE
