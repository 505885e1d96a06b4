"""KV4xx: dates, times of validity and target years."""

from __future__ import annotations

from kommunvision.swedish.problems.entry import Files, ProblemText, Severity, data


def _vision(further: str) -> str:
    return (
        "visioner:\n  - id: vision-2035\n    rubrik: Vision 2035\n    status: gällande\n"
        f"    text: Exempelby är hela livets kommun.\n    {further}\n"
    )


def _only_vision(further: str) -> Files:
    return data(_vision(further), "visioner.yml")


def _two_models(older: str) -> Files:
    level = (
        "{{id: {id}, namn: mål, artikel: ett, bestämd: målet, plural: mål, bestämd_plural: målen}}"
    )
    return data(
        "styrmodeller:\n  - id: modell-2015\n    namn: Styrmodell 2015\n"
        f"    status: {older}\n    nivåer:\n      - {level.format(id='aldre-mal')}\n"
        "  - id: modell-2023\n    namn: Styrmodell 2023\n    status: gällande\n"
        f"    ersätter: modell-2015\n    nivåer:\n      - {level.format(id='mal')}\n",
        "styrmodell.yml",
    )


def _news(date: str) -> Files:
    return data(
        f"aktuellt:\n  - id: antagen\n    rubrik: Visionen är antagen\n    datum: {date}\n",
        "aktuellt.yml",
    )


def _goal_under_vision(validity: str) -> Files:
    return {
        **_only_vision("gäller: {från: 2020, till: 2035}"),
        **data(
            "mål:\n  - id: utb-1\n    nivå: mal\n    rubrik: Fler unga når gymnasieexamen\n"
            f"    överordnade: [vision-2035]\n    gäller: {validity}\n"
        ),
    }


