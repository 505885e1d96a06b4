"""What takes long when much has changed: kommuner are read, and pages are judged."""

from kommunvision.afresh.kommuner import Afresh, Asking, Faced, read_at_once
from kommunvision.afresh.pages import PageKeeper
from kommunvision.afresh.sharing import Sharing

__all__ = ["Afresh", "Asking", "Faced", "PageKeeper", "Sharing", "read_at_once"]
