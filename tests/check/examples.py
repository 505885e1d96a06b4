"""Runs the examples of the problem table: a tiny made-up kommun and the files of one example."""

from datetime import date
from os import truncate
from pathlib import Path
from shutil import rmtree

from kommunvision import pipeline
from kommunvision.collect import Round, changes_in, name_of, occasion_of, read_returned
from kommunvision.edition import Edition
from kommunvision.load import read_workbook
from kommunvision.model import Kommun
from kommunvision.problem import Problem
from kommunvision.report import severity
from kommunvision.swedish.problems import HINTS, Files, Odd, Severity

# What an example does not name. It finds no fault with itself but those below.
BASE: Files = {
    "data/exempelby/kommun.yml": """\
format: 1
kommun:
  namn: Exempelby
  formellt_namn: Exempelby kommun
  påhittad: ja
""",
    "data/exempelby/styrmodell.yml": """\
styrmodeller:
  - id: styrmodell
    namn: Styrmodell
    nivåer:
      - {id: omrade, namn: område, artikel: ett, bestämd: området, plural: områden,
         bestämd_plural: områdena}
      - {id: mal, namn: mål, artikel: ett, bestämd: målet, plural: mål, bestämd_plural: målen}
""",
    "data/exempelby/organisation.yml": """\
organisation:
  - {id: kf, namn: Kommunfullmäktige, slag: fullmäktige, förkortning: KF}
  - {id: ks, namn: Kommunstyrelsen, slag: styrelse, förkortning: KS}
""",
    "data/exempelby/kallor.yml": """\
källor:
  - {id: budget, titel: Budget 2026}
beslut:
  - {id: kf-205, organ: kf, datum: 2025-12-15, paragraf: 205}
""",
}

# Small examples leave out what their goals rest on, and the level of their visions; only the examples
# of these codes are about it.
EVIDENCE = {"KV312", "KV511", "KV512", "KV513"}

# They leave out the statement on accessibility too, which has an example and tests of its own.
UNASSESSED = "KV514"


# What the day of the check decides.
DATED = {"KV409", "KV790"}


def run(root: Path, files: Files, *, about: str) -> tuple[Problem, ...]:
    """Write an example under a folder and return what is found, as for one code.

    A workbook and a template that has been filled in are no files of a site; they are read as the
    command that imports them does.
    """
    books = {name: one for name, one in files.items() if name.endswith((".xlsx", ".csv"))}
    for name, content in {**BASE, **files}.items():
        if name not in books:
            _write(root / name, content)
    # Most examples are the same on any day.
    edition = Edition(date(2026, 3, 2) if about in DATED else None)
    outcome = pipeline.check(root, plain=about in HINTS, edition=edition)
    found = list(outcome.problems)
    for name, book in books.items():
        assert isinstance(book, Odd)
        if name.endswith(".csv"):
            found += _answers(outcome.kommuner, book.content, name)
        else:
            found += read_workbook(book.content, name)[1]
    return tuple(
        one for one in found if one.code == about or one.code not in {*EVIDENCE, UNASSESSED}
    )


def _answers(kommuner: tuple[Kommun, ...], content: bytes, name: str) -> list[Problem]:
    returned, problems = read_returned(content, name, is_csv=True)
    if any(severity(one) is Severity.ERROR for one in problems):
        return list(problems)
    pair = occasion_of(kommuner, returned)
    if isinstance(pair, Problem):
        return [*problems, pair]
    return [*problems, *changes_in(Round(*pair), name_of(pair[0]), returned)[1]]


def _write(path: Path, content: str | Odd) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, Odd) and content.absent:
        rmtree(path)
    elif isinstance(content, Odd) and content.copies > 1:
        for number in range(content.copies):
            _write_one(path.with_stem(f"{path.stem}-{number}"), content)
    elif isinstance(content, str):
        path.write_bytes(content.encode())
    elif content.link_to is not None:
        path.symlink_to(content.link_to)
    else:
        _write_one(path, content)


def _write_one(path: Path, content: Odd) -> None:
    path.write_bytes(content.content)
    if content.hollow:
        truncate(path, content.hollow)
