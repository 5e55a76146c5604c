#!/bin/sh
# Make a virtual environment with everything that running and testing photoorg needs.
# Usage: packaging/set-up.sh PYTHON VENV
set -eu

python=$1
venv=$2
cd "$(dirname "$0")/.."

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "photoorg needs Python 3.11 or newer; name one with make PYTHON=python3.12 ..." >&2
    exit 1
}
packaging/setup-debian.sh "$python"
"$python" -c 'import ensurepip, venv' 2>/dev/null || {
    echo "This Python cannot make virtual environments; on Debian the package python3-venv brings that." >&2
    exit 1
}

"$python" -m venv "$venv"
quiet=--quiet
[ -t 1 ] && quiet= # somebody is watching: show how far the downloads are
install() {
    "$venv/bin/python" -m pip install $quiet --disable-pip-version-check -c packaging/constraints.txt "$@"
}

echo "Installing photoorg and what it needs into $venv; the first time that is several gigabytes."
# torch and torchvision in one step from the default index, so that they are of one build.
install -e '.[demo,dev]'
# PySide6 keeps its Python modules in an archive and compiles them at every import; unpacked, which this setting of its
# own does, they are compiled once, and the window opens a tenth sooner.
SBK_EMBED=0 "$venv/bin/python" -c 'import PySide6.QtCore'
install -e '.[hnsw]' ||
    echo "hnswlib could not be built (it needs a C++ compiler and Python's headers); exact search takes over."
