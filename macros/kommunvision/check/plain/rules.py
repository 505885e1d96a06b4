"""The hints of one text: long sentences and paragraphs, words, spelling, headings and links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from unicodedata import name

from kommunvision.check.plain.known import Known, is_name
from kommunvision.check.plain.texts import Text
from kommunvision.model import PlainLanguage
from kommunvision.problem import Problem
from kommunvision.swedish.plain.abbreviations import BEFORE_FIGURES
from kommunvision.swedish.plain.empty import HEADINGS, LINKS
from kommunvision.swedish.plain.officialese import NEVER_ANY, PHRASES, WORDS
from kommunvision.swedish.plain.words import meaning, near
from kommunvision.text.passages import Passage, Shape, Token
from kommunvision.text.spelling import Dictionary

HIGHEST_LIX = 55
MOST_WORDS_OF_SENTENCE = 30
MOST_WORDS_OF_PARAGRAPH = 120

_ANY = "*"
_READ_ON = frozenset({Shape.PARAGRAPH, Shape.POINT})
# A sentence in another language has few words of this one.
_FEWEST_FOREIGN = 3
_FOREIGN_SHARE = 0.4

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""What to write instead of rows of words, by the first word of each."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What texts are held against."""

    known: Known
    phrases: Phrases
    dictionary: Dictionary


def phrases(plain: Iterable[PlainLanguage | None]) -> Phrases:
    """Return the common list with what a kommun adds and without what it accepts."""
    own = [one for one in plain if one is not None]
    accepted = {word.casefold() for one in own for word in one.accepted}
    rows = [
        *(
            (form, instead)
            for forms, instead in WORDS
            if not accepted & set(forms.split())
            for form in forms.split()
        ),
        *((row, instead) for row, instead in PHRASES if row not in accepted),
        *((added.word, added.instead) for one in own for added in one.avoided),
    ]
    made: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row, instead in rows:
        words = tuple(row.casefold().split())
        if words:
            made.setdefault(words[0], []).append((words, instead))
    # The longest first: "vidta" is part of a longer row of words.
    return {
        first: tuple(sorted(found, key=lambda one: -len(one[0]))) for first, found in made.items()
    }


def hints(text: Text, measure: Measure) -> Iterator[Problem]:
    """Yield the hints of a text; of decided words there are none."""
    if text.decided:
        return
    yield from _lix(text)
    for passage in text.passages:
        yield from _lengths(text, passage)
        yield from _words(text, passage, measure.phrases)
        yield from _spelling(text, passage, measure)
        if passage.shape is Shape.HEADING:
            yield from _heading(text, passage)
    yield from _links(text)


def _lix(text: Text) -> Iterator[Problem]:
    lix = text.reading.lix
    if lix is not None and lix > HIGHEST_LIX:
        first = next(one for one in text.passages if one.tokens and one.shape in _READ_ON)
        start, end = first.tokens[0].start, first.tokens[-1].end
        yield _hint(text, start, end, "KV970", lix=lix, meaning=meaning(lix))


def _lengths(text: Text, passage: Passage) -> Iterator[Problem]:
    if passage.shape not in _READ_ON:
        return
    for sentence in passage.sentences:
        if len(sentence) > MOST_WORDS_OF_SENTENCE:
            yield _hint(
                text,
                sentence[0].start,
                sentence[-1].end,
                "KV971",
                count=len(sentence),
                limit=MOST_WORDS_OF_SENTENCE,
            )
    if len(passage.tokens) > MOST_WORDS_OF_PARAGRAPH:
        first, last = passage.tokens[0], passage.tokens[-1]
        count, limit = len(passage.tokens), MOST_WORDS_OF_PARAGRAPH
        yield _hint(text, first.start, last.end, "KV972", count=count, limit=limit)


def _words(text: Text, passage: Passage, avoided: Phrases) -> Iterator[Problem]:
    """Find words and rows of words that are to be avoided; quoted ones are somebody else's."""
    tokens = passage.tokens
    place = 0
    while place < len(tokens):
        rows = avoided.get(tokens[place].text.casefold(), ())
        for words, instead in rows:
            row = tokens[place : place + len(words)]
            if _are(row, words, passage) and not row[0].quoted:
                first, last = row[0].start, row[-1].end
                written = passage.text[first - passage.start : last - passage.start]
                word = " ".join(written.split())
                yield _hint(text, first, last, "KV973", word=word, instead=instead)
                place += len(words) - 1
                break
        place += 1


def _are(row: tuple[Token, ...], words: tuple[str, ...], passage: Passage) -> bool:
    if len(row) != len(words):
        return False
    if not all(
        (one.is_word and one.text.casefold() not in NEVER_ANY)
        if word == _ANY
        else one.text.casefold() == word
        for one, word in zip(row, words, strict=True)
    ):
        return False
    # With a comma or a full stop between them they are no row.
    inside = passage.text[row[0].end - passage.start : row[-1].start - passage.start]
    return len(row) == 1 or not any(sign in inside for sign in ".,;:!?")


def _spelling(text: Text, passage: Passage, measure: Measure) -> Iterator[Problem]:
    for sentence in passage.sentences:
        unknown = [
            one
            for place, one in enumerate(sentence)
            if _is_judged(one, passage, first=place == 0)
            and not measure.known.knows(one.text, measure.dictionary)
        ]
        foreign = len(unknown) >= _FEWEST_FOREIGN and len(unknown) > _FOREIGN_SHARE * len(sentence)
        for one in () if foreign else unknown:
            suggested = near(measure.dictionary.near(one.text))
            yield _hint(text, one.start, one.end, "KV974", word=one.text, near=suggested)


def _is_judged(token: Token, passage: Passage, *, first: bool) -> bool:
    """Tell whether the dictionary is asked: not for names, short forms, numbers, half words."""
    word = token.text
    if token.quoted or not word.replace("-", "").isalpha():
        return False
    # BN and SkolDUT are names; a capital within a sentence is one, and so it is in a heading.
    if len(word) == 1 or any(sign.isupper() for sign in word[1:]):
        return False
    # What is in other letters than ours is in another language.
    if not all(name(sign, "").startswith("LATIN") for sign in word if sign != "-"):
        return False
    if is_name(token) and not first:
        return False
    text, start = passage.text, passage.start
    before, after = text[: token.start - start][-1:], text[token.end - start :][:1]
    if after == "." and word.casefold() in BEFORE_FIGURES:
        return False
    # "gruv- och kulturhistoria", "-tal", "t. ex."
    return before not in {"-", "–"} and after != "-"


def _heading(text: Text, passage: Passage) -> Iterator[Problem]:
    words = " ".join(one.text for one in passage.tokens)
    if words.casefold() in HEADINGS:
        first, last = passage.tokens[0], passage.tokens[-1]
        yield _hint(text, first.start, last.end, "KV975", word=words)


def _links(text: Text) -> Iterator[Problem]:
    for link in text.links:
        words = " ".join(link.words.split()).strip(" .:;!?»>→*_")
        if words.casefold() in LINKS:
            yield _hint(text, link.start, link.end, "KV976", word=words)
        elif words.casefold().startswith(("http://", "https://")):
            yield _hint(text, link.start, link.end, "KV977", word=words)


def _hint(text: Text, start: int, end: int, code: str, **details: str | int) -> Problem:
    place = text.place(start, end)
    told = {name: str(value) for name, value in details.items()}
    return Problem(code, place, told, subject=text.subject)
