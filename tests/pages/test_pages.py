"""Pages of small kommuner: what they say when much, little, several or hostile things are given."""

import pytest

from kommunvision.address import Place
from kommunvision.pages import pages_of
from kommunvision.pages.law import DIGG
from kommunvision.pages.menu import menu, sections
from kommunvision.pages.redirects import of_ids
from tests.helpers import LEVELS, WHO, kommun_from, loaded_from
from tests.pages.reading import Read, by_url, read, site_of

TWO_AREAS = """
visioner:
- {id: v, rubrik: Vision 2030, status: gällande, text: Här trivs alla.}
mål:
- {id: a, nivå: omrade, rubrik: Lära, överordnade: v}
- {id: b, nivå: omrade, rubrik: Leva, överordnade: v}
- {id: c, nivå: mal, rubrik: Alla läser, överordnade: a}
- {id: d, nivå: mal, rubrik: Alla simmar, överordnade: b}
- {id: e, nivå: mal, rubrik: Alla cyklar, överordnade: b}
"""


def page_read(text: str, url: str) -> Read:
    return read(by_url(kommun_from(text))[url])


def test_a_kommun_with_nothing_but_a_name_has_a_start_page_that_says_so():
    pages = by_url(kommun_from("mål:"))
    words = read(pages["exempelby/"]).words
    assert "Ingen vision är angiven." in words
    assert "exempelby/vision/" not in pages
    assert "exempelby/organisation/" not in pages


def test_the_start_page_of_a_kommun_that_steers_without_visions_misses_none():
    text = """
    källor: [{id: budget, titel: Budget 2026}]
    mål: [{id: a, nivå: omrade, rubrik: Lära, källa: budget}]
    """
    found = page_read(text, "exempelby/")
    assert "Ingen vision är angiven." not in found.words
    assert "exempelby/mal/a/" in found.section("Överst i målkedjan").links
    assert "Budget 2026" in found.section("Varifrån").words


def test_the_start_page_of_a_kommun_with_a_level_for_visions_says_that_there_is_none():
    text = """
    styrmodeller:
    - id: s
      namn: S
      nivåer:
      - {id: n-vision, slag: visioner, namn: vision, artikel: en, bestämd: visionen,
         plural: visioner, bestämd_plural: visionerna}
      - {id: mal, namn: mål, artikel: ett, bestämd: målet, plural: mål, bestämd_plural: målen}
    mål: [{id: a, nivå: mal, rubrik: Lära}]
    """
    assert "Ingen vision är angiven." in page_read(text, "exempelby/").words


def test_the_code_of_a_region_is_called_that_of_its_lan_and_not_of_a_kommun():
    who = """
    kommun: {namn: Region Skåne, formellt_namn: Region Skåne, slag: region, kod: "12"}
    """
    words = read(by_url(kommun_from(who))["exempelby/"]).words
    assert "Länskod 12" in words
    assert "Kommunkod" not in words


def test_the_ways_in_of_the_start_page_are_those_that_have_something_to_show():
    found = page_read(TWO_AREAS, "exempelby/").section("Läs vidare")
    assert found.links == [
        "exempelby/vision/",
        "exempelby/malkedja/",
        "exempelby/niva/",
        "exempelby/styrmodell/",
    ]


def test_the_start_page_shows_the_vision_in_force_before_a_newer_proposal():
    text = """
    visioner:
    - {id: ny, rubrik: Vision 2050, status: förslag, målår: 2050, text: Kanske så.}
    - {id: nu, rubrik: Vision 2030, status: gällande, målår: 2030, text: Så här.}
    """
    found = page_read(text, "exempelby/")
    assert "Så här." in found.sections[0].words
    assert "Kanske så." not in found.words
    assert "exempelby/vision/ny/" in found.section("Andra visioner").links


def test_an_empty_level_is_declared_empty_with_its_reason_and_the_right_article():
    text = """
    styrmodeller:
    - id: s
      namn: S
      nivåer:
      - {id: plan, namn: nämndplan, artikel: en, bestämd: nämndplanen, plural: nämndplaner,
         bestämd_plural: nämndplanerna, tom_för_att: Planerna skrivs i höst.}
    """
    words = page_read(text, "exempelby/niva/plan/").words
    assert "Ingen nämndplan är angiven här. Planerna skrivs i höst." in words


