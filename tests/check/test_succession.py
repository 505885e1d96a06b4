"""Two visions or governing models at once are told of; what follows one upon the other is not."""

import pytest

from kommunvision.check import check_kommun
from kommunvision.check.succession import one_model
from tests.helpers import kommun_from

FORMS = "namn: steg, artikel: ett, bestämd: steget, plural: steg, bestämd_plural: stegen"


def models(*times: str) -> str:
    """Governing models with one level each, and what is said of their times."""
    return "styrmodeller:\n" + "".join(
        f"- {{id: m{number}, namn: M, nivåer: [{{id: n{number}, {FORMS}}}]"
        f"{', ' if said else ''}{said}}}\n"
        for number, said in enumerate(times)
    )


def found(*times: str) -> list[tuple[str | None, str]]:
    problems = one_model(kommun_from(models(*times)))
    return [(one.subject, one.details["value"]) for one in problems]


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("status: gällande", "status: gällande"),
        ("status: gällande", "status: gällande, ersätter: m0"),
        ("status: gällande, gäller: {från: 2016}", "status: gällande, gäller: {från: 2023}"),
        ("gäller: {från: 2016, till: 2024}", "gäller: {från: 2023}"),
        ("gäller: {från: 2016}", "gäller: {från: 2023}"),
        ("status: gällande, gäller: {från: 2016}", "gäller: {från: 2023}"),
    ],
)
def test_two_governing_models_at_once_are_told_of_at_the_later_one(older, newer):
    assert found(older, newer) == [("m1", "m0")]


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("", ""),
        ("", "status: gällande"),
        ("status: ersatt", "status: gällande"),
        ("status: gällande", "status: beslutad, gäller: {från: 2027}"),
        ("status: gällande", "status: förslag"),
        ("status: gällande, gäller: {till: 2022}", "status: gällande, gäller: {från: 2023}"),
        (
            "status: gällande, gäller: {till: 2022-12-31}",
            "status: gällande, gäller: {från: 2022-12-31}",
        ),
        ("gäller: {från: 2023}", "gäller: {från: 2016, till: 2023}"),
        ("gäller: {från: 2016}", "ersätter: m0, gäller: {från: 2023}"),
        ("gäller: {från: 2016}", "gäller: {text: tills vidare}"),
        ("status: gällande, gäller: {text: förra mandatperioden}", "status: gällande"),
        ("status: gällande", "status: gällande, gäller: {text: den här mandatperioden}"),
    ],
)
def test_governing_models_that_may_follow_one_upon_the_other_are_not_told_of(older, newer):
    assert found(older, newer) == []


def test_each_of_several_governing_models_is_told_of_once():
    assert found(*["status: gällande"] * 3) == [("m1", "m0"), ("m2", "m0")]


def test_a_declared_exception_lets_two_governing_models_stand():
    text = models("status: gällande", "status: gällande")
    excused = f"{text}undantag: [{{kod: KV410, gäller: m1, skäl: Ett övergångsår.}}]\n"
    codes = {
        wording: {one.code for one in check_kommun(kommun_from(wording))}
        for wording in (text, excused)
    }
    assert "KV410" in codes[text]
    assert codes[excused].isdisjoint({"KV410", "KV503", "KV505"})
