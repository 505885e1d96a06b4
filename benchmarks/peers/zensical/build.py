"""Builds the sites named, or all: a process for each, since Zensical builds one."""

import subprocess
import sys
from pathlib import Path

zensical = Path(sys.executable).with_name("zensical")
names = sys.argv[1:] or ["alla", *sorted(one.name for one in Path("sites").iterdir())]
for name in dict.fromkeys(names):
    command = [zensical, "build", "--config-file", f"sites/{name}/mkdocs.yml"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
