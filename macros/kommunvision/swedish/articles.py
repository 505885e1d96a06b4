"""Whether a noun's article and its definite form go together: *ett mål* and *målet*."""

from __future__ import annotations

# Before an adjective: det strategiska området, den övergripande inriktningen.
_FREE = {"den": "en", "det": "ett", "de": None}
_ENDINGS = {"n": "en", "t": "ett"}


def clash(article: str, name: str, definite: str) -> bool:
    """Whether a definite form is certainly that of a noun with another article, or a plural.

    Args:
        article: ``en`` or ``ett``.
        name: The noun as it stands after its article, with what belongs to it.
        definite: Its definite form.
    """
    named, words = (text.replace("/", " ").lower().split() for text in (name, definite))
    if not words or words == named:
        return False
    if words[0] in _FREE and named[:1] != words[:1]:
        return _FREE[words[0]] != article
    # In "målet för bolag" the noun is what differs from "mål för bolag".
    pairs = zip(named, words, strict=False)
    noun = next((after for before, after in pairs if before != after), words[-1])
    return _ENDINGS.get(noun[-1], article) != article
