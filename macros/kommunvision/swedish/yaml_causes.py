"""What the YAML parser complains of, in Swedish and in the editor's terms, and what to do."""

from __future__ import annotations

from typing import NamedTuple


class Cause(NamedTuple):
    """Why a file cannot be read."""

    words: str
    """What is wrong, as the end of a sentence."""
    remedy: str
    """What to do about it."""


COMPARE = "Jämför med raderna ovanför."
_ALIGN = "Jämför med raderna ovanför, och ge raden samma indrag som de andra nycklarna där."
_QUOTE = "Sätt citattecken om värdet."
_QUOTE_TEXT = "Sätt citattecken om hela texten efter det första kolonet."
_CLOSE_QUOTE = "Skriv citattecknet som fattas, sist i texten."

# What the engine itself has seen in the lines, which the parser does not say.
SEEN: dict[str, Cause] = {
    "hard space": Cause(
        "här står ett fast blanksteg. Det ser ut som ett vanligt, men YAML godtar det inte här",
        "Ta bort blankstegen och skriv dem på nytt. Ofta är raden kopierad ur Word eller från en "
        "webbsida.",
    ),
    "no space after colon": Cause(
        "efter kolonet saknas ett blanksteg", "Skriv ett blanksteg efter kolonet."
    ),
    "no colon": Cause("efter nyckeln saknas ett kolon", "Skriv ett kolon och ett blanksteg där."),
    "left over": Cause(
        "raden står kvar sedan två ändringar har krockat",
        "Ta bort raden. Läs igenom raderna bredvid.",
    ),
    "bullet": Cause(
        "raden börjar med en stjärna eller en punkt. En lista har vanliga bindestreck",
        "Skriv ett bindestreck (-) och ett blanksteg i stället.",
    ),
    "long dash": Cause(
        "raden börjar med ett tankstreck. En lista har vanliga bindestreck",
        "Skriv ett bindestreck (-) och ett blanksteg i stället.",
    ),
    "no space after dash": Cause(
        "efter bindestrecket saknas ett blanksteg", "Skriv ett blanksteg efter bindestrecket."
    ),
    "open quote": Cause(
        "citattecknet öppnas här men stängs inte på raden, så raderna efter läses som samma text",
        _CLOSE_QUOTE,
    ),
    "colon in text": Cause(
        "här står ett kolon mitt i en text, och YAML tar det för en ny nyckel", _QUOTE_TEXT
    ),
    "text after double quote": Cause(
        "citattecknet här avslutar texten, men det står mer efter det",
        "Sätt enkla citattecken (') om hela texten.",
    ),
    "text after single quote": Cause(
        "citattecknet här avslutar texten, men det står mer efter det",
        'Sätt dubbla citattecken (") om hela texten.',
    ),
    "two versions": Cause(
        "här börjar en ändring som krockar med en annan, och båda står kvar i filen",
        "Välj den ena, och ta bort den andra och raderna som börjar med <<<<<<<, ======= och "
        ">>>>>>>.",
    ),
    "deep indent": Cause("raden har större indrag än raden ovanför", _ALIGN),
}

_BACKSLASH = Cause(
    "ett omvänt snedstreck står i en text inom citattecken",
    "Sätt enkla citattecken (') om texten i stället för dubbla.",
)

