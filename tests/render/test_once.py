"""What is worked out once of an object, and asked for by page after page."""

import gc
import re
import weakref
from dataclasses import replace

from kommunvision.chain import GoalSystem, Site
from kommunvision.render.once import once
from kommunvision.render.views import Views
from tests.helpers import kommun_from

GOALS = """
mål:
- {id: a, nivå: mal, rubrik: Alla läser}
- {id: b, nivå: mal, rubrik: Alla räknar}
indikatorer:
- {id: antal, namn: Antal, enhet: st, hör_till: [a], källa: rapport}
mätvärden:
- {indikator: antal, värden: [{period: 2023, värde: 70}, {period: 2024, värde: 71}]}
källor:
- {id: rapport, titel: Rapporten}
"""


def test_a_thing_is_made_once_for_an_object_of_a_kommun_and_what_else_it_depends_on():
    made = []

    @once
    def title(system: GoalSystem, item, words: str) -> str:
        made.append(words)
        return f"{item.title} {words} {len(system.kommun.goals)}"

    system, other = GoalSystem(kommun_from(GOALS)), GoalSystem(kommun_from(GOALS))
    goal = system.kommun.goals[0]
    assert title(system, goal, "1") == title(system, goal, "1") == "Alla läser 1 2"
    assert title(system, goal, "2") == "Alla läser 2 2"
    assert made == ["1", "2"]
    # Another object with the same id, and the same one in another kommun, are not taken for it.
    assert title(system, replace(goal, title="Många läser"), "1") == "Många läser 1 2"
    assert title(other, goal, "1") == "Alla läser 1 2"
    assert made == ["1", "2", "1", "1"]


def test_no_more_is_kept_than_the_latest_kommuner_and_objects_keep_their_numbers():
    @once
    def title(_: GoalSystem, item) -> str:
        return item.title

    systems = [GoalSystem(kommun_from(GOALS)) for _ in range(4)]
    gone = [weakref.ref(one) for one in systems]
    for system in systems:
        for number in range(200):
            # Each is thrown away by us; none may get the number of one that is known.
            item = replace(system.kommun.goals[0], title=f"Mål {number}")
            assert title(system, item) == f"Mål {number}"
    del systems, system, item
    gc.collect()
    assert [one() is None for one in gone] == [True, True, False, False]


def test_a_table_is_the_same_on_its_page_and_elsewhere_but_for_where_links_lead():
    system = GoalSystem(kommun_from(GOALS))
    site, item = Site([system]), system.kommun.indicators[0]
    own, far = (
        Views(site, system, here).figures(item)
        for here in ("exempelby/indikatorer/antal/", "exempelby/inbaddad/v1/indikatorer/antal/")
    )
    for table, up in ((own, "../.."), (far, "../../../..")):
        assert f'href="{up}/kallor/#rapport"' in table
        assert "\0" not in table
    assert 'href="../antal.csv"' in own
    assert 'href="../../../../indikatorer/antal.csv"' in far
    assert re.sub('href="[^"]*"', "", own) == re.sub('href="[^"]*"', "", far)
