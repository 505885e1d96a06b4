"""Pages of levels and bodies show how things stand, by the newest occasion that speaks of them."""

from tests.helpers import kommun_from
from tests.pages.reading import Read, by_url, read

DATA = """
organisation:
- {id: bun, namn: Skolnämnden, slag: nämnd}
- {id: ks, namn: Styrelsen, slag: styrelse}
- {id: tn, namn: Tekniska nämnden, slag: nämnd}
styrmodeller:
- id: nu
  namn: Så styr vi
  nivåer:
  - {id: vi, namn: vision, artikel: en, bestämd: visionen, plural: visioner,
     bestämd_plural: visionerna, slag: visioner}
  - {id: mal, namn: mål, artikel: ett, bestämd: målet, plural: mål, bestämd_plural: målen}
  - {id: akt, namn: aktivitet, artikel: en, bestämd: aktiviteten, plural: aktiviteter,
     bestämd_plural: aktiviteterna}
- id: forr
  namn: Så styrde vi
  nivåer:
  - {id: aldre, namn: mål, artikel: ett, bestämd: målet, plural: mål, bestämd_plural: målen}
visioner: [{id: v, rubrik: Visionen, status: gällande, text: Alla kan., styrmodell: nu}]
mål:
- {id: a, nivå: mal, rubrik: Alla läser, ansvariga: bun}
- {id: b, nivå: mal, rubrik: Alla simmar, ansvariga: bun}
- {id: c, nivå: mal, rubrik: Alla cyklar, ansvariga: ks}
- {id: d, nivå: mal, rubrik: Alla sjunger, ansvariga: ks}
- {id: x, nivå: aldre, rubrik: Alla räknar, ansvariga: bun}
- {id: lov, nivå: akt, rubrik: Lovskola, ansvariga: bun}
- {id: kor, nivå: akt, rubrik: Kör, ansvariga: ks}
indikatorer:
- {id: i, namn: Läsning, enhet: procent, ansvariga: bun, målvärden: [{period: 2024, minst: 85}],
   värden: [{period: 2024, värde: 82}]}
uppföljningar:
- id: bokslut-22
  namn: Bokslut 2022
  period: 2022
  omfattar: [aldre]
  omdömen: [{om: x, status: uppfyllt}]
- id: delar
  namn: Delårsrapport
  period: 2024
  till_och_med: 2024-08-31
  utfall_eller_prognos: prognos
  omfattar: [mal, lov]
  omdömen:
  - {om: a, status: uppfyllt}
  - {om: lov, status: försenat}
- id: ar
  namn: Årsredovisning
  period: 2024
  till_och_med: 2024-12-31
  omfattar: [mal]
  omdömen:
  - {om: a, status: delvis uppfyllt, trend: bättre, kommentar: "Nästan **alla** <b>kan</b>."}
  - {om: b, status: går inte att bedöma}
  - {om: c, status: framgår inte av källan}
  - {om: i, status: inte uppfyllt}
"""

PAGES = by_url(kommun_from(DATA))


def latest(url: str):
    return read(PAGES[url]).section("Senaste läget")


def has_latest(url: str) -> bool:
    return any(one.title == "Senaste läget" for one in read(PAGES[url]).sections)


def test_a_level_shows_its_goals_by_the_newest_occasion_with_date_link_and_counts():
    found = latest("exempelby/niva/mal/")
    assert found.words.startswith(
        "Årsredovisning (utfall för 2024, siffror till och med 31 december 2024): "
        "2 av 4 mål är bedömda."
    )
    assert "exempelby/uppfoljning/ar/" in found.links
    assert "Delvis uppfyllt 1" in found.words
    assert "Mål: Årsredovisning" in found.words


def test_each_goal_has_its_status_trend_and_comment_and_what_is_not_judged_says_why():
    words = latest("exempelby/niva/mal/").words
    row = "Alla läser Bedömning Delvis uppfyllt Trend Bättre Kommentar Nästan alla <b>kan</b>."
    assert row in words
    assert "Alla simmar Bedömning Går inte att bedöma Trend ingen angiven" in words
    assert "Alla cyklar Bedömning Bedömt, men det framgår inte hur" in words
    assert "Alla sjunger Bedömning Nämns inte" in words


