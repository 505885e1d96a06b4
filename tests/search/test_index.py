"""The files of a search index: whole when small, cut when large, the same for the same pages."""

import json
from dataclasses import replace

import pytest

from kommunvision.search import Entry, entries_of, index_files, pieces, stems_of
from kommunvision.search.index import LARGEST
from kommunvision.search.reading import read, sentence
from kommunvision.swedish.search import fold


def entry(number: int, title: str, text: str = "", slug: str | None = "exempelby") -> Entry:
    kommun = slug.capitalize() if slug else None
    return Entry(
        url=f"{slug}/mal/m-{number:05}/" if slug else f"tema/t-{number}/",
        title=title,
        kind="Mål",
        sentence=f"{title}.",
        stems=stems_of(text),
        slug=slug,
        kommun=kommun,
    )


def files(*entries: Entry, several: bool = False) -> dict[str, object]:
    made = index_files("exempelby/sok/", entries, several=several)
    return {
        file.path.removeprefix("exempelby/sok/index/"): json.loads(file.content) for file in made
    }


def many() -> list[Entry]:
    """Fifteen hundred pages with words that are not all alike."""
    syllables = ["ba", "ke", "li", "mo", "ru", "så", "tä", "vö", "grun", "skol"]
    made_up = [a + b + c + "n" for a in syllables for b in syllables for c in syllables]
    return [
        entry(number, f"Om {made_up[number % 1000]}", " ".join(made_up[number % 97 :: 31]))
        for number in range(1500)
    ]


def test_a_small_index_is_one_file_in_which_words_lead_to_pages_by_how_well():
    (main,) = files(
        entry(1, "Grundskolan i centrum"), entry(2, "Nya vägar", "till skolorna")
    ).values()
    assert main["words"]["grundskol"] == [[0]]
    assert main["words"]["väg"] == [[1]]
    # The end of a word in the first one's title, and a word in the text of the second page.
    assert main["words"]["skol"] == [[], [0], [1]]
    assert "till" not in main["words"]
    assert main["pages"][0] == [
        "../mal/m-00001/",
        "Grundskolan i centrum",
        "Mål",
        "Grundskolan i centrum.",
    ]


def test_pages_are_written_as_steps_and_a_page_counts_once_where_it_matches_best():
    text = {3: "vatten", 4: "vatten", 7: "vatten"}
    (main,) = files(
        *(entry(n, "Vatten" if n == 3 else "Luft", text.get(n, "")) for n in range(9))
    ).values()
    assert main["words"]["vatt"] == [[3], [], [4, 3]]


def test_the_kommun_is_told_and_found_where_several_are_searched():
    (main,) = files(entry(1, "Vatten"), entry(2, "Luft", slug="nora"), several=True).values()
    assert [page[4] for page in main["pages"]] == ["Exempelby", "Nora"]
    assert main["words"]["nor"] == [[], [], [1]]


