"""Words for girls and boys where the data has the keys for women and men."""

from __future__ import annotations

from kommunvision.swedish.problems.entry import Files, ProblemText, Severity, data


def _indicator(*lines: str) -> Files:
    told = "".join(f"    {line}\n" for line in lines)
    text = f"indikatorer:\n  - id: ind-lasning\n    namn: Elever som läser\n{told}"
    return data(f"{text}    hör_till: framgår inte av källan\n", "indikatorer.yml")


_GIRLS_AND_BOYS = "könen: flickor och pojkar"

# What to do about a target that is for some who have no values, by what its writer meant.
WHOM_REMEDIES = {
    "names": "Skriv något av namnen: {choices}.",
    "genders": 'Skriv "könen: {choice}" på indikatorn. Värdena står under kvinnor och män.',
}

TEXTS: dict[str, ProblemText] = {
    "KV130": ProblemText(
        severity=Severity.ERROR,
        title="Flickor eller pojkar som nyckel",
        message='Nyckeln "{key}" finns inte för {object}, men "{right}" gör det.',
        remedy=(
            'Skriv "{right}:" här. Med "könen: {choice}" på indikatorn står det {key} på sidorna.'
        ),
        explanation=(
            "I filerna heter nycklarna alltid kvinnor och män, så att alla värden går att läsa "
            "på samma sätt. Det är könen på indikatorn som säger vad sidorna kallar dem."
        ),
        bad=_indicator("värden: [{period: 2024, värde: 86, flickor: 88, pojkar: 84}]"),
        good=_indicator(
            _GIRLS_AND_BOYS, "värden: [{period: 2024, värde: 86, kvinnor: 88, män: 84}]"
        ),
    ),
    "KV935": ProblemText(
        severity=Severity.ERROR,
        title="Målvärde för några som inte har värden",
        message='Målvärdet är för "{value}", men indikatorn har inga värden med det namnet.',
        remedy="{remedy}",
        explanation=(
            "Ett målvärde kan gälla dem som har egna värden: kvinnor, män och de namn som står "
            "under delar. Heter könen något annat på indikatorn, till exempel flickor och pojkar, "
            "går det också att skriva så."
        ),
        bad=_indicator("målvärden: [{minst: 85, för: flickor}]"),
        good=_indicator(_GIRLS_AND_BOYS, "målvärden: [{minst: 85, för: flickor}]"),
    ),
}
