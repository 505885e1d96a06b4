"""The words of the page for staff about plain language."""

from __future__ import annotations

from typing import Final

PLAIN: Final[dict[str, str]] = {
    "plain_title": "Klarspråk",
    "plain_title_of": "Klarspråk i {name}",
    "plain_lead": (
        "Sidan är för dig som skriver. Den visar hur lättlästa texterna är och var språket kan bli "
        "bättre. Det är råd, och du avgör själv."
    ),
    "plain_private": "Sidan är en fil för sig och hör inte till webbplatsen.",
    "plain_contents": "Här finns",
    "plain_lix": "Vad LIX betyder",
    "plain_lix_how": (
        "LIX är antalet ord per mening plus andelen långa ord i procent. Ett långt ord har fler än "
        "sex bokstäver. Bara texter med minst {words} ord och {sentences} meningar får ett värde, "
        "och måttet säger inget om innehållet."
    ),
    "plain_lix_value": "LIX",
    "plain_meaning": "Betyder",
    "plain_scale": "Så brukar man läsa skalan:",
    "plain_step": "{span}: {meaning}",
    "plain_from_to": "{lowest}–{highest}",
    "plain_under": "under {highest}",
    "plain_over": "över {lowest}",
    "plain_shared": "Gemensamma sidor",
    "plain_totals": "Antal texter: {texts}. Antal råd: {hints}.",
    "plain_own": "Egna texter tillsammans",
    "plain_decided_together": "Beslutade texter tillsammans",
    "plain_hints": "Texter med råd",
    "plain_no_hints": "Inga råd.",
    "plain_texts": "Texter med LIX, de svåraste först",
    "plain_text": "Text",
    "plain_words": "Ord",
    "plain_decided": "beslutad text, ändra den inte här",
    "plain_lix_is": "LIX {lix}: {meaning}",
    "plain_short": "För kort text för LIX",
    "plain_place": "Rad {line}",
    "plain_no_lix": "Ingen text är lång nog för LIX.",
}
