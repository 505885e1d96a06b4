"""The ledger is read line by line where it is laid out as we write it, and as YAML elsewhere."""

from pathlib import Path

import pytest

from kommunvision.load import LEDGER, ledger_text, read_ledger
from tests.helpers import write_files

ADDRESSES = {"ahus/", "ahus/mal/skola-1/", "ahus/kallor/#budget-2026", "ahus/data/v1/nytt.atom"}


def test_a_ledger_reads_the_same_by_lines_and_as_yaml(tmp_path: Path) -> None:
    text = ledger_text(ADDRESSES)
    write_files(tmp_path, {LEDGER: text})
    by_lines, _ = read_ledger(tmp_path)
    write_files(tmp_path, {LEDGER: f"{text}# Slut.\n"})
    as_yaml, _ = read_ledger(tmp_path)
    assert by_lines.keys() == ADDRESSES
    assert [(*one, one[1].length) for one in by_lines.items()] == [
        (*one, one[1].length) for one in as_yaml.items()
    ]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("- 'ahus/'", ["ahus/"]),
        ("- ahus/ # borta", ["ahus/"]),
        ("- &a ahus/", []),
        ("- {ahus/: x}", []),
    ],
)
def test_what_a_person_has_written_in_it_is_read_as_yaml(
    tmp_path: Path, line: str, read: list[str]
) -> None:
    write_files(tmp_path, {LEDGER: f"{ledger_text(set())}{line}\n"})
    assert list(read_ledger(tmp_path)[0]) == read
