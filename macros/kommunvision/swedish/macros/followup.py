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


def _period(help_: str, name: str = "period", attribute: str = "period") -> Argument:
    return Argument(name, attribute, ArgumentKind.PERIOD, help_)


_WHICH = _occasion("Uppföljningens id. Utan id visas den senaste.")
_OF_PERIOD = _period('Den senaste uppföljningen av perioden, till exempel "2024".')

# The filters of everything that tells of many goals.
_FILTERS = (
    Argument("nivå", "levels", ArgumentKind.OBJECT, "Bara mål på nivån.", of="level", many=True),
    Argument(
        "ansvarig",
        "bodies",
        ArgumentKind.OBJECT,
        "Bara mål och indikatorer som organet ansvarar för.",
        of="body",
        many=True,
    ),
    Argument("kategori", "category", ArgumentKind.CATEGORY, "Bara mål i kategorin."),
)

_INDICATOR = Argument(
    "id", "item", ArgumentKind.OBJECT, "Indikatorns id.", of="indicator", required=True
)

FOLLOW_UP: tuple[Macro, ...] = (
    Macro(
        "uppföljning",
        "followup",
        (_WHICH, *_FILTERS, _OF_PERIOD, _KOMMUN),
        block=True,
        help="Hur målen bedöms vid en uppföljning, i en tabell för varje nivå.",
        example='{{ uppföljning("arsredovisning-2024", nivå="mal") }}',
        needs_kommun=True,
    ),
    Macro(
        "sammanfattning",
        "summary",
        (_WHICH, *_FILTERS, _OF_PERIOD, _KOMMUN),
        block=True,
        help="Hur många på varje nivå som är bedömda, och hur.",
        example='{{ sammanfattning("arsredovisning-2024") }}',
        needs_kommun=True,
    ),
    Macro(
        "förändringar",
        "changes",
        (
            _WHICH,
            Argument(
                "sedan",
                "since",
                ArgumentKind.OBJECT,
                "Id för uppföljningen att jämföra med. Utan id jämförs med den närmast före.",
                of="occasion",
            ),
            *_FILTERS,
            _OF_PERIOD,
            _KOMMUN,
        ),
        block=True,
        help="Vad som har ändrats sedan en tidigare uppföljning.",
        example='{{ förändringar("arsredovisning-2024", sedan="arsredovisning-2023") }}',
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
            _period('Den senaste bedömningen för perioden, till exempel "2024".'),
        ),
        block=False,
        help="Bedömningen av ett mål och vilken uppföljning den kommer från, mitt i en mening.",
        example='Målet är {{ status("utb-2") }}.',
    ),
    Macro(
        "indikator",
        "indicator",
        (
            _INDICATOR,
            _period('Perioden som värdet gäller, till exempel "2024". Utan period den nyaste.'),
            _occasion("Uppföljningens id. Då visas bedömningen och siffrorna därifrån."),
        ),
        block=True,
        help="En indikator med värde, enhet och önskad riktning.",
        example='{{ indikator("behoriga-elever") }}',
    ),
    Macro(
        "diagram",
        "chart",
        (
            _INDICATOR,
            _period("Första perioden som visas. Utan period den äldsta.", "från", "start"),
            _period("Sista perioden som visas. Utan period den nyaste.", "till", "end"),
        ),
        block=True,
        help="En indikators värden i meningar, diagram och tabell.",
        example='{{ diagram("behoriga-elever", från="2020") }}',
    ),
    Macro(
        "jämförelse",
        "comparison",
        (
            _INDICATOR,
            _period('Perioden, till exempel "2024". Utan period den nyaste som går att jämföra.'),
            Argument(
                "grupp",
                "groups",
                ArgumentKind.GROUP,
                "Bara gruppen, med det namn som den har i statistiken.",
                many=True,
            ),
        ),
        block=True,
        help="Kommunens värde bredvid andras, för en period.",
        example='{{ jämförelse("behoriga-elever", period="2024") }}',
    ),
)
