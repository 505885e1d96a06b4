"""Plain Swedish (klarspråk): the words to avoid, abbreviations, and how a report puts it."""
