"""A page in jiddisch begins at the right, and the Swedish on it still reads from the left."""

import pytest
from playwright.sync_api import Page

from kommunvision import driver
from tests.browser import served
from tests.looking import DESK, PHONE, VIEWS, faults_in, looked_at
from tests.projects import GOALS, project

TRANSLATED = """\
  översättningar: [{språk: jiddisch, rubrik: שול 2035, text: "שול. שול.", översatt_av: Kansliet}]
"""

# How far to the right an element's words go.
_END = """(one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    return range.getBoundingClientRect().right;
}"""

# Where each piece of words begins, in the order in which they are written.
_LEFTS = """(one) => {
    const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
        if (!walker.currentNode.data.trim()) continue;
        const range = document.createRange();
        range.selectNodeContents(walker.currentNode);
        found.push(range.getClientRects()[0].left);
    }
    return found;
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    root = tmp_path_factory.mktemp("jiddisch")
    report = driver.build_sites(project(root, {"data/exempelby/mal.yml": GOALS + TRANSLATED}))
    assert report.published, report.problems
    with served(report.site_dir) as found:
        yield f"{found}exempelby/yi/mal/utb-2/"


def end(page: Page, selector: str) -> float:
    return page.locator(selector).first.evaluate(_END)


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_the_heading_begins_where_the_text_does(screen: Page, address, size):
    with looked_at(screen, address, size) as (page, _):
        below = end(page, "main > [dir=rtl] h2")
        assert abs(end(page, "h1 span") - below) < 8


def test_a_swedish_sentence_with_a_link_is_read_from_left_to_right(screen: Page, address):
    with looked_at(screen, address) as (page, _):
        found = {
            one.inner_text(): one.evaluate(_LEFTS)
            for one in page.locator("main [dir=rtl] :is(p, li):has(a)").all()
        }
    assert len(found) == 3
    for said, lefts in found.items():
        assert len(lefts) > 1, said
        assert lefts == sorted(lefts), said


def test_a_page_that_is_read_from_the_right_is_faultless(screen: Page, address):
    with looked_at(screen, address) as (page, watched):
        assert faults_in(page, (VIEWS[1], VIEWS[2])) + watched.errors == []
