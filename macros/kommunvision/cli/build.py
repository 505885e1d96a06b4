"""``kommunvision build``: checks, builds, publishes into a folder, and says what it did."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kommunvision.cli.common import (
    DATA_ERRORS,
    WELL,
    Folder,
    day_option,
    debug_option,
    kommun_option,
    root_option,
    see_that_kommun_exists,
    see_that_the_moment_is_one,
    strict_option,
    tell_problems,
)
from kommunvision.cli.kept import kept_for
from kommunvision.cli.screen import Screen
from kommunvision.cli.swedish_click import Command, Whole, WrongCall
from kommunvision.cli.timings_option import see_that_it_is_a_table, timings_option
from kommunvision.driver.files import Sources
from kommunvision.driver.order import Order
from kommunvision.driver.root import published_in, require
from kommunvision.driver.unchanged import unchanged
from kommunvision.driver.watcher import Watcher
from kommunvision.driver.wish import Wish
from kommunvision.driver.workers import WorkerDiedError, cores
from kommunvision.edition import Edition
from kommunvision.folders import CONTENT, DATA, SETTINGS
from kommunvision.swedish.cli import say
from kommunvision.swedish.format import listing, number
from kommunvision.swedish.mkdocs import in_swedish
from kommunvision.swedish.problems import PROBLEMS, Severity
from kommunvision.swedish.start import EXAMPLE_ADDRESS

if TYPE_CHECKING:
    from kommunvision.archive import Archived
    from kommunvision.driver.document import Document
    from kommunvision.driver.part import Shard
    from kommunvision.driver.report import BuildReport

_SHARD = re.compile("([0-9]{1,3})/([0-9]{1,3})")
_MOST_WORKERS = 64
# So many names can be taken in at a glance.
_FEW = 10


class _ShardType(click.ParamType["Shard"]):
    """A part of the site: ``2/3`` is the second of three."""

    name = "shard"

    def convert(
        self,
        value: str | Shard,
        param: click.Parameter | None,  # noqa: ARG002 - as the base class
        ctx: click.Context | None,
    ) -> Shard:
        """Return the part that the words stand for."""
        from kommunvision.driver.part import Shard  # noqa: PLC0415 - seldom asked for

        if isinstance(value, Shard):
            return value
        found = _SHARD.fullmatch(value)
        if not found or not 1 <= int(found[1]) <= int(found[2]):
            raise WrongCall(say("not_a_shard", value=value), ctx)
        return Shard(int(found[1]), int(found[2]))


def _run(  # noqa: PLR0913 - one for each option
    root: Path,
    site_dir: Path | None,
    *,
    kommun: str | None,
    day: date | None,
    shard: Shard | None,
    workers: int | None,
    anew: bool,
    compress: bool,
    timings: Path | None,
    strict: bool,
) -> int:
    see_that_kommun_exists(root, kommun)
    see_that_the_moment_is_one()
    see_that_it_lies_apart(site_dir, root)
    see_that_it_is_a_table(timings)
    if shard and kommun:
        raise WrongCall(say("shard_of_one_kommun"))
    if shard and compress:
        raise WrongCall(say("no_compressed_part"))
    edition = Edition(day) if day else None
    with Screen() as screen:
        if shard:
            from kommunvision.driver import build_part  # noqa: PLC0415 - as below

            if not anew:
                kept_for(root)
            made = build_part(
                root,
                shard,
                part_dir=site_dir,
                strict=strict,
                edition=edition,
                workers=workers,
                anew=anew,
                watcher=screen,
            )
            answer = _told_of_part(root, shard, made)
        else:
            order = Order(
                root=root,
                target=published_in(root, site_dir),
                wish=Wish(kommun=kommun, strict=strict, edition=edition),
                smaller=compress,
                workers=workers or cores(),
            )
            answer = published(root, lambda: _built(order, anew=anew, watcher=screen))
    if timings and answer == WELL:
        from kommunvision.cli.timings import tell_timings  # noqa: PLC0415 - seldom asked for

        tell_timings(screen, timings)
    return answer


def _built(order: Order, *, anew: bool, watcher: Watcher) -> BuildReport:
    """Build a site, unless it would be the one that is there."""
    root, wish = order.root, order.wish
    require(root, SETTINGS, DATA)
    watcher.stage("checking")
    sources = None
    if not anew:
        sources = Sources.of(root)
        same = unchanged(order, kept_for(root), sources)
        if same:
            watcher.looked(same.kommuner, {})
            return same
    from kommunvision.driver import build_sites  # noqa: PLC0415 - MkDocs takes longer than all this

    return build_sites(
        root,
        site_dir=order.target,
        kommun=wish.kommun,
        strict=wish.strict,
        smaller=order.smaller,
        edition=wish.edition,
        workers=order.workers,
        anew=anew,
        sources=sources,
        watcher=watcher,
    )


def see_that_it_lies_apart(site_dir: Path | None, root: Path) -> None:
    """Complain about a folder for the site that holds what it is built from, or lies in it."""
    target = published_in(root, site_dir)
    if holds_source(target, root.resolve()):
        raise WrongCall(say("site_over_source", path=target))


def published(root: Path, build: Callable[[], BuildReport]) -> int:
    """Build a site and say what came of it; return the exit code."""
    try:
        made = build()
    except (OSError, WorkerDiedError) as error:
        error.add_note(say("not_built"))
        raise
    if not _is_made(root, made, "not_built"):
        return DATA_ERRORS
    _tell(root, made)
    return WELL


def _told_of_part(root: Path, shard: Shard, made: BuildReport) -> int:
    if not _is_made(root, made, "part_not_built"):
        return DATA_ERRORS
    click.echo(say("part_built", shard=shard))
    if made.kommuner:
        click.echo(say("built_kommuner", names=_named(made.kommuner)))
        click.echo(say("built_pages", pages=number(made.pages)))
    else:
        click.echo(say("part_empty"))
    click.echo(say("built_where", path=_near(made.site_dir)))
    return WELL


def _is_made(root: Path, made: BuildReport, else_say: str) -> bool:
    """Tell what was found in the data, and if nothing came of it; return whether something did."""
    # Advice is for `check`; here it would bury what matters.
    advice = Severity.ADVICE
    grave = tuple(one for one in made.problems if PROBLEMS[one.code].severity is not advice)
    if grave:
        tell_problems(root, grave)
    if not made.complete:
        click.echo("\n".join(filter(None, [complaints(made), say(else_say)])), err=True)
    return made.complete


def complaints(made: BuildReport | Document | Archived) -> str:
    """Return what MkDocs itself would not publish; nothing if there is nothing."""
    if not made.complaints:
        return ""
    return "\n".join([say("mkdocs_complains"), *map(in_swedish, made.complaints)])


def _tell(root: Path, made: BuildReport) -> None:
    published = made.published
    click.echo(say("built"))
    click.echo(say("built_kommuner", names=_named(made.kommuner)))
    click.echo(say("built_pages", pages=number(made.pages)))
    if published:
        click.echo(
            say(
                "built_touched",
                written=number(published.written),
                removed=number(published.removed),
                untouched=number(published.untouched),
            )
        )
    click.echo(say("built_where", path=_near(made.site_dir)))
    click.echo(say("built_look", command=_way_to_look(root)))
    if _has_example_address(root):
        click.echo(say("built_example_address", url=EXAMPLE_ADDRESS))


def _named(kommuner: Sequence[str]) -> str:
    """Return which kommuner there are, or of the whole country how many."""
    return listing(kommuner) if len(kommuner) <= _FEW else number(len(kommuner))


def _has_example_address(root: Path) -> bool:
    """Tell whether nobody has written the site's own address yet; links to it would be dead."""
    lines = (root / SETTINGS).read_text("utf-8", errors="replace").splitlines()
    return f"site_url: {EXAMPLE_ADDRESS}" in lines


