"""What IIS reads: a ``web.config`` at the root, and one in each folder that differs.

No file grows with the number of pages that have moved: IIS refuses those above 250 kB.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree
from lxml.builder import E

from kommunvision.address import EDITOR, Place
from kommunvision.artifact import Artifact
from kommunvision.server import headers
from kommunvision.server.fingerprint import PATTERN
from kommunvision.server.headers import Kind, policy
from kommunvision.server.media import HOUR_PATTERN, TEXT_TYPES, TYPES, Cache
from kommunvision.server.rules import Rules
from kommunvision.swedish.server import comment

NAME = "web.config"
_HIDDEN = (".server", ".htaccess", "_headers", "_redirects")


def files(rules: Rules) -> Iterator[Artifact]:
    """Yield what IIS reads."""
    yield _file("", ["made", "handbook", "iis_needs"], *_root(rules))
    for search in rules.searches:
        yield _policy(search, "search", policy(Kind.SEARCH, rules.hashes))
    if rules.editor is not None:
        editor = policy(Kind.EDITOR, asked=rules.editor)
        yield _policy(EDITOR, "editor", editor, headers.UNLISTED)
    for one in rules.kommuner:
        home = f"{one.slug}/" if one.slug else ""
        embedding = f"{home}{Place.EMBEDDING.value}"
        yield _policy(embedding, "embedding", policy(Kind.EMBEDDING, rules.hashes))
        embed = policy(Kind.EMBED, ancestors=one.ancestors)
        yield _policy(one.folder, "embeds", embed, headers.UNLISTED)
    for old, new in rules.redirects:
        action = E.action(type="Redirect", url=f"{rules.base}{new}", redirectType="Permanent")
        yield _file(old, ["moved"], _rules(E.rule(E.match(url="^(index\\.html)?$"), action)))
    for address in rules.gone:
        answer = E.action(type="CustomResponse", statusCode="410", statusReason="Gone")
        yield _file(address, ["iis_gone"], _rules(E.rule(E.match(url="^$"), answer)))


def _file(folder: str, remarks: Iterable[str], *settings: etree._Element) -> Artifact:
    tree = E.configuration(
        *(etree.Comment(f" {comment(key)} ") for key in remarks),
        E("system.webServer", *settings),
    )
    written: bytes = etree.tostring(tree, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return Artifact(f"{folder}{NAME}", written)


def _policy(folder: str, key: str, told: str, more: Iterable[tuple[str, str]] = ()) -> Artifact:
    return _file(folder, [key], _headers([(headers.POLICY, told), *more], anew=True))


def _headers(pairs: Iterable[tuple[str, str]], *, anew: bool = False) -> etree._Element:
    """Return headers; those that the folder above has too are taken away first."""
    found = []
    for name, value in pairs:
        if anew:
            found.append(E.remove(name=name))
        found.append(E.add(name=name, value=value))
    return E.httpProtocol(E.customHeaders(*found))


def _root(rules: Rules) -> Iterator[etree._Element]:
    told = [*headers.EVERYWHERE, (headers.POLICY, policy(Kind.PAGE, rules.hashes))]
    # Everything here is open; the pages too.
    yield _headers([*told, *headers.ANYONE], anew=True)
    types = [
        one
        for ending, media_type in TYPES.items()
        for one in (
            E.remove(fileExtension=ending),
            E.mimeMap(
                fileExtension=ending,
                mimeType=f"{media_type}; charset=utf-8" if ending in TEXT_TYPES else media_type,
            ),
        )
    ]
    yield E.staticContent(E.clientCache(cacheControlMode="DisableCache"), *types)
    yield E.defaultDocument(E.files(E.clear(), E.add(value="index.html")), enabled="true")
    yield E.directoryBrowse(enabled="false")
    yield E.urlCompression(doStaticCompression="true")
    yield _errors()
    hidden = E.hiddenSegments(*(E.add(segment=name) for name in _HIDDEN))
    yield E.security(E.requestFiltering(hidden))
    yield _rewriting(rules)


def _errors() -> etree._Element:
    found = []
    for code in ("404", "410"):
        found.append(E.remove(statusCode=code))
        # Other ways to show a page would answer that all is well.
        found.append(E.error(statusCode=code, path=f"{code}.html", responseMode="File"))
    return E.httpErrors(*found, errorMode="Custom")


def _rules(*found: etree._Element) -> etree._Element:
    """Return rules of a folder, without those of the folder above."""
    for number, rule in enumerate(found, start=1):
        rule.set("name", f"kommunvision-{number}")
        rule.set("stopProcessing", "true")
    return E.rewrite(E.rules(E.clear(), *found))


def _rewriting(rules: Rules) -> etree._Element:
    outgoing = [
        _outgoing("kv-hour", "RESPONSE_Cache_Control", HOUR_PATTERN, Cache.AN_HOUR.value),
        _outgoing("kv-ever", "RESPONSE_Cache_Control", PATTERN, Cache.FOR_EVER.value),
    ]
    incoming = []
    if rules.secure:
        name = "RESPONSE_" + headers.HSTS[0].replace("-", "_")
        outgoing.append(_outgoing("kv-hsts", name, "^on$", headers.HSTS[1], of="{HTTPS}"))
        https = E.action(
            type="Redirect", url=f"https://{rules.host}{{REQUEST_URI}}", redirectType="Permanent",
            appendQueryString="false",
        )  # fmt: skip
        unsafe = E.conditions(E.add(input="{HTTPS}", pattern="^off$"))
        incoming.append(
            E.rule(E.match(url=".*"), unsafe, https, name="kv-https", stopProcessing="true")
        )
    kept = E.conditions(E.add(input="{REQUEST_FILENAME}", matchType="IsFile", negate="true"))
    plain = E.action(type="Rewrite", url="{R:1}.{R:2}")
    match = E.match(url=f"^(.+){PATTERN}")
    incoming.append(E.rule(match, kept, plain, name="kv-kept", stopProcessing="true"))
    return E.rewrite(E.rules(*incoming), E.outboundRules(*outgoing))


def _outgoing(
    name: str, variable: str, pattern: str, value: str, of: str = "{URL}"
) -> etree._Element:
    return E.rule(
        E.match(serverVariable=variable, pattern=".*"),
        E.conditions(E.add(input=of, pattern=pattern)),
        E.action(type="Rewrite", value=value),
        name=name,
    )
