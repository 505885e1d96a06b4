"""The words of the search: its page, its results and its register."""

from __future__ import annotations

from typing import Final

SEARCH: Final[dict[str, str]] = {
    "search_title": "Sök – {kommun}",
    "search_title_all": "Sök i alla kommuner",
    "search_description": "Sök bland sidorna om {subject} i {kommun}, eller leta från A till Ö.",
    "search_description_all": "Sök bland vision, mål och sidor i alla kommuner på webbplatsen.",
    "search_field": "Vad letar du efter?",
    "search_hint": "Skriv ett eller flera ord, till exempel {example}.",
    "search_example": "skola",
    "search_results": "Träffar",
    "search_more": "Visa fler träffar",
    "search_one": "1 träff på ”{query}”.",
    "search_many": "{number} träffar på ”{query}”.",
    "search_some_one": "Ingen sida har alla ord i ”{query}”. 1 sida har något av dem.",
    "search_some": "Ingen sida har alla ord i ”{query}”. {number} sidor har något av dem.",
    "search_none": "Inga träffar på ”{query}”. Pröva ett annat ord eller leta i registret.",
    "search_short": "Skriv ett ord med minst två bokstäver.",
    "search_failed": "Sökningen fungerar inte just nu. Leta i registret i stället.",
    "search_everywhere": "Sök i alla kommuner",
    "register": "Allt från A till Ö",
    "register_letters": "Bokstäver i registret",
    "register_kommuner": "Register för varje kommun",
    "register_shared": "Sidor om alla kommuner",
    "register_of": "Registret för {kommun}",
    "register_count_one": "1 uppslagsord",
    "register_count": "{number} uppslagsord",
    "kind_overview": "Översikt",
    "kind_page": "Sida",
    "kind_source": "Källa",
    "source_sentence": "Dokument som uppgifterna om {kommun} kommer från.",
    "decision_sentence": "Beslut som uppgifterna om {kommun} kommer från.",
}
