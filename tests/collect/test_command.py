"""``kommunvision template`` and ``import``: files to send out, a summary, a question, all or nothing."""

import sys
from io import StringIO

import pytest

from tests.collect.filling import FILES, FOLLOW_UP, STATEMENTS, VALUES, asked_of, filled, put, site
from tests.projects import snapshot
from tests.test_cli import run


@pytest.fixture
def root(tmp_path):
    return site(tmp_path / "webb", {"data/nyby/kallor.yml": "källor: []\n"})


@pytest.fixture
def answered(root, tmp_path):
    """A template of the board, filled in."""
    path = tmp_path / "bun.xlsx"
    path.write_bytes(
        filled(
            asked_of(root),
            put(STATEMENTS, "skola-2", "status", "på väg"),
            put(STATEMENTS, "skola-1", "kommentar", "Fler läser, i alla årskurser."),
            put(VALUES, "ind-las", "värde", 83.5),
        )
    )
    return path


def test_everyone_who_is_asked_gets_a_file_in_a_folder(capsys, root, tmp_path):
    out = tmp_path / "mallar"
    code, said, err = run(capsys, "template", "nyby", "delar-2026", "--root", root, "--ut", out)
    assert (code, err) == (0, "")
    assert said == (
        "Mallar att skicka ut:\n"
        f"  {out}/nyby-delar-2026-bun.xlsx: två värden och ett omdöme kvar att rapportera\n"
        f"  {out}/nyby-delar-2026-tek.xlsx: ett omdöme kvar att rapportera\n"
    )
    assert sorted(path.name for path in out.iterdir()) == [
        "nyby-delar-2026-bun.xlsx",
        "nyby-delar-2026-tek.xlsx",
    ]


@pytest.mark.parametrize("name", ["bun", "BN", "barnnämnden"])
def test_one_body_is_named_as_people_name_it(capsys, root, tmp_path, name):
    out = tmp_path / "bun.xlsx"
    code, _, err = run(
        capsys, "template", "delar-2026", "--root", root, "--nämnd", name, "--ut", out
    )
    assert (code, err) == (0, "")
    assert out.is_file()


def test_a_file_has_the_same_name_and_place_whether_it_is_made_alone_or_with_the_others(
    capsys, root, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    words = ("template", "nyby", "delar-2026", "--root", root)
    alone = run(capsys, *words, "--nämnd", "bun")
    file = tmp_path / "nyby-delar-2026" / "nyby-delar-2026-bun.xlsx"
    assert alone[0] == 0
    assert list(tmp_path.rglob("*.xlsx")) == [file]
    # The file of the one is one of the files of all, and the same.
    assert run(capsys, *words)[0] == 0
    assert sorted(path.name for path in file.parent.iterdir()) == [
        "nyby-delar-2026-bun.xlsx",
        "nyby-delar-2026-tek.xlsx",
    ]
    other = tmp_path / "mallar"
    assert run(capsys, *words, "--nämnd", "bun", "--ut", other)[0] == 0
    assert [path.name for path in other.iterdir()] == [file.name]


def test_a_template_that_may_be_filled_in_is_not_written_over(capsys, root, answered):
    before = answered.read_bytes()
    words = ("template", "nyby", "delar-2026", "--root", root, "--nämnd", "bun", "--ut", answered)
    code, _, err = run(capsys, *words)
    assert code == 2
    assert "finns redan och kan vara ifylld" in err
    assert answered.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["delar-2026", "--nämnd", "kf"], "kf har inget att rapportera till uppföljningen. Välj bland: bun, tek."),
        (["delar-2026", "--nämnd", "bun", "--ut", "bun.ods"], "bun.ods är inget namn på en arbetsbok."),
        (["delar-26"], "Uppföljningen delar-26 finns inte. Menade du delar-2026?"),
        (["t1"], "Uppföljningen t1 finns inte. Det här finns: ar-2025, delar-2026."),
    ],
)  # fmt: skip
def test_a_call_that_cannot_be_meant_is_explained(capsys, root, words, said):
    code, _, err = run(capsys, "template", "nyby", *words, "--root", root)
    assert code == 2
    assert said in err


