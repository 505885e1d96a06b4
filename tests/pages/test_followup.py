"""Pages of follow-up say what is decided, by which occasion, with figures that can be traced."""

import pytest

from kommunvision.chain import GoalSystem, Site
from kommunvision.pages.search import entries
from kommunvision.render.views import Views
from tests.helpers import kommun_from
from tests.pages.reading import Read, by_url, read

DATA = """
källor: [{id: bokslut, titel: Årsredovisning}]
mål:
- {id: a, nivå: mal, rubrik: Alla läser}
- {id: b, nivå: mal, rubrik: Alla simmar}
- {id: c, nivå: mal, rubrik: Alla cyklar}
indikatorer:
- id: i
  namn: Elever som läser
  enhet: procent
  hör_till: a
  källa: bokslut
  mening: "{period} läste {värde} av eleverna."
  målvärden: [{period: 2024, minst: 85}]
  värden:
  - {period: 2023, värde: 80}
  - period: 2024
    värde: 82
    kvinnor: 84
    män: 80
    ändrat_från: [{värde: 81, datum: 2025-05-02, skäl: Rättat av skolan.}]
uppföljningar:
- id: delar
  namn: Delårsrapport 2024
  period: januari–augusti 2024
  utfall_eller_prognos: prognos
  källa: bokslut
  omdömen:
  - {om: a, status: uppfyllt}
  - {om: b, status: inte uppfyllt}
- id: ar
  namn: Årsredovisning 2024
  period: 2024
  källa: bokslut
  samlat_omdöme: Delvis förenligt med målen.
  omdömen:
  - {om: a, status: delvis uppfyllt, trend: sämre, kommentar: "Nästan <b>alla</b>."}
  - {om: b, status: går inte att bedöma}
  rättelser:
  - {om: a, vad: status, före: uppfyllt, datum: 2025-06-01, skäl: Fel rad.}
  låst: 2025-03-01
"""

AR = "exempelby/uppfoljning/ar/"


def page(url: str, text: str = DATA) -> Read:
    return read(by_url(kommun_from(text))[url])


def test_an_occasion_opens_with_how_many_are_judged_and_hides_nothing():
    words = page(AR).words
    assert words.startswith("1 av 3 mål är bedömt.")
    assert "Delvis uppfyllt 1" in words
    assert "Uppfyllt 0" in words
    assert "Går inte att bedöma 1" in words
    assert "Nämns inte 1" in words
    assert "Delvis förenligt med målen." in page(AR).section("Samlat omdöme").words


def test_an_occasion_tells_that_its_source_has_no_overall_judgement():
    silent = page(AR, DATA.replace("Delvis förenligt med målen.", "framgår inte av källan"))
    told = "Det samlade omdömet framgår inte av källan."
    assert told in silent.section("Samlat omdöme").words
    assert "Samlat omdöme framgår inte av källan" in silent.section("Fakta").words


def test_a_goal_at_an_occasion_has_its_status_trend_comment_and_figures():
    goals = page(AR).section("Mål").words
    assert "Alla läser" in goals
    assert "Delvis uppfyllt Sämre" in goals
    assert "Nästan <b>alla</b>." in goals


def test_a_locked_occasion_shows_the_figure_of_its_day_and_not_a_later_one():
    goals = page(AR).section("Mål").words
    assert "2024: 81 procent, kvinnor 84 procent, män 80 procent." in goals
    assert "82 procent" not in goals


def test_a_table_of_a_locked_occasion_shows_the_figure_of_its_day_too():
    system = GoalSystem(kommun_from(DATA))
    kommun = system.kommun
    table = Views(Site([system]), system, "").followup(kommun.by_id["ar"], [kommun.by_id["i"]])
    assert "81 procent" in table
    assert "82 procent" not in table


