"""KV3xx: levels, and the chains from activities up to a vision."""

from __future__ import annotations

from kommunvision.swedish.problems.entry import Files, ProblemText, Severity, data

_MODEL = """
    styrmodeller:
      - id: styrmodell
        namn: Styrmodell
        nivåer:
          - {{id: visionsniva, namn: vision, artikel: en, bestämd: visionen, plural: visioner,
             bestämd_plural: visionerna, slag: visioner}}
          - {{id: omrade, namn: område, artikel: ett, bestämd: området, plural: områden,
             bestämd_plural: områdena}}
          - {{id: mal, namn: mål, artikel: ett, bestämd: målet, plural: mål,
             bestämd_plural: målen{further}}}
"""

_VISION = """
    visioner:
      - id: vision-2035
        rubrik: Vision 2035
        status: gällande
        text: Exempelby är hela livets kommun.
"""

_AREA = """
      - id: utbildning
        nivå: omrade
        rubrik: Utbildning
"""

_GOAL = """
      - id: utb-1
        nivå: mal
        rubrik: Fler unga når gymnasieexamen
"""


def _system(goals: str, further: str = "", visions: str = "") -> Files:
    """Return a kommun whose level ``mal`` has further keys, with these goals and visions."""
    return {
        **data(_MODEL.format(further=further), "styrmodell.yml"),
        **(data(visions, "visioner.yml") if visions else {}),
        **data(f"    mål:\n{goals.strip(chr(10))}\n"),
    }


def _forms(singular: str) -> Files:
    """Return a governing model whose one level has these forms."""
    level = (
        f"{{id: uppdrag, namn: uppdrag, {singular}, plural: uppdrag, bestämd_plural: uppdragen}}"
    )
    return data(
        f"styrmodeller:\n  - id: styrmodell\n    namn: Styrmodell\n    nivåer: [{level}]\n",
        "styrmodell.yml",
    )


def _deep(steps: int) -> Files:
    """Return a chain of so many steps, each on a level of its own."""
    forms = "artikel: ett, bestämd: steget, plural: steg, bestämd_plural: stegen"
    levels = "".join(
        f"      - {{id: n{step}, namn: steg {step}, {forms}}}\n" for step in range(1, steps + 1)
    )
    goals = "".join(
        f"  - id: m{step}\n    nivå: n{step}\n    rubrik: Steg {step}\n"
        + (f"    överordnade: m{step - 1}\n" if step > 1 else "")
        for step in range(1, steps + 1)
    )
    model = "styrmodeller:\n  - id: styrmodell\n    namn: Styrmodell\n    nivåer:\n"
    return {**data(f"{model}{levels}", "styrmodell.yml"), **data(f"mål:\n{goals}")}


