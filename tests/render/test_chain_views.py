"""Chains as a reader meets them: nested lists downward, every way up, and the two agree."""

import re
import time

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kommunvision.address import address
from kommunvision.chain import GoalSystem, Site
from kommunvision.model import Goal, GoverningModel, Kommun, Level, Reference
from kommunvision.origin import Origin, Where
from kommunvision.render.views import Views
from tests.helpers import kommun_from

WHERE = Where(Origin("data/exempelby/mal.yml"))


def views_of(kommun: Kommun, here: str = "exempelby/malkedja/") -> Views:
    system = GoalSystem(kommun)
    return Views(Site([system]), system, here)


def views_from(text: str, here: str = "exempelby/malkedja/") -> tuple[Views, Kommun]:
    kommun = kommun_from(text)
    return views_of(kommun, here), kommun


def links_in(html: str) -> list[tuple[str | None, str]]:
    """Every link of a chain as (link above it, link)."""
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    found = []

    def walk(element, above):
        anchor = element.find("a")
        here = anchor.get("href") if element.tag == "li" and anchor is not None else above
        if element.tag == "li":
            found.append((above, here))
        for child in element:
            walk(child, here)

    walk(tree, None)
    return found


def many_levels(parents: list[list[int]], depth: int) -> Kommun:
    """A kommun whose node number n stands under the nodes in ``parents[n]``, all of them earlier."""
    rank: list[int] = []
    for above in parents:
        rank.append(1 + max((rank[one] for one in above), default=0))
    levels = tuple(
        Level(id=f"niva-{n}", where=WHERE, name="steg", article="ett", definite="steget", plural="steg", definite_plural="stegen")
        for n in range(1, max(depth, *rank) + 1)
    )  # fmt: skip
    goals = tuple(
        Goal(
            id=f"n{number}",
            where=WHERE,
            level=f"niva-{rank[number]}",
            title=f"Nod {number}",
            parents=tuple(Reference(f"n{one}") for one in above),
        )
        for number, above in enumerate(parents)
    )
    model = GoverningModel(id="modell", where=WHERE, name="Modell", levels=levels)
    return Kommun(
        slug="exempelby", folder="data/exempelby", name="Exempelby", formal_name="Exempelby kommun",
        models=(model,), goals=goals, where=WHERE,
    )  # fmt: skip


@st.composite
def graphs(draw):
    size = draw(st.integers(1, 14))
    return [
        sorted(draw(st.sets(st.integers(0, number - 1), max_size=3))) if number else []
        for number in range(size)
    ]


@given(graphs())
def test_a_chain_shows_every_link_once_and_no_other(parents):
    html = views_of(many_levels(parents, 1), "exempelby/").chain()
    expected = [
        (f"mal/n{above}/", f"mal/n{number}/")
        for number, all_above in enumerate(parents)
        for above in all_above
    ]
    expected += [(None, f"mal/n{number}/") for number, above in enumerate(parents) if not above]
    assert sorted(links_in(html), key=str) == sorted(expected, key=str)


@pytest.mark.full
@given(graphs())
def test_the_ways_up_of_every_node_are_the_links_down_of_the_nodes_above_it(parents):
    views = views_of(kommun := many_levels(parents, 1), "exempelby/")
    down = {
        (f"mal/{goal.id}/", node)
        for goal in kommun.goals
        for _, node in links_in(views.below(goal))
    }
    up = {pair for goal in kommun.goals for pair in links_in(views.way_up(goal)) if pair[0]}
    assert up == down


@given(graphs())
def test_a_drawing_is_the_same_every_time(parents):
    kommun = many_levels(parents, 1)
    first = [views_of(kommun).diagram(goal) for goal in kommun.goals]
    assert first == [views_of(kommun).diagram(goal) for goal in kommun.goals]


def test_a_node_names_its_level_before_its_link_and_its_standing_after():
    views, _ = views_from("""
        mål:
        - {id: o, nivå: omrade, rubrik: Lärande, nummer: "2"}
        - {id: m, nivå: mal, rubrik: Alla klarar skolan, överordnade: [o], status: förslag}
        """)
    assert views.chain() == (
        '<ul class="kv-chain">\n'
        '<li><span class="kv-level">Område 2</span> <a href="../mal/o/">Lärande</a>\n'
        "<ul>\n"
        '<li><span class="kv-level">Mål</span> <a href="../mal/m/">Alla klarar skolan</a>'
        ' <span class="kv-status kv-status-draft">Förslag</span></li>\n'
        "</ul>\n</li>\n</ul>"
    )


def test_what_stands_under_two_parents_is_shown_under_both_and_its_branch_once():
    views, _ = views_from("""
        mål:
        - {id: a, nivå: omrade, rubrik: Första}
        - {id: b, nivå: omrade, rubrik: Andra}
        - {id: m, nivå: mal, rubrik: Gemensamt, överordnade: [a, b]}
        - {id: n, nivå: namndmal, rubrik: Längst ned, överordnade: [m]}
        """)
    html = views.chain()
    assert html.count(">Gemensamt</a>") == 2
    assert html.count(">Längst ned</a>") == 1
    assert html.index("Längst ned") < html.index("(det som står under visas längre upp)")