def test_a_table_of_an_open_occasion_shows_how_each_has_moved_up_to_then():
    text = DATA.replace(
        "  - {period: 2023, värde: 80}",
        "  - {period: 2022, värde: 71}\n  - {period: 2023, värde: 80}",
    )
    for locked, told in (("", "Från 71 (2022) till 82 (2024)"), ("  låst: 2025-03-01\n", None)):
        system = GoalSystem(kommun_from(text.replace("  låst: 2025-03-01\n", locked)))
        items, views = system.kommun.by_id, Views(Site([system]), system, "")
        table = views.followup(items["ar"], [items["i"]])
        assert ("Utveckling" in table) is (told is not None)
        assert told is None or told in table
        assert "Från 71 (2022) till 80 (2023)" in views.followup(items["delar"], [items["i"]])


def test_a_forecast_is_worded_as_one_and_a_change_names_both_statuses():
    changed = page(AR).section("Vad har ändrats sedan Delårsrapport 2024?")
    assert "Alla läser – Bedöms bli uppfyllt, nu delvis uppfyllt" in changed.words
    assert "exempelby/uppfoljning/delar/" in changed.links


def test_a_correction_tells_what_stood_before_when_and_why():
    words = page(AR).section("Rättelser").words
    assert "Alla läser – bedömningen ändrades 1 juni 2025." in words
    assert "Fel rad." in words
    assert "Före ändringen stod det: uppfyllt" in words


MORE = """  - {om: a, vad: kommentar, före: "Alla <i>läser</i>.", datum: 2025-06-02, skäl: Fel ord.}
  - {om: a, vad: ansvariga, datum: 2025-06-02, skäl: Glömdes.}
  - {vad: namn, före: Bokslut 2024, datum: 2025-06-03, skäl: Nytt namn.}
  - vad: sammanräkning
    före: [{antal: [{status: uppfyllt, antal: 2}], totalt: 3}]
    datum: 2025-06-04
    skäl: Tryckfel.
  sammanräkning: [{antal: [{status: uppfyllt, antal: 1}], totalt: 3}]
"""


def test_every_correction_is_told_where_the_thing_stands_and_in_the_list():
    found = page(AR, DATA.replace("  låst: 2025", f"{MORE}  låst: 2025"))
    goals = found.section("Mål").words
    assert "Bedömningen ändrades 1 juni 2025. Tidigare: uppfyllt." in goals
    assert "Kommentaren ändrades 2 juni 2025. Skälet står under rättelser." in goals
    assert "Namnet ändrades 3 juni 2025. Tidigare: Bokslut 2024." in found.words
    counts = found.section("Källans egen räkning").words
    assert counts.startswith("Uppfyllt: 1. Totalt: 3.")
    assert "Sammanräkningen ändrades 4 juni 2025. Tidigare: Uppfyllt: 2. Totalt: 3." in counts
    listed = found.section("Rättelser").words
    assert "Hela uppföljningen – namnet ändrades 3 juni 2025. Nytt namn." in listed
    assert (
        "uppgiften om vem som ansvarar ändrades 2 juni 2025. Glömdes. Före ändringen stod inget."
        in listed
    )
    assert "Före ändringen stod det: Alla <i>läser</i>." in listed


def test_a_summary_says_what_it_is_a_summary_of():
    counted = """  sammanräkning:
  - {inom: a, antal: [{status: uppfyllt, antal: 3, procent: 60}], totalt: 5}
  - {räknar: indikatorer, nivå: mal, antal: [{status: uppfyllt, procent: "62,5"}]}
  - {inom: a, text: Tre av fem.}
  - {kategori: ekonomi, antal: [{status: g, antal: 3}]}
skalor: [{id: s, namn: S, används_för: [indikatorer], steg: [{id: g, ord: god}, {id: d, ord: dålig}]}]
"""
    counted, scale = counted.split("skalor:")
    text = DATA.replace("  låst: 2025", f"{counted}  låst: 2025") + f"skalor:{scale}"
    words = page(AR, text).words
    assert "Ekonomi – God: 3." in words
    assert "Alla läser – Uppfyllt: 3 (60 procent). Totalt: 5." in words
    assert "Mål, Indikatorer – Uppfyllt: 62,5 procent." in words
    assert "Alla läser: ”Tre av fem." in words or "Alla läser: Tre av fem." in words


