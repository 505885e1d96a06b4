"""Kommunvision: vision, goals and goal chains of Swedish kommuner as accessible public pages."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kommunvision.artifact import Artifact, Page, Redirect
    from kommunvision.chain import GoalSystem, Site
    from kommunvision.check import check_kommun
    from kommunvision.driver import BuildReport, build_sites
    from kommunvision.load import load_kommun, read_json, read_workbook
    from kommunvision.model import (
        Body,
        Decision,
        Goal,
        GoverningModel,
        Indicator,
        Kommun,
        Level,
        NewsItem,
        Source,
        Theme,
        Vision,
    )
    from kommunvision.origin import Origin
    from kommunvision.outcome import Outcome
    from kommunvision.pipeline import produce, resolve
    from kommunvision.problem import Problem, Problems

__all__ = [
    "Artifact",
    "Body",
    "BuildReport",
    "Decision",
    "Goal",
    "GoalSystem",
    "GoverningModel",
    "Indicator",
    "Kommun",
    "Level",
    "NewsItem",
    "Origin",
    "Outcome",
    "Page",
    "Problem",
    "Problems",
    "Redirect",
    "Site",
    "Source",
    "Theme",
    "Vision",
    "build_sites",
    "check_kommun",
    "load_kommun",
    "produce",
    "read_json",
    "read_workbook",
    "resolve",
]

# What is imported when it is first asked for. So the command can say in Swedish that a package it
# needs is missing, which it could not if that stopped the import of this module.
_HOMES = {
    "artifact": ("Artifact", "Page", "Redirect"),
    "chain": ("GoalSystem", "Site"),
    "check": ("check_kommun",),
    "driver": ("BuildReport", "build_sites"),
    "load": ("load_kommun", "read_json", "read_workbook"),
    "model": (
        "Body",
        "Decision",
        "Goal",
        "GoverningModel",
        "Indicator",
        "Kommun",
        "Level",
        "NewsItem",
        "Source",
        "Theme",
        "Vision",
    ),
    "origin": ("Origin",),
    "outcome": ("Outcome",),
    "pipeline": ("produce", "resolve"),
    "problem": ("Problem", "Problems"),
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever has that name
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
