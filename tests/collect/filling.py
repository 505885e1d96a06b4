"""A small kommun with an occasion, and ways to fill in its templates as somebody would."""

from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from kommunvision.collect import Change, Round, changes_in, name_of, read_returned, template
from kommunvision.collect.changes import amendments
from kommunvision.load import load_kommun
from kommunvision.problem import Problem
from tests.helpers import LEVELS, WHO, write_files

STATEMENTS, VALUES = "Omdömen", "Mätvärden"
VERDICTS, PARTS = "Fler bedömningar", "Delar av värden"

# Comments stand wherever somebody may have put one.
FOLLOW_UP = """
# Delåret är det första med de nya målen.
skalor:
  - id: lage
    namn: Läge
    används_för: [mål]
    steg:
      - {id: gront, ord: på väg, prognos: väntas nås, betydelse: Det går bra., form: bock, ton: bra}
      - {id: gult, ord: osäkert, form: halv, ton: delvis}  # gult ljus i den gamla mallen
      - {id: rott, ord: långt kvar, form: kryss, ton: dåligt}
uppföljningar:
  - id: ar-2025
    namn: Årsredovisning 2025
    period: 2025
    omdömen:
      - {om: skola-1, status: osäkert, trend: sämre}
  # Hösten
  - id: delar-2026
    namn: Delårsrapport augusti 2026
    period: 2026
    till_och_med: 2026-08-31
    utfall_eller_prognos: utfall
    rapporteras_av: [bun]
    senast: 2026-09-20
    omfattar: [mal]
    omdömen:
      # Skolan
      - om: skola-1
        status: på väg  # enligt nämnden
        kommentar: Fler läser.
      - {om: skola-3, status: gult}
"""
GOALS = """
organisation:
  - {id: bun, namn: Barnnämnden, slag: nämnd, förkortning: BN}
  - {id: tek, namn: Tekniska nämnden, slag: nämnd}
mål:
  - {id: skola-1, nivå: mal, rubrik: Fler lär sig läsa}
  - {id: skola-2, nivå: mal, rubrik: Fler trivs i skolan}
  - {id: skola-3, nivå: mal, rubrik: Alla får frukost}
  - {id: vag-1, nivå: mal, rubrik: Vägarna är hela, ansvariga: [tek]}
"""
INDICATORS = """
indikatorer:
  - id: ind-las
    namn: Elever som läser
    enhet: procent
    decimaler: 1
    hör_till: [skola-1]
    värden:
      - {period: 2024, värde: "80,1", kvinnor: 82, män: 78}
      - {period: 2025, värde: "81,5"}  # efter omräkning
  - id: ind-elever
    namn: Antal elever
    enhet: elever
    decimaler: 0
    hör_till: [skola-2]
  - id: ind-frukost
    namn: Alla skolor har frukost
    hör_till: [skola-3]
    värden: [{period: 2025, värde: nej}, {period: 2026, värde: ja}]
  - {id: ind-kolada, namn: Behöriga, enhet: procent, hör_till: [skola-2], kolada: N17448}
"""

FILES = {
    "data/nyby/kommun.yml": WHO.replace("Exempelby", "Nyby"),
    "data/nyby/styrmodell.yml": LEVELS,
    "data/nyby/mal.yml": GOALS,
    "data/nyby/indikatorer.yml": INDICATORS,
    "data/nyby/uppfoljning.yml": FOLLOW_UP,
}

