#!/usr/bin/env bash
# Installs the engine that this file came with into a virtual environment, from its lock file.
# Usage: install.sh FOLDER
set -euo pipefail
engine=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
python3 -m venv "$1"
pip=("$1/bin/python" -m pip --disable-pip-version-check --quiet install)
"${pip[@]}" --require-hashes --requirement "$engine/requirements.lock"
"${pip[@]}" --no-deps --no-build-isolation "$engine"
