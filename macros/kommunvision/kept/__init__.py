"""What a run has worked out, kept so that the next one need not: never needed, easily lost."""

from kommunvision.kept.prints import Prints, fingerprint, of_content, of_tree, programs
from kommunvision.kept.shelf import Asked, Shelf, light_of
from kommunvision.kept.store import Store, store_for

__all__ = [
    "Asked",
    "Prints",
    "Shelf",
    "Store",
    "fingerprint",
    "light_of",
    "of_content",
    "of_tree",
    "programs",
    "store_for",
]
