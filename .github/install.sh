#!/usr/bin/env bash
# Installs the engine that this file came with into a virtual environment, from its lock file.
# Usage: install.sh FOLDER [FORMS]
# With FORMS true the form editor goes along, built from the packages of its own lock file.
set -euo pipefail
engine=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
python3 -m venv "$1"
pip=("$1/bin/python" -m pip --disable-pip-version-check --quiet install)
"${pip[@]}" --require-hashes --requirement "$engine/requirements.lock"
if [ "${2:-false}" = true ]; then
  npm ci --prefix "$engine/editor" --ignore-scripts --no-audit --no-fund --loglevel=error
  node "$engine/editor/build.js"
fi
"${pip[@]}" --no-deps --no-build-isolation "$engine"
