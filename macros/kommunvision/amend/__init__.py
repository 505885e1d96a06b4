"""Data files are changed as a careful person would: what is not changed stays byte for byte.

Two functions do it. ``content`` tells what stands in a file, as texts, lists and dicts; whoever
wants something changed changes that, and ``amended`` gives the file's text with those changes::

    told, problems = content(text, path)
    told["kommun"]["webbplats"] = "https://exempelby.example"
    new = amended(text, in_table_order(told))

Comments, the order of keys, quotation marks, blocks, brackets, empty lines, line ends and a byte
order mark are kept. Items of lists are recognised (``alike``), so that each keeps its comments when
others come or go, or their order is another. A comment goes only with the key or item that it
stands in, or directly above, when that is removed.

``noted`` adds comments. ``restored`` is for a file that a program has written anew: it gets its
former layout back.
"""

from kommunvision.amend.document import amended, comments, content
from kommunvision.amend.layout import restored
from kommunvision.amend.notes import Note, line_of, noted
from kommunvision.amend.tidy import in_table_order

__all__ = [
    "Note",
    "amended",
    "comments",
    "content",
    "in_table_order",
    "line_of",
    "noted",
    "restored",
]
