"""What is wrong around the program, in Swedish: a full disk, a closed folder, a limit."""

from __future__ import annotations

import errno
import tempfile

from kommunvision.swedish.cli import say

_WORDS = {
    errno.ENOSPC: "no_space",
    errno.EDQUOT: "no_space",
    errno.EACCES: "no_right",
    errno.EPERM: "no_right",
    errno.EROFS: "read_only",
    errno.EFBIG: "too_much",
    errno.EMFILE: "too_many_open",
    errno.ENFILE: "too_many_open",
}


def outside(error: OSError) -> tuple[str, ...]:
    """Return what to say about a fault of files or folders, and what came of it."""
    key = _WORDS.get(error.errno or 0, "unreadable")
    if error.errno == errno.ENOENT and error.filename is None and not _temporary():
        key = "no_temporary"
    # What has no path has the system's words, which are better than none.
    path = error.filename or error.strerror or error
    return (say(key, path=path), *getattr(error, "__notes__", ()))


def _temporary() -> bool:
    """Whether there is a folder for what is soon thrown away."""
    try:
        tempfile.gettempdir()
    except OSError:
        return False
    return True
