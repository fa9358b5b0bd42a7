#!/usr/bin/env bash
# Builds .venv from the hash-pinned locks and installs Synoptic into it, editable.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/uv.sh
"$UV" venv --quiet --allow-existing --python "$PYTHON" .venv
# PyICU (transliteration of names, through rigour) has no wheels for Linux: it is built against ICU's headers.
if [ "$(uname -s)" = Linux ] && ! ls /usr/include/unicode/utypes.h /usr/local/include/unicode/utypes.h >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq libicu-dev pkg-config g++ >/dev/null
    else
        echo "If building PyICU fails below, install ICU's headers first (Debian: apt-get install libicu-dev pkg-config g++)." >&2
    fi
fi
"$UV" pip sync --quiet --require-hashes --python .venv/bin/python requirements/development.lock
"$UV" pip install --quiet --no-deps --no-build-isolation --python .venv/bin/python --editable .
touch .venv/ready
