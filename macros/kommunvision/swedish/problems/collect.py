"""KV950 to KV969: a workbook or CSV file in which a body has reported to an occasion."""

from __future__ import annotations

from kommunvision.swedish.problems.entry import Files, Odd, ProblemText, Severity, data

_DATA = """
mål:
  - {id: utb-1, nivå: mal, rubrik: Fler lär sig läsa}
indikatorer:
  - id: ind-examen
    namn: Unga med examen
    enhet: procent
    decimaler: 1
    hör_till: [utb-1]
    värden: [{period: 2025, värde: 80}]
uppföljningar:
  - {id: ar-2026, namn: Årsredovisning 2026, period: 2026%s}
"""
_TOLD = ", omdömen: [{om: utb-1, status: uppfyllt}]"
_SOURCE = "}\nkällor:\n  - {id: ar-26, titel: Årsredovisning 2026, utgivare: Exempelby"
_FETCHED = """
mål:
  - {id: utb-1, nivå: mal, rubrik: Fler lär sig läsa}
indikatorer:
  - {id: ind-examen, namn: Unga med examen, enhet: procent, hör_till: [utb-1], kolada: N17448}
uppföljningar:
  - {id: ar-2026, namn: Årsredovisning 2026, period: 2026}
"""

_STATEMENT = ("exempelby", "ar-2026", "utb-1")
_VALUE = ("exempelby", "ar-2026", "ind-examen", "2026")


def _file(*rows: tuple[str, ...], told: str = "", model: str = "") -> Files:
    """Return a CSV file with its kommun's data."""
    text = "".join(f"{';'.join(row)}\n" for row in rows)
    return {**data(model or _DATA % told), "svar.csv": Odd(text, text.encode())}


def _statements(
    *headings: str, rows: tuple[tuple[str, ...], ...], told: str = "", key: str = "id"
) -> Files:
    first = ("kommun", "uppföljning", key, *headings)
    return _file(first, *((*_STATEMENT, *row) for row in rows), told=told)


def _values(*headings: str, row: tuple[str, ...], model: str = "") -> Files:
    first = ("kommun", "uppföljning", "id", "period", *headings)
    return _file(first, (*_VALUE, *row), model=model)


_GOOD = _statements("status", rows=(("uppfyllt",),))
_GOOD_VALUE = _values("värde", "saknas", row=("81,5", ""))

_IMPORT = "Gäller en mall för uppföljning som läses in med kommunvision import. "

