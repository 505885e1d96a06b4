"""A small site with the form editor, built once."""

from pathlib import Path

import pytest

from kommunvision import driver
from tests.projects import SETTINGS, project

WITH_FORMS = SETTINGS.replace("- kommunvision\n", "- kommunvision:\n      formular: lokalt\n")


@pytest.fixture(scope="session")
def form_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site that asks for forms."""
    root = tmp_path_factory.mktemp("formular")
    return project(
        root, {"mkdocs.yml": WITH_FORMS.replace("https://prov.example", "http://localhost")}
    )


@pytest.fixture(scope="session")
def form_site(form_project: Path) -> Path:
    """The same, built."""
    report = driver.build_sites(form_project)
    assert report.published, (report.problems, report.complaints)
    return report.site_dir
