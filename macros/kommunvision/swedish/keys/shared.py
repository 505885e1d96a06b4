"""Keys that many kinds of object share, and the records for evidence."""

from __future__ import annotations

from dataclasses import replace

from kommunvision.swedish.keys.field import Field, Kind, Record

ID = Field(
    "id",
    "id",
    Kind.ID,
    "Kort namn med små bokstäver a–z, siffror och bindestreck. Det blir en del av sidans adress "
    "och ska aldrig ändras.",
    "utb-2",
    required=True,
)

ITEM: tuple[Field, ...] = (
    ID,
    Field(
        "tidigare_id",
        "former_ids",
        Kind.ID,
        "Id som det har haft förut. De gamla adresserna leder hit.",
        "[utbildning-2]",
        many=True,
    ),
    Field(
        "källa",
        "sources",
        Kind.REFERENCE,
        "Källan som uppgifterna är hämtade ur, gärna med plats i dokumentet.",
        "{id: budget-2026, plats: sidan 12}",
        many=True,
        unstated=True,
        of="source",
    ),
    Field(
        "beslut",
        "decisions",
        Kind.REFERENCE,
        "Beslutet som ligger bakom.",
        "kf-2025-205",
        many=True,
        unstated=True,
        of="decision",
    ),
    Field(
        "ur_källan",
        "verbatim",
        Kind.PROSE,
        "Vad källan säger om saken, ordagrant. Visas som citat.",
        "Områdena anger vägar fram till visionen.",
    ),
    Field(
        "anmärkning",
        "note",
        Kind.PROSE,
        "Det kommunen själv vill säga till läsaren. Visas för sig, skilt från källans ord.",
        "Källan anger inget årtal.",
    ),
)

STANDING = Field(
    "status",
    "standing",
    Kind.CHOICE,
    "Hur långt beslutet har kommit: förslag, beslutad, gällande, ersatt, upphävd eller exempel.",
    "gällande",
    of="standing",
)

VALIDITY = Field(
    "gäller",
    "validity",
    Kind.VALIDITY,
    "Tiden som det gäller: en text som i källan, eller från, till och text.",
    "{från: 2023, till: 2026, text: mandatperioden 2023–2026}",
    unstated=True,
)

RESPONSIBLE = Field(
    "ansvariga",
    "responsible",
    Kind.REFERENCE,
    "Organ som ansvarar, ordet alla, eller {namn: …} för någon utanför kommunen.",
    "[bun, ks]",
    many=True,
    unstated=True,
    of="body",
    word=("alla", "responsible_all"),
)

ORDER = Field(
    "ordning",
    "order",
    Kind.WHOLE,
    "Platsen bland dem som visas tillsammans. Utan nyckeln gäller den följd de är skrivna i.",
    "3",
)

REPLACES_HELP = "Det som detta ersätter eller följer efter."

REFERENCE = Record(
    "en hänvisning",
    (
        Field("id", "target", Kind.LINE, "Id i kommunen, eller kommun/id.", "utb-2"),
        Field(
            "namn",
            "name",
            Kind.LINE,
            "Namn på något som inte har en egen sida här.",
            "Ludvika kommun",
        ),
        Field(
            "plats",
            "place",
            Kind.LINE,
            "Plats i källan: sida, rubrik eller paragraf.",
            "sidan 12",
        ),
        Field("not", "note", Kind.LINE, "Kort anmärkning om kopplingen.", "enligt bilaga 2"),
        Field(
            "vår_tolkning",
            "ours",
            Kind.FLAG,
            "ja om kopplingen är kommunens tolkning och inte sägs i källan.",
            "ja",
        ),
    ),
    "Pekar på ett annat objekt. Skriv id, eller id tillsammans med plats eller not.",
    plain="target",
    one_of=("target", "name"),
)

VALIDITY_RECORD = Record(
    "en giltighetstid",
    (
        Field("från", "start", Kind.DATE, "När det börjar gälla.", "2023-01-01"),
        Field("till", "end", Kind.DATE, "När det slutar gälla.", "2026-12-31"),
        Field("text", "label", Kind.LINE, "Källans eget namn på tiden.", "mandatperioden"),
    ),
    "Tiden som något gäller.",
    plain="label",
)

