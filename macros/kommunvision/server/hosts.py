"""``_headers`` and ``_redirects``, which hosts of static sites read.

Where several rules of ``_headers`` fit an address they are added together, so a policy can only get
stricter. The rule for all therefore has what any page needs, and the rules for pages add who may
show them in a frame. Pages are named by their depth, since embeds lie deeper.
"""

from __future__ import annotations

from collections.abc import Iterator

from kommunvision.address import EDITOR, EMBEDDED, Place
from kommunvision.artifact import Artifact
from kommunvision.server import headers
from kommunvision.server.headers import widest_policy
from kommunvision.server.media import Cache
from kommunvision.server.rules import Rules
from kommunvision.server.text import remark

MOST_REDIRECTS = 2000
"""As many as the smallest of the known hosts reads."""

_HOME = "assets/"

# Pages right below the root, the form editor among them.
_FIRST = "/:a/"


def files(rules: Rules) -> Iterator[Artifact]:
    """Yield what such hosts read."""
    yield Artifact("_headers", "\n".join(_headers(rules)) + "\n")
    yield Artifact("_redirects", "\n".join(_redirects(rules)) + "\n")


def _headers(rules: Rules) -> Iterator[str]:
    widest = widest_policy(rules.hashes)
    yield from (remark("made"), remark("handbook"), remark("hosts_which"), remark("hosts_add"))
    # Only a rule that fits the editor's own address too has to have what it needs.
    editing = widest_policy(rules.hashes, rules.editor)
    everywhere = [*headers.EVERYWHERE, (headers.POLICY, editing), *headers.ANYONE]
    if rules.secure:
        yield remark("hsts")
        everywhere.append(headers.HSTS)
    yield from _rule("/*", *everywhere)
    # A host that lets the narrower rule stand alone gives the same protection.
    for path in _pages(rules):
        shown = editing if path == _FIRST else widest
        yield from _rule(path, (headers.POLICY, f"{shown}; frame-ancestors 'none'"))
    if rules.editor is not None:
        yield from _rule(f"/{EDITOR}*", *headers.UNLISTED)
    for path, ancestors in _embeds(rules):
        told = (headers.POLICY, f"{widest}; frame-ancestors {ancestors}")
        yield from _rule(path, told, *headers.UNLISTED)
    for path in rules.fingerprinted:
        # A kommun's own would be more rules than hosts read; those are asked for each time.
        if path.startswith(_HOME):
            yield from _rule(f"/{path}", ("Cache-Control", Cache.FOR_EVER.value))


def _pages(rules: Rules) -> Iterator[str]:
    """Yield patterns that fit every page and no embed."""
    yield from ("/", "/404", "/404.html", _FIRST, "/:a/:b/")
    if any(one.slug for one in rules.kommuner):
        yield from ("/:a/:b/:c/", f"/:a/{Place.EMBEDDING.value}*")
    else:
        yield f"/{Place.EMBEDDING.value}*"


def _embeds(rules: Rules) -> Iterator[tuple[str, str]]:
    """Yield patterns that fit embeds, and who may show them; one for all that anybody may show."""
    if any(one.slug for one in rules.kommuner):
        yield f"/:a/{EMBEDDED}*", "*"
    for one in rules.kommuner:
        if one.websites or not one.slug:
            yield f"/{one.folder}*", one.ancestors


def _rule(path: str, *pairs: tuple[str, str]) -> Iterator[str]:
    yield path
    yield from (f"  {name}: {value}" for name, value in pairs)


def _redirects(rules: Rules) -> Iterator[str]:
    yield from (remark("made"), remark("handbook"), remark("hosts_which"))
    yield from (remark("redirects_most", most=MOST_REDIRECTS), remark("redirects_gone"))
    for old, new in sorted(rules.redirects)[:MOST_REDIRECTS]:
        yield f"/{old} /{new} 301"
