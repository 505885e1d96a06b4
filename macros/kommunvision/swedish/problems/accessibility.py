"""KV514 to KV518: the statement on accessibility, a colour that is seen, who answers for it all."""

from __future__ import annotations

from kommunvision.swedish.problems.entry import Files, ProblemText, Severity, data

_SHORTCOMING = "brister: [{beskrivning: Kartan saknar text., situation: utan syn}]"


def _kommun(*lines: str) -> Files:
    return data(
        "format: 1\nkommun:\n  namn: Exempelby\n  formellt_namn: Exempelby kommun\n"
        "  påhittad: ja\n" + "".join(f"  {line}\n" for line in lines),
        "kommun.yml",
    )


def _stated(compliance: str, *lines: str) -> Files:
    return _kommun(
        "tillgänglighet:",
        f"  förenlighet: {compliance}",
        "  bedömd: 2026-03-02",
        "  metod: självskattning",
        "  uppdaterad: 2026-03-02",
        "  formulär: https://exempelby.example/tillganglighet",
        *(f"  {line}" for line in lines),
    )


TEXTS: dict[str, ProblemText] = {
    "KV514": ProblemText(
        severity=Severity.WARNING,
        title="Tillgängligheten är inte bedömd",
        message='"{name}" har ingen tillgänglighetsredogörelse.',
        remedy='Bedöm sidorna, och skriv resultatet under "tillgänglighet:".',
        explanation=(
            "Lagen om tillgänglighet till digital offentlig service kräver en redogörelse för "
            "varje webbplats som en kommun ger ut. Utan den säger sidan att tillgängligheten inte "
            "är bedömd. Ger någon annan ut sidorna anger du det med utgivare."
        ),
        bad=_kommun(),
        good=_stated("delvis förenlig", _SHORTCOMING),
    ),
    "KV515": ProblemText(
        severity=Severity.ERROR,
        title="Bristerna saknas",
        message='Webbplatsen är "{value}", men inga brister är angivna.',
        remedy='Skriv bristerna under "brister:", eller under "oskäligt_betungande:".',
        explanation=(
            "Redogörelsen säger att bristerna beskrivs på sidan. Då måste de stå där, så att "
            "läsaren vet vad som inte går att använda."
        ),
        bad=_stated("delvis förenlig"),
        good=_stated("delvis förenlig", _SHORTCOMING),
    ),
    "KV516": ProblemText(
        severity=Severity.ERROR,
        title="Helt förenlig men med brister",
        message='Webbplatsen är "helt förenlig", men brister är angivna.',
        remedy='Skriv "delvis förenlig" eller "inte förenlig", eller ta bort bristerna.',
        explanation=(
            "En webbplats med brister uppfyller inte alla krav i lagen. Det gäller också det som "
            "är oskäligt betungande att anpassa. Innehåll som lagen inte omfattar är däremot "
            "ingen brist. Det står under undantagna."
        ),
        bad=_stated("helt förenlig", _SHORTCOMING),
        good=_stated("helt förenlig"),
    ),
    "KV517": ProblemText(
        severity=Severity.ERROR,
        title="Färgen syns för dåligt",
        message=(
            'Färgen "{value}" har kontrasten {contrast}:1 mot sidornas ljusa bakgrund. '
            "Minst {required}:1 krävs."
        ),
        remedy='Välj en mörkare färg. Den närmaste som fungerar är "{nearest}".',
        explanation=(
            "Färgen används i linjer, knappar och märken, och de ska synas också för den som ser "
            "dåligt. Därför kräver WCAG 2.2 en kontrast på minst 3:1 (kriterium 1.4.11). Text och "
            "länkar kräver mer, men de får en mörkare ton av färgen när det behövs. I mörkt läge "
            "görs färgen ljusare."
        ),
        bad=_kommun('accentfärg: "#ffd500"'),
        good=_kommun('accentfärg: "#a88c10"'),
    ),
    "KV518": ProblemText(
        severity=Severity.ERROR,
        title="Utgivarens kontakt utan utgivare",
        message="Utgivarens kontakt är angiven, men inte vem som är utgivare.",
        remedy='Skriv namnet under "utgivare:". Är det kommunen själv heter nyckeln "kontakt:".',
        explanation=(
            "Ger kommunen själv ut sidorna står dess kontakt under kontakt. Utgivarens kontakt "
            "är till för någon annan, och visas inte utan namn."
        ),
        bad=_kommun("utgivares_kontakt: {epost: hej@oppnamal.example}"),
        good=_kommun(
            "utgivare: Föreningen Öppna mål", "utgivares_kontakt: {epost: hej@oppnamal.example}"
        ),
    ),
}
