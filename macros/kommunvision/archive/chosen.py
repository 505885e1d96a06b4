"""Which files of a site and of its sources an archive copy has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kommunvision.archive.standalone import belongs, links
from kommunvision.folders import CONTENT, SETTINGS
from kommunvision.load import DATA
from kommunvision.plugin.files import STYLESHEET
from kommunvision.text.reading import fault_of, files_below
from kommunvision.text.selection import selection_of

_PAGE = "index.html"
# What other websites show, and the pages that tell how.
_FOR_OTHERS = {"inbaddad", "badda-in"}
_OPEN_DATA = "data/v1/"


def of_site(site: Path, within: str = "", slug: str = "") -> tuple[str, ...]:
    """Return the files of a built site, in order.

    Args:
        site: Folder of the site.
        within: Address of what alone is wanted. The pages that its pages lead to come along, since
            it cannot be understood without them; all of the site if not given.
        slug: Slug of the kommun that it is about.
    """
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    files = set(filter(belongs, files))
    if not within:
        return tuple(sorted(files))

    def pages(found: set[str]) -> set[str]:
        return {
            one for one in found if one.endswith(_PAGE) and _FOR_OTHERS.isdisjoint(one.split("/"))
        }

    def led_to(found: set[str]) -> set[str]:
        return files & {
            one for path in found for one in links(path, (site / path).read_text("utf-8"))
        }

    own = pages({one for one in files if one.startswith(within)})
    shown = own | pages(led_to(own))
    beside = {one for one in led_to(shown) if not one.endswith(_PAGE)}
    first = f"{slug}/{_OPEN_DATA}" if slug else _OPEN_DATA
    data = {one for one in files if one.startswith(first)}
    return tuple(sorted(shown | beside | data | (files & {STYLESHEET})))


def of_sources(root: Path, slug: str | None) -> Iterator[str]:
    """Yield the files that a site is made of, in order.

    Args:
        root: Root of the site's repository.
        slug: Slug of the only kommun that is wanted; all of them if not given.
    """
    published, _ = selection_of(root).parted(root / CONTENT)
    data = (path.relative_to(root).as_posix() for path in files_below(root / DATA))
    for name in (*(f"{CONTENT}/{one}" for one in published), *data):
        folder = name.split("/")[1] if name.count("/") > 1 else None
        if not fault_of(root / name, root) and (not slug or folder in {slug, None}):
            yield name
    yield SETTINGS