# The same kommun as a careful one has it: a scale beside the status, values by school, sources.
WITH_MORE = {
    "data/nyby/uppfoljning.yml": FOLLOW_UP.replace(
        "uppföljningar:",
        """  - id: fart
    namn: Fart mot visionen
    används_för: [mål]
    steg:
      - {id: fram, ord: framåt, prognos: väntas gå framåt}  # gröna pilar
      - {id: bak, ord: bakåt}
uppföljningar:""",
    )
    .replace(
        "status: osäkert, trend: sämre}",
        "status: osäkert, trend: sämre, fler_bedömningar: {skala: fart, status: framåt}}",
    )
    .replace(
        "        status: på väg  # enligt nämnden\n",
        """        status: på väg  # enligt nämnden
        fler_bedömningar:
          # Vi väntar på rektorn.
          - {skala: {id: fart, not: av beredningen}, status: fram}
        källa:
          - {id: delar, plats: sidan 3, not: utkastet}  # se också bilagan
          - protokoll
""",
    ),
    "data/nyby/indikatorer.yml": INDICATORS.replace(
        """      - {period: 2025, värde: "81,5"}  # efter omräkning
""",
        """      - period: 2025
        värde: "81,5"  # efter omräkning
        delar:
          - {namn: Norra skolan, värde: 84}  # åk 3
          - {namn: Södra skolan, saknas: för få svar}
        källa: delar
""",
    ),
    "data/nyby/kallor.yml": """
källor:
  - {id: delar, titel: Delårsrapport 2026, utgivare: Nyby kommun}
  - {id: protokoll, titel: Protokoll i september, utgivare: Barnnämnden}
""",
}

Edit = Callable[[Workbook], None]


def site(root: Path, files: Mapping[str, str] | None = None) -> Path:
    """Write the small kommun, some of its files replaced, and return the site's root."""
    write_files(root, {**FILES, **(files or {})})
    (root / "content").mkdir(exist_ok=True)
    return root


def asked_of(root: Path, kommun: str = "nyby", occasion: str = "delar-2026") -> Round:
    """Return an occasion of a site."""
    found, problems = load_kommun(root, f"data/{kommun}")
    assert found is not None
    assert not problems, [(one.code, str(one.origin)) for one in problems]
    return Round(found, next(one for one in found.occasions if one.id == occasion))


def column(sheet: Any, heading: str) -> int:
    """The number of a column."""
    return [cell.value for cell in sheet[1]].index(heading) + 1


def cell(book: Workbook, sheet: str, key: str | tuple[str, ...], heading: str) -> Any:
    """A cell, by its sheet, the id of its row or what the row is known by, and its heading."""
    rows = book[sheet].iter_rows(min_row=2)
    wanted = {key} if isinstance(key, str) else set(key)
    line = next(row[0].row for row in rows if wanted <= {one.value for one in row})
    return book[sheet].cell(line, column(book[sheet], heading))


def put(
    sheet: str, key: str | tuple[str, ...], heading: str, value: object, form: str = ""
) -> Edit:
    """Somebody writes something in a cell."""

    def edit(book: Workbook) -> None:
        found = cell(book, sheet, key, heading)
        found.value = value
        if form:
            found.number_format = form

    return edit


@cache
def _template(asked: Round, who: str | None) -> bytes:
    return template(asked, who)


def filled(asked: Round, *edits: Edit, who: str | None = "bun") -> bytes:
    """Return the template of a body after somebody has worked in it."""
    book = load_workbook(BytesIO(_template(asked, who)))
    for edit in edits:
        edit(book)
    found = BytesIO()
    book.save(found)
    return found.getvalue()


def read(
    asked: Round, content: bytes, name: str = "svar.xlsx", *, emptied: bool = False
) -> tuple[tuple[Change, ...], tuple[Problem, ...]]:
    """Return what a file changes and what is wrong with it."""
    returned, problems = read_returned(content, name, is_csv=name.endswith(".csv"))
    if problems:
        return (), problems.ordered()
    changes, found = changes_in(asked, name_of(asked.kommun), returned, emptied=emptied)
    return changes, found.ordered()


def written(root: Path, asked: Round, changes: tuple[Change, ...]) -> None:
    """Write changes into the files of a site."""
    for one in amendments(root, asked, changes):
        (root / one.path).write_bytes(one.after.encode())


def told(changes: tuple[Change, ...]) -> dict[tuple[str, str], tuple[str, str]]:
    """What changes from what to what, by id and heading."""
    return {(one.row.item.id, one.column.heading.text): (one.before, one.after) for one in changes}
