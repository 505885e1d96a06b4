"""What differs between two versions is told in plain Swedish, and other people's words stay words."""

import re

import pytest
from markdown_it import MarkdownIt

from kommunvision.versions import Version, compare, markdown, plain_text
from tests.helpers import WHO, loaded_from

LEVELS = """
styrmodeller:
- id: styrmodell
  namn: Styrmodell
  nivåer:
  - {id: mal, namn: mål, artikel: ett, bestämd: målet, plural: mål, bestämd_plural: målen}
  - {id: akt, namn: aktivitet, artikel: en, bestämd: aktiviteten, plural: aktiviteter,
     bestämd_plural: aktiviteterna}
"""
GOAL = "- {id: utb-1, nivå: mal, rubrik: Fler böcker}\n"
NUMBERED = "- {id: utb-1, nivå: mal, nummer: '2.1', rubrik: Fler böcker}\n"
TASK = "- {id: akt-1, nivå: akt, rubrik: Bokbuss}\n"
INDICATOR = """
- id: ind
  namn: Lånade böcker
  enhet: procent
  hör_till: utb-1
  målvärden:
  - {period: 2026, minst: 80}
  värden:
  - {period: 2024, värde: "81,5"}
"""
REPORT = "- id: ar-{year}\n  namn: Årsredovisning {year}\n  period: {year}\n  omdömen:\n"
STATUS = "  - {{om: {about}, status: {status}}}\n"


def files(**sections: str) -> dict[str, str | bytes]:
    """A kommun's files; each section is the text below its key."""
    swedish = {
        "goals": "mål",
        "indicators": "indikatorer",
        "occasions": "uppföljningar",
        "visions": "visioner",
        "decisions": "beslut",
        "withdrawn": "borttagna",
        "exceptions": "undantag",
    }
    written = {
        f"data/by/{name}.yml": f"{swedish[name]}:\n{text.strip(chr(10))}\n"
        for name, text in sections.items()
        if text
    }
    return {"data/by/kommun.yml": WHO, "data/by/styrmodell.yml": LEVELS, **written}


def version(data: dict[str, str | bytes], content: dict[str, str] | None = None) -> Version:
    loaded = loaded_from(data)
    assert [one.code for one in loaded.problems] == []
    return Version(loaded.kommuner, content or {})


def told(old: dict[str, str], new: dict[str, str]) -> str:
    """The whole summary of a change of one kommun, below its name."""
    text = plain_text(compare(version(files(**old)), version(files(**new))))
    return text.partition("Exempelby\n\n")[2].replace("\N{NO-BREAK SPACE}", " ")


def report(year: int, **statuses: str) -> str:
    lines = (
        STATUS.format(about=about.replace("_", "-"), status=status)
        for about, status in statuses.items()
    )
    return REPORT.format(year=year) + "".join(lines)


TOLD = """- id: h
  namn: Halvtid
  period: 2025
  omdömen:
  - {{om: utb-1, kommentar: Det går.}}
  - {{om: akt-1, kommentar: {}}}
"""
ASKED = TOLD.partition("  omdömen")[0]

SAME = "Inga nya sidor, inga borttagna adresser."


