"""Each rule finds what it should, where it stands, and leaves the rest in peace."""

from textwrap import dedent

import pytest

from kommunvision.check import RULES, check_kommun, check_site
from kommunvision.check.levels import of_visions
from kommunvision.model import Kommun
from kommunvision.origin import Origin
from kommunvision.problem import Problem, Problems, problem
from tests.check.examples import EVIDENCE, UNASSESSED
from tests.helpers import LEVELS, kommun_from, loaded_from, places, standard_files


def found_in(kommun: Kommun, *, evidence: bool = False) -> tuple[Problem, ...]:
    """What the rules find, with or without those about sources and decisions."""
    found = Problems(check_kommun(kommun)).ordered()
    left_out = {UNASSESSED, "KV312"} if evidence else {*EVIDENCE, UNASSESSED}
    return tuple(one for one in found if one.code not in left_out)


def check(text: str, *, evidence: bool = False) -> list[tuple[str, int, int]]:
    """Code, line and column of what the rules find in a kommun's YAML."""
    return places(found_in(kommun_from(text), evidence=evidence))


def found_with_the_loader(text: str) -> list[tuple[str, int, int]]:
    """The same for YAML that the loader cannot read all of."""
    loaded = loaded_from(standard_files(text))
    (kommun,) = loaded.kommuner
    return places(Problems([*loaded.problems, *check_kommun(kommun)]).ordered())


def test_a_sound_kommun_has_no_problems():
    assert check("""
        källor:
        - {id: budget, titel: Budget 2026}
        organisation:
        - {id: kf, namn: Kommunfullmäktige, slag: fullmäktige}
        beslut:
        - {id: kf-205, organ: kf, datum: 2025-12-15}
        visioner:
        - {id: vision-2035, rubrik: Vision 2035, status: gällande, text: Alla., källa: budget, beslut: kf-205}
        mål:
        - {id: utbildning, nivå: omrade, rubrik: Utbildning, överordnade: vision-2035, källa: budget, beslut: kf-205}
        - {id: utb-1, nivå: mal, rubrik: Fler klarar skolan, överordnade: utbildning, källa: budget, beslut: kf-205}
        """, evidence=True) == []  # fmt: skip


VISION_LEVEL = """\
styrmodeller:
- id: styrmodell
  namn: Styrmodell
  nivåer:
  - {id: v-niva, namn: KIND, artikel: en, bestämd: visionen, plural: visioner, bestämd_plural: visionerna}
"""


@pytest.mark.parametrize(
    ("levels", "found"),
    [
        (LEVELS, [("KV312", 5, 3)]),
        (VISION_LEVEL.replace("KIND", "vision"), [("KV312", 5, 6)]),
        (VISION_LEVEL.replace("KIND", "område"), [("KV312", 5, 3)]),
        (VISION_LEVEL.replace("KIND", "vision").replace("}", ", slag: visioner}"), []),
    ],
)
def test_a_vision_without_a_level_is_told_of_where_the_level_should_be(levels, found):
    vision = "visioner: [{id: v, rubrik: Vision 2035, status: gällande, text: Alla.}]\n"
    levels = levels.lstrip("\n")
    assert places(tuple(of_visions(kommun_from(f"{levels}{vision}")))) == found
    assert places(tuple(of_visions(kommun_from(levels)))) == []
    # A kommun may tell of its vision before it has a governing model.
    assert places(tuple(of_visions(kommun_from(f"styrmodeller:\n{vision}")))) == []


def test_an_unknown_id_is_found_at_the_item_of_the_list_where_it_stands():
    kommun = kommun_from("""
        organisation:
        - {id: bun, namn: Barn- och utbildningsnämnden, slag: nämnd, förkortning: BUN}
        mål:
        - {id: utb-1, nivå: omrade, rubrik: Utbildning, tidigare_id: skola}
        - id: utb-2
          nivå: mal
          rubrik: Fler klarar skolan
          överordnade:
          - utb-1
          - {id: skola, not: enligt bilagan}
          ansvariga: [BUN, xyzxyz]
        """)
    found = found_in(kommun)
    assert places(found) == [("KV202", 10, 10), ("KV202", 11, 15), ("KV202", 11, 20)]
    assert [one.suggestion for one in found] == ["utb-1", "bun", None]


