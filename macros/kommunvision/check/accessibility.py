"""The statement on accessibility is given, and does not contradict itself."""

from __future__ import annotations

from collections.abc import Iterator

from kommunvision.model import Compliance, Kommun
from kommunvision.problem import Problem, problem
from kommunvision.swedish.keys import CHOICES

_WORDS = {value: word for word, value in CHOICES["compliance"].items()}


def statement(kommun: Kommun) -> Iterator[Problem]:
    """Find a missing statement, and one whose faults and whose verdict do not agree."""
    given = kommun.accessibility
    if given is None:
        # What another publishes is not the kommun's to assess; one that cannot be read is there.
        if not kommun.publisher and not kommun.where.has("accessibility"):
            yield problem("KV514", kommun.where.of("name"), name=kommun.name)
        return
    lacks = given.shortcomings or given.burdensome
    origin = given.where.of("compliance")
    if given.compliance is Compliance.FULL and lacks:
        yield problem("KV516", origin)
    elif given.compliance is not Compliance.FULL and not lacks:
        yield problem("KV515", origin, value=_WORDS[given.compliance.value])
