"""Every macro gives the parts that the generated pages are made of, in any engine with the contract."""

import re
from html.parser import HTMLParser
from types import SimpleNamespace

import markdown
import pytest

import macros
from kommunvision.chain import GoalSystem, Site
from kommunvision.editing import FUNCTIONS, PageContext, bind
from kommunvision.load import load_site
from kommunvision.swedish.macros import BY_NAME, MACROS
from kommunvision.text.calls import parse
from kommunvision.text.sandbox import MacroEnvironment
from kommunvision.text.sanitize import clean
from kommunvision.text.slots import Slots
from tests.helpers import LEVELS, WHO, write_files

DATA = {
    "data/exempelby/kommun.yml": f"{WHO}  kontakt: {{enhet: Kommunkansliet}}\n",
    "data/exempelby/styrmodell.yml": LEVELS,
    "data/exempelby/organisation.yml": """
        organisation:
        - {id: kf, namn: Kommunfullmäktige, slag: fullmäktige}
        - {id: bun, namn: Barn- och utbildningsnämnden, slag: nämnd}
    """,
    "data/exempelby/kallor.yml": """
        källor:
        - {id: budget, titel: Budget 2026}
        beslut:
        - {id: kf-205, organ: kf, datum: 2025-12-15, paragraf: 205}
    """,
    "data/exempelby/visioner.yml": """
        visioner:
        - id: vision-2025
          rubrik: Vision 2025
          status: ersatt
          målår: 2040
          text: Den gamla lydelsen.
        - id: vision-2035
          rubrik: Vision 2035
          status: gällande
          text: Hela livets kommun <&>.
          beslut: kf-205
          källa: budget
          tillkomst: {steg: [{när: maj 2025, rubrik: Första mötet}]}
          lydelser: [{text: Hela livets by.}]
    """,
    "data/exempelby/mal.yml": """
        mål:
        - {id: omrade-1, nivå: omrade, rubrik: Lärande, överordnade: vision-2035}
        - id: utb-1
          nivå: mal
          rubrik: Fler klarar skolan
          överordnade: omrade-1
          ansvariga: bun
          teman: skola
          kategori: skola
          anmärkning: Det är vår tolkning.
          ur_källan: Så står det i budgeten.
        - id: utb-2
          nivå: mal
          rubrik: Fler läser vidare
          ansvariga: kf
          beslut: framgår inte av källan
          källa: framgår inte av källan
    """,
    "data/exempelby/indikatorer.yml": """
        indikatorer:
        - id: behoriga
          namn: Andel behöriga elever
          hör_till: utb-1
          enhet: procent
          värden: [{period: 2022, värde: 83}, {period: 2023, värde: 80}, {period: 2024, värde: 82}]
        - {id: resor, namn: Antal resor, hör_till: utb-2}
        mätvärden:
        - {indikator: behoriga, grupp: Länet, värden: [{period: 2024, värde: 79}]}
        - {indikator: behoriga, grupp: Riket, värden: [{period: 2024, värde: 78}]}
        uppföljningar:
        - {id: ar-2022, namn: Bokslut 2022, period: 2022, omdömen: [{om: utb-1, status: uppfyllt}]}
        - id: ar-2023
          namn: Bokslut 2023
          period: 2023
          omdömen: [{om: utb-1, status: inte uppfyllt}]
        - id: ar-2024
          namn: Bokslut 2024
          period: 2024
          omdömen: [{om: utb-1, status: uppfyllt}, {om: utb-2, status: delvis uppfyllt}]
    """,
    "data/exempelby/aktuellt.yml": """
        aktuellt:
        - id: antagen
          rubrik: Visionen är antagen
          citat: [{text: Nu kör vi, vem: Kim Ek}, {text: Äntligen, vem: Bo Al}]
    """,
    "data/exempelby/teman.yml": "teman: [{id: skola, namn: Skola}]\n",
    "data/grannby/kommun.yml": """
        kommun: {namn: Grannby, formellt_namn: Grannby kommun, påhittad: ja}
    """,
    "data/grannby/styrmodell.yml": LEVELS,
    "data/grannby/mal.yml": """
        mål: [{id: alla-1, nivå: mal, rubrik: Alla hjälps åt, ansvariga: alla}]
    """,
    "mkdocs.yml": "site_name: Prov\n",
}


