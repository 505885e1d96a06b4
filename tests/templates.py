"""Which pages look alike: every template of the site, and its pages in each kommun."""

from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from kommunvision.model import Language

SHOWCASE = "exempelby"
LANGUAGES = frozenset(one.value for one in Language)
SHARED = ("tema", "globala-mal", "om", "oppna-data", "sok")

# Of the site, then of a kommun; a star stands for one address of many.
TEMPLATES = (
    "/",
    "/404.html",
    "/410.html",
    "/om/",
    "/om/tillganglighet/",
    "/oppna-data/",
    "/sok/",
    "/tema/",
    "/tema/*/",
    "/globala-mal/",
    "/globala-mal/*/",
    "kommun/",
    "kommun/aktuellt/",
    "kommun/aktuellt/*/",
    "kommun/badda-in/",
    "kommun/badda-in/*/",
    "kommun/indikatorer/",
    "kommun/indikatorer/*/",
    "kommun/kallor/",
    "kommun/mal/*/",
    "kommun/malkedja/",
    "kommun/niva/",
    "kommun/niva/*/",
    "kommun/om/",
    "kommun/ordlista/",
    "kommun/oppna-data/",
    "kommun/organisation/",
    "kommun/organisation/*/",
    "kommun/sok/",
    "kommun/styrmodell/",
    "kommun/tillganglighet/",
    "kommun/uppfoljning/",
    "kommun/uppfoljning/*/",
    "kommun/vision/",
    "kommun/vision/*/",
    # The first page of a language, and what is told in it.
    "kommun/språk/",
    "kommun/språk/*/",
    # What editors have written in content/.
    "kommun/radhusklockan/",
    "kommun/sa-styrs-exempelby/",
)

# Between them they have every part that pages are made of: cards, quotations, tables, charts, chains,
# lists, forms, frames, registers, other languages, what editors write.
DIFFERING = {
    "/",
    "/404.html",
    "/tema/*/",
    "kommun/",
    "kommun/badda-in/*/",
    "kommun/indikatorer/*/",
    "kommun/mal/*/",
    "kommun/malkedja/",
    "kommun/organisation/",
    "kommun/sok/",
    "kommun/uppfoljning/*/",
    "kommun/vision/*/",
    "kommun/språk/*/",
    "kommun/radhusklockan/",
}
DIFFERING_FIRST = [
    pytest.param(one, marks=[] if one in DIFFERING else pytest.mark.full) for one in TEMPLATES
]


def is_embedded(file: Path) -> bool:
    """Whether a file is shown on other websites, and has none of what stands around a page."""
    return "inbaddad" in file.parts


def leads_away(page: Path) -> bool:
    """Whether a page is an old address that leads to another by itself."""
    return 'http-equiv="refresh"' in page.read_text("utf-8")


@cache
def pages_by_template(site: Path) -> dict[str, dict[str, list[str]]]:
    """The pages of each template by kommun, the largest first; those of the site under the name "/"."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for file in sorted(site.rglob("*.html"), key=lambda one: (-one.stat().st_size, one.as_posix())):
        if not leads_away(file) and not is_embedded(file):
            address = file.relative_to(site).as_posix().removesuffix("index.html")
            first, _, rest = address.partition("/")
            if "/" not in address or first in SHARED:
                kommun, template = "/", f"/{address}"
            else:
                kommun, template = first, f"kommun/{rest}"
            language, _, inside = rest.partition("/")
            if language in LANGUAGES:
                template = "kommun/språk/*/" if inside else "kommun/språk/"
            elif rest.startswith("badda-in/") and template not in TEMPLATES:
                template = "kommun/badda-in/*/"
            elif template not in TEMPLATES:
                template = template.rsplit("/", 2)[0] + "/*/"
            found[template][kommun].append(address)
    return {template: dict(kommuner) for template, kommuner in found.items()}


def one_of_each(site: Path, template: str) -> dict[str, str]:
    """The largest page of a template in every kommun that has it."""
    return {kommun: pages[0] for kommun, pages in pages_by_template(site)[template].items()}


def largest(site: Path, template: str) -> str:
    """The largest page of a template, whichever kommun has it."""
    return next(iter(one_of_each(site, template).values()))


def foremost(site: Path, template: str) -> str:
    """The largest page of a template, in the showcase when it is there."""
    pages = one_of_each(site, template)
    return pages.get(SHOWCASE) or largest(site, template)
