"""Translations say what the Swedish says, in their own language, and tell who has made them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kommunvision.check.walk import entries, who
from kommunvision.model import (
    TEXTS,
    EasyText,
    Goal,
    Indicator,
    Item,
    Kommun,
    Language,
    Occasion,
    Statement,
    Translation,
    Version,
    Vision,
    versions_of,
)
from kommunvision.origin import Origin
from kommunvision.problem import Problem, problem
from kommunvision.swedish.keys import CHOICES, RECORDS
from kommunvision.swedish.problems.objects import EASY_SWEDISH

LONGEST_SENTENCE = 20

_KEYS = {field.attribute: field.key for field in RECORDS["translation"].fields}
_EASY_KEYS = {field.attribute: field.key for field in RECORDS["easy"].fields}
_NAMES = {value: word for word, value in CHOICES["language"].items()}

_HEBREW = re.compile("[\u05d0-\u05ea]")
_SENTENCE = re.compile(r"[.!?:]\s+|\n\s*\n|\n\s*[-*]\s")

# Of these some words are decided, or stand in a document: whoever retells them has to say so.
_RETOLD = (Vision, Goal, Indicator, Occasion, Statement)


def versions(kommun: Kommun) -> Iterator[Problem]:
    """Find what is wrong with easy texts and translations."""
    for owner, holder in _holders(kommun):
        seen: dict[Language, Version] = {}
        for version in versions_of(holder):
            if seen.setdefault(version.language, version) is not version:
                where = version.where.of("language")
                language = _NAMES[version.language]
                yield problem("KV760", where, who=who(kommun, owner), language=language)
            yield from _author(holder, version)
            if isinstance(version, Translation):
                yield from _translation(holder, version)
            else:
                yield from _easy(holder, version)


def _holders(kommun: Kommun) -> Iterator[tuple[Item | None, object]]:
    """Yield everything that has a version in another language, once, with what it belongs to."""
    for entry in entries(kommun):
        name = entry.field.attribute
        # Both keys of one object lead to all its versions, and the first is enough.
        if name == "easy" or (name == "translations" and entry.holder.easy is None):
            yield entry.owner, entry.holder


def _author(holder: object, version: Version) -> Iterator[Problem]:
    if isinstance(holder, _RETOLD) and not version.by and not version.sources:
        easy = isinstance(version, EasyText)
        yield problem(
            "KV765",
            version.where.origin,
            language=EASY_SWEDISH if easy else _NAMES[version.language],
            key=(_EASY_KEYS if easy else _KEYS)["by"],
        )


def _translation(holder: object, version: Translation) -> Iterator[Problem]:
    for name in ("title", *TEXTS):
        told = getattr(version, name)
        if told is None:
            continue
        place: Origin = version.where.of(name)
        original = getattr(holder, name, None)
        if name == "title":
            if isinstance(holder, Statement):
                yield problem("KV762", place, key=_KEYS[name])
        elif not isinstance(original, str):
            yield problem("KV762", place, key=_KEYS[name])
        elif _plain(told) == _plain(original):
            yield problem("KV761", place, key=_KEYS[name])
        if version.language is Language.YIDDISH and not _HEBREW.search(told):
            yield problem("KV763", place, key=_KEYS[name])


def _easy(holder: object, version: EasyText) -> Iterator[Problem]:
    place = version.where.of("text")
    originals = (getattr(holder, name, None) for name in TEXTS)
    if any(_plain(version.text) == _plain(one) for one in originals if isinstance(one, str)):
        yield problem("KV761", place, key=_EASY_KEYS["text"])
    longest = max(len(sentence.split()) for sentence in _SENTENCE.split(version.text))
    if longest > LONGEST_SENTENCE:
        yield problem("KV766", place, count=longest, limit=LONGEST_SENTENCE)


def _plain(text: str) -> str:
    return " ".join(text.lower().split())