def test_a_theme_a_source_and_a_decision_must_exist_too():
    assert check("""
        mål:
        - id: utb-1
          nivå: mal
          rubrik: Fler klarar skolan
          teman: [klimat]
          källa: budget
          beslut: kf-205
          ersätter: gammalt
        """) == [("KV202", 5, 11), ("KV202", 6, 10), ("KV202", 7, 11), ("KV202", 8, 13)]  # fmt: skip


def test_a_wording_names_a_source_that_exists():
    assert check("""
        visioner:
        - id: vision-2035
          rubrik: Vision 2035
          status: gällande
          text: Alla ska trivas.
          lydelser:
          - text: Alla trivs.
            källa: bilaga
        """) == [("KV202", 8, 12)]  # fmt: skip


def test_what_leads_to_an_object_that_could_not_be_read_is_no_fault_of_its_own():
    found = found_with_the_loader("""
        mål:
        - {id: omr-1, nivå: omrade}
        - {id: utb-1, nivå: mal, rubrik: Fler klarar skolan, överordnade: [omr-1]}
        - {id: utb-2, nivå: mal, rubrik: Alla läser, överordnade: [omr-2]}
        """)
    assert [one for one in found if one[0] in {"KV102", "KV202"}] == [
        ("KV102", 2, 4),
        ("KV202", 4, 60),
    ]


def test_goals_on_a_level_that_could_not_be_read_are_no_faults_of_their_own():
    found = found_with_the_loader("""
        styrmodeller:
        - id: modell
          namn: Styrmodell
          nivåer:
          - {id: omrade, namn: område, artikel: ett, bestämd: området, plural: områden}
        mål:
        - {id: a, nivå: omrade, rubrik: Ett}
        - {id: b, nivå: omrode, rubrik: Två}
        """)
    assert [one for one in found if one[0] in {"KV102", "KV204"}] == [
        ("KV102", 5, 6),
        ("KV204", 8, 17),
    ]


def test_words_that_nearly_say_that_the_source_is_silent_are_given_as_they_should_be():
    (found,) = found_in(
        kommun_from("""
        mål:
        - {id: utb-1, nivå: mal, rubrik: Fler klarar skolan, ansvariga: framgår ej av källan}
        """)
    )
    assert (found.code, found.suggestion) == ("KV202", "framgår inte av källan")


def test_something_outside_may_be_named_without_an_id():
    assert check("""
        mål:
        - {id: utb-1, nivå: mal, rubrik: Fler klarar skolan, ansvariga: [{namn: Ludvika kommun}]}
        """) == []  # fmt: skip


def test_the_level_is_suggested_by_its_name():
    (found,) = found_in(
        kommun_from("""
        mål:
        - {id: utb-1, nivå: Nämndmål, rubrik: Fler klarar skolan}
        """)
    )
    assert (found.code, found.suggestion) == ("KV204", "namndmal")


MODEL = """
        styrmodeller:
        - id: modell
          namn: Styrmodell
          nivåer:
          - {id: a, namn: område, artikel: ett, bestämd: området, plural: områden, bestämd_plural: områdena}
          - {id: b, namn: mål, artikel: ett, bestämd: målet, plural: mål, bestämd_plural: målen%s}
          - {id: c, namn: löfte, artikel: ett, bestämd: löftet, plural: löften, bestämd_plural: löftena}
        """


def test_a_parent_stands_on_a_higher_level_and_may_skip_one():
    assert check(MODEL % "" + """
        mål:
        - {id: a1, nivå: a, rubrik: Ett}
        - {id: b1, nivå: b, rubrik: Två, överordnade: [a1]}
        - {id: b2, nivå: b, rubrik: Tre, överordnade: [b1]}
        - {id: c1, nivå: c, rubrik: Fyra, överordnade: [a1, b2]}
        """) == [("KV301", 12, 48)]  # fmt: skip


def test_levels_of_one_rank_stand_side_by_side():
    assert check(MODEL % ", rang: 3" + """
        mål:
        - {id: b1, nivå: b, rubrik: Ett}
        - {id: c1, nivå: c, rubrik: Två, överordnade: [b1]}
        """) == [("KV301", 11, 48)]  # fmt: skip


def test_levels_of_different_governing_models_are_not_compared():
    assert check(MODEL % "" + """
        - id: ny-modell
          namn: Ny styrmodell
          nivåer:
          - {id: d, namn: mål, artikel: ett, bestämd: målet, plural: mål, bestämd_plural: målen}
        mål:
        - {id: c1, nivå: c, rubrik: Ett}
        - {id: d1, nivå: d, rubrik: Två, överordnade: [c1]}
        """) == []  # fmt: skip


