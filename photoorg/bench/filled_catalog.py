"""A real catalog filled with made-up photos: rows and vectors, no files and no thumbnails."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from photoorg.bench.vectors import MadeLibrary
from photoorg.catalog.store import Catalog

_BATCH = 20_000


class FilledCatalog:
    """Photos of a ``MadeLibrary``, with the same vector in each of ``spaces``."""

    def __init__(self, catalog: Catalog, library: MadeLibrary, spaces: Sequence[str], folder: str) -> None:
        self._catalog = catalog
        self._spaces = tuple(spaces)
        self._root = catalog.roots.add(folder).id
        self._count = 0
        for _, _, vectors in library.rows(self._spaces[0]):
            self.add(vectors)

    def add(self, vectors: NDArray[np.floating]) -> range:
        """Add a photo for each of ``vectors`` (n, d); gives the ids of their contents."""
        first = self._count + 1
        for start in range(0, len(vectors), _BATCH):
            self._insert(vectors[start : start + _BATCH])
        return range(first, self._count + 1)

    def _insert(self, vectors: NDArray[np.floating]) -> None:
        ids = range(self._count + 1, self._count + 1 + len(vectors))
        blobs = [row.astype("<f2").tobytes() for row in vectors]
        with self._catalog.database.write() as connection:
            connection.executemany(
                """INSERT INTO contents (id, hash, size, width, height, format)
                   VALUES (?, ?, 4000000, 4000, 3000, 'JPEG')""",
                ((id, hashlib.blake2b(id.to_bytes(8), digest_size=16).digest()) for id in ids),
            )
            connection.executemany(
                """INSERT INTO photos (root, rel, size, mtime_ns, pending, content, taken)
                   VALUES (?, ?, 4000000, 1, 0, ?, '2020-01-01T00:00:00')""",
                ((self._root, f"{id:08}.jpg".encode(), id) for id in ids),
            )
            for space in self._spaces:
                self._catalog.vectors.put(connection, ids[0], {space: blobs[0]})  # which makes the space
                row = connection.execute("SELECT id FROM spaces WHERE name = ?", (space,)).fetchone()
                connection.executemany(
                    "INSERT OR IGNORE INTO vectors (space, content, data) VALUES (?, ?, ?)",
                    ((row[0], id, blob) for id, blob in zip(ids, blobs, strict=True)),
                )
        self._count = ids[-1]
