"""Parts that embeds are made of: links, headings, heights, and templates with gaps."""

import re
from textwrap import wrap
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from kommunvision.chain import GoalSystem, Site
from kommunvision.pages import pages_of
from kommunvision.pages.embeds import Publication, embeds_of, files_of, pages
from kommunvision.pages.embeds.elsewhere import at_levels, standing_alone
from kommunvision.pages.embeds.height import _lines, height
from kommunvision.pages.parts import again, html
from kommunvision.render.pattern import Pattern, gap
from tests.helpers import kommun_from

WORDS = st.text(st.sampled_from("ab- \t\n\N{NO-BREAK SPACE}\N{EN DASH}å.")) | st.lists(
    st.text("abå.", min_size=1, max_size=12)
).map(" ".join)

GOAL = "mål:\n- {id: a, nivå: mal, rubrik: Alla läser}\n"


@given(st.text(), st.text(), st.integers())
def test_a_pattern_gives_what_its_template_does_of_the_same_values(title, kind, level):
    names = ("title", "kind", "level")
    pattern = Pattern(html("embed_heading", **{name: gap(name) for name in names}))
    filled = pattern.filled(title=title, kind=kind or "x", level=level)
    expected = html("embed_heading", title=title, kind=kind or "x", level=level)
    assert re.sub(r"\n\s*\n", "\n", filled.strip()) == expected


def test_a_pattern_leaves_finished_html_and_takes_no_value_for_a_gap():
    pattern = Pattern(html("embed_line", text=gap("text")))
    assert pattern.filled(text=Markup("<b>&amp;</b>")) == '<p class="kv-fine"><b>&amp;</b></p>'
    assert pattern.filled(text=gap("text")) == f'<p class="kv-fine">{gap("text")}</p>'
    with pytest.raises(KeyError):
        pattern.filled(title="Ett annat")


@given(WORDS.filter(str.strip), st.integers(1, 40))
def test_lines_are_counted_as_they_would_be_broken(text, signs):
    assert _lines(text, signs) == len(wrap(text, signs, break_on_hyphens="-" in text))


@pytest.mark.parametrize(
    "base", ["https://a.example/", "https://a.example/b/", "https://a.example/b/c/d/"]
)
@pytest.mark.parametrize("steps", range(6))
@pytest.mark.parametrize(
    "below", ["", "mal/x/", "mal/x/#y", "?q=1", "../e/", "./e/", "bild:1.png", "mailto:a@b.example"]
)
def test_a_link_is_made_whole_as_a_browser_does_however_many_steps_it_goes_up(base, steps, below):
    link = "../" * steps + below
    (whole,) = re.findall('href="(.*?)"', standing_alone(f'<p><a href="{link}">', base, "kv"))
    assert whole == urljoin(base, link)


def test_no_heading_gets_deeper_than_there_are_levels_and_words_stay_as_they_are():
    body = '<h2>h2</h2><h3 id="a">h3</h3><hr><h5>5</h5><h6>6</h6>&lt;h2>'
    assert list(at_levels(body, (2, 3, 4))) == [
        body,
        '<h3>h2</h3><h4 id="a">h3</h4><hr><h6>5</h6><h6>6</h6>&lt;h2>',
        '<h4>h2</h4><h5 id="a">h3</h5><hr><h6>5</h6><h6>6</h6>&lt;h2>',
    ]


def test_a_drawing_and_what_is_folded_take_no_room_of_their_own_and_attributes_say_nothing():
    plain = height("<p>Ett</p><p>Två</p>")
    drawn = '<svg><g><svg class="kv-card"><text>x</text></svg></g><text>Långt ord</text></svg>'
    assert height(f'<p id="a">Ett</p>{drawn}<p lang="sv" class="kv">Två</p>') == plain
    assert height(f"<p>Ett{drawn}</p><p>Två</p>") == plain
    assert height('<p>Ett</p><details class="kv-card">Mer</details><p>Två</p>') == plain
    assert height('<p>Ett</p><p><img src="a.png" alt=""><br>Två</p>') == plain
    assert height('<p>Ett</p><div id="b" class="kv-card"><p>Två</p></div>') > plain
    assert height("<p>Ett</p><p>Två</p>") == plain


def made(who: str, site_url: str) -> str:
    """Everything that embeds a goal of a kommun, and tells how to."""
    system = GoalSystem(kommun_from(f"kommun: {{{who}}}\n{GOAL}"))
    site = Site([system])
    embeds = embeds_of(site, system)
    files = files_of(
        Publication(system.kommun, "exempelby/profil.css", site_url), site, system, embeds
    )
    told = pages(site, system, site_url, embeds, list(pages_of(site, system)))
    return "\n".join([*(str(file.content) for file in files), *(page.body for page in told)])


def test_sites_and_kommuner_made_one_after_the_other_have_nothing_of_each_other():
    one = "namn: Ettby, formellt_namn: Ettby kommun, påhittad: ja"
    two = "namn: Tvåby, formellt_namn: Tvåby kommun, utgivare: Föreningen"
    first = made(one, "https://ett.example/")
    second = made(two, "https://tva.example/")
    assert "Påhittad kommun." in first
    assert not re.search("Tvåby|tva.example|Föreningen", first)
    assert "Föreningen" in second
    assert not re.search("Ettby|ett.example|Påhittad kommun", second)
    assert "canonical" not in made(one, "")
    assert made(one, "https://ett.example/") == first


def test_what_stands_again_and_again_tells_a_text_from_finished_html_of_the_same_letters():
    for _ in range(2):
        assert again("intro", text="<b>Ord</b>") == "<p>&lt;b&gt;Ord&lt;/b&gt;</p>"
        assert again("intro", text=Markup("<b>Ord</b>")) == "<p><b>Ord</b></p>"
