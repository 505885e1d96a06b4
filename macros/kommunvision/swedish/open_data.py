"""Keys of the open data that no data file has: where things are, and what they belong with."""

from __future__ import annotations

from kommunvision.swedish.keys import LOCKS_KEY

# The number of the format, which is part of the files' addresses too.
VERSION = 1

VERSION_KEY = "version"

SCHEMA_KEY = "$schema"

TERMS_KEY = "villkor"

# What stands in the file of a page that is gone.
WITHDRAWN_KEY = "borttagen"

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

LISTED_HELP = {
    "code": "Kommunens kod, om den har en.",
    "fictional": "Om kommunen är påhittad.",
    "goal_system": "Adressen till filen med kommunens hela målsystem.",
}

# What the description for programs tells of the keys of one page's file.
LINKED_HELP = {
    "id": "Objektets id. Före ett id i en annan kommun står kommunens kortnamn och ett snedstreck.",
    "kind": "Vad det är: vision, mål, indikator och så vidare.",
    "title": "Rubriken eller namnet.",
    "level": "Vad målets nivå heter i kommunen.",
    "kommun": "Kommunen som sidan hör till.",
    "own": "Det som kommunen har skrivit om objektet, med samma nycklar som i datafilerna.",
    "ways_up": "Alla vägar upp genom målkedjan. Varje väg börjar överst.",
    "parents": "Id för det som ligger närmast ovanför.",
    "below": "Allt som ligger under i målkedjan.",
    "indicators": "Indikatorerna som hör till, med sina värden.",
    "series": "Värden som står för sig, också jämförelsegruppernas.",
    "statements": "Omdömena från varje uppföljning, de senaste först.",
    "judged": "Det som har en status på en skala vid uppföljningen.",
    "previous": "Uppföljningen före.",
    "figures": "Siffrorna som uppföljningen visar, en rad för varje indikator.",
    "replaced_by": "Det som har kommit i stället.",
    "references": "Allt som uppgifterna hänvisar till, med namn och adress.",
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
