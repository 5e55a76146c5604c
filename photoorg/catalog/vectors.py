"""Vectors as float16 blobs keyed by (space, content): the truth from which every index is rebuilt."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from photoorg.catalog.database import Database

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Vectors:
    """Reads and writes the vectors of every space."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, connection: sqlite3.Connection, content: int, vectors: Mapping[str, bytes]) -> None:
        """Store one content's vectors, ``{space: little-endian float16 bytes}``, within a transaction.

        A vector never changes: its space names the encoder and its version, its content the bytes.
        """
        for space, data in vectors.items():
            connection.execute(
                "INSERT OR IGNORE INTO vectors (space, content, data) VALUES (?, ?, ?)",
                (self._space_id(connection, space, len(data) // 2), content, data),
            )

    def dim(self, space: str) -> int | None:
        """The dimension of ``space``, None while nothing is stored in it."""
        row = self._database.connection.execute("SELECT dim FROM spaces WHERE name = ?", (space,)).fetchone()
        return int(row[0]) if row else None

    def stamp(self, space: str) -> tuple[int, int]:
        """``(newest vector id, number of vectors)`` of a space: what an index made from it must match."""
        row = self._database.connection.execute("SELECT newest, count FROM spaces WHERE name = ?", (space,)).fetchone()
        return (int(row[0]), int(row[1])) if row else (0, 0)

    def rows(
        self, space: str, after: int = 0, batch: int = 20_000
    ) -> Iterator[tuple[int, NDArray[np.int64], NDArray[np.float16]]]:
        """``(newest id, contents (n,), vectors (n, d) float16)`` in batches, in the order they were written.

        ``after`` leaves out vectors up to that id.
        """
        import numpy as np

        dim = self.dim(space)
        cursor = self._database.connection.execute(
            """SELECT v.id, v.content, v.data FROM vectors v JOIN spaces s ON s.id = v.space
               WHERE s.name = ? AND v.id > ? ORDER BY v.id""",
            (space, after),
        )
        while rows := cursor.fetchmany(batch):
            flat = np.frombuffer(b"".join(row[2] for row in rows), dtype="<f2")
            yield (
                rows[-1][0],
                np.array([row[1] for row in rows], dtype=np.int64),
                flat.reshape(len(rows), dim or -1),
            )

    def of(self, space: str, contents: Iterable[int]) -> dict[int, NDArray[np.float32]]:
        """The vectors of ``contents`` that have one, as float32 ``(d,)``."""
        import numpy as np

        found: dict[int, NDArray[np.float32]] = {}
        for content in contents:
            row = self._database.connection.execute(
                """SELECT v.data FROM vectors v JOIN spaces s ON s.id = v.space
                   WHERE s.name = ? AND v.content = ?""",
                (space, content),
            ).fetchone()
            if row:
                found[content] = np.frombuffer(row[0], dtype="<f2").astype(np.float32)
        return found

    @staticmethod
    def _space_id(connection: sqlite3.Connection, space: str, dim: int) -> int:
        row = connection.execute("SELECT id FROM spaces WHERE name = ?", (space,)).fetchone()
        if row:
            return int(row[0])
        cursor = connection.execute("INSERT INTO spaces (name, dim) VALUES (?, ?)", (space, dim))
        return int(cursor.lastrowid or 0)
