"""KV8xx: what has been published, and would lead nowhere."""

from __future__ import annotations

from kommunvision.swedish.problems.entry import ProblemText, Severity, data

_LEDGER = "data/adresser.yml"
_ABOUT = "content/exempelby/om-oss.md"

_GOOD_GOALS = """
    mål:
      - id: utb-1
        nivå: mal
        rubrik: Fler unga når gymnasieexamen
"""

TEXTS: dict[str, ProblemText] = {
    "KV813": ProblemText(
        severity=Severity.ERROR,
        title="Publicerad egen sida som försvinner",
        message='Sidan "{address}" har publicerats, men finns inte längre.',
        remedy=(
            'Skriv "tidigare_adress: {address}" överst på sidan som har tagit över, eller adressen '
            'under "borttagna" i {file}. Är det ett misstag lägger du tillbaka filen.'
        ),
        explanation=(
            "Andra webbplatser och sökmotorer länkar till sidan. Har den bytt namn eller slagits "
            "ihop med en annan skriver du den gamla adressen som tidigare_adress mellan strecken "
            "överst på den nya sidan. Då leds läsaren dit. Ska sidan bort skriver du adressen "
            "under borttagna, med datum och skäl. Alla publicerade adresser står i "
            "data/adresser.yml."
        ),
        bad={**data(_GOOD_GOALS), _LEDGER: "adresser:\n- exempelby/gammal-sida/\n"},
        good={
            **data(_GOOD_GOALS),
            _LEDGER: "adresser:\n- exempelby/gammal-sida/\n",
            _ABOUT: "---\ntidigare_adress: exempelby/gammal-sida/\n---\n\n# Om oss\n",
        },
    ),
    "KV814": ProblemText(
        severity=Severity.ERROR,
        title="Publicerad plats på en sida som försvinner",
        message='Adressen "{address}" har publicerats, men det som stod där finns inte längre.',
        remedy=(
            'Skriv "tidigare_id: {id}" på det som har tagit över, eller adressen under "borttagna" '
            "i {file}. Är det ett misstag lägger du tillbaka det."
        ),
        explanation=(
            "Källor, beslut, skalor och styrmodeller står flera på samma sida, och adressen slutar "
            "med deras id. Sidor, inbäddningar och andra webbplatser länkar dit. Har något nytt "
            "tagit över skriver du det gamla id:t som tidigare_id. Ska det bort skriver du "
            "adressen under borttagna, med datum och skäl. En källa eller ett beslut som inte "
            "används längre kan stå kvar."
        ),
        bad={
            **data("källor:\n  - id: budget-2026\n    titel: Budget 2026\n", "kallor.yml"),
            _LEDGER: "adresser:\n- exempelby/kallor/#budget-2025\n",
        },
        good={
            **data(
                """
                källor:
                  - id: budget-2026
                    tidigare_id: budget-2025
                    titel: Budget 2026
                """,
                "kallor.yml",
            ),
            _LEDGER: "adresser:\n- exempelby/kallor/#budget-2025\n",
        },
    ),
    "KV815": ProblemText(
        severity=Severity.ERROR,
        title="Publicerad kommun som försvinner",
        message=(
            "Kommunen i mappen data/{slug} har publicerats, men finns inte längre. Därför slutar "
            "{number} adresser att fungera."
        ),
        remedy=(
            'Har mappen bytt namn skriver du "tidigare_mapp: {slug}" i kommunens kommun.yml. Ska '
            'kommunen bort skriver du "{slug}/" under "borttagna" i data/borttagna.yml.'
        ),
        explanation=(
            "Mappens namn är början på alla kommunens adresser, och andra webbplatser länkar till "
            "dem. Har mappen fått ett nytt namn skriver du det gamla under tidigare_mapp. Då leder "
            "alla gamla adresser rätt. Finns kommunen inte längre, eller ska den inte vara kvar på "
            "webbplatsen, skriver du mappens namn med ett snedstreck under borttagna i filen "
            "data/borttagna.yml, med datum och skäl. Då säger varje gammal adress vad som har "
            "hänt. Är det ett misstag lägger du tillbaka mappen. Alla publicerade adresser står i "
            "data/adresser.yml."
        ),
        bad={
            **data(_GOOD_GOALS),
            _LEDGER: "adresser:\n- gamla/\n- gamla/mal/skola-1/\n- gamla/vision/vision-1/\n",
        },
        good={
            **data(_GOOD_GOALS),
            _LEDGER: "adresser:\n- gamla/\n- gamla/mal/skola-1/\n- gamla/vision/vision-1/\n",
            "data/borttagna.yml": (
                "borttagna:\n"
                "  - adress: gamla/\n"
                "    rubrik: Gamla kommun\n"
                "    datum: 2026-03-02\n"
                "    skäl: Kommunen har gått ihop med Exempelby.\n"
            ),
        },
    ),
    "KV816": ProblemText(
        severity=Severity.ERROR,
        title="Tidigare adress som inte är en adress på webbplatsen",
        message='"{address}" under tidigare_adress är ingen adress på webbplatsen.',
        remedy="Skriv adressen utan https och webbplatsens namn, och med ett snedstreck sist.",
        explanation=(
            "En tidigare adress leder till sidan som den står på. Den skrivs som i "
            "data/adresser.yml, till exempel exempelby/gammal-sida/. Har sidan haft flera adresser "
            "skriver du dem efter varandra, med kommatecken emellan."
        ),
        bad={_ABOUT: "---\ntidigare_adress: /gammal-sida\n---\n\n# Om oss\n"},
        good={_ABOUT: "---\ntidigare_adress: exempelby/gammal-sida/\n---\n\n# Om oss\n"},
    ),
    "KV817": ProblemText(
        severity=Severity.ERROR,
        title="Tidigare adress som används",
        message='Adressen "{address}" står som tidigare_adress, men den används på {place}.',
        remedy="Ta bort den tidigare adressen, eller det som använder den.",
        explanation=(
            "En adress kan bara leda till ett ställe. Finns det en sida där, eller har en annan "
            "sida samma tidigare adress, vet ingen vart läsaren ska."
        ),
        bad={
            _ABOUT: "---\ntidigare_adress: exempelby/mer/\n---\n\n# Om oss\n",
            "content/exempelby/mer.md": "# Mer om oss\n",
        },
        good={_ABOUT: "---\ntidigare_adress: exempelby/gammal-sida/\n---\n\n# Om oss\n"},
    ),
    "KV822": ProblemText(
        severity=Severity.ERROR,
        title="Publicerat id som har bytts",
        message=(
            'Id "{id}" är publicerat men finns inte längre. Det har troligen bytts till "{new}", '
            "och det gamla står kvar {mentioned}."
        ),
        remedy='Skriv "tidigare_id: {id}" på "{new}", och byt till "{new}" {change}.',
        explanation=(
            "Ett id är en del av en adress som andra kan ha länkat till. Står det gamla id:t under "
            "tidigare_id leder den gamla adressen till den nya. Hänvisningar i egna filer och "
            "sidor ska ha det nya. Lättast är att låta ett id vara som det är, också när rubriken "
            "ändras."
        ),
        bad={
            **data(
                """
                mål:
                  - id: utb-1
                    nivå: omrade
                    rubrik: Utbildning
                  - id: utb-tva
                    nivå: mal
                    rubrik: Fler unga når gymnasieexamen
                    överordnade: utb-1
                uppföljningar:
                  - id: arsredovisning-2025
                    namn: Årsredovisning 2025
                    slag: årsredovisning
                    period: 2025
                    omdömen:
                      - {om: utb-2, kommentar: Fler klarar skolan.}
                """
            ),
            _LEDGER: "adresser:\n- exempelby/mal/utb-1/\n- exempelby/mal/utb-2/\n",
        },
        good={
            **data(
                """
                mål:
                  - id: utb-1
                    nivå: omrade
                    rubrik: Utbildning
                  - id: utb-tva
                    tidigare_id: utb-2
                    nivå: mal
                    rubrik: Fler unga når gymnasieexamen
                    överordnade: utb-1
                uppföljningar:
                  - id: arsredovisning-2025
                    namn: Årsredovisning 2025
                    slag: årsredovisning
                    period: 2025
                    omdömen:
                      - {om: utb-tva, kommentar: Fler klarar skolan.}
                """
            ),
            _LEDGER: "adresser:\n- exempelby/mal/utb-1/\n- exempelby/mal/utb-2/\n",
        },
    ),
}
