"""Hints on plain Swedish: each at its word, none on what is right, none on what is decided."""

from pathlib import Path

import pytest

from kommunvision import pipeline
from kommunvision.check.plain import judge_pages
from kommunvision.swedish.plain.officialese import PHRASES, WORDS
from kommunvision.swedish.problems import HINTS
from kommunvision.text.reading import lines_under
from kommunvision.text.spelling import dictionary
from tests.check.examples import BASE
from tests.helpers import write_files


def judged(root: Path, files: dict[str, str]) -> list[tuple[str, str]]:
    """The hints of a small site: each code, and what is underlined in the file."""
    write_files(root, {**BASE, **files})
    read_line = lines_under(root)
    found = []
    for one in pipeline.check(root, plain=True).problems:
        if one.code in HINTS:
            line = read_line(one.origin.path, one.origin.line)
            start = one.origin.column - 1
            found.append((one.code, line[start : start + one.origin.length]))
    return found


def goal(text: str, more: str = "") -> dict[str, str]:
    head = "mål:\n  - id: utb-1\n    nivå: mal\n    rubrik: Fler unga når examen\n"
    return {"data/exempelby/mal.yml": f"{head}{more}    beskrivning: {text}\n"}


def page(text: str) -> dict[str, str]:
    return {"content/exempelby/om.md": f"# Om skolan\n\n{text}\n"}


@pytest.mark.parametrize(
    "written",
    [
        "Alla skollor deltar.",
        "'Kim''s \"skola\". Alla skollor deltar.'",
        '"Kim \\"Kula\\" K\\u00e4rr.\\n\\nAlla skollor \\\n      deltar."',
        ">-\n      En rad\n      till.\n\n      Alla skollor\n      deltar.",
        "|2-\n      En rad. Alla\n        skollor deltar.",
        "Här står en lång\n      text i flera rader. Alla\n      skollor deltar.",
    ],
)
def test_a_word_is_underlined_however_the_value_is_written(tmp_path, written):
    assert judged(tmp_path, goal(written)) == [("KV974", "skollor")]


@pytest.mark.parametrize(
    "text",
    [
        "Målkedjan, delårsrapporten och tillgänglighetsredogörelsen är klara.",
        "Gruv- och kulturhistoria, samhällsbyggnadsnämnden och elevhälsoteamet.",
        "BUN, KF:s plan och SkolDUT gäller 2024-05-06 enligt § 12.",
        "Det sköts av Kvarnbacken och Zebulonia varje dag.",
        "Norbergs kommun och Härjedalens kommun samarbetar i Smedjebacken.",
        "Skriv till kim@exempelby.example, se www.exempelby.example/skolplann eller filen planenn.pdf.",
        "Rektorn sa: ”Jag e såå gla idag”.",
        "Mottot är *learning by doing* och inget annat.",
        "The quick brown fox jumps over the lazy dog every morning.",
        "Det hänger ihop, t.ex. genom s.k. lovskola, jfr bilaga 2, osv.",
        "Se [plan](https://exempelby.example/utbilldning) om 60-talets skolor.",
    ],
)
def test_what_is_right_gets_no_hint(tmp_path, text):
    assert judged(tmp_path, goal(f"'{text}'")) == []


def test_names_of_the_kommuns_own_data_are_right_also_in_lower_case_and_in_compounds(tmp_path):
    files = goal("Zorkan är här. Alla zorkans barn går i zorkanskolan.")
    files["data/exempelby/organisation.yml"] = (
        "organisation:\n  - {id: kf, namn: Kommunfullmäktige, slag: fullmäktige}\n"
        "  - {id: zorkan, namn: Zorkan, slag: enhet}\n"
    )
    assert judged(tmp_path, files) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Skolan erhöll stöd.", "erhöll"),
        ("Beträffande skolan finns en plan.", "Beträffande"),
        ("Nämnden gör det i syfte att hinna.", "i syfte att"),
        ("Skolan arbetar på ett effektivt sätt.", "på ett effektivt sätt"),
        ("Nämnden inkommer med en plan.", "inkommer med"),
        ("Säkerställs stödet går det bra.", "Säkerställs"),
    ],
)
def test_officialese_is_found_in_any_form(tmp_path, text, word):
    assert judged(tmp_path, goal(text)) == [("KV973", word)]