def test_a_circle_is_shown_whole_with_the_place_of_each_link_and_once():
    found = found_in(
        kommun_from("""
        mål:
        - {id: ett, nivå: omrade, rubrik: Ett, överordnade: [tre]}
        - {id: tva, nivå: mal, rubrik: Två, överordnade: [ett]}
        - {id: tre, nivå: namndmal, rubrik: Tre, överordnade: [tva]}
        - {id: fyra, nivå: namndmal, rubrik: Fyra, överordnade: [tva]}
        """)
    )
    assert places(found) == [("KV304", 2, 54)]
    assert found[0].details["loop"] == "ett → tre → tva → ett"
    assert [(place.line, place.column) for place in found[0].related] == [(4, 56), (3, 51)]


def test_two_circles_are_two_problems():
    assert check("""
        mål:
        - {id: ett, nivå: omrade, rubrik: Ett, överordnade: [tva]}
        - {id: tva, nivå: mal, rubrik: Två, överordnade: [ett]}
        - {id: tre, nivå: omrade, rubrik: Tre, överordnade: [fyra]}
        - {id: fyra, nivå: mal, rubrik: Fyra, överordnade: [tre]}
        """) == [("KV304", 2, 54), ("KV304", 4, 54)]  # fmt: skip


def test_a_long_chain_is_checked_without_trouble():
    lines = ["mål:", "- {id: n0, nivå: omrade, rubrik: Noll, överordnade: [n2999]}"]
    lines += [
        f"- {{id: n{n}, nivå: omrade, rubrik: N, överordnade: [n{n - 1}]}}" for n in range(1, 3000)
    ]
    found = found_in(kommun_from("\n".join(lines)))
    assert [(one.code, len(one.related)) for one in found] == [("KV304", 2999)]


@pytest.mark.parametrize(
    ("parents", "codes"),
    [
        ("", ["KV302"]),
        (", överordnade: framgår inte av källan", []),
        (", överordnade: [a1]", ["KV303"]),
        (", överordnade: [a2]", []),
        (", överordnade: [a3]", []),
        (", överordnade: [{namn: Visionen}]", []),
        (", överordnade: [a1, a2]", []),
    ],
)
def test_a_goal_has_the_way_up_that_its_level_asks_for(parents, codes):
    found = check(MODEL % ", ska_ha_överordnad: ja, ska_leda_till_vision: ja" + f"""
        visioner:
        - {{id: vision, rubrik: Vision, status: gällande, text: Alla.}}
        mål:
        - {{id: a1, nivå: a, rubrik: Utan väg}}
        - {{id: a2, nivå: a, rubrik: Med väg, överordnade: [vision]}}
        - {{id: a3, nivå: a, rubrik: Okänt, överordnade: framgår inte av källan}}
        - {{id: b1, nivå: b, rubrik: Målet{parents}}}
        """)  # fmt: skip
    assert [code for code, _, _ in found] == codes


def test_totals_are_compared_on_levels_in_categories_and_below_a_goal():
    further = ", totalt: 30, kategorier: [{id: ekonomi, namn: Ekonomi, totalt: 1}]"
    assert check(MODEL % further + """
        mål:
        - {id: a1, nivå: a, rubrik: Ett, underordnade_totalt: 2}
        - {id: b1, nivå: b, rubrik: Två, överordnade: [a1], kategori: ekonomi}
        - {id: b2, nivå: b, rubrik: Tre, överordnade: [a1], kategori: ekonomi}
        """) == [("KV306", 6, 152), ("KV307", 10, 55)]  # fmt: skip


def test_visions_that_replace_each_other_in_a_circle_are_found_through_goals_and_models_too():
    assert check("""
        mål:
        - {id: ett, nivå: mal, rubrik: Ett, ersätter: [tre]}
        - {id: tva, nivå: mal, rubrik: Två, ersätter: [ett]}
        - {id: tre, nivå: mal, rubrik: Tre, ersätter: [tva]}
        """) == [("KV305", 2, 48)]  # fmt: skip


