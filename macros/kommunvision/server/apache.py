"""What Apache reads: an ``.htaccess`` at the root, and one in each folder that differs.

A moved page has its own in its own folder. So a request reads a few short files however many pages
have moved, and nobody has to start the server anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kommunvision.address import EDITOR, Place
from kommunvision.artifact import Artifact
from kommunvision.server import headers
from kommunvision.server.fingerprint import LENGTH, PATTERN
from kommunvision.server.headers import Kind, policy
from kommunvision.server.media import (
    COMPRESSED,
    HOUR_PATTERN,
    JSON_BY_NAME,
    TEXT_TYPES,
    TYPES,
    Cache,
)
from kommunvision.server.rules import Rules
from kommunvision.server.text import remark

NAME = ".htaccess"

# A file may be sent as the smaller one that lies beside it, whose name is longer.
_SMALLER = r"(\.(br|gz))?$"
_PAGES = rf"\.html{_SMALLER}"
_ENCODINGS = {"br": "br", "gz": "gzip"}


def files(rules: Rules) -> Iterator[Artifact]:
    """Yield what Apache reads."""
    yield _file("", [*_intro(), "", *_root(rules)])
    for search in rules.searches:
        yield _folder(search, "search", policy(Kind.SEARCH, rules.hashes))
    if rules.editor is not None:
        editor = policy(Kind.EDITOR, asked=rules.editor)
        yield _folder(EDITOR, "editor", editor, headers.UNLISTED)
    for one in rules.kommuner:
        home = f"{one.slug}/" if one.slug else ""
        embedding = f"{home}{Place.EMBEDDING.value}"
        yield _folder(embedding, "embedding", policy(Kind.EMBEDDING, rules.hashes))
        embed = policy(Kind.EMBED, ancestors=one.ancestors)
        open_to = (*headers.ANYONE, *headers.UNLISTED)
        yield _folder(one.folder, "embeds", embed, open_to, of="")
    for old, new in rules.redirects:
        line = f'RedirectMatch 301 "^" "{rules.base}{new}"'
        yield _file(old, [remark("moved"), line])
    for address in rules.gone:
        page = f"{rules.base}{address}"
        lines = [f"ErrorDocument 410 {page}index.html", f'RedirectMatch 410 "^{page}$"']
        yield _file(address, [remark("gone"), *lines])


def _file(folder: str, lines: Iterable[str]) -> Artifact:
    return Artifact(f"{folder}{NAME}", "\n".join(lines) + "\n")


def _folder(
    folder: str,
    key: str,
    told: str,
    more: Iterable[tuple[str, str]] = (),
    *,
    of: str = _PAGES,
) -> Artifact:
    """Return the settings of a folder whose pages have a policy of their own."""
    lines = [_header(name, value) for name, value in ((headers.POLICY, told), *more)]
    return _file(folder, [remark(key), *_of_files(of or ".", lines)])


def _intro() -> Iterator[str]:
    yield from (remark("made"), remark("handbook"), remark("apache_needs"))


def _root(rules: Rules) -> Iterator[str]:
    base = rules.base
    yield from ("Options -Indexes -MultiViews", "DirectoryIndex index.html", "FileETag MTime Size")
    yield from (f"ErrorDocument {code} {base}404.html" for code in (403, 404))
    yield from ("", *_types(), "")
    yield from (_header(name, value) for name, value in headers.EVERYWHERE)
    yield _header(headers.POLICY, policy(Kind.FILE))
    yield _header("Cache-Control", Cache.ASK.value)
    if rules.secure:
        yield from (remark("hsts"), f"{_header(*headers.HSTS)} \"expr=%{{HTTPS}} == 'on'\"")
    yield ""
    yield from _of_files(_PAGES, [_header(headers.POLICY, policy(Kind.PAGE, rules.hashes))])
    yield from _of_files(r"\.pdf$", [_header(headers.POLICY, policy(Kind.DOCUMENT))])
    others = [_header(name, value) for name, value in headers.ANYONE]
    yield from _of_files(rf"\.(?!html|br$|gz$)[A-Za-z0-9]+{_SMALLER}", others)
    for pattern, cache in ((HOUR_PATTERN, Cache.AN_HOUR), (PATTERN, Cache.FOR_EVER)):
        longer = pattern.removesuffix("$") + _SMALLER
        yield f'{_header("Cache-Control", cache.value)} "expr=%{{REQUEST_URI}} =~ m#{longer}#"'
    yield from ("", "RewriteEngine On", remark("hidden"))
    yield r'RewriteRule "(^|/)(\.(?!well-known/)|_headers$|_redirects$|web\.config$)" - [R=404,L]'
    # A folder without a page has nothing to show; that it is there is nobody's business.
    yield "RewriteCond %{REQUEST_FILENAME} -d"
    yield "RewriteCond %{REQUEST_FILENAME}/index.html !-f"
    yield 'RewriteRule "" - [R=404,L]'
    yield remark("kept")
    yield "RewriteCond %{REQUEST_FILENAME} !-f"
    yield f'RewriteRule "^(.+)\\.[0-9a-f]{{{LENGTH}}}\\.(css|js)$" "$1.$2"'
    yield from _smaller()


def _types() -> Iterator[str]:
    # Debian, among others, says that whatever ends in .gz is an archive.
    yield "RemoveType .gz .br"
    for ending, media_type in TYPES.items():
        if ending != ".gz":
            yield f"AddType {media_type} {ending}"
    yield f"AddCharset utf-8 {' '.join(sorted(TEXT_TYPES))}"
    for pattern, media_type in JSON_BY_NAME.items():
        longer = pattern.removesuffix("$") + _SMALLER
        yield from _of_files(longer.replace("(^|/)", "^"), [f"ForceType {media_type}"])


def _smaller() -> Iterator[str]:
    endings = "|".join(re.escape(one[1:]) for one in COMPRESSED)
    yield from ("", remark("apache_compressed"))
    for ending, name in _ENCODINGS.items():
        accepted = rf"(^|[,\s]){name}\s*(;\s*q=(0\.0*[1-9]|1)[0-9.]*\s*)?(,|$)"
        yield f'RewriteCond %{{HTTP:Accept-Encoding}} "{accepted}"'
        yield f"RewriteCond %{{REQUEST_FILENAME}}.{ending} -f"
        yield f'RewriteRule "^(.+\\.({endings}))$" "$1.{ending}" [L,E=no-gzip:1,E=no-brotli:1]'
        told = [f"AddEncoding {name} .{ending}"]
        yield from _of_files(rf"\.({endings})\.{ending}$", told)
    vary = ["Header always merge Vary Accept-Encoding"]
    yield from _of_files(rf"\.({endings}){_SMALLER}", vary)


def _header(name: str, value: str) -> str:
    return f'Header always set {name} "{value}"'


def _of_files(pattern: str, lines: Iterable[str]) -> Iterator[str]:
    yield f'<FilesMatch "{pattern}">'
    yield from (f"    {line}" for line in lines)
    yield "</FilesMatch>"
