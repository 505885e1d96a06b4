"""Python and the packages: are they there, and are they the versions that work."""

from __future__ import annotations

import platform
import re
from collections.abc import Callable, Iterable, Iterator
from importlib import metadata

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from kommunvision.doctor.finding import Finding

PACKAGE = "kommunvision"

Versions = Callable[[str], str | None]
"""Gives the version of a package that is installed; none if it is not."""

_PINNED = re.compile(r"(?m)^([a-z0-9._-]+)==(\S+)(?: ; ([^\\\n]+))?")


def version_of(name: str) -> str | None:
    """Return the version of a package that is installed here."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def python(version: str, wanted: str) -> Finding:
    """Judge the version of Python."""
    well = SpecifierSet(wanted).contains(version, prereleases=True)
    return Finding("python" if well else "python_old", version=version, wanted=f"Python {wanted}")


def packages(requirements: Iterable[str], versions: Versions) -> Iterator[Finding]:
    """Judge every package that is required; those of an extra are left to those who want it."""
    wanted = [Requirement(one) for one in requirements]
    needed = [one for one in wanted if one.marker is None or one.marker.evaluate({"extra": ""})]
    faults = list(filter(None, (_fault(one, versions) for one in needed)))
    yield from faults or [Finding("packages", count=len(needed))]


def _fault(wanted: Requirement, versions: Versions) -> Finding | None:
    version = versions(wanted.name)
    words = f"{wanted.name}{wanted.specifier}"
    if version is None:
        return Finding("package_missing", name=wanted.name, wanted=words)
    if not wanted.specifier.contains(version, prereleases=True):
        return Finding("package_other", name=wanted.name, version=version, wanted=words)
    return None


def against_lock(lock: str, versions: Versions) -> Finding:
    """Hold what is installed against the text of a lock file."""
    other = [
        f"{name} {version}"
        for name, pinned, when in _PINNED.findall(lock)
        if _applies(name, when) and (version := versions(name)) not in {None, pinned}
    ]
    return Finding("lock_differs", names=", ".join(other)) if other else Finding("lock")


def _applies(name: str, when: str) -> bool:
    marker = Requirement(f"{name} ; {when}" if when.strip() else name).marker
    return marker is None or marker.evaluate()


def installed() -> Iterator[Finding]:
    """Judge the Python that runs this, and the packages in it."""
    try:
        about = metadata.metadata(PACKAGE)
    except metadata.PackageNotFoundError:
        yield Finding("not_installed")
        return
    yield python(platform.python_version(), about["Requires-Python"])
    yield from packages(metadata.requires(PACKAGE) or (), version_of)
