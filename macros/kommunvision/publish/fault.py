"""What can go wrong with a publication, each with the key of its words."""

from __future__ import annotations

import errno

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}


class PublishError(Exception):
    """A publication did not come to its end."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        """Key of the words in ``swedish/publishing.py``."""
        self.values = values


class RefusedError(PublishError):
    """What was asked for cannot be done, and nothing was begun."""


class FailedError(PublishError):
    """Something outside the program stopped it; visitors see what they saw before."""


class UnsureError(PublishError):
    """The connection broke just when visitors were to be shown something else."""


def failure(error: OSError, place: object) -> FailedError:
    """Return what a failing disk or folder means for whoever publishes."""
    if error.errno in _FULL:
        return FailedError("full", place=place)
    if error.errno in _CLOSED:
        return FailedError("closed", place=error.filename or place)
    return FailedError("unusable", place=error.filename or place, said=error.strerror or error)
