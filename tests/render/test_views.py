"""Single objects as a reader meets them, and what the pages say that they rest on."""

import re

import pytest

from kommunvision.chain import GoalSystem, Site
from kommunvision.render.views import Views
from kommunvision.swedish.keys import RECORDS
from tests.helpers import kommun_from

EVIDENCE = """
organisation: [{id: kf, namn: Kommunfullmäktige, slag: fullmäktige}]
källor:
- {id: plan, titel: Plan & budget, utgivare: Exempelby kommun, datum: "2026", adress: framgår inte av källan}
- {id: web, titel: Webben, adress: "https://exempelby.example/plan"}
beslut:
- {id: kf-1, organ: kf, datum: 2025-12-15, paragraf: "205", diarienummer: KS 2025/0524}
"""


def views_from(text: str, here: str = "exempelby/"):
    kommun = kommun_from(text)
    system = GoalSystem(kommun)
    return Views(Site([system]), system, here), kommun


def test_decided_words_are_a_quotation_with_who_when_and_where():
    views, kommun = views_from(EVIDENCE + """
visioner:
- {id: v, rubrik: Vision 2040, status: gällande, text: "Här <b>trivs</b> alla.", beslut: kf-1, källa: {id: plan, plats: sidan 2}}
""")  # fmt: skip
    assert views.vision(kommun.visions[0]) == (
        '<figure class="kv-quote">\n'
        "<blockquote>\n<p>Här &lt;b&gt;trivs&lt;/b&gt; alla.</p>\n</blockquote>\n"
        "<figcaption>\n"
        '<p><a href="vision/v/">Vision 2040</a> <span class="kv-status kv-status-valid">Gällande</span></p>\n'
        '<p>Beslut: <a href="kallor/#kf-1">Kommunfullmäktige, 15 december 2025, §\N{NO-BREAK SPACE}205, dnr KS 2025/0524</a></p>\n'
        '<p>Källa: <a href="kallor/#plan">Plan &amp; budget</a>, sidan 2</p>\n'
        "</figcaption>\n</figure>"
    )


def test_a_vision_whose_wording_is_not_at_hand_says_so():
    views, kommun = views_from("""
        visioner:
        - {id: v, rubrik: Visionen, status: gällande, text: framgår inte av källan, beslut: framgår inte av källan}
        """)
    html = views.vision(kommun.visions[0])
    assert "Lydelsen framgår inte av källan." in html
    assert "Beslutet framgår inte av källan." in html
    assert "<blockquote>" not in html


def test_a_proposal_is_never_called_a_decision_and_says_what_is_left_out():
    views, kommun = views_from("""
        beslut:
        - {id: f, slag: förslag, rubrik: Nya mål, organ: framgår inte av källan, datum: framgår inte av källan}
        - {id: d, slag: beslut, datum: 20 februari}
        mål: [{id: m, nivå: mal, rubrik: Ett, text: Två., beslut: f}]
        """)
    proposal, decided = kommun.decisions
    told = (
        'Förslag: <a href="kallor/#f">Nya mål</a> '
        '<span class="kv-missing">(organ och datum framgår inte av källan)</span>'
    )
    assert views.decision(proposal) == told
    assert f"<p>{told}</p>" in views.goal(kommun.goals[0])
    assert views.decision(decided) == (
        '<a href="kallor/#d">20 februari</a> '
        '<span class="kv-missing">(året framgår inte av källan)</span>'
    )


SILENT = {
    "vision": ("visioner", "{id: x, rubrik: X, status: gällande, %s}"),
    "goal": ("mål", "{id: x, nivå: mal, rubrik: X, %s}"),
    "indicator": ("indikatorer", "{id: x, namn: X, %s}"),
    "body": ("organisation", "{id: x, namn: X, slag: nämnd, %s}"),
    "decision": ("beslut", "{id: x, %s}"),
    "source": ("källor", "{id: x, titel: X, %s}"),
    "news": ("aktuellt", "{id: x, rubrik: X, %s}"),
    "model": (
        "styrmodeller",
        "{id: x, namn: X, nivåer: [{id: y, namn: steg, artikel: ett, bestämd: steget, plural: steg, bestämd_plural: stegen}], %s}",
    ),
    "level": (
        "styrmodeller",
        "{id: y, namn: X, nivåer: [{id: x, namn: steg, artikel: ett, bestämd: steget, plural: steg, bestämd_plural: stegen, %s}]}",
    ),
}


