"""KV911 to KV919, KV923 to KV926, KV938, KV939, KV947: statements, summaries, scales."""

from __future__ import annotations

from kommunvision.swedish.problems.entry import Files, ProblemText, Severity, data

_GOALS = """mål:
  - {id: klimat, nivå: mal, rubrik: Mindre utsläpp}
  - {id: skola, nivå: mal, rubrik: Fler unga tar examen}
"""

_INDICATOR = """indikatorer:
  - id: examen
    namn: Unga med examen
    enhet: procent
    riktning: högre
    hör_till: [skola]
    målvärden: [{period: 2024, minst: 85}]
    värden: [{period: 2024, värde: 81}]
"""


def _occasion(*lines: str, more: str = "") -> Files:
    return data(
        _GOALS
        + more
        + "uppföljningar:\n  - id: ar-2024\n    namn: Årsredovisning 2024\n    period: 2024\n"
        + "".join(f"    {line}\n" for line in lines),
        "uppfoljning.yml",
    )


def _stated(statement: str, more: str = "", *lines: str) -> Files:
    return _occasion(*lines, f"omdömen: [{{{statement}}}]", more=more)


def _covering_level(standing: str) -> Files:
    return data(
        f"mål:\n  - {{id: klimat, nivå: mal, rubrik: Mindre utsläpp, status: {standing}}}\n"
        "uppföljningar:\n"
        "  - {id: ar-2024, namn: Årsredovisning, period: 2024, omfattar: [mal]}\n",
        "uppfoljning.yml",
    )


def _scale(*steps: str, use: str = "mål") -> str:
    return (
        f"skalor:\n  - id: lage\n    namn: Läget\n    används_för: [{use}]\n    steg:\n"
        + "".join(f"      - {{{step}}}\n" for step in steps)
    )


_STAGES = _scale("id: steg-1, ord: på väg", "id: steg-2, ord: framme", use="uppdrag")

_TALLIED = (
    "omfattar: [klimat, skola]",
    "omdömen: [{om: klimat, status: uppfyllt}, {om: skola, status: delvis uppfyllt}]",
)

