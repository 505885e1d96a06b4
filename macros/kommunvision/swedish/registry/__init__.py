"""The official list of Sweden's kommuner and regioner, as it ships with the engine."""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class OfficialKommun:
    """A row of ``kommuner.csv``, or a region."""

    code: str
    """Kommunkod, four digits; the first two are the code of the län, and of the region."""
    name: str
    formal_name: str
    county: str
    url: str | None
    """Web address, where one is known for certain."""


# Name by code of the län; the names are those that Kolada uses (RKA).
REGIONS: dict[str, str] = {
    "01": "Region Stockholm",
    "03": "Region Uppsala",
    "04": "Region Sörmland",
    "05": "Region Östergötland",
    "06": "Region Jönköpings län",
    "07": "Region Kronoberg",
    "08": "Region Kalmar",
    "09": "Region Gotland",
    "10": "Region Blekinge",
    "12": "Region Skåne",
    "13": "Region Halland",
    "14": "Västra Götalandsregionen",
    "17": "Region Värmland",
    "18": "Region Örebro län",
    "19": "Region Västmanland",
    "20": "Region Dalarna",
    "21": "Region Gävleborg",
    "22": "Region Västernorrland",
    "23": "Region Jämtland Härjedalen",
    "24": "Region Västerbotten",
    "25": "Region Norrbotten",
}

_STAD = re.compile(" stad$")
# Regioner write their names with and without these; what is left tells them apart.
_NOT_THE_NAME = re.compile(r"\b(?:region|läns?|landsting)\b|s?regionen\b|s\b")


@cache
def kommuner() -> dict[str, OfficialKommun]:
    """Return the 290 kommuner by code, in the order of their codes."""
    text = resources.files(__package__).joinpath("kommuner.csv").read_text("utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {
        row["kod"]: OfficialKommun(
            code=row["kod"],
            name=row["namn"],
            formal_name=row["formellt_namn"],
            county=row["lan"],
            url=row["webbadress"] or None,
        )
        for row in rows
    }


def find(name_or_code: str) -> OfficialKommun | None:
    """Return the kommun with a code, a name or a formal name; case makes no difference.

    Some kommuner call themselves stad; in the list they are kommuner as all the others.
    """
    wanted = " ".join(unicodedata.normalize("NFC", name_or_code).casefold().split())
    wanted = _STAD.sub(" kommun", wanted)
    return next(
        (
            found
            for found in kommuner().values()
            if wanted in {found.code, found.name.casefold(), found.formal_name.casefold()}
        ),
        None,
    )


@cache
def regions() -> dict[str, OfficialKommun]:
    """Return the 21 regioner by code, with the län that each one serves."""
    counties = {found.code[:2]: found.county for found in kommuner().values()}
    return {
        code: OfficialKommun(code, name, formal_name=name, county=counties[code], url=None)
        for code, name in REGIONS.items()
    }


def find_region(name: str) -> OfficialKommun | None:
    """Return the region with a name; ``län`` may be in it or not, case makes no difference."""
    wanted = _core(name)
    return next((found for found in regions().values() if _core(found.name) == wanted), None)


def _core(name: str) -> str:
    plain = unicodedata.normalize("NFC", name).casefold()
    return " ".join(_NOT_THE_NAME.sub(" ", plain).split())