class Engine:
    """The contract of mkdocs-macros, and nothing more."""

    def __init__(self, root, url):
        self.variables, self.conf = {}, {"config_file_path": str(root / "mkdocs.yml")}
        self.page, self.macros = SimpleNamespace(url=url), {}

    def macro(self, function, name=""):
        self.macros[name or function.__name__] = function


@pytest.fixture
def root(tmp_path):
    write_files(tmp_path, DATA)
    return tmp_path


@pytest.fixture
def run(root):
    """Gives a function that renders Markdown on a page of the kommun, as plain Jinja would."""

    def render(source, url="exempelby/om/"):
        engine = Engine(root, url)
        macros.define_env(engine)
        return MacroEnvironment(engine.macros).from_string(source).render()

    return render


def words(html):
    reader = HTMLParser(convert_charrefs=True)
    found = []
    reader.handle_data = found.append
    reader.feed(html)
    reader.close()
    return " ".join(" ".join(found).split())


def test_every_macro_is_registered_with_and_without_swedish_letters(root):
    engine = Engine(root, "")
    macros.define_env(engine)
    assert set(engine.macros) == set(BY_NAME)
    assert {"målkedja", "malkedja", "källa", "kalla", "nivåer", "nivaer"} <= set(engine.macros)
    assert engine.variables["ja"] is True
    assert engine.variables["nej"] is False


def test_every_macro_has_a_function_and_every_function_a_macro():
    assert {macro.function for macro in MACROS} == set(FUNCTIONS)


@pytest.mark.parametrize("macro", MACROS, ids=lambda macro: macro.name)
def test_the_example_of_a_macro_calls_it(macro):
    calls, faults = parse(macro.example)
    assert faults == ()
    assert [call.macro.name for call in calls] == [macro.name]
    assert macro.help.endswith(".")
    assert all(argument.help.endswith(".") for argument in macro.arguments)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("{{ vision('vision-2025') }}", "Den gamla lydelsen."),
        ("{{ vision() }}", "Hela livets kommun <&>."),
        ("{{ målkedja() }}", "Fler läser vidare"),
        ("{{ målkedja('omrade-1') }}", "Fler klarar skolan"),
        ("{{ målkedja('utb-1', upp=ja) }}", "Vision 2035"),
        ("{{ mål('utb-1') }}", "Fler klarar skolan"),
        ("{{ nivåer() }}", "nämndmål"),
        ("{{ nivaer('styrmodell') }}", "nämndmål"),
        ("{{ ansvarig('utb-1') }}", "Barn- och utbildningsnämnden"),
        ("Ansvar: {{ ansvarig('grannby/alla-1') }}.", "Ansvar: Alla organ i organisationen."),
        ("{{ indikator('behoriga') }}", "Andel behöriga elever"),
        ("{{ indikatorer() }}", "Antal resor"),
        ("{{ tidslinje('vision-2035') }}", "Första mötet"),
        ("{{ citat('antagen') }}", "Nu kör vi"),
        ("{{ citat('antagen', nummer=2) }}", "Äntligen"),
        ("{{ citat('utb-1') }}", "Så står det i budgeten."),
        ("{{ beslut('kf-205') }}", "15 december 2025"),
        ("{{ beslut('vision-2035') }}", "15 december 2025"),
        ("{{ beslut('utb-2') }}", "(beslut framgår inte av källan)"),
        ("{{ status('utb-1') }}", "Uppfyllt enligt Bokslut 2024 (utfall)"),
        ("{{ status('utb-1', tillfälle='ar-2023') }}", "Inte uppfyllt enligt Bokslut 2023"),
        ("{{ sammanfattning() }}", "0 av 1 område och 2 av 2 mål är bedömda."),
        ("{{ förändringar() }}", "Fler klarar skolan – Inte uppfyllt , nu uppfyllt"),
        ("{{ diagram('behoriga') }}", "Andel behöriga elever: 82 procent år 2024."),
        ("{{ jämförelse('behoriga') }}", "Länet: 79 procent."),
        ("{{ källa('utb-2') }}", "(källa framgår inte)"),
        ("{{ källa('budget') }}", "Budget 2026"),
        ("{{ kalla('vision-2035') }}", "Budget 2026"),
        ("{{ källor('vision-2035') }}", "Budget 2026"),
        ("{{ källor() }}", "Budget 2026"),
        ("{{ kontakt() }}", "Kommunkansliet"),
        ("{{ länk('utb-1') }}", "Fler klarar skolan"),
        ("{{ länk('utb-1', text='här <b>') }}", "här <b>"),
        ("{{ kommuner() }}", "Grannby"),
        ("{{ fakta('vision-2035') }}", "15 december 2025"),
        ("{{ lydelser('vision-2035') }}", "Hela livets by."),
        ("{{ anmärkning('utb-1') }}", "Det är vår tolkning."),
    ],
)
def test_a_macro_shows_what_its_name_says(run, source, shown):
    html = run(source)
    assert shown in words(html)
    assert "\n\n" not in html
    assert not re.search(r"<b>|<&>", html)


