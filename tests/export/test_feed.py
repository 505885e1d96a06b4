"""The feed of what is new and changed: only whole days, the same ids for ever, whole addresses."""

import re
from datetime import datetime
from typing import Any

import pytest
from lxml import etree, html

from kommunvision import pipeline
from kommunvision.chain import GoalSystem, Site
from kommunvision.export import Setting, feed
from kommunvision.export.tables.telling import Telling
from tests.helpers import kommun_from

ATOM = "{http://www.w3.org/2005/Atom}"
HERE = "https://prov.example/exempelby/"
OWN = f"{HERE}data/v1/nytt.atom"

TEXT = """
beslut:
- {id: kf-1, rubrik: Mål 2025, organ: kf, datum: 2024-11-25, paragraf: "§ 12"}
- {id: kf-2, datum: november 2024}
- {id: forslag, rubrik: Ett förslag, slag: förslag, datum: 2024-12-01}
organisation: [{id: kf, namn: Kommunfullmäktige, slag: fullmäktige}]
mål:
- {id: a, nivå: mal, rubrik: Fler klarar skolan, beslut: kf-1, gäller: {från: 2025-01-01}}
- {id: b, nivå: mal, rubrik: Alla läser, beslut: [kf-1, kf-2, forslag]}
indikatorer:
- id: i
  tidigare_id: [mitten, forst]
  namn: Andel
  hör_till: a
  målvärden:
  - period: 2026
    minst: 90
    tidigare: [{text: minst 95, datum: 2025-02-01, skäl: För högt.}]
  värden:
  - period: 2023
    värde: 81
    ändrat_från: [{värde: 80, datum: 2025-03-01, skäl: Fel kommun.}]
  - period: 2022
    värde: 79
    ändrat_från: [{värde: 80, datum: 2025-03-01, skäl: Fel kommun.}]
uppföljningar:
- id: ar
  namn: Årsredovisning 2024
  period: 2024
  låst: 2025-04-28
  omdömen: [{om: a, status: uppfyllt}]
  rättelser:
  - {om: a, vad: status, före: inte uppfyllt, datum: 2025-05-12, skäl: Räknat två gånger.}
  - {vad: namn, före: Bokslut, datum: 2025-05-12, skäl: Skrivfel.}
skalor:
- {id: s, namn: S, steg: [{id: ja, ord: uppfyllt}, {id: nej, ord: inte uppfyllt}]}
aktuellt:
- {id: n, rubrik: "Ny <vision> & mål", datum: 2025-06-01, text: "Läs *mer* <b>nu</b>."}
- {id: vag, rubrik: Utan dag, datum: juni 2025}
"""


def feed_of(text: str, site_url: str = "https://prov.example/") -> Any:
    system = GoalSystem(kommun_from(text))
    files = list(feed.files(Telling(Setting(Site([system]), site_url), system)))
    return etree.fromstring(files[0].content) if files else None


def entries(text: str = TEXT) -> dict[str, Any]:
    return {
        one.findtext(f"{ATOM}id").partition("#")[2]: one
        for one in feed_of(text).iter(f"{ATOM}entry")
    }


def content(entry: Any) -> str:
    return entry.findtext(f"{ATOM}content")


def faults(tree: Any) -> list[str]:
    """What RFC 4287 demands of a feed and does not find in this one."""
    found = []

    def demand(what: str, *, holds: bool) -> None:
        if not holds:
            found.append(what)

    def once(parent: Any, name: str) -> str:
        texts = [one.text or "" for one in parent.findall(f"{ATOM}{name}")]
        demand(f"{parent.tag}: exactly one {name}", holds=len(texts) == 1)
        return texts[0] if texts else ""

    demand("the root is a feed", holds=tree.tag == f"{ATOM}feed")
    demand("an author", holds=bool(tree.findtext(f"{ATOM}author/{ATOM}name")))
    ids, moments = [once(tree, "id")], []
    for parent in (tree, *tree.findall(f"{ATOM}entry")):
        demand("a title", holds=bool(once(parent, "title")))
        moment = once(parent, "updated")
        moments.append(moment)
        stamp = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)"
        demand(f"a moment with its zone: {moment}", holds=bool(re.fullmatch(stamp, moment)))
        links = [one.attrib for one in parent.findall(f"{ATOM}link")]
        demand("whole addresses", holds=all(one["href"].startswith("https://") for one in links))
        alternate = [
            (one.get("type"), one.get("hreflang"))
            for one in links
            if one.get("rel", "alternate") == "alternate"
        ]
        demand("one alternate of a type", holds=len(alternate) == len(set(alternate)) == 1)
    ids += [once(one, "id") for one in tree.findall(f"{ATOM}entry")]
    demand("each id once", holds=len(ids) == len(set(ids)))
    demand("ids are addresses", holds=all(re.fullmatch(r"https://\S+", one) for one in ids))
    demand("it leads to itself", holds=bool(tree.findall(f"{ATOM}link[@rel='self']")))
    demand(
        "it is as new as its newest",
        holds=moments[0] == max(moments[1:], key=datetime.fromisoformat),
    )
    kinds = {one.get("type", "text") for one in tree.iter(f"{ATOM}content")}
    demand("content is text or HTML", holds=kinds <= {"text", "html"})
    return found


