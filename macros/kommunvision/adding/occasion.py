"""A new occasion: as the one before it was, and with an empty judgement for all that it covers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from kommunvision.adding.folder import Folder
from kommunvision.export.yaml_text import Tree, yaml_text
from kommunvision.load.located import parse
from kommunvision.load.reader import Reader
from kommunvision.load.tree import Mapping as Node
from kommunvision.load.tree import Sequence
from kommunvision.model import Goal, Kommun, Occasion, ScaleUse
from kommunvision.problem import Problems
from kommunvision.progress import Occasions
from kommunvision.swedish.data_files import OCCASIONS_KEY
from kommunvision.swedish.entries import STATUS_WORDS
from kommunvision.swedish.keys import RECORDS, Section

_KEYS = {field.attribute: field.key for field in RECORDS["occasion"].fields}

# What one follow-up has in common with the next of its kind, and with the next of any.
_SAME_KIND = ("covers", "scales", "reported_by", "outlook")
_ANY_KIND = ("covers", "scales", "reported_by")


def with_former(folder: Folder, section: Section, told: dict[str, Tree]) -> dict[str, Tree]:
    """Return what is known of a new occasion, with what the one before it says of the next too."""
    if section.record != "occasion":
        return told
    kind, period, name = (_KEYS[one] for one in ("kind", "period", "name"))
    if name not in told and told.get(kind) and told.get(period):
        words = str(told[kind])
        told[name] = f"{words[:1].upper()}{words[1:]} {told[period]}"
    former = [one.told for one in folder.objects(OCCASIONS_KEY)]
    like = [one for one in former if told.get(kind) and one.get(kind) == told.get(kind)]
    for before, attributes in ((like, _SAME_KIND), (former, _ANY_KIND)):
        if before:
            keys = [_KEYS[one] for one in attributes if _KEYS[one] in before[-1]]
            return {**told, **{key: before[-1][key] for key in keys if key not in told}}
    return told


@dataclass(frozen=True, slots=True)
class Covered:
    """Tells what an occasion of a kommun covers."""

    kommun: Kommun | None
    """None where it cannot be read; then nobody knows."""

    def __call__(self, told: Mapping[str, Tree]) -> dict[str, str]:
        """Return the id and the heading of everything that an occasion covers."""
        if self.kommun is None:
            return {}
        occasion = _read({**told, _KEYS["statements"]: []})
        if occasion is None:
            return {}
        kommun = replace(self.kommun, occasions=(*self.kommun.occasions, occasion))
        return {
            one.id: one.title if isinstance(one, Goal) else _name(one)
            for one in Occasions(kommun).covered(occasion)
        }

    def words(self, told: Mapping[str, Tree]) -> str:
        """Return which words can stand as a status; nothing where the kommun has no scale."""
        if self.kommun is None:
            return ""
        named = told.get(_KEYS["scales"]) or [one.id for one in self.kommun.scales]
        scales = [
            one
            for one in self.kommun.scales
            if one.id in named and ScaleUse.TREND not in one.use and ScaleUse.VALUES not in one.use
        ]
        words = dict.fromkeys(step.word for scale in scales for step in scale.steps)
        return STATUS_WORDS.format(words=", ".join(words)) if words else ""


def _name(item: Any) -> str:  # noqa: ANN401 - an indicator or a vision
    return str(getattr(item, "name", None) or item.title)


def _read(told: dict[str, Tree]) -> Occasion | None:
    """Return an occasion as it will be read; none while it lacks its period."""
    top, _ = parse(yaml_text({OCCASIONS_KEY: [{key: one for key, one in told.items() if one}]}), "")
    if not isinstance(top, Node) or not isinstance(listed := top.entries[0][1], Sequence):
        return None
    found: Occasion | None = Reader(Problems()).record("occasion", listed.items[0])
    return found
