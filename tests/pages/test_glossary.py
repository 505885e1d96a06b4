"""The word list, and the words on a page."""

import re

from kommunvision.chain import GoalSystem, Site
from kommunvision.check import check_kommun
from kommunvision.pages import pages_of
from tests.helpers import WHO, kommun_from, loaded_from

OWN = """
visioner:
- id: v
  rubrik: Vision 2035
  status: gällande
  text: Nämnden bestämmer.
  beskrivning: Fullmäktige beslutar om visionen. Lovskolan gäller ett mål.
ordlista:
- {ord: vision, böjningar: [visionen], förklaring: Den *framtid* som vi vill ha.}
- {ord: lovskola, böjningar: [lovskolan], förklaring: Skola på lovet., källa: {namn: Skolplanen}}
- {ord: nämnd, böjningar: [nämnden], förklaring: En grupp politiker.}
"""

SHARED = """
ordlista:
- {ord: vision, förklaring: Webbplatsens förklaring.}
- {ord: mål, förklaring: Det man vill nå.}
- {ord: fullmäktige, förklaring: De folkvalda.}
"""


def site_of(kommun):
    system = GoalSystem(kommun)
    return {page.url: page for page in pages_of(Site([system]), system)}


def with_shared():
    loaded = loaded_from(
        {
            "data/ordlista.yml": SHARED,
            "data/exempelby/kommun.yml": WHO,
            "data/exempelby/egna.yml": OWN,
        }
    )
    assert not loaded.problems
    (kommun,) = loaded.kommuner
    return kommun


def test_each_word_of_a_page_is_linked_once_and_explained_at_its_end():
    page = site_of(with_shared())["exempelby/vision/v/"]
    links = re.findall(r'<a class="kv-term" href="([^"]+)">([^<]+)</a>', page.body)
    assert links == [
        ("../../ordlista/#fullmaktige", "Fullmäktige"),
        ("../../ordlista/#vision", "visionen"),
        ("../../ordlista/#lovskola", "Lovskolan"),
        ("../../ordlista/#mal", "mål"),
    ]
    words = page.body.partition('<section class="kv-words">')[2]
    assert re.findall("<dt>([^<]+)</dt>", words) == [
        "fullmäktige", "lovskola", "mål", "nämnd", "vision",
    ]  # fmt: skip
    assert words.index("</section>") < words.index('<section class="kv-source">')
    assert [one.anchor for one in page.toc][-2:] == ["ord-pa-sidan", "varifran"]


def test_decided_wording_is_not_marked():
    page = site_of(with_shared())["exempelby/vision/v/"]
    assert "<blockquote>\n<p>Nämnden bestämmer.</p>\n</blockquote>" in page.body


def test_the_kommuns_own_explanation_stands_instead_of_the_shared_one():
    page = site_of(with_shared())["exempelby/ordlista/"]
    assert "Den <em>framtid</em> som vi vill ha." in page.body
    assert "Webbplatsens förklaring." not in page.body
    own, shared = page.body.split('<h2 id="gemensamma">')
    assert re.findall(r'<dt id="([^"]+)">', own) == ["lovskola", "namnd", "vision"]
    assert re.findall(r'<dt id="([^"]+)">', shared) == ["fullmaktige", "mal"]
    assert "Ur källan: Skolplanen" in own
    assert "webbplatsens egna" in shared
    assert "kv-term" not in page.body


def test_a_kommun_without_words_has_no_list_and_no_links():
    pages = site_of(kommun_from(OWN.partition("ordlista:")[0]))
    assert "exempelby/ordlista/" not in pages
    assert not any("kv-words" in page.body or "kv-term" in page.body for page in pages.values())


def test_the_same_word_in_both_lists_is_no_mistake():
    assert not [one for one in check_kommun(with_shared()) if one.code == "KV770"]


def test_words_whose_addresses_would_be_alike_get_one_each():
    body = site_of(
        kommun_from("ordlista: [{ord: råd, förklaring: Ett.}, {ord: rad, förklaring: Två.}]")
    )["exempelby/ordlista/"].body
    assert re.findall(r'<dt id="([^"]+)">', body) == ["rad-2", "rad"]
