"""Files that the engine has made are what MkDocs would make of them, and written whole."""

import logging
from pathlib import Path
from types import SimpleNamespace
from typing import Self

import pytest
from mkdocs.structure.files import File

from kommunvision.plugin import demands
from kommunvision.plugin import files as made_files
from kommunvision.plugin.files import MadeFile

SHOWN = (
    "src_uri",
    "src_dir",
    "dest_uri",
    "url",
    "name",
    "inclusion",
    "content_bytes",
    "edit_uri",
    "generated_by",
)


@pytest.mark.parametrize(
    "path",
    ["a.md", "a/index.md", "index.md", "README.md", "a/index.html", "å/b.json", "c.markdown"],
)
def test_a_made_file_is_what_mkdocs_generates(path: str, tmp_path: Path):
    plugins = SimpleNamespace(_current_plugin="kommunvision")
    config = SimpleNamespace(site_dir=str(tmp_path), use_directory_urls=True, plugins=plugins)
    made, theirs = MadeFile(config.site_dir, path, "ö"), File.generated(config, path, content="ö")
    assert [getattr(made, one) for one in SHOWN] == [getattr(theirs, one) for one in SHOWN]
    assert made.is_documentation_page() == theirs.is_documentation_page()
    assert Path(made.abs_dest_path) == Path(theirs.abs_dest_path)


def test_what_a_disk_takes_in_parts_is_written_whole(tmp_path: Path, monkeypatch):
    class Slow:
        """A file that takes three bytes at a time."""

        def __init__(self, path: str, mode: str, buffering: int) -> None:
            self._file = open(path, mode, buffering)  # noqa: SIM115, PTH123 - closed below

        def write(self, content: memoryview) -> int:
            return self._file.write(content[:3])

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            self._file.close()

    monkeypatch.setattr(made_files, "open", Slow, raising=False)
    MadeFile(str(tmp_path), "a/b/c.txt", "Ettusen trädgårdar").copy_file()
    MadeFile(str(tmp_path), "a/tom.txt", b"").copy_file()
    assert (tmp_path / "a/b/c.txt").read_text("utf-8") == "Ettusen trädgårdar"
    assert (tmp_path / "a/tom.txt").read_bytes() == b""


@pytest.mark.parametrize("level", [logging.INFO, logging.WARNING])
def test_macros_tell_what_they_know_where_it_is_shown(level: int):
    class Macros:
        def tell(self) -> None:
            """Stand for what it does before a build."""

    macros, other = Macros(), Macros()
    config = SimpleNamespace(
        plugins=SimpleNamespace(events={"pre_build": [macros.tell, other.tell]})
    )
    logger = logging.getLogger("mkdocs.plugins")
    before = logger.level
    logger.setLevel(level)
    try:
        demands.spare_telling(config, macros)
    finally:
        logger.setLevel(before)
    shown = [macros.tell] if level == logging.INFO else []
    assert config.plugins.events["pre_build"] == [*shown, other.tell]
