"""KV0xx: the files themselves, their encoding and their places."""

from __future__ import annotations

from kommunvision.swedish.problems.entry import FOLDER, Odd, ProblemText, Severity, data

_THEME = """
    teman:
      - id: klimat
        namn: Klimat och miljö
"""

TEXTS: dict[str, ProblemText] = {
    "KV001": ProblemText(
        severity=Severity.ERROR,
        title="Fel teckenkodning",
        message="Filen är inte sparad som UTF-8. Den ser ut att vara sparad som {encoding}.",
        remedy="Öppna filen, välj Spara som och där kodningen UTF-8.",
        explanation=(
            "Alla filer ska vara sparade som UTF-8. Annars går det inte att veta vilka tecken som "
            "menas, och å, ä och ö kan bli fel. I Anteckningar väljer du kodning bredvid knappen "
            "Spara. I VS Code klickar du på kodningens namn längst ner till höger och väljer Spara "
            "med kodning. I Word väljer du Spara som och filformatet Oformaterad text."
        ),
        bad={
            f"{FOLDER}/teman.yml": Odd(
                "teman:\n  - id: klimat\n    namn: Klimat och milj\N{REPLACEMENT CHARACTER}\n",
                "teman:\n  - id: klimat\n    namn: Klimat och miljö\n".encode("cp1252"),
            )
        },
        good=data(_THEME, "teman.yml"),
    ),
    "KV006": ProblemText(
        severity=Severity.ERROR,
        title="Filen är för stor",
        message="Filen är {size} byte stor. Gränsen är {limit} byte.",
        remedy="Dela upp filen i flera. Det spelar ingen roll i vilken fil ett objekt står.",
        explanation=(
            "En fil som är skriven för hand blir aldrig så här stor. Ofta har något annat än data "
            "hamnat i den."
        ),
        bad={
            f"{FOLDER}/teman.yml": Odd(
                "# En fil på två megabyte\n", b"# fyllnad\n", hollow=2_500_000
            )
        },
        good=data(_THEME, "teman.yml"),
    ),
    "KV010": ProblemText(
        severity=Severity.ERROR,
        title="Mappen saknar kommun",
        message='Ingen fil i mappen "{folder}" har nyckeln kommun.',
        remedy="Lägg en fil kommun.yml i mappen, med nyckeln kommun och kommunens namn.",
        explanation=(
            "Varje mapp under data hör till en kommun. Nyckeln kommun säger vilken, och den ska "
            "stå en gång i mappen."
        ),
        bad=data("format: 1\n", "kommun.yml"),
        good=data(
            """
            format: 1
            kommun:
              namn: Exempelby
              formellt_namn: Exempelby kommun
              påhittad: ja
            """,
            "kommun.yml",
        ),
    ),
    "KV011": ProblemText(
        severity=Severity.ERROR,
        title="Kommunen står två gånger",
        message="Nyckeln kommun står i två filer i samma mapp. Den första står på {place}.",
        remedy="Behåll den ena, och flytta det som behövs dit.",
        explanation="Uppgifterna om kommunen ska stå på ett enda ställe, så att det är klart vad "
        "som gäller.",
        bad=data(
            """
            kommun:
              namn: Exempelby
              formellt_namn: Exempelby kommun
              påhittad: ja
            """,
            "om.yml",
        ),
        good=data(
            """
            teman:
              - id: klimat
                namn: Klimat
            """,
            "om.yml",
        ),
    ),
    "KV025": ProblemText(
        severity=Severity.ERROR,
        title="Filen ser ut som en kopia",
        message="Filen ser ut som en kopia av {file}, och samma saker står i båda.",
        remedy="Ta bort kopian. Är något i den nytt flyttar du det till {file} först.",
        explanation=(
            "Den som kopierar en fil, eller hämtar den en gång till, får ofta en fil med ordet "
            "kopia eller ett nummer i namnet. Allt i mappen läses, så samma mål skulle finnas två "
            "gånger."
        ),
        bad={**data(_THEME, "teman.yml"), **data(_THEME, "teman (1).yml")},
        good=data(_THEME, "teman.yml"),
    ),
    "KV026": ProblemText(
        severity=Severity.ERROR,
        title="Filen har tömts",
        message="Filen {file} är tom, men det här saknas: {ids}.",
        remedy="Hämta tillbaka filen som den såg ut förut.",
        explanation=(
            "Det som saknas är sådant som andra filer eller sidor hänvisar till, eller som redan "
            "är publicerat. En fil kan bli tom när något går fel medan den sparas, eller när allt "
            "i den råkar klippas bort. Den tidigare versionen finns i versionshanteringen. När "
            "filen är på plats igen syns om något mer behöver rättas."
        ),
        bad={
            **data("# Här stod målen.\n"),
            **data(
                """
                uppföljningar:
                  - id: arsredovisning-2025
                    namn: Årsredovisning 2025
                    slag: årsredovisning
                    period: 2025
                    omdömen:
                      - {om: utb-1, kommentar: Fler klarar skolan.}
                      - {om: utb-2, kommentar: Färre klarar skolan.}
                      - {om: utb-3, kommentar: Lika många klarar skolan.}
                """,
                "uppfoljning.yml",
            ),
        },
        good=data(
            """
            mål:
              - id: utb-1
                nivå: mal
                rubrik: Fler unga når gymnasieexamen
            """
        ),
    ),
    "KV012": ProblemText(
        severity=Severity.ERROR,
        title="Filen står på fel ställe",
        message='Filen "{file}" läses inte.',
        remedy="Datafiler ska ha ändelsen .yml och ligga i kommunens mapp under data.",
        explanation=(
            "En fil som inte läses syns inte på webbplatsen, och det är lätt att missa. Därför "
            "får mappen data bara ha sådant som läses."
        ),
        bad=data("teman: []\n", "teman.ymll"),
        good=data(_THEME, "teman.yml"),
    ),
    "KV013": ProblemText(
        severity=Severity.ERROR,
        title="Mappens namn kan inte vara en adress",
        message='Mappen "{folder}" kan inte bli en del av webbadressen.',
        remedy="Byt namn på mappen. Använd små bokstäver a–z, siffror och bindestreck.",
        explanation=(
            "Mappens namn blir första delen av kommunens adresser. Adresser med å, ä, ö, stora "
            "bokstäver eller blanksteg fungerar olika i olika system."
        ),
        bad={
            "data/Västra byn/kommun.yml": (
                "format: 1\nkommun:\n  namn: Västra byn\n"
                "  formellt_namn: Västra byns kommun\n  påhittad: ja\n"
            )
        },
        good={
            "data/vastra-byn/kommun.yml": (
                "format: 1\nkommun:\n  namn: Västra byn\n"
                "  formellt_namn: Västra byns kommun\n  påhittad: ja\n"
            )
        },
    ),
    "KV014": ProblemText(
        severity=Severity.ERROR,
        title="Okänd version av dataformatet",
        message='Dataformatet "{value}" är okänt.',
        remedy=(
            "Skriv format: 1. Är filerna skrivna för en nyare version av Kommunvision behöver du "
            "den versionen."
        ),
        explanation=(
            "Nyckeln format säger vilken version av reglerna som filen är skriven efter. En fil "
            "utan nyckeln har format 1. När reglerna ändras gör kommandot kommunvision migrate om "
            "filerna."
        ),
        bad=data(
            """
            format: 7
            kommun:
              namn: Exempelby
              formellt_namn: Exempelby kommun
              påhittad: ja
            """,
            "kommun.yml",
        ),
        good=data(
            """
            format: 1
            kommun:
              namn: Exempelby
              formellt_namn: Exempelby kommun
              påhittad: ja
            """,
            "kommun.yml",
        ),
    ),
    "KV015": ProblemText(
        severity=Severity.ERROR,
        title="Länk ut ur mappen",
        message='"{file}" är en länk till en mapp eller till något utanför webbplatsens filer.',
        remedy="Byt länken mot en riktig fil eller mapp.",
        explanation=(
            "En symbolisk länk kan leda till vilken fil som helst på datorn, och en länk till en "
            "mapp kan gå i cirkel. Därför följs bara länkar till filer i samma mapp, data eller "
            "content, och aldrig till dolda filer."
        ),
        bad={
            f"{FOLDER}/teman.yml": Odd(
                "(en länk till ../../../lista.yml)", link_to="../../../lista.yml"
            )
        },
        good=data(_THEME, "teman.yml"),
    ),
    "KV017": ProblemText(
        severity=Severity.ERROR,
        title="Filen går inte att öppna",
        message='"{file}" går inte att öppna.',
        remedy="Kontrollera att filen eller mappen finns och att du får läsa den.",
        explanation=(
            "Namnet syns i mappen, men innehållet kan inte läsas. Det kan vara en länk till något "
            "som är borta, något annat än en vanlig fil, eller så saknas rättighet att läsa det."
        ),
        bad={f"{FOLDER}/teman.yml": Odd("(en länk till en fil som är borta)", link_to="borta.yml")},
        good=data(_THEME, "teman.yml"),
    ),
    "KV019": ProblemText(
        severity=Severity.ERROR,
        title="Hör till en kommuns mapp",
        message='"{key}" kan inte stå i en fil som är gemensam för alla kommuner.',
        remedy="Flytta det till en fil i kommunens egen mapp.",
        explanation=(
            "Filer direkt i mappen data är gemensamma när webbplatsen har flera kommuner. Där kan "
            "bara teman och ordlistan stå, och sidor som har tagits bort utan att höra till någon "
            "kommun."
        ),
        bad={"data/gemensamt.yml": "källor:\n  - {id: lag, titel: Kommunallagen}\n"},
        good={"data/gemensamt.yml": "teman:\n  - {id: klimat, namn: Klimat}\n"},
    ),
    "KV021": ProblemText(
        severity=Severity.ERROR,
        title="Namn som inte går att använda",
        message='Namnet "{file}" fungerar inte på alla datorer, eller inte i en adress.',
        remedy="Byt till ett kort namn med bokstäver, siffror, bindestreck och punkt.",
        explanation=(
            "Namnet blir en del av en adress. Osynliga tecken, citattecken, kolon, "
            "frågetecken och tecken som < och # betyder något annat där, och på en del datorer "
            "går de inte att spara. I Windows kan en fil inte heta con, aux, nul eller com1, och "
            "inte sluta med punkt eller blanksteg. Ett namn får vara högst 120 tecken, med "
            "mapparna högst 220. En mapp kan inte heta något som slutar på .html."
        ),
        bad={"content/exempelby/om #1.md": "# Om oss\n"},
        good={"content/exempelby/om-1.md": "# Om oss\n"},
    ),
    "KV023": ProblemText(
        severity=Severity.ERROR,
        title="Ingen kommun",
        message="Mappen data innehåller ingen kommun.",
        remedy="Skapa en mapp för kommunen, till exempel med kommunvision new kommun NAMN.",
        explanation=(
            "Varje kommun har en egen mapp under data, med en fil kommun.yml som säger vilken "
            "kommun det är. En enda kommun får ha sina filer direkt i data."
        ),
        bad={FOLDER: Odd("(mappen finns inte)", absent=True)},
        good={
            f"{FOLDER}/kommun.yml": (
                "kommun:\n  namn: Exempelby\n  formellt_namn: Exempelby kommun\n  påhittad: ja\n"
            )
        },
    ),
}
