"""The only package that runs whole builds: MkDocs, the folder swap and the local server."""

from kommunvision.driver.publish import NotASite, Published
from kommunvision.driver.sites import BuildReport, build_sites, require
from kommunvision.driver.worker import ConfigError, MissingError

__all__ = [
    "BuildReport",
    "ConfigError",
    "MissingError",
    "NotASite",
    "Published",
    "build_sites",
    "require",
]
