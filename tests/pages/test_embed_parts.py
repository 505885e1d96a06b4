"""Parts that embeds are made of: links, headings, heights, and templates with gaps."""

from kommunvision.pages.embeds.height import height


def test_a_drawing_and_what_is_folded_take_no_room_of_their_own_and_attributes_say_nothing():
    plain = height("<p>Ett</p><p>Två</p>")
    drawn = '<svg><g><svg class="kv-card"><text>x</text></svg></g><text>Långt ord</text></svg>'
    assert height(f'<p id="a">Ett</p>{drawn}<p lang="sv" class="kv">Två</p>') == plain
    assert height(f"<p>Ett{drawn}</p><p>Två</p>") == plain
    assert height('<p>Ett</p><details class="kv-card">Mer</details><p>Två</p>') == plain
    assert height('<p>Ett</p><p><img src="a.png" alt=""><br>Två</p>') == plain
    assert height('<p>Ett</p><div id="b" class="kv-card"><p>Två</p></div>') > plain
    assert height("<p>Ett</p><p>Två</p>") == plain
