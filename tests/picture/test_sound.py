"""Of an mp3 the sound is published, and nothing that it says of people."""

import pytest

from kommunvision.picture.published import published
from kommunvision.picture.sound import SilentError

# A frame of MPEG-1 layer III: 128 kbit/s and 44.1 kHz make 417 bytes, 418 with padding.
FRAME = b"\xff\xfb\x90\x00".ljust(417, b"\x11")
PADDED = b"\xff\xfb\x92\x00".ljust(418, b"\x22")
# One of MPEG-2: 64 kbit/s and 22.05 kHz make 208 bytes.
SLOW = b"\xff\xf3\x80\x00".ljust(208, b"\x33")
SOUND = FRAME + PADDED + FRAME

TITLE = b"TPE1\0\0\0\x08\0\0\0Kim Ek\xff\xfb"
ID3V2 = b"ID3\x03\0\0\0\0\0" + bytes([len(TITLE)]) + TITLE
ID3V1 = b"TAG" + b"Talet".ljust(30, b"\0") + b"Kim Ek".ljust(95, b"\0")
APE = b"APETAGEX" + b"Artist\0Kim Ek".ljust(60, b"\0") + b"APETAGEX" + bytes(24)


@pytest.mark.parametrize(
    "raw",
    [
        ID3V2 + SOUND,
        SOUND + ID3V1,
        SOUND + APE + ID3V1,
        ID3V2 + SOUND + APE,
        FRAME + PADDED + ID3V2 + FRAME,
    ],
)
def test_names_before_behind_and_between_the_sound_are_left_out(raw):
    assert b"Kim Ek" in raw
    assert published(raw, ".MP3") == SOUND


def test_sound_that_tells_nothing_is_the_same_file():
    assert published(SOUND, ".mp3") is SOUND
    assert published(SLOW * 3, ".mp3") == SLOW * 3


def test_a_frame_that_is_cut_off_is_left_out():
    assert published(SOUND + FRAME[:100], ".mp3") == SOUND


@pytest.mark.parametrize("raw", [b"", b"Inget ljud.", b"\xff" * 4_000, ID3V2, b"\xff\xfb\x90"])
def test_a_file_without_sound_is_refused(raw):
    with pytest.raises(SilentError):
        published(raw, ".mp3")
