"""The stylesheet of one kommun: its tones, for light, for dark and for the reader's own choice."""

from __future__ import annotations

from textwrap import indent

from kommunvision.colour.tones import DARK, LIGHT, Scheme, tones


def stylesheet(accent: str) -> str:
    """Return the tones of a colour as CSS; paper is light, whatever the screen is."""
    light = _block(":root", accent, LIGHT)
    dark = _block(':root:not([data-theme="light"])', accent, DARK)
    chosen = _block(':root[data-theme="dark"]', accent, DARK)
    return (
        f"{light}\n"
        f"@media screen and (prefers-color-scheme: dark) {{\n{indent(dark, '  ')}}}\n\n"
        f"@media screen {{\n{indent(chosen, '  ')}}}\n"
    )


def _block(selector: str, accent: str, scheme: Scheme) -> str:
    made = tones(accent, scheme)
    return (
        f"{selector} {{\n"
        f"  --accent: {made.accent};\n"
        f"  --mark: {made.mark};\n"
        f"  --on-mark: {made.on_mark};\n"
        f"  --tint: {made.tint};\n"
        "}\n"
    )