def test_a_level_takes_the_newest_occasion_that_speaks_of_it_in_the_form_of_its_own_word():
    found = latest("exempelby/niva/akt/")
    assert found.words.startswith(
        "Delårsrapport (prognos för 2024, siffror till och med 31 augusti 2024): "
        "1 av 1 aktivitet är bedömd. Uppföljningen tar upp 1 av 2 aktiviteter."
    )
    assert "Lovskola Bedömning Bedöms bli försenad" in found.words
    assert "Kör" not in found.words
    old = latest("exempelby/niva/aldre/").words
    assert old.startswith("Bokslut 2022 (utfall för 2022): 1 av 1 mål är bedömt.")


def test_a_level_that_no_occasion_speaks_of_says_nothing():
    assert not has_latest("exempelby/niva/vi/")
    assert not has_latest("exempelby/organisation/tn/")


def test_a_body_shows_its_own_goals_and_indicators_each_level_in_a_table_of_its_own():
    words = latest("exempelby/organisation/bun/").words
    assert "1 av 2 mål och 1 av 1 indikator är bedömda." in words
    assert "Mål: Årsredovisning" in words
    assert "Indikatorer: Årsredovisning" in words
    assert "Läsning Värde 2024: 82 procent. Målvärde Minst 85 procent" in words
    assert "Alla cyklar" not in words


def test_tables_of_one_page_have_ids_of_their_own():
    for url in ("exempelby/niva/mal/", "exempelby/organisation/bun/", "exempelby/uppfoljning/ar/"):
        ids = read(PAGES[url]).ids
        assert len(ids) == len(set(ids)), url


def test_levels_of_the_same_name_are_told_apart_by_their_governing_models():
    text = DATA.replace("omfattar: [mal]\n", "omfattar: [mal, x]\n")
    text = text.replace("{om: i, status: inte uppfyllt}", "{om: x, status: uppfyllt}")
    found: Read = read(by_url(kommun_from(text))["exempelby/uppfoljning/ar/"])
    assert found.words.startswith(
        "2 av 4 mål (Så styr vi) och 1 av 1 mål (Så styrde vi) är bedömda."
    )
    assert found.section("Mål (Så styrde vi)").links


def test_a_vision_that_is_judged_is_counted_and_shown():
    text = DATA.replace("{om: i, status: inte uppfyllt}", "{om: v, status: uppfyllt}")
    found = read(by_url(kommun_from(text))["exempelby/uppfoljning/ar/"])
    assert found.words.startswith("1 av 1 vision och 2 av 4 mål är bedömda.")
    assert "Visionen Uppfylld" in found.section("Visioner").words
    own = read(by_url(kommun_from(text))["exempelby/vision/v/"]).section("Senaste läget")
    assert own.words.startswith("Uppfylld enligt Årsredovisning (utfall)")
    assert (
        "1 av 1 vision är bedömd."
        in read(by_url(kommun_from(text))["exempelby/niva/vi/"]).section("Senaste läget").words
    )


def test_an_occasion_gives_many_goals_as_a_table_too_in_the_writers_own_order():
    text = DATA.replace("rubrik: Alla sjunger,", "rubrik: Alla sjunger, ordning: 1,")
    found = read(by_url(kommun_from(text))["exempelby/uppfoljning/ar/"]).section("Mål")
    assert found.words.startswith("Mål: Årsredovisning Mål Bedömning Trend Alla sjunger")
    assert found.words.count("Alla läser") == 2
    assert found.links[:2] == ["exempelby/mal/d/", "exempelby/mal/a/"]


def test_what_is_expected_is_counted_in_words_of_expectation():
    words = read(PAGES["exempelby/uppfoljning/delar/"]).words
    assert "Bedöms bli uppfyllt 1" in words
    assert "Bedöms bli försenad 1" in words


def test_an_occasions_description_says_how_many_are_judged_of_each_level():
    told = PAGES["exempelby/uppfoljning/ar/"].description
    assert " ".join(told.split()).endswith("2 av 4 mål och 1 av 1 indikator är bedömda.")


