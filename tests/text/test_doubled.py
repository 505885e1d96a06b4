"""Letters that were encoded twice are known, and so is what was meant."""

import pytest

from kommunvision import pipeline
from kommunvision.report import findings
from kommunvision.text.doubled import doubled
from tests.check.examples import BASE, EVIDENCE, UNASSESSED
from tests.helpers import write_files

SAID = "Åk på miljön – ”sörj” för 5 € idé"


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_what_was_read_in_another_encoding_is_read_back(encoding):
    for word in SAID.split():
        wrong = word.encode().decode("latin-1")
        if encoding == "cp1252":
            # As programs read it: what has no sign of its own stays a byte.
            wrong = "".join(bytes([ord(sign)]).decode("cp1252", "ignore") or sign for sign in wrong)
        found = doubled(f"Det är {wrong} nu")
        if word.isascii():
            assert found is None
        else:
            assert (found.column, found.word, found.details["meant"]) == (8, wrong, word)


@pytest.mark.parametrize(
    "text", [SAID, "Âge d’or", "”Ö”", "Ålands â-ljud", "SÃO PAULO", "”Ä” och «Å»", "30 °C Ã"]
)
def test_signs_that_stand_there_on_purpose_are_let_be(text):
    assert doubled(text) is None


def _found(root, files):
    write_files(root, {**BASE, **files})
    return findings(
        one for one in pipeline.check(root).problems if one.code not in {*EVIDENCE, UNASSESSED}
    )


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_a_file_of_such_letters_is_told_of_once(tmp_path, encoding):
    goals = "mål:\n- {id: a, nivå: mal, rubrik: Åk på å}\n- {id: b, nivå: mal, rubrik: Färre, överordnade: a}\n"
    report = "uppföljningar: [{id: u, namn: U, slag: annat, period: 2025, omdömen: [{om: b, kommentar: Bra.}]}]"
    wrong = goals.encode().decode(encoding, "replace" if encoding == "latin-1" else "ignore")
    files = {"data/exempelby/mal.yml": wrong, "data/exempelby/u.yml": report}
    (one,) = _found(tmp_path, files)
    assert (one.code, str(one.origin)) == ("KV027", "data/exempelby/mal.yml:1:1")
    assert one.message.endswith('"mÃ¥l:" ska vara "mål:".')


def test_a_page_of_such_letters_is_told_of_once(tmp_path):
    page = '# Målen\n\n{{ mål("a") }} är våra.\n'.encode().decode("cp1252")
    (one,) = _found(tmp_path, {"content/exempelby/om.md": page})
    assert one.message == ('Bokstäver har blivit andra tecken i 4 ord. "MÃ¥len" ska vara "Målen".')