@pytest.mark.parametrize(
    ("old", "new", "sentences"),
    [
        pytest.param(
            {"goals": GOAL},
            {"goals": GOAL + TASK},
            ["En aktivitet har kommit till. En ny sida, inga borttagna adresser."],
            id="a new activity, in its gender",
        ),
        pytest.param(
            {"goals": GOAL},
            {"goals": GOAL.replace("Fler", "Många")},
            [f"Ett mål har ändrats. {SAME}", "- Målet ”Många böcker”: rubrik. Hette förut ”Fler böcker”"],
            id="a new heading",
        ),
        pytest.param(
            {"goals": GOAL},
            {"goals": GOAL.replace("nivå: mal", "nivå: akt")},
            ["- Aktiviteten ”Fler böcker”: nivå. Var förut ett mål"],
            id="a goal that has been moved to another level",
        ),
        pytest.param(
            {"goals": GOAL + TASK, "occasions": TOLD.format("Tolv bussar.")},
            {"goals": GOAL + TASK, "occasions": TOLD.format("Tretton bussar.")},
            [f"En uppföljning har ändrats. {SAME}", "- Uppföljningen ”Halvtid”: omdömen om ”Bokbuss”"],
            id="what is told of something, in words alone",
        ),
        pytest.param(
            {"goals": GOAL + TASK, "occasions": ASKED},
            {"goals": GOAL + TASK, "occasions": TOLD.format("Tolv bussar.")},
            [f"En uppföljning har ändrats. {SAME}", "omdömen om ”Fler böcker” och ”Bokbuss”"],
            id="the first words of an occasion are no statuses",
        ),
        pytest.param(
            {"goals": GOAL + TASK},
            {"goals": (GOAL + TASK).replace("}", ", beskrivning: Mer.}")},
            [f"Ett mål och en aktivitet har ändrats. {SAME}", "- Aktiviteten ”Bokbuss”: beskrivning"],
            id="two kinds at once",
        ),
        pytest.param(
            {"goals": NUMBERED, "occasions": report(2025, utb_1="delvis uppfyllt")},
            {"goals": NUMBERED, "occasions": report(2025, utb_1="uppfyllt")},
            [
                ("Mål 2.1 (”Fler böcker”) har gått från delvis uppfyllt till uppfyllt i "
                "”Årsredovisning 2025”."),
                "En uppföljning har ändrats.",
            ],
            id="a status at the same occasion",
        ),
        pytest.param(
            {"goals": NUMBERED, "occasions": report(2024, utb_1="delvis uppfyllt")},
            {
                "goals": NUMBERED,
                "occasions": report(2024, utb_1="delvis uppfyllt") + report(2025, utb_1="uppfyllt"),
            },
            [
                ("En uppföljning har kommit till. Mål 2.1 (”Fler böcker”) har gått från delvis "
                "uppfyllt i ”Årsredovisning 2024” till uppfyllt i ”Årsredovisning 2025”. En ny "
                "sida, inga borttagna adresser."),
            ],
            id="a status at a new occasion",
        ),
        pytest.param(
            {"goals": GOAL + TASK, "occasions": report(2025, utb_1="uppfyllt")},
            {"goals": GOAL + TASK, "occasions": report(2025, akt_1="klart")},
            [
                "Aktiviteten ”Bokbuss” har fått status: klar, i ”Årsredovisning 2025”.",
                ("Målet ”Fler böcker” har inte längre någon status i ”Årsredovisning 2025”. Den var "
                "uppfyllt."),
            ],
            id="one status more and one less, in their genders",
        ),
        pytest.param(
            {"goals": GOAL, "indicators": INDICATOR},
            {
                "goals": GOAL,
                "indicators": INDICATOR.replace("81,5", "82").replace("minst: 80", "minst: 85")
                + '  - {period: 2025, värde: "83"}\n',
            },
            [
                f"En indikator har ändrats. {SAME}",
                ("- Indikatorn ”Lånade böcker”: värdet för 2024 har ändrats från 81,5 procent till "
                "82 procent; nytt värde för 2025: 83 procent; målvärdet för 2026 har ändrats från "
                "minst 80 procent till minst 85 procent"),
            ],
            id="values and a target",
        ),
        pytest.param(
            {"goals": GOAL, "indicators": INDICATOR},
            {
                "goals": GOAL,
                "indicators": INDICATOR
                + "".join(f'  - {{period: {year}, värde: "1"}}\n' for year in range(2010, 2014)),
            },
            ["- Indikatorn ”Lånade böcker”: fyra nya värden"],
            id="many values are counted",
        ),
        pytest.param(
            {"goals": GOAL, "indicators": INDICATOR},
            {
                "goals": GOAL,
                "indicators": INDICATOR.replace(
                    '"81,5"}',
                    '"82", ändrat_från: [{värde: "81,5", datum: 2026-02-01, skäl: Räknefel.}]}',
                ),
            },
            ["värdet för 2024 har ändrats från 81,5 procent till 82 procent"],
            id="a revised value",
        ),
        pytest.param(
            {"visions": "- {id: v, rubrik: Ljust, text: Ljust är det., status: gällande, källa: framgår inte av källan, beslut: framgår inte av källan}"},
            {"visions": "- {id: v, rubrik: Ljust, text: Ljust är det., status: ersatt, källa: framgår inte av källan, beslut: framgår inte av källan}"},
            [f"En vision gäller inte längre. {SAME}", "Gäller inte längre:", "- Visionen ”Ljust”: status"],
            id="a vision that ends",
        ),
        pytest.param(
            {"decisions": "- {id: kf-1, rubrik: Budget}"},
            {"decisions": "- {id: kf-1, rubrik: Budget}\n- {id: kf-2, rubrik: Plan}"},
            [f"Ett beslut har kommit till. {SAME}", "- Beslutet ”Plan”"],
            id="a decision has no page of its own",
        ),
        pytest.param(
            {"goals": GOAL},
            {"goals": GOAL.replace("utb-1", "bok-1").replace("bok-1", "bok-1, tidigare_id: utb-1")},
            [
                ("Ett mål har ändrats. Inga nya sidor, en adress leder till en ny, inga borttagna "
                "adresser."),
                "- by/mal/utb-1/ leder nu till by/mal/bok-1/",
                "- Målet ”Fler böcker”: id",
            ],
            id="a new id with the old one kept",
        ),
        pytest.param(
            {"goals": GOAL + TASK.replace("}", ", överordnade: utb-1}")},
            {
                "goals": GOAL.replace("utb-1", "bok-1, tidigare_id: utb-1")
                + TASK.replace("}", ", överordnade: bok-1}")
            },
            ["Ett mål har ändrats."],
            id="what leads to a renamed thing is not changed by it",
        ),
        pytest.param(
            {"goals": GOAL + TASK},
            {
                "goals": GOAL,
                "withdrawn": "- {adress: by/mal/akt-1/, rubrik: B, datum: 2026-03-02, skäl: Dubblett.}",
            },
            [
                "En aktivitet har tagits bort. Inga nya sidor, en borttagen adress.",
                "- by/mal/akt-1/ är borttagen: Dubblett.",
            ],
            id="a page that is withdrawn",
        ),
        pytest.param(
            {"goals": GOAL + TASK},
            {"goals": GOAL},
            ["inga borttagna adresser. En adress slutar fungera.", "- by/mal/akt-1/ slutar fungera."],
            id="an address that dies",
        ),
        pytest.param(
            {"goals": GOAL},
            {"goals": GOAL, "exceptions": "- {kod: KV303, skäl: Så är det.}"},
            [f"Undantagen från varningar har ändrats. {SAME}"],
            id="an accepted warning",
        ),
    ],
)  # fmt: skip
def test_a_change_is_told(old, new, sentences):
    text = told(old, new)
    assert [one for one in sentences if one not in text] == [], text


