"""The words of the workbooks in which bodies report to an occasion: sheets, headings, notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

NOTES_SHEET, WORDS_SHEET = "Läs mig först", "Ord att välja"
STATEMENTS_SHEET, VERDICTS_SHEET = "Omdömen", "Fler bedömningar"
VALUES_SHEET, PARTS_SHEET = "Mätvärden", "Delar av värden"


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: what it is called, what its cells are for, and how wide it is in characters."""

    text: str
    help: str
    width: int = 14


# The headings that say which row it is; both sheets have them.
KOMMUN, OCCASION, ID = "kommun", "uppföljning", "id"

# What the first two are called where something is said of what stands there.
DEFINITE = {KOMMUN: "kommunen", OCCASION: "uppföljningen"}

# What stood in a cell when the workbook was made; in hidden columns.
FORMER = "{heading} (förut)"

STATEMENT_HEADINGS: Final[dict[str, Heading]] = {
    "id": Heading(ID, "Målets id i data.", 14),
    "level": Heading("nivå", "Vad det är.", 13),
    "title": Heading("rubrik", "Vad det heter.", 44),
    "last": Heading("senaste bedömning", "Bedömningen vid en tidigare uppföljning.", 30),
    "status": Heading("status", "Välj ett ord i listan.", 24),
    "trend": Heading("trend", "Välj ett ord i listan, om du bedömer trenden.", 18),
    "comment": Heading("kommentar", "Kommentaren, så som den ska publiceras.", 50),
    "analysis": Heading("analys", "Varför det blev så.", 40),
    "measures": Heading("åtgärder", "Vad som ska göras.", 40),
    "planned_start": Heading("planerad start", "En dag, en månad eller ett år.", 16),
    "planned_end": Heading("planerat klart", "En dag, en månad eller ett år.", 16),
    "actual_start": Heading("verklig start", "En dag, en månad eller ett år.", 16),
    "actual_end": Heading("verkligt klart", "En dag, en månad eller ett år.", 16),
    "reported": Heading("rapporterat", "Dagen då du rapporterar, till exempel 2026-09-12.", 14),
    "sources": Heading(
        "källa",
        "Källans id från bladet Ord att välja, och efter ett komma platsen: ar-2025, sidan 12. "
        "Flera källor skrivs på var sin rad i cellen.",
        30,
    ),
}

VERDICT_HEADINGS: Final[dict[str, Heading]] = {
    "id": Heading(ID, "Målets id i data.", 14),
    "level": Heading("nivå", "Vad det är.", 13),
    "title": Heading("rubrik", "Vad det heter.", 44),
    "scale": Heading("skala", "Skalans id i data.", 18),
    "scale_name": Heading("skalans namn", "Vad skalan heter.", 30),
    "last": Heading("senaste bedömning", "Bedömningen vid en tidigare uppföljning.", 30),
    "step": Heading("bedömning", "Välj ett ord i listan.", 26),
}

VALUE_HEADINGS: Final[dict[str, Heading]] = {
    "id": Heading(ID, "Indikatorns id i data.", 18),
    "name": Heading("indikator", "Vad som mäts.", 40),
    "unit": Heading("enhet", "Enheten. Skriv den inte i cellen med värdet.", 14),
    "period": Heading("period", "Perioden som värdet gäller.", 14),
    "outlook": Heading(
        "utfall eller prognos", "Om värdet är vad som blev eller vad som väntas.", 14
    ),
    "last": Heading("tidigare värde", "Det senaste värdet som finns, med sin period.", 24),
    "target": Heading("målvärde", "Vad värdet ska bli.", 24),
    "rule": Heading("så fyller du i", "Vad som får stå i kolumnen värde.", 34),
    "value": Heading("värde", "Värdet, utan enhet.", 14),
    "women": Heading("kvinnor", "Värdet för kvinnor eller flickor.", 12),
    "men": Heading("män", "Värdet för män eller pojkar.", 12),
    "missing": Heading("saknas", "Finns det inget värde: välj varför i listan.", 24),
    "preliminary": Heading("preliminärt", "ja om värdet är preliminärt.", 13),
    "note": Heading("anmärkning", "Det som läsaren behöver veta om värdet.", 40),
    "sources": Heading(
        "källa",
        "Källan till just det här värdet: id från bladet Ord att välja, och efter ett komma "
        "platsen: ar-2025, sidan 12. Flera källor skrivs på var sin rad i cellen.",
        30,
    ),
}

