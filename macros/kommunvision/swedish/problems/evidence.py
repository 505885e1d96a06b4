"""KV501 to KV513, KV519: the kommun itself, what the data rests on, and declared exceptions."""

from __future__ import annotations

from collections.abc import Sequence

from kommunvision.swedish.format import number
from kommunvision.swedish.problems.entry import Files, ProblemText, Severity, data


def _kommun(name: str, *lines: str) -> Files:
    return data(
        f"format: 1\nkommun:\n  namn: {name}\n  formellt_namn: {name} kommun\n"
        + "".join(f"  {line}\n" for line in lines),
        "kommun.yml",
    )


def _goal(further: str) -> str:
    return (
        "mål:\n  - id: utb-1\n    nivå: mal\n    rubrik: Fler unga når gymnasieexamen\n"
        f"    {further}\n"
    )


def _vision(further: str) -> str:
    return (
        "visioner:\n  - id: vision-2035\n    rubrik: Vision 2035\n    status: gällande\n"
        f"    text: Exempelby är hela livets kommun.\n    {further}\n"
    )


def _exception(text: str, responsible: str = "[ks, ks]") -> Files:
    return data(f"{_goal(f'ansvariga: {responsible}')}undantag:\n{text}")


_ACCEPTED = _exception("  - {kod: KV207, gäller: utb-1, skäl: Står så i källan.}\n")


def some(ids: Sequence[str]) -> str:
    """Return the first of some ids, and how many more there are."""
    first = f'"{ids[0]}"'
    return f"{first} och {number(len(ids) - 1)} till" if ids[1:] else first


_PROPOSED = (
    "beslut:\n  - {id: ks-44, slag: förslag, rubrik: Förslag, organ: ks, datum: 2025-03-12}\n"
)