def test_an_indicator_that_is_measured_and_not_judged_has_its_row_beside_those_that_are():
    measured = DATA.replace(
        "uppföljningar:",
        "- {id: j, namn: Simning, enhet: procent, ansvariga: bun,"
        " värden: [{period: 2024, värde: 70}]}\nuppföljningar:",
        1,
    ).replace("omfattar: [mal]\n", "omfattar: [mal, i, j]\n")
    shown = read(by_url(kommun_from(measured))["exempelby/organisation/bun/"]).words
    assert "Utveckling Det finns bara ett värde. Bedömning Inte uppfylld Simning" in shown
    assert "Utveckling Det finns bara ett värde. Bedömning ingen bedömning" in shown


def test_a_period_that_is_words_begins_its_line_and_its_row_with_a_capital():
    quarterly = DATA.replace("{period: 2024, värde: 82}", "{period: kvartal 4 2024, värde: 82}")
    pages = by_url(kommun_from(quarterly))
    listed = read(pages["exempelby/organisation/bun/"]).words
    assert "Senaste värdet Kvartal 4 2024: 82 procent." in listed
    assert "Kvartal 4 2024 Värde 82" in read(pages["exempelby/indikatorer/i/"]).words


# What bodies have followed up each on its own, at the same time.
EACH = """
organisation:
- {id: bun, namn: Skolnämnden, slag: nämnd}
- {id: tn, namn: Tekniska nämnden, slag: nämnd}
- {id: kn, namn: Kulturnämnden, slag: nämnd}
mål:
- {id: a, nivå: mal, rubrik: Alla cyklar, ansvariga: [bun, tn, kn]}
uppföljningar:
- {id: bun-23, namn: Skolan 2023, period: 2023, rapporteras_av: bun,
   omdömen: [{om: a, status: uppfyllt}]}
- {id: tn-23, namn: Tekniken 2023, period: 2023, rapporteras_av: tn,
   omdömen: [{om: a, status: inte uppfyllt}]}
- {id: bun-24, namn: Skolan 2024, period: 2024, rapporteras_av: bun,
   omdömen: [{om: a, status: uppfyllt}]}
- {id: tn-24, namn: Tekniken 2024, period: 2024, rapporteras_av: tn,
   omdömen: [{om: a, status: delvis uppfyllt}]}
"""


def test_what_several_bodies_say_of_a_goal_at_the_same_time_is_told_of_all_of_them():
    pages = by_url(kommun_from(EACH))
    told = (
        "Skolan 2024: Målet är uppfyllt. Tekniken 2024: Målet är delvis uppfyllt.",
        "Uppfyllt enligt Skolan 2024",
        "Delvis uppfyllt enligt Tekniken 2024",
    )
    goal = read(pages["exempelby/mal/a/"])
    assert told[0] in goal.words
    newest = goal.section("Senaste läget").words
    assert newest.index(told[1]) < newest.index(told[2])
    level = read(pages["exempelby/niva/mal/"]).section("Senaste läget").words
    assert level.count("1 av 1 mål är bedömt") == 2
    start = read(pages["exempelby/"]).section("Senaste läget").words
    assert "Skolan 2024" in start
    assert "Tekniken 2024" in start
    assert "2023" not in start


def test_the_page_of_a_body_tells_its_own_and_an_occasion_is_compared_with_the_bodys_own():
    pages = by_url(kommun_from(EACH))
    own = read(pages["exempelby/organisation/tn/"]).section("Senaste läget").words
    assert "Tekniken 2024" in own
    assert "Skolan" not in own
    # A body that has reported nothing itself shows what the others have.
    others = read(pages["exempelby/organisation/kn/"]).section("Senaste läget").words
    assert "Tekniken 2024" in others
    assert "Skolan 2024" in others
    titles = [one.title for one in read(pages["exempelby/uppfoljning/tn-24/"]).sections]
    assert "Vad har ändrats sedan Tekniken 2023?" in titles
    titles = [one.title for one in read(pages["exempelby/uppfoljning/bun-23/"]).sections]
    assert not [one for one in titles if "ändrats" in one]


def test_a_follow_up_in_words_alone_says_what_is_commented_and_not_that_nothing_is_judged():
    pages = by_url(
        kommun_from("""
        mål:
        - {id: a, nivå: mal, rubrik: A}
        - {id: b, nivå: mal, rubrik: B}
        uppföljningar:
        - {id: halvtid, namn: Halvtid, period: 2023–2026, omdömen: [{om: a, analys: Det går bra.}]}
        """)
    )
    occasion = read(pages["exempelby/uppfoljning/halvtid/"]).words
    assert "1 av 2 mål är kommenterat." in occasion
    assert "Kommenterat 1 Nämns inte 1" in occasion
    goal = read(pages["exempelby/mal/a/"]).words
    assert "Halvtid: Målet är kommenterat." in goal
    assert "Kommenterat i Halvtid" in goal
    spoken_of = [url for url in pages if "tillganglighet" not in url]
    assert not [url for url in spoken_of if "edömt" in read(pages[url]).words]


