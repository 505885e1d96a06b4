"""What a run has worked out, kept so that the next one need not: never needed, easily lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kommunvision.on_demand import on_demand

if TYPE_CHECKING:
    from kommunvision.kept.aside import lent
    from kommunvision.kept.prints import Prints, fingerprint, of_content, of_tree, programs
    from kommunvision.kept.shelf import Asked, Shelf, light_of
    from kommunvision.kept.store import Store, store_for

__all__ = [
    "Asked",
    "Prints",
    "Shelf",
    "Store",
    "fingerprint",
    "lent",
    "light_of",
    "of_content",
    "of_tree",
    "programs",
    "store_for",
]

# Whoever only wants to know whether anything has changed needs no model of a kommun.
__getattr__ = on_demand(
    __name__,
    {
        "aside": ("lent",),
        "prints": ("Prints", "fingerprint", "of_content", "of_tree", "programs"),
        "shelf": ("Asked", "Shelf", "light_of"),
        "store": ("Store", "store_for"),
    },
)