@pytest.mark.parametrize(
    ("record", "key"),
    [(name, field.key) for name in SILENT for field in RECORDS[name].fields if field.unstated],
)
def test_whatever_the_source_is_declared_silent_on_is_said_among_the_facts(record, key):
    section, written = SILENT[record]
    extra = "" if record != "vision" or key == "text" else "text: Alla., "
    views, kommun = views_from(f"{section}:\n- {written % f'{extra}{key}: framgår inte av källan'}")
    html = views.facts(kommun.by_id["x"])
    assert html.count('<dd><span class="kv-missing">framgår inte av källan</span></dd>') == 1


def test_what_is_neither_told_nor_declared_missing_makes_no_fact():
    views, kommun = views_from("aktuellt: [{id: n, rubrik: Nytt}]")
    assert views.facts(kommun.news[0]) == ""


def test_the_facts_of_a_goal_are_all_there():
    views, kommun = views_from(
        EVIDENCE
        + """
teman: [{id: klimat, namn: Klimat}]
mål:
- {id: o, nivå: omrade, rubrik: Lärande}
- {id: g, nivå: mal, rubrik: Gammalt}
- id: m
  nivå: mal
  rubrik: Ett
  nummer: "2.1"
  status: förslag
  gäller: {från: 2023, till: 2026, text: mandatperioden}
  ansvariga: [kf, {namn: Regionen}]
  teman: [klimat]
  globala_mål: [4]
  är_globalt_mål: 13
  stödjer: [{namn: Agenda 2030, utgivare: FN, adress: "https://fn.example"}]
  överordnade: [o]
  ersätter: [g]
  beslut: kf-1
  källa: [{id: plan, plats: sidan 1}, {id: plan, plats: sidan 9}]
"""
    )
    html = views.facts(kommun.by_id["m"])
    rows = [
        '<dt>Nivå</dt>\n<dd><a href="niva/mal/">Mål</a></dd>',
        "<dt>Nummer i källan</dt>\n<dd>2.1</dd>",
        "<dt>Gäller</dt>\n<dd>mandatperioden (2023–2026)</dd>",
        '<dt>Stödjer</dt>\n<dd><a href="mal/o/">Lärande</a></dd>',
        '<dt>Stödjer utanför kommunen</dt>\n<dd><a href="https://fn.example">Agenda 2030</a> (FN)</dd>',
        '<dt>Ansvarar</dt>\n<dd><a href="organisation/kf/">Kommunfullmäktige</a></dd>\n<dd>Regionen</dd>',
        '<dt>Teman</dt>\n<dd><a href="../tema/klimat/">Klimat</a></dd>',
        '<dt>Bidrar till globala mål</dt>\n<dd><a href="../globala-mal/4/">4. God utbildning för alla</a></dd>',
        '<dt>Är globalt mål</dt>\n<dd><a href="../globala-mal/13/">13. Bekämpa klimatförändringarna</a></dd>',
        '<dt>Ersätter</dt>\n<dd><a href="mal/g/">Gammalt</a></dd>',
        '<dt>Källa</dt>\n<dd><a href="kallor/#plan">Plan &amp; budget</a>, sidan 1; sidan 9</dd>',
    ]  # fmt: skip
    for row in rows:
        assert row in html
    assert '<dt>Föreslås ersättas av</dt>\n<dd><a href="mal/m/">Ett</a></dd>' in views.facts(kommun.by_id["g"])  # fmt: skip


def test_who_is_responsible_is_told_alone_and_in_a_sentence():
    views, kommun = views_from("""
        organisation:
        - {id: ks, namn: Kommunstyrelsen, slag: styrelse}
        - {id: bn, namn: Barnnämnden, slag: nämnd}
        mål:
        - {id: a, nivå: mal, rubrik: A, ansvariga: [ks, bn, {namn: Region <b>}]}
        - {id: b, nivå: mal, rubrik: B, ansvariga: alla}
        - {id: c, nivå: mal, rubrik: C, ansvariga: framgår inte av källan}
        - {id: d, nivå: mal, rubrik: D}
        """)
    a, b, c, d = kommun.goals
    assert views.responsible(a) == (
        '<a href="organisation/ks/">Kommunstyrelsen</a>, '
        '<a href="organisation/bn/">Barnnämnden</a> och Region &lt;b&gt;'
    )
    assert views.responsible(b) == "Alla organ i organisationen"
    assert views.responsible(b, within=True) == "alla organ i organisationen"
    assert views.responsible(c) == '<span class="kv-missing">framgår inte av källan</span>'
    assert views.responsible(d) == '<span class="kv-missing">Ingen ansvarig är angiven.</span>'
    assert views.responsible(d, within=True) == '<span class="kv-missing">inte angiven</span>'