TEXTS: dict[str, ProblemText] = {
    "KV950": ProblemText(
        severity=Severity.ERROR,
        title="Filen är ingen mall för uppföljning",
        message="{cause}",
        remedy="Hämta en mall med kommunvision template. Spara den som .xlsx eller CSV UTF-8.",
        explanation=(
            f"{_IMPORT}Bladen känns igen på sina rubriker. Ordningen på kolumnerna spelar ingen "
            "roll, och inte heller vad bladen heter."
        ),
        bad=_file(("rubrik", "svar"), ("Fler lär sig läsa", "uppfyllt")),
        good=_GOOD,
    ),
    "KV951": ProblemText(
        severity=Severity.ERROR,
        title="Rubriken saknas eller är ändrad",
        message="{cause}",
        remedy="{remedy}",
        explanation=(
            f"{_IMPORT}Rubriken säger vad som står i kolumnen. Är den ändrad läses kolumnen inte, "
            "och då skulle svar gå förlorade."
        ),
        bad=_statements("komentar", rows=(("Fler läser.",),)),
        good=_statements("kommentar", rows=(("Fler läser.",),)),
    ),
    "KV952": ProblemText(
        severity=Severity.WARNING,
        title="Kolumnen läses inte in",
        message='Kolumnen "{heading}" finns inte i mallen och läses inte in.',
        remedy="Flytta det som ska publiceras till en av mallens kolumner.",
        explanation=f"{_IMPORT}En egen kolumn stör inte, men det som står i den kommer inte med.",
        bad=_statements("status", "att fråga", rows=(("uppfyllt", "Ring Eva."),)),
        good=_GOOD,
    ),
    "KV953": ProblemText(
        severity=Severity.ERROR,
        title="Raden hör till en annan mall",
        message='Raden gäller {what} "{value}", men filen gäller "{expected}".',
        remedy="Ta bort raden, och läs in den fil som den kommer från för sig.",
        explanation=(
            f"{_IMPORT}Varje rad säger vilken kommun och uppföljning den gäller, så att inga "
            "svar hamnar i fel uppföljning."
        ),
        bad=_file(
            ("kommun", "uppföljning", "id", "status"),
            (*_STATEMENT, "uppfyllt"),
            ("exempelby", "delar-2026", "utb-1", "uppfyllt"),
        ),
        good=_GOOD,
    ),
    "KV954": ProblemText(
        severity=Severity.ERROR,
        title="Mallen gäller något som inte finns",
        message='Filen gäller {what} "{value}", som inte finns i data.',
        remedy="Kontrollera att du läser in filen på rätt webbplats. Hämta annars en ny mall.",
        explanation=(
            f"{_IMPORT}Kolumnerna kommun och uppföljning har mappens namn under data/ och "
            "uppföljningens id."
        ),
        bad=_file(("kommun", "uppföljning", "id", "status"), ("exempelby", "x", "utb-1", "")),
        good=_GOOD,
    ),
    "KV955": ProblemText(
        severity=Severity.ERROR,
        title="Raden finns inte i uppföljningen",
        message="{cause}",
        remedy="{remedy}",
        explanation=(
            f"{_IMPORT}Raden känns igen på sitt id, och för mätvärden också på sin period. Nya mål "
            "och indikatorer läggs till i data, inte i mallen."
        ),
        bad=_file(
            ("kommun", "uppföljning", "id", "status"),
            ("exempelby", "ar-2026", "utb-11", "uppfyllt"),
        ),
        good=_GOOD,
    ),
    "KV956": ProblemText(
        severity=Severity.ERROR,
        title="Samma rad två gånger",
        message="{cause}",
        remedy="{remedy}",
        explanation=f"{_IMPORT}Står samma sak på två rader vet ingen vilken som gäller.",
        bad=_statements("status", rows=(("uppfyllt",), ("inte uppfyllt",))),
        good=_GOOD,
    ),
    "KV957": ProblemText(
        severity=Severity.ERROR,
        title="Rubriken och id hör inte ihop",
        message='Raden har id "{id}". Det heter "{title}" i data, men något annat här.',
        remedy=(
            "Är raderna sorterade på bara några av kolumnerna? Börja om med en ny mall. Är det "
            "namnet som ska ändras gör du det i data."
        ),
        explanation=(
            f"{_IMPORT}Stämmer inte namnet med id har rader troligen blandats ihop, och då hör "
            "svaren till något annat."
        ),
        bad=_statements("rubrik", "status", rows=(("Fler lär sig simma", "uppfyllt"),)),
        good=_statements("rubrik", "status", rows=(("Fler lär sig läsa", "uppfyllt"),)),
    ),
    "KV958": ProblemText(
        severity=Severity.ERROR,
        title="Data har ändrats sedan mallen hämtades",
        message='Här står {value}, men i data står nu {now}. Det gäller "{title}".',
        remedy="Bestäm vad som gäller. Hämta en ny mall och fyll i den om data ska ändras.",
        explanation=(
            f"{_IMPORT}Mallen minns vad som stod i data när den hämtades. Har någon annan ändrat "
            "samma sak sedan dess skrivs ingenting över."
        ),
        bad=_statements("status", "status (förut)", rows=(("inte uppfyllt", ""),), told=_TOLD),
        good=_statements(
            "status", "status (förut)", rows=(("inte uppfyllt", "uppfyllt"),), told=_TOLD
        ),
    ),
    "KV959": ProblemText(
        severity=Severity.ERROR,
        title="En ifylld cell är tömd",
        message='Cellen är tom, men i data står {value}. Det gäller "{title}".',
        remedy=(
            "Skriv tillbaka det som stod. Ska det tas bort läser du in filen med alternativet "
            "--ta-bort."
        ),
        explanation=(
            f"{_IMPORT}Det som redan är rapporterat försvinner inte för att en cell har tömts av "
            "misstag."
        ),
        bad=_statements("status", "status (förut)", rows=(("", "uppfyllt"),), told=_TOLD),
        good=_statements("status", "status (förut)", rows=(("uppfyllt", "uppfyllt"),), told=_TOLD),
    ),
    "KV960": ProblemText(
        severity=Severity.ERROR,
        title="Ordet går inte att välja",
        message='"{value}" går inte att välja i kolumnen {heading}.',
        remedy="Välj bland: {choices}.",
        explanation=(
            f"{_IMPORT}Orden är kommunens egna, från skalorna i data. Små och stora bokstäver "
            "spelar ingen roll när ordet ändå bara kan betyda en sak."
        ),
        bad=_statements("status", rows=(("grönt",),)),
        good=_GOOD,
    ),
    "KV961": ProblemText(
        severity=Severity.ERROR,
        title="Värdet är av fel slag",
        message='"{value}" passar inte indikatorn. Så fylls cellen i: {rule}',
        remedy="{remedy}",
        explanation=(
            f"{_IMPORT}En indikator som mäts i tal får inga ord som värde. Är värdet känt bara som "
            "en gräns går det att skriva till exempel färre än 5."
        ),
        bad=_values("värde", row=("ca 81",)),
        good=_GOOD_VALUE,
    ),
    "KV962": ProblemText(
        severity=Severity.ERROR,
        title="Värdet har för många decimaler",
        message="{value} har fler decimaler än indikatorn. Så fylls cellen i: {rule}",
        remedy="{remedy}",
        explanation=(
            f"{_IMPORT}Det som syns i cellen är ofta avrundat, men det är hela talet som läses. "
            "Hur många decimaler en indikator har står i data under decimaler."
        ),
        bad=_values("värde", row=("81,4567",)),
        good=_GOOD_VALUE,
    ),
    "KV963": ProblemText(
        severity=Severity.ERROR,
        title="Det är ingen dag",
        message='"{value}" går inte att läsa som en dag, en månad eller ett år.',
        remedy="Skriv till exempel 2026-09-12, september 2026 eller 2026.",
        explanation=f"{_IMPORT}En dag som inte finns, som 31 juni, går inte heller att läsa.",
        bad=_statements("rapporterat", rows=(("i fredags",),)),
        good=_statements("rapporterat", rows=(("12 september 2026",),)),
    ),
    "KV964": ProblemText(
        severity=Severity.ERROR,
        title="Värdet och skälet går inte ihop",
        message="{cause}",
        remedy="Skriv värdet, eller lämna det tomt och välj ett skäl i kolumnen saknas.",
        explanation=f"{_IMPORT}Finns det inget värde ska det stå varför, och annars inte.",
        bad=_values("värde", "saknas", row=("–", "")),
        good=_values("värde", "saknas", row=("–", "för få svar")),
    ),
    "KV965": ProblemText(
        severity=Severity.ERROR,
        title="Värdet hämtas från annat håll",
        message="Värdet hämtas från {publisher} och rapporteras inte i mallen.",
        remedy="Töm cellerna på raden. Värdet hämtas med kommunvision refresh.",
        explanation=(
            f"{_IMPORT}Ett värde som både hämtas och skrivs för hand skulle snart stå två gånger."
        ),
        bad=_values("värde", row=("81,5",), model=_FETCHED),
        good=_values("värde", row=("",), model=_FETCHED),
    ),
    "KV966": ProblemText(
        severity=Severity.WARNING,
        title="Procenten är under 0 eller över 100",
        message='"{title}" har hittills alltid legat mellan 0 och 100 procent. Här står {value}.',
        remedy="Kontrollera värdet. 81,5 procent skrivs som 81,5.",
        explanation=f"{_IMPORT}Ett sådant värde kan vara rätt, men är oftast ett skrivfel.",
        bad=_values("värde", row=("815",)),
        good=_GOOD_VALUE,
    ),
    "KV967": ProblemText(
        severity=Severity.ERROR,
        title="Källan finns inte i data",
        message='"{value}" är inget id på en källa i data.',
        remedy=(
            "Skriv källans id och platsen efter ett komma: ar-2025, sidan 12. Flera källor skrivs "
            "på var sin rad i cellen. Är källan ny lägger du till den i data först."
        ),
        explanation=(
            f"{_IMPORT}I kolumnen källa står källans id, så att uppgiften får en länk till den."
        ),
        bad=_statements("status", "källa", rows=(("uppfyllt", "Årsredovisningen"),), told=_SOURCE),
        good=_statements("status", "källa", rows=(("uppfyllt", "ar-26, sidan 12"),), told=_SOURCE),
    ),
    "KV968": ProblemText(
        severity=Severity.WARNING,
        title="Kolumnen saknas i filen",
        message='Kolumnen "{heading}" är borttagen, så inget läses in ur den.',
        remedy="Fanns det svar i den klistrar du in dem i en ny mall.",
        explanation=f"{_IMPORT}En kolumn får tas bort, men svar kan ha försvunnit med den.",
        bad=_statements("status (förut)", "kommentar", rows=(("", "Fler läser."),)),
        good=_statements("status", "status (förut)", rows=(("uppfyllt", ""),)),
    ),
    "KV969": ProblemText(
        severity=Severity.WARNING,
        title="Värdet är av en helt annan storlek än de förra",
        message='Här står {value} för "{title}". Det förra värdet är {last}.',
        remedy="Kontrollera enheten. 81,5 procent skrivs som 81,5, och tretton tusen som 13 000.",
        explanation=(
            f"{_IMPORT}Ett värde som är minst femtio gånger större eller mindre än alla förra kan "
            "vara rätt. Oftast är det en andel som skulle vara procent, eller tusental som skulle "
            "vara ental."
        ),
        bad=_values("värde", row=("0,8",)),
        good=_GOOD_VALUE,
    ),
}
