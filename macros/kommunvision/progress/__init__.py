"""How far things have come: values in order, targets reached, changes, and what was stated when."""

from kommunvision.progress.changes import (
    Basis,
    Shift,
    from_baseline,
    from_year_before,
    is_break,
)
from kommunvision.progress.compared import Changed, Comparison, Way, compare
from kommunvision.progress.figures import Figures
from kommunvision.progress.judgements import Judgement, NoStatus
from kommunvision.progress.occasions import Counts, Occasions, StepCount
from kommunvision.progress.shown import indicators_of, known_until, lock_of, locked_on, shown
from kommunvision.progress.targets import (
    Condition,
    ConditionKind,
    Reached,
    Unsaid,
    applying,
    next_target,
    periods_of,
    reached,
    steps,
)
from kommunvision.progress.telling import facts, stated

__all__ = [
    "Basis",
    "Changed",
    "Comparison",
    "Condition",
    "ConditionKind",
    "Counts",
    "Figures",
    "Judgement",
    "NoStatus",
    "Occasions",
    "Reached",
    "Shift",
    "StepCount",
    "Unsaid",
    "Way",
    "applying",
    "compare",
    "facts",
    "from_baseline",
    "from_year_before",
    "indicators_of",
    "is_break",
    "known_until",
    "lock_of",
    "locked_on",
    "next_target",
    "periods_of",
    "reached",
    "shown",
    "stated",
    "steps",
]
