"""A bag (BagIt, RFC 8493) in a zip file: the same content makes the same bytes."""

from __future__ import annotations

import hashlib
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_PAYLOAD = "data"
_MANIFEST = "manifest-sha256.txt"
_TAG_MANIFEST = "tagmanifest-sha256.txt"

# The first moment that a zip file can tell; nothing here depends on a clock.
_MOMENT = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o100644 << 16
_UNIX = 3


class Bag:
    """A bag that is being filled, file by file."""

    def __init__(self, file: IO[bytes], name: str) -> None:
        """Begin a bag in an open file; ``name`` is the folder that it unpacks to."""
        self._zip = ZipFile(file, "w", ZIP_DEFLATED, compresslevel=9)
        self._name = name
        self._payload: dict[str, str] = {}
        self._tags: dict[str, str] = {}
        self._bytes = 0

    def add(self, path: str, content: bytes) -> None:
        """Put in a file of what the bag is for."""
        self._bytes += len(content)
        self._write(self._payload, f"{_PAYLOAD}/{path}", content)

    def add_beside(self, path: str, text: str) -> None:
        """Put in a file about the bag."""
        self._write(self._tags, path, text.encode())

    def close(self, about: dict[str, str]) -> int:
        """Finish the bag with what is told about it; return how many files it is about."""
        oxum = f"{self._bytes}.{len(self._payload)}"
        self.add_beside("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
        told = {**about, "Payload-Oxum": oxum}
        lines = (f"{label}: {' '.join(value.split())}\n" for label, value in told.items())
        self.add_beside("bag-info.txt", "".join(lines))
        self.add_beside(_MANIFEST, _manifest(self._payload))
        self.add_beside(_TAG_MANIFEST, _manifest(self._tags))
        self._zip.close()
        return len(self._payload)

    def _write(self, manifest: dict[str, str], path: str, content: bytes) -> None:
        entry = ZipInfo(f"{self._name}/{path}", _MOMENT)
        entry.compress_type, entry.external_attr, entry.create_system = (
            ZIP_DEFLATED,
            _READABLE,
            _UNIX,
        )
        self._zip.writestr(entry, content)
        manifest[path] = hashlib.sha256(content).hexdigest()


def _manifest(sums: dict[str, str]) -> str:
    return "".join(f"{digest}  {_encoded(path)}\n" for path, digest in sorted(sums.items()))


def _encoded(path: str) -> str:
    """Return a path as a manifest writes it."""
    return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
