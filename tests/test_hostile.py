"""An editor with bad luck or bad will: nothing runs, nothing leaks, nothing hangs, all is named."""

import json
import os
import re
import time
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kommunvision import cli, driver, pipeline, report
from kommunvision.load.dates import ImpossibleDate, NotADate, partial_date
from kommunvision.load.located import parse as parse_yaml
from kommunvision.text.calls import parse as parse_calls
from kommunvision.text.front import read_front
from tests.projects import GOALS, SECONDS, errors, project


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "webb")


def report_of(root: Path, form: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert cli.run(["check", "--root", str(root), "--format", form]) == 1
    told = capsys.readouterr()
    assert told.err == ""
    return told.out


# Files that are no files, or lead away.


@pytest.mark.parametrize(
    "name", ["data/exempelby/x.yml", "data/x.yml", "content/x.md", "content/x.png"]
)
def test_what_is_no_file_is_never_waited_for(root, name, capsys):
    os.mkfifo(root / name)
    assert errors(root) == [("KV017", name)]
    assert name in report_of(root, "text", capsys)


@pytest.mark.parametrize("name", ["data/exempelby/x.yml", "content/x.md", "content/x.svg"])
@pytest.mark.parametrize("target", ["borta", "x.yml", "x.md", "x.svg"])
def test_a_link_to_nothing_or_to_itself_is_named(root, name, target):
    (root / name).symlink_to(target)
    assert errors(root) == [("KV017", name)]


@pytest.mark.parametrize("name", ["data/exempelby/x.yml", "content/x.md", "content/x.txt"])
def test_what_stands_outside_the_site_is_neither_published_nor_shown(root, name, tmp_path, capsys):
    (tmp_path / "hemligt").write_text("lösenord\n", encoding="utf-8")
    (root / name).symlink_to(tmp_path / "hemligt")
    assert errors(root) == [("KV015", name)]
    assert "lösenord" not in report_of(root, "text", capsys)
    assert driver.build_sites(root).published is None


@pytest.mark.parametrize("name", ["data/x", "data/exempelby/x", "content/x", "content/exempelby/x"])
@pytest.mark.parametrize("target", ["/", "..", "."])
def test_a_link_to_a_folder_is_not_entered(root, name, target):
    (root / name).symlink_to(target)
    assert errors(root) == [("KV015", name)]


@pytest.mark.parametrize(
    "name",
    ["a\n::error::b.md", 'a"onload=b.md', "<b>.png", "a\x1b[31m.md", "\udcff.md", "a#b.md", "a?b.md",
     "a:1:1: fel.md", "{{ x }}.md", "a\u202eb.md", "a.html/b.md"],
)  # fmt: skip
def test_a_name_that_means_something_else_is_refused_and_shown_harmlessly(root, name, capsys):
    path = root / "content/exempelby" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("# A\n", encoding="utf-8")
    assert {code for code, _ in errors(root)} == {"KV021"}
    assert len(re.findall("^::error ", report_of(root, "github", capsys), re.MULTILINE)) == 1
    assert "\x1b" not in report_of(root, "text", capsys)
    for form in ("json", "sarif"):
        assert "KV021" in json.dumps(json.loads(report_of(root, form, capsys)))


# What MkDocs would publish as it stands.


@pytest.mark.parametrize(
    "name", ["x.html", "x.HTM", "x.js", "x.php", "x.MD", "x.markdown", "x.xml", "x.css", "utan"]
)
def test_only_pages_pictures_documents_and_data_are_published(root, name):
    (root / "content" / name).write_text("<script>alert(1)</script>", encoding="utf-8")
    assert errors(root) == [("KV730", f"content/{name}")]


@pytest.mark.parametrize(
    "inside",
    ["<script/>", "<s:script xmlns:s='http://www.w3.org/2000/svg'/>", "<path onclick='a()'/>",
     "<path/onload=a()>", "<foreignObject/>", "<a href='javascript:a()'/>", "<a xlink:href=' x'/>",
     "<use href='//x.example/#a'/>", "<image href='data:text/html,a'/>", "<set attributeName='href'/>",
     "<a href='&#106;avascript:a()'/>", "<a href='#a'/>", "<style>@import url(https://x.example/a);</style>",
     "<style>path{fill:url(//x.example/a)}</style>", "<path style='fill:url( \"https://x.example\")'/>",
     "<path fill='url(https://x.example/#a)'/>", "<path style='fill:\\75rl(//x.example)'/>", "<feImage href='#a'/>",
     "<x:img xmlns:x='http://www.w3.org/1999/xhtml'/>", "<g xmlns=''><script/></g>"],
)  # fmt: skip
def test_a_drawing_that_could_run_something_is_refused(root, inside):
    svg = f"<svg xmlns='http://www.w3.org/2000/svg'>{inside}</svg>"
    (root / "content/x.svg").write_text(svg, encoding="utf-8")
    assert errors(root) == [("KV731", "content/x.svg")]


@pytest.mark.parametrize(
    "raw", ["<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", "<?xml-stylesheet href='a'?><svg/>"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-7"])
def test_a_drawing_with_entities_or_in_another_encoding_is_refused(root, raw, encoding):
    (root / "content/x.svg").write_bytes(raw.encode(encoding))
    ((code, file),) = errors(root)
    assert code in {"KV731", "KV740"}
    assert file == "content/x.svg"


@pytest.mark.parametrize(
    "raw",
    [b"\0", b"", b"<svg", b"<svg/><svg/>", b"<svg xmlns='http://www.w3.org/2000/svg'>\0</svg>",
     # Signs that say nothing in this encoding part the word, and a browser puts it together again.
     b"<?xml version='1.0' encoding='ISO-2022-JP'?><svg xmlns='http://www.w3.org/2000/svg'><scr\x1b(Bipt>a()</scr\x1b(Bipt></svg>",
     b"<svg xmlns='http://www.w3.org/2000/svg'>" + b"<g>" * 9_000 + b"</g>" * 9_000 + b"</svg>"],
    ids=lambda raw: repr(raw[:20]),
)  # fmt: skip
def test_a_drawing_that_cannot_be_read_is_refused(root, raw):
    (root / "content/x.svg").write_bytes(raw)
    assert errors(root) == [("KV740", "content/x.svg")]


def test_ordinary_drawings_are_published(root):
    svg = "<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'><use href='#a'/><path d='M0 0'/></svg>"
    (root / "content/x.svg").write_text(svg, encoding="utf-8")
    assert errors(root) == []


def test_two_files_for_one_address_are_both_named(root):
    for name in ("x.md", "x/index.md", "x/README.md"):
        (root / "content" / name).parent.mkdir(exist_ok=True)
        (root / "content" / name).write_text("# A\n", encoding="utf-8")
    assert [code for code, _ in errors(root)] == ["KV808", "KV808"]


# Data.


@pytest.mark.parametrize(
    "raw",
    [b"\0", b"\x1b[31m", b"m\xc3\xa5l:\0", "\u202eabc: 1".encode(), "a: \u2028b".encode(), b"\xed\xa0\x80",
     b'"a\\e[31mb": 1', b'"a\\u202eb": 1', "a: \uf0b7".encode(), b"[" * 90_000, b"? " * 90_000, b"{" * 90_000,
     b"- " * 90_000, b"---\n" * 90_000, b"teman: !!python/object/apply:os.system [ls]",
     b"a: &a [x]\nb: *a", bytes(range(256)), b"\xff\xfe\x00", b"a: 'b\n" * 20_000, b"a: " + b"b" * 1_900_000,
     *(pytest.param(raw, marks=pytest.mark.full)
       for raw in (b"k: 1\n" * 20_000, b"teman: [" + b"1," * 20_000 + b"]", b"teman:\n" + b"- a #b\n" * 10_000))],
    ids=lambda raw: repr(raw[:12]),
)  # fmt: skip
def test_hostile_yaml_is_named_quickly_and_every_report_stays_readable(root, raw, capsys):
    (root / "data/exempelby/x.yml").write_bytes(raw)
    start = time.process_time()
    assert "data/exempelby/x.yml" in {path for _, path in errors(root)}
    shown = report_of(root, "text", capsys)
    assert len(shown) < 500_000
    assert "\x1b" not in shown
    for line in report_of(root, "github", capsys).splitlines():
        assert re.match('::(error|warning|notice) file=[^:]+::[A-ZÅÄÖ"]', line)
    json.loads(report_of(root, "json", capsys))
    assert time.process_time() - start < SECONDS


WORDS = [
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7*7 }}", "{% include 'a' %}", "]]>", "-->",
    "</title></head>", "[a](javascript:alert(1))", "[a]: javascript:alert(1)", "&lt;script&gt;", "`<b>`", "***" * 300,
    "![a](https://x.example/a.png)", "<https://x.example>", "\\<script\\>", "[a](https://kommun.se@x.example/)",
]  # fmt: skip


