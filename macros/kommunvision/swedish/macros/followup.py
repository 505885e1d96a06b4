"""The macros for follow-up."""

from __future__ import annotations

from kommunvision.swedish.macros.macro import Argument, ArgumentKind, Macro

_KOMMUN = Argument(
    "kommun",
    "kommun",
    ArgumentKind.KOMMUN,
    "Kommunens mapp, om sidan inte hör till kommunen.",
)


def _occasion(help_: str) -> Argument:
    return Argument("tillfälle", "occasion", ArgumentKind.OBJECT, help_, of="occasion")


_PERIOD = Argument(
    "period",
    "period",
    ArgumentKind.TEXT,
    'Perioden, till exempel "2024". Utan period den nyaste.',
)

_INDICATOR = Argument(
    "id", "item", ArgumentKind.OBJECT, "Indikatorns id.", of="indicator", required=True
)

FOLLOW_UP: tuple[Macro, ...] = (
    Macro(
        "uppföljning",
        "followup",
        (
            _occasion("Uppföljningens id. Utan id visas den senaste."),
            Argument(
                "nivå", "levels", ArgumentKind.OBJECT, "Bara mål på nivån.", of="level", many=True
            ),
            Argument(
                "ansvarig",
                "bodies",
                ArgumentKind.OBJECT,
                "Bara mål som organet ansvarar för.",
                of="body",
                many=True,
            ),
            _KOMMUN,
        ),
        block=True,
        help="En tabell över hur målen bedöms vid en uppföljning.",
        example='{{ uppföljning("arsredovisning-2024", nivå="mal") }}',
        needs_kommun=True,
    ),
    Macro(
        "sammanfattning",
        "summary",
        (_occasion("Uppföljningens id. Utan id visas den senaste."), _KOMMUN),
        block=True,
        help="Hur många mål som har fått varje bedömning.",
        example='{{ sammanfattning("arsredovisning-2024") }}',
        needs_kommun=True,
    ),
    Macro(
        "förändringar",
        "changes",
        (_occasion("Uppföljningens id. Utan id visas den senaste."), _KOMMUN),
        block=True,
        help="Vad som har ändrats sedan uppföljningen före.",
        example='{{ förändringar("arsredovisning-2024") }}',
        needs_kommun=True,
    ),
    Macro(
        "status",
        "status",
        (
            Argument(
                "id",
                "item",
                ArgumentKind.OBJECT,
                "Målets eller indikatorns id.",
                of="goal indicator vision",
                required=True,
            ),
            _occasion("Uppföljningens id. Utan id visas den senaste som nämner målet."),
        ),
        block=False,
        help="Bedömningen av ett mål och vilken uppföljning den kommer från, mitt i en mening.",
        example='Målet är {{ status("utb-2") }}.',
    ),
    Macro(
        "diagram",
        "chart",
        (_INDICATOR,),
        block=True,
        help="En indikators värden som diagram och tabell.",
        example='{{ diagram("behoriga-elever") }}',
    ),
    Macro(
        "jämförelse",
        "comparison",
        (_INDICATOR, _PERIOD),
        block=True,
        help="Kommunens värde bredvid andras, för en period.",
        example='{{ jämförelse("behoriga-elever", period="2024") }}',
    ),
)
