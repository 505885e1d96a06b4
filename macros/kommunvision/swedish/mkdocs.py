"""What MkDocs complains about, in Swedish, and what we refuse among its settings."""

from __future__ import annotations

import re

_FILE = r"Doc file '(?P<file>[^']+)' contains an? (?:[a-z ]+)?link '(?P<link>[^']+)', "

MODULE_NOT_FOUND = (
    "I mkdocs.yml står {name} under macros ({setting}), men det finns inget sådant. Rätta namnet, "
    "eller ta bort raden och skriv modules: [kommunvision.macros]."
)
MODULE_BROKEN = (
    "Ett program som mkdocs.yml nämner under macros går inte att läsa in. Python säger om det: "
    "{said}"
)
MACROS_UNKNOWN = (
    "Tillägget macros i mkdocs.yml hittar inte Kommunvisions makron. Skriv modules: "
    "[kommunvision.macros] under det."
)
EXTENSION_REFUSED = (
    "I mkdocs.yml står {name} under markdown_extensions. Tillägget kan läsa filer eller köra "
    "program, så att den som får skriva en sida kan göra det. Ta bort raden."
)

# What is wrong with a setting of ours: where it stands, and what may stand there.
OPTION_PLACE = "{file}{line}: "
OPTION_UNKNOWN = (
    '{place}"{key}" är ingen inställning i kommunvision. De som finns är {choices}.{meant}'
)
OPTION_WRONG: dict[type, str] = {
    bool: '"{value}" kan inte stå efter {key}. Skriv {choices}.',
    str: '"{value}" kan inte stå efter {key}. Skriv en text, inom citattecken.',
}
MEANT = ' Menade du "{suggestion}"?'
TRUTH = ("true", "false")

_COMPLAINTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(f"{_FILE}but there is no such anchor on this page"),
        '{file}: Länken "{link}" leder till en rubrik som inte finns på sidan.',
    ),
    (
        re.compile(
            f"{_FILE}but the doc '(?P<page>[^']+)' does not contain an anchor '(?P<part>[^']+)'"
        ),
        '{file}: Länken "{link}" leder till "{part}", som inte finns på sidan {page}.',
    ),
    (
        re.compile(f"{_FILE}but the target .*is not found"),
        '{file}: Länken "{link}" leder till något som inte finns.',
    ),
    (
        re.compile(f"{_FILE}it was left as is"),
        '{file}: Länken "{link}" går inte att följa. Skriv den som en sökväg från sidan.',
    ),
)


def in_swedish(complaint: str) -> str:
    """Return a complaint in Swedish, or as it is if it is about something else than a page."""
    for pattern, words in _COMPLAINTS:
        if found := pattern.match(complaint):
            return words.format_map(found.groupdict())
    return complaint
