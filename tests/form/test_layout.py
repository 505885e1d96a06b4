"""What a form saves changes the lines that say something new, as a careful person would."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from textwrap import dedent

import pytest
import yaml

from kommunvision.form import backend_of, settings_text
from kommunvision.load import load_site
from tests.form.differing import change
from tests.helpers import LEVELS, WHO, loaded_from

SCRIPT = Path(__file__).parent / "changing.mjs"
FORM = "exempelby-mal"


def settings_of(kommuner) -> dict:
    return json.loads(
        settings_text(kommuner, backend_of("lokalt", None), title="", home="/", icon="/i.svg")
    )


@pytest.fixture(scope="module")
def everything(repository) -> dict:
    return settings_of(load_site(repository).kommuner)


def ran(settings: dict, cases: Iterable[dict]) -> list[dict]:
    """What the editor's own scripts make of some changes."""
    told = {"settings": settings, "cases": list(cases)}
    result = subprocess.run(
        ["node", str(SCRIPT)],
        input=json.dumps(told),
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return json.loads(result.stdout)


RECORD = {"mål": "goal", "uppföljningar": "occasion", "kommun": "kommun"}


def shape_of(*sections: str) -> dict:
    """A file that has some sections."""
    fields = {
        key: {"record": RECORD[key], "many": key != "kommun", "open": True} for key in sections
    }
    return {"plain": "", "fields": fields}


def saved(text: str, *edits: tuple[list, object], everything: dict) -> str:
    """A file of goals or follow-ups after some changes in its form."""
    text = dedent(text).lstrip("\n")
    shape = shape_of(*(key for key in RECORD if f"\n{key}:" in f"\n{text}"))
    settings = {"records": everything["records"], "files": {FORM: shape}}
    (found,) = ran(settings, [{"format": FORM, "text": text, "edits": edits}])
    assert "error" not in found, found
    return found["text"]


def test_a_file_that_is_saved_unchanged_stays_byte_for_byte(everything, repository):
    files = {
        form["format"]: (repository / form["file"]).read_text("utf-8")
        for collection in everything["config"]["collections"]
        for form in collection["files"]
    }
    cases = [{"format": name, "text": text, "edits": []} for name, text in files.items()]
    assert [one.get("text") for one in ran(everything, cases)] == list(files.values())


GOALS = """
    # Målen för 2023–2026.
    format: 1
    mål:
      # Områden
      - id: larande   # aldrig ändra
        nivå: omrade
        nummer: "1"
        rubrik: Nyfikna hela livet
        globala_mål: [4]
        källa: budget

      # Mål
      - id: utb-2
        nivå: mal
        rubrik: Fler unga når examen
        ordning: 2   # efter läsningen
        överordnade: [larande]
        gäller: {från: 2023, till: 2026, text: mandatperioden}
        källa: {id: budget, plats: sidan 8}

      - {id: utb-3, nivå: mal, rubrik: Alla läser}
    """


# What is done in the form, the lines that go, and those that come.
CAREFUL = {
    "a text": ([(["mål", 1, "rubrik"], "Fler når examen")], ["    rubrik: Fler unga når examen"], ["    rubrik: Fler når examen"]),
    "a number, beside its comment": ([(["mål", 1, "ordning"], "3")], ["    ordning: 2   # efter läsningen"], ["    ordning: 3   # efter läsningen"]),
    "digits that are text": ([(["mål", 0, "nummer"], "2")], ['    nummer: "1"'], ['    nummer: "2"']),
    "a new key, in its place": ([(["mål", 1, "text"], "Alla ska med.")], [], ["    text: Alla ska med."]),
    "a flag": ([(["mål", 1, "egen_rubrik"], "ja")], [], ["    egen_rubrik: ja"]),
    "a key that is gone": ([(["mål", 1, "ordning"], None)], ["    ordning: 2   # efter läsningen"], []),
    "one more in a list": ([(["mål", 0, "globala_mål", 1], "8")], ["    globala_mål: [4]"], ["    globala_mål: [4, 8]"]),
    "a reference that gets a place": ([(["mål", 0, "källa", 0, "plats"], "sidan 3")], ["    källa: budget"], ["    källa: {id: budget, plats: sidan 3}"]),
    "a place within braces": ([(["mål", 1, "källa", 0, "plats"], "sidan 9")], ["    källa: {id: budget, plats: sidan 8}"], ["    källa: {id: budget, plats: sidan 9}"]),
    "two sources instead of one": ([(["mål", 1, "källa", 1], {"id": "bilaga", "plats": "2"})], ["    källa: {id: budget, plats: sidan 8}"], ["    källa:", "      - {id: budget, plats: sidan 8}", '      - {id: bilaga, plats: "2"}']),
    "a day": ([(["mål", 1, "gäller", "till"], "2027-06-30")], ["    gäller: {från: 2023, till: 2026, text: mandatperioden}"], ["    gäller: {från: 2023, till: 2027-06-30, text: mandatperioden}"]),
    "a comma within braces": ([(["mål", 2, "rubrik"], "Alla läser, räknar")], ["  - {id: utb-3, nivå: mal, rubrik: Alla läser}"], ['  - {id: utb-3, nivå: mal, rubrik: "Alla läser, räknar"}']),
    "paragraphs": ([(["mål", 1, "beskrivning"], "Ett stycke.\n\nEtt till.")], [], ["    beskrivning: |", "      Ett stycke.", "", "      Ett till."]),
    "a long text": ([(["mål", 1, "text"], "ord " * 30)], [], ["    text: >-", "      " + "ord " * 22 + "ord", "      " + "ord " * 6 + "ord"]),
    "an object that is gone": ([(["mål", 0], None)], ["  - id: larande   # aldrig ändra", "    nivå: omrade", '    nummer: "1"', "    rubrik: Nyfikna hela livet", "    globala_mål: [4]", "    källa: budget", ""], []),
    "a new object": ([(["mål", 3], {"id": "ny", "nivå": "mal", "rubrik": "Ny", "överordnade": [{"id": "larande"}], "källa": [{"id": "budget"}]})], [], ["", "  - id: ny", "    nivå: mal", "    rubrik: Ny", "    överordnade: [larande]", "    källa: budget"]),
}  # fmt: skip


@pytest.fixture(scope="module")
def careful(everything) -> dict[str, str]:
    """What becomes of the goals by each of the changes."""
    text = dedent(GOALS).lstrip("\n")
    shape = shape_of("mål")
    cases = [{"format": FORM, "text": text, "edits": edits} for edits, _, _ in CAREFUL.values()]
    found = ran({"records": everything["records"], "files": {FORM: shape}}, cases)
    return {
        name: one.get("text", one.get("error")) for name, one in zip(CAREFUL, found, strict=True)
    }


@pytest.mark.parametrize("name", CAREFUL)
def test_only_what_is_new_is_written(name, careful):
    _, taken, put = CAREFUL[name]
    expected = [*(f"-{line}" for line in taken), *(f"+{line}" for line in put)]
    assert change(dedent(GOALS).lstrip("\n"), careful[name]) == expected


def test_objects_change_places_with_all_that_they_say(everything):
    after = saved(
        GOALS,
        (["mål", 0], {"id": "utb-3", "nivå": "mal", "rubrik": "Alla läser"}),
        (["mål", 2], {"id": "larande", "nivå": "omrade", "nummer": "1", "rubrik": "Nyfikna hela livet", "globala_mål": ["4"], "källa": [{"id": "budget"}]}),
        everything=everything,
    )  # fmt: skip
    assert "# aldrig ändra" in after
    assert "# Områden" in after
    assert after.index("utb-3") < after.index("utb-2") < after.index("id: larande")


def test_what_the_form_does_not_show_is_left_alone(everything):
    text = """
        kommun:
          namn: Exempelby
          formellt_namn: Exempelby kommun
          kontakt: framgår inte av källan
          egen_nyckel: kvar
        undantag:
          - {kod: KV303, gäller: [utb-2], skäl: Den står för sig.}
        """
    after = saved(text, (["kommun", "namn"], "Exempelby stad"), everything=everything)
    assert after == dedent(text).lstrip("\n").replace(
        "namn: Exempelby\n", "namn: Exempelby stad\n", 1
    )


def test_what_was_said_before_a_correction_stays_in_a_correction_that_changes(everything):
    text = """
        uppföljningar:
          - id: delar-2024
            namn: Delårsrapport
            period: 2024
            rättelser:
              - {om: utb-2, vad: status, före: uppfyllt, datum: 2024-11-04, skäl: Fel siffra.}
        """
    path = ["uppföljningar", 0, "rättelser", 0]
    after = saved(text, ([*path, "skäl"], "Fel rad."), everything=everything)
    assert after == dedent(text).lstrip("\n").replace("Fel siffra.", "Fel rad.")
    anew = saved(
        text, ([*path, "skäl"], None), ([*path, "beslut"], [{"id": "kf-1"}]), everything=everything
    )
    assert "före: uppfyllt" in anew


# What YAML could take for something else, and what people paste.
HARD = (
    "ja", "1", "0114", "81,50", "2024-12-15", "null", "~", "true", "a: b", "#1 i landet", "x #y",
    "[hakar]", "{klamrar}", '"citat"', "it's", "- streck", "* stjärna", "&a", "%", "@x", "!tag",
    "|", ">", "? fråga", "slut:", "rad ett\nrad två", "stycke\n\nannat\n\n\ntredje", "a\n  b\nc",
    "  indrag", "flikar\there", "mjukt\u00adstreck", "långt " * 60, "å" * 150, "två  mellanslag " * 20,
)  # fmt: skip


def test_every_text_is_read_back_as_it_was_written(everything):
    shape = shape_of("mål")
    settings = {"records": everything["records"], "files": {FORM: shape}}
    text = dedent(GOALS).lstrip("\n")
    cases = [
        {"format": FORM, "text": text, "edits": [(["mål", place, key], word)]}
        for word in HARD
        for place, key in ((1, "text"), (2, "text"), (1, "nummer"), (1, "ordning"), (2, "rubrik"))
    ]
    for case, found in zip(cases, ran(settings, cases), strict=True):
        ((_, place, key), word) = case["edits"][0]
        assert "error" not in found, (case["edits"], found)
        read = yaml.load(found["text"], Loader=yaml.BaseLoader)  # noqa: S506 - texts alone
        assert read["mål"][place][key].strip() == word.strip()
        assert [one["id"] for one in read["mål"]] == ["larande", "utb-2", "utb-3"]


def test_the_loader_reads_what_has_been_saved(everything):
    text = (
        dedent(GOALS)
        .replace("källa: budget", "")
        .replace("\n    källa: {id: budget, plats: sidan 8}", "")
    )
    after = saved(
        text,
        (["mål", 1, "gäller"], {"från": "våren 2024", "text": "mandatperioden"}),
        (["mål", 1, "globala_mål"], ["4", "8"]),
        (["mål", 1, "teman"], []),
        (["mål", 1, "beskrivning"], ""),
        everything=everything,
    )  # fmt: skip
    loaded = loaded_from(
        {
            "data/exempelby/mal.yml": after,
            "data/exempelby/kommun.yml": WHO,
            "data/exempelby/styrmodell.yml": LEVELS,
        }
    )
    assert not loaded.problems
    goal = loaded.kommuner[0].goals[1]
    assert goal.global_goals == (4, 8)
    assert (goal.themes, goal.description) == ((), None)
    assert goal.validity.label == "mandatperioden"


def test_a_file_that_is_no_yaml_is_told_of_and_left_alone(everything):
    shape = shape_of("mål")
    settings = {"records": everything["records"], "files": {FORM: shape}}
    (found,) = ran(settings, [{"format": FORM, "text": "mål: [a", "edits": []}])
    assert "text" not in found
    assert found["error"]


def test_a_remark_after_the_last_key_stands_once_when_another_key_is_changed(everything):
    text = """
        mål:
        - id: a
          nivå: mal
          rubrik: Ett  # se bilagan
        - id: b
          rubrik: Två
          nivå: mal  # sist
        """
    after = saved(
        text,
        (["mål", 0, "nivå"], "omrade"),
        (["mål", 1, "rubrik"], "Två nya"),
        (["mål", 2], {"id": "c", "rubrik": "Tre"}),
        everything=everything,
    )
    expected = """\
        -  nivå: mal
        +  nivå: omrade
        -  rubrik: Två
        +  rubrik: Två nya
        +- id: c
        +  rubrik: Tre
        """
    assert change(dedent(text).lstrip("\n"), after) == dedent(expected).splitlines()


def test_texts_on_lines_of_their_own_are_changed_one_by_one(everything):
    text = """    mål:
    - id: a
      nivå: mal
      rubrik: Ett
      tidigare_id:
      - ett  # från början
      - tva
      - tre
    """
    found = saved(text, (["mål", 0, "tidigare_id", 1], "nya"), everything=everything)
    assert change(dedent(text), found) == ["-  - tva", "+  - nya"]
