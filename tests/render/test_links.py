"""Links to objects: each leads right from wherever it stands."""

import pytest

from kommunvision.address import address, relative
from kommunvision.chain import GoalSystem, Site
from kommunvision.render.views import Views
from tests.helpers import kommun_from

GOALS = """
mål:
- {id: a, nivå: mal, rubrik: Alla läser}
- {id: b, nivå: mal, rubrik: Alla räknar}
källor:
- {id: rapport, titel: Rapporten}
"""


@pytest.mark.parametrize(
    "here",
    ["", "x.html", "exempelby/", "exempelby/index.html", "exempelby/mal/", "exempelby/mal/a/",
     "exempelby/mal/c/", "exempelby/mal/a", "exempelby/kallor/", "exempelby/inbaddad/v1/mal/a/",
     "exempelby/indikatorer/antal/diagram/", "exempelby/mal/a/b/", "exempelby/mal/ab/"],
)  # fmt: skip
def test_a_link_leads_right_from_every_page_whichever_was_made_before(here):
    system = GoalSystem(kommun_from(GOALS))
    site = Site([system])
    for page in ("exempelby/mal/b/", here, "exempelby/mal/d/", here):
        views = Views(site, system, page)
        for item in system.kommun.items:
            target = address(system.kommun, item)
            said = ' aria-current="page"' if target == page else ""
            assert f'<a href="{relative(target, page)}"{said}>' in views.link(item)
            assert views.link(item, text="<Här>").endswith(">&lt;Här&gt;</a>")