def test_a_region_is_not_called_a_kommun_when_what_is_known_of_it_changes():
    old = {
        "data/by/kommun.yml": "format: 1\nkommun: {namn: Exempelby, formellt_namn: Region Exempel, "
        "slag: region, påhittad: ja}\n"
    }
    new = {path: text.replace("slag", "besöksloggar: Inga., slag") for path, text in old.items()}
    text = plain_text(compare(version(old), version(new)))
    assert "Uppgifterna om regionen har ändrats: besöksloggar." in text


def test_nothing_is_told_of_a_change_that_only_moves_things_about():
    old, new = files(goals=GOAL + TASK), files(goals=f"# Målen\n{GOAL}\n\n# Uppgifterna\n{TASK}")
    new["data/by/andra.yml"] = new.pop("data/by/goals.yml")
    text = plain_text(compare(version(old), version(new)))
    assert text == "Det här ändras\n\nInget har ändrats i data eller på sidorna.\n"


def test_a_status_that_is_a_whole_predicate_stands_in_quotation_marks():
    goals = "- {id: m-1, nivå: mal, rubrik: Mål 1}\n"
    old, new = (report(2025, m_1=status) for status in ("uppfyllt", "går inte att bedöma"))
    text = told({"goals": goals, "occasions": old}, {"goals": goals, "occasions": new})
    assert "har gått från uppfyllt till ”går inte att bedöma” i ”Årsredovisning 2025”." in text


def test_many_statuses_are_counted_first_and_listed_below():
    goals = "".join(f"- {{id: m-{n}, nivå: mal, rubrik: Mål {n}}}\n" for n in range(5))
    old = report(2025, **{f"m_{n}": "delvis uppfyllt" for n in range(5)})
    new = old.replace("delvis uppfyllt", "uppfyllt")
    text = told({"goals": goals, "occasions": old}, {"goals": goals, "occasions": new})
    assert text.startswith("En uppföljning har ändrats. Fem statusar har ändrats. ")
    assert "Statusar:\n  - Målet ”Mål 0” har gått från delvis uppfyllt till uppfyllt i " in text


