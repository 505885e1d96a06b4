"""KV8xx: addresses of pages, now and before."""

from __future__ import annotations

from kommunvision.swedish.problems.entry import FOLDER, Files, ProblemText, Severity, data

_GOOD = """
    mål:
      - id: utb-1
        nivå: mal
        rubrik: Fler unga når gymnasieexamen
        tidigare_id: [skola-1]
      - id: utb-2
        nivå: mal
        rubrik: Fler vuxna läser vidare
"""

_WITHDRAWN = """
    borttagna:
      - adress: {address}
        rubrik: Fler gymnasieplatser
        datum: 2026-03-02
        skäl: Målet publicerades av misstag.
"""


def _embedded_by(website: str) -> Files:
    return data(
        f"""
        kommun:
          namn: Exempelby
          formellt_namn: Exempelby kommun
          påhittad: ja
          får_bädda_in: {website}
        """,
        "kommun.yml",
    )


TEXTS: dict[str, ProblemText] = {
    "KV801": ProblemText(
        severity=Severity.ERROR,
        title="Tidigare id som används",
        message='{who} har det tidigare id:t "{value}", men det används på {place}.',
        remedy="Ta bort det tidigare id:t, eller ge det andra objektet ett annat id.",
        explanation=(
            "Ett tidigare id leder gamla länkar till objektets nya sida. Det går inte om ett annat "
            "objekt har tagit över samma id."
        ),
        bad=data(
            """
            mål:
              - id: utb-1
                nivå: mal
                rubrik: Fler unga når gymnasieexamen
                tidigare_id: [utb-2]
              - id: utb-2
                nivå: mal
                rubrik: Fler vuxna läser vidare
            """
        ),
        good=data(_GOOD),
    ),
    "KV802": ProblemText(
        severity=Severity.ERROR,
        title="Samma tidigare id på två objekt",
        message='{who} har det tidigare id:t "{value}", som också står på {place}.',
        remedy="Låt bara ett av objekten ha det. Den gamla adressen kan bara leda till en sida.",
        explanation="En gammal adress kan bara leda vidare till en enda ny sida.",
        bad=data(
            """
            mål:
              - id: utb-1
                nivå: mal
                rubrik: Fler unga når gymnasieexamen
                tidigare_id: [skola-1]
              - id: utb-2
                nivå: mal
                rubrik: Fler vuxna läser vidare
                tidigare_id: [skola-1]
            """
        ),
        good=data(_GOOD),
    ),
    "KV803": ProblemText(
        severity=Severity.ERROR,
        title="Tidigare id är samma som id",
        message='{who} har sitt eget id under "tidigare_id".',
        remedy="Ta bort det. Där ska bara id stå som objektet har haft förut.",
        explanation="Adressen skulle leda till sig själv.",
        bad=data(
            """
            mål:
              - id: utb-1
                nivå: mal
                rubrik: Fler unga når gymnasieexamen
                tidigare_id: [utb-1]
            """
        ),
        good=data(_GOOD),
    ),
    "KV804": ProblemText(
        severity=Severity.WARNING,
        title="Samma tema med olika namn",
        message='Temat "{id}" heter "{value}" här, men "{other}" på {place}.',
        remedy="Ge temat samma namn, eller ett annat id om det är ett annat tema.",
        explanation=(
            "Ett tema har en gemensam sida för alla kommuner. Därför ska samma id betyda samma "
            "tema överallt."
        ),
        bad={
            f"{FOLDER}/teman.yml": "teman:\n  - {id: klimat, namn: Klimat}\n",
            "data/grannbyn/kommun.yml": (
                "kommun:\n  namn: Grannbyn\n  formellt_namn: Grannbyns kommun\n  påhittad: ja\n"
                "teman:\n  - {id: klimat, namn: Klimat och energi}\n"
            ),
        },
        good={
            f"{FOLDER}/teman.yml": "teman:\n  - {id: klimat, namn: Klimat}\n",
            "data/grannbyn/kommun.yml": (
                "kommun:\n  namn: Grannbyn\n  formellt_namn: Grannbyns kommun\n  påhittad: ja\n"
                "teman:\n  - {id: klimat, namn: Klimat}\n"
            ),
        },
    ),
    "KV805": ProblemText(
        severity=Severity.ERROR,
        title="Samma kommun två gånger",
        message='Koden "{value}" används också av {name}, på {place}.',
        remedy="Ta bort den ena mappen, eller rätta koden.",
        explanation="Två mappar kan inte höra till samma kommun.",
        bad={
            f"{FOLDER}/kommun.yml": (
                "kommun:\n  namn: Nora\n  formellt_namn: Nora kommun\n  kod: 1884\n"
            ),
            "data/nora-gammal/kommun.yml": (
                "kommun:\n  namn: Nora\n  formellt_namn: Nora kommun\n  kod: 1884\n"
            ),
        },
        good={
            f"{FOLDER}/kommun.yml": (
                "kommun:\n  namn: Nora\n  formellt_namn: Nora kommun\n  kod: 1884\n"
            ),
        },
    ),
    "KV806": ProblemText(
        severity=Severity.ERROR,
        title="Publicerad adress som försvinner",
        message='Adressen "{address}" har publicerats, men leder ingenstans längre.',
        remedy=(
            'Skriv "tidigare_id: {id}" på det som har tagit över, eller adressen under "borttagna" '
            "i {file}."
        ),
        explanation=(
            "Andra webbplatser, protokoll och sökmotorer länkar till sidan. Har objektet fått ett "
            "nytt id ska det gamla stå under tidigare_id, så att den gamla adressen leder rätt. "
            "Ska sidan verkligen försvinna skriver du adressen under borttagna, med datum och "
            "skäl. Då får den som följer en gammal länk veta varför. Alla publicerade adresser "
            "står i data/adresser.yml. Den filen skrivs av kommunvision build, och ska följa med "
            "i versionshanteringen."
        ),
        bad={
            **data(
                """
                mål:
                  - id: utb-1
                    nivå: mal
                    rubrik: Fler unga når gymnasieexamen
                """
            ),
            "data/adresser.yml": "adresser:\n- exempelby/mal/skola-1/\n",
        },
        good={
            **data(
                """
                mål:
                  - id: utb-1
                    nivå: mal
                    rubrik: Fler unga når gymnasieexamen
                    tidigare_id: skola-1
                """
            ),
            "data/adresser.yml": "adresser:\n- exempelby/mal/skola-1/\n",
        },
    ),
    "KV807": ProblemText(
        severity=Severity.ERROR,
        title="Adressfilen går inte att läsa",
        message='Filen ska ha nyckeln "adresser:" med en lista av adresser, men har det inte.',
        remedy="Hämta tillbaka filen som den såg ut förut. Den skrivs av kommunvision build.",
        explanation=(
            "I data/adresser.yml antecknar kommunvision build de adresser som har publicerats. "
            "Filen ska inte ändras för hand."
        ),
        bad={"data/adresser.yml": "- exempelby/mal/skola-1/\n"},
        good={"data/adresser.yml": "adresser: []\n"},
    ),
    "KV808": ProblemText(
        severity=Severity.ERROR,
        title="Två filer med samma adress",
        message='Filen får adressen "{address}", som redan {place} har.',
        remedy="Ta bort den ena filen, eller byt namn på den.",
        explanation=(
            "En sida om-oss.md, en sida om-oss/index.md och en sida om-oss/README.md får alla "
            "adressen om-oss/. Bara en av dem kan visas. Stora och små bokstäver räknas som "
            "samma, för så gör många datorer."
        ),
        bad={
            "content/exempelby/om-oss.md": "# Om oss\n",
            "content/exempelby/om-oss/index.md": "# Mer om oss\n",
        },
        good={
            "content/exempelby/om-oss.md": "# Om oss\n",
            "content/exempelby/om-oss/mer.md": "# Mer om oss\n",
        },
    ),
    "KV809": ProblemText(
        severity=Severity.ERROR,
        title="Filnamn som ger en krånglig adress",
        message='Namnet "{file}" blir en del av en adress. Där får bara a–z, siffror, bindestreck, '
        "understreck och punkt stå.",
        remedy="Byt namn på filen eller på mappen som den ligger i.",
        explanation=(
            "Å, ä, ö, mellanslag och stora bokstäver i en adress skrivs olika av olika datorer och "
            "program, och då slutar länkar att fungera. En bild eller ett dokument får ha stora "
            "bokstäver, men inte å, ä, ö eller mellanslag."
        ),
        bad={"content/exempelby/så styrs vi.md": "# Så styrs vi\n"},
        good={"content/exempelby/sa-styrs-vi.md": "# Så styrs vi\n"},
    ),
    "KV810": ProblemText(
        severity=Severity.ERROR,
        title="Borttagen sida med fel adress",
        message='"{address}" är inte adressen till någon sida om ett objekt i kommunen.',
        remedy='Skriv adressen som den var på webbplatsen, till exempel "{example}".',
        explanation=(
            "Under borttagna står adresser till sidor som har varit publicerade: mål, visioner, "
            "nivåer, organ, indikatorer, uppföljningar och nyheter. Adressen skrivs utan https och "
            "webbplatsens namn, och slutar med ett snedstreck. För källor, beslut, skalor och "
            "styrmodeller slutar den med ett nummertecken och deras id. Alla publicerade adresser "
            "står i data/adresser.yml. Det som inte hör till någon kommun skrivs i filen "
            "data/borttagna.yml."
        ),
        bad=data(_WITHDRAWN.format(address="/mal/skola-1")),
        good=data(_WITHDRAWN.format(address="exempelby/mal/skola-1/")),
    ),
    "KV811": ProblemText(
        severity=Severity.ERROR,
        title="Borttagen sida som finns",
        message='Adressen "{address}" står som borttagen, men den används på {place}.',
        remedy="Ta bort adressen under borttagna, eller det som använder den.",
        explanation=(
            "En adress kan antingen leda till en sida eller säga att sidan är borttagen. Står ett "
            "tidigare id kvar på ett objekt leder den gamla adressen dit."
        ),
        bad=data(f"{_GOOD}{_WITHDRAWN.format(address='exempelby/mal/utb-1/')}"),
        good=data(f"{_GOOD}{_WITHDRAWN.format(address='exempelby/mal/skola-9/')}"),
    ),
    "KV812": ProblemText(
        severity=Severity.ERROR,
        title="Sida i stället för webbplats",
        message='"{value}" under får_bädda_in är adressen till en sida. Bara hela webbplatser kan '
        "släppas in.",
        remedy="Skriv adressen till webbplatsens startsida.",
        explanation=(
            "En webbläsare kan släppa in en webbplats, men inte enstaka sidor på den. Skriv "
            "adressen fram till det första ensamma snedstrecket."
        ),
        bad=_embedded_by("https://www.exempelby.example/vision"),
        good=_embedded_by("https://www.exempelby.example"),
    ),
}
