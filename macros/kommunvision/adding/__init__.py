"""A new object for a data file: where it stands, what it is called, what is left to fill in."""

from kommunvision.adding.entry import Added, added
from kommunvision.adding.folder import Folder, folders, read_folder

__all__ = ["Added", "Folder", "added", "folders", "read_folder"]
