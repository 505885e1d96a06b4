"""KV719, KV72x and KV73x: what editors' pages may hold, and the files beside them."""

from __future__ import annotations

from kommunvision.swedish.problems.entry import Files, ProblemText, Severity, page


def _page(text: str) -> Files:
    return page(f"# Om oss\n\n{text}\n")


_TORGET = page("<svg xmlns='http://www.w3.org/2000/svg'/>\n", "torget.svg")
_GOOD = _page("Så styr vi kommunen.")

TEXTS: dict[str, ProblemText] = {
    "KV719": ProblemText(
        severity=Severity.ERROR,
        title="För många tecken av ett slag",
        message='Här står {size} tecken som "{word}". Gränsen är {limit}.',
        remedy="Dela upp texten, eller ta bort tecknen om de inte betyder något.",
        explanation=(
            "Tecknen [ och < kan inleda en länk, och datorn letar efter slutet på var och en. "
            "Tecknet # inleder en rubrik, som ska få en egen adress. När de är väldigt många tar "
            "det lång tid att bygga sidan."
        ),
        bad=_page("[ord] " * 501),
        good=_page("[ord] " * 3),
    ),
    "KV720": ProblemText(
        severity=Severity.ERROR,
        title="HTML på sidan",
        message='Sidan innehåller HTML, "{word}".',
        remedy="Skriv med Markdown, eller sätt texten mellan ` om koden ska synas.",
        explanation=(
            "Sidor skrivs i Markdown. HTML kan göra en sida svår att använda och osäker, och en "
            "HTML-kommentar gör att text försvinner."
        ),
        bad=_page("<b>Viktigt</b>"),
        good=_page("**Viktigt**"),
    ),
    "KV721": ProblemText(
        severity=Severity.ERROR,
        title="Otillåten länk",
        message='Länken leder till "{word}", som inte är en tillåten adress.',
        remedy="Skriv en adress som börjar med https://, mailto: eller tel:, eller en egen sida.",
        explanation="Länkar som kör kod eller bär data i sig är inte tillåtna.",
        bad=_page("[Läs mer](javascript:alert(1))"),
        good=_page("[Läs mer om mål](https://exempelby.example/mal)"),
    ),
    "KV722": ProblemText(
        severity=Severity.ERROR,
        title="Bild utan beskrivning",
        message='Bilden "{word}" saknar beskrivning.',
        remedy="Skriv mellan hakparenteserna vad bilden visar.",
        explanation=(
            "Den som inte ser bilden får beskrivningen uppläst. Alla bilder på sidan ska därför "
            "ha en text som säger det som bilden säger."
        ),
        bad={**_page("![](torget.svg)"), **_TORGET},
        good={**_page("![Torget i Exempelby på våren](torget.svg)"), **_TORGET},
    ),
    "KV723": ProblemText(
        severity=Severity.ERROR,
        title="Två huvudrubriker",
        message='Sidan har redan en huvudrubrik, men här kommer "{word}".',
        remedy="Skriv ## i stället för #.",
        explanation=(
            "En sida har en enda huvudrubrik. Den som lyssnar på sidan hittar då dess ämne "
            "direkt. Ett tecken # först på raden ger alltid en rubrik."
        ),
        bad=_page("# Kontakt"),
        good=_page("## Kontakt"),
    ),
    "KV724": ProblemText(
        severity=Severity.ERROR,
        title="Ingen huvudrubrik",
        message="Sidan saknar huvudrubrik.",
        remedy="Skriv # och rubriken på första raden.",
        explanation="Huvudrubriken säger vad sidan handlar om och ger sidan dess namn.",
        bad=page("Så styr vi kommunen.\n"),
        good=_GOOD,
    ),
    "KV725": ProblemText(
        severity=Severity.ERROR,
        title="Uppgifterna överst på sidan går inte att läsa",
        message="Uppgifterna mellan strecken överst på sidan går inte att läsa.",
        remedy=(
            "Skriv en uppgift per rad: namn, kolon, blanksteg och en text. En text med kolon i sig "
            "ska ha citattecken, och efter den sista uppgiften ska det stå --- på en egen rad."
        ),
        explanation=(
            "Mellan två rader med --- överst kan sidan ha uppgifter om sig själv. Varje uppgift "
            "är ett namn och en text, inga listor."
        ),
        bad=page("---\n- Om oss\n---\n\n# Om oss\n"),
        good=page("---\nrubrik: Om oss\n---\n\nSå styr vi kommunen.\n"),
    ),
    "KV726": ProblemText(
        severity=Severity.ERROR,
        title="Länk till en fil som inte finns",
        message='Länken leder till "{word}", som inte finns.',
        remedy="Kontrollera filens namn och mapp. Använd makrot länk för mål och visioner.",
        explanation="Den som följer länken kommer till en sida som saknas.",
        bad=_page("[Så styrs vi](styrning.md)"),
        good={
            **_page("[Så styrs vi](styrning.md)"),
            **page("# Så styrs vi\n", "styrning.md"),
        },
    ),
    "KV727": ProblemText(
        severity=Severity.ERROR,
        title="Okänd uppgift överst på sidan",
        message='Överst på sidan står "{key}", som inte betyder något här.',
        remedy="Uppgifterna som finns är: {choices}.",
        explanation="Andra uppgifter kan ändra hur sidan byggs och är därför inte tillåtna.",
        bad=page("---\nrubrk: Om oss\n---\n\n# Om oss\n"),
        good=page("---\nrubrik: Om oss\n---\n\nSå styr vi kommunen.\n"),
    ),
    "KV728": ProblemText(
        severity=Severity.ERROR,
        title="Makro överst på sidan",
        message='Mellan strecken överst på sidan står ett makro, "{word}".',
        remedy="Skriv texten som den ska vara.",
        explanation="Uppgifterna överst på sidan är ren text.",
        bad=page("---\nrubrik: \"{{ länk('kf') }}\"\n---\n\nSå styr vi kommunen.\n"),
        good=page("---\nrubrik: Om oss\n---\n\nSå styr vi kommunen.\n"),
    ),
    "KV729": ProblemText(
        severity=Severity.ERROR,
        title="Första raden försvinner",
        message='Raden "{word}" läses som en uppgift om sidan och syns inte.',
        remedy="Börja sidan med dess huvudrubrik.",
        explanation=(
            "Ett ord med kolon efter, allra överst på sidan, tolkas som en uppgift om sidan. "
            "Då försvinner raden ur texten."
        ),
        bad=page("Obs: sidan är ny.\n\n# Om oss\n"),
        good=page("# Om oss\n\nObs: sidan är ny.\n"),
    ),
    "KV730": ProblemText(
        severity=Severity.ERROR,
        title="Filtyp som inte publiceras",
        message='Filen "{file}" är av ett slag som inte publiceras.',
        remedy="Skriv sidor i Markdown, med ändelsen .md, spara bilder som png, jpg eller svg, och "
        "lägg uppgifter i YAML under data.",
        explanation=(
            "Bland sidorna får bilder, ljud, dokument och datafiler ligga. De publiceras som de "
            "är, men ur bilder och ljud tas uppgifter om kamera, plats och personer bort. "
            "Filer som en webbläsare eller server kör, som .html, .js och .php, gör det inte. "
            "Webbplatsens egna stilmallar står i mappen overrides."
        ),
        bad=page("<p>Om oss</p>\n", "om.html"),
        good=page("# Om oss\n", "om.md"),
    ),
    "KV731": ProblemText(
        severity=Severity.ERROR,
        title="Bild som innehåller mer än en bild",
        message='Bilden "{file}" innehåller "{word}", som kan köra kod eller hämta något utifrån.',
        remedy="Spara om bilden som vanlig svg ur ett ritprogram, eller som png.",
        explanation=(
            "En svg-fil kan innehålla kod, händelser, rörelser och länkar. Den som öppnar bilden "
            "skulle då köra koden på kommunens webbplats. Bara former, text och färger får vara "
            "med. Det som ritprogrammet har antecknat om sig självt tas bort av sig självt."
        ),
        bad=page("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>\n", "karta.svg"),
        good=page("<svg xmlns='http://www.w3.org/2000/svg'/>\n", "karta.svg"),
    ),
    "KV732": ProblemText(
        severity=Severity.WARNING,
        title="Makro inom enkla klamrar",
        message='"{word}" ser ut som ett makro men visas som det står.',
        remedy="Skriv två klamrar före och två efter. Ska texten synas sätter du den mellan `.",
        explanation=(
            "Ett makro skrivs inom dubbla klamrar. Med enkla klamrar är det vanlig text, och "
            "läsaren får se makrots namn i stället för det som makrot hämtar."
        ),
        bad=_page("{ kommuner() }"),
        good=_page("{{ kommuner() }}"),
    ),
    "KV743": ProblemText(
        severity=Severity.WARNING,
        title="Lista som blir löpande text",
        message='"{word}" blir ingen punkt i en lista, utan löpande text.',
        remedy="Börja punkterna med bindestreck och blanksteg, och lägg en tom rad ovanför listan.",
        explanation=(
            "I Markdown börjar en lista efter en tom rad, och de punkter som Word skriver (•) är "
            "vanliga tecken. Annars hamnar allt i samma stycke, och en skärmläsare säger inte att "
            "det är en lista."
        ),
        bad=_page("Vi gör tre saker:\n- lyssnar\n- beslutar\n- följer upp"),
        good=_page("Vi gör tre saker:\n\n- lyssnar\n- beslutar\n- följer upp"),
    ),
}
