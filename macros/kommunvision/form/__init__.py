"""The form editor of a site: what it is told of the data files, and the program that it is."""

from __future__ import annotations

from kommunvision.form.backend import Backend, backend_of
from kommunvision.form.bundle import BundleMissing, built_files
from kommunvision.form.settings import settings_text

__all__ = ["Backend", "BundleMissing", "backend_of", "built_files", "settings_text"]
