"""Writes the sites of other tools: what our pages show, as each tool's own handbook says to do it.

A page is a Markdown file whose top has its tables and lists; the tool's shortcodes, includes or
macros put them in their places. The templates stand in ``peers/``.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

import yaml

from benchmarks.contents import Around, Contents, Data, Shown

PEERS = Path(__file__).with_name("peers")
ALL = "alla"  # where pages that belong to no kommun stand, for tools with one site per kommun
_INSTALLED = shutil.ignore_patterns(".venv", "node_modules", "*.lock", "*.in", "package-lock.json")


def write_site(name: str, shown: Shown, root: Path) -> None:
    """Write the site of a tool in a new folder."""
    for template in ("material", name) if name == "zensical" else (name,):
        shutil.copytree(PEERS / template, root, ignore=_INSTALLED, dirs_exist_ok=True)
    for file, text in _WRITERS[name](shown):
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _markdown(page: Contents, calls: Callable[[str, int], str], **more: object) -> str:
    top: Data = {"title": page.title}
    if page.kicker:
        top["kicker"] = page.kicker
    if len(page.headings) > 2:  # noqa: PLR2004 - as our pages
        top["toc"] = page.headings
    top |= {"trail": page.trail, "tables": page.tables, "lists": page.lists, **more}
    body = "\n\n".join(one if isinstance(one, str) else calls(*one) for one in page.body)
    return f"---\n{_yaml(top)}---\n\n{body}\n"


def _begun(text: str, beginning: str) -> str:
    """Return a page with something before its first words."""
    top, _, body = text.partition("\n---\n")
    return f"{top}\n---\n\n{beginning}\n{body}"


class _Dumper(yaml.CSafeDumper):
    """Quotes what begins with a digit: to Ruby, 43,6 is the number 436."""


_Dumper.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style='"' if text[:1].isdigit() else None
    ),
)


def _yaml(data: object) -> str:
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)


def _hugo(shown: Shown) -> Iterator[tuple[str, str]]:
    folders = {
        "/".join(parts[:many])
        for parts in (one.address.strip("/").split("/") for one in shown.pages)
        for many in range(len(parts))
    }
    for page in shown.pages:
        above = page.address.strip("/") in folders or page.address.count("/") == 1
        own = page.address.strip("/")
        more = {"around": asdict(shown.around[own])} if own in shown.around else {}
        yield (
            f"content/{page.address}{'_index' if above or not own else 'index'}.md",
            _markdown(page, lambda kind, number: f"{{{{< {kind} {number} >}}}}", **more),
        )


def _eleventy(shown: Shown) -> Iterator[tuple[str, str]]:
    yield "content/content.json", json.dumps({"layout": "page.njk"})
    for top in sorted({one.address.partition("/")[0] for one in shown.pages} - {""}):
        around = asdict(shown.around.get(top, shown.around[""]))
        yield f"content/{top}/{top}.json", json.dumps({"around": around}, ensure_ascii=False)
    for page in shown.pages:
        more = {} if page.address else {"around": asdict(shown.around[""])}
        yield (
            f"content/{page.address}index.md",
            _markdown(page, lambda kind, number: f"{{% {kind} {kind}s[{number}] %}}", **more),
        )


def _jekyll(shown: Shown) -> Iterator[tuple[str, str]]:
    for kommun, around in shown.around.items():
        yield f"_data/around/{kommun or ALL}.yml", _yaml(asdict(around))
    for page in shown.pages:
        text = _markdown(
            page,
            lambda kind, number: f"{{% include {kind}.html number={number} %}}",
            around=page.kommun or ALL,
        )
        if len(page.headings) > 2:  # noqa: PLR2004 - as our pages
            text = _begun(text, "* På den här sidan\n{:toc}")
        yield f"{page.address}index.md", text


def _material(shown: Shown) -> Iterator[tuple[str, str]]:
    return _sites(shown, lambda start: f"../../site{start.rstrip('/')}")


def _zensical(shown: Shown) -> Iterator[tuple[str, str]]:
    return _sites(shown, lambda _: "site")  # it writes to nowhere outside the folder of a site


def _sites(shown: Shown, goes_to: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Give a site for each kommun, and one for the pages of all."""
    macros = (PEERS / "material" / "main.py").read_text(encoding="utf-8")
    for kommun, around in shown.around.items():
        site = f"sites/{kommun or ALL}"
        yield f"{site}/main.py", macros
        yield f"{site}/mkdocs.yml", _yaml(_settings(kommun, around, goes_to))
        for page in shown.own(kommun):
            text = _markdown(
                page,
                lambda kind, number: f"{{{{ {'links' if kind == 'list' else kind}({number}) }}}}",
            )
            yield f"{site}/docs/{page.within}index.md", _begun(text, f"# {page.title}")


def _settings(kommun: str, around: Around, goes_to: Callable[[str], str]) -> Data:
    start = f"/{kommun}/" if kommun else "/"
    return {
        "site_name": around.name,
        "site_url": f"https://sverige.example{start}",
        "site_dir": goes_to(start),
        "theme": {
            "name": "material",
            "language": "sv",
            "font": False,
            "custom_dir": "../../overrides",
        },
        "nav": [
            {one["text"]: f"{one['url'].removeprefix(start)}index.md"}
            for one in (*around.menu, *around.about)
        ],
        "validation": {
            "omitted_files": "ignore",
            "absolute_links": "ignore",
            "unrecognized_links": "ignore",
        },
        "plugins": ["search", "macros"],
    }


_WRITERS: dict[str, Callable[[Shown], Iterator[tuple[str, str]]]] = {
    "hugo": _hugo,
    "eleventy": _eleventy,
    "jekyll": _jekyll,
    "zensical": _zensical,
    "material": _material,
}