@pytest.mark.parametrize(
    "text",
    [
        "Det räknas på ett annat sätt nu.",
        "Vi talade om syfte, att hinna med är viktigt.",
        "Hon sa: ”Vi erhåller inget”.",
    ],
)
def test_rows_of_words_that_only_look_like_officialese_are_left_alone(tmp_path, text):
    assert judged(tmp_path, goal(f"'{text}'")) == []


@pytest.mark.parametrize(
    "text",
    [
        "De som söker stöd enl. den nya planen får det.",
        "Affischerna säger välkommen, שלום och مرحبا, till alla.",
    ],
)
def test_short_forms_and_words_in_other_letters_are_no_misspelt_swedish(tmp_path, text):
    assert judged(tmp_path, goal(f"'{text}'")) == []


def test_the_list_is_long_enough_and_every_entry_says_what_to_write(tmp_path):
    assert len(WORDS) + len(PHRASES) >= 120
    known = dictionary()
    for forms, instead in (*WORDS, *PHRASES):
        assert instead
        words = instead.replace(",", "").replace(":", "").split()
        assert [word for word in words if not known.knows(word)] == [], forms


def test_translations_are_not_swedish_easy_texts_are_and_explained_words_are_right(tmp_path):
    more = (
        "    översättningar: [{språk: engelska, beskrivning: Everyone football., översatt_av: Ks}]\n"
        "    lättläst: {text: Alla får en kvackelbod och en skolla., skriven_av: Ks}\n"
    )
    words = "ordlista: [{ord: kvackelbod, förklaring: En bod vid ån.}]\n"
    files = {**goal("Alla deltar.", more), "data/exempelby/ordlista.yml": words}
    assert judged(tmp_path, files) == [("KV974", "skolla")]


def test_an_easy_text_is_not_taken_for_the_decided_one(tmp_path):
    more = "    text: Alla kan.\n    lättläst: {text: Alla klarar det., skriven_av: Ks}\n"
    write_files(tmp_path, {**BASE, **goal("En plan.", more)})
    names = [one.text.name for one in pipeline.check(tmp_path, plain=True).texts]
    assert sum(name.endswith(": text") for name in names) == 1
    assert sum(name.endswith(": lättläst text") for name in names) == 1


def test_decided_words_and_quotations_get_no_hint_but_a_lix(tmp_path):
    text = " ".join(["Alla skollor skall erhålla stöd från nämnden."] * 10)
    files = goal("En plan.", more=f"    text: {text}\n    ur_källan: {text}\n")
    write_files(tmp_path, {**BASE, **files})
    outcome = pipeline.check(tmp_path, plain=True)
    assert [one.code for one in outcome.problems if one.code in HINTS] == []
    told = {one.text.name: (one.text.decided, one.text.reading.lix) for one in outcome.texts}
    assert told['Målet "utb-1": text'] == (True, 50)
    assert told['Målet "utb-1": ur källan'] == (True, 50)
    assert told['Målet "utb-1": beskrivning'] == (False, None)


def test_comments_are_judged_until_their_follow_up_is_locked(tmp_path):
    files = goal("En plan.")
    files["data/exempelby/skalor.yml"] = (
        "skalor:\n  - {id: s, namn: Status, steg: [{namn: uppfyllt, innebörd: Klart.}]}\n"
    )
    for day, hints in (("", 1), ("    låst: 2024-10-21\n", 0)):
        files["data/exempelby/uppfoljning.yml"] = (
            f"uppföljningar:\n  - id: ar-2024\n    namn: År 2024\n    period: 2024\n{day}"
            "    omdömen: [{om: utb-1, status: uppfyllt, kommentar: Alla skollor deltar.}]\n"
        )
        assert len(judged(tmp_path, files)) == hints


def test_a_kommun_has_words_of_its_own(tmp_path):
    files = goal("Nämnden ser till brukarnas stöd samt implementerar planen.")
    assert [word for _, word in judged(tmp_path, files)] == ["samt", "implementerar"]
    files["data/exempelby/kommun.yml"] = BASE["data/exempelby/kommun.yml"] + (
        "  klarspråk:\n    godta: [Samt, implementera]\n"
        "    undvik: [{ord: brukarnas, skriv: de boendes}, {ord: ser till, skriv: ordnar}]\n"
    )
    assert [word for _, word in judged(tmp_path, files)] == ["ser till", "brukarnas"]


