"""What differs between two versions of a site, told to whoever reviews a change."""

from kommunvision.versions.compare import compare
from kommunvision.versions.model import Changes, Version
from kommunvision.versions.summary import summary
from kommunvision.versions.written import markdown, plain_text

__all__ = ["Changes", "Version", "compare", "markdown", "plain_text", "summary"]