def test_a_link_that_is_our_reading_says_so_in_the_chain_and_on_the_way_up():
    views, kommun = views_from("""
        mål:
        - {id: o, nivå: omrade, rubrik: Lärande}
        - {id: m, nivå: mal, rubrik: Alla klarar skolan, överordnade: [{id: o, vår_tolkning: ja}]}
        - {id: p, nivå: mal, rubrik: Alla trivs, överordnade: [{id: o, not: enligt bilaga 2}]}
        """)
    for html in (views.chain(), views.way_up(kommun.goals[1]), views.facts(kommun.goals[1])):
        assert "(Vår tolkning)" in html
    assert "(Vår anmärkning: enligt bilaga 2)" in views.way_up(kommun.goals[2])


def test_a_list_that_is_cut_says_how_much_is_left_out():
    views, kommun = views_from("""
        mål:
        - {id: o, nivå: omrade, rubrik: Lärande, underordnade_totalt: 12}
        - {id: m, nivå: mal, rubrik: Alla klarar skolan, överordnade: [o]}
        """)
    assert "1 av 12 återges här." in views.chain()
    assert "1 av 12 återges här." in views.below(kommun.goals[0])


def test_what_stands_below_is_counted_in_the_words_of_its_levels():
    views, kommun = views_from("""
        mål:
        - {id: o, nivå: omrade, rubrik: Lärande}
        - {id: m1, nivå: mal, rubrik: Ett, överordnade: [o]}
        - {id: m2, nivå: mal, rubrik: Två, överordnade: [o]}
        - {id: n, nivå: namndmal, rubrik: Tre, överordnade: [o]}
        """)
    area, goal, *_, lowest = kommun.goals
    assert "Under området står två mål och ett nämndmål." in views.below(area)
    assert views.below(goal) == '<p class="kv-empty">Inget nämndmål är angivet här.</p>'
    assert views.below(lowest) == "<p>Nämndmålet står längst ned i målkedjan.</p>"


def test_a_level_with_en_gets_the_words_of_en():
    views, kommun = views_from("""
        styrmodeller:
        - id: s
          namn: Styrmodell
          nivåer:
          - {id: in, namn: inriktning, artikel: en, bestämd: inriktningen, plural: inriktningar, bestämd_plural: inriktningarna}
          - {id: ak, namn: aktivitet, artikel: en, bestämd: aktiviteten, plural: aktiviteter, bestämd_plural: aktiviteterna}
        mål:
        - {id: i, nivå: in, rubrik: Framåt, status: upphävd}
        """)
    goal = kommun.goals[0]
    assert views.below(goal) == '<p class="kv-empty">Ingen aktivitet är angiven här.</p>'
    assert views.standing_apart(goal) == '<span class="kv-status kv-status-past">Upphävd</span>'
    assert views.way_up(goal) == "<p>Inriktningen står överst i målkedjan.</p>"


def test_a_vision_with_nothing_under_it_says_so():
    views, kommun = views_from("""
        visioner:
        - {id: v, rubrik: Vision 2040, status: gällande, text: Här trivs alla.}
        """)
    assert "Inget är angivet under visionen." in views.chain()
    assert "Inget är angivet under visionen." in views.below(kommun.visions[0])


def test_an_empty_kommun_says_that_its_chain_is_empty():
    views, _ = views_from("organisation: [{id: kf, namn: Kommunfullmäktige, slag: fullmäktige}]")
    assert views.chain() == '<p class="kv-empty">Inget är angivet i målkedjan.</p>'
    assert views.goal_list([]) == '<p class="kv-empty">Inget är angivet här.</p>'


def test_every_way_up_stands_from_the_top_with_the_node_itself_last():
    views, kommun = views_from(
        """
        mål:
        - {id: a, nivå: omrade, rubrik: Första}
        - {id: b, nivå: omrade, rubrik: Andra}
        - {id: m, nivå: mal, rubrik: Gemensamt, överordnade: [a, b]}
        """,
        here="exempelby/mal/m/",
    )
    html = views.way_up(kommun.goals[2])
    assert "<p>Målet nås på två vägar uppifrån.</p>" in html
    assert links_in(html) == [(None, "../a/"), ("../a/", "./"), (None, "../b/"), ("../b/", "./")]
    assert html.count('<a href="./" aria-current="page">det här målet</a>') == 2


def test_a_parent_that_the_source_does_not_name_or_that_stands_outside_is_told():
    views, kommun = views_from("""
        mål:
        - {id: m, nivå: mal, rubrik: Ett, överordnade: framgår inte av källan}
        - {id: n, nivå: mal, rubrik: Två, överordnade: [{namn: Regionens plan}]}
        """)
    assert "Vad målet stödjer framgår inte av källan." in views.way_up(kommun.goals[0])
    assert "Målet stödjer också Regionens plan." in views.way_up(kommun.goals[1])


