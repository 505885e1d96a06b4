"""Charts, marks and tables of many kinds on one page with the theme's stylesheet, to be looked at."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from markupsafe import Markup

from kommunvision.render.charts import bar, column, line, overview, sparkline
from kommunvision.render.charts.bar import Bar
from kommunvision.render.charts.overview import Share
from kommunvision.render.charts.plot import NARROW, WIDE
from kommunvision.render.charts.series import (
    Baseline,
    Break,
    Line,
    LineKind,
    Moment,
    Point,
    PointKind,
    TargetStep,
    TimeChart,
)
from kommunvision.render.charts.shapes import SHAPES
from kommunvision.render.environment import Components

THEME = Path(__file__).parents[2] / "macros/kommunvision/theme/assets/kommunvision.css"
COMPONENTS = Components()
POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">'


def years(first: int, last: int) -> tuple[Moment, ...]:
    return tuple(Moment(str(year), Decimal(year)) for year in range(first, last + 1))


def swedish(value: str) -> str:
    return value.replace(".", ",").replace("-", "−")


def points(first: int, *values: str | None, **kinds: PointKind) -> tuple[Point, ...]:
    """One point a year; a missing one is none. Kinds by year: ``y2024=PointKind.FORECAST``."""
    return tuple(
        Point(
            str(first + index),
            None if value is None else Decimal(value),
            swedish(value or ""),
            kinds.get(f"y{first + index}", PointKind.OUTCOME),
        )
        for index, value in enumerate(values)
    )


def one_line(first: int, *values: str | None, name: str = "Totalt") -> TimeChart:
    return TimeChart(years(first, first + len(values) - 1), (Line(name, points(first, *values)),))


SCHOOL = TimeChart(
    years(2015, 2026),
    (
        Line("Alla", points(2015, "84.2", "83.0", "82.6", None, "80.1", "81.4", "80.9", "80.3", "80.3", "81.5", "83",
                            y2024=PointKind.PRELIMINARY, y2025=PointKind.FORECAST)),
        Line("Flickor", points(2015, "87.5", "86.1", "85.9", None, "84.4", "84.9", "84.1", "83.7", "84.0", "85.1"), LineKind.WOMEN),
        Line("Pojkar", points(2015, "81.0", "80.2", "79.3", None, "76.2", "78.1", "77.9", "77.0", "76.8", "78.0"), LineKind.MEN),
        Line("Liknande kommuner, grundskola", points(2015, "85.1", "84.6", "84.9", "84.5", "84.2", "84.9", "85.3", "84.7", "84.1", "83.9"), LineKind.GROUP),
    ),
    "procent",
    (
        TargetStep("2019", "2022", "Mål minst 84", Decimal(84)),
        TargetStep("2023", "2026", "Mål minst 85", Decimal(85)),
    ),
    Baseline("2015", Decimal("84.2"), "Utgångsläge 84,2"),
    (Break("2019", "a"),),
)  # fmt: skip

LONG = TimeChart(
    years(2000, 2024),
    (
        Line("Kvinnor", points(2000, *(str(60 + (n * 7) % 11 + n // 2) for n in range(25))), LineKind.WOMEN),
        Line("Män", points(2000, *(str(55 + (n * 5) % 9 + n // 2) for n in range(25))), LineKind.MEN),
    ),
    "procent",
    (TargetStep("2016", "2024", "Mål minst 80", Decimal(80)),),
)  # fmt: skip

BAND = TimeChart(
    years(2018, 2024),
    (Line("Andel ekologiskt", points(2018, "22", "25.5", "28", "31", "36", "34", "38")),),
    "procent",
    (TargetStep("2020", "2024", "Mål 30–40", Decimal(30), Decimal(40)),),
)

EMISSIONS = TimeChart(
    years(2016, 2025),
    (
        Line("Utsläpp", points(2016, "412000", "405500", "398000", "390120", "351000", "362300", "355000", None, "341000", "330000",
                               y2024=PointKind.PRELIMINARY, y2025=PointKind.FORECAST)),
        Line("Snitt i länet", points(2016, "500000", "498000", "470000", "461000", "420000", "431000", "425000", "410000", "405000"), LineKind.GROUP),
    ),
    "ton koldioxidekvivalenter",
    (TargetStep("2025", "2025", "Mål högst 300 000", highest=Decimal(300000)),),
    breaks=(Break("2020", "a"),),
)  # fmt: skip

AHEAD = TimeChart(
    years(2021, 2030),
    (
        Line("Kommunen", points(2021, "80", "81.5", "82", "83")),
        Line("Kvinnor", points(2021, "82", "83", "84.5", "85"), LineKind.WOMEN),
        Line("Män", points(2021, "78", "80", "79.5", "81"), LineKind.MEN),
        Line("Skolans elever", points(2022, "75", "77", "78"), LineKind.DEFINITION),
    ),
    "procent",
    (
        TargetStep("2024", "2024", "Mål 2024: 83", Decimal(83)),
        TargetStep("2026", "2026", "Mål 2026: 85", Decimal(85)),
        TargetStep("2030", "2030", "Mål 2030: 90", Decimal(90)),
        TargetStep("2026", "2026", "Mål för kvinnor: 86", Decimal(86), kinds=(LineKind.WOMEN,)),
        TargetStep("2026", "2026", "Mål för män: 84", Decimal(84), kinds=(LineKind.MEN,)),
    ),
    breaks=(Break("2022", "a", line="Skolans elever"),),
    ahead=Break("2025", "b"),
)  # fmt: skip

TIME_CHARTS: dict[str, TimeChart] = {
    "school": SCHOOL,
    "25 years": LONG,
    "a band": BAND,
    "one point": one_line(2024, "81.5"),
    "all equal": one_line(2019, "50", "50", "50", "50"),
    "all zero": one_line(2019, "0", "0", "0"),
    "negative": one_line(2019, "-12.5", "3", "-40", "18"),
    "below zero": one_line(2019, "-80.5", "-82", "-79"),
    "huge": one_line(2019, "1234567890123", "1300000000000", "1250000000000"),
    "tiny": one_line(2019, "0.00012", "0.00031", "0.00025"),
    "gaps": one_line(2016, "5", None, "7", None, None, "6", "8", None),
    "emissions": EMISSIONS,
    "targets ahead": AHEAD,
}

BARS = (
    Bar("Exempelby", Decimal("81.5"), "81,5", own=True, target=Decimal(85), target_text="mål minst 85"),
    Bar("Liknande kommuner, grundskola, Exempelby, 2024", Decimal("83.9"), "83,9"),
    Bar("Riket", Decimal("85.2"), "85,2"),
    Bar("Grannby", None, "statistik saknas"),
)  # fmt: skip
NEGATIVE_BARS = (
    Bar("Exempelby", Decimal("-12.5"), "−12,5", own=True),
    Bar("Grannby", Decimal(30), "30"),
    Bar("Nollby", Decimal(0), "0"),
)
SHARES = (
    Share(5, "check", "good"),
    Share(3, "half", "partly"),
    Share(2, "cross", "bad"),
    Share(2, "dash", "neutral"),
)
STEPS = ("Uppfyllt", "Delvis uppfyllt", "Inte uppfyllt", "Inte mätt ännu")


def judged(word: str, mark: str, tone: str) -> Markup:
    return COMPONENTS.render("status_mark", word=word, mark=mark, tone=tone)


def chart(title: str, narrow: Markup, wide: Markup, notes: Sequence[dict[str, str]] = ()) -> Markup:
    return COMPONENTS.render(
        "chart",
        title=title,
        sentences=["År 2024 var värdet 81,5 procent."],
        narrow=narrow,
        wide=wide,
        notes=list(notes),
        lines=["Källa: Kolada. Hämtad den 2 maj 2025."],
        table=None,
    )


def figures_table(number: int = 6) -> Markup:
    heads = ("Utfall", "Flickor", "Pojkar", "Mål", "Förändring")
    columns = [{"title": head, "unit": None, "number": True} for head in heads]
    columns += [{"title": "Status", "unit": None, "number": None}]
    rows = []
    for index in range(number):
        values = (f"81,{index % 10}", "85,1", "78,0", "minst\u00a085", "−1,2")
        cells = [{"value": value, "missing": None, "notes": []} for value in values]
        cells.append(
            {"value": judged("Delvis uppfyllt", "half", "partly"), "missing": None, "notes": []}
        )
        if index == 2:
            cells[0] = {"value": "statistik saknas", "missing": True, "notes": [{"mark": "1"}]}
        if index == 0:
            cells[0]["notes"] = [{"mark": "2"}, {"mark": "3"}]
        rows.append({"head": str(2024 - index), "cells": cells})
    return COMPONENTS.render(
        "figures_table",
        id=f"tabell-{number}",
        caption="Behöriga till yrkesprogram",
        unit="procent",
        first="År",
        columns=columns,
        rows=rows,
        notes=[
            {"mark": "1", "text": "Statistik saknas för året."},
            {"mark": "2", "text": "Preliminär uppgift."},
            {"mark": "3", "text": "Ändrad från 81,0 den 3 mars 2025."},
        ],
        lines=["Källa: Kolada. Hämtad den 2 maj 2025."],
    )  # fmt: skip


def followup_table() -> Markup:
    trend = COMPONENTS.render("trend", word="Bättre", mark="up_right", tone="good")
    line_of = sparkline.draw([Decimal(n) for n in (80, 82, 81, 79, 83)], Decimal(85))
    missing = Markup('<span class="kv-missing">inte mätt ännu</span>')
    return COMPONENTS.render(
        "followup_table",
        id="uppfoljning",
        caption="Målen i årsredovisningen 2024",
        first="Mål",
        columns=[
            {"title": "Mål för 2024", "number": None},
            {"title": "Utfall", "number": True},
            {"title": "Status", "number": None},
            {"title": "Trend", "number": None},
            {"title": "Utveckling", "number": None},
        ],
        rows=[
            {
                "head": Markup('<a href="#a">Alla elever ska vara behöriga till gymnasiet</a>'),
                "cells": [
                    "minst 85 procent",
                    "81,5 procent",
                    judged("Delvis uppfyllt", "half", "partly"),
                    trend,
                    line_of,
                ],
            },
            {
                "head": Markup('<a href="#b">Fler ska cykla till arbetet</a>'),
                "cells": ["ska öka", missing, judged("Går inte att bedöma", "question", "neutral"), Markup('<span class="kv-missing">framgår inte av källan</span>'), Markup('<span class="kv-missing">inga värden</span>')],
            },
        ],
    )  # fmt: skip


def status_overview() -> Markup:
    counts = [
        {"status": judged(word, share.shape, share.tone), "number": str(share.number)}
        for word, share in zip(STEPS, SHARES, strict=True)
    ]
    narrow, wide = overview.draw(SHARES, NARROW), overview.draw(SHARES, WIDE)
    return COMPONENTS.render(
        "overview",
        title="Bedömningar: Årsredovisning 2024",
        groups=[
            {"title": "Mål", "narrow": narrow, "wide": wide, "items": counts},
            {"title": "Uppdrag", "narrow": None, "wide": None, "items": counts[:2]},
        ],
    )


def page(theme: str = "") -> str:
    """The whole gallery as a page."""
    both = (NARROW, WIDE)
    parts = [status_overview(), followup_table(), figures_table()]
    for name, own in TIME_CHARTS.items():
        notes = [{"mark": one.mark, "text": "Mätmetoden ändrades."} for one in own.breaks]
        parts.append(chart(f"Linjer: {name}", *(line.draw(own, width) for width in both), notes))
    for name in ("emissions", "negative", "one point", "below zero"):
        own = TIME_CHARTS[name]
        parts.append(chart(f"Staplar: {name}", *(column.draw(own, width) for width in both)))
    for name, bars in {"several": BARS, "negative": NEGATIVE_BARS}.items():
        parts.append(chart(f"Jämförelse: {name}", *(bar.draw(bars, width) for width in both)))
    marks = [
        judged(f"Läge {n}", name, ("good", "partly", "bad", "neutral")[n % 4])
        for n, name in enumerate(SHAPES)
    ]
    items = Markup("").join(Markup("<li>{}</li>").format(mark) for mark in marks)
    parts.append(Markup('<ul class="kv-counts">{}</ul>').format(items))
    return (
        f'<!doctype html><html lang="sv" data-theme="{theme}"><head><meta charset="utf-8"><title>Diagram</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"{POLICY}"
        '<link rel="stylesheet" href="kommunvision.css"></head><body>'
        '<div class="kv-layout"><div class="kv-menu"></div><main class="kv-page"><h1>Diagram</h1>'
        + "\n".join(parts)
        + "</main></div></body></html>\n"
    )  # fmt: skip
