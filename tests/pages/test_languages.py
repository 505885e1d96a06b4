"""Pages in other languages and in easy Swedish: what they say, and how they lead to each other."""

import re

from kommunvision.address import language_starts, translated
from kommunvision.chain import GoalSystem, Site
from kommunvision.check import Ledger, check_site
from kommunvision.load import load_site
from kommunvision.origin import Origin
from kommunvision.pages import pages_of
from kommunvision.pages.embeds import embeds_of
from kommunvision.pages.menu import menu
from kommunvision.pages.redirects import of_ids
from kommunvision.pages.search import entries
from kommunvision.search.index import index_files
from tests.helpers import LEVELS, WHO, kommun_from, write_files
from tests.pages.reading import by_url, read

TOLD = (
    WHO.rstrip()
    + """
  översättningar:
  - {språk: finska, rubrik: Exempelby suomeksi, beskrivning: Tervetuloa., översatt_av: Kansliet}
visioner:
- id: v
  tidigare_id: [vis]
  rubrik: Vision 2035
  status: gällande
  text: Vi hälsar på bussen.
  syfte: Den visar vägen.
  lättläst: |
    Vi säger hej.

    Till bussen.
  översättningar:
  - {språk: engelska, rubrik: We wave, text: We wave at the bus., översatt_av: The office}
  - {språk: jiddisch, rubrik: שול, text: שול, översatt_av: Kansliet}
  - {språk: nordsamiska, rubrik: Skuvla, översatt_av: Kansliet}
mål:
- id: m
  nivå: mal
  rubrik: Fler läser
  överordnade: [v]
  översättningar: [{språk: engelska, rubrik: More readers, översatt_av: The office}]
- {id: n, nivå: mal, rubrik: Fler räknar, överordnade: [v]}
uppföljningar:
- id: u
  namn: Årsredovisning 2024
  period: 2024
  omdömen:
  - om: m
    status: inte bedömt
    kommentar: Fler läser nu.
    översättningar: [{språk: engelska, kommentar: More read now., översatt_av: The office}]
aktuellt:
- id: nytt
  rubrik: Bussen går
  text: Den går nu.
  lättläst: {text: Bussen åker., skriven_av: Kansliet, rubrik: Åk med}
"""
)

KOMMUN = kommun_from(TOLD)
SYSTEM = GoalSystem(KOMMUN)
SITE = Site([SYSTEM])
PAGES = {page.url: page for page in pages_of(SITE, SYSTEM)}


def words(url: str) -> str:
    text = re.sub(r"<[^>]+>", " ", PAGES[f"exempelby/{url}"].body)
    return " ".join(text.split())


def test_each_object_has_a_page_in_each_language_that_it_is_told_in_and_each_language_a_first_page():
    found = {url.removeprefix("exempelby/") for url in PAGES}
    assert {url for url in found if url.startswith(("en/", "fi/", "se/", "yi/", "lattlast/"))} == {
        "en/", "en/vision/v/", "en/mal/m/", "en/uppfoljning/u/",
        "fi/",
        "se/", "se/vision/v/",
        "yi/", "yi/vision/v/",
        "lattlast/", "lattlast/vision/v/", "lattlast/aktuellt/nytt/",
    }  # fmt: skip


def test_the_pages_that_say_the_same_all_know_of_each_other_by_the_languages_own_names():
    versions = PAGES["exempelby/vision/v/"].versions
    assert [(one.name, one.lang, one.hreflang, one.rtl) for one in versions] == [
        ("Svenska", "sv", "sv", False),
        ("Lättläst", "sv", "sv-simple", False),
        ("ייִדיש", "yi", "yi", True),
        ("Davvisámegiella", "se", "se", False),
        ("English", "en", "en", False),
    ]
    for one in versions:
        assert PAGES[one.url].versions == versions
    assert PAGES["exempelby/mal/n/"].versions == ()


def test_a_page_says_what_is_translated_who_did_it_and_where_the_original_stands():
    text = words("en/vision/v/")
    assert text.startswith("We wave at the bus. Translated by The office.")
    assert "The Swedish text is the original: Vision 2035" in text
    assert (
        '<a href="../../../vision/v/" hreflang="sv"><span lang="sv" dir="ltr">Vision 2035</span>'
        in (PAGES["exempelby/en/vision/v/"].body)
    )
    assert "kv-quote" not in PAGES["exempelby/en/vision/v/"].body


