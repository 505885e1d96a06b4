"""The words of the StratML file that its standard has no elements for."""

from __future__ import annotations

MADE_UP = "Kommunen är påhittad, och alla uppgifter också."

MORE_VISIONS = "Fler visioner: {titles}."

LEVEL = "Nivå: {level}."

STANDING = "Status: {standing}."

SUPPORTS = "Stödjer: {titles}."

PAGE = "Sida: {url}"

PUBLISHED_BY = "Värdena kommer från {publishers}."

TERMS = "Värden som har hämtats från {publishers} har den utgivarens villkor."

# The one who is responsible, as the role of an organisation.
RESPONSIBLE = "ansvarig"
EVERYONE = "alla"

# The standard has indicators on the lower of its two levels only.
ITSELF = "{thing} ovanför, med sina indikatorer."

# Indicators that no goal is measured by.
APART = "Indikatorer utan mål"
APART_TEXT = "Indikatorer som hör till en vision, eller inte till något mål här."

# A goal's judgements, as an indicator of the goal.
JUDGEMENT = "Bedömning: {title}"
IN_WORDS_ALONE = "Hur det går: {title}"
IN_WORDS = "ord"

# What an upward link says.
SUPPORTING = "stödjer"
MEASURING = "mäter"

NO_UNIT = "enhet är inte angiven"

STATUS = "Status"
VALUE = "Värde"
MISSING = "Värde saknas"
FORECAST = "Prognos"
PRELIMINARY = "preliminärt"