def test_a_kommun_that_comes_is_counted_and_one_that_goes_loses_its_addresses():
    one, both = files(goals=GOAL), files(goals=GOAL + TASK)
    other = WHO.replace("Exempelby", "Andra")
    both |= {"data/andra/kommun.yml": other, "data/andra/styrmodell.yml": LEVELS}
    both["data/andra/mal.yml"] = f"mål:\n{GOAL}"
    came = plain_text(compare(version(one), version(both)))
    assert (
        "Andra är ny på webbplatsen. Där finns en styrmodell, två nivåer och ett mål. "
        "Tre nya sidor, inga borttagna adresser."
    ) in came.replace("\n", " ")
    went = plain_text(compare(version(both), version(one)))
    assert "Andra finns inte längre på webbplatsen." in went
    assert "Tre adresser slutar fungera." in went
    assert "- andra/mal/utb-1/ slutar fungera." in went


def test_editors_pages_are_told_with_those_of_the_kommun_and_apart():
    data = files(goals=GOAL)
    old = {"by/om.md": "1", "by/bort.md": "1", "index.md": "1", "by/a.png": "1"}
    new = {"by/om.md": "2", "by/ny/index.md": "1", "index.md": "2", "by/a.png": "2"}
    text = plain_text(compare(version(data, old), version(data, new)))
    own, _, shared = text.partition("Gemensamt för webbplatsen")
    assert "En egen sida har ändrats." in own
    assert "En ny sida, inga borttagna adresser. En adress slutar fungera." in own
    for line in ("by/bort/ slutar", "Ny sida: by/ny/", "Ändrad sida: by/om/", "dokument: by/a.png"):
        assert line in own
    assert "En egen sida har ändrats. Inga nya sidor, inga borttagna adresser." in shared


def test_an_editors_page_that_leads_on_has_moved_and_is_neither_new_nor_lost():
    data = files(goals=GOAL)
    old = version(data, {"by/om.md": "1"})
    new = Version(old.kommuner, {"by/ny.md": "1"}, {"by/om/": "by/ny/"})
    text = plain_text(compare(old, new))
    assert "Inga nya sidor, en adress leder till en ny, inga borttagna adresser." in text
    assert "- by/om/ leder nu till by/ny/" in text


def test_a_place_on_a_page_that_is_gone_is_an_address_that_dies():
    old = files(goals=GOAL, decisions="- {id: kf-1, rubrik: Budget}")
    text = plain_text(compare(version(old), version(files(goals=GOAL))))
    assert "En adress slutar fungera." in text
    assert "- by/kallor/#kf-1 slutar fungera." in text


def test_statistics_that_are_only_fetched_anew_are_said_to_be():
    series = (
        "mätvärden:\n- indikator: ind\n  hämtad: {day}\n  värden: [{{period: 2023, värde: '1'}}]\n"
    )
    old, new = (
        files(goals=GOAL, indicators=INDICATOR)
        | {"data/by/statistik/k.yml": series.format(day=day)}
        for day in ("2026-01-01", "2026-02-01")
    )
    text = plain_text(compare(version(old), version(new)))
    assert "- Indikatorn ”Lånade böcker”: hämtad" in text
    del old["data/by/statistik/k.yml"]
    text = plain_text(compare(version(old), version(new)))
    assert "- Indikatorn ”Lånade böcker”: nytt värde för 2023: 1 procent" in text


def test_a_theme_that_all_share_is_told_once():
    other = {"data/andra/kommun.yml": WHO.replace("Exempelby", "Andra")}
    shared = {"data/teman.yml": "teman:\n- {id: klimat, namn: Klimat}\n"}
    old = files(goals=GOAL) | other | shared
    new = old | {"data/teman.yml": "teman:\n- {id: klimat, namn: Klimatet}\n"}
    text = plain_text(compare(version(old), version(new)))
    assert text.count("har ändrats") == 1
    assert "Gemensamt för webbplatsen\n\nEtt tema har ändrats." in text


