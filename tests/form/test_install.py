"""What installs the engine for a workflow builds the forms too, if it is asked to."""

import shutil
import subprocess
from pathlib import Path

import pytest

# Programs that only tell how they were called; a virtual environment is a folder with one more.
TELLING = """#!/bin/sh
echo "$(basename "$0") $*" >> "{log}"
if [ "$1 $2" = "-m venv" ]; then mkdir -p "$3/bin" && cp "$0" "$3/bin/python"; fi
"""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], ["python3", "python", "python"]),
        (["false"], ["python3", "python", "python"]),
        (["true"], ["python3", "python", "npm", "node", "python"]),
    ],
)
def test_forms_are_built_from_their_lock_file_before_the_engine_is_installed(
    repository: Path, tmp_path, words, expected
):
    engine = tmp_path / "motor"
    (engine / ".github").mkdir(parents=True)
    shutil.copy(repository / ".github" / "install.sh", engine / ".github")
    programs, log = tmp_path / "bin", tmp_path / "log"
    programs.mkdir()
    for name in ("python3", "npm", "node"):
        (programs / name).write_text(TELLING.format(log=log))
        (programs / name).chmod(0o755)
    command = ["bash", str(engine / ".github" / "install.sh"), str(tmp_path / "miljo"), *words]
    subprocess.run(command, check=True, env={"PATH": f"{programs}:/usr/bin:/bin"})
    calls = log.read_text("utf-8").splitlines()
    assert [call.split()[0] for call in calls] == expected
    if words == ["true"]:
        assert calls[2].startswith(f"npm ci --prefix {engine}/editor --ignore-scripts")
        assert calls[3] == f"node {engine}/editor/build.js"