PART_HEADINGS: Final[dict[str, Heading]] = {
    "id": Heading(ID, "Indikatorns id i data.", 18),
    "name": Heading("indikator", "Vad som mäts.", 40),
    "part": Heading("del", "Vilka värdet gäller.", 28),
    "unit": Heading("enhet", "Enheten. Skriv den inte i cellen med värdet.", 14),
    "period": Heading("period", "Perioden som värdet gäller.", 14),
    "outlook": Heading(
        "utfall eller prognos", "Om värdet är vad som blev eller vad som väntas.", 14
    ),
    "last": Heading("delens tidigare värde", "Det senaste värdet för delen, med sin period.", 24),
    "target": Heading("målvärde", "Vad delens värde ska bli.", 24),
    "rule": Heading("så fyller du i", "Vad som får stå i kolumnen värde.", 34),
    "value": Heading("värde", "Värdet för delen, utan enhet.", 14),
    "missing": Heading("saknas", "Finns det inget värde för delen: välj varför i listan.", 24),
}

# Words for the cells that are not to be filled in.
WORDS: Final[dict[str, str]] = {
    "outcome": "utfall",
    "forecast": "prognos",
    "judged": "{occasion}: {status}",
    "with_trend": "{status}, trend: {trend}",
    "measured": "{period}: {value}",
    "by_gender": "{value} ({whose_women} {women}, {whose_men} {men})",
    "called": "{rule} Värdet för {women} skrivs under kvinnor, för {men} under män.",
    "indicator": "indikator",
    "number": "Ett tal.",
    "decimals_one": "Ett tal med högst 1 decimal.",
    "decimals": "Ett tal med högst {number} decimaler.",
    "whole": "Ett heltal.",
    "percent": "{rule} Procent skrivs som 81,5 och går från 0 till 100.",
    "flag": "Ja eller nej.",
    "step": "Välj ett ord i listan.",
    "words": "Ord, på en rad.",
    "any": "Ett tal, ja, nej eller ord.",
    "fetched": "Fylls inte i. Värdet hämtas från {publisher}.",
}

NO_STATUS_MEANINGS: Final[dict[str, str]] = {
    "not_judged": "Ingen har bedömt det den här gången.",
    "not_measured": "Bedömningen väntar på en siffra.",
    "cannot_be_judged": "Någon har försökt, men underlaget räcker inte.",
}

# The sheet with the words: its headings, and the names of the lists that no scale has named.
WORD_HEADINGS = (
    Heading("lista", "Var ordet går att välja.", 48),
    Heading("ord", "Ordet.", 34),
    Heading("betydelse", "Vad ordet betyder.", 70),
)
LISTS: Final[dict[str, str]] = {
    "status": "status, {what}: {names}",
    "trend": "trend: {names}",
    "missing": "saknas",
    "flag": "ja eller nej",
    "value": "värde: {names}",
    "verdict": "bedömning: {names}",
    "sources": "källa",
}

