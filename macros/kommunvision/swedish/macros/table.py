"""The macros that editors write in Markdown: names, arguments, what they give, an example."""

from __future__ import annotations

from kommunvision.swedish.macros.macro import Argument, ArgumentKind, Macro


def _id(of: str, help_: str, *, required: bool = True) -> Argument:
    return Argument("id", "item", ArgumentKind.OBJECT, help_, of=of, required=required)


_KOMMUN = Argument(
    "kommun",
    "kommun",
    ArgumentKind.KOMMUN,
    "Kommunens mapp, om sidan inte hör till kommunen.",
)

_ANY = "vision goal model level body indicator decision source news theme scale occasion"
_EVERY_EVIDENCE = "vision goal model level body indicator decision news"

COMMON: tuple[Macro, ...] = (
    Macro(
        "vision",
        "vision",
        (
            _id("vision", "Visionens id. Utan id visas den översta visionen.", required=False),
            _KOMMUN,
        ),
        block=True,
        help="Visionens lydelse som citat, med beslut och källa.",
        example='{{ vision("vision-2035") }}',
        needs_kommun=True,
    ),
    Macro(
        "målkedja",
        "chain",
        (
            _id("vision goal", "Id där kedjan börjar. Utan id visas hela kedjan.", required=False),
            Argument("upp", "upward", ArgumentKind.FLAG, "ja visar alla vägar upp till visionen."),
            Argument("bild", "drawn", ArgumentKind.FLAG, "ja lägger till en ritad bild av kedjan."),
            _KOMMUN,
        ),
        block=True,
        help="Målkedjan nedåt som länkar i nivåer, eller vägarna uppåt.",
        example='{{ målkedja("omrade-utbildning") }}',
        needs_kommun=True,
    ),
    Macro(
        "mål",
        "goal",
        (_id("goal", "Målets id."),),
        block=True,
        help="Ett mål med nivå, rubrik och text.",
        example='{{ mål("utb-2") }}',
    ),
    Macro(
        "mållista",
        "goals",
        (
            Argument(
                "nivå",
                "levels",
                ArgumentKind.OBJECT,
                "Bara mål på nivån.",
                of="level",
                many=True,
            ),
            Argument(
                "ansvarig",
                "bodies",
                ArgumentKind.OBJECT,
                "Bara mål som organet ansvarar för.",
                of="body",
                many=True,
            ),
            Argument(
                "tema",
                "themes",
                ArgumentKind.OBJECT,
                "Bara mål med temat.",
                of="theme",
                many=True,
            ),
            Argument(
                "under",
                "under",
                ArgumentKind.OBJECT,
                "Bara mål under visionen eller målet, på alla nivåer.",
                of="vision goal",
            ),
            Argument(
                "kategori",
                "category",
                ArgumentKind.CATEGORY,
                "Bara mål i kategorin.",
            ),
            _KOMMUN,
        ),
        block=True,
        help="En lista med mål. Utan argument visas alla mål i kommunen.",
        example='{{ mållista(nivå="mal", ansvarig="bun") }}',
        needs_kommun=True,
    ),
    Macro(
        "nivåer",
        "levels",
        (
            _id("model", "Styrmodellens id. Utan id visas den som gäller.", required=False),
            _KOMMUN,
        ),
        block=True,
        help="Styrmodellens nivåer uppifrån och ned.",
        example="{{ nivåer() }}",
        needs_kommun=True,
    ),
    Macro(
        "ansvarig",
        "responsible",
        (_id("goal indicator", "Målets eller indikatorns id."),),
        block=False,
        help="Vem som ansvarar, mitt i en mening.",
        example='Ansvarig är {{ ansvarig("utb-2") }}.',
    ),
    Macro(
        "indikatorer",
        "indicators",
        (
            _id(
                "vision goal",
                "Målets eller visionens id. Utan id visas kommunens alla indikatorer.",
                required=False,
            ),
            _KOMMUN,
        ),
        block=True,
        help="En tabell med indikatorer: senaste värdet, målvärdet och utvecklingen.",
        example='{{ indikatorer("utb-2") }}',
        needs_kommun=True,
    ),
    Macro(
        "tidslinje",
        "timeline",
        (
            _id("vision model", "Visionens eller styrmodellens id."),
            Argument(
                "del",
                "part",
                ArgumentKind.CHOICE,
                "tillkomst, som är det vanliga, eller fortsättning.",
                choices={"tillkomst": "history", "fortsättning": "continuation"},
            ),
        ),
        block=True,
        help="Hur en vision eller styrmodell kom till, steg för steg.",
        example='{{ tidslinje("vision-2035") }}',
    ),
    Macro(
        "citat",
        "quote",
        (
            _id("news vision goal model level body", "Id för det som citeras."),
            Argument(
                "nummer",
                "number",
                ArgumentKind.WHOLE,
                "Vilket citat i nyheten, räknat från 1.",
            ),
        ),
        block=True,
        help="Ett citat ur en nyhet, eller källans egna ord om något.",
        example='{{ citat("vision-antagen", nummer=1) }}',
    ),
    Macro(
        "beslut",
        "decision",
        (_id(_EVERY_EVIDENCE, "Beslutets id, eller id för det som beslutet gäller."),),
        block=False,
        help="Organ, datum och paragraf, mitt i en mening.",
        example='Visionen beslutades av {{ beslut("kf-2025-205") }}.',
    ),
    Macro(
        "källa",
        "source",
        (_id(f"{_EVERY_EVIDENCE} source", "Källans id, eller id för det som källan gäller."),),
        block=False,
        help="Källans titel som länk, mitt i en mening.",
        example='Uppgiften står i {{ källa("budget-2026") }}.',
    ),
    Macro(
        "källor",
        "sources",
        (
            Argument(
                "id",
                "items",
                ArgumentKind.OBJECT,
                "Id, eller en lista med id, för det som sidan handlar om.",
                of=_ANY,
                many=True,
            ),
            _KOMMUN,
        ),
        block=True,
        help="Avsnittet som säger varifrån innehållet kommer.",
        example='{{ källor("vision-2035") }}',
        needs_kommun=True,
    ),
    Macro(
        "kontakt",
        "contact",
        (_KOMMUN,),
        block=True,
        help="Kommunens kontaktuppgifter.",
        example="{{ kontakt() }}",
        needs_kommun=True,
    ),
    Macro(
        "länk",
        "link",
        (
            _id(_ANY, "Id för det som länken leder till."),
            Argument("text", "text", ArgumentKind.TEXT, "Länkens text. Utan text visas rubriken."),
        ),
        block=False,
        help="En länk till vad som helst som har ett id.",
        example='Läs mer om {{ länk("utb-2", text="målet för gymnasiet") }}.',
    ),
    Macro(
        "kommuner",
        "kommuner",
        (),
        block=True,
        help="En lista med alla kommuner på webbplatsen, och en karta över var de ligger.",
        example="{{ kommuner() }}",
    ),
    Macro(
        "fakta",
        "facts",
        (_id(_ANY, "Id för det som uppgifterna gäller."),),
        block=True,
        help="Uppgifter i korthet: giltighet, ansvar, beslut och källa.",
        example='{{ fakta("utb-2") }}',
    ),
    Macro(
        "lydelser",
        "wordings",
        (_id("vision goal", "Visionens eller målets id."),),
        block=True,
        help="Andra lydelser av samma vision eller mål.",
        example='{{ lydelser("vision-2035") }}',
    ),
    Macro(
        "anmärkning",
        "note",
        (_id(_ANY, "Id för det som anmärkningen gäller."),),
        block=True,
        help="Kommunens anmärkning om något, så som den står i data.",
        example='{{ anmärkning("utb-2") }}',
    ),
)
