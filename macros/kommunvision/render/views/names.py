"""What things are called in a sentence: titles, levels, amounts and articles."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from kommunvision.chain import GoalSystem, Node
from kommunvision.model import (
    Body,
    Decision,
    Goal,
    GoverningModel,
    Indicator,
    Item,
    Level,
    NewsItem,
    Occasion,
    Planned,
    Scale,
    Source,
    Theme,
    Vision,
)
from kommunvision.swedish import format as swedish
from kommunvision.swedish.labels import label

# Article, indefinite, definite, plural.
Forms = tuple[str, str, str, str]


def title(item: Item) -> str:
    """Return what a link to an object says."""
    match item:
        case Level():
            return swedish.capital(item.plural)
        case Decision():
            return item.title or label("proposal" if item.kind == "proposal" else "decision")
        case Body() | GoverningModel() | Indicator() | Occasion() | Scale() | Theme():
            return item.name
        case Goal() | NewsItem() | Source() | Vision():
            return item.title
        case _:
            return item.id


def forms(system: GoalSystem, item: Item) -> Forms:
    """Return the Swedish forms for what a node is, or an indicator."""
    if isinstance(item, Indicator):
        noun, definite = label("indicator_noun"), label("indicator_definite")
        return ("en", noun, definite, label("indicator_plural"))
    level = level_of(system, item)
    if level is None:
        return ("en", label("vision").lower(), label("vision_definite"), label("vision_plural"))
    return (level.article, level.name, level.definite, level.plural)


def level_of(system: GoalSystem, item: Item) -> Level | None:
    """Return the level that something stands on; none for an indicator, or an undeclared one."""
    if isinstance(item, Vision):
        return system.vision_level(item)
    return system.level_of(item) if isinstance(item, Goal) else None


def kind(system: GoalSystem, node: Node) -> str:
    """Return the word that stands before a node: its level, and its printed number."""
    return _numbered(forms(system, node)[1], node.number if isinstance(node, Goal) else None)


# Every entry of every list begins with it.
@lru_cache(maxsize=1_000)
def _numbered(noun: str, number: str | None) -> str:
    name = swedish.capital(noun)
    if number and number.casefold().startswith(f"{name.casefold()} "):
        # Some sources print the level's name with the number.
        return swedish.capital(number)
    return f"{name} {number}" if number else name


def what(system: GoalSystem, item: Item) -> str:
    """Return the word that stands before something with texts of its own, of whatever kind."""
    match item:
        case Vision() | Goal():
            return kind(system, item)
        case Indicator():
            return label("indicator")
        case Occasion():
            return swedish.capital(item.kind or label("part_follow_up"))
        case _:
            return label("part_news")


def definite(system: GoalSystem, node: Node) -> str:
    """Return a node as a known thing that opens a sentence: ``Det …`` in one word."""
    return swedish.capital(forms(system, node)[2])


def amounts(system: GoalSystem, nodes: Iterable[Node]) -> str:
    """Count nodes by what they are: so many of one level and so many of another."""
    counted: dict[Forms, int] = {}
    for node in nodes:
        key = forms(system, node)
        counted[key] = counted.get(key, 0) + 1
    return swedish.listing(
        [
            swedish.amount(number, article, singular, plural)
            for (article, singular, _, plural), number in counted.items()
        ]
    )


def planned(one: Planned) -> str:
    """Return when something begins and is done, in words; nothing where neither is known."""
    told = [
        label(f"time_{key}", date=swedish.date(date))
        for key, date in (("start", one.start), ("end", one.end))
        if date
    ]
    return swedish.listing(told)
