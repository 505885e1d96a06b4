"""The words of charts, tables of figures and marks of status."""

from __future__ import annotations

from typing import Final

FIGURES: Final[dict[str, str]] = {
    # Axes.
    "axis_from": "Axeln börjar vid {value}.",
    "axis_to": "Axeln slutar vid {value}.",
    # A line whose last value is not final, named at its end.
    "chart_preliminary": "{name}, preliminärt {value}",
    "chart_forecast": "{name}, prognos {value}",
    # What stands beside a chart and below a table.
    "chart_at_mark": "Vid {mark} i diagrammet:",
    "chart_ahead": "Från och med {period} finns inget värde.",
    "chart_definition": "Linjen {line} är räknad enligt {name}.",
    "chart_one_definition": (
        "Diagrammet visar bara värden räknade enligt {name}. Tabellerna har alla värden."
    ),
    "chart_table": "Visa siffrorna i en tabell",
    "note_link": "Not {mark}",
    "notes": "Noter",
    "table_unit": "Enhet: {unit}",
}
