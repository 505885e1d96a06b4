"""Names of assets that follow their content, and the files for the server that a site stands on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import wraps
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from kommunvision.address import SEARCH, Place, place
from kommunvision.artifact import Artifact
from kommunvision.outcome import Outcome
from kommunvision.pages.embeds import PERMANENT
from kommunvision.plugin.files import UNPUBLISHED
from kommunvision.server import Embedding, Rules, fingerprinted, server_files
from kommunvision.summary import Share


def add_fingerprinted(files: Files, config: MkDocsConfig) -> dict[str, str]:
    """Add each stylesheet and script once more, by a name that follows its content.

    Return the new names by the old. The old stay, for embeds, and for pages that were fetched
    before a publication. Those that other websites load are asked for by their own name alone.
    """
    found = {}
    for file in list(files):
        if file.is_documentation_page() or file.dest_uri in PERMANENT:
            continue
        if file.inclusion in UNPUBLISHED:
            continue
        # Its name is looked at first: of other files the content need not be read.
        if fingerprinted(file.dest_uri, b"") is None:
            continue
        content = file.content_bytes
        name = fingerprinted(file.dest_uri, content)
        if name:
            files.append(File.generated(config, name, content=content))
            found[file.dest_uri] = name
    return found


def by_fingerprint(url_filter: Callable[..., str], names: dict[str, str]) -> Callable[..., str]:
    """Let the filter for links lead to the names that follow the content."""

    @wraps(url_filter)
    def made(*arguments: object) -> str:
        *before, wanted = arguments
        return url_filter(*before, names.get(str(wanted), wanted))

    return made


def server_rules(  # noqa: PLR0913 - a server has so much to know
    outcome: Outcome,
    config: MkDocsConfig,
    *,
    redirects: Iterable[tuple[str, str]],
    hashes: frozenset[tuple[str, str]] | None,
    assets: Iterable[str],
    editor: tuple[str, ...] | None,
) -> Rules:
    """Return what a server has to know of the finished site."""
    share = outcome.share
    kommuner = [one for one in outcome.kommuner if share.spanning or share.has(f"{one.slug}/")]
    searching = {place(one, Place.SEARCH) for one in kommuner}
    searching |= {page.url for page in outcome.pages if page.url == SEARCH}
    return Rules(
        site_url=config.site_url or "",
        kommuner=tuple(
            Embedding(slug, outcome.added[one.slug].embedders)
            for one in kommuner
            for slug in (one.slug, *one.former_folders)
        ),
        searches=tuple(sorted(searching)),
        redirects=tuple(
            sorted([*redirects, *(pair for one in share.told for pair in one.redirects)])
        ),
        gone=outcome.gone,
        hashes=tuple(sorted(_common([hashes, *(one.hashes for one in share.told)]))),
        fingerprinted=tuple(
            sorted([*assets, *(name for one in share.told for name in one.fingerprinted)])
        ),
        editor=editor,
    )


def write_server_files(rules: Rules, folder: Path, share: Share) -> None:
    """Write the files for servers into the finished site.

    Those in the folders of a kommun are written with its other files, since most depend on nothing
    else; where they let in what not every page of the site has, they are written anew.
    """
    anew = {
        own
        for one in share.told
        if tuple(sorted(one.hashes or ())) != rules.hashes
        for own in one.folders
    }

    def wanted(path: str) -> bool:
        return share.has(path) or path.partition("/")[0] in anew

    for artifact in server_files(rules, wanted):
        if wanted(artifact.path):
            _write(artifact, folder)


def _common(found: Iterable[Collection[tuple[str, str]] | None]) -> set[tuple[str, str]]:
    """Return what stands in the frame of every page, of those that there are."""
    known = [frozenset(one) for one in found if one is not None]
    return set(frozenset.intersection(*known)) if known else set()


def _write(artifact: Artifact, folder: Path) -> None:
    target = folder / artifact.path
    target.parent.mkdir(parents=True, exist_ok=True)
    content = artifact.content
    target.write_bytes(content.encode() if isinstance(content, str) else content)
