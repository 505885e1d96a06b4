"""KV901 to KV910, KV935, KV937, KV941, KV948 and KV949: values and targets of indicators."""

from __future__ import annotations

from kommunvision.swedish.problems.entry import Files, ProblemText, Severity, data


def _indicator(*lines: str, more: str = "") -> Files:
    return data(
        "indikatorer:\n  - id: examen\n    namn: Unga med examen\n    enhet: procent\n"
        + "".join(f"    {line}\n" for line in lines)
        + more,
        "indikatorer.yml",
    )


_SCALE = """skalor:
  - id: mognad
    namn: Mognad
    steg: [{id: steg-1, ord: på väg}, {id: steg-2, ord: framme}]
"""

TEXTS: dict[str, ProblemText] = {
    "KV901": ProblemText(
        severity=Severity.ERROR,
        title="Värde saknas utan skäl",
        message="Det finns inget värde för {period}, och inget skäl.",
        remedy='Skriv "värde:", eller "saknas:" med skälet, till exempel "inte mätt ännu".',
        explanation=(
            "En tom ruta kan betyda att inget är mätt, att siffran inte är klar eller att någon "
            "har glömt den. Läsaren ska få veta vilket. Noll är ett värde."
        ),
        bad=_indicator("värden: [{period: 2024}]"),
        good=_indicator("värden: [{period: 2024, saknas: inte mätt ännu}]"),
    ),
    "KV902": ProblemText(
        severity=Severity.ERROR,
        title="Både värde och skäl till att det saknas",
        message="Värdet för {period} finns, men sägs också saknas.",
        remedy='Ta bort värdet, eller ta bort "saknas:".',
        explanation="Ett värde finns eller saknas. Båda delarna kan inte visas.",
        bad=_indicator("värden: [{period: 2024, värde: 81, saknas: statistik saknas}]"),
        good=_indicator("värden: [{period: 2024, värde: 81}]"),
    ),
    "KV903": ProblemText(
        severity=Severity.ERROR,
        title="Samma period två gånger",
        message="Perioden {period} har redan ett värde, på {place}.",
        remedy='Ta bort det ena. Är värdet ändrat skriver du det gamla under "ändrat_från:".',
        explanation=(
            "En indikator har ett värde för varje period. En prognos och ett utfall får stå för "
            "samma period. Finns det flera sätt att räkna får varje sätt en egen mätserie med "
            "nyckeln definition."
        ),
        bad=_indicator("värden: [{period: 2024, värde: 81}, {period: 2024, värde: 82}]"),
        good=_indicator("värden: [{period: 2023, värde: 81}, {period: 2024, värde: 82}]"),
    ),
    "KV904": ProblemText(
        severity=Severity.ERROR,
        title="Målvärde utan villkor",
        message="Målvärdet säger inte vad värdet ska bli.",
        remedy='Lägg till ett villkor, till exempel "minst: 85" eller "ska: öka".',
        explanation=(
            "Ett målvärde har minst ett villkor: minst, högst, över, under, exakt, från och till, "
            "ska, procent, bland_de_bästa, mot_grupp, ja eller klart. Har källan bara ord skriver "
            "du dem under text."
        ),
        bad=_indicator("målvärden: [{period: 2026}]"),
        good=_indicator("målvärden: [{period: 2026, minst: 85}]"),
    ),
    "KV905": ProblemText(
        severity=Severity.ERROR,
        title="Intervall som inte går ihop",
        message='Intervallet saknar den ena gränsen, eller så är "från" större än "till".',
        remedy=(
            'Skriv den lägre gränsen under "från" och den högre under "till". Finns bara en gräns '
            'skriver du "minst" eller "högst".'
        ),
        explanation=(
            "Ett intervall har två gränser, och båda räknas in. Har målvärdet bara en gräns är det "
            "minst eller högst som gäller."
        ),
        bad=_indicator("målvärden: [{från: 4, till: 2}]"),
        good=_indicator("målvärden: [{från: 2, till: 4}]"),
    ),
    "KV906": ProblemText(
        severity=Severity.ERROR,
        title="Mening utan plats för värdet",
        message='Meningen "{value}" går inte att fylla i.',
        remedy='Skriv "{{värde}}" där värdet ska stå, och "{{period}}" där perioden ska stå.',
        explanation=(
            "I meningen byts {värde} ut mot värdet med sin enhet och {period} mot perioden. Var "
            "och en får stå en gång. Andra klamrar går inte."
        ),
        bad=_indicator('mening: "I år var {tal} av de unga klara."'),
        good=_indicator('mening: "{period} hade {värde} av de unga examen."'),
    ),
    "KV907": ProblemText(
        severity=Severity.WARNING,
        title="Grupp utan värden",
        message='Målvärdet jämförs med "{value}", som inte har några värden.',
        remedy='Lägg till en mätserie med "grupp:", eller rätta namnet.',
        explanation=(
            "Ett målvärde som räknas från andras värde går att läsa, men inte att jämföra, förrän "
            "deras värden finns."
        ),
        bad=_indicator("målvärden: [{mot_grupp: [Alla kommuner]}]"),
        good=_indicator(
            "målvärden: [{mot_grupp: [Alla kommuner]}]",
            more=(
                "mätvärden:\n  - indikator: examen\n    grupp: Alla kommuner\n"
                "    värden: [{period: 2024, värde: 71}]\n"
            ),
        ),
    ),
    "KV908": ProblemText(
        severity=Severity.ERROR,
        title="Värde av ett annat slag",
        message='"{value}" är ett annat slags värde än indikatorns första.',
        remedy="Skriv alla värden som tal, alla som ja eller nej, eller alla som ord.",
        explanation=(
            "En indikator mäter samma sak hela tiden. Ett ord bland tal går inte att rita eller "
            "räkna med. Saknas ett tal skriver du skälet under saknas."
        ),
        bad=_indicator("värden: [{period: 2023, värde: 81}, {period: 2024, värde: bra}]"),
        good=_indicator("värden: [{period: 2023, värde: 81}, {period: 2024, värde: 82}]"),
    ),
    "KV909": ProblemText(
        severity=Severity.ERROR,
        title="Ord som inte står på skalan",
        message='"{value}" står inte på indikatorns skala.',
        remedy="Välj ett av: {choices}.",
        explanation="En indikator med en skala har skalans ord som värden.",
        bad=_indicator("skala: mognad", "värden: [{period: 2024, värde: nästan}]", more=_SCALE),
        good=_indicator("skala: mognad", "värden: [{period: 2024, värde: på väg}]", more=_SCALE),
    ),
    "KV910": ProblemText(
        severity=Severity.ERROR,
        title="Utgångsläget saknas",
        message='Målvärdet räknas från utgångsläget, men "{indicator}" har inget.',
        remedy='Lägg till "utgångsläge:" med period och värde.',
        explanation="En förändring i procent behöver ett värde att räkna från.",
        bad=_indicator("målvärden: [{period: 2030, procent: -50}]"),
        good=_indicator(
            "utgångsläge: {period: 2020, värde: 40}", "målvärden: [{period: 2030, procent: -50}]"
        ),
    ),
    "KV937": ProblemText(
        severity=Severity.ERROR,
        title="Ändring utan det gamla värdet",
        message="Ändringen av värdet för {period} säger inte vad det var förut.",
        remedy='Skriv det gamla värdet under "värde:", "kvinnor:", "män:" eller "delar:".',
        explanation=(
            "Under ändrat_från står det som har varit publicerat, så att läsaren ser vad som är "
            "nytt. Bara det som har ändrats behöver stå där."
        ),
        bad=_indicator(
            "värden: [{period: 2024, värde: 81, ändrat_från: [{datum: 2025-03-14, skäl: Fel.}]}]"
        ),
        good=_indicator(
            "värden: [{period: 2024, värde: 81, "
            "ändrat_från: [{värde: 80, datum: 2025-03-14, skäl: Fel.}]}]"
        ),
    ),
    "KV941": ProblemText(
        severity=Severity.ERROR,
        title="Samma del två gånger",
        message='Delen "{name}" har redan ett värde för {period}, på {place}.',
        remedy="Ta bort den ena, eller ge delarna olika namn.",
        explanation="Varje del är en egen kolumn i tabellen, och där finns plats för ett värde.",
        bad=_indicator(
            "värden: [{period: 2024, delar: [{namn: Åskolan, värde: 81}, "
            "{namn: Åskolan, värde: 84}]}]"
        ),
        good=_indicator(
            "värden: [{period: 2024, delar: [{namn: Åskolan, värde: 81}, "
            "{namn: Ängsskolan, värde: 84}]}]"
        ),
    ),
    "KV948": ProblemText(
        severity=Severity.WARNING,
        title="Färre än noll",
        message='Värdet är {value}, men "{name}" är ett antal, och ett antal är minst noll.',
        remedy=(
            "Ta bort minustecknet om det är ett skrivfel. Är värdet en förändring säger du det i "
            'indikatorns namn, till exempel "Förändring av antalet elever", eller skriver ett '
            "undantag för indikatorn."
        ),
        explanation=(
            "Ett antal personer, ärenden eller besök kan inte vara mindre än noll. Det kan en "
            "förändring, ett ekonomiskt resultat eller en temperatur. Varningen kommer bara när "
            "enheten säger att något räknas. Den kommer inte när namnet talar om en skillnad, som "
            "flyttnetto, eller när målvärdet eller utgångsläget är under noll."
        ),
        bad=data(
            "indikatorer:\n  - id: besok\n    namn: Besök på museet\n    enhet: besök\n"
            "    värden: [{period: 2024, värde: -812}]\n",
            "indikatorer.yml",
        ),
        good=data(
            "indikatorer:\n  - id: besok\n    namn: Besök på museet\n    enhet: besök\n"
            "    värden: [{period: 2024, värde: 812}]\n",
            "indikatorer.yml",
        ),
    ),
    "KV949": ProblemText(
        severity=Severity.ERROR,
        title="Inget värde under värde",
        message='"{value}" är inget värde.',
        remedy='Skriv varför det inte finns något under "saknas:", till exempel "inte mätt ännu".',
        explanation=(
            "Under värde står det som har mätts: ett tal, ja eller nej, eller ett ord. Ett streck, "
            "ett felvärde ur ett kalkylblad eller ordet saknas skulle visas som om det vore mätt."
        ),
        bad=_indicator("värden: [{period: 2024, värde: saknas}]"),
        good=_indicator("värden: [{period: 2024, saknas: inte mätt ännu}]"),
    ),
}
