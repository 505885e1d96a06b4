"""KV70x and KV71x: the macro calls in editors' Markdown pages."""

from __future__ import annotations

from kommunvision.swedish.problems.entry import Files, ProblemText, Severity, data, page

_GOALS = data(
    """
    mål:
      - id: utb-1
        nivå: mal
        rubrik: Fler unga når gymnasieexamen
        anmärkning: Källan anger inget årtal.
    """
)

_INDICATORS = data(
    """
    indikatorer:
      - id: lasning
        namn: Elever som läser
        enhet: procent
        värden: [{period: 2023, värde: 80}, {period: 2024, värde: 82}]
    mätvärden:
      - {indikator: lasning, grupp: Länet, värden: [{period: 2024, värde: 79}]}
    """
)


def _page(line: str) -> Files:
    """Return a page with one line of its own, and a goal for its macros."""
    return {**_GOALS, **page(f"# Om våra mål\n\n{line}\n")}


_GOOD = _page('{{ mål("utb-1") }}')

_BRACES = (
    "Det som står mellan dubbla klamrar ska vara namnet på ett makro och värden inom parentes. "
    "Värden är texter inom citattecken, heltal, ja, nej och listor av texter. Annat körs aldrig, "
    "så att ingen sida kan visa eller göra mer än makrona kan."
)