@pytest.mark.parametrize(
    ("goal", "codes"),
    [
        ("{från: 2023, till: 2026}", []),
        ("{från: 2020-01, till: 2035-12-31}", []),
        ("{från: 2019, till: 2026}", ["KV404"]),
        ("{från: 2034, till: 2036}", ["KV404"]),
        ("mandatperioden 2018–2040", []),
    ],
)
def test_a_goals_time_lies_within_its_visions_as_far_as_the_dates_are_known(goal, codes):
    found = check(f"""
        visioner:
        - {{id: vision, rubrik: Vision, status: gällande, text: Alla., gäller: {{från: 2020, till: 2035}}}}
        mål:
        - {{id: m, nivå: mal, rubrik: Målet, överordnade: vision, gäller: {goal}}}
        """)  # fmt: skip
    assert [code for code, _, _ in found] == codes


@pytest.mark.parametrize(
    ("old", "new", "goal", "codes"),
    [
        # The old vision has ended, and what was decided under it runs to the year's end.
        ("ersatt", "", "överordnade: gammal, gäller: {från: 2033, till: 2035}", []),
        ("upphävd", "", "överordnade: gammal, gäller: {till: 2035}", []),
        ("gällande", "beslutad", "överordnade: gammal, gäller: {från: 2033, till: 2035}", []),
        ("gällande", "förslag", "överordnade: gammal, gäller: {från: 2033, till: 2035}", ["KV404"]),
        ("gällande", "", "överordnade: gammal, gäller: {från: 2033, till: 2035}", ["KV404"]),
        ("ersatt", "", "överordnade: gammal, gäller: {från: 2035, till: 2036}", ["KV404"]),
        ("ersatt", "", "överordnade: gammal, gäller: {från: 2019, till: 2034}", ["KV404"]),
        # The goal is older than the vision that it now supports, and that replaces its own.
        ("ersatt", "gällande", "överordnade: ny, gäller: {från: 2032}", []),
        ("ersatt", "gällande", "överordnade: ny, gäller: {från: 2019}", ["KV404"]),
        ("ersatt", "gällande", "överordnade: ny, gäller: {från: 2032, till: 2046}", ["KV404"]),
    ],
)
def test_a_goal_may_live_on_when_its_vision_is_replaced(old, new, goal, codes):
    replacing = (
        f"- {{id: ny, rubrik: Ny, status: {new}, text: Alla., ersätter: gammal, "
        "gäller: {från: 2034-07-01, till: 2045}}"
    )
    text = f"""
visioner:
- {{id: gammal, rubrik: Gammal, status: {old}, text: Alla., gäller: {{från: 2020, till: 2034-06-30}}}}
{replacing if new else ""}
mål:
- {{id: m, nivå: mal, rubrik: Målet, {goal}}}
"""
    assert [code for code, _, _ in check(text)] == codes


def test_a_goal_is_older_than_its_vision_without_harm_when_nobody_knows_when_the_last_one_began():
    assert check("""
        visioner:
        - {id: gammal, rubrik: Gammal, status: ersatt, text: Alla., gäller: {till: 2034}}
        - {id: ny, rubrik: Ny, status: gällande, text: Alla., ersätter: gammal, gäller: {från: 2035}}
        mål:
        - {id: m, nivå: mal, rubrik: Målet, överordnade: ny, gäller: {från: 2032}}
        """) == []  # fmt: skip


@pytest.mark.parametrize(
    ("area", "expected"),
    [
        ("", [("KV404", 5)]),
        (", gäller: {från: 2020, till: 2036}", [("KV404", 4)]),
        (", överordnade: [vision, m]", [("KV304", 4), ("KV404", 5)]),
    ],
)
def test_a_goals_time_is_held_against_the_vision_through_an_area_without_a_time(area, expected):
    parent = "" if "överordnade" in area else ", överordnade: vision"
    found = check(f"""
        visioner:
        - {{id: vision, rubrik: V, status: gällande, text: A., gäller: {{från: 2020, till: 2035}}}}
        mål:
        - {{id: o, nivå: omrade, rubrik: Området{parent}{area}}}
        - {{id: m, nivå: mal, rubrik: Målet, överordnade: o, gäller: {{från: 2034, till: 2036}}}}
        """)  # fmt: skip
    assert [(code, line) for code, line, _ in found] == expected


