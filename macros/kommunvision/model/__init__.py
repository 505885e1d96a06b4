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
from kommunvision.model.followup import (
    Correction,
    Count,
    Counted,
    Occasion,
    Outlook,
    Planned,
    Scale,
    ScaleStep,
    ScaleUse,
    Shape,
    Statement,
    Tally,
    Tone,
    Verdict,
)
from kommunvision.model.goal import Goal, Support
from kommunvision.model.governing import Category, GoverningModel, Level, LevelKind
from kommunvision.model.indicator import (
    Direction,
    Indicator,
    RelatedSeries,
    Selection,
    Statistic,
    StatisticTable,
)
from kommunvision.model.kommun import (
    EntityKind,
    Kommun,
    NewsItem,
    Theme,
    WithdrawnPage,
)
from kommunvision.model.lock import Lock, LockedFigure
from kommunvision.model.organisation import Body
from kommunvision.model.period import (
    Period,
    PeriodKind,
)
from kommunvision.model.picture import Logotype, Picture
from kommunvision.model.target import (
    Baseline,
    Change,
    Compared,
    FormerTarget,
    Relative,
    Target,
)
from kommunvision.model.value import (
    Measurement,
    Missing,
    Part,
    Revision,
    Series,
    Value,
)
from kommunvision.model.vision import Vision

__all__ = [
    "Accessibility",
    "Baseline",
    "Body",
    "Category",
    "Change",
    "Compared",
    "Compliance",
    "Contact",
    "Correction",
    "Count",
    "Counted",
    "DatePoint",
    "Decision",
    "DecisionKind",
    "DeclaredException",
    "Direction",
    "EntityKind",
    "FormerTarget",
    "Goal",
    "GoverningModel",
    "Indicator",
    "Item",
    "Kommun",
    "Level",
    "LevelKind",
    "Lock",
    "LockedFigure",
    "Logotype",
    "Measurement",
    "Method",
    "Missing",
    "NewsItem",
    "Occasion",
    "Outlook",
    "Part",
    "PartialDate",
    "Period",
    "PeriodKind",
    "Picture",
    "Planned",
    "Quote",
    "Reference",
    "RelatedSeries",
    "Relative",
    "Revision",
    "Scale",
    "ScaleStep",
    "ScaleUse",
    "Season",
    "Selection",
    "Series",
    "Shape",
    "Shortcoming",
    "Situation",
    "Source",
    "Standing",
    "Statement",
    "Statistic",
    "StatisticTable",
    "Step",
    "Support",
    "Tally",
    "Target",
    "Theme",
    "Timeline",
    "Tone",
    "Validity",
    "Value",
    "Verdict",
    "Vision",
    "WithdrawnPage",
    "Wording",
]
