"""``kommunvision pdf`` writes a file, or says in Swedish why there is none."""

import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from tests.helpers import write_files
from tests.projects import GOALS, KOMMUN, project, snapshot


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "site")


def run(root: Path, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kommunvision", "pdf", *words],
        cwd=root,
        env={**os.environ, **env},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )


def test_the_only_kommun_need_not_be_named_and_nothing_but_the_file_is_written(root):
    before = snapshot(root)
    result = run(root)
    assert result.returncode == 0, result.stderr
    assert result.stdout == "Dokumentet är klart: exempelby.pdf\n"
    assert result.stderr == ""
    after = snapshot(root)
    assert after.pop("exempelby.pdf").startswith(b"%PDF-1.7")
    assert after == before


def test_with_several_kommuner_one_must_be_named(tmp_path):
    other = KOMMUN.replace("Exempelby", "Provby")
    result = run(project(tmp_path, {"data/provby/kommun.yml": other}))
    assert result.returncode == 2
    assert "Ange vilken kommun dokumentet ska handla om: exempelby, provby." in result.stderr


def test_a_kommun_that_is_not_there_is_told(root):
    result = run(root, "exempelbyn")
    assert result.returncode == 2
    assert "Kommunen exempelbyn finns inte under data/." in result.stderr


@pytest.mark.full
def test_one_follow_up_can_be_a_document_of_its_own(root):
    occasion = """
    uppföljningar:
    - {id: ar-2024, namn: Årsredovisning 2024, period: 2024, omdömen: [{om: utb-2, status: uppfyllt}]}
    """
    write_files(root, {"data/exempelby/uppfoljning.yml": occasion})
    result = run(root, "exempelby", "--tillfälle", "ar-2024")
    assert result.returncode == 0, result.stderr
    with pikepdf.open(root / "ar-2024.pdf") as pdf:
        assert str(pdf.docinfo["/Title"]).startswith("Årsredovisning 2024, ")
    result = run(root, "exempelby", "--tillfälle", "ar-2042")
    assert result.returncode == 2
    assert "Uppföljningen ar-2042 finns inte." in result.stderr


def test_faulty_data_makes_no_document(root):
    (root / "data/exempelby/mal.yml").write_text(GOALS.replace("[larande]", "[larnade]"), "utf-8")
    result = run(root, "exempelby")
    assert result.returncode == 1
    assert "larnade" in result.stdout
    assert "Inget dokument är gjort." in result.stderr
    assert not list(root.glob("*.pdf"))


def test_a_file_that_is_no_document_is_not_written_over(root):
    result = run(root, "exempelby", "--ut", "mkdocs.yml")
    assert result.returncode == 2
    assert "mkdocs.yml finns redan och är ingen pdf-fil." in result.stderr
    assert (root / "mkdocs.yml").read_text("utf-8").startswith("site_name")


@pytest.mark.parametrize(
    ("module", "remedy"),
    [
        ("raise ModuleNotFoundError(name='weasyprint')", "pip install 'kommunvision[pdf]'"),
        ("raise OSError('cannot load library libpango-1.0-0')", "sudo apt install libpango-1.0-0"),
    ],
)
def test_what_is_not_installed_is_named_with_a_remedy(root, tmp_path, module, remedy):
    # Stands before the installed package on the path, as a machine without it behaves.
    (tmp_path / "weasyprint.py").write_text(module, "utf-8")
    path = os.pathsep.join(filter(None, [str(tmp_path), os.environ.get("PYTHONPATH")]))
    result = run(root, "exempelby", PYTHONPATH=path)
    assert result.returncode == 2
    assert remedy in result.stderr
    assert "Traceback" not in result.stderr
