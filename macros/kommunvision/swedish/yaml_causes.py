"""What the YAML parser complains of, in Swedish and in the editor's terms."""

from __future__ import annotations

# Found by part of the parser's message; the first that fits is taken.
_CAUSES: tuple[tuple[str, str], ...] = (
    (
        "mapping values are not allowed",
        (
            "ett kolon står där YAML inte väntar sig något. Ofta är det ett kolon mitt i en text, "
            "eller en rad som har fel indrag"
        ),
    ),
    ("found character '\\t'", "raden börjar med en tabb. YAML godtar bara blanksteg som indrag"),
    (
        "found character that cannot start any token",
        "raden börjar med ett tecken som YAML inte godtar där, till exempel en tabb, @ eller `",
    ),
    (
        "did not find expected node content",
        "ett värde saknas, eller så är en lista inom hakparenteser inte avslutad med ]",
    ),
    (
        "could not find expected ':'",
        "raden ser ut som en nyckel men saknar kolon, eller är en fortsatt text utan indrag",
    ),
    (
        "did not find expected key",
        (
            "raden passar inte in. Ofta har den fel indrag mot raderna ovanför, eller så slutar en "
            "text med citattecken för tidigt"
        ),
    ),
    (
        "did not find expected '-' indicator",
        "raden bryter listan ovanför. Listans rader ska börja med bindestreck och ha samma indrag",
    ),
    ("did not find expected ',' or ']'", "en lista inom hakparenteser är inte avslutad med ]"),
    ("did not find expected ',' or '}'", "en grupp inom klamrar är inte avslutad med }"),
    ("found unexpected end of stream", "ett citattecken är öppnat men aldrig stängt"),
    ("found unexpected document indicator", "ett citattecken är öppnat men aldrig stängt"),
    ("found unknown escape character", "ett omvänt snedstreck står i en text inom citattecken"),
    ("complex key", "en nyckel är en lista eller en grupp; den ska vara ett enda ord"),
    ("found undefined tag handle", "ett utropstecken står först i en text"),
    ("did not find expected alphabetic", "ett &- eller *-tecken står först i en text"),
    ("did not find expected digit or", "en %-rad står där YAML inte väntar sig den"),
    ("did not find URI escape", "ett utropstecken står först i en text"),
    ("did not find expected comment or line break", "text står efter | eller > på samma rad"),
    ("found an indentation indicator equal to 0", "siffran efter | eller > är 0"),
    ("block sequence entries are not allowed", "ett bindestreck står där ingen lista kan börja"),
    ("block mapping", "nycklarna i gruppen har inte samma indrag"),
    ("found a tab character", "raden har en tabb som indrag. YAML godtar bara blanksteg"),
    ("did not find the expected '!'", "ett utropstecken står först i en text"),
)

_UNKNOWN = "raden följer inte reglerna för YAML"


def cause(problem: str, context: str = "", line: int | None = None) -> str:
    """Return the cause in Swedish, with the line where the broken part begins if it is another."""
    found = next((words for part, words in _CAUSES if part in problem or part in context), _UNKNOWN)
    return f"{found} (det börjar på rad {line})" if line else found
