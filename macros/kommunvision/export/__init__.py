"""Open data: files of each kind, made by an exporter of its own; ``exporters`` lists them.

A file with an ``offer`` is listed on the page about open data, by the labels ``offer_…`` and
``offer_…_text``; one with a ``page`` is what that page leads to in its head and at its end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kommunvision.on_demand import on_demand

if TYPE_CHECKING:
    from kommunvision.export import feed, openapi
    from kommunvision.export.covered_time import covered
    from kommunvision.export.data_file import DataFile, Form
    from kommunvision.export.dcat import Lacking, lacking, shared_lacking
    from kommunvision.export.exporters import (
        announced,
        earlier_files,
        files_of,
        part_of_catalogue,
        shared_files,
        shared_lines,
    )
    from kommunvision.export.rights import other_publishers
    from kommunvision.export.setting import Beside, Setting, SitePublisher
    from kommunvision.export.withdrawn import withdrawn_files

__all__ = [
    "Beside",
    "DataFile",
    "Form",
    "Lacking",
    "Setting",
    "SitePublisher",
    "announced",
    "covered",
    "earlier_files",
    "feed",
    "files_of",
    "lacking",
    "openapi",
    "other_publishers",
    "part_of_catalogue",
    "shared_files",
    "shared_lacking",
    "shared_lines",
    "withdrawn_files",
]

# Writing YAML needs nothing of what makes catalogues and workbooks.
__getattr__ = on_demand(
    __name__,
    {
        "covered_time": ("covered",),
        "data_file": ("DataFile", "Form"),
        "dcat": ("Lacking", "lacking", "shared_lacking"),
        "exporters": (
            "announced",
            "earlier_files",
            "files_of",
            "part_of_catalogue",
            "shared_files",
            "shared_lines",
        ),
        "feed": (),
        "openapi": (),
        "rights": ("other_publishers",),
        "setting": ("Beside", "Setting", "SitePublisher"),
        "withdrawn": ("withdrawn_files",),
    },
)
