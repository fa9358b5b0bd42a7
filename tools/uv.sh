# Sourced: sets UV to a uv binary and PYTHON to a Python 3.12; fetches uv through pip into .uv where it is missing.
find_python() {
    local candidate
    for candidate in python3.12 python3 python; do
        if command -v "$candidate" >/dev/null 2>&1 &&
            "$candidate" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 12))' >/dev/null 2>&1; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}

if ! PYTHON=$(find_python); then
    # uv can bring a Python of its own where its downloads are reachable.
    if command -v uv >/dev/null 2>&1 && uv python install 3.12 >/dev/null 2>&1; then
        PYTHON=$(uv python find 3.12)
    else
        echo "Synoptic needs Python 3.12 and found none. Install it (Debian: apt-get install python3.12," >&2
        echo "pyenv: pyenv install 3.12, uv: uv python install 3.12) and run this again." >&2
        exit 1
    fi
fi

if command -v uv >/dev/null 2>&1; then
    UV=$(command -v uv)
else
    UV=.uv/bin/uv
    if [ ! -x "$UV" ]; then
        "$PYTHON" -m venv .uv
        .uv/bin/pip install --quiet --disable-pip-version-check uv
    fi
fi
