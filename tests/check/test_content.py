"""What is wrong with an editor's Markdown page is found at its line and column, before any build."""

import time
from base64 import b64decode

import pytest

from kommunvision.check.content import check_content
from kommunvision.check.edited import edited_pages
from kommunvision.load import load_site
from tests.check.examples import run
from tests.helpers import LEVELS, WHO, places, write_files

DATA = {
    "data/exempelby/kommun.yml": WHO,
    "data/exempelby/styrmodell.yml": LEVELS,
    "data/exempelby/organisation.yml": """
        organisation:
        - {id: kf, namn: Kommunfullmäktige, slag: fullmäktige}
    """,
    "data/exempelby/visioner.yml": """
        visioner:
        - id: vision-2035
          rubrik: Vision 2035
          status: gällande
          text: Hela livets kommun.
          tillkomst: {steg: [{när: maj 2025, rubrik: Första mötet}]}
    """,
    "data/exempelby/mal.yml": """
        mål:
        - {id: utb-1, nivå: mal, rubrik: Fler klarar skolan, överordnade: vision-2035}
        - {id: utb-2, nivå: mal, rubrik: Fler läser vidare, anmärkning: Vår tolkning.}
    """,
    "data/exempelby/aktuellt.yml": """
        aktuellt:
        - {id: antagen, rubrik: Visionen är antagen, citat: [{text: Nu kör vi, vem: Kim Ek}]}
    """,
    "data/grannby/kommun.yml": """
        kommun: {namn: Grannby, formellt_namn: Grannby kommun, påhittad: ja}
    """,
}


@pytest.fixture
def site(tmp_path):
    """Gives a function that checks pages, given by path; their text stands as it is."""

    def check(pages, more=None):
        write_files(tmp_path, DATA | (more or {}))
        for name, text in pages.items():
            path = tmp_path / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        edited = list(edited_pages(tmp_path, "content"))
        kommuner = load_site(tmp_path).kommuner
        return list(check_content(tmp_path, "content", kommuner, edited=edited))

    return check


@pytest.fixture
def page(site):
    """Gives a function that checks one page of the kommun: code, line, column, length."""

    def check(text):
        found = site({"exempelby/om.md": text})
        return [(p.code, p.origin.line, p.origin.column, p.origin.length) for p in found]

    return check


# The smallest whole file of its kind.
PICTURE = b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAP//////////////////////////////////////////////////////////"
    "////////////////////////////2wBDAf//////////////////////////////////////////////////////////"
    "////////////////////////////wAARCAABAAEDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAUEAEA"
    "AAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhED"
    "EQA/AJgA/9k="
)

GOOD = """---
rubrik: Om våra mål
beskrivning: "Vad vi vill: i korthet."
---

# Om våra mål

{{ vision() }}

{{ målkedja("utb-1", upp=ja, bild=nej) }}
{{ mallista(niva="mal", under="vision-2035") }}

- {{ mål("utb-1") }}
- Läs om {{ länk("utb-2", text="målet") }} eller [visionen](vision/vision-2035.md).

| Mål | Ansvarig |
| --- | --- |
| {{ mål("exempelby/utb-1") }} | {{ ansvarig("utb-1") }} |

{{ tidslinje("vision-2035") }}

{{ citat("antagen", nummer=1) }}

{{ anmärkning("utb-2") }} {{ fakta("utb-2") }}

![Torget på våren](torget.jpg)

Skriv `<b>` och [mejla](mailto:a@exempelby.example) eller <https://exempelby.example>.

```html
<script>
# ingen rubrik
```
"""


def test_a_page_with_everything_it_may_have_is_free_from_problems(site):
    assert site({"exempelby/om.md": GOOD, "exempelby/torget.jpg": PICTURE}) == []


def test_a_page_may_lead_to_the_pages_that_span_kommuner(site):
    shared = ("index", "tema", "globala-mal/4", "om", "om/tillganglighet", "oppna-data", "sok")
    links = " ".join(f"[a](../{name}.md)" for name in shared)
    assert site({"exempelby/om.md": f"# A\n\n{links}\n"}) == []


