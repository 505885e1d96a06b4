"""The words of the catalogues for the data portal."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """What something is called, and what it is; both may name the kommun and what it tells of."""

    title: str
    description: str


CATALOGUE = Named(
    "Öppna data om {subject}",
    "Datamängder om vad {kommun} vill uppnå och hur det har gått.",
)

SHARED_CATALOGUE = Named(
    "Öppna data om visioner och mål",
    "Datamängder om vad kommunerna vill uppnå och hur det har gått.",
)

# Data sets by the file that each of them begins with.
# That of everything, by what the kommun tells of.
GOAL_SYSTEM = {
    "both": Named(
        "Vision, mål och uppföljning",
        "Visioner, mål, indikatorer, uppföljningar, beslut och källor för {kommun}.",
    ),
    "goals": Named(
        "Mål och uppföljning",
        "Mål, indikatorer, uppföljningar, beslut och källor för {kommun}.",
    ),
    "vision": Named(
        "Vision och uppföljning",
        "Visioner, indikatorer, uppföljningar, beslut och källor för {kommun}.",
    ),
}

VALUES = Named(
    "Indikatorernas värden",
    "Värden för de indikatorer som {kommun} följer, med period, uppdelning och källa.",
)

SHARED_VALUES = Named(
    "Indikatorernas värden för alla kommuner",
    "Värden för de indikatorer som kommunerna följer, med kommun, period, uppdelning och källa.",
)

# Where somebody else publishes, the title says whose goals they are.
OF_A_KOMMUN = "{title} för {kommun}"

MADE_UP = "Kommunen är påhittad, och alla uppgifter också."

SOME_MADE_UP = "Rader från påhittade kommuner är utmärkta i kolumnen påhittad."

# The first is for those who have one.
KEYWORDS = ("vision", "mål", "målkedja", "indikatorer", "uppföljning", "styrning")

ATTRIBUTION = "Värden som har hämtats från {publishers} har den utgivarens villkor."
