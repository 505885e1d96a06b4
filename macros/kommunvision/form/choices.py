"""What can be picked in the forms of one kommun: its own objects, levels and words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from kommunvision.load import record_of
from kommunvision.model import Kommun, LevelKind, ScaleUse
from kommunvision.progress.judgements import Judging
from kommunvision.progress.scales import default_scale, step_named
from kommunvision.swedish.statuses import NO_STATUS

Option = tuple[str, str]
"""What is written, and what is shown."""


class Choices:
    """The pick lists of one kommun."""

    def __init__(self, kommun: Kommun) -> None:
        self._kommun = kommun

    @cached_property
    def _by_kind(self) -> dict[str, list[Option]]:
        found: dict[str, list[Option]] = {}
        for item in self._kommun.items:
            name = getattr(item, "title", None) or getattr(item, "name", None) or item.id
            found.setdefault(record_of(item), []).append((item.id, f"{name} ({item.id})"))
        return found

    def objects(self, kinds: Iterable[str]) -> list[Option]:
        """Return every object of some kinds, in the order of the files."""
        return [option for kind in kinds for option in self._by_kind.get(kind, ())]

    def words(self, record: str, attribute: str) -> list[Option] | None:
        """Return the kommun's own words for a text that is one of them; none for other texts."""
        if (record, attribute) == ("goal", "level"):
            levels = (one for one in self._kommun.levels)
            return [(one.id, f"{one.name} ({one.id})") for one in levels]
        if (record, attribute) in {("goal", "category"), ("tally", "category")}:
            categories = (one for level in self._kommun.levels for one in level.categories)
            return [(one.id, f"{one.name} ({one.id})") for one in categories]
        if (record, attribute) == ("statement", "status"):
            return _alike([*self._statuses(), *NO_STATUS])
        if (record, attribute) in {("verdict", "step"), ("count", "status")}:
            return _alike(self._statuses())
        if (record, attribute) == ("statement", "trend"):
            return _alike(self._steps([ScaleUse.TREND]))
        return None

    def _statuses(self) -> list[str]:
        uses = [ScaleUse.GOALS, ScaleUse.INDICATORS]
        return self._steps([*uses, ScaleUse.TASKS] if self._has_tasks() else uses)

    def _has_tasks(self) -> bool:
        """Tell whether something may be judged by how far it has come, or has been."""
        if any(ScaleUse.TASKS in scale.use for scale in self._kommun.scales):
            return True
        judging = Judging(self._kommun)
        levels = [one for one in self._kommun.levels if one.kind is LevelKind.NODES]
        counted = (
            count.status
            for occasion in self._kommun.occasions
            for tally in occasion.tallies
            for count in tally.counts
        )
        scale = default_scale(ScaleUse.TASKS)
        may = any(ScaleUse.TASKS not in judging.unlike(one) for one in levels)
        return may or any(step_named(scale, word) for word in counted)

    def _steps(self, uses: list[ScaleUse]) -> list[str]:
        """Return the words of the scales for some uses: the kommun's, else those brought along."""
        found: list[str] = []
        for use in uses:
            own = [one for one in self._kommun.scales if not one.use or use in one.use]
            for scale in own or [default_scale(use)]:
                found.extend(step.word for step in scale.steps)
        return found


def _alike(words: Iterable[str]) -> list[Option]:
    return [(word, word) for word in dict.fromkeys(words)]
