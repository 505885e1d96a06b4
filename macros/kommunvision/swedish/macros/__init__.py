"""The macros that editors write in Markdown, with everything that is said about them."""

from __future__ import annotations

from kommunvision.swedish.macros.followup import FOLLOW_UP
from kommunvision.swedish.macros.macro import KIND_NAMES, Argument, ArgumentKind, Macro, plain
from kommunvision.swedish.macros.table import COMMON

__all__ = ["BY_NAME", "FLAGS", "KIND_NAMES", "MACROS", "Argument", "ArgumentKind", "Macro", "plain"]

MACROS: tuple[Macro, ...] = (*COMMON, *FOLLOW_UP)

BY_NAME: dict[str, Macro] = {name: macro for macro in MACROS for name in macro.names}

# Words that stand for true and false in a macro call.
FLAGS: dict[str, bool] = {"ja": True, "nej": False, "true": True, "false": False}
