"""The folders that every site has in its root."""

from __future__ import annotations

from typing import Final

DATA: Final = "data"
"""Of what is written in YAML."""

CONTENT: Final = "content"
"""Of pages that are written in Markdown."""
