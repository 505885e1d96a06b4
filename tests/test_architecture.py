"""The engine keeps its floors: imports point down, each outside package has one home, Swedish too."""

import ast
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

ENGINE = Path(__file__).resolve().parent.parent / "macros" / "kommunvision"

# From the ground up. What stands on one floor stands side by side, blind to its neighbours.
FLOORS = (
    {"edition", "folders", "on_demand", "origin", "remembered", "swedish"},
    {"model", "picture", "problem", "artifact", "text", "colour", "repository", "writing"},
    {"address", "kept", "progress", "subject"},
    {"load", "check", "chain", "history", "publication", "report", "versions"},
    {"written", "faces"},
    {"afresh"},
    {"render", "export", "search", "server", "statistics"},
    {"pages", "amend", "form", "shelved", "summary"},
    {"outcome"},
    {"checking"},
    {"pipeline", "glimpse", "editing", "document", "migrate", "adding", "collect"},
    {"macros", "plugin", "driver", "publish"},
    {"archive", "doctor"},
    {"cli"},
    {"__init__", "__main__"},
)
FLOOR_OF = {part: number for number, floor in enumerate(FLOORS, start=1) for part in floor}

# The only modules (and folders of modules) that may meet an outside package.
HOMES = {
    "babel": ("swedish",),
    "brotli": ("server.compressed",),
    "click": ("cli",),
    "coloraide": ("colour",),
    "httpx": ("statistics.client",),
    "hunspell": ("text.spelling",),
    "icalendar": ("report",),
    "jinja2": ("render", "text"),
    "lxml": (
        "export.dcat.ordered",
        "export.feed",
        "export.stratml.xml",
        "export.tables.workbook",
        "server.iis",
        "picture.drawing",
    ),
    "markdown": ("text",),
    "markupsafe": ("document", "editing", "pages", "plugin", "render", "text"),
    "mkdocs": ("doctor.settings", "driver", "plugin"),
    "mkdocs_macros": ("plugin.demands",),
    "msgspec": ("export.json_text", "summary"),
    "nh3": ("text",),
    "openpyxl": (
        "collect",
        "export.tables.cells",
        "export.tables.sheet_xml",
        "export.tables.workbook",
        "load.sheets",
    ),
    "packaging": ("doctor.installed",),
    "pathspec": ("text.selection",),
    "PIL": ("picture",),
    "platformdirs": ("kept.store",),
    "pydyf": ("document",),
    "pypdf": ("check.pdf_words",),
    "rdflib": ("export.dcat",),
    "snowballstemmer": ("swedish",),
    "tenacity": ("statistics.client",),
    "weasyprint": ("document",),
    "yaml": (
        "driver.settings",
        "export.yaml_text",
        "load.located",
        "render.component",
        "text.front",
        "text.settings",
    ),
    # Parts of the standard library that reach outside the program.
    "multiprocessing": ("driver.rest", "driver.workers"),
    "asyncio": ("statistics.client", "statistics.refresh"),
    "concurrent": (),
    "socket": (),
    "subprocess": ("publish.ssh", "repository"),
    "urllib.request": (),
}

LONGEST_MODULE = 300
NOT_TEXT = {".gz", ".ico", ".png", ".pyc", ".woff2"}
SWEDISH_LETTER = re.compile("[åäöÅÄÖ]")


def module_name(engine: Path, path: Path) -> str:
    """The dotted name below the package: ``load.located``, ``model`` for ``model/__init__.py``."""
    parts = path.relative_to(engine).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


def imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of everything that a module imports, wherever it does so."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            source = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{source}.{alias.name}") for alias in node.names)


def lies_in(name: str, homes: tuple[str, ...]) -> bool:
    """Whether a dotted name is one of the homes or stands below one."""
    return any(name == home or name.startswith(f"{home}.") for home in homes)


def fault_of_own_import(module: str, imported: str) -> str | None:
    """What is wrong with importing this part of the engine here, if anything."""
    here = module.partition(".")[0]
    there = imported.split(".")[1]
    if there not in FLOOR_OF or there in FLOORS[-1]:
        return "imports the package root from inside"
    if there == "statistics" and here not in {"statistics", "cli"}:
        return "imports statistics, and a build never fetches"
    if here == there or FLOOR_OF[there] < FLOOR_OF[here]:
        return None
    direction = "sideways" if FLOOR_OF[there] == FLOOR_OF[here] else "upward"
    return f"imports {direction}, {here} → {there}"


def fault_of_outside_import(module: str, imported: str) -> str | None:
    """What is wrong with importing an outside package here, if anything."""
    for package, homes in HOMES.items():
        if lies_in(imported, (package,)):
            if lies_in(module, homes):
                return None
            return f"imports {package}, at home in {' and '.join(homes) or 'no module'}"
    package = imported.partition(".")[0]
    return None if package in sys.stdlib_module_names else f"imports {package}, which has no home"


def import_faults(engine: Path) -> Iterator[str]:
    """Every import that breaks the order of the floors or leaves its home."""
    for path in sorted(engine.rglob("*.py")):
        module = module_name(engine, path)
        here = module.partition(".")[0]
        place = path.relative_to(engine).as_posix()
        if here not in FLOOR_OF:
            yield f"{place}:1: {here} stands on no floor"
            continue
        for line, imported in imports(ast.parse(path.read_bytes())):
            if imported.startswith("."):
                fault = "imports relatively"
            elif imported.startswith("macros."):
                fault = "imports a second copy of the engine"
            elif imported == "kommunvision":
                fault = "imports the package root from inside"
            elif imported.startswith("kommunvision."):
                fault = fault_of_own_import(module, imported)
            else:
                fault = fault_of_outside_import(module, imported)
            if fault:
                yield f"{place}:{line}: {fault}"


