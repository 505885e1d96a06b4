"""Keys of the open data that no data file has: where things are, and what they belong with."""

from __future__ import annotations

from kommunvision.swedish.keys import LOCKS_KEY

# The number of the format, which is part of the files' addresses too.
VERSION = 1

VERSION_KEY = "version"

SCHEMA_KEY = "$schema"

TERMS_KEY = "villkor"

SLUG_KEY = "kortnamn"

PAGE_KEY = "sida"

# What a problem calls the file that a goal system is read from.
FILE = "filen med målsystemet"

# The file of one page: what it is about, and what that is linked with.
LINKED = {
    "kommun": "kommun",
    "name": "namn",
    "kind": "typ",
    "level": "nivå",
    "title": "titel",
    "own": "uppgifter",
    "ways_up": "vägar_upp",
    "parents": "överordnade",
    "below": "underordnade",
    "indicators": "indikatorer",
    "indicator": "indikator",
    "series": "mätvärden",
    "statements": "omdömen",
    "statement": "omdöme",
    "occasion": "uppföljning",
    "step": "steg",
    "judged": "bedömt",
    "previous": "föregående_uppföljning",
    "figures": "värden",
    "replaced_by": "ersätts_av",
    "references": "hänvisar_till",
}

# The list of kommuner.
LISTED = {
    "kommuner": "kommuner",
    "name": "namn",
    "formal_name": "formellt_namn",
    "code": "kod",
    "fictional": "påhittad",
    "goal_system": "målsystem",
}

SCHEMA_TITLE = "Ett målsystem"

SCHEMA_HELP = (
    "En kommuns vision, mål, indikatorer och uppföljningar, version 1. Beskrivningarna är "
    "handbokens: där de säger ja står true i filen, och där de säger nej står false."
)

# What the schema tells of keys that no key table has.
ADDED_HELP = {
    SCHEMA_KEY: "Adressen till det schema som filen följer.",
    VERSION_KEY: "Formatets nummer.",
    TERMS_KEY: "Adressen till villkoren för att använda uppgifterna.",
    SLUG_KEY: (
        "Det namn som kommunen har i adresser och i hänvisningar från andra kommuner. Tomt om "
        "webbplatsen bara har en kommun."
    ),
    PAGE_KEY: "Adressen till sidan som visar samma sak.",
    LOCKS_KEY: (
        "Fingeravtryck och siffror från de uppföljningar som är låsta. Med dem går det att se om "
        "något har ändrats efteråt."
    ),
}
