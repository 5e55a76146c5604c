"""A catalog that a window can browse as if it had 100,000 different photos: rows, dates, vectors and empty files for
each, over a few hundred pictures that repeat.
"""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np

from photoorg.bench.browsable import PICTURES, thumbnails_of
from photoorg.bench.filled_catalog import FilledCatalog
from photoorg.bench.vectors import MadeLibrary
from photoorg.catalog.store import Catalog
from photoorg.catalog.thumbnails import SIZES
from photoorg.embed.profiles import EMBEDDED

_DIM = 256
_THINGS = 200
_NEWEST = datetime(2025, 6, 30, 12)


def make_large_catalog(catalog: Path, folder: Path, count: int) -> None:
    """Fill ``catalog`` with ``count`` photos, 90 minutes apart, whose files in ``folder`` are empty.

    Sizes and times in the catalog are those of the files, so that indexing finds nothing to read.
    """
    made = Catalog(catalog)
    try:
        things = np.random.default_rng(0).standard_normal((_THINGS, _DIM), dtype=np.float32)
        things /= np.linalg.norm(things, axis=1, keepdims=True)
        folder.mkdir(parents=True, exist_ok=True)
        FilledCatalog(made, MadeLibrary(things, count), EMBEDDED.spaces, str(folder))
        with made.database.write() as connection:
            rows = connection.execute("SELECT id, rel FROM photos ORDER BY id").fetchall()
            connection.executemany(
                "UPDATE photos SET size = 0, taken = ? WHERE id = ?",
                (((_NEWEST - timedelta(minutes=90 * id)).isoformat(), id) for id, _ in rows),
            )
        for _, rel in rows:
            path = os.path.join(folder, os.fsdecode(rel))
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY))
            os.utime(path, ns=(1, 1))
        _repeat_thumbnails(made, count)
    finally:
        made.close()


def _repeat_thumbnails(catalog: Catalog, count: int) -> None:
    """Give every content one of ``PICTURES`` thumbnails: by views, or they would be gigabytes to write."""
    with catalog.thumbnails.database.write() as connection:
        connection.execute("CREATE TABLE contents (content INTEGER PRIMARY KEY)")
        connection.executemany("INSERT INTO contents VALUES (?)", ((content,) for content in range(1, count + 1)))
        pictures = [thumbnails_of(picture) for picture in range(PICTURES)]
        for size in SIZES:
            connection.execute(f"DROP TABLE size_{size}")
            connection.execute(f"CREATE TABLE pictures_{size} (picture INTEGER PRIMARY KEY, jpeg BLOB NOT NULL)")
            connection.executemany(
                f"INSERT INTO pictures_{size} VALUES (?, ?)",
                ((picture, jpegs[size]) for picture, jpegs in enumerate(pictures)),
            )
            connection.execute(
                f"""CREATE VIEW size_{size} AS SELECT contents.content AS content, jpeg
                    FROM contents JOIN pictures_{size} ON picture = contents.content % {PICTURES}"""
            )
