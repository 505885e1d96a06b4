"""``kommunvision new``: files to begin with, complete and valid, with comments."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Template

import click

from kommunvision.cli.common import WELL, debug_option, root_option
from kommunvision.cli.new_entry import entry_commands
from kommunvision.cli.schema import lacking
from kommunvision.cli.swedish_click import Command, Group, WrongCall
from kommunvision.driver import require
from kommunvision.folders import CONTENT, SETTINGS
from kommunvision.load import DATA, load_site
from kommunvision.swedish import registry
from kommunvision.swedish import start as start_files
from kommunvision.swedish.cli import say
from kommunvision.swedish.registry import OfficialKommun
from kommunvision.swedish.start import EXAMPLE, MADE_UP, NO_URL, URL
from kommunvision.text.ascii import ascii_id
from kommunvision.writing import write_whole

# Below this a suggestion puzzles more than it helps.
_ALIKE = 0.7


def _run(name: str, root: Path) -> int:
    require(root)
    if (root / DATA).exists():
        require(root, DATA)
    official = _find(name)
    there = {kommun.slug: kommun for kommun in load_site(root).kommuner}
    if "" in there:
        raise WrongCall(say("single_exists", path=f"{DATA}/"))
    slug = ascii_id(official.name)
    if slug in there and there[slug].code != official.code:
        # Habo and Haabo are two kommuner with one name in addresses.
        slug = f"{slug}-{official.code}"
    folder = root / DATA / slug
    if folder.exists():
        raise WrongCall(say("exists", path=f"{DATA}/{slug}/"))
    values = {
        "name": official.name,
        "formal_name": official.formal_name,
        "code": official.code,
        "county": official.county,
        "url": URL.format(url=official.url) if official.url else NO_URL,
    }
    if official is EXAMPLE:
        values["url"] = MADE_UP
    start = resources.files(start_files)
    files = dict(_filled(start / "kommun", folder, values))
    # A folder with data alone is no site; what is missing of one is added, nothing is changed.
    if not (root / SETTINGS).exists() or not (root / CONTENT).exists():
        files.update(_filled(start / "root", root, values))
    help_files = lacking(root)
    _write(files | help_files)
    click.echo(say("created", path=f"{DATA}/{slug}/"))
    for path in files:
        click.echo(f"  {path.relative_to(root).as_posix()}")
    for top in sorted({path.relative_to(root).parts[0] for path in help_files}):
        click.echo(f"  {top}/")
    click.echo(say("created_next"))
    return WELL


def _find(name: str) -> OfficialKommun:
    """Find a kommun by code, name, formal name, or by the name as it stands in an address."""
    if not name.strip():
        raise WrongCall(say("no_name"))
    found = registry.find(name)
    known = {ascii_id(kommun.name): kommun for kommun in (*registry.kommuner().values(), EXAMPLE)}
    wanted = ascii_id(name)
    if found is None and not name.strip().isdigit():
        found = known.get(wanted)
    region = registry.find_region(name)
    if found is None and region is not None:
        command = f"kommunvision new kommun {EXAMPLE.name}"
        raise WrongCall(say("region_by_hand", name=region.name, command=command))
    if found is None:
        message = say("unknown_kommun", name=name)
        close = get_close_matches(wanted, known, n=1, cutoff=_ALIKE)
        if close:
            message += " " + say("did_you_mean", suggestion=known[close[0]].name)
        raise WrongCall(message)
    return found


def _filled(
    source: Traversable, target: Path, values: dict[str, str]
) -> Iterator[tuple[Path, str]]:
    """Yield the files of a folder of templates that are not there yet, filled in."""
    for item in sorted(source.iterdir(), key=lambda item: item.name):
        path = target / item.name
        if item.is_dir():
            yield from _filled(item, path, values)
        elif not path.exists():
            text = item.read_text("utf-8")
            yield path, Template(text).substitute(values) if values else text


def _write(files: dict[Path, str]) -> None:
    """Write files; if one cannot be written there is none, and no folder that was made for it."""
    made: list[Path] = []
    try:
        for path, text in files.items():
            lacking = [folder for folder in path.parents if not folder.exists()]
            for folder in reversed(lacking):
                folder.mkdir()
                made.append(folder)
            write_whole(path, text)
            made.append(path)
    except BaseException:
        for path in reversed(made):
            path.rmdir() if path.is_dir() else path.unlink()
        raise


class _New(Group):
    """The commands for new things; each can be called by its name without Swedish letters too."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command by either name."""
        plain = {ascii_id(name): name for name in self.commands}
        name = plain.get(ascii_id(args[0]), args[0])
        return super().resolve_command(ctx, [name, *args[1:]])


new = _New("new", words="new")
new.add_command(
    Command(
        "kommun",
        words="new_kommun",
        callback=_run,
        params=[
            click.Argument(["name"], metavar=say("name_metavar")),
            root_option(),
            debug_option(),
        ],
    )
)
for command in entry_commands():
    new.add_command(command)
