"""Kommunvision: vision, goals and goal chains of Swedish kommuner as accessible public pages."""

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
from kommunvision.pipeline import Outcome, produce, resolve
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
