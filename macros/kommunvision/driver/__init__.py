"""The only package that runs whole builds: MkDocs, the folder swap and the local server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kommunvision.on_demand import on_demand

if TYPE_CHECKING:
    from kommunvision.driver.document import Document, PrintingUnavailableError, make_document
    from kommunvision.driver.files import Sources
    from kommunvision.driver.part import Shard, UnfitError
    from kommunvision.driver.parts import IndivisibleError, build_part, merge_parts
    from kommunvision.driver.publish import NotASite, Published, is_site, is_unfinished
    from kommunvision.driver.record import lacking
    from kommunvision.driver.report import BuildReport
    from kommunvision.driver.root import MissingError, require
    from kommunvision.driver.sites import build_sites
    from kommunvision.driver.unchanged import unchanged
    from kommunvision.driver.worker import ConfigError, edit_settings
    from kommunvision.driver.workers import WorkerDiedError

__all__ = [
    "BuildReport",
    "ConfigError",
    "Document",
    "IndivisibleError",
    "MissingError",
    "NotASite",
    "PrintingUnavailableError",
    "Published",
    "Shard",
    "Sources",
    "UnfitError",
    "WorkerDiedError",
    "build_part",
    "build_sites",
    "edit_settings",
    "is_site",
    "is_unfinished",
    "lacking",
    "make_document",
    "merge_parts",
    "require",
    "unchanged",
]

# What is imported when it is first asked for: who only wants to know whether a root is one does
# not wait for MkDocs.
__getattr__ = on_demand(
    __name__,
    {
        "document": ("Document", "PrintingUnavailableError", "make_document"),
        "part": ("Shard", "UnfitError"),
        "parts": ("IndivisibleError", "build_part", "merge_parts"),
        "publish": ("NotASite", "Published", "is_site", "is_unfinished"),
        "record": ("lacking",),
        "root": ("MissingError", "require"),
        "report": ("BuildReport",),
        "sites": ("build_sites",),
        "files": ("Sources",),
        "unchanged": ("unchanged",),
        "worker": ("ConfigError", "edit_settings"),
        "workers": ("WorkerDiedError",),
    },
)