# Half written: without a language, without a text, and the comment of a follow-up.
DRAFTS = {
    "data/exempelby/kommun.yml": WHO,
    "data/exempelby/styrmodell.yml": LEVELS,
    "data/exempelby/mal.yml": """
        mål:
        - id: m
          nivå: mal
          rubrik: Fler läser
          lättläst: {utkast: ja, rubrik: Läs mer, text: Vi läser mer.}
          översättningar:
          - {språk: engelska, rubrik: More readers, översatt_av: The office}
          - {språk: finska, utkast: ja, rubrik: Enemmän lukijoita}
          - {utkast: Ja}
        uppföljningar:
        - id: u
          namn: Bokslut 2024
          period: 2024
          omdömen:
          - om: m
            status: inte bedömt
            kommentar: Fler läser nu.
            översättningar: [{språk: engelska, utkast: ja, kommentar: More read now.}]
        """,
}


def test_a_translation_that_is_a_draft_is_missed_openly_and_may_be_half_written(tmp_path):
    write_files(tmp_path, DRAFTS)
    loaded = load_site(tmp_path)
    assert not loaded.problems
    found = by_url(*loaded.kommuner)
    assert sorted(url for url in found if re.search("/(en|fi|lattlast)/", url)) == [
        "exempelby/en/",
        "exempelby/en/mal/m/",
    ]
    told = found["exempelby/en/mal/m/"].body + found["exempelby/en/"].body
    assert "More readers" in told
    assert "More read now." not in told
    assert [one.name for one in found["exempelby/mal/m/"].versions] == ["Svenska", "English"]


def test_a_preview_says_of_a_translation_that_it_is_a_draft(tmp_path):
    text = DRAFTS["data/exempelby/mal.yml"].replace("          - {utkast: Ja}\n", "")
    write_files(tmp_path, DRAFTS | {"data/exempelby/mal.yml": text})
    loaded = load_site(tmp_path, drafts=True)
    assert not loaded.problems
    found = by_url(*loaded.kommuner)
    mark = "Utkast. Texten publiceras inte."
    assert mark in found["exempelby/fi/mal/m/"].body
    assert mark in found["exempelby/lattlast/mal/m/"].body
    english = found["exempelby/en/mal/m/"].body
    assert english.count(mark) == 1
    assert english.index(mark) < english.index("More read now.")


def test_what_is_not_translated_is_openly_in_swedish():
    text = words("en/vision/v/")
    assert "Supported by More readers Fler räknar (in Swedish)" in text
    assert "Some of the text is only available in Swedish: Vision 2035" in text
    assert "All other pages are in Swedish: Vision och mål i Exempelby kommun" in words("en/")


def test_a_language_that_we_cannot_speak_gets_our_own_words_in_swedish_and_marked_so():
    body = PAGES["exempelby/se/vision/v/"].body
    assert '<div lang="se">' in body
    assert '<h2 id="below"><span lang="sv" dir="ltr">Stöds av</span></h2>' in body
    assert PAGES["exempelby/se/"].heading == "Davvisámegiella"


def test_yiddish_runs_from_right_to_left_and_swedish_within_it_from_left_to_right():
    body = PAGES["exempelby/yi/vision/v/"].body
    assert '<div lang="yi" dir="rtl">' in body
    assert '<span lang="sv" dir="ltr">Översatt av Kansliet.</span>' in body


def test_an_easy_text_is_swedish_keeps_the_heading_that_it_lacks_and_says_if_nobody_is_named():
    page = PAGES["exempelby/lattlast/vision/v/"]
    assert (page.heading, page.lang, page.heading_lang) == ("Vision 2035", "sv", None)
    assert "Det framgår inte vem som har skrivit texten på lätt svenska." in words(
        "lattlast/vision/v/"
    )
    assert PAGES["exempelby/lattlast/aktuellt/nytt/"].heading == "Åk med"


