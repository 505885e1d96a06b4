"""The door to mkdocs-macros and to engines with the same contract: registers every macro."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

from kommunvision.chain import GoalSystem, Site
from kommunvision.editing import FUNCTIONS, WITHIN, PageContext, current
from kommunvision.load import load_site
from kommunvision.swedish.macros import FLAGS, MACROS, Macro

__all__ = ["define_env"]


def define_env(env: Any) -> None:  # noqa: ANN401 - whatever engine offers the contract
    """Register every macro under its name and its name without Swedish letters."""
    env.variables.update(
        {word: value for word, value in FLAGS.items() if word not in env.variables}
    )
    for macro in MACROS:
        function = partial(call, macro, partial(_alone, env))
        for name in macro.names:
            env.macro(function, name)


def call(
    macro: Macro,
    otherwise: Callable[[], PageContext],
    /,
    *values: Any,  # noqa: ANN401 - literals of a page
    **named: Any,  # noqa: ANN401 - as above
) -> str:
    """Run a macro with the values that stand in the page."""
    arguments = dict(
        zip((argument.attribute for argument in macro.arguments), values, strict=False)
    )
    if len(values) > len(macro.arguments):
        raise TypeError(f"{macro.name} takes at most {len(macro.arguments)} values")
    for name, value in named.items():
        arguments[macro.by_name[name].attribute] = value
    context = current() or otherwise()
    html = FUNCTIONS[macro.function](context, **arguments)
    in_sentence = WITHIN.get(macro.function)
    within = in_sentence(context, **arguments) if in_sentence else None
    return context.give(html, block=macro.block, within=within)


def _alone(env: Any) -> PageContext:  # noqa: ANN401 - as above
    """Find site and page where our MkDocs plugin is not at work."""
    site = _site(str(env.conf["config_file_path"] or "mkdocs.yml"))
    page = getattr(env, "page", None)
    here = page.url if page is not None else ""
    home = site.system(here.partition("/")[0]) or site.system("")
    return PageContext(site, home, here)


@cache
def _site(config_file: str) -> Site:
    loaded = load_site(Path(config_file).resolve().parent)
    return Site(GoalSystem(kommun) for kommun in loaded.kommuner)
