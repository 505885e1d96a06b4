"""The words of fetched statistics: files, summary, faults; and how a title names its unit."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from kommunvision.swedish.format import number

# The folder of a kommun's fetched statistics.
FOLDER = "statistik"

HEAD = (
    "Skriven av kommandot kommunvision refresh. Källa: {publisher}.\n"
    "Nästa hämtning skriver över filen. Bara brott, preliminärt, delar och anmärkning som du\n"
    "själv lägger till på ett värde står kvar."
)

CHANGED_BY_PUBLISHER = "Ändrad av utgivaren."

FAULTS: Final[dict[str, str]] = {
    # The network and the services.
    "unreachable": (
        "{source} går inte att nå ({host}). Kontrollera att datorn har internet, och att "
        "kommunens brandvägg släpper fram adressen. Försök sedan igen."
    ),
    "slow": "{source} svarade inte inom {seconds} sekunder. Försök igen om en stund.",
    "busy": "{source} hinner inte med fler frågor just nu. Försök igen om en stund.",
    "busy_long": (
        "{source} ber oss vänta i {seconds} sekunder. Det är längre än vi väntar. Försök igen "
        "senare."
    ),
    "broken": "{source} har ett fel hos sig (svar {status}). Försök igen senare.",
    "refused": (
        "{source} godtar inte frågan (svar {status}). Kontrollera koderna på indikatorerna."
    ),
    "cut": "Svaret från {source} bröts på vägen. Försök igen om en stund.",
    "not_json": "Svaret från {source} går inte att läsa. Försök igen senare.",
    "wrong": (
        "Svaret från {source} ser inte ut som det ska: {part} har ett oväntat innehåll. Försök "
        "igen senare. Om felet är kvar har {source} ändrat sina svar, och kommunvision behöver "
        "uppdateras."
    ),
    "too_large": (
        "Svaret från {source} är större än {megabytes} MB och läses inte. Hämta färre nyckeltal "
        "eller ett mindre urval."
    ),
    "endless": "Svaret från {source} tar aldrig slut. Försök igen senare.",
    "elsewhere": (
        "{source} hänvisar till en annan server, {host}. Dit följer vi inte med, för ingen vet "
        "vem som svarar där. Kontrollera adressen eller försök igen senare."
    ),
    "out_of_time": (
        "Hämtningen från {source} blev inte klar inom {seconds} sekunder. Försök igen senare, "
        "eller ge den mer tid med --tid."
    ),
    # What the data asks for.
    "no_code": (
        "{name} har ingen kod som statistiken känner igen. Skriv kommunkoden med fyra siffror, "
        "eller regionens länskod med två, under kod i kommun.yml."
    ),
    "not_a_kpi": (
        "Indikatorn {indicator} har nyckeltalet {value}. I Kolada är ett nyckeltal N eller U och "
        "fem siffror, till exempel N15428."
    ),
    "not_a_place": (
        "Indikatorn {indicator} jämför med {value}. Skriv fyra siffror för en kommun eller G och "
        "siffror för en grupp, till exempel 0000 för riket."
    ),
    "not_a_table": (
        "Indikatorn {indicator} har tabellen {value}. En tabell hos SCB heter till exempel TAB638."
    ),
    "two_sources": (
        "Indikatorn {indicator} har både kolada och scb. Behåll den ena, så att det inte blir två "
        "värden för samma år."
    ),
    "no_variable": (
        "Indikatorn {indicator} väljer variabeln {value}, som inte finns i tabellen {table}. Där "
        "finns {known}."
    ),
    "several": (
        "Indikatorn {indicator} får flera värden för samma år. Välj en enda kod för variabeln "
        "{variable}."
    ),
    "unwritable": (
        "{path} går inte att skriva. Kontrollera att du får ändra i mappen och att disken inte är "
        "full."
    ),
    "outside": "{path} ligger utanför webbplatsens mapp. Ta bort länken och försök igen.",
}

REMARKS: Final[dict[str, str]] = {
    "kpi_gone": (
        "Nyckeltalet {kpi} ({title}) finns inte i Kolada. Värden som redan är hämtade står kvar. "
        "Välj ett annat nyckeltal eller ta bort kolada från indikatorn."
    ),
    "kpi_gone_unknown": (
        "Nyckeltalet {kpi} finns inte i Kolada. Kontrollera numret på indikatorn."
    ),
    "kpi_retired": (
        "Nyckeltalet {kpi} har inga värden efter {year}, för Kolada har slutat uppdatera det. Det "
        "heter nu ”{title}”. Välj gärna ett som fortfarande uppdateras."
    ),
    "place_gone": (
        "{place}, som indikatorn jämför med, finns inte i Kolada. Värden som redan är hämtade "
        "står kvar."
    ),
    "renamed": (
        "Serien har bytt titel. Den hette ”{before}” och heter nu ”{after}”. Kontrollera att den "
        "fortfarande mäter samma sak."
    ),
    "unit_changed": (
        "Enheten var ”{before}” och är nu ”{after}”. Kontrollera att värdena går att jämföra."
    ),
    "suspect": (
        "Värdet är {before} för {earlier} och {after} för {later}. Det ena är minst hundra gånger "
        "större än det andra. Kontrollera det hos utgivaren."
    ),
    "empty": "Det finns inga värden att hämta. Kontrollera koderna på indikatorn.",
    "empty_kept": (
        "Utgivaren har inte längre några värden alls. De som redan är hämtade står kvar. "
        "Kontrollera hos utgivaren."
    ),
    "no_longer_asked": "Indikatorn ber inte längre om de här värdena, så de är borttagna.",
    "twice": (
        "Värdet för {period} står också i {path}. Ta bort det ena, annars säger kontrollen ifrån."
    ),
}

WORDS: Final[dict[str, str]] = {
    "title": "Hämtad statistik {day}",
    "title_dry": "Hämtad statistik {day} (prov, ingenting är ändrat)",
    "nothing": "Ingen indikator anger kolada eller scb. Det finns inget att hämta.",
    "part": "{kommun}, {source}",
    "written": "{path} är uppdaterad.",
    "would_write": "{path} skulle uppdateras.",
    "same": "Inget nytt. {path} är som förut.",
    "failed": "{path} är orörd.",
    "totals": "Nya: {new}. Ändrade: {changed}. Borttagna: {gone}. Varningar: {warnings}.",
    "new": "nytt",
    "changed": "ändrat",
    "gone": "borttaget",
    "warning": "varning",
    "fault": "Fel",
    "many": "{count} värden, från {first} till {last}",
    "one": "{period}: {after}",
    "from_to": "{period}: {before} blev {after}",
    "missing": "inget värde",
    "data_errors": (
        "Data har fel. Ingenting är hämtat för de kommuner som felen gäller. Rätta felen och kör "
        "kommandot igen."
    ),
}

# A title of Kolada ends with its unit, after the last comma that stands outside brackets.
_LAST_PART = re.compile(r",(?![^()]*\))\s*([^,]*(?:\([^)]*\)[^,]*)?)$")
_RETIRED = re.compile(r"\(\s*-\s*(\d{4})\s*\)")
_UNIT = re.compile(
    r"(?:andel|antal|balanstal|dagar|genomsnitt\w*|gram|hektar|index|kbm|kg|km|kr|kronor|kvm|"
    r"[kMG]Wh?|liter|Mbit|median\w*|medelvärde|meter|miljoner|minuter|mkr|månader|poäng|procent|"
    r"procentenheter|promille|svarsfrekvens|timmar|tkr|ton|år)(?![\w-]).*",
    re.IGNORECASE,
)


def unit_of(title: str) -> str | None:
    """Return the unit that a title ends with; none when it ends with something else."""
    plain = " ".join(_RETIRED.sub("", title).split()).strip(" .")
    found = _LAST_PART.search(plain)
    unit = found[1].strip() if found else ""
    if _UNIT.fullmatch(unit):
        return unit
    return "%" if plain.endswith("(%)") else None


def retired(title: str) -> str | None:
    """Return the last year of a key figure whose title says that it is no longer updated."""
    found = _RETIRED.search(title)
    return found[1] if found else None


def figure(value: Decimal) -> str:
    """Return a figure as running text has it, with every decimal that it has."""
    whole, _, part = f"{value:f}".partition(".")
    sign = "−" if whole == "-0" else ""
    return f"{sign}{number(int(whole))}{',' if part else ''}{part}"
