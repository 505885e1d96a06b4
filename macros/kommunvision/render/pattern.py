"""Templates with gaps: rendered once for all that stays the same, and filled in time and again."""

from __future__ import annotations

from markupsafe import Markup, escape

# No template of ours and no data holds it.
_EDGE = "\0"


def gap(name: str) -> Markup:
    """Return what a template is given for a value that is filled in later."""
    return Markup(f"{_EDGE}{name}{_EDGE}")  # noqa: S704 - a name in a module of ours


class Pattern:
    """What a template has made of gaps among its values.

    It cannot have asked what will stand in them.
    """

    __slots__ = ("_names", "_parts")

    def __init__(self, made: str) -> None:
        """Take what has been made with gaps in it."""
        self._parts = made.split(_EDGE)
        self._names = self._parts[1::2]

    def filled(self, **values: object) -> str:
        """Return it with a value in each gap, escaped unless it is finished HTML."""
        safe = {
            name: value if isinstance(value, Markup) else escape(value)
            for name, value in values.items()
        }
        parts = self._parts.copy()
        parts[1::2] = [safe[name] for name in self._names]
        return "".join(parts)
