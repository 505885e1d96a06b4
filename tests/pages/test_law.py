"""The pages that the law asks for: what they must say, and what nobody has told them to claim."""

import re

import pytest

from kommunvision.check import check_kommun
from kommunvision.model import Situation
from kommunvision.swedish.keys import CHOICES
from tests.helpers import LEVELS, WHO, kommun_from, loaded_from, places
from tests.pages.reading import Read, by_url, read

# As Digg has fixed them, in its order.
HEADINGS = [
    "Hur tillgänglig är webbplatsen?",
    "Vad kan du göra om du inte kan använda delar av webbplatsen?",
    "Rapportera brister i webbplatsens tillgänglighet",
    "Tillsyn",
    "Teknisk information om webbplatsens tillgänglighet",
    "Innehåll som inte är tillgängligt",
    "Hur vi testat webbplatsen",
]
SENTENCES = {
    "helt förenlig": (
        "Den här webbplatsen är helt förenlig med lagen om tillgänglighet till digital offentlig "
        "service."
    ),
    "delvis förenlig": (
        "Den här webbplatsen är delvis förenlig med lagen om tillgänglighet till digital offentlig "
        "service, på grund av de brister som beskrivs nedan."
    ),
    "inte förenlig": (
        "Den här webbplatsen är inte förenlig med lagen om tillgänglighet till digital offentlig "
        "service. Otillgängliga delar beskrivs nedan."
    ),
}
SITUATIONS = [
    "Problem vid användning utan synförmåga",
    "Problem vid användning med nedsatt syn",
    "Problem vid användning med nedsatt färgseende",
    "Problem vid användning utan hörsel",
    "Problem vid användning med nedsatt hörsel",
    "Problem vid användning utan röstförmåga",
    "Problem vid användning med nedsatt finmotorik eller styrka",
    "Problem vid användning med nedsatt rörlighet",
    "Problem vid användning vid känslighet för flimmer",
    "Problem vid användning vid kognitiv nedsättning",
]
FORM = "https://exempelby.example/rapportera"
SUPERVISION = "https://www.digg.se/tdosanmalan"


def who(*lines: str) -> str:
    """A kommun with further lines about itself."""
    return WHO + "".join(f"  {line}\n" for line in lines)


def stated(compliance: str, *lines: str) -> str:
    """A kommun with a statement, and further lines of the statement."""
    return who(
        "tillgänglighet:",
        f"  förenlighet: {compliance}",
        "  bedömd: 2026-03-02",
        "  metod: självskattning",
        "  uppdaterad: 2026-04-01",
        f"  formulär: {FORM}",
        *(f"  {line}" for line in lines),
    )


LACK = "brister: [{beskrivning: Kartan saknar text., situation: utan syn}]"
SAYS = {
    "helt förenlig": stated("helt förenlig"),
    "delvis förenlig": stated("delvis förenlig", LACK),
    "inte förenlig": stated("inte förenlig", LACK),
}


def statement(text: str) -> Read:
    return read(by_url(kommun_from(text))["exempelby/tillganglighet/"])


def about(text: str) -> Read:
    return read(by_url(kommun_from(text))["exempelby/om/"])


def titles(found: Read) -> list[str]:
    return [section.title for section in found.sections if section.title]


NOT_ASSESSED = {"own": WHO, "another's": who("utgivare: Föreningen Öppna mål")}


@pytest.mark.parametrize("text", [*SAYS.values(), *NOT_ASSESSED.values()])
def test_the_headings_are_those_of_the_authority_in_its_order(text):
    assert titles(statement(text)) == [*HEADINGS, "Varifrån kommer innehållet?"]


def test_the_first_heading_names_the_service():
    pages = by_url(kommun_from(WHO))
    heading = pages["exempelby/tillganglighet/"].heading
    assert heading == "Tillgänglighet för Mål i Exempelby kommun"


@pytest.mark.parametrize("compliance", SENTENCES)
def test_the_sentence_on_compliance_is_the_one_that_the_rule_fixes(compliance):
    found = statement(SAYS[compliance])
    assert found.section("Teknisk").words == SENTENCES[compliance]
    others = set(SENTENCES.values()) - {SENTENCES[compliance]}
    assert not [other for other in others if other in found.words]


@pytest.mark.parametrize("text", NOT_ASSESSED.values())
def test_a_kommun_that_has_stated_nothing_claims_nothing(text):
    found = statement(text)
    assert not re.search(r"(helt|delvis|inte) förenlig", found.words)
    assert "Därför går det inte att säga hur tillgänglig webbplatsen är." in found.words
    assert "Ingen har bedömt om webbplatsen uppfyller lagen" in found.section("Teknisk").words
    assert "Senaste bedömningen" not in found.words