def holds_source(target: Path, root: Path) -> bool:
    """Whether publishing there would put the site over, or among, what it is built from."""
    sources = [root / name for name in (DATA, CONTENT, "overrides", "macros", ".git")]
    return root.is_relative_to(target) or any(target.is_relative_to(path) for path in sources)


def _near(path: Path) -> str:
    here = Path.cwd()
    return f"{path.relative_to(here) if path.is_relative_to(here) else path}/"


def _way_to_look(root: Path) -> str:
    """Return the command that shows the site; where there is a Makefile, people know make."""
    makefile = root / "Makefile"
    if makefile.exists() and "\nserve:" in makefile.read_text("utf-8", errors="replace"):
        return "make serve"
    return "kommunvision serve"


build = Command(
    "build",
    words="build",
    callback=_run,
    params=[
        root_option(),
        kommun_option(),
        click.Option(
            ["--site-dir"],
            type=Folder(),
            metavar=say("folder_metavar"),
            help=say("site_dir_option"),
        ),
        day_option(),
        click.Option(
            ["--shard"], type=_ShardType(), metavar=say("shard_metavar"), help=say("shard_option")
        ),
        click.Option(
            ["--workers"],
            type=Whole(1, _MOST_WORKERS, "not_a_number_of_workers"),
            metavar=say("number_metavar"),
            help=say("workers_option"),
        ),
        click.Option(["--allt", "anew"], is_flag=True, help=say("anew_option")),
        click.Option(["--compress"], is_flag=True, help=say("compress_option")),
        timings_option(),
        strict_option(),
        debug_option(),
    ],
)
