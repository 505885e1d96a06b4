"""What ``kommunvision publish`` refuses before it begins, and what it says then."""

import subprocess

import pytest

from kommunvision import cli
from kommunvision.driver import lacking
from kommunvision.publish import FailedError, RefusedError, Site, target
from kommunvision.publish.branch import Branch
from kommunvision.publish.folder import FolderStore
from kommunvision.publish.ssh import SshStore
from tests.projects import snapshot
from tests.publish.sites import write_site

LEDGER = """\
adresser:
- sida-1/
- sida-2/
- exempelby/mal/utb-2/
- exempelby/mal/utb-3/
"""


@pytest.fixture
def root(tmp_path):
    write_site(tmp_path / "site", 1)
    return tmp_path


def refusal(root, capsys, place="ut") -> str:
    """What is said about a publication that is refused; nothing may be written."""
    before = snapshot(root)
    assert cli.run(["publish", str(root / place), "--root", str(root)]) == 2
    assert snapshot(root) == before
    out, err = capsys.readouterr()
    assert out == ""
    return err


def test_a_site_that_was_never_built_is_not_published(root, capsys, tmp_path_factory):
    empty = tmp_path_factory.mktemp("tom")
    assert refusal(empty, capsys) == (
        f"Fel: Mappen {empty}/site finns inte. Bygg webbplatsen först: kommunvision build\n"
    )
    (empty / "site").mkdir()
    assert "ligger ingen färdig webbplats" in refusal(empty, capsys)


def test_a_site_whose_build_was_broken_off_is_not_published(root, capsys):
    (root / "site/.unfinished").touch()
    assert "är inte hel, för bygget avbröts eller pågår" in refusal(root, capsys)


def test_a_site_that_lacks_a_published_address_is_not_published(root, capsys):
    (root / "data").mkdir()
    (root / "data/adresser.yml").write_text(LEDGER, encoding="utf-8")
    said = refusal(root, capsys)
    assert (
        "Den saknar 2 adresser som har publicerats förut, till exempel exempelby/mal/utb-2/."
        in said
    )
    (root / "data/adresser.yml").write_text(LEDGER.replace("- exempelby/mal/utb-3/\n", ""))
    assert "Den saknar en adress som har publicerats förut" in refusal(root, capsys)


def test_the_repositorys_own_site_lacks_no_published_address(repository, built_site):
    assert lacking(repository, Site.read(built_site).files) == ()
    assert lacking(repository, {}) != ()


def test_a_link_in_the_site_is_not_followed(root, capsys):
    (root / "site/lank").symlink_to("/etc")
    assert "är varken en fil eller en mapp, och publiceras därför inte" in refusal(root, capsys)


def test_a_file_name_that_would_break_a_list_is_refused(root, capsys):
    (root / "site/a\nb").write_text("x")
    assert "går inte att publicera" in refusal(root, capsys)


def test_a_site_that_is_built_anew_meanwhile_is_noticed(root):
    site = Site.read(root / "site")
    site.see_that_it_stays()
    page = root / "site/index.html"
    other = root / "annan"
    other.write_bytes(page.read_bytes())
    other.replace(page)
    with pytest.raises(FailedError) as noticed:
        site.see_that_it_stays()
    assert noticed.value.key == "site_changing"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("/srv/mal", FolderStore),
        ("../ut", FolderStore),
        ("./en:mapp", FolderStore),
        ("Min webb", FolderStore),
        ("server:/srv/mal", SshStore),
        ("mal@www.exempelby.example:webb/mal/", SshStore),
        ("git:gh-pages", Branch),
        ("git@server:/srv/mal", SshStore),
    ],
)
def test_a_target_is_a_folder_a_server_or_a_branch(tmp_path, text, kind):
    found = target(text, tmp_path)
    assert isinstance(found if kind is Branch else found.store, kind)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-oProxyCommand=touch x:/srv",
        "--rsh=touch:/srv",
        "-@server:/srv",
        "ext::touch x",
        "ssh://server/srv",
        "rsync://server/srv",
        "server:",
        "server:/",
        "server:-x",
        "server:/srv/a b",
        "server:/srv/;touch x",
        "server:/srv/$(touch x)",
        "server:/srv/`x`",
        "server:/srv/'x",
        "server:/srv/../../etc",
        "server:~/mal",
        "server::modul",
        "a b:/srv",
        "a;b:/srv",
        "/srv/\nx",
        "git:",
        "git:-x",
        "git:a b",
        "git:main:main",
        "git:+main",
        "git:../x",
        "git:a..b",
        "git:x.lock",
    ],
)
def test_a_target_that_could_be_a_trap_is_refused(tmp_path, monkeypatch, text):
    monkeypatch.chdir(tmp_path)
    subprocess.run(["git", "init", "-q"], check=True)
    before = snapshot(tmp_path)
    with pytest.raises(RefusedError) as refused:
        target(text, tmp_path).state()
    assert refused.value.key in {"strange_target", "strange_branch"}
    assert snapshot(tmp_path) == before


def test_a_folder_needs_no_program_beside_this_one(root, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert cli.run(["publish", str(root / "ut"), "--root", str(root)]) == 0