def test_what_the_source_does_not_state_is_something_to_show(site, tmp_path):
    silent = "framgår inte av källan"
    who = f"{WHO}  kontakt: {silent}\n"
    goal = f"mål: [{{id: tyst, nivå: mal, rubrik: Ett, beslut: {silent}, källa: {silent}}}]"
    more = {"data/exempelby/kommun.yml": who, "data/exempelby/tyst.yml": goal}
    text = "# A\n\n{{ kontakt() }}\n\n{{ beslut('tyst') }} {{ källa('tyst') }}\n"
    assert site({"exempelby/om.md": text}, more) == []


def test_line_ends_and_a_byte_order_mark_make_no_difference(site):
    text = "\ufeff" + GOOD.replace("\n", "\r\n")
    assert site({"exempelby/om.md": text, "exempelby/torget.jpg": PICTURE}) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# A\n\n  {{ målet('x') }}", [("KV701", 3, 6, 5)]),
        ("# A\n\n{{ config }}", [("KV702", 3, 1, 12)]),
        ("# A\n\nÅ {% set x = 1 %}", [("KV703", 3, 3, 15)]),
        ("# A\n\n{# dolt #}", [("KV704", 3, 1, 10)]),
        ("# A\n\n{{ mål('utb-1' }}", [("KV705", 3, 1, 17)]),
        ("# A\n\n{{ mål('utb-99') }}", [("KV710", 3, 8, 8)]),
        ("# A\n\n{{ mål('vision-2035') }}", [("KV711", 3, 8, 13)]),
        ("# A\n\n{{ mål(1) }}", [("KV709", 3, 8, 1)]),
        ("# A\n\n{{ citat(ja) }}", [("KV709", 3, 10, 2)]),
        ("# A\n\n{{ citat('antagen', nummer=ja) }}", [("KV709", 3, 28, 2)]),
        ("# A\n\n{{ tidslinje('vision-2035', del='mitten') }}", [("KV709", 3, 33, 8)]),
        ("# A\n\n{{ mållista(nivå=['mal', 'mål']) }}", [("KV710", 3, 18, 1)]),
        ("# A\n\n{{ mållista(kategori='x') }}", [("KV710", 3, 22, 3)]),
        ("# A\n\n{{ mål('grannby/utb-1') }}", [("KV710", 3, 8, 15)]),
        ("# A\n\n{{ mål('granby/utb-1') }}", [("KV718", 3, 8, 14)]),
        ("# A\n\n{{ kontakt() }}", [("KV717", 3, 1, 15)]),
        ("# A\n\n{{ vision(kommun='grannby') }}", [("KV717", 3, 1, 30)]),
        ("# A\n\n{{ citat('antagen', nummer=2) }}", [("KV717", 3, 1, 32)]),
        ("# A\n\n{{ tidslinje('vision-2035', del='fortsättning') }}", [("KV717", 3, 1, 50)]),
        ("# A\n\nOrd {{ mål('utb-1') }} ord", [("KV712", 3, 5, 18)]),
        ("# A\n\nA | B\n--|--\na {{ mål('utb-1') }} | b", [("KV712", 5, 3, 18)]),
        ("# A\n\n## {{ länk('utb-1') }}", [("KV713", 3, 4, 19)]),
        ("# A\n\n{{ länk('utb-1') }}\n---", [("KV713", 3, 1, 19)]),
        ("# A\n\n[läs {{ länk('utb-1') }}](om.md)", [("KV713", 3, 6, 19)]),
        ("# A\n\n`{{ länk('utb-1') }}`", [("KV713", 3, 2, 19)]),
        ("# A\n\n```\n{{ mål('utb-1') }}\n```", [("KV713", 4, 1, 18)]),
        ("# A\n\n    {{ mål('utb-1') }}", [("KV713", 3, 5, 18)]),
        ("# A\n\nSe { mål('utb-1') } och {vision()}", [("KV732", 3, 4, 16), ("KV732", 3, 25, 10)]),
        ("# A\n\n{ mål('utb-1') }}", [("KV732", 3, 1, 16)]),
        ("# A\n\n    { mål('utb-1') }", []),
        ("# A\n\n`{ mål('utb-1') }` {mål} {annat(1)} { a }", []),
        ("# A\n\nOrd \uf0b7", [("KV714", 3, 5, 6)]),
        ("# A\n\nHej <b>du</b>", [("KV720", 3, 5, 3), ("KV720", 3, 10, 4)]),
        ("# A\n\n<!-- dolt -->", [("KV720", 3, 1, 4)]),
        ("# A\n\n<script src=x", [("KV720", 3, 1, 7)]),
        ("# A\n\nHej<o:p></o:p>", [("KV720", 3, 4, 5), ("KV720", 3, 9, 6)]),
        ("# A\n\n<st1:place>Nora", [("KV720", 3, 1, 11)]),
        ("# A\n\nSe [mål] (finns-inte.md).", [("KV608", 3, 4, 21)]),
        ("# A\n\n[a] (https://a.se/b) [c] (d/e.md#f)", [("KV608", 3, 1, 20), ("KV608", 3, 22, 14)]),
        ("# A\n\n[a] (se ovan) [x] (b) `[c] (d.md)` [sic] (s. 3)", []),
        ("# A\n\n    [c] (d.md)", []),
        ("# A\n\n[a](javascript:alert(1))", [("KV721", 3, 5, 19)]),
        ("# A\n\n[a](JaVa&#115;cript:x)", [("KV721", 3, 5, 17)]),
        ("# A\n\n[a][b]\n\n[b]: data:text/html,x", [("KV721", 5, 6, 16)]),
        ("# A\n\n<vbscript:x>", [("KV721", 3, 2, 10)]),
        ("# A\n\n![](a.png)", [("KV722", 3, 1, 10), ("KV726", 3, 5, 5)]),
        ("# A\n\n![a](https://x.se/a.png)", [("KV738", 3, 6, 18)]),
        ("# A\n\n![ ][bild]", [("KV722", 3, 1, 5)]),
        ("# A\n\n# B", [("KV723", 3, 1, 1)]),
        ("# A\n\nB\n===", [("KV723", 3, 1, 1)]),
        ("Ingen rubrik", [("KV724", 1, 1, 1)]),
        ("---\n- a\n---\n\n# A", [("KV725", 2, 1, 1)]),
        ("---\nrubrik: [a]\n---\n\n# A", [("KV725", 2, 9, 1)]),
        ("---\nrubrik: a: b\n---\n\n# A", [("KV725", 2, 10, 1)]),
        ("---\nrubrik: !!python/name:os.system x\n---\n\n# A", [("KV725", 2, 9, 1)]),
        # What parsers give up at.
        ('---\nrubrik: "\\UFFFFFFFF"\n---\n\n# A', [("KV725", 2, 12, 1)]),
        ('---\nrubrik: "\\U00110000"\n---\n\n# A', [("KV725", 2, 12, 1)]),
        (f"---\n{'[' * 3000}\n---\n\n# A", [("KV725", 3, 1, 1)]),
        # A tab where MkDocs reads on.
        ("---\nrubrik:\tOm oss\n---\n\nText", []),
        ("# A\n\n[a](finns-inte.md)", [("KV726", 3, 5, 13)]),
        ("# A\n\n![a](bild.png)", [("KV726", 3, 6, 8)]),
        ("---\nrubrk: A\n---\n\n# A", [("KV727", 2, 1, 5)]),
        ("---\nrender_macros: no\n---\n\n# A", [("KV727", 2, 1, 13)]),
        ("---\nrubrik: '{{ x }}'\n---\n\n# A", [("KV728", 2, 10, 8)]),
        ("Obs: text\n\n# A", [("KV729", 1, 1, 9)]),
        ("---\nrubrik: A\n---\n\n{{ config }}", [("KV702", 5, 1, 12)]),
        ("# A\n\nMa\u030al", [("KV601", 3, 1, 4)]),
        ("# A\n\nOrd\x07", [("KV008", 3, 4, 1)]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_found_where_it_stands(page, text, found):
    assert page(text) == found


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("{{ malet('utb-1') }}", "mål"),
        ("{{ mål('utb-11') }}", "utb-1"),
        ("{{ mål('exempelby/utb-11') }}", "exempelby/utb-1"),
        ("{{ mål('exempelbo/utb-1') }}", "exempelby"),
        ("{{ mål('Fler klarar skolan') }}", "utb-1"),
        ("{{ mållista(nivå='mål') }}", "mal"),
        ("{{ tidslinje('vision-2035', del='fortsattning') }}", "fortsättning"),
        ("[a](om-os.md)", "om-oss.md"),
    ],
)
def test_a_mistake_brings_what_was_probably_meant(site, text, suggestion):
    pages = {"exempelby/om.md": f"# A\n\n{text}", "exempelby/om-oss.md": "# B"}
    assert [problem.suggestion for problem in site(pages)] == [suggestion]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[" * 501, "KV719"),
        ("a < b\n\n" * 5_001, "KV719"),
        ("\n".join(" " * 4 * depth + "- a" for depth in range(16)), "KV007"),
        ("- " * 15 + "a", "KV007"),
        ("> " * 30 + "a", "KV007"),
    ],
    ids=lambda text: text[:8],
)
def test_what_would_take_markdown_too_long_is_refused(page, text, code):
    assert [found[0] for found in page(f"# A\n\n{text}")] == [code]