def test_a_goal_is_a_card_elsewhere_and_its_words_alone_on_its_own_page():
    text = """
        mål:
        - {id: o, nivå: omrade, rubrik: Lärande}
        - {id: p, nivå: omrade, rubrik: Trygghet}
        - {id: m, nivå: mal, rubrik: Ett, egen_rubrik: ja, text: Alla lär sig., förkortad: ja, överordnade: [o, p]}
        """
    views, kommun = views_from(text)
    card = views.goal(kommun.goals[2], heading=4)
    assert '<h4><a href="mal/m/">Ett</a></h4>' in card
    assert "<p>Stödjer två områden.</p>" in card
    own, kommun = views_from(text, "exempelby/mal/m/")
    page = own.goal(kommun.goals[2])
    assert "<h" not in page
    for html in (card, page):
        assert "<blockquote>\n<p>Alla lär sig.</p>\n</blockquote>" in html
        assert "Texten är förkortad." in html
        assert "Rubriken är vår egen, för källan har ingen." in html
    assert own.goal(kommun.goals[0]).count("kv-card") == 1


def test_a_vision_says_that_its_heading_is_ours():
    text = "visioner: [{id: v, rubrik: Så vill vi ha det, egen_rubrik: ja, status: gällande, text: Alla.}]"
    views, kommun = views_from(text)
    html = views.vision(kommun.visions[0])
    assert html.index("Rubriken är vår egen, för källan har ingen.") < html.index("<blockquote>")
    views, kommun = views_from(text.replace("egen_rubrik: ja, ", ""))
    assert "vår egen" not in views.vision(kommun.visions[0])


def test_our_own_remark_is_called_ours():
    views, kommun = views_from(
        "mål: [{id: m, nivå: mal, rubrik: Ett, anmärkning: Årtalet saknas.}, {id: n, nivå: mal, rubrik: Två}]"
    )
    assert views.note(kommun.goals[0]) == (
        '<div class="kv-note">\n<p><strong>Vår anmärkning</strong></p>\n<p>Årtalet saknas.</p>\n</div>'
    )
    assert views.note(kommun.goals[1]) == ""


def test_other_wordings_and_the_words_of_the_source_are_quoted_with_their_source():
    views, kommun = views_from(EVIDENCE + """
mål:
- {id: m, nivå: mal, rubrik: Ett, ur_källan: Så säger planen., källa: plan,
   lydelser: [{text: Fler invånare., källa: {id: web, plats: rubriken}, anmärkning: Utan årtal.}]}
""")  # fmt: skip
    goal = kommun.goals[0]
    assert '<p>Källa: <a href="kallor/#web">Webben</a>, rubriken</p>' in views.wordings(goal)  # fmt: skip
    assert "Vår anmärkning" in views.wordings(goal)
    assert '<p>Ur källan: <a href="kallor/#plan">Plan &amp; budget</a></p>' in views.verbatim(goal)  # fmt: skip


def test_words_that_stand_in_two_sources_name_both():
    views, kommun = views_from(EVIDENCE + """
mål: [{id: m, nivå: mal, rubrik: Ett, ur_källan: Två., källa: [plan, web]}]
""")  # fmt: skip
    assert (
        '<p>Ur källorna: <a href="kallor/#plan">Plan &amp; budget</a> och '
        '<a href="kallor/#web">Webben</a></p>'
    ) in views.verbatim(kommun.goals[0])


def test_a_quotation_names_who_said_it():
    views, kommun = views_from("""
        aktuellt:
        - {id: n, rubrik: Nytt, citat: [{text: Nu kör vi., vem: Kim Exempelsson, roll: kommunalråd}]}
        """)
    html = views.quote(kommun.news[0].quotes[0])
    assert "<figcaption>\n<p>Kim Exempelsson, kommunalråd</p>\n</figcaption>" in html