@pytest.mark.parametrize("words", WORDS)
def test_hostile_words_in_data_are_shown_as_words_or_refused(root, words):
    quoted = json.dumps(words)
    text = (
        GOALS
        + f"  text: {quoted}\n- {{id: m-3, nivå: mal, rubrik: {quoted}, överordnade: larande}}\n"
    )
    (root / "data/exempelby/mal.yml").write_text(text, encoding="utf-8")
    outcome = pipeline.produce(root)
    assert {one.code for one in outcome.problems} <= {"KV512", "KV602", "KV603", "KV604"}
    for page in outcome.pages:
        assert not re.search(
            "<(?:script|img|title)|[ /]on[a-z]+=[^&]*>|href=.javascript|@x.example/.>", page.body
        )


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,a", "//x.example", "https://a:b@x.example", 'https://x.example/a"b',
     "https://x.example/ b", "https://[x", "https://x.example/\u202ea", "ftp://x.example", "https://", "x.example"],
)  # fmt: skip
def test_an_address_that_leads_somewhere_else_than_it_seems_is_refused(root, address):
    text = f"källor:\n- {{id: k, titel: K, adress: {json.dumps(address)}}}\n"
    (root / "data/exempelby/x.yml").write_text(text, encoding="utf-8")
    assert ("data/exempelby/x.yml") in {path for _, path in errors(root)}