def test_a_level_groups_its_nodes_by_what_they_support():
    found = page_read(TWO_AREAS, "exempelby/niva/mal/")
    assert found.levels == [2, 3, 3, 2, 2]
    assert found.section("Vad som står på nivån").links == [
        "exempelby/mal/a/",
        "exempelby/mal/c/",
        "exempelby/mal/b/",
        "exempelby/mal/d/",
        "exempelby/mal/e/",
    ]


def test_goals_of_several_files_come_in_the_order_of_what_they_stand_under():
    goal = "{{id: {0}, nivå: mal, rubrik: Rubrik {0}, överordnade: {1}{2}}}"
    files = {
        "data/exempelby/kommun.yml": WHO,
        "data/exempelby/styrmodell.yml": LEVELS,
        "data/exempelby/mal.yml": """
            mål:
            - {id: skola, nivå: omrade, rubrik: Skola}
            - {id: idrott, nivå: omrade, rubrik: Idrott}
            """,
        "data/exempelby/mal-idrott.yml": "mål:\n"
        f"- {goal.format('bad', 'idrott', ', ordning: 2')}\n"
        f"- {goal.format('ridning', 'idrott', ', ordning: 1')}\n"
        "- {id: eget, nivå: mal, rubrik: Står för sig}\n",
        "data/exempelby/mal-skola.yml": "mål:\n"
        f"- {goal.format('lasa', '[skola, idrott]', '')}\n"
        f"- {goal.format('rakna', 'skola', '')}\n",
    }
    (kommun,) = loaded_from(files).kommuner
    (site,) = site_of(kommun).systems
    level = next(level for level in kommun.levels if level.id == "mal")
    listed = [goal.id for goal in site.goals_on(level)]
    assert listed == ["lasa", "rakna", "ridning", "bad", "eget"]
    under = read(by_url(kommun)["exempelby/mal/idrott/"]).links
    own = [f"exempelby/mal/{goal}/" for goal in ("ridning", "bad", "lasa")]
    assert [link for link in dict.fromkeys(under) if link in own] == own


def test_the_groups_of_a_level_come_in_the_order_of_the_goals_that_they_support():
    text = """
    mål:
    - {id: a, nivå: omrade, rubrik: Lära}
    - {id: b, nivå: omrade, rubrik: Leva}
    - {id: d, nivå: mal, rubrik: Alla simmar, överordnade: b}
    - {id: c, nivå: mal, rubrik: Alla läser, överordnade: a}
    """
    links = page_read(text, "exempelby/niva/mal/").links
    wanted = [f"exempelby/mal/{goal}/" for goal in "cd"]
    assert [link for link in links if link in wanted] == wanted


def test_a_level_is_a_plain_list_where_everything_supports_the_same():
    found = page_read(TWO_AREAS, "exempelby/niva/omrade/")
    assert found.section("Vad som står på nivån").links == ["exempelby/mal/a/", "exempelby/mal/b/"]


def test_categories_are_shown_apart_also_when_empty():
    text = """
    styrmodeller:
    - id: s
      namn: S
      nivåer:
      - {id: mal, namn: mål, artikel: ett, bestämd: målet, plural: mål, bestämd_plural: målen,
         kategorier: [{id: fin, namn: Finansiella mål}, {id: verk, namn: Verksamhetsmål}]}
    mål:
    - {id: a, nivå: mal, rubrik: God ekonomi, kategori: fin}
    - {id: b, nivå: mal, rubrik: Utan slag}
    """
    found = page_read(text, "exempelby/niva/mal/")
    assert "God ekonomi" in found.section("Finansiella mål").words
    assert "Inget är angivet i kategorin Verksamhetsmål." in found.section("Verks").words
    assert "Utan slag" in found.section("Utan kategori").words


def test_a_body_shows_its_own_goals_and_apart_from_them_those_that_all_bodies_share():
    text = """
    organisation:
    - {id: ks, namn: Kommunstyrelsen, slag: styrelse}
    - {id: bn, namn: Barnnämnden, slag: nämnd}
    mål:
    - {id: a, nivå: mal, rubrik: Alla läser, ansvariga: bn}
    - {id: b, nivå: mal, rubrik: Alla sparar, ansvariga: alla}
    """
    pages = by_url(kommun_from(text))
    bn = read(pages["exempelby/organisation/bn/"])
    assert bn.section("Ansvarar för").links == ["exempelby/mal/a/"]
    assert bn.section("Ansvar som alla organ delar").links == ["exempelby/mal/b/"]
    ks = read(pages["exempelby/organisation/ks/"])
    assert [one.title for one in ks.sections[1:3]] == ["Ansvar som alla organ delar", "Fakta"]


