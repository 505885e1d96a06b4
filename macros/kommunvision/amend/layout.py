"""A file that a program has written anew gets back the comments and the layout that it had."""

from __future__ import annotations

from kommunvision.amend.document import amended, comments, content
from kommunvision.amend.tidy import in_table_order, said_anew
from kommunvision.export.yaml_text import yaml_text
from kommunvision.problem import Problems
from kommunvision.swedish.editors import modeline

_WINDOWS = "\r\n"


def restored(text: str, former: str | None, path: str) -> tuple[str, Problems]:
    """Return a data file's text with the values that it has and the layout that it had.

    A file with comments of its own has been written by a person, and stays as it is: the editors
    that this is for leave no comment in a file. Without a former version the layout is the house's.

    Args:
        text: The whole file.
        former: The file before it was written anew, if it was there.
        path: Path for the problems, relative to the root.

    Returns:
        The text, and what keeps it from being read; with such problems it is as it was.
    """
    told, problems = content(text, path)
    if not told or comments(text):
        return text, problems
    before = None if former is None else content(former, path)[0]
    if former is None or not before:
        told = in_table_order(told)
        new = f"{modeline(path, told)}\n{yaml_text(told)}"
        is_same = content(new, path)[0] == told
        return (_with_ends_of(text, new) if is_same else text), problems
    new = amended(former, in_table_order(said_anew(before, told)))
    # Git may keep a file with other line ends than a computer has.
    return _with_ends_of(text, new), problems


def _with_ends_of(text: str, new: str) -> str:
    is_windows = _WINDOWS in text and "\n" not in text.replace(_WINDOWS, "")
    return new.replace(_WINDOWS, "\n").replace("\n", _WINDOWS) if is_windows else new