FOLLOWED_UP = {
    "data/exempelby/uppfoljning.yml": """
        indikatorer:
        - {id: lasning, namn: Läsning, värden: [{period: 2023, värde: 8}, {period: 2024, värde: 9}]}
        - {id: tom, namn: Tom}
        mätvärden: [{indikator: lasning, grupp: Länet, värden: [{period: 2024, värde: 7}]}]
        uppföljningar:
        - {id: ar-2023, namn: Bokslut 2023, period: 2023, omdömen: [{om: utb-1, status: uppfyllt}]}
        - {id: t2-2024, namn: Delår, period: tertial 2 2024}
        - {id: ar-2024, namn: Bokslut 2024, period: 2024}
    """
}


@pytest.mark.parametrize(
    ("call", "found"),
    [
        ("sammanfattning(period='2023')", []),
        ("sammanfattning(period='2024 T2')", []),
        ("uppföljning(period='andra tertialet 2024', nivå='mal')", []),
        ("sammanfattning(period='2022')", [("KV737", '"2023", "tertial 2 2024" eller "2024"')]),
        ("sammanfattning('ar-2024', period='2023')", [("KV737", '"2024"')]),
        ("sammanfattning(period='i fjol')", [("KV737", '"2023", "tertial 2 2024" eller "2024"')]),
        ("status('utb-1', period='2023')", []),
        ("status('utb-1', period='2024')", [("KV737", '"2023"')]),
        ("förändringar('ar-2024', sedan='ar-2023')", []),
        ("förändringar('t2-2024', sedan='ar-2024')", [("KV737", '"ar-2023"')]),
        ("förändringar(sedan='ar-2024')", [("KV737", '"ar-2023" eller "t2-2024"')]),
        ("indikator('lasning', period='år 2023', tillfälle='ar-2023')", []),
        ("indikator('lasning', period='2022')", [("KV737", '"2023" eller "2024"')]),
        ("indikator('tom', period='2024')", [("KV717", None)]),
        ("diagram('lasning', från='2023', till='2024')", []),
        ("diagram('lasning', från='2019')", [("KV737", '"2023" eller "2024"')]),
        ("jämförelse('lasning', period='2024', grupp='Länet')", []),
        ("jämförelse('lasning', period='2023')", [("KV737", '"2024"')]),
        ("jämförelse('lasning', grupp=['Länet', 'Riket'])", [("KV737", '"Länet"')]),
        ("sammanfattning(period=2024)", [("KV709", "en period inom citattecken")]),
    ],
)
def test_a_period_or_group_without_data_is_refused_with_those_that_there_are(site, call, found):
    problems = site({"exempelby/om.md": f"# A\n\n{{{{ {call} }}}}\n"}, FOLLOWED_UP)
    assert [(one.code, dict(one.details).get("expected")) for one in problems] == found
    assert all(str(one.origin).startswith("content/exempelby/om.md:3:") for one in problems)


