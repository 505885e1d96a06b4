"""Where things are published: every address on a site is made here and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import lru_cache

from kommunvision.model import (
    Body,
    Decision,
    Goal,
    GoverningModel,
    Indicator,
    Item,
    Kommun,
    Language,
    Level,
    NewsItem,
    Occasion,
    Scale,
    Source,
    Theme,
    Vision,
    told_in,
)


class Place(StrEnum):
    """The fixed parts of a kommun's site; the values are parts of addresses."""

    START = ""
    VISIONS = "vision/"
    CHAIN = "malkedja/"
    LEVELS = "niva/"
    GOALS = "mal/"
    BODIES = "organisation/"
    FOLLOW_UP = "uppfoljning/"
    INDICATORS = "indikatorer/"
    MODEL = "styrmodell/"
    NEWS = "aktuellt/"
    GLOSSARY = "ordlista/"
    SOURCES = "kallor/"
    ABOUT = "om/"
    ACCESSIBILITY = "tillganglighet/"
    OPEN_DATA = "oppna-data/"
    SEARCH = "sok/"
    EMBEDDING = "badda-in/"


# Pages that span kommuner.
THEMES = "tema/"
GLOBAL_GOALS = "globala-mal/"
ABOUT = "om/"
ACCESSIBILITY = "om/tillganglighet/"
OPEN_DATA = "oppna-data/"
SEARCH = "sok/"

# The form editor, which is no page of the site: in no menu, list or promise.
EDITOR = "redigera/"

# All of them, apart from one for each theme and each global goal.
SHARED = ("", THEMES, GLOBAL_GOALS, ABOUT, ACCESSIBILITY, OPEN_DATA, SEARCH)

# The folder of the files that span pages; a change that breaks its rules gets a new number.
_DATA = "data/v1/"

# What feed readers follow of a kommun, among its files.
_FEED = "nytt.atom"

# Where the pages on open data tell the terms.
TERMS_ANCHOR = "villkor"

# The folder of what other websites embed; a change that would break them gets a new number.
EMBEDDED = "inbaddad/v1/"

_OWN_PAGE: dict[type[Item], Place] = {
    Vision: Place.VISIONS,
    Goal: Place.GOALS,
    Level: Place.LEVELS,
    Body: Place.BODIES,
    Indicator: Place.INDICATORS,
    NewsItem: Place.NEWS,
    Occasion: Place.FOLLOW_UP,
}

_ON_A_PAGE: dict[type[Item], Place] = {
    GoverningModel: Place.MODEL,
    Source: Place.SOURCES,
    Decision: Place.SOURCES,
    Scale: Place.FOLLOW_UP,
}


def place(kommun: Kommun, where: Place) -> str:
    """Return the address of a fixed page, relative to the site's root."""
    prefix = f"{kommun.slug}/" if kommun.slug else ""
    return f"{prefix}{where.value}"


def address(kommun: Kommun, item: Item, item_id: str | None = None) -> str:
    """Return the address of an object, or of one of its former ids, relative to the root."""
    key = item_id or item.id
    if isinstance(item, Theme):
        return theme(key)
    if type(item) in _OWN_PAGE:
        return f"{place(kommun, _OWN_PAGE[type(item)])}{key}/"
    return f"{place(kommun, _ON_A_PAGE[type(item)])}#{key}"


def own_pages(kommun: Kommun) -> Iterator[tuple[str, Item, bool]]:
    """Yield each address that an object has or has had, the object, and whether it is the present.

    Objects that stand on a page with others have a fragment and no page, and are left out.
    """
    for item in kommun.items:
        if type(item) in _OWN_PAGE or isinstance(item, Theme):
            yield address(kommun, item), item, True
            for former in item.former_ids:
                yield address(kommun, item, former), item, False


def fragments(kommun: Kommun) -> Iterator[tuple[str, Item]]:
    """Yield each address that an object has or has had on a page with others, and the object."""
    for item in kommun.items:
        if type(item) in _ON_A_PAGE:
            for key in (item.id, *item.former_ids):
                yield address(kommun, item, key), item


def is_spot(kommun: Kommun, url: str, *pages: Place) -> bool:
    """Tell whether an address is of the form that objects have that stand on a page with others.

    Args:
        kommun: The kommun whose object it would be.
        url: The address.
        pages: The pages that it may be on; any such page if none is given.
    """
    return any(
        re.fullmatch(f"{re.escape(place(kommun, where))}#[a-z0-9-]+", url)
        for where in pages or _ON_A_PAGE.values()
    )


def is_plain(url: str) -> bool:
    """Tell whether an address has the form of a page's, and so leads to no other place."""
    return re.fullmatch(r"(?:[a-z0-9][a-z0-9_.-]*/)+", url) is not None


def is_own_page(kommun: Kommun, url: str) -> bool:
    """Tell whether an address is of the form that pages of the kommun's objects have.

    Themes have theirs outside the kommun's folder; a kommun without a folder has those too.
    """
    folders = [place(kommun, where) for where in _OWN_PAGE.values()]
    folders += [] if kommun.slug else [THEMES]
    return any(_is_object(folder, url) for folder in folders)


