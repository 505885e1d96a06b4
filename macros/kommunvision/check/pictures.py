"""Pictures that the data names: their files are there, can be shown, and are not too heavy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kommunvision.check.content_files import refusal
from kommunvision.check.suggest import Guesses
from kommunvision.model import Kommun, Logotype, Picture
from kommunvision.picture.size import FORMATS
from kommunvision.problem import Problem, problem
from kommunvision.swedish.format import listing, number

HEAVIEST = 300_000


def pictures(
    root: Path,
    folder: str,
    kommuner: Iterable[Kommun],
    files: frozenset[str],
    unpublished: frozenset[str] = frozenset(),
) -> Iterator[Problem]:
    """Yield what is wrong with the logotypes and the pictures of visions.

    Args:
        root: Root of the site's repository.
        folder: Folder of the content, relative to the root.
        kommuner: Every kommun of the site; its pictures have been measured.
        files: Every file of the content that is published.
        unpublished: Files that lie there too, and that the settings leave out.
    """
    for kommun in kommuner:
        for one in kommun.pictures:
            name = f"{kommun.slug}/{one.file}".lstrip("/")
            if name in unpublished:
                yield problem("KV792", one.where.of("file"), file=f"{folder}/{name}")
            elif name not in files:
                yield _missing(one, f"{folder}/{name}", kommun.slug, folder, files)
            else:
                yield from _file(one, root / folder / name, f"{folder}/{name}")


def _missing(
    one: Logotype | Picture, file: str, slug: str, folder: str, files: Iterable[str]
) -> Problem:
    beside = sorted(name for name in files if name.startswith(slug))
    near = Guesses().nearest(file.removeprefix(f"{folder}/"), beside)
    suggestion = near.removeprefix(f"{slug}/") if near else None
    return problem("KV733", one.where.of("file"), suggestion=suggestion, file=file)


def _file(one: Logotype | Picture, path: Path, file: str) -> Iterator[Problem]:
    origin = one.where.of("file")
    if isinstance(one, Picture):
        if path.suffix.lower() not in FORMATS:
            choices = listing(sorted(ending.lstrip(".") for ending in FORMATS))
            yield problem("KV734", origin, file=file, choices=choices)
            return
        # What is wrong with the file itself has been told where it lies.
        if one.size is None and not refusal(path):
            yield problem("KV735", origin, file=file)
            return
    size = path.stat().st_size
    if size > HEAVIEST:
        limit = number(HEAVIEST // 1000)
        yield problem("KV736", origin, file=file, size=number(size // 1000), limit=limit)
