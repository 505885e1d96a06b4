"""``kommunvision publish``: puts the built site where visitors meet it, and takes it back."""

from __future__ import annotations

from pathlib import Path

import click

from kommunvision.cli.build import holds_source
from kommunvision.cli.common import (
    DATA_ERRORS,
    WELL,
    WRONG,
    Folder,
    debug_option,
    progress,
    root_option,
)
from kommunvision.cli.swedish_click import Command, Whole, WrongCall
from kommunvision.driver import is_site, is_unfinished, lacking
from kommunvision.driver.root import SITE
from kommunvision.publish import (
    FailedError,
    Outcome,
    PublishError,
    RefusedError,
    Releases,
    Site,
    State,
    Target,
    target,
)
from kommunvision.publish.folder import FolderStore
from kommunvision.swedish.cli import say
from kommunvision.swedish.format import number
from kommunvision.swedish.publishing import tell

_KEEP = 5


def _run(  # noqa: PLR0913 - one for each option
    place: str,
    root: Path,
    site_dir: Path | None,
    keep: int,
    ssh_config: Path | None,
    *,
    rollback: bool,
    listing: bool,
) -> int:
    if rollback and listing:
        raise WrongCall(tell("one_at_a_time"))
    try:
        to = target(place, root, ssh_config)
    except RefusedError as error:
        raise WrongCall(tell(error.key, **error.values)) from error
    try:
        if listing:
            _show(place, to.state())
            return WELL
        if rollback:
            _tell(place, to.rollback(), "restored")
            return WELL
        folder = site_dir or root / SITE
        _see_that_it_lies_apart(to, root, folder)
        progress("publishing")
        _tell(place, to.publish(_site(root, folder), keep), "published")
    except PublishError as error:
        said = [say("wrong", message=tell(error.key, **error.values))]
        if isinstance(error, FailedError) and not listing:
            said.append(tell("untouched"))
        click.echo("\n".join(said), err=True)
        return WRONG if isinstance(error, RefusedError) else DATA_ERRORS
    return WELL


def _site(root: Path, folder: Path) -> Site:
    """Return the site that a build wrote, if it is whole."""
    if not folder.is_dir():
        raise RefusedError("no_site", place=folder)
    if is_unfinished(folder):
        raise RefusedError("unfinished", place=folder)
    if not is_site(folder):
        raise RefusedError("no_whole_site", place=folder)
    site = Site.read(folder)
    if missing := lacking(root, site.files):
        count = len(missing)
        many = tell("some_addresses", number=number(count)) if count > 1 else tell("one_address")
        raise RefusedError("lacks_addresses", place=folder, number=many, address=missing[0])
    # A build that began meanwhile leaves its mark first of all.
    if is_unfinished(folder):
        raise RefusedError("unfinished", place=folder)
    return site


def _see_that_it_lies_apart(to: Target, root: Path, site: Path) -> None:
    if not (isinstance(to, Releases) and isinstance(to.store, FolderStore)):
        return
    place = to.store.target.resolve()
    within = place.is_relative_to(site.resolve()) or site.resolve().is_relative_to(place)
    if within or holds_source(place, root.resolve()):
        raise WrongCall(say("site_over_source", path=place))


def _tell(place: str, made: Outcome, key: str) -> None:
    changes = made.changes
    click.echo(tell(key if changes else "nothing_new"))
    if changes:
        click.echo(
            tell(
                "changes",
                new=number(changes.new),
                changed=number(changes.changed),
                removed=number(changes.removed),
                same=number(changes.same),
            )
        )
    click.echo(tell("where", where=made.where))
    click.echo(tell("release", release=made.release))
    if made.way_back:
        click.echo(tell("way_back", target=place))
    if made.untidy:
        click.echo(tell("untidy"), err=True)


def _show(place: str, state: State) -> None:
    if not state.names:
        click.echo(tell("none", target=place))
    for name in reversed(state.names):
        if name == state.current:
            key = "listed_current"
        else:
            key = "listed_later" if name in state.later else "listed_earlier"
        click.echo(tell(key, name=name))


publish = Command(
    "publish",
    words="publish",
    callback=_run,
    params=[
        click.Argument(["place"], metavar=say("place_metavar")),
        root_option(),
        click.Option(
            ["--site-dir"],
            type=Folder(),
            metavar=say("folder_metavar"),
            help=say("built_dir_option"),
        ),
        click.Option(
            ["--keep"],
            default=_KEEP,
            type=Whole(0, 1000, "not_a_number_to_keep"),
            metavar=say("number_metavar"),
            help=say("keep_option"),
        ),
        click.Option(["--rollback"], is_flag=True, help=say("rollback_option")),
        click.Option(["--list", "listing"], is_flag=True, help=say("list_option")),
        click.Option(
            ["--ssh-config"],
            type=Folder(),
            metavar=say("file_metavar"),
            help=say("ssh_config_option"),
        ),
        debug_option(),
    ],
)
