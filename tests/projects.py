"""A whole small site in a folder of its own, for tests of the command, the plugin and the builds."""

import time
from pathlib import Path

from kommunvision import pipeline
from kommunvision.swedish.problems import PROBLEMS
from tests.helpers import LEVELS, write_files

# Of the processor, so that others on the machine do not count.
SECONDS = 20

SETTINGS = """\
site_name: Provplatsen
site_url: https://prov.example/
docs_dir: content
theme:
  name: material
  language: sv
  font: false
plugins:
  - kommunvision
  - macros:
      modules: [kommunvision.macros]
"""

KOMMUN = """\
format: 1
kommun:
  namn: Exempelby
  formellt_namn: Exempelby kommun
  kod: "9999"
  påhittad: ja
  accentfärg: "#1f5f5b"
  tillgänglighet:
    förenlighet: inte förenlig
    bedömd: 2026-03-02
    metod: uppskattning
    uppdaterad: 2026-03-02
    formulär: https://exempelby.example/brister
    brister: [{beskrivning: Kartan saknar text., situation: utan syn}]
"""

GOALS = """\
mål:
- id: larande
  nivå: omrade
  rubrik: Nyfikna hela livet
  källa: budget
- id: utb-2
  tidigare_id: [utb-1]
  nivå: mal
  rubrik: Fler unga når gymnasieexamen
  överordnade: [larande]
  källa: budget
"""

SOURCES = """\
källor:
- id: budget
  titel: Budget 2026
"""

PAGE = """\
---
rubrik: Om målen
beskrivning: Så hänger målen ihop.
---

# Målen hänger ihop

Läs [ett mål](mal/utb-2.md) och {{ länk("larande") }}.

## Ett mål i taget

{{ mål("utb-2") }}
"""

FILES: dict[str, str | bytes] = {
    "mkdocs.yml": SETTINGS,
    "data/exempelby/kommun.yml": KOMMUN,
    "data/exempelby/styrmodell.yml": LEVELS,
    "data/exempelby/mal.yml": GOALS,
    "data/exempelby/kallor.yml": SOURCES,
    "content/index.md": "# Provplatsen\n\n{{ kommuner() }}\n",
    "content/exempelby/om-malen.md": PAGE,
}


def project(root: Path, changed: dict[str, str | bytes | None] | None = None) -> Path:
    """Write a site that builds without a remark; files can be changed, added, or left out by None."""
    files = {**FILES, **(changed or {})}
    write_files(root, {name: text for name, text in files.items() if text is not None})
    return root


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with its content."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def errors(root: Path) -> list[tuple[str, str]]:
    """Return code and file of every error, found within the time allowed."""
    start = time.process_time()
    outcome = pipeline.check(root)
    assert time.process_time() - start < SECONDS
    return [
        (one.code, one.origin.path)
        for one in outcome.problems
        if PROBLEMS[one.code].severity == "fel"
    ]
