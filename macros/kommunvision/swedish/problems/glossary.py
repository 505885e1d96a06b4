"""KV770 and KV771: the words of the word lists."""

from __future__ import annotations

from kommunvision.swedish.problems.entry import Files, ProblemText, Severity, data


def _list(*words: str) -> Files:
    rows = "".join(f"  - {word}\n" for word in words)
    return data(f"ordlista:\n{rows}", "ordlista.yml")


TEXTS: dict[str, ProblemText] = {
    "KV770": ProblemText(
        severity=Severity.ERROR,
        title="Samma ord två gånger i ordlistan",
        message='Ordet "{word}" förklaras redan på {place}.',
        remedy="Behåll en av förklaringarna, eller ta bort böjningen som två ord delar.",
        explanation=(
            "Ett ord kan bara ha en förklaring i samma lista. Annars vet ingen vilken som gäller "
            "när ordet står i en text."
        ),
        bad=_list(
            "{ord: nämndmål, förklaring: Ett mål som en nämnd har beslutat.}",
            "{ord: nämndens mål, böjningar: [nämndmål], förklaring: Det som nämnden vill.}",
        ),
        good=_list("{ord: nämndmål, förklaring: Ett mål som en nämnd har beslutat.}"),
    ),
    "KV771": ProblemText(
        severity=Severity.ERROR,
        title="Ord utan bokstäver",
        message='"{word}" är inget ord som går att förklara.',
        remedy="Skriv ordet med bokstäver.",
        explanation="Ordet ska gå att känna igen i texter, och det blir en del av en adress.",
        bad=_list("{ord: §, förklaring: Tecknet för paragraf.}"),
        good=_list("{ord: paragraf, förklaring: En del av en lag eller ett protokoll.}"),
    ),
}
