#!/bin/sh
# Installs the programs that open our exports in tests, into the folder given, or .clients/ at the top of the repository.
# The tests find them there, or in the folder that DIPLOGRAPH_CLIENTS names.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target=${1:-$here/../../.clients}
mkdir -p "$target/node"
target=$(cd "$target" && pwd)

python3 -m venv "$target/python"
"$target/python/bin/python" -m pip install --quiet --requirement "$here/requirements.txt"

cp "$here/package.json" "$target/node/package.json"
(cd "$target/node" && npm install --no-package-lock --no-audit --no-fund --loglevel=error)
