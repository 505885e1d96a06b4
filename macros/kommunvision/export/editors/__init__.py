"""Help for whoever writes data files in an editor: schemas, and the settings that lead to them."""

from kommunvision.export.editors.schemas import schemas
from kommunvision.export.editors.settings import settings

__all__ = ["schemas", "settings"]
