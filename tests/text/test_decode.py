"""A file in another encoding is known by it, and its lines are shown as they were written."""

import pytest

from kommunvision.origin import Origin
from kommunvision.problem import Problem
from kommunvision.report import text
from kommunvision.text.decode import decode
from kommunvision.text.fault import Fault
from kommunvision.text.reading import lines_under

WRITTEN = "# Målen\r\nmål:\r\n  - id: a\r\n    rubrik: Ängar, sjö och skog\r\n"


def shown(tmp_path, raw):
    """What a terminal tells of a file with these bytes."""
    (tmp_path / "data").mkdir(exist_ok=True)
    (tmp_path / "data" / "mal.yml").write_bytes(raw)
    fault = decode(raw)
    assert isinstance(fault, Fault)
    origin = Origin("data/mal.yml", fault.line, fault.column, fault.length)
    return text([Problem(fault.code, origin, fault.details)], lines_under(tmp_path))


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("cp1252", "Windows-1252 (ANSI)"),
        ("latin-1", "Windows-1252 (ANSI)"),
        ("mac_roman", "Mac OS Roman"),
        ("cp850", "CP850, från MS-DOS"),
        ("utf-16", "UTF-16 (Unicode)"),
        ("utf-16-le", "UTF-16 (Unicode)"),
        ("utf-16-be", "UTF-16 (Unicode)"),
        ("utf-32", "UTF-32"),
    ],
)
def test_the_encoding_is_named_and_the_line_stands_there_as_it_was_written(
    tmp_path, encoding, name
):
    told = shown(tmp_path, WRITTEN.encode(encoding))
    assert f"Den ser ut att vara sparad som {name}." in told
    assert "    1 | # Målen\n" in told
    assert "\ufffd" not in told
    assert "<U+" not in told


def test_old_line_ends_alone_do_not_move_the_place(tmp_path):
    told = shown(tmp_path, "# Ett\rmål: []\r".encode("mac_roman"))
    assert told.startswith("data/mal.yml:2:1:")
    assert "    2 | mål: []\n" in told


def test_what_is_no_text_is_told_of_as_that_and_not_shown(tmp_path):
    told = shown(tmp_path, b"PK\x03\x04\x14\0\x06\0\x08\xe5\xe4\xff\0!\0word/document.xml")
    assert "sparad som något annat än ren text." in told
    assert " | " not in told


@pytest.mark.parametrize("raw", [b"", b"\0", b"a\0b", "mål: å".encode(), b"\xef\xbb\xbfa: b"])
def test_what_is_in_utf_8_is_read(raw):
    assert isinstance(decode(raw), str)
