"""What macros and the MkDocs plugin share: the page that an editor writes, and what macros give."""

from kommunvision.editing.context import PageContext, bind, current
from kommunvision.editing.functions import FUNCTIONS, WITHIN

__all__ = ["FUNCTIONS", "WITHIN", "PageContext", "bind", "current"]
