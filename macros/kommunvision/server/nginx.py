"""What nginx reads: one file to copy once, and lists that follow with each publication.

The lists stand within ``map`` alone, where nothing but pairs is read. So who may publish a site may
not by that change the server, which is started by root.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from textwrap import indent

from kommunvision.artifact import Artifact
from kommunvision.server import headers
from kommunvision.server.fingerprint import PATTERN
from kommunvision.server.headers import Kind, policy
from kommunvision.server.media import (
    HOUR_PATTERN,
    JSON_BY_NAME,
    OTHER_TYPES,
    TEXT_TYPES,
    Cache,
)
from kommunvision.server.rules import (
    EDITOR_PATTERN,
    EMBED_PATTERN,
    EMBEDDING_PATTERN,
    SEARCH_PATTERN,
    Rules,
)
from kommunvision.server.text import remark

FOLDER = ".server/nginx"
ROOT = "/var/www/kommunvision/current"
"""Where the site lies, until whoever installs the file says otherwise."""

_EMBEDDERS = "$kv_embedders"


def files(rules: Rules) -> Iterator[Artifact]:
    """Yield what nginx reads."""
    yield Artifact(f"{FOLDER}/kommunvision.conf", "\n".join(_settings(rules)) + "\n")
    base = rules.base
    yield _list("moved", ((f"{base}{old}", f"{base}{new}") for old, new in rules.redirects))
    yield _list("gone", ((f"{base}{one}", f"{base}{one}index.html") for one in rules.gone))
    yield _list("embedders", ((one.slug, one.ancestors) for one in rules.kommuner if one.websites))


def _list(name: str, pairs: Iterable[tuple[str, str]]) -> Artifact:
    lines = [f'"{key}" "{value}";\n' for key, value in sorted(set(pairs))]
    return Artifact(f"{FOLDER}/{name}.map", "".join(lines))


def _settings(rules: Rules) -> Iterator[str]:
    yield from (remark("made"), remark("handbook"), "#", remark("nginx_copy", root=ROOT))
    yield from (remark("nginx_link"), remark("nginx_reload"))
    if rules.base != "/":
        yield remark("nginx_base", base=rules.base, root=ROOT)
    yield from ("", remark("nginx_hash"), "map_hash_bucket_size 512;", "map_hash_max_size 65536;")
    yield from ("", *_maps(rules), "")
    if rules.secure:
        yield from (remark("nginx_to_https"), remark("nginx_proxy"), "server {")
        yield from ("    listen 80;", "    listen [::]:80;", f"    server_name {rules.host};")
        yield from (f"    return 301 https://{rules.host}$request_uri;", "}", "")
    yield from ("server {", *(indent(line, "    ") for line in _server(rules)), "}")


def _maps(rules: Rules) -> Iterator[str]:
    base = re.escape(rules.base)
    editor = () if rules.editor is None else ((f"~^{base}{EDITOR_PATTERN}", Kind.EDITOR),)
    yield from _map(
        "nginx_kind", "$uri", "$kv_kind",
        (f"~^{base}{EMBED_PATTERN}", Kind.EMBED),
        (r"~\.pdf$", Kind.DOCUMENT),
        (r"~\.(?!html$)[A-Za-z0-9]+$", Kind.FILE),
        *editor,
        (f"~^{base}{EMBEDDING_PATTERN}", Kind.EMBEDDING),
        (f"~^{base}{SEARCH_PATTERN}", Kind.SEARCH),
        ("default", Kind.PAGE),
    )  # fmt: skip
    yield from _map(
        "nginx_embedders", "$uri", "$kv_kommun",
        (f"~^{base}(?<kv_slug>[a-z0-9-]+)/", "$kv_slug"), ("default", ""),
    )  # fmt: skip
    yield from _map(None, "$kv_kommun", _EMBEDDERS, ("default", "*"), name="embedders")
    yield from _map(
        "nginx_policy", "$kv_kind", "$kv_policy",
        *(
            (kind, _policy(kind, rules))
            for kind in Kind
            if kind is not Kind.EDITOR or editor
        ),
    )  # fmt: skip
    for variable, ((_, value),), kinds in (
        ("$kv_cors", headers.ANYONE, (Kind.FILE, Kind.DOCUMENT, Kind.EMBED)),
        (
            "$kv_robots",
            headers.UNLISTED,
            (Kind.EMBED, *(kind for _, kind in editor)),
        ),
    ):
        yield from _map(None, "$kv_kind", variable, *((kind, value) for kind in kinds))
    yield from _map(
        "nginx_cache", "$uri", "$kv_cache",
        (f"~{PATTERN}", Cache.FOR_EVER.value),
        (f"~{HOUR_PATTERN}", Cache.AN_HOUR.value),
        ("default", Cache.ASK.value),
    )  # fmt: skip
    yield from _map("nginx_old", "$uri", "$kv_moved", name="moved")
    # It is asked for once more within the answer, for the address of the page that is shown.
    yield from _map(None, "$uri", "$kv_gone", name="gone", volatile=True)


def _policy(kind: Kind, rules: Rules) -> str:
    ancestors = _EMBEDDERS if kind is Kind.EMBED else "'none'"
    return policy(kind, rules.hashes, ancestors, rules.editor or ())


def _map(
    remark_key: str | None,
    source: str,
    variable: str,
    *pairs: tuple[str, str],
    name: str | None = None,
    volatile: bool = False,
) -> Iterator[str]:
    if remark_key:
        yield remark(remark_key)
    yield f"map {source} {variable} {{"
    if volatile:
        yield "    volatile;"
    for key, value in pairs:
        yield f'    {key if key == "default" else _quoted(key)} "{value}";'
    if name:
        yield f"    include {ROOT}/{FOLDER}/{name}.map;"
    yield "}"


def _quoted(pattern: str) -> str:
    """Return a regular expression as one word; within quotes a backslash before one is itself."""
    return f'"{pattern}"'


def _server(rules: Rules) -> Iterator[str]:
    base = rules.base
    if rules.secure:
        yield from ("listen 443 ssl http2;", "listen [::]:443 ssl http2;")
        yield f"server_name {rules.host};"
        yield f"ssl_certificate /etc/letsencrypt/live/{rules.host}/fullchain.pem;"
        yield f"ssl_certificate_key /etc/letsencrypt/live/{rules.host}/privkey.pem;"
    else:
        yield from ("listen 80;", "listen [::]:80;", f"server_name {rules.host};")
    yield from (f"root {ROOT};", "index index.html;", "server_tokens off;")
    yield from ("absolute_redirect off;", "", *_types(), "")
    yield from (f"error_page 403 404 =404 {base}404.html;", "error_page 410 $kv_gone;", "")
    for name, value in headers.EVERYWHERE:
        yield f'add_header {name} "{value}" always;'
    yield f"add_header {headers.POLICY} $kv_policy always;"
    yield f"add_header {headers.ANYONE[0][0]} $kv_cors always;"
    yield f"add_header {headers.UNLISTED[0][0]} $kv_robots always;"
    yield "add_header Cache-Control $kv_cache always;"
    if rules.secure:
        yield from ("", remark("hsts"), f'add_header {headers.HSTS[0]} "{headers.HSTS[1]}" always;')
    compressible = _named([*TEXT_TYPES.values(), *JSON_BY_NAME.values(), OTHER_TYPES[".json"]])
    yield from ("", "gzip on;", "gzip_static on;", "gzip_vary on;", f"gzip_types {compressible};")
    yield from (remark("nginx_brotli"), "# brotli_static on;", "")
    yield from (
        "location / {",
        "    if ($kv_moved) {",
        "        return 301 $kv_moved$is_args$args;",
        "    }",
        "    if ($kv_gone) {",
        "        return 410;",
        "    }",
        "}",
        "",
    )
    yield remark("kept")
    yield f'location ~ "^(?<kv_name>.+){PATTERN.replace("(css|js)", "(?<kv_ending>css|js)")}" {{'
    yield from ("    try_files $uri $kv_name.$kv_ending =404;", "}", "")
    for pattern, media_type in JSON_BY_NAME.items():
        yield from (f'location ~ "{pattern}" {{', "    types {}", f"    default_type {media_type};")
        yield "}"
    yield from ("", remark("hidden"))
    yield 'location ~ "/(\\.(?!well-known/)|_headers$|_redirects$|web\\.config$)" {'
    yield from ("    return 404;", "}")


def _types() -> Iterator[str]:
    yield "types {"
    for ending, media_type in sorted({**TEXT_TYPES, **OTHER_TYPES}.items()):
        yield f"    {media_type} {ending[1:]};"
    yield from ("}", "default_type application/octet-stream;", "charset utf-8;")
    yield f"charset_types {_named(TEXT_TYPES.values())};"


def _named(types: Iterable[str]) -> str:
    """Return types for a directive that holds for HTML unasked; to name it is a remark there."""
    return " ".join(sorted({*types} - {TEXT_TYPES[".html"]}))
