"""A report says the same in every form: to people in a terminal, and to programs."""

import json

import pytest

from kommunvision import report
from kommunvision.origin import Origin
from kommunvision.problem import Problem, problem
from kommunvision.swedish.problems import PROBLEMS
from kommunvision.text.reading import lines_under

LINES = {
    ("data/exempelby/mal.yml", 14): "  överordnade: [utb-99]",
    ("data/exempelby/mal.yml", 15): "  kategori: böcker",
}


def read_line(path: str, line: int) -> str | None:
    return LINES.get((path, line))


def unknown_parent(**changes) -> Problem:
    details = {
        "who": 'Målet "utb-2"',
        "key": "överordnade",
        "value": "utb-99",
        "expected": "ett mål",
    }
    return problem(
        "KV202",
        Origin("data/exempelby/mal.yml", 14, 17, 6),
        suggestion="utb-9",
        **(details | changes),
    )


def advice(line: int) -> Problem:
    return problem("KV605", Origin("data/exempelby/mal.yml", line, 3, 8), count=120, limit=90)


def one_line(line: str, column: int, length: int) -> list[str]:
    """The excerpt and carets for a place on a line."""
    found = problem("KV605", Origin("mal.yml", 1, column, length), count=120, limit=90)
    return report.text([found], lambda *_: line).splitlines()[1:3]


def test_a_problem_shows_place_message_line_carets_and_remedy():
    assert report.text([unknown_parent()], read_line) == (
        'data/exempelby/mal.yml:14:17: fel KV202: Målet "utb-2" hänvisar under "överordnade" till '
        '"utb-99", som inte finns.\n'
        "   14 |   överordnade: [utb-99]\n"
        "      |                 ^^^^^^\n"
        '   Menade du "utb-9"?\n'
        "\n"
        "1 fel.\n"
    )


def warning(line: int) -> Problem:
    place = Origin("data/exempelby/mal.yml", line, 3, 8)
    return problem("KV406", place, id="v", value=20355, first=1950, last=2150)


def lines_told(shown: str) -> list[int]:
    return [int(one.split(":")[1]) for one in shown.splitlines() if one.startswith("data")]


def test_problems_are_told_each_once_and_counted_in_swedish():
    shown = report.text([advice(15), unknown_parent(), advice(9), unknown_parent()], read_line)
    assert lines_told(shown) == [9, 15, 14]
    assert shown.endswith("\n\n1 fel och 2 råd.\n")


def test_what_stops_a_publication_stands_last_and_programs_get_all_by_its_place():
    found = [warning(30), unknown_parent(), advice(9), warning(2), advice(40)]
    assert lines_told(report.text(found, read_line)) == [9, 40, 2, 30, 14]
    assert lines_told(report.text(found, read_line, from_top=True)) == [14, 2, 30, 9, 40]
    by_place = [2, 9, 14, 30, 40]
    assert [one["line"] for one in json.loads(report.json_text(found))["problems"]] == by_place
    assert [
        int(one.split("line=")[1].split(",")[0]) for one in report.github(found).splitlines()
    ] == by_place
    results = json.loads(report.sarif(found))["runs"][0]["results"]
    regions = [one["locations"][0]["physicalLocation"]["region"] for one in results]
    assert [one["startLine"] for one in regions] == by_place


def test_nothing_found_is_said():
    assert report.text([], read_line) == "Inga fel.\n"


def test_a_place_that_is_no_line_is_shown_without_an_excerpt():
    shown = report.text([problem("KV010", Origin("data/nora"), folder="data/nora")], read_line)
    assert "|" not in shown


def test_a_long_line_is_cut_around_the_place():
    line, carets = one_line("x" * 200 + "här" + "y" * 200, 201, 3)
    assert line.startswith("    1 | …xxx")
    assert line.endswith("yyy…")
    assert len(line) < 105
    assert line[carets.index("^") :].startswith("häry")
    assert carets.count("^") == 3


def test_a_place_after_the_end_of_the_line_gets_one_caret():
    assert one_line("abc", 9, 4) == ["    1 | abc", "      |    ^"]


def test_the_carets_stand_under_the_word_after_wide_and_combining_characters():
    line, carets = one_line("日本 a\u0308b ord", 7, 3)
    assert line == "    1 | 日本 a\u0308b ord"
    # 日 and 本 take two columns each, the dots over a none.
    assert carets == "      |" + " " * 8 + "^^^"


