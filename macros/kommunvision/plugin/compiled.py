"""Templates of the frame, compiled once for a process: MkDocs begins anew with every run."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from jinja2.bccache import Bucket, BytecodeCache

from kommunvision.plugin.shell import with_slash
from kommunvision.swedish.labels import label


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


_COMPILED: Final = _Kept()


def set_up(env: Any, more: Iterable[str]) -> None:  # noqa: ANN401 - Jinja's
    """Make escaping the rule in the templates of a run, and let folders have more of them."""
    env.autoescape = env.trim_blocks = env.lstrip_blocks = True
    env.loader.searchpath.extend(more)
    env.bytecode_cache = _COMPILED
    env.filters["url"] = with_slash(env.filters["url"])
    # Asked once for words that stand in a template themselves, when that is compiled.
    env.filters["label"] = label
