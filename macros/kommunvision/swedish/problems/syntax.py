"""KV0xx: what stands in a file before its keys are looked at: YAML and its pitfalls."""

from __future__ import annotations

from kommunvision.swedish.problems.entry import ProblemText, Severity, data

_THEME = """
    teman:
      - id: klimat
        namn: Klimat och miljö
"""

TEXTS: dict[str, ProblemText] = {
    "KV002": ProblemText(
        severity=Severity.ERROR,
        title="Tabb som indrag",
        message="Raden börjar med en tabb. YAML godtar bara blanksteg som indrag.",
        remedy="Ta bort tabben. Skriv två blanksteg för varje steg in.",
        explanation=(
            "En tabb kan vara olika bred i olika program. Därför godtar YAML den inte som indrag, "
            "och ingenting i filen kan läsas innan den är borta."
        ),
        bad=data("teman:\n  - id: klimat\n\tnamn: Klimat och miljö\n", "teman.yml"),
        good=data(_THEME, "teman.yml"),
    ),
    "KV003": ProblemText(
        severity=Severity.ERROR,
        title="Filen går inte att läsa som YAML",
        message="Raden går inte att läsa: {cause}.",
        remedy="{remedy}",
        explanation=(
            "Filen följer inte reglerna för YAML, och ingenting i den kan läsas innan felet är "
            "rättat. Vanliga orsaker är fel indrag, ett kolon mitt i en text eller ett "
            "citattecken som inte är stängt."
        ),
        bad=data(
            """
            teman:
              - id: klimat
                namn: Klimat: luft och vatten
            """,
            "teman.yml",
        ),
        good=data(
            """
            teman:
              - id: klimat
                namn: "Klimat: luft och vatten"
            """,
            "teman.yml",
        ),
    ),
    "KV004": ProblemText(
        severity=Severity.ERROR,
        title="Samma nyckel två gånger",
        message='Nyckeln "{key}" står två gånger. Första gången är på {place}.',
        remedy="Ta bort den ena, eller slå ihop dem till en.",
        explanation=(
            "En nyckel får bara stå en gång i samma objekt, och en rubrik som mål: bara en gång i "
            "samma fil. Annars skulle den ena tyst gälla framför den andra."
        ),
        bad=data(
            """
            teman:
              - id: klimat
                namn: Klimat
                namn: Klimat och miljö
            """,
            "teman.yml",
        ),
        good=data(_THEME, "teman.yml"),
    ),
    "KV005": ProblemText(
        severity=Severity.ERROR,
        title="Ankare, alias eller typmärke",
        message="Här står {character}, som YAML läser som ankare, alias eller typmärke.",
        remedy="Sätt citattecken om texten, eller skriv ut det som skulle upprepas.",
        explanation=(
            "Tecknen &, * och ! först i ett värde har en särskild betydelse i YAML. Den behövs "
            "inte här och kan göra en liten fil mycket stor. Är tecknet en del av texten sätter "
            "du citattecken om texten."
        ),
        bad=data(
            """
            teman:
              - id: klimat
                namn: !Klimat
            """,
            "teman.yml",
        ),
        good=data(
            """
            teman:
              - id: klimat
                namn: "!Klimat"
            """,
            "teman.yml",
        ),
    ),
    "KV007": ProblemText(
        severity=Severity.ERROR,
        title="För djupt indrag",
        message="Här ligger fler än {limit} nivåer inuti varandra.",
        remedy="Kontrollera hakparenteser och indrag. Ingenting i en datafil ligger så djupt.",
        explanation=(
            "Datafilerna behöver bara några få nivåer. En djupare fil är ett misstag, eller ett "
            "försök att göra läsningen långsam."
        ),
        bad=data(f"teman: {'[' * 40}{']' * 40}\n", "teman.yml"),
        good=data(_THEME, "teman.yml"),
    ),
    "KV008": ProblemText(
        severity=Severity.ERROR,
        title="Osynligt styrtecken",
        message="Här står ett osynligt styrtecken, {character}.",
        remedy="Ta bort tecknet. Skriv om raden om det inte syns.",
        explanation=(
            "Styrtecken följer ibland med när text kopieras ur pdf-filer och andra program. De "
            "syns inte, men kan förstöra sidan för den som läser den."
        ),
        bad=data("teman:\n  - id: klimat\n    namn: Klimat\x07 och miljö\n", "teman.yml"),
        good=data(_THEME, "teman.yml"),
    ),
    "KV027": ProblemText(
        severity=Severity.ERROR,
        title="Bokstäver som har blivit andra tecken",
        message='Bokstäver har blivit andra tecken i {words}. "{word}" ska vara "{meant}".',
        remedy="Hämta texten igen därifrån den kom, eller skriv orden rätt. Spara som UTF-8.",
        explanation=(
            "Texten har sparats i en teckenkodning och öppnats i en annan, och sedan sparats igen. "
            "Då blir ett å, ä eller ö till två tecken, och tankstreck och citattecken till tre. "
            "Det händer lätt när en fil går genom ett kalkylprogram. Hela filen ses igenom först "
            "när bokstäverna är rätt."
        ),
        bad=data("teman:\n  - id: klimat\n    namn: Klimat och miljÃ¶\n", "teman.yml"),
        good=data(_THEME, "teman.yml"),
    ),
    "KV009": ProblemText(
        severity=Severity.ERROR,
        title="Flera dokument i en fil",
        message="Raden med --- börjar ett nytt dokument i samma fil.",
        remedy="Ta bort raden, eller lägg resten i en egen fil.",
        explanation=(
            "I YAML delar tre bindestreck en fil i flera dokument. Här är en fil alltid ett "
            "dokument. Tre bindestreck får bara stå allra först."
        ),
        bad=data(
            """
            teman:
              - id: klimat
                namn: Klimat
            ---
            teman:
              - id: skola
                namn: Skola
            """,
            "teman.yml",
        ),
        good=data(
            """
            teman:
              - id: klimat
                namn: Klimat
              - id: skola
                namn: Skola
            """,
            "teman.yml",
        ),
    ),
    "KV016": ProblemText(
        severity=Severity.WARNING,
        title="Text som försvinner efter #",
        message='YAML läser "{text}" som en kommentar, så den delen av texten försvinner.',
        remedy="Sätt citattecken om hela värdet.",
        explanation=(
            "Efter ett blanksteg betyder tecknet # att resten av raden är en kommentar. Står # i "
            "en text behöver texten citattecken. En avsiktlig kommentar skriver du med ett "
            "blanksteg efter #."
        ),
        bad=data(
            """
            teman:
              - id: skola
                namn: Skola #1 i landet
            """,
            "teman.yml",
        ),
        good=data(
            """
            teman:
              - id: skola
                namn: "Skola #1 i landet"
            """,
            "teman.yml",
        ),
    ),
    "KV018": ProblemText(
        severity=Severity.ERROR,
        title="Filen saknar rubriker för innehållet",
        message="Filen ska börja med en nyckel som säger vad den innehåller.",
        remedy="Skriv till exempel mål: på första raden, och målen under den.",
        explanation=(
            "Varje datafil är uppdelad efter vad den innehåller: kommun, styrmodeller, "
            "organisation, visioner, mål, indikatorer, beslut, källor, aktuellt, teman och "
            "undantag."
        ),
        bad=data(
            """
            - id: klimat
              namn: Klimat
            """,
            "teman.yml",
        ),
        good=data(
            """
            teman:
              - id: klimat
                namn: Klimat
            """,
            "teman.yml",
        ),
    ),
    "KV020": ProblemText(
        severity=Severity.ERROR,
        title="Okänd nyckel överst i filen",
        message='"{key}" är ingen nyckel som en datafil kan ha.',
        remedy="Slå upp nycklarna i handboken.",
        explanation=(
            "Överst i en datafil står vad den innehåller, till exempel mål eller källor. Nycklar "
            "för ett enskilt objekt har indrag."
        ),
        bad=data("temann:\n  - {id: klimat, namn: Klimat}\n", "teman.yml"),
        good=data("teman:\n  - {id: klimat, namn: Klimat}\n", "teman.yml"),
    ),
    "KV022": ProblemText(
        severity=Severity.ERROR,
        title="Nytt objekt utan bindestreck",
        message='Här står "{key}" en gång till i samma objekt. Det förra står på {place}.',
        remedy="Börja det nya objektet med ett bindestreck och ett blanksteg.",
        explanation=(
            "Ett objekt har bara ett id. Står det ett id till på en egen rad ska där nästan alltid "
            "börja ett nytt objekt, och det gör det först när raden har ett bindestreck."
        ),
        bad=data(
            """
            teman:
              - id: klimat
                namn: Klimat
                id: skola
                namn: Skola
            """,
            "teman.yml",
        ),
        good=data(
            """
            teman:
              - id: klimat
                namn: Klimat
              - id: skola
                namn: Skola
            """,
            "teman.yml",
        ),
    ),
}