def test_a_body_shows_the_goals_of_other_kommuner_that_it_answers_for():
    files = {}
    for slug, name in (("ena", "Ena"), ("andra", "Andra")):
        who = WHO.replace("Exempelby", name)
        files |= {f"data/{slug}/kommun.yml": who, f"data/{slug}/nivaer.yml": LEVELS}
    files["data/ena/mal.yml"] = "mål: [{id: a, nivå: mal, rubrik: Svalt, ansvariga: [andra/ks]}]"
    files["data/andra/org.yml"] = "organisation: [{id: ks, namn: Styrelsen, slag: styrelse}]"
    pages = by_url(*loaded_from(files).kommuner)
    assert read(pages["ena/mal/a/"]).section("Fakta").links == [
        "ena/niva/mal/",
        "andra/organisation/ks/",
    ]
    body = read(pages["andra/organisation/ks/"])
    assert body.section("Ansvar i andra kommuners mål").links == ["ena/mal/a/"]
    assert "Det är inte angivet" not in body.words


def test_a_body_without_goals_says_so():
    text = "organisation: [{id: ks, namn: Kommunstyrelsen, slag: styrelse}]"
    words = page_read(text, "exempelby/organisation/ks/").words
    assert "Det är inte angivet vad organet ansvarar för." in words


def test_the_bodies_are_a_tree():
    text = """
    organisation:
    - {id: kf, namn: Kommunfullmäktige, slag: fullmäktige}
    - {id: ks, namn: Kommunstyrelsen, slag: styrelse, del_av: kf}
    - {id: rad, namn: Rådet, slag: råd, del_av: framgår inte av källan}
    """
    found = page_read(text, "exempelby/organisation/")
    assert found.sections[0].pairs == {("exempelby/organisation/kf/", "exempelby/organisation/ks/")}
    assert "Vad organet hör till framgår inte av källan." in found.words


def test_an_indicator_says_that_there_are_no_values_and_that_its_goal_is_unclear():
    text = "indikatorer: [{id: i, namn: Badvatten, hör_till: framgår inte av källan}]"
    words = page_read(text, "exempelby/indikatorer/i/").words
    assert "det finns inget värde ännu." in words
    assert "Vad indikatorn hör till framgår inte av källan." in words


def test_news_stand_newest_first_and_those_without_a_year_last():
    text = """
    aktuellt:
    - {id: a, rubrik: Utan datum, datum: framgår inte av källan}
    - {id: b, rubrik: Gammal, datum: mars 2020}
    - {id: c, rubrik: Utan år, datum: 20 februari}
    - {id: d, rubrik: Ny, datum: 2024-05-06}
    """
    found = page_read(text, "exempelby/aktuellt/").sections[0]
    assert [link[-2] for link in found.links] == ["d", "b", "a", "c"]
    assert "6 maj 2024" in found.words
    assert "Datum framgår inte av källan" in found.words


def test_a_document_lists_what_rests_on_it_other_wordings_included():
    text = """
    källor:
    - {id: k, titel: Budget}
    - {id: tom, titel: Bilaga}
    mål:
    - {id: a, nivå: mal, rubrik: Alla läser, källa: k}
    - {id: b, nivå: mal, rubrik: Alla simmar, lydelser: [{text: Alla kan simma., källa: k}]}
    """
    words = page_read(text, "exempelby/kallor/").section("Dokument").words
    assert "Det här bygger på uppgifterna: Alla läser Alla simmar" in words
    assert "Inget på webbplatsen hänvisar hit." in words


def test_the_facts_about_a_kommun_name_their_source():
    text = f"""{WHO}
  källa: k
källor: [{{id: k, titel: Registret}}]
"""
    pages = by_url(kommun_from(text))
    start = read(pages["exempelby/"])
    assert "Källa Registret" in start.section("Uppgifter om").words
    assert "exempelby/kallor/#k" in start.sections[-1].links
    assert "exempelby/" in read(pages["exempelby/kallor/"]).section("Dokument").links


