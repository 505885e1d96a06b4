"""KV733 to KV736, and KV792: the pictures that the data names."""

from __future__ import annotations

from kommunvision.swedish.problems.entry import Files, Odd, ProblemText, Severity, data, page

_DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90"/>\n'

_GIF = b"GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\1\0\1\0\0\2\2D\1\0;"


def _picture(file: str, content: str | Odd = _DRAWING, *, named: str = "") -> Files:
    vision = data(
        f"""
        visioner:
          - id: v
            rubrik: Vision 2035
            status: gällande
            text: Här trivs alla.
            källa: budget
            beslut: kf-205
            bild: {{fil: {named or file}, alt: En buss, upphov: Kim Exempelsson}}
        """,
        "visioner.yml",
    )
    if isinstance(content, str):
        return {**vision, **page(content, file)}
    return {**vision, f"content/exempelby/{file}": content}


TEXTS: dict[str, ProblemText] = {
    "KV733": ProblemText(
        severity=Severity.ERROR,
        title="Bildens fil saknas",
        message='Bilden "{file}" finns inte.',
        remedy="Lägg en bild med det namnet i kommunens mapp under content, eller rätta namnet.",
        explanation=(
            "Logotypen och bilder till visioner ska ligga i kommunens mapp under content. Stora "
            "och små bokstäver i namnet ska vara som i filens."
        ),
        bad=_picture("buss.svg", named="bussen.svg"),
        good=_picture("bussen.svg"),
    ),
    "KV792": ProblemText(
        severity=Severity.ERROR,
        title="Bildens fil publiceras inte",
        message='Bilden "{file}" publiceras inte.',
        remedy='Välj en annan bild, eller ändra "exclude_docs" i mkdocs.yml så att den kommer med.',
        explanation=(
            'Filen finns, men "exclude_docs" eller "draft_docs" i mkdocs.yml säger att den inte '
            "ska publiceras. Då skulle bilden saknas på sidan."
        ),
        bad={"mkdocs.yml": 'exclude_docs: "*.svg"\n', **_picture("bussen.svg")},
        good={"mkdocs.yml": 'exclude_docs: "*.psd"\n', **_picture("bussen.svg")},
    ),
    "KV734": ProblemText(
        severity=Severity.ERROR,
        title="Bildfil av fel sort",
        message='Bilden "{file}" är av en sort som inte kan visas här.',
        remedy="Spara om bilden. De sorter som går är {choices}.",
        explanation=(
            "Bilden till en vision ska kunna visas i alla webbläsare och får inte röra sig. Foton "
            "blir minst som jpg, webp eller avif."
        ),
        bad=_picture("buss.gif", Odd("en gif-bild", _GIF)),
        good=_picture("buss.svg"),
    ),
    "KV735": ProblemText(
        severity=Severity.ERROR,
        title="Bilden går inte att läsa",
        message='Det går inte att läsa hur stor bilden "{file}" är.',
        remedy="Öppna bilden i ett ritprogram, ange hur bred och hög den är, och spara om den.",
        explanation=(
            "En svg-fil behöver bredd och höjd, eller viewBox. Storleken behövs för att texten "
            "inte ska hoppa när bilden visas."
        ),
        bad=_picture("buss.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>\n"),
        good=_picture("buss.svg"),
    ),
    "KV736": ProblemText(
        severity=Severity.WARNING,
        title="Tung bild",
        message='Bilden "{file}" är {size} kB. Den bör vara högst {limit} kB.',
        remedy="Gör bilden mindre, till exempel 1 600 bildpunkter bred, och spara den som jpg, "
        "webp eller avif.",
        explanation=(
            "Den som läser i mobilen med dålig täckning får vänta länge på en tung bild, och "
            "betalar för den."
        ),
        bad=_picture("buss.svg", Odd("en bild på 400 kB", _DRAWING.encode() + b" " * 400_000)),
        good=_picture("buss.svg"),
    ),
}
