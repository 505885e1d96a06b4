"""Takes out of a picture what it says of camera, place and people, and leaves its points alone.

A file of a picture is a row of segments, and those that we know to be needed are kept, byte for
byte. So nothing is compressed anew, and a picture without such things is the same file as before.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO

from PIL import Image

from kommunvision.picture.size import ORIENTATION, UNREADABLE, bounded, refuse_many_points


class BrokenError(ValueError):
    """The file is not what its name says, or ends too early."""


class CarriesError(ValueError):
    """The file says things of itself that cannot be taken out without making it anew."""


def stripped(raw: bytes, ending: str) -> bytes:
    """Return a picture without what it says of itself; its colours and its turn are kept.

    Args:
        raw: The file.
        ending: The ending of its name, in small letters: ``.jpg``.

    Raises:
        BrokenError: It is no whole picture of that kind, or larger than anybody can show.
        CarriesError: It says things that cannot be taken out.
    """
    if ending not in _KINDS:
        return raw
    formats, without = _KINDS[ending]
    turn = _turn(raw, formats)
    try:
        return without(raw, turn)
    except IndexError as error:
        raise BrokenError(ending) from error


def _turn(raw: bytes, formats: tuple[str, ...]) -> int:
    """Return which way up the picture is to be shown, as a camera writes it; 1 is as it stands."""
    try:
        with bounded(), Image.open(BytesIO(raw), formats=formats) as image:
            refuse_many_points(*image.size)
            turn = image.getexif().get(ORIENTATION, 1)
    except UNREADABLE as error:
        raise BrokenError(formats[0]) from error
    return turn if isinstance(turn, int) and turn in range(2, 9) else 1


def _exif(turn: int) -> bytes:
    """Return the shortest note that says which way up a picture is, and nothing else."""
    entry = ORIENTATION.to_bytes(2, "big") + b"\0\3\0\0\0\1" + turn.to_bytes(2, "big") + b"\0\0"
    return b"MM\0*\0\0\0\x08\0\1" + entry + b"\0\0\0\0"


# JPEG: a mark of two bytes, then most often a length and so many bytes.
_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_JFIF, _COLOURS, _ADOBE = 0xE0, 0xE2, 0xEE
_NOTES = range(0xE0, 0xF0)
_COMMENTS = range(0xF0, 0xFF)
# What may stand in a note and is needed to show the picture right.
_NEEDED_NOTES = {_JFIF: b"JFIF\0", _COLOURS: b"ICC_PROFILE\0", _ADOBE: b"Adobe"}
_AFTER_SCAN = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]")


def _jpeg(raw: bytes, turn: int) -> bytes:
    head, rest = [raw[:2]], []
    position = 2
    while True:
        if raw[position] != 0xFF:  # noqa: PLR2004 - what every mark begins with
            raise BrokenError("jpeg")
        mark = raw[position + 1]
        if mark == 0xFF:  # noqa: PLR2004 - filling before a mark
            position += 1
            continue
        if mark == _END:
            break
        end = position + 2 + int.from_bytes(raw[position + 2 : position + 4], "big")
        segment = raw[position:end]
        if len(segment) < end - position or end - position < 4:  # noqa: PLR2004 - mark and length
            raise BrokenError("jpeg")
        if mark == _JFIF and segment[4:].startswith(_NEEDED_NOTES[_JFIF]):
            head.append(segment)
        elif mark not in _COMMENTS and (mark not in _NOTES or _is_needed(mark, segment)):
            rest.append(segment)
        if mark == _SCAN:
            following = _AFTER_SCAN.search(raw, end)
            if following is None:
                raise BrokenError("jpeg")
            rest.append(raw[end : following.start()])
            end = following.start()
        position = end
    note = b"Exif\0\0" + _exif(turn)
    own = b"\xff\xe1" + (len(note) + 2).to_bytes(2, "big") + note if turn > 1 else b""
    return b"".join([*head, own, *rest, b"\xff\xd9"])


def _is_needed(mark: int, segment: bytes) -> bool:
    wanted = _NEEDED_NOTES.get(mark)
    return wanted is not None and segment[4:].startswith(wanted)


# PNG: a length, four letters, so many bytes, a checksum.
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_NEEDED = frozenset(
    (
        *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB"),
        *(b"bKGD", b"hIST", b"pHYs", b"sPLT", b"acTL", b"fcTL", b"fdAT", b"cICP", b"mDCV", b"cLLI"),
    )
)


def _png(raw: bytes, turn: int) -> bytes:
    if not raw.startswith(_PNG):
        raise BrokenError("png")
    made = [_PNG]
    for name, chunk in _chunks(raw):
        if name == b"IDAT" and turn > 1:
            made.append(_chunk(b"eXIf", _exif(turn)))
            turn = 1
        if name in _PNG_NEEDED:
            made.append(chunk)
    return b"".join(made)


def _chunks(raw: bytes) -> Iterator[tuple[bytes, bytes]]:
    position, name = len(_PNG), b""
    while name != b"IEND":
        size = int.from_bytes(raw[position : position + 4], "big")
        name = raw[position + 4 : position + 8]
        chunk = raw[position : position + size + 12]
        if len(chunk) < size + 12:
            raise BrokenError("png")
        yield name, chunk
        position += len(chunk)


def _chunk(name: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(name + content).to_bytes(4, "big")
    return len(content).to_bytes(4, "big") + name + content + checksum


# WebP: four letters, a length from its smallest digit, so many bytes, evened to two.
_WEBP_NEEDED = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_SAYS_EXIF, _SAYS_XMP = 0x08, 0x04


def _webp(raw: bytes, turn: int) -> bytes:
    made = []
    position, end = 12, min(8 + int.from_bytes(raw[4:8], "little"), len(raw))
    while position + 8 <= end:
        name, size = raw[position : position + 4], raw[position + 4 : position + 8]
        whole = 8 + int.from_bytes(size, "little")
        chunk = raw[position : position + whole]
        if len(chunk) < whole:
            raise BrokenError("webp")
        if name == b"VP8X":
            says = chunk[8] & ~(_SAYS_EXIF | _SAYS_XMP) | (_SAYS_EXIF if turn > 1 else 0)
            chunk = chunk[:8] + bytes([says]) + chunk[9:]
        if name in _WEBP_NEEDED:
            made.append(chunk + b"\0" * (whole % 2))
        position += whole + whole % 2
    if turn > 1:
        note = _exif(turn)
        made.append(b"EXIF" + len(note).to_bytes(4, "little") + note)
    body = b"WEBP" + b"".join(made)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


# GIF: a head, then blocks that begin with a sign of their kind.
_GIF_PICTURE, _GIF_MORE, _GIF_END = 0x2C, 0x21, 0x3B
_GIF_TIMING, _GIF_PROGRAM = 0xF9, 0xFF
_GIF_REPEATS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def _gif(raw: bytes, _turn: int) -> bytes:
    position = 13 + _table(raw[10])
    made = [raw[:position]]
    while raw[position] != _GIF_END:
        start, kept = position, True
        if raw[position] == _GIF_PICTURE:
            position = _past(raw, position + 11 + _table(raw[position + 9]))
        elif raw[position] == _GIF_MORE:
            repeats = raw[position + 3 : position + 14] in _GIF_REPEATS
            label = raw[position + 1]
            kept = label == _GIF_TIMING or (label == _GIF_PROGRAM and repeats)
            position = _past(raw, position + 2)
        else:
            raise BrokenError("gif")
        if kept:
            made.append(raw[start:position])
    return b"".join([*made, bytes([_GIF_END])])


def _table(flags: int) -> int:
    """Return how many bytes a table of colours takes; its size stands in the lowest three bits."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _past(raw: bytes, position: int) -> int:
    """Return where a row of blocks ends, each with its length before it."""
    while size := raw[position]:
        position += size + 1
    return position + 1


# AVIF: its parts are found by their places in the file, so none can be taken out.
_AVIF_NOTE = re.compile(rb"(?s)infe[\x02\x03]...(?:..|....)..(?:Exif|mime|uri )")


def _avif(raw: bytes, _turn: int) -> bytes:
    if _AVIF_NOTE.search(raw):
        raise CarriesError("avif")
    return raw


_KINDS: dict[str, tuple[tuple[str, ...], Callable[[bytes, int], bytes]]] = {
    ".jpg": (("JPEG",), _jpeg),
    ".jpeg": (("JPEG",), _jpeg),
    ".png": (("PNG",), _png),
    ".webp": (("WEBP",), _webp),
    ".gif": (("GIF",), _gif),
    ".avif": (("AVIF",), _avif),
}

ENDINGS = frozenset(_KINDS)