@pytest.mark.parametrize(
    ("kommun", "expected"),
    [
        ("namn: Nora\n  kod: 1884\n  län: Örebro län", None),
        ("namn: NORA\n  kod: 1884", None),
        ("namn: Nora\n  kod: 1899", ("KV501", 4, 8)),
        ("namn: Norra\n  kod: 1884", ("KV502", 4, 8)),
        ("namn: Nora\n  kod: 1884\n  län: Dalarnas län", ("KV509", 5, 8)),
        ("namn: Nora", ("KV507", 3, 9)),
        ("namn: Exempelby\n  kod: 9999\n  påhittad: ja", None),
        ("namn: Region Skåne\n  slag: region\n  kod: 12\n  län: Skåne län", None),
        ("namn: Region Kalmar län\n  slag: region\n  kod: 08", None),
        ("namn: Region Jönköping\n  slag: region\n  kod: 06", None),
        ("namn: Region Exempel\n  slag: region\n  kod: 02", ("KV501", 5, 8)),
        ("namn: Region Exempel\n  slag: region\n  kod: 1280", ("KV501", 5, 8)),
        ("namn: Region Skåne\n  slag: region\n  kod: 13", ("KV502", 5, 8)),
        ("namn: Region Skåne\n  slag: region\n  kod: 12\n  län: Hallands län", ("KV509", 6, 8)),
        ("namn: Region Skåne\n  slag: region", ("KV507", 3, 9)),
        ("namn: Region Exempel\n  slag: region\n  påhittad: ja", None),
        ("namn: Bergslagens kommunalförbund\n  slag: kommunalförbund\n  kod: 1234", None),
        ("namn: Stockholm\n  kod: 0180\n  organisationsnummer: 212000-0142", None),
        ("namn: Stockholm\n  kod: 0180\n  organisationsnummer: 2120000142", None),
        ("namn: Stockholm\n  kod: 0180\n  organisationsnummer: 212000-0143", ("KV508", 5, 24)),
        ("namn: Stockholm\n  kod: 0180\n  organisationsnummer: 16212000-0142", ("KV508", 5, 24)),
    ],
)
def test_a_real_kommun_is_compared_with_the_official_list(kommun, expected):
    found = check(f"kommun:\n  formellt_namn: X\n  {kommun}\n")
    assert found == ([expected] if expected else [])


def test_a_decision_says_who_and_when_or_that_the_source_does_not():
    assert check("""
        beslut:
        - {id: b1, rubrik: Ett beslut}
        - {id: b2, organ: framgår inte av källan, datum: framgår inte av källan}
        """) == [("KV510", 2, 4), ("KV510", 2, 4)]  # fmt: skip


def test_what_is_there_but_cannot_be_read_is_not_missing():
    told = found_with_the_loader("""
        kommun:
          namn: X
          formellt_namn: X
          påhittad: ja
          tillgänglighet: {metod: gissning}
        beslut:
        - {id: b1, rubrik: B, organ: framgår inte av källan, datum: 31 februari 2025}
        indikatorer:
        - {id: i1, namn: A, hör_till: framgår inte av källan,
           målvärden: [{period: 2026, minst: många}]}
        """)
    assert {code for code, _, _ in told} & {"KV510", "KV514", "KV904"} == set()
    assert {code for code, _, _ in told} >= {"KV402", "KV118"}


def test_where_no_level_is_there_that_is_told_once_and_no_empty_choice_is_offered():
    goals = "mål:\n- {id: a, nivå: mal, rubrik: A}\n- {id: b, nivå: mal, rubrik: B}\n"
    files = {
        "data/by/kommun.yml": "format: 1\nkommun: {namn: By, formellt_namn: By kommun, påhittad: ja}\n",
        "data/by/mal.yml": goals,
    }
    (kommun,) = loaded_from(files).kommuner
    (found,) = (one for one in check_kommun(kommun) if one.code == "KV204")
    assert found.origin.line == 2
    assert found.details["remedy"] == 'Skriv in nivåerna under "styrmodeller". Nu finns inga.'


def test_a_link_to_an_id_that_two_objects_have_is_not_taken_for_a_link_to_itself():
    told = check("""
        mål:
        - {id: a, nivå: omrade, rubrik: A}
        - {id: a, nivå: mal, rubrik: B, överordnade: [a]}
        """)
    assert [code for code, _, _ in told] == ["KV201"]