def language_faults(engine: Path) -> Iterator[str]:
    """Every line outside ``swedish/`` with a Swedish letter, composed or decomposed."""
    for path in sorted(engine.rglob("*")):
        place = path.relative_to(engine)
        # What is built of others' packages is not in git.
        if place.parts[0] == "swedish" or place.parts[:2] == ("form", "built"):
            continue
        if path.is_dir() or path.suffix in NOT_TEXT:
            continue
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            if SWEDISH_LETTER.search(unicodedata.normalize("NFC", line)):
                yield f"{place.as_posix()}:{number}: Swedish outside swedish/: {line.strip()}"


def module_faults(engine: Path) -> Iterator[str]:
    """Every module that is too long or does not say what it is for."""
    for path in sorted(engine.rglob("*.py")):
        place = path.relative_to(engine).as_posix()
        source = path.read_text("utf-8")
        length = len(source.splitlines())
        if length > LONGEST_MODULE:
            yield f"{place}:{LONGEST_MODULE + 1}: {length} lines, at most {LONGEST_MODULE}"
        if not ast.get_docstring(ast.parse(source)):
            yield f"{place}:1: opens without saying what it is for"


@pytest.fixture
def made_up_engine(tmp_path: Path):
    """Gives a function that writes a small engine to test the checks on."""

    def write(files: dict[str, str]) -> Path:
        for place, text in files.items():
            path = tmp_path / place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_imports_point_down_and_outside_packages_stay_at_home():
    faults = list(import_faults(ENGINE))
    assert not faults, "\n".join(faults)


def test_the_engine_speaks_swedish_in_its_swedish_folder_only():
    faults = list(language_faults(ENGINE))
    assert not faults, "\n".join(faults)


def test_every_module_says_what_it_is_for_and_is_short():
    faults = list(module_faults(ENGINE))
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    ("place", "line", "fault"),
    [
        ("load/folder.py", "from kommunvision.model.goal import Goal", None),
        ("load/folder.py", "from kommunvision.load.located import read", None),
        ("load/located.py", "import yaml", None),
        ("text/calls.py", "import jinja2.nodes", None),
        ("model/goal.py", "import urllib.parse", None),
        ("model/goal.py", "from kommunvision.load.folder import load", "imports upward, model → load"),
        ("model/__init__.py", "import kommunvision.cli", "imports upward, model → cli"),
        ("check/chains.py", "from kommunvision.chain import system", "imports sideways, check → chain"),
        ("plugin.py", "from kommunvision.driver import plan", "imports sideways, plugin → driver"),
        ("cli.py", "import kommunvision", "imports the package root from inside"),
        ("cli.py", "from kommunvision import Kommun", "imports the package root from inside"),
        ("load/folder.py", "from . import located", "imports relatively"),
        ("load/folder.py", "from ..model import goal", "imports relatively"),
        ("cli.py", "from macros.kommunvision.model import Kommun", "imports a second copy of the engine"),
        ("load/folder.py", "from yaml import compose", "imports yaml, at home in driver.settings and export.yaml_text and load.located and render.component and text.front and text.settings"),
        ("pages/goal.py", "import jinja2", "imports jinja2, at home in render and text"),
        ("render/views.py", "from mkdocs.config import base", "imports mkdocs, at home in doctor.settings and driver and plugin"),
        ("pipeline.py", "def f():\n    import click", "imports click, at home in cli"),
        ("driver/sites.py", "import subprocess", "imports subprocess, at home in publish.ssh and repository"),
        ("driver/plan.py", "from urllib.request import urlopen", "imports urllib.request, at home in no module"),
        ("model/goal.py", "import numpy", "imports numpy, which has no home"),
        ("pages/goal.py", "import httpx", "imports httpx, at home in statistics.client"),
        ("load/folder.py", "from kommunvision.statistics import refresh", "imports statistics, and a build never fetches"),
        ("driver/sites.py", "from kommunvision.statistics import refresh", "imports statistics, and a build never fetches"),
        ("utils.py", "import re", "utils stands on no floor"),
    ],
)  # fmt: skip
def test_an_import_is_judged_by_where_it_stands(made_up_engine, place, line, fault):
    found = list(import_faults(made_up_engine({place: line})))
    last_line = 1 + line.count("\n")
    assert found == ([f"{place}:{last_line}: {fault}"] if fault else [])


def test_a_swedish_letter_is_found_in_any_text_file_in_both_of_its_forms(made_up_engine):
    engine = made_up_engine(
        {
            "swedish/labels.py": "GOAL = 'Mål'",
            "render/card.html": "<p>\n<p>Mål</p>",
            "theme/site.css": "/* na\u0308ra */",
            "theme/logo.png": "å",
        }
    )
    assert [fault.partition(": ")[0] for fault in language_faults(engine)] == [
        "render/card.html:2",
        "theme/site.css:1",
    ]


def test_a_long_or_silent_module_is_found(made_up_engine):
    engine = made_up_engine(
        {
            "origin.py": '"""Places."""\n' + "\n" * 299,
            "problem.py": '"""Findings."""\n' + "\n" * 300,
            "artifact.py": "x = 1\n",
        }
    )
    assert list(module_faults(engine)) == [
        "artifact.py:1: opens without saying what it is for",
        "problem.py:301: 301 lines, at most 300",
    ]