def test_a_table_keeps_what_the_parts_of_a_value_were_before():
    told = "ändrat_från: [{värde: 81, kvinnor: 83, datum: 2025-05-02, skäl: Rättat av skolan.}]"
    before = "ändrat_från: [{värde: 81, datum: 2025-05-02, skäl: Rättat av skolan.}]"
    text = DATA.replace(before, told)
    table = page("exempelby/indikatorer/i/", text).section("Alla värden").words
    assert "Var tidigare 83. Ändrat 2 maj 2025: Rättat av skolan." in table
    assert "2024: 81 procent, kvinnor 83 procent, män 80 procent." in page(AR, text).words


BOUND = """
indikatorer:
- id: i
  namn: Elever som inte är i skolan
  enhet: elever
  mening: "{period} var {värde} borta."
  målvärden: [{period: 2024, högst: 10}]
  värden:
  - {period: 2021, värde: 14}
  - {period: 2022, värde: 12}
  - {period: 2023, värde: 12, kvinnor: 9, män: färre än 5}
  - {period: 2024, värde: färre än 5}
"""


def test_a_value_that_is_told_as_a_bound_is_said_as_it_is_and_never_drawn():
    found = page("exempelby/indikatorer/i/", BOUND)
    assert found.words.startswith(
        "År 2024 var färre än 5 elever borta. Målet är högst 10 elever. "
        "Utfallet är det som målet anger."
    )
    assert "2024: färre än 5 elever. Det är ingen siffra och ritas inte." in found.words
    assert "2023, män: färre än 5 elever. Det är ingen siffra och ritas inte." in found.words
    table = found.section("Alla värden").words
    assert "färre än 5" in table
    assert "färre än 5 elever. Det" not in table


def test_one_number_among_bounds_is_no_chart():
    text = BOUND.replace("värde: 14", "värde: färre än 15").replace(
        "2022, värde: 12", "2022, värde: <13"
    )
    drawn = page("exempelby/indikatorer/i/", text).words
    assert "ritas inte" not in drawn
    assert "under 13" in drawn


def test_a_bound_that_does_not_decide_is_not_held_against_the_target():
    found = page("exempelby/indikatorer/i/", BOUND.replace("högst: 10", "högst: 3"))
    assert "Det går inte att räkna ut hur utfallet ligger till målet." in found.words


def test_a_goals_page_names_the_occasion_of_its_newest_status_and_the_ones_before():
    found = page("exempelby/mal/a/").section("Senaste läget")
    assert found.words.startswith("Delvis uppfyllt Sämre enligt Årsredovisning 2024 (utfall)")
    assert "Bedöms bli uppfyllt" in found.words
    assert {AR, "exempelby/uppfoljning/delar/"} <= set(found.links)


def test_a_goals_page_opens_with_its_newest_status_in_a_sentence_and_is_described_by_it():
    assert page("exempelby/mal/a/").words.startswith(
        "Årsredovisning 2024: Målet är delvis uppfyllt."
    )
    goal = by_url(kommun_from(DATA))["exempelby/mal/a/"]
    assert goal.description == (
        "Mål i Exempelby kommun: ”Alla läser”. Årsredovisning 2024: Målet är delvis uppfyllt."
    )
    assert "Årsredovisning 2024: Målet går inte att bedöma." in page("exempelby/mal/b/").words
    assert not page("exempelby/mal/c/").words.startswith("Årsredovisning")


def test_an_indicators_page_answers_first_and_marks_what_is_reckoned():
    words = page("exempelby/indikatorer/i/").words
    assert words.startswith("År 2024 läste 82 procent av eleverna. Målet är minst 85 procent.")
    assert "Utfallet ligger 3 procentenheter under målet" in words
    assert "Det är ingen bedömning av målet." in words
    table = page("exempelby/indikatorer/i/").section("Alla värden").words
    assert "Var tidigare 81. Ändrat 2 maj 2025: Rättat av skolan." in table


def test_a_target_that_is_still_to_be_reached_has_a_row_of_its_own():
    text = DATA.replace("minst: 85}", "minst: 85}, {period: 2026, minst: 90, för: män}")
    table = page("exempelby/indikatorer/i/", text).section("Alla värden").words
    assert (
        "2026 Värde saknas1 Kvinnor saknas1 Män saknas1 Målvärde Minst 90 procent för män" in table
    )
    assert "1 Det finns inget värde ännu." in table


