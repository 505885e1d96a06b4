"""Headings and link texts that tell the reader nothing."""

from __future__ import annotations

from typing import Final

_HEADINGS: Final = """
allmän information|allmänt|annat|avslutning|diverse|generell information|generellt
|info|information|inledande ord|inledning|innehåll|introduktion|kort information|mer information
|mera information|om sidan|sammanfattande information|sidan|text|välkommen|välkommen hit
|välkommen till sidan|välkomna|ytterligare information|övrig information|övriga upplysningar
|övrigt|övrigt att tänka på
"""
HEADINGS: Final = frozenset(one.strip() for one in _HEADINGS.replace("\n", "").split("|"))

_LINKS: Final = """
besök sidan|besök webbplatsen|denna länk|den här länken|den här sidan|detaljer|dokument|fler
|fortsätt|fortsätt läsa|gå dit|gå till sidan|gå vidare|här|här finns mer|hit|hämta|hämta här|info
|information|klicka|klicka här|klicka här för mer information|klicka på länken|ladda ned|ladda ner
|ladda ned här|ladda ner här|länk|länken|länk till sidan|läs|läs här|läs mer|läs mera|läs mer här
|läs vidare|mer|mer info|mer information|mera|mera information|mer om detta|observera|om
|på den här länken|på den här sidan|på denna sida|se här|se länk|se mer|sida|sidan|till sidan|titta
|titta här|tryck här|via denna länk|via den här länken|visa|visa mer|webbplats|webbplatsen|webbsida
"""
LINKS: Final = frozenset(one.strip() for one in _LINKS.replace("\n", "").split("|"))