def test_goals_rest_on_a_source_and_what_is_listed_is_used():
    assert check(
        """
        källor:
        - {id: budget, titel: Budget}
        mål:
        - {id: m1, nivå: mal, rubrik: Ett}
        - {id: m2, nivå: mal, rubrik: Två, källa: framgår inte av källan}
        """,
        evidence=True,
    ) == [("KV513", 2, 4), ("KV512", 4, 4)]


def test_a_proposal_is_no_decision_that_must_be_used():
    assert check(
        """
        beslut:
        - {id: ks-1, slag: förslag, organ: framgår inte av källan, datum: 2034-03-12}
        - {id: kf-1, organ: framgår inte av källan, datum: 2034-06-18}
        - {id: kf-2, organ: framgår inte av källan, datum: 2034-06-18}
        mål:
        - {id: m, nivå: mal, rubrik: Ett, källa: framgår inte av källan, beslut: kf-1}
        """,
        evidence=True,
    ) == [("KV513", 4, 4)]


def test_a_vision_and_goals_on_a_level_that_somebody_decides_name_their_decision():
    found = check(
        MODEL % ", beslutas_av: kf"
        + """
        organisation:
        - {id: kf, namn: Kommunfullmäktige, slag: fullmäktige}
        visioner:
        - {id: v, rubrik: Vision, status: förslag, text: Alla.}
        mål:
        - {id: a1, nivå: a, rubrik: Ett}
        - {id: b1, nivå: b, rubrik: Två}
        - {id: b2, nivå: b, rubrik: Tre, beslut: framgår inte av källan}
        - {id: b3, nivå: b, rubrik: Fyra, status: exempel}
        """,
        evidence=True,
    )
    assert [one for one in found if one[0] == "KV511"] == [("KV511", 12, 4), ("KV511", 15, 4)]


def test_markup_is_found_in_nested_texts_and_in_headings_but_a_number_sign_in_a_heading_is_not():
    assert check("""
        aktuellt:
        - id: nyhet
          rubrik: "# <i>Nu</i>"
          datum: 2025
          citat:
          - {text: "Se [här](javascript:x)", vem: Kim}
        """) == [("KV602", 3, 14), ("KV602", 3, 19), ("KV603", 6, 22)]  # fmt: skip


def test_a_fault_in_a_long_text_is_shown_on_its_own_line():
    files = standard_files("""
        mål:
        - id: m1
          nivå: mal
          rubrik: Ett
          beskrivning: >-
            Första raden är bra.

            Den andra har <script>något</script> i sig.
        """)
    lines = dedent(str(files["data/exempelby/mal.yml"])).lstrip("\n").split("\n")
    found = check_site(loaded_from(files).kommuner, (), lambda _, line: lines[line - 1])
    markup = tuple(one for one in Problems(found) if one.code == "KV602")
    assert places(markup) == [("KV602", 8, 19), ("KV602", 8, 32)]


def test_a_decided_heading_may_be_long_but_an_own_one_should_not():
    title = "Ord " * 30
    assert check(f"""
        mål:
        - {{id: m1, nivå: mal, rubrik: {title}}}
        - {{id: m2, nivå: mal, egen_rubrik: ja, rubrik: {title}}}
        visioner:
        - {{id: v1, status: gällande, text: Alla., rubrik: {title}}}
        - {{id: v2, status: ersatt, text: Alla., egen_rubrik: ja, rubrik: {title}}}
        """) == [("KV605", 3, 48), ("KV605", 6, 66)]  # fmt: skip


def test_what_rests_on_a_key_that_cannot_be_read_is_told_of_by_that_alone():
    levels = LEVELS.replace("id: mal,", "id: mal, ska_ha_överordnad: ja,")
    found = found_with_the_loader(f"""{levels}
mål:
- {{id: a, nivå: omrade, rubrik: A}}
- {{id: b, nivå: mal, rubrik: B, överordnde: a, källla: plan}}
- {{id: c, nivå: mal, rubrik: C, överordnade: , källa: }}
- {{id: d, nivå: mal, rubrik: D, överordnade: [], källa: []}}
beslut:
- {{id: kf-1, orgn: kf, datm: 2026-01-01}}
""")
    told = [(code, line) for code, line, _ in found if code not in {UNASSESSED, "KV513"}]
    at = {key: line for line, key in enumerate("abcd", start=levels.count("\n") + 2)}
    assert sorted(told) == sorted([
        ("KV512", at["a"]), ("KV101", at["b"]), ("KV101", at["b"]), ("KV103", at["c"]),
        ("KV103", at["c"]), ("KV302", at["d"]), ("KV512", at["d"]),
        ("KV101", at["d"] + 2), ("KV101", at["d"] + 2),
    ])  # fmt: skip


