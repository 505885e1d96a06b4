"""Writes a made-up Sweden: every kommun by its real name and code, and nothing else that is true.

The same size and seed give the same bytes. It is written where nobody publishes it from.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

from kommunvision.swedish.format import order
from kommunvision.swedish.registry import OfficialKommun, kommuner
from kommunvision.text.ascii import ascii_id

_SETTINGS = """\
site_name: Ett påhittat Sverige
site_url: https://sverige.example/
docs_dir: content
strict: true
theme:
  name: material
  language: sv
  font: false
plugins:
  - kommunvision:
      redigera: "https://kod.example/blob/main/{path}#L{line}"
  - macros:
      module_name: macros
      on_error_fail: true
      on_undefined: strict
"""

_KOMMUN = """\
format: 1
kommun:
  namn: {name}
  formellt_namn: {formal}
  kod: "{code}"
  påhittad: ja
  beskrivning: Allt utom namnet är påhittat, för att mäta hur lång tid en webbplats tar att bygga.
  tillgänglighet:
    förenlighet: inte förenlig
    bedömd: 2026-01-01
    uppdaterad: 2026-01-01
    metod: självskattning
    formulär: https://sverige.example/formular
    brister:
      - beskrivning: Allt är påhittat.
        situation: [kognition]
"""

_MODEL = """\
styrmodeller:
  - id: styrmodell
    namn: Påhittad styrmodell
    status: exempel
    gäller: {från: 2023, till: 2026}
    nivåer:
      - {id: niva-vision, namn: vision, artikel: en, bestämd: visionen, plural: visioner, bestämd_plural: visionerna, slag: visioner, rang: 1}
      - {id: omrade, namn: område, artikel: ett, bestämd: området, plural: områden, bestämd_plural: områdena, rang: 2}
      - {id: mal, namn: mål, artikel: ett, bestämd: målet, plural: mål, bestämd_plural: målen, rang: 3}
      - {id: namndmal, namn: nämndmål, artikel: ett, bestämd: nämndmålet, plural: nämndmål, bestämd_plural: nämndmålen, rang: 4}
      - {id: aktivitet, namn: aktivitet, artikel: en, bestämd: aktiviteten, plural: aktiviteter, bestämd_plural: aktiviteterna, rang: 5}
    källa: budget
"""

_SCALES = """\
skalor:
  - id: maluppfyllelse
    namn: Måluppfyllelse
    steg:
      - {id: uppfyllt, ord: uppfyllt, ord_en: uppfylld, prognos: bedöms bli uppfyllt, form: bock, ton: bra}
      - {id: delvis, ord: delvis uppfyllt, ord_en: delvis uppfylld, prognos: bedöms bli delvis uppfyllt, form: halv, ton: delvis}
      - {id: inte, ord: inte uppfyllt, ord_en: inte uppfylld, prognos: bedöms inte bli uppfyllt, form: kryss, ton: dåligt}
    källa: budget
"""

_STATUSES = ("uppfyllt", "delvis uppfyllt", "inte uppfyllt")
_BODIES = (
    ("kf", "Kommunfullmäktige", "fullmäktige"),
    ("ks", "Kommunstyrelsen", "styrelse"),
    ("bun", "Barn- och utbildningsnämnden", "nämnd"),
    ("son", "Socialnämnden", "nämnd"),
    ("tmn", "Teknik- och miljönämnden", "nämnd"),
)
_YEARS = range(2019, 2026)

_OPENINGS = ("Här ska fler", "Hos oss kan alla", "Varje dag ska någon", "Ingen ska behöva sluta")
_VERBS = ("lära sig", "odla", "laga", "mötas vid", "cykla till", "sjunga om", "vårda", "bygga")
_THINGS = ("ån", "bron", "biblioteket", "skogen", "torget", "verkstaden", "skolan", "badplatsen")
_SENTENCES = (
    "Det märks i vardagen, och det går att räkna.",
    "Vi börjar där behovet är störst och fortsätter tills alla är med.",
    "Arbetet sker tillsammans med dem som bor här och dem som driver företag.",
    "Varje nämnd säger själv hur den bidrar och vad det får kosta.",
    "När något inte fungerar ändrar vi det och berättar varför.",
    "Siffrorna är påhittade, och det är meningarna också.",
)


@dataclass(frozen=True, slots=True)
class Size:
    """How much a kommun of medium size has."""

    areas: int = 4
    goals: int = 9
    body_goals: int = 14
    activities: int = 7
    indicators: int = 10

    def scaled(self, factor: float) -> Size:
        """Return a larger or smaller kommun."""
        return Size(
            *(
                max(2, round(number * factor))
                for number in (
                    self.areas,
                    self.goals,
                    self.body_goals,
                    self.activities,
                    self.indicators,
                )
            )
        )


def write_sweden(root: Path, count: int, size: Size | None = None, seed: int = 290) -> int:
    """Write a site of so many kommuner, and return how many bytes its data takes.

    Args:
        root: A folder that is empty or does not exist.
        count: How many kommuner; those of more than 290 get a number after their names.
        size: How much a kommun of medium size has; each has from half to one and a half of it.
        seed: Of all that is left to chance.
    """
    written = 0
    files = {
        "mkdocs.yml": _SETTINGS,
        "macros/__init__.py": "from kommunvision.macros import define_env\n",
        "content/index.md": "# Ett påhittat Sverige\n\n{{ kommuner() }}\n",
    }
    official = sorted(kommuner().values(), key=lambda one: order(one.name))
    for number in range(count):
        one = official[number % len(official)]
        turn = number // len(official)
        chance = random.Random(f"{seed}-{number}")  # noqa: S311 - nothing secret
        own = (size or Size()).scaled(chance.uniform(0.5, 1.5))
        slug = f"{ascii_id(one.name)}{f'-{turn + 1}' if turn else ''}"
        if f"content/{slug}/sa-styrs-vi.md" in files:
            # Habo and Håbo.
            slug = f"{slug}-{one.code}"
        for name, text in _Kommun(one, turn, own, chance).files().items():
            files[f"data/{slug}/{name}"] = text
            written += len(text.encode())
        files[f"content/{slug}/sa-styrs-vi.md"] = _PAGE.format(name=one.name)
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return written


_PAGE = """\
---
rubrik: Så styrs {name}
---

