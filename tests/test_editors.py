"""Whoever writes a data file in an editor gets help in Swedish, from the real program for YAML."""

import json
from pathlib import Path

import pytest

from kommunvision.export.editors import schemas, settings
from tests.helpers import write_files
from tests.language_server import editor

MODELINE = "# yaml-language-server: $schema=../../schema/mal.schema.json\n"
GOAL = "mål:\n  - id: utb-1\n    nivå: mal\n    rubrik: Fler klarar skolan\n"


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
        (3, '"id" ska vara ett id med små bokstäver a–z, siffror och bindestreck, högst 80 tecken.'),
        (3, "Ett mål skrivs med nycklar, och måste ha id, nivå och rubrik."),
        (4, '"nivå" ska vara text på en rad.'),
        (5, "Nyckeln finns inte för ett mål"),
        (
            6,
            '"status" ska vara något av: förslag, beslutad, gällande, ersatt, upphävd, exempel. '
            "Utan värde tar du bort nyckeln.",
        ),
        (
            7,
            '"globala_mål" ska vara ett heltal, till exempel 30. Det får vara flera, i en lista. '
            "Utan värde tar du bort nyckeln.",
        ),
        (
            8,
            '"från" ska vara ett datum, till exempel 2024-09-20, september 2024 eller 2024. '
            "Utan värde tar du bort nyckeln.",
        ),
    ]


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
    assert list(words) == ["förslag", "beslutad", "gällande", "ersatt", "upphävd", "exempel"]
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