def test_pages_that_another_publishes_say_so_and_that_nobody_outside_has_assessed_them():
    words = statement(who("utgivare: Föreningen Öppna mål")).section("Hur tillgänglig").words
    assert words.startswith("Föreningen Öppna mål ger ut sidorna, inte Exempelby kommun.")
    assert "Ingen utomstående har bedömt tillgängligheten." in words


def test_the_contact_of_a_kommun_is_no_way_to_reach_another_publisher():
    contact = "kontakt: {telefon: 0123-45 67 89}"
    assert "tel:+46123456789" in statement(who(contact)).section("Rapportera").links
    theirs = statement(who(contact, "utgivare: Föreningen Öppna mål"))
    assert theirs.section("Rapportera").links == []


def test_another_publisher_is_reached_by_its_own_contact_on_both_pages():
    other = who(
        "kontakt: {telefon: 0123-45 67 89}",
        "utgivare: Föreningen Öppna mål",
        "utgivares_kontakt: {epost: hej@oppnamal.example}",
    )
    for section in (statement(other).section("Rapportera"), about(other).section("Vem ger")):
        assert section.links == ["mailto:hej@oppnamal.example"]
        assert "Föreningen Öppna mål E-post:" in section.words


@pytest.mark.parametrize("text", [*SAYS.values(), *NOT_ASSESSED.values()])
def test_every_statement_links_to_the_authority_that_supervises(text):
    assert statement(text).section("Tillsyn").links == [SUPERVISION]


def test_the_form_stands_where_help_and_where_reports_are_asked_for_with_the_contact_beside_it():
    text = stated("helt förenlig", "kontakt: {epost: tillgang@exempelby.example}")
    found = statement(text)
    assert found.section("Vad kan du göra").links == [FORM]
    assert found.section("Rapportera").links == [FORM, "mailto:tillgang@exempelby.example"]


def test_the_contact_of_a_statement_stands_under_the_name_of_the_publisher():
    text = stated("helt förenlig", "kontakt: {telefon: 0123-45 67 89}")
    theirs = f"{text}  utgivare: Föreningen Öppna mål\n"
    assert "så här: Exempelby kommun Telefon:" in statement(text).section("Rapportera").words
    assert "så här: Föreningen Öppna mål Telefon:" in statement(theirs).section("Rapportera").words


def test_shortcomings_stand_under_the_situations_in_their_order_with_the_time_of_mending():
    text = stated(
        "delvis förenlig",
        "brister:",
        "- {beskrivning: Målen är svåra., situation: kognition, åtgärdas: Nästa beslut.}",
        "- {beskrivning: Filmen är tyst., situation: [nedsatt syn, utan syn], åtgärdas: 2027-06-01}",
    )
    words = statement(text).section("Innehåll som inte").words
    film = "Filmen är tyst. Åtgärdas: 1 juni 2027"
    assert words == (
        "Här står det som vi känner till. Bristande förenlighet med lagkraven "
        f"Problem vid användning utan synförmåga {film} "
        f"Problem vid användning med nedsatt syn {film} "
        "Problem vid användning vid kognitiv nedsättning Målen är svåra. Åtgärdas: Nästa beslut."
    )


def test_burdens_and_exempt_content_stand_under_headings_of_their_own_after_the_shortcomings():
    text = stated(
        "inte förenlig",
        LACK,
        "oskäligt_betungande: Handskrivna protokoll.",
        "undantagna: Äldre filmer.",
    )
    page = by_url(kommun_from(text))["exempelby/tillganglighet/"]
    assert re.findall(r"<h3[^>]*>([^<]+)", page.body) == [
        "Bristande förenlighet med lagkraven",
        "Oskäligt betungande anpassning",
        "Innehåll som inte omfattas av lagen",
    ]
    assert "Handskrivna protokoll." in page.body
    assert "Äldre filmer." in page.body


def test_without_shortcomings_there_are_no_headings_about_them():
    page = by_url(kommun_from(stated("helt förenlig")))["exempelby/tillganglighet/"]
    assert "<h3" not in page.body
    assert "Vi känner inte till något innehåll som inte är tillgängligt." in page.body


def test_every_situation_of_the_authority_has_a_word_of_its_own_in_the_data():
    keys = {value: word for word, value in CHOICES["situation"].items()}
    lacks = [
        f"- {{beskrivning: Fel., situation: {keys[situation.value]}}}" for situation in Situation
    ]
    page = by_url(kommun_from(stated("inte förenlig", "brister:", *lacks)))
    body = page["exempelby/tillganglighet/"].body
    assert re.findall(r"<h4>([^<]+)", body) == SITUATIONS


