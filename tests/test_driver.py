"""A new site takes the place of the old one file by file, and nothing else is touched."""

import errno
import os
from pathlib import Path

import pytest

from kommunvision.driver import NotASite, is_site, is_unfinished
from kommunvision.driver.publish import Published, swap
from tests.helpers import write_files
from tests.projects import snapshot


def made(root: Path, files: dict[str, str]) -> Path:
    root.mkdir(exist_ok=True)
    write_files(root, {"404.html": "borta", **files})
    return root


def test_equal_files_keep_their_time_changed_ones_come_and_old_ones_go(tmp_path):
    site = made(
        tmp_path / "site", {"a/index.html": "a", "b/index.html": "b", "c/d/index.html": "c"}
    )
    times = {path: path.stat().st_mtime_ns for path in site.rglob("*.html")}
    new = made(tmp_path / "new", {"a/index.html": "a", "b/index.html": "B", "e.css": "e"})
    assert swap(new, site) == Published(written=2, removed=1, untouched=2)
    assert snapshot(site) == {
        "404.html": b"borta", "a/index.html": b"a", "b/index.html": b"B", "e.css": b"e",
    }  # fmt: skip
    assert (site / "a/index.html").stat().st_mtime_ns == times[site / "a/index.html"]
    assert not (site / "c").exists()


def test_a_file_can_become_a_folder_and_a_folder_a_file(tmp_path):
    site = made(tmp_path / "site", {"x": "fil", "y/index.html": "mapp", "y/z/index.html": "mapp"})
    new = made(tmp_path / "new", {"x/index.html": "mapp", "y": "fil"})
    swap(new, site)
    assert snapshot(site) == {"404.html": b"borta", "x/index.html": b"mapp", "y": b"fil"}


def test_a_link_to_a_folder_elsewhere_is_left_alone_with_all_that_it_leads_to(tmp_path):
    site = made(tmp_path / "site", {})
    (tmp_path / "elsewhere" / "empty").mkdir(parents=True)
    (site / "uploads").symlink_to(tmp_path / "elsewhere")
    swap(made(tmp_path / "new", {"a.html": "a"}), site)
    assert (site / "uploads" / "empty").is_dir()
    assert not is_unfinished(site)


def test_a_site_can_be_published_where_there_was_none(tmp_path):
    new = made(tmp_path / "new", {"index.html": "start"})
    assert swap(new, tmp_path / "djupt/ner/site").written == 2
    assert (tmp_path / "djupt/ner/site/index.html").read_text("utf-8") == "start"


def test_a_site_that_is_half_published_is_known_until_it_is_whole_again(tmp_path, monkeypatch):
    site = tmp_path / "site"
    swap(made(tmp_path / "new", {"a.html": "a", "b.html": "b"}), site)
    assert (is_site(site), is_unfinished(site)) == (True, False)
    move = os.replace

    def move_until_the_disk_is_full(source: Path, target: Path) -> None:
        if target.name == "b.html":
            raise OSError(errno.ENOSPC, "full", str(target))
        move(source, target)

    monkeypatch.setattr(os, "replace", move_until_the_disk_is_full)
    with pytest.raises(OSError, match="full"):
        swap(made(tmp_path / "newer", {"a.html": "A", "b.html": "B"}), site)
    assert (site / "a.html").read_text("utf-8") == "A"
    assert (is_site(site), is_unfinished(site)) == (True, True)
    monkeypatch.undo()
    whole = made(tmp_path / "newest", {"a.html": "A", "b.html": "B"})
    assert swap(whole, site) == Published(written=1, removed=0, untouched=2)
    assert not is_unfinished(site)
    assert sorted(snapshot(site)) == ["404.html", "a.html", "b.html"]


@pytest.mark.parametrize("other", [{"brev.txt": "kära du"}, {"a/index.html": "något annat"}])
def test_a_folder_that_holds_something_else_is_refused(tmp_path, other):
    site = tmp_path / "site"
    write_files(site, other)
    before = snapshot(site)
    with pytest.raises(NotASite):
        swap(made(tmp_path / "new", {}), site)
    assert snapshot(site) == before


def test_a_file_in_the_way_of_the_folder_is_refused(tmp_path):
    (tmp_path / "site").write_text("fil", encoding="utf-8")
    with pytest.raises(NotASite):
        swap(made(tmp_path / "new", {}), tmp_path / "site")
