"""Words that are right and that a general dictionary lacks; and the letters of Swedish."""

from __future__ import annotations

from typing import Final

# Words of budgets, goals and their follow-up, in all their forms.
_MUNICIPAL: Final = (
    "delår delåret delårs delårets delårsbokslut målår målåret målårets målåren målårs "
    "måluppfyllnad måluppfyllnaden nämndsplan nämndsplanen nämndsplaner sjukfrånvarotal "
    "cirkularitet cirkulariteten hbtqi "
    "målkedja målkedjan målkedjor målkedjorna nämndmål nämndmålet nämndmålen"
)
_FILES: Final = (
    "avif csv docx epub gif html jpeg jpg json odt pdf png pptx svg txt webp xlsx xml yaml yml zip"
)
_SHORT: Final = (
    "apr aug dec dnr feb jan jun jul kl kr mars mdkr mkr mnkr nov okt rss sep sept st tkr url wcag"
)

RIGHT: Final = frozenset(f"{_MUNICIPAL} {_FILES} {_SHORT}".split())

LETTERS: Final = "abcdefghijklmnopqrstuvwxyzåäöé"
