"""KV760 to KV766: translations, and texts that are easy to read."""

from __future__ import annotations

from kommunvision.swedish.problems.entry import Files, ProblemText, Severity, data

_LEDGER = "data/adresser.yml"


def _goal(more: str, text: str = "Alla ska klara skolan.") -> Files:
    lines = "\n".join(f"    {line}" for line in more.splitlines())
    return data(
        f"mål:\n  - id: utb-1\n    nivå: mal\n    rubrik: Fler klarar skolan\n"
        f"    text: {text}\n{lines}\n"
    )


_BY = "översatt_av: Exempelby kommun"

_TRANSLATED = f"översättningar:\n  - {{språk: engelska, rubrik: More pupils, {_BY}}}"

TEXTS: dict[str, ProblemText] = {
    "KV760": ProblemText(
        severity=Severity.ERROR,
        title="Samma språk två gånger",
        message='{who} har två översättningar till samma språk, "{language}".',
        remedy="Lägg ihop dem till en.",
        explanation="Varje språk får en egen sida, och den kan bara ha en text.",
        bad=_goal(f"{_TRANSLATED}\n  - {{språk: engelska, text: All can pass., {_BY}}}"),
        good=_goal(
            f"översättningar:\n  - {{språk: engelska, rubrik: More, text: All can pass., {_BY}}}"
        ),
    ),
    "KV761": ProblemText(
        severity=Severity.WARNING,
        title="Översättning som är på svenska",
        message='Texten under "{key}" är ordagrant densamma som på svenska.',
        remedy="Skriv översättningen, eller ta bort den. Det som saknas får läsaren på svenska.",
        explanation=(
            "Sidan märks med det andra språket, och en skärmläsare skulle läsa upp svenskan med "
            "det språkets uttal. En lättläst text som är likadan lurar den som valde den."
        ),
        bad=_goal(f"översättningar:\n  - {{språk: engelska, text: Alla ska klara skolan., {_BY}}}"),
        good=_goal(_TRANSLATED),
    ),
    "KV762": ProblemText(
        severity=Severity.WARNING,
        title="Översättning av en text som inte finns",
        message='Översättningen har "{key}", men på svenska finns ingen sådan text.',
        remedy="Ta bort den ur översättningen, eller skriv texten också på svenska.",
        explanation=(
            "En översättning säger samma sak som på svenska. Är den svenska texten borttagen ska "
            "översättningen också bort, annars får läsarna veta olika saker."
        ),
        bad=_goal(f"översättningar:\n  - {{språk: engelska, beskrivning: It means that., {_BY}}}"),
        good=_goal(_TRANSLATED),
    ),
    "KV763": ProblemText(
        severity=Severity.WARNING,
        title="Jiddisch utan hebreiska bokstäver",
        message='Texten i "{key}" ska vara på jiddisch men har inga hebreiska bokstäver.',
        remedy="Skriv den med hebreiska bokstäver, eller ange ett annat språk.",
        explanation=(
            "Jiddisch skrivs med hebreiska bokstäver från höger till vänster, och sidan visas så. "
            "Text med latinska bokstäver blir svår att läsa där."
        ),
        bad=_goal(f"översättningar:\n  - {{språk: jiddisch, rubrik: Di shul, {_BY}}}"),
        good=_goal(f"översättningar:\n  - {{språk: jiddisch, rubrik: די שול, {_BY}}}"),
    ),
    "KV764": ProblemText(
        severity=Severity.ERROR,
        title="Publicerad översättning som försvinner",
        message='Sidan "{address}" har publicerats, men översättningen finns inte längre.',
        remedy=(
            'Lägg tillbaka översättningen av "{other}", eller skriv adressen under borttagna i '
            "kommunens data, med skälet."
        ),
        explanation=(
            "Andra kan ha länkat till sidan. Tar du bort en översättning får den som följer länken "
            "veta varför, och kan läsa på svenska i stället. Det som är publicerat kan inte heller "
            "bli ett utkast."
        ),
        bad={
            **_goal("anmärkning: Utan översättning."),
            _LEDGER: "adresser:\n- exempelby/en/mal/utb-1/\n",
        },
        good={**_goal(_TRANSLATED), _LEDGER: "adresser:\n- exempelby/en/mal/utb-1/\n"},
    ),
    "KV765": ProblemText(
        severity=Severity.WARNING,
        title="Det framgår inte vem som har översatt",
        message="Det framgår inte vem som har skrivit texten på {language}.",
        remedy='Lägg till "{key}" med namnet på den som svarar för texten.',
        explanation=(
            "Det är orden på svenska som är beslutade. Läsaren behöver veta vem som har sagt samma "
            "sak med andra ord."
        ),
        bad=_goal("översättningar:\n  - {språk: engelska, rubrik: More pupils}"),
        good=_goal(_TRANSLATED),
    ),
    "KV766": ProblemText(
        severity=Severity.ADVICE,
        title="Lång mening i en lättläst text",
        message="En mening i den lättlästa texten har {count} ord. Den bör ha högst {limit}.",
        remedy="Dela den i flera korta meningar.",
        explanation="Lättläst text har en tanke i varje mening och inga inskott.",
        bad=_goal(
            "lättläst:\n  text: >-\n    Kommunen vill att alla barn och unga, också de som har det "
            "svårt i skolan eller hemma,\n    ska få den hjälp som de behöver för att klara sina "
            "mål.\n  skriven_av: Kansliet"
        ),
        good=_goal(
            "lättläst:\n  text: >-\n    Kommunen vill att alla ska klara skolan. Den som har det "
            "svårt ska få hjälp.\n  skriven_av: Kansliet"
        ),
    ),
}
