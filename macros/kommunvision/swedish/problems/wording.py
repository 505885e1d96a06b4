"""KV6xx: characters, markup and length of texts."""

from __future__ import annotations

from kommunvision.swedish.problems.entry import Files, ProblemText, Severity, data

# What the reader of a text is told that it found, by the kind that text.prose.faults names.
FAULT_KINDS: dict[str, str] = {
    "image": "en bild",
    "heading": "en rubrik",
    "quotation": "ett citat med >",
    "code": "kod inom `",
    "reference": "en länk som är skriven för sig",
    "table": "en tabell",
}


# What the files of ``kommunvision new kommun`` say before anyone has filled them in.
PLACEHOLDERS = frozenset(
    {
        "Skriv dokumentets titel här",
        "Skriv med egna ord hur styrningen går till.",
        "Skriv målet här",
        "Skriv målets beslutade text här, ordagrant.",
        "Skriv områdets namn här",
        "Skriv vad som beslutades här",
        "Skriv visionens text här.",
    }
)


def _goal(description: str, title: str = "Fler unga når gymnasieexamen") -> Files:
    return data(
        f"mål:\n  - id: utb-1\n    nivå: mal\n    rubrik: {title}\n    beskrivning: {description}\n"
    )


def _news(title: str) -> Files:
    return data(
        f"aktuellt:\n  - id: antagen\n    rubrik: {title}\n    datum: 2025-12-15\n", "aktuellt.yml"
    )


TEXTS: dict[str, ProblemText] = {
    "KV601": ProblemText(
        severity=Severity.ERROR,
        title="Bokstav i två delar",
        message='Ordet "{word}" är skrivet med en bokstav i två delar, till exempel a och en ring.',
        remedy="Skriv om ordet från tangentbordet.",
        explanation=(
            "Bokstäverna å, ä och ö kan lagras som ett tecken eller som två. De ser likadana ut, "
            "men texten hittas inte i sökningar. Tecknen följer ofta med från pdf-filer och Mac."
        ),
        bad=_goal("Ga\u0308ller alla skolor."),
        good=_goal("Gäller alla skolor."),
    ),
    "KV602": ProblemText(
        severity=Severity.ERROR,
        title="HTML i text",
        message='Texten har HTML i sig: "{word}".',
        remedy="Ta bort märket. Fetstil skrivs **så här** och kursiv *så här*.",
        explanation=(
            "Texter i datafilerna kan inte ha HTML eller skript. De skulle visas som de står, med "
            "alla tecken."
        ),
        bad=_goal("Gäller <b>alla</b> skolor."),
        good=_goal("Gäller **alla** skolor."),
    ),
    "KV603": ProblemText(
        severity=Severity.ERROR,
        title="Länk som inte går att följa",
        message='Länken i texten leder till "{word}", som inte är en hel webbadress.',
        remedy="Skriv hela adressen, från https:// och framåt. Andra länkar tar du bort.",
        explanation=(
            "En länk i en text i datafilerna ska börja med https://, http://, mailto: eller tel:. "
            "Adresser som javascript: är farliga för läsaren."
        ),
        bad=_goal('"Läs [mer](javascript:alert(1))."'),
        good=_goal('"Läs [mer](https://exempelby.example/skola)."'),
    ),
    "KV604": ProblemText(
        severity=Severity.ERROR,
        title="Bild, rubrik eller tabell i text",
        message='Texten har {kind}: "{word}".',
        remedy="Ta bort det. Stycken, listor, länkar, fetstil och kursiv går bra.",
        explanation=(
            "Texter i datafilerna hamnar på flera sidor, så de kan bara ha stycken, listor, "
            "länkar, fetstil och kursiv. Bilder och rubriker hör hemma i kommunens Markdownfiler."
        ),
        bad=_goal('"Så ser det ut: ![](skola.png)"'),
        good=_goal("Gäller alla skolor."),
    ),
    "KV605": ProblemText(
        severity=Severity.ADVICE,
        title="Lång egen rubrik",
        message="Rubriken är {count} tecken lång.",
        remedy="Korta den till högst {limit} tecken, och lägg resten i texten.",
        explanation=(
            "En lång rubrik är svår att läsa i listor och länkar. Rådet gäller bara rubriker som "
            "du har skrivit själv. Ett besluts ord bedöms aldrig för sin längd."
        ),
        bad=_news(
            "Kommunfullmäktige i Exempelby har nu efter ett långt arbete antagit en ny vision som "
            "gäller fram till år 2035"
        ),
        good=_news("Exempelby har en ny vision"),
    ),
    "KV606": ProblemText(
        severity=Severity.ADVICE,
        title="Citattecken som syns på sidan",
        message='Texten under "{key}" står inom {first}-tecken, och de visas för läsaren.',
        remedy='Ta bort dem. Behövs citattecken i filen ska de vara raka: ".',
        explanation=(
            "Word och telefoner gör raka citattecken krokiga. YAML läser de krokiga som en del av "
            "texten. Beslutad text visas som citat på sidan, så den behöver inga citattecken. Är "
            "de med i källan kan du skriva ett undantag."
        ),
        bad=_goal("Gäller alla skolor.", "\u201dFler unga når gymnasieexamen\u201d"),
        good=_goal("Gäller alla skolor."),
    ),
    "KV607": ProblemText(
        severity=Severity.WARNING,
        title="Mallens text står kvar",
        message='Här står mallens text kvar: "{value}".',
        remedy="Skriv en egen text i stället, eller ta bort det som du inte behöver.",
        explanation=(
            "Filerna som kommunvision new kommun skriver har texter som talar om vad som ska stå "
            "där. Står de kvar publiceras de som om de vore kommunens egna."
        ),
        bad=data("mål:\n  - id: utb-1\n    nivå: mal\n    rubrik: Skriv målet här\n"),
        good=data("mål:\n  - id: utb-1\n    nivå: mal\n    rubrik: Fler lär sig läsa\n"),
    ),
    "KV608": ProblemText(
        severity=Severity.WARNING,
        title="Länk som inte blir någon länk",
        message='"{word}" blir ingen länk, för det står ett blanksteg före parentesen.',
        remedy="Ta bort blanksteget mellan hakparentesen och parentesen.",
        explanation=(
            "En länk skrivs med sina ord inom hakparentes och sin adress inom parentes, tätt ihop. "
            "Står något emellan visas tecknen och adressen för läsaren, och det går inte att "
            "klicka."
        ),
        bad=_goal("Se [våra mål] (https://exempelby.example/mal)."),
        good=_goal("Se [våra mål](https://exempelby.example/mal)."),
    ),
}