def test_control_characters_never_reach_the_terminal():
    hostile = unknown_parent(value="\x1b[2J\u202ex")
    shown = report.text([hostile], lambda *_: "  överordnade: [\x1b[2J\u202ex]\r")
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "\r" not in shown
    assert 'till "<U+001B>[2J<U+202E>x"' in shown


def test_a_hard_space_at_the_end_of_a_word_can_be_seen():
    told = report.text([unknown_parent(value="ansvariga\u00a0")], read_line)
    assert 'till "ansvariga<U+00A0>"' in told
    assert 'till "13\u00a0000"' in report.text([unknown_parent(value="13\u00a0000")], read_line)


def test_braces_in_the_writers_words_are_words():
    assert 'till "{loop}"' in report.text([unknown_parent(value="{loop}")], read_line)


def test_colours_change_no_words():
    plain = report.text([unknown_parent()], read_line)
    coloured = report.text([unknown_parent()], read_line, colour=True)
    assert coloured != plain
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[1;31m"):
        coloured = coloured.replace(code, "")
    assert coloured == plain


def test_lines_are_read_from_files_of_any_encoding(tmp_path):
    (tmp_path / "gammal.yml").write_bytes("namn: Älv\r\nslag: å\r\n".encode("cp1252"))
    read = lines_under(tmp_path)
    assert [read("gammal.yml", 1), read("gammal.yml", 2)] == ["namn: Älv", "slag: å"]
    assert [read("gammal.yml", 0), read("gammal.yml", 9), read("borta.yml", 1)] == [None] * 3


def test_json_has_the_same_words_and_the_counts():
    made = json.loads(report.json_text([unknown_parent(), advice(15)]))
    assert made["problems"][0] == {
        "path": "data/exempelby/mal.yml",
        "line": 14,
        "column": 17,
        "length": 6,
        "code": "KV202",
        "severity": "fel",
        "message": 'Målet "utb-2" hänvisar under "överordnade" till "utb-99", som inte finns.',
        "remedy": 'Menade du "utb-9"?',
        "related": [],
    }
    assert made["counts"] == {"fel": 1, "varning": 0, "råd": 1}


def test_github_gets_one_escaped_command_for_each_problem():
    found = problem(
        "KV202",
        Origin("data/a,b:c.yml", 3, 5, 2),
        who="100 %",
        key="x",
        value="a\n::error::b",
        expected="ett mål",
    )
    assert report.github([found, advice(15)]).splitlines() == [
        (
            "::error file=data/a%2Cb%3Ac.yml,line=3,col=5,endColumn=7,"
            "title=KV202 Hänvisning till något som inte finns::"
            '100 %25 hänvisar under "x" till "a<U+000A>::error::b", som inte finns.'
            "%0ASkriv id för ett mål, eller lägg till det som saknas."
        ),
        (
            "::notice file=data/exempelby/mal.yml,line=15,col=3,endColumn=11,"
            "title=KV605 Lång egen rubrik::Rubriken är 120 tecken lång."
            "%0AKorta den till högst 90 tecken, och lägg resten i texten."
        ),
    ]


def test_sarif_names_rule_place_and_related_places():
    loop = problem(
        "KV304",
        Origin("data/västra/mal.yml", 2, 3, 4),
        related=[Origin("data/västra/mal.yml", 5, 3, 4)],
        loop="a → b → a",
    )
    log = json.loads(report.sarif([loop]))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(PROBLEMS)
    (result,) = run["results"]
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == "KV304"
    assert result["level"] == "error"
    assert result["message"]["text"].startswith("Målkedjan går i cirkel: a → b → a.")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {
        "uri": "data/v%C3%A4stra/mal.yml",
        "uriBaseId": "%SRCROOT%",
    }
    assert place["region"] == {"startLine": 2, "startColumn": 3, "endColumn": 7}
    assert result["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 5


@pytest.mark.parametrize("render", [report.json_text, report.sarif, report.github])
def test_a_report_does_not_depend_on_the_order_of_what_was_found(render):
    found = [unknown_parent(), advice(9), advice(15)]
    assert render(found) == render(reversed(found))