def test_a_word_that_the_kommun_says_is_right_is_right_in_its_forms(tmp_path):
    files = goal("Alla xylofyr och xylofyrs vänner, och hela xylofyrfesten.")
    assert len(judged(tmp_path, files)) == 3
    files["data/exempelby/kommun.yml"] = BASE["data/exempelby/kommun.yml"] + (
        "  klarspråk: {rätt_stavat: [xylofyr]}\n"
    )
    assert judged(tmp_path, files) == []


def test_an_exception_silences_a_hint_and_is_no_fault_when_nobody_asks(tmp_path):
    files = goal("Skolan erhåller stöd.")
    files["data/exempelby/undantag.yml"] = (
        "undantag:\n  - {kod: KV973, gäller: [utb-1], skäl: Så står det i lagen.}\n"
    )
    assert judged(tmp_path, files) == []
    assert "KV503" not in {one.code for one in pipeline.check(tmp_path).problems}


def test_a_pages_code_macros_addresses_and_alternative_texts_are_not_read(tmp_path):
    text = (
        'Skriv `skollor` här: {{ länk("utb-1") }}.\n\n    skollor\n\n```\nskollor\n```\n\n'
        "![skollor](skola.png)\n\n<https://exempelby.example/skollor>\n\n"
        "Se [planen][1].\n\n[1]: https://exempelby.example/skollor\n"
    )
    found = judge_pages([("om.md", text)])
    assert [hint for one in found for hint in one.hints] == []


def test_a_pages_words_are_underlined_below_its_front_matter_and_in_it(tmp_path):
    text = '---\ntitle: Om\ndescription: "Alla skollor i byn."\n---\n\n# Om\n\n- En *fin* plann.\n'
    found = [hint for one in judge_pages([("om.md", text)]) for hint in one.hints]
    assert [(str(one.origin), one.details["word"]) for one in found] == [
        ("om.md:3:20", "skollor"),
        ("om.md:8:12", "plann"),
    ]


@pytest.mark.parametrize("heading", ["Inledning", "Övrigt", "Information", "ALLMÄNT"])
def test_a_heading_that_says_nothing_is_found(tmp_path, heading):
    assert judged(tmp_path, page(f"## {heading}\n\nText.")) == [("KV975", heading)]


def test_a_heading_that_says_something_is_left_alone(tmp_path):
    assert judged(tmp_path, page("## Information till den som söker\n\nText.")) == []


@pytest.mark.parametrize("words", ["Klicka här", "läs mer", "Här", "**Läs mer**", "Läs mer »"])
def test_a_link_that_does_not_say_where_it_leads_is_found_in_pages_and_data(tmp_path, words):
    link = f"Om skolan: [{words}](https://exempelby.example/)"
    [(code, _)] = judged(tmp_path, page(link))
    assert code == "KV976"
    [(code, _)] = judged(tmp_path, goal(f"'{link}'"))[:1]
    assert code == "KV976"


def test_what_is_a_draft_is_judged_only_where_drafts_are(tmp_path):
    files = {"content/exempelby/om.md": "---\nutkast: ja\n---\n\n# Om\n\nAlla skollor deltar.\n"}
    assert judged(tmp_path, files) == []


def test_the_projects_own_data_has_only_hints_that_somebody_has_read(repository: Path):
    found = [one for one in pipeline.check(repository, plain=True).problems if one.code in HINTS]
    told = sorted((one.code, one.origin.path, one.details.get("word", "")) for one in found)
    # What editors of real kommuner have written in their own way; each hint is a fair one.
    assert told == [
        ("KV970", "data/norberg/visioner.yml", ""),
        ("KV973", "data/nora/organisation.yml", "samt"),
        ("KV973", "data/nora/styrmodell.yml", "målsättning"),
        ("KV973", "data/nora/styrmodell.yml", "samt"),
        ("KV973", "data/norberg/visioner.yml", "samt"),
        ("KV973", "data/norberg/visioner.yml", "samtliga"),
    ]
