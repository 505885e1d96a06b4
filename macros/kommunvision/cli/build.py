"""``kommunvision build``: checks, builds, publishes into a folder, and says what it did."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kommunvision import report
from kommunvision.archive import Archived
from kommunvision.cli.common import (
    DATA_ERRORS,
    WELL,
    Folder,
    day_option,
    debug_option,
    kommun_option,
    progress,
    root_option,
    see_that_kommun_exists,
    see_that_the_moment_is_one,
    strict_option,
    tell_problems,
)
from kommunvision.cli.swedish_click import Command, WrongCall
from kommunvision.driver import BuildReport, Document, build_sites
from kommunvision.driver.sites import SITE
from kommunvision.load import DATA
from kommunvision.pipeline import CONTENT
from kommunvision.publication import Edition
from kommunvision.swedish.cli import say
from kommunvision.swedish.format import listing, number
from kommunvision.swedish.mkdocs import in_swedish
from kommunvision.swedish.problems import Severity


def _run(  # noqa: PLR0913 - one for each option
    root: Path,
    site_dir: Path | None,
    kommun: str | None,
    day: date | None,
    *,
    compress: bool,
    strict: bool,
) -> int:
    see_that_kommun_exists(root, kommun)
    see_that_the_moment_is_one()
    target = (site_dir or root / SITE).resolve()
    if holds_source(target, root.resolve()):
        raise WrongCall(say("site_over_source", path=target))
    progress("checking")
    try:
        made = build_sites(
            root,
            site_dir=site_dir,
            kommun=kommun,
            strict=strict,
            smaller=compress,
            edition=Edition(day) if day else None,
            stage=progress,
        )
    except OSError as error:
        error.add_note(say("not_built"))
        raise
    # Advice is for `check`; here it would bury what matters.
    grave = tuple(one for one in made.problems if report.severity(one) is not Severity.ADVICE)
    if grave:
        tell_problems(root, grave)
    if made.published is None:
        click.echo("\n".join(filter(None, [complaints(made), say("not_built")])), err=True)
        return DATA_ERRORS
    _tell(root, made)
    return WELL


def complaints(made: BuildReport | Document | Archived) -> str:
    """Return what MkDocs itself would not publish; nothing if there is nothing."""
    if not made.complaints:
        return ""
    return "\n".join([say("mkdocs_complains"), *map(in_swedish, made.complaints)])


def _tell(root: Path, made: BuildReport) -> None:
    published = made.published
    click.echo(say("built"))
    click.echo(say("built_kommuner", names=listing(made.kommuner)))
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
        click.Option(["--compress"], is_flag=True, help=say("compress_option")),
        strict_option(),
        debug_option(),
    ],
)
