"""KV97x: hints on plain language, given by ``check --klarspråk`` alone."""

from __future__ import annotations

from kommunvision.swedish.problems.entry import Files, ProblemText, Severity, data, page

_LONG = (
    "Den som börjar på gymnasiet ska få det stöd som behövs för att gå ut med examen och det ska "
    "vara lätt att få det även om ingen i familjen har gått där förut eller vet hur man söker."
)


def _goal(description: str) -> Files:
    return data(
        "mål:\n  - id: utb-1\n    nivå: mal\n    rubrik: Fler unga når gymnasieexamen\n"
        f"    beskrivning: {description}\n"
    )


def _page(text: str) -> Files:
    return page(f"# Skolan i Exempelby\n\n{text}\n")


_HARD = (
    "Utbildningsförvaltningens kvalitetsredovisning innehåller verksamhetsbeskrivningar. "
    "Nämndens uppföljningsrapporter sammanställs kontinuerligt. Verksamhetscheferna ansvarar för "
    "kompetensutvecklingen inom förskoleverksamheten. Förvaltningsledningen samordnar "
    "utvecklingsarbetet tillsammans med kommunledningen. Arbetsmiljöfrågorna behandlas "
    "fortlöpande. Samverkansgrupperna redovisar återkommande förbättringsförslag. "
    "Kvalitetsarbetet dokumenteras systematiskt. Resursfördelningen fastställs årligen av "
    "kommunfullmäktige. Lokalförsörjningsplanen revideras regelbundet. "
    "Tillsynsverksamheten rapporterar avvikelser till förvaltningsledningen. "
    "Kommunledningsförvaltningen ansvarar för kommunikationsplaneringen. "
    "Utvecklingsinsatserna samfinansieras med regionala samarbetsorganisationer."
)
_EASY = (
    "Varje år ser nämnden hur det går för skolan. Rektorerna skriver vad som är bra och vad som "
    "ska bli bättre. Chefen för alla skolor läser det och talar med dem. Sedan tar nämnden upp "
    "det på ett möte. Där kan vem som helst lyssna. Pengarna delar fullmäktige ut en gång om "
    "året, och planen för husen ser vi över."
)
_PARAGRAPH = " ".join(["Här får barnen läsa, räkna och leka med andra som bor i byn."] * 11)

TEXTS: dict[str, ProblemText] = {
    "KV970": ProblemText(
        severity=Severity.ADVICE,
        title="Svår text",
        message="Texten har LIX {lix}: {meaning}.",
        remedy="Dela långa meningar och byt långa ord mot kortare.",
        explanation=(
            "LIX räknar hur långa meningarna är och hur många ord som har fler än sex bokstäver. "
            "Under 30 är mycket lätt och över 60 mycket svårt. Måttet säger inget om innehållet, "
            "men över 55 ger många läsare upp. Bara texter med minst 50 ord får ett värde."
        ),
        bad=_goal(_HARD),
        good=_goal(_EASY),
    ),
    "KV971": ProblemText(
        severity=Severity.ADVICE,
        title="Lång mening",
        message="Meningen har {count} ord.",
        remedy="Dela den. En mening med fler än {limit} ord är svår att hålla i huvudet.",
        explanation=(
            "Den som läser en lång mening måste minnas början när slutet kommer. Sätt punkt "
            "oftare, eller gör en lista av det som räknas upp."
        ),
        bad=_goal(_LONG),
        good=_goal(_LONG.replace(" och det ska vara lätt", ". Det ska vara lätt")),
    ),
    "KV972": ProblemText(
        severity=Severity.ADVICE,
        title="Långt stycke",
        message="Stycket har {count} ord.",
        remedy="Dela det i stycken på högst {limit} ord, med en tanke i varje.",
        explanation=(
            "Ett långt stycke är en vägg av text, mest på en telefon. Ett stycke ska ha en tanke."
        ),
        bad=_page(_PARAGRAPH),
        good=_page(_PARAGRAPH[: len(_PARAGRAPH) // 2].rpartition(".")[0] + "."),
    ),
    "KV973": ProblemText(
        severity=Severity.ADVICE,
        title="Kanslisvenska",
        message='"{word}" är kanslisvenska.',
        remedy="Skriv hellre: {instead}.",
        explanation=(
            "Ordet står på listan över ord som sällan används utanför kommunhuset. Den som läser "
            "behöver stanna och översätta det. Kommunen kan lägga till och ta bort ord under "
            "klarspråk i kommun.yml."
        ),
        bad=_goal("Den som erhåller stöd klarar sig bättre."),
        good=_goal("Den som får stöd klarar sig bättre."),
    ),
    "KV974": ProblemText(
        severity=Severity.ADVICE,
        title="Ord som ordboken inte har",
        message='Ordboken har inte ordet "{word}".',
        remedy="{near}Är det rätt skriver du in det under rätt_stavat i kommun.yml.",
        explanation=(
            "Ordet finns inte i den svenska ordboken och kan inte sättas ihop av ord som finns "
            "där. Namn i kommunens egna filer räknas som rätta, och citat granskas inte."
        ),
        bad=_goal("Alla skollor deltar."),
        good=_goal("Alla skolor deltar."),
    ),
    "KV975": ProblemText(
        severity=Severity.ADVICE,
        title="Rubrik som inget säger",
        message='Rubriken "{word}" säger inte vad som står under den.',
        remedy="Skriv vad läsaren får veta, till exempel vem det gäller eller vad som har hänt.",
        explanation=(
            "De flesta läser bara rubrikerna, och skärmläsare läser upp dem som en lista. Rubriken "
            "ska säga något även för den som inte läser texten under."
        ),
        bad=_page("## Övrigt\n\nSkolan har öppet hus i maj."),
        good=_page("## Öppet hus i maj\n\nSkolan har öppet hus i maj."),
    ),
    "KV976": ProblemText(
        severity=Severity.ADVICE,
        title="Länk som inte säger vart den leder",
        message='Länken heter "{word}" och säger inte vart den leder.',
        remedy="Låt länkens ord vara namnet på det som den leder till.",
        explanation=(
            "Skärmläsare läser upp länkarna på en sida som en lista. Där står orden utan det som "
            "fanns runt omkring."
        ),
        bad=_page("Vill du veta mer om höstens lov? [Klicka här](https://exempelby.example/lov)."),
        good=_page("Vill du veta mer? Se [höstens lov](https://exempelby.example/lov)."),
    ),
    "KV977": ProblemText(
        severity=Severity.ADVICE,
        title="Webbadress i stället för ord",
        message="Länken visar en webbadress i stället för ord.",
        remedy="Skriv vad länken leder till. Adressen följer med ändå.",
        explanation=(
            "En adress är svår att läsa och lång att lyssna på, och den säger sällan vart den "
            "leder."
        ),
        bad=_page("Se [https://exempelby.example/lov](https://exempelby.example/lov)."),
        good=_page("Se [höstens lov](https://exempelby.example/lov)."),
    ),
}

# They come only when somebody asks for them, so an exception from one may go unused.
HINTS = frozenset(TEXTS)