# Så styrs en påhittad kommun

Fullmäktige beslutar om visionen, och nämnderna om hur den ska nås.

## Visionen

{{{{ vision("vision-2035") }}}}

## Ett av målen

{{{{ mål("mal-1") }}}}
"""


class _Kommun:
    """One kommun while it is being written."""

    def __init__(
        self, official: OfficialKommun, turn: int, size: Size, chance: random.Random
    ) -> None:
        self._official = official
        self._turn = turn
        self._size = size
        self._chance = chance

    def files(self) -> dict[str, str]:
        """Return the data files by name."""
        more = f" {self._turn + 1}" if self._turn else ""
        code = self._official.code if not self._turn else "9999"
        return {
            "kommun.yml": _KOMMUN.format(
                name=self._official.name + more,
                formal=self._official.formal_name + more,
                code=code,
            ),
            "styrmodell.yml": _MODEL,
            "skalor.yml": _SCALES,
            "kallor.yml": "källor:\n  - {id: budget, titel: Påhittad budget, datum: 2025-11-20}\n",
            "organisation.yml": self._bodies(),
            "visioner.yml": self._visions(),
            "mal.yml": self._goals(),
            "indikatorer.yml": self._indicators(),
            "uppfoljning.yml": self._occasions(),
        }

    def _bodies(self) -> str:
        lines = [f"  - {{id: {key}, namn: {name}, slag: {kind}}}" for key, name, kind in _BODIES]
        return "\n".join(["organisation:", *lines, ""])

    def _visions(self) -> str:
        return (
            "visioner:\n  - id: vision-2035\n    rubrik: Vision 2035\n    status: exempel\n"
            f"    målår: 2035\n    text: |\n      {self._title()}.\n\n      {self._prose(4)}\n"
            "    källa: budget\n    beslut: framgår inte av källan\n"
        )

    def _goals(self) -> str:
        size = self._size
        levels = (
            ("omrade", size.areas, "vision-2035", 1),
            ("mal", size.goals, "omrade", size.areas),
            ("namndmal", size.body_goals, "mal", size.goals),
            ("aktivitet", size.activities, "namndmal", size.body_goals),
        )
        lines = ["mål:"]
        for level, count, above, many in levels:
            for number in range(1, count + 1):
                parent = above if above == "vision-2035" else f"{above}-{(number - 1) % many + 1}"
                lines += [
                    f"  - id: {level}-{number}",
                    f"    nivå: {level}",
                    f'    nummer: "{number}"',
                    f"    rubrik: {self._title()} ({number})",
                    f"    text: {self._prose(2)}",
                    f"    beskrivning: {self._prose(3)}",
                    f"    överordnade: [{parent}]",
                    f"    globala_mål: [{self._chance.randint(1, 17)}]",
                    f"    ansvariga: [{self._chance.choice(_BODIES)[0]}]",
                    "    källa: {id: budget, plats: sidan 7}",
                    "    beslut: framgår inte av källan",
                ]
        return "\n".join([*lines, ""])

    def _indicators(self) -> str:
        lines = ["indikatorer:"]
        values = ["mätvärden:"]
        for number in range(1, self._size.indicators + 1):
            goal = (number - 1) % self._size.goals + 1
            level = self._chance.uniform(40, 90)
            lines += [
                f"  - id: ind-{number}",
                f"    namn: {self._title()}, andel ({number})",
                "    enhet: procent",
                "    decimaler: 1",
                "    riktning: högre",
                f"    hör_till: [mal-{goal}]",
                f"    beskrivning: {self._prose(1)}",
                "    målvärden:",
                f"      - {{period: 2026, minst: {round(level + 5)}, källa: budget}}",
                f"    ansvariga: [{self._chance.choice(_BODIES)[0]}]",
                "    källa: budget",
                "    beslut: framgår inte av källan",
            ]
            values += [f"  - indikator: ind-{number}", "    källa: budget", "    värden:"]
            for year in _YEARS:
                level = min(99, max(1, level + self._chance.uniform(-3, 3)))
                values.append(f'      - {{period: {year}, värde: "{level:.1f}"}}'.replace(".", ","))
        return "\n".join([*lines, *values, ""])

    def _occasions(self) -> str:
        lines = ["uppföljningar:"]
        for year in (2024, 2025):
            lines += [
                f"  - id: arsredovisning-{year}",
                f"    namn: Årsredovisning {year}",
                "    slag: årsredovisning",
                f"    period: {year}",
                "    omfattar: [mal]",
                "    skalor: [maluppfyllelse]",
                "    källa: budget",
                "    beslut: framgår inte av källan",
                "    omdömen:",
            ]
            lines += [
                f"      - {{om: mal-{number}, status: {self._chance.choice(_STATUSES)}, "
                f"kommentar: {self._chance.choice(_SENTENCES).replace(',', ' och').rstrip('.')}}}"
                for number in range(1, self._size.goals + 1)
            ]
        return "\n".join([*lines, ""])

    def _title(self) -> str:
        opening, verb, thing = map(self._chance.choice, (_OPENINGS, _VERBS, _THINGS))
        return f"{opening} {verb} {thing}"

    def _prose(self, sentences: int) -> str:
        return " ".join(self._chance.sample(_SENTENCES, sentences))
