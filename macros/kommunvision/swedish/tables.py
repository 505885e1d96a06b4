"""The words of the tables of open data: what each is called, its columns, and how they are read.

A column that data files have a key for has that key as its heading, and is explained by its help.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TableWords:
    """What a table is called and what it has in its rows."""

    title: str
    sheet: str | None
    """The name of its sheet in the workbook; none if it has no sheet."""
    help: str


TABLES: dict[str, TableWords] = {
    "objekt": TableWords(
        "Register över id",
        None,
        "En rad för varje vision, mål och indikator. Ett id i de andra filerna finns här.",
    ),
    "mal": TableWords("Visioner och mål", "Mål", "En rad för varje vision och mål."),
    "indikatorer": TableWords("Indikatorer", "Indikatorer", "En rad för varje indikator."),
    "kopplingar": TableWords(
        "Kopplingar i målkedjan",
        None,
        "En rad för varje koppling från ett mål eller en indikator till det som står ovanför.",
    ),
    "varden": TableWords(
        "Värden",
        "Värden",
        "En rad för varje indikator, period och uppdelning. Jämförelsegruppernas värden och "
        "prognoser har egna rader.",
    ),
    "malvarden": TableWords("Målvärden", "Målvärden", "En rad för varje målvärde."),
    "bedomningar": TableWords(
        "Bedömningar",
        "Bedömningar",
        "En rad för varje uppföljning, mål eller indikator, och skala.",
    ),
    "faltforklaring": TableWords(
        "Fältförklaring", "Fältförklaring", "En rad för varje kolumn i de andra tabellerna."
    ),
}

# Headings that no data file has as a key, or that need another explanation here.
COLUMNS: dict[str, tuple[str, str]] = {
    "page": ("sida", "Adressen till sidan."),
    "node_id": ("id", "Id för visionen eller målet."),
    "kind": ("slag", "Vad det är: en vision, eller vad nivån heter."),
    "title": ("rubrik", "Visionens, målets eller indikatorns namn."),
    "object_id": ("id", "Id för visionen, målet eller indikatorn."),
    "object_kind": ("slag", "Vad det är: vision, indikator, eller vad nivån heter."),
    "about": ("om", "Id för visionen, målet eller indikatorn."),
    "below": ("från", "Id för målet eller indikatorn som kopplingen går från."),
    "above": ("till", "Id för det som står ovanför."),
    "link_note": ("not", "Kort anmärkning om kopplingen."),
    "indicator": ("indikator", "Id för indikatorn."),
    "indicator_name": ("namn", "Vad som mäts."),
    "unit": ("enhet", "Enheten för värdet."),
    "first_day": ("första_dag", "Den första dagen i perioden."),
    "last_day": ("sista_dag", "Den sista dagen i perioden."),
    "group": (
        "grupp",
        "Vems värdet är, om det inte är kommunens eget: en annan kommun eller en grupp.",
    ),
    "sex": ("kön", "kvinnor eller män, också för flickor och pojkar. Tomt om värdet gäller alla."),
    "part": ("del", "Vilken del av det hela som värdet gäller. Tomt om det gäller allt."),
    "number": ("värde", "Värdet, om det är ett tal."),
    "words": ("värde_i_ord", "Värdet, om det är ja, nej, ord eller en gräns som färre än 5."),
    "revised_number": ("ändrat_från", "Värdet före den senaste ändringen, om det är ett tal."),
    "revised_words": (
        "ändrat_från_i_ord",
        "Värdet före den senaste ändringen, om det är ja, nej, ord eller en gräns som färre än 5.",
    ),
    "revised_date": ("ändrat_datum", "När värdet senast ändrades."),
    "revised_reason": ("ändrat_skäl", "Varför värdet senast ändrades."),
    "revised_before": (
        "tidigare_ändringar",
        "Ändringar före den senaste: värdet som det var, datum och skäl.",
    ),
    "aim": ("målvärde", "Vad kommunen vill att värdet ska vara, i ord."),
    "place": ("nummer", "Vilket i ordningen av indikatorns målvärden det är."),
    "in_words": ("i_ord", "Målvärdet i ord, så som sidorna visar det."),
    "exactly_words": (
        "exakt_i_ord",
        "Värdet ska vara precis så, om det inte är ett tal.",
    ),
    "former": ("tidigare", "Vad målvärdet var innan det ändrades, och när."),
    "relative": ("mot_grupp", "Vems värde som det egna jämförs med."),
    "occasion": ("uppföljning", "Id för uppföljningen."),
    "occasion_name": ("uppföljningens_namn", "Vad uppföljningen heter."),
    "judgement": ("nummer", "1 för huvudbedömningen, 2 och uppåt för bedömningar på fler skalor."),
    "scale": ("skala", "Vad skalan heter."),
    "step": ("steg", "Id för steget på skalan. Tomt om ingen status har satts."),
    "status": (
        "status",
        "Ordet på skalan, eller varför det inte finns något. Står det kommenterat är allt i ord.",
    ),
    "outlook": ("utfall_eller_prognos", "utfall för det som blev, prognos för det som väntas."),
    "trend": ("trend", "Åt vilket håll det går, i uppföljningens ord."),
    "reported_number": ("värde", "Värdet som rapporterades vid uppföljningen, om det är ett tal."),
    "reported_words": (
        "värde_i_ord",
        "Värdet som rapporterades vid uppföljningen, om det inte är ett tal.",
    ),
    "corrected": (
        "rättat",
        "ja om något har rättats efter att uppföljningen låstes.",
    ),
    # The table of every kommun.
    "of_kommun": ("kommun", "Kommunens kortnamn. Ett id i kolumnen indikator gäller i kommunen."),
    "of_kommun_name": ("kommunens_namn", "Kommunens formella namn."),
    "of_kommun_code": ("kommunkod", "Kommunens kod, om den har en."),
    "of_made_up": ("påhittad", "ja om kommunen är påhittad, och alla dess värden också."),
    "source_words": ("källa", "Var uppgiften kommer från."),
    # The sheet that explains the others.
    "of_sheet": ("blad", "Bladet i arbetsboken."),
    "of_column": ("kolumn", "Kolumnens rubrik."),
    "of_type": ("typ", "Vad som kan stå i kolumnen."),
    "of_help": ("förklaring", "Vad det som står i kolumnen betyder."),
}

# A status that nobody has set, in the words of the data files.
NO_STATUS = {
    "not_judged": "inte bedömt",
    "not_measured": "inte mätt ännu",
    "cannot_be_judged": "går inte att bedöma",
    "not_stated": "framgår inte av källan",
    "commented": "kommenterat",
}

# What may stand in a column, for people.
TYPES = {
    "text": "text",
    "number": "tal",
    "whole": "heltal",
    "flag": "ja eller nej",
    "day": "datum",
}

RIGHTS = (
    "Sammanställningen är fri att använda (CC0). Ett värde som har en utgivare i kolumnen utgivare "
    "har den utgivarens villkor."
)

VALUES_OF_ALL = "Värden, alla kommuner"
