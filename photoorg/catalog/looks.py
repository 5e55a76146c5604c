"""Perceptual hashes by content, and what else tells copies and look-alikes apart."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from photoorg.catalog.database import Database

#: In the place of a sharpness that nobody has asked for yet.
_UNKNOWN = -1.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A present photo as the choice of a keeper sees it. ``facts`` counts what its metadata says."""

    id: int
    content: int
    path: str
    size: int
    mtime_ns: int
    pixels: int
    facts: int
    companions: int
    taken: str | None


#: The present photos of ``:these`` contents, as ``_by_content`` reads them.
_CANDIDATES = """SELECT p.id, p.content, r.path, p.rel, p.size, p.mtime_ns, c.width * c.height,
        (c.taken IS NOT NULL) + (c.camera IS NOT NULL) + (c.latitude IS NOT NULL) + (c.description IS NOT NULL),
        (SELECT count(*) FROM companions k WHERE k.photo = p.id), c.taken
    FROM photos p JOIN roots r ON r.id = p.root JOIN contents c ON c.id = p.content
    WHERE p.state = 'present' AND p.failure IS NULL AND p.content IN (:these) ORDER BY p.content, p.id"""


class Looks:
    """Reads and writes what finding duplicates needs."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def unseen(self) -> list[int]:
        """The contents of present photos that have no hash yet."""
        rows = self._database.connection.execute(
            """SELECT DISTINCT p.content FROM photos p LEFT JOIN looks l ON l.content = p.content
               WHERE p.state = 'present' AND p.failure IS NULL AND p.content IS NOT NULL AND l.content IS NULL"""
        )
        return [row[0] for row in rows]

    def put(self, hashes: Mapping[int, bytes]) -> None:
        """Store hashes of 8 bytes by content."""
        with self._database.write() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO looks VALUES (?, ?, ?)",
                ((content, value, _UNKNOWN) for content, value in hashes.items()),
            )

    def hashes(self) -> dict[int, bytes]:
        """The hashes of the contents of present photos."""
        rows = self._database.connection.execute(
            """SELECT DISTINCT l.content, l.phash FROM looks l JOIN photos p ON p.content = l.content
               WHERE p.state = 'present' AND p.failure IS NULL ORDER BY l.content"""
        )
        return dict(rows.fetchall())

    def newest(self) -> int:
        """The highest number of a content; a library to which nothing was added has the same as before."""
        row = self._database.connection.execute("SELECT ifnull(max(id), 0) FROM contents").fetchone()
        return int(row[0])

    def sharpness(self, contents: Sequence[int]) -> dict[int, float]:
        """The sharpness of those of ``contents`` whose is known."""
        sql = "SELECT content, sharpness FROM looks WHERE sharpness >= 0 AND content IN (:these)"
        return {content: float(value) for content, value in self._database.among(sql, contents)}

    def put_sharpness(self, values: Mapping[int, float]) -> None:
        """Remember the sharpness of contents that have a hash."""
        with self._database.write() as connection:
            connection.executemany(
                "UPDATE looks SET sharpness = ? WHERE content = ?",
                ((value, content) for content, value in values.items()),
            )

    def copies(self) -> list[list[Candidate]]:
        """The present photos that share their content with others, one list a content."""
        shared = """SELECT content FROM photos WHERE state = 'present' AND failure IS NULL AND content IS NOT NULL
                    GROUP BY content HAVING count(*) > 1"""
        return _by_content(self._database.connection.execute(_CANDIDATES.replace(":these", shared)))

    def of(self, contents: Sequence[int]) -> list[list[Candidate]]:
        """The present photos of ``contents``, one list a content."""
        return _by_content(self._database.among(_CANDIDATES, contents))

    def taken(self) -> list[tuple[int, str, str]]:
        """``(content, taken, camera)`` of present photos whose picture names a time, in the order of time."""
        rows = self._database.connection.execute(
            """SELECT DISTINCT c.id, c.taken, ifnull(c.camera, '') FROM contents c JOIN photos p ON p.content = c.id
               WHERE p.state = 'present' AND p.failure IS NULL AND c.taken IS NOT NULL ORDER BY c.taken, c.id"""
        )
        return rows.fetchall()


def _by_content(rows: Iterable[tuple[Any, ...]]) -> list[list[Candidate]]:
    groups: dict[int, list[Candidate]] = {}
    for id, content, root, rel, *rest in rows:
        path = os.path.join(os.fsdecode(root), os.fsdecode(rel))
        groups.setdefault(content, []).append(Candidate(id, content, path, *rest))
    return list(groups.values())