def test_a_timeline_keeps_the_writers_order_and_says_when_a_time_is_not_known():
    views, kommun = views_from("""
        visioner:
        - id: v
          rubrik: V
          status: gällande
          text: Alla.
          tillkomst:
            text: Det gick fort.
            steg:
            - {när: september, rubrik: Sist}
            - {när: maj–juni 2025, rubrik: Först}
            - {när: framgår inte av källan, rubrik: Någon gång}
        """)
    html = views.timeline(kommun.visions[0].history)
    assert html.index(">September<") < html.index(">Maj–juni 2025<")
    assert "Tidpunkten framgår inte av källan" in html
    assert html.startswith(
        '<div class="kv-group">\n<p>Det gick fort.</p>\n<ol class="kv-timeline">'
    )


def test_a_level_tells_how_much_stands_on_it_and_what_is_left_out():
    views, kommun = views_from("""
        styrmodeller:
        - id: s
          namn: Styrmodell
          nivåer:
          - {id: mal, namn: mål, artikel: ett, bestämd: målet, plural: mål, bestämd_plural: målen, totalt: 30,
             kategorier: [{id: fin, namn: Finansiella mål, totalt: 4}]}
          - {id: ak, namn: aktivitet, artikel: en, bestämd: aktiviteten, plural: aktiviteter, bestämd_plural: aktiviteterna, rang: 2}
          - {id: up, namn: uppdrag, artikel: ett, bestämd: uppdraget, plural: uppdrag, bestämd_plural: uppdragen, rang: 2,
             tom_för_att: Nämnderna beslutar i höst.}
        mål:
        - {id: a, nivå: mal, rubrik: A, kategori: fin}
        - {id: b, nivå: mal, rubrik: B}
        - {id: c, nivå: ak, rubrik: C}
        """)
    goals, activities, tasks = kommun.levels
    assert "2 av 30 mål återges här." in views.level_state(goals)
    assert "Finansiella mål: 1 av 4 återges här." in views.level_state(goals)
    assert views.level_state(activities) == "<p>Det finns en aktivitet på nivån.</p>"
    assert "Inget uppdrag är angivet här." in views.level_state(tasks)
    assert "Nämnderna beslutar i höst." in views.level_state(tasks)
    html = views.level_list(kommun.models[0], heading=3)
    assert '<h3><a href="niva/mal/">Mål</a></h3>' in html
    assert 'Står sida vid sida med <a href="niva/up/">uppdragen</a>.' in html


def test_an_indicator_shows_its_promise_as_the_words_of_the_source():
    views, kommun = views_from(EVIDENCE + """
mål: [{id: m, nivå: mal, rubrik: Ett}]
indikatorer:
- {id: i, namn: Kvalitet, enhet: procent, riktning: högre, löfte: Bland de bästa., källa: plan,
   hör_till: [{id: m, vår_tolkning: ja}]}
""")  # fmt: skip
    (indicator,) = kommun.indicators
    html = views.indicator(indicator)
    assert "<blockquote>\n<p>Bland de bästa.</p>\n</blockquote>" in html
    assert "Enhet: procent." in html
    assert (
        'Hör till: <a href="mal/m/">Ett</a> <span class="kv-remark">(Vår tolkning)</span>' in html
    )
    assert "Ett högre värde är bättre." in html
    assert ">Kvalitet</a>" in views.indicator_list([indicator])
    assert "Ingen indikator är angiven här." in views.indicator_list([])


def test_an_indicator_of_the_same_words_has_the_values_of_its_own_kommun_in_a_table():
    text = """
indikatorer: [{id: i, namn: Kvalitet, enhet: procent, riktning: högre}]
mätvärden: [{indikator: i, värden: [{period: 2023, värde: 70}, {period: 2024, värde: %s}]}]
"""
    for value in ("81", "92"):
        views, kommun = views_from(text % value)
        assert f"Från 70 (2023) till {value} (2024)" in views.indicator_list(kommun.indicators)


