#!/usr/bin/env bash
# Installs Debian's chromium for the browser tests where that is possible; elsewhere those tests skip and say so.
set -u
command -v chromium >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing chromium for the browser tests ..."
    if apt-get update -qq >/dev/null 2>&1 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null 2>&1; then
        exit 0
    fi
fi
echo "chromium is not installed: the browser tests will be skipped (Debian: apt-get install chromium)."
