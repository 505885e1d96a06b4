"""Every key that may stand in a data file, and the words that a key may have as its value."""

from __future__ import annotations

from kommunvision.swedish.keys import (
    accessibility,
    contact,
    declared,
    kommun,
    picture,
    shared,
    system,
)
from kommunvision.swedish.keys.field import Field, Kind, Record, Section

__all__ = [
    "CHOICES",
    "END_KEY",
    "FLAG_WORDS",
    "FORMAT_KEY",
    "ID_KEY",
    "LEDGER_COMMENT",
    "LEDGER_KEY",
    "NOT_STATED",
    "RECORDS",
    "SECTIONS",
    "Field",
    "Kind",
    "Record",
    "Section",
]

FORMAT_KEY = "format"

ID_KEY = "id"

END_KEY = "till"

LEDGER_KEY = "adresser"

LEDGER_COMMENT = (
    "Adresser som har publicerats och som ska leva vidare. Filen skrivs av kommunvision build.\n"
    "Ändra den inte. Ska en sida försvinna skriver ni dess adress under borttagna i kommunens data."
)

NOT_STATED = "framgår inte av källan"

FLAG_WORDS = {"ja": True, "nej": False}

SECTIONS: tuple[Section, ...] = (
    Section("kommun", "kommun", "kommun", many=False),
    Section("styrmodeller", "model", "models"),
    Section("organisation", "body", "bodies"),
    Section("visioner", "vision", "visions"),
    Section("mål", "goal", "goals"),
    Section("indikatorer", "indicator", "indicators"),
    Section("beslut", "decision", "decisions"),
    Section("källor", "source", "sources"),
    Section("aktuellt", "news", "news"),
    Section("teman", "theme", "themes"),
    Section("borttagna", "withdrawn", "withdrawn"),
    Section("undantag", "exception", "exceptions"),
)

RECORDS: dict[str, Record] = {
    "kommun": kommun.KOMMUN,
    "contact": contact.CONTACT,
    "logotype": kommun.LOGOTYPE,
    "accessibility": accessibility.ACCESSIBILITY,
    "shortcoming": accessibility.SHORTCOMING,
    "body": kommun.BODY,
    "model": kommun.MODEL,
    "level": kommun.LEVEL,
    "category": kommun.CATEGORY,
    "vision": system.VISION,
    "picture": picture.PICTURE,
    "goal": system.GOAL,
    "support": system.SUPPORT,
    "indicator": system.INDICATOR,
    "decision": shared.DECISION,
    "source": shared.SOURCE,
    "news": shared.NEWS,
    "theme": shared.THEME,
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
    "decision_kind": {"beslut": "decision", "förslag": "proposal"},
    "direction": {
        "högre": "higher",
        "lägre": "lower",
        "oförändrad": "unchanged",
        "inom": "within",
    },
    "article": {"en": "en", "ett": "ett"},
    "level_kind": {"noder": "nodes", "visioner": "visions"},
    "compliance": accessibility.COMPLIANCE,
    "method": accessibility.METHODS,
    "situation": accessibility.SITUATIONS,
}