TEXTS: dict[str, ProblemText] = {
    "KV501": ProblemText(
        severity=Severity.ERROR,
        title="Okänd kommunkod",
        message='Ingen {kind} har koden "{value}".',
        remedy='Slå upp koden hos SCB. Den som är påhittad får "påhittad: ja".',
        explanation=(
            "En kommunkod har fyra siffror och jämförs med den officiella listan över Sveriges "
            "290 kommuner. En region har sin länskod, två siffror, och jämförs med listan över "
            "Sveriges 21 regioner."
        ),
        bad=_kommun("Nora", 'kod: "1899"'),
        good=_kommun("Nora", 'kod: "1884"'),
    ),
    "KV502": ProblemText(
        severity=Severity.ERROR,
        title="Namn och kod hör inte ihop",
        message='Koden "{value}" hör till {expected}, men namnet är "{name}".',
        remedy="Rätta koden eller namnet.",
        explanation="Namnet jämförs med det som koden har i den officiella listan.",
        bad=_kommun("Nora", 'kod: "1885"'),
        good=_kommun("Nora", 'kod: "1884"'),
    ),
    "KV503": ProblemText(
        severity=Severity.ADVICE,
        title="Undantag som inte behövs",
        message="Undantaget från {value} behövs inte: det finns inget sådant att godta.",
        remedy="Ta bort undantaget, eller det id under gäller som inte längre behövs.",
        explanation=(
            "Ett undantag som står kvar utan att behövas kan dölja ett nytt misstag längre fram."
        ),
        bad=_exception("  - {kod: KV207, skäl: Står så i källan.}\n", "[ks]"),
        good=_ACCEPTED,
    ),
    "KV504": ProblemText(
        severity=Severity.ERROR,
        title="Undantag från en okänd kod",
        message='Undantaget gäller koden "{value}", som inte finns.',
        remedy="Skriv koden som den står i varningen, till exempel KV302.",
        explanation="Koden står i varningen, efter ordet varning eller råd.",
        bad=_exception("  - {kod: KV999, skäl: Står så i källan.}\n", "[ks]"),
        good=_ACCEPTED,
    ),
    "KV505": ProblemText(
        severity=Severity.ERROR,
        title="Undantag för något som inte finns",
        message='Undantaget gäller "{value}", som inte finns.',
        remedy="Skriv id för ett objekt i kommunen.",
        explanation="Under gäller står id för de objekt som undantaget ska gälla.",
        bad=_exception("  - {kod: KV207, gäller: [utb-1, utb-7], skäl: Står så i källan.}\n"),
        good=_ACCEPTED,
    ),
    "KV506": ProblemText(
        severity=Severity.ERROR,
        title="Fel kan inte undantas",
        message="{value} är ett fel, och fel kan inte undantas.",
        remedy="Rätta felet, och ta bort undantaget.",
        explanation="Bara varningar och råd kan godtas. Ett fel skulle göra webbplatsen felaktig.",
        bad=_exception("  - {kod: KV202, skäl: Står så i källan.}\n", "[ks]"),
        good=_ACCEPTED,
    ),
    "KV507": ProblemText(
        severity=Severity.WARNING,
        title="Kommunkod saknas",
        message='"{name}" har ingen kod.',
        remedy='Lägg till "kod:", eller "påhittad: ja" om kommunen inte finns.',
        explanation=(
            "Koden gör att kommunen säkert kan kopplas till statistik och till den officiella "
            "listan. Kommunalförbund har ingen kod."
        ),
        bad=_kommun("Nora"),
        good=_kommun("Nora", 'kod: "1884"'),
    ),
    "KV508": ProblemText(
        severity=Severity.ERROR,
        title="Felaktigt organisationsnummer",
        message='"{value}" är inget giltigt organisationsnummer.',
        remedy="Kontrollera siffrorna. Numret har tio siffror, och den sista är en kontrollsiffra.",
        explanation=(
            "Den sista siffran i ett organisationsnummer räknas ut från de andra. Här stämmer den "
            "inte, eller så är siffrorna inte tio."
        ),
        bad=_kommun("Stockholm", 'kod: "0180"', 'organisationsnummer: "212000-0124"'),
        good=_kommun("Stockholm", 'kod: "0180"', 'organisationsnummer: "212000-0142"'),
    ),
    "KV509": ProblemText(
        severity=Severity.ERROR,
        title="Län och kod hör inte ihop",
        message='Koden "{number}" hör till {expected}, men länet är "{value}".',
        remedy="Skriv {expected}, eller rätta koden.",
        explanation="Länet jämförs med det som koden har i den officiella listan.",
        bad=_kommun("Nora", 'kod: "1884"', "län: Örebro"),
        good=_kommun("Nora", 'kod: "1884"', "län: Örebro län"),
    ),
    "KV510": ProblemText(
        severity=Severity.WARNING,
        title="Beslut utan organ eller datum",
        message='Beslutet "{id}" saknar {key}.',
        remedy='Lägg till "{key}:", eller "{key}: framgår inte av källan".',
        explanation=(
            "Den som läser ska kunna se vem som beslutade och när. Säger källan inget om det "
            "skriver du det, så att läsaren ser att uppgiften inte är glömd."
        ),
        bad=data("beslut:\n  - {id: kf-206, organ: kf}\n", "fler-beslut.yml"),
        good=data("beslut:\n  - {id: kf-206, organ: kf, datum: 2025-12-15}\n", "fler-beslut.yml"),
    ),
    "KV511": ProblemText(
        severity=Severity.ADVICE,
        title="Inget beslut angivet",
        message="{who} anger inget beslut.",
        remedy='Lägg till "beslut:" med beslutets id, eller "beslut: framgår inte av källan".',
        explanation=(
            "En vision är politiskt beslutad, och läsaren ska kunna hitta beslutet. Det gäller "
            "också mål på en nivå som anger vem som beslutar. Är det inte beslutat än kan ett "
            "förslag till beslut stå i stället."
        ),
        bad=data(_vision("källa: budget"), "visioner.yml"),
        good=data(_vision("källa: budget\n    beslut: kf-205"), "visioner.yml"),
    ),
    "KV512": ProblemText(
        severity=Severity.WARNING,
        title="Ingen källa angiven",
        message="{who} anger ingen källa.",
        remedy='Lägg till "källa:" med källans id, eller "källa: framgår inte av källan".',
        explanation=(
            "Varje sida slutar med att säga varifrån innehållet kommer. Utan källa kan läsaren "
            "inte kontrollera det."
        ),
        bad=data(_goal("beslut: kf-205")),
        good=data(_goal("källa: budget\n    beslut: kf-205")),
    ),
    "KV513": ProblemText(
        severity=Severity.ADVICE,
        title="Källa eller beslut som inte används",
        message="{who} används inte någonstans.",
        remedy="Skriv dess id där det hör hemma. Behövs det inte tar du bort raderna ur filen.",
        explanation=(
            "Kanske saknas hänvisningen på det mål eller den vision som uppgifterna hör till. Ett "
            "beslut med slag: förslag behöver inte användas: det får stå kvar när beslutet är "
            "fattat."
        ),
        bad=data("källor:\n  - {id: budget, titel: Budget 2026}\n", "kallor.yml"),
        good={
            **data("källor:\n  - {id: budget, titel: Budget 2026}\n", "kallor.yml"),
            **data(_goal("källa: budget")),
        },
    ),
    "KV519": ProblemText(
        severity=Severity.WARNING,
        title="Gällande, men bara föreslaget",
        message='"{decision}" är ett förslag, men status på {items} säger att beslutet är fattat.',
        remedy=(
            'Är det fattat skriver du in det och anger det i stället. Annars skriver du "status: '
            'förslag".'
        ),
        explanation=(
            "Läsaren ska kunna hitta beslutet bakom det som är beslutat. Förslaget får stå kvar i "
            "data, och det får också anges tillsammans med beslutet."
        ),
        bad=data(f"{_PROPOSED}{_vision('källa: budget')}    beslut: ks-44\n", "visioner.yml"),
        good=data(_vision("källa: budget\n    beslut: kf-205"), "visioner.yml"),
    ),
}