def test_without_a_terminal_it_tells_what_would_change_and_writes_nothing(capsys, root, answered):
    before = snapshot(root)
    code, said, err = run(capsys, "import", answered, "--root", root)
    assert code == 2
    assert said == (
        "Svaren gäller det som Barnnämnden ska rapportera.\n"
        "Nyby, Delårsrapport augusti 2026. Så här ändras data (3):\n"
        "Omdömen\n"
        "  G2: Fler lär sig läsa (skola-1), kommentar\n"
        "    Fler läser. → Fler läser, i alla årskurser.\n"
        "  E3: Fler trivs i skolan (skola-2), status\n"
        "    på väg\n"
        "Mätvärden\n"
        "  I2: Elever som läser (ind-las), värde\n"
        "    83,5\n"
        "Filer som ändras: data/nyby/uppfoljning.yml, data/nyby/indikatorer.yml\n"
    )
    assert err == (
        "Ingenting är skrivet. Kör kommandot igen med --ja för att skriva ändringarna.\n"
    )
    assert snapshot(root) == before


def test_the_data_gets_the_answers_where_a_careful_person_would_have_put_them(
    capsys, root, answered
):
    code, said, _ = run(capsys, "import", answered, "--root", root, "--ja")
    assert code == 0
    assert said.endswith("Ändringarna är skrivna. Kontrollera dem med: kommunvision check\n")
    files = {
        name: (root / name).read_text("utf-8")
        for name in ("data/nyby/uppfoljning.yml", "data/nyby/indikatorer.yml")
    }
    first, last = FILES["data/nyby/uppfoljning.yml"], FILES["data/nyby/indikatorer.yml"]
    assert files == {
        "data/nyby/uppfoljning.yml": first.lstrip("\n").replace(
            "        kommentar: Fler läser.\n",
            "        kommentar: Fler läser, i alla årskurser.\n"
            "      - om: skola-2\n"
            "        status: på väg\n",
        ),
        "data/nyby/indikatorer.yml": last.lstrip("\n").replace(
            "# efter omräkning\n", '# efter omräkning\n      - {period: 2026, värde: "83,5"}\n'
        ),
    }
    code, said, _ = run(capsys, "import", answered, "--root", root, "--ja")
    assert (code, said) == (
        0,
        "Nyby, Delårsrapport augusti 2026. Filen säger inget nytt. Ingenting är ändrat.\n",
    )


def test_who_means_the_present_occasion_learns_that_the_file_is_for_an_earlier_one(
    capsys, root, tmp_path
):
    path = tmp_path / "gammal.csv"
    path.write_text("kommun;uppföljning;id;kommentar\nnyby;ar-2025;skola-1;Fler läser\n", "utf-8")
    _, said, _ = run(capsys, "import", path, "--root", root)
    assert said.endswith(
        "Filer som ändras: data/nyby/uppfoljning.yml\n"
        "Obs! Svaren skrivs in i Årsredovisning 2025. Det finns en senare uppföljning som inte är "
        "låst: Delårsrapport augusti 2026. Kontrollera att det är rätt fil.\n"
    )


def test_the_summary_names_the_body_whose_answers_they_are(capsys, root, answered):
    _, said, _ = run(capsys, "import", answered, "--root", root)
    assert said.startswith("Svaren gäller det som Barnnämnden ska rapportera.\n")
    assert "Obs!" not in said


class Terminal(StringIO):
    """Somebody at a terminal, who answers."""

    def isatty(self):
        return True


@pytest.mark.parametrize("answer", ["ja", "J", "nej", ""])
def test_at_a_terminal_it_asks_first(capsys, monkeypatch, root, answered, answer):
    before = snapshot(root)
    monkeypatch.setattr(sys, "stdin", Terminal(f"{answer}\n"))
    code, said, _ = run(capsys, "import", answered, "--root", root)
    assert code == 0
    assert "Ska det skrivas? Svara ja eller nej: " in said
    assert (snapshot(root) != before) is (answer in {"ja", "J"})