def test_method_and_dates_are_told():
    text = stated("helt förenlig", "testat: Kansliet provade med skärmläsare.")
    words = statement(text).section("Hur vi testat").words
    assert words == (
        "Vi har själva testat webbplatsen. Kansliet provade med skärmläsare. "
        "Senaste bedömningen: 2 mars 2026. Redogörelsen uppdaterades senast: 1 april 2026."
    )


HOSTILE = '<script>alert("x")</script><img src=x onerror=y> {{ 7*7 }} {0}'


def test_hostile_text_is_shown_as_text():
    text = stated(
        "inte förenlig",
        f"testat: '{HOSTILE}'",
        f"oskäligt_betungande: '{HOSTILE}'",
        f"undantagna: '{HOSTILE}'",
        f"kontakt: {{enhet: '{HOSTILE}', telefon: '{HOSTILE}'}}",
        f"brister: [{{beskrivning: '{HOSTILE}', situation: flimmer, åtgärdas: '{HOSTILE}'}}]",
    ) + "".join(f"  {key}: '{HOSTILE}'\n" for key in ("utgivare", "besöksloggar"))
    for found in (statement(text), about(text)):
        assert not {"script", "img"} & found.tags
        assert "onerror=y> {{ 7*7 }} {0}" in found.words


# About the site.


def test_the_page_about_the_site_has_its_parts_at_addresses_that_can_be_linked_to():
    ids = about(WHO).ids
    assert {"utgivare", "fel", "sprak", "personuppgifter", "tillganglighet"} <= set(ids)


def test_the_page_about_the_site_says_who_publishes():
    assert about(WHO).section("Vem ger").words.startswith("Exempelby kommun ger ut sidorna.")
    theirs = about(who("utgivare: Föreningen Öppna mål")).section("Vem ger").words
    assert theirs == "Föreningen Öppna mål ger ut sidorna, inte Exempelby kommun."


def test_what_the_server_keeps_is_told_in_the_publishers_words_where_they_are_given():
    assert "bestämmer den som driver servern" in about(WHO).section("Behandling").words
    told = about(who("besöksloggar: Ip-adress i 14 dagar.")).section("Behandling").words
    assert "Ip-adress i 14 dagar." in told
    assert "bestämmer den som driver servern" not in told


def test_a_site_of_several_has_shared_pages_that_lead_to_those_of_each_kommun():
    files = {f"data/{name}/kommun.yml": WHO for name in ("aby", "beby")}
    pages = by_url(*loaded_from(files).kommuner)
    own = ["aby/tillganglighet/", "beby/tillganglighet/"]
    assert read(pages["om/tillganglighet/"]).section("Hur tillgänglig").links == own
    assert read(pages["om/"]).section("Vem ger").links == ["aby/om/", "beby/om/"]
    assert "Ingen har bedömt" in read(pages["om/tillganglighet/"]).section("Teknisk").words


def test_a_kommun_that_has_the_site_for_itself_has_its_pages_at_the_root_only():
    pages = by_url(*loaded_from({"data/kommun.yml": WHO, "data/nivaer.yml": LEVELS}).kommuner)
    assert {"om/", "tillganglighet/"} <= pages.keys()
    assert "om/tillganglighet/" not in pages


# The check.


def found_in(text: str) -> list[tuple[str, int, int]]:
    return places(tuple(check_kommun(kommun_from(text))))


def test_a_kommun_without_a_statement_is_warned_made_up_or_not_unless_another_publishes():
    assert found_in(WHO) == [("KV514", 2, 9)]
    real = "kommun: {namn: Nora, formellt_namn: Nora kommun, kod: '1884'}"
    assert found_in(real) == [("KV514", 1, 16)]
    assert found_in(who("utgivare: Föreningen Öppna mål")) == []


def test_a_statement_that_agrees_with_itself_has_no_problems():
    for text in SAYS.values():
        assert found_in(text) == []
    assert found_in(stated("delvis förenlig", "oskäligt_betungande: Protokollen.")) == []
    assert found_in(stated("helt förenlig", "undantagna: Äldre filmer.")) == []


def test_a_statement_whose_verdict_and_shortcomings_do_not_agree_is_refused():
    assert [code for code, *_ in found_in(stated("delvis förenlig"))] == ["KV515"]
    assert [code for code, *_ in found_in(stated("helt förenlig", LACK))] == ["KV516"]
    burden = stated("helt förenlig", "oskäligt_betungande: Protokollen.")
    assert [code for code, *_ in found_in(burden)] == ["KV516"]


@pytest.mark.parametrize("key", ["förenlighet", "bedömd", "metod", "uppdaterad", "formulär"])
def test_a_statement_without_what_the_rule_demands_is_refused(key):
    text = re.sub(rf"\n *{key}: .*", "", SAYS["helt förenlig"])
    loaded = loaded_from({"data/exempelby/kommun.yml": text})
    assert [(one.code, one.details["key"]) for one in loaded.problems] == [("KV102", key)]