def test_comments_of_a_follow_up_stand_on_the_page_of_the_goal_and_of_the_occasion():
    assert "Follow-up Årsredovisning 2024" in words("en/mal/m/")
    assert "More read now. Translated by The office." in words("en/mal/m/")
    assert "More readers" in words("en/uppfoljning/u/")
    heading = PAGES["exempelby/en/uppfoljning/u/"]
    assert (heading.lang, heading.heading_lang) == ("en", "sv")


def test_the_vision_comes_first_on_the_first_page_of_a_language():
    text = words("en/")
    assert text.index("Vision") < text.index("We wave at the bus.") < text.index("Goals")
    assert words("fi/").startswith("Tervetuloa.")


def test_the_menu_ends_with_the_languages_each_by_its_own_name():
    items = menu(SITE, SYSTEM, "exempelby/en/vision/v/")
    assert [(one.title, one.lang, one.open) for one in items[-5:]] == [
        ("Lättläst", "sv", False),
        ("Suomi", "fi", False),
        ("ייִדיש", "yi", False),
        ("Davvisámegiella", "se", False),
        ("English", "en", True),
    ]


def test_a_former_id_leads_on_in_every_language():
    moved = {one.url: one.target for one in of_ids(SYSTEM)}
    assert moved["exempelby/en/vision/vis/"] == "exempelby/en/vision/v/"
    assert moved["exempelby/lattlast/vision/vis/"] == "exempelby/lattlast/vision/v/"


def test_a_search_finds_words_of_other_languages_as_they_stand():
    (made,) = [
        file
        for file in index_files("sok/", list(entries(SITE, PAGES.values())), several=False)
        if file.path.endswith("main.json")
    ]
    assert '"readers":' in made.content
    assert '"Mål, English"' in made.content
    assert made.content.count('"en"]') == 4


def test_a_published_translation_may_not_vanish_but_its_address_may_be_withdrawn():
    published = {url: Origin("data/adresser.yml", 2, 3) for url, *_ in translated(KOMMUN)}
    published |= {url: Origin("data/adresser.yml", 2, 3) for url, _ in language_starts(KOMMUN)}
    assert not _lost(TOLD, published)
    without = re.sub(r" *översättningar: \[\{språk: engelska[^\n]+\n", "", TOLD)
    assert [one.details["address"] for one in _lost(without, published)] == [
        "exempelby/en/mal/m/",
        "exempelby/en/uppfoljning/u/",
    ]
    gone = "borttagna:\n" + "".join(
        f"- {{adress: exempelby/en/{one}/, rubrik: R, datum: 2026-03-02, skäl: Fel språk.}}\n"
        for one in ("mal/m", "uppfoljning/u")
    )
    assert _lost(without + gone, published) == []


def _lost(text, published):
    kommun = kommun_from(text)
    found = check_site([kommun], ledger=Ledger(published, [kommun]))
    return [one for one in found if one.code in {"KV764", "KV806", "KV810", "KV811", "KV813"}]


def test_indicators_and_occasions_are_embedded_in_their_languages_too():
    text = """
    indikatorer:
    - id: i
      tidigare_id: [j]
      namn: Läsare
      löfte: Alla läser.
      översättningar: [{språk: engelska, rubrik: Readers, löfte: All read., översatt_av: Me}]
    uppföljningar:
    - id: u
      namn: Bokslut
      period: 2024
      samlat_omdöme: Det går bra.
      lättläst: Det går bra, tycker vi.
    """
    system = GoalSystem(kommun_from(text))
    found = {one.url: one for one in embeds_of(Site([system]), system)}
    english = found["exempelby/inbaddad/v1/en/indikatorer/i/"]
    assert english.former == ("exempelby/inbaddad/v1/en/indikatorer/j/",)
    assert english.page == "exempelby/en/indikatorer/i/"
    assert english.name == "Indikator, English"
    assert "All read." in english.body
    easy = found["exempelby/inbaddad/v1/lattlast/uppfoljning/u/"]
    assert "Det går bra, tycker vi." in easy.body


def test_visions_and_goals_are_embedded_in_their_languages_too():
    found = {one.url: one for one in embeds_of(SITE, SYSTEM)}
    english = found["exempelby/inbaddad/v1/en/vision/v/"]
    assert english.former == ("exempelby/inbaddad/v1/en/vision/vis/",)
    assert english.page == "exempelby/en/vision/v/"
    assert '<div lang="en">' in english.body


