"""The only package that runs whole builds: MkDocs, the folder swap and the local server."""

from kommunvision.driver.document import Document, PrintingUnavailableError, make_document
from kommunvision.driver.part import Shard, UnfitError
from kommunvision.driver.parts import IndivisibleError, build_part, merge_parts
from kommunvision.driver.publish import NotASite, Published, is_site, is_unfinished
from kommunvision.driver.record import lacking
from kommunvision.driver.report import BuildReport
from kommunvision.driver.sites import build_sites, require
from kommunvision.driver.worker import ConfigError, MissingError, edit_settings
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
]