# The first sheet. A row has a label and what it is about; a paragraph stands alone.
NOTES: Final[dict[str, str]] = {
    "title": "{occasion}: {body}",
    "lead": "Här rapporterar du till uppföljningen.",
    "step": "Steg {number}",
    "kommun": "Kommun",
    "occasion": "Uppföljning",
    "body": "Nämnd eller annan ansvarig",
    "period": "Period som följs upp",
    "cut_off": "Siffrorna gäller till och med",
    "due": "Sista dag att rapportera",
    "send": "Skicka filen till",
    "left": "Kvar att fylla i",
    "nobody": "Ingen ansvarig är utpekad",
    "nothing_left": "Ingenting. Allt är rapporterat.",
    "outlook": "Utfall eller prognos",
    "outcome": "Utfall. Bedöm hur det blev.",
    "forecast": "Prognos. Bedöm hur det kommer att bli när perioden är slut, inte hur det är nu.",
    "how": "Så gör du",
    "step_statements": (
        "Gå till bladet Omdömen. Där finns en rad för varje mål, uppdrag eller aktivitet som du "
        'svarar för. Välj status och trend i listorna. Bladet "Ord att välja" säger vad orden '
        "betyder. Skriv kommentaren så som den ska publiceras."
    ),
    "step_values": (
        "Gå till bladet Mätvärden. Där finns en rad för varje indikator. Skriv värdet utan enhet. "
        'Kolumnen "så fyller du i" visar vad som får stå där. Finns det inget värde lämnar du '
        'cellen tom och väljer skälet i kolumnen "saknas".'
    ),
    "step_verdicts": (
        "Gå till bladet Fler bedömningar. Där bedömer du målen på en skala till, utöver statusen. "
        "Välj ett ord i listan."
    ),
    "step_parts": (
        "Gå till bladet Delar av värden. Där finns en rad för var och en av de delar som värdet "
        "brukar delas upp på, till exempel en skola. Fyll i som på bladet Mätvärden."
    ),
    "step_sources": (
        'I kolumnen "källa" står var uppgiften kommer ifrån. Välj källan i listan. Skriv gärna '
        "platsen efter ett komma, till exempel ar-2025, sidan 12. Har uppgiften flera källor "
        "skriver du dem på var sin rad i cellen (Alt+Enter i Excel, Ctrl+Enter i LibreOffice)."
    ),
    "step_blank": (
        "Lämna en cell tom om du inte har något svar. En tom cell ändrar ingenting. Det som redan "
        "är rapporterat står ifyllt och går att ändra. Töm inte en cell som är ifylld."
    ),
    "step_leave": (
        "Celler att fylla i har ram. De andra är låsta, utan lösenord, för att inget ska ändras av "
        "misstag. Lägg inte till rader och ändra inte rubrikerna."
    ),
    "step_paste": (
        'Skriv värden, inga formler. Klistrar du in från ett annat blad väljer du "Klistra in '
        'värden".'
    ),
    "step_save": "Spara som Excel-arbetsbok (.xlsx). LibreOffice går lika bra som Excel.",
    "reader_title": "För dig som använder skärmläsare",
    "reader": (
        "Varje blad är en tabell som börjar i cell A1, med rubriker på första raden. Raderna har "
        "sitt id i kolumn A. Det finns inga sammanslagna celler, och ingenting sägs bara med färg."
    ),
}

# What a spreadsheet program says of a cell. A title has at most 32 letters, a message 255.
VALUE_PROMPT: Final = "Värdet"
VALUE_PROMPT_FOR: Final = "Värdet för {who}"
PROMPTS: Final[dict[str, tuple[str, str]]] = {
    "word_error": (
        "Ordet finns inte i listan",
        "Välj ett av orden i listan. Vad de betyder står på bladet Ord att välja.",
    ),
    "number_error": (
        "Inget vanligt tal",
        (
            "Här ska det stå {rule} Är värdet känt bara som en gräns skriver du till exempel "
            "färre än 5. Vill du behålla det du har skrivit?"
        ),
    ),
}

# What fills a cell without saying anything.
NOTHING = frozenset({"-", "–", "—", "−", "saknas", "uppgift saknas", "ej aktuellt", ".."})

# What a Swedish spreadsheet program shows in place of a value that it could not work out.
ERROR_VALUES: Final = (
    "DIVISION/0!|SAKNAS!|SAKNAT!|REFERENS!|NAMN\\?|VÄRDEFEL!|OGILTIGT!|SKÄRNING!|N/A"
)

# Names of files.
NOBODY_FILE = "utan-ansvarig"
TEMPLATE_FILE = "{kommun}-{occasion}-{body}.xlsx"
TEMPLATE_FOLDER = "{kommun}-{occasion}"
