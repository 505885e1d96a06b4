"""Keys for the kommun itself, its organisation and its governing models."""

from __future__ import annotations

from dataclasses import replace

from kommunvision.swedish.keys.field import Field, Kind, Record
from kommunvision.swedish.keys.language import VERSIONS
from kommunvision.swedish.keys.shared import ITEM, REPLACES_HELP, STANDING, VALIDITY

KOMMUN = Record(
    "kommunen",
    (
        Field("namn", "name", Kind.LINE, "Kommunens namn.", "Exempelby", required=True),
        Field(
            "formellt_namn",
            "formal_name",
            Kind.LINE,
            "Namnet i löpande text.",
            "Exempelby kommun",
            required=True,
        ),
        Field(
            "slag",
            "kind",
            Kind.CHOICE,
            "kommun, region eller kommunalförbund.",
            "kommun",
            of="entity_kind",
        ),
        Field(
            "kod",
            "code",
            Kind.CODE,
            "Kommunkod, fyra siffror. En region har sin länskod, två siffror.",
            '"9999"',
        ),
        Field("län", "county", Kind.LINE, "Länets namn.", "Exempellän"),
        Field(
            "organisationsnummer",
            "organisation_number",
            Kind.CODE,
            "Organisationsnummer, tio siffror.",
            '"212000-0000"',
        ),
        Field("webbplats", "url", Kind.URL, "Kommunens webbplats.", "https://exempelby.example"),
        Field(
            "kontakt",
            "contact",
            Kind.RECORD,
            "Vem som svarar för innehållet.",
            "{enhet: Kansliet, telefon: 0123-45 67 89}",
            unstated=True,
            of="contact",
        ),
        Field("accentfärg", "accent", Kind.COLOUR, "Kommunens färg.", '"#0b5a6b"'),
        Field(
            "logotyp",
            "logotype",
            Kind.RECORD,
            "Bildfil i kommunens mapp under content, och dess alternativtext.",
            "{fil: logotyp.svg, alt: Exempelby kommuns vapen}",
            of="logotype",
        ),
        Field(
            "påhittad",
            "fictional",
            Kind.FLAG,
            "ja om kommunen inte finns. Då säger varje sida det.",
            "ja",
        ),
        Field(
            "beskrivning",
            "description",
            Kind.PROSE,
            "Kort inledning på kommunens startsida.",
            "Så styrs kommunen.",
        ),
        *VERSIONS,
        Field(
            "utgivare",
            "publisher",
            Kind.LINE,
            "Vem som ger ut sidorna, om det inte är kommunen själv. Visas på varje sida.",
            "Föreningen Öppna mål",
        ),
        Field(
            "utgivares_slag",
            "publisher_kind",
            Kind.CHOICE,
            "kommun, region, statlig myndighet, högskola, förening, företag eller privatperson. "
            "Behövs för katalogen till Sveriges dataportal, när kommunen har en utgivare.",
            "förening",
            of="publisher_kind",
        ),
        Field(
            "utgivares_kontakt",
            "publisher_contact",
            Kind.RECORD,
            "Hur man når utgivaren, om det inte är kommunen själv.",
            "{epost: hej@oppnamal.example}",
            of="contact",
        ),
        Field(
            "tillgänglighet",
            "accessibility",
            Kind.RECORD,
            "Tillgänglighetsredogörelsen, som lagen kräver.",
            "{förenlighet: delvis förenlig, bedömd: 2026-03-02, metod: självskattning, "
            "uppdaterad: 2026-03-02, formulär: https://exempelby.example/tillganglighet, "
            "brister: [{beskrivning: Kartan saknar text., situation: utan syn}]}",
            of="accessibility",
        ),
        Field(
            "besöksloggar",
            "visitor_logs",
            Kind.PROSE,
            "Vad servern som sidorna ligger på sparar om besök, och hur länge. Visas under "
            "Behandling av personuppgifter.",
            "Servern sparar ip-adress och tidpunkt i 30 dagar.",
        ),
        Field(
            "får_bädda_in",
            "embedders",
            Kind.URL,
            "Webbplatser som får visa sidorna i en ram. Alla får det om nyckeln inte finns.",
            "[https://www.exempelby.example]",
            many=True,
        ),
        Field(
            "tidigare_mapp",
            "former_folders",
            Kind.ID,
            "Namn som kommunens mapp har haft förut. De gamla adresserna leder hit.",
            "gamla-exempelby",
            many=True,
        ),
        Field(
            "klarspråk",
            "plain",
            Kind.RECORD,
            "Kommunens egna ord, för granskningen av språket.",
            "{rätt_stavat: [lovskola], godta: [samt]}",
            of="plain",
        ),
        replace(ITEM[2], attribute="origins", help="Källan till uppgifterna om kommunen."),
    ),
    "Vem som publicerar. Står en gång i kommunens mapp.",
)

