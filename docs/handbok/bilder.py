"""Shows the pictures that ``make handbok`` has made; where there are none, the words do without."""

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from PIL import Image

FOLDER = Path(__file__).parent / "bilder"

_SHOWN = re.compile(r"^!\[[^\]]*\]\(bilder/([a-z-]+\.png)\)\n", re.MULTILINE)
_MADE = re.compile(r'<p>(<img [^>]*src="[^"]*bilder/([a-z-]+\.png)")\s*/?></p>')


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pictures to the site."""
    for picture in sorted(FOLDER.glob("*.png")):
        files.append(File.generated(config, f"bilder/{picture.name}", abs_src_path=str(picture)))
    return files


def on_page_markdown(markdown: str, **_others: object) -> str:
    """Leave out a picture that has not been made."""
    return _SHOWN.sub(lambda one: one[0] if (FOLDER / one[1]).exists() else "", markdown)


def on_page_content(content: str, **_others: object) -> str:
    """Say how large each picture is, so that nothing moves when it comes."""
    return _MADE.sub(_sized, content)


def _sized(found: re.Match[str]) -> str:
    with Image.open(FOLDER / found[2]) as picture:
        width, height = picture.size
    size = f'width="{width}" height="{height}" loading="lazy"'
    return f'<figure class="bild">{found[1]} {size}></figure>'
