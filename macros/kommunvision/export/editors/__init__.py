"""Help for whoever writes data files in an editor: schemas, and the settings that lead to them."""

from kommunvision.export.editors.schemas import FOLDER, modeline, schemas
from kommunvision.export.editors.settings import SETTINGS, settings

__all__ = ["FOLDER", "SETTINGS", "modeline", "schemas", "settings"]
