"""Ids are unique, and every reference leads to an object of the right kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kommunvision.check.outline import WITHIN, Outlines
from kommunvision.check.suggest import Guesses
from kommunvision.check.walk import RECORD_OF, Link, links, who
from kommunvision.model import Category, Item, Kommun, LevelKind
from kommunvision.problem import Problem, problem
from kommunvision.swedish.format import alternatives
from kommunvision.swedish.keys import NOT_STATED, RECORDS
from kommunvision.swedish.problems.objects import NO_LEVELS, NO_SUCH_LEVEL

_NOT_TO_ITSELF = frozenset({"parents", "replaces", "part_of"})
_GLOBAL_GOALS = range(1, 18)


def unique_ids(kommun: Kommun) -> Iterator[Problem]:
    """Find ids that two objects of a kommun, or two categories of a level, have."""
    yield from _unique(kommun.items)
    for level in kommun.levels:
        yield from _unique(level.categories)


def _unique(items: Iterable[Item | Category]) -> Iterator[Problem]:
    first: dict[str, Item | Category] = {}
    for item in items:
        before = first.setdefault(item.id, item)
        if before is not item:
            place = before.where.of("id")
            yield problem(
                "KV201",
                item.where.of("id"),
                related=[place],
                subject=item.id,
                id=item.id,
                place=place,
                object=_kind(item),
                missed="",
            )


def _kind(item: Item | Category) -> str:
    """Return what messages call such an object."""
    return RECORDS["category" if isinstance(item, Category) else RECORD_OF[type(item)]].name


def references(kommun: Kommun) -> Iterator[Problem]:
    """Find references to what does not exist, is of the wrong kind, or is the object itself."""
    guesses = Guesses()
    seen: set[tuple[int, str, str, str | None]] = set()
    for link in links(kommun):
        target = link.reference.target
        if target is None:
            continue
        if (key := _written(link, target)) in seen:
            yield _fault("KV207", kommun, link)
        else:
            seen.add(key)
            yield from _target(kommun, link, target, guesses)


def _written(link: Link, target: str) -> tuple[int, str, str, str | None]:
    """Return what makes a reference the same as another; a source may be named for two places."""
    return (id(link.entry.holder), link.entry.field.key, target, link.reference.place)


def _target(kommun: Kommun, link: Link, target: str, guesses: Guesses) -> Iterator[Problem]:
    owner, attribute = link.entry.owner, link.entry.field.attribute
    if "/" in target:
        slug, _, key = target.partition("/")
        if attribute in WITHIN:
            own = key if slug == kommun.slug else None
            yield _fault("KV208", kommun, link, suggestion=own)
    elif owner is not None and target == owner.id and attribute in _NOT_TO_ITSELF:
        # If another object has the same id, that one may be meant.
        if len([one for one in kommun.items if one.id == target]) == 1:
            yield _fault("KV206", kommun, link)
    else:
        yield from _leads_to(kommun, link, target, kommun, guesses)


def _leads_to(
    home: Kommun, link: Link, key: str, other: Kommun, guesses: Guesses
) -> Iterator[Problem]:
    """Find out whether a reference leads to an object of the right kind in a kommun."""
    kinds = link.entry.field.of.split()
    item = other.by_id.get(key)
    if item is not None and RECORD_OF[type(item)] in kinds:
        return
    if item is None and key in other.unread | other.drafts:
        # Told where the object itself stands, and by ``showing``.
        return
    expected = alternatives([RECORDS[kind].name for kind in kinds])
    if item is None:
        fitting = [one for one in other.items if RECORD_OF[type(one)] in kinds]
        meant = _several(link, key, other) or guesses.item_id(key, fitting)
        if meant and home is not other:
            meant = f"{other.slug}/{meant}"
        if meant is None and link.entry.field.unstated:
            meant = guesses.nearest(key, [NOT_STATED])
        yield _fault("KV202", home, link, suggestion=meant, expected=expected)
    else:
        got = RECORDS[RECORD_OF[type(item)]].name
        yield _fault("KV203", home, link, got=got, expected=expected)


def _several(link: Link, key: str, other: Kommun) -> str | None:
    """Return a list, for ids that have commas between them but no brackets around them."""
    parts = [part.strip() for part in key.replace(";", ",").split(",")]
    known = len(parts) > 1 and all(part in other.by_id for part in parts)
    return f"[{', '.join(parts)}]" if known and link.entry.field.many else None


def across(kommuner: Iterable[Kommun], outline_of: Outlines) -> Iterator[Problem]:
    """Find references to other kommuner of the site that lead nowhere."""
    guesses = Guesses()
    by_slug = {kommun.slug: kommun for kommun in kommuner}
    known = {slug: outline_of(kommun).record_of for slug, kommun in by_slug.items()}
    for kommun in by_slug.values():
        if all(_is_there(known, *one) for one in outline_of(kommun).crossing):
            # Then nobody needs to read all that it says.
            continue
        for link in links(kommun):
            slug, slash, key = (link.reference.target or "").partition("/")
            if not slash or link.entry.field.attribute in WITHIN:
                continue
            other = by_slug.get(slug)
            if other is None:
                expected = RECORDS[link.entry.field.of.split()[0]].name
                meant = guesses.nearest(slug, by_slug)
                yield _fault(
                    "KV202",
                    kommun,
                    link,
                    suggestion=f"{meant}/{key}" if meant else None,
                    expected=expected,
                )
            else:
                yield from _leads_to(kommun, link, key, other, guesses)


def _is_there(known: Mapping[str, Mapping[str, str]], target: str, kinds: str) -> bool:
    """Tell whether a kommun has an object that a reference may lead to."""
    slug, _, key = target.partition("/")
    return known.get(slug, {}).get(key, "") in kinds.split()


def levels_and_categories(kommun: Kommun) -> Iterator[Problem]:
    """Find goals on a level or in a category that the governing model does not have."""
    guesses = Guesses()
    own = [level for level in kommun.levels if level.kind is LevelKind.NODES]
    for goal in kommun.goals:
        level = kommun.level_of(goal)
        if level is None and goal.level in kommun.unread:
            continue
        if level is None:
            yield problem(
                "KV204",
                goal.where.of("level"),
                suggestion=guesses.item_id(goal.level, own),
                subject=goal.id,
                who=who(kommun, goal),
                value=goal.level,
                remedy=NO_SUCH_LEVEL.format(choices=", ".join(one.id for one in own))
                if own
                else NO_LEVELS,
            )
            if not own:
                # Every goal would say the same.
                return
        elif goal.category and goal.category not in {one.id for one in level.categories}:
            names = {one.name.casefold(): one.id for one in level.categories}
            meant = names.get(goal.category.casefold()) or guesses.nearest(
                goal.category, names.values()
            )
            yield problem(
                "KV205",
                goal.where.of("category"),
                suggestion=meant,
                subject=goal.id,
                who=who(kommun, goal),
                value=goal.category,
                level=level.name,
            )


def global_goals(kommun: Kommun) -> Iterator[Problem]:
    """Find numbers of global goals that do not exist."""
    keys = {field.attribute: field.key for field in RECORDS["goal"].fields}
    for goal in kommun.goals:
        own = () if goal.is_global_goal is None else (goal.is_global_goal,)
        for attribute, numbers in (("global_goals", goal.global_goals), ("is_global_goal", own)):
            for place, number in enumerate(numbers):
                if number not in _GLOBAL_GOALS:
                    yield problem(
                        "KV209",
                        goal.where.of(attribute, place),
                        subject=goal.id,
                        who=who(kommun, goal),
                        key=keys[attribute],
                        value=number,
                    )


def _fault(
    code: str, kommun: Kommun, link: Link, *, suggestion: str | None = None, **details: str
) -> Problem:
    owner = link.entry.owner
    words = {
        "who": who(kommun, owner),
        "key": link.entry.field.key,
        "value": link.reference.target or "",
        **details,
    }
    return Problem(code, link.origin, words, suggestion, subject=owner.id if owner else None)
