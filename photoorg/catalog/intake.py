"""The writing side of indexing: what a scan found, and what reading a file gave."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from typing import Literal

from photoorg.catalog.database import Database
from photoorg.catalog.vectors import Vectors
from photoorg.core.types import FoundFile, Metadata, Root, State

#: So many fields of ``Metadata`` are columns of contents; behind them comes the rating, which becomes a mark.
_KEPT = 14

Outcome = Literal["added", "changed", "moved", "same", "failed"]


@dataclass(frozen=True, slots=True)
class PendingPhoto:
    """A photo that waits to be read. ``known`` are complete contents of the same size: likely moves and copies."""

    id: int
    path: str
    known: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What reading one pending photo gave.

    ``metadata`` is None when ``hash`` was among its known contents; ``failure`` is a sentence when the
    file is no readable picture. ``undated`` is the date to sort by when the picture itself names none.
    """

    id: int
    size: int
    mtime_ns: int
    undated: str
    hash: bytes | None = None
    metadata: Metadata | None = None
    vectors: Mapping[str, bytes] | None = None
    failure: str | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one reading. ``id`` is the photo it belongs to in the end (a move keeps the old id)."""

    id: int
    outcome: Outcome
    content: int | None = None


class Intake:
    """Records scans and readings. Every method is one transaction, or part of the caller's."""

    def __init__(self, database: Database, vectors: Vectors) -> None:
        self._database = database
        self._vectors = vectors

    def known(self, root: int) -> Iterator[tuple[str, int, int, int, State, tuple[str, ...]]]:
        """``(rel, id, size, mtime_ns, state, companions)`` of every photo of a root."""
        connection = self._database.connection
        companions: dict[int, list[str]] = {}
        for photo, rel in connection.execute(
            "SELECT c.photo, c.rel FROM companions c JOIN photos p ON p.id = c.photo WHERE p.root = ?",
            (root,),
        ):
            companions.setdefault(photo, []).append(os.fsdecode(rel))
        for id, rel, size, mtime_ns, state in connection.execute(
            "SELECT id, rel, size, mtime_ns, state FROM photos WHERE root = ?", (root,)
        ):
            yield os.fsdecode(rel), id, size, mtime_ns, State(state), tuple(companions.get(id, ()))

    def found(self, file: FoundFile, taken: str, id: int | None = None, home: State = State.PRESENT) -> None:
        """Note a path whose content must be read: a new photo, or the photo ``id`` whose file changed.

        Nothing is noted where the person archived or restored a photo since the folder was listed. ``home`` is the
        state of photos found there.
        """
        connection = self._database.connection
        rel = os.fsencode(file.rel)
        if id is None:
            cursor = connection.execute(
                "INSERT OR IGNORE INTO photos (root, rel, size, mtime_ns, taken, state) VALUES (?, ?, ?, ?, ?, ?)",
                (file.root, rel, file.size, file.mtime_ns, taken, home.value),
            )
            id = int(cursor.lastrowid or 0)
        else:
            cursor = connection.execute(
                """UPDATE photos SET size = ?, mtime_ns = ?, state = ?, pending = 1, failure = NULL
                   WHERE id = ? AND root = ? AND rel = ?""",
                (file.size, file.mtime_ns, home.value, id, file.root, rel),
            )
        if cursor.rowcount:
            self.companions(id, file.companions)

    def companions(self, id: int, rels: Sequence[str]) -> None:
        """Set the files that belong to a photo, relative to its root."""
        connection = self._database.connection
        connection.execute("DELETE FROM companions WHERE photo = ?", (id,))
        connection.executemany(
            "INSERT OR IGNORE INTO companions VALUES (?, ?)", ((id, os.fsencode(rel)) for rel in rels)
        )

    def state(self, id: int, before: State, state: State, root: int, rel: str) -> bool:
        """Set where a photo is, unless it was moved or put away since it was seen in ``before``; whether it was set."""
        cursor = self._database.connection.execute(
            "UPDATE photos SET state = ? WHERE id = ? AND state = ? AND root = ? AND rel = ?",
            (state.value, id, before.value, root, os.fsencode(rel)),
        )
        return cursor.rowcount > 0

    def missing(self, id: int) -> None:
        """Note that a photo's file is not where the catalog has it now."""
        self._database.connection.execute("UPDATE photos SET state = 'missing' WHERE id = ?", (id,))

    def offline(self, root: int, home: State = State.PRESENT) -> int:
        """Mark the photos of an absent root, whose state was ``home``. Returns how many are offline now."""
        connection = self._database.connection
        connection.execute(
            "UPDATE photos SET state = 'offline' WHERE root = ? AND state IN (?, 'missing')", (root, home.value)
        )
        row = connection.execute(
            "SELECT count(*) FROM photos WHERE root = ? AND state = 'offline' AND failure IS NULL", (root,)
        ).fetchone()
        return int(row[0])

    def pending(self, roots: Sequence[Root], spaces: Sequence[str]) -> Iterator[PendingPhoto]:
        """The photos of ``roots`` that wait to be read, newest file first.

        ``spaces`` are those in which a content must have a vector to count as complete.
        """
        marks = ",".join("?" * len(roots))
        rows = self._database.connection.execute(
            f"""SELECT p.id, r.path, p.rel, p.size FROM photos p JOIN roots r ON r.id = p.root
                WHERE p.pending AND p.state IN ('present', 'archived') AND p.root IN ({marks})
                ORDER BY p.mtime_ns DESC, p.id""",
            [root.id for root in roots],
        ).fetchall()
        for id, base, rel, size in rows:
            path = os.path.join(os.fsdecode(base), os.fsdecode(rel))
            yield PendingPhoto(id, path, self._complete(size, spaces))

    def _complete(self, size: int, spaces: Sequence[str]) -> tuple[bytes, ...]:
        marks = ",".join("?" * len(spaces))
        rows = self._database.connection.execute(
            f"""SELECT c.hash FROM contents c WHERE c.size = ? AND {len(spaces)} = (
                    SELECT count(*) FROM vectors v JOIN spaces s ON s.id = v.space
                    WHERE v.content = c.id AND s.name IN ({marks}))""",
            (size, *spaces),
        )
        return tuple(row[0] for row in rows)

    def content(self, file: ReadFile) -> int:
        """The id of the content that was read; new contents are stored with their metadata and vectors."""
        connection = self._database.connection
        row = connection.execute("SELECT id FROM contents WHERE hash = ?", (file.hash,)).fetchone()
        if row:
            content = int(row[0])
        else:
            assert file.metadata is not None, "only a content that is already complete comes without metadata"
            cursor = connection.execute(
                """INSERT INTO contents (hash, size, width, height, format, taken, camera, lens,
                   latitude, longitude, software, description, exposure, aperture, iso, focal)
                   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                (file.hash, file.size, *astuple(file.metadata)[:_KEPT]),
            )
            content = int(cursor.lastrowid or 0)
        if file.vectors:
            self._vectors.put(connection, content, file.vectors)
        return content

    def take(self, file: ReadFile) -> Taken:
        """Record one reading: an addition, an edit in place, a move, an unchanged file, or a failure."""
        connection = self._database.connection
        row = connection.execute("SELECT content, root, rel, state FROM photos WHERE id = ?", (file.id,)).fetchone()
        if row is None:
            return Taken(file.id, "same")  # its root was removed while the file was being read
        before, root, rel, state = row
        if file.failure is not None:
            connection.execute(
                "UPDATE photos SET pending = 0, failure = ?, content = NULL, size = ?, mtime_ns = ? WHERE id = ?",
                (file.failure, file.size, file.mtime_ns, file.id),
            )
            return Taken(file.id, "failed")
        content = self.content(file)
        id, outcome = file.id, self._outcome(before, content)
        moved = self._missing_twin(content) if outcome == "added" else None
        if moved is not None:
            connection.execute("DELETE FROM companions WHERE photo = ?", (moved,))
            connection.execute("UPDATE companions SET photo = ? WHERE photo = ?", (moved, id))
            connection.execute("DELETE FROM photos WHERE id = ?", (id,))
            connection.execute("UPDATE photos SET root = ?, rel = ?, state = ? WHERE id = ?", (root, rel, state, moved))
            id, outcome = moved, "moved"
        connection.execute(
            """UPDATE photos SET pending = 0, failure = NULL, content = ?, size = ?, mtime_ns = ?,
               taken = ifnull((SELECT taken FROM contents WHERE id = ?), ?) WHERE id = ?""",
            (content, file.size, file.mtime_ns, content, file.undated, id),
        )
        if outcome == "added" and file.metadata is not None and file.metadata.rating is not None:
            self._mark(id, file.metadata.rating)
        return Taken(id, outcome, content)

    def _mark(self, id: int, rating: int) -> None:
        """Take over what another program said of a new photo; what was said here stays."""
        self._database.connection.execute(
            "INSERT OR IGNORE INTO marks (photo, rating, flag) VALUES (?, ?, ?)",
            (id, max(rating, 0), "reject" if rating < 0 else None),
        )

    @staticmethod
    def _outcome(before: int | None, content: int) -> Outcome:
        if before is None:
            return "added"
        return "same" if before == content else "changed"

    def _missing_twin(self, content: int) -> int | None:
        row = self._database.connection.execute(
            "SELECT id FROM photos WHERE content = ? AND state = 'missing' ORDER BY id LIMIT 1", (content,)
        ).fetchone()
        return int(row[0]) if row else None