TEXTS: dict[str, ProblemText] = {
    "KV911": ProblemText(
        severity=Severity.ERROR,
        title="Status som inte står på någon skala",
        message='"{value}" står inte på den skala som gäller.',
        remedy="Välj ett av: {choices}.",
        explanation=(
            "Statusen är ett ord på kommunens egen skala, eller på handbokens om kommunen inte "
            "har någon. Ett ord som inte står där går varken att räkna eller jämföra. Är ordet "
            "rätt lägger du till det som ett steg på skalan."
        ),
        bad=_stated("om: skola, status: upfyllt"),
        good=_stated("om: skola, status: uppfyllt"),
    ),
    "KV912": ProblemText(
        severity=Severity.ERROR,
        title="Två omdömen om samma sak",
        message='"{value}" har redan ett omdöme i den här uppföljningen, på {place}.',
        remedy="Slå ihop omdömena till ett.",
        explanation=(
            "I en uppföljning sägs en sak om varje mål. Bedöms det på flera skalor skriver du de "
            "andra under fler_bedömningar."
        ),
        bad=_occasion("omdömen: [{om: skola, status: uppfyllt}, {om: skola, trend: bättre}]"),
        good=_stated("om: skola, status: uppfyllt, trend: bättre"),
    ),
    "KV913": ProblemText(
        severity=Severity.ERROR,
        title="Bedömning som inte står på sin skala",
        message='"{value}" står inte på skalan "{scale}".',
        remedy="Välj ett av: {choices}.",
        explanation="En bedömning på ytterligare en skala är ett av just den skalans ord.",
        bad=_stated("om: skola, fler_bedömningar: [{skala: lage, status: nästan}]", _STAGES),
        good=_stated("om: skola, fler_bedömningar: [{skala: lage, status: på väg}]", _STAGES),
    ),
    "KV914": ProblemText(
        severity=Severity.ERROR,
        title="Okänd trend",
        message='"{value}" är ingen trend.',
        remedy="Välj ett av: {choices}.",
        explanation=(
            "Utan en egen skala för trend är orden bättre, oförändrat och sämre. Egna ord skriver "
            "du på en skala som används för trend."
        ),
        bad=_stated("om: skola, trend: uppåt"),
        good=_stated("om: skola, trend: bättre"),
    ),
    "KV915": ProblemText(
        severity=Severity.WARNING,
        title="Omdöme om något som inte omfattas",
        message='"{value}" hör inte till det som uppföljningen omfattar.',
        remedy='Lägg till det under "omfattar:", eller ta bort omdömet.',
        explanation=(
            "Omfattar säger vilka nivåer, mål och indikatorer som följs upp. Ett omdöme om något "
            "annat är ofta skrivet i fel uppföljning."
        ),
        bad=_stated("om: skola, status: uppfyllt", "", "omfattar: [klimat]"),
        good=_stated("om: skola, status: uppfyllt", "", "omfattar: [klimat, skola]"),
    ),
    "KV916": ProblemText(
        severity=Severity.ERROR,
        title="Sammanräkningen stämmer inte med listan",
        message='Sammanräkningen har {number} för "{what}", men omdömena ger {listed}.',
        remedy='Rätta det som är fel. Står felet i källan skriver du det under "motsägelse:".',
        explanation=(
            "Säger källan att ett visst antal mål är uppfyllda ska det gå att räkna efter. Finns "
            "bara några av målen här jämförs de så långt det går. Säger källan emot sig själv får "
            "det stå kvar med en motsägelse, som läsaren får veta."
        ),
        bad=_occasion(*_TALLIED, "sammanräkning: [{antal: [{status: uppfyllt, antal: 2}]}]"),
        good=_occasion(*_TALLIED, "sammanräkning: [{antal: [{status: uppfyllt, antal: 1}]}]"),
    ),
    "KV917": ProblemText(
        severity=Severity.ERROR,
        title="Antalen ger inte summan",
        message="Antalen blir tillsammans {sum}, men totalt står det {total}.",
        remedy='Rätta det som är fel. Står felet i källan skriver du det under "motsägelse:".',
        explanation=(
            "Antalen får inte bli fler än totalt. Finns alla skalans ord med, och även de som "
            "inte är bedömda, ska de inte heller bli färre."
        ),
        bad=_occasion("sammanräkning: [{antal: [{status: uppfyllt, antal: 5}], totalt: 4}]"),
        good=_occasion("sammanräkning: [{antal: [{status: uppfyllt, antal: 4}], totalt: 5}]"),
    ),
    "KV918": ProblemText(
        severity=Severity.WARNING,
        title="Omdömet och siffrorna pekar åt olika håll",
        message='Omdömet är "{value}", men målvärdet är {fact} enligt {indicators}.',
        remedy='Kontrollera båda. Är det så i källan skriver du varför under "motsägelse:".',
        explanation=(
            "Omdömet bestäms av människor och ändras aldrig av verktyget. Men säger siffrorna "
            "tvärtom undrar läsaren vilket som gäller."
        ),
        bad=_stated("om: skola, status: uppfyllt", _INDICATOR),
        good=_stated(
            "om: skola, status: uppfyllt, motsägelse: Källan räknar bara flickorna.", _INDICATOR
        ),
    ),
    "KV919": ProblemText(
        severity=Severity.WARNING,
        title="Rapporterat värde som skiljer sig från indikatorns",
        message='Här står {value}, men "{indicator}" hade värdet {other}.',
        remedy='Rätta det som är fel. Är värdet ändrat efteråt skriver du "ändrat_från:".',
        explanation=(
            "Värdet som rapporterades i uppföljningen ska vara det som indikatorn hade då. Har "
            "statistiken ändrats sedan dess står det gamla värdet kvar under ändrat_från."
        ),
        bad=_stated("om: examen, värde: 82", _INDICATOR),
        good=_stated("om: examen, värde: 81", _INDICATOR),
    ),
    "KV923": ProblemText(
        severity=Severity.ERROR,
        title="Sista dag utanför perioden",
        message='{date} under "till_och_med" ligger inte i perioden {period}.',
        remedy="Rätta dagen eller perioden.",
        explanation=(
            "Siffrorna i en uppföljning går fram till en dag i den period som följs upp. När den "
            "skrevs eller beslutades hör inte hit."
        ),
        bad=_occasion("till_och_med: 2025-01-31"),
        good=_occasion("till_och_med: 2024-12-31"),
    ),
    "KV924": ProblemText(
        severity=Severity.WARNING,
        title="Samma uppföljning två gånger",
        message='Perioden {period} har redan en uppföljning av samma slag, "{other}".',
        remedy='Ta bort den ena, eller skriv vad som skiljer under "till_och_med:" eller "slag:".',
        explanation=(
            "Två uppföljningar av samma slag för samma period är ofta en som har skrivits in två "
            "gånger. En prognos och ett utfall skiljs åt, två nämnders rapporter likaså, och "
            "rapporter med olika dagar under till_och_med."
        ),
        bad=data(
            "uppföljningar:\n"
            "  - {id: ar-2024, namn: Årsredovisning, period: 2024}\n"
            "  - {id: bokslut-2024, namn: Bokslut, period: 2024}\n",
            "uppfoljning.yml",
        ),
        good=data(
            "uppföljningar:\n"
            "  - {id: ar-2024, namn: Årsredovisning, period: 2024, slag: årsredovisning}\n"
            "  - {id: bokslut-2024, namn: Bokslut, period: 2024, slag: bokslut}\n",
            "uppfoljning.yml",
        ),
    ),
    "KV925": ProblemText(
        severity=Severity.ERROR,
        title="Samma ord två gånger på en skala",
        message='Två steg på skalan "{scale}" har ordet "{value}".',
        remedy="Ge stegen olika ord, eller ta bort det ena.",
        explanation=(
            "Ett omdöme skrivs med stegets ord eller id. Då måste de skilja sig åt, i alla former."
        ),
        bad=data(_scale("id: gront, ord: bra", "id: gult, ord: Bra"), "skalor.yml"),
        good=data(_scale("id: gront, ord: bra", "id: gult, ord: halvbra"), "skalor.yml"),
    ),
    "KV926": ProblemText(
        severity=Severity.ERROR,
        title="Klart innan det började",
        message='Under "klart:" står {done}, men under "start:" står {begun}.',
        remedy='Rätta "start:" eller "klart:".',
        explanation="Det som är klart har börjat samma dag eller tidigare.",
        bad=_stated("om: skola, verkligt: {start: 2024-05-01, klart: 2024-04-01}"),
        good=_stated("om: skola, verkligt: {start: 2024-04-01, klart: 2024-05-01}"),
    ),
    "KV938": ProblemText(
        severity=Severity.ERROR,
        title="Sammanräkning utan antal",
        message="Här står ingen siffra i sammanräkningen.",
        remedy='Skriv "antal:" eller "procent:".',
        explanation="Källan säger hur många som har fått statusen, eller hur stor del av alla.",
        bad=_occasion("sammanräkning: [{antal: [{status: uppfyllt}]}]"),
        good=_occasion("sammanräkning: [{antal: [{status: uppfyllt, procent: 80}]}]"),
    ),
    "KV939": ProblemText(
        severity=Severity.ERROR,
        title="Andelen stämmer inte med listan",
        message='Här står {share} procent för "{what}", men i listan är det {listed} av {total}.',
        remedy='Rätta det som är fel. Står felet i källan skriver du det under "motsägelse:".',
        explanation=(
            "Andelen räknas efter och avrundas till så många decimaler som källan har. Den får "
            "vara en del av alla eller av dem som är bedömda. Finns bara några av målen här "
            "jämförs de så långt det går."
        ),
        bad=_occasion(*_TALLIED, "sammanräkning: [{antal: [{status: uppfyllt, procent: 80}]}]"),
        good=_occasion(*_TALLIED, "sammanräkning: [{antal: [{status: uppfyllt, procent: 50}]}]"),
    ),
    "KV947": ProblemText(
        severity=Severity.WARNING,
        title="Nivå utan något att följa upp",
        message='Inget på nivån "{value}" gäller under {period}, så inget där följs upp.',
        remedy=(
            "Kontrollera målens status och tid. Ska ett mål med ändå skriver du dess id under "
            '"omfattar".'
        ),
        explanation=(
            "Står det en nivå under omfattar följs de mål på nivån upp som gäller under perioden. "
            "Förslag, exempel, ersatta och upphävda mål räknas inte, och inte heller mål vars tid "
            "inte har börjat eller är slut. Därför kommer de varken i listan över vad som är kvar "
            "eller i nämndernas arbetsböcker. Ett enskilt mål följs upp om du skriver dess id."
        ),
        bad=_covering_level("förslag"),
        good=_covering_level("gällande"),
    ),
}