@pytest.mark.full
def test_every_kommuns_feed_follows_the_rules_of_atom_and_leads_to_pages(repository):
    outcome = pipeline.produce(repository, site_url="https://prov.example/")
    pages = {f"https://prov.example/{page.url}" for page in outcome.pages}
    feeds = [file for file in outcome.data if file.path.endswith(".atom")]
    assert [file.path for file in feeds] == [
        f"{one}/data/v1/nytt.atom" for one in ("exempelby", "norberg")
    ]
    for file in feeds:
        tree = etree.fromstring(file.content)
        assert faults(tree) == []
        for link in tree.iterfind(f"{ATOM}entry/{ATOM}link"):
            assert link.get("href").partition("#")[0] in pages


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        (r"<author>.*?</author>", "", "an author"),
        (r"T12:00:00\+00:00", "T12:00:00", "a moment with its zone: 2025-06-01T12:00:00"),
        (r"#rattelser-ar-2025-05-12", "#nytt-n", "each id once"),
        (r'href="https://prov.example/exempelby/', 'href="/', "whole addresses"),
    ],
)  # fmt: skip
def test_the_rules_find_what_is_wrong(before, after, fault):
    text = etree.tostring(feed_of(TEXT), encoding="unicode")
    changed = re.sub(before, after, text, flags=re.DOTALL)
    assert changed != text
    assert fault in faults(etree.fromstring(changed))


def test_only_what_has_a_whole_day_is_told_and_the_newest_comes_first():
    assert list(entries()) == [
        "nytt-n",
        "rattelser-ar-2025-05-12",
        "last-ar",
        "varden-forst-2025-03-01",
        "malvarden-forst-2025-02-01",
        "beslut-kf-1",
    ]


def test_a_decision_tells_who_decided_what_it_holds_and_from_when():
    entry = entries()["beslut-kf-1"]
    assert entry.findtext(f"{ATOM}title") == "Beslut: Mål 2025"
    assert entry.findtext(f"{ATOM}updated") == "2024-11-25T12:00:00+00:00"
    assert entry.find(f"{ATOM}link").get("href") == f"{HERE}kallor/#kf-1"
    assert content(entry) == (
        "<p>Kommunfullmäktige, §\N{NO-BREAK SPACE}12</p><p>Beslutet omfattar:</p><ul>"
        "<li>Fler klarar skolan<br>Gäller: från och med 1 januari 2025</li><li>Alla läser</li></ul>"
    )


def test_a_decision_about_one_thing_leads_there():
    text = (
        "beslut: [{id: kf, datum: 2024-01-02}]\nmål: [{id: a, nivå: mal, rubrik: Ett, beslut: kf}]"
    )
    (entry,) = entries(text).values()
    assert entry.find(f"{ATOM}link").get("href") == f"{HERE}mal/a/"


def test_corrections_of_a_day_are_told_together_with_their_reasons():
    entry = entries()["rattelser-ar-2025-05-12"]
    assert entry.find(f"{ATOM}link").get("href") == f"{HERE}uppfoljning/ar/#rattelser"
    assert content(entry) == (
        "<p>Fler klarar skolan – bedömningen ändrades.</p><p>Räknat två gånger.</p>"
        "<p>Hela uppföljningen – namnet ändrades.</p><p>Skrivfel.</p>"
    )


def test_changed_values_are_told_by_indicator_and_day_under_its_first_id():
    entry = entries()["varden-forst-2025-03-01"]
    assert entry.findtext(f"{ATOM}title") == "Ändrade värden: Andel"
    assert content(entry) == "<p>Det gäller 2023 och 2022.</p><p>Fel kommun.</p>"


def test_a_changed_target_tells_what_it_was_before():
    entry = entries()["malvarden-forst-2025-02-01"]
    assert entry.findtext(f"{ATOM}title") == "Ändrade målvärden: Andel"
    assert content(entry) == "<p>Tidigare: minst 95</p><p>För högt.</p>"


def test_an_id_stays_when_everything_but_the_ids_of_the_data_changes():
    changed = TEXT.replace("2025-06-01", "2025-06-02").replace("Ny <vision>", "Annat")
    renamed = changed.replace("id: n,", "id: nyhet, tidigare_id: n,")
    assert set(entries(renamed)) == set(entries())


def test_words_of_the_data_stay_words():
    entry = entries()["nytt-n"]
    assert entry.findtext(f"{ATOM}title") == "Ny <vision> & mål"
    tags = {one.tag for block in html.fragments_fromstring(content(entry)) for one in block.iter()}
    assert tags == {"p", "em"}
    hostile = 'aktuellt: [{id: n, rubrik: "]]></title>", datum: 2025-06-01}]'
    (told,) = entries(hostile).values()
    assert told.findtext(f"{ATOM}title") == "]]></title>"


def test_without_an_address_of_the_site_or_a_day_there_is_no_feed():
    assert feed_of(TEXT, site_url="") is None
    assert feed_of("mål: [{id: a, nivå: mal, rubrik: Ett}]") is None


def test_a_feed_keeps_to_what_is_newest():
    news = "\n".join(
        f"- {{id: n-{number}, rubrik: N, datum: {2000 + number // 12}-{number % 12 + 1:02}-01}}"
        for number in range(150)
    )
    told = list(entries(f"aktuellt:\n{news}"))
    assert (len(told), told[0], told[-1]) == (feed.MOST, "nytt-n-149", "nytt-n-50")