@pytest.mark.parametrize(
    ("name", "call", "found"),
    [
        ("mal/utb-1", "mål('utb-1')", ["KV717"]),
        ("mal/utb-1/index", "mål('exempelby/utb-1')", ["KV717"]),
        ("mal/utb-1", "mål('utb-2')", []),
        ("mal/med-text", "mål('med-text')", []),
        ("mal/var-rubrik", "mål('var-rubrik')", []),
        ("indikatorer/tom", "indikator('tom')", ["KV717"]),
        ("indikatorer/lasning", "indikator('lasning', period='2024')", []),
        ("indikatorer/lasning", "indikator('lasning', tillfälle='ar-2023')", []),
    ],
)
def test_a_macro_that_gives_nothing_on_the_page_of_its_own_object_is_refused(
    site, name, call, found
):
    more = FOLLOWED_UP | {
        "data/exempelby/fler.yml": """
            mål:
            - {id: med-text, nivå: mal, rubrik: Ett, text: Alla läser.}
            - {id: var-rubrik, nivå: mal, rubrik: Två, egen_rubrik: ja}
        """
    }
    problems = site({f"exempelby/{name}.md": f"# A\n\n{{{{ {call} }}}}\n"}, more)
    assert [one.code for one in problems] == found


@pytest.mark.parametrize(
    ("shown", "found"),
    [
        ("visas_till: 2026-12-15", ["KV785", "KV789"]),
        ("visas_från: 2026-12-01\nvisas_till: 2026-12-15", []),
        ("visas_från: 2026-12-10\nvisas_till: 2026-12-24", ["KV785", "KV789"]),
        ("visas_från: 2026-12-15\nvisas_till: 2026-12-01", ["KV783"]),
        ("visas_till: 31 december 2026", ["KV788", "KV785", "KV789"]),
        ("visas_till: 2026-02-30", ["KV788", "KV785", "KV789"]),
    ],
)
def test_a_page_may_name_what_is_shown_on_all_of_its_own_days(site, shown, found):
    goal = "{id: kort, nivå: mal, rubrik: Ett, visas_från: 2026-12-01, visas_till: 2026-12-15}"
    links = "{{ länk('kort') }} [en sida](kort.md) [målet](mal/kort.md)"
    pages = {
        "exempelby/om.md": f"---\n{shown}\n---\n\n# A\n\n{links}\n",
        "exempelby/kort.md": ("---\nvisas_från: 2026-12-01\nvisas_till: 2026-12-15\n---\n\n# B\n"),
        # After its last day the page of the goal is there again.
        "exempelby/mal/kort.md": "---\nvisas_till: 2020-01-01\n---\n\n# C\n",
    }
    problems = site(pages, {"data/exempelby/kort.yml": f"mål: [{goal}]"})
    assert [one.code for one in problems] == found


