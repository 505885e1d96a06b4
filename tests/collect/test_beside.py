"""What stands beside statuses and values: further scales, parts of the whole, and sources."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from kommunvision.collect import template
from kommunvision.report import severity
from kommunvision.swedish.problems import Severity
from tests.collect.filling import (
    PARTS,
    STATEMENTS,
    VALUES,
    VERDICTS,
    WITH_MORE,
    asked_of,
    cell,
    filled,
    put,
    read,
    site,
    told,
    written,
)

NORTH, SOUTH = ("ind-las", "Norra skolan"), ("ind-las", "Södra skolan")
FOLLOW_UP, INDICATORS = "data/nyby/uppfoljning.yml", "data/nyby/indikatorer.yml"


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    return asked_of(site(tmp_path_factory.mktemp("mer"), WITH_MORE))


@pytest.fixture(scope="module")
def book(asked):
    return load_workbook(BytesIO(template(asked, "bun")))


def rows(book, sheet, *headings):
    return [
        tuple(cell(book, sheet, tuple(v.value for v in row if v.value), one).value for one in headings)
        for row in book[sheet].iter_rows(min_row=2)
    ]  # fmt: skip


def test_every_further_scale_in_use_has_a_row_for_each_goal(book):
    assert book.sheetnames == [
        "Läs mig först",
        STATEMENTS,
        VERDICTS,
        VALUES,
        PARTS,
        "Ord att välja",
    ]
    # The word that the data has by its id, and the last one, from a list without brackets.
    assert rows(book, VERDICTS, "id", "skala", "skalans namn", "senaste bedömning", "bedömning") == [
        ("skola-1", "fart", "Fart mot visionen", "Årsredovisning 2025: framåt", "framåt"),
        ("skola-2", "fart", "Fart mot visionen", None, None),
        ("skola-3", "fart", "Fart mot visionen", None, None),
    ]  # fmt: skip


def test_the_parts_of_the_last_value_are_asked_for_again(book):
    headings = ("id", "del", "period", "delens tidigare värde", "värde", "saknas")
    assert rows(book, PARTS, *headings) == [
        ("ind-las", "Norra skolan", "2026", "2025: 84,0", None, None),
        ("ind-las", "Södra skolan", "2026", None, None, None),
    ]


def test_a_part_that_has_a_target_is_asked_for(tmp_path):
    text = WITH_MORE[INDICATORS].replace(
        "    enhet: elever\n", "    enhet: elever\n    målvärden: [{period: 2026, minst: 90, för: [Årskurs 1, kvinnor]}]\n"
    )  # fmt: skip
    found = asked_of(site(tmp_path, WITH_MORE | {INDICATORS: text}))
    book = load_workbook(BytesIO(template(found, "bun")))
    assert cell(book, PARTS, ("ind-elever", "Årskurs 1"), "målvärde").value.startswith("minst 90")
    assert {row[0] for row in rows(book, PARTS, "del")} == {
        "Norra skolan", "Södra skolan", "Årskurs 1",
    }  # fmt: skip


def test_a_scale_is_asked_for_the_first_time_when_it_is_set_apart_from_statuses(tmp_path):
    text = WITH_MORE[FOLLOW_UP].replace(
        "trend: sämre, fler_bedömningar: {skala: fart, status: framåt}", "trend: sämre"
    )
    start = text.index("        fler_bedömningar:\n")
    text = text[:start] + text[text.index("        källa:\n", start) :]
    root = site(tmp_path, WITH_MORE | {FOLLOW_UP: text})
    assert VERDICTS not in load_workbook(BytesIO(template(asked_of(root), "bun"))).sheetnames
    named = text.replace("    omfattar: [mal]\n", "    omfattar: [mal]\n    skalor: [lage]\n")
    (root / FOLLOW_UP).write_text(named, "utf-8")
    book = load_workbook(BytesIO(template(asked_of(root), "bun")))
    assert len(rows(book, VERDICTS, "id")) == 3


def test_sources_stand_with_their_places_and_can_be_chosen(book):
    assert cell(book, STATEMENTS, "skola-1", "källa").value == "delar, sidan 3\nprotokoll"
    place = cell(book, VALUES, "ind-las", "källa").coordinate
    (rule,) = [one for one in book[VALUES].data_validations.dataValidation if place in one.sqref]
    area = rule.formula1.rpartition("!")[2].replace("$", "")
    assert [row[0].value for row in book["Ord att välja"][area]] == ["delar", "protokoll"]
    # A place can be written after it.
    assert not rule.showErrorMessage


def test_what_comes_back_untouched_changes_nothing(asked):
    for who in asked.bodies:
        assert read(asked, filled(asked, who=who)) == ((), ())


def test_the_answers_stand_where_a_careful_person_would_have_put_them(asked, tmp_path):
    root = site(tmp_path, WITH_MORE)
    now = asked_of(root)
    changes, problems = read(
        now,
        filled(
            now,
            put(VERDICTS, "skola-1", "bedömning", "bakåt"),
            put(VERDICTS, "skola-2", "bedömning", "Framåt"),
            put(STATEMENTS, "skola-1", "källa", "delar, sidan 4\nprotokoll\nprotokoll, § 12, bilaga 1"),
            put(PARTS, NORTH, "värde", 85.5),
            put(PARTS, SOUTH, "saknas", "för få svar"),
            put(VALUES, "ind-las", "värde", 83),
            put(VALUES, "ind-las", "källa", "protokoll"),
        ),
    )  # fmt: skip
    assert problems == ()
    assert [(one.sheet, one.cell, one.row.told) for one in changes if one.sheet == PARTS] == [
        (PARTS, "J2", "Elever som läser, Norra skolan"),
        (PARTS, "K3", "Elever som läser, Södra skolan"),
    ]
    written(root, now, changes)
    assert (root / FOLLOW_UP).read_text("utf-8") == WITH_MORE[FOLLOW_UP].lstrip("\n").replace(
        "status: fram}", "status: bakåt}"
    ).replace("sidan 3, not", "sidan 4, not").replace(
        "          - protokoll\n",
        "          - protokoll\n"
        '          - {id: protokoll, plats: "§ 12, bilaga 1"}\n',
    ).replace(
        "      - {om: skola-3,",
        "      - om: skola-2\n"
        "        fler_bedömningar:\n"
        "          - {skala: fart, status: framåt}\n"
        "      - {om: skola-3,",
    )  # fmt: skip
    assert (root / INDICATORS).read_text("utf-8") == WITH_MORE[INDICATORS].lstrip("\n").replace(
        "        källa: delar\n",
        "        källa: delar\n"
        "      - period: 2026\n"
        '        värde: "83,0"\n'
        "        delar:\n"
        '          - {namn: Norra skolan, värde: "85,5"}\n'
        "          - {namn: Södra skolan, saknas: för få svar}\n"
        "        källa: protokoll\n",
    )


def test_parts_alone_make_the_value_that_they_are_parts_of(tmp_path):
    text = WITH_MORE[INDICATORS].replace(
        "        källa: delar\n", "        källa: delar\n      - {period: 2026, saknas: inte mätt ännu}\n"
    )  # fmt: skip
    root = site(tmp_path, WITH_MORE | {INDICATORS: text})
    now = asked_of(root)
    edits = [put(PARTS, NORTH, "värde", 85.5)]
    changes, problems = read(now, filled(now, *edits))
    assert problems == ()
    # That it is not measured yet is no longer true, and is told.
    assert told(changes) == {
        ("ind-las", "värde"): ("", "85,5"), ("ind-las", "saknas"): ("inte mätt ännu", ""),
    }  # fmt: skip

    def alone(book):
        edits[0](book)
        del book[VALUES]

    assert told(read(now, filled(now, alone))[0]) == told(changes)
    written(root, now, changes)
    said = '{period: 2026, delar: [{namn: Norra skolan, värde: "85,5"}]}'
    assert f"      - {said}\n" in (root / INDICATORS).read_text("utf-8")


def test_a_csv_file_names_the_part_and_the_scale(asked):
    parts = (
        "kommun;uppföljning;id;period;del;värde\nnyby;delar-2026;ind-las;2026;Norra skolan;85,5\n"
    )
    scale = "kommun;uppföljning;id;skala;bedömning\nnyby;delar-2026;skola-2;fart;bakåt\n"
    for text, said in (
        (parts, {("ind-las", "värde"): ("", "85,5")}),
        (scale, {("skola-2", "bedömning"): ("", "bakåt")}),
    ):
        changes, problems = read(asked, text.encode(), "svar.csv")
        assert (told(changes), problems) == (said, ())


@pytest.mark.parametrize(
    ("row", "cell", "meant"),
    [
        # There is one part with another name, which is not what is meant.
        ("nyby;delar-2026;ind-las;2026;Zonen;85,5", "E2", None),
        ("nyby;delar-2026;ind-las;2026;Nora skolan;85,5", "E2", "Norra skolan"),
        # A row that somebody has added by hand has the name of the part alone.
        ("nyby;delar-2026;;;Zonen;85,5", "C2", None),
    ],
)
def test_a_new_part_is_to_be_written_in_the_data_first(asked, row, cell, meant):
    text = f"kommun;uppföljning;id;period;del;värde\n{row}\n"
    _, (found,) = read(asked, text.encode(), "svar.csv")
    assert (found.code, str(found.origin), found.suggestion) == (
        "KV955",
        f"svar.csv, cell {cell}",
        meant,
    )
    assert found.details["remedy"].startswith("Är delen ny skriver du in den i data")


MISTAKES = {
    "a word of another scale": (put(VERDICTS, "skola-2", "bedömning", "på väg"), VERDICTS, "G3", "KV960"),
    "no scale of ours": (put(VERDICTS, "skola-2", "skala", "farten"), VERDICTS, "D3", "KV955"),
    "a judgement taken away": (put(VERDICTS, "skola-1", "bedömning", None), VERDICTS, "G2", "KV959"),
    "a school that is new": (put(PARTS, NORTH, "del", "Västra skolan"), PARTS, "C2", "KV955"),
    "another year of a school": (put(PARTS, NORTH, "period", "2024"), PARTS, "E2", "KV955"),
    "a school twice": (put(PARTS, SOUTH, "del", "Norra skolan"), PARTS, "A3", "KV956"),
    "words for a school's number": (put(PARTS, NORTH, "värde", "bra"), PARTS, "J2", "KV961"),
    "a school over the whole": (put(PARTS, NORTH, "värde", 855), PARTS, "J2", "KV966"),
    "missing without a reason": (put(PARTS, SOUTH, "värde", "–"), PARTS, "J3", "KV964"),
    "a title for an id": (put(STATEMENTS, "skola-2", "källa", "Delårsrapporten"), STATEMENTS, "K3", "KV967"),
    "two sources on a line": (put(VALUES, "ind-las", "källa", "delar; protokoll"), VALUES, "O2", "KV967"),
    "a source taken away": (put(STATEMENTS, "skola-1", "källa", None), STATEMENTS, "K2", "KV959"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_named_by_its_cell(asked, mistake):
    edit, sheet, place, code = MISTAKES[mistake]
    changes, problems = read(asked, filled(asked, edit))
    (found,) = problems
    assert (found.code, str(found.origin)) == (code, f"svar.xlsx, bladet {sheet}, cell {place}")
    if severity(found) is Severity.ERROR:
        assert changes == ()


def test_a_value_and_a_reason_are_told_apart_when_a_part_has_come(asked):
    edits = put(PARTS, NORTH, "värde", 85.5), put(VALUES, "ind-las", "saknas", "för få svar")
    _, (found,) = read(asked, filled(asked, *edits))
    assert (found.code, found.origin.cell) == ("KV964", "L2")


def test_a_source_that_has_been_renamed_since_stops_nobody_who_left_it_alone(asked, tmp_path):
    content = filled(asked, put(STATEMENTS, "skola-1", "analys", "Alla hjälptes åt."))
    files = {name: text.replace("protokoll", "prot-2026") for name, text in WITH_MORE.items()}
    changes, problems = read(asked_of(site(tmp_path, files)), content)
    assert (told(changes), problems) == ({("skola-1", "analys"): ("", "Alla hjälptes åt.")}, ())


def test_a_sheet_of_parts_that_has_lost_its_heading_is_still_known(asked):
    def edit(book):
        del book[PARTS].tables["delar"]
        book[PARTS].delete_cols(3)

    _, problems = read(asked, filled(asked, edit))
    assert ("KV951", f"svar.xlsx, bladet {PARTS}") in [(p.code, str(p.origin)) for p in problems]
