"""The words that can be chosen for a status, a trend, a missing value: the kommun's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kommunvision.model import (
    Goal,
    Indicator,
    Kommun,
    Occasion,
    Outlook,
    Reference,
    Scale,
    ScaleStep,
    ScaleUse,
    Statement,
)
from kommunvision.origin import Origin, Where
from kommunvision.progress.judgements import Judging
from kommunvision.swedish.collect import LISTS, NO_STATUS_MEANINGS, WORDS
from kommunvision.swedish.format import listing
from kommunvision.swedish.keys import CHOICES
from kommunvision.swedish.quantities import ANSWERS
from kommunvision.swedish.statuses import NO_STATUS


@dataclass(frozen=True, slots=True)
class Choice:
    """A word that can be chosen."""

    word: str
    """As the list has it."""
    meaning: str = ""
    forms: tuple[str, ...] = ()
    """The other ways in which the same may be written."""


@dataclass(frozen=True, slots=True)
class Choices:
    """A list of words."""

    name: str
    """Where they can be chosen, for people."""
    words: tuple[Choice, ...]
    silent: tuple[str, ...] = ()
    """Words that the data may have and that nobody is offered."""

    def read(self, text: str) -> tuple[str, ...]:
        """Return what a text may mean: one word, several where it is ambiguous, none.

        Upper and lower case count only where the words differ in nothing else.
        """
        written = " ".join(text.split())
        known = [form for one in self.words for form in (one.word, *one.forms)]
        known += self.silent
        if written in known:
            return (written,)
        folded = written.casefold()
        ways = [(one.word, *one.forms) for one in self.words] + [(one,) for one in self.silent]
        meant = [[form for form in forms if form.casefold() == folded] for forms in ways]
        return tuple(dict.fromkeys(forms[0] for forms in meant if forms))


def missing_choices() -> Choices:
    """Return the reasons why there is no value."""
    return Choices(LISTS["missing"], tuple(Choice(word) for word in CHOICES["missing"]))


def flag_choices() -> Choices:
    """Return the answers to a question."""
    return Choices(LISTS["flag"], tuple(Choice(ANSWERS[one]) for one in (True, False)))


def status_choices(judging: Judging, occasion: Occasion, item: Goal | Indicator) -> Choices:
    """Return the statuses that an item can have at an occasion."""
    scales, others = _offered(judging, judging.applying(occasion, _about(item)), item)
    article = article_of(judging.kommun, item)
    forecast = occasion.outlook is Outlook.FORECAST
    fixed, unsaid = _without_status(article)
    silent = [form for one in others for step in one.steps for form in _forms(step)]
    words = (*_words(scales, article, forecast=forecast), *fixed)
    name = LISTS["status"].format(what=what_is(judging.kommun, item), names=_names(scales))
    return Choices(name, _once_each(words), (*silent, *unsaid))


def verdict_choices(
    kommun: Kommun, occasion: Occasion, item: Goal | Indicator, scale: Scale
) -> Choices:
    """Return the words with which an item can be judged on a further scale."""
    article = article_of(kommun, item)
    fixed, unsaid = _without_status(article)
    forecast = occasion.outlook is Outlook.FORECAST
    words = (*_words([scale], article, forecast=forecast), *fixed)
    return Choices(LISTS["verdict"].format(names=scale.name), _once_each(words), unsaid)


def source_choices(kommun: Kommun) -> Choices:
    """Return the ids of the kommun's sources, with their titles."""
    return Choices(LISTS["sources"], tuple(Choice(one.id, one.title) for one in kommun.sources))


def trend_choices(judging: Judging, occasion: Occasion, item: Goal | Indicator) -> Choices:
    """Return the trends that an item can have at an occasion."""
    scales = judging.applying_trend(occasion, _about(item))
    words = _words(scales, article_of(judging.kommun, item), forecast=False)
    return Choices(LISTS["trend"].format(names=_names(scales)), _once_each(words))


def step_choices(scale: Scale) -> Choices:
    """Return the words that a value can be."""
    words = _words([scale], "ett", forecast=False)
    return Choices(LISTS["value"].format(names=scale.name), _once_each(words))


def is_task(judging: Judging, occasion: Occasion, item: Goal | Indicator) -> bool:
    """Tell whether the kommun has written a scale of how far such an item has come."""
    first = judging.applying(occasion, _about(item))[0]
    return ScaleUse.TASKS in first.use and first in judging.kommun.scales


def what_is(kommun: Kommun, item: Goal | Indicator) -> str:
    """Return what an item is called: its level, or that it is an indicator."""
    if isinstance(item, Indicator):
        return WORDS["indicator"]
    level = kommun.level_of(item)
    return level.name if level else ""


def article_of(kommun: Kommun, item: Goal | Indicator) -> str:
    """Return ``en`` or ``ett``, for what an item is called."""
    if isinstance(item, Indicator):
        return "en"
    level = kommun.level_of(item)
    return level.article if level else "ett"


def _without_status(article: str) -> tuple[tuple[Choice, ...], tuple[str, ...]]:
    """Return the words for there being no status, and those of them that nobody is offered."""
    offered: dict[str, Choice] = {}
    silent = []
    for word, meaning in NO_STATUS.items():
        if meaning not in NO_STATUS_MEANINGS:
            silent.append(word)
        elif meaning not in offered or (article == "en" and word.endswith("d")):
            forms = tuple(one for one, said in NO_STATUS.items() if said == meaning)
            offered[meaning] = Choice(word, NO_STATUS_MEANINGS[meaning], forms)
    return tuple(offered.values()), tuple(silent)


def _about(item: Goal | Indicator) -> Statement:
    return Statement(about=Reference(target=item.id), where=Where(Origin("")))


def _names(scales: Iterable[Scale]) -> str:
    return listing(list(dict.fromkeys(one.name for one in scales)))


def _words(scales: Iterable[Scale], article: str, *, forecast: bool) -> tuple[Choice, ...]:
    return tuple(_choice(step, article, forecast=forecast) for one in scales for step in one.steps)


def _choice(step: ScaleStep, article: str, *, forecast: bool) -> Choice:
    """Return a step by the form that fits; only forms that the scale has written are its words."""
    expected = (step.forecast_common if article == "en" else None) or step.forecast
    usual = (step.word_common if article == "en" else None) or step.word
    word = (expected if forecast else None) or usual
    forms = tuple(one for one in _forms(step) if one != word)
    return Choice(" ".join(word.split()), step.meaning or "", forms)


def _forms(step: ScaleStep) -> tuple[str, ...]:
    every = (step.id, step.word, step.word_common, step.forecast, step.forecast_common)
    return tuple(dict.fromkeys(one for one in every if one))


def _offered(
    judging: Judging, scales: list[Scale], item: Goal | Indicator
) -> tuple[list[Scale], list[Scale]]:
    """Return the scales to choose from, and those that a text may be on all the same.

    Where the kommun has written a scale, the words that the engine brings along are not offered.
    Where it has not, a goal is not offered words for tasks.
    """
    own = [one for one in scales if one in judging.kommun.scales]
    # One that is written for the very level goes before every other.
    own = [one for one in own if one.levels] or own
    level = judging.kommun.level_of(item)
    unlike = judging.unlike(level) if level else set()
    offered = own or [one for one in scales if not unlike.intersection(one.use)]
    return offered, [one for one in scales if one not in offered]


def _once_each(words: Iterable[Choice]) -> tuple[Choice, ...]:
    """Return the words without those that an earlier one has already; the earlier one is meant."""
    found: dict[str, Choice] = {}
    for one in words:
        found.setdefault(one.word.casefold(), one)
    return tuple(found.values())
