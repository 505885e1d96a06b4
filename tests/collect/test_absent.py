"""What a returned workbook lacks is told at once, beside what it changes."""

import pytest
from openpyxl.comments import Comment

from kommunvision import report
from kommunvision.cli.absent import tell_absent
from kommunvision.collect import read_returned
from kommunvision.collect.absent import absent
from tests.collect.filling import (
    FOLLOW_UP,
    STATEMENTS,
    VALUES,
    asked_of,
    cell,
    filled,
    put,
    read,
    site,
)
from tests.test_cli import run

SAID = put(STATEMENTS, "skola-2", "status", "på väg")


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return site(tmp_path_factory.mktemp("saknas"), {"data/nyby/kallor.yml": "källor: []\n"})


@pytest.fixture(scope="module")
def asked(root):
    return asked_of(root)


def lacks(asked, *edits, who="bun"):
    """What a template lacks after somebody has worked in it: sheets, and rows without an answer."""
    returned, problems = read_returned(filled(asked, *edits, who=who), "svar.xlsx", is_csv=False)
    assert not problems
    return [
        (one.kind.sheet, one.is_whole, [row.item.id for row in one.left])
        for one in absent(asked, returned)
    ]


@pytest.fixture
def told(capsys, root, asked, tmp_path):
    """What import says of a template after somebody has worked in it."""

    def take(*edits):
        path = tmp_path / "bun.xlsx"
        path.write_bytes(filled(asked, *edits))
        return run(capsys, "import", path, "--root", root)

    return take


def removed(name):
    """Somebody deletes a sheet."""

    def edit(book):
        del book[name]

    return edit


def renamed(name, other):
    def edit(book):
        book[name].title = other

    return edit


def cleared(name):
    """Somebody empties a sheet."""

    def edit(book):
        sheet = book[name]
        del sheet.tables[next(iter(sheet.tables))]
        sheet.delete_rows(1, sheet.max_row)

    return edit


def without_row(name, id_):
    def edit(book):
        book[name].delete_rows(cell(book, name, id_, "id").row)

    return edit


def test_a_sheet_that_is_gone_is_told_of_with_what_is_left_to_report(told):
    code, said, _ = told(SAID, removed(VALUES))
    assert code == 2
    assert said == (
        "Svaren gäller det som Barnnämnden ska rapportera.\n"
        "Nyby, Delårsrapport augusti 2026. Så här ändras data (1):\n"
        "Omdömen\n"
        "  E3: Fler trivs i skolan (skola-2), status\n"
        "    på väg\n"
        "Bladet Mätvärden finns inte i filen, så ingenting lästes därifrån. Två rader är kvar att "
        "rapportera:\n"
        "  Elever som läser (ind-las)\n"
        "  Antal elever (ind-elever)\n"
        "Be nämnden om det som fattas. En ny mall får du med kommunvision template.\n"
        "Filer som ändras: data/nyby/uppfoljning.yml\n"
    )


def test_it_is_told_of_also_where_nothing_changes(told):
    code, said, err = told(removed(STATEMENTS))
    assert (code, err) == (0, "")
    assert said == (
        "Nyby, Delårsrapport augusti 2026. Filen säger inget nytt. Ingenting är ändrat.\n"
        "Bladet Omdömen finns inte i filen, så ingenting lästes därifrån. En rad är kvar att "
        "rapportera:\n"
        "  Fler trivs i skolan (skola-2)\n"
        "Be nämnden om det som fattas. En ny mall får du med kommunvision template.\n"
    )


def test_a_sheet_that_has_been_emptied_is_gone(asked):
    assert lacks(asked, cleared(VALUES)) == [(VALUES, True, ["ind-las", "ind-elever"])]


def test_a_sheet_is_missed_also_where_everything_on_it_is_answered(tmp_path):
    told = FOLLOW_UP.replace(
        "{om: skola-3, status: gult}",
        "{om: skola-3, status: gult}\n      - {om: skola-2, status: gult}",
    )
    asked = asked_of(site(tmp_path, {"data/nyby/uppfoljning.yml": told}))
    assert lacks(asked, removed(STATEMENTS)) == [(STATEMENTS, True, [])]


def test_a_row_that_is_gone_is_told_of_if_it_has_no_answer_yet(told, asked):
    edits = without_row(VALUES, "ind-las"), without_row(STATEMENTS, "skola-1")
    assert lacks(asked, *edits) == [(VALUES, False, ["ind-las"])]
    assert (
        "En rad på bladet Mätvärden finns inte i filen och är kvar att rapportera:\n"
        "  Elever som läser (ind-las)\n"
    ) in told(*edits)[1]


def test_a_renamed_sheet_is_read_as_what_it_is(asked):
    edits = SAID, renamed(STATEMENTS, "Blad1"), renamed(VALUES, "Siffror")
    assert lacks(asked, *edits) == []
    changes, problems = read(asked, filled(asked, *edits))
    assert problems == ()
    assert [(one.sheet, one.cell) for one in changes] == [("Blad1", "E3")]


@pytest.mark.parametrize("who", ["bun", "tek"])
def test_a_file_with_all_that_its_sender_answers_for_lacks_nothing(asked, who):
    assert lacks(asked, who=who) == []


def test_a_note_on_a_cell_is_told_not_to_be_read(told):
    def noted(book):
        found = cell(book, VALUES, "ind-las", "värde")
        found.comment = Comment("Eva:\nSiffran är 83,5 men osäker.", "Eva")

    assert told(noted)[1] == (
        "Nyby, Delårsrapport augusti 2026. Filen säger inget nytt. Ingenting är ändrat.\n"
        "Anteckningar vid celler läses inte in. Det som ska publiceras skrivs i en cell:\n"
        "  bun.xlsx, bladet Mätvärden, cell I2: Eva: Siffran är 83,5 men osäker.\n"
    )


def test_a_long_list_is_cut_and_says_where_the_rest_is(capsys, tmp_path):
    goals = "".join(f"  - {{id: m-{n}, nivå: mal, rubrik: Rubrik {n}}}\n" for n in range(1, 21))
    root = site(tmp_path / "webb", {"data/nyby/fler.yml": f"mål:\n{goals}"})
    asked = asked_of(root)
    content = filled(asked, removed(STATEMENTS))
    tell_absent(asked, absent(asked, read_returned(content, "svar.xlsx", is_csv=False)[0]))
    said = capsys.readouterr().out
    assert "21 rader är kvar att rapportera:\n" in said
    assert said.count("Rubrik ") == 10
    assert "  … och 11 till. Alla visas av: kommunvision due nyby delar-2026\n" in said


def test_csv_is_what_somebody_has_chosen_to_send(asked):
    content = "kommun;uppföljning;id;status\nnyby;delar-2026;skola-2;på väg\n".encode()
    returned, problems = read_returned(content, "svar.csv", is_csv=True)
    assert not problems
    assert absent(asked, returned) == ()


def test_a_sheet_of_ours_whose_headings_are_all_in_other_words_is_an_error(asked):
    def translated(book):
        sheet = book[VALUES]
        del sheet.tables[next(iter(sheet.tables))]
        for one in sheet[1]:
            one.value = f"col {one.column}"

    changes, problems = read(asked, filled(asked, SAID, translated))
    assert changes == ()
    assert report.text(problems, lambda _path, _line: None).startswith(
        "svar.xlsx, bladet Mätvärden: fel KV951: Första raden har inte mallens rubriker.\n"
        "   Skriv rubrikerna så som de står i mallen.\n"
    )
