"""Charts, marks and tables in the browser: nothing is lost on a phone, without colour or in print."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser import served
from tests.looking import DESK, PHONE, faults_in, in_views, looked_at, too_wide
from tests.render import gallery
from tests.test_contrast import measure

# Texts of the drawings that can be seen: where they stand, and how large their letters are.
TEXTS = """() => [...document.querySelectorAll("svg.kv-plot")].filter((svg) => svg.checkVisibility()).map((svg) => {
    const around = svg.getBoundingClientRect();
    const scale = around.width / svg.viewBox.baseVal.width;
    return {
        room: [around.left, around.top, around.right, around.bottom],
        texts: [...svg.querySelectorAll("text")].map((text) => {
            const box = text.getBoundingClientRect();
            return { words: text.textContent, size: parseFloat(getComputedStyle(text).fontSize) * scale,
                box: [box.left, box.top, box.right, box.bottom] };
        }),
    };
})"""

# Every cell of the tables as it is seen: its words, and whether all of them are on the page.
CELLS = """() => [...document.querySelectorAll("tbody :is(th, td)")].map((cell) => {
    const box = cell.getBoundingClientRect();
    return { words: cell.innerText.replace(/\\s+/g, " ").trim(), drawn: cell.querySelector("svg") !== null,
        inside: box.left >= 0 && box.right <= document.documentElement.clientWidth && box.width > 0 };
})"""

# Every count of an overview: whether it stands beside its word, and within the page.
COUNTS = """() => [...document.querySelectorAll(".kv-overview .kv-counts li")].map((line) => {
    const word = line.querySelector(".kv-judged").getBoundingClientRect();
    const number = line.querySelector("strong").getBoundingClientRect();
    return { words: line.innerText, beside: number.left >= word.right && number.top < word.top + 12,
        inside: number.right <= document.documentElement.clientWidth };
})"""

NUMBER_ROWS = """() => [...document.querySelectorAll("td.kv-number > span:not(.kv-cell-label, .kv-missing, .kv-refs)")]
    .filter((value) => value.getClientRects().length > 1).map((value) => value.innerText)"""


@pytest.fixture(scope="module")
def gallery_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("gallery")
    shutil.copy(gallery.THEME, folder / "kommunvision.css")
    (folder / "index.html").write_text(gallery.page(), "utf-8")
    (folder / "open.html").write_text(gallery.page().replace(gallery.POLICY, ""), "utf-8")
    with served(folder) as address:
        yield address


def overlapping(texts: list[dict]) -> list[tuple[str, str]]:
    def apart(one, other) -> bool:
        return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]

    # The boxes have air above and below the letters.
    boxes = [
        (own["words"], [own["box"][0], own["box"][1] + 2, own["box"][2], own["box"][3] - 2])
        for own in texts
    ]
    return [
        (words, other)
        for number, (words, box) in enumerate(boxes)
        for other, other_box in boxes[number + 1 :]
        if not apart(box, other_box)
    ]


@pytest.mark.parametrize("size", [PHONE, (700, 900), DESK])
def test_no_text_of_a_drawing_is_small_cut_off_or_lies_on_another(
    size, screen: Page, gallery_address
):
    with looked_at(screen, gallery_address, size) as (page, watched):
        drawings = page.evaluate(TEXTS)
        assert [error for error in watched.errors if "Policy" in error] == []
    assert len(drawings) > 15
    for drawing in drawings:
        left, top, right, bottom = drawing["room"]
        assert overlapping(drawing["texts"]) == []
        for text in drawing["texts"]:
            assert text["size"] >= 12, text
            inside = left - 1 <= text["box"][0] and text["box"][2] <= right + 1
            assert inside, (text, drawing["room"])
            assert top - 2 <= text["box"][1], text
            assert text["box"][3] <= bottom + 2, text


@in_views
def test_axe_finds_nothing_in_light_and_dark_on_phone_and_desk(
    views, screen: Page, gallery_address
):
    with looked_at(screen, gallery_address) as (page, _):
        assert faults_in(page, views) == []


def test_an_enlarged_page_does_not_scroll_sideways(screen: Page, gallery_address):
    # Here the test brings styles of its own, as readers do.
    with looked_at(screen, f"{gallery_address}open.html") as (page, _):
        assert too_wide(page) == []


def contrast_faults(page: Page, *, printed: bool = False) -> list[str]:
    faults, measured = measure(page, printed=printed)
    wanted = {
        "shape in kv-plot",
        "shape in kv-sparkline",
        "shape in kv-shape",
        "drawn text",
        "text",
    }
    assert wanted - measured.keys() == set()
    return faults


def test_texts_and_shapes_have_their_contrast_in_light_dark_and_print(
    screen: Page, gallery_address
):
    with looked_at(screen, gallery_address) as (page, _):
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            assert contrast_faults(page) == []
        page.emulate_media(media="print", color_scheme="dark")
        assert contrast_faults(page, printed=True) == []


def test_in_forced_colours_every_shape_has_a_colour_of_the_reader(screen: Page, gallery_address):
    with looked_at(screen, gallery_address) as (page, _):
        page.emulate_media(forced_colors="active", color_scheme="dark")
        used = page.evaluate("""() => {
            const colours = new Set();
            for (const shape of document.querySelectorAll("svg :is(path, circle, rect, text)")) {
                if (!shape.checkVisibility() || shape.closest(".kv-grid")) continue;
                const style = getComputedStyle(shape);
                for (const paint of [style.fill, style.stroke]) if (paint !== "none") colours.add(paint);
            }
            return [...colours].sort();
        }""")
        system = page.evaluate("""() => ["Canvas", "CanvasText"].map((name) => {
            document.body.style.color = name;
            return getComputedStyle(document.body).color;
        })""")
    assert set(used) == set(system)


def test_a_phone_shows_every_cell_of_a_table_with_its_heading(screen: Page, gallery_address):
    with looked_at(screen, gallery_address, DESK) as (page, _):
        wide = page.evaluate(CELLS)
        page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
        narrow = page.evaluate(CELLS)
        heads = [head.lower() for head in page.locator("thead th").all_text_contents()]
        split = page.evaluate(NUMBER_ROWS)
    assert all(cell["inside"] for cell in narrow)
    assert len(narrow) == len(wide) > 40
    for cell, before in zip(narrow, wide, strict=True):
        heading = cell["words"].removesuffix(before["words"]).strip()
        assert cell["words"].endswith(before["words"])
        assert heading == "" or heading.lower() in heads
    assert split == []


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_a_count_stands_on_the_line_of_its_word_however_long_the_word_is(
    size, screen: Page, gallery_address
):
    with looked_at(screen, gallery_address, size) as (page, _):
        word = "Bedömt, men det framgår inte hur i källan"
        page.locator(".kv-counts .kv-judged").first.evaluate(
            "(one, word) => one.append(word)", word
        )
        lines = page.evaluate(COUNTS)
    assert len(lines) > 5
    assert [line for line in lines if not line["beside"] or not line["inside"]] == []


def test_a_screen_reader_gets_a_table_on_a_phone_too(screen: Page, gallery_address):
    with looked_at(screen, gallery_address, PHONE) as (page, _):
        table = page.get_by_role("table", name="Behöriga till yrkesprogram")
        assert table.get_by_role("row").count() == 6
        assert table.get_by_role("rowheader", name="2023").count() == 1
        assert table.get_by_role("cell", name="Utfall statistik saknas Not 1").count() == 1


def test_a_desk_gets_the_headings_once_and_numbers_in_line(screen: Page, gallery_address):
    with looked_at(screen, gallery_address, DESK) as (page, _):
        table = page.get_by_role("table", name="Behöriga till yrkesprogram")
        assert table.get_by_role("columnheader").count() == 7
        assert table.get_by_role("cell", name="85,1").count() == 6
        edges = page.evaluate("""() => new Set([...document.querySelectorAll(".kv-figures td:nth-child(2) > span:nth-child(2):not(.kv-missing)")]
            .map((value) => Math.round(value.getBoundingClientRect().right))).size""")
        assert edges == 1
        assert page.evaluate(NUMBER_ROWS) == []


def test_print_shows_the_wide_drawing_and_the_whole_table(screen: Page, gallery_address):
    with looked_at(screen, gallery_address, (660, 900)) as (page, _):
        page.emulate_media(media="print")
        assert page.locator(".kv-plot-narrow").first.is_visible() is False
        assert page.locator(".kv-plot-wide").first.is_visible()
        assert page.evaluate(
            "() => [...document.querySelectorAll('.table-scroll')].map((one) => one.scrollWidth - one.clientWidth)"
        ) == [0, 0]
        assert page.locator(".kv-cell-label").first.is_visible() is False
