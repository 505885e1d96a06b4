"""The words of the commands that send out templates for a follow-up and read them back."""

from __future__ import annotations

from typing import Final

from kommunvision.swedish.format import amount, capital

COLLECTING: Final[dict[str, str]] = {
    "template_help": (
        "Gör mallar (xlsx) som nämnderna rapporterar en uppföljning i. Varje nämnd får sina egna "
        "mål och indikatorer, med det som redan är rapporterat ifyllt. Ange kommunens mapp under "
        "data/ och uppföljningens id. Utan --nämnd görs en mall för var och en som har något att "
        "rapportera. Läs in dem igen med kommunvision import."
    ),
    "template_example": "kommunvision template exempelby delar-2026 --nämnd bun",
    "body_option": "Bara den här nämnden. Ange dess id, förkortning eller namn.",
    "template_out_option": (
        "Mappen som mallarna skrivs i. Med --nämnd går det också att ange en fil som slutar på "
        ".xlsx. Förval: en mapp och filer med namn av kommun, uppföljning och nämnd."
    ),
    "body_metavar": "NÄMND",
    "file_or_folder_metavar": "FIL|MAPP",
    "yes_option": "Skriver ändringarna i en mall utan att fråga.",
    "remove_option": "Tar bort det som stod i celler som nu är tömda i en mall.",
    "no_such_body": "{name} har inget att rapportera till uppföljningen. Välj bland: {choices}.",
    "nobody_asked": "Uppföljningen {name} omfattar inga mål och inga indikatorer.",
    "template_locked": (
        "Uppföljningen {name} är låst och tar inte emot fler svar. Är något fel skriver du en "
        "rättelse i data, se Lås och rätta i handboken."
    ),
    "template_there": (
        "{path} finns redan och kan vara ifylld. Flytta den, eller välj en annan plats med --ut. "
        "Ingenting är skrivet."
    ),
    "template_not_xlsx": "{path} är inget namn på en arbetsbok. Låt namnet sluta på .xlsx.",
    "template_row": "  {path}: {left}",
    "template_left": "{left} kvar att rapportera",
    "template_complete": "allt är rapporterat",
    "templates_made": "Mallar att skicka ut:",
    "no_template": "Ingen mall är gjord. Rätta felen först.",
    "import_row": "  {place}: {title} ({id}), {heading}",
    "import_change": "    {before} → {after}",
    "import_new": "    {after}",
    "import_removed": "    {before} → (tas bort)",
    "import_hidden": "    Raden eller hela bladet är dolt i filen.",
    "import_changes": "{kommun}, {occasion}. Så här ändras data ({count}):",
    "import_whose": "Svaren gäller det som {bodies} ska rapportera.",
    "import_later": (
        "Obs! Svaren skrivs in i {occasion}. Det finns en senare uppföljning som inte är låst: "
        "{later}. Kontrollera att det är rätt fil."
    ),
    "import_no_sheet": "Bladet {sheet} finns inte i filen, så ingenting lästes därifrån.",
    "import_no_sheet_left": (
        "Bladet {sheet} finns inte i filen, så ingenting lästes därifrån. {rows} är kvar att "
        "rapportera:"
    ),
    "import_no_rows": "{rows} på bladet {sheet} finns inte i filen och är kvar att rapportera:",
    "import_absent": "  {title} ({id})",
    "import_absent_more": ("  … och {number} till. Alla visas av: kommunvision due {names}"),
    "import_notes": (
        "Anteckningar vid celler läses inte in. Det som ska publiceras skrivs i en cell:"
    ),
    "import_note": "  {place}: {text}",
    "import_ask_for": "Be nämnden om det som fattas. En ny mall får du med kommunvision template.",
    "import_files": "Filer som ändras: {files}",
    "import_ask": "Ska det skrivas? Svara ja eller nej: ",
    "import_answers": "ja j",
    "import_written": "Ändringarna är skrivna. Kontrollera dem med: kommunvision check",
    "import_not_written": "Ingenting är skrivet.",
    "import_how": "Ingenting är skrivet. Kör kommandot igen med --ja för att skriva ändringarna.",
    "import_nothing_new": ("{kommun}, {occasion}. Filen säger inget nytt. Ingenting är ändrat."),
    "import_wrong": "Ingenting är ändrat. Rätta felen i filen och läs in den igen.",
    "import_data_wrong": "Ingenting är inläst. Rätta felen i data först.",
    "import_would_break": (
        "Ingenting är ändrat. Med svaren i filen skulle kontrollen säga det som står ovan. Ändra i "
        "filen, eller rätta data först."
    ),
    "import_cause": "Det kommer av svaret i {place}.",
    "import_meanwhile": (
        "{path} har ändrats medan du läste. Ingenting är skrivet. Kör kommandot igen."
    ),
}

# Options whose names have Swedish letters, with their plain forms.
BODY_NAMES = ("--nämnd", "--namnd", "--body")
OUT_NAMES = ("--ut", "--out")
YES_NAMES = ("--ja",)
REMOVE_NAMES = ("--ta-bort",)

# A longer text is cut in the list of changes; it is read in the file.
LONGEST_SHOWN: Final = 70
CUT: Final = "{start} …"
# So are many rows, which are read in the list of what is left.
MOST_SHOWN: Final = 10


def rows(number: int) -> str:
    """Return so many rows in words, as a sentence begins."""
    return capital(amount(number, "en", "rad", "rader"))
