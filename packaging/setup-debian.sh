#!/bin/sh
# Install the Debian packages that the window and the set-up need, where that is permitted.
# Where it is not, name them in one sentence and go on: what is missing only matters where it is used.
# Usage: packaging/setup-debian.sh [PYTHON]
set -eu

here=$(dirname "$0")
python=${1:-python3}

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    exit 0 # not a Debian system
fi

installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

missing=
for package in $(sed 's/#.*//' "$here/debian-packages.txt"); do
    # Debian 13 and Ubuntu 24.04 renamed some libraries when time grew to 64 bits.
    installed "$package" || installed "${package}t64" || missing="$missing $package"
done
# Debian parts these from its Python; one that was installed otherwise brings them along.
"$python" -c 'import ensurepip, venv' 2>/dev/null || missing="$missing python3-venv"
"$python" -c 'import os, sysconfig as s; open(os.path.join(s.get_path("include"), "Python.h")).close()' \
    2>/dev/null || missing="$missing python3-dev"

[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
    as_root=
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root=sudo
else
    echo "Not permitted to install these Debian packages; ask for them if the window does not open:$missing"
    exit 0
fi

echo "Installing Debian packages:$missing"
export DEBIAN_FRONTEND=noninteractive
{ $as_root apt-get update -qq && $as_root apt-get install -qq -y --no-install-recommends $missing >/dev/null; } ||
    echo "These Debian packages could not be installed; the window may not open without them:$missing"
