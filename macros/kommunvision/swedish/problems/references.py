"""KV2xx: ids, and references from one object to another."""

from __future__ import annotations

from kommunvision.swedish.problems.entry import ProblemText, Severity, data

_GOOD_GOAL = """
    mål:
      - id: utb-1
        nivå: mal
        rubrik: Fler unga når gymnasieexamen
"""

_TWO_GOALS = """
    mål:
      - id: utb-1
        nivå: omrade
        rubrik: Utbildning
      - id: utb-2
        nivå: mal
        rubrik: Fler unga når gymnasieexamen
        överordnade: [utb-1]
"""

_STATED = """
uppföljningar:
  - id: arsredovisning-2025
    namn: Årsredovisning 2025
    slag: årsredovisning
    period: 2025
    omdömen:
      - {om: utb-1, kommentar: Fler klarar skolan.}
      - {om: utb-2, kommentar: Färre klarar skolan.}
      - {om: utb-3, kommentar: Lika många klarar skolan.}
"""

_GOALS = """
mål:
  - {id: utb-1, nivå: mal, rubrik: Fler unga når gymnasieexamen}
  - {id: utb-2, nivå: mal, rubrik: Fler elever trivs i skolan}
  - {id: utb-3, nivå: mal, rubrik: Fler barn läser varje dag}
"""

_LEDGER = "data/adresser.yml"
_PROMISED = "adresser:\n- exempelby/mal/utb-1/\n- exempelby/mal/utb-2/\n- exempelby/mal/utb-3/\n"

