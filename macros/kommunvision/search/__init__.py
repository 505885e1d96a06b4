"""What a reader can search for, and the files in which the browser looks it up."""

from kommunvision.search.entry import Entry
from kommunvision.search.index import index_files
from kommunvision.search.piece import Piece, entries_of, pieces, stems_of

__all__ = ["Entry", "Piece", "entries_of", "index_files", "pieces", "stems_of"]
