"""Vectors as float16 blobs keyed by (space, content): the truth from which every index is rebuilt."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from photoorg.catalog.database import Database

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Lacking:
    """A content without a vector in some space, and the file of a photo that has it."""

    content: int
    hash: bytes
    path: str


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

    def give(self, connection: sqlite3.Connection, content: int, vectors: Mapping[str, bytes]) -> bool:
        """``put``, unless the content was forgotten since it was read; whether it was not."""
        known = connection.execute("SELECT 1 FROM contents WHERE id = ?", (content,)).fetchone() is not None
        if known:
            self.put(connection, content, vectors)
        return known

    def lacking(self, spaces: Sequence[str]) -> list[Lacking]:
        """The contents of readable present and archived photos without a vector in one of ``spaces``, newest first."""
        ids = self._ids(spaces)
        if ids is not None and self._all_have(ids):
            return []
        # A space without an id has no vectors at all: everything lacks one.
        marks = ",".join(str(id) for id in ids or ())
        missing = f"{len(spaces)} > (SELECT count(*) FROM vectors v WHERE v.content = c.id AND v.space IN ({marks}))"
        rows = self._database.connection.execute(
            f"""SELECT c.id, c.hash, r.path, p.rel FROM contents c
                JOIN photos p ON p.id = (
                    SELECT min(id) FROM photos WHERE content = c.id AND state IN ('present', 'archived')
                    AND failure IS NULL AND NOT pending)
                JOIN roots r ON r.id = p.root
                {f"WHERE {missing}" if ids is not None else ""} ORDER BY p.taken DESC, p.id"""
        )
        return [
            Lacking(content, hash, os.path.join(os.fsdecode(base), os.fsdecode(rel)))
            for content, hash, base, rel in rows
        ]

    def drop(self, spaces: Sequence[str]) -> int:
        """Forget all vectors of ``spaces``; how many there were."""
        count = sum(self.stamp(space)[1] for space in spaces)
        with self._database.write() as connection:
            for space in spaces:
                connection.execute("DELETE FROM vectors WHERE space = (SELECT id FROM spaces WHERE name = ?)", (space,))
                connection.execute("DELETE FROM spaces WHERE name = ?", (space,))
        return count

    def _ids(self, spaces: Sequence[str]) -> list[int] | None:
        """The ids of ``spaces``; None where one of them is not known yet."""
        marks = ",".join("?" * len(spaces))
        rows = self._database.connection.execute(f"SELECT id FROM spaces WHERE name IN ({marks})", tuple(spaces))
        ids = [int(row[0]) for row in rows]
        return ids if len(ids) == len(spaces) else None

    def _all_have(self, ids: Sequence[int]) -> bool:
        """Whether as many contents have a vector in every space as there are: the usual case, told from few rows."""
        marks = ",".join(str(id) for id in ids)
        fewest, contents = self._database.connection.execute(
            f"SELECT (SELECT min(count) FROM spaces WHERE id IN ({marks})), (SELECT count(*) FROM contents)"
        ).fetchone()
        return bool(fewest >= contents)

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
