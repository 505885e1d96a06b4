"""A data file's text with other content in it, and everything else as it was."""

from __future__ import annotations

from contextlib import suppress

from kommunvision.amend.block import Blocks
from kommunvision.amend.content import plain, with_marks
from kommunvision.amend.ends import fed_of, with_ends_of
from kommunvision.amend.flow import rewritten
from kommunvision.amend.places import OddLayoutError, Places
from kommunvision.export.yaml_text import Tree, yaml_text
from kommunvision.load.located import parse
from kommunvision.load.tree import Mapping, Node
from kommunvision.origin import Origin
from kommunvision.problem import Problems, problem

# What is wrong with the words of a file is no hindrance to changing others in it.
_HARMLESS = frozenset({"KV008", "KV016", "KV027"})


def content(
    text: str, path: str, *, marks: bool = False
) -> tuple[dict[str, Tree] | None, Problems]:
    """Return what stands in a data file, each value a text, a list or a dict.

    Args:
        text: The whole file, with whatever line ends it has.
        path: Path for the problems, relative to the root.
        marks: Whether texts in quotation marks know which these are.

    Returns:
        The content, and what keeps it from being read; with such problems there is no content.
    """
    fed = fed_of(text)
    top, problems = parse(fed, path)
    is_closed = top is None and bool(problems)
    if is_closed or any(one.code not in _HARMLESS for one in problems):
        return None, problems
    if top is not None and not isinstance(top, Mapping):
        problems.add(problem("KV018", Origin(path, top.origin.line, top.origin.column)))
        return None, problems
    if top is None:
        return {}, problems
    told = with_marks(top, Places(fed)) if marks else plain(top)
    return (told if isinstance(told, dict) else {}), problems


def comments(text: str) -> list[str]:
    """Return the comments of a data file that can be read, from top to bottom."""
    fed = fed_of(text)
    return [comment for _, comment in Places(fed).comments(parse(fed, "")[0])]


def amended(text: str, wanted: dict[str, Tree]) -> str:
    """Return the text of a data file with other content, and all else as it was.

    A new key is put after the one that stands before it in what is wanted; keys that are there
    keep their order. Items of lists come in the order of what is wanted.

    Args:
        text: The whole file; ``content`` can read it.
        wanted: Everything that is to stand in it.

    Raises:
        ValueError: ``content`` cannot read it.
    """
    present, problems = content(text, "")
    if present is None:
        codes = ", ".join(one.code for one in problems)
        raise ValueError(f"the file cannot be read: {codes}")
    if present == wanted:
        return text
    fed = fed_of(text)
    new = _changed(fed, wanted)
    if not fed.endswith("\n") and fed and _reads(new[:-1], wanted):
        new = new[:-1]
    return with_ends_of(text, new)


def _changed(fed: str, wanted: dict[str, Tree]) -> str:
    whole = fed if fed.endswith("\n") or not fed else f"{fed}\n"
    top, _ = parse(whole, "")
    places = Places(whole)
    found = places.comments(top)
    if not wanted:
        return _emptied(found)
    with suppress(OddLayoutError):
        new = _edited(whole, top, wanted, places, found)
        if _reads(new, wanted):
            return new
    # A layout that nobody writes: the house's, with all that was said in comments on top.
    return _emptied(found) + yaml_text(wanted)


def _edited(
    whole: str,
    top: Node | None,
    wanted: dict[str, Tree],
    places: Places,
    found: list[tuple[int, str]],
) -> str:
    if not isinstance(top, Mapping) or not top.entries:
        return (f"{whole.rstrip()}\n\n" if whole.strip() else "") + yaml_text(wanted)
    if places.is_flow(top):
        return (
            whole[: places.start(top)] + rewritten(places, top, wanted) + whole[places.end(top) :]
        )
    start = places.start(top)
    at = start if whole[places.line_start(start) : start].strip() else 0
    if at:
        return whole[:at] + Blocks(places, found).written(top, wanted, at, len(whole), 0)
    return Blocks(places, found).written(top, wanted, 0, len(whole), 0)


def _emptied(found: list[tuple[int, str]]) -> str:
    return "".join(f"{comment}\n" for _, comment in found)


def _reads(text: str, wanted: dict[str, Tree]) -> bool:
    return content(text, "")[0] == wanted
