"""Keys for the statement on accessibility, and the words that its choices have."""

from __future__ import annotations

from kommunvision.swedish.keys.field import Field, Kind, Record

COMPLIANCE = {
    "helt förenlig": "full",
    "delvis förenlig": "partial",
    "inte förenlig": "none",
}

METHODS = {
    "självskattning": "self",
    "oberoende granskning": "external",
    "självskattning och granskning": "both",
    "uppskattning": "estimate",
}

SITUATIONS = {
    "utan syn": "without_vision",
    "nedsatt syn": "limited_vision",
    "färgseende": "colour_vision",
    "utan hörsel": "without_hearing",
    "nedsatt hörsel": "limited_hearing",
    "utan röst": "without_voice",
    "finmotorik": "fine_motor",
    "rörlighet": "mobility",
    "flimmer": "flicker",
    "kognition": "cognition",
}

ACCESSIBILITY = Record(
    "en tillgänglighetsredogörelse",
    (
        Field(
            "förenlighet",
            "compliance",
            Kind.CHOICE,
            "helt förenlig, delvis förenlig eller inte förenlig med lagen.",
            "delvis förenlig",
            required=True,
            of="compliance",
        ),
        Field(
            "bedömd",
            "assessed",
            Kind.DATE,
            "När tillgängligheten bedömdes senast.",
            "2026-03-02",
            required=True,
        ),
        Field(
            "metod",
            "method",
            Kind.CHOICE,
            "Hur bedömningen gjordes. Har du inte testat alls skriver du uppskattning.",
            "självskattning",
            required=True,
            of="method",
        ),
        Field(
            "testat",
            "tested",
            Kind.PROSE,
            "Vad som testades, med vilka hjälpmedel och vem som gjorde det.",
            "Kansliet testade startsidan och tre mål med skärmläsare och tangentbord.",
        ),
        Field(
            "uppdaterad",
            "updated",
            Kind.DATE,
            "När redogörelsen ändrades senast.",
            "2026-03-02",
            required=True,
        ),
        Field(
            "formulär",
            "form",
            Kind.URL,
            "Kommunens formulär där vem som helst kan rapportera brister.",
            "https://exempelby.example/tillganglighet",
            required=True,
        ),
        Field(
            "kontakt",
            "contact",
            Kind.RECORD,
            "E-post och telefon för den som inte vill använda formuläret. Utan nyckeln gäller "
            "kommunens kontakt.",
            "{epost: tillganglighet@exempelby.example, telefon: 0123-45 67 89}",
            of="contact",
        ),
        Field(
            "brister",
            "shortcomings",
            Kind.RECORD,
            "Det som inte är tillgängligt.",
            "[{beskrivning: Kartan saknar text., situation: utan syn}]",
            many=True,
            of="shortcoming",
        ),
        Field(
            "oskäligt_betungande",
            "burdensome",
            Kind.PROSE,
            "Det som kommunen inte anpassar för att det är oskäligt betungande, och hur det har "
            "bedömts.",
            "Att texta de äldre filmerna skulle kosta mer än det ger.",
        ),
        Field(
            "undantagna",
            "exempt",
            Kind.PROSE,
            "Innehåll som lagen inte omfattar.",
            "Kartor som inte är till för att hitta.",
        ),
    ),
    "Hur tillgängliga sidorna är, som kommunen själv har bedömt det.",
)

SHORTCOMING = Record(
    "en brist",
    (
        Field(
            "beskrivning",
            "description",
            Kind.PROSE,
            "Vad som inte fungerar, så att läsaren förstår det.",
            "Kartan saknar text.",
            required=True,
        ),
        Field(
            "situation",
            "situations",
            Kind.CHOICE,
            "Vid vilken användning bristen märks. Ange flera som en lista.",
            "[utan syn, nedsatt syn]",
            required=True,
            many=True,
            of="situation",
        ),
        Field(
            "åtgärdas",
            "mended",
            Kind.DATE_OR_WORDS,
            "När bristen ska vara borta, eller varför den blir kvar.",
            "juni 2027",
        ),
    ),
    "Något på sidorna som alla inte kan använda.",
)