@pytest.mark.parametrize(
    ("today", "other", "shown"),
    [
        ("status: gällande", "status: ersatt", "nytt"),
        ("status: gällande, ersätter: annan", "status: gällande", "nytt"),
        ("ersätter: annan", "", "nytt"),
        ("status: gällande", "status: förslag, ersätter: nu", "nytt"),
        ("status: gällande", "status: beslutad, ersätter: nu", "nytt"),
        ("status: beslutad", "status: ersatt", "nytt"),
        ("status: gällande", "status: gällande", "nytt gammalt"),
        ("status: upphävd", "status: ersatt", "nytt gammalt"),
    ],
)
def test_levels_are_those_of_the_model_in_force_and_of_others_when_asked(
    run, root, today, other, shown
):
    def model(key, keys, level):
        forms = f"artikel: ett, bestämd: {level}, plural: {level}, bestämd_plural: {level}"
        more = f", {keys}" if keys else ""
        nodes = f"nivåer: [{{id: {key}-niva, namn: {level}, {forms}}}]"
        return f"- {{id: {key}, namn: Modell{more}, {nodes}}}\n"

    text = LEVELS + model("nu", today, "nytt") + model("annan", other, "gammalt")
    files = {
        "data/exempelby/styrmodell.yml": text.replace(
            "id: styrmodell\n", "id: styrmodell\n  status: ersatt\n"
        )
    }
    write_files(root, files)
    found = [word for word in words(run("{{ nivåer() }}")).split() if word.islower()]
    assert set(shown.split()) == {"nytt", "gammalt"} & set(found)
    assert "gammalt" in words(run("{{ nivåer('annan') }}"))


def test_a_follow_up_macro_takes_the_newest_occasion_and_filters_its_rows(run):
    shown = words(run("{{ uppföljning(ansvarig='bun') }}"))
    assert "Bokslut 2024" in shown
    assert "Fler klarar skolan" in shown
    assert "Fler läser vidare" not in shown
    assert "Inte uppfyllt" in words(run("{{ uppföljning(tillfälle='ar-2023') }}"))