def test_ways_up_beyond_counting_are_cut_with_a_sentence():
    layers = 9
    parents = [[] if n < 3 else [n // 3 * 3 - 3 + k for k in range(3)] for n in range(3 * layers)]
    kommun = many_levels(parents, layers)
    html = views_of(kommun).way_up(kommun.goals[-1])
    assert "Steget nås på 6\N{NO-BREAK SPACE}561 vägar uppifrån. De 60 första visas här." in html
    assert html.count(">Nod 26</a>") == 60


def test_a_thousand_nodes_under_ten_parents_each_are_shown_in_a_moment():
    parents = [[] if n < 10 else [n // 10 * 10 - 10 + k for k in range(10)] for n in range(1000)]
    views = views_of(many_levels(parents, 100))
    start = time.process_time()
    html = views.chain()
    assert time.process_time() - start < 5
    assert html.count("<li>") == 10 + 990 * 10


def test_a_small_chain_is_drawn_for_the_eye_alone_and_a_crowded_one_is_not():
    views, kommun = views_from("""
        mål:
        - {id: o, nivå: omrade, rubrik: "<b>Lärande</b> och allt annat som hör till skolan"}
        - {id: m, nivå: mal, rubrik: Alla klarar skolan, överordnade: [o]}
        """)
    drawing = views.diagram(kommun.goals[1])
    assert 'aria-hidden="true"' in drawing
    assert "&lt;b&gt;Lärande&lt;/b&gt; och" in drawing
    assert "allt annat som hör" in drawing
    assert "#" not in drawing.replace("&#", "")
    alone = many_levels([[]], 1)
    assert views_of(alone).diagram(alone.goals[0]) == ""
    crowded = many_levels([[], *[[0]] * 5], 2)
    assert views_of(crowded).diagram(crowded.goals[0]) == ""


def test_a_line_that_skips_a_level_is_drawn_beside_the_boxes_of_that_level():
    views, kommun = views_from("""
        mål:
        - {id: o, nivå: omrade, rubrik: Lärande}
        - {id: p, nivå: omrade, rubrik: Arbete}
        - {id: m, nivå: mal, rubrik: Alla klarar skolan, överordnade: [o]}
        - {id: n, nivå: namndmal, rubrik: Alla läser, överordnade: [m, p]}
        """)
    drawing = views.diagram(kommun.goals[3])
    boxes = [
        tuple(int(number) for number in box)
        for box in re.findall(r'x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)" rx', drawing)
    ]
    assert len(boxes) == 4
    straight = re.findall(r"(\d+) (\d+) V(\d+)", drawing)
    assert len(straight) == 1
    x, start, end = (int(number) for number in straight[0])
    passed = [box for box in boxes if start < box[1] + box[3] and box[1] < end]
    assert len(passed) == 1
    assert not any(left <= x <= left + width for left, _, width, _ in passed)


def test_what_stands_beside_the_vision_is_drawn_beside_it():
    views, kommun = views_from("""
        styrmodeller:
        - id: s
          namn: S
          nivåer:
          - {id: n-vision, slag: visioner, namn: vision, artikel: en, bestämd: visionen,
             plural: visioner, bestämd_plural: visionerna, rang: 1}
          - {id: grund, namn: värdegrund, artikel: en, bestämd: värdegrunden,
             plural: värdegrunder, bestämd_plural: värdegrunderna, rang: 1}
          - {id: mal, namn: mål, artikel: ett, bestämd: målet, plural: mål,
             bestämd_plural: målen, rang: 2}
        visioner:
        - {id: v, rubrik: Vision, status: gällande, text: Alla.}
        mål:
        - {id: g, nivå: grund, rubrik: Respekt}
        - {id: m, nivå: mal, rubrik: Bemötande, överordnade: [v, g]}
        """)
    tops = re.findall(r'<rect [^>]*y="(\d+)"', views.diagram(kommun.goals[1]))
    assert len(tops) == 3
    assert len(set(tops)) == 2


def test_a_drawing_shows_the_whole_number_beside_a_long_name_of_a_level():
    views, kommun = views_from("""
        mål:
        - {id: o, nivå: omrade, rubrik: Lärande}
        - {id: m, nivå: namndmal, nummer: "1.2.3 bokstaven b", rubrik: Läsa, överordnade: [o]}
        """)
    drawing = views.diagram(kommun.goals[1])
    shown = " ".join(re.findall(r">([^<>]+)</text>", drawing))
    assert "Nämndmål 1.2.3 bokstaven b Läsa" in shown


def test_links_are_made_from_the_page_they_stand_on():
    views, kommun = views_from("mål: [{id: o, nivå: omrade, rubrik: Lärande}]", here="exempelby/")
    assert address(kommun, kommun.goals[0]) == "exempelby/mal/o/"
    assert views.link(kommun.goals[0]) == '<a href="mal/o/">Lärande</a>'