def test_a_page_of_no_kommun_must_say_which_one_it_means(site):
    found = site(
        {
            "index.md": "# A\n\n{{ mål('utb-1') }}\n\n{{ mållista() }}\n\n{{ kommuner() }}\n",
            "om.md": "# B\n\n{{ mål('exempelby/utb-1') }}\n\n{{ mållista(kommun='exempelby') }}",
        }
    )
    assert [(p.code, str(p.origin)) for p in found] == [
        ("KV716", "content/index.md:3:8"),
        ("KV716", "content/index.md:5:1"),
    ]


def test_a_file_in_another_encoding_is_explained_at_the_word(site):
    found = site({"exempelby/om.md": "# A\n\nVi vill nå målet".encode("cp1252")})
    assert [(p.code, str(p.origin), dict(p.details)["character"]) for p in found] == [
        ("KV001", "content/exempelby/om.md:3:9", "nå")
    ]
    found = site({"exempelby/om.md": "# A".encode("utf-16")})
    assert [(p.code, dict(p.details)["encoding"]) for p in found] == [("KV001", "UTF-16 (Unicode)")]


def test_a_file_that_leads_out_of_the_site_is_not_read(site, tmp_path):
    secret = tmp_path.parent / "secret.md"
    secret.write_text("<b>", encoding="utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "om.md").symlink_to(secret)
    assert [problem.code for problem in site({})] == ["KV015"]


def test_a_macro_that_names_an_object_that_could_not_be_read_is_no_fault_of_its_own(tmp_path):
    files = {
        "data/exempelby/visioner.yml": (
            "visioner:\n- {id: v, rubrik: Vision 2035, status: antagen, text: Alla.}\n"
        ),
        "content/exempelby/om.md": '# Om\n\n{{ vision("v") }}\n\n{{ vision("w") }}\n',
    }
    found = run(tmp_path, files, about="KV710")
    assert places(found) == [("KV710", 5, 11), ("KV108", 2, 40)]


def test_every_page_is_checked_and_problems_name_their_file(site):
    found = site({"b.md": "Text", "a/c.md": "Text", ".dold/d.md": "Text", "a/e.txt": "Text"})
    assert [str(problem.origin) for problem in found] == ["content/a/c.md:1:1", "content/b.md:1:1"]


@pytest.mark.parametrize(
    "text",
    ["[" * 50_000, "![" * 50_000, "`" * 50_001, "```\n" * 20_001, "<a " * 30_000, "#" * 100_000,
     "[a](" * 30_000, "a\n=\n" * 30_000, "{{ länk('utb-1') }} " * 500, "- " * 50_000,
     "[[a](b)" * 20_000, "x\n" * 100_000, "a" * 400_000, "> " * 50_000, "| " * 50_000],
    ids=lambda text: text[:8],
)  # fmt: skip
def test_hostile_pages_are_judged_quickly(page, text):
    start = time.process_time()
    page(f"# A\n\n{text}")
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("---\ntitel: Om oss\n---\n\n# A", "rubrik"),
        ('# A\n\n{{ mall("utb-1") }}', "mål"),
        ("# A\n\n[a](vision-2053.md)", "vision/vision-2035.md"),
        ("# A\n\n[a](finns-inte.md)", None),
    ],
)
def test_what_is_proposed_is_swedish_and_like_what_was_written(site, text, meant):
    (found,) = site({"exempelby/om.md": text})
    assert found.suggestion == meant