# Pages.

PAGES = [
    "---\ntemplate: /etc/passwd\n---\n# A\n", "---\nrender_macros: true\n---\n# A\n", "---\nhide: [navigation]\n---\n# A\n",
    "---\ntitle: '{{ config }}'\n---\nA\n", '---\nrubrik: "\\x7b{ 7*7 }}"\n---\nA\n', '---\nrubrik: "a\\0b"\n---\nA\n',
    "---\nrubrik: !!python/object/apply:os.system [ls]\n---\n# A\n", "---\na: &a x\nrubrik: *a\n---\n# A\n",
    "---\n<<: {template: x}\n---\n# A\n", "template: x\n\n# A\n", "# A\n\n{{ mål.__globals__ }}\n",
    "# A\n\n{{ mål(mål('utb-2')) }}\n", "# A\n\n{% include '/etc/passwd' %}\n", "# A\n\n<script>alert(1)</script>\n",
    "# A\n\n[a](&#106;avascript:alert(1))\n", "# A\n\n[a\nb](javascript:alert(1))\n", "# A\n\n[a][b]\n\n[b]:\n  javascript:alert(1)\n",
    "# A\n\n![a](javascript:alert(1))\n", "# A\n\n[a](//x.example)\n", "# A\n\n\u202eabc\n", "# A\n\n\U000f0000\n",
    f"# A\n\n{'*' * 5_000}a{'*' * 5_000}\n", f"# A\n\n{'>' * 500} a\n", "a\n=\n" * 40_000, "\n" * 300_000,
    "# A\n\n" + "## a\n" * 30_000,
]  # fmt: skip


@pytest.mark.parametrize("text", PAGES, ids=lambda text: repr(text[:24]))
def test_a_hostile_page_is_refused_before_anything_is_built(root, text):
    (root / "content/exempelby/x.md").write_text(text, encoding="utf-8")
    assert {path for _, path in errors(root)} == {"content/exempelby/x.md"}


def test_what_cannot_do_harm_is_published_as_words(root):
    page = (
        '---\nrubrik: "<script>alert(1)</script>"\nbeskrivning: \'"><img src=x onerror=alert(1)>\'\n---\n'
        "[a](https://x.example){: onclick=alert(1) }\n\n## B {: #innehall onclick=alert(1) }\n\n"
        '--8<-- "/etc/passwd"\n\n`</title><script>`\n'
    )
    (root / "content/exempelby/x.md").write_text(page, encoding="utf-8")
    built = driver.build_sites(root)
    assert built.published, (built.problems, built.complaints)
    html = (root / "site/exempelby/x/index.html").read_text("utf-8")
    assert "<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>" in html
    assert not re.search('<\\w+(?: [\\w-]+(?:="[^"]*")?)* on[a-z]+=|<script>|<img|root:', html)


# Graphs.


