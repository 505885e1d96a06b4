"""KV738 to KV742: what pictures, films and documents among the pages may carry with them."""

from __future__ import annotations

from kommunvision.swedish.problems.entry import Files, Odd, ProblemText, Severity, page

_DRAWING = "<svg xmlns='http://www.w3.org/2000/svg' width='160' height='90'/>\n"
_PICTURE = "# Om oss\n\n![Torget i Exempelby på våren]({})\n"


def _file(name: str, shown: str, content: bytes) -> Files:
    return {f"content/exempelby/{name}": Odd(shown, content)}


def _pdf(about: bytes) -> bytes:
    """Return a document without pages that says something of itself."""
    body = b"%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\n"
    second = len(body)
    body += b"2 0 obj\n<<" + about + b">>\nendobj\n"
    places = b"".join(b"%010d 00000 n \n" % one for one in (9, second))
    trailer = b"trailer\n<</Size 3/Root 1 0 R/Info 2 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(body)
    return body + b"xref\n0 3\n0000000000 65535 f \n" + places + trailer


TEXTS: dict[str, ProblemText] = {
    "KV738": ProblemText(
        severity=Severity.ERROR,
        title="Bild från en annan webbplats",
        message='Bilden hämtas från en annan webbplats, "{word}".',
        remedy="Spara bilden i kommunens mapp under content och skriv filens namn.",
        explanation=(
            "Den som läser sidan skulle hämta bilden från någon annan, som då kan se vem som läser "
            "vad. Bilden kan också bytas ut eller försvinna utan att kommunen vet om det."
        ),
        bad=page(_PICTURE.format("https://exempelby.example/torget.jpg")),
        good={**page(_PICTURE.format("torget.svg")), **page(_DRAWING, "torget.svg")},
    ),
    "KV739": ProblemText(
        severity=Severity.ERROR,
        title="För stor fil bland sidorna",
        message='Filen "{file}" är {size} MB. Gränsen är {limit} MB.',
        remedy="Gör filen mindre. En lång film kan ligga på en annan plats, med en länk dit.",
        explanation=(
            "Stora filer gör webbplatsen långsam att bygga och dyr att läsa för den som har dålig "
            "täckning. Bilder får vara högst 20 MB och andra filer högst 100 MB."
        ),
        bad={"content/exempelby/torget.jpg": Odd("en bild på 21 MB", hollow=21_000_000)},
        good=page(_DRAWING, "torget.svg"),
    ),
    "KV740": ProblemText(
        severity=Severity.ERROR,
        title="Bild som inte går att läsa",
        message='Bilden "{file}" går inte att läsa, eller är större än {limit} miljoner '
        "bildpunkter.",
        remedy="Öppna bilden i ett bildprogram och spara om den i den sort som namnet slutar med.",
        explanation=(
            "Filen är skadad, orimligt stor eller av en annan sort än dess namn säger. En liten "
            "fil kan vara gjord så att den fyller minnet hos den som öppnar den. En svg-fil ska "
            "vara sparad som UTF-8."
        ),
        bad=_file("torget.jpg", "en fil som inte är en bild", b"Ingen bild."),
        good=page(_DRAWING, "torget.svg"),
    ),
    "KV741": ProblemText(
        severity=Severity.ERROR,
        title="Fil som säger var eller hur den gjordes",
        message='Filen "{file}" bär på uppgifter om plats, kamera eller person.',
        remedy="Spara om filen utan sådana uppgifter (metadata). Ur jpg, png, webp och gif tas de "
        "bort av sig själva, så spara hellre bilden som jpg eller png.",
        explanation=(
            "En telefon skriver i bilder och filmer var de är tagna, och ibland av vem. Det ska "
            "inte publiceras. Ur en del filer går uppgifterna inte att ta bort utan att filen görs "
            "om."
        ),
        bad=_file("film.mp4", "en film med en plats i sig", b"\0\0\0\x20ftypmp42\xa9xyz+60+14/"),
        good=page(_DRAWING, "torget.svg"),
    ),
    "KV127": ProblemText(
        severity=Severity.ADVICE,
        title="Dokument som säger var det låg",
        message='Dokumentet "{file}" säger i vilken mapp det låg: "{word}".',
        remedy="Ändra dokumentets titel och andra egenskaper i programmet som det är skrivet i, "
        "och spara om det som pdf.",
        explanation=(
            "Den som laddar ned dokumentet kan läsa dess egenskaper. En mapp på någons dator "
            "säger vad hen heter, och ibland hur kommunens datorer är ordnade."
        ),
        bad=_file("budget.pdf", "en pdf med en sökväg", _pdf(rb"/Title (C:\\Users\\kim\\b.docx)")),
        good=_file("budget.pdf", "en pdf utan sökväg", _pdf(b"/Title (Budget)")),
    ),
    "KV742": ProblemText(
        severity=Severity.ADVICE,
        title="Dokument som säger vem som skrev det",
        message='Dokumentet "{file}" säger vem som har skrivit det: "{word}".',
        remedy="Ta bort namnet i programmet som dokumentet är skrivet i. I Word heter det "
        "Kontrollera dokument.",
        explanation=(
            "Den som laddar ned dokumentet kan läsa namnet i dess egenskaper. Är det kommunens "
            "namn kan det stå kvar."
        ),
        bad=_file("budget.pdf", "en pdf med ett namn", b"%PDF-1.4\n<</Author (Kim Ek)>>\n"),
        good=_file("budget.pdf", "en pdf utan namn", b"%PDF-1.4\n<<>>\n"),
    ),
}
