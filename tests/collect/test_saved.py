"""Templates that LibreOffice has opened and saved are read as they were filled in.

The files in ``sparade/`` are templates of the small kommun, filled in, opened in LibreOffice and
saved there: one untouched, one filled in, one with a formula, and the sheets of the filled-in one
as CSV.
"""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.collect.filling import STATEMENTS, VALUES, asked_of, read, site, told

SAVED = Path(__file__).parent / "sparade"

OF_GOALS = {
    ("skola-2", "status"): ("", "på väg"),
    ("skola-2", "kommentar"): ("", "Fler trivs.\n\nMen inte alla."),
    ("skola-2", "rapporterat"): ("", "2026-09-12"),
    ("skola-3", "trend"): ("", "bättre"),
}
OF_INDICATORS = {
    # It was written as per cent, and so LibreOffice has saved it.
    ("ind-las", "värde"): ("", "83,5"),
    ("ind-las", "kvinnor"): ("", "84,0"),
    ("ind-elever", "värde"): ("", "1234"),
    ("ind-frukost", "anmärkning"): ("", "Alla sju."),
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    return asked_of(site(tmp_path_factory.mktemp("sparat")))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("orord.xlsx", {}),
        ("ifylld.xlsx", OF_GOALS | OF_INDICATORS),
        ("omdomen.csv", OF_GOALS),
        ("matvarden.csv", OF_INDICATORS),
    ],
)
def test_what_was_filled_in_is_read(asked, name, said):
    changes, problems = read(asked, (SAVED / name).read_bytes(), name)
    assert (problems, told(changes)) == ((), said)


def test_a_formula_is_refused_although_its_last_value_is_saved_with_it(asked):
    _, (found,) = read(asked, (SAVED / "formel.xlsx").read_bytes(), "formel.xlsx")
    assert (found.code, found.origin.cell) == ("KV944", "I2")


def test_lists_and_locks_are_still_there(asked):
    book = load_workbook(SAVED / "ifylld.xlsx")
    for name in (STATEMENTS, VALUES):
        assert book[name].protection.sheet
        kinds = {one.type for one in book[name].data_validations.dataValidation}
        assert "list" in kinds
