#!/bin/sh
# Fetch the pictures that Debian packages hold for the demonstration library, and unpack them below a folder:
# nothing is installed, and no right is needed beyond the use of apt. Without apt the demonstration has fewer photos.
# Usage: packaging/demo-pictures.sh FOLDER
set -eu

folder=$1
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)

if ! command -v apt-get >/dev/null || ! command -v dpkg-deb >/dev/null; then
    echo "No apt here: the demonstration goes without the pictures of Debian's packages."
    exit 0
fi

if [ "$(id -u)" = 0 ]; then
    sandbox="-o APT::Sandbox::User=root" # apt's own user may not write into the folder
    may_update=yes
else
    sandbox=
    may_update=no
fi

# fetch PACKAGE PATH: unless PATH is installed or was unpacked before
fetch() {
    if [ -e "/$2" ] || [ -e "$folder/$2" ]; then
        return 0
    fi
    work=$(mktemp -d "$folder/fetching.XXXXXX")
    if ! (cd "$work" && apt-get $sandbox download -qq "$1" 2>/dev/null); then
        if [ $may_update = no ] || ! apt-get update -qq || ! (cd "$work" && apt-get $sandbox download -qq "$1"); then
            rm -r "$work"
            echo "apt cannot fetch $1: the demonstration goes without its pictures."
            return 0
        fi
    fi
    dpkg-deb --fsys-tarfile "$work"/*.deb | tar -x -C "$work" "./$2"
    mkdir -p "$folder/$(dirname "$2")"
    mv "$work/$2" "$folder/$2"
    rm -r "$work"
}

fetch tuxpaint-stamps-default usr/share/tuxpaint/stamps
fetch palapeli-data usr/share/palapeli
fetch lomiri-wallpapers-16.04 usr/share/backgrounds