TEXTS: dict[str, ProblemText] = {
    "KV201": ProblemText(
        severity=Severity.ERROR,
        title="Samma id två gånger",
        message='Id "{id}" används redan på {place}.',
        remedy=(
            "Ge det ena objektet ett annat id.{missed} Ett id som redan är publicerat ska stå kvar."
        ),
        explanation=(
            "Ett id får bara finnas en gång i kommunen, oavsett slag av objekt. Annars går det "
            "inte att veta vilket som menas när något hänvisar dit."
        ),
        bad=data(
            """
            mål:
              - id: utb-1
                nivå: omrade
                rubrik: Utbildning
              - id: utb-1
                nivå: mal
                rubrik: Fler unga når gymnasieexamen
            """
        ),
        good=data(_TWO_GOALS),
    ),
    "KV202": ProblemText(
        severity=Severity.ERROR,
        title="Hänvisning till något som inte finns",
        message='{who} hänvisar under "{key}" till "{value}", som inte finns.',
        remedy="Skriv id för {expected}, eller lägg till det som saknas.",
        explanation=(
            "Hänvisningen leder till ett id som inte finns i kommunens filer. Ofta är id:t "
            "felskrivet. Finns det som du menar inte på webbplatsen kan du i stället skriva "
            "{namn: …}."
        ),
        bad=data(
            """
            mål:
              - id: utb-1
                nivå: omrade
                rubrik: Utbildning
              - id: utb-2
                nivå: mal
                rubrik: Fler unga når gymnasieexamen
                överordnade: [utb-11]
            """
        ),
        good=data(_TWO_GOALS),
    ),
    "KV203": ProblemText(
        severity=Severity.ERROR,
        title="Hänvisning till fel slag av objekt",
        message='{who} hänvisar under "{key}" till "{value}", som är {got}.',
        remedy="Här ska det stå id för {expected}.",
        explanation="Objektet finns, men är av ett slag som inte passar under nyckeln.",
        bad=data(
            """
            mål:
              - id: utb-2
                nivå: mal
                rubrik: Fler unga når gymnasieexamen
                överordnade: [kf]
            """
        ),
        good=data(
            """
            mål:
              - id: utb-2
                nivå: mal
                rubrik: Fler unga når gymnasieexamen
                ansvariga: [kf]
            """
        ),
    ),
    "KV204": ProblemText(
        severity=Severity.ERROR,
        title="Okänd nivå",
        message='{who} har nivån "{value}", som inte finns i styrmodellen.',
        remedy="{remedy}",
        explanation=(
            "Under nivå står id för en nivå i styrmodellen, inte nivåns namn. Nivåerna står under "
            "nyckeln styrmodeller."
        ),
        bad=data(
            """
            mål:
              - id: utb-1
                nivå: mol
                rubrik: Fler unga når gymnasieexamen
            """
        ),
        good=data(_GOOD_GOAL),
    ),
    "KV205": ProblemText(
        severity=Severity.ERROR,
        title="Okänd kategori",
        message='{who} har kategorin "{value}", som nivån "{level}" inte har.',
        remedy='Lägg till den under nivåns "kategorier", eller rätta id:t.',
        explanation="En kategori hör till en nivå och måste stå under nivåns kategorier.",
        bad=data(
            """
            mål:
              - id: ekonomi-1
                nivå: mal
                rubrik: Vi har en ekonomi i balans
                kategori: finansiella
            """
        ),
        good=data(
            """
            mål:
              - id: ekonomi-1
                nivå: mal
                rubrik: Vi har en ekonomi i balans
            """
        ),
    ),
    "KV206": ProblemText(
        severity=Severity.ERROR,
        title="Hänvisning till sig själv",
        message='{who} hänvisar under "{key}" till sitt eget id.',
        remedy="Ta bort hänvisningen, eller skriv det id som du menade.",
        explanation="Ett objekt kan inte vara överordnat, ersätta eller ingå i sig självt.",
        bad=data(
            """
            mål:
              - id: utb-1
                nivå: mal
                rubrik: Fler unga når gymnasieexamen
                överordnade: [utb-1]
            """
        ),
        good=data(_GOOD_GOAL),
    ),
    "KV207": ProblemText(
        severity=Severity.WARNING,
        title="Samma hänvisning två gånger",
        message='{who} hänvisar under "{key}" till "{value}" två gånger.',
        remedy="Ta bort den ena.",
        explanation="Samma id står två gånger i listan. Kanske skulle det ena vara ett annat id.",
        bad=data(
            """
            mål:
              - id: utb-1
                nivå: mal
                rubrik: Fler unga når gymnasieexamen
                ansvariga: [ks, ks]
            """
        ),
        good=data(
            """
            mål:
              - id: utb-1
                nivå: mal
                rubrik: Fler unga når gymnasieexamen
                ansvariga: [ks, kf]
            """
        ),
    ),
    "KV208": ProblemText(
        severity=Severity.ERROR,
        title="Hänvisning ut ur kommunen",
        message='{who} hänvisar under "{key}" till "{value}", men där kan bara ett eget id stå.',
        remedy='Skriv ett id i den egna kommunen. Andras mål och strategier anges under "stödjer".',
        explanation=(
            "Målkedjan hålls ihop inom en kommun. Ett mål som stödjer en annan organisations mål "
            "eller strategi anger den under stödjer."
        ),
        bad=data(
            """
            mål:
              - id: utb-1
                nivå: mal
                rubrik: Fler unga når gymnasieexamen
                överordnade: [grannbyn/utb-1]
            """
        ),
        good=data(
            """
            mål:
              - id: utb-1
                nivå: mal
                rubrik: Fler unga når gymnasieexamen
                stödjer: [{namn: Utbildningsstrategi, utgivare: Grannbyns kommun}]
            """
        ),
    ),
    "KV209": ProblemText(
        severity=Severity.ERROR,
        title="Globalt mål som inte finns",
        message='{who} har numret {value} under "{key}", men de globala målen har nummer 1–17.',
        remedy="Skriv målets nummer i Agenda 2030, inte delmålets.",
        explanation="Agenda 2030 har 17 globala mål. Delmål, som 4.1, anges med målets nummer, 4.",
        bad=data(
            """
            mål:
              - id: utb-1
                nivå: mal
                rubrik: Fler unga når gymnasieexamen
                globala_mål: [4, 18]
            """
        ),
        good=data(
            """
            mål:
              - id: utb-1
                nivå: mal
                rubrik: Fler unga når gymnasieexamen
                globala_mål: [4, 8]
            """
        ),
    ),
    "KV210": ProblemText(
        severity=Severity.ERROR,
        title="Flera id har försvunnit",
        message="Ur {source} har {count} försvunnit: {ids}.{mentioned}",
        remedy=(
            "Hämta tillbaka det som har försvunnit{version}, eller ta bort det som hänvisar dit "
            "först."
        ),
        explanation=(
            "När flera id saknas på en gång, och annat fortfarande hänvisar till dem, har oftast "
            "en del av en fil råkat försvinna. Det syns på att de redan är publicerade, eller på "
            "att de står i en tidigare version av filen i git. När det som saknas är på plats "
            "igen syns om något mer behöver rättas."
        ),
        bad={**data(_STATED), _LEDGER: _PROMISED},
        good={**data(_STATED + _GOALS), _LEDGER: _PROMISED},
    ),
}