def test_an_exception_silences_warnings_for_its_ids_only():
    text = """
        mål:
        - {id: m1, nivå: mal, rubrik: Ett}
        - {id: m2, nivå: mal, rubrik: Två}
        undantag:
        - {kod: KV512, gäller: [m1], skäl: Står så.}
        """
    assert check(text, evidence=True) == [("KV512", 3, 4)]


def test_an_exception_reaches_problems_found_elsewhere_in_the_kommuns_folders():
    kommun = kommun_from("undantag:\n- {kod: KV016, skäl: En avsiktlig kommentar.}\n")
    ours = problem("KV016", Origin("data/exempelby/mal.yml", 7, 3), text="#x")
    theirs = problem("KV016", Origin("data/grannbyn/mal.yml", 7, 3), text="#x")
    assert [one for one in check_site([kommun], [ours, theirs]) if one.code != UNASSESSED] == [
        theirs
    ]


def test_an_exception_that_is_no_longer_needed_is_pointed_out_id_by_id():
    assert check("""
        mål:
        - {id: m1, nivå: mal, rubrik: Ett, källa: framgår inte av källan}
        - {id: m2, nivå: mal, rubrik: Två}
        undantag:
        - {kod: KV512, gäller: [m1, m2], skäl: Står så.}
        - {kod: KV207, skäl: Står så.}
        """) == [("KV503", 5, 25), ("KV503", 6, 4)]  # fmt: skip


def test_links_to_another_kommun_are_followed_to_the_object():
    files = standard_files("""
        mål:
        - {id: m1, nivå: mal, rubrik: Ett, ansvariga: [grannbyn/ks, grannbyn/kss, granbyn/ks]}
        """)
    files["data/grannbyn/kommun.yml"] = """
        kommun: {namn: Grannbyn, formellt_namn: Grannbyns kommun, påhittad: ja}
        organisation:
        - {id: ks, namn: Kommunstyrelsen, slag: styrelse}
        """
    found = Problems(check_site(loaded_from(files).kommuner)).ordered()
    unknown = [one for one in found if one.code == "KV202"]
    assert places(tuple(unknown)) == [("KV202", 2, 61), ("KV202", 2, 75)]
    assert [one.suggestion for one in unknown] == ["grannbyn/ks", "grannbyn/ks"]


def test_the_rules_are_a_list_of_distinct_functions():
    assert len(set(RULES)) == len(RULES)


@pytest.mark.parametrize(
    ("status", "decisions", "found"),
    [
        ("gällande", "[forslag]", True),
        ("beslutad", "[forslag]", True),
        ("gällande", "[forslag, kf-1]", False),
        ("förslag", "[forslag]", False),
        ("ersatt", "[forslag]", False),
    ],
)
def test_what_is_in_force_rests_on_more_than_a_proposal(status, decisions, found):
    told = check(
        f"""
        organisation:
        - {{id: kf, namn: Kommunfullmäktige, slag: fullmäktige}}
        källor:
        - {{id: budget, titel: Budget 2026}}
        beslut:
        - {{id: forslag, slag: förslag, rubrik: F, organ: kf, datum: 2025}}
        - {{id: kf-1, rubrik: B, organ: kf, datum: 2025, källa: budget}}
        visioner:
        - id: v
          rubrik: V
          status: {status}
          text: Hela livets kommun.
          beslut: {decisions}
        """
    )
    assert ("KV519" in {code for code, _, _ in told}) is found


def test_a_proposal_that_much_rests_on_is_told_of_once():
    goals = "".join(
        f"- {{id: m-{number}, nivå: mal, rubrik: M, status: gällande, beslut: forslag}}\n"
        for number in range(3)
    )
    (found,) = (
        one
        for one in check_kommun(
            kommun_from(
                "beslut:\n- {id: forslag, slag: förslag, rubrik: F, organ: kf, datum: 2025}\n"
                f"mål:\n{goals}"
            )
        )
        if one.code == "KV519"
    )
    assert (found.subject, found.details["items"]) == ("forslag", '"m-0" och 2 till')
    assert found.origin.line == 2
