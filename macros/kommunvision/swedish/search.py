"""Swedish words as a search sees them: their letters, their stems, the parts of compounds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Final

from kommunvision.swedish.format import order

# Words that hold a sentence together and tell no page from another.
_FUNCTION_WORDS: Final = (
    "alla allt andra att av bara blev bli blir de dem den denna deras dess dessa det detta dig din "
    "dina ditt du där efter ej eller en er era ett från för genom ha hade han hans har hon hos hur "
    "här i in inom inte jag kan man med mellan men mer mot mycket ni nu när och också om oss på "
    "samt sedan sig sin sina sitt ska skall som så till under upp ut utan vad var vara varje vem "
    "vi vid vilka vilken vilket vår våra vårt än är även åt över"
)
FUNCTION_WORDS: Final = frozenset(_FUNCTION_WORDS.split())

_WORD = re.compile(r"[^\W_]{2,}")
_VOWELS: Final = "aeiouyåäö"
_VOWEL = re.compile(f"[{_VOWELS}]")

# The consonants that a Swedish word can begin with; a vowel follows, or is the first letter.
_ONSETS: Final = (
    "b bj bl br c ch cl cr d dj dr dv f fj fl fr g gl gn gr h hj j k kl kn kr kv l lj m mj n nj p "
    "pj pl pr r s sch sj sk skj skr skv sl sm sn sp spj spl spr st stj str sv t tj tr tv v vr w z"
)
_BEGINNING = re.compile(f"(?:{_ONSETS.replace(' ', '|')})?[{_VOWELS}]")

# Endings that look like words of their own: ring in förändring is no ring.
_ENDINGS: Final = (
    "aktig ande ation atör else ende erad ering eras full heter igare igt inna isera isering isk "
    "itet lig liga ling lingar ning ningar ring ringar sam skap tera tering ting ving"
)
_NO_PARTS: Final = frozenset(_ENDINGS.split())

_SHORTEST_PART: Final = 3
# So long is a part that is one on the strength of its letters alone.
_LONG_PART: Final = 4

# Between the parts of a compound: arbetsmarknad, kyrkogård.
_LINKS: Final = "saoeu"

_LETTERS: Final = {"å": "aa", "ä": "ae", "ö": "oe"}

# The definite form of a word in -a, which may be a genitive too.
_DEFINITE_A = re.compile(f"[{_VOWELS}].*[^{_VOWELS}](a)ns?$")


def words(text: str) -> list[str]:
    """Return the words of a text in lower case; a single letter is none."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


@lru_cache(maxsize=20_000)
def stems(word: str) -> tuple[str, ...]:
    """Return what the forms of a word have in common: ``skol`` of skola, skolan and skolor.

    The algorithm of Snowball takes off one ending at a time, and so leaves forms of marknad and
    marknaden apart until it is used again. It never takes the -an of skolan, which plan has too:
    such words have two stems.
    """
    found = [_stem(word)]
    if ending := _DEFINITE_A.search(word):
        found.append(_stem(word[: ending.end(1)]))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    before = ""
    while word != before:
        before, word = word, stem_once(word)
    return word


def stem_once(word: str) -> str:
    """Return a word without the outermost of its endings."""
    return _stemmer()(word)


@cache
def _stemmer() -> Callable[[str], str]:
    """Return what takes an ending off a word; it comes with all its languages."""
    import snowballstemmer  # type: ignore[import-untyped] # noqa: PLC0415 - a check needs none

    take_off: Callable[[str], str] = snowballstemmer.stemmer("swedish").stemWord
    return take_off


def fold(word: str) -> str:
    """Return a word without dots and accents, for those who write without them."""
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def last_parts(whole: str, known: frozenset[str]) -> frozenset[str]:
    """Return the stems that a compound can end in: ``skol`` of ``grundskol``.

    Those come first that are known or stand behind a known word. Where there is none, every part
    of some length is one that begins as Swedish words begin: too many do no harm, since readers
    ask for real words.

    Args:
        whole: Stem of the compound.
        known: Stems of all words that occur.
    """
    certain, possible = set(), set()
    for place in range(_SHORTEST_PART, len(whole) - _SHORTEST_PART + 1):
        head, part = whole[:place], whole[place:]
        if part in _NO_PARTS or not _VOWEL.search(head) or not _BEGINNING.match(part):
            continue
        if part in known or _is_known(head, known):
            certain.add(part)
        elif len(part) >= _LONG_PART:
            possible.add(part)
    return frozenset(certain or possible)


def _is_known(head: str, known: frozenset[str]) -> bool:
    """Return whether the first part of a compound is a word that occurs, with or without a link."""
    linked = head[-1] in _LINKS and head[:-1] in known
    return linked or head in known or _stem(head) in known


def initial(title: str) -> tuple[str, str]:
    """Return the letter that a title stands under in a register, and its part of an address.

    Titles that begin with a figure stand together.
    """
    letters = (letter for letter in unicodedata.normalize("NFC", title).lower() if letter.isalnum())
    first = next(letters, "0")
    if first in _LETTERS:
        return first.upper(), _LETTERS[first]
    # The key of the alphabet leaves accents out.
    plain = fold(first)[:1]
    return (plain.upper(), plain) if plain.isalpha() and plain.isascii() else ("0–9", "0")


def register_order(title: str) -> tuple[bool, tuple[str, str]]:
    """Return a key that sorts titles as a register does: letters first, figures last."""
    return (initial(title)[1] == "0", order(title.lstrip("”\"'’–- ")))