def test_indicators_stand_beside_each_other_with_a_drawing_whose_ends_are_told_in_words():
    for url in ("exempelby/indikatorer/", "exempelby/mal/a/"):
        words = page(url).words
        assert "2024: 82 procent. Målvärde 2024: minst 85 procent" in words, url
        assert "Utveckling Från 80 (2023) till 82 (2024)" in words, url
        assert "kv-sparkline" in by_url(kommun_from(DATA))[url].body, url


def described(url: str, text: str = DATA) -> str:
    return by_url(kommun_from(text))[url].description


def test_the_description_of_an_indicator_is_its_answer():
    assert described("exempelby/indikatorer/i/").startswith(
        "Exempelby: År 2024 läste 82 procent av eleverna. Målet är minst 85 procent."
    )


def test_what_is_found_of_an_indicator_by_search_is_its_answer():
    kommun = kommun_from(DATA.replace("  hör_till: a\n", "  hör_till: a\n  bakgrund: ja\n"))
    site = Site((GoalSystem(kommun),))
    found = {one.url: one for one in entries(site, by_url(kommun).values())}
    assert found["exempelby/indikatorer/i/"].sentence == (
        "Exempelby: År 2024 läste 82 procent av eleverna. Målet är minst 85 procent. "
        "Statistik som bakgrund. Kommunen har inte beslutat om indikatorn."
    )


def test_a_description_names_the_kommun_once():
    text = DATA.replace("läste {värde} av eleverna.", "läste {värde} av eleverna i Exempelby.")
    told = described("exempelby/indikatorer/i/", text)
    assert told.startswith("År 2024 läste 82 procent av eleverna i Exempelby.")


def test_a_target_that_is_only_proposed_stays_out_of_the_description():
    text = DATA.replace("minst: 85}", "minst: 85, beslut: f}") + (
        "beslut: [{id: f, slag: förslag, organ: KS, datum: 2024-01-02}]\n"
    )
    assert (
        described("exempelby/indikatorer/i/", text)
        == "Exempelby: År 2024 läste 82 procent av eleverna."
    )


def test_a_very_long_answer_is_cut_between_words():
    text = DATA.replace("av eleverna", "av eleverna " + "i alla skolor " * 20)
    told = described("exempelby/indikatorer/i/", text)
    assert len(told) <= 160
    assert told.endswith(" ….")


def test_the_description_of_a_goal_tells_its_status_and_by_which_occasion():
    assert described("exempelby/mal/a/").endswith(
        ": ”Alla läser”. Årsredovisning 2024: Målet är delvis uppfyllt."
    )
    assert described("exempelby/mal/b/").endswith("Målet går inte att bedöma.")
    assert described("exempelby/mal/c/").endswith("med plats i målkedjan, ansvariga och källa.")


def test_a_long_goal_gives_way_to_its_status():
    text = DATA.replace("rubrik: Alla läser", "rubrik: Alla läser " + "varje dag " * 30)
    told = described("exempelby/mal/a/", text)
    assert len(told) <= 160
    assert told.endswith("…”. Årsredovisning 2024: Målet är delvis uppfyllt.")


def test_what_cannot_be_compared_is_no_development():
    text = DATA.replace("värde: 82\n", "värde: 82\n    brott: Ny enkät.\n")
    words = page("exempelby/indikatorer/", text).words
    assert "Det finns bara ett värde sedan sättet att mäta ändrades." in words
    assert "Från 80" not in words
    assert "kv-sparkline" not in by_url(kommun_from(text))["exempelby/indikatorer/"].body


def test_a_region_is_not_told_of_as_a_kommun_that_has_decided_nothing():
    text = DATA.replace("  hör_till: a\n", "  hör_till: a\n  bakgrund: ja\n")
    who = "kommun: {namn: Exempelby, formellt_namn: Region Exempelby, slag: region, påhittad: ja}\n"
    words = page("exempelby/indikatorer/i/", who + text).words
    assert "Regionen har inte beslutat om indikatorn." in words


