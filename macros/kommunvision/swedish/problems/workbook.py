"""KV942 to KV946: a workbook that is read back."""

from __future__ import annotations

from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kommunvision.swedish.problems.entry import Files, Odd, ProblemText, Severity

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_Rows = list[list[str]]

_NAME = "malsystem.xlsx"
_KOMMUN: _Rows = [["rad", "namn", "formellt_namn"], ["kommun", "Exempelby", "Exempelby kommun"]]
_GOALS: _Rows = [["id", "nivå", "rubrik"], ["utb-2", "mal", "Fler unga tar examen"]]
_WORDINGS: _Rows = [["del av", "nyckel", "text"], ["utb-2", "lydelser", "Alla ska ta examen."]]


def _book(goals: _Rows = _GOALS, wordings: _Rows = _WORDINGS, without: str = "") -> Files:
    """Return a workbook with a few sheets; a cell that begins with = is a formula."""
    sheets = {"Data kommun": _KOMMUN, "Data mål": goals, "Data lydelser": wordings}
    listed = [["blad"], *([name] for name in sheets)]
    kept = {name: rows for name, rows in sheets.items() if name != without}
    shown = {name: rows for name, rows in kept.items() if name != "Data kommun"}
    text = "\n".join(
        "\n".join([f"Bladet {name}:", *(" | ".join(row) for row in rows), ""])
        for name, rows in ({"Innehåll": listed, **shown} if without else shown).items()
    )
    return {_NAME: Odd(text, _packed({"Innehåll": listed, **kept}))}


def _packed(sheets: dict[str, _Rows]) -> bytes:
    names = list(enumerate(sheets, start=1))
    parts = {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_SPREADSHEET}.sheet.main+xml"/>'
            + "".join(
                f'<Override PartName="/xl/worksheets/sheet{number}.xml" '
                f'ContentType="{_SPREADSHEET}.worksheet+xml"/>'
                for number, _ in names
            )
            + "</Types>"
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">'
            + "".join(
                f'<Relationship Id="r{number}" Type="{_OFFICE}/worksheet" '
                f'Target="worksheets/sheet{number}.xml"/>'
                for number, _ in names
            )
            + "</Relationships>"
        ),
        "xl/workbook.xml": (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
            + "".join(
                f'<sheet name="{escape(name)}" sheetId="{number}" r:id="r{number}"/>'
                for number, name in names
            )
            + "</sheets></workbook>"
        ),
    }
    for number, name in names:
        rows = "".join(f"<row>{''.join(map(_cell, row))}</row>" for row in sheets[name])
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'
        )
    found = BytesIO()
    with ZipFile(found, "w") as packed:
        for path, text in parts.items():
            packed.writestr(ZipInfo(path), text.encode(), ZIP_DEFLATED)
    return found.getvalue()


def _cell(text: str) -> str:
    if text.startswith("="):
        return f"<c><f>{escape(text[1:], quote=False)}</f></c>"
    return f'<c t="inlineStr"><is><t>{escape(text, quote=False)}</t></is></c>'


_IMPORT = "Gäller en arbetsbok som läses in med kommunvision import. "

TEXTS: dict[str, ProblemText] = {
    "KV942": ProblemText(
        severity=Severity.ERROR,
        title="Arbetsboken går inte att läsa",
        message="{cause}",
        remedy="Hämta filen på nytt, eller spara den som Excel-arbetsbok (.xlsx) utan lösenord.",
        explanation=(
            f"{_IMPORT}Filen öppnas med försiktighet, för den kan komma från vem som helst. En fil "
            "som är skadad, skyddad eller onormalt stor läses inte alls."
        ),
        bad={_NAME: Odd("(en fil som inte är en arbetsbok)", b"id;rubrik\r\n")},
        good=_book(),
    ),
    "KV943": ProblemText(
        severity=Severity.ERROR,
        title="Ett blad saknas",
        message='Bladet "{sheet}" saknas i arbetsboken.',
        remedy="Lägg tillbaka bladet. Ska det bort tar du också bort dess rad på bladet Innehåll.",
        explanation=(
            f"{_IMPORT}På bladet Innehåll står vilka blad som finns. Ett blad som har fallit bort "
            "får inte försvinna obemärkt. Bladen Innehåll och Data kommun ska alltid finnas."
        ),
        bad=_book(without="Data mål"),
        good=_book(),
    ),
    "KV944": ProblemText(
        severity=Severity.ERROR,
        title="Cellen går inte att läsa",
        message="{cause}",
        remedy="{remedy}",
        explanation=(
            f"{_IMPORT}En cell ska ha text, ett tal eller en dag, under en rubrik. Formler räknas "
            "inte ut, och det som är formaterat som procent är ett annat tal än det som syns."
        ),
        bad=_book(goals=[_GOALS[0], ["utb-2", "mal", "Fler unga tar examen", "=1+1"]]),
        good=_book(),
    ),
    "KV945": ProblemText(
        severity=Severity.ERROR,
        title="Raden hör inte till något",
        message="{cause}",
        remedy='Skriv under "del av" det id, eller det i kolumnen rad, som raden hör till.',
        explanation=(
            f"{_IMPORT}Det som ett objekt har flera av står på egna blad. Varje rad där säger i "
            'kolumnen "del av" vad den är en del av, och i kolumnen "nyckel" under vilken nyckel.'
        ),
        bad=_book(wordings=[_WORDINGS[0], ["utb-3", "lydelser", "Alla ska ta examen."]]),
        good=_book(),
    ),
    "KV946": ProblemText(
        severity=Severity.ERROR,
        title="Samma namn två gånger i arbetsboken",
        message='"{value}" finns redan i {place}.',
        remedy="Byt namn på eller ta bort den ena.",
        explanation=(
            f"{_IMPORT}Två kolumner på ett blad kan inte ha samma rubrik, och två rader kan inte "
            "ha samma namn i kolumnen rad. Då går det inte att veta vilken som menas."
        ),
        bad=_book(goals=[[*_GOALS[0], "rubrik"], [*_GOALS[1], "Alla tar examen"]]),
        good=_book(),
    ),
}
