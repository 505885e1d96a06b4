"""How the templates of the frame are compiled, which is done once: MkDocs begins anew each time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kommunvision.plugin.shell import with_slash
from kommunvision.render.compiled import COMPILED
from kommunvision.swedish.labels import label


def set_up(env: Any, more: Iterable[str]) -> None:  # noqa: ANN401 - Jinja's
    """Make escaping the rule in the templates of a run, and let folders have more of them."""
    env.autoescape = env.trim_blocks = env.lstrip_blocks = True
    env.loader.searchpath.extend(more)
    env.bytecode_cache = COMPILED
    env.filters["url"] = with_slash(env.filters["url"])
    # Asked once for words that stand in a template themselves, when that is compiled.
    env.filters["label"] = label