def test_background_statistics_say_so_on_every_page_that_shows_them():
    text = DATA.replace("  hör_till: a\n", "  hör_till: a\n  bakgrund: ja\n")
    for url in ("exempelby/indikatorer/i/", "exempelby/indikatorer/", "exempelby/mal/a/"):
        assert "Kommunen har inte beslutat om indikatorn." in page(url, text).words, url


def test_the_start_page_tells_the_newest_follow_up_and_the_menu_leads_to_all():
    found = page("exempelby/").section("Senaste läget")
    assert "Årsredovisning 2024: 1 av 3 mål är bedömt." in found.words
    overview = page("exempelby/uppfoljning/")
    assert overview.links[:2] == [AR, "exempelby/uppfoljning/delar/"]


def test_the_scales_of_a_kommun_are_explained_with_their_rule():
    text = f"""{DATA}
skalor:
- id: var
  namn: Vår skala
  används_för: [mål]
  regel: Uppfyllt när 80 procent av indikatorerna är det.
  steg:
  - {{id: uppfyllt, ord: uppfyllt, form: glad, ton: bra, prognos: bedöms bli uppfyllt}}
  - {{id: delvis, ord: delvis uppfyllt, form: neutral, ton: delvis}}
  - {{id: inte, ord: inte uppfyllt, form: ledsen, ton: dåligt}}
"""
    words = page("exempelby/uppfoljning/", text).section("Så bedöms målen").words
    assert "Vår skala" in words
    assert "Uppfyllt när 80 procent" in words
    assert "I en prognos: bedöms bli uppfyllt." in words


def test_a_year_without_a_value_because_the_method_was_changed_begins_a_new_development():
    text = """
indikatorer:
- {id: i, namn: Trygghet, enhet: procent, värden: [{period: 2021, värde: 70},
   {period: 2022, saknas: mätmetod ändrad}, {period: 2023, värde: 80}, {period: 2024, värde: 82}]}
"""
    shown = read(by_url(kommun_from(text))["exempelby/indikatorer/"]).words
    assert "Utveckling Från 80 (2023) till 82 (2024)" in shown
    assert "70" not in shown


ASKED = (
    DATA
    + """
- {id: t1-2025, namn: Tertialrapport 1 2025, period: 2025, till_och_med: 2025-04-30, omfattar: [mal]}
"""
)
START, T1 = "exempelby/", "exempelby/uppfoljning/t1-2025/"


def test_what_bodies_are_asked_for_is_not_told_as_if_they_had_answered_that_nothing_is_judged():
    words = page(T1, ASKED).words
    assert "Inget är rapporterat än." in words
    for wrong in ("är bedömda", "Vad har ändrats", "Inte bedömt den här gången"):
        assert wrong not in words


def test_what_nobody_has_answered_yet_is_said_once_and_not_of_each_that_was_asked_about():
    shown = page(T1, ASKED)
    assert shown.words.count("Inget är rapporterat än.") == 1
    assert "Nämns inte" not in shown.words
    # What is asked about is there to be found, and so are the figures that there are.
    asked = shown.section("Mål")
    assert asked.words == "Alla läser Alla simmar Alla cyklar"
    assert "exempelby/mal/c/" in asked.links
    assert "2024: 82 procent" in shown.section("Indikatorer").words


def test_a_table_of_what_nobody_has_answered_yet_says_that_once():
    system = GoalSystem(kommun_from(ASKED))
    occasion = next(one for one in system.occasions.all if one.id == "t1-2025")
    views = Views(Site([system]), system, START)
    said = str(views.followup(occasion, system.occasions.covered(occasion)))
    assert "Inget är rapporterat än." in said
    assert "Nämns inte" not in said


def test_the_start_page_shows_what_was_reported_last_until_more_is_reported():
    words = page(START, ASKED).words
    assert "Årsredovisning 2024: 1 av 3 mål är bedömt." in words
    assert "Tertialrapport" not in words
    answered = ASKED.rstrip().removesuffix("}") + ", omdömen: [{om: c, status: uppfyllt}]}\n"
    assert "Tertialrapport 1 2025: 1 av 3 mål är bedömt." in page(START, answered).words


