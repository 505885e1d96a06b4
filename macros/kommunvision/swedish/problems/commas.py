"""KV1xx: commas that end a value within braces or brackets, and were meant as part of it."""

from __future__ import annotations

from kommunvision.swedish.problems.entry import Files, ProblemText, Severity, data


def _goal(line: str) -> Files:
    return data(f"mål:\n  - id: utb-1\n    nivå: mal\n    rubrik: Alla läser\n    {line}\n")


def _indicator(line: str) -> Files:
    text = f"indikatorer:\n  - id: invanare\n    namn: Invånare\n    {line}\n"
    return data(text, "indikatorer.yml")


TEXTS: dict[str, ProblemText] = {
    "KV117": ProblemText(
        severity=Severity.ERROR,
        title="Kommatecken som delar en text",
        message='Kommat delar texten: "{value}" läses som en egen nyckel.',
        remedy='Sätt citattecken om hela texten efter "{key}:".',
        explanation=(
            "Inom klamrar skiljer kommat nycklar åt. En text med kommatecken behöver då "
            "citattecken. På en egen rad behövs de inte."
        ),
        bad=_goal("lydelser: [{text: Trygghet, omsorg och vård i hela livet, källa: budget}]"),
        good=_goal('lydelser: [{text: "Trygghet, omsorg och vård i hela livet", källa: budget}]'),
    ),
    "KV119": ProblemText(
        severity=Severity.ERROR,
        title="Decimalkomma inom klamrar",
        message='Kommat delar talet: "{value}" läses som en egen nyckel.',
        remedy='Sätt citattecken om talet, till exempel "81,5".',
        explanation=(
            "Inom klamrar skiljer kommat nycklar åt. Ett tal med decimalkomma behöver då "
            "citattecken. På en egen rad behövs de inte."
        ),
        bad=_indicator("värden: [{period: 2024, värde: 81,5}]"),
        good=_indicator('värden: [{period: 2024, värde: "81,5"}]'),
    ),
    "KV128": ProblemText(
        severity=Severity.WARNING,
        title="Kommatecken som delar en text i två",
        message='Kommat gör "{value}" till ett eget värde under "{key}".',
        remedy="Sätt citattecken om varje text i listan.",
        explanation=(
            "Inom hakparenteser skiljer kommat värden åt. Här ser det ut som att en och samma text "
            "har blivit två. Med citattecken om varje text syns det vad som hör ihop."
        ),
        bad=_goal("stödjer: [Strategin för trygghet, omsorg och vård]"),
        good=_goal('stödjer: ["Strategin för trygghet, omsorg och vård"]'),
    ),
    "KV129": ProblemText(
        severity=Severity.ERROR,
        title="Kommatecken och kolon i en text",
        message='Efter kommat läses "{value}" som en nyckel, men här finns ingen sådan.',
        remedy=(
            "Hör orden till texten före kommat sätter du citattecken om hela texten. Annars tar du "
            "bort nyckeln."
        ),
        explanation=(
            "Inom klamrar och hakparenteser skiljer kommat saker åt, och ett kolon gör ordet före "
            "sig till en nyckel. En text med bådadera behöver då citattecken. På en egen rad "
            "behöver den dem också, för kolonets skull."
        ),
        bad=_goal("lydelser: [{text: Trygghet, kort sagt: omsorg, källa: budget}]"),
        good=_goal('lydelser: [{text: "Trygghet, kort sagt: omsorg", källa: budget}]'),
    ),
}
