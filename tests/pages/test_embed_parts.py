"""Parts that embeds are made of: links, headings, heights, and templates with gaps."""

import re
from urllib.parse import urljoin

import pytest

from kommunvision.pages.embeds.elsewhere import at_levels, standing_alone
from kommunvision.pages.embeds.height import height


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