# Found by part of the parser's message; the first that fits is taken.
_CAUSES: tuple[tuple[str, Cause], ...] = (
    (
        "mapping values are not allowed",
        Cause(
            "ett kolon står där YAML inte väntar sig något. Ofta är det ett kolon mitt i en text, "
            "eller en rad som har fel indrag",
            "Sätt citattecken om texten, eller jämför indraget med raderna ovanför.",
        ),
    ),
    (
        "found character '\\t'",
        Cause("raden börjar med en tabb. YAML godtar bara blanksteg som indrag", COMPARE),
    ),
    (
        "found character that cannot start any token",
        Cause("ett värde får inte börja med tecknet här", _QUOTE),
    ),
    (
        "did not find expected node content",
        Cause(
            "ett värde saknas, eller så är en lista inom hakparenteser inte avslutad med ]",
            "Skriv värdet eller hakparentesen som fattas.",
        ),
    ),
    (
        "could not find expected ':'",
        Cause(
            "raden ser ut som en nyckel men saknar kolon, eller är en fortsatt text utan indrag",
            "Ge en fortsatt text indrag, med ett lodstreck (|) efter nyckelns kolon.",
        ),
    ),
    (
        "did not find expected key",
        Cause(
            "raden passar inte in. Ofta har den fel indrag mot raderna ovanför, eller så slutar "
            "en text med citattecken för tidigt",
            _ALIGN,
        ),
    ),
    (
        "did not find expected '-' indicator",
        Cause(
            "raden bryter listan ovanför. Listans rader ska börja med bindestreck och ha samma "
            "indrag",
            _ALIGN,
        ),
    ),
    (
        "did not find expected ',' or ']'",
        Cause(
            "en lista inom hakparenteser är inte avslutad med ]",
            "Skriv ] sist i listan. Fattas ett kommatecken mellan två saker skriver du det.",
        ),
    ),
    (
        "did not find expected ',' or '}'",
        Cause(
            "en grupp inom klamrar är inte avslutad med }",
            "Skriv } sist i gruppen. Fattas ett kommatecken mellan två saker skriver du det.",
        ),
    ),
    (
        "found unexpected end of stream",
        Cause("ett citattecken är öppnat men aldrig stängt", _CLOSE_QUOTE),
    ),
    (
        "found unexpected document indicator",
        Cause("ett citattecken är öppnat men aldrig stängt", _CLOSE_QUOTE),
    ),
    ("found unknown escape character", _BACKSLASH),
    ("did not find expected hexdecimal number", _BACKSLASH),
    (
        "found invalid Unicode character escape",
        Cause(
            "ett tecken är skrivet som en kod som inte finns",
            "Skriv tecknet självt i stället för koden med det omvända snedstrecket.",
        ),
    ),
    (
        "complex key",
        Cause("en nyckel är en lista eller en grupp; den ska vara ett enda ord", COMPARE),
    ),
    ("found undefined tag handle", Cause("ett utropstecken står först i en text", _QUOTE)),
    ("did not find expected alphabetic", Cause("ett &- eller *-tecken står först", _QUOTE)),
    ("did not find expected digit or", Cause("ett procenttecken står först på raden", _QUOTE)),
    ("did not find URI escape", Cause("ett utropstecken står först i en text", _QUOTE)),
    (
        "did not find expected comment or line break",
        Cause(
            "text står efter | eller > på samma rad",
            "Skriv texten på raden under, med indrag.",
        ),
    ),
    (
        "found an indentation indicator equal to 0",
        Cause("siffran efter | eller > är 0", "Ta bort siffran."),
    ),
    (
        "block sequence entries are not allowed",
        Cause(
            "ett bindestreck står där ingen lista kan börja",
            "Börja listan på raden under nyckeln. Är bindestrecket en del av texten sätter du "
            "citattecken om den.",
        ),
    ),
    ("block mapping", Cause("nycklarna i gruppen har inte samma indrag", _ALIGN)),
    (
        "found a tab character",
        Cause("raden har en tabb som indrag. YAML godtar bara blanksteg", COMPARE),
    ),
    ("did not find the expected '!'", Cause("ett utropstecken står först i en text", _QUOTE)),
)

_UNKNOWN = Cause("raden följer inte reglerna för YAML", COMPARE)


def cause(problem: str, context: str = "", line: int | None = None) -> Cause:
    """Return the cause, with the line where the broken part begins if it is another."""
    found = next((one for part, one in _CAUSES if part in problem or part in context), _UNKNOWN)
    return found._replace(words=f"{found.words} (det börjar på rad {line})") if line else found
