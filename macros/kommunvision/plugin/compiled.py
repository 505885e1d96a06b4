"""Templates of the frame, compiled once for a process: MkDocs begins anew with every run."""

from __future__ import annotations

from typing import Final

from jinja2.bccache import Bucket, BytecodeCache


class _Kept(BytecodeCache):
    """Keeps what templates have been compiled to, as long as their text is the same."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], object] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return what tells a template apart; the name of a file may be no text."""
        return f"{name}|{filename}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template what it was compiled to before, if it was."""
        bucket.code = self._known.get((bucket.key, bucket.checksum))  # type: ignore[assignment]

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template has been compiled to."""
        self._known[bucket.key, bucket.checksum] = bucket.code


COMPILED: Final = _Kept()
