"""Small sites for publications; every file says which edition it is of, and whether it is whole."""

import hashlib
import re
from pathlib import Path

PAGES = 45


def write_site(folder: Path, number: int) -> Path:
    """Write an edition of a site: pages that are alike in all editions, and those that are not."""
    files = {}
    for one in (0, number):
        style = sealed(f"/* {one} */", 2000)
        name = f"assets/stil.{hashlib.sha256(style).hexdigest()[:8]}.css"
        files[name] = style
        for page in range(PAGES):
            # A third stays as it is in all editions, which is what most publications are like.
            if (page % 3 == 1) == (one == 0):
                files[f"sida-{page}/index.html"] = sealed(
                    f"<!-- {one} --> {name}", 500 + 600 * page
                )
    for page in ("index.html", "404.html"):
        files[page] = sealed(f"<!-- {number} --> {name}", 20_000)
    for old in [path for path in folder.rglob("*") if path.is_file()]:
        old.unlink()
    for place, content in files.items():
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def sealed(words: str, length: int) -> bytes:
    """A file that tells by its last line whether all of it is there."""
    body = f"{words}\n{'fyllning ' * (length // 9)}\n".encode()
    return body + hashlib.sha256(body).hexdigest().encode()


def edition(content: bytes) -> int:
    """Which edition a file is of; it must be whole."""
    body, seal = content[:-64], content[-64:]
    assert hashlib.sha256(body).hexdigest().encode() == seal, "half an answer"
    found = re.match(rb"(?:<!--|/\*) (\d+) ", content)
    assert found
    return int(found[1])


def style_of(content: bytes) -> str:
    """The address of the style that a page wants."""
    found = re.search(rb"assets/stil\.[0-9a-f]{8}\.css", content)
    assert found
    return f"/{found[0].decode()}"


def shown(target: Path) -> int:
    """Which edition a folder shows; every file of the release must be what it was built as."""
    release = (target / "current").resolve()
    listed = release.with_name(f"{release.name}.sha256").read_text("utf-8")
    own = [line.split("  ", 1) for line in listed.splitlines()]
    assert own
    for digest, name in own:
        assert hashlib.sha256((release / name).read_bytes()).hexdigest() == digest, name
    return edition((release / "index.html").read_bytes())


def leftovers(target: Path) -> list[str]:
    """What lies about and is neither a release nor its list."""
    whole = re.compile(r"[0-9]{6}-[0-9a-f]{10}(\.sha256)?")
    names = [path.name for path in (target / "releases").iterdir()]
    odd = [name for name in names if not whole.fullmatch(name)]
    alone = [
        n
        for n in names
        if n.removesuffix(".sha256") not in names
        or (not n.endswith("6") and f"{n}.sha256" not in names)
    ]
    return sorted(
        {
            *odd,
            *alone,
            *(p.name for p in target.iterdir() if p.name not in {"releases", "current", ".lock"}),
        }
    )