CATEGORY = Record(
    "en kategori",
    (
        ITEM[0],
        Field("namn", "name", Kind.LINE, "Kategorins namn.", "Finansiella mål", required=True),
        Field("totalt", "total", Kind.WHOLE, "Antal i källan, om inte alla är med här.", "4"),
    ),
    "Ett slag inom en nivå som räknas för sig.",
)

LEVEL = Record(
    "en nivå",
    (
        *ITEM,
        Field("namn", "name", Kind.LINE, "Obestämd form: mål.", "mål", required=True),
        Field(
            "artikel", "article", Kind.CHOICE, "en eller ett.", "ett", required=True, of="article"
        ),
        Field("bestämd", "definite", Kind.LINE, "Bestämd form: målet.", "målet", required=True),
        Field("plural", "plural", Kind.LINE, "Flera: tre mål.", "mål", required=True),
        Field(
            "bestämd_plural", "definite_plural", Kind.LINE, "Alla målen.", "målen", required=True
        ),
        Field(
            "slag",
            "kind",
            Kind.CHOICE,
            "visioner om det är visionens nivå, annars noder. Utan nyckeln gäller noder.",
            "noder",
            of="level_kind",
        ),
        Field(
            "rang",
            "rank",
            Kind.WHOLE,
            "Plats uppifrån. Nivåer med samma rang står bredvid varandra. Utan rang gäller "
            "ordningen i listan.",
            "2",
        ),
        Field("beskrivning", "description", Kind.PROSE, "Vad nivån är till för.", "Anger vägen."),
        Field(
            "beslutas_av",
            "decided_by",
            Kind.REFERENCE,
            "Organ som beslutar om nivån.",
            "kf",
            many=True,
            unstated=True,
            of="body",
        ),
        Field(
            "uppföljning",
            "follow_up",
            Kind.PROSE,
            "När och hur nivån följs upp.",
            "Vid delår och årsbokslut.",
            unstated=True,
        ),
        Field(
            "kategorier",
            "categories",
            Kind.RECORD,
            "Slag inom nivån som räknas för sig.",
            "[{id: finansiella, namn: Finansiella mål}]",
            many=True,
            of="category",
        ),
        Field(
            "ska_ha_överordnad",
            "needs_parent",
            Kind.FLAG,
            "ja om allt på nivån ska stödja något ovanför. Då varnar kontrollen när det saknas.",
            "ja",
        ),
        Field(
            "ska_leda_till_vision",
            "needs_vision",
            Kind.FLAG,
            "ja om allt på nivån ska ha en väg upp till en vision.",
            "ja",
        ),
        Field(
            "tom_för_att",
            "empty_because",
            Kind.PROSE,
            "Varför inget står på nivån. Visas på nivåns sida.",
            "Nämnderna har inte beslutat sina mål än.",
        ),
        Field("totalt", "total", Kind.WHOLE, "Antal i källan, om inte alla är med här.", "30"),
    ),
    "En nivå i målkedjan, med de former som meningar behöver.",
)

MODEL = Record(
    "en styrmodell",
    (
        *ITEM,
        Field("namn", "name", Kind.LINE, "Styrmodellens namn.", "Styrmodell", required=True),
        Field(
            "nivåer",
            "levels",
            Kind.RECORD,
            "Nivåerna uppifrån och ned.",
            "[{id: mal, namn: mål, artikel: ett, bestämd: målet, plural: mål, "
            "bestämd_plural: målen}]",
            required=True,
            many=True,
            of="level",
        ),
        Field("beskrivning", "description", Kind.PROSE, "Hur styrningen går till.", "Uppifrån."),
        STANDING,
        VALIDITY,
        Field(
            "uppföljning",
            "follow_up",
            Kind.PROSE,
            "När och hur det hela följs upp.",
            "Vid delår och årsbokslut.",
            unstated=True,
        ),
        Field(
            "ersätter",
            "replaces",
            Kind.REFERENCE,
            REPLACES_HELP,
            "styrmodell-2019",
            many=True,
            of="model",
        ),
        Field(
            "tillkomst",
            "history",
            Kind.RECORD,
            "Hur styrmodellen kom till.",
            "{steg: [{när: maj 2025, rubrik: Första mötet}]}",
            of="timeline",
        ),
        Field(
            "fortsättning",
            "continuation",
            Kind.RECORD,
            "Vad som händer härnäst.",
            "{steg: [{när: september, rubrik: Nämndplanerna beslutas}]}",
            of="timeline",
        ),
    ),
    "Kommunens egna nivåer, från vision till aktivitet.",
)
