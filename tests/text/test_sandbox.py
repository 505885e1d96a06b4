"""Pages can call our macros and do nothing else, in the check and in the build alike."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kommunvision.text.calls import parse
from kommunvision.text.sandbox import MacroEnvironment, RefusedError


def called(source):
    calls, faults = parse(source)
    assert faults == ()
    return [(call.macro.name, dict(call.arguments)) for call in calls]


def blamed(source):
    return [(fault.code, fault.line, fault.column, fault.word) for fault in parse(source)[1]]


@pytest.mark.parametrize(
    ("source", "call"),
    [
        ('{{ mål("utb-2") }}', ("mål", {"item": "utb-2"})),
        ("{{mal('utb-2')}}", ("mål", {"item": "utb-2"})),
        ('{{ målkedja("a", upp=ja) }}', ("målkedja", {"item": "a", "upward": True})),
        ('{{ målkedja("a", upp=nej,) }}', ("målkedja", {"item": "a", "upward": False})),
        ('{{ mållista(nivå=["a", "b"]) }}', ("mållista", {"levels": ("a", "b")})),
        ('{{ mallista(niva="a") }}', ("mållista", {"levels": "a"})),
        ('{{ citat("n", nummer=2) }}', ("citat", {"item": "n", "number": 2})),
        ('{{ länk("a", text="}} {{ å") }}', ("länk", {"item": "a", "text": "}} {{ å"})),
        ("{{ kommuner() }}", ("kommuner", {})),
        ("{{ mål(\n  id='a'\n) }}", ("mål", {"item": "a"})),
    ],
)
def test_a_call_with_plain_values_is_read(source, call):
    assert called(source) == [call]


def test_every_call_of_a_page_is_found_where_it_stands():
    calls, _ = parse('# Hej\r\n\r\n- {{ mål("a") }}\r\n- å {{ länk("b") }} ö {{ kommuner() }}\r\n')
    assert [(call.word, call.place.line, call.place.column) for call in calls] == [
        ("mål", 3, 3),
        ("länk", 4, 5),
        ("kommuner", 4, 23),
    ]
    assert (calls[1].places["item"].column, calls[1].places["item"].length) == (13, 3)


HOSTILE = [
    "{{ config }}",
    "{{ ''.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ self }}",
    "{{ mål }}",
    "{{ mål.__globals__ }}",
    "{{ mål('x').y }}",
    "{{ mål('x')|safe }}",
    "{{ mål('x') is defined }}",
    "{{ mål(config) }}",
    "{{ mål(mål('x')) }}",
    "{{ mål(*x) }}",
    "{{ mål(**x) }}",
    "{{ mål('a' 'b') }}",
    "{{ mål('a' ~ 'b') }}",
    "{{ mål('a' * 999999999) }}",
    "{{ 'a' * 999999999 }}",
    "{{ mål('\\x41') }}",
    "{{ mål(1.5) }}",
    "{{ mål(-1) }}",
    "{{ mål(none) }}",
    "{{ mål({'a': 'b'}) }}",
    "{{ mål(['a', ['b']]) }}",
    "{{ mål(id='a', 'b') }}",
    "{{ mål('x') if ja else mål('y') }}",
    "{{- mål('x') -}}",
    "{{ [].append(1) }}",
    "{{ (mål)('x') }}",
    "{{ mål['x'] }}",
    "{{}}",
    "{{ }}",
]


@pytest.mark.parametrize("source", HOSTILE)
def test_anything_but_a_call_with_plain_values_is_refused(source):
    assert blamed(f"Text\n  {source} mer") == [("KV702", 2, 3, source)]


@pytest.mark.parametrize(
    ("source", "blame"),
    [
        ("{% for x in config %}", ("KV703", 1, 1, "{% for x in config %}")),
        ("a {% include '/etc/passwd' %}", ("KV703", 1, 3, "{% include '/etc/passwd' %}")),
        ("{% import 'x' as y %}", ("KV703", 1, 1, "{% import 'x' as y %}")),
        ("{% raw %}", ("KV703", 1, 1, "{% raw %}")),
        ("{%- set x = 1 %}", ("KV703", 1, 1, "{%- set x = 1 %}")),
        ("{# dolt #}", ("KV704", 1, 1, "{# dolt #}")),
        ("## Rubrik {#ankare}", ("KV704", 1, 11, "{#")),
        ("{{ mål('x' }}", ("KV705", 1, 1, "{{ mål('x' }}")),
        ("{{ mål('x) }}", ("KV705", 1, 1, "{{ mål('x) }}")),
        ("{{ mål('x')", ("KV705", 1, 1, "{{ mål('x')")),
        ("{{{ mål('x') }}}", ("KV702", 1, 1, "{{{ mål('x') }}}")),
        ("{{ målet('x') }}", ("KV701", 1, 4, "målet")),
        ("{{ now() }}", ("KV701", 1, 4, "now")),
        ("{{ mål() }}", ("KV707", 1, 4, "mål")),
        ("{{ mål('x', 'y') }}", ("KV708", 1, 13, "'y'")),
        ("{{ mål('x', id='y') }}", ("KV708", 1, 13, "'y'")),
        ("{{ mål(idd='x') }}", ("KV706", 1, 8, "idd")),
        ("ord \U000f0000", ("KV714", 1, 5, "U+F0000")),
        ("ord \ue000", ("KV714", 1, 5, "U+E000")),
    ],
)
def test_what_is_wrong_is_found_at_its_line_and_column(source, blame):
    assert blamed(source)[0] == blame


def test_a_misspelt_name_brings_what_was_meant():
    assert parse("{{ malkeja('x') }}")[1][0].suggestion == "målkedja"
    assert parse("{{ mållista(nivån='x') }}")[1][0].suggestion == "nivå"


@pytest.mark.parametrize(
    "source",
    ["{" * 10_000, "{{ " * 10_000, "{" * 5_000 + "}" * 5_000, "{%" * 50_000, "{#" * 50_000,
     "{{ mål(" + "[" * 50_000, "{{ mål('" + "x" * 100_000 + "') }}", "a" * 5_000_000,
     "{{ mål(" + "'x'," * 400 + ") }}", "{{ mål('x')\n" * 20_000, "{{ kommuner() }}\n" * 20_000,
     "{{" + "(" * 1_900 + ")" * 90 + "}}"],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_hostile_pages_are_refused_quickly(source):
    start = time.process_time()
    _, faults = parse(source)
    assert time.process_time() - start < 5
    assert 1 <= len(faults) <= 500


@pytest.fixture
def environment():
    def goal(*values, **named):
        return f"<{values}{named}>"

    return MacroEnvironment({"mål": goal, "now": lambda: "the clock"})


def test_the_environment_runs_a_call_and_keeps_the_text(environment):
    page = "Hej {{ mål('x', upp=ja) }} & }} då\n"
    with pytest.raises(RefusedError):
        environment.from_string(page)
    assert environment.from_string("Hej {{ mål('x') }} & }}\n").render() == "Hej <('x',){}> & }}\n"


def test_variables_of_a_page_cannot_reach_a_template(environment):
    made = environment.from_string("{{ mål('x') }}").render(self=1, mål="forged", config=2)
    assert made == "<('x',){}>"


@pytest.mark.parametrize("source", [*HOSTILE, "{% set x = 1 %}", "{# x #}", "{{ now() }}"])
def test_the_environment_refuses_what_the_check_refuses(environment, source):
    with pytest.raises(RefusedError) as refused:
        environment.from_string(f"\n\n{source}")
    assert refused.value.lineno == 3


def test_the_environment_knows_nothing_but_macros(environment):
    assert environment.filters == {}
    assert environment.tests == {}
    assert set(environment.globals) == {"mål", "ja", "nej", "true", "false"}


@given(
    st.lists(
        st.sampled_from(
            [
                *"{}()[]%#|.,='\"\\-+~*",
                "{{",
                "}}",
                "{%",
                "%}",
                "mål",
                "config",
                "ja",
                " ",
                "\n",
                "1",
            ]
        ),
        max_size=30,
    ).map("".join)
)
def test_check_and_build_never_differ(source):
    environment = MacroEnvironment({"mål": lambda *_a, **_k: "", "mal": lambda *_a, **_k: ""})
    if parse(source)[1]:
        with pytest.raises(RefusedError):
            environment.from_string(source)
    else:
        environment.from_string(source).render()
