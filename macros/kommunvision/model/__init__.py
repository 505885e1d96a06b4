"""The model of a kommun's goal system: frozen values without input or output."""

from dataclasses import is_dataclass

from kommunvision.model.accessibility import (
    Accessibility,
    Compliance,
    Method,
    Shortcoming,
    Situation,
)
from kommunvision.model.common import (
    OUT_OF_FORCE,
    PAST,
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
from kommunvision.model.glossary import Term
from kommunvision.model.goal import Goal, Support
from kommunvision.model.governing import Category, GoverningModel, Level, LevelKind
from kommunvision.model.indicator import (
    Direction,
    Genders,
    Indicator,
    RelatedSeries,
    Selection,
    Statistic,
    StatisticTable,
)
from kommunvision.model.kept import keep_in_rows
from kommunvision.model.kommun import (
    EntityKind,
    Kommun,
    NewsItem,
    PublisherKind,
    Theme,
    WithdrawnPage,
)
from kommunvision.model.language import (
    TEXTS,
    EasyText,
    Language,
    Translation,
    Version,
    told_in,
    version_of,
    versions_of,
)
from kommunvision.model.lock import Lock, LockedFigure
from kommunvision.model.organisation import Body
from kommunvision.model.period import (
    Period,
    PeriodKind,
    holding,
)
from kommunvision.model.picture import Logotype, Picture
from kommunvision.model.plain import Avoided, PlainLanguage
from kommunvision.model.target import (
    Baseline,
    Change,
    Compared,
    FormerTarget,
    Relative,
    Target,
)
from kommunvision.model.value import (
    Bound,
    Measurement,
    Missing,
    Part,
    Revision,
    Series,
    Value,
)
from kommunvision.model.vision import Vision

__all__ = [
    "OUT_OF_FORCE",
    "PAST",
    "TEXTS",
    "Accessibility",
    "Avoided",
    "Baseline",
    "Body",
    "Bound",
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
    "EasyText",
    "EntityKind",
    "FormerTarget",
    "Genders",
    "Goal",
    "GoverningModel",
    "Indicator",
    "Item",
    "Kommun",
    "Language",
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
    "PlainLanguage",
    "Planned",
    "PublisherKind",
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
    "Term",
    "Theme",
    "Timeline",
    "Tone",
    "Translation",
    "Validity",
    "Value",
    "Verdict",
    "Version",
    "Vision",
    "WithdrawnPage",
    "Wording",
    "holding",
    "told_in",
    "version_of",
    "versions_of",
]

keep_in_rows(
    one
    for one in tuple(globals().values())
    if isinstance(one, type) and is_dataclass(one) and "__slots__" in vars(one)
)