def test_equal_levels_have_the_same_number_in_the_governing_model():
    text = """
    styrmodeller:
    - id: s
      namn: Vår modell
      nivåer:
      - {id: m, namn: mål, artikel: ett, bestämd: målet, plural: mål, bestämd_plural: målen,
         rang: 1}
      - {id: u, namn: uppdrag, artikel: ett, bestämd: uppdraget, plural: uppdrag,
         bestämd_plural: uppdragen, rang: 1, beslutas_av: framgår inte av källan}
    """
    words = page_read(text, "exempelby/styrmodell/").words
    assert "1. Mål" in words
    assert "1. Uppdrag" in words


def test_a_node_links_to_other_kommuner_only_when_they_have_something_there():
    shared = "teman: [{id: klimat, namn: Klimat}]"
    goal = "mål: [{id: a, nivå: mal, rubrik: Svalt, teman: klimat}]"
    files = {"data/teman.yml": shared}
    for slug, name in (("ena", "Ena"), ("andra", "Andra")):
        who = WHO.replace("Exempelby", name)
        files |= {f"data/{slug}/kommun.yml": who, f"data/{slug}/nivaer.yml": LEVELS}
    files["data/ena/mal.yml"] = goal
    alone = by_url(*loaded_from(files).kommuner)
    assert "Andra kommuners mål" not in read(alone["ena/mal/a/"]).words
    files["data/andra/mal.yml"] = goal
    both = by_url(*loaded_from(files).kommuner)
    assert "Andra kommuners mål om temat Klimat" in read(both["ena/mal/a/"]).words
    assert read(both["tema/klimat/"]).links == ["andra/", "andra/mal/a/", "ena/", "ena/mal/a/"]


def test_a_theme_without_goals_says_so():
    pages = by_url(kommun_from("teman: [{id: klimat, namn: Klimat}]"))
    assert "Inget mål är kopplat till temat." in read(pages["tema/klimat/"]).words


def test_the_portal_counts_kommuner_and_regioner_apart():
    who = WHO.replace("påhittad: ja", "webbplats: https://exempelby.example")
    files = {
        "data/ena/kommun.yml": who.replace("Exempelby", "Ena"),
        "data/andra/kommun.yml": who.replace("Exempelby", "Andra"),
        "data/lanet/kommun.yml": who.replace("Exempelby", "Region") + "  slag: region\n",
    }
    pages = by_url(*loaded_from(files).kommuner)
    assert "två kommuner och en region" in read(pages[""]).words


ALONE = {"data/kommun.yml": WHO, "data/nivaer.yml": LEVELS, "data/mal.yml": TWO_AREAS}


def test_a_kommun_that_has_the_site_for_itself_starts_where_the_portal_would_be():
    pages = by_url(*loaded_from(ALONE).kommuner)
    assert pages[""].heading == "Vision och mål i Exempelby kommun"
    assert [step.url for step in pages["mal/c/"].breadcrumbs] == ["", "niva/", "niva/mal/", None]
    assert [step.title for step in pages[""].breadcrumbs] == ["Exempelby"]


def test_every_link_works_in_a_site_with_one_kommun():
    pages = by_url(*loaded_from(ALONE).kommuner)
    for url, page in pages.items():
        for link in read(page).links:
            assert link == DIGG or link.partition("#")[0] in pages, (url, link)


HOSTILE = '<script>alert("x")</script><img src=x onerror=y> {{ 7*7 }} {0} & åäö'


