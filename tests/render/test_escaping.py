"""What is written in HTML means the same to a browser as what was given, whoever escapes it."""

from string import Formatter

import markupsafe
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, UndefinedError
from markupsafe import Markup

from kommunvision.model import Outlook
from kommunvision.render.environment import Components, environment, phrase, rendering
from kommunvision.render.escaping import escaped
from kommunvision.swedish.labels import LABELS

TEXTS = st.text(st.sampled_from("&<>'\"; amp#39aå\n"))


@given(TEXTS | TEXTS.map(Markup) | st.integers() | st.floats() | st.booleans() | st.none())
def test_a_value_is_escaped_as_by_markupsafe(value):
    assert escaped(value) == str(markupsafe.escape(value))


def test_a_text_that_is_more_than_a_text_is_escaped_as_by_markupsafe():
    class Loud(str):
        __slots__ = ()

        def __html__(self) -> str:
            return f"<b>{self}</b>"

    assert escaped(Loud("a")) == "<b>a</b>"
    assert escaped(Outlook.FORECAST) == "forecast"


@given(st.sampled_from(sorted(LABELS)), TEXTS | TEXTS.map(Markup) | st.integers())
def test_a_phrase_is_filled_as_markupsafe_fills_it(key, value):
    places = [name for _, name, _, _ in Formatter().parse(LABELS[key]) if name]
    values = dict.fromkeys(places, value)
    found = phrase(key, **values)
    assert found == markupsafe.escape(LABELS[key]).format(**values)
    assert isinstance(found, Markup)


def made(text: str, **values: object) -> str:
    templates = environment()
    templates.loader = DictLoader({"one": text})
    return str(rendering(templates, "one")(values))


def test_a_template_escapes_text_and_leaves_finished_html():
    html = '{{ a }}{% for one in b recursive %}<i title="{{ one.t }}">{{ loop(one.b) }}</i>{% endfor %}'
    inner = {"t": Markup("<u>"), "b": []}
    assert made(html, a="<&>", b=[{"t": "\"'", "b": [inner]}]) == (
        '&lt;&amp;&gt;<i title="&#34;&#39;"><i title="<u>"></i></i>'
    )


def test_a_template_has_the_keys_of_a_row_before_the_methods_of_dictionaries():
    assert made("{{ row.items }} {{ row.get('items') }}", row={"items": 3}) == "3 3"


def test_what_a_template_does_not_know_is_a_fault_with_its_place():
    for text in ("a\n{{ row.more }}", "a\n{{ more }}"):
        with pytest.raises(UndefinedError) as fault:
            made(text, row={"less": 1})
        assert any("<template>" in str(one.path) and one.lineno == 1 for one in fault.traceback)


def test_a_block_has_no_blank_lines_and_nothing_around_it():
    assert made("\n a\n\n \n{{ b }}\n", b="c\n\nd") == "a\nc\nd"


def test_a_text_and_finished_html_of_the_same_letters_are_told_apart_each_time():
    components = Components()
    for _ in range(2):
        assert ">&lt;b&gt;<" in components.render("link", address="a/", text="<b>")
        assert "><b><" in components.render("link", address="a/", text=Markup("<b>"))
