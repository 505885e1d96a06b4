"""Whoever writes a data file in an editor gets help in Swedish, from the real program for YAML."""

import json
from pathlib import Path

import pytest

from kommunvision.export.editors import schemas, settings
from tests.helpers import write_files
from tests.language_server import editor
from tests.test_cli import run

MODELINE = "# yaml-language-server: $schema=../../schema/mal.schema.json\n"
GOAL = "mål:\n  - id: utb-1\n    nivå: mal\n    rubrik: Fler klarar skolan\n"

ID = "ett id med små bokstäver a–z, siffror och bindestreck, högst 80 tecken"
WHOLE = "ett heltal, till exempel 30"
DATE = "ett datum, till exempel 2024-09-20, september 2024 eller 2024"
STATUSES = ["förslag", "beslutad", "gällande", "ersatt", "upphävd", "exempel"]
WITHOUT = "Utan värde tar du bort nyckeln."


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    root = tmp_path_factory.mktemp("site")
    write_files(root, {one.path: str(one.content).encode() for one in (*schemas(), *settings())})
    return root


@pytest.fixture(scope="module")
def written(site):
    with editor(site) as opened:
        yield opened


def test_a_file_without_faults_has_no_squiggles_and_each_fault_has_one_on_its_line(written):
    assert written.faults("data/aby/mal.yml", MODELINE + GOAL) == []
    faults = written.faults(
        "data/aby/mal.yml",
        MODELINE
        + "mål:\n"
        + "  - id: Mål 1\n"
        + "    nivå:\n"
        + "    rubriken: Fler klarar skolan\n"
        + "    status: kanske\n"
        + "    globala_mål: [fyra, 8]\n"
        + "    gäller: {från: i forntiden}\n",
    )
    assert [(line, said.partition(". De som finns")[0]) for line, said in faults] == [
        (3, f'"id" ska vara {ID}.'),
        (3, "Ett mål skrivs med nycklar, och måste ha id, nivå och rubrik."),
        (4, '"nivå" ska vara text på en rad.'),
        (5, "Nyckeln finns inte för ett mål"),
        (6, f'"status" ska vara något av: {", ".join(STATUSES)}. {WITHOUT}'),
        (7, f'"globala_mål" ska vara {WHOLE}. Det får vara flera, i en lista. {WITHOUT}'),
        (8, f'"från" ska vara {DATE}. {WITHOUT}'),
    ]


def test_a_number_that_a_comma_has_parted_is_said_to_be_one(written):
    values = "indikatorer:\n- {id: a, namn: b, värden: [{period: 2024, värde: 81,5}]}\n"
    (fault,) = written.faults("data/aby/indikatorer.yml", values)
    assert fault[1].endswith("Ett tal med komma inom klamrar behöver citattecken.")


def test_a_file_without_its_first_line_is_known_by_its_name_and_any_other_by_its_folder(written):
    (fault,) = written.faults("data/aby/indikatorer.yml", "indikatorer:\n- {id: a, nanm: b}\n")[:1]
    assert fault == (2, "En indikator skrivs med nycklar, och måste ha id och namn.")
    for name in ("data/aby/egen.yml", "data/indikatorer.yml", "data/aby/uppfoljning/2025.yml"):
        assert written.faults(name, "indikator: []\n")[0][1].startswith("Nyckeln finns inte överst")
    assert written.faults("content/aby/annat.yml", "indikator: []\n") == []


def test_keys_words_and_whole_objects_are_offered(written):
    where = "data/aby/mal.yml"
    keys = written.offered(where, MODELINE + GOAL + "    |\n")
    assert {"överordnade", "ansvariga", "status"} <= keys.keys()
    assert not {"id", "nivå", "rubrik"} & keys.keys()
    assert keys["status"]["insertText"] == "status: "
    assert "Hur långt beslutet har kommit" in keys["status"]["documentation"]["value"]

    words = written.offered(where, MODELINE + GOAL + "    status: |\n")
    assert list(words) == STATUSES
    assert {"alla", "framgår inte av källan"} == written.offered(
        where, MODELINE + GOAL + "    ansvariga: |\n"
    ).keys()

    whole = written.offered(where, MODELINE + "mål:\n  - |\n")["nytt mål"]
    assert whole["insertText"].startswith("id: ${1:utb-2}\n  nivå: ${2:mal}\n  rubrik: ")


