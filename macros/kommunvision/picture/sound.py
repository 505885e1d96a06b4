"""Sound without what it says of people: of an mp3 the frames that are played, and nothing else.

Programs write names, comments and pictures before, behind and between the frames, in several ways.
So what is known to be needed is kept, as with pictures, and the rest never gets through.
"""

from __future__ import annotations

from collections.abc import Iterator

ENDING = ".mp3"

# Thousand bits a second by the index in a frame's head: of MPEG-1, and of MPEG-2 and 2.5.
_RATES = (
    (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
)
# Samples a second by the version in a frame's head: MPEG-2.5, none, MPEG-2, MPEG-1.
_SAMPLES = (
    (11_025, 12_000, 8_000),
    (),
    (22_050, 24_000, 16_000),
    (44_100, 48_000, 32_000),
)
_MPEG_1 = 3
_LAYER_3 = 1
_HEAD = 4
_SYNC = 0xFFE0


class SilentError(Exception):
    """A file has no sound that is known."""


def played(raw: bytes) -> bytes:
    """Return the frames of an mp3, as they are.

    Raises:
        SilentError: There are none.
    """
    frames = b"".join(raw[start:end] for start, end in _frames(raw))
    if not frames:
        raise SilentError
    # A file without more than its frames stays the same.
    return raw if len(frames) == len(raw) else frames


def _frames(raw: bytes) -> Iterator[tuple[int, int]]:
    place, within = 0, False
    while (place := raw.find(b"\xff", place)) >= 0:
        end = place + _length(raw, place)
        # The first of several is known by the next, for two such bytes may stand in any picture.
        sure = within or end == len(raw) or _length(raw, end) > 0
        if place < end <= len(raw) and sure:
            yield place, end
            place, within = end, raw[end : end + 1] == b"\xff"
        else:
            place, within = place + 1, False


def _length(raw: bytes, place: int) -> int:
    """Return the length of the frame that begins at a place; 0 where none does."""
    head = raw[place : place + _HEAD]
    if len(head) < _HEAD or int.from_bytes(head[:2]) & _SYNC != _SYNC:
        return 0
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    rate, sample = head[2] >> 4, head[2] >> 2 & 3
    rates = _RATES[version != _MPEG_1]
    if layer != _LAYER_3 or not 0 < rate <= len(rates) or sample >= len(_SAMPLES[version]):
        return 0
    bytes_a_frame = 144_000 if version == _MPEG_1 else 72_000
    return bytes_a_frame * rates[rate - 1] // _SAMPLES[version][sample] + (head[2] >> 1 & 1)
