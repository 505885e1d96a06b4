"""The pages of the repository's own data: everything is there, linked both ways, with its source."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from kommunvision.address import Place, address, place
from kommunvision.artifact import Page
from kommunvision.chain import Site
from kommunvision.export import Setting, files_of
from kommunvision.load import load_site
from kommunvision.model import LevelKind
from kommunvision.pages.redirects import of_ids
from kommunvision.text.prose import to_html
from tests.pages.reading import Read, Section, all_pages, plain, read, site_of

ROOT = Path(__file__).resolve().parents[2]
SEEN_FROM_BELOW = "Det som stödjer flera"
# Pages that tell of the site and rest on no document.
ABOUT_THE_PAGES = ("/om/", "/ordlista/", "/tillganglighet/")
SLUGS = ["exempelby", "nora", "norberg", "sandviken", "smedjebacken"]


@cache
def whole_site() -> Site:
    return site_of(*load_site(ROOT).kommuner)


@cache
def pages() -> dict[str, Page]:
    return {page.url: page for page in all_pages(whole_site())}


@cache
def read_at(url: str) -> Read:
    return read(pages()[url])


def test_the_site_has_the_five_kommuner():
    assert [system.kommun.slug for system in whole_site().systems] == SLUGS


@pytest.mark.parametrize("slug", SLUGS)
def test_every_goal_sentence_is_on_its_page(slug):
    system = whole_site().system(slug)
    for goal in system.kommun.goals:
        page = pages()[address(system.kommun, goal)]
        assert page.heading == goal.title
        assert plain(to_html(goal.text or "").striptags()) in read_at(page.url).words


@pytest.mark.parametrize("slug", SLUGS)
def test_every_vision_is_quoted_on_its_page_and_the_foremost_on_the_start_page(slug):
    system = whole_site().system(slug)
    for vision in system.kommun.visions:
        words = read_at(address(system.kommun, vision)).words
        shown = (
            to_html(vision.text).striptags() if vision.text else "Lydelsen framgår inte av källan."
        )
        assert plain(shown) in words
        if vision.standing == "in_force":
            assert plain(shown) in read_at(place(system.kommun, Place.START)).words


def chain_sections(slug: str) -> tuple[list[Section], list[Section]]:
    """The sections of the whole chain seen from above, and those seen from below."""
    sections = read_at(place(whole_site().system(slug).kommun, Place.CHAIN)).sections
    below = [one for one in sections if one.title == SEEN_FROM_BELOW]
    return [one for one in sections if one not in below], below


@pytest.mark.parametrize("slug", SLUGS)
def test_the_whole_chain_and_every_way_up_show_the_same_links(slug):
    kommun = whole_site().system(slug).kommun
    downward = set().union(*(one.pairs for one in chain_sections(slug)[0]))
    upward = set()
    for goal in kommun.goals:
        way = read_at(address(kommun, goal)).section("Vad ")
        assert way.title.endswith("stödjer")
        upward |= way.pairs
    assert downward == upward
    assert len(downward) >= len([goal for goal in kommun.goals if goal.parents])


@pytest.mark.parametrize("slug", ["exempelby", "nora"])
def test_what_supports_several_is_shown_from_below_too(slug):
    above, (below,) = chain_sections(slug)
    downward = set().union(*(one.pairs for one in above))
    several = Counter(low for _, low in downward)
    expected = {(low, high) for high, low in downward if several[low] > 1}
    shown = [(low, high) for above, under in below.groups for low in under for high in above]
    assert sorted(shown) == sorted(expected)


@pytest.mark.parametrize("slug", SLUGS)
def test_what_stands_below_a_node_has_the_node_on_its_way_up(slug):
    kommun = whole_site().system(slug).kommun
    nodes = {address(kommun, node): node for node in (*kommun.visions, *kommun.goals)}
    seen = 0
    for url in nodes:
        for below in set(read_at(url).section("Vad som står under").links) & nodes.keys() - {url}:
            assert url in read_at(below).section("Vad ").links
            seen += 1
    assert seen >= 4


def test_every_page_ends_by_saying_where_its_content_comes_from():
    for url in pages():
        assert read_at(url).sections[-1].title == "Varifrån kommer innehållet?", url


def test_a_page_of_a_kommun_names_a_document_or_says_that_there_is_none():
    for url, page in pages().items():
        # Of a withdrawn page nothing is left that a document could bear out.
        if page.kommun and page.indexed and not url.endswith(ABOUT_THE_PAGES):
            last = read_at(url).sections[-1]
            named = any("/kallor/#" in link for link in last.links)
            assert named or "framgår inte av källan" in last.words, url


def test_no_two_pages_share_address_or_title_and_description():
    made = list(all_pages(whole_site()))
    assert [url for url, number in Counter(page.url for page in made).items() if number > 1] == []
    told = Counter((page.title, page.description) for page in made)
    assert [one for one, number in told.items() if number > 1] == []


def test_every_description_is_one_short_line_that_ends():
    for page in pages().values():
        assert 20 <= len(page.description) <= 160, page.description
        assert page.description.endswith("."), page.description
        assert "\n" not in page.description


def test_every_link_leads_to_a_page_and_a_place_on_it_or_to_a_file():
    setting = Setting(whole_site())
    files = {file.path for system in whole_site().systems for file in files_of(setting, system)}
    for url in pages():
        for link in read_at(url).links:
            target, _, fragment = link.partition("#")
            if "://" in target or target.startswith(("tel:", "mailto:")):
                continue
            if target in files:
                continue
            assert target in pages(), (url, link)
            assert not fragment or fragment in read_at(target).ids, (url, link)


def test_every_table_of_contents_leads_to_a_heading():
    for url, page in pages().items():
        anchors = [entry.anchor for top in page.toc for entry in (top, *top.children)]
        assert set(anchors) <= set(read_at(url).ids), url


def test_no_page_uses_an_id_twice_or_leaves_out_a_level_of_headings():
    for url in pages():
        found = read_at(url)
        assert len(found.ids) == len(set(found.ids)), url
        steps = zip([1, *found.levels], found.levels, strict=False)
        assert all(after - before <= 1 for before, after in steps), url


def test_breadcrumbs_lead_from_the_portal_to_the_page_itself():
    for url, page in pages().items():
        *way, last = page.breadcrumbs
        assert last.url is None
        assert all(step.url in pages() for step in way), url
        assert url == "" or way[0].url == ""


@pytest.mark.parametrize("slug", SLUGS)
def test_a_level_says_how_much_stands_on_it_or_that_it_is_empty_and_why(slug):
    system = whole_site().system(slug)
    for level in system.kommun.levels:
        words = read_at(address(system.kommun, level)).words
        if level.kind is LevelKind.NODES and not system.goals_on(level):
            assert f"{level.name} är angive" in words
            assert plain(to_html(level.empty_because or "").striptags()) in words


def test_a_list_that_the_source_has_more_of_says_so():
    assert "14 av 15 mål återges här." in read_at("exempelby/niva/mal/").words


def test_norberg_says_why_there_are_no_goals_under_the_new_vision():
    for url in ("norberg/", "norberg/vision/norberg-2040/", "norberg/malkedja/"):
        assert "Inget mål är angivet här. Målen kommer i nästa steg." in read_at(url).words


def test_norberg_marks_that_one_vision_follows_the_other_as_our_reading():
    words = read_at("norberg/vision/vision-2025/").section("Fakta").words
    assert "Ersätts av Norberg 2040 – En framtidsvision (Vår tolkning" in words


def test_smedjebacken_says_that_no_decision_is_stated():
    words = read_at("smedjebacken/vision/vision/").words
    assert "Beslutet framgår inte av källan." in words


def test_sandviken_shows_both_quotations_with_who_said_them():
    words = read_at("sandviken/aktuellt/strategiska-omraden-faststallda/").words
    assert "Peter Kärnström" in words
    assert "Pär Jerfström" in words


def test_nora_shows_its_worked_chain_as_an_example():
    words = read_at("nora/mal/digitala-pedagogiska-verktyg/").sections[0].words
    assert words.startswith("Exempel")


def test_the_portal_lists_every_kommun_with_their_number_in_words():
    found = read_at("")
    assert "fyra kommuner och en påhittad kommun" in found.words
    assert [link for link in found.links if link.rstrip("/") in SLUGS] == [
        f"{slug}/" for slug in SLUGS
    ]


def test_a_theme_connects_goals_across_kommuner():
    assert [one.title for one in read_at("tema/klimat/").sections[1:-1]] == [
        "Exempelby kommun",
        "Nora kommun",
        "Norbergs kommun",
        "Sandvikens kommun",
        "Smedjebackens kommun",
    ]
    assert "tema/klimat/" in read_at("norberg/mal/ks-klimatsmarta-val/").section("I andra").links


def test_an_old_address_of_every_changed_id_leads_to_a_page():
    for system in whole_site().systems:
        for redirect in of_ids(system):
            assert redirect.target in pages()
            assert redirect.url not in pages()
    moved = {one.url: one.target for one in of_ids(whole_site().system("exempelby"))}
    assert moved["exempelby/mal/utbildning-2/"] == "exempelby/mal/utb-2/"
    assert moved["tema/tema-vattendraget/"] == "tema/tema-an/"


def test_an_old_fragment_still_leads_to_its_document_and_its_governing_model():
    assert "visionsdokumentet" in read_at("exempelby/kallor/").ids
    assert "styrmodellen" in read_at("exempelby/styrmodell/").ids