@pytest.mark.parametrize(
    ("source", "shown", "hidden"),
    [
        ("uppföljning(period='2023')", "Mål: Bokslut 2023", "Bokslut 2024"),
        ("uppföljning(nivå='mal')", "Mål: Bokslut 2024", "Områden"),
        ("uppföljning(kategori='skola')", "Fler klarar skolan", "Fler läser vidare"),
        ("sammanfattning(nivå='mal')", "Bokslut 2024 : 2 av 2 mål är bedömda.", "område"),
        ("sammanfattning(ansvarig='bun')", "Bokslut 2024 : 1 av 1 mål är bedömt.", "område"),
        ("sammanfattning(nivå='namndmal')", "Inget omfattas av uppföljningen.", "är bedömd"),
        ("sammanfattning(period='år 2023')", "Bokslut 2023", "Bokslut 2024"),
        ("förändringar(ansvarig='kf')", "Fler läser vidare", "Fler klarar skolan"),
        ("förändringar('ar-2024', sedan='ar-2022')", "Jämfört med Bokslut 2022", "Bokslut 2023"),
        ("status('utb-1', period='2023')", "Inte uppfyllt enligt Bokslut 2023", "2024"),
        ("indikator('behoriga', period='2023')", "80 procent år 2023", "82 procent"),
        ("indikator('behoriga', tillfälle='ar-2024')", "i Bokslut 2024", "2023"),
        ("diagram('behoriga', från='2023')", "80", "2022"),
        ("diagram('behoriga', till='2023')", "80 procent år 2023", "2024"),
        ("jämförelse('behoriga', grupp='Riket')", "Riket: 78 procent.", "Länet"),
    ],
)
def test_a_follow_up_macro_shows_the_period_the_occasion_and_the_part_asked_for(
    run, source, shown, hidden
):
    found = words(run(f"{{{{ {source} }}}}"))
    assert shown in found
    assert hidden not in found


def test_on_a_page_of_no_kommun_a_filter_says_which_kommun_is_meant(root):
    env = Engine(root, "")
    macros.define_env(env)
    site = Site(GoalSystem(kommun) for kommun in load_site(root).kommuner)
    bind(PageContext(site, None, ""))
    try:
        found = words(env.macros["sammanfattning"](nivå="exempelby/mal"))
    finally:
        bind(None)
    assert "2 av 2 mål är bedömda." in found


@pytest.mark.parametrize(
    ("arguments", "goals"),
    [
        ("", {"Lärande", "Fler klarar skolan", "Fler läser vidare"}),
        ("nivå='mal'", {"Fler klarar skolan", "Fler läser vidare"}),
        ("niva=['omrade', 'mal'], ansvarig='bun'", {"Fler klarar skolan"}),
        ("ansvarig=['bun', 'kf']", {"Fler klarar skolan", "Fler läser vidare"}),
        ("tema='skola'", {"Fler klarar skolan"}),
        ("under='vision-2035'", {"Lärande", "Fler klarar skolan"}),
        ("under='omrade-1', nivå='mal'", {"Fler klarar skolan"}),
        ("'mal', 'kf'", {"Fler läser vidare"}),
    ],
)
def test_a_list_of_goals_is_filtered_by_what_its_arguments_say(run, arguments, goals):
    shown = words(run(f"{{{{ mållista({arguments}) }}}}"))
    every = {"Lärande", "Fler klarar skolan", "Fler läser vidare"}
    assert {goal for goal in every if goal in shown} == goals


def test_indicators_of_one_goal_are_its_own(run):
    shown = words(run("{{ indikatorer('utb-1') }}"))
    assert "Andel behöriga elever" in shown
    assert "Antal resor" not in shown


def test_a_link_leads_from_the_page_it_stands_on(run):
    assert 'href="../mal/utb-1/"' in run("{{ länk('utb-1') }}")
    assert 'href="exempelby/mal/utb-1/"' in run("{{ länk('exempelby/utb-1') }}", url="")
    assert 'href="../exempelby/mal/utb-1/"' in run("{{ mål('exempelby/utb-1') }}", url="grannby/")


