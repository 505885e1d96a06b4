"""What bodies report to an occasion, by workbooks: sent out, filled in, read back, written down."""

from kommunvision.collect.answers import Change, changes_in
from kommunvision.collect.asked import Asked, Round, name_of
from kommunvision.collect.book import template
from kommunvision.collect.returned import Returned, occasion_of, read_returned
from kommunvision.collect.workbook_in import is_returned

__all__ = [
    "Asked",
    "Change",
    "Returned",
    "Round",
    "changes_in",
    "is_returned",
    "name_of",
    "occasion_of",
    "read_returned",
    "template",
]
