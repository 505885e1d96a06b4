"""Publishing into a folder: whole releases, a link that is switched, and nothing lost on the way."""

import fcntl
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from kommunvision import cli
from tests.projects import snapshot
from tests.publish.servers import short_folder
from tests.publish.sites import edition, leftovers, shown, write_site


class Command:
    """The command, aimed at a folder beside the site."""

    def __init__(self, folder: Path, capsys) -> None:
        self.target = folder / "mal"
        self.site = folder / "site"
        self._root = folder
        self._capsys = capsys

    def __call__(self, *more: str) -> tuple[int, str, str]:
        self._capsys.readouterr()
        code = cli.run(["publish", str(self.target), "--root", str(self._root), *more])
        out, err = self._capsys.readouterr()
        return code, out, err

    def publish(self, number: int, *more: str) -> Path:
        """Write an edition and publish it; gives the folder of its release."""
        write_site(self.site, number)
        code, _, err = self(*more)
        assert (code, err) == (0, "")
        assert shown(self.target) == number
        return (self.target / "current").resolve()


@pytest.fixture
def command(tmp_path, capsys) -> Command:
    return Command(tmp_path, capsys)


def test_a_site_is_published_and_says_what_has_changed_and_how_to_go_back(command):
    write_site(command.site, 1)
    assert command()[1].splitlines() == [
        "Webbplatsen är publicerad.",
        "Filer: 49 nya, 0 ändrade, 0 borttagna, 0 som förut",
        f"Plats: {command.target}/current",
        f"Utgåva: {(command.target / 'current').resolve().name}",
    ]
    write_site(command.site, 2)
    out = command()[1].splitlines()
    assert out[1] == "Filer: 1 nya, 32 ändrade, 1 borttagna, 16 som förut"
    assert out[4] == f"Gå tillbaka: kommunvision publish {command.target} --rollback"
    assert leftovers(command.target) == []


def test_the_same_site_has_the_same_name_wherever_it_is_published(command, tmp_path):
    first = command.publish(1)
    write_site(tmp_path / "annan" / "site", 1)
    assert cli.run(["publish", str(tmp_path / "x"), "--root", str(tmp_path / "annan")]) == 0
    assert (tmp_path / "x" / "current").resolve().name == first.name


def test_a_site_without_changes_is_not_published_anew(command):
    release = command.publish(1)
    assert command()[1].startswith("Ingenting har ändrats sedan förra publiceringen.")
    assert (command.target / "current").resolve() == release


def test_what_has_not_changed_is_the_same_file_and_cannot_be_changed_by_mistake(command):
    first, second = command.publish(1), command.publish(2)
    assert (second / "sida-1/index.html").samefile(first / "sida-1/index.html")
    assert not (second / "index.html").samefile(first / "index.html")
    modes = {path.stat().st_mode & 0o777 for path in second.rglob("*") if path.is_file()}
    assert modes == {0o444}


def test_a_file_that_was_spoilt_in_a_release_is_not_taken_over(command):
    first = command.publish(1)
    spoilt = first / "sida-1/index.html"
    spoilt.chmod(0o644)
    spoilt.write_bytes(b"spoilt")
    assert edition((command.publish(2) / "sida-1/index.html").read_bytes()) == 0


def test_an_open_page_still_finds_its_style_and_a_page_that_was_removed_is_gone(command):
    write_site(command.site, 1)
    (command.site / "hemlig").mkdir()
    (command.site / "hemlig/index.html").write_text("publicerad av misstag")
    (command.site / "hemlig/bild.png").write_bytes(b"bild")
    assert command()[0] == 0
    first = (command.target / "current").resolve()
    shutil.rmtree(command.site / "hemlig")
    third = [command.publish(2), command.publish(3)][1]
    old = {path.relative_to(first) for path in first.rglob("*.css")}
    assert old < {path.relative_to(third) for path in third.rglob("*.css")}
    assert not (third / "hemlig").exists()


def test_styles_of_releases_that_are_gone_are_gone_too(command):
    for number in range(1, 5):
        last = command.publish(number, "--keep", "1")
    # That of the pages that never change, that of the last edition, and that of the one before.
    assert len(list((last / "assets").iterdir())) == 3


def test_as_many_earlier_releases_are_kept_as_are_asked_for(command):
    for number in range(1, 6):
        command.publish(number, "--keep", "2")
    assert len(list((command.target / "releases").glob("*.sha256"))) == 3
    assert leftovers(command.target) == []


def test_nothing_earlier_is_kept_when_something_must_be_gone_for_good(command):
    for number in range(1, 4):
        command.publish(number)
    write_site(command.site, 4)
    out = command("--keep", "0")[1]
    assert "--rollback" not in out
    release = (command.target / "current").resolve()
    assert command("--list")[1] == f"{release.name}  visas nu\n"
    # A page that is open still has its style.
    assert len(list((release / "assets").iterdir())) == 3
    assert leftovers(command.target) == []


def test_earlier_releases_can_be_removed_though_the_site_is_the_same(command):
    for number in range(1, 4):
        command.publish(number)
    out = command("--keep", "1")[1]
    assert out.startswith("Ingenting har ändrats sedan förra publiceringen.")
    assert len(command("--list")[1].splitlines()) == 2
    assert command("--rollback")[0] == 0
    assert command()[0] == 0
    assert shown(command.target) == 3