def test_with_our_plugin_a_macro_leaves_a_token_and_its_html_comes_later(root):
    site = Site(GoalSystem(kommun) for kommun in load_site(root).kommuner)
    engine, slots = Engine(root, ""), Slots()
    macros.define_env(engine)
    bind(PageContext(site, site.system("exempelby"), "exempelby/om/", slots))
    try:
        made = MacroEnvironment(engine.macros).from_string("{{ mål('utb-1') }}").render()
    finally:
        bind(None)
    assert len(made) == 1
    assert "Fler klarar skolan" in slots.splice(f"<p>{made}</p>")
    assert not slots.splice(f"<p>{made}</p>").startswith("<p>")


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("Målet är {{ status('utb-1') }}.", "Målet är uppfyllt enligt Bokslut 2024 (utfall)."),
        ("Målet är {{ status('vision-2035') }}.", "Målet är inte bedömd."),
        ("Målet är {{ status('omrade-1') }}.", "Målet är inte bedömt."),
        ("{{ status('utb-1') }}.", "Uppfyllt enligt Bokslut 2024 (utfall)."),
        ("Målet är {{ status('sagt') }}.", "Målet är kommenterat i Halvtid."),
        ("{{ status('sagt') }}", "Kommenterat i Halvtid"),
        ("Målet är {{ status('utb-1', tillfälle='halvtid') }}.", "Målet är inte bedömt i Halvtid."),
        ("{{ status('utb-1', tillfälle='halvtid') }}", "Nämns inte i Halvtid"),
        ("- Läget: {{ status('utb-1') }}", "Läget: Uppfyllt enligt Bokslut 2024 (utfall)"),
        ("| Läget |\n| --- |\n| {{ status('utb-1') }} |", "Uppfyllt enligt"),
        ("Så gick det. {{ status('utb-1') }}", "det. Uppfyllt enligt"),
        ("Alltså **{{ status('utb-1') }}**", "Alltså uppfyllt enligt"),
        ("{{ länk('utb-1') }} är {{ status('utb-1') }}", "skolan är uppfyllt enligt"),
        ("Ansvarig är {{ ansvarig('utb-1') }}.", "Ansvarig är Barn- och utbildningsnämnden."),
        ("Ansvarig är {{ ansvarig('omrade-1') }}.", "Ansvarig är inte angiven."),
        ("Ansvarig är {{ ansvarig('okand') }}.", "Ansvarig är inte angiven i källan."),
        ("Ansvarig: {{ ansvarig('omrade-1') }}", "Ansvarig: Ingen ansvarig är angiven."),
        ("{{ ansvarig('grannby/alla-1') }} svarar.", "Alla organ i organisationen svarar."),
        ("Här svarar {{ ansvarig('grannby/alla-1') }}.", "svarar alla organ i organisationen."),
        ("Läs {{ länk('okand') }}.", "Läs Alla ska kunna läsa."),
        ("Läs {{ länk('okand') }}", "Läs Alla ska kunna läsa."),
        ("Målet {{ länk('okand') }} är nytt.", "Målet Alla ska kunna läsa är nytt."),
        ("Läs {{ länk('okand') }}, eller gå hit.", "Läs Alla ska kunna läsa, eller gå hit."),
        ("Läs {{ länk('okand') }} Det är nytt.", "Läs Alla ska kunna läsa. Det är nytt."),
        ("- {{ länk('okand') }}\n- Mer", "Alla ska kunna läsa. Mer"),
    ],
)
def test_a_macro_fits_the_sentence_that_it_stands_in(root, source, shown):
    more = """
        mål:
        - {id: okand, nivå: mal, rubrik: Alla ska kunna läsa., ansvariga: framgår inte av källan}
        - {id: sagt, nivå: mal, rubrik: Fler är med}
        uppföljningar:
        - {id: halvtid, namn: Halvtid, period: 2023, omdömen: [{om: sagt, kommentar: Bra.}]}
    """
    write_files(root, {"data/exempelby/fler.yml": more})
    site = Site(GoalSystem(kommun) for kommun in load_site(root).kommuner)
    engine, slots = Engine(root, ""), Slots()
    macros.define_env(engine)
    bind(PageContext(site, site.system("exempelby"), "exempelby/om/", slots))
    try:
        text = MacroEnvironment(engine.macros).from_string(source).render()
    finally:
        bind(None)
    html = slots.splice(clean(markdown.markdown(text, extensions=["tables"])))
    assert shown in re.sub(r" (?=[.,])", "", words(html))


def test_macros_py_of_the_site_is_what_mkdocs_macros_loads(repository):
    source = (repository / "macros" / "__init__.py").read_text("utf-8")
    assert len(source.splitlines()) < 10
    assert macros.__all__ == ["define_env"]
