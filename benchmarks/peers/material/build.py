"""Builds the sites named, or all, in one process."""

import sys
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

# The pages of all come first, since MkDocs empties the folder that it writes to.
names = sys.argv[1:] or ["alla", *sorted(one.name for one in Path("sites").iterdir())]
for name in dict.fromkeys(names):
    sys.modules.pop("main", None)  # else the macros of the first site would serve all
    config = load_config(f"sites/{name}/mkdocs.yml")
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()
