"""The handbook's page on collecting a follow-up: whoever does what it says sees what it shows."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

from tests.collect.filling import STATEMENTS, VALUES, put
from tests.helpers import write_files
from tests.test_cli import run
from tests.test_handbook_examples import PAGES, build_upon, examples_of

PAGE = PAGES / "samla-in.md"
BLOCKS = re.findall(r"^```text\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)


def test_the_page_is_true_from_the_first_step_to_the_last(capsys, monkeypatch, tmp_path: Path):
    (example,) = examples_of(PAGE)
    write_files(
        tmp_path, {**build_upon(dict(example.files)), "content/exempelby/index.md": "# Hej\n"}
    )
    monkeypatch.chdir(tmp_path)
    template, made, reading, summary, statement, wrong, by_hand, due = BLOCKS
    code, said, err = run(capsys, *template.split()[1:])
    assert (code, said, err) == (0, made, "")

    file = Path(reading.split()[-1])
    untouched = file.read_bytes()
    fill(file, put(VALUES, "ind-examen", "värde", "ca 81"))
    _, _, err = run(capsys, *reading.split()[1:])
    assert err.startswith(wrong)

    file.write_bytes(untouched)
    fill(
        file,
        put(STATEMENTS, "utb-1", "status", "bedöms bli delvis uppfyllt"),
        put(STATEMENTS, "utb-1", "kommentar", "Fler klarar sina kurser."),
        put(STATEMENTS, "utb-1", "rapporterat", date(2026, 9, 12)),
        put(VALUES, "ind-examen", "värde", 81.5),
    )
    assert run(capsys, *reading.split()[1:])[1] == summary
    assert run(capsys, *reading.split()[1:], "--ja")[0] == 0
    assert statement in Path("data/exempelby/uppfoljning.yml").read_text("utf-8")
    assert "Allt är rapporterat." in run(capsys, *due.split()[1:])[1]

    write_files(tmp_path, dict(example.files))
    Path("svar.csv").write_text(by_hand, encoding="utf-8")
    assert run(capsys, "import", "svar.csv", "--ja")[0] == 0
    assert "status: delvis uppfyllt" in Path("data/exempelby/uppfoljning.yml").read_text("utf-8")


def fill(path: Path, *edits) -> None:
    book = load_workbook(BytesIO(path.read_bytes()))
    for edit in edits:
        edit(book)
    book.save(path)
