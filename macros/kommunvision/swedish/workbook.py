"""The words of the workbook that holds a whole goal system: its sheets, its own headings."""

from __future__ import annotations

from kommunvision.swedish.keys import LOCKS_KEY, RECORDS, SECTIONS
from kommunvision.swedish.open_data import ADDED_HELP, SLUG_KEY
from kommunvision.swedish.tables import TABLES, TableWords

# What is read back stands in sheets whose names begin so; the others are there to be read.
PREFIX = "Data "

# The names of the sheets with what an object has several of.
_PARTS = {
    "reference": "hänvisningar",
    "shortcoming": "brister",
    "avoided": "ord att undvika",
    "level": "nivåer",
    "category": "kategorier",
    "wording": "lydelser",
    "support": "strategier",
    "related": "närliggande serier",
    "target": "målvärden",
    "measurement": "värden",
    "part": "delar",
    "revision": "ändrade värden",
    "relative": "jämförelser",
    "former_target": "tidigare målvärden",
    "selection": "urval",
    "scale_step": "skalsteg",
    "tally": "sammanräkningar",
    "statement": "omdömen",
    "correction": "rättelser",
    "verdict": "fler bedömningar",
    "count": "antal",
    "quote": "citat",
    "step": "steg",
    "translation": "översättningar",
}

CONTENTS = "innehall"

LOCKS_TABLE = "data_las"


def section_table(key: str) -> str:
    """Return the id of the table with the objects of a section."""
    return f"data_{_ascii(key)}"


def part_table(record: str) -> str:
    """Return the id of the table with what stands in lists within objects."""
    return f"del_{record}"


def _ascii(key: str) -> str:
    return key.translate(str.maketrans("åäö", "aao"))


DATA_SHEETS: dict[str, TableWords] = {
    **{
        section_table(one.key): TableWords(
            PREFIX + one.key, PREFIX + one.key, RECORDS[one.record].help
        )
        for one in SECTIONS
    },
    **{
        part_table(record): TableWords(PREFIX + name, PREFIX + name, RECORDS[record].help)
        for record, name in _PARTS.items()
    },
    LOCKS_TABLE: TableWords(PREFIX + LOCKS_KEY, PREFIX + LOCKS_KEY, ADDED_HELP[LOCKS_KEY]),
}

# Every sheet that the workbook may have, by the id of its table.
SHEETS: dict[str, TableWords] = {
    CONTENTS: TableWords("Innehåll", "Innehåll", "En rad för varje blad i arbetsboken."),
    **TABLES,
    **DATA_SHEETS,
}

# Headings that are no keys, with what they mean. None of them is like a key: they have spaces,
# or stand where no object has such a key.
ROW, WITHIN, UNDER, SLUG = "rad", "del av", "nyckel", SLUG_KEY
OWN_HEADINGS = {
    ROW: "Radens namn, som andra blad hänvisar till. Saknas kolumnen är det id som gäller.",
    WITHIN: "Raden som detta är en del av: dess id, eller det som står i dess kolumn rad.",
    UNDER: "Nyckeln som detta står under i den raden.",
    SLUG: ADDED_HELP[SLUG_KEY],
}

# The headings of the sheet with locks; its columns are explained by the sheet.
LOCK_HEADINGS = {
    "occasion": "uppföljning",
    "place": "i",
    "about": "om",
    "key": "nyckel",
    "part": "del",
    "value": "värde",
}

# The headings of the sheet that lists the others.
CONTENT_HEADINGS = {
    "sheet": ("blad", "Bladet i arbetsboken."),
    "is_read": (
        "läses_in",
        "ja om bladet läses av kommunvision import. De andra är till för människor.",
    ),
    "help": ("förklaring", "Vad som står på bladet."),
}

# What is there, but says nothing.
EMPTY = "(tom)"

# A text that is longer than a cell goes on in a column with the same heading and a number.
CONTINUED = "{heading} ({number})"

# Where in a workbook something stands.
SHEET_PLACE = "{path}, bladet {sheet}"
CELL_PLACE = "{sheet}, cell {cell}"

# Why a workbook cannot be read.
FILE_CAUSES = {
    "damaged": "Filen är ingen arbetsbok i formatet xlsx, eller så är den skadad.",
    "older": "Arbetsboken är sparad i det gamla formatet xls.",
    "encrypted": "Arbetsboken är skyddad med ett lösenord.",
    "too_large": "Arbetsboken är större än någon kommuns målsystem.",
    "suspect": "Arbetsboken har inslag som inget kalkylprogram skriver.",
    "too_many_rows": "Bladet {sheet} har fler rader än något målsystem.",
}

# What is wrong with a cell.
CELL_CAUSES = {
    "formula": "Cellen har en formel.",
    "error": "Cellen visar ett felvärde från kalkylprogrammet.",
    "no_day": "Cellen ska visa en dag, men det som står i den är ingen dag.",
    "percent": "Cellen är formaterad som procent. 81 % är då talet 0,81.",
    "time": "Cellen har ett klockslag.",
    "no_heading": "Kolumnen har ingen rubrik.",
    "beyond": "Raden har fler celler än det finns rubriker.",
    "merged": "Cellerna {area} är sammanslagna.",
}
_CELL_REMEDIES = {
    "formula": 'Kopiera cellen, och klistra in den igen med "Klistra in värden".',
    "error": "Skriv värdet i cellen, eller töm den.",
    "no_day": "Skriv dagen som 2026-09-12.",
    "percent": "Formatera cellen som tal, och skriv talet som det ska läsas: 81,5.",
    "time": "Skriv värdet som text eller tal.",
    "no_heading": "Skriv tillbaka rubriken, eller flytta innehållet till en kolumn med rubrik.",
    "beyond": (
        "Har en text ett semikolon eller komma i sig ska den stå inom citattecken. Annars sparar "
        "du om filen som CSV."
    ),
    "merged": "Dela cellerna, och skriv svaret på varje rad som det gäller.",
}


def cell_fault(name: str, **words: str) -> dict[str, str]:
    """Return what is wrong with a cell, and what to do about it."""
    return {"cause": CELL_CAUSES[name].format(**words), "remedy": _CELL_REMEDIES[name]}


# What is wrong with a row.
ROW_CAUSES = {
    "orphan": 'Raden är en del av "{value}", som inte finns på något annat blad.',
    "homeless": 'Raden säger inte vad den hör till. Både "del av" och "nyckel" ska vara ifyllda.',
    "circle": "Raden är en del av sig själv, eller av delar utan slut.",
    "many": "Bladet ska ha en enda rad.",
}
