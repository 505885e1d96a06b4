"""Data files are changed as a careful person would: what is not changed stays byte for byte.

Two functions do it. ``content`` tells what stands in a file, as texts, lists and dicts; whoever
wants something changed changes that, and ``amended`` gives the file's text with those changes::

    told, problems = content(text, path)
    told["kommun"]["webbplats"] = "https://exempelby.example"
    new = amended(text, told)

Comments, the order of keys, quotation marks, blocks, brackets, empty lines, line ends and a byte
order mark are kept. Items of lists are recognised (``alike``), so that each keeps its comments when
others come or go, or their order is another. A comment goes only with the key or item that it
stands in, or directly above, when that is removed.
"""

from kommunvision.amend.document import amended, comments, content

__all__ = ["amended", "comments", "content"]
