"""What the check would say of a kommun if its files were changed; asked before they are."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from kommunvision.check import check_kommun
from kommunvision.collect.changes import Amended
from kommunvision.load import load_kommun
from kommunvision.model import Kommun
from kommunvision.problem import Problem


def new_problems(
    root: Path, kommun: Kommun, files: Iterable[Amended], *, drafts: bool
) -> tuple[tuple[Problem, str | None], ...]:
    """Return what the rules find when files have changed, and did not find before.

    Each problem comes with the id of the goal or the indicator whose answer it stands in, if it
    stands in one.

    Args:
        root: Root of the site's repository.
        kommun: The kommun as it is.
        files: Its files that are to change.
        drafts: Whether the kommun has been read with its drafts.
    """
    before = {_key(one) for one in check_kommun(kommun)}
    with TemporaryDirectory() as place:
        copy = Path(place)
        shutil.copytree(root / kommun.folder, copy / kommun.folder, symlinks=True)
        for one in files:
            (copy / one.path).write_bytes(one.after.encode())
        shared = [
            one
            for one in kommun.themes
            if not one.where.origin.path.startswith(f"{kommun.folder}/")
        ]
        changed, problems = load_kommun(copy, kommun.folder, shared, drafts=drafts)
    found = [*problems, *(check_kommun(changed) if changed else ())]
    new = [one for one in found if _key(one) not in before]
    return tuple((one, _answer_of(changed, one) if changed else None) for one in new)


def _answer_of(kommun: Kommun, found: Problem) -> str | None:
    """Return the id of what the answer is about that a problem stands in."""
    if found.subject in kommun.by_id and not _is_occasion(kommun, found.subject):
        return found.subject
    answers = [
        (one.where.origin, one.about.target) for each in kommun.occasions for one in each.statements
    ]
    answers += [(one.where.origin, each.id) for each in kommun.indicators for one in each.values]
    answers += [
        (one.where.origin, each.indicator.target) for each in kommun.series for one in each.values
    ]
    above = [
        (place.line, about)
        for place, about in answers
        if place.path == found.origin.path and place.line <= found.origin.line
    ]
    return max(above, key=lambda pair: pair[0])[1] if above else None


def _is_occasion(kommun: Kommun, key: str | None) -> bool:
    return any(one.id == key for one in kommun.occasions)


def _key(one: Problem) -> tuple[object, ...]:
    """Return what a problem is about; its line may have moved."""
    return (one.code, one.origin.path, one.subject, *sorted(one.details.items()))
