"""How large the pictures are that the data names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kommunvision.model import Kommun, Vision
from kommunvision.picture.size import measure
from kommunvision.text.reading import fault_of


def measured(kommun: Kommun, root: Path, content: str) -> Kommun:
    """Return a kommun whose pictures have their size; those that cannot be read have none."""
    folder = root / content / kommun.slug

    def with_size(vision: Vision) -> Vision:
        if vision.picture is None:
            return vision
        file = folder / vision.picture.file
        # A name from the data leads nowhere else, and is not even tried.
        inside = file.is_relative_to(folder) and not fault_of(file, root)
        size = measure(file) if inside else None
        return replace(vision, picture=replace(vision.picture, size=size))

    return replace(kommun, visions=tuple(map(with_size, kommun.visions)))
