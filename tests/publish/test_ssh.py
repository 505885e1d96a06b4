"""Publishing to a server over a real ssh: the same releases as in a folder, and the same care."""

import os
import shutil
import signal
from pathlib import Path

import pytest

from kommunvision import cli
from kommunvision.publish import Releases, Site
from kommunvision.publish.ssh import SshStore
from tests.publish.publisher import chance, publisher
from tests.publish.servers import sshd
from tests.publish.sites import leftovers, shown, write_site


@pytest.fixture(scope="module")
def settings():
    with sshd() as path:
        yield path


class Command:
    """The command, aimed at a folder behind ssh."""

    def __init__(self, folder: Path, settings: Path, capsys) -> None:
        self.folder = folder
        self.target = folder / "mal"
        self._capsys = capsys
        self._words = [
            f"server:{self.target}",
            "--root",
            str(folder),
            "--ssh-config",
            str(settings),
        ]

    @property
    def words(self) -> list[str]:
        return ["publish", *self._words]

    def __call__(self, *more: str) -> tuple[int, str, str]:
        self._capsys.readouterr()
        code = cli.run([*self.words, *more])
        out, err = self._capsys.readouterr()
        return code, out, err


@pytest.fixture
def command(tmp_path, settings, capsys) -> Command:
    return Command(tmp_path, settings, capsys)


def test_a_site_is_published_to_a_server_and_taken_back(command):
    write_site(command.folder / "site", 1)
    code, out, err = command()
    assert (code, err) == (0, "")
    assert "Webbplatsen är publicerad." in out
    assert f"Plats: server:{command.target}/current" in out
    first = (command.target / "current").resolve()
    write_site(command.folder / "site", 2)
    code, out, err = command()
    assert (code, err) == (0, "")
    assert "Filer: 1 nya, 32 ändrade, 1 borttagna, 16 som förut" in out
    assert shown(command.target) == 2
    second = (command.target / "current").resolve()
    # What has not changed is the same file, and an open page still finds its style.
    assert (second / "sida-1/index.html").samefile(first / "sida-1/index.html")
    styles = {path.name for path in (first / "assets").iterdir()}
    assert len(styles) == 2
    assert styles < {path.name for path in (second / "assets").iterdir()}
    assert command()[1].startswith("Ingenting har ändrats sedan förra publiceringen.")
    assert command("--list")[1].splitlines() == [
        f"{second.name}  visas nu",
        f"{first.name}  går att gå tillbaka till",
    ]
    code, out, err = command("--rollback")
    assert (code, err) == (0, "")
    assert out.startswith("Webbplatsen är tillbaka som den var före den senaste publiceringen.")
    assert shown(command.target) == 1
    assert command("--rollback")[0] == 2
    assert shown(command.target) == 1
    assert leftovers(command.target) == []


@pytest.mark.full
def test_as_many_earlier_releases_are_kept_on_a_server_as_are_asked_for(command):
    for number in range(1, 5):
        write_site(command.folder / "site", number)
        assert command("--keep", "2")[0] == 0
    assert len(command("--list")[1].splitlines()) == 3
    assert shown(command.target) == 4
    assert leftovers(command.target) == []


@pytest.mark.full
def test_a_publication_that_is_killed_on_its_way_leaves_a_whole_site_and_no_lock(command):
    moments = chance(1762)
    write_site(command.folder / "site", 1)
    assert command()[0] == 0
    with publisher() as publishing:
        assert publishing.run(*command.words) == 0
        last = 1
        for number in range(2, 20):
            write_site(command.folder / "site", number)
            ended = publishing.run(*command.words, killed_after=moments.uniform(0, 1))
            assert ended in {0, -signal.SIGKILL}
            assert shown(command.target) in ({number} if ended == 0 else {last, number})
            last = shown(command.target)
        write_site(command.folder / "site", 10_000)
        assert publishing.run(*command.words) == 0
    assert shown(command.target) == 10_000
    assert command("--list")[1].splitlines()[0].endswith("  visas nu")


def test_what_arrives_otherwise_than_it_was_sent_is_never_shown(command, monkeypatch):
    write_site(command.folder / "site", 1)
    assert command()[0] == 0
    write_site(command.folder / "site", 2)
    # A program for carrying files that forgets one of them and says that all is well.
    tools = command.folder / "bin"
    tools.mkdir()
    forgetful = tools / "rsync"
    forgetful.write_text(f'#!/bin/sh\nexec {shutil.which("rsync")} --exclude=sida-2 "$@"\n')
    forgetful.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}:{os.environ['PATH']}")
    code, out, err = command()
    assert (code, out) == (1, "")
    assert err.startswith("Fel: Servern server gjorde inte som den skulle. Den säger:\n")
    assert err.endswith("Det som redan är publicerat är orört.\n")
    assert shown(command.target) == 1
    assert leftovers(command.target) == []


def test_a_connection_that_breaks_when_the_new_site_is_shown_already_is_no_failure(
    command, settings
):
    for number in (1, 2):
        write_site(command.folder / "site", number)
        assert command()[0] == 0
    write_site(command.folder / "site", 3)

    class Cut(SshStore):
        def drop(self, release: str) -> None:
            self._session.kill()
            self._session.wait()
            super().drop(release)

    made = Releases(Cut("server", str(command.target), settings)).publish(
        Site.read(command.folder / "site"), keep=1
    )
    assert made.untidy
    assert shown(command.target) == 3
    assert command()[0] == 0
    assert leftovers(command.target) == []


def test_a_server_that_cannot_be_reached_is_told_in_swedish(command, settings, capsys):
    write_site(command.folder / "site", 1)
    words = ["--root", str(command.folder), "--ssh-config", str(settings)]
    assert cli.run(["publish", "nobody:/srv/mal", *words]) == 1
    err = capsys.readouterr().err
    assert err.startswith("Fel: Servern nobody gjorde inte som den skulle. Den säger:\n")
    assert err.endswith("\nDet som redan är publicerat är orört.\n")


def test_a_folder_on_a_server_with_other_things_is_left_alone(command):
    write_site(command.folder / "site", 1)
    command.target.mkdir()
    (command.target / "viktigt.txt").write_text("spara mig")
    code, out, err = command()
    assert (code, out) == (2, "")
    assert "innehåller annat än publicerade utgåvor och rörs därför inte" in err
    assert [path.name for path in command.target.iterdir()] == ["viktigt.txt"]


def test_a_place_on_a_server_where_nothing_is_published_is_looked_at_without_a_trace(command):
    code, out, err = command("--list")
    assert (code, err) == (0, "")
    assert out == f"Ingenting är publicerat i server:{command.target}.\n"
    assert not command.target.exists()


@pytest.mark.full
def test_two_publications_to_a_server_do_not_meet(command, settings):
    write_site(command.folder / "site", 1)
    assert command()[0] == 0
    write_site(command.folder / "site", 2)
    with SshStore("server", str(command.target), settings).opened(change=True):
        code, _, err = command()
    assert code == 1
    assert err.startswith(f"Fel: En annan publicering till server:{command.target} pågår.")
    assert shown(command.target) == 1
    assert command()[0] == 0