TEXTS: dict[str, ProblemText] = {
    "KV401": ProblemText(
        severity=Severity.ERROR,
        title="Datum som inte går att läsa",
        message='"{value}" under "{key}" går inte att läsa som ett datum.',
        remedy="Skriv till exempel 2025-12-15, december 2025, 2025 eller maj–november 2025.",
        explanation=(
            "Ett datum skrivs så noga som källan anger det: ett år, en månad, en dag med eller "
            "utan år, en årstid eller ett spann mellan två sådana."
        ),
        bad=_news("15/12 -25"),
        good=_news("2025-12-15"),
    ),
    "KV402": ProblemText(
        severity=Severity.ERROR,
        title="Datum som inte finns",
        message='"{value}" under "{key}" finns inte i kalendern.',
        remedy="Kontrollera dag och månad.",
        explanation="Månaden har inte så många dagar, eller året inte så många månader.",
        bad=_news("31 februari 2025"),
        good=_news("28 februari 2025"),
    ),
    "KV403": ProblemText(
        severity=Severity.ERROR,
        title="Slutar innan det börjar",
        message='"{value}" under "{key}" slutar innan det börjar.',
        remedy="Byt plats på början och slut, eller rätta det ena.",
        explanation="Slutet på ett spann eller en giltighetstid måste komma efter början.",
        bad=_news("november–maj 2025"),
        good=_news("maj–november 2025"),
    ),
    "KV404": ProblemText(
        severity=Severity.WARNING,
        title="Gäller utanför det överordnades tid",
        message="{who} gäller {value}, men {other} gäller {period}.",
        remedy='Kontrollera tiderna. Har visionen bytts ut skriver du "ersätter" på den nya.',
        explanation=(
            "Målet gäller helt eller delvis en annan tid än den vision eller styrmodell som det "
            "hör till. Det är ofta ett skrivfel i ett årtal. Ett mål får gälla längre än en vision "
            "som är ersatt eller upphävd, om det började gälla före det. Det får också vara äldre "
            "än en vision som ersätter en tidigare. Stämmer tiderna ändå kan du skriva ett "
            "undantag."
        ),
        bad=_goal_under_vision("{från: 2034, till: 2037}"),
        good=_goal_under_vision("{från: 2023, till: 2026}"),
    ),
    "KV405": ProblemText(
        severity=Severity.WARNING,
        title="Två gällande visioner",
        message='Visionen "{id}" är gällande, och det är också "{value}" på {place}.',
        remedy='Ge den äldre status "ersatt", och skriv "ersätter" på den nyare.',
        explanation=(
            "En kommun har oftast en vision i taget. Gäller båda samtidigt på riktigt kan du "
            "skriva ett undantag."
        ),
        bad=data(
            _vision("målår: 2035")
            + "  - id: vision-2025\n    rubrik: Vision 2025\n    status: gällande\n"
            "    text: En kommun för alla.\n",
            "visioner.yml",
        ),
        good=data(
            _vision("ersätter: vision-2025")
            + "  - id: vision-2025\n    rubrik: Vision 2025\n    status: ersatt\n"
            "    text: En kommun för alla.\n",
            "visioner.yml",
        ),
    ),
    "KV406": ProblemText(
        severity=Severity.WARNING,
        title="Orimligt målår",
        message='Visionen "{id}" har målåret {value}.',
        remedy="Skriv ett årtal med fyra siffror, mellan {first} och {last}.",
        explanation="Målåret är det år som visionen siktar på. Här ser det ut som ett skrivfel.",
        bad=_only_vision("målår: 20355"),
        good=_only_vision("målår: 2035"),
    ),
    "KV407": ProblemText(
        severity=Severity.WARNING,
        title="Målår före visionens tid",
        message='Visionen "{id}" har målåret {value}, men gäller {period}.',
        remedy="Rätta målåret eller tiden.",
        explanation="En vision kan inte sikta på ett år som har gått när den börjar gälla.",
        bad=_only_vision("målår: 2015\n    gäller: {från: 2020, till: 2035}"),
        good=_only_vision("målår: 2035\n    gäller: {från: 2020, till: 2035}"),
    ),
    "KV408": ProblemText(
        severity=Severity.ERROR,
        title="Period som inte går att läsa",
        message='"{value}" under "{key}" är ingen period.',
        remedy='Skriv till exempel "2024", "tertial 2 2024" eller "läsåret 2023/24".',
        explanation=(
            "En period är ett år eller en del av ett år, ett läsår, en månad, en dag eller flera "
            "år tillsammans. Alla sätt att skriva står vid nyckeln period i handboken."
        ),
        bad=data(
            "indikatorer:\n  - id: a\n    namn: A\n    värden: [{period: förra året, värde: 3}]\n",
            "indikatorer.yml",
        ),
        good=data(
            "indikatorer:\n  - id: a\n    namn: A\n    värden: [{period: 2024, värde: 3}]\n",
            "indikatorer.yml",
        ),
    ),
    "KV409": ProblemText(
        severity=Severity.WARNING,
        title="Dag eller period som inte har varit än",
        message='Under "{key}" står {value}, som inte har varit än.',
        remedy="{remedy}",
        explanation=(
            "Ett beslut, en rapport eller ett mätt värde hör till det som har hänt. Ligger dagen "
            "efter den då kontrollen görs är det ofta ett skrivfel. Ett värde som är en prognos "
            "får nyckeln prognos. Med --dag kontrollerar du som om det vore en annan dag."
        ),
        bad=data("källor: [{id: budget, titel: Budget, datum: 2205-11-20}]\n", "kallor.yml"),
        good=data("källor: [{id: budget, titel: Budget, datum: 2025-11-20}]\n", "kallor.yml"),
    ),
    "KV410": ProblemText(
        severity=Severity.WARNING,
        title="Två gällande styrmodeller",
        message='Styrmodellen "{id}" gäller, och det gör också "{value}" på {place}.',
        remedy='Ge den äldre status "ersatt", och skriv "ersätter" på den nyare.',
        explanation=(
            "En kommun har oftast en styrmodell i taget. Gäller de olika tider skriver du tiderna "
            'under "gäller". Gäller båda samtidigt på riktigt kan du skriva ett undantag.'
        ),
        bad=_two_models("gällande"),
        good=_two_models("ersatt"),
    ),
}
