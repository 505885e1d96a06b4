"""The model of a kommun's goal system: frozen values without input or output."""

from kommunvision.model.accessibility import (
    Accessibility,
    Compliance,
    Method,
    Shortcoming,
    Situation,
)
from kommunvision.model.common import (
    Item,
    Quote,
    Reference,
    Standing,
    Step,
    Timeline,
    Wording,
)
from kommunvision.model.contact import Contact
from kommunvision.model.date import DatePoint, PartialDate, Season, Validity
from kommunvision.model.evidence import Decision, DecisionKind, DeclaredException, Source
from kommunvision.model.goal import Goal, Support
from kommunvision.model.governing import Category, GoverningModel, Level, LevelKind
from kommunvision.model.indicator import Direction, Indicator
from kommunvision.model.kommun import (
    EntityKind,
    Kommun,
    NewsItem,
    Theme,
    WithdrawnPage,
)
from kommunvision.model.organisation import Body
from kommunvision.model.picture import Logotype, Picture
from kommunvision.model.vision import Vision

__all__ = [
    "Accessibility",
    "Body",
    "Category",
    "Compliance",
    "Contact",
    "DatePoint",
    "Decision",
    "DecisionKind",
    "DeclaredException",
    "Direction",
    "EntityKind",
    "Goal",
    "GoverningModel",
    "Indicator",
    "Item",
    "Kommun",
    "Level",
    "LevelKind",
    "Logotype",
    "Method",
    "NewsItem",
    "PartialDate",
    "Picture",
    "Quote",
    "Reference",
    "Season",
    "Shortcoming",
    "Situation",
    "Source",
    "Standing",
    "Step",
    "Support",
    "Theme",
    "Timeline",
    "Validity",
    "Vision",
    "WithdrawnPage",
    "Wording",
]