def test_errors_of_either_version_are_said_and_the_rest_is_told():
    broken = loaded_from(files(goals=GOAL + "- {id: m-2, nivå: mal, rubrik: }\n"))
    old = Version(broken.kommuner, faulty=frozenset({"by"}))
    new = version(files(goals=GOAL + "- {id: m-2, nivå: mal, rubrik: Två}\n" + TASK))
    text = plain_text(compare(old, new))
    assert "Den äldre versionen hade fel i filerna." in text
    assert "En aktivitet har kommit till." in text
    assert "Två" not in text
    back = plain_text(compare(new, Version(old.kommuner, faulty=frozenset({"by"}))))
    assert "Filerna har fel som måste rättas. Kör kommunvision check för att se dem." in back
    assert "- by/mal/m-2/ slutar fungera" not in back


def test_where_files_have_errors_nobody_is_told_that_nothing_in_them_has_changed():
    old = version(files(goals=GOAL))
    told = plain_text(compare(old, Version(old.kommuner, faulty=frozenset({"by"}))))
    assert "I det som går att läsa har inget ändrats." in told
    assert "Inget har ändrats i data" not in told


# Markdown


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "![bild](https://ond.example/a.png)",
    "[klicka](https://ond.example)",
    "https://ond.example/a",
    "www.ond.example",
    "mejla ond@ond.example",
    "@organisation och @org/lag",
    "rättar #12, annan/projekt#12, GH-12, !12, ~bugg, %etapp, $1, &2",
    "`kod` *fet* _kursiv_ ~~struken~~ | tabell | $x^2$",
    "# Rubrik",
    "/close",
    "<!-- dold -->",
    "vänd \u202etext\u202c och dold\u200b",
    "&lt;b&gt;",
    "\\@hej",
]


@pytest.mark.parametrize("title", HOSTILE)
def test_words_of_the_data_are_only_words_in_a_pull_request(title):
    old = files(goals=GOAL)
    new = files(goals=GOAL)
    new["data/by/goals.yml"] = (
        "mål:\n- id: utb-1\n  nivå: mal\n  rubrik: '" + title.replace("\u202e", "").replace("\u202c", "").replace("\u200b", "") + "'\n"
    )  # fmt: skip
    text = markdown(compare(version(old), version(new)), "abc")
    html = MarkdownIt("gfm-like").render(text)
    # Only what we write ourselves: headings, paragraphs, one list, its name.
    assert set(re.findall(r"<(\w+)", html)) == {"h2", "h3", "p", "strong", "ul", "li"}
    called = r"@\w|#\d|[!&$]\d|GH-\d|~\w|%\w|https?:/|www\."
    assert not re.search(called, re.sub(r"&\w+;", "", html))
    assert all(
        line.startswith(("#", "- ", "**", "Jämfört", "Ett mål", "")) for line in text.split("\n")
    )
    assert not re.search(r"(?m)^/", text)


def test_signs_that_steer_or_hide_are_left_out():
    changes = compare(version(files()), version(files(goals=GOAL)))
    (kommun,) = changes.kommuner
    object.__setattr__(kommun, "name", "Ex\u202eem\u200bpel\x1b[31mby")
    assert "Ex em pel [31mby" in plain_text(changes)
    assert r"Ex em pel \[31mby" in markdown(changes)


def test_a_long_list_ends_with_how_many_are_left():
    goals = "".join(f"- {{id: m-{n}, nivå: mal, rubrik: Mål {n}}}\n" for n in range(57))
    text = markdown(compare(version(files()), version(files(goals=goals))))
    assert "57 mål har kommit till. 57 nya sidor, inga borttagna adresser." in text
    assert text.count("- och 37 till") == 2
    assert "Mål 19" in text
    assert "Mål 20" not in text


def test_a_summary_of_all_kommuner_fits_into_a_comment():
    word = "W" * 400
    goals = "".join(f"- {{id: m-{n}, nivå: mal, rubrik: {word}}}\n" for n in range(30))
    one = loaded_from(files(goals=goals)).kommuner[0]
    before = loaded_from(files()).kommuner[0]
    pairs = [(before, one)] * 290
    made = [compare(Version((old,)), Version((new,))).kommuner[0] for old, new in pairs[:1]] * len(
        pairs
    )
    changes = compare(Version((before,)), Version((one,)))
    object.__setattr__(changes, "kommuner", tuple(made))
    text = markdown(changes)
    assert len(text) <= 60_000
    assert "30 mål har kommit till" in text