def is_theme(url: str) -> bool:
    """Tell whether an address is of the form that the page of a theme has."""
    return _is_object(THEMES, url)


def _is_object(folder: str, url: str) -> bool:
    return re.fullmatch(f"{re.escape(folder)}[a-z0-9]+(-[a-z0-9]+)*/", url) is not None


def once(kommun: Kommun, url: str) -> Iterator[str]:
    """Yield what an address of a kommun's was while its folder had other names."""
    home = place(kommun, Place.START)
    if url.startswith(home):
        yield from (f"{folder}/{url.removeprefix(home)}" for folder in kommun.former_folders)


def names_of_today(kommuner: Iterable[Kommun]) -> Callable[[str], str]:
    """Return what gives an address the name that the folder of its kommun has now."""
    now: dict[str, str] = {}
    for kommun in kommuner:
        for old in kommun.former_folders:
            # Two that claim the same are told of by the check; the first has it.
            now.setdefault(old, kommun.slug)

    def named(url: str) -> str:
        folder, slash, inside = url.partition("/")
        if not slash or folder not in now:
            return url
        return f"{now[folder]}/{inside}" if now[folder] else inside

    return named


def in_language(kommun: Kommun, url: str, language: Language) -> str:
    """Return the address in a language of what stands at an address in Swedish."""
    home = place(kommun, Place.START)
    return f"{home}{language.value}/{url.removeprefix(home)}"


def told_in_swedish(kommun: Kommun, url: str) -> str | None:
    """Return where that stands in Swedish which stands in a language at an address, if it does."""
    home = place(kommun, Place.START)
    language, _, inside = url.removeprefix(home).partition("/")
    known = url.startswith(home) and language in {one.value for one in Language}
    there = f"{home}{inside}"
    return there if known and (not inside or is_own_page(kommun, there)) else None


def translated(kommun: Kommun) -> Iterator[tuple[str, Item, Language, bool]]:
    """Yield each address of an object in a language, and whether it is the present one.

    What is said of others at a follow-up stands on its page.
    """
    for url, item, present in own_pages(kommun):
        for language in languages_of(item):
            yield in_language(kommun, url, language), item, language, present


def languages_of(item: Kommun | Item) -> tuple[Language, ...]:
    """Return the languages beside Swedish in which something is told, in their usual order."""
    if isinstance(item, Kommun):
        # Every page of a kommun has them in its menu.
        return item.languages
    statements = item.statements if isinstance(item, Occasion) else ()
    return told_in(item, *statements)


def language_starts(kommun: Kommun) -> Iterator[tuple[str, Language]]:
    """Yield the page of each language in which something of a kommun is told."""
    home = place(kommun, Place.START)
    for language in languages_of(kommun):
        yield in_language(kommun, home, language), language


def data_file(kommun: Kommun | None, name: str) -> str:
    """Return the address of a file of open data: a kommun's own, or one of the whole site."""
    return f"{place(kommun, Place.START) if kommun else ''}{_DATA}{name}"


def feed(kommun: Kommun) -> str:
    """Return the address of a kommun's feed."""
    return data_file(kommun, _FEED)


def terms(kommun: Kommun | None) -> str:
    """Return where it stands on what terms data may be used: a kommun's, or of the whole site."""
    page = place(kommun, Place.OPEN_DATA) if kommun else OPEN_DATA
    return f"{page}#{TERMS_ANCHOR}"


def as_data(url: str, ending: str) -> str:
    """Return the address of what a page shows as data: ``exempelby/mal/utb-2.json``."""
    return f"{url.removesuffix('/')}.{ending}"


def embedded(kommun: Kommun, url: str) -> str:
    """Return the address of the embed of what stands at an address of the kommun's."""
    home = place(kommun, Place.START)
    return f"{home}{EMBEDDED}{url.removeprefix(home)}"


def embedding(kommun: Kommun, url: str) -> str:
    """Return the address of the page that tells how to embed what stands at an address.

    Of no address in particular it is the page that tells what there is to embed.
    """
    home = place(kommun, Place.START)
    return f"{home}{Place.EMBEDDING.value}{url.removeprefix(home)}"


def theme(theme_id: str) -> str:
    """Return the address of a theme, which spans kommuner."""
    return f"{THEMES}{theme_id}/"


def global_goal(number: int) -> str:
    """Return the address of one of the 17 global goals."""
    return f"{GLOBAL_GOALS}{number}/"


@lru_cache(maxsize=2_000)
def relative(target: str, here: str) -> str:
    """Return a link from the page at ``here`` to ``target``; both are relative to the root.

    An address with a scheme is returned as it is.
    """
    if "://" in target or target.startswith("mailto:"):
        return target
    path, hash_sign, fragment = target.partition("#")
    if path == here and hash_sign:
        return f"#{fragment}"
    folders, steps = here.split("/"), path.split("/")
    shared, most = 0, min(len(folders), len(steps)) - 1
    while shared < most and folders[shared] == steps[shared]:
        shared += 1
    found = "../" * (len(folders) - 1 - shared) + "/".join(steps[shared:])
    return f"{found or './'}{hash_sign}{fragment}"