def test_hostile_text_is_shown_as_text_everywhere():
    text = f"""
    styrmodeller:
    - id: s
      namn: '{HOSTILE}'
      nivåer:
      - {{id: omrade, namn: '{HOSTILE}', artikel: ett, bestämd: '{HOSTILE}', plural: '{HOSTILE}',
         bestämd_plural: '{HOSTILE}', tom_för_att: '{HOSTILE}', uppföljning: '{HOSTILE}'}}
      - {{id: mal, namn: mål, artikel: ett, bestämd: målet, plural: mål, bestämd_plural: målen,
         kategorier: [{{id: tom, namn: '{HOSTILE}'}}]}}
    organisation:
    - {{id: o, namn: '{HOSTILE}', slag: '{HOSTILE}', beskrivning: '{HOSTILE}', förkortning: '{HOSTILE}'}}
    visioner:
    - {{id: v, rubrik: '{HOSTILE}', status: gällande, text: '{HOSTILE}', syfte: '{HOSTILE}'}}
    mål:
    - {{id: a, nivå: omrade, rubrik: '{HOSTILE}', text: '{HOSTILE}', överordnade: v, nummer: '{HOSTILE}'}}
    - {{id: b, nivå: omrade, rubrik: B, överordnade: v}}
    - {{id: c, nivå: mal, rubrik: '{HOSTILE}', överordnade: [a, b], anmärkning: '{HOSTILE}'}}
    - {{id: d, nivå: mal, rubrik: '{HOSTILE}', överordnade: a, ansvariga: {{namn: '{HOSTILE}'}}}}
    indikatorer:
    - {{id: i, namn: '{HOSTILE}', enhet: '{HOSTILE}', hör_till: a}}
    källor:
    - {{id: k, titel: '{HOSTILE}', utgivare: '{HOSTILE}'}}
    beslut:
    - {{id: x, rubrik: '{HOSTILE}', organ: {{namn: '{HOSTILE}'}}, paragraf: '{HOSTILE}'}}
    aktuellt:
    - {{id: n, rubrik: '{HOSTILE}', text: '{HOSTILE}', citat: [{{text: '{HOSTILE}', vem: '{HOSTILE}'}}]}}
    teman:
    - {{id: t, namn: '{HOSTILE}', beskrivning: '{HOSTILE}'}}
    """
    pages = by_url(kommun_from(text))
    for url, page in pages.items():
        found = read(page)
        assert not {"script", "img"} & found.tags, url
        assert "<script" not in page.body
        assert "49" not in found.words
    assert "onerror=y> {{ 7*7 }} {0} &" in read(pages["tema/t/"]).words


def test_a_title_of_any_length_gives_a_description_of_whole_words_that_fits():
    title = "Kommunen ska " + "verka och " * 40 + "vila"
    text = (
        f"mål: [{{id: a, nivå: mal, rubrik: {title}}}, {{id: b, nivå: mal, rubrik: {'x' * 400}}}]"
    )
    pages = by_url(kommun_from(text))
    told = pages["exempelby/mal/a/"].description
    assert len(told) <= 160
    assert "verka och …”, med plats" in told or "verka …”, med plats" in told
    assert len(pages["exempelby/mal/b/"].description) <= 160


def test_a_title_that_is_a_sentence_or_a_question_stands_whole_in_a_description():
    pages = by_url(
        kommun_from(
            """
        visioner:
        - {id: v, rubrik: Ett Exempelby för alla., status: gällande, text: Alla är med.}
        aktuellt:
        - {id: fraga, rubrik: Är det klart?, datum: 2025-01-01, text: Ja.}
        - {id: svar, rubrik: Det är klart, datum: 2025-01-01, text: Ja.}
        organisation: [{id: bolaget, namn: bolaget, slag: bolag}]
        teman: [{id: klimat, namn: Hur mår klimatet?}]
        borttagna:
        - {adress: exempelby/mal/a/, rubrik: Alla kan simma., datum: 2025-01-01, skäl: Fel.}
        """
        )
    )
    starts = {
        "exempelby/vision/v/": "”Ett Exempelby för alla” i Exempelby kommun: ",
        "exempelby/aktuellt/fraga/": "Nyhet från Exempelby kommun (1 januari 2025): Är det klart?",
        "exempelby/aktuellt/svar/": "Nyhet från Exempelby kommun (1 januari 2025): Det är klart.",
        "exempelby/organisation/bolaget/": "Bolaget i Exempelby kommun: ",
        "exempelby/mal/a/": "Sidan ”Alla kan simma” hos Exempelby kommun är borttagen.",
        "tema/klimat/": "Mål om temat ”Hur mår klimatet?”, kommun för kommun.",
    }
    for url, start in starts.items():
        told = pages[url].description
        assert told.startswith(start)
        assert not told.endswith("?.")


def test_two_nodes_with_the_same_words_have_pages_that_differ_in_title_and_description():
    text = """
    mål:
    - {id: a, nivå: mal, rubrik: Alla läser}
    - {id: b, nivå: mal, rubrik: Alla läser}
    """
    pages = by_url(kommun_from(text))
    first, second = pages["exempelby/mal/a/"], pages["exempelby/mal/b/"]
    assert (first.title, first.description) != (second.title, second.description)
    assert first.heading == second.heading == "Alla läser"


def test_an_edit_link_leads_to_the_line_where_the_object_begins():
    page = by_url(kommun_from(TWO_AREAS))["exempelby/mal/c/"]
    assert (page.origin.path, page.origin.line) == ("data/exempelby/mal.yml", 6)