def test_facts_on_top_of_a_page_that_never_end_are_not_shown_to_readers(page):
    assert page("---\nrubrik: Om oss\n\n# Om oss\n") == [("KV725", 1, 1, 3)]
    assert page("---\n\n# Om oss\n\nTre streck är en linje.\n") == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("# A\n\nVi gör:\n- ett\n- två\n", [4]),
        ("# A\n\nVi gör det här\n1. ett\n2. två\n", [4]),
        ("# A\n\nVi gör:\n- ett\n", [4]),
        ("# A\n\n•\tett\n•\ttvå\n", [3]),
        ("# A\n\n- ett\n  och mer\n- två\n", []),
        ("# A\n- ett\n- två\n", []),
        ("# A\n\nFler – eller hellre\n- färre ord\n", []),
        ("# A\n\n```\nVi gör:\n- ett\n- två\n```\n", []),
        ("# A\n\nKurser · stöd\n", []),
    ],
)
def test_a_list_that_would_be_running_text_is_told_of(page, text, lines):
    assert [(code, line) for code, line, _, _ in page(text)] == [("KV743", one) for one in lines]


def test_a_value_without_quotation_marks_is_shown_with_them(site):
    (found,) = site({"exempelby/x.md": "# A\n\n{{ fakta(utb-1) }}\n"})
    assert (found.code, found.details["example"]) == ("KV702", '{{ fakta("utb-1") }}')
