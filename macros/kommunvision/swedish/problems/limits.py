"""KV024, KV12x and KV131: how many and how long things may be."""

from __future__ import annotations

from kommunvision.swedish.problems.entry import (
    FOLDER,
    Files,
    Odd,
    ProblemText,
    Severity,
    data,
    page,
)


def _goal(heading: str, key: str = "utb-1") -> Files:
    return data(f"mål:\n  - id: {key}\n    nivå: mal\n    rubrik: {heading}\n")


def _former(number: int) -> Files:
    names = ", ".join(f"gammal-{one}" for one in range(number))
    return _goal(f"Fler unga når gymnasieexamen\n    tidigare_id: [{names}]")


_LONG = data("mål:\n  - id: utb-1\n    nivå: mal\n    rubrik: " + "lång " * 500 + "\n")

TEXTS: dict[str, ProblemText] = {
    "KV024": ProblemText(
        severity=Severity.ERROR,
        title="För många filer",
        message='Mappen "{folder}" har {size} filer. Gränsen är {limit}.',
        remedy="Ta bort de filer som inte hör till webbplatsen.",
        explanation=(
            "Så många filer har ingen skrivit för hand. Ofta har en mapp hamnat fel, till exempel "
            "med säkerhetskopior eller program."
        ),
        bad={f"{FOLDER}/kopior/fil.yml": Odd("(2 001 filer)", copies=2_001)},
        good=data("teman: []\n", "teman.yml"),
    ),
    "KV121": ProblemText(
        severity=Severity.ERROR,
        title="För lång text",
        message='Texten under "{key}" är {size} tecken lång. Gränsen är {limit}.',
        remedy="Korta texten, eller dela upp den.",
        explanation=(
            "Gränsen ligger långt över det som någon orkar läsa. En text som är längre har oftast "
            "hamnat fel, till exempel för att ett citattecken saknas längre upp."
        ),
        bad=_LONG,
        good=_goal("Fler unga når gymnasieexamen"),
    ),
    "KV122": ProblemText(
        severity=Severity.ERROR,
        title="För lång lista",
        message='Listan under "{key}" har {size} delar. Gränsen är {limit}.',
        remedy="Ta bort det som inte ska vara med, eller dela upp det på flera objekt.",
        explanation=(
            "En lista som är så lång har inte skrivits för hand, och det tar lång tid att göra "
            "sidor av den."
        ),
        bad=_former(2_001),
        good=_former(2),
    ),
    "KV123": ProblemText(
        severity=Severity.ERROR,
        title="Id som inte fungerar i Windows",
        message='"{value}" kan inte vara ett id. I Windows är det namnet på en enhet.',
        remedy='Lägg till något i namnet, till exempel "{value}-1".',
        explanation=(
            "Ett id blir en mapp på webbplatsen. Namn som con, aux, nul och com1 kan inte vara "
            "mappar i Windows, så sidan skulle inte gå att spara eller visa där."
        ),
        bad=_goal("Fler unga når gymnasieexamen", "aux"),
        good=_goal("Fler unga når gymnasieexamen", "aux-1"),
    ),
    "KV131": ProblemText(
        severity=Severity.ERROR,
        title="Id som är namnet på en mapps egen sida",
        message='"{value}" kan inte vara ett id. '
        "Webbplatsen använder det namnet för mappars egna sidor.",
        remedy='Lägg till något i namnet, till exempel "{value}-1".',
        explanation=(
            "Ett id blir en mapp på webbplatsen. Med det här namnet hamnar sidan i mappen ovanför, "
            "och länkarna till den leder ingenstans."
        ),
        bad=_goal("Fler unga når gymnasieexamen", "index"),
        good=_goal("Fler unga når gymnasieexamen", "index-1"),
    ),
    "KV124": ProblemText(
        severity=Severity.ERROR,
        title="För mycket bland sidorna",
        message='Mappen "{folder}" är {size} MB. Gränsen är {limit} MB.',
        remedy="Ta bort stora filer som inte används. Film kan ligga på en annan plats, med en "
        "länk dit.",
        explanation=(
            "Allt i mappen ska byggas, sparas och skickas till webbservern varje gång. De flesta "
            "tjänster som visar webbplatser tar inte emot mer. Ofta har säkerhetskopior eller "
            "bilder direkt ur en kamera hamnat bland sidorna."
        ),
        bad={
            "content/exempelby/kopia.txt": Odd(
                "(11 filer på 100 MB)", copies=11, hollow=100_000_000
            )
        },
        good=page("# Om oss\n"),
    ),
    "KV125": ProblemText(
        severity=Severity.ERROR,
        title="Ikon som inte publiceras",
        message='Filen "{file}" är en ikon av ett slag som inte publiceras.',
        remedy="Spara bilden som svg eller png. Webbplatsens egen ikon läggs i filen "
        "overrides/assets/icon.svg.",
        explanation=(
            "Ico-filer behövs inte längre: alla webbläsare visar svg och png. En ico-fil kan bära "
            "på uppgifter om vem som gjorde den, och de går inte att ta bort."
        ),
        bad={"content/exempelby/ikon.ico": Odd("(en ikon)", content=b"\0\0\x01\0")},
        good=page("<svg xmlns='http://www.w3.org/2000/svg'/>\n", "ikon.svg"),
    ),
    "KV126": ProblemText(
        severity=Severity.ERROR,
        title="Ljud som inte går att läsa",
        message='Ljudfilen "{file}" går inte att läsa som mp3.',
        remedy="Öppna ljudet i ett ljudprogram och spara om det som mp3.",
        explanation=(
            "Filen är skadad, eller av en annan sort än dess namn säger. Ur en mp3-fil publiceras "
            "bara ljudet. Namn, kommentarer och bilder i filen tas bort av sig själva."
        ),
        bad={"content/exempelby/tal.mp3": Odd("(en fil utan ljud)", content=b"Inget ljud.")},
        good=page("# Om oss\n"),
    ),
}