def test_an_occasion_is_not_compared_with_one_that_nobody_has_reported():
    later = ASKED + "- {id: t2-2025, namn: Tertialrapport 2 2025, period: 2025, "
    later += "till_och_med: 2025-08-31, omdömen: [{om: c, status: uppfyllt}]}\n"
    words = page("exempelby/uppfoljning/t2-2025/", later).words
    assert "Vad har ändrats sedan Årsredovisning 2024?" in words


def test_a_goal_that_is_replaced_next_year_is_not_told_of_as_replaced_this_year():
    merged = DATA.replace(
        "- {id: b, nivå: mal, rubrik: Alla simmar}",
        "- {id: b, nivå: mal, rubrik: Alla simmar, gäller: {från: 2023, till: 2025}}\n"
        "- {id: d, nivå: mal, rubrik: Alla rör sig, gäller: {från: 2026}, ersätter: b}",
    )
    one = "- {{id: t{0}, namn: Tertial {0}, period: {0}, omdömen: [{{om: a, status: uppfyllt}}]}}\n"
    told = merged.replace("{om: b, status: går inte att bedöma}", "{om: b, status: uppfyllt}")
    now, after = (page(f"exempelby/uppfoljning/t{year}/", told + one.format(year)).words
                  for year in (2025, 2026))  # fmt: skip
    assert "Alla simmar – Uppfyllt, nu utan omdöme" in now
    assert "Alla simmar – Uppfyllt, ersatt av Alla rör sig" in after
    namesake = (told + one.format(2026)).replace("Alla rör sig", "Alla simmar")
    after = page("exempelby/uppfoljning/t2026/", namesake).words
    assert "Alla simmar – Uppfyllt, ersatt av Alla simmar (från och med 2026)" in after


@pytest.mark.parametrize(
    ("kind", "own"), [("region", "Regionen"), ("kommunalförbund", "Förbundet")]
)
def test_a_region_or_a_federation_is_not_called_a_kommun_where_it_judges_and_measures(kind, own):
    named = f"kommun: {{namn: Exempelby, formellt_namn: Exempelby, slag: {kind}, påhittad: ja}}\n"
    pages = by_url(
        kommun_from(f"{named}skalor: [{{id: s, namn: S, steg: [{{id: x, ord: bra}}]}}]{DATA}")
    )
    assert f"{own} 82" in pages["exempelby/indikatorer/i/"].body
    assert f"{own} bedömer med de här orden" in read(pages["exempelby/uppfoljning/"]).words


def test_everything_that_is_written_of_a_target_and_of_where_it_began_is_told():
    rich = DATA.replace(
        "målvärden: [{period: 2024, minst: 85}]",
        "målvärden: [{period: 2024, minst: 85, text: Gult från 75., anmärkning: Ny gräns., "
        "källa: {id: bokslut, plats: sidan 7}}, {period: 2026, ska: öka, text: Ska öka.}]\n"
        "  utgångsläge: {period: 2019, värde: 71, anmärkning: Från enkäten., "
        "källa: {id: bokslut, plats: sidan 9}}",
    )
    found = page("exempelby/indikatorer/i/", rich)
    aimed = found.section("Vad värdet ska bli").words
    for words in (
        "I källan står det ”Gult från 75”",
        "Källa: Årsredovisning, sidan 7",
        "Ny gräns.",
    ):
        assert words in aimed
    # Words that only say again what stands before them are not told twice.
    assert aimed.casefold().count("ska öka") == 1
    facts = found.section("Fakta").words
    for words in ("71 procent år 2019", "Årsredovisning, sidan 9", "Från enkäten."):
        assert words in facts


def test_a_place_among_others_is_a_beginning_too():
    ranked = DATA.replace("  mening:", "  utgångsläge: {period: mars 2022, plats: 143}\n  mening:")
    facts = page("exempelby/indikatorer/i/", ranked).section("Fakta").words
    assert "Plats 143 i mars 2022" in facts


def test_a_history_without_any_trend_has_no_column_for_it():
    silent = DATA.replace("trend: sämre, ", "")
    assert "ingen angiven" in page("exempelby/mal/a/").words
    assert "ingen angiven" not in page("exempelby/mal/a/", silent).words
