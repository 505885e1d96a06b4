"""The words of a word list are words, and each is explained once."""

from __future__ import annotations

from collections.abc import Iterator

from kommunvision.model import Kommun, Term
from kommunvision.origin import Origin
from kommunvision.problem import Problem, problem
from kommunvision.text.ascii import ascii_id


def words(kommun: Kommun) -> Iterator[Problem]:
    """Find what is no word, and words that two entries of one list explain."""
    first: dict[tuple[bool, str], tuple[Term, int]] = {}
    for term in kommun.terms:
        for number, word in enumerate(term.written):
            where = _place(term, number)
            if not ascii_id(word):
                yield problem("KV771", where, word=word)
                continue
            key = (kommun.owns(term), " ".join(word.lower().split()))
            other, place = first.setdefault(key, (term, number))
            if other is not term:
                before = _place(other, place)
                yield problem("KV770", where, related=[before], word=word, place=before)


def _place(term: Term, number: int) -> Origin:
    """Return where a word stands, or one of its forms."""
    return term.where.of("forms", number - 1) if number else term.where.of("word")
