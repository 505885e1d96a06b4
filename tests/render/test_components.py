"""Every example of every component holds what a component promises."""

import os
import re
from pathlib import Path

import html5lib
import markdown
import pytest

from kommunvision.render.component import Component, Example, component, components
from kommunvision.render.environment import Components

SNAPSHOTS = Path(__file__).parent / "snapshots"
UPDATE = "UPDATE_SNAPSHOTS" in os.environ

EXAMPLES = [(own, example) for own in components() for example in own.examples]
NAMES = [f"{own.name}-{example.name.replace(' ', '-')}" for own, example in EXAMPLES]

# What may open a block and stand at the very left of the page's Markdown.
BLOCK = re.compile(r"<(address|div|dl|figure|ol|p|section|ul)\b")


def drawn(own: Component, example: Example) -> str:
    return str(Components().render(own.name, **example.arguments))


@pytest.mark.parametrize(("own", "example"), EXAMPLES, ids=NAMES)
def test_an_example_is_well_formed_and_its_ids_are_unique(own, example):
    html = drawn(own, example)
    parser = html5lib.HTMLParser(strict=True)
    tree = parser.parseFragment(html, container="div")
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert "<h1" not in html


@pytest.mark.parametrize(("own", "example"), EXAMPLES, ids=NAMES)
def test_an_example_is_one_block_without_blank_lines_or_one_line(own, example):
    html = drawn(own, example)
    assert all(line.strip() for line in html.split("\n"))
    if own.inline:
        assert "\n" not in html
    else:
        assert BLOCK.match(html)


@pytest.mark.parametrize(
    ("own", "example"), [one for one in EXAMPLES if not one[0].inline],
    ids=[name for name, one in zip(NAMES, EXAMPLES, strict=True) if not one[0].inline],
)  # fmt: skip
def test_markdown_leaves_a_block_byte_for_byte_as_it_is(own, example):
    html = drawn(own, example)
    source = f"Before it.\n\n{html}\n\nAfter it."
    extensions = ["tables", "attr_list", "def_list", "md_in_html", "toc"]
    made = markdown.markdown(source, extensions=extensions)
    assert made == f"<p>Before it.</p>\n{html}\n\n<p>After it.</p>"


@pytest.mark.parametrize(("own", "example"), EXAMPLES, ids=NAMES)
def test_an_example_looks_as_it_did(own, example):
    path = SNAPSHOTS / f"{own.name}-{example.name.replace(' ', '-')}.html"
    if UPDATE:
        path.write_text(drawn(own, example) + "\n", "utf-8")
    assert drawn(own, example) + "\n" == path.read_text("utf-8")


def test_no_snapshot_is_left_of_an_example_that_is_gone():
    assert {path.stem for path in SNAPSHOTS.iterdir()} == set(NAMES)


def takes_text(own: Component) -> bool:
    parameters = [*own.parameters, *(inner for outer in own.parameters for inner in outer.of)]
    return any(parameter.type in {"text", "address"} for parameter in parameters)


@pytest.mark.parametrize(
    "own", [own for own in components() if takes_text(own)], ids=lambda own: own.name
)
def test_a_component_shows_markup_in_its_text_as_text(own):
    (example,) = [one for one in own.examples if one.name == "markup as text"]
    html = drawn(own, example)
    assert "<b>" not in html
    assert "&lt;b&gt;" in html


@pytest.mark.parametrize("own", components(), ids=lambda own: own.name)
def test_a_component_says_what_it_is_for_and_describes_its_parameters(own):
    assert own.purpose.endswith(".")
    assert len({example.name for example in own.examples}) == len(own.examples) > 0
    for parameter in own.parameters:
        assert parameter.description.endswith(".")
        assert parameter.type in {"text", "html", "address", "flag", "number", "list"}


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        ({"text": "A"}, "address is required"),
        ({"address": "a/", "text": "A", "title": "B"}, "title is no parameter"),
        ({"address": "javascript:alert(1)", "text": "A"}, "address is no address to link to"),
        ({"address": "JavaScript:alert(1)", "text": "A"}, "address is no address to link to"),
    ],
)
def test_a_component_refuses_what_it_does_not_understand(arguments, fault):
    with pytest.raises(TypeError, match=re.escape(fault)):
        Components().render("link", **arguments)


def test_plain_text_is_refused_where_finished_html_is_asked_for():
    with pytest.raises(TypeError, match="words must be finished HTML"):
        Components().render("note", mark="A", words="<p>B</p>")


def test_a_link_may_lead_to_a_page_a_mailbox_a_telephone_or_a_place_with_a_colon():
    for address in (
        "../a/",
        "#b",
        "mailto:a@b.example",
        "tel:+46123",
        "https://b.example",
        "a/?t=1:2",
    ):
        assert f'href="{address}"' in Components().render("link", address=address, text="A")


def test_a_component_knows_the_parameters_of_its_lists():
    (rows,) = component("facts").parameters
    assert [inner.name for inner in rows.of] == ["term", "details"]
