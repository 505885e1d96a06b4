"""What the commands about occasions share: which kommun and which occasion are meant."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import click

from kommunvision import pipeline, report
from kommunvision.cli.common import progress, see_that_kommun_exists, tell_problems, with_choices
from kommunvision.cli.swedish_click import WrongCall
from kommunvision.driver import require
from kommunvision.edition import Edition
from kommunvision.load import DATA
from kommunvision.model import Kommun, Occasion
from kommunvision.outcome import Outcome
from kommunvision.problem import Problem
from kommunvision.swedish.cli import say
from kommunvision.swedish.problems import Severity

# A kommun and an occasion.
_MOST = 2


class Named(NamedTuple):
    """The occasion that a command is about, its kommun, and what was found in its site."""

    outcome: Outcome
    kommun: Kommun
    occasion: Occasion


def names_argument(*, required: bool) -> click.Argument:
    """Return the argument for an occasion, with its kommun before it where it is needed."""
    metavar = say("occasion_metavar" if required else "any_occasion_metavar")
    return click.Argument(["names"], nargs=-1, required=required, metavar=metavar)


def chosen(root: Path, names: tuple[str, ...]) -> tuple[str | None, str | None]:
    """Return the kommun and the occasion that are named, each none where it is not."""
    if len(names) > _MOST:
        raise WrongCall(say("too_many", words=" ".join(names[_MOST:])))
    require(root, DATA)
    if len(names) == _MOST:
        see_that_kommun_exists(root, names[0])
        return names[0], names[1]
    if names and Path(names[0]).name == names[0] and (root / DATA / names[0]).is_dir():
        return names[0], None
    return None, names[0] if names else None


def examine(root: Path, kommun: str | None, name: str | None) -> Outcome:
    """Read and check what is asked for; an occasion is often a draft until it is decided.

    Other drafts may be unfinished. If that is in the way they are left out, unless the occasion
    that is named would be left out with them.
    """
    only = [kommun] if kommun else None
    drafted = pipeline.check(root, only=only, edition=Edition(drafts=True))
    if not errors(drafted):
        return drafted
    public = pipeline.check(root, only=only)
    names = {id_ for each in public.kommuner for one in each.occasions for id_ in _ids(one)}
    return public if name is None or name in names else drafted


def _ids(occasion: Occasion) -> set[str]:
    return {occasion.id, *occasion.former_ids}


def errors(outcome: Outcome, kommun: Kommun | None = None) -> tuple[Problem, ...]:
    """Return the errors of a kommun, or all of them."""
    return tuple(
        one
        for one in outcome.problems
        if report.severity(one) is Severity.ERROR
        and (kommun is None or not kommun.slug or one.origin.path.split("/")[1] == kommun.slug)
    )


def named(root: Path, names: tuple[str, ...]) -> Named | None:
    """Find the occasion that a command is about; nothing where its kommun cannot be read.

    What is wrong has been told then.
    """
    slug, name = chosen(root, names)
    if name is None:
        raise WrongCall(say("missing_argument", name=say("occasion_only_metavar")))
    progress("checking")
    outcome = examine(root, slug, name)
    if not outcome.kommuner and (wrong := errors(outcome)):
        tell_problems(root, wrong)
        return None
    return Named(outcome, *find(outcome, name))


def find(outcome: Outcome, name: str) -> tuple[Kommun, Occasion]:
    """Return the occasion with an id, and its kommun."""
    pairs = [(kommun, one) for kommun in outcome.kommuner for one in kommun.occasions]
    found = [pair for pair in pairs if name in _ids(pair[1])]
    if not found:
        if not pairs:
            raise WrongCall(f"{say('no_such_occasion', name=name)} {say('no_occasions')}")
        there = list(dict.fromkeys(one.id for _, one in pairs))
        raise WrongCall(with_choices(say("no_such_occasion", name=name), name, there))
    if len(found) > 1:
        slugs = ", ".join(sorted(kommun.slug for kommun, _ in found))
        raise WrongCall(say("which_kommun_has", name=name, choices=slugs))
    return found[0]