def test_a_large_index_is_cut_into_small_files_that_together_hold_every_word_and_page_once():
    found = files(*many())
    main = found.pop("main.json")
    assert sorted(found) == sorted(
        [f"words-{number}.json" for number in range(len(main["firsts"]))]
        + [f"pages-{number}.json" for number in range(-(-1500 // main["each"]))]
    )
    assert len(main["firsts"]) > 5
    held = []
    for number, first in enumerate(main["firsts"]):
        words = found[f"words-{number}.json"]
        keys = [fold(word)[:12].ljust(12, "-") for word in words]
        assert min(keys) == first
        assert all(max(keys) < later for later in main["firsts"][number + 1 : number + 2])
        assert (
            len(words) == 1
            or len(json.dumps(words, ensure_ascii=False, separators=(",", ":"))) <= LARGEST
        )
        held += words
    assert len(held) == len(set(held))
    assert sum(len(found[name]) for name in found if name.startswith("pages-")) == 1500


def test_a_word_on_most_pages_of_a_large_site_is_named_as_common_and_leads_by_title_alone():
    pages = [entry(n, "Kommunens väg" if n == 0 else f"Sak {n}", "kommun") for n in range(60)]
    (main,) = files(*pages).values()
    assert "kommun" in main["common"]
    assert main["words"]["kommun"] == [[0]]


def test_the_same_pages_in_another_order_give_the_same_bytes():
    pages = many()
    first = list(index_files("sok/", pages, several=True))
    assert list(index_files("sok/", pages[::-1], several=True)) == first


@pytest.mark.parametrize("number", [20, 1500])
def test_an_index_of_pieces_is_that_of_all_pages_at_once(number):
    """Compounds and words that are too common are judged by all pages, not by each kommun's."""
    pages = [
        replace(one, slug=slug, url=f"{slug}/{one.url}", lang="en" if place % 9 == 0 else None)
        for place, one in enumerate(many()[:number])
        for slug in [("bro", "aker", "by")[place % 3]]
    ]
    pages += [entry(place, "Grundskola i skolan", "vatten", slug=None) for place in range(5)]
    pages += [replace(pages[1], url="by/sist/", slug="by", title="Arbetsmarknad och marknad")]
    whole = list(index_files("sok/", pages, several=True))
    own = [one for one in pages if one.slug in {None, "bro"}]
    told = pieces("sok/", [one for one in pages if one not in own])
    assert list(index_files("sok/", own, several=True, told=told)) == whole
    assert (len(whole) > 1) == (number > 1000)


def test_a_piece_tells_a_register_what_it_lists():
    pages = [
        entry(1, "Grundskolan i centrum"),
        replace(entry(2, "Schools"), lang="en"),
    ]
    (piece,) = pieces("sok/", pages)
    assert list(entries_of(piece)) == [replace(one, stems="") for one in pages]


def test_a_page_is_read_for_its_own_words_and_its_first_sentence():
    text, first = read(
        "<svg><text>Ritning</text></svg><p>Vi tar hand om bl.a. ån.</p><p>Den är <b>vår</b>.</p>"
        '<ul class="kv-chain"><li><p>Ett annat mål</p><ul><li>och ett till</li></ul></li></ul>'
        '<h2>Syfte</h2><p>Att bada<br>i den.</p><h2 id="varifran">Källor</h2><p>Budgeten</p>'
    )
    assert text == "Vi tar hand om bl.a. ån. Den är vår . Syfte Att bada i den.".replace(
        "vår .", "vår."
    )
    assert first == "Vi tar hand om bl.a. ån."


def test_a_line_that_is_broken_in_a_paragraph_leaves_a_space_in_its_sentence():
    assert read("<p>Vi ses<br>på torget.<br/>Kom hit.</p>") == (
        "Vi ses på torget. Kom hit.",
        "Vi ses på torget.",
    )


def test_a_page_without_a_paragraph_has_no_sentence():
    assert read("<ul><li>Ett</li><li>Två</li></ul>") == ("Ett Två", None)
    assert read('<p><span class="kv-status">Ersatt</span></p><h2>Syfte</h2><p>Att bada.</p>') == (
        "Syfte Att bada.",
        None,
    )


def test_what_is_passed_by_ends_where_it_ends_and_is_known_by_a_whole_name():
    page = (
        '<div><div id="a" class="kv-box kv-chain wide"><div>Ett<br><img src="b"/> mål</div></div>'
        '<p class="kv-sources">Vi</p><p class="kv-status">Nytt</p> här <nav><a>Upp</a></nav>igen'
        "</div>"
    )
    assert read(page) == ("Vi här igen", "Vi")


def test_a_sentence_ends_where_the_next_one_begins_and_is_never_too_long():
    assert sentence("Det kostar ca. 3 kr. Sedan mer.") == "Det kostar ca. 3 kr."
    assert sentence("Först. Åter.") == "Först."
    long = sentence("ord " * 100)
    assert len(long) <= 180
    assert long.endswith("ord …")


def test_a_page_is_read_past_signs_that_only_look_like_tags():
    page = (
        '<p>Läs <a href="../x/" title="mer > mindre">planen</a> f&ouml;r drift &amp; vård<br>'
        'där 3 &lt; 5.</p><h2 id="varifran">Varifrån</h2><p>Ur en källa.</p>'
    )
    assert read(page)[0] == "Läs planen för drift & vård där 3 < 5."
