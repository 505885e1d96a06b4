"""The words of the word list, and of the list of words on a page."""

from __future__ import annotations

from typing import Final

GLOSSARY: Final[dict[str, str]] = {
    "part_glossary": "Ordlista",
    "empty_ordlista": "Inga ord är förklarade just nu.",
    "glossary_intro": (
        "Här förklaras ord som står på sidorna om {kommun}. Första gången ett av orden står i en "
        "text är det en länk hit. Förklaringen finns också längst ned på samma sida."
    ),
    "glossary_own": "Ord som {kommun} förklarar",
    "glossary_shared": "Ord som webbplatsen förklarar",
    "glossary_shared_intro": (
        "Förklaringarna är webbplatsens egna. De gäller i allmänhet och säger inget om just "
        "{kommun}."
    ),
    "glossary_description": "Ordlista: vad orden på sidorna om {subject} i {kommun} betyder.",
    "glossary_from": (
        "Ordlistan förklarar ord och bygger inte på något av kommunens dokument, om inget annat "
        "står vid ordet."
    ),
    "words_here": "Ord på sidan",
    "words_here_from": "Förklaringarna är hämtade ur {link}, där det står vems de är.",
    "words_here_link": "ordlistan",
}
