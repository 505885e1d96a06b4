"""KV1xx: keys, and whether their values are of the right kind."""

from __future__ import annotations

from kommunvision.swedish.problems.entry import Files, ProblemText, Severity, data

_GOOD_GOAL = """
    mål:
      - id: utb-1
        nivå: mal
        rubrik: Fler unga når gymnasieexamen
"""


def _goal(line: str) -> Files:
    return data(
        "mål:\n  - id: utb-1\n    nivå: mal\n    rubrik: Fler unga når gymnasieexamen\n"
        f"    {line}\n"
    )


def _kommun(line: str) -> Files:
    return data(
        "format: 1\nkommun:\n  namn: Exempelby\n  formellt_namn: Exempelby kommun\n"
        f"  påhittad: ja\n  {line}\n",
        "kommun.yml",
    )


def _indicator(line: str) -> Files:
    return data(
        f"indikatorer:\n  - id: invanare\n    namn: Invånare\n    {line}\n", "indikatorer.yml"
    )


TEXTS: dict[str, ProblemText] = {
    "KV101": ProblemText(
        severity=Severity.ERROR,
        title="Okänd nyckel",
        message='Nyckeln "{key}" finns inte för {object}.',
        remedy="Ta bort nyckeln, eller slå upp rätt nyckel i handboken.",
        explanation=(
            "Varje slag av objekt har sina egna nycklar. En felskriven nyckel skulle annars göra "
            "att uppgiften tyst försvann."
        ),
        bad=_goal("rubrikk: Alla ska klara skolan"),
        good=_goal("text: Alla ska klara skolan"),
    ),
    "KV102": ProblemText(
        severity=Severity.ERROR,
        title="Nyckel saknas",
        message='Här saknas nyckeln "{key}", som {object} måste ha.',
        remedy='Lägg till "{key}:" med ett värde.',
        explanation="Utan nyckeln går det inte att göra sidan.",
        bad=data(
            """
            mål:
              - id: utb-1
                nivå: mal
            """
        ),
        good=data(_GOOD_GOAL),
    ),
    "KV103": ProblemText(
        severity=Severity.ERROR,
        title="Tomt värde",
        message='Nyckeln "{key}" har inget värde.',
        remedy="{remedy}",
        explanation=(
            "En tom nyckel kan betyda att värdet är glömt. Är uppgiften okänd tar du bort raden. "
            "Säger källan inget kan många nycklar ha värdet framgår inte av källan."
        ),
        bad=_goal("beskrivning:"),
        good=_goal("beskrivning: Gäller alla skolor."),
    ),
    "KV104": ProblemText(
        severity=Severity.ERROR,
        title="Lista eller grupp där ett värde väntas",
        message='"{key}" ska ha ett enda värde, men här står {got}.',
        remedy="Skriv värdet direkt efter kolonet.",
        explanation="Nyckeln tar bara ett värde. Andra nycklar, som ansvariga, tar en lista.",
        bad=_goal("beskrivning: [Gäller alla skolor., Gäller från i höst.]"),
        good=_goal("beskrivning: Gäller alla skolor från i höst."),
    ),
    "KV105": ProblemText(
        severity=Severity.ERROR,
        title="Nycklar väntas",
        message="Här väntas {object} med sina nycklar, men här står {got}.",
        remedy="Skriv varje uppgift på en egen rad, som nyckel: värde.",
        explanation="Objektet består av flera uppgifter, så varje uppgift måste ha sin nyckel.",
        bad=data(
            """
            mål:
              - Fler unga når gymnasieexamen
            """
        ),
        good=data(_GOOD_GOAL),
    ),
    "KV106": ProblemText(
        severity=Severity.ERROR,
        title="Varken ja eller nej",
        message='"{key}" ska vara ja eller nej, men är "{value}".',
        remedy="Skriv ja eller nej.",
        explanation="Nyckeln svarar på en fråga som bara har två svar.",
        bad=_goal("förkortad: true"),
        good=_goal("förkortad: ja"),
    ),
    "KV107": ProblemText(
        severity=Severity.ERROR,
        title="Inte ett heltal",
        message='"{key}" ska vara ett heltal, men är "{value}".',
        remedy="Skriv bara siffror, utan blanksteg och decimaler.",
        explanation="Nyckeln räknar eller ordnar något, så den tar bara hela tal.",
        bad=_goal("ordning: två"),
        good=_goal("ordning: 2"),
    ),
    "KV108": ProblemText(
        severity=Severity.ERROR,
        title="Okänt val",
        message='"{key}" kan inte vara "{value}".',
        remedy="Välj ett av dessa: {choices}.",
        explanation="Nyckeln har några få ord att välja på, så att alla kommuner menar detsamma.",
        bad=_goal("status: gälande"),
        good=_goal("status: gällande"),
    ),
    "KV109": ProblemText(
        severity=Severity.ERROR,
        title="Ogiltigt id",
        message='"{value}" kan inte vara ett id.',
        remedy="Använd små bokstäver a–z, siffror och bindestreck, högst 80 tecken.",
        explanation=(
            "Ett id blir en del av sidans adress. Därför får det bara ha små bokstäver a–z, "
            "siffror och bindestreck. Skriv a i stället för å och ä, och o i stället för ö."
        ),
        bad=data(
            """
            mål:
              - id: Mål 1
                nivå: mal
                rubrik: Fler unga når gymnasieexamen
            """
        ),
        good=data(
            """
            mål:
              - id: mal-1
                nivå: mal
                rubrik: Fler unga når gymnasieexamen
            """
        ),
    ),
    "KV110": ProblemText(
        severity=Severity.ERROR,
        title="Ogiltig webbadress",
        message='"{value}" under "{key}" är ingen webbadress.',
        remedy="Skriv hela adressen, från https:// och framåt.",
        explanation=(
            "Bara adresser som börjar med https:// eller http:// blir länkar. Andra slag av "
            "adresser kan vara farliga för läsaren."
        ),
        bad=_kommun("webbplats: www.exempelby.example"),
        good=_kommun("webbplats: https://www.exempelby.example"),
    ),
    "KV111": ProblemText(
        severity=Severity.ERROR,
        title="Ogiltig e-postadress",
        message='"{value}" under "{key}" är ingen e-postadress.',
        remedy="Skriv adressen som namn@exempelby.example.",
        explanation="Adressen blir en länk på sidan, så den måste gå att skicka till.",
        bad=_kommun("kontakt: {epost: kommun.exempelby.example}"),
        good=_kommun("kontakt: {epost: kommun@exempelby.example}"),
    ),
    "KV112": ProblemText(
        severity=Severity.ERROR,
        title="Ogiltig färg",
        message='"{value}" under "{key}" är ingen färg.',
        remedy='Skriv sex siffror eller bokstäver a–f efter tecknet #, till exempel "#0b5a6b".',
        explanation=(
            "Färgen skrivs som i grafiska profiler: # och sex tecken. Sätt citattecken om den, "
            "för annars läses # som en kommentar."
        ),
        bad=_kommun("accentfärg: blå"),
        good=_kommun('accentfärg: "#0b5a6b"'),
    ),
    "KV113": ProblemText(
        severity=Severity.ERROR,
        title="Kod med annat än siffror",
        message='"{value}" under "{key}" ska bara bestå av siffror.',
        remedy="Skriv koden med siffror. Inledande nollor ska vara med.",
        explanation="Kommunkoder och organisationsnummer är siffror, som 0114 eller 212000-0142.",
        bad=_kommun("kod: O114"),
        good=_kommun("kod: 0114"),
    ),
    "KV114": ProblemText(
        severity=Severity.ERROR,
        title="Flera rader där en väntas",
        message='"{key}" ska stå på en rad.',
        remedy='Gör texten till ett stycke. Längre text hör hemma under till exempel "text".',
        explanation="Värdet visas som rubrik eller i en lista, där radbrytningar inte får plats.",
        bad=data(
            """
            mål:
              - id: utb-1
                nivå: mal
                rubrik: |
                  Fler unga når
                  gymnasieexamen
            """
        ),
        good=data(_GOOD_GOAL),
    ),
    "KV115": ProblemText(
        severity=Severity.ERROR,
        title="Får inte utelämnas",
        message='"{key}" kan inte vara "framgår inte av källan".',
        remedy="Skriv ett värde, eller ta bort raden om nyckeln inte är obligatorisk.",
        explanation=(
            "Det går bara att skriva så om uppgifter som läsaren väntar sig att hitta i källan, "
            "som datum, beslut och ansvariga. Handboken visar vilka nycklar det gäller."
        ),
        bad=_goal("ordning: framgår inte av källan"),
        good=_goal("beslut: framgår inte av källan"),
    ),
    "KV116": ProblemText(
        severity=Severity.ERROR,
        title="Lista väntas",
        message='Under "{key}" ska det stå en lista.',
        remedy="Börja varje objekt med ett bindestreck och ett blanksteg.",
        explanation=(
            "Under nyckeln kan det stå flera objekt, och därför är värdet alltid en lista, även "
            "när den bara har ett."
        ),
        bad=data(
            """
            mål:
              id: utb-1
              nivå: mal
              rubrik: Fler unga når gymnasieexamen
            """
        ),
        good=data(_GOOD_GOAL),
    ),
    "KV118": ProblemText(
        severity=Severity.ERROR,
        title="Inte ett tal",
        message='"{value}" under "{key}" går inte att läsa som ett tal.',
        remedy='Skriv bara siffror och decimalkomma, till exempel "81,5" eller "13 000".',
        explanation=(
            "Enheten och procenttecknet står på indikatorn. Ett villkor som minst eller högst är "
            "en egen nyckel. Punkt mellan tusental går att läsa på två sätt, så skriv 13 000 i "
            "stället för 13.000."
        ),
        bad=_indicator("värden: [{period: 2024, värde: 13.000}]"),
        good=_indicator("värden: [{period: 2024, värde: 13 000}]"),
    ),
    "KV120": ProblemText(
        severity=Severity.ERROR,
        title="Gräns som inte går att läsa",
        message='"{value}" under "{key}" går inte att läsa som en gräns.',
        remedy='Skriv bara ordet och talet, till exempel "färre än 5" eller "under 5".',
        explanation=(
            "Får värdet inte lämnas ut för att det är för få personer skriver du källans gräns och "
            "ett tal. Gränsen är något av färre än, mindre än, lägre än, under, högst, fler än, "
            "mer än, högre än, över eller minst. Enheten står på indikatorn."
        ),
        bad=_indicator("värden: [{period: 2024, värde: färre än 5 personer}]"),
        good=_indicator("värden: [{period: 2024, värde: färre än 5}]"),
    ),
}
