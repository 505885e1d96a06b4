"""The Nu HTML checker of W3C finds nothing to remark on, on any page: no warning and no hint either."""

import json
import subprocess
from pathlib import Path

from kommunvision import cli


def test_the_nu_checker_says_nothing_about_any_page(repository: Path, built_site: Path):
    said = [one for one in _checked(repository, built_site) if not _of_the_page_around(one)]
    assert [f"{one['url']}:{one.get('lastLine')} {one['message']}" for one in said] == []


def test_the_nu_checker_does_look_at_every_page_of_a_folder(repository: Path, tmp_path: Path):
    pages = [tmp_path / "index.html", tmp_path / "mal" / "utb-2" / "index.html"]
    for page in pages:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("<!doctype html><html lang=sv><title>Mål</title><hr/>", encoding="utf-8")
    said = _checked(repository, tmp_path)
    assert sorted(one["url"] for one in said) == sorted(
        page.as_uri().replace("///", "/") for page in pages
    )
    assert {one["type"] for one in said} == {"info"}


def test_the_nu_checker_says_nothing_about_the_page_on_plain_language(
    repository: Path, tmp_path: Path
):
    page = tmp_path / "klarsprak.html"
    assert cli.run(["check", "--root", str(repository), "--klarsprak", "--ut", str(page)]) == 0
    assert "<mark>samt</mark>" in page.read_text("utf-8")
    assert _checked(repository, tmp_path) == []


def _of_the_page_around(one: dict[str, str]) -> bool:
    """Whether it is for the page that has embedded something to have what is missed: doctype, h1."""
    address = one["url"]
    bare = "/inbaddad/v1/" in address and "/fragment" in address
    return bare or ("/inbaddad/v1/" in address and "heading level of 1" in one["message"])


def _checked(repository: Path, folder: Path) -> list[dict[str, str]]:
    """What the checker says of all pages of a folder: errors, warnings and hints."""
    jar = repository / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    options = ["--stdout", "--format", "json", "--skip-non-html"]
    result = subprocess.run(
        ["java", "-Xss4m", "-jar", str(jar), *options, str(folder)],
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert result.stdout.startswith("{"), result.stderr
    return json.loads(result.stdout)["messages"]