TIMELINE = Record(
    "en tidslinje",
    (
        Field("text", "text", Kind.PROSE, "Inledande text.", "Arbetet började på våren."),
        Field(
            "steg",
            "steps",
            Kind.RECORD,
            "Stegen i den följd de ska visas.",
            "[{när: maj 2025, rubrik: Första mötet}]",
            many=True,
            of="step",
        ),
    ),
    "Hur något kom till eller går vidare.",
    plain="text",
)

STEP = Record(
    "ett steg",
    (
        Field(
            "när",
            "when",
            Kind.DATE,
            "Ett år, en månad, ett datum eller ett spann, så noga som källan anger.",
            "maj–november 2025",
            unstated=True,
        ),
        Field("rubrik", "title", Kind.LINE, "Vad som hände.", "Första mötet", required=True),
        Field("text", "text", Kind.PROSE, "Mer om steget.", "Gruppen planerade arbetet."),
    ),
    "Ett steg i en tidslinje.",
)

WORDING = Record(
    "en lydelse",
    (
        Field("text", "text", Kind.PROSE, "Lydelsen, ordagrant.", "13 000 invånare", required=True),
        replace(ITEM[2], unstated=False),
        Field(
            "anmärkning", "note", Kind.PROSE, "Kommunens egen anmärkning.", "Så står det i bilagan."
        ),
    ),
    "En annan lydelse av samma vision eller mål, som den står i en källa.",
    plain="text",
)

QUOTE = Record(
    "ett citat",
    (
        Field("text", "text", Kind.PROSE, "Det som sades, ordagrant.", "Nu kör vi.", required=True),
        Field("vem", "who", Kind.LINE, "Personens namn.", "Kim Exempelsson", required=True),
        Field("roll", "role", Kind.LINE, "Personens roll.", "kommunalråd"),
        Field(
            "anmärkning", "note", Kind.PROSE, "Kommunens egen anmärkning.", "Citatet är förkortat."
        ),
    ),
    "Någons ord, med namn och roll.",
)

DECISION = Record(
    "ett beslut",
    (
        *(field for field in ITEM if field.attribute != "decisions"),
        Field("slag", "kind", Kind.CHOICE, "beslut eller förslag.", "beslut", of="decision_kind"),
        Field("rubrik", "title", Kind.LINE, "Vad som beslutades.", "Vision för Exempelby"),
        Field(
            "organ",
            "body",
            Kind.REFERENCE,
            "Organet som beslutade.",
            "kf",
            unstated=True,
            of="body",
        ),
        Field("datum", "date", Kind.DATE, "Beslutsdag.", "2025-12-15", unstated=True),
        Field("paragraf", "paragraph", Kind.LINE, "Paragraf, utan tecknet §.", "205"),
        Field("diarienummer", "record_number", Kind.LINE, "Diarienummer.", "KS 2025/0524"),
        Field(
            "adress", "url", Kind.URL, "Webbadress till protokollet.", "https://exempelby.example"
        ),
        Field("beskrivning", "description", Kind.PROSE, "Mer om beslutet.", "Enhälligt beslut."),
    ),
    "Ett beslut eller ett förslag till beslut.",
)

SOURCE = Record(
    "en källa",
    (
        ID,
        ITEM[1],
        ITEM[5],
        Field("titel", "title", Kind.LINE, "Dokumentets titel.", "Budget 2026", required=True),
        Field("utgivare", "publisher", Kind.LINE, "Vem som har gett ut det.", "Exempelby kommun"),
        Field("datum", "date", Kind.DATE, "Dokumentets datum.", "2025-11-20", unstated=True),
        Field("slag", "kind", Kind.LINE, "Vad det är för dokument.", "styrdokument"),
        Field("adress", "url", Kind.URL, "Webbadress.", "https://exempelby.example", unstated=True),
        Field("beskrivning", "description", Kind.PROSE, "Mer om källan.", "Tre sidor."),
    ),
    "Ett dokument som uppgifterna är hämtade ur.",
)

THEME = Record(
    "ett tema",
    (
        ID,
        ITEM[1],
        Field("namn", "name", Kind.LINE, "Temats namn.", "Klimat", required=True),
        Field("beskrivning", "description", Kind.PROSE, "Vad temat omfattar.", "Utsläpp."),
    ),
    "Ett ämne som samlar mål från flera kommuner.",
)
