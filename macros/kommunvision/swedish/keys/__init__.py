"""Every key that may stand in a data file, and the words that a key may have as its value."""

from __future__ import annotations

from kommunvision.swedish import genders, languages
from kommunvision.swedish.keys import (
    accessibility,
    contact,
    correction,
    declared,
    followup,
    glossary,
    kommun,
    language,
    measure,
    news,
    organisation,
    picture,
    plain,
    scale,
    shared,
    statistics,
    system,
    target,
)
from kommunvision.swedish.keys.field import Field, Kind, Record, Section

SENTENCE_PLACES = statistics.SENTENCE_PLACES
GENDERS = target.GENDERS

FACTS = correction.FACTS

former = correction.former

__all__ = [
    "CHOICES",
    "END_KEY",
    "FACTS",
    "FLAG_WORDS",
    "FORMAT_KEY",
    "GENDERS",
    "ID_KEY",
    "LEDGER_COMMENT",
    "LEDGER_KEY",
    "LOCKS_COMMENT",
    "LOCKS_KEY",
    "LOCK_FIGURE_KEYS",
    "LOCK_KEYS",
    "NOTHING_SAID",
    "NOT_STATED",
    "RECORDS",
    "SECTIONS",
    "SENTENCE_PLACES",
    "Field",
    "Kind",
    "Record",
    "Section",
    "former",
]

FORMAT_KEY = "format"

ID_KEY = "id"

END_KEY = "till"

LEDGER_KEY = "adresser"

LEDGER_COMMENT = (
    "Adresser som har publicerats och som ska leva vidare. Filen skrivs av kommunvision build.\n"
    "Ändra den inte. Ska en sida försvinna skriver du dess adress under borttagna i kommunens data."
)

LOCKS_KEY = "lås"

LOCKS_COMMENT = (
    "Det som låsta uppföljningar sade när de låstes. Filen skrivs av kommunvision lock.\n"
    "Ändra den inte. Ska något i en låst uppföljning rättas skriver du en rättelse på den."
)

# The keys of a lock: the occasion, its head, its statements, the figures that it shows.
LOCK_KEYS = {
    "occasion": "uppföljning",
    "head": "huvud",
    "statements": "omdömen",
    "figures": "värden",
}
LOCK_FIGURE_KEYS = {
    "indicator": "indikator",
    "period": "period",
    "forecast": "prognos",
    "value": "värde",
    "women": "kvinnor",
    "men": "män",
    "parts": "delar",
}

NOT_STATED = "framgår inte av källan"
# How people begin who mean that, in words of their own.
NOTHING_SAID = ("framgår", "saknas", "okän", "vet ej", "vet inte", "ej ", "inget", "?", "–", "-")

FLAG_WORDS = {"ja": True, "nej": False}

SECTIONS: tuple[Section, ...] = (
    Section("kommun", "kommun", "kommun", many=False),
    Section("styrmodeller", "model", "models"),
    Section("organisation", "body", "bodies"),
    Section("visioner", "vision", "visions"),
    Section("mål", "goal", "goals"),
    Section("indikatorer", "indicator", "indicators"),
    Section("mätvärden", "series", "series"),
    Section("skalor", "scale", "scales"),
    Section("uppföljningar", "occasion", "occasions"),
    Section("beslut", "decision", "decisions"),
    Section("källor", "source", "sources"),
    Section("aktuellt", "news", "news"),
    Section("teman", "theme", "themes"),
    Section("ordlista", "term", "terms"),
    Section("borttagna", "withdrawn", "withdrawn"),
    Section("undantag", "exception", "exceptions"),
)

RECORDS: dict[str, Record] = {
    "kommun": kommun.KOMMUN,
    "contact": contact.CONTACT,
    "logotype": picture.LOGOTYPE,
    "accessibility": accessibility.ACCESSIBILITY,
    "shortcoming": accessibility.SHORTCOMING,
    "plain": plain.PLAIN,
    "avoided": plain.AVOIDED,
    "body": organisation.BODY,
    "model": kommun.MODEL,
    "level": kommun.LEVEL,
    "category": kommun.CATEGORY,
    "vision": system.VISION,
    "picture": picture.PICTURE,
    "goal": system.GOAL,
    "support": system.SUPPORT,
    "indicator": system.INDICATOR,
    "measurement": measure.MEASUREMENT,
    "part": measure.PART,
    "revision": measure.REVISION,
    "series": measure.SERIES,
    "baseline": target.BASELINE,
    "target": target.TARGET,
    "relative": target.RELATIVE,
    "former_target": target.FORMER_TARGET,
    "statistic": statistics.STATISTIC,
    "table": statistics.TABLE,
    "selection": statistics.SELECTION,
    "related": statistics.RELATED,
    "scale": scale.SCALE,
    "scale_step": scale.STEP,
    "occasion": followup.OCCASION,
    "statement": followup.STATEMENT,
    "verdict": followup.VERDICT,
    "planned": followup.PLANNED,
    "tally": followup.TALLY,
    "count": followup.COUNT,
    "correction": correction.CORRECTION,
    "decision": shared.DECISION,
    "source": shared.SOURCE,
    "news": news.NEWS,
    "theme": shared.THEME,
    "term": glossary.TERM,
    "easy": language.EASY,
    "translation": language.TRANSLATION,
    "withdrawn": declared.WITHDRAWN,
    "exception": declared.EXCEPTION,
    "reference": shared.REFERENCE,
    "validity": shared.VALIDITY_RECORD,
    "timeline": shared.TIMELINE,
    "step": shared.STEP,
    "wording": shared.WORDING,
    "quote": shared.QUOTE,
}

CHOICES: dict[str, dict[str, str]] = {
    "standing": {
        "förslag": "proposal",
        "beslutad": "decided",
        "gällande": "in_force",
        "ersatt": "replaced",
        "upphävd": "repealed",
        "exempel": "example",
    },
    "entity_kind": {"kommun": "kommun", "region": "region", "kommunalförbund": "federation"},
    "publisher_kind": {
        "kommun": "local",
        "region": "regional",
        "statlig myndighet": "national",
        "högskola": "academia",
        "förening": "non_profit",
        "företag": "company",
        "privatperson": "private",
    },
    "decision_kind": {"beslut": "decision", "förslag": "proposal"},
    "direction": {
        "högre": "higher",
        "lägre": "lower",
        "oförändrad": "unchanged",
        "inom": "within",
    },
    "genders": genders.CHOICES,
    "article": {"en": "en", "ett": "ett"},
    "level_kind": {"noder": "nodes", "visioner": "visions"},
    "compliance": accessibility.COMPLIANCE,
    "method": accessibility.METHODS,
    "situation": accessibility.SITUATIONS,
    "missing": measure.MISSING,
    "change": target.CHANGES,
    "compared": target.COMPARED,
    "tone": scale.TONES,
    "shape": scale.SHAPES,
    "scale_use": scale.USES,
    "outlook": followup.OUTLOOKS,
    "corrected": correction.CORRECTED,
    "counted": followup.COUNTED,
    "language": languages.WORDS,
}
