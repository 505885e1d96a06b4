"""An archive copy: pages, data and checksums in one file, which opens without a server."""

from kommunvision.archive.copy import Archived, Wanted, make_archive

__all__ = ["Archived", "Wanted", "make_archive"]