def test_one_can_go_back_step_by_step_and_what_was_left_does_not_come_again(command):
    first, second, third = (command.publish(number) for number in (1, 2, 3))
    code, out, _ = command("--rollback")
    assert code == 0
    assert out.startswith("Webbplatsen är tillbaka som den var före den senaste publiceringen.")
    assert shown(command.target) == 2
    # Whoever has the newer page open finds its style here as well.
    assert {path.name for path in (second / "assets").iterdir()} == {
        path.name for path in (third / "assets").iterdir()
    }
    assert command("--list")[1].splitlines() == [
        f"{third.name}  tas bort vid nästa publicering",
        f"{second.name}  visas nu",
        f"{first.name}  går att gå tillbaka till",
    ]
    assert command("--rollback")[0] == 0
    assert shown(command.target) == 1
    code, out, err = command("--rollback")
    assert (code, out) == (2, "")
    assert "finns ingen tidigare utgåva att gå tillbaka till" in err
    command.publish(4)
    assert command("--rollback")[0] == 0
    assert shown(command.target) == 1


def test_two_publications_at_once_do_not_meet_and_no_lock_is_left(command):
    command.publish(1)
    write_site(command.site, 2)
    with (command.target / ".lock").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        code, out, err = command()
        assert command("--list")[0] == 0
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        f"Fel: En annan publicering till {command.target} pågår. Försök igen när den är klar.",
        "Det som redan är publicerat är orört.",
    ]
    assert shown(command.target) == 1
    assert command()[0] == 0


def test_what_a_killed_publication_left_is_cleared_away(command):
    release = command.publish(1)
    releases = command.target / "releases"
    (releases / "000002-0123456789.half").mkdir()
    (releases / "000002-0123456789.half" / "x").write_text("x")
    (releases / "000002-0123456789.half.sha256").write_text("x")
    (releases / "000003-0123456789.sha256").write_text("x")
    (releases / "000004-0123456789").mkdir()
    (command.target / "current.half").symlink_to("releases/000004-0123456789")
    # Whole, but never shown.
    shutil.copytree(release, releases / "000005-0123456789")
    (releases / "000005-0123456789.sha256").write_text("x")
    second = command.publish(2)
    assert second.name.startswith("000002-")
    assert leftovers(command.target) == []
    assert command("--rollback")[0] == 0
    assert (command.target / "current").resolve() == release


@contextmanager
def little_room(folder: Path, size: int):
    """A disk that is soon full, if one can be had; else files that soon may not grow any more.

    Gives the words to put before a command.
    """
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if subprocess.run(command, check=False, capture_output=True).returncode == 0:
        try:
            yield []
        finally:
            subprocess.run(["umount", str(folder)], check=True)
    else:
        # Counted in blocks of 512 bytes.
        yield ["sh", "-c", f'ulimit -f {size // 512}; exec "$0" "$@"']


def test_a_full_disk_leaves_the_old_site_whole_and_nothing_half(command):
    command.target.mkdir()
    with little_room(command.target, 1_600_000) as limit:
        command.publish(1)
        before = snapshot(command.target / "current")
        write_site(command.site, 2)
        (command.site / "stor.bin").write_bytes(bytes(2_000_000))
        words = ["publish", str(command.target), "--root", str(command.site.parent)]
        done = subprocess.run(
            [*limit, sys.executable, "-m", "kommunvision", *words],
            check=False, capture_output=True, encoding="utf-8",
        )  # fmt: skip
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.splitlines() == [
            f"Fel: Disken som {command.target} ligger på är full. Frigör utrymme och försök igen.",
            "Det som redan är publicerat är orört.",
        ]
        assert snapshot(command.target / "current") == before
        assert leftovers(command.target) == []
        (command.site / "stor.bin").unlink()
        assert command()[0] == 0
        assert shown(command.target) == 2
        assert command("--rollback")[0] == 0
        assert shown(command.target) == 1


@contextmanager
def ordinary_rights():
    """Root may write anywhere; for a moment it is nobody."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def test_a_folder_that_cannot_be_written_is_told_in_swedish(capsys):
    with short_folder() as folder:
        folder.chmod(0o755)
        command = Command(folder, capsys)
        command.publish(1)
        write_site(command.site, 2)
        closed = [command.target, command.target / "releases"]
        for path in closed:
            path.chmod(0o555)
        (command.target / ".lock").chmod(0o444)
        with ordinary_rights():
            code, out, err = command()
        assert (code, out) == (1, "")
        assert err.startswith(f"Fel: Det går inte att skriva i {command.target}")
        assert err.endswith("Det som redan är publicerat är orört.\n")
        assert shown(command.target) == 1
        for path in closed:
            path.chmod(0o755)


@pytest.mark.parametrize("inside", [".", "site", "site/mal", "data/mal", ".."])
def test_a_site_is_never_published_over_its_own_files(command, tmp_path, capsys, inside):
    write_site(command.site, 1)
    (tmp_path / "data").mkdir()
    before = snapshot(tmp_path)
    assert cli.run(["publish", str(tmp_path / inside), "--root", str(tmp_path)]) == 2
    assert "för där ligger filerna som den byggs av" in capsys.readouterr().err
    assert snapshot(tmp_path) == before


def test_a_folder_with_other_things_is_left_alone(command):
    write_site(command.site, 1)
    command.target.mkdir()
    (command.target / "viktigt.txt").write_text("spara mig")
    code, _, err = command()
    assert code == 2
    assert "innehåller annat än publicerade utgåvor och rörs därför inte" in err
    (command.target / "viktigt.txt").unlink()
    (command.target / "current").mkdir()
    code, _, err = command()
    assert code == 2
    (command.target / "releases").mkdir()
    code, _, err = command()
    assert code == 2
    assert "ska vara en länk som publiceringen styr" in err
    assert list((command.target / "current").iterdir()) == []