def test_a_page_ends_by_naming_each_source_once():
    views, kommun = views_from(
        EVIDENCE
        + """
mål:
- {id: a, nivå: mal, rubrik: A, källa: {id: plan, plats: sidan 1}}
- {id: b, nivå: mal, rubrik: B, källa: [{id: plan, plats: sidan 2}, web, {namn: Muntlig uppgift}]}
- {id: c, nivå: mal, rubrik: C, källa: framgår inte av källan}
"""
    )
    html = views.sources(kommun.goals)
    assert html.count("Plan &amp; budget") == 1
    assert "(Exempelby kommun, 2026), sidan 1; sidan 2" in html
    assert "webbadress framgår inte av källan" in html
    assert '<a href="https://exempelby.example/plan">Läs Webben</a>' in html
    assert "Muntlig uppgift" in html
    assert "För en del av innehållet är källan inte angiven." in html
    assert "Ingen källa är angiven" in views.sources([])
    alone = views.sources(kommun.goals[2:])
    assert "Ingen källa är angiven" in alone
    assert "För en del av innehållet" not in alone


def test_a_telephone_number_can_be_dialled_from_abroad():
    views, kommun = views_from("""
        kommun:
          namn: Exempelby
          formellt_namn: Exempelby kommun
          påhittad: ja
          kontakt: {enhet: Kansliet, telefon: 0240-66 00 00, epost: kansli@exempelby.example}
        """)
    html = views.contact(kommun)
    assert '<a href="tel:+46240660000">0240-66 00 00</a>' in html
    assert '<a href="mailto:kansli@exempelby.example">' in html


def test_kommuner_are_ways_in_and_a_made_up_one_says_so():
    views, _ = views_from("""
        visioner:
        - {id: v, rubrik: Vision 2040, status: gällande, text: Alla.}
        - {id: w, rubrik: Vision 2010, status: ersatt, text: Alla.}
        """, "")  # fmt: skip
    html = views.kommuner()
    assert '<a href="exempelby/">Exempelby</a>' in html
    assert "Påhittad" in html
    assert "Vision 2040" in html
    assert "Vision 2010" not in html


def test_a_template_expression_in_data_is_printed_as_it_stands():
    views, kommun = views_from(
        "mål: [{id: m, nivå: mal, rubrik: '{{ 7*7 }} {title}', text: '{% raw %}'}]"
    )
    html = views.goal(kommun.goals[0])
    assert "{{ 7*7 }} {title}" in html
    assert "{% raw %}" in html


def test_a_view_of_a_kommuns_objects_needs_a_kommun():
    _, kommun = views_from("mål: [{id: m, nivå: mal, rubrik: A}]")
    system = GoalSystem(kommun)
    portal = Views(Site([system]), None, "tema/klimat/")
    assert portal.link(kommun.goals[0], system) == '<a href="../../exempelby/mal/m/">A</a>'
    with pytest.raises(LookupError):
        portal.facts(kommun.goals[0])


NAMESAKES = """
styrmodeller:
- id: ny
  namn: Styrmodell 2027
  nivåer: [{id: uppgift, namn: uppgift, artikel: en, bestämd: uppgiften, plural: uppgifter, bestämd_plural: uppgifterna}]
- id: gammal
  namn: Styrmodell 2023
  nivåer: [{id: omrade, namn: område, artikel: ett, bestämd: området, plural: områden, bestämd_plural: områdena}]
mål:
- {id: u, nivå: uppgift, rubrik: Trygghet, ersätter: [o, p], gäller: {från: 2027}}
- {id: o, nivå: omrade, rubrik: Trygghet, status: ersatt, gäller: {från: 2023, till: 2026}}
- {id: p, nivå: omrade, rubrik: Omsorg, status: ersatt, gäller: {från: 2023, till: 2026}}
"""  # fmt: skip


def test_what_replaces_something_of_the_same_name_is_told_apart_by_its_years():
    views, kommun = views_from(NAMESAKES)
    assert ">Trygghet (2023–2026)</a>" in views.facts(kommun.by_id["u"])
    assert ">Omsorg</a>" in views.facts(kommun.by_id["u"])
    assert ">Trygghet (från och med 2027)</a>" in views.facts(kommun.by_id["o"])


def test_namesakes_without_years_are_told_apart_by_their_governing_models():
    timeless = re.sub(r", gäller: \{från[^}]*\}", "", NAMESAKES)
    views, kommun = views_from(timeless)
    assert ">Trygghet (Styrmodell 2023)</a>" in views.facts(kommun.by_id["u"])
    assert ">Trygghet (Styrmodell 2027)</a>" in views.facts(kommun.by_id["o"])
