"""Ways to write a test's input in the test: a kommun from YAML, a site from a dict of files."""

from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent

from kommunvision.load import Loaded, load_site
from kommunvision.model import Kommun
from kommunvision.problem import Problem

WHO = """
kommun:
  namn: Exempelby
  formellt_namn: Exempelby kommun
  påhittad: ja
"""

LEVELS = """
styrmodeller:
- id: styrmodell
  namn: Styrmodell
  nivåer:
  - {id: omrade, namn: område, artikel: ett, bestämd: området, plural: områden,
     bestämd_plural: områdena}
  - {id: mal, namn: mål, artikel: ett, bestämd: målet, plural: mål, bestämd_plural: målen}
  - {id: namndmal, namn: nämndmål, artikel: ett, bestämd: nämndmålet, plural: nämndmål,
     bestämd_plural: nämndmålen}
"""


def write_files(root: Path, files: dict[str, str | bytes]) -> None:
    """Write files under a folder; text is dedented first."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(dedent(content).lstrip("\n"), encoding="utf-8")


def loaded_from(files: dict[str, str | bytes]) -> Loaded:
    """Load a site whose data files are given by path."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        write_files(root, files)
        return load_site(root)


def standard_files(text: str) -> dict[str, str | bytes]:
    """Return a kommun with three levels, and the text as its file ``data/exempelby/mal.yml``."""
    files: dict[str, str | bytes] = {"data/exempelby/mal.yml": text}
    if "\nkommun:" not in f"\n{dedent(text)}":
        files["data/exempelby/kommun.yml"] = WHO
    if "\nstyrmodeller:" not in f"\n{dedent(text)}":
        files["data/exempelby/styrmodell.yml"] = LEVELS
    return files


def kommun_from(text: str) -> Kommun:
    """Load one kommun from YAML that must be readable; who it is and its levels may be left out."""
    loaded = loaded_from(standard_files(text))
    assert not loaded.problems, [(str(p.origin), p.code, dict(p.details)) for p in loaded.problems]
    (kommun,) = loaded.kommuner
    return kommun


def problems_from(text: str) -> tuple[Problem, ...]:
    """Load YAML and return what the loader finds."""
    return loaded_from(standard_files(text)).problems.ordered()


def places(problems: tuple[Problem, ...]) -> list[tuple[str, int, int]]:
    """Return code, line and column of problems, for comparison."""
    return [(item.code, item.origin.line, item.origin.column) for item in problems]