def test_one_mistake_and_nothing_is_written(capsys, root, tmp_path):
    path = tmp_path / "bun.xlsx"
    edits = (
        put(STATEMENTS, "skola-2", "status", "grönt ljus"),
        put(VALUES, "ind-las", "värde", 83.5),
    )
    path.write_bytes(filled(asked_of(root), *edits))
    before = snapshot(root)
    code, said, err = run(capsys, "import", path, "--root", root, "--ja")
    assert (code, said) == (1, "")
    assert err == (
        'bun.xlsx, bladet Omdömen, cell E3: fel KV960: "grönt ljus" går inte att välja i kolumnen '
        "status.\n"
        "   Välj bland: på väg, osäkert, långt kvar, inte bedömt, inte mätt ännu, går inte att "
        "bedöma.\n\n"
        "1 fel.\n"
        "Ingenting är ändrat. Rätta felen i filen och läs in den igen.\n"
    )
    assert snapshot(root) == before


def test_a_locked_occasion_takes_no_answers(capsys, root, answered, tmp_path):
    path = root / "data/nyby/uppfoljning.yml"
    text = path.read_text("utf-8").replace(
        "    senast: 2026-09-20\n", "    senast: 2026-09-20\n    låst: 2026-10-01\n"
    )
    path.write_text(text, encoding="utf-8")
    assert run(capsys, "lock", "nyby", "delar-2026", "--root", root)[0] == 0
    before = snapshot(root)
    for words in (
        ("import", answered, "--ja"),
        ("template", "nyby", "delar-2026", "--ut", tmp_path / "x"),
    ):
        code, _, err = run(capsys, *words, "--root", root)
        assert code in {1, 2}
        assert "Uppföljningen delar-2026 är låst och tar inte emot fler svar." in err
    assert snapshot(root) == before


def test_a_template_of_another_kommun_or_occasion_is_named_by_its_cell(
    capsys, root, answered, tmp_path
):
    other = site(
        tmp_path / "annan",
        {"data/nyby/uppfoljning.yml": FOLLOW_UP.replace("delar-2026", "delar-26")},
    )
    code, _, err = run(capsys, "import", answered, "--root", other, "--ja")
    assert code == 1
    assert err.startswith(
        'bun.xlsx, bladet Omdömen, cell M2: fel KV954: Filen gäller uppföljningen "delar-2026", '
        "som inte finns i data.\n"
        '   Menade du "delar-26"?\n'
    )


def test_what_the_check_would_refuse_is_not_written(capsys, root, tmp_path):
    path = tmp_path / "bun.xlsx"
    path.write_bytes(filled(asked_of(root), put(STATEMENTS, "skola-2", "kommentar", "# Rubrik")))
    before = snapshot(root)
    code, _, err = run(capsys, "import", path, "--root", root, "--ja")
    assert code == 1, err
    assert err.startswith("bun.xlsx, bladet Omdömen, cell G3: fel KV604: Texten har en rubrik")
    assert "Det kommer av svaret" not in err
    assert "Ingenting är ändrat. Med svaren i filen skulle kontrollen" in err
    assert snapshot(root) == before


def test_a_draft_of_an_occasion_is_answered_like_any_other(capsys, root, answered):
    path = root / "data/nyby/uppfoljning.yml"
    text = path.read_text("utf-8").replace("- id: delar-2026", "- id: delar-2026\n    utkast: ja")
    path.write_text(text, encoding="utf-8")
    code, said, err = run(capsys, "import", answered, "--root", root, "--ja")
    assert (code, err) == (0, "")
    assert "Filer som ändras: data/nyby/uppfoljning.yml" in said
    written = path.read_text("utf-8")
    assert "utkast: ja" in written
    assert "Fler läser, i alla årskurser." in written


@pytest.mark.parametrize("command", ["due", "template", "lock"])
def test_a_draft_of_something_else_may_be_as_unfinished_as_it_likes(capsys, root, command):
    goals = root / "data/nyby/fler-mal.yml"
    goals.write_text("mål:\n  - {id: skola-4, utkast: ja, rubrik: Alla}\n", encoding="utf-8")
    occasions = root / "data/nyby/uppfoljning.yml"
    text = occasions.read_text("utf-8")
    locked = text.replace("- id: ar-2025", "- id: ar-2025\n    låst: 2026-04-20")
    occasions.write_text(locked, encoding="utf-8")
    about = {"lock": "ar-2025", "template": "delar-2026"}.get(command)
    out = ["--ut", root.parent / "mallar"] if command == "template" else []
    words = [command, "nyby", *([about] if about else []), *out, "--root", root]
    code, _, err = run(capsys, *words)
    assert (code, err) == (0, "")
