"""Draws the picture that goes with a link when it is shared: a name, a line, a colour, a logotype.

The letters come from a font in a pinned package, never from the system, so that the same words
give the same bytes everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from io import BytesIO

from PIL import Image, ImageColor, ImageDraw, ImageFile, ImageFont

from kommunvision.picture.size import FORMATS

WIDTH, HEIGHT = 1200, 630

_EDGE = 72
_GAP = 28
_MARK = 150
_FRAME = 20
_BACK, _WHITE = 0, 255
_FORMATS = sorted({held for formats in FORMATS.values() for held in formats})
_KICKER_SIZE = 34
# From the size that is wanted to the one below which nobody could read it.
_TITLE_SIZES = range(96, 43, -4)
_LINE_SIZES = range(46, 27, -2)
_MOST_TITLE = 225
_LEADING = 1.15


@dataclass(frozen=True, slots=True)
class Card:
    """What the picture says."""

    kicker: str
    """What is found behind the link, in a few words."""
    title: str
    behind: str
    """The colour behind it; the letters are white."""
    line: str = ""
    """A line below the title."""
    foot: str = ""
    """What must be said of it all."""
    logotype: bytes | None = None
    """The content of a file with a picture; no drawing in SVG."""

    @property
    def words(self) -> str:
        """All that the picture says, for those who do not see it."""
        parts = (self.kicker, self.title, self.line, self.foot)
        return ". ".join(part.rstrip(".") for part in parts if part) + "."


@lru_cache(maxsize=512)
def draw(card: Card) -> bytes:
    """Return the picture as PNG."""
    # White on one colour: each grey stands for a step between the two, which makes a small file.
    image = Image.new("L", (WIDTH, HEIGHT), _BACK)
    pen = ImageDraw.Draw(image)
    mark = _logotype(card.logotype)
    small = _font("Semibold", _KICKER_SIZE)
    pen.text((_EDGE, _EDGE), _shown(card.kicker), _WHITE, small)
    foot = HEIGHT - _EDGE
    if card.foot:
        foot -= _KICKER_SIZE
        pen.text((_EDGE, foot), _shown(card.foot), _WHITE, small)
        foot -= _GAP
    top = _EDGE + (_MARK + _GAP if mark else _KICKER_SIZE + 2 * _GAP)
    # The line below needs room too, however long the title is.
    room = min(foot - top, _MOST_TITLE)
    top += _write(pen, card.title, "Bold", _TITLE_SIZES, (top, room)) + _GAP
    if card.line:
        _write(pen, card.line, "Regular", _LINE_SIZES, (top, foot - top))
    image.putpalette(_steps(card.behind))
    if mark:
        image = image.convert("RGB")
        _put(image, mark)
    held = BytesIO()
    image.save(held, "PNG")
    return held.getvalue()


def _write(
    pen: ImageDraw.ImageDraw, words: str, weight: str, sizes: Iterable[int], place: tuple[int, int]
) -> int:
    """Write words as large as there is room for, from a height; return how high they became."""
    top, room = place
    lines: list[str] = []
    size = most = 0
    for size in sizes:
        font = _font(weight, size)
        lines = list(_wrapped(_shown(words), font, WIDTH - 2 * _EDGE))
        most = max(int(room / (size * _LEADING)), 1)
        whole = all(font.getlength(word) <= WIDTH - 2 * _EDGE for word in words.split())
        if len(lines) <= most and whole:
            break
    if len(lines) > most:
        lines = [*lines[: most - 1], _ended(lines[most - 1], _font(weight, size))]
    for number, line in enumerate(lines):
        pen.text((_EDGE, top + number * size * _LEADING), line, _WHITE, _font(weight, size))
    return round(len(lines) * size * _LEADING)


def _wrapped(words: str, font: ImageFont.FreeTypeFont, width: int) -> Iterator[str]:
    """Yield lines of whole words; a word that is wider than a line goes on in the next."""
    line = ""
    for word in words.split():
        rest = word
        longer = f"{line} {word}".strip()
        if font.getlength(longer) <= width:
            line = longer
            continue
        if line:
            yield line
        while font.getlength(rest) > width:
            fits = next(n for n in range(len(rest), 0, -1) if font.getlength(rest[:n]) <= width)
            yield rest[:fits]
            rest = rest[fits:]
        line = rest
    if line:
        yield line


def _ended(line: str, font: ImageFont.FreeTypeFont) -> str:
    """Return a line that tells that there was more to say."""
    while font.getlength(f"{line} \N{HORIZONTAL ELLIPSIS}") > WIDTH - 2 * _EDGE:
        line = line[:-1].rstrip()
    return f"{line} \N{HORIZONTAL ELLIPSIS}"


def _shown(words: str) -> str:
    """Return words without the one sign of Swedish text that the font lacks."""
    return words.replace("\N{NON-BREAKING HYPHEN}", "-")


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    file = resources.files("font_source_sans_pro") / "files" / f"SourceSansPro-{weight}.ttf"
    with resources.as_file(file) as path:
        return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


def _steps(colour: str) -> list[int]:
    """Return a palette from a colour to white, in as many steps as there are greys."""
    parts = ImageColor.getrgb(colour)
    return [part + (_WHITE - part) * step // _WHITE for step in range(_WHITE + 1) for part in parts]


@contextmanager
def _whole_files_alone() -> Iterator[None]:
    """Refuse a file that has been cut off, also where another library has allowed Pillow it."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _logotype(content: bytes | None) -> Image.Image | None:
    """Return a logotype in colours, at the size that it is shown; none where it is broken."""
    if content is None:
        return None
    try:
        with _whole_files_alone(), Image.open(BytesIO(content), formats=_FORMATS) as opened:
            mark = opened.convert("RGBA")
    except OSError:
        return None
    mark.thumbnail((3 * _MARK, _MARK - 2 * _FRAME))
    return mark


def _put(image: Image.Image, mark: Image.Image) -> None:
    """Put a logotype in the upper right corner, on white: it was made for paper."""
    left = WIDTH - _EDGE - mark.width - 2 * _FRAME
    corner = (left + mark.width + 2 * _FRAME, _EDGE // 2 + mark.height + 2 * _FRAME)
    frame = (left, _EDGE // 2, *corner)
    ImageDraw.Draw(image).rounded_rectangle(frame, 12, (255, 255, 255))
    image.paste(mark, (left + _FRAME, _EDGE // 2 + _FRAME), mark)
