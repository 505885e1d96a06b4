"""Whatever two people do to one file, in places of their own, both have done it afterwards."""

import random  # noqa: TID251 - many cases, the same in every run

import yaml

from tests.form.test_merge import merged

# What a key may be said to be: short, folded, in lines of its own, with signs that YAML minds.
VALUES = {
    "rubrik": ["Fler tar examen", '"Klart: nu"', "'81,50 procent'", "Å, ä och ö"],
    "beskrivning": [
        ">-\n    En lång text som står\n    på två rader.",
        "|\n    Första stycket.\n\n    Andra stycket.",
        "Kort text",
    ],
    "överordnade": ["[b]", "[a, b]", "b", "\n  - a\n  - grannby/x"],
    "källa": ["budget", "{id: budget, plats: s. 12}"],
    "kategori": ["x", "y"],
}

Goals = list[dict[str, str]]


def written(goals: Goals) -> str:
    """A file as a person would write it, with a remark above each goal and beside its name."""
    lines = ["# Överst.", "mål:"]
    for goal in goals:
        lines.append(f"# Om {goal['id']}.")
        lead = "- "
        for key, value in goal.items():
            beside = f"  # invid {goal['id']}" if key == "id" else ""
            space = "" if value.startswith("\n") else " "
            lines.append(f"{lead}{key}:{space}{value}{beside}")
            lead = "  "
    return "\n".join([*lines, "# Sist.", ""])


def said(text: str) -> list[dict]:
    """What a file says, in the one way that forms show it."""
    found = yaml.load(text, yaml.CBaseLoader)["mål"]  # noqa: S506 - every value is text
    for goal in found:
        for key, value in goal.items():
            goal[key] = value.strip() if isinstance(value, str) else value
        for key in {"källa", "överordnade"} & goal.keys():
            goal[key] = goal[key] if isinstance(goal[key], list) else [goal[key]]
            goal[key] = [{"id": one} if isinstance(one, str) else one for one in goal[key]]
    return found


def named(goals: list[dict]) -> dict[str, dict]:
    return {one["id"]: one for one in goals}


def a_goal(name: str, chance: random.Random) -> dict[str, str]:
    more = {key: chance.choice(found) for key, found in VALUES.items() if chance.random() < 0.6}
    return {"id": name, "nivå": "mal", **more, "rubrik": f"Målet {name}"}


def edited(goals: Goals, own: list[str], new: str, chance: random.Random) -> Goals:
    """The goals with some of one's own changed or gone, and with new ones among them."""
    goals = [dict(one) for one in goals]
    for goal in [one for one in goals if one["id"] in own]:
        if len(goals) > 1 and chance.random() < 0.2:
            goals.remove(goal)
            continue
        for key in chance.sample(list(VALUES), 2):
            if key in goal and key != "rubrik" and chance.random() < 0.3:
                del goal[key]
            else:
                goal[key] = chance.choice(VALUES[key])
    for count in range(chance.randrange(3)):
        goals.insert(chance.randrange(len(goals) + 1), a_goal(f"{new}{count}", chance))
    return goals


def a_case(seed: int) -> tuple[Goals, Goals, Goals, list[dict]]:
    """A file, what each of two makes of it, and what its goals say when both have."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    names = list("abcdefgh")[: chance.randrange(3, 9)]
    base = [a_goal(name, chance) for name in names]
    # The first is nobody's, so that a file always has a goal.
    own = [name for name in names[1:] if chance.random() < 0.4]
    rest = [name for name in names[1:] if name not in own]
    mine, theirs = edited(base, own, "min", chance), edited(base, rest, "din", chance)
    mover = chance.choice([mine, theirs, []])
    if mover:
        mover.insert(chance.randrange(len(mover)), mover.pop())
    gone = named(base).keys() - (named(mine).keys() & named(theirs).keys())
    both = {**named(mine), **named(theirs), **{n: named(mine)[n] for n in own if n not in gone}}
    return base, mine, theirs, [both[name] for name in both if name not in gone]


def assert_new_ones_stand_where_they_were_put(side: Goals, base: Goals, order: list[str]) -> None:
    old = named(base).keys()
    names = [one["id"] for one in side]
    for place, name in enumerate(names):
        if name in old:
            continue
        # What it was put after may be gone since.
        if place and names[place - 1] not in order:
            continue
        begin = order.index(names[place - 1]) + 1 if place else 0
        assert begin <= order.index(name), order
        assert not old & set(order[begin : order.index(name)]), order


def test_two_who_change_different_things_have_both_changed_them_wherever_they_stand():
    cases = [a_case(seed) for seed in range(120)]
    texts = [tuple(map(written, case[:3])) for case in cases]
    for (base, mine, theirs, both), (text, clashes) in zip(cases, merged(texts), strict=True):
        assert clashes == []
        found = said(text)
        order = [one["id"] for one in found]
        assert len(set(order)) == len(order)
        assert named(found) == named(said(written(both)))
        assert_new_ones_stand_where_they_were_put(mine, base, order)
        assert_new_ones_stand_where_they_were_put(theirs, base, order)
        # Remarks are neither lost nor doubled.
        assert (text.startswith("# Överst.\n"), text.count("# Sist.")) == (True, 1)
        for name in named(theirs).keys() & set(order):
            assert (text.count(f"# Om {name}."), text.count(f"# invid {name}\n")) == (1, 1)