def test_where_every_follow_up_is_in_words_no_table_or_heading_speaks_of_judgements():
    pages = by_url(
        kommun_from("""
        organisation: [{id: n, namn: Nämnden, slag: nämnd}]
        mål:
        - {id: a, nivå: mal, rubrik: A, ansvariga: [n]}
        - {id: b, nivå: mal, rubrik: B, ansvariga: [n]}
        uppföljningar:
        - {id: forra, namn: Berättelse 2024, period: 2024, omdömen: [{om: a, kommentar: Bra.}]}
        - {id: denna, namn: Berättelse 2025, period: 2025, omdömen: [{om: a, kommentar: Bättre.}]}
        """)
    )
    for url in ("niva/mal/", "organisation/n/", "mal/a/", "uppfoljning/denna/", "uppfoljning/"):
        assert "bedömning" not in read(pages[f"exempelby/{url}"]).words.casefold(), url
    level = read(pages["exempelby/niva/mal/"]).words
    assert "Kommentarer: Berättelse 2025" in level
    assert "Berättelse 2025 (gäller 2025): 1 av 2 mål är kommenterat." in level
    assert "Alla uppföljningar, den senaste först" in read(pages["exempelby/mal/a/"]).words


def test_what_has_been_replaced_is_told_with_what_has_come_in_its_place():
    pages = by_url(
        kommun_from("""
        mål:
        - {id: ny, nivå: mal, rubrik: Alla klarar skolan, ersätter: [grund, gymn], gäller: {från: 2025}}
        - {id: kanske, nivå: mal, rubrik: Ett förslag, ersätter: gymn, status: förslag}
        - {id: grund, nivå: mal, rubrik: Grundskolan, status: ersatt}
        - {id: gymn, nivå: mal, rubrik: Gymnasiet, status: ersatt}
        - {id: slut, nivå: mal, rubrik: Upphört, status: upphävd}
        uppföljningar:
        - {id: ar-24, namn: Bokslut 2024, period: 2024, omdömen: [{om: grund, status: uppfyllt},
           {om: gymn, status: inte uppfyllt}, {om: slut, status: uppfyllt}]}
        - {id: ar-25, namn: Bokslut 2025, period: 2025, omdömen: [{om: ny, status: uppfyllt}]}
        """)
    )
    told = read(pages["exempelby/uppfoljning/ar-25/"]).words
    assert "Grundskolan – Uppfyllt, ersatt av Alla klarar skolan" in told
    assert "Gymnasiet – Inte uppfyllt, ersatt av Alla klarar skolan" in told
    assert "Upphört – Uppfyllt, nu utan omdöme" in told


def test_a_number_that_has_the_levels_name_in_print_is_not_named_twice():
    pages = by_url(
        kommun_from("""
        mål:
        - {id: a, nivå: mal, nummer: Mål 10, rubrik: A}
        - {id: b, nivå: mal, nummer: Målbild 1, rubrik: B}
        """)
    )
    level = read(pages["exempelby/niva/mal/"]).words
    assert "Mål 10 A" in level
    assert "Mål Mål 10" not in level
    assert "Mål Målbild 1 B" in level


def test_the_start_page_speaks_of_a_vision_only_where_there_is_one_or_a_level_for_it():
    level = (
        "{id: vi, namn: vision, artikel: en, bestämd: visionen, plural: visioner,"
        " bestämd_plural: visionerna, slag: visioner}"
    )
    without = by_url(kommun_from("mål: [{id: a, nivå: mal, rubrik: A}]\n"))["exempelby/"]
    assert without.title == "Mål i Exempelby kommun"
    assert without.description == "Mål i Exempelby kommun, med källan till varje uppgift."
    awaited = f"styrmodeller: [{{id: s, namn: S, nivåer: [{level}]}}]\n"
    assert by_url(kommun_from(awaited))["exempelby/"].title.startswith("Vision och mål i")
