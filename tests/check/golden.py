"""Compares, or writes anew, the whole terminal output for each code's bad input.

A folder ``fel/<code>-<name>/`` holds the input, as files of a site, and ``vantat.txt``. What text
cannot express (a huge file, a link) is taken from the problem table's example instead.
After a change of wording run ``python -m tests.check.golden`` and read the difference.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from kommunvision import report
from kommunvision.swedish.problems import PROBLEMS, Files, Odd
from kommunvision.text.reading import lines_under
from tests.check.examples import run

FOLDER = Path(__file__).parent / "fel"
EXPECTED = "vantat.txt"


def folders() -> list[Path]:
    """The folders with golden files, in order of their codes."""
    return sorted(path for path in FOLDER.iterdir() if path.is_dir())


def code_of(folder: Path) -> str:
    """The code that a folder is about."""
    return folder.name.partition("-")[0]


def output(folder: Path) -> str:
    """What the terminal shows for the input of a folder."""
    code = code_of(folder)
    with TemporaryDirectory() as place:
        root = Path(place)
        problems = run(root, _files(folder) or PROBLEMS[code].bad, about=code)
        return report.text(problems, lines_under(root))


def _files(folder: Path) -> Files:
    return {
        path.relative_to(folder).as_posix(): Odd("", path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != EXPECTED
    }


def main() -> None:
    """Write every expected output anew, as it is now."""
    for folder in folders():
        (folder / EXPECTED).write_text(output(folder), encoding="utf-8", newline="\n")
        sys.stdout.write(f"{folder.name}\n")


if __name__ == "__main__":
    main()
