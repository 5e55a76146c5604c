"""Makes a catalog that a window can browse: many photos that differ in name and date, of few different pictures."""

from __future__ import annotations

import io
import os
from datetime import datetime, timedelta
from pathlib import Path

from PIL import Image

from photoorg.catalog.intake import ReadFile
from photoorg.catalog.store import Catalog
from photoorg.catalog.thumbnails import SIZES
from photoorg.core.types import FoundFile, Metadata

#: Different pictures; every photo is a copy of one of them.
PICTURES = 500
_FOLDER = 1_000
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
    """JPEGs of about the size that photographs have, by their longer side."""
    noise = Image.effect_noise((96, 72), 60)
    tint = Image.merge(
        "RGB", [noise.point(lambda value, shift=shift: (value + shift) % 256) for shift in _tint(content)]
    )
    made = {}
    for size in SIZES:
        data = io.BytesIO()
        tint.resize((size, size * 3 // 4)).save(data, "JPEG", quality=85)
        made[size] = data.getvalue()
    return made


def _tint(content: int) -> tuple[int, int, int]:
    return content * 37 % 200, content * 71 % 200, content * 113 % 200
