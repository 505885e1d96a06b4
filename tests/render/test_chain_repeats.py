"""Lists say once what would be the same on every row: standing, kind, shared ways, whole lists."""

import re

from kommunvision.chain import GoalSystem, Site
from kommunvision.model import Kommun
from kommunvision.render.views import Views
from tests.helpers import kommun_from


def views_from(text: str) -> tuple[Views, Kommun]:
    kommun = kommun_from(text)
    system = GoalSystem(kommun)
    return Views(Site([system]), system, "exempelby/malkedja/"), kommun


def test_what_a_reader_would_assume_of_standing_is_not_said_on_every_row():
    views, kommun = views_from("""
        visioner: [{id: v, rubrik: Framåt, text: Framåt., status: förslag}]
        mål:
        - {id: a, nivå: omrade, rubrik: Första, status: förslag, överordnade: [v]}
        - {id: b, nivå: omrade, rubrik: Andra, status: gällande, överordnade: [v]}
        - {id: c, nivå: mal, rubrik: Tredje, status: beslutad, överordnade: [b]}
        """)
    html = views.chain()
    assert html.count("Förslag") == 1
    assert html.index("Förslag") < html.index("Första")
    assert html.index("Andra") < html.index("Gällande") < html.index("Tredje")
    assert "Beslutat" not in html
    assert "Förslag" in views.goal_list(kommun.goals)
    assert "Gällande" not in views.goal_list(kommun.goals)


def test_the_word_for_what_nodes_are_stands_before_the_first_of_its_like():
    views, _ = views_from("""
        mål:
        - {id: a, nivå: omrade, rubrik: Första}
        - {id: b, nivå: omrade, rubrik: Andra}
        - {id: m, nivå: mal, rubrik: Ett, överordnade: [b]}
        - {id: c, nivå: omrade, rubrik: Tredje}
        """)
    words = re.sub("<[^>]+>|\\s+", " ", views.chain()).split()
    assert words == ["Område", "Första", "Andra", "Mål", "Ett", "Område", "Tredje"]


def test_a_list_that_stands_a_second_time_is_folded_and_says_whose_it_is():
    rows = "\n".join(
        f"        - {{id: m{n}, nivå: mal, rubrik: Mål {n}, överordnade: [a, b]}}" for n in range(3)
    )
    views, _ = views_from(f"""
        mål:
        - {{id: a, nivå: omrade, rubrik: Första}}
        - {{id: b, nivå: omrade, rubrik: Andra}}
{rows}
        """)
    before, folded = views.chain().split("<details>")
    assert "<summary>Samma tre mål som under Första</summary>" in folded
    assert before.count(">Mål 1</a>") == folded.count(">Mål 1</a>") == 1


def test_ways_up_that_share_steps_show_them_once():
    views, kommun = views_from("""
        visioner: [{id: v, rubrik: Framåt, text: Framåt., status: gällande}]
        mål:
        - {id: a, nivå: omrade, rubrik: Första, överordnade: [v]}
        - {id: b, nivå: omrade, rubrik: Andra, överordnade: [v]}
        - {id: m, nivå: mal, rubrik: Gemensamt, överordnade: [a, b]}
        """)
    html = views.way_up(kommun.goals[2])
    assert html.count(">Framåt</a>") == 1
    assert html.count(">Gemensamt</a>") == 2
