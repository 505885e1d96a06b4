"""Which class of the model each record of the key tables becomes."""

from __future__ import annotations

from typing import Any

from kommunvision import model

CLASSES: dict[str, Any] = {
    "accessibility": model.Accessibility,
    "shortcoming": model.Shortcoming,
    "contact": model.Contact,
    "logotype": model.Logotype,
    "picture": model.Picture,
    "plain": model.PlainLanguage,
    "avoided": model.Avoided,
    "body": model.Body,
    "model": model.GoverningModel,
    "level": model.Level,
    "category": model.Category,
    "vision": model.Vision,
    "goal": model.Goal,
    "support": model.Support,
    "indicator": model.Indicator,
    "measurement": model.Measurement,
    "part": model.Part,
    "revision": model.Revision,
    "series": model.Series,
    "baseline": model.Baseline,
    "target": model.Target,
    "relative": model.Relative,
    "former_target": model.FormerTarget,
    "statistic": model.Statistic,
    "table": model.StatisticTable,
    "selection": model.Selection,
    "related": model.RelatedSeries,
    "scale": model.Scale,
    "scale_step": model.ScaleStep,
    "occasion": model.Occasion,
    "statement": model.Statement,
    "verdict": model.Verdict,
    "planned": model.Planned,
    "tally": model.Tally,
    "count": model.Count,
    "correction": model.Correction,
    "decision": model.Decision,
    "source": model.Source,
    "news": model.NewsItem,
    "theme": model.Theme,
    "term": model.Term,
    "easy": model.EasyText,
    "translation": model.Translation,
    "withdrawn": model.WithdrawnPage,
    "exception": model.DeclaredException,
    "timeline": model.Timeline,
    "step": model.Step,
    "wording": model.Wording,
    "quote": model.Quote,
}

# Values of the model that are equal wherever they stand, so they carry no place.
PLACELESS: dict[str, Any] = {"reference": model.Reference, "validity": model.Validity}

_RECORDS_OF = {made: name for name, made in CLASSES.items()}


def record_of(item: object) -> str:
    """Return the name of the record that an object was read by."""
    return _RECORDS_OF[type(item)]
