#!/usr/bin/env bash
# Compiles the locks: for use, for use with the extra `fr`, and for development (use and every other extra included).
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/uv.sh
compile() { "$UV" pip compile --quiet --universal --python-version 3.12 --generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock" "$@"; }
compile pyproject.toml --output-file requirements/use.lock
compile pyproject.toml --extra fr --constraint requirements/use.lock --output-file requirements/fr.lock
compile pyproject.toml --extra analytics --extra llm requirements/development.in --constraint requirements/fr.lock --output-file requirements/development.lock