def graph(root: Path, levels: int, goals: Iterable[tuple[str, int, list[str]]]) -> None:
    """Write a kommun with so many levels, and goals by id, level and parents."""
    forms = "artikel: ett, bestämd: steget, plural: steg, bestämd_plural: stegen"
    lines = [f"  - {{id: n{level}, namn: steg, {forms}}}\n" for level in range(levels)]
    text = "styrmodeller:\n- id: s\n  namn: S\n  nivåer:\n" + "".join(lines)
    (root / "data/exempelby/styrmodell.yml").write_text(text, encoding="utf-8")
    rows = [
        f"- {{id: {key}, nivå: n{level}, rubrik: {key}, överordnade: [{', '.join(above)}]}}\n"
        for key, level, above in goals
    ]
    (root / "data/exempelby/mal.yml").write_text("mål:\n" + "".join(rows), encoding="utf-8")
    (root / "content/exempelby/om-malen.md").unlink()


def test_a_circle_of_thousands_is_one_problem_in_a_short_report(root, capsys):
    graph(root, 1, ((f"m{n}", 0, [f"m{(n + 1) % 2_000}"]) for n in range(2_000)))
    assert [code for code, _ in errors(root)] == ["KV304"]
    shown = report_of(root, "text", capsys)
    assert len(shown) < 100_000
    assert "Här visas 200 av 2" in shown
    assert " fel KV304: " in shown


@pytest.mark.parametrize(
    "links",
    [
        pytest.param(lambda n: [f"m{n}"], marks=pytest.mark.full, id="self"),
        pytest.param(lambda n: [f"m-borta-{n}"], id="unknown"),
    ],
)
def test_thousands_of_errors_end_in_a_report_soon(root, links, capsys):
    graph(root, 1, ((f"m{n}", 0, links(n)) for n in range(3_000)))
    assert len(errors(root)) == 3_000
    shown = report_of(root, "text", capsys)
    assert shown.count(": fel KV") == 200
    assert "\n3\N{NO-BREAK SPACE}000 fel" in shown


def test_everything_above_everything_is_reported_soon(root):
    graph(root, 1, ((f"m{n}", 0, [f"m{k}" for k in range(120) if k != n]) for n in range(120)))
    assert "KV304" in {code for code, _ in errors(root)}


def test_a_chain_of_thousands_is_refused(root):
    graph(root, 300, ((f"m{n}", n, [f"m{n - 1}"] if n else []) for n in range(300)))
    assert [code for code, _ in errors(root)] == ["KV311"]


def test_an_organisation_of_thousands_in_a_row_is_refused(root):
    rows = [
        f"- {{id: o{n}, namn: O, slag: nämnd{f', del_av: o{n - 1}' if n else ''}}}\n"
        for n in range(3_000)
    ]
    (root / "data/exempelby/o.yml").write_text("organisation:\n" + "".join(rows), encoding="utf-8")
    assert [code for code, _ in errors(root)] == ["KV311"]


@pytest.mark.full
def test_more_ways_up_than_atoms_are_counted_and_not_walked(root):
    graph(
        root,
        25,
        (
            (f"m{n}-{k}", n, [f"m{n - 1}-{j}" for j in range(4)] if n else [])
            for n in range(25)
            for k in range(4)
        ),
    )
    start = time.process_time()
    outcome = pipeline.produce(root)
    assert time.process_time() - start < SECONDS
    assert len(outcome.pages) > 100
    assert max(len(page.body) for page in outcome.pages) < 1_000_000


# Anything at all.


@given(st.text(max_size=300))
def test_any_text_is_yaml_or_a_problem(text):
    node, problems = parse_yaml(text, "data/x.yml")
    report.text(problems, lambda _path, _line: None)
    for found in problems:
        assert 1 <= found.origin.line <= text.count("\n") + 2
    assert node is None or not isinstance(node, str)


@given(st.text(max_size=300), st.text(max_size=100))
def test_any_text_is_a_page_or_a_fault(front, body):
    text = f"---\n{front}\n---\n{body}"
    read_front(text)
    calls, faults = parse_calls(text)
    for place in [*(call.place for call in calls), *faults]:
        assert place.line <= text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1


@given(
    st.one_of(
        st.text(max_size=40), st.from_regex(r"[0-9]{1,5}[-/– ][0-9a-z ]{0,12}", fullmatch=True)
    )
)
def test_any_text_is_a_date_or_not(text):
    try:
        found = partial_date(text)
    except (NotADate, ImpossibleDate):
        return
    assert re.search(r"\w", text)
    assert found.start.month is None or 1 <= found.start.month <= 12
