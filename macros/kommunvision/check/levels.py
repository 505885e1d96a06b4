"""Goals stand on levels in the order of the governing model, and as many as it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kommunvision.check.chains import parent_edges
from kommunvision.check.loops import loops
from kommunvision.check.walk import model_of, who
from kommunvision.model import Goal, Kommun, LevelKind
from kommunvision.origin import Origin, Where
from kommunvision.problem import Problem, problem
from kommunvision.swedish.articles import clash
from kommunvision.swedish.format import count as count_words
from kommunvision.swedish.keys import RECORDS


def order(kommun: Kommun) -> Iterator[Problem]:
    """Find goals that support something on the same or a lower level of the same model."""
    in_circle: set[tuple[str, Origin]] | None = None
    for goal in kommun.goals:
        level = kommun.level_of(goal)
        if level is None:
            continue
        model = model_of(kommun, level)
        for place, ref in enumerate(goal.parents):
            above = kommun.by_id.get(ref.target or "")
            if not isinstance(above, Goal) or above is goal:
                continue
            other = kommun.level_of(above)
            if other not in model.levels or model.rank(other) < model.rank(level):
                continue
            if in_circle is None:
                # Within a circle some link is always wrong; the circle itself says more.
                in_circle = {one for circle in loops(parent_edges(kommun)) for one in circle}
            origin = goal.where.of("parents", place)
            if (goal.id, origin) not in in_circle:
                yield problem(
                    "KV301",
                    origin,
                    subject=goal.id,
                    who=who(kommun, goal),
                    value=above.id,
                    level=level.name,
                    other=other.name,
                )


def kinds(kommun: Kommun) -> Iterator[Problem]:
    """Find goals on the visions' own level, and levels that are not as empty as they say."""
    standing = Counter(goal.level for goal in kommun.goals)
    for goal in kommun.goals:
        level = kommun.level_of(goal)
        if level and level.kind is LevelKind.VISIONS:
            yield problem(
                "KV308",
                goal.where.of("level"),
                subject=goal.id,
                who=who(kommun, goal),
                value=goal.level,
            )
    for level in kommun.levels:
        if level.empty_because and (number := standing[level.id]):
            noun = level.name if number == 1 else level.plural
            yield problem(
                "KV309",
                level.where.of("empty_because"),
                subject=level.id,
                level=level.name,
                count=f"{count_words(number, level.article)} {noun}",
            )


def forms(kommun: Kommun) -> Iterator[Problem]:
    """Find levels whose article and definite form are not those of the same noun."""
    for level in kommun.levels:
        if clash(level.article, level.name, level.definite):
            yield problem(
                "KV313",
                level.where.of("definite"),
                related=[level.where.of("article")],
                subject=level.id,
                article=level.article,
                name=level.name,
                definite=level.definite,
            )


def of_visions(kommun: Kommun) -> Iterator[Problem]:
    """Find visions of a kommun whose governing models have no level for them."""
    levels = kommun.levels
    if not (kommun.visions and levels) or any(one.kind is LevelKind.VISIONS for one in levels):
        return
    # One that is called so has been forgotten to be made theirs.
    meant = next((one for one in levels if one.name.casefold().startswith("vision")), None)
    model = model_of(kommun, meant or levels[0])
    yield problem(
        "KV312",
        meant.where.origin if meant else model.where.of("levels"),
        subject=model.id,
        who=who(kommun, model),
        value=kommun.visions[0].id,
    )


def totals(kommun: Kommun) -> Iterator[Problem]:
    """Find totals of the source that are less than what stands here, or no longer needed."""
    on_level = Counter(goal.level for goal in kommun.goals)
    in_category = Counter((goal.level, goal.category) for goal in kommun.goals)
    below = Counter(
        target for goal in kommun.goals for target in {ref.target for ref in goal.parents} if target
    )
    for level in kommun.levels:
        yield from _total(level.where, "level", "total", level.total, on_level[level.id], level.id)
        for one in level.categories:
            found = in_category[level.id, one.id]
            yield from _total(one.where, "category", "total", one.total, found, level.id)
    for goal in kommun.goals:
        found = below[goal.id]
        yield from _total(goal.where, "goal", "children_total", goal.children_total, found, goal.id)


def _total(  # noqa: PLR0913, PLR0917 - one place for the comparison, called three times above
    where: Where, record: str, attribute: str, total: int | None, found: int, subject: str
) -> Iterator[Problem]:
    if total is None or total > found:
        return
    key = next(field.key for field in RECORDS[record].fields if field.attribute == attribute)
    code = "KV306" if total < found else "KV307"
    yield problem(code, where.of(attribute), subject=subject, key=key, total=total, count=found)
