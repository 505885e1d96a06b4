"""A single value is written anew as the old one was: its quotation marks, its kind of block."""

from __future__ import annotations

from textwrap import wrap

from kommunvision.export.yaml_text import yaml_scalar

WIDTH = 100
_FOLDED = 90
_STYLES = {'"', "'", "|", ">"}


def rewritten(old: str, text: str, column: int, inside: int) -> tuple[str, str]:
    """Return a value as it is to stand after its key.

    Args:
        old: How the former value was written; empty if there was none.
        text: The value.
        column: Where it begins.
        inside: Where the lines of a block begin.

    Returns:
        What stands on the line of the key, and whole lines below it.
    """
    style = old[0] if old[:1] in _STYLES else None
    if style not in {"|", ">"}:
        was_short = "\n" in old or column + len(old) <= WIDTH
        if "\n" in text:
            style = "|"
        elif column + len(text) > WIDTH and was_short:
            style = ">"
    if style == ">" and old.startswith(">") and (kept := _refolded(old, text, inside)):
        return kept
    first, _, rest = yaml_scalar(text, style, _FOLDED - inside + 2).partition("\n")
    room = " " * inside
    lines = [f"{room}{line[2:]}" if line.strip() else "" for line in rest.split("\n")]
    return first, "".join(f"{line}\n" for line in lines) if rest else ""


def _refolded(old: str, text: str, inside: int) -> tuple[str, str] | None:
    """Return a folded paragraph with the lines kept that say the same; none if it is no such."""
    sign, *lines = old.split("\n")
    sign = sign.split()[0]
    stripped = [line.strip() for line in lines if line.strip()]
    body = text.removesuffix("\n")
    words = body.split(" ")
    ends = {">-": False, ">": True}
    simple = all(words) and not {"\n", "\t"} & set(body) and body == body.strip() and stripped
    if not simple or "" in map(str.strip, lines) or ends.get(sign) is not text.endswith("\n"):
        return None
    before, left = 0, words
    while before < len(stripped) - 1 and left[: _count(stripped[before])] == stripped[before].split(
        " "
    ):
        left = left[_count(stripped[before]) :]
        before += 1
    after = len(stripped)
    while after > before and left[-_count(stripped[after - 1]) :] == stripped[after - 1].split(" "):
        left = left[: -_count(stripped[after - 1])]
        after -= 1
    width = max(_FOLDED - inside, *(len(line) for line in stripped))
    middle = _wrapped(left, width)
    if len(middle) > after - before:
        middle = _wrapped([*left, *" ".join(stripped[after:]).split()], width)
        after = len(stripped)
    room = " " * inside
    kept = [*stripped[:before], *middle, *stripped[after:]]
    return sign, "".join(f"{room}{line}\n" for line in kept)


def _count(line: str) -> int:
    return len(line.split(" "))


def _wrapped(words: list[str], width: int) -> list[str]:
    return wrap(" ".join(words), width, break_long_words=False, break_on_hyphens=False)
