"""What templates are compiled to, kept for the next run: MkDocs begins anew with every one."""

from __future__ import annotations

import marshal
from types import CodeType
from typing import Final

from jinja2.bccache import Bucket, BytecodeCache


class Compiled(BytecodeCache):
    """Keeps what templates have been compiled to, as long as their text is the same."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, CodeType]] = {}
        """By what tells a template apart: the fingerprint of its text, and what it has become."""
        self._new = False

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return what tells a template apart; the name of a file may be no text."""
        return f"{name}|{filename}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template what it was compiled to before, if it was."""
        text, code = self._known.get(bucket.key, ("", None))
        if text == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template has been compiled to."""
        if bucket.code is not None:
            self._known[bucket.key] = bucket.checksum, bucket.code
            self._new = True

    def take(self, told: bytes) -> None:
        """Take what was told in another process of the same programs."""
        self._known = marshal.loads(told) | self._known  # noqa: S302 - as what is kept is unpickled

    def told(self) -> bytes | None:
        """Return all that is known, if something of it is new since it was told last."""
        if not self._new:
            return None
        self._new = False
        return marshal.dumps(self._known)


COMPILED: Final = Compiled()