TEXTS: dict[str, ProblemText] = {
    "KV301": ProblemText(
        severity=Severity.ERROR,
        title="Fel ordning mellan nivåer",
        message='{who} står på nivån "{level}" och kan inte stödja "{value}" på nivån "{other}".',
        remedy="Det som är överordnat måste stå på en högre nivå i styrmodellen.",
        explanation=(
            "En länk i målkedjan går alltid uppåt, mot visionen. Den får hoppa över nivåer, men "
            "inte gå nedåt eller i sidled. Kontrollera nivån på de två, och åt vilket håll länken "
            "är skriven."
        ),
        bad=_system(
            _AREA + "        överordnade: [utb-1]\n" + _GOAL,
        ),
        good=_system(_AREA + _GOAL + "        överordnade: [utbildning]\n"),
    ),
    "KV302": ProblemText(
        severity=Severity.WARNING,
        title="Inget överordnat",
        message='{who} stödjer inget ovanför, men nivån "{level}" ska ha överordnade.',
        remedy=(
            'Lägg till "överordnade:" med id för det som stöds, eller "överordnade: framgår inte '
            'av källan".'
        ),
        explanation=(
            "Styrmodellen säger att allt på nivån ska stödja något ovanför. Framgår det inte av "
            "källan kan du skriva det."
        ),
        bad=_system(_AREA + _GOAL, ", ska_ha_överordnad: ja"),
        good=_system(
            _AREA + _GOAL + "        överordnade: [utbildning]\n", ", ska_ha_överordnad: ja"
        ),
    ),
    "KV303": ProblemText(
        severity=Severity.WARNING,
        title="Ingen väg till en vision",
        message='{who} har ingen väg upp till en vision, men nivån "{level}" ska leda till en.',
        remedy='Skriv visionens id under "överordnade:", här eller på något som står ovanför.',
        explanation=(
            "Styrmodellen säger att allt på nivån ska leda till en vision. Någonstans på vägen upp "
            "saknas en länk. Framgår länken inte av källan kan du skriva det där den saknas."
        ),
        bad=_system(
            _AREA + _GOAL + "        överordnade: [utbildning]\n",
            ", ska_leda_till_vision: ja",
            _VISION,
        ),
        good=_system(
            _AREA
            + "        överordnade: [vision-2035]\n"
            + _GOAL
            + "        överordnade: [utbildning]\n",
            ", ska_leda_till_vision: ja",
            _VISION,
        ),
    ),
    "KV304": ProblemText(
        severity=Severity.ERROR,
        title="Målkedjan går i cirkel",
        message="Målkedjan går i cirkel: {loop}.",
        remedy="Ta bort en av länkarna. Det som är överordnat kan inte också vara underordnat.",
        explanation=(
            "Länkarna leder runt tillbaka till där de började, så kedjan får ingen topp. "
            "Meddelandet visar hela cirkeln, med platsen för varje länk."
        ),
        bad=_system(
            _AREA + "        överordnade: [utb-1]\n" + _GOAL + "        överordnade: [utbildning]\n"
        ),
        good=_system(_AREA + _GOAL + "        överordnade: [utbildning]\n"),
    ),
    "KV305": ProblemText(
        severity=Severity.ERROR,
        title="Ersätter varandra i cirkel",
        message="Objekten ersätter varandra i cirkel: {loop}.",
        remedy="Ta bort en av länkarna. Det nya ersätter det gamla, aldrig tvärtom.",
        explanation="Länkarna leder runt, så det går inte att veta vad som är nyast.",
        bad=data(
            """
            visioner:
              - id: vision-2025
                rubrik: Vision 2025
                status: ersatt
                text: En kommun för alla.
                ersätter: vision-2035
              - id: vision-2035
                rubrik: Vision 2035
                status: gällande
                text: Exempelby är hela livets kommun.
                ersätter: vision-2025
            """,
            "visioner.yml",
        ),
        good=data(
            """
            visioner:
              - id: vision-2025
                rubrik: Vision 2025
                status: ersatt
                text: En kommun för alla.
              - id: vision-2035
                rubrik: Vision 2035
                status: gällande
                text: Exempelby är hela livets kommun.
                ersätter: vision-2025
            """,
            "visioner.yml",
        ),
    ),
    "KV306": ProblemText(
        severity=Severity.ERROR,
        title="Fler än det angivna antalet",
        message='"{key}" är {total}, men här finns {count}.',
        remedy="Rätta antalet. Det ska vara alla som källan har, även de som inte återges här.",
        explanation=(
            "Antalet säger hur många källan har, så att sidan kan skriva till exempel 5 av 30. Det "
            "kan aldrig vara mindre än antalet som står här."
        ),
        bad=_system(_GOAL + _GOAL.replace("utb-1", "utb-2"), ", totalt: 1"),
        good=_system(_GOAL + _GOAL.replace("utb-1", "utb-2"), ", totalt: 5"),
    ),
    "KV307": ProblemText(
        severity=Severity.ADVICE,
        title="Antalet behövs inte",
        message='"{key}" är {total}, och så många finns redan här.',
        remedy="Ta bort raden. Den behövs bara när alla inte är med.",
        explanation=(
            "Antalet skrivs när listan är ofullständig. Är alla med blir det bara ännu en siffra "
            "att hålla aktuell."
        ),
        bad=_system(_GOAL + _GOAL.replace("utb-1", "utb-2"), ", totalt: 2"),
        good=_system(_GOAL + _GOAL.replace("utb-1", "utb-2")),
    ),
    "KV308": ProblemText(
        severity=Severity.ERROR,
        title="Mål på visionens nivå",
        message='{who} står på nivån "{value}", som bara är till för visioner.',
        remedy="Välj en annan nivå, eller flytta texten till nyckeln visioner.",
        explanation=(
            "En nivå med slag: visioner är platsen för visionerna själva. De står under nyckeln "
            "visioner."
        ),
        bad=_system(_GOAL.replace("nivå: mal", "nivå: visionsniva")),
        good=_system(_GOAL),
    ),
    "KV309": ProblemText(
        severity=Severity.WARNING,
        title="Nivån är inte tom",
        message='Nivån "{level}" förklarar varför den är tom, men här finns {count}.',
        remedy='Ta bort "tom_för_att".',
        explanation="Sidan skulle säga att nivån är tom och samtidigt visa det som står där.",
        bad=_system(_GOAL, ", tom_för_att: Målen är inte beslutade än."),
        good=_system(_GOAL),
    ),
    "KV310": ProblemText(
        severity=Severity.ERROR,
        title="Organisationen går i cirkel",
        message="Organen hör till varandra i cirkel: {loop}.",
        remedy='Ta bort "del_av" för det organ som står högst.',
        explanation="Organisationen är ett träd. Ett organ kan inte höra till något under sig.",
        bad=data(
            """
            organisation:
              - {id: kf, namn: Kommunfullmäktige, slag: fullmäktige}
              - {id: ks, namn: Kommunstyrelsen, slag: styrelse, del_av: au}
              - {id: au, namn: Arbetsutskottet, slag: utskott, del_av: ks}
            """,
            "organisation.yml",
        ),
        good=data(
            """
            organisation:
              - {id: kf, namn: Kommunfullmäktige, slag: fullmäktige}
              - {id: ks, namn: Kommunstyrelsen, slag: styrelse}
              - {id: au, namn: Arbetsutskottet, slag: utskott, del_av: ks}
            """,
            "organisation.yml",
        ),
    ),
    "KV311": ProblemText(
        severity=Severity.ERROR,
        title="För många steg under varandra",
        message="{who} står under fler än {limit} steg.",
        remedy="Ha färre steg, eller dela upp dem.",
        explanation=(
            "En så lång målkedja eller organisation kan ingen följa, och den går inte att visa på "
            "en sida. De flesta styrmodeller har tre till sex nivåer."
        ),
        bad=_deep(31),
        good=_deep(30),
    ),
    "KV312": ProblemText(
        severity=Severity.WARNING,
        title="Visionen har ingen nivå",
        message='{who} har ingen nivå för visionen "{value}".',
        remedy=(
            'Skriv "slag: visioner" på visionens nivå. Finns den inte lägger du till den överst.'
        ),
        explanation=(
            "Visionens nivå säger vad visionen är till för och vem som beslutar om den. Utan den "
            "står visionen inte med bland styrmodellens nivåer. Har styrmodellen i källan ingen "
            "plats för visionen skriver du ett undantag."
        ),
        bad={
            **_system(_AREA, visions=_VISION),
            **data(_MODEL.format(further="").replace(", slag: visioner", ""), "styrmodell.yml"),
        },
        good=_system(_AREA, visions=_VISION),
    ),
    "KV313": ProblemText(
        severity=Severity.WARNING,
        title="Artikel och bestämd form som inte hör ihop",
        message='Artikeln "{article}" och den bestämda formen "{definite}" hör inte ihop.',
        remedy=(
            'Rätta det som är fel för "{name}". Så hör formerna ihop: "ett mål" och "målet", "en '
            'plan" och "planen".'
        ),
        explanation=(
            "Sidorna sätter in nivåns former i sina meningar. I bestämd form och ental slutar ord "
            "med artikeln ett på t, och ord med artikeln en på n. Är formerna rätt ändå kan du "
            "skriva ett undantag."
        ),
        bad=_forms("artikel: ett, bestämd: uppdragen"),
        good=_forms("artikel: ett, bestämd: uppdraget"),
    ),
}
