"""Pages in other languages, and in Swedish that is easy to read: the same things, page by page."""

from kommunvision.pages.languages.linked import linked
from kommunvision.pages.languages.objects import pages as of_objects
from kommunvision.pages.languages.starts import pages as starts

__all__ = ["linked", "of_objects", "starts"]
