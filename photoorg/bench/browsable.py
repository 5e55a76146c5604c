"""Makes a catalog that a window can browse: many photos that differ in name and date, of few different pictures."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path

from PIL import Image, ImageChops

from photoorg.catalog.intake import ReadFile
from photoorg.catalog.store import Catalog
from photoorg.core.types import FoundFile, Metadata
from photoorg.media.thumbnails import thumbnails

#: Different pictures; every photo is a copy of one of them.
PICTURES = 500
_FOLDER = 1_000
#: A picture's size in pixels, in how many octaves its details are, and how strong the coarsest (standard deviation).
_SIZE, _OCTAVES, _STRENGTH = (384, 288), 7, 90.0
_NEWEST = datetime(2025, 6, 30, 12)


def make_catalog(catalog: Path, folder: Path, count: int) -> None:
    """Fill ``catalog`` with ``count`` photos, 90 minutes apart; their files in ``folder`` hold a single byte each.

    Sizes and times in the catalog are those of the files, so that indexing finds nothing to do.
    """
    photos = Catalog(catalog)
    try:
        root = photos.roots.add(str(folder)).id
        with photos.database.write():
            for number in range(count):
                rel = os.path.join(f"{number // _FOLDER:03}", f"IMG_{number:06}.jpg")
                _add(photos, _file(folder, root, rel), number)
        contents = photos.photos.timeline().contents
        photos.thumbnails.put({content: thumbnails_of(content) for content in sorted(set(contents))})
    finally:
        photos.close()


def _file(folder: Path, root: int, rel: str) -> FoundFile:
    path = folder / rel
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x")
    status = path.stat()
    return FoundFile(root, rel, status.st_size, status.st_mtime_ns)


def _add(photos: Catalog, file: FoundFile, number: int) -> None:
    taken = (_NEWEST - timedelta(minutes=90 * number)).isoformat()
    photos.intake.found(file, taken)
    row = photos.database.connection.execute("SELECT max(id) FROM photos").fetchone()
    picture = number % PICTURES
    photos.intake.take(
        ReadFile(
            id=int(row[0]),
            size=file.size,
            mtime_ns=file.mtime_ns,
            undated=taken,
            hash=picture.to_bytes(16, "big"),
            metadata=Metadata(4000, 3000, "JPEG"),
        )
    )


def thumbnails_of(content: int) -> dict[int, bytes]:
    """A picture's thumbnails as indexing makes them, of about the bytes that photographs have, by their longer side.

    Like a photograph's its details are the fainter the finer they are: noise in octaves, each half as strong as the
    coarser one before it.
    """
    picture = Image.new("RGB", _SIZE, (content * 37 % 255, content * 71 % 255, content * 113 % 255))
    for octave in range(_OCTAVES):
        width, height = (max(side >> (_OCTAVES - 1 - octave), 2) for side in _SIZE)
        noise = Image.effect_noise((width, height), _STRENGTH / 2**octave).resize(_SIZE, Image.Resampling.BICUBIC)
        picture = ImageChops.add(picture, noise.convert("RGB"), 1, -128)
    return thumbnails(picture)