TEXTS: dict[str, ProblemText] = {
    "KV701": ProblemText(
        severity=Severity.ERROR,
        title="Makrot finns inte",
        message='Det finns inget makro som heter "{word}".',
        remedy="Välj ett av makrona i handboken.",
        explanation="Namnet är felskrivet, eller så finns inte makrot.",
        bad=_page('{{ målet("utb-1") }}'),
        good=_GOOD,
    ),
    "KV702": ProblemText(
        severity=Severity.ERROR,
        title="Inte ett makroanrop",
        message='"{word}" är inget makroanrop.',
        remedy="Skriv makrots namn och värden inom parentes, till exempel {example}.",
        explanation=_BRACES,
        bad=_page("{{ config }}"),
        good=_GOOD,
    ),
    "KV703": ProblemText(
        severity=Severity.ERROR,
        title="Programkod på sidan",
        message='Sidan innehåller programkod, "{word}".',
        remedy="Ta bort koden. En sida kan bara innehålla text och makron.",
        explanation=_BRACES,
        bad=_page("{% for x in y %}"),
        good=_page("Här är våra mål."),
    ),
    "KV704": ProblemText(
        severity=Severity.ERROR,
        title="Kommentar på sidan",
        message='"{word}" är en kommentar, så texten försvinner.',
        remedy="Ta bort kommentaren. Skriv {{: #namn }} för att ge en rubrik ett eget ankare.",
        explanation=(
            "Tecknen {# inleder en kommentar som inte syns på sidan. Då kan text försvinna utan "
            "att någon märker det. Därför är kommentarer inte tillåtna."
        ),
        bad=_page("{# Ska skrivas om. #}"),
        good=_page("Här är våra mål."),
    ),
    "KV705": ProblemText(
        severity=Severity.ERROR,
        title="Makroanropet är inte avslutat",
        message='Makroanropet "{word}" går inte att läsa.',
        remedy='Kontrollera att citattecknen är raka (") och att allt som öppnas också stängs.',
        explanation=(
            "Ett makroanrop börjar med två klamrar och slutar med två klamrar. Varje citattecken "
            "och parentes däremellan ska också ha sitt par. Ordbehandlare byter gärna raka "
            "citattecken mot böjda, och dem förstår inte makrona."
        ),
        bad=_page('{{ mål("utb-1" }}'),
        good=_GOOD,
    ),
    "KV706": ProblemText(
        severity=Severity.ERROR,
        title="Argumentet finns inte",
        message='Makrot "{macro}" har inget argument som heter "{word}".',
        remedy="Argumenten är: {choices}.",
        explanation="Namnet på argumentet är felskrivet, eller så hör det till ett annat makro.",
        bad=_page('{{ mållista(nivån="mal") }}'),
        good=_page('{{ mållista(nivå="mal") }}'),
    ),
    "KV707": ProblemText(
        severity=Severity.ERROR,
        title="Ett argument saknas",
        message='Makrot "{macro}" behöver argumentet "{argument}".',
        remedy="Skriv värdet inom parentesen.",
        explanation="Makrot kan inte visa något utan det värdet.",
        bad=_page("{{ mål() }}"),
        good=_GOOD,
    ),
    "KV708": ProblemText(
        severity=Severity.ERROR,
        title="För många värden",
        message='Makrot "{macro}" får ett värde för mycket, {word}.',
        remedy="Ta bort värdet.",
        explanation="Samma argument har två värden, eller så har makrot färre argument än så.",
        bad=_page('{{ mål("utb-1", "utb-1") }}'),
        good=_GOOD,
    ),
    "KV709": ProblemText(
        severity=Severity.ERROR,
        title="Fel sorts värde",
        message='Argumentet "{argument}" i makrot "{macro}" kan inte vara "{word}".',
        remedy="Skriv {expected}.",
        explanation="Värdet är av ett annat slag än makrot förstår.",
        bad=_page('{{ målkedja("utb-1", upp="kanske") }}'),
        good=_page('{{ målkedja("utb-1", upp=ja) }}'),
    ),
    "KV710": ProblemText(
        severity=Severity.ERROR,
        title="Id i ett makro finns inte",
        message='Makrot "{macro}" nämner "{word}", som inte finns.',
        remedy="Skriv id för {expected}.",
        explanation=(
            "Id:t finns inte i kommunens filer. Ett id i en annan kommun skrivs med kommunens "
            "mapp framför: exempelby/utb-1."
        ),
        bad=_page('{{ mål("utb-11") }}'),
        good=_GOOD,
    ),
    "KV711": ProblemText(
        severity=Severity.ERROR,
        title="Id för fel slags objekt",
        message='Makrot "{macro}" behöver {expected}, men "{word}" är {got}.',
        remedy="Skriv id för {expected}, eller välj ett annat makro.",
        explanation="Id:t finns, men det hör till något som makrot inte kan visa.",
        bad=_page('{{ mål("kf") }}'),
        good=_GOOD,
    ),
    "KV712": ProblemText(
        severity=Severity.ERROR,
        title="Makrot står inne i text",
        message='Makrot "{word}" måste stå på en egen rad.',
        remedy="Flytta makrot till en egen rad. Använd länk för att nämna något i en mening.",
        explanation=(
            "Makrot ger ett helt block, till exempel en lista eller ett citat. Det kan stå på en "
            "egen rad, ensamt i en punkt i en lista eller i en cell i en tabell vars rader "
            "börjar med |."
        ),
        bad=_page('Vi har {{ mål("utb-1") }} och fler.'),
        good=_GOOD,
    ),
    "KV713": ProblemText(
        severity=Severity.ERROR,
        title="Makro i rubrik, länk eller kod",
        message='Makrot "{word}" kan inte stå i en rubrik, en länk, en bild eller kod.',
        remedy="Flytta makrot till den löpande texten.",
        explanation=(
            "Rubriker används i menyer och länkar läses upp för sig. Därför måste deras text stå "
            "på sidan. Makrot länk ger en färdig länk och behöver ingen egen omkring sig. En rad "
            "som börjar med fyra blanksteg räknas som kod."
        ),
        bad=_page('## {{ länk("utb-1") }}'),
        good=_page('Läs om {{ länk("utb-1") }}.'),
    ),
    "KV714": ProblemText(
        severity=Severity.ERROR,
        title="Tecken för privat bruk",
        message="Här står ett tecken som saknar betydelse, {word}.",
        remedy="Ta bort tecknet. Det kan komma från ett typsnitt med symboler.",
        explanation=(
            "Vissa tecken har ingen bestämd betydelse och visas olika på olika datorer. De "
            "används också när sidan byggs och får därför inte stå i text."
        ),
        bad=_page("Våra mål \uf0b7 i korthet."),
        good=_page("Våra mål i korthet."),
    ),
    "KV715": ProblemText(
        severity=Severity.ERROR,
        title="För stor sida",
        message="{cause} Gränsen är {limit}.",
        remedy="Dela upp innehållet på flera sidor.",
        explanation="En så stor sida går inte att läsa, och den tar lång tid att bygga.",
        bad=_page('{{ länk("utb-1") }}\n' * 501),
        good=_GOOD,
    ),
    "KV716": ProblemText(
        severity=Severity.ERROR,
        title="Sidan hör inte till någon kommun",
        message='Sidan hör inte till någon kommun, så "{word}" säger inte vilken som menas.',
        remedy='Skriv kommunens mapp framför id:t, "exempelby/utb-1", eller kommun="exempelby".',
        explanation=(
            "En sida hör till den kommun vars mapp den ligger i. På andra sidor måste makrot få "
            "veta vilken kommun som menas."
        ),
        bad={**_GOALS, "content/index.md": '# Start\n\n{{ mål("utb-1") }}\n'},
        good={**_GOALS, "content/index.md": '# Start\n\n{{ mål("exempelby/utb-1") }}\n'},
    ),
    "KV717": ProblemText(
        severity=Severity.ERROR,
        title="Makrot har inget att visa",
        message='Makrot "{macro}" har inget att visa här.',
        remedy="Ta bort makrot, eller lägg till uppgiften i kommunens filer.",
        explanation=(
            "Objektet finns, men det saknar det som makrot visar: ett citat, en tidslinje, ett "
            "beslut, en källa, en anmärkning eller en annan lydelse. På målets eller indikatorns "
            "egen sida står rubriken redan, så där visar makrot bara texten."
        ),
        bad=_page('{{ citat("utb-1") }}'),
        good=_page('{{ anmärkning("utb-1") }}'),
    ),
    "KV718": ProblemText(
        severity=Severity.ERROR,
        title="Kommunen finns inte",
        message='Makrot "{macro}" nämner kommunen "{word}", som inte finns på webbplatsen.',
        remedy="Skriv namnet på kommunens mapp.",
        explanation="Kommunen skrivs med namnet på sin mapp under data.",
        bad=_page('{{ kommuner() }}\n\n{{ mållista(kommun="exempelbo") }}'),
        good=_page('{{ kommuner() }}\n\n{{ mållista(kommun="exempelby") }}'),
    ),
    "KV737": ProblemText(
        severity=Severity.ERROR,
        title="Makrots period eller grupp finns inte",
        message='Makrot "{macro}" har inget att visa för "{word}".',
        remedy="Skriv {expected}.",
        explanation=(
            "Det finns inga uppgifter för den period eller grupp som makrot nämner, eller så är "
            "uppföljningen efter sedan inte tidigare än den som visas. En period skrivs som i "
            "tabellerna på sidorna."
        ),
        bad={**_INDICATORS, **page('# Om läsning\n\n{{ jämförelse("lasning", period="2023") }}\n')},
        good={
            **_INDICATORS,
            **page('# Om läsning\n\n{{ jämförelse("lasning", period="2024") }}\n'),
        },
    ),
}
