"""What a reader can search for, and the files in which the browser looks it up."""

from kommunvision.search.entry import Entry
from kommunvision.search.index import index_files, stems_of

__all__ = ["Entry", "index_files", "stems_of"]
