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


def new_problems(root: Path, kommun: Kommun, files: Iterable[Amended]) -> tuple[Problem, ...]:
    """Return what the rules find when files have changed, and did not find before.

    Args:
        root: Root of the site's repository.
        kommun: The kommun as it is.
        files: Its files that are to change.
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
        changed, problems = load_kommun(copy, kommun.folder, shared)
    found = [*problems, *(check_kommun(changed) if changed else ())]
    return tuple(one for one in found if _key(one) not in before)


def _key(one: Problem) -> tuple[object, ...]:
    """Return what a problem is about; its line may have moved."""
    return (one.code, one.origin.path, one.subject, *sorted(one.details.items()))
