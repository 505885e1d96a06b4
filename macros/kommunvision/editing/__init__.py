"""What macros and the MkDocs plugin share: the page that an editor writes, and what macros give."""

from kommunvision.editing.context import PageContext, bind, current
from kommunvision.editing.functions import FUNCTIONS

__all__ = ["FUNCTIONS", "PageContext", "bind", "current"]