def test_an_occasion_a_judgement_and_an_indicator_are_offered_whole(written):
    where = "data/aby/uppfoljning/2025.yml"
    assert "ny uppföljning" in written.offered(where, "uppföljningar:\n  - |\n")
    start = "uppföljningar:\n  - id: a\n    namn: A\n    period: 2024\n    omdömen:\n      - "
    judgement = written.offered(where, f"{start}|\n")["nytt omdöme"]
    assert judgement["insertText"].startswith("om: ${1:utb-2}\n")
    assert "ny indikator" in written.offered("data/aby/indikatorer.yml", "indikatorer:\n  - |\n")


def test_the_help_of_a_key_says_in_swedish_what_it_is_for_and_shows_it(written):
    told = written.told("data/aby/mal.yml", MODELINE + GOAL.replace("nivå", "ni|vå"))
    assert told == (
        "#### nivå\n\nNivån, som id i styrmodellen. Nyckeln måste finnas.\n\n"
        "Exempel:\n\n```yaml\nnivå: mal\n```\n"
    )


def test_a_repository_that_is_opened_in_a_browser_leads_to_the_same_schemas(site):
    """github.dev gives folders addresses of its own, where the path is that of the repository."""
    with editor(site, scheme="vscode-vfs://github") as opened:
        assert opened.faults("data/aby/mal.yml", MODELINE + "mål: x\n")[0][1].startswith("Under")
        assert opened.faults("data/aby/visioner.yml", "visioner: x\n")[0][1].startswith("Under")


@pytest.mark.full
def test_no_file_of_the_repository_has_a_squiggle(repository):
    files = {
        path.relative_to(repository).as_posix(): path.read_text("utf-8")
        for path in (repository / "data").rglob("*.yml")
    }
    with editor(repository) as opened:
        assert {name: found for name, found in opened.faults_of(files).items() if found} == {}


def test_the_settings_name_every_schema_and_nothing_is_fetched(site):
    told = json.loads((site / ".vscode/settings.json").read_text("utf-8"))
    assert {Path(one).name for one in told["yaml.schemas"]} == {
        path.name for path in (site / "schema").iterdir()
    }
    assert told["yaml.schemaStore.enable"] is False


# The command


def test_the_command_writes_the_schemas_and_the_settings_that_are_not_there(capsys, tmp_path):
    (tmp_path / "data").mkdir()
    code, out, _ = run(capsys, "schema", "--root", tmp_path)
    count = len(list(schemas()))
    assert (code, out) == (
        0,
        f"Antal filer som är nya eller ändrade: {count}. De ligger i schema/\n",
    )
    assert (tmp_path / ".vscode/extensions.json").is_file()
    assert "Ingenting är skrivet." in run(capsys, "schema", "--root", tmp_path)[1]

    own = tmp_path / ".vscode/settings.json"
    own.write_text("{}", encoding="utf-8")
    (tmp_path / "schema/mal.schema.json").unlink()
    _, out, _ = run(capsys, "schema", "--root", tmp_path)
    changed, kept = out.splitlines()
    assert changed == "Antal filer som är nya eller ändrade: 1. De ligger i schema/"
    assert kept.startswith(".vscode/settings.json har egna inställningar och är orörd.")
    assert own.read_text("utf-8") == "{}"


def test_the_schemas_can_be_put_elsewhere_alone(capsys, tmp_path):
    code, _, _ = run(capsys, "schema", "--ut", tmp_path / "hit", "--root", tmp_path)
    assert code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["hit"]
    assert (tmp_path / "hit/mal.schema.json").is_file()


def test_a_new_kommun_is_written_with_help_from_the_first_line(capsys, tmp_path):
    _, out, _ = run(capsys, "new", "kommun", "Norberg", "--root", tmp_path)
    assert "  .vscode/\n" in out
    assert "  schema/\n" in out
    for path in (tmp_path / "data/norberg").iterdir():
        first = path.read_text("utf-8").partition("\n")[0]
        assert first == f"# yaml-language-server: $schema=../../schema/{path.stem}.schema.json"
        assert (tmp_path / f"schema/{path.stem}.schema.json").is_file()
    # What is there is not written over.
    (tmp_path / "schema/mal.schema.json").write_text("{}", encoding="utf-8")
    run(capsys, "new", "kommun", "Arboga", "--root", tmp_path)
    assert (tmp_path / "schema/mal.schema.json").read_text("utf-8") == "{}"