def test_words_of_the_word_list_are_explained_in_easy_swedish_alone():
    kommun = kommun_from(
        TOLD + "\nordlista: [{ord: bussen, förklaring: Den gula.}, {ord: bus, förklaring: X.}]\n"
    )
    system = GoalSystem(kommun)
    pages = {page.url: page.body for page in pages_of(Site([system]), system)}
    assert "kv-term" in pages["exempelby/lattlast/vision/v/"]
    assert "kv-words" not in pages["exempelby/en/vision/v/"]


def test_the_page_about_the_site_says_what_can_be_read_in_which_languages():
    about = read(by_url(kommun_from(TOLD + LEVELS))["exempelby/om/"])
    languages = about.section("Språk")
    for words in ("Lättläst", "På engelska", "På finska", "På jiddisch", "På nordsamiska"):
        assert words in languages.words
    assert "inte översatta" not in languages.words
    assert {"exempelby/lattlast/", "exempelby/en/", "exempelby/fi/"} <= set(languages.links)
    alone = read(by_url(kommun_from(WHO))["exempelby/om/"]).section("Språk")
    assert "De är inte översatta till andra språk" in alone.words


def test_an_indicator_belongs_to_its_goals_and_an_easy_page_says_so_of_a_vision_too():
    more = """
indikatorer:
- id: i
  namn: Läsning
  enhet: procent
  hör_till: [m]
  lättläst: {text: Så många läser., skriven_av: Kansliet}
  översättningar: [{språk: engelska, beskrivning: How many read., översatt_av: The office}]
"""
    pages = by_url(kommun_from(TOLD + LEVELS + more))
    assert "Belongs to" in read(pages["exempelby/en/indikatorer/i/"]).words
    assert "Det här hör till" in read(pages["exempelby/lattlast/indikatorer/i/"]).words
    vision = read(pages["exempelby/lattlast/vision/v/"]).words
    assert "Hit hör" in vision
    assert "målet" not in vision


def test_what_is_not_in_easy_swedish_is_not_said_to_be_in_swedish_alone():
    text = TOLD.replace(
        "    kommentar: Fler läser nu.\n",
        """    kommentar: Fler läser nu.
    lättläst: {text: Fler kan läsa., skriven_av: Kansliet}
""",
    ).replace("  period: 2024\n", "  period: 2024\n  beskrivning: Så gick året.\n")
    words = read(by_url(kommun_from(text + LEVELS))["exempelby/lattlast/uppfoljning/u/"]).words
    assert "Allt är inte lättläst. Läs resten på vanlig svenska:" in words
    assert "bara på svenska" not in words


def test_goals_are_called_what_the_kommun_calls_them_where_a_first_page_has_swedish_headings():
    pages = by_url(
        kommun_from("""
        styrmodeller:
        - id: modell
          namn: Modellen
          nivåer:
          - {id: r, namn: riktning, artikel: en, bestämd: riktningen, plural: riktningar,
             bestämd_plural: riktningarna}
          - {id: l, namn: löfte, artikel: ett, bestämd: löftet, plural: löften,
             bestämd_plural: löftena}
        mål:
        - id: a
          nivå: r
          rubrik: Vi lyssnar
          lättläst: {rubrik: Vi hör på, text: Vi hör på., skriven_av: Kansliet}
          översättningar:
          - {språk: finska, rubrik: Kuuntelemme, översatt_av: Kansliet}
          - {språk: engelska, rubrik: We listen, översatt_av: Kansliet}
        - id: b
          nivå: l
          rubrik: Vi hör av oss
          översättningar: [{språk: finska, rubrik: Soitamme, översatt_av: Kansliet}]
        """)
    )
    titles = {
        tag: [one.title for one in read(pages[f"exempelby/{tag}/"]).sections]
        for tag in ("fi", "lattlast", "en")
    }
    assert "Riktningar och löften" in titles["fi"]
    assert "Riktningar" in titles["lattlast"]
    assert "Goals" in titles["en"]
    assert not any("Mål" in one for one in titles.values())