def test_a_former_id_leads_to_the_page_of_the_new_one():
    text = "mål: [{id: ny, tidigare_id: [gammal, aldre], nivå: mal, rubrik: Läsa}]"
    (system,) = site_of(kommun_from(text)).systems
    assert [(one.url, one.target, one.title) for one in of_ids(system)] == [
        ("exempelby/mal/gammal/", "exempelby/mal/ny/", "Läsa"),
        ("exempelby/mal/aldre/", "exempelby/mal/ny/", "Läsa"),
    ]


@pytest.mark.parametrize(
    ("url", "opened", "current"),
    [
        ("exempelby/", "Start", "Start"),
        ("exempelby/vision/v/", "Vision", None),
        ("exempelby/mal/c/", "Nivåer", None),
        ("exempelby/malkedja/", "Målkedja", "Målkedja"),
        ("exempelby/egen-sida/", None, None),
    ],
)
def test_the_menu_marks_the_page_or_the_part_it_belongs_to(url, opened, current):
    site = site_of(kommun_from(TWO_AREAS))
    items = menu(site, site.systems[0], url)
    assert [item.title for item in items if item.open] == ([opened] if opened else [])
    assert [item.title for item in items if item.current] == ([current] if current else [])


def test_a_page_stands_in_the_menu_where_it_says_that_it_belongs():
    site = site_of(kommun_from(TWO_AREAS))
    for page in pages_of(site, site.systems[0]):
        opened = [item.url for item in menu(site, site.systems[0], page.url) if item.open]
        assert opened == ([page.section] if page.section is not None else []), page.url


def test_a_kommuns_menu_has_its_own_parts_only_however_many_kommuner_there_are():
    files = {f"data/k{n}/kommun.yml": WHO.replace("Exempelby", f"K{n}") for n in range(12)}
    site = site_of(*loaded_from(files).kommuner)
    (first, *_) = site.systems
    assert [item.url for item in menu(site, first, "k0/")] == ["k0/"]
    assert [item.title for item in menu(site, None, "")] == ["Kommuner"]


def test_the_menu_of_a_kommun_that_has_everything_is_still_short():
    text = (
        TWO_AREAS
        + """
organisation: [{id: ks, namn: KS, slag: styrelse}]
indikatorer: [{id: i, namn: I}]
uppföljningar: [{id: u, namn: U, period: 2024}]
aktuellt: [{id: n, rubrik: N}]
källor: [{id: k, titel: K}]
"""
    )
    (system,) = site_of(kommun_from(text)).systems
    parts = [where for where, _ in sections(system)]
    elsewhere = {
        Place.GOALS,
        Place.GLOSSARY,
        Place.ABOUT,
        Place.ACCESSIBILITY,
        Place.OPEN_DATA,
        Place.SEARCH,
        Place.EMBEDDING,
    }
    assert parts == [where for where in Place if where not in elsewhere]


def test_a_vision_that_only_a_proposal_would_replace_is_not_said_to_be_replaced():
    text = """
    visioner:
    - {id: nu, rubrik: Vision 2030, status: gällande, text: Så här.}
    - {id: ny, rubrik: Vision 2050, status: förslag, ersätter: nu, text: Kanske så.}
    """
    words = page_read(text, "exempelby/vision/nu/").words
    assert "Föreslås ersättas av Vision 2050" in words
    assert "Ersätts av" not in words


def test_a_withdrawn_page_says_when_and_why_it_is_gone_and_what_to_read_instead():
    text = """
    mål: [{id: b, nivå: mal, rubrik: Alla cyklar}]
    beslut: [{id: kf-1, organ: {namn: Fullmäktige}, datum: 2026-03-01, paragraf: 12}]
    borttagna:
    - adress: exempelby/mal/a/
      rubrik: Alla simmar
      datum: 2026-03-02
      skäl: Målet <b>dubblerades</b>.
      läs_i_stället: b
      beslut: kf-1
    """
    page = by_url(kommun_from(text))["exempelby/mal/a/"]
    found = read(page)
    assert (page.heading, page.kicker, page.indexed) == ("Alla simmar", "Borttagen sida", False)
    assert "Den togs bort 2 mars 2026." in found.words
    assert "Målet <b>dubblerades</b>." in found.section("Varför är sidan borttagen?").words
    assert "Fullmäktige, 1 mars 2026, § 12" in found.section("Varför").words
    assert found.section("Läs i stället").links == ["exempelby/mal/b/"]
